//! What was promised and what became of it: projects by how far they are, suggestions by their answers, each late one by name.

use crate::digest::follow::{Answer, answer, day_of};
use crate::digest::projects::{Far, ballot, carried, far};
use crate::model::{Civil, Date, Project, Session, Stated, Suggestion, days_in_month};
use crate::order::ordered;

/// What was promised.
#[derive(Debug, Default, PartialEq)]
pub struct Promised<'a> {
    /// The projects that the session chose itself and that have not begun.
    pub chosen: usize,
    /// Projects that are finished.
    pub done: usize,
    /// Under way, with time left, or with no time set.
    pub under_way: usize,
    /// Not begun, with time left, or with no time set.
    pub not_begun: usize,
    /// The file does not say how far they are.
    pub unknown: usize,
    /// Not finished although their time is over, the longest first.
    pub late: Vec<Late<'a, Project>>,
    /// Of so many suggestions so many are answered, as reported, else as listed.
    pub answered: Option<(u32, u32)>,
    /// Suggestions whose time is over without a word of an answer, the longest first.
    pub overdue: Vec<Late<'a, Suggestion>>,
    /// So many were handed in at this session.
    pub handed_in: u32,
}

impl Promised<'_> {
    /// How many projects were under way before this session.
    pub fn carried(&self) -> usize {
        self.done + self.under_way + self.not_begun + self.unknown + self.late.len()
    }

    /// Whether there is anything of projects.
    pub fn has_projects(&self) -> bool {
        self.chosen + self.carried() > 0
    }

    /// Whether there is anything of suggestions.
    pub fn has_suggestions(&self) -> bool {
        self.answered.is_some() || self.handed_in > 0 || !self.overdue.is_empty()
    }
}

/// Something whose time is over.
#[derive(Debug, PartialEq)]
pub struct Late<'a, T> {
    /// What.
    pub what: &'a T,
    /// Since when, on the day that the file describes; `None` where a date is not known to the day.
    pub since: Option<Since>,
}

impl<T> Clone for Late<'_, T> {
    fn clone(&self) -> Self {
        Self { what: self.what, since: self.since }
    }
}

/// A length of time in the unit that it is spoken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Since {
    /// Less than two months.
    Days(u32),
    /// Whole months.
    Months(u32),
}

/// What the session's file says of promises.
pub fn promised(session: &Session) -> Promised<'_> {
    let day = day_of(session);
    let mut all = Promised::default();
    let stood = ballot(session).stood;
    for project in carried(session) {
        let far = far(project);
        let is_chosen = || {
            let is_selected = project.selection.as_ref().is_some_and(|choice| choice.selected == Stated::Value(true));
            is_selected && stood.iter().any(|one| one.id == project.id)
        };
        let is_late = || is_over(project.due.value(), day);
        match far {
            Far::Finished => all.done += 1,
            Far::NotBegun | Far::Unknown if is_chosen() => all.chosen += 1,
            Far::UnderWay | Far::NotBegun if is_late() => all.late.push(late(project, project.due.value(), day)),
            Far::UnderWay => all.under_way += 1,
            Far::NotBegun => all.not_begun += 1,
            Far::Unknown => all.unknown += 1,
        }
    }
    let overdue = session.suggestions.iter().filter(|one| answer(one, day) == Answer::Overdue);
    all.overdue = overdue.map(|one| late(one, one.due.value(), day)).collect();
    all.late = longest_first(&all.late);
    all.overdue = longest_first(&all.overdue);
    all.answered = answered(session, day);
    all.handed_in = handed_in(session);
    all
}

fn late<'a, T>(what: &'a T, due: Option<&Date>, day: Option<&Date>) -> Late<'a, T> {
    Late { what, since: due.and_then(Date::civil).zip(day.and_then(Date::civil)).and_then(|(due, day)| since(due, day)) }
}

fn longest_first<'a, T>(all: &[Late<'a, T>]) -> Vec<Late<'a, T>> {
    ordered(all, |a, b| b.since.cmp(&a.since))
}

fn is_over(due: Option<&Date>, day: Option<&Date>) -> bool {
    due.and_then(Date::civil).zip(day.and_then(Date::civil)).is_some_and(|(due, day)| due.is_before(day))
}

/// What a report says of all that it was on, both figures of one report; else what the list has of those that were handed in before.
fn answered(session: &Session, day: Option<&Date>) -> Option<(u32, u32)> {
    let reported = session.suggestion_totals.iter().find_map(|report| Some((*report.received.value()?, *report.replied.value()?)));
    let before = || session.suggestions.iter().filter(|one| one.session.is_some());
    let listed = || {
        let is_answered = |one: &&Suggestion| matches!(answer(one, day), Answer::Given | Answer::Late);
        let number = |count: usize| u32::try_from(count).ok();
        Some((number(before().count()).filter(|count| *count > 0)?, number(before().filter(is_answered).count())?))
    };
    reported.or_else(listed)
}

fn handed_in(session: &Session) -> u32 {
    let mut own = session.suggestion_totals.iter().filter(|report| report.session.is_none() && report.replied.is_unknown());
    let reported = own.find_map(|report| report.received.value().copied());
    let listed = session.suggestions.iter().filter(|one| one.session.is_none()).count();
    reported.or(u32::try_from(listed).ok()).unwrap_or_default()
}

/// How long ago a day was, in days where it is less than two months, else in whole months; `None` where it was not, or a date is not known to
/// the day.
pub fn since(due: Civil, day: Civil) -> Option<Since> {
    if due.day == 0 || day.day == 0 || !due.is_before(day) {
        return None;
    }
    let months = |civil: Civil| u32::from(civil.year) * 12 + u32::from(civil.month);
    let whole = (months(day) - months(due)).saturating_sub(u32::from(day.day < due.day));
    if whole >= 2 {
        return Some(Since::Months(whole));
    }
    let mut days = 0;
    let (mut year, mut month) = (due.year, u16::from(due.month));
    while (year, month) != (day.year, u16::from(day.month)) {
        days += u32::from(days_in_month(year, month));
        (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    }
    Some(Since::Days(days + u32::from(day.day) - u32::from(due.day)))
}
