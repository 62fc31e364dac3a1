//! Facts as members of `extra`: in the words of the format, not in those of a language.

use super::parts::{figure, texts};
use crate::digest::facts::{Fact, Said, What, Word};
use crate::digest::follow::Answer;
use crate::json::{Object, quoted};
use crate::model::{
    Action, AgendaKind, AgendaResult, AgendaState, Candidate, Outcome, Satisfaction, Stated, SuggestionKind, Text, VoteMethod, VoteResult,
};

/// The facts as an object; what one list says several times is a list. Nothing where there is none.
pub(super) fn said(facts: &[Fact<'_>]) -> Option<String> {
    let mut object = Object::new();
    let mut at = 0;
    while let Some(fact) = facts.get(at) {
        let same = facts[at..].iter().take_while(|other| other.what == fact.what).count();
        let values: Vec<String> = facts[at..at + same].iter().map(|fact| value(&fact.said)).collect();
        let is_list = matches!(fact.what, What::Vote | What::Candidate | What::Step);
        let all = if is_list { format!("[{}]", values.join(",")) } else { values.concat() };
        object.raw(name(fact.what), &all);
        at += same;
    }
    (!facts.is_empty()).then(|| object.end())
}

fn value(said: &Said<'_>) -> String {
    match said {
        Said::Word(Word::Selected(is)) => is.to_string(),
        Said::Word(of) => quoted(word(*of)),
        Said::Text(text) => quoted(text),
        Said::Texts(of) => texts(of.iter().map(Text::as_str)),
        Said::People(ids) => texts(ids.iter().map(AsRef::as_ref)),
        Said::Day(day) => quoted(day.as_str()),
        Said::Count(count) => count.to_string(),
        Said::Percent(number) => figure(*number),
        Said::Money(amount, unit) => {
            let mut object = Object::new();
            object.raw("amount", &figure(*amount));
            object.some("unit", unit.map(super::parts::unit));
            object.end()
        }
        Said::Item(item) => quoted(item.id.as_str()),
        Said::Sitting(sitting) => quoted(sitting.id.as_str()),
        Said::Vote(vote, _) => quoted(vote.id.as_str()),
        Said::Candidate(of) => candidate(of),
        Said::Step(day, percent, event, note) => {
            let mut object = Object::new();
            object.text("date", day.as_str());
            if let Some(percent) = percent {
                object.raw("percent", &figure(*percent));
            }
            object.some("event", *event);
            object.some("note", *note);
            object.end()
        }
        Said::Session(id) => quoted(id.as_str()),
        Said::None => "null".to_owned(),
    }
}

fn candidate(of: &Candidate) -> String {
    let mut object = Object::new();
    object.some("person_id", of.person.as_ref().map(AsRef::as_ref));
    object.some("project", of.project.as_ref().map(AsRef::as_ref));
    object.some("post", of.post.as_deref());
    match of.yes {
        Stated::Value(yes) => object.raw("yes", &yes.to_string()),
        Stated::None => object.raw("yes", "null"),
        Stated::Unknown => {}
    }
    match of.elected {
        Stated::Value(is) => object.raw("elected", if is { "true" } else { "false" }),
        Stated::None => object.raw("elected", "null"),
        Stated::Unknown => {}
    }
    object.end()
}

/// What a fact is called in the format.
const fn name(what: What) -> &'static str {
    match what {
        What::Presenters => "presenters",
        What::OnBehalfOf => "on_behalf_of",
        What::Kind => "kind",
        What::Action => "action",
        What::State => "state",
        What::Result => "result",
        What::Vote => "votes",
        What::PartOf => "parent",
        What::Sitting => "sitting",
        What::Note => "note",
        What::Method => "method",
        What::Eligible => "eligible",
        What::Issued => "issued",
        What::Returned => "returned",
        What::Valid => "valid",
        What::Invalid => "invalid",
        What::Yes => "yes",
        What::No => "no",
        What::Abstain => "abstain",
        What::NotVoting => "not_voting",
        What::Candidate => "candidates",
        What::Lead => "lead",
        What::Cosigners => "cosigners",
        What::Category => "category",
        What::Asked | What::Content => "content",
        What::Unit | What::InCharge => "unit",
        What::CoUnits => "co_units",
        What::Submitted => "submitted",
        What::AnswerDue | What::FinishBy => "due",
        What::Replied => "replied",
        What::Reply => "reply",
        What::Outcome => "outcome",
        What::Satisfaction => "satisfaction",
        What::Status => "status",
        What::Answer => "answer",
        What::Step => "timeline",
        What::From => "session",
        What::ReportedIn => "agenda",
        What::Investment => "investment",
        What::Responsible => "responsible",
        What::Rank => "rank",
        What::Chosen => "selected",
        What::Progress => "progress_percent",
    }
}

/// A word of a closed list as the format has it.
pub(super) const fn word(word: Word) -> &'static str {
    match word {
        Word::AgendaKind(AgendaKind::GovernmentReport) => "government_report",
        Word::AgendaKind(AgendaKind::CongressReport) => "congress_report",
        Word::AgendaKind(AgendaKind::BudgetReport) => "budget_report",
        Word::AgendaKind(AgendaKind::FinalAccounts) => "final_accounts",
        Word::AgendaKind(AgendaKind::BudgetReview) => "budget_review",
        Word::AgendaKind(AgendaKind::CredentialsReport) => "credentials_report",
        Word::AgendaKind(AgendaKind::SuggestionsReport) => "suggestions_report",
        Word::AgendaKind(AgendaKind::SpecialReport) => "special_report",
        Word::AgendaKind(AgendaKind::Deliberation) => "deliberation",
        Word::AgendaKind(AgendaKind::Vote) | Word::Action(Action::Vote) => "vote",
        Word::AgendaKind(AgendaKind::Election) => "election",
        Word::AgendaKind(AgendaKind::Resolution) => "resolution",
        Word::AgendaKind(AgendaKind::Oath) => "oath",
        Word::AgendaKind(AgendaKind::Other) => "other",
        Word::Action(Action::Hear) => "hear",
        Word::Action(Action::Deliberate) => "deliberate",
        Word::Action(Action::ReviewAndApprove) => "review_and_approve",
        Word::Action(Action::WrittenReview) => "written_review",
        Word::Action(Action::Elect) => "elect",
        Word::State(AgendaState::Planned) => "planned",
        Word::State(AgendaState::Done) => "done",
        Word::State(AgendaState::Withdrawn) => "withdrawn",
        Word::State(AgendaState::Postponed) => "postponed",
        Word::AgendaResult(AgendaResult::Adopted) | Word::VoteResult(VoteResult::Adopted) => "adopted",
        Word::AgendaResult(AgendaResult::Rejected) | Word::VoteResult(VoteResult::Rejected) => "rejected",
        Word::AgendaResult(AgendaResult::Elected) | Word::VoteResult(VoteResult::Elected) => "elected",
        Word::AgendaResult(AgendaResult::Noted) => "noted",
        Word::AgendaResult(AgendaResult::None) => "none",
        Word::Method(VoteMethod::ShowOfHands) => "show_of_hands",
        Word::Method(VoteMethod::SecretBallot) => "secret_ballot",
        Word::Method(VoteMethod::Electronic) => "electronic",
        Word::Method(VoteMethod::Acclamation) => "acclamation",
        Word::SuggestionKind(SuggestionKind::Bill) => "bill",
        Word::SuggestionKind(SuggestionKind::Suggestion) => "suggestion",
        Word::Outcome(Outcome::A) => "A",
        Word::Outcome(Outcome::B) => "B",
        Word::Outcome(Outcome::C) => "C",
        Word::Outcome(Outcome::D) => "D",
        Word::Satisfaction(Satisfaction::Satisfied) => "satisfied",
        Word::Satisfaction(Satisfaction::Basically) => "basically",
        Word::Satisfaction(Satisfaction::Unsatisfied) => "unsatisfied",
        Word::Selected(true) => "selected",
        Word::Selected(false) => "not_selected",
        Word::Answer(Answer::Overdue) => "overdue",
        Word::Answer(Answer::Late) => "late",
        Word::Answer(Answer::Given | Answer::Waiting | Answer::Unknown) => "known",
    }
}
