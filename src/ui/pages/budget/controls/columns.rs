//! The choice of columns.

use crate::budget::Field;
use crate::ui::pages::budget::ctx::use_budget;
use crate::ui::pages::budget::names::field_name;
use leptos::ev::Targeted;
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::{Event, HtmlInputElement};

/// A box for each column that the table can have. The boxes stay and only their state changes, so that they keep the focus.
#[component]
pub(super) fn ColumnsChoice(
    /// Which table of the budget it is.
    index: usize,
) -> impl IntoView {
    let here = use_budget();
    let (t, lang) = (here.ctx.t, here.ctx.lang);
    let sheet = here.sheet(index)?;
    let usual = Field::of_table(sheet.budget, sheet.table);
    let mut offered = usual.clone();
    offered.push(Field::Share);
    if sheet.population.is_some() {
        offered.push(Field::PerHead);
    }
    let of = here.clone();
    let chosen = Memo::new(move |_| of.sheet(index).map(|sheet| of.fields(&sheet)).unwrap_or_default());
    let (usual, offered) = (Arc::new(usual), Arc::new(offered));
    let boxes = offered.iter().map(|&field| {
        let (here, usual, offered) = (here.clone(), usual.clone(), offered.clone());
        let toggle = move |event: Targeted<Event, HtmlInputElement>| {
            let (is_checked, before) = (event.target().checked(), chosen.get_untracked());
            let stays = |other: &Field| if *other == field { is_checked } else { before.contains(other) };
            let next: Vec<Field> = offered.iter().copied().filter(stays).collect();
            if next.is_empty() {
                // A table without figures says nothing: the last column stays.
                event.target().set_checked(true);
                return;
            }
            here.choose(|place| place.columns = if next == *usual { Vec::new() } else { next });
        };
        let is_chosen = move || chosen.read().contains(&field);
        view! {
            <label><input type="checkbox" prop:checked=is_chosen on:change:target=toggle/>{field_name(t, lang, field)}</label>
        }
        .into_any()
    });
    let boxes = boxes.collect::<Vec<_>>();
    let view = view! { <fieldset class="columns"><legend>{t.columns}</legend>{boxes}</fieldset> };
    Some(view.into_any())
}
