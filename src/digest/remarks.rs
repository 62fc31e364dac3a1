//! What contradicts itself in a source, by the thing that shows it: figures and dates stay as printed, with a remark beside them.
//!
//! Each is worked out of the one thing that is shown, so that a page tells it without checking the whole session.

use crate::check::{Contradiction, Listed, Moment, rules};
use crate::model::{Attendance, Budget, Dates, Person, Project, Session, Sitting, Suggestion, SuggestionTotals, Vote};

/// The days of a session.
pub fn dates(of: &Dates) -> Vec<Contradiction> {
    rules::days(of.start.as_ref(), of.end.value()).into_iter().collect()
}

/// Who was there.
pub fn attendance(of: &Attendance) -> Vec<Contradiction> {
    told(rules::attendance(of))
}

/// When a sitting was; who was there is told apart.
pub fn sitting(session: &Session, of: &Sitting) -> Vec<Contradiction> {
    rules::outside(&session.dates, of).into_iter().chain(rules::times(of)).collect()
}

/// The ballot papers and the count of a vote; its candidates are told apart ([`candidates`]).
pub fn vote(of: &Vote) -> Vec<Contradiction> {
    let mut found = told(rules::ballots(of));
    found.extend(told(rules::counts(of)));
    found
}

/// The votes for the candidates of a vote.
pub fn candidates(of: &Vote) -> Vec<Contradiction> {
    of.candidates.iter().filter_map(|one| rules::candidate(of, one)).collect()
}

/// What a report says of the suggestions as a whole.
pub fn totals(of: &SuggestionTotals) -> Vec<Contradiction> {
    told(rules::totals(of))
}

/// The days of a suggestion.
pub fn suggestion(of: &Suggestion) -> Vec<Contradiction> {
    let submitted = (Moment::Submitted, of.submitted.as_ref());
    let ends = [(Moment::Due, of.due.value()), (Moment::Replied, of.replied.value())];
    let ends = ends.into_iter().filter_map(|end| rules::order(submitted, end));
    ends.chain(rules::sequence(of.timeline.iter().map(|step| &step.date))).collect()
}

/// How far a project is, and its milestones; what is said of both is told once.
pub fn project(of: &Project) -> Vec<Contradiction> {
    let percents = of.milestones.iter().map(|step| &step.percent);
    let mut found: Vec<_> = std::iter::once(&of.progress_percent).chain(percents).filter_map(rules::progress).collect();
    found.dedup();
    found.extend(rules::sequence(of.milestones.iter().map(|step| &step.date)));
    found
}

/// The posts of a person.
pub fn person(of: &Person) -> Vec<Contradiction> {
    of.posts.iter().filter_map(|post| rules::days(post.from.as_ref(), post.to.value())).collect()
}

/// The period of a budget. Of its figures the audit tells ([`crate::budget::audit`]).
pub fn budget(of: &Budget) -> Vec<Contradiction> {
    told(rules::period(of))
}

/// How many the source declares of a list that is not left out.
pub fn declared(session: &Session, list: Listed) -> Option<Contradiction> {
    rules::declared(session, list).filter(|found| !matches!(found, Contradiction::DeclaredDiffers { listed: 0, .. }))
}

fn told(found: Vec<rules::At>) -> Vec<Contradiction> {
    found.into_iter().map(|(_, found)| found).collect()
}

#[cfg(test)]
mod tests;
