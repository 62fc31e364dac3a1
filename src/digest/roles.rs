//! What a person did at a session.

use crate::model::{PersonId, Session};

/// One thing that a person did; positions are those in the session's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Deed {
    /// Presided over a sitting.
    Presided(usize),
    /// Presented an agenda item.
    Presented(usize),
    /// Held a speech or report.
    Spoke(usize),
    /// Stood in an election: the vote and the candidate.
    Stood(usize, usize),
    /// Led a suggestion.
    Led(usize),
}

/// Everything that a person did, in the order of the session's lists.
///
/// Presenting an item and giving the speech that belongs to it is one thing; only the speech is kept.
pub fn deeds(session: &Session, person: &PersonId) -> Vec<Deed> {
    let mut deeds = Vec::new();
    let at = |found: bool, deed: Deed| found.then_some(deed);
    deeds.extend(session.sittings.iter().enumerate().filter_map(|(i, sitting)| at(sitting.chairs.contains(person), Deed::Presided(i))));
    let spoke = |item: &crate::model::AgendaItem| {
        session.speeches.iter().any(|speech| {
            speech.speaker.as_ref() == Some(person) && (speech.agenda.as_ref() == Some(&item.id) || item.speeches.contains(&speech.id))
        })
    };
    deeds.extend(
        session.agenda.iter().enumerate().filter_map(|(i, item)| at(item.presenters.contains(person) && !spoke(item), Deed::Presented(i))),
    );
    deeds.extend(session.speeches.iter().enumerate().filter_map(|(i, speech)| at(speech.speaker.as_ref() == Some(person), Deed::Spoke(i))));
    for (i, vote) in session.votes.iter().enumerate() {
        let stood = vote.candidates.iter().enumerate().filter(|(_, candidate)| candidate.person.as_ref() == Some(person));
        deeds.extend(stood.map(|(j, _)| Deed::Stood(i, j)));
    }
    deeds.extend(session.suggestions.iter().enumerate().filter_map(|(i, s)| at(s.lead.as_ref() == Some(person), Deed::Led(i))));
    deeds
}
