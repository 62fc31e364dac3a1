//! The choice of lines: by name or code, and by amount.

use crate::budget::{in_unit, plain};
use crate::i18n::labels;
use crate::model::{Decimal, Unit};
use crate::ui::pages::budget::ctx::use_budget;
use leptos::ev::Targeted;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, InputEvent};

/// The fields follow the address when it changes from elsewhere; what the reader has typed stays as it is unless the choice changes.
#[component]
pub(super) fn LineFilter(
    /// The unit that amounts are shown and typed in.
    unit: Memo<Unit>,
) -> impl IntoView {
    let here = use_budget();
    let (t, lang, place) = (here.ctx.t, here.ctx.lang, here.place);
    let find = Memo::new(move |_| place.with(|place| place.find.clone()).unwrap_or_default());
    let over = Memo::new(move |_| {
        let over = place.with(|place| place.over);
        over.and_then(|over| in_unit(over, Unit::Yuan, unit.get())).map(plain).unwrap_or_default()
    });
    let is_chosen = Memo::new(move |_| place.with(|place| place.find.is_some() || place.over.is_some()));
    let of = here.clone();
    let look_for = Callback::new(move |text: String| of.choose(|place| place.find = Some(text).filter(|text| !text.is_empty())));
    let typed = move |event: Targeted<Event, HtmlInputElement>| {
        // What an input method shows before it is chosen is not typed yet; `compositionend` follows it.
        if event.dyn_ref::<InputEvent>().is_none_or(|event| !event.is_composing()) {
            look_for.run(event.target().value());
        }
    };
    let of = here.clone();
    let over_typed = move |event: Targeted<Event, HtmlInputElement>| {
        let typed = event.target().value();
        let amount = amount_of(&typed);
        if amount.is_none() && !typed.trim().is_empty() {
            of.ctx.app.announce(t.over_invalid);
            return;
        }
        of.choose(|place| place.over = amount.and_then(|amount| in_unit(amount, unit.get_untracked(), Unit::Yuan)));
    };
    let clear = move |_| {
        here.choose(|place| {
            place.find = None;
            place.over = None;
        });
    };
    view! {
        <label class="find-line">
            <span class="unseen">{t.find_line}</span>
            <input
                type="search"
                placeholder=t.find_line
                prop:value=move || find.get()
                on:input:target=typed
                on:compositionend:target=move |event| look_for.run(event.target().value())
            />
        </label>
        <label class="over">
            <span>{t.only_over}</span>
            <input inputmode="decimal" autocomplete="off" prop:value=move || over.get() on:change:target=over_typed/>
            <span>{move || labels::unit(lang, unit.get())}</span>
        </label>
        <button class="btn small" type="button" hidden=move || !is_chosen.get() on:click=clear>{t.clear_choice}</button>
    }
    .into_any()
}

/// An amount as people type it: with commas and spaces, in digits of either width.
fn amount_of(typed: &str) -> Option<Decimal> {
    let digits = typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, ',' | '，')).map(|c| match c {
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c),
        '．' | '。' => '.',
        c => c,
    });
    Decimal::parse(&digits.collect::<String>()).ok().filter(|amount| amount.mantissa > 0)
}
