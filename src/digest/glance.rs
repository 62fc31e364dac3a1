//! A session at a glance: at most seven sentences, each only from data and with the place that shows it.

use super::{decided, reports};
use crate::digest::follow::{Measure, ballot, totals};
use crate::model::{AgendaResult, Decimal, PersonId, Session, Stated, Text};
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
    /// So many bills and suggestions came in, and so many of them were answered.
    Suggestions(u32, Option<u32>),
    /// Of so many candidate projects so many were selected.
    Selected(usize, usize),
    /// Of so many projects so many are finished.
    Projects(usize, usize),
}

/// The sentences about a session, the most telling first when there is room for seven only.
pub fn glance(session: &Session) -> Vec<(Fact, Place)> {
    let mut facts = Vec::new();
    let attendance = session.attendance.as_ref();
    if let Some((expected, present)) = attendance.and_then(|a| a.expected.value().zip(a.present.value())) {
        facts.push((Fact::Attended(*expected, *present), Place::Overview));
    }
    match reports(session) {
        0 => {}
        n => facts.push((Fact::Reports(n), Place::Speeches)),
    }
    let with = |result| decided(session).filter(move |item| item.result == Some(result));
    if let Some(first) = with(AgendaResult::Adopted).next() {
        facts.push(match with(AgendaResult::Adopted).count() {
            1 => (Fact::AdoptedOne(first.title.clone()), Place::AgendaItem(first.id.clone())),
            n => (Fact::Adopted(n, first.title.clone()), Place::Decisions),
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
    let (stood, selected) = ballot(session);
    if selected > 0 {
        facts.push((Fact::Selected(stood.len(), selected), Place::Projects));
    }
    let known = session.projects.iter().filter_map(|project| project.progress_percent.value());
    let whole = |percent: &&Decimal| !crate::budget::is_less(**percent, Decimal { mantissa: 100, scale: 0 });
    match (known.clone().count(), known.filter(whole).count()) {
        (0, _) | (_, 0) => {}
        (all, done) => facts.push((Fact::Projects(all, done), Place::Projects)),
    }
    facts.truncate(MOST);
    facts
}

/// What the first report says, else what the list comes to.
fn suggestions(session: &Session) -> Option<Fact> {
    let totals = totals(session, session.suggestion_totals.first());
    let of = |measure| {
        let total = totals.iter().find(|total| total.measure == measure)?;
        total.reported.value().copied().or(total.counted)
    };
    Some(Fact::Suggestions(of(Measure::Received).filter(|received| *received > 0)?, of(Measure::Replied)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{AgendaItem, Attendance, Candidate, Project, Selection, Suggestion, Vote};

    #[test]
    fn nothing_is_said_of_what_is_not_there() {
        assert_eq!(glance(&Session::default()), []);
        let attendance = Attendance { expected: Stated::Value(9), ..Attendance::default() };
        assert_eq!(glance(&Session { attendance: Some(attendance), ..Session::default() }), []);
    }

    #[test]
    fn each_sentence_leads_to_its_place() {
        let item = |id: &str, result| AgendaItem { id: id.into(), title: id.into(), result: Some(result), ..AgendaItem::default() };
        let choice = |selected| Some(Selection { selected: Stated::Value(selected), ..Selection::default() });
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
            (Fact::Adopted(2, "1".into()), Place::Decisions),
            (Fact::Rejected("3".into()), Place::AgendaItem("3".into())),
            (Fact::Elected(vec![("p".into(), None)]), Place::Vote("v".into())),
            (Fact::Suggestions(1, None), Place::Suggestions(Box::default())),
            (Fact::Selected(2, 1), Place::Projects),
            (Fact::Projects(1, 1), Place::Projects),
        ];
        assert_eq!(glance(&session), expected);
    }
}
