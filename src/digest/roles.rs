//! What each person did at a session.

use crate::model::{PersonId, Session};
use std::collections::BTreeMap;

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

/// Everything that anyone did, by person, in the order of the session's lists; one pass over each.
///
/// Presenting an item and giving the speech that belongs to it is one thing; only the speech is kept.
pub fn deeds(session: &Session) -> BTreeMap<&PersonId, Vec<Deed>> {
    let mut deeds: BTreeMap<&PersonId, Vec<Deed>> = BTreeMap::new();
    let mut add = |person, deed| deeds.entry(person).or_default().push(deed);
    for (i, sitting) in session.sittings.iter().enumerate() {
        sitting.chairs.iter().for_each(|chair| add(chair, Deed::Presided(i)));
    }
    let spoken = spoken(session);
    for (i, item) in session.agenda.iter().enumerate() {
        let spoke = spoken.get(item.id.as_str());
        for presenter in &item.presenters {
            if !spoke.is_some_and(|speakers| speakers.contains(&presenter)) {
                add(presenter, Deed::Presented(i));
            }
        }
    }
    for (i, speech) in session.speeches.iter().enumerate() {
        speech.speaker.iter().for_each(|speaker| add(speaker, Deed::Spoke(i)));
    }
    for (i, vote) in session.votes.iter().enumerate() {
        for (j, candidate) in vote.candidates.iter().enumerate() {
            candidate.person.iter().for_each(|person| add(person, Deed::Stood(i, j)));
        }
    }
    for (i, suggestion) in session.suggestions.iter().enumerate() {
        suggestion.lead.iter().for_each(|lead| add(lead, Deed::Led(i)));
    }
    deeds
}

/// Who spoke on each agenda item, whichever side names the other.
fn spoken(session: &Session) -> BTreeMap<&str, Vec<&PersonId>> {
    let speakers: BTreeMap<&str, &PersonId> =
        session.speeches.iter().filter_map(|speech| Some((speech.id.as_str(), speech.speaker.as_ref()?))).collect();
    let named_by_speech = session.speeches.iter().filter_map(|speech| Some((speech.agenda.as_ref()?.as_str(), speech.speaker.as_ref()?)));
    let named_by_item =
        session.agenda.iter().flat_map(|item| item.speeches.iter().filter_map(|id| Some((item.id.as_str(), *speakers.get(id.as_str())?))));
    let mut spoken: BTreeMap<&str, Vec<&PersonId>> = BTreeMap::new();
    for (item, speaker) in named_by_speech.chain(named_by_item) {
        spoken.entry(item).or_default().push(speaker);
    }
    spoken
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{AgendaItem, Sitting, Speech};

    #[test]
    fn a_report_is_one_deed_not_two() {
        let session = Session {
            sittings: vec![Sitting { chairs: vec!["a".into()], ..Sitting::default() }],
            agenda: vec![
                AgendaItem { id: "1".into(), presenters: vec!["a".into(), "b".into()], ..AgendaItem::default() },
                AgendaItem { id: "2".into(), presenters: vec!["b".into()], speeches: vec!["s2".into()], ..AgendaItem::default() },
            ],
            speeches: vec![
                Speech { id: "s1".into(), agenda: Some("1".into()), speaker: Some("a".into()), ..Speech::default() },
                Speech { id: "s2".into(), speaker: Some("b".into()), ..Speech::default() },
            ],
            ..Session::default()
        };
        let deeds = deeds(&session);
        assert_eq!(deeds.get(&PersonId::from("a")), Some(&vec![Deed::Presided(0), Deed::Spoke(0)]));
        assert_eq!(deeds.get(&PersonId::from("b")), Some(&vec![Deed::Presented(0), Deed::Spoke(1)]));
    }
}
