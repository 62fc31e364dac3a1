//! Choosing among the suggestions; what is chosen lives in the link.

use crate::digest::follow::{Answer, answer, day_of, movers, values};
use crate::i18n::{Lists, labels};
use crate::model::{Outcome, PersonId, Text};
use crate::route::{Chosen, OUTCOMES, Place, Route};
use crate::ui::actions::navigation;
use crate::ui::components::chooser::Chooser;
use crate::ui::pages::suggestions::choice::choice;
use crate::ui::state::{Ctx, use_ctx};
use leptos::ev::Targeted;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, InputEvent};

/// Values and their names.
type Options = Vec<(String, String)>;

/// The filters that there is something to choose in.
#[component]
pub fn Filters() -> impl IntoView {
    let ctx = use_ctx();
    let (t, s, session) = (ctx.t, ctx.story(), ctx.session());
    let own = |values: Vec<&str>| values.into_iter().map(|value| (value.to_owned(), value.to_owned())).collect::<Options>();
    let statuses = own(values(session, &|one| one.status.as_deref().into_iter().collect()));
    let units = own(values(session, &|one| one.unit.iter().chain(&one.co_units).map(Text::as_str).collect()));
    let categories = own(values(session, &|one| one.category.as_deref().into_iter().collect()));
    let outcomes = OUTCOMES.iter().filter(|(outcome, _)| session.suggestions.iter().any(|one| one.outcome.value() == Some(outcome)));
    let outcomes: Options = outcomes.map(|(outcome, name)| ((*name).to_owned(), labels::outcome(ctx.lang, *outcome).to_owned())).collect();
    let name = |id: &str| ctx.opened.lookup.person(session, &id.into()).map_or_else(|| id.to_owned(), |person| person.name.to_string());
    let people = values(session, &|one| movers(one).map(AsRef::as_ref).collect());
    let people: Options = people.into_iter().map(|id| (id.to_owned(), name(id))).collect();
    let day = day_of(session);
    let l = Lists::of(ctx.lang);
    let is_narrowed = untrack(|| Chosen { text: None, ..choice(&ctx) } != Chosen::default());
    let has_overdue = session.suggestions.iter().any(|one| answer(one, day) == Answer::Overdue);
    view! {
        <form class="filters" aria-label=t.filter on:submit=|event| event.prevent_default()>
            <ByWords/>
            <details class="more" open=is_narrowed>
            <summary>{l.more_filters}</summary>
            <div>
            <Filter label=t.status is_own=true options=statuses get=|chosen| chosen.status.clone() put=|chosen, value| chosen.status = value/>
            <Filter label=t.result options=outcomes get=outcome put=|chosen, value| chosen.outcome = outcome_of(value)/>
            <Filter label=s.handled_by is_own=true options=units get=|chosen| chosen.unit.clone() put=|chosen, value| chosen.unit = value/>
            <Filter label=s.category is_own=true options=categories get=|chosen| chosen.category.clone() put=|chosen, value| chosen.category = value/>
            <Filter
                label=s.mover
                is_own=true
                options=people
                get=|chosen| chosen.person.as_ref().map(ToString::to_string)
                put=|chosen, value| chosen.person = value.map(PersonId)
            />
            {has_overdue.then(|| view! { <OnlyOverdue/> }.into_any())}
            </div>
            </details>
        </form>
    }
    .into_any()
}

/// Looks for words in titles, names and units while they are typed.
#[component]
fn ByWords() -> impl IntoView {
    let ctx = use_ctx();
    let (words, tracked) = (Lists::of(ctx.lang).find_suggestion, ctx.clone());
    let look_for = Callback::new(move |text: String| {
        let text = Some(text).filter(|text| !text.trim().is_empty());
        let chosen = Chosen { text, ..untrack(|| choice(&ctx)) };
        navigation::replace(ctx.app, Route::to(ctx.source.clone(), Place::Suggestions(Box::new(chosen))));
    });
    let typed = move |event: Targeted<Event, HtmlInputElement>| {
        // What an input method shows before it is chosen is not typed yet; `compositionend` follows it.
        if event.dyn_ref::<InputEvent>().is_none_or(|event| !event.is_composing()) {
            look_for.run(event.target().value());
        }
    };
    view! {
        <label class="by-words">
            <span class="unseen">{words}</span>
            <input
                type="search"
                placeholder=words
                prop:value=move || choice(&tracked).text.unwrap_or_default()
                on:input:target=typed
                on:compositionend:target=move |event| look_for.run(event.target().value())
            />
        </label>
    }
    .into_any()
}

/// The name of the outcome that is chosen.
fn outcome(chosen: &Chosen) -> Option<String> {
    OUTCOMES.iter().find(|(outcome, _)| Some(*outcome) == chosen.outcome).map(|(_, name)| (*name).to_owned())
}

fn outcome_of(name: Option<String>) -> Option<Outcome> {
    OUTCOMES.iter().find(|(_, known)| name.as_deref() == Some(*known)).map(|(outcome, _)| *outcome)
}

/// One filter.
#[component]
fn Filter(
    /// What is chosen.
    label: &'static str,
    /// Whether the names are words of the file.
    #[prop(optional)]
    is_own: bool,
    /// The values and their names.
    options: Options,
    /// What it says of the choice.
    get: fn(&Chosen) -> Option<String>,
    /// What it makes of the choice.
    put: fn(&mut Chosen, Option<String>),
) -> impl IntoView {
    let ctx = use_ctx();
    let (all, tracked) = (ctx.t.all, ctx.clone());
    let lang = is_own.then(|| ctx.content_lang());
    let current = Signal::derive(move || get(&choice(&tracked)));
    let choose = move |value| {
        let mut chosen = untrack(|| choice(&ctx));
        put(&mut chosen, value);
        go(&ctx, chosen);
    };
    view! { <Chooser all label lang options current choose/> }.into_any()
}

/// Whether only those are listed whose answer is overdue.
#[component]
fn OnlyOverdue() -> impl IntoView {
    let ctx = use_ctx();
    let (words, tracked) = (ctx.story().only_overdue, ctx.clone());
    let change = move |event| {
        let overdue = event_target_checked(&event);
        go(&ctx, Chosen { overdue, ..untrack(|| choice(&ctx)) });
    };
    view! { <label class="filter"><input type="checkbox" prop:checked=move || choice(&tracked).overdue on:change=change/>{words}</label> }
        .into_any()
}

fn go(ctx: &Ctx, chosen: Chosen) {
    navigation::go(ctx.app, Route::to(ctx.source.clone(), Place::Suggestions(Box::new(chosen))));
}
