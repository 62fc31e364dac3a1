//! What became of suggestions and projects, as the session's file tells it: how each stands on the day that the file describes, which ones a
//! choice lets through, and what is counted beside what is reported.

use crate::model::{
    AgendaItem, AgendaKind, Civil, Date, Outcome, PersonId, Project, Satisfaction, Selection, Session, SessionId, Stated, Suggestion,
    SuggestionKind, SuggestionTotals,
};
use crate::order::insert;
use crate::route::Chosen;

/// The day that the file describes: its `as_of`, else the last day of the session. Whether something is overdue is told for this day, not
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

/// The places of the suggestions that a choice lets through.
pub fn chosen(session: &Session, chosen: &Chosen) -> Vec<usize> {
    let day = day_of(session);
    let is = |wanted: &Option<String>, of: Option<&str>| wanted.as_deref().is_none_or(|wanted| of == Some(wanted));
    let fits = |one: &Suggestion| {
        let has_unit = |unit: &String| one.unit.iter().chain(&one.co_units).any(|other| other.as_str() == unit);
        is(&chosen.status, one.status.as_deref())
            && is(&chosen.category, one.category.as_deref())
            && chosen.outcome.as_ref().is_none_or(|outcome| one.outcome.value() == Some(outcome))
            && chosen.unit.as_ref().is_none_or(has_unit)
            && chosen.person.as_ref().is_none_or(|person| movers(one).any(|mover| mover == person))
            && (!chosen.overdue || answer(one, day) == Answer::Overdue)
    };
    session.suggestions.iter().enumerate().filter(|(_, one)| fits(one)).map(|(place, _)| place).collect()
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

/// A ballot on projects.
#[derive(Debug, Default)]
pub struct Ballot<'a> {
    /// The projects that stood, by place, then as listed.
    pub stood: Vec<&'a Project>,
    /// How many of them were selected.
    pub selected: usize,
    /// Whether there were as many candidates as places. Not known where those that were not selected may not be listed, that is where none
    /// such is listed and the votes of some are missing.
    pub is_equal: Option<bool>,
}

/// The ballot of this session. Of projects that were chosen before, some files say only that; where others have votes or places, they did not
/// stand in this ballot.
pub fn ballot(session: &Session) -> Ballot<'_> {
    let own = || session.projects.iter().filter(|project| project.session.is_none());
    let has_figures = |one: &&Project| {
        let is = |choice: &Selection| choice.rank.is_some() || choice.votes.value().is_some() || choice.selected == Stated::Value(false);
        let mut candidates = session.votes.iter().flat_map(|vote| &vote.candidates);
        one.selection.as_ref().is_some_and(is) || candidates.any(|candidate| candidate.project.as_ref() == Some(&one.id))
    };
    let mut stood: Vec<&Project> = own().filter(has_figures).collect();
    if stood.is_empty() {
        stood = own().filter(|project| project.selection.is_some()).collect();
    }
    let choices = || stood.iter().filter_map(|project| project.selection.as_ref());
    let selected = choices().filter(|choice| choice.selected.value() == Some(&true)).count();
    let has_votes = !stood.is_empty() && choices().filter(|choice| choice.votes.value().is_some()).count() == stood.len();
    let is_equal = match (selected, stood.len()) {
        (0, _) => None,
        (selected, all) if selected < all => Some(false),
        _ => has_votes.then_some(true),
    };
    let rank = |project: &Project| project.selection.as_ref().and_then(|selection| selection.rank).unwrap_or(u32::MAX);
    Ballot { stood: crate::order::ordered(&stood, |a, b| rank(a).cmp(&rank(b))), selected, is_equal }
}

/// How much of the year of a project was over on `day`, in percent: the yardstick of 时间过半、任务过半. Only for one that is due in that year.
pub fn time_gone(project: &Project, day: Option<&Date>) -> Option<crate::model::Decimal> {
    let (due, day) = (project.due.value()?.civil()?, day?);
    let from = Date(format!("{:04}-01-01", due.year).as_str().into());
    (day.year() == Some(due.year)).then(|| crate::budget::year_gone(&crate::model::Period { from, to: day.clone() })).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::OutcomeCounts;

    fn suggestion(due: Stated<&str>, replied: Stated<&str>) -> Suggestion {
        let date = |date: Stated<&str>| match date {
            Stated::Unknown => Stated::Unknown,
            Stated::None => Stated::None,
            Stated::Value(date) => Stated::Value(Date::from(date)),
        };
        Suggestion { due: date(due), replied: date(replied), ..Suggestion::default() }
    }

    #[test]
    fn an_answer_is_judged_on_the_day_of_the_file() {
        use Stated::{None as Nothing, Unknown, Value};
        let on = |day: &str, one: &Suggestion| answer(one, Some(&Date::from(day)));
        let waiting = suggestion(Value("2024-04-30"), Nothing);
        assert_eq!(on("2024-04-30", &waiting), Answer::Waiting);
        assert_eq!(on("2024-05-01", &waiting), Answer::Overdue);
        assert_eq!(answer(&waiting, None), Answer::Waiting);
        // A month is over when the next one begins, and not before.
        assert_eq!(on("2024-04", &suggestion(Value("2024-04-02"), Unknown)), Answer::Waiting);
        assert_eq!(on("2024-03-01", &suggestion(Value("2024-02-29"), Unknown)), Answer::Overdue);
        assert_eq!(on("2025-01-01", &suggestion(Value("2024-04-30"), Value("2024-05-02"))), Answer::Late);
        assert_eq!(on("2025-01-01", &suggestion(Value("2024-04-30"), Value("2024-04-30"))), Answer::Given);
        assert_eq!(on("2025-01-01", &suggestion(Unknown, Unknown)), Answer::Unknown);
        let known = Suggestion { outcome: Value(Outcome::C), ..suggestion(Value("2024-01-01"), Unknown) };
        assert_eq!(on("2025-01-01", &known), Answer::Given);
    }

    #[test]
    fn a_choice_lets_through_what_fits_all_of_it() {
        let one = |unit: &str, status: &str, lead: &str| Suggestion {
            unit: Some(unit.into()),
            status: Some(status.into()),
            lead: Some(lead.into()),
            co_units: vec!["水务站".into()],
            ..suggestion(Stated::Value("2024-01-01"), Stated::None)
        };
        let suggestions = vec![one("城建办", "已办结", "a"), one("城建办", "在办", "b"), one("农业办", "在办", "a")];
        let session = Session { as_of: Some("2024-06-01".into()), suggestions, ..Session::default() };
        let of = |choice: Chosen| chosen(&session, &choice);
        let text = |text: &str| Some(text.to_owned());
        assert_eq!(of(Chosen::default()), [0, 1, 2]);
        assert_eq!(of(Chosen { unit: text("城建办"), status: text("在办"), ..Chosen::default() }), [1]);
        assert_eq!(of(Chosen { unit: text("水务站"), person: Some("a".into()), overdue: true, ..Chosen::default() }), [0, 2]);
        assert_eq!(of(Chosen { category: text("x"), ..Chosen::default() }), [0; 0]);
    }

    #[test]
    fn totals_are_counted_beside_what_is_reported() {
        let one = |outcome| Suggestion { outcome, kind: Some(SuggestionKind::Suggestion), ..Suggestion::default() };
        let earlier = Suggestion { session: Some("before".into()), ..Suggestion::default() };
        let suggestions = vec![one(Stated::Value(Outcome::A)), one(Stated::Value(Outcome::A)), one(Stated::Unknown), earlier];
        let session = Session { suggestions, ..Session::default() };
        let outcomes = Some(OutcomeCounts { a: Stated::Value(1), d: Stated::None, ..OutcomeCounts::default() });
        let report = SuggestionTotals { received: Stated::Value(4), outcomes, ..SuggestionTotals::default() };
        let of = |measure| totals(&session, Some(&report)).into_iter().find(|total| total.measure == measure);
        let difference = |measure| of(measure).and_then(|total| total.difference());
        // The one handed in elsewhere is not of this report.
        assert_eq!(of(Measure::Received).map(|total| total.counted), Some(Some(3)));
        assert_eq!(difference(Measure::Received), Some(1));
        assert_eq!(difference(Measure::Outcome(Outcome::A)), Some(-1));
        assert_eq!(difference(Measure::Outcome(Outcome::D)), None);
        assert_eq!((of(Measure::Outcome(Outcome::B)), of(Measure::Satisfaction(Satisfaction::Satisfied))), (None, None));
        assert_eq!(totals(&session, None)[0].counted, Some(4));
    }

    #[test]
    fn a_ballot_is_of_those_that_stood_in_it() {
        let project = |id: &str, votes: Option<u32>, selected| Project {
            id: id.into(),
            selection: Some(Selection {
                votes: votes.map_or(Stated::Unknown, Stated::Value),
                selected: Stated::Value(selected),
                ..Selection::default()
            }),
            ..Project::default()
        };
        let of = |projects: Vec<Project>| {
            let session = Session { projects, ..Session::default() };
            let ballot = ballot(&session);
            (ballot.stood.len(), ballot.selected, ballot.is_equal)
        };
        let (old, yes, no) = (project("old", None, true), project("yes", Some(9), true), project("no", Some(3), false));
        assert_eq!(of(vec![old.clone(), yes.clone(), no]), (2, 1, Some(false)));
        assert_eq!(of(vec![old.clone(), yes.clone()]), (1, 1, Some(true)));
        // Only what was selected is listed: how many stood is not known.
        assert_eq!(of(vec![old]), (1, 1, None));
        assert_eq!(of(vec![Project { session: Some("before".into()), ..yes }, Project::default()]), (0, 0, None));
    }

    #[test]
    fn the_yardstick_is_of_the_year_in_which_a_project_is_due() {
        let project = Project { due: Stated::Value("2024-11".into()), ..Project::default() };
        let gone = |day: &str| time_gone(&project, Some(&Date::from(day))).map(|gone| gone.to_string());
        assert_eq!(gone("2024-06-30").as_deref(), Some("50.0"));
        assert_eq!((gone("2025-01-02"), gone("2023-12-31"), time_gone(&project, None)), (None, None, None));
    }
}
