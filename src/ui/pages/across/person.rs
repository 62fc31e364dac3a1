//! A person in the sessions of a body.

use crate::digest;
use crate::digest::deeds;
use crate::digest::person::{Seen, namesakes, people, position, posts, raised};
use crate::i18n::{Beyond, Lang, dates, fill, labels};
use crate::model::{Person, PersonId, Session, Stated};
use crate::route::{Across, Place};
use crate::ui::components::around::{dots, href};
use crate::ui::components::common::{heading, section};
use crate::ui::components::deeds::deed_line;
use crate::ui::data::bodies::family;
use crate::ui::pages::across::{as_they_come, crumb, ctx, lost, numbered, progress, sample_note, sessions, small, title, to, told, when};
use crate::ui::state::family::Family;
use crate::ui::state::{App, Ctx};
use crate::ui::web::dom::{El, bdi, el, with_text};

/// The page of the person whom a session of the body gives this id.
pub fn page(app: App, lang: Lang, body: &str, id: &PersonId) -> Vec<El> {
    title(lang, id.as_str());
    // The heading stays while the sessions come, so that it keeps the focus.
    let heading = heading(id.as_str()).lang("zh-Hans");
    let facts = el("p").class("facts").lang("zh-Hans");
    let of = body.to_owned();
    let get = move || family(app, &of);
    let (shown, said, name, id) = (heading.clone(), facts.clone(), body.to_owned(), id.clone());
    let make = move |family: &Family| {
        let sessions = sessions(family);
        let people = people(&sessions);
        let found = position(&sessions, &people, &id).and_then(|this| Some((this, last(&sessions, people.get(this)?)?)));
        let Some((this, person)) = found else {
            let b = Beyond::of(lang);
            if family.left > 0 {
                return Vec::new();
            }
            shown.say(b.person_unknown_title);
            title(lang, b.person_unknown_title);
            return vec![with_text("p", "", &fill(b.person_unknown, &[id.as_str()])), lost(lang)];
        };
        shown.say(&person.name);
        said.say(&digest::posts(person));
        title(lang, &dots(&[&person.name, &name]));
        let all: Vec<Ctx> = family.sessions.iter().map(|opened| ctx(app, lang, opened)).collect();
        let seen = &people[this];
        let mut parts = Vec::new();
        parts.extend(sample_note(Beyond::of(lang), seen.iter().any(|seen| sessions[seen.session].is_sample)));
        parts.extend([basis(lang, &id, &sessions, seen), held(lang, &all, &sessions, seen)]);
        parts.extend([suggestions(lang, &all, &sessions, seen), attended(lang, &all, &sessions, seen)]);
        let others: Vec<(&Person, usize)> = namesakes(&sessions, &people, this)
            .into_iter()
            .filter_map(|at| Some((last(&sessions, &people[at])?, people[at].len())))
            .collect();
        if !others.is_empty() {
            let b = Beyond::of(lang);
            let about = with_text("p", "quiet", b.person_namesakes_about);
            parts.push(section(b.person_namesakes).add(about).add(names(lang, &name, &others)));
        }
        parts
    };
    let content = el("div").add(progress(app, lang, body, Box::new(get.clone()))).add(as_they_come(Box::new(get), Box::new(make)));
    let head = el("div").class("head").add(crumb(lang.texts(), Some(body))).add(heading).add(facts);
    vec![head, el("div").class("page one").add(content)]
}

/// A person as the last session has them.
pub fn last<'a>(sessions: &[&'a Session], seen: &[Seen]) -> Option<&'a Person> {
    seen.last()?.of(sessions)
}

/// People with links to their pages across sessions, their posts, and in how many sessions they are named.
pub fn names(lang: Lang, body: &str, people: &[(&Person, usize)]) -> El {
    let mut rows = el("ul").class("names").lang("zh-Hans");
    for (person, n) in people {
        let href = href(Across::Person { body: body.to_owned(), person: person.id.clone() });
        let said = dots(&[&digest::posts(person), &numbered(Beyond::of(lang).in_sessions, *n)]);
        rows = rows.add(el("li").add(to(&href, &person.name)).add(small(&said)));
    }
    rows
}

/// What it rests on that these are one person.
fn basis(lang: Lang, id: &PersonId, sessions: &[&Session], seen: &[Seen]) -> El {
    let b = Beyond::of(lang);
    let mut names: Vec<&str> = Vec::new();
    let mut by_id = 0;
    for person in seen.iter().rev().filter_map(|seen| seen.of(sessions)) {
        by_id += usize::from(person.id == *id);
        if !names.contains(&person.name.as_str()) {
            names.push(&person.name);
        }
    }
    let words = fill(b.person_rests, &[id.as_str(), &by_id.to_string()]);
    let mut said = with_text("p", "quiet status", &words);
    if by_id < seen.len() {
        said = said.text(" ").text(&numbered(b.person_rests_post, seen.len() - by_id));
    }
    if names.len() > 1 {
        said = said.text(" ").text(&fill(b.person_other_names, &[&names.join("、")]));
    }
    said
}

fn held(lang: Lang, all: &[Ctx], sessions: &[&Session], seen: &[Seen]) -> El {
    let b = Beyond::of(lang);
    let mut rows = el("ol").class("timeline");
    for held in posts(sessions, seen).iter().rev() {
        let date = |template: &str, date| fill(template, &[&dates::date(lang, date)]);
        let from = held.from.map(|from| date(b.post_since, from)).unwrap_or_default();
        let until = match held.to {
            Some(Stated::Value(until)) => date(b.post_until, until),
            _ => String::new(),
        };
        let mut who = with_text("span", "who", b.seen_in);
        for ctx in held.sessions.iter().filter_map(|at| all.get(*at)) {
            let person = seen.iter().find_map(|seen| seen.of(sessions).filter(|_| std::ptr::eq(sessions[seen.session], ctx.session())));
            let Some(person) = person else { continue };
            who = who.text(" ").add(to(&ctx.href(Place::Person(person.id.clone())), &when(lang, &ctx.session().dates)));
        }
        let organization = held.organization.filter(|organization| !held.title.contains(organization.as_str()));
        let post = el("b").lang("zh-Hans").text(organization.map_or("", |organization| organization)).add(bdi(held.title));
        rows = rows.add(el("li").add(with_text("span", "date", &dots(&[&from, &until]))).add(post).add(who));
    }
    section(b.person_posts).add(rows)
}

fn suggestions(lang: Lang, all: &[Ctx], sessions: &[&Session], seen: &[Seen]) -> El {
    let (b, t) = (Beyond::of(lang), lang.texts());
    let mut rows = el("ul").class("rows");
    let raised = raised(sessions, seen);
    for one in &raised {
        let Some(ctx) = all.get(one.session) else { continue };
        let Some(suggestion) = ctx.session().suggestions.get(one.at) else { continue };
        let of = |place: Option<(usize, usize)>| place.and_then(|(session, at)| sessions.get(session)?.suggestions.get(at));
        let outcome = of(one.outcome).and_then(|one| one.outcome.value()).map_or("", |outcome| labels::outcome(lang, *outcome));
        let status = of(one.status).and_then(|one| one.status.as_deref()).unwrap_or_default();
        let template = if one.led { t.led } else { b.joined };
        let href = ctx.href(Place::Suggestion(suggestion.id.clone()));
        let row = el("li").add(to(&href, &fill(template, &[&suggestion.title])));
        let state = dots(&[status, outcome]);
        let state = if state.is_empty() { t.not_stated } else { &state };
        rows = rows.add(row.add(with_text("span", "chip", state)).add(with_text("span", "who", &told(lang, ctx.session()))));
    }
    section(b.person_suggestions).add(if raised.is_empty() { with_text("p", "quiet", t.none) } else { rows })
}

/// The sessions and what the person did in each, newest first.
fn attended(lang: Lang, all: &[Ctx], sessions: &[&Session], seen: &[Seen]) -> El {
    let b = Beyond::of(lang);
    let mut rows = el("ol").class("timeline");
    for here in seen.iter().rev() {
        let (Some(ctx), Some(person)) = (all.get(here.session), here.of(sessions)) else { continue };
        let mut list = el("ul").class("deeds who").lang(lang.tag());
        let lines: Vec<El> = deeds(ctx.session()).of(&person.id).filter_map(|deed| deed_line(ctx, deed)).collect();
        list = if lines.is_empty() { list.add(with_text("li", "quiet", ctx.t.nothing_recorded)) } else { list.all(lines) };
        let href = ctx.href(Place::Person(person.id.clone()));
        let date = with_text("span", "date", &when(lang, &ctx.session().dates));
        rows = rows.add(el("li").add(date).add(to(&href, &ctx.session().title).lang(&ctx.content_lang())).add(list));
    }
    section(b.person_sessions).add(rows)
}
