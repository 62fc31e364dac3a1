//! One part of the program: a table of functions, and how it comes.

use crate::ui::components::layout::PageHeading;
use crate::ui::state::App;
use futures::future::LocalBoxFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::OnceLock;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::Relaxed;
use std::time::Duration;

/// A part that could not be had.
#[derive(Clone, Copy, Debug)]
pub struct Missing;

#[cfg(feature = "split")]
impl From<leptos::wasm_split::SplitLoaderError> for Missing {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}

/// A part, and what is known of it.
pub struct Part<T> {
    pub table: OnceLock<T>,
    pub status: Status,
}

/// How a part comes. What needs no table is written for this: it is compiled once, not once for each part.
pub struct Status {
    is_there: AtomicBool,
    is_missing: AtomicBool,
    fetch: fn() -> LocalBoxFuture<'static, Result<(), Missing>>,
}

impl<T> Part<T> {
    /// A part whose table `fetch` puts in its place.
    pub const fn new(fetch: fn() -> LocalBoxFuture<'static, Result<(), Missing>>) -> Self {
        Self { table: OnceLock::new(), status: Status { is_there: AtomicBool::new(false), is_missing: AtomicBool::new(false), fetch } }
    }

    /// The part, if it is there.
    pub fn now(&'static self) -> Option<&'static T> {
        self.table.get()
    }

    /// The part, when it is there.
    pub async fn get(&'static self) -> Result<&'static T, Missing> {
        self.status.wait().await?;
        self.now().ok_or(Missing)
    }
}

/// Makes a part: the name that its file has, the function that is its only way in, the table of what it can do, and the functions in the table.
macro_rules! part {
    ($(#[$doc:meta])* $name:ident, $enter:ident, $key:ident: $table:ident { $($field:ident: $type:ty),+ } = $made:expr) => {
        $(#[$doc])*
        pub(super) struct $table {
            $(pub(super) $field: $type,)+
        }

        /// Everything that is reached from here only is in the part.
        #[cfg(feature = "split")]
        #[leptos::wasm_split::wasm_split($name, wasm_split_path = ::leptos::wasm_split, fallible)]
        fn $enter() -> Result<$table, $crate::ui::parts::part::Missing> {
            Ok($made)
        }

        pub(super) static $key: $crate::ui::parts::part::Part<$table> = $crate::ui::parts::part::Part::new(|| {
            Box::pin(async {
                #[cfg(feature = "split")]
                let table = $enter().await?;
                #[cfg(not(feature = "split"))]
                let table = $made;
                let _ = $key.table.set(table);
                Ok(())
            })
        });
    };
}
pub(super) use part;

impl Status {
    /// Comes back when the part is there.
    async fn wait(&self) -> Result<(), Missing> {
        if !self.is_there.load(Relaxed) {
            let came = (self.fetch)().await;
            self.is_there.store(came.is_ok(), Relaxed);
            self.is_missing.store(came.is_err(), Relaxed);
            came?;
        }
        Ok(())
    }

    /// Loads the part, so that it is there when it is asked for.
    pub fn preload(&'static self, app: App) {
        if !self.is_there.load(Relaxed) {
            spawn_local(async move {
                let _ = self.wait().await;
                app.parts.notify();
            });
        }
    }

    fn ask_again(&'static self, app: App) {
        self.is_missing.store(false, Relaxed);
        app.parts.notify();
        self.preload(app);
    }
}

/// What a part makes of the place: in this turn where the part is there, else a placeholder until it has come.
pub fn shown<T: Send + Sync>(app: App, part: &'static Part<T>, view: impl Fn(&'static T) -> AnyView + Send + 'static) -> AnyView {
    made(app, &part.status, Box::new(move || part.now().map(&view)), Box::new(move |is_missing| waiting(app, &part.status, is_missing)))
}

/// What a part makes of a piece of the place, for which room of a class is kept until then: the rest of the place does not wait for it.
pub fn shown_within<T: Send + Sync>(
    app: App,
    part: &'static Part<T>,
    class: &'static str,
    view: impl Fn(&'static T) -> AnyView + Send + 'static,
) -> AnyView {
    let instead = move |is_missing: bool| {
        if !is_missing {
            return view! { <div class=class></div> }.into_any();
        }
        let t = app.texts();
        let again = move |_| part.status.ask_again(app);
        view! { <p class="note">{t.part_missing}" "<button class="btn" type="button" on:click=again>{t.retry}</button></p> }.into_any()
    };
    made(app, &part.status, Box::new(move || part.now().map(&view)), Box::new(instead))
}

/// What a part adds to a place once it is there. It is not fetched for this, and nobody waits for it.
pub fn added<T: Send + Sync>(app: App, part: &'static Part<T>, view: impl Fn(&'static T) -> AnyView + Send + 'static) -> AnyView {
    if let Some(there) = part.now() {
        return view(there);
    }
    let is_there = Memo::new(move |_| {
        app.parts.track();
        part.status.is_there.load(Relaxed)
    });
    (move || is_there.get().then(|| part.now().map(&view))).into_any()
}

/// What stands in the place of a part that is not there.
fn waiting(app: App, status: &'static Status, is_missing: bool) -> AnyView {
    let t = app.texts();
    if is_missing {
        // The button goes with what it stands in; what comes in its place gets the focus.
        let again = move |_| {
            app.owes_arrival.set_value(true);
            status.ask_again(app);
        };
        return view! {
            <div class="state" role="alert">
                <PageHeading text=t.part_missing/>
                <p class="row"><button class="btn primary" type="button" on:click=again>{t.retry}</button></p>
            </div>
        }
        .into_any();
    }
    // Whoever waits for the place waits for this.
    app.parts_awaited.update(|awaited| *awaited += 1);
    on_cleanup(move || app.parts_awaited.update(|awaited| *awaited -= 1));
    view! { <p class="state" aria-busy="true">{t.loading}</p> }.into_any()
}

/// What a part makes above the place, such as a dialog: nothing until the part has come. Where it cannot be had the reader hears of it, and `on_missing` runs.
pub fn shown_above<T: Send + Sync>(
    app: App,
    part: &'static Part<T>,
    on_missing: Callback<()>,
    view: impl Fn(&'static T) -> AnyView + Send + 'static,
) -> AnyView {
    let instead = move |is_missing| {
        if is_missing {
            app.announce(app.lang.get_untracked().texts().part_missing);
            // What is taken away by this must be there first.
            set_timeout(move || on_missing.run(()), Duration::ZERO);
        }
        ().into_any()
    };
    made(app, &part.status, Box::new(move || part.now().map(&view)), Box::new(instead))
}

/// What a part makes, or what stands for it where it is not there; that is given whether the part could not be had.
fn made(
    app: App,
    status: &'static Status,
    view: Box<dyn Fn() -> Option<AnyView> + Send>,
    instead: Box<dyn Fn(bool) -> AnyView + Send>,
) -> AnyView {
    if let Some(view) = view() {
        return view;
    }
    status.ask_again(app);
    // That another part has come changes nothing here.
    let state = Memo::new(move |_| {
        app.parts.track();
        (status.is_there.load(Relaxed), status.is_missing.load(Relaxed))
    });
    let shown = move || {
        let (_, is_missing) = state.get();
        view().unwrap_or_else(|| instead(is_missing))
    };
    shown.into_any()
}
