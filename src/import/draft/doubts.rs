//! What of a draft somebody should look at first.

use super::{Draft, Question};
use crate::import::article::Report;

/// A value that may be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// Its JSON pointer into the session.
    pub pointer: String,
    /// Why.
    pub why: Why,
}

/// Why a value may be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// The text has other numbers of the same kind.
    Several(Vec<u32>),
    /// The words of a date leave out the year; it was concluded.
    NoYear,
    /// Nothing says what post somebody has.
    NoPost,
    /// What a question asks.
    Asked(Question),
}

/// Finds the doubts of a draft that was made of a report and its text.
pub(super) fn find(draft: &Draft, report: &Report, text: &str) -> Vec<Doubt> {
    let doubt = |pointer: String, why| Doubt { pointer, why };
    let mut found: Vec<Doubt> =
        draft.questions.iter().map(|question| doubt(pointer(draft, question).to_owned(), Why::Asked(question.clone()))).collect();
    let is_yearless = |pointer: &&str| draft.sources.words(pointer, text).is_some_and(|words| !has_year(words));
    found.extend(["/dates/start", "/dates/end"].iter().copied().filter(is_yearless).map(|pointer| doubt(pointer.to_owned(), Why::NoYear)));
    let rivals = report.counts.rivals.iter().map(|rival| doubt(format!("/attendance/{}", rival.field), Why::Several(rival.others.clone())));
    found.extend(rivals.filter(|_| draft.session.attendance.is_some()));
    let people = draft.session.people.iter().enumerate().filter(|(_, person)| person.posts.is_empty());
    found.extend(people.map(|(at, _)| doubt(format!("/people/{at}"), Why::NoPost)));
    found
}

fn has_year(words: &str) -> bool {
    words.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4)
}

/// Something that is there, so that it can be confirmed.
const fn pointer(draft: &Draft, question: &Question) -> &'static str {
    match question {
        Question::Assembly => "/assembly/name",
        Question::Date => "/dates/start",
        Question::FiscalYear { .. } | Question::HiddenRows { .. } | Question::Table(_) if !draft.session.budgets.is_empty() => "/budgets",
        Question::FiscalYear { .. } | Question::HiddenRows { .. } | Question::Table(_) | Question::Nothing | Question::Long => "/title",
    }
}
