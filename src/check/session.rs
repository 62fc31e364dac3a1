//! The session itself: dates, attendance, sittings, people, and how many of each list its source declares.

use super::checker::Checker;
use super::finding::{FindingKind as Kind, Severity};
use super::terms::{Listed, Moment, Quantity, Thing};
use crate::json_path::{Path, short};
use crate::model::{Attendance, Date, Selection, Session, Sitting, SittingKind, SpeechKind, Stated};

const ROOT: Path<'static> = Path::Root;

impl<'a> Checker<'a> {
    /// Everything from `id` to `people`.
    pub(super) fn session(&mut self) {
        let session = self.session;
        self.id_with_first(ROOT, Thing::Session, session.id.as_str(), None);
        self.date(ROOT.field("as_of"), session.as_of.as_ref());
        self.sources();
        let assembly = ROOT.field("assembly");
        if let Some(code) = &session.assembly.division_code
            && !((6..=12).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_digit()))
        {
            self.found.add(Severity::Warning, assembly.field("division_code"), Kind::BadDivisionCode { code: short(code) });
        }
        let dates = ROOT.field("dates");
        let (start, end) = (session.dates.start.as_ref(), session.dates.end.value());
        self.date(dates.field("start"), start);
        self.date(dates.field("end"), end);
        self.order(dates.field("end"), (Moment::Start, start), (Moment::End, end));
        self.attendance(ROOT.field("attendance"), session.attendance.as_ref());
        let list = ROOT.field("sittings");
        for (place, sitting) in session.sittings.iter().enumerate() {
            self.sitting(list.index(place), sitting, place);
        }
        self.people();
    }

    /// What the source declares, held against what is listed.
    pub(super) fn declared(&mut self) {
        let Some(declared) = &self.session.declared else { return };
        let at = ROOT.field("declared");
        for (list, name, declared) in [
            (Listed::Agenda, "agenda", declared.agenda),
            (Listed::Reports, "reports", declared.reports),
            (Listed::Resolutions, "resolutions", declared.resolutions),
            (Listed::Suggestions, "suggestions", declared.suggestions),
            (Listed::Projects, "projects", declared.projects),
        ] {
            let listed = u32::try_from(listed(self.session, list)).unwrap_or(u32::MAX);
            if let Some(declared) = declared.filter(|declared| *declared != listed) {
                // A file may well leave a whole list out; to list only a part of it looks like a mistake.
                let severity = if listed == 0 { Severity::Note } else { Severity::Warning };
                self.found.add(severity, at.field(name), Kind::DeclaredDiffers { list, declared, listed });
            }
        }
    }

    fn sources(&mut self) {
        let session: &'a Session = self.session;
        let list = ROOT.field("sources");
        for (place, source) in session.sources.iter().enumerate() {
            let here = list.index(place);
            self.id(here, Thing::Source, source.id.as_str(), place);
            self.text(here.field("title"), &source.title);
            self.link(here.field("url"), source.url.as_ref());
            self.date(here.field("date"), source.date.as_ref());
        }
        let list = ROOT.field("corrections");
        for (place, correction) in session.corrections.iter().enumerate() {
            let here = list.index(place);
            self.date(here.field("date"), Some(&correction.date));
            if let Some(id) = correction.target.as_deref().filter(|id| !self.index.has(id)) {
                self.found.add(Severity::Error, here.field("target"), Kind::UnresolvedTarget { id: short(id) });
            }
        }
    }

    fn sitting(&mut self, here: Path<'_>, sitting: &Sitting, place: usize) {
        self.id(here, Thing::Sitting, sitting.id.as_str(), place);
        let at = here.field("date");
        let dates = &self.session.dates;
        if let Some(day) = self.date(at, sitting.date.as_ref()) {
            // Preparatory and presidium sittings are often held before the session opens.
            let may_be_early = matches!(sitting.kind, Some(SittingKind::Preparatory | SittingKind::Presidium));
            let is_early = dates.start.as_ref().and_then(Date::civil).is_some_and(|start| day.is_before(start));
            let is_late = dates.last().and_then(Date::civil).is_some_and(|end| end.is_before(day));
            if (is_early && !may_be_early) || is_late {
                let text = |date: Option<&Date>| short(date.map_or("…", Date::as_str));
                let (start, end) = (text(dates.start.as_ref()), text(dates.end.value()));
                self.found.add(Severity::Warning, at, Kind::OutsideSession { date: text(sitting.date.as_ref()), start, end });
            }
        }
        let mut minutes = [None, None];
        for (slot, (name, time)) in [("start", &sitting.start), ("end", &sitting.end)].into_iter().enumerate() {
            let Some(time) = time else { continue };
            minutes[slot] = if name == "end" { time.end_minutes() } else { time.minutes() };
            if minutes[slot].is_none() {
                self.found.add(Severity::Error, here.field(name), Kind::BadTime { time: short(time.as_str()) });
            }
        }
        if let ([Some(from), Some(to)], Some(start), Some(end)) = (minutes, &sitting.start, &sitting.end)
            && to < from
        {
            let (early_at, late_at) = (start.as_str().to_owned(), end.as_str().to_owned());
            let (severity, kind) = if sitting.ends_next_day() {
                (Severity::Note, Kind::PastMidnight { start: early_at, end: late_at })
            } else {
                (Severity::Warning, Kind::Reversed { early: Moment::Start, early_at, late: Moment::End, late_at })
            };
            self.found.add(severity, here.field("end"), kind);
        }
        self.refer_all(here.field("chairs"), Thing::Person, &sitting.chairs);
        self.attendance(here.field("attendance"), sitting.attendance.as_ref());
    }

    fn people(&mut self) {
        let session: &'a Session = self.session;
        let list = ROOT.field("people");
        for (place, person) in session.people.iter().enumerate() {
            let here = list.index(place);
            self.id(here, Thing::Person, person.id.as_str(), place);
            self.text(here.field("name"), &person.name);
            let posts = here.field("posts");
            for (place, post) in person.posts.iter().enumerate() {
                let here = posts.index(place);
                self.text(here.field("title"), &post.title);
                self.date(here.field("from"), post.from.as_ref());
                self.date(here.field("to"), post.to.value());
                self.order(here.field("to"), (Moment::Start, post.from.as_ref()), (Moment::End, post.to.value()));
            }
        }
    }

    fn attendance(&mut self, here: Path<'_>, attendance: Option<&Attendance>) {
        let Some(attendance) = attendance else { return };
        let (seats, expected) = (known(attendance.seats), known(attendance.expected));
        let (present, on_leave) = (known(attendance.present), known(attendance.on_leave));
        self.exceeds(here.field("expected"), (Quantity::Expected, expected), (Quantity::Seats, seats));
        let at = here.field("present");
        if !self.exceeds(at, (Quantity::Present, present), (Quantity::Expected, expected)) {
            let both = present.zip(on_leave).map(|(present, on_leave)| present + on_leave);
            self.exceeds(at, (Quantity::PresentAndOnLeave, both), (Quantity::Expected, expected));
        }
        if let (Some(true), Some(present), Some(expected)) =
            (attendance.quorum_met.value(), attendance.present.value(), attendance.expected.value())
            && u64::from(*present) * 2 <= u64::from(*expected)
        {
            let kind = Kind::NoQuorum { present: *present, expected: *expected };
            self.found.add(Severity::Warning, here.field("quorum_met"), kind);
        }
    }

    /// Reports a part that is larger than its whole; says whether it is. A source may print it so, so it is no error.
    pub(super) fn exceeds(
        &mut self,
        at: Path<'_>,
        (part, count): (Quantity, Option<u64>),
        (whole, limit): (Quantity, Option<u64>),
    ) -> bool {
        let Some((count, limit)) = count.zip(limit).filter(|(count, limit)| count > limit) else { return false };
        self.found.add(Severity::Warning, at, Kind::Exceeds { part, count, whole, limit });
        true
    }
}

/// A count as a number to compute with; `null` is none, so 0.
pub(super) fn known(count: Stated<u32>) -> Option<u64> {
    match count {
        Stated::Unknown => None,
        Stated::None => Some(0),
        Stated::Value(count) => Some(u64::from(count)),
    }
}

fn listed(session: &Session, list: Listed) -> usize {
    match list {
        Listed::Agenda => session.agenda.iter().filter(|item| item.parent.is_none()).count(),
        Listed::Reports => session.speeches.iter().filter(|speech| speech.kind == Some(SpeechKind::Report)).count(),
        Listed::Resolutions => session.resolutions.len(),
        Listed::Suggestions => session.suggestions.len(),
        Listed::Projects => {
            let is_selected = |selection: &Selection| selection.selected.value() == Some(&true);
            let choice = session.projects.iter().any(|project| project.selection.as_ref().is_some_and(|s| !s.selected.is_unknown()));
            let count = session.projects.iter().filter(|project| project.selection.as_ref().is_some_and(is_selected)).count();
            if choice { count } else { session.projects.len() }
        }
    }
}
