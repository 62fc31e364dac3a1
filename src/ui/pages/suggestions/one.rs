//! One suggestion, from submission to what the deputy thought of the answer.

use crate::digest::follow::{Answer, answer, day_of};
use crate::i18n::{dates, fill, labels};
use crate::model::{Date, Happening, Stated, Suggestion};
use crate::order::ordered;
use crate::route::Place;
use crate::ui::components::common::{dotted, person, persons, section};
use crate::ui::components::elsewhere::elsewhere;
use crate::ui::pages::suggestions::chips;
use crate::ui::state::Ctx;
use crate::ui::web::dom::{El, bdi, built, el, fact, link, said, with_text};
use leptos::prelude::*;

/// The page.
pub fn page(ctx: &Ctx, one: &Suggestion) -> AnyView {
    let (t, s, lang) = (ctx.t, ctx.story(), ctx.lang);
    let session = ctx.session();
    let content_lang = ctx.content_lang();
    let mut facts = el("dl").class("pairs");
    let mut put = |[term, value]: [El; 2]| facts = facts.clone().add(term).add(value);
    let text = |text: &str| bdi(text).lang(&content_lang);
    if let Some(number) = &one.number {
        put(fact(s.number, text(number)));
    }
    if let Some(lead) = &one.lead {
        put(fact(s.lead, person(ctx, lead)));
    }
    if !one.cosigners.is_empty() {
        put(fact(&fill(s.cosigners, &[&one.cosigners.len().to_string()]), persons(ctx, &one.cosigners)));
    }
    if let Some(category) = &one.category {
        put(fact(s.category, text(category)));
    }
    if let Some(unit) = &one.unit {
        put(fact(s.handled_by, text(unit)));
    }
    if !one.co_units.is_empty() {
        put(fact(s.co_units, text(&one.co_units.iter().map(crate::model::Text::as_str).collect::<Vec<_>>().join("、"))));
    }
    for (label, date) in [(s.due, &one.due), (s.replied, &one.replied)] {
        match date {
            Stated::Unknown => {}
            Stated::None => put(said(label, t.none)),
            Stated::Value(date) => put(said(label, &dates::date(lang, date))),
        }
    }
    if let Some(satisfaction) = one.satisfaction.value() {
        put(said(s.satisfaction, labels::satisfaction(lang, *satisfaction)));
    }
    if let Some(item) = one.agenda.as_ref().and_then(|id| ctx.opened.lookup.agenda(session, id.as_str())) {
        put(fact(s.reported_in, link(&ctx.href(Place::AgendaItem(item.id.clone())), &item.title).lang(&content_lang)));
    }
    let overdue = (answer(one, day_of(session)) == Answer::Overdue).then(|| {
        let day = day_of(session).map(|day| dates::date(lang, day)).unwrap_or_default();
        with_text("p", "notice", &fill(s.overdue_note, &[&day]))
    });
    let said_in = |heading: &str, body: &str| section(heading).add(with_text("p", "", body).lang(&content_lang));
    let reply = match &one.reply {
        Stated::Value(reply) => Some(said_in(s.reply, reply)),
        Stated::None => Some(section(s.reply).add(with_text("p", "quiet", t.none))),
        Stated::Unknown => None,
    };
    let main = el("div")
        .add(with_text("h1", "", &one.title).set("tabindex", "-1").lang(&content_lang))
        .add(el("p").add(chips(ctx, one)))
        .maybe(overdue)
        .maybe(one.text.as_ref().map(|text| said_in(s.asked, text)))
        .maybe(timeline(ctx, one))
        .maybe(reply)
        .add(elsewhere(ctx, one.session.as_ref(), {
            let id = one.id.clone();
            Box::new(move |session| {
                let one = session.suggestions.iter().find(|one| one.id == id)?;
                let outcome = one.outcome.value().map(|outcome| labels::outcome(lang, *outcome).to_owned());
                Some((Place::Suggestion(id.clone()), dotted([one.status.as_ref().map(ToString::to_string), outcome])))
            })
        }));
    let all = link(&ctx.href(Place::Suggestions(Box::default())), s.all_suggestions).class("go");
    let aside = el("aside").add(with_text("h3", "", s.about)).add(facts).add(el("p").add(all));
    built(vec![el("div").class("page").add(main).add(aside)])
}

/// From submission to what the deputy thought, in order of the days.
fn timeline(ctx: &Ctx, one: &Suggestion) -> Option<El> {
    let s = ctx.story();
    let mut steps = one.timeline.clone();
    let mut put = |date: Option<&Date>, event: &str, word: &str| {
        // What the file tells itself on that day is not told twice.
        let is_told = |date: &&Date| one.timeline.iter().any(|step| step.date == **date && step.event.contains(word));
        if let Some(date) = date.filter(|date| !is_told(date)) {
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
    let mut list = el("ol").class("timeline");
    for step in &steps {
        let date = with_text("span", "date", &dates::date(ctx.lang, &step.date)).lang(ctx.lang.tag());
        let note = step.note.as_ref().map(|note| with_text("span", "who", note));
        list = list.add(el("li").add(date).add(with_text("span", "", &step.event)).maybe(note));
    }
    Some(section(s.timeline).add(list.lang(&ctx.content_lang())))
}
