//! The overview: what, where, when, who, what was decided, what there is to read.

use crate::digest::glance::{Fact, glance};
use crate::digest::listing::neighbors;
use crate::digest::{length_chars, minutes_to_read, presiding};
use crate::i18n::{dates, fill, labels};
use crate::model::TextStatus;
use crate::route::{BudgetPlace, Place};
use crate::ui::components::agenda_list::agenda_list;
use crate::ui::components::around::compare_link;
use crate::ui::components::common::{dotted, person, persons, section, stated};
use crate::ui::components::decided::{attendance_facts, chip, decided_rows, listed, row};
use crate::ui::data::catalogue::of_body;
use crate::ui::state::{Ctx, Load, Origin, session_href};
use crate::ui::web::dom::{El, bdi, built, el, fact, link, said, with_text};
use crate::ui::web::task::effect;
use leptos::prelude::*;

/// The overview.
pub fn page(ctx: &Ctx) -> AnyView {
    let t = ctx.t;
    let session = ctx.session();
    let summary = session.summary.as_ref().map(|summary| {
        let mut lines = el("div").class("glance").lang(&ctx.content_lang());
        for line in summary.split('\n').filter(|line| !line.is_empty()) {
            lines = lines.add(with_text("p", "", line));
        }
        section(ctx.story().summary).add(lines)
    });
    let has_agenda = !session.agenda.is_empty() || !session.sittings.is_empty();
    let main = el("div")
        .maybe(at_a_glance(ctx))
        .maybe(summary)
        .add(decisions(ctx))
        .maybe(has_agenda.then(|| section(t.agenda).add(agenda_list(ctx, None))))
        .maybe(to_read(ctx))
        .maybe(budgets(ctx));
    let about = beside(t.about_session).add(facts(ctx));
    same_body(ctx, &about);
    let aside = el("aside").add(about).add(sources(ctx));
    built(vec![el("div").class("page").add(main).add(aside)])
}

/// A part of what stands beside the page.
fn beside(heading: &str) -> El {
    el("div").add(with_text("h3", "", heading))
}

/// Sentences from data only, each with a link to its place.
fn at_a_glance(ctx: &Ctx) -> Option<El> {
    let facts = glance(ctx.session());
    if facts.is_empty() {
        return None;
    }
    let mut list = el("ul").class("glance facts-list");
    for (fact, place) in facts {
        let text = el("a").set("href", &ctx.href(place));
        list = list.add(el("li").add(sentence(ctx, &fact, text)));
    }
    Some(section(ctx.t.at_a_glance).add(list))
}

/// Adds the sentence to a place; what is from the file is marked as such.
fn sentence(ctx: &Ctx, fact: &Fact, place: El) -> El {
    let s = ctx.story();
    let n = |n: usize| n.to_string();
    let (template, values) = match fact {
        Fact::Attended(expected, present) => (s.g_attended, vec![expected.to_string(), present.to_string()]),
        Fact::Reports(reports) => (s.g_reports, vec![n(*reports)]),
        Fact::AdoptedOne(title) => (s.g_adopted_one, vec![title.to_string()]),
        Fact::Adopted(adopted, title) => (s.g_adopted, vec![n(*adopted), title.to_string()]),
        Fact::Rejected(title) => (s.g_rejected, vec![title.to_string()]),
        Fact::Elected(people) => {
            let mut names = String::new();
            for (at, (id, post)) in people.iter().enumerate() {
                let name = ctx.opened.lookup.person(ctx.session(), id).map_or(id.as_str(), |person| person.name.as_str());
                let post = post.as_ref().map(|post| format!("（{post}）")).unwrap_or_default();
                names.extend([if at == 0 { "" } else { "、" }, name, &post]);
            }
            (s.g_elected, vec![names])
        }
        Fact::Answered(received, replied) => (s.g_answered, vec![received.to_string(), replied.to_string()]),
        Fact::HandedIn(received) => (s.g_handed_in, vec![received.to_string()]),
        Fact::Selected(Some(stood), selected) => (s.g_selected, vec![n(*stood), n(*selected)]),
        Fact::Selected(None, selected) => (s.g_selected_only, vec![n(*selected)]),
        Fact::Projects(all, done) => (s.g_projects, vec![n(*all), n(*done)]),
    };
    let mut values = values.iter();
    let mut place = place;
    for (at, part) in template.split("{}").enumerate() {
        if at > 0 {
            place = place.maybe(values.next().map(|value| bdi(value).lang(&ctx.content_lang())));
        }
        place = place.text(part);
    }
    place
}

fn decisions(ctx: &Ctx) -> El {
    let (t, rows) = (ctx.t, decided_rows(ctx));
    section(t.decided).add(if rows.is_empty() { with_text("p", "quiet", t.nothing_decided) } else { listed(ctx, rows) })
}

fn to_read(ctx: &Ctx) -> Option<El> {
    let mut rows = Vec::new();
    for speech in ctx.session().speeches.iter().filter(|speech| !speech.blocks.is_empty()) {
        let minutes = minutes_to_read(length_chars(&speech.blocks)).to_string();
        let length = chip(ctx, &fill(ctx.t.about_minutes, &[&minutes]));
        let who = el("span").class("who").maybe(speech.speaker.as_ref().map(|id| person(ctx, id)));
        rows.push(row(ctx, Place::Speech(speech.id.clone()), &speech.title).add(length).add(who));
    }
    (!rows.is_empty()).then(|| section(ctx.t.to_read).add(listed(ctx, rows)))
}

fn budgets(ctx: &Ctx) -> Option<El> {
    let mut rows = Vec::new();
    for budget in &ctx.session().budgets {
        let place = Place::Budget(Box::new(BudgetPlace::new(budget.id.clone())));
        rows.push(row(ctx, place, &budget.title).add(chip(ctx, labels::stage(ctx.lang, budget.stage))));
    }
    (!rows.is_empty()).then(|| section(ctx.t.budgets).add(listed(ctx, rows)))
}

fn facts(ctx: &Ctx) -> El {
    let t = ctx.t;
    let session = ctx.session();
    let mut facts = Vec::new();
    if let Some(when) = dates::span(ctx.lang, &session.dates) {
        facts.extend(said(t.when, &when));
    }
    facts.extend(fact(t.place, stated(t, &session.venue)));
    if let Some(kind) = session.kind {
        facts.extend(said(t.kind, labels::session_kind(ctx.lang, kind)));
    }
    let chairs: Vec<_> = presiding(session).into_iter().cloned().collect();
    if !chairs.is_empty() {
        facts.extend(fact(t.presided_by, persons(ctx, &chairs)));
    }
    match &session.attendance {
        Some(attendance) => facts.extend(attendance_facts(ctx, attendance)),
        None => facts.extend(fact(t.attendance, with_text("span", "quiet", t.not_stated))),
    }
    el("dl").class("pairs").all(facts)
}

/// Shows the session before and after this one of the same body after `above`, as soon as the archive is known; only for sessions of the
/// archive beside the page.
fn same_body(ctx: &Ctx, above: &El) {
    if ctx.opened.origin != Origin::Archive {
        return;
    }
    let app = ctx.app;
    let (id, t, lang, above) = (ctx.session().id.clone(), ctx.t, ctx.lang, above.clone());
    let body = ctx.session().assembly.name.clone();
    let (mut shown, here): (Option<El>, _) = (None, ctx.clone());
    effect(move || {
        if let Some(shown) = shown.take() {
            shown.element().remove();
        }
        let Load::Ready(catalogue) = of_body(app, &body) else { return };
        let (before, after) = neighbors(&catalogue.sessions, id.as_str());
        let mut rows = Vec::new();
        for (label, entry) in [(t.previous, before), (t.next, after)] {
            let Some(entry) = entry else { continue };
            let number = entry.term.zip(entry.meeting).map(|(term, meeting)| {
                let comma = if lang == crate::i18n::Lang::En { ", " } else { "" };
                format!("{}{comma}{}", dates::term(lang, term), dates::meeting(lang, meeting))
            });
            let name = number.unwrap_or_else(|| entry.title.to_string());
            let [term, value] = fact(label, link(&session_href(&entry.id), &name));
            let dates = dates::span(lang, &entry.dates).unwrap_or_default();
            let value = value.add(el("br")).add(with_text("small", "quiet", &dates));
            let compare = (label == t.previous).then(|| el("div").add(compare_link(&here, &entry.id)));
            rows.extend([term, value.maybe(compare)]);
        }
        if !rows.is_empty() {
            let part = beside(t.same_body).add(el("dl").class("pairs").all(rows));
            let _ = above.element().insert_adjacent_element("afterend", part.element());
            shown = Some(part);
        }
    });
}

fn sources(ctx: &Ctx) -> El {
    let t = ctx.t;
    let session = ctx.session();
    let mut rows = el("ul").class("plain").lang(&ctx.content_lang());
    for source in &session.sources {
        let date = source.date.as_ref().map(|date| dates::date(ctx.lang, date));
        let line = dotted([source.publisher.as_ref().map(ToString::to_string), date]);
        rows = rows.add(el("li").add(bdi(&source.title)).add(el("br")).add(with_text("small", "quiet", &line)));
    }
    let summarized = session.speeches.iter().any(|speech| !speech.blocks.is_empty() && speech.text_status == Some(TextStatus::Summary));
    let as_of = session.as_of.as_ref().map(|date| with_text("p", "quiet", t.as_of).text(" ").text(&dates::date(ctx.lang, date)));
    beside(t.sources)
        .add(rows)
        .maybe(summarized.then(|| with_text("p", "", t.paraphrase_note)))
        .maybe(as_of)
        .add(el("p").add(link(&ctx.href(Place::Documents), t.documents)))
}
