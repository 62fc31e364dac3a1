//! A person in the sessions of a body.

use super::body::person_link;
use super::{as_they_come, crumb, ctx, list, lost, name, progress, row, sample_note, sessions, title, when};
use crate::digest::person::{Held, Seen, answers_for, namesakes, people, position, posts, raised};
use crate::digest::{self, Deed, deeds};
use crate::i18n::{Beyond, Lang, dates, fill, labels};
use crate::model::{Date, PersonId, Session, Stated};
use crate::route::Place;
use crate::ui::dom::{El, bdi, el, link, with_text};
use crate::ui::family::{Family, family};
use crate::ui::parts::{dotted, heading, section};
use crate::ui::state::{App, Ctx};

/// The page of the person whom a session of the body gives this id.
pub(super) fn page(app: App, lang: Lang, body: &str, id: &PersonId) -> Vec<El> {
    let t = lang.texts();
    title(lang, id.as_str());
    // The heading stays while the sessions come, so that it keeps the focus.
    let heading = heading(id.as_str());
    let facts = el("p").class("facts").lang("zh-Hans");
    let of = body.to_owned();
    let get = move || family(app, &of);
    let (shown, told, body_name, id) = (heading.clone(), facts.clone(), body.to_owned(), id.clone());
    let make = move |family: &Family| {
        let sessions = sessions(family);
        let people = people(&sessions);
        let Some(this) = position(&sessions, &people, &id) else {
            let b = Beyond::of(lang);
            return if family.left > 0 {
                Vec::new()
            } else {
                shown.say(b.person_unknown_title);
                title(lang, b.person_unknown_title);
                vec![lost(lang, "", &fill(b.person_unknown, &[id.as_str()]))]
            };
        };
        let seen = &people[this];
        if let Some(person) = seen.last().and_then(|last| last.of(&sessions)) {
            shown.say(&person.name);
            told.say(&digest::posts(person));
            title(lang, &format!("{} · {body_name}", person.name));
        }
        let all: Vec<Ctx> = family.sessions.iter().map(|opened| ctx(app, lang, opened)).collect();
        let others = namesakes(&sessions, &people, this);
        let others = others.iter().map(|at| &people[*at][..]).collect();
        Told { lang, id: &id, body: &body_name, all: &all, sessions: &sessions, seen }.parts(others)
    };
    let content = el("div").add(progress(app, lang, body, Box::new(get.clone()))).add(as_they_come(Box::new(get), Box::new(make)));
    let head = el("div").class("head").add(crumb(t, Some(body))).add(heading.lang("zh-Hans")).add(facts);
    vec![head, el("div").class("page one").add(content)]
}

/// What is told of a person, and what it is told from.
struct Told<'a> {
    lang: Lang,
    id: &'a PersonId,
    body: &'a str,
    all: &'a [Ctx],
    sessions: &'a [&'a Session],
    seen: &'a [Seen],
}

impl Told<'_> {
    fn parts(&self, others: Vec<&[Seen]>) -> Vec<El> {
        let b = Beyond::of(self.lang);
        let is_sample = self.seen.iter().any(|seen| self.sessions[seen.session].is_sample);
        let mut parts = vec![self.basis()];
        parts.extend(sample_note(b, is_sample));
        let (spoken, elections, attended) = self.deeds();
        let sections = [
            self.posts(),
            list(b.person_spoken, spoken),
            self.suggestions(),
            list(b.person_elections, elections),
            self.projects(),
            list(b.person_sessions, attended),
            self.namesakes(others),
        ];
        parts.extend(sections.into_iter().flatten());
        parts
    }

    /// What it rests on that these are one person.
    fn basis(&self) -> El {
        let b = Beyond::of(self.lang);
        let mut names: Vec<&str> = Vec::new();
        let mut by_id = 0;
        for person in self.seen.iter().rev().filter_map(|seen| seen.of(self.sessions)) {
            by_id += usize::from(person.id == *self.id);
            if !names.contains(&person.name.as_str()) {
                names.push(&person.name);
            }
        }
        let by_post = self.seen.len() - by_id;
        let mut words = fill(b.person_rests, &[self.id.as_str(), &by_id.to_string()]);
        let mut also = |sentence: String| {
            words.push_str(if self.lang == Lang::En { " " } else { "" });
            words.push_str(&sentence);
        };
        if by_post > 0 {
            also(fill(b.person_rests_post, &[&by_post.to_string()]));
        }
        if let [_, others @ ..] = &names[..]
            && !others.is_empty()
        {
            also(fill(b.person_other_names, &[&others.join("、")]));
        }
        with_text("p", "quiet basis", &words)
    }

    fn posts(&self) -> Option<El> {
        let mut rows = Vec::new();
        for held in posts(self.sessions, self.seen).iter().rev() {
            rows.push(self.post(held));
        }
        let title = Beyond::of(self.lang).person_posts;
        (!rows.is_empty()).then(|| section(title).add(el("ol").class("timeline").all(rows)))
    }

    fn post(&self, held: &Held<'_>) -> El {
        let (b, lang) = (Beyond::of(self.lang), self.lang);
        let told = |template: &str, date: &Date| fill(template, &[&dates::date(lang, date)]);
        let until = match held.to {
            Some(Stated::Value(date)) => Some(told(b.post_until, date)),
            _ => None,
        };
        let stated = dotted([held.from.map(|date| told(b.post_since, date)), until]);
        let mut seen = el("span").class("who").text(b.seen_in).text(" ");
        for (at, session) in held.sessions.iter().enumerate() {
            let Some(ctx) = self.all.get(*session) else { continue };
            let href = self.here(*session).map_or_else(String::new, |place| ctx.href(place));
            seen = seen.text(if at > 0 { "、" } else { "" }).add(link(&href, &when(lang, &ctx.session().dates)).set("data-key", &href));
        }
        let organization = held.organization.filter(|organization| !held.title.contains(organization.as_str()));
        let post = el("b").lang("zh-Hans").maybe(organization.map(|organization| bdi(organization))).add(bdi(held.title));
        el("li").maybe((!stated.is_empty()).then(|| with_text("span", "date", &stated))).add(post).add(seen)
    }

    /// The person's place in a session.
    fn here(&self, session: usize) -> Option<Place> {
        let seen = self.seen.iter().find(|seen| seen.session == session)?;
        Some(Place::Person(seen.of(self.sessions)?.id.clone()))
    }

    /// What was reported and said, what was stood for, and the sessions with the person's roles; newest first.
    fn deeds(&self) -> (Vec<El>, Vec<El>, Vec<El>) {
        let (b, t) = (Beyond::of(self.lang), self.lang.texts());
        let (mut spoken, mut elections, mut attended) = (Vec::new(), Vec::new(), Vec::new());
        for seen in self.seen.iter().rev() {
            let (Some(ctx), Some(person)) = (self.all.get(seen.session), seen.of(self.sessions)) else { continue };
            let session = ctx.session();
            let mut roles: Vec<&str> = Vec::new();
            for deed in deeds(session).of(&person.id) {
                let role = match deed {
                    Deed::Presided(_) => t.presided_by,
                    Deed::Presented(at) => {
                        let Some(item) = session.agenda.get(at) else { continue };
                        spoken.push(row(ctx, Place::AgendaItem(item.id.clone()), &item.title, Some(b.person_presented)));
                        b.person_presented
                    }
                    Deed::Spoke(at) => {
                        let Some(speech) = session.speeches.get(at) else { continue };
                        let kind = speech.kind.map(|kind| labels::speech_kind(self.lang, kind));
                        spoken.push(row(ctx, Place::Speech(speech.id.clone()), &speech.title, kind));
                        kind.unwrap_or(t.speeches)
                    }
                    Deed::Stood(at, candidate) => {
                        let Some(vote) = session.votes.get(at) else { continue };
                        let Some(candidate) = vote.candidates.get(candidate) else { continue };
                        let post = candidate.post.as_deref().or(vote.motion.as_deref()).unwrap_or(t.votes);
                        let chip = match candidate.elected {
                            Stated::Value(true) => t.elected,
                            Stated::Value(false) => t.not_elected,
                            Stated::Unknown | Stated::None => b.person_stood,
                        };
                        elections.push(row(ctx, Place::Vote(vote.id.clone()), post, Some(chip)));
                        b.person_stood
                    }
                    Deed::Led(_) => b.person_led,
                };
                if !roles.contains(&role) {
                    roles.push(role);
                }
            }
            for change in session.deputy_changes.iter().filter(|change| change.person == person.id) {
                let kind = change.kind.map_or(t.people, |kind| labels::deputy_change(self.lang, kind));
                let place = change.agenda.clone().map_or(Place::Decisions, Place::AgendaItem);
                let date = change.date.as_ref().map(|date| dates::date(self.lang, date));
                let constituency = change.constituency.as_ref().map(ToString::to_string);
                elections.push(row(ctx, place, &dotted([Some(kind.to_owned()), constituency, date]), None));
            }
            let roles = if roles.is_empty() { b.person_named.to_owned() } else { roles.join("、") };
            attended.push(row(ctx, Place::Person(person.id.clone()), &name(self.lang, session), Some(&roles)));
        }
        (spoken, elections, attended)
    }

    fn suggestions(&self) -> Option<El> {
        let b = Beyond::of(self.lang);
        let mut rows = Vec::new();
        for raised in raised(self.sessions, self.seen) {
            let Some(ctx) = self.all.get(raised.session) else { continue };
            let Some(suggestion) = ctx.session().suggestions.get(raised.at) else { continue };
            let of = |place: Option<(usize, usize)>| place.and_then(|(session, at)| self.sessions.get(session)?.suggestions.get(at));
            let outcome =
                of(raised.outcome).and_then(|one| one.outcome.value()).map(|outcome| labels::outcome(self.lang, *outcome).to_owned());
            let status = of(raised.status).and_then(|one| one.status.as_ref()).map(ToString::to_string);
            let part = if raised.led { b.person_led } else { b.person_joined };
            let chip = dotted([Some(part.to_owned()), status, outcome]);
            rows.push(row(ctx, Place::Suggestion(suggestion.id.clone()), &suggestion.title, Some(&chip)));
        }
        list(b.person_suggestions, rows)
    }

    fn projects(&self) -> Option<El> {
        let mut rows = Vec::new();
        for (session, at) in answers_for(self.sessions, self.seen) {
            let Some(ctx) = self.all.get(session) else { continue };
            let Some(project) = ctx.session().projects.get(at) else { continue };
            rows.push(row(ctx, Place::Project(project.id.clone()), &project.title, project.status.as_deref()));
        }
        list(Beyond::of(self.lang).person_projects, rows)
    }

    fn namesakes(&self, others: Vec<&[Seen]>) -> Option<El> {
        let b = Beyond::of(self.lang);
        let mut rows = el("ul").class("names").lang("zh-Hans");
        let is_empty = others.is_empty();
        for seen in others {
            let Some(person) = seen.last().and_then(|last| last.of(self.sessions)) else { continue };
            let told = dotted([Some(digest::posts(person)), Some(fill(b.in_sessions, &[&seen.len().to_string()]))]);
            rows = rows.add(el("li").add(person_link(self.body, &person.id, &person.name)).add(with_text("small", "quiet", &told)));
        }
        (!is_empty).then(|| section(b.person_namesakes).add(with_text("p", "quiet", b.person_namesakes_about)).add(rows))
    }
}
