//! What a session shows, as things that can be found: each agenda item, person, paragraph, budget line, suggestion is one.

mod fields;
mod names;
#[cfg(test)]
mod tests;

use crate::digest::Lookup;
use crate::model::{PersonId, Session, SittingId};
use crate::route::{Kind, Place};
pub use names::{Name, NameKind, names};
use std::borrow::Cow;

/// Where in a session something is: a list and the places in it. Small, for a long session has a hundred thousand of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is named after the list that its numbers lead into")]
pub enum Spot {
    Session,
    Person(u32),
    Sitting(u32),
    Agenda(u32),
    Speech(u32),
    Paragraph(u32, u32),
    Vote(u32),
    Resolution(u32),
    ResolutionParagraph(u32, u32),
    Budget(u32),
    Line(u32, u32, u32),
    Suggestion(u32),
    Totals(u32),
    Project(u32),
    Change(u32),
    Document(u32),
    Source(u32),
    Correction(u32),
    Term(u32),
}

/// A thing that can be found.
#[derive(Clone, Debug)]
pub struct Item<'s> {
    /// Its kind.
    pub kind: Kind,
    /// Where it is shown.
    pub place: Place,
    /// The block of the place.
    pub at: Option<&'s str>,
    /// Its title or name; empty for a paragraph.
    pub head: Cow<'s, str>,
    /// Everything else that is shown of it, each by itself: nothing is found across two of them.
    pub body: Vec<Cow<'s, str>>,
    /// What it belongs to: the speech and the speaker of a paragraph, the budget of a line. Shown with it, not searched.
    pub within: Vec<&'s str>,
    /// Who spoke, presented, proposed.
    pub who: Vec<&'s PersonId>,
    /// The sitting.
    pub sitting: Option<&'s SittingId>,
}

/// Everything in a session that can be found, in the order of the session.
///
/// [`Item::of`] has the words of each.
pub fn spots(session: &Session) -> Vec<Spot> {
    let mut spots = vec![Spot::Session];
    let mut all = |count: usize, spot: fn(u32) -> Spot| spots.extend((0..short(count)).map(spot));
    all(session.people.len(), Spot::Person);
    all(session.sittings.len(), Spot::Sitting);
    all(session.agenda.len(), Spot::Agenda);
    all(session.votes.len(), Spot::Vote);
    all(session.suggestions.len(), Spot::Suggestion);
    all(session.suggestion_totals.len(), Spot::Totals);
    all(session.projects.len(), Spot::Project);
    all(session.deputy_changes.len(), Spot::Change);
    all(session.documents.len(), Spot::Document);
    all(session.sources.len(), Spot::Source);
    all(session.corrections.len(), Spot::Correction);
    all(session.glossary.len(), Spot::Term);
    for (at, speech) in (0..).zip(&session.speeches) {
        spots.push(Spot::Speech(at));
        spots.extend((0..short(speech.blocks.len())).map(|block| Spot::Paragraph(at, block)));
    }
    for (at, resolution) in (0..).zip(&session.resolutions) {
        spots.push(Spot::Resolution(at));
        spots.extend((0..short(resolution.blocks.len())).map(|block| Spot::ResolutionParagraph(at, block)));
    }
    for (at, budget) in (0..).zip(&session.budgets) {
        spots.push(Spot::Budget(at));
        for (table, lines) in (0..).zip(&budget.tables) {
            spots.extend((0..short(lines.lines.len())).map(|line| Spot::Line(at, table, line)));
        }
    }
    spots
}

fn short(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Everything in a session that can be found, with its words.
pub fn items<'s>(session: &'s Session, lookup: &Lookup) -> Vec<Item<'s>> {
    spots(session).into_iter().filter_map(|spot| Item::of(session, lookup, spot)).collect()
}
