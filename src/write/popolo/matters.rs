//! Agenda items, suggestions and projects, which Popolo does not know by name: events and motions with what else the file says in `extra`.

use super::Writer;
use super::parts::dated;
use super::said::{said, word};
use crate::digest::facts::{self, Fact, Word};
use crate::json::Object;
use crate::model::{SittingId, Text};

impl Writer<'_> {
    /// The agenda items, each as a part of its sitting: Popolo has no agenda, and an item that was withdrawn was not voted on.
    pub(super) fn agenda(&mut self) {
        let session = self.session;
        for item in &session.agenda {
            let mut event = self.own("agenda", item.id.as_str());
            event.text("name", &numbered(item.number.as_ref(), &item.title));
            event.text("classification", "agenda_item");
            event.some("status", item.state.map(|state| word(Word::State(state))));
            event.text("parent_id", &self.sitting(item.sitting.as_ref()));
            with_facts(&mut event, &facts::item(session, item));
            self.add(event);
        }
    }

    /// The event of a sitting, where the file lists it, else that of the session.
    pub(super) fn sitting(&self, id: Option<&SittingId>) -> String {
        let sitting = id.filter(|id| self.session.sittings.iter().any(|sitting| sitting.id == **id));
        sitting.map_or_else(|| self.session.id.to_string(), |id| self.id("sittings", id.as_str()))
    }

    /// What deputies moved, and projects that were put to a vote or are carried out.
    pub(super) fn moved(&mut self) {
        let session = self.session;
        for one in &session.suggestions {
            let mut motion = self.own("suggestions", one.id.as_str());
            motion.text("legislative_session_id", session.id.as_str());
            if self.name(one.lead.as_ref()).is_some() {
                motion.some("creator_id", one.lead.as_ref().map(AsRef::as_ref));
            }
            motion.text("text", &numbered(one.number.as_ref(), &one.title));
            motion.some("classification", one.kind.map(|kind| word(Word::SuggestionKind(kind))));
            dated(&mut motion, "date", one.submitted.as_ref());
            with_facts(&mut motion, &facts::suggestion(session, one));
            self.add(motion);
        }
        for project in &session.projects {
            let mut motion = self.own("projects", project.id.as_str());
            motion.text("legislative_session_id", session.id.as_str());
            motion.text("text", &numbered(project.number.as_ref(), &project.title));
            motion.text("classification", "project");
            with_facts(&mut motion, &facts::project(session, project));
            self.add(motion);
        }
    }
}

/// A title with its number as printed.
fn numbered(number: Option<&Text>, title: &str) -> String {
    number.map_or_else(|| title.to_owned(), |number| format!("{number} {title}"))
}

/// What the file says and Popolo has no property for.
pub(super) fn with_facts(object: &mut Object, facts: &[Fact<'_>]) {
    if let Some(said) = said(facts) {
        object.raw("extra", &said);
    }
}
