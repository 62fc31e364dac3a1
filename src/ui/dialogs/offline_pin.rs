//! The dialog that keeps sessions on this device, to be read without a network.

use crate::digest::Stored;
use crate::i18n::fill;
use crate::ui::actions::offline::refresh;
use crate::ui::components::modal::Modal;
use crate::ui::components::states::size;
use crate::ui::data::catalogue::of_body;
use crate::ui::state::{Load, use_ctx};
use crate::ui::web::focus::focus;
use crate::ui::web::worker::{Answer, ask};
use leptos::html::Div;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Sessions that are kept and removed together.
#[derive(Clone)]
struct Group {
    name: String,
    ids: Vec<String>,
}

/// How far a group has come: its place in the list, how many are done and how many there are.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Progress {
    at: usize,
    done: usize,
    max: usize,
}

/// What the dialog shows.
#[derive(Clone)]
enum View {
    /// The worker has not answered yet.
    Waiting,
    /// There is no worker, or it does not answer.
    Impossible,
    /// What is stored, as [`Stored`] reads it.
    Stored(String),
}

/// Offers to keep the session that is shown, and all sessions of its body.
#[component]
pub fn OfflinePinDialog(
    /// Takes the dialog away.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let ctx = use_ctx();
    let (app, t) = (ctx.app, ctx.t);
    let session = ctx.session();
    let mut groups = vec![Group { name: fill(t.keep_this, &[&size(ctx.opened.bytes.len() as u64)]), ids: vec![session.id.to_string()] }];
    if let Load::Ready(catalogue) = untrack(|| of_body(app, &session.assembly.name)) {
        let (mut ids, mut bytes) = (Vec::new(), 0);
        for entry in catalogue.sessions.iter().filter(|entry| entry.assembly.name == session.assembly.name) {
            ids.push(entry.id.to_string());
            bytes += entry.bytes;
        }
        if ids.len() > 1 {
            groups.push(Group { name: fill(t.keep_body, &[&session.assembly.name, &ids.len().to_string(), &size(bytes)]), ids });
        }
    }
    let view = RwSignal::new(View::Waiting);
    // What was done last, or went wrong; announced to screen readers.
    let news = RwSignal::new("");
    let progress = RwSignal::new(None::<Progress>);
    let is_open = StoredValue::new(true);
    on_cleanup(move || is_open.set_value(false));
    let place = NodeRef::<Div>::new();
    // One key stands for all that is shown for a group in turn, so that the focus stays there.
    let refocus = move |at: usize| {
        request_animation_frame(move || {
            let shown =
                place.try_get_untracked().flatten().and_then(|place| place.query_selector(&format!("[data-key='{at}']")).ok().flatten());
            if let Some(shown) = shown.and_then(|shown| shown.dyn_into::<HtmlElement>().ok()) {
                focus(&shown);
            }
        });
    };
    let show = move || async move {
        refresh(app);
        let answer = ask("state", "space").await;
        if is_open.try_get_value() != Some(true) {
            return;
        }
        progress.set(None);
        if let Ok(stored) = answer {
            view.set(View::Stored(stored));
        } else {
            news.set(t.keep_impossible);
            view.set(View::Impossible);
        }
    };
    spawn_local(show());
    // Keeps or removes the sessions of a group, one after the other, until a fault stops it or the dialog is closed. What is kept by then
    // stays.
    let go_on = move |at: usize, what: &'static str, ids: Vec<String>| {
        news.set("");
        let max = ids.len();
        progress.set(Some(Progress { at, done: 0, max }));
        refocus(at);
        spawn_local(async move {
            for (done, id) in ids.iter().enumerate() {
                if is_open.try_get_value() != Some(true) {
                    return refresh(app);
                }
                progress.set(Some(Progress { at, done, max }));
                if let Err(error) = ask(what, id).await {
                    let _ = news.try_set(match error.as_str() {
                        "QuotaExceededError" => t.keep_full,
                        "NetworkError" => t.unreachable,
                        _ => t.keep_impossible,
                    });
                    break;
                }
            }
            show().await;
            refocus(at);
        });
    };
    let persist = move |_| {
        spawn_local(async move {
            let answer: Answer = ask("persist", "").await;
            let _ = news.try_set(if answer.is_ok_and(|answer| !answer.is_empty()) { t.persist_yes } else { t.persist_no });
        });
    };
    let rows = move |stored: &str| {
        let stored = Stored(stored);
        let rows = groups.iter().cloned().enumerate().map(|(at, Group { name, ids })| {
            let (kept, all) = (ids.iter().filter(|id| stored.keeps(id)).count(), ids.len());
            let act = |class, label, what| {
                let ids = ids.clone();
                view! { <button class=class type="button" data-key=at on:click=move |_| go_on(at, what, ids.clone())>{label}</button> }
                    .into_any()
            };
            view! {
                <h3>{name}</h3>
                <p class="row">
                    {(kept < all).then(|| act("btn primary", t.keep, "keep"))}
                    {(kept > 0).then(|| act("btn", t.keep_remove, "drop"))}
                    {(kept > 0).then(|| view! { <span class="chip done">{format!("✓ {kept}/{all}")}</span> }.into_any())}
                </p>
            }
            .into_any()
        });
        let [count, bytes, used] = stored.figures();
        view! {
            {rows.collect::<Vec<_>>()}
            <p class="quiet">{fill(t.kept_in_all, &[&count.to_string(), &size(bytes), &size(used)])}</p>
            <button class="btn" type="button" on:click=persist>{t.persist}</button>
        }
        .into_any()
    };
    let meter = move |Progress { at, max, .. }: Progress| {
        let done = move || progress.get().map_or(max, |progress| progress.done);
        view! { <progress max=max prop:value=move || f64::from(u32::try_from(done()).unwrap_or_default()) aria-label=t.keep tabindex="-1" data-key=at></progress> }.into_any()
    };
    // The meter stays while it goes on.
    let under_way = Memo::new(move |_| progress.get().map(|progress| Progress { done: 0, ..progress }));
    view! {
        <Modal title=t.keep on_close>
            <p class="quiet">{t.keep_intro}</p>
            <p role="status">{move || news.get()}</p>
            <div node_ref=place>
                {move || match (under_way.get(), view.get()) {
                    (Some(progress), _) => meter(progress),
                    (None, View::Waiting) => view! { <p aria-busy="true">{t.loading}</p> }.into_any(),
                    (None, View::Impossible) => ().into_any(),
                    (None, View::Stored(stored)) => rows(&stored),
                }}
            </div>
        </Modal>
    }
    .into_any()
}
