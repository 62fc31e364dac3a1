//! What is wrong with a file, by line, to be mended and to be passed on.

use crate::i18n::{Clerk, fill};
use crate::ui::actions::clipboard;
use crate::ui::state::App;
use leptos::prelude::*;

/// Something that is wrong with a file, or doubtful.
pub struct Fault {
    /// Whether it is wrong, not only doubtful.
    pub is_error: bool,
    /// Line and column, both from 1; 0 where it is of the file as a whole.
    pub at: (u32, u32),
    /// What it is, and what to do.
    pub sentence: String,
    /// JSON path.
    pub path: String,
}

/// The faults in their order, and a button that copies them as lines.
#[component]
pub fn FaultList(
    /// The faults.
    faults: Vec<Fault>,
) -> impl IntoView {
    let app = App::current();
    let lang = app.lang.get_untracked();
    let (t, c) = (lang.texts(), Clerk::of(lang));
    let place = |fault: &Fault| match fault.at {
        (0, _) => String::new(),
        (line, column) => fill(c.at_line, &[&line.to_string(), &column.to_string()]),
    };
    let line = |fault: &Fault| format!("{}\t{}\t{}", place(fault), fault.sentence, fault.path);
    let list = faults.iter().map(line).collect::<Vec<_>>().join("\n");
    let copy = move |_| clipboard::copy(app, &list, c.list_copied);
    let rows = faults.into_iter().map(|fault| {
        let (class, label) = if fault.is_error { ("chip over", t.severity_error) } else { ("chip mark", t.severity_warning) };
        let place = place(&fault);
        view! { <li><span class=class>{label}</span>" "<b>{place}</b>" "<bdi>{fault.sentence}</bdi>" "<code>{fault.path}</code></li> }
            .into_any()
    });
    view! {
        <ul class="faults">{rows.collect::<Vec<_>>()}</ul>
        <p><button class="btn small" type="button" on:click=copy>{c.copy_list}</button></p>
    }
    .into_any()
}
