//! A session at a glance: at most seven sentences, each only from data and with the place that shows it.

use super::{decided, remarks, reports};
use crate::check::{Contradiction, rules};
use crate::digest::projects::{Ballot, Far, ballot, carried, far};
use crate::model::{AgendaResult, Attendance, PersonId, Session, Stated, SuggestionTotals, Text};
use crate::route::Place;

/// So many sentences are read before one looks for oneself.
pub const MOST: usize = 7;

/// What a sentence says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// So many were expected, so many came.
    Attended(u32, u32),
    /// So many reports.
    Reports(usize),
    /// One item was adopted.
    AdoptedOne(Text),
    /// So many were, with the title of the first.
    Adopted(usize, Text),
    /// One was voted down.
    Rejected(Text),
    /// These were elected, each with the post.
    Elected(Vec<(PersonId, Option<Text>)>),
    /// The report was on so many bills and suggestions, of which so many were answered.
    Answered(u32, u32),
    /// So many bills and suggestions were handed in.
    HandedIn(u32),
    /// Of so many candidate projects, where that is known, so many were selected.
    Selected(Option<usize>, usize),
    /// Of so many projects so many are finished.
    Projects(usize, usize),
}

impl Fact {
    /// What contradicts itself in it.
    pub fn remark(&self) -> Option<Contradiction> {
        match *self {
            Self::Attended(expected, present) => {
                let (expected, present) = (Stated::Value(expected), Stated::Value(present));
                remarks::attendance(&Attendance { expected, present, ..Attendance::default() }).pop()
            }
            Self::Answered(received, replied) => rules::answers(Stated::Value(replied), Stated::Value(received)),
            _ => None,
        }
    }
}

/// The sentences about a session, the most telling first when there is room for seven only.
pub fn glance(session: &Session) -> Vec<(Fact, Place)> {
    let mut facts = Vec::new();
    let attendance = session.attendance.as_ref();
    if let Some((expected, present)) = attendance.and_then(|a| a.expected.value().zip(a.present.value())) {
        facts.push((Fact::Attended(*expected, *present), Place::Agenda));
    }
    match reports(session) {
        0 => {}
        n => facts.push((Fact::Reports(n), Place::Speeches)),
    }
    let with = |result| decided(session).filter(move |item| item.result == Some(result));
    if let Some(first) = with(AgendaResult::Adopted).next() {
        facts.push(match with(AgendaResult::Adopted).count() {
            1 => (Fact::AdoptedOne(first.title.clone()), Place::AgendaItem(first.id.clone())),
            n => (Fact::Adopted(n, first.title.clone()), Place::Agenda),
        });
    }
    if let Some(item) = with(AgendaResult::Rejected).next() {
        facts.push((Fact::Rejected(item.title.clone()), Place::AgendaItem(item.id.clone())));
    }
    let elected = |vote: &&crate::model::Vote| vote.candidates.iter().any(|one| one.person.is_some() && one.elected == Stated::Value(true));
    let mut votes = session.votes.iter().filter(elected);
    if let Some(vote) = votes.next() {
        let place = if votes.next().is_some() { Place::Decisions } else { Place::Vote(vote.id.clone()) };
        let all = session.votes.iter().flat_map(|vote| &vote.candidates).filter(|one| one.elected == Stated::Value(true));
        let people = all.filter_map(|one| Some((one.person.clone()?, one.post.clone()))).collect();
        facts.push((Fact::Elected(people), place));
    }
    if let Some(fact) = suggestions(session) {
        facts.push((fact, Place::Suggestions(Box::default())));
    }
    let Ballot { stood, selected, is_equal } = ballot(session);
    if selected > 0 {
        facts.push((Fact::Selected(is_equal.map(|_| stood.len()), selected), Place::Projects));
    }
    // It must be known of all.
    let far: Vec<Far> = carried(session).map(far).collect();
    let done = far.iter().filter(|far| **far == Far::Finished).count();
    if done > 0 && !far.contains(&Far::Unknown) {
        facts.push((Fact::Projects(far.len(), done), Place::Projects));
    }
    facts.truncate(MOST);
    facts
}

/// What a report says of all that it was on, else how many were handed in at this session. Both figures are of one report, never one of them counted.
fn suggestions(session: &Session) -> Option<Fact> {
    let answered = |report: &SuggestionTotals| Some(Fact::Answered(*report.received.value()?, *report.replied.value()?));
    if let Some(fact) = session.suggestion_totals.iter().find_map(answered) {
        return Some(fact);
    }
    let mut own = session.suggestion_totals.iter().filter(|report| report.session.is_none());
    let received = own.find_map(|report| report.received.value().copied());
    let listed = session.suggestions.iter().filter(|one| one.session.is_none()).count();
    let number = received.or(u32::try_from(listed).ok()).filter(|number| *number > 0);
    number.map(Fact::HandedIn)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{AgendaItem, Candidate, Decimal, Project, Selection, Suggestion, Vote};

    #[test]
    fn nothing_is_said_of_what_is_not_there() {
        assert_eq!(glance(&Session::default()), []);
        let attendance = Attendance { expected: Stated::Value(9), ..Attendance::default() };
        assert_eq!(glance(&Session { attendance: Some(attendance), ..Session::default() }), []);
    }

    #[test]
    fn a_sentence_of_figures_that_contradict_each_other_says_so() {
        assert_eq!(Fact::Attended(67, 67).remark(), None);
        assert_eq!(Fact::Answered(57, 57).remark(), None);
        let words = |fact: Fact| fact.remark().map(|found| crate::i18n::findings::remark(crate::i18n::Lang::Zh, &found));
        assert_eq!(words(Fact::Attended(67, 68)).as_deref(), Some("实到人数（68）多于应到人数（67）。"));
        assert_eq!(words(Fact::Answered(57, 63)).as_deref(), Some("办复件数（63）多于收到件数（57）。"));
    }

    #[test]
    fn each_sentence_leads_to_its_place() {
        let item = |id: &str, result| AgendaItem { id: id.into(), title: id.into(), result: Some(result), ..AgendaItem::default() };
        let choice = |selected| Some(Selection { votes: Stated::Value(1), selected: Stated::Value(selected), ..Selection::default() });
        let candidate = Candidate { person: Some("p".into()), elected: Stated::Value(true), ..Candidate::default() };
        let session = Session {
            agenda: vec![item("1", AgendaResult::Adopted), item("2", AgendaResult::Adopted), item("3", AgendaResult::Rejected)],
            votes: vec![Vote { id: "v".into(), candidates: vec![candidate], ..Vote::default() }],
            suggestions: vec![Suggestion::default()],
            projects: vec![
                Project {
                    selection: choice(true),
                    progress_percent: Stated::Value(Decimal { mantissa: 1000, scale: 1 }),
                    ..Project::default()
                },
                Project { selection: choice(false), ..Project::default() },
            ],
            ..Session::default()
        };
        let expected = [
            (Fact::Adopted(2, "1".into()), Place::Agenda),
            (Fact::Rejected("3".into()), Place::AgendaItem("3".into())),
            (Fact::Elected(vec![("p".into(), None)]), Place::Vote("v".into())),
            (Fact::HandedIn(1), Place::Suggestions(Box::default())),
            (Fact::Selected(Some(2), 1), Place::Projects),
            (Fact::Projects(1, 1), Place::Projects),
        ];
        assert_eq!(glance(&session), expected);
    }
}
