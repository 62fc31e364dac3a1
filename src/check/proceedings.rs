//! Agenda, speeches, votes, resolutions and documents.

use super::checker::Checker;
use super::finding::{FindingKind as Kind, Severity};
use super::index::{BlockPlace, circles};
use super::rules;
use super::terms::Thing;
use crate::json_path::{Path, short};
use crate::model::{AgendaItem, Block, BlockKind, Session, Vote};

const ROOT: Path<'static> = Path::Root;

impl<'a> Checker<'a> {
    /// Agenda items.
    pub(super) fn agenda(&mut self) {
        let session: &'a Session = self.session;
        let list = ROOT.field("agenda");
        let parents: Vec<Option<usize>> =
            session.agenda.iter().map(|item| self.index.get(Thing::AgendaItem, item.parent.as_ref()?.as_str())).collect();
        let circles = circles(&parents);
        for (place, item) in session.agenda.iter().enumerate() {
            let here = list.index(place);
            self.id(here, Thing::AgendaItem, item.id.as_str(), place);
            self.refers(here.field("sitting"), Thing::Sitting, item.sitting.as_ref());
            self.refers(here.field("parent"), Thing::AgendaItem, item.parent.as_ref());
            if circles.binary_search(&place).is_ok() {
                let kind = Kind::Cycle { thing: Thing::AgendaItem, id: short(item.id.as_str()) };
                self.found.add(Severity::Error, here.field("parent"), kind);
            }
            self.text(here.field("title"), &item.title);
            self.refer_all(here.field("presenters"), Thing::Person, &item.presenters);
            self.refer_all(here.field("votes"), Thing::Vote, &item.votes);
            self.refer_all(here.field("resolutions"), Thing::Resolution, &item.resolutions);
            self.refer_all(here.field("speeches"), Thing::Speech, &item.speeches);
            self.speeches_of(here.field("speeches"), item);
            self.refer_all(here.field("budgets"), Thing::Budget, &item.budgets);
            self.refer_all(here.field("documents"), Thing::Document, &item.documents);
        }
    }

    /// Speeches, reports and addresses.
    pub(super) fn speeches(&mut self) {
        let session: &'a Session = self.session;
        let list = ROOT.field("speeches");
        for (place, speech) in session.speeches.iter().enumerate() {
            let here = list.index(place);
            self.id(here, Thing::Speech, speech.id.as_str(), place);
            self.refers(here.field("agenda"), Thing::AgendaItem, speech.agenda.as_ref());
            self.refers(here.field("sitting"), Thing::Sitting, speech.sitting.as_ref());
            self.text(here.field("title"), &speech.title);
            self.refers(here.field("speaker"), Thing::Person, speech.speaker.as_ref());
            self.date(here.field("date"), speech.date.as_ref());
            self.blocks(here.field("blocks"), &speech.blocks, true, place);
        }
    }

    /// Votes and elections.
    pub(super) fn votes(&mut self) {
        let session: &'a Session = self.session;
        let list = ROOT.field("votes");
        for (place, vote) in session.votes.iter().enumerate() {
            let here = list.index(place);
            self.id(here, Thing::Vote, vote.id.as_str(), place);
            self.contradictions(here.field("ballots"), rules::ballots(vote));
            self.contradictions(here, rules::counts(vote));
            self.candidates(here.field("candidates"), vote);
        }
    }

    /// Resolutions, decisions and announcements.
    pub(super) fn resolutions(&mut self) {
        let session: &'a Session = self.session;
        let list = ROOT.field("resolutions");
        for (place, resolution) in session.resolutions.iter().enumerate() {
            let here = list.index(place);
            self.id(here, Thing::Resolution, resolution.id.as_str(), place);
            self.text(here.field("title"), &resolution.title);
            self.date(here.field("date"), resolution.date.as_ref());
            self.refers(here.field("vote"), Thing::Vote, resolution.vote.as_ref());
            self.blocks(here.field("blocks"), &resolution.blocks, false, place);
        }
    }

    /// Documents.
    pub(super) fn documents(&mut self) {
        let session: &'a Session = self.session;
        let list = ROOT.field("documents");
        for (place, document) in session.documents.iter().enumerate() {
            let here = list.index(place);
            self.id(here, Thing::Document, document.id.as_str(), place);
            self.text(here.field("title"), &document.title);
            self.link(here.field("url"), document.url.as_ref());
            self.date(here.field("date"), document.date.as_ref());
            let is_hash = |text: &String| text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
            if document.sha256.as_ref().is_some_and(|text| !is_hash(text)) {
                self.found.add(Severity::Warning, here.field("sha256"), Kind::BadSha256);
            }
        }
    }

    /// Speeches that an item lists, but that say they belong to an item that is neither it nor its parent or child.
    fn speeches_of(&mut self, list: Path<'_>, item: &AgendaItem) {
        let session: &'a Session = self.session;
        for (place, id) in item.speeches.iter().enumerate() {
            let speech = self.index.get(Thing::Speech, id.as_str()).and_then(|found| session.speeches.get(found));
            let Some(agenda) = speech.and_then(|speech| speech.agenda.as_ref()).filter(|agenda| **agenda != item.id) else { continue };
            let other = self.index.get(Thing::AgendaItem, agenda.as_str()).and_then(|found| session.agenda.get(found));
            let is_near = other.is_none_or(|other| other.parent.as_ref() == Some(&item.id) || item.parent.as_ref() == Some(&other.id));
            if !is_near {
                let kind = Kind::OtherAgenda { speech: short(id.as_str()), agenda: short(agenda.as_str()) };
                self.found.add(Severity::Note, list.index(place), kind);
            }
        }
    }

    fn blocks(&mut self, list: Path<'_>, blocks: &[Block], is_in_speech: bool, owner: usize) {
        for (index, block) in blocks.iter().enumerate() {
            let here = list.index(index);
            let place = BlockPlace { is_in_speech, owner, index };
            match self.index.block(block.id.as_str()).filter(|first| *first != place) {
                None => self.id_with_first(here, Thing::Block, block.id.as_str(), None),
                Some(first) => {
                    let owners = ROOT.field(if first.is_in_speech { "speeches" } else { "resolutions" });
                    let (owner, index) = (owners.index(first.owner), first.index);
                    let blocks = owner.field("blocks");
                    self.id_with_first(here, Thing::Block, block.id.as_str(), Some(blocks.index(index)));
                }
            }
            if block.kind == BlockKind::Heading && !block.level.is_some_and(|level| (1..=6).contains(&level)) {
                self.found.add(Severity::Warning, here.field("level"), Kind::HeadingLevel);
            }
            let is_empty = match block.kind {
                BlockKind::List | BlockKind::Table => block.items.is_empty(),
                BlockKind::Heading | BlockKind::Paragraph | BlockKind::Quote => {
                    block.text.as_ref().is_none_or(|text| text.trim().is_empty())
                }
            };
            if is_empty {
                self.found.add(Severity::Warning, here, Kind::EmptyBlock { block: block.kind });
            }
        }
    }

    fn candidates(&mut self, list: Path<'_>, vote: &Vote) {
        for (place, candidate) in vote.candidates.iter().enumerate() {
            let here = list.index(place);
            self.refers(here.field("person"), Thing::Person, candidate.person.as_ref());
            self.refers(here.field("project"), Thing::Project, candidate.project.as_ref());
            if candidate.person.is_some() == candidate.project.is_some() {
                self.found.add(Severity::Warning, here, Kind::UnclearCandidate);
            }
            self.contradiction(Severity::Warning, here.field("yes"), rules::candidate(vote, candidate));
        }
    }
}
