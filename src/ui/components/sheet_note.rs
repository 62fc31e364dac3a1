//! What a spreadsheet makes of our tables, told before they are taken away.

use crate::i18n::Lang;
use crate::ui::components::layout::Fact;
use crate::write::spreadsheet::changed;
use leptos::ev::Event;
use leptos::prelude::*;

/// A table: what it is called, and the file, which is made when the reader wants to know.
pub type Sheet = (String, Callback<(), String>);

/// That a spreadsheet changes cells and how to take a table in as it is; opened, what it does to which columns of each table.
#[component]
pub fn SheetNote(
    /// The language of the interface.
    lang: Lang,
    /// The tables that are offered.
    sheets: Vec<Sheet>,
) -> impl IntoView {
    let t = lang.texts();
    let is_asked = RwSignal::new(false);
    let columns = move || {
        let rows = sheets.iter().map(|(name, make)| {
            let said: Vec<String> = changed(&make.run(())).iter().map(|one| one.sentence(lang)).collect();
            let said = if said.is_empty() { vec![t.sheet_same.to_owned()] } else { said };
            let said = said.into_iter().map(|said| view! { <li>{said}</li> }.into_any()).collect::<Vec<_>>();
            view! { <Fact term=name.clone()><ul class="plain">{said}</ul></Fact> }.into_any()
        });
        is_asked.get().then(|| view! { <dl class="pairs small">{rows.collect::<Vec<_>>()}</dl> }.into_any())
    };
    let ask = move |_: Event| is_asked.set(true);
    view! {
        <p class="quiet small">{t.sheet_about}</p>
        <details class="small" on:toggle=ask><summary>{t.sheet_columns}</summary>{columns}</details>
    }
    .into_any()
}
