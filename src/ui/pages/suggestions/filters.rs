//! Choosing among the suggestions; what is chosen lives in the link.

use crate::digest::follow::{Answer, answer, day_of, movers, values};
use crate::i18n::labels;
use crate::model::PersonId;
use crate::route::{Chosen, OUTCOMES, Place, Route};
use crate::ui::actions::navigation;
use crate::ui::components::common::chooser;
use crate::ui::pages::suggestions::choice;
use crate::ui::state::Ctx;
use crate::ui::web::dom::{El, el};
use crate::ui::web::task::effect;
use leptos::prelude::*;

/// The filters that there is something to choose in.
pub(super) fn filters(ctx: &Ctx) -> El {
    let (t, s, session) = (ctx.t, ctx.story(), ctx.session());
    let own = |values: Vec<&str>| values.into_iter().map(|value| (value.to_owned(), value.to_owned())).collect::<Vec<_>>();
    let statuses = own(values(session, &|one| one.status.as_deref().into_iter().collect()));
    let units = own(values(session, &|one| one.unit.iter().chain(&one.co_units).map(crate::model::Text::as_str).collect()));
    let categories = own(values(session, &|one| one.category.as_deref().into_iter().collect()));
    let outcomes = OUTCOMES.iter().filter(|(outcome, _)| session.suggestions.iter().any(|one| one.outcome.value() == Some(outcome)));
    let outcomes = outcomes.map(|(outcome, name)| ((*name).to_owned(), labels::outcome(ctx.lang, *outcome).to_owned())).collect();
    let name = |id: &str| ctx.opened.lookup.person(session, &id.into()).map_or_else(|| id.to_owned(), |person| person.name.to_string());
    let people = values(session, &|one| movers(one).map(AsRef::as_ref).collect());
    let people = people.into_iter().map(|id| (id.to_owned(), name(id))).collect();
    let form = el("form").class("filters").set("aria-label", t.filter).on("submit", Box::new(|event| event.prevent_default()));
    let form = form
        .maybe(filter(ctx, t.status, statuses, |chosen| &mut chosen.status))
        .maybe(filter_by(
            ctx,
            t.result,
            outcomes,
            |chosen| OUTCOMES.iter().find(|(outcome, _)| Some(*outcome) == chosen.outcome).map(|(_, name)| (*name).to_owned()),
            |chosen, value| {
                chosen.outcome = OUTCOMES.iter().find(|(_, name)| value.as_deref() == Some(*name)).map(|(outcome, _)| *outcome);
            },
        ))
        .maybe(filter(ctx, s.handled_by, units, |chosen| &mut chosen.unit))
        .maybe(filter(ctx, s.category, categories, |chosen| &mut chosen.category))
        .maybe(filter_by(
            ctx,
            s.mover,
            people,
            |chosen| chosen.person.as_ref().map(ToString::to_string),
            |chosen, value| chosen.person = value.map(PersonId),
        ));
    let day = day_of(session);
    if !session.suggestions.iter().any(|one| answer(one, day) == Answer::Overdue) {
        return form;
    }
    let here = ctx.clone();
    let input = el("input").set("type", "checkbox");
    let (shown, pressed) = (input.clone(), input.clone());
    let tracked = ctx.clone();
    effect(move || shown.input().set_checked(choice(&tracked).overdue));
    let change = move |_| {
        let overdue = pressed.input().checked();
        go(&here, Chosen { overdue, ..untrack(|| choice(&here)) });
    };
    form.add(el("label").class("filter").add(input.on("change", Box::new(change))).text(s.only_overdue))
}

/// A filter by a text of the file.
fn filter(ctx: &Ctx, label: &'static str, options: Vec<(String, String)>, field: fn(&mut Chosen) -> &mut Option<String>) -> Option<El> {
    let get = move |chosen: &Chosen| field(&mut chosen.clone()).take();
    filter_with(ctx, label, options, Box::new(get), Box::new(move |chosen, value| *field(chosen) = value))
}

fn filter_by(
    ctx: &Ctx,
    label: &'static str,
    options: Vec<(String, String)>,
    get: fn(&Chosen) -> Option<String>,
    put: fn(&mut Chosen, Option<String>),
) -> Option<El> {
    filter_with(ctx, label, options, Box::new(get), Box::new(put))
}

type Of = Box<dyn Fn(&Chosen) -> Option<String>>;
type Put = Box<dyn Fn(&mut Chosen, Option<String>)>;

fn filter_with(ctx: &Ctx, label: &'static str, options: Vec<(String, String)>, get: Of, put: Put) -> Option<El> {
    let (tracked, here) = (ctx.clone(), ctx.clone());
    let current = move || get(&choice(&tracked));
    let choose = move |value| {
        let mut chosen = untrack(|| choice(&here));
        put(&mut chosen, value);
        go(&here, chosen);
    };
    chooser(ctx.t.all, label, &options, Box::new(current), Box::new(choose))
}

fn go(ctx: &Ctx, chosen: Chosen) {
    navigation::go(ctx.app, Route::to(ctx.door.clone(), Place::Suggestions(Box::new(chosen))));
}
