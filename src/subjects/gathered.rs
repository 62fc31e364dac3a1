//! What a session has about one subject, put together by kind: money first.

use super::About;
use crate::model::Session;
use crate::route::Kind;
use crate::search::Spot;

/// The kinds in the order of a resident's questions: what is paid, what was promised, what was asked, what was decided, what was said.
pub(super) const ORDER: [Kind; 7] =
    [Kind::Budget, Kind::Projects, Kind::Suggestions, Kind::Decisions, Kind::Agenda, Kind::Speeches, Kind::Documents];
/// Of these it is said where there is nothing.
const MISSED: [Kind; 5] = [Kind::Budget, Kind::Projects, Kind::Suggestions, Kind::Decisions, Kind::Speeches];

/// What a session has about one subject.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gathered {
    /// What there is of each kind, in the order of the session.
    pub groups: Vec<(Kind, Vec<About>)>,
    /// Kinds of which there is nothing about the subject, and whether the session has any of the kind at all.
    pub lacks: Vec<(Kind, bool)>,
}

impl Gathered {
    /// What is about the subject at this place of the lexicon.
    pub fn of(session: &Session, about: &[About], subject: usize) -> Self {
        let of_kind = |wanted: Kind| about.iter().filter(move |one| one.subject == subject && kind(one.spot) == Some(wanted)).copied();
        let groups = ORDER.into_iter().map(|kind| (kind, of_kind(kind).collect::<Vec<_>>())).filter(|(_, all)| !all.is_empty());
        let groups: Vec<(Kind, Vec<About>)> = groups.collect();
        let is_lacking = |kind: &Kind| groups.iter().all(|(found, _)| found != kind);
        let lacks = MISSED.into_iter().filter(is_lacking).map(|kind| (kind, has_any(session, kind))).collect();
        Self { groups, lacks }
    }

    /// How many things there are; a budget line within another one is none of its own.
    pub fn count(&self) -> usize {
        self.groups.iter().map(|(_, all)| counted(all)).sum()
    }
}

/// How many of the things count for themselves.
pub fn counted(all: &[About]) -> usize {
    all.iter().filter(|one| !one.is_part).count()
}

/// How many things there are about each subject, in the order of the lexicon.
pub fn counts(about: &[About], subjects: usize) -> Vec<usize> {
    let mut counts = vec![0; subjects];
    for one in about.iter().filter(|one| !one.is_part) {
        if let Some(count) = counts.get_mut(one.subject) {
            *count += 1;
        }
    }
    counts
}

/// In how many sessions there is something about each subject, in the order of the lexicon, by what the list of sessions says of each; `None`
/// where it does not say so of one.
pub fn in_sessions<'a>(lists: impl Iterator<Item = Option<&'a [String]>>) -> Option<Vec<usize>> {
    let mut counts = vec![0; super::subjects().len()];
    for list in lists {
        for at in list?.iter().filter_map(|id| super::position(id)) {
            counts[at] += 1;
        }
    }
    Some(counts)
}

/// The ids of the subjects that a session says something of, for the list of sessions.
pub fn ids(session: &Session) -> Vec<String> {
    let counts = counts(&super::about(session), super::subjects().len());
    super::subjects().iter().zip(counts).filter(|(_, count)| *count > 0).map(|(subject, _)| subject.id.to_owned()).collect()
}

/// The kind of what is at a spot.
pub fn kind(spot: Spot) -> Option<Kind> {
    Some(match spot {
        Spot::Line(..) => Kind::Budget,
        Spot::Project(_) => Kind::Projects,
        Spot::Suggestion(_) => Kind::Suggestions,
        Spot::Vote(_) | Spot::Resolution(_) | Spot::ResolutionParagraph(..) => Kind::Decisions,
        Spot::Agenda(_) => Kind::Agenda,
        Spot::Speech(_) | Spot::Paragraph(..) => Kind::Speeches,
        Spot::Document(_) => Kind::Documents,
        _ => return None,
    })
}

fn has_any(session: &Session, kind: Kind) -> bool {
    match kind {
        Kind::Budget => session.budgets.iter().flat_map(|budget| &budget.tables).any(|table| !table.lines.is_empty()),
        Kind::Projects => !session.projects.is_empty(),
        Kind::Suggestions => !session.suggestions.is_empty(),
        Kind::Decisions => !session.votes.is_empty() || !session.resolutions.is_empty(),
        Kind::Speeches => session.speeches.iter().any(|speech| !speech.blocks.is_empty()),
        _ => true,
    }
}
