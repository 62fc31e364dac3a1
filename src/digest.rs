//! What the page says about a session, as data: lookups, sections, who did what, outlines, quotations.
//!
//! Everything here is a function of the session alone and tested on the host; `ui` only lays it out.

pub mod answers;
pub mod body;
pub mod cast;
pub mod compare;
pub mod facts;
pub mod follow;
pub mod front;
pub mod listing;
mod lookup;
mod marks;
pub mod person;
pub mod projects;
mod quote;
pub mod remarks;
mod roles;
pub mod slides;
mod stored;

use crate::model::{AgendaItem, AgendaResult, Block, BlockKind, Person, PersonId, Session};
use crate::order::insert;
use crate::route::{BudgetPlace, Place};
pub use lookup::Lookup;
pub use marks::{Piece, pieces};
pub use quote::{Quote, quotation, speaker_name};
pub use roles::{Activity, Deeds, activities};
pub use stored::Stored;

/// The sections of a session that have something in them, with how many entries each has: what readers ask for first (money, promises, reports,
/// votes), then the course of the session and who was there.
///
/// The overview is always there; a section with nothing in it is not shown.
pub fn sections(session: &Session) -> Vec<(Place, Option<usize>)> {
    // A single budget needs no list.
    let budgets = match &session.budgets[..] {
        [only] => Place::Budget(Box::new(BudgetPlace::new(only.id.clone()))),
        _ => Place::Budgets,
    };
    let counted = [
        (budgets, session.budgets.len()),
        (Place::Projects, session.projects.len()),
        (Place::Suggestions(Box::default()), session.suggestions.len().max(session.suggestion_totals.len())),
        (Place::Speeches, session.speeches.len()),
        (Place::Decisions, session.resolutions.len() + session.votes.len()),
        (Place::Agenda, session.agenda.len().max(session.sittings.len().min(1))),
        (Place::People, session.people.len()),
        (Place::Glossary, session.glossary.len()),
    ];
    let mut sections = vec![(Place::Overview, None)];
    sections.extend(counted.into_iter().filter(|(_, n)| *n > 0).map(|(place, n)| (place, Some(n))));
    sections.push((Place::Documents, None));
    sections
}

/// Everyone who presided over a sitting, each once, in the order of the sittings.
pub fn presiding(session: &Session) -> Vec<&PersonId> {
    let mut seen = Vec::new();
    session.sittings.iter().flat_map(|sitting| &sitting.chairs).filter(|chair| insert(&mut seen, chair.as_str())).collect()
}

/// The agenda items on which something was decided, that is adopted, rejected or elected.
pub fn decided(session: &Session) -> impl Iterator<Item = &AgendaItem> {
    session.agenda.iter().filter(|item| matches!(item.result, Some(AgendaResult::Adopted | AgendaResult::Rejected | AgendaResult::Elected)))
}

/// The agenda items of each sitting in turn, then those of none, each with whether it is part of another item.
///
/// Items keep the order of the file. A sitting without items is kept: that it was held is a fact.
pub fn agenda_by_sitting(session: &Session) -> Vec<(Option<usize>, Vec<&AgendaItem>)> {
    let mut groups: Vec<(Option<usize>, Vec<&AgendaItem>)> = (0..session.sittings.len()).map(|i| (Some(i), Vec::new())).collect();
    let mut rest = Vec::new();
    for item in &session.agenda {
        let at = item.sitting.as_ref().and_then(|id| session.sittings.iter().position(|sitting| sitting.id == *id));
        match at {
            Some(at) => groups[at].1.push(item),
            None => rest.push(item),
        }
    }
    if !rest.is_empty() {
        groups.push((None, rest));
    }
    groups
}

/// The headings of a text, in order.
pub fn outline(blocks: &[Block]) -> Vec<&Block> {
    blocks.iter().filter(|block| block.kind == BlockKind::Heading).collect()
}

/// How many characters there are to read, headings not counted.
pub fn length_chars(blocks: &[Block]) -> usize {
    let chars = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
    blocks
        .iter()
        .filter(|block| block.kind != BlockKind::Heading)
        .map(|block| block.text.as_deref().map_or(0, chars) + block.items.iter().map(|item| chars(item)).sum::<usize>())
        .sum()
}

/// Minutes that reading takes, at 400 characters a minute (a common figure for silent reading of Chinese), at least 1.
pub fn minutes_to_read(chars: usize) -> usize {
    chars.div_ceil(400).max(1)
}

/// The phrases of a session's title, so that a line breaks between them and not inside 代表大会.
///
/// ```
/// use yishi::digest::phrases;
/// assert_eq!(phrases("华漕镇第六届人民代表大会第六次会议"), ["华漕镇", "第六届", "人民代表大会", "第六次会议"]);
/// ```
pub fn phrases(title: &str) -> Vec<&str> {
    let is_start = |at: &usize| ["第", "人民代表大会", "（"].iter().any(|phrase| title[*at..].starts_with(phrase));
    let mut starts: Vec<usize> = title.char_indices().map(|(at, _)| at).filter(is_start).filter(|at| *at > 0).collect();
    starts.push(title.len());
    let mut phrases = Vec::new();
    let mut from = 0;
    for to in starts {
        phrases.push(&title[from..to]);
        from = to;
    }
    phrases
}

/// The posts of a person in words, each with its organization unless the title already names it.
pub fn posts(person: &Person) -> String {
    let words = person.posts.iter().map(|post| match &post.organization {
        Some(organization) if !post.title.contains(organization.as_str()) => format!("{organization}{}", post.title),
        _ => post.title.to_string(),
    });
    words.collect::<Vec<_>>().join("、")
}
