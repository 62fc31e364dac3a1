//! A session in the shape of Popolo, the data specification for people, organizations, motions and votes (<https://www.popoloproject.com>).
//!
//! Ids are those of the file: a person's is the same in every session of the body; an organization's is its name, a post's its
//! organization and title; what belongs to the session has the session's id before its own. The content does not depend on the language of
//! the interface. Where Popolo has no property for what a reader must know (a made-up sample, a text that is not verbatim) it stands in
//! `extra`, as its JSON patterns propose.

mod matters;
mod parts;
mod said;

use super::text::plain;
use crate::digest::facts;
use crate::i18n::{Lang, labels};
use crate::json::{Object, list};
use crate::model::{PersonId, Post, Session, Text, Vote, link_host};
use crate::order::insert;
use matters::with_facts;
use parts::{count, dated, extra, kind, moment, object, result, timed};

/// The session as one JSON object of lists: `persons`, `organizations`, `posts`, `memberships`, `events`, `motions`, `vote_events`, `speeches`.
pub fn popolo(session: &Session) -> String {
    let mut writer = Writer { session, sources: sources(session), items: Vec::new(), done: Object::new() };
    writer.persons();
    writer.organizations();
    writer.posts();
    writer.events();
    writer.motions();
    writer.votes();
    writer.speeches();
    writer.done.end()
}

struct Writer<'a> {
    session: &'a Session,
    /// Where all of it comes from, as JSON.
    sources: String,
    /// What the list under construction has so far.
    items: Vec<String>,
    /// The lists that are complete.
    done: Object,
}

/// The sources that have an address; Popolo knows no others.
fn sources(session: &Session) -> String {
    let mut sources = Vec::new();
    for source in &session.sources {
        if let Some(url) = source.url.as_deref().filter(|url| link_host(url).is_some()) {
            let mut object = Object::new();
            object.text("url", url);
            object.text("note", &source.title);
            sources.push(object.end());
        }
    }
    list(&sources)
}

impl Writer<'_> {
    /// Adds an object to the list under construction.
    #[inline(never)]
    fn add(&mut self, mut object: Object) {
        object.raw("sources", &self.sources);
        self.items.push(object.end());
    }

    /// Ends the list under construction.
    #[inline(never)]
    fn close(&mut self, name: &str) {
        self.done.raw(name, &list(&self.items));
        self.items.clear();
    }

    /// An object of something that belongs to the session.
    #[inline(never)]
    fn own(&self, kind: &str, id: &str) -> Object {
        let mut object = object(&self.id(kind, id));
        object.text("organization_id", &self.session.assembly.name);
        object
    }

    #[inline(never)]
    fn id(&self, kind: &str, id: &str) -> String {
        [self.session.id.as_str(), kind, id].join("/")
    }

    fn persons(&mut self) {
        for person in &self.session.people {
            let mut object = object(person.id.as_str());
            object.text("name", &person.name);
            object.some("sort_name", person.sort_name.as_deref());
            self.add(object);
        }
        self.close("persons");
    }

    fn organizations(&mut self) {
        let assembly = &self.session.assembly;
        let mut congress = object(&assembly.name);
        congress.text("name", &assembly.name);
        congress.text("classification", "legislature");
        if let Some(name) = &assembly.short_name {
            let mut other = Object::new();
            other.text("name", name);
            congress.raw("other_names", &list(&[other.end()]));
        }
        self.add(congress);
        let mut seen = vec![assembly.name.as_str()];
        for post in self.session.people.iter().flat_map(|person| &person.posts) {
            if let Some(name) = post.organization.as_deref().filter(|name| insert(&mut seen, *name)) {
                let mut object = object(name);
                object.text("name", name);
                self.add(object);
            }
        }
        self.close("organizations");
    }

    /// Posts, each once, and who holds them.
    fn posts(&mut self) {
        let mut memberships = Vec::new();
        let mut seen: Vec<(&str, &str)> = Vec::new();
        for person in &self.session.people {
            for (at, post) in person.posts.iter().enumerate() {
                let Post { title, organization, from, to } = post;
                let organization = organization.as_deref();
                let key = (organization.unwrap_or_default(), title.as_str());
                let id = [key.0, key.1].join("/");
                // Where several of a person's posts are of one name, the place tells them apart.
                let mut membership = object(&[person.id.as_str(), &at.to_string(), &id].join("/"));
                membership.text("person_id", person.id.as_str());
                membership.some("organization_id", organization);
                membership.text("post_id", &id);
                membership.text("role", title);
                dated(&mut membership, "start_date", from.as_ref());
                dated(&mut membership, "end_date", to.value());
                memberships.push(membership);
                if insert(&mut seen, key) {
                    let mut object = object(&id);
                    object.text("label", title);
                    object.text("role", title);
                    object.some("organization_id", organization);
                    self.add(object);
                }
            }
        }
        self.close("posts");
        for membership in memberships {
            self.add(membership);
        }
        self.close("memberships");
    }

    /// The session and its sittings.
    fn events(&mut self) {
        let session = self.session;
        let mut event = object(session.id.as_str());
        event.text("organization_id", &session.assembly.name);
        event.text("name", &session.title);
        event.text("classification", "session");
        event.some("description", session.summary.as_deref());
        event.some("location", session.venue.value().map(Text::as_str));
        dated(&mut event, "start_date", session.dates.start.as_ref());
        dated(&mut event, "end_date", session.dates.last());
        if session.is_sample {
            event.raw("extra", r#"{"is_sample":true}"#);
        }
        self.add(event);
        for sitting in &session.sittings {
            let kind = sitting.kind.map(|kind| labels::sitting_kind(Lang::Zh, kind));
            let mut event = self.own("sittings", sitting.id.as_str());
            event.some("name", sitting.name.as_deref().or(kind));
            event.text("classification", kind.unwrap_or("sitting"));
            event.text("parent_id", session.id.as_str());
            timed(&mut event, "start_date", sitting.date.as_ref(), sitting.start.as_ref());
            // Without a clock time the end would say no more than the beginning.
            match (sitting.end_on(), &sitting.end) {
                (Some((day, minutes)), _) => event.text("end_date", &moment(day, minutes)),
                (None, Some(_)) => dated(&mut event, "end_date", sitting.date.as_ref()),
                (None, None) => {}
            }
            self.add(event);
        }
        self.agenda();
        self.close("events");
    }

    /// What was voted on, and what was resolved. A vote that passed a resolution is a vote on that.
    fn motions(&mut self) {
        let session = self.session;
        for vote in &session.votes {
            if self.motion(vote).is_none() {
                let mut motion = self.own("votes", vote.id.as_str());
                motion.text("legislative_session_id", session.id.as_str());
                motion.some("text", vote.motion.as_deref());
                motion.some("result", vote.result.map(result));
                self.add(motion);
            }
        }
        for resolution in &session.resolutions {
            let text = [resolution.title.as_str(), &plain(&resolution.blocks)].join("\n\n");
            let vote = session.votes.iter().find(|vote| resolution.vote.as_ref() == Some(&vote.id));
            let mut motion = self.own("resolutions", resolution.id.as_str());
            motion.text("legislative_session_id", session.id.as_str());
            motion.text("text", text.trim_end());
            dated(&mut motion, "date", resolution.date.as_ref());
            motion.some("classification", resolution.kind.map(kind));
            // That a resolution exists does not say how it was voted on.
            motion.some("result", vote.and_then(|vote| vote.result).map(result));
            extra(&mut motion, resolution.text_status);
            self.add(motion);
        }
        self.moved();
        self.close("motions");
    }

    /// The resolution that a vote passed.
    fn motion(&self, vote: &Vote) -> Option<String> {
        let resolution = self.session.resolutions.iter().find(|resolution| resolution.vote.as_ref() == Some(&vote.id))?;
        Some(self.id("resolutions", resolution.id.as_str()))
    }

    fn votes(&mut self) {
        let session = self.session;
        for vote in &session.votes {
            let motion = self.motion(vote).unwrap_or_else(|| self.id("votes", vote.id.as_str()));
            let mut counted = Vec::new();
            if let Some(all) = &vote.counts {
                for (option, value) in [("yes", all.yes), ("no", all.no), ("abstain", all.abstain), ("not voting", all.not_voting)] {
                    count(&mut counted, option, value);
                }
            }
            // In an election the candidates are the options.
            for candidate in &vote.candidates {
                let project = session.projects.iter().find(|project| Some(&project.id) == candidate.project.as_ref());
                if let Some(name) = self.name(candidate.person.as_ref()).or(project.map(|project| project.title.as_str())) {
                    count(&mut counted, name, candidate.yes);
                }
            }
            let mut event = self.own("votes", vote.id.as_str());
            event.text("legislative_session_id", session.id.as_str());
            event.text("motion_id", &motion);
            event.some("result", vote.result.map(result));
            if !counted.is_empty() {
                event.raw("counts", &list(&counted));
            }
            with_facts(&mut event, &facts::vote(vote));
            self.add(event);
        }
        self.close("vote_events");
    }

    /// The name of a person whom the file lists.
    fn name(&self, id: Option<&PersonId>) -> Option<&str> {
        self.session.people.iter().find(|person| Some(&person.id) == id).map(|person| person.name.as_str())
    }

    fn speeches(&mut self) {
        let session = self.session;
        for (at, speech) in session.speeches.iter().enumerate() {
            let event = self.sitting(speech.sitting.as_ref());
            let mut object = object(&self.id("speeches", speech.id.as_str()));
            if self.name(speech.speaker.as_ref()).is_some() {
                object.some("creator_id", speech.speaker.as_ref().map(AsRef::as_ref));
            }
            object.some("role", speech.post.as_deref());
            object.some("attribution_text", speech.attribution.as_deref());
            object.text("title", &speech.title);
            object.text("type", "speech");
            object.raw("position", &(at + 1).to_string());
            dated(&mut object, "date", speech.date.as_ref());
            object.text("event_id", &event);
            if !speech.blocks.is_empty() {
                object.text("text", &plain(&speech.blocks));
            }
            extra(&mut object, speech.text_status);
            self.add(object);
        }
        self.close("speeches");
    }
}
