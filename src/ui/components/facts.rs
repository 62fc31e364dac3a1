//! Facts of a suggestion or project as rows of a definition list, with links to the people and places that they name.

use crate::budget::grouped;
use crate::digest::facts::{self, Said, Told, What};
use crate::i18n::{fill, money};
use crate::route::Place;
use crate::ui::components::elsewhere::SessionLink;
use crate::ui::components::layout::Fact;
use crate::ui::components::person::PersonList;
use crate::ui::state::Ctx;
use leptos::prelude::*;

/// The rows. What the page tells elsewhere is left out.
pub fn rows(ctx: &Ctx, facts: &[facts::Fact<'_>], elsewhere: &[What]) -> Vec<AnyView> {
    let told = Told { lang: ctx.lang, session: ctx.session(), lookup: &ctx.opened.lookup };
    let shown = facts.iter().filter(|fact| !elsewhere.contains(&fact.what));
    let row = |fact: &facts::Fact<'_>| {
        let term = match fact.said {
            Said::People(people) if fact.what == What::Cosigners => fill(ctx.story().cosigners, &[&people.len().to_string()]),
            _ => told.label(fact.what).to_owned(),
        };
        let lang = ctx.content_lang();
        let value = match fact.said {
            Said::People(people) => view! { <PersonList ids=people.to_vec()/> }.into_any(),
            Said::Item(item) => {
                let href = ctx.href(Place::AgendaItem(item.id.clone()));
                view! { <a href=href lang=lang>{item.title.to_string()}</a> }.into_any()
            }
            Said::Session(id) => view! { <SessionLink id=id.clone()/> }.into_any(),
            Said::Text(_) | Said::Texts(_) => view! { <bdi lang=lang>{told.value(fact)}</bdi> }.into_any(),
            Said::Money(amount, Some(unit)) => money::whole_amount(ctx.lang, amount, unit).into_any(),
            Said::Money(amount, None) => grouped(amount).into_any(),
            _ => told.value(fact).into_any(),
        };
        view! { <Fact term>{value}</Fact> }.into_any()
    };
    shown.map(row).collect()
}
