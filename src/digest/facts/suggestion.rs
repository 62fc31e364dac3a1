//! What is said of a bill or suggestion.

use super::{Fact, List, Said, What, Word, named};
use crate::digest::follow::{Answer, answer, day_of};
use crate::model::{Session, Suggestion};

/// The facts of a suggestion. Its number and title are told before them.
pub fn suggestion<'a>(session: &'a Session, one: &'a Suggestion) -> Vec<Fact<'a>> {
    let mut list = List(Vec::new());
    list.some(What::Kind, one.kind.map(|kind| Said::Word(Word::SuggestionKind(kind))));
    list.text(What::Status, one.status.as_deref());
    list.stated(What::Outcome, &one.outcome, |outcome| Said::Word(Word::Outcome(*outcome)));
    let answer = answer(one, day_of(session));
    let is_late = matches!(answer, Answer::Overdue | Answer::Late);
    list.some(What::Answer, is_late.then_some(Said::Word(Word::Answer(answer))));
    list.people(What::Lead, one.lead.as_slice());
    list.people(What::Cosigners, &one.cosigners);
    list.text(What::Category, one.category.as_deref());
    list.text(What::Unit, one.unit.as_deref());
    list.some(What::CoUnits, (!one.co_units.is_empty()).then_some(Said::Texts(&one.co_units)));
    list.some(What::Submitted, one.submitted.as_ref().map(Said::Day));
    list.stated(What::AnswerDue, &one.due, Said::Day);
    list.stated(What::Replied, &one.replied, Said::Day);
    list.stated(What::Satisfaction, &one.satisfaction, |view| Said::Word(Word::Satisfaction(*view)));
    list.some(What::From, one.session.as_ref().map(Said::Session));
    list.some(What::ReportedIn, named(session, one.agenda.as_ref()));
    list.text(What::Asked, one.text.as_deref());
    list.stated(What::Reply, &one.reply, |reply| Said::Text(reply));
    for step in &one.timeline {
        list.put(What::Step, Said::Step(&step.date, None, Some(&step.event), step.note.as_deref()));
    }
    list.0
}
