//! What every id of the file names, so that each reference is one look-up.

use super::terms::Thing;
use crate::model::{Block, Session};
use crate::order::insert;
use std::collections::HashMap;

/// Ids of the file by what they name, each with the place of the first thing that has it.
pub(super) struct Index<'a> {
    ids: HashMap<(Thing, &'a str), usize>,
    blocks: HashMap<&'a str, BlockPlace>,
}

/// Where a block stands: in a speech or a resolution, which one, and which block of it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct BlockPlace {
    /// Whether it stands in a speech; else in a resolution.
    pub(super) is_in_speech: bool,
    /// Which speech or resolution.
    pub(super) owner: usize,
    /// Which of its blocks.
    pub(super) index: usize,
}

impl<'a> Index<'a> {
    /// Takes in every id of `session`.
    pub(super) fn new(session: &'a Session) -> Self {
        let mut index = Self { ids: HashMap::new(), blocks: HashMap::new() };
        index.add(Thing::Session, std::iter::once(session.id.as_str()));
        index.add(Thing::Source, session.sources.iter().map(|x| x.id.as_str()));
        index.add(Thing::Sitting, session.sittings.iter().map(|x| x.id.as_str()));
        index.add(Thing::Person, session.people.iter().map(|x| x.id.as_str()));
        index.add(Thing::AgendaItem, session.agenda.iter().map(|x| x.id.as_str()));
        index.add(Thing::Speech, session.speeches.iter().map(|x| x.id.as_str()));
        index.add(Thing::Vote, session.votes.iter().map(|x| x.id.as_str()));
        index.add(Thing::Resolution, session.resolutions.iter().map(|x| x.id.as_str()));
        index.add(Thing::Budget, session.budgets.iter().map(|x| x.id.as_str()));
        let tables = || session.budgets.iter().flat_map(|budget| &budget.tables);
        index.add(Thing::Table, tables().map(|x| x.id.as_str()));
        index.add(Thing::Line, tables().flat_map(|table| &table.lines).map(|x| x.id.as_str()));
        index.add(Thing::Suggestion, session.suggestions.iter().map(|x| x.id.as_str()));
        index.add(Thing::Project, session.projects.iter().map(|x| x.id.as_str()));
        index.add(Thing::Document, session.documents.iter().map(|x| x.id.as_str()));
        for (owner, speech) in session.speeches.iter().enumerate() {
            index.add_blocks(true, owner, &speech.blocks);
        }
        for (owner, resolution) in session.resolutions.iter().enumerate() {
            index.add_blocks(false, owner, &resolution.blocks);
        }
        index
    }

    /// The place, in its list, of the first thing with the id `id`.
    pub(super) fn get(&self, thing: Thing, id: &str) -> Option<usize> {
        self.ids.get(&(thing, id)).copied()
    }

    /// The place of the first block with the id `id`.
    pub(super) fn block(&self, id: &str) -> Option<BlockPlace> {
        self.blocks.get(id).copied()
    }

    /// Whether anything at all has the id `id`.
    pub(super) fn has(&self, id: &str) -> bool {
        const THINGS: [Thing; 14] = [
            Thing::Session,
            Thing::Source,
            Thing::Sitting,
            Thing::Person,
            Thing::AgendaItem,
            Thing::Speech,
            Thing::Vote,
            Thing::Resolution,
            Thing::Budget,
            Thing::Table,
            Thing::Line,
            Thing::Suggestion,
            Thing::Project,
            Thing::Document,
        ];
        self.blocks.contains_key(id) || THINGS.iter().any(|thing| self.get(*thing, id).is_some())
    }

    fn add(&mut self, thing: Thing, ids: impl Iterator<Item = &'a str>) {
        for (place, id) in ids.enumerate() {
            self.ids.entry((thing, id)).or_insert(place);
        }
    }

    fn add_blocks(&mut self, is_in_speech: bool, owner: usize, blocks: &'a [Block]) {
        for (index, block) in blocks.iter().enumerate() {
            self.blocks.entry(block.id.as_str()).or_insert(BlockPlace { is_in_speech, owner, index });
        }
    }
}

/// The first member of every circle in a forest that should have none; `parents[i]` is the parent of `i`.
pub(super) fn circles(parents: &[Option<usize>]) -> Vec<usize> {
    // 0: not seen; otherwise the walk that saw it first.
    let mut seen = vec![0_usize; parents.len()];
    let mut circles = Vec::new();
    for start in 0..parents.len() {
        let mut at = Some(start);
        while let Some(here) = at {
            match seen.get(here) {
                Some(0) => {
                    seen[here] = start + 1;
                    at = parents[here];
                }
                Some(walk) if *walk == start + 1 => {
                    insert(&mut circles, first_of_circle(parents, here));
                    break;
                }
                _ => break,
            }
        }
    }
    circles
}

fn first_of_circle(parents: &[Option<usize>], member: usize) -> usize {
    let (mut first, mut at) = (member, parents[member]);
    while let Some(here) = at.filter(|here| *here != member) {
        first = first.min(here);
        at = parents[here];
    }
    first
}

#[cfg(test)]
mod tests {
    use super::circles;

    #[test]
    fn every_circle_is_found_once() {
        assert_eq!(circles(&[None, Some(0), Some(1)]), Vec::<usize>::new());
        assert_eq!(circles(&[Some(0)]), [0]);
        assert_eq!(circles(&[Some(2), Some(0), Some(1), Some(0), Some(5), Some(4), None, Some(6)]), [0, 4]);
    }
}
