//! The tables of a foreign file, each with what it was taken for.

use crate::drafting::Table;
use crate::i18n::{Foreign, fill, labels};
use crate::ui::components::around::dots;
use crate::ui::dialogs::foreign::adjust::Adjust;
use crate::ui::dialogs::foreign::desk::Desk;
use crate::ui::state::App;
use leptos::prelude::*;

/// All tables, in the order of the file. They stay the same whatever is decided of them; what is said of each follows.
#[component]
pub fn TableList() -> impl IntoView {
    let app = App::current();
    let words = Foreign::of(app.lang.get_untracked());
    let desk = Desk::current();
    let count = desk.look(|offer| offer.tables.len());
    if count == 0 {
        return view! { <p class="quiet">{words.foreign_no_tables}</p> }.into_any();
    }
    let lines = Memo::new(move |_| desk.seen(|offer| offer.tables.iter().map(|table| table.lines).sum::<usize>()));
    view! {
        <h3>{move || fill(words.foreign_tables, &[&count.to_string(), &lines.get().to_string()])}</h3>
        <ol class="found-tables">
            <For each=move || 0..count key=|at| *at let:at>
                <TableItem at/>
            </For>
        </ol>
    }
    .into_any()
}

/// One table: whether it is read, what it was taken for, and on demand its cells.
#[component]
fn TableItem(
    /// Its place in the file.
    at: usize,
) -> impl IntoView {
    let app = App::current();
    let lang = app.lang.get_untracked();
    let words = Foreign::of(lang);
    let desk = Desk::current();
    let table = Memo::new(move |_| desk.seen(|offer| offer.tables.get(at).cloned().unwrap_or_default()));
    let is_open = RwSignal::new(false);
    let is_taken = move || table.with(|table| table.lines > 0);
    let take = move |event| {
        let is_skipped = !event_target_checked(&event);
        desk.choose(at, |choice| choice.is_skipped = is_skipped);
    };
    let caption = table.with_untracked(|table| table.caption.clone()).unwrap_or_else(|| words.foreign_untitled.to_owned());
    let panel = format!("foreign-{at}");
    let toggle_label = format!("foreign-caption-{at}");
    view! {
        <li>
            <label class="check">
                <input type="checkbox" prop:checked=is_taken on:change=take/>
                <span id=toggle_label.clone()>{caption}</span>
            </label>
            <p class="quiet">{move || table.with(|table| said(lang, table))}</p>
            <button
                class="btn"
                type="button"
                aria-expanded=move || is_open.get().to_string()
                aria-controls=panel.clone()
                aria-describedby=toggle_label
                on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)
            >
                {move || if is_open.get() { words.foreign_fold } else { words.foreign_adjust }}
            </button>
            <div id=panel>
                <Show when=move || is_open.get()>
                    <Adjust at table/>
                </Show>
            </div>
        </li>
    }
    .into_any()
}

/// Where a table stands and what it was taken for, or why it was not.
fn said(lang: crate::i18n::Lang, table: &Table) -> String {
    let words = Foreign::of(lang);
    if let Some(why_not) = &table.why_not {
        return dots(&[table.place.as_str(), why_not.as_str()]);
    }
    let reading = &table.reading;
    let year = reading.year.map(|year| year.to_string());
    let lines = fill(words.foreign_lines, &[&table.lines.to_string()]);
    let parts = [
        Some(table.place.as_str()),
        year.as_deref(),
        reading.book.map(|book| labels::book(lang, book)),
        reading.direction.map(|direction| labels::direction(lang, direction)),
        reading.stage.map(|stage| labels::stage(lang, stage)),
        reading.unit.map(|unit| labels::unit(lang, unit)),
        Some(lines.as_str()),
    ];
    dots(&parts.into_iter().flatten().collect::<Vec<_>>())
}
