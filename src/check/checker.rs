//! The small checks that many objects share: ids, references, dates, texts, links.

use super::contradiction::Contradiction;
use super::finding::{FindingKind as Kind, Severity};
use super::findings::Findings;
use super::index::Index;
use super::rules::{self, At};
use super::terms::{Moment, Thing};
use crate::json_path::{Path, short};
use crate::model::{Date, Decimal, Session, Stated, Text, is_hidden};

/// A session under examination and what was found so far.
pub(super) struct Checker<'a> {
    /// The session.
    pub(super) session: &'a Session,
    /// Its ids.
    pub(super) index: Index<'a>,
    /// What was found.
    pub(super) found: Findings,
}

impl Checker<'_> {
    /// The id of the entry `place` of a top-level list.
    pub(super) fn id(&mut self, here: Path<'_>, thing: Thing, id: &str, place: usize) {
        let first = self.index.get(thing, id).unwrap_or(place);
        let Path::Index(list, _) = here else { return };
        self.id_with_first(here, thing, id, (first != place).then(|| list.index(first)));
    }

    /// An id, and the path of the thing that had it before, if any.
    pub(super) fn id_with_first(&mut self, here: Path<'_>, thing: Thing, id: &str, first: Option<Path<'_>>) {
        let at = here.field("id");
        if id.trim().is_empty() {
            self.found.add(Severity::Error, at, Kind::BlankId { thing });
        } else if let Some(first) = first {
            self.found.add(Severity::Error, at, Kind::DuplicateId { thing, id: short(id), first: first.write() });
        } else if id.chars().any(|c| c.is_whitespace() || is_hidden(c)) || (thing == Thing::Session && !is_file_name(id)) {
            self.found.add(Severity::Warning, at, Kind::AwkwardId { thing, id: short(id) });
        }
    }

    /// A reference to a `thing`.
    pub(super) fn refers(&mut self, at: Path<'_>, thing: Thing, id: Option<&impl AsRef<str>>) {
        if let Some(id) = id {
            self.resolves(at, thing, id.as_ref());
        }
    }

    /// A list of references.
    pub(super) fn refer_all(&mut self, at: Path<'_>, thing: Thing, ids: &[impl AsRef<str>]) {
        for (place, id) in ids.iter().enumerate() {
            self.resolves(at.index(place), thing, id.as_ref());
        }
    }

    /// A title or name.
    pub(super) fn text(&mut self, at: Path<'_>, text: &Text) {
        if text.trim().is_empty() {
            self.found.add(Severity::Warning, at, Kind::BlankText);
        }
    }

    /// A date.
    pub(super) fn date(&mut self, at: Path<'_>, date: Option<&Date>) {
        if let Some(date) = date.filter(|date| date.civil().is_none()) {
            self.found.add(Severity::Error, at, Kind::BadDate { date: short(date.as_str()) });
        }
    }

    /// What contradicts itself here, if something does.
    pub(super) fn contradiction(&mut self, severity: Severity, at: Path<'_>, found: Option<Contradiction>) {
        if let Some(found) = found {
            self.found.add(severity, at, Kind::Contradiction(found));
        }
    }

    /// What contradicts itself in the fields of the object here; a source may print it so.
    pub(super) fn contradictions(&mut self, here: Path<'_>, found: Vec<At>) {
        for (field, found) in found {
            self.contradiction(Severity::Warning, here.field(field), Some(found));
        }
    }

    /// Two dates that should not be in the wrong order.
    pub(super) fn order(&mut self, at: Path<'_>, early: (Moment, Option<&Date>), late: (Moment, Option<&Date>)) {
        self.contradiction(Severity::Warning, at, rules::order(early, late));
    }

    /// A list of dates in order.
    pub(super) fn sequence<'b>(&mut self, list: Path<'_>, dates: impl Iterator<Item = &'b Date>) {
        let mut previous = None;
        for (place, date) in dates.enumerate() {
            let here = list.index(place);
            let at = here.field("date");
            self.date(at, Some(date));
            self.order(at, (Moment::Previous, previous), (Moment::This, Some(date)));
            previous = Some(date);
        }
    }

    /// An address that is shown as a link.
    pub(super) fn link(&mut self, at: Path<'_>, url: Option<&Text>) {
        if let Some(url) = url
            && !is_link(url)
        {
            self.found.add(Severity::Warning, at, Kind::BadLink { url: short(url) });
        }
    }

    /// How far a project is, in percent. 完成年度任务的126.7%: more may well be done than was planned.
    pub(super) fn progress(&mut self, at: Path<'_>, percent: &Stated<Decimal>) {
        let found = rules::progress(percent);
        let severity = if matches!(found, Some(Contradiction::MoreThanAll { .. })) { Severity::Note } else { Severity::Warning };
        self.contradiction(severity, at, found);
    }

    fn resolves(&mut self, at: Path<'_>, thing: Thing, id: &str) {
        if self.index.get(thing, id).is_none() {
            self.found.add(Severity::Error, at, Kind::Unresolved { thing, id: short(id) });
        }
    }
}

/// Whether an address may be made a link: http or https, with a host, without spaces.
pub fn is_link(url: &str) -> bool {
    crate::model::link_host(url).is_some()
}

fn is_file_name(id: &str) -> bool {
    !id.starts_with('.') && id.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
}
