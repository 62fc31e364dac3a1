//! What the reader can choose: table and picture in sight; unit, lines and columns behind one button.

mod columns;
mod filter;
mod tables;

use crate::budget::{grouped, in_unit, trimmed};
use crate::i18n::{Lang, Money, fill, labels};
use crate::model::Unit;
use crate::route::Picture;
use crate::ui::components::text::dotted;
use crate::ui::pages::budget::buttons::ChoiceLink;
use crate::ui::pages::budget::controls::columns::ColumnsChoice;
use crate::ui::pages::budget::controls::filter::LineFilter;
pub(super) use crate::ui::pages::budget::controls::tables::TablesNav;
use crate::ui::pages::budget::ctx::use_budget;
use crate::ui::pages::budget::names::picture_name;
use leptos::prelude::*;

/// The id of what the button opens.
const PANEL: &str = "adjust";

/// The button that opens what can be adjusted.
#[component]
pub(super) fn Adjust() -> impl IntoView {
    let here = use_budget();
    let m = Money::of(here.ctx.lang);
    let (opened, place) = (here.adjusts, here.place);
    // What is chosen of the lines, by whatever link, can be seen and undone.
    let is_chosen = Memo::new(move |_| place.with(|place| place.find.is_some() || place.over.is_some()));
    Effect::new(move |_| {
        if is_chosen.get() {
            opened.set(true);
        }
    });
    view! {
        <button
            class="btn small adjust"
            type="button"
            title=m.adjust_about
            aria-expanded=move || opened.get().to_string()
            aria-controls=PANEL
            on:click=move |_| opened.update(|opened| *opened = !*opened)
        >
            {m.adjust}
        </button>
    }
    .into_any()
}

/// Unit, choice of lines, columns.
#[component]
pub(super) fn TableControls(
    /// Which table of the budget it is.
    index: usize,
) -> impl IntoView {
    let here = use_budget();
    let (t, lang, opened) = (here.ctx.t, here.ctx.lang, here.adjusts);
    let of = here.clone();
    let current = Memo::new(move |_| of.sheet(index).map(|sheet| of.unit(&sheet)).unwrap_or_default());
    let links = [Unit::Yuan, Unit::WanYuan, Unit::YiYuan].map(|unit| {
        let here = here.clone();
        let href = Signal::derive(move || here.href(|place| place.unit = Some(unit)));
        let is_current = Signal::derive(move || current.get() == unit);
        view! { <ChoiceLink href text=labels::unit(lang, unit) key=labels::unit(Lang::En, unit) is_current/> }.into_any()
    });
    // What the controls say to somebody who sees them.
    let (place, printed) = (here.place, here.sheet(index).map(|sheet| sheet.table.unit.unwrap_or(sheet.budget.unit)));
    let chosen = move || {
        let unit = labels::unit(lang, current.get());
        let (find, over) = place.with(|place| (place.find.clone(), place.over));
        let find = find.map(|find| fill(t.only_lines, &[&find]));
        let over = over.and_then(|over| in_unit(over, Unit::Yuan, current.get()));
        let over = over.map(|over| format!("{} {} {unit}", t.only_over, grouped(trimmed(over))));
        let other = (Some(current.get()) != printed).then(|| fill(t.amounts_in, &[unit]));
        dotted([other, find, over])
    };
    view! {
        <p class="on-paper">{chosen}</p>
        <div class="chooser" id=PANEL hidden=move || !opened.get()>
            <LineFilter unit=current/>
            <div class="seg" role="group" aria-label=t.unit>{Vec::from(links)}</div>
            <ColumnsChoice index/>
        </div>
    }
    .into_any()
}

/// The pictures to choose from, and none.
#[component]
pub(super) fn PictureChoice() -> impl IntoView {
    let here = use_budget();
    let (t, place) = (here.ctx.t, here.place);
    let current = Memo::new(move |_| place.with(|place| place.picture));
    let links = std::iter::once(None).chain(Picture::ALL.into_iter().map(Some)).map(|picture| {
        let here = here.clone();
        let href = Signal::derive(move || here.href(|place| place.picture = picture));
        let is_current = Signal::derive(move || current.get() == picture);
        view! { <ChoiceLink href text=picture_name(t, picture) key=picture.map_or("none", Picture::key) is_current/> }.into_any()
    });
    let links = links.collect::<Vec<_>>();
    view! { <nav class="pictures" aria-label=t.picture>{links}</nav> }.into_any()
}
