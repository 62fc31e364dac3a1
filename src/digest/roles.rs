//! What each person did at a session.

use crate::id_index::IdIndex;
use crate::model::{PersonId, Session};
use crate::order::ordered;

/// One thing that a person did; positions are those in the session's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Activity {
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
    /// Joined a suggestion.
    Joined(usize),
    /// Became a deputy, or ceased to be one.
    Changed(usize),
}

/// What people did, by person.
#[derive(Clone, Debug, Default)]
pub struct Deeds<'a>(Vec<(&'a str, Activity)>);

impl Deeds<'_> {
    /// What one person did, in the order of the session's lists.
    pub fn of(&self, person: &PersonId) -> impl Iterator<Item = Activity> {
        let id = person.as_str();
        let first = self.0.partition_point(|(of, _)| *of < id);
        self.0[first..].iter().take_while(move |(of, _)| *of == id).map(|(_, done)| *done)
    }
}

/// Everything that anyone did; one pass over each list of the session.
///
/// Presenting an item and giving the speech that belongs to it is one thing; only the speech is kept.
pub fn activities<'a>(session: &'a Session) -> Deeds<'a> {
    let mut activities = Vec::new();
    let mut add = |person: &'a PersonId, done| activities.push((person.as_str(), done));
    for (i, sitting) in session.sittings.iter().enumerate() {
        sitting.chairs.iter().for_each(|chair| add(chair, Activity::Presided(i)));
    }
    let spoken = spoken(session);
    for (i, item) in session.agenda.iter().enumerate() {
        for presenter in &item.presenters {
            if spoken.binary_search(&(item.id.as_str(), presenter.as_str())).is_err() {
                add(presenter, Activity::Presented(i));
            }
        }
    }
    for (i, speech) in session.speeches.iter().enumerate() {
        speech.speaker.iter().for_each(|speaker| add(speaker, Activity::Spoke(i)));
    }
    for (i, vote) in session.votes.iter().enumerate() {
        for (j, candidate) in vote.candidates.iter().enumerate() {
            candidate.person.iter().for_each(|person| add(person, Activity::Stood(i, j)));
        }
    }
    for (i, suggestion) in session.suggestions.iter().enumerate() {
        suggestion.lead.iter().for_each(|lead| add(lead, Activity::Led(i)));
        suggestion.cosigners.iter().for_each(|joined| add(joined, Activity::Joined(i)));
    }
    for (i, change) in session.deputy_changes.iter().enumerate() {
        add(&change.person, Activity::Changed(i));
    }
    Deeds(ordered(&activities, |a, b| a.0.cmp(b.0)))
}

/// Agenda items with who spoke on them, whichever side names the other, in order.
fn spoken(session: &Session) -> Vec<(&str, &str)> {
    let speeches = IdIndex::new(session.speeches.iter().map(|speech| speech.id.as_str()));
    let mut spoken = Vec::new();
    for speech in &session.speeches {
        spoken.extend(speech.agenda.as_ref().zip(speech.speaker.as_ref()).map(|(item, speaker)| (item.as_str(), speaker.as_str())));
    }
    for item in &session.agenda {
        for id in &item.speeches {
            let speech = speeches.get(id.as_str()).and_then(|at| session.speeches.get(at));
            spoken.extend(speech.and_then(|speech| speech.speaker.as_ref()).map(|speaker| (item.id.as_str(), speaker.as_str())));
        }
    }
    ordered(&spoken, Ord::cmp)
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
        let activities = activities(&session);
        let of = |id: &str| activities.of(&PersonId::from(id)).collect::<Vec<_>>();
        assert_eq!(of("a"), [Activity::Presided(0), Activity::Spoke(0)]);
        assert_eq!(of("b"), [Activity::Presented(0), Activity::Spoke(1)]);
        assert!(of("c").is_empty());
    }
}
