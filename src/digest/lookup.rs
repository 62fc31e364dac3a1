//! Finding an object by its id in constant time.

use crate::id_index::IdIndex;
use crate::model::{AgendaItem, Person, PersonId, Project, ProjectId, Resolution, Session, Sitting, SittingId, Speech, Vote};

/// The place of everything by its id, found once when a session is opened.
#[derive(Debug, Default)]
pub struct Lookup {
    people: IdIndex<'static>,
    sittings: IdIndex<'static>,
    agenda: IdIndex<'static>,
    speeches: IdIndex<'static>,
    votes: IdIndex<'static>,
    resolutions: IdIndex<'static>,
    projects: IdIndex<'static>,
}

impl Lookup {
    /// Of two objects with one id the first counts; `check` reports the second.
    pub fn new(session: &Session) -> Self {
        Self {
            people: by_id(session.people.iter().map(|person| person.id.as_str())),
            sittings: by_id(session.sittings.iter().map(|sitting| sitting.id.as_str())),
            agenda: by_id(session.agenda.iter().map(|item| item.id.as_str())),
            speeches: by_id(session.speeches.iter().map(|speech| speech.id.as_str())),
            votes: by_id(session.votes.iter().map(|vote| vote.id.as_str())),
            resolutions: by_id(session.resolutions.iter().map(|resolution| resolution.id.as_str())),
            projects: by_id(session.projects.iter().map(|project| project.id.as_str())),
        }
    }

    /// A person.
    pub fn person<'s>(&self, session: &'s Session, id: &PersonId) -> Option<&'s Person> {
        session.people.get(self.people.get(id.as_str())?)
    }

    /// A sitting.
    pub fn sitting<'s>(&self, session: &'s Session, id: &SittingId) -> Option<&'s Sitting> {
        session.sittings.get(self.sittings.get(id.as_str())?)
    }

    /// An agenda item.
    pub fn agenda<'s>(&self, session: &'s Session, id: &str) -> Option<&'s AgendaItem> {
        session.agenda.get(self.agenda.get(id)?)
    }

    /// A speech.
    pub fn speech<'s>(&self, session: &'s Session, id: &str) -> Option<&'s Speech> {
        session.speeches.get(self.speeches.get(id)?)
    }

    /// A vote.
    pub fn vote<'s>(&self, session: &'s Session, id: &str) -> Option<&'s Vote> {
        session.votes.get(self.votes.get(id)?)
    }

    /// A resolution.
    pub fn resolution<'s>(&self, session: &'s Session, id: &str) -> Option<&'s Resolution> {
        session.resolutions.get(self.resolutions.get(id)?)
    }

    /// A project.
    pub fn project<'s>(&self, session: &'s Session, id: &ProjectId) -> Option<&'s Project> {
        session.projects.get(self.projects.get(id.as_str())?)
    }
}

fn by_id<'a>(ids: impl Iterator<Item = &'a str>) -> IdIndex<'static> {
    IdIndex::new(ids).into_owned()
}
