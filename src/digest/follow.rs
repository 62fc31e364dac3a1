//! What became of suggestions and projects, as the session's file tells it: how each stands on the day that the file describes, which ones a
//! choice lets through, and what is counted beside what is reported.

use crate::fold::fold;
use crate::model::{
    AgendaItem, AgendaKind, Civil, Date, Outcome, PersonId, Satisfaction, Session, SessionId, Stated, Suggestion, SuggestionKind,
    SuggestionTotals, Text,
};
use crate::order::insert;
use crate::route::Chosen;

/// The day that the file describes: its `as_of`, else the last day of the session. Whether something is overdue is said for this day, not
/// for the day on which somebody reads it.
pub fn day_of(session: &Session) -> Option<&Date> {
    session.as_of.as_ref().or(session.dates.end.value()).or(session.dates.start.as_ref())
}

/// How a suggestion stands with its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The file does not say.
    Unknown,
    /// There is still time, or no time is set.
    Waiting,
    /// The time is over, and there is no word of an answer.
    Overdue,
    /// Answered; in time, as far as is known.
    Given,
    /// Answered after the time was over.
    Late,
}

/// How a suggestion stands with its answer on `day`.
pub fn answer(suggestion: &Suggestion, day: Option<&Date>) -> Answer {
    let due = suggestion.due.value().and_then(Date::civil);
    let is_over = |day: Option<Civil>| due.zip(day).is_some_and(|(due, day)| due.is_before(day));
    if let Stated::Value(replied) = &suggestion.replied {
        return if is_over(replied.civil()) { Answer::Late } else { Answer::Given };
    }
    let says = |status: &str| ["办结", "答复", "办复"].iter().any(|word| status.contains(word)) && !status.contains(['未', '正', '待']);
    let is_known = suggestion.reply.value().is_some()
        || suggestion.outcome.value().is_some()
        || suggestion.satisfaction.value().is_some()
        || suggestion.status.as_deref().is_some_and(says);
    match suggestion.replied {
        Stated::Unknown if is_known => Answer::Given,
        _ if is_over(day.and_then(Date::civil)) => Answer::Overdue,
        Stated::Unknown if due.is_none() => Answer::Unknown,
        _ => Answer::Waiting,
    }
}

/// Everyone behind a suggestion, who leads first.
pub fn movers(suggestion: &Suggestion) -> impl Iterator<Item = &PersonId> {
    suggestion.lead.iter().chain(&suggestion.cosigners)
}

/// How many of the suggestions stand how: of those that are listed, else as the first report says. What neither says is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Without an answer in time.
    pub overdue: Option<u32>,
    /// Answered.
    pub answered: Option<u32>,
    /// Solved or accepted, as the answer says (A).
    pub solved: Option<u32>,
    /// All.
    pub all: Option<u32>,
}

/// How the suggestions stand on the day of the file.
pub fn standing(session: &Session) -> Standing {
    let listed = &session.suggestions;
    if listed.is_empty() {
        let report = session.suggestion_totals.first();
        let of = |value: &dyn Fn(&SuggestionTotals) -> Stated<u32>| report.and_then(|report| value(report).value().copied());
        let solved = of(&|report| report.outcomes.as_ref().map_or(Stated::Unknown, |outcomes| outcomes.a));
        return Standing { overdue: None, answered: of(&|report| report.replied), solved, all: of(&|report| report.received) };
    }
    let day = day_of(session);
    let count = |is: &dyn Fn(&Suggestion) -> bool| u32::try_from(listed.iter().filter(|one| is(one)).count()).ok();
    Standing {
        overdue: count(&|one| answer(one, day) == Answer::Overdue),
        answered: count(&|one| matches!(answer(one, day), Answer::Given | Answer::Late)),
        solved: count(&|one| one.outcome.value() == Some(&Outcome::A)),
        all: count(&|_| true),
    }
}

/// What is looked for when a suggestion is looked for by words: its title and number, who moved it, who answers.
fn said_of(session: &Session, one: &Suggestion) -> String {
    let names = movers(one).filter_map(|id| session.people.iter().find(|person| person.id == *id)).map(|person| person.name.as_str());
    let units = one.unit.iter().chain(&one.co_units).chain(&one.category).chain(&one.number).map(Text::as_str);
    fold(&[one.title.as_str()].into_iter().chain(names).chain(units).collect::<Vec<_>>().join("\n"))
}

/// The places of the suggestions that a choice lets through, those without an answer in time first.
pub fn chosen(session: &Session, chosen: &Chosen) -> Vec<usize> {
    let day = day_of(session);
    let is = |wanted: &Option<String>, of: Option<&str>| wanted.as_deref().is_none_or(|wanted| of == Some(wanted));
    let text = chosen.text.as_deref().map(fold).filter(|text| !text.is_empty());
    let fits = |one: &Suggestion| {
        let has_unit = |unit: &String| one.unit.iter().chain(&one.co_units).any(|other| other.as_str() == unit);
        is(&chosen.status, one.status.as_deref())
            && is(&chosen.category, one.category.as_deref())
            && chosen.outcome.as_ref().is_none_or(|outcome| one.outcome.value() == Some(outcome))
            && chosen.unit.as_ref().is_none_or(has_unit)
            && chosen.person.as_ref().is_none_or(|person| movers(one).any(|mover| mover == person))
            && (!chosen.overdue || answer(one, day) == Answer::Overdue)
            && text.as_ref().is_none_or(|text| said_of(session, one).contains(text.as_str()))
    };
    let fit = session.suggestions.iter().enumerate().filter(|(_, one)| fits(one));
    let (overdue, others): (Vec<_>, Vec<_>) = fit.partition(|(_, one)| answer(one, day) == Answer::Overdue);
    overdue.into_iter().chain(others).map(|(place, _)| place).collect()
}

/// The values that the suggestions have of something, each once, sorted.
pub fn values<'a>(session: &'a Session, of: &dyn Fn(&'a Suggestion) -> Vec<&'a str>) -> Vec<&'a str> {
    let mut values = Vec::new();
    for value in session.suggestions.iter().flat_map(of) {
        insert(&mut values, value);
    }
    values
}

/// The agenda item that reported on something: the one it names, else the only one of the kind.
pub fn reported<'a>(session: &'a Session, named: Option<&crate::model::AgendaId>, kind: AgendaKind) -> Option<&'a AgendaItem> {
    if let Some(named) = named {
        return session.agenda.iter().find(|item| item.id == *named);
    }
    let mut of_kind = session.agenda.iter().filter(|item| item.kind == Some(kind));
    of_kind.next().filter(|_| of_kind.next().is_none())
}

/// What totals count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Bills and suggestions together.
    Received,
    /// Of one kind.
    Kind(SuggestionKind),
    /// Answered.
    Replied,
    /// Ended in one way.
    Outcome(Outcome),
    /// What the deputy thought.
    Satisfaction(Satisfaction),
}

/// A line of totals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Total {
    /// What is counted.
    pub measure: Measure,
    /// What the report says; not known where there is no report or it does not say.
    pub reported: Stated<u32>,
    /// What the list comes to; `None` where the list does not say it of any.
    pub counted: Option<u32>,
}

impl Total {
    /// By how much the report says more than the list has; `None` where they agree or one is not known.
    pub fn difference(&self) -> Option<i64> {
        let reported = match self.reported {
            Stated::Unknown => return None,
            Stated::None => 0,
            Stated::Value(reported) => i64::from(reported),
        };
        self.counted.map(|counted| reported - i64::from(counted)).filter(|difference| *difference != 0)
    }
}

/// What is reported beside what the list comes to, for the suggestions handed in at one session; lines of which neither is known are left out.
pub fn totals(session: &Session, reported: Option<&SuggestionTotals>) -> Vec<Total> {
    let of: Option<&SessionId> = reported.and_then(|totals| totals.session.as_ref());
    let listed = || session.suggestions.iter().filter(|one| reported.is_none() || one.session.as_ref() == of);
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let count = |is: &dyn Fn(&Suggestion) -> Option<bool>| {
        let known: Vec<bool> = listed().filter_map(is).collect();
        (!known.is_empty()).then(|| number(known.into_iter().filter(|is| *is).count()))
    };
    let unknown = Stated::Unknown;
    let mut all = Vec::new();
    let mut add = |measure, reported: Stated<u32>, counted: Option<u32>| {
        if !reported.is_unknown() || counted.is_some_and(|counted| counted > 0) {
            all.push(Total { measure, reported, counted });
        }
    };
    add(Measure::Received, reported.map_or(unknown, |totals| totals.received), count(&|_| Some(true)));
    let kinds = reported.map_or((unknown, unknown), |totals| (totals.bills, totals.suggestions));
    for (kind, reported) in [(SuggestionKind::Bill, kinds.0), (SuggestionKind::Suggestion, kinds.1)] {
        add(Measure::Kind(kind), reported, count(&|one| one.kind.map(|of| of == kind)));
    }
    let is_replied = |one: &Suggestion| match answer(one, None) {
        Answer::Given | Answer::Late => Some(true),
        _ => (one.replied == Stated::None).then_some(false),
    };
    add(Measure::Replied, reported.map_or(unknown, |totals| totals.replied), count(&is_replied));
    let outcomes = reported.and_then(|totals| totals.outcomes.clone()).unwrap_or_default();
    for (outcome, reported) in [(Outcome::A, outcomes.a), (Outcome::B, outcomes.b), (Outcome::C, outcomes.c), (Outcome::D, outcomes.d)] {
        add(Measure::Outcome(outcome), reported, count(&|one| one.outcome.value().map(|of| *of == outcome)));
    }
    let satisfaction = reported.and_then(|totals| totals.satisfaction.clone()).unwrap_or_default();
    let satisfaction = [
        (Satisfaction::Satisfied, satisfaction.satisfied),
        (Satisfaction::Basically, satisfaction.basically),
        (Satisfaction::Unsatisfied, satisfaction.unsatisfied),
    ];
    for (word, reported) in satisfaction {
        add(Measure::Satisfaction(word), reported, count(&|one| one.satisfaction.value().map(|of| *of == word)));
    }
    all
}

#[cfg(test)]
mod tests;
