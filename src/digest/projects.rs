//! Livelihood projects: the ballot that chose them, and how far they have come.

mod standing;

use crate::model::{Date, Decimal, Period, Project, Selection, Session, Stated};
use crate::order::ordered;
pub use standing::{Standing, standing};

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
    Ballot { stood: ordered(&stood, |a, b| rank(a).cmp(&rank(b))), selected, is_equal }
}

/// How much of the year of a project was over on `day`, in percent: the yardstick of 时间过半、任务过半. Only for one that is due in that year.
pub fn time_gone(project: &Project, day: Option<&Date>) -> Option<Decimal> {
    let (due, day) = (project.due.value()?.civil()?, day?);
    let from = Date(format!("{:04}-01-01", due.year).as_str().into());
    (day.year() == Some(due.year)).then(|| crate::budget::year_gone(&Period { from, to: day.clone() })).flatten()
}

/// How far a project has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Far {
    /// Finished.
    Finished,
    /// Begun, or said to be not finished.
    UnderWay,
    /// Not begun.
    NotBegun,
    /// The source does not say.
    Unknown,
}

/// Statuses that say how far a project has come; any other word says nothing.
const FINISHED: [&str; 8] = ["完成", "已完成", "已办结", "已完工", "已竣工", "已建成", "已建成使用", "已全部完成"];
const UNDER_WAY: [&str; 4] = ["未完成", "在建", "建设中", "正在建设"];
const NOT_BEGUN: [&str; 2] = ["未开工", "未开始"];

/// How far a project has come, by its progress, else by its status.
pub fn far(project: &Project) -> Far {
    if let Some(progress) = project.progress_percent.value() {
        return match progress {
            progress if !crate::budget::is_less(*progress, Decimal { mantissa: 100, scale: 0 }) => Far::Finished,
            progress if progress.mantissa > 0 => Far::UnderWay,
            _ => Far::NotBegun,
        };
    }
    let is = |words: &[&str]| project.status.as_deref().is_some_and(|status| words.contains(&status));
    match () {
        () if is(&FINISHED) => Far::Finished,
        () if is(&UNDER_WAY) => Far::UnderWay,
        () if is(&NOT_BEGUN) => Far::NotBegun,
        () => Far::Unknown,
    }
}

/// The projects that are carried out: all but the candidates that were not selected.
pub fn carried(session: &Session) -> impl Iterator<Item = &Project> {
    let is_out = |project: &&Project| project.selection.as_ref().is_some_and(|choice| choice.selected == Stated::Value(false));
    session.projects.iter().filter(move |project| !is_out(project))
}

#[cfg(test)]
mod tests;
