//! One suggestion, from submission to what the deputy thought of the answer.

use crate::digest::facts::{self, What};
use crate::digest::follow::{Answer, answer, day_of};
use crate::digest::remarks;
use crate::i18n::{dates, fill, labels};
use crate::model::{Date, Happening, Stated, Suggestion, SuggestionId, Text};
use crate::order::ordered;
use crate::route::Place;
use crate::ui::components::elsewhere::{Elsewhere, Standing};
use crate::ui::components::facts::rows;
use crate::ui::components::layout::{Fact, Section};
use crate::ui::components::remarks::as_printed;
use crate::ui::components::text::{Phrases, dotted};
use crate::ui::pages::suggestions::chips::chips;
use crate::ui::state::{Ctx, use_ctx};
use leptos::prelude::*;

/// One suggestion: what was asked, when, the answer, and how it stood in other sessions.
#[component]
pub fn SuggestionPage(
    /// The suggestion's id in the session around.
    id: SuggestionId,
) -> impl IntoView {
    let ctx = use_ctx();
    let session = ctx.session();
    let Some(one) = session.suggestions.iter().find(|one| one.id == id) else { return ().into_any() };
    let (t, s, lang) = (ctx.t, ctx.story(), ctx.lang);
    let content_lang = ctx.content_lang();
    let overdue = (answer(one, day_of(session)) == Answer::Overdue).then(|| {
        let day = day_of(session).map(|day| dates::date(lang, day)).unwrap_or_default();
        view! { <p class="notice">{fill(s.overdue_note, &[&day])}</p> }.into_any()
    });
    let said_in = |heading: &'static str, body: &Text| {
        let (body, lang) = (body.to_string(), content_lang.clone());
        view! { <Section heading><p lang=lang>{body}</p></Section> }.into_any()
    };
    let asked = one.text.as_ref().map(|text| said_in(s.asked, text));
    let reply = match &one.reply {
        Stated::Value(reply) => Some(said_in(s.reply, reply)),
        Stated::None => Some(view! { <Section heading=s.reply><p class="quiet">{t.none}</p></Section> }.into_any()),
        Stated::Unknown => None,
    };
    let standing: Standing = Box::new(move |session| {
        let one = session.suggestions.iter().find(|one| one.id == id)?;
        let outcome = one.outcome.value().map(|outcome| labels::outcome(lang, *outcome).to_owned());
        Some((Place::Suggestion(id.clone()), dotted([one.status.as_ref().map(ToString::to_string), outcome])))
    });
    view! {
        <div class="page">
            <div>
                <h1 tabindex="-1" lang=content_lang.clone()><Phrases title=one.title.to_string()/></h1>
                <p>{chips(&ctx, one, true)}</p>
                {overdue}
                {as_printed(ctx.lang, &remarks::suggestion(one))}
                {asked}
                {timeline(&ctx, one)}
                {reply}
                <Elsewhere from=one.session.clone() standing/>
            </div>
            <aside>
                <h3>{s.about}</h3>
                <dl class="pairs">{facts(&ctx, one)}</dl>
                <p><a class="go" href=ctx.href(Place::Suggestions(Box::default()))>{s.all_suggestions}</a></p>
            </aside>
        </div>
    }
    .into_any()
}

/// What else is known of it, row by row.
fn facts(ctx: &Ctx, one: &Suggestion) -> Vec<AnyView> {
    let (term, lang) = (ctx.story().number, ctx.content_lang());
    let number = one.number.as_ref().map(ToString::to_string);
    let number = number.map(|number| view! { <Fact term><bdi lang=lang>{number}</bdi></Fact> }.into_any());
    number.into_iter().chain(rows(ctx, &facts::suggestion(ctx.session(), one), &ELSEWHERE)).collect()
}

/// What the chips say, and what has a section of its own.
const ELSEWHERE: [What; 7] = [What::Kind, What::Status, What::Outcome, What::Answer, What::Asked, What::Reply, What::Step];

/// From submission to what the deputy thought, in order of the days.
fn timeline(ctx: &Ctx, one: &Suggestion) -> Option<AnyView> {
    let s = ctx.story();
    let mut steps = one.timeline.clone();
    let mut put = |date: Option<&Date>, event: &str, word: &str| {
        // What the file itself says of that day is not said twice.
        let is_there = |date: &&Date| one.timeline.iter().any(|step| step.date == **date && step.event.contains(word));
        if let Some(date) = date.filter(|date| !is_there(date)) {
            steps.push(Happening { date: date.clone(), event: event.into(), note: None });
        }
    };
    put(one.submitted.as_ref(), s.submitted, "提");
    put(one.due.value(), s.due, "期限");
    put(one.replied.value(), s.replied, "复");
    let steps = ordered(&steps, |a, b| a.date.civil().cmp(&b.date.civil()));
    if steps.is_empty() {
        return None;
    }
    let rows = steps.iter().map(|step| {
        let date = dates::date(ctx.lang, &step.date);
        let note = step.note.as_ref().map(|note| view! { <span class="who">{note.to_string()}</span> }.into_any());
        view! { <li><span class="date" lang=ctx.lang.tag()>{date}</span><span>{step.event.to_string()}</span>{note}</li> }.into_any()
    });
    let (rows, lang) = (rows.collect::<Vec<_>>(), ctx.content_lang());
    Some(view! { <Section heading=s.timeline><ol class="timeline" lang=lang>{rows}</ol></Section> }.into_any())
}
