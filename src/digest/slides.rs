//! Which slides a session has in the hall: its own, one for each item of its agenda, then what was spent, the ballot, and how far the projects are.
//!
//! What is long goes on over several slides, for nobody scrolls in a hall.

use super::answers::{Late, money, promised};
use super::projects::{Far, ballot, carried, far};
use crate::model::{Project, Session, Stated};
use crate::order::ordered;
use std::ops::Range;

/// So many lines of the size that is read from the last row stand below the head of a slide.
const LINES: usize = 8;
/// So many characters of a title stand on a line on the narrowest screen of a hall (4:3).
const CHARACTERS: usize = 16;

/// A slide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slide {
    /// The session itself.
    Session,
    /// An item of the agenda.
    Item(usize),
    /// What was spent, or is to be.
    Money,
    /// The ballot on projects: these of those that stood.
    Ballot(Range<usize>),
    /// How far the projects are: these of them, in the order of [`standing`].
    Projects(Range<usize>),
}

impl Slide {
    /// Its name in a link, for those that are of no item. The agenda comes first where an item has this id.
    pub fn name(&self) -> Option<String> {
        let numbered = |name: &str, range: &Range<usize>| match range.start {
            0 => name.to_owned(),
            start => format!("{name}-{}", start + 1),
        };
        match self {
            Self::Session | Self::Item(_) => None,
            Self::Money => Some(MONEY.to_owned()),
            Self::Ballot(range) => Some(numbered(BALLOT, range)),
            Self::Projects(range) => Some(numbered(PROJECTS, range)),
        }
    }
}

const MONEY: &str = "slide-money";
const BALLOT: &str = "slide-ballot";
const PROJECTS: &str = "slide-projects";

/// Whether a link may name a slide so, without working out which there are.
pub fn is_name(session: &Session, name: &str) -> bool {
    match name {
        MONEY => !session.budgets.is_empty(),
        name => !session.projects.is_empty() && (name.starts_with(BALLOT) || name.starts_with(PROJECTS)),
    }
}

/// All slides of a session.
pub fn slides(session: &Session) -> Vec<Slide> {
    let mut all = vec![Slide::Session];
    all.extend((0..session.agenda.len()).map(Slide::Item));
    all.extend(money(session).map(|_| Slide::Money));
    let of = |projects: &mut dyn Iterator<Item = &Project>, lines: usize| {
        let lines: Vec<usize> = projects.map(|project| project.title.chars().count().div_ceil(CHARACTERS) + lines).collect();
        screens(&lines)
    };
    all.extend(of(&mut ballot(session).stood.into_iter(), 0).into_iter().map(Slide::Ballot));
    all.extend(of(&mut standing(session).into_iter().map(|standing| standing.project), 1).into_iter().map(Slide::Projects));
    all
}

/// A project with how far it is, and how late.
#[derive(Debug)]
pub struct Standing<'a> {
    /// The project.
    pub project: &'a Project,
    /// How far it is.
    pub far: Far,
    /// Its time is over.
    pub late: Option<Late<'a, Project>>,
}

/// The projects that are carried out: the late ones first, the longest first; then those under way, those not begun, those of which nothing is
/// known, and those that are finished. Projects that this session chose itself stand on the slide of its ballot.
pub fn standing(session: &Session) -> Vec<Standing<'_>> {
    let promised = promised(session);
    if promised.carried() == 0 {
        return Vec::new();
    }
    let is_late = |project: &Project| promised.late.iter().any(|late| late.what.id == project.id);
    let stood = ballot(session).stood;
    let is_chosen = |project: &Project, far: Far| {
        let is_selected = project.selection.as_ref().is_some_and(|choice| choice.selected == Stated::Value(true));
        matches!(far, Far::NotBegun | Far::Unknown) && is_selected && stood.iter().any(|one| one.id == project.id)
    };
    let rest = carried(session).filter(|project| !is_late(project)).map(|project| Standing { project, far: far(project), late: None });
    let rest: Vec<_> = rest.filter(|one| !is_chosen(one.project, one.far)).collect();
    let rank = |far: Far| match far {
        Far::UnderWay => 0,
        Far::NotBegun => 1,
        Far::Unknown => 2,
        Far::Finished => 3,
    };
    let places: Vec<usize> = (0..rest.len()).collect();
    let places = ordered(&places, |a, b| rank(rest[*a].far).cmp(&rank(rest[*b].far)));
    let late = promised.late.iter().map(|late| Standing { project: late.what, far: far(late.what), late: Some(late.clone()) });
    let rest = places.into_iter().map(|place| Standing { project: rest[place].project, far: rest[place].far, late: None });
    late.chain(rest).collect()
}

/// What fits a slide each time, of rows that take so many lines.
fn screens(rows: &[usize]) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let (mut start, mut used) = (0, 0);
    for (at, lines) in rows.iter().enumerate() {
        if used + lines > LINES && at > start {
            all.push(start..at);
            (start, used) = (at, 0);
        }
        used += lines;
    }
    if start < rows.len() {
        all.push(start..rows.len());
    }
    all
}

#[cfg(test)]
mod tests {
    use super::screens;

    #[test]
    fn rows_fill_slides() {
        assert_eq!(screens(&[]), []);
        assert_eq!(screens(&[2, 2, 2, 2]), vec![0..4; 1]);
        assert_eq!(screens(&[2, 2, 2, 2, 1]), [0..4, 4..5]);
        // What does not fit any slide has one of its own.
        assert_eq!(screens(&[1, 20, 1]), [0..1, 1..2, 2..3]);
    }
}
