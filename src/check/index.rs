//! What every id of the file names, so that each reference is one look-up.

use super::terms::Thing;
use crate::id_index::IdIndex;
use crate::model::Session;
use crate::order::insert;

/// Ids of the file by what they name, each with the place of the first thing that has it.
pub(super) struct Index<'a> {
    ids: Vec<(Thing, IdIndex<'a>)>,
    blocks: IdIndex<'a>,
    places: Vec<BlockPlace>,
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
        let speeches = session.speeches.iter().map(|speech| &speech.blocks).enumerate();
        let resolutions = session.resolutions.iter().map(|resolution| &resolution.blocks).enumerate();
        let (mut ids, mut places) = (Vec::new(), Vec::new());
        for (is_in_speech, (owner, blocks)) in
            speeches.map(|speech| (true, speech)).chain(resolutions.map(|resolution| (false, resolution)))
        {
            for (index, block) in blocks.iter().enumerate() {
                ids.push(block.id.as_str());
                places.push(BlockPlace { is_in_speech, owner, index });
            }
        }
        let mut index = Self { ids: Vec::new(), blocks: IdIndex::new(ids.into_iter()), places };
        let mut add = |thing, ids: &mut dyn Iterator<Item = &'a str>| index.ids.push((thing, IdIndex::new(ids)));
        add(Thing::Session, &mut std::iter::once(session.id.as_str()));
        add(Thing::Source, &mut session.sources.iter().map(|x| x.id.as_str()));
        add(Thing::Sitting, &mut session.sittings.iter().map(|x| x.id.as_str()));
        add(Thing::Person, &mut session.people.iter().map(|x| x.id.as_str()));
        add(Thing::AgendaItem, &mut session.agenda.iter().map(|x| x.id.as_str()));
        add(Thing::Speech, &mut session.speeches.iter().map(|x| x.id.as_str()));
        add(Thing::Vote, &mut session.votes.iter().map(|x| x.id.as_str()));
        add(Thing::Resolution, &mut session.resolutions.iter().map(|x| x.id.as_str()));
        add(Thing::Budget, &mut session.budgets.iter().map(|x| x.id.as_str()));
        let tables = || session.budgets.iter().flat_map(|budget| &budget.tables);
        add(Thing::Table, &mut tables().map(|x| x.id.as_str()));
        add(Thing::Line, &mut tables().flat_map(|table| &table.lines).map(|x| x.id.as_str()));
        add(Thing::Suggestion, &mut session.suggestions.iter().map(|x| x.id.as_str()));
        add(Thing::Project, &mut session.projects.iter().map(|x| x.id.as_str()));
        add(Thing::Document, &mut session.documents.iter().map(|x| x.id.as_str()));
        index
    }

    /// The place, in its list, of the first thing with the id `id`.
    pub(super) fn get(&self, thing: Thing, id: &str) -> Option<usize> {
        self.ids.iter().find(|(of, _)| *of == thing)?.1.get(id)
    }

    /// The place of the first block with the id `id`.
    pub(super) fn block(&self, id: &str) -> Option<BlockPlace> {
        self.places.get(self.blocks.get(id)?).copied()
    }

    /// Whether anything at all has the id `id`.
    pub(super) fn has(&self, id: &str) -> bool {
        self.blocks.get(id).is_some() || self.ids.iter().any(|(_, ids)| ids.get(id).is_some())
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
