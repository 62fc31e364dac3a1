//! How the suggestions stand, in a row of figures.

use crate::digest::follow::{Standing, standing};
use crate::i18n::Lists;
use crate::model::Outcome;
use crate::route::{Chosen, Place};
use crate::ui::state::use_ctx;
use leptos::prelude::*;

/// How many are overdue, answered, solved, and how many there are; what leads to a choice in the list is a link.
#[component]
pub fn StandingRow() -> impl IntoView {
    let ctx = use_ctx();
    let l = Lists::of(ctx.lang);
    let Standing { overdue, answered, solved, all } = standing(ctx.session());
    let has_list = !ctx.session().suggestions.is_empty();
    let choice = |chosen: Chosen| has_list.then(|| ctx.href(Place::Suggestions(Box::new(chosen))));
    let figures = [
        ("late", l.n_overdue, overdue.filter(|n| *n > 0), choice(Chosen { overdue: true, ..Chosen::default() })),
        ("", l.n_answered, answered, None),
        ("", l.n_solved, solved, choice(Chosen { outcome: Some(Outcome::A), ..Chosen::default() })),
        ("", l.n_all, all, choice(Chosen::default())),
    ];
    let figures = figures.into_iter().filter_map(|(class, label, n, href)| {
        let figure = view! { <b>{n?.to_string()}</b>" "<span>{label}</span> }.into_any();
        let figure = match href {
            Some(href) => view! { <a href=href>{figure}</a> }.into_any(),
            None => figure,
        };
        Some(view! { <li class=class>{figure}</li> }.into_any())
    });
    let figures = figures.collect::<Vec<_>>();
    (!figures.is_empty()).then(|| view! { <ul class="standing">{figures}</ul> }.into_any())
}
