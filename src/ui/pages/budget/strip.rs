//! What a table is made of at a glance: one bar of its largest parts. It makes way for a picture that is chosen.

use crate::budget::{largest, percent, sum};
use crate::i18n::Money;
use crate::i18n::money;
use crate::model::{Decimal, Unit};
use crate::route::Picture;
use crate::ui::components::text::Mixed;
use crate::ui::pages::budget::ctx::use_budget;
use leptos::prelude::*;

/// So many parts have a piece of their own.
const NAMED: usize = 5;

/// The bar, with the finding and the names of its pieces.
#[component]
pub(super) fn Strip(
    /// Which table of the budget it is.
    index: usize,
) -> impl IntoView {
    let here = use_budget();
    let (m, lang, place) = (Money::of(here.ctx.lang), here.ctx.lang, here.place);
    let sheet = here.sheet(index)?;
    let parts = sheet.parts(None)?;
    let shares = sheet.shares(&parts);
    // One part is no picture, and shares of what no total sums up may be views of the same money.
    if shares.len() < 2 || !parts.is_whole {
        return None;
    }
    let finding = largest(&sheet, &parts).map(|found| money::largest(lang, &sheet, &found));
    let pieces: Vec<(usize, Decimal)> = shares.iter().copied().take(NAMED).collect();
    let amount = |row: usize| sheet.amount(row, parts.column, Unit::Yuan);
    let rest = sum(std::iter::once(parts.base).chain(pieces.iter().map(|(row, _)| amount(*row).and_then(Decimal::negated))));
    let rest = rest.filter(|rest| rest.mantissa > 0).and_then(|rest| percent(rest, parts.base?, 1));
    let drawn = |at: usize, share: Decimal| view! { <i class=format!("tone-{at}") style:width=format!("{share}%")></i> }.into_any();
    let bar: Vec<AnyView> = pieces.iter().enumerate().map(|(at, (_, share))| drawn(at, *share)).collect();
    let names = pieces.iter().enumerate().filter_map(|(at, (row, share))| {
        let (of, row, share) = (here.clone(), *row, money::share(*share));
        let name = sheet.line(row)?.name.to_string();
        let href = move || of.line(index, row).map(|line| of.line_href(line));
        Some(view! { <li><i class=format!("tone-{at}")></i><a href=href lang=here.ctx.content_lang()>{name}</a>" "{share}</li> }.into_any())
    });
    let mut names = names.collect::<Vec<_>>();
    names.extend(rest.map(|rest| view! { <li><i class="tone-5"></i>{m.strip_rest}" "{money::share(rest)}</li> }.into_any()));
    let of = here.clone();
    let all = move || of.href(|place| place.picture = Some(Picture::Share));
    let view = view! {
        <figure class="strip" hidden=move || place.with(|place| place.picture.is_some())>
            <figcaption>{finding.map(|text| view! { <Mixed text/> })}" "<a href=all>{m.see_share}</a></figcaption>
            <div class="pieces" aria-hidden="true">{bar}</div>
            <ul>{names}</ul>
        </figure>
    };
    Some(view.into_any())
}
