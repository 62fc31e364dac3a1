//! The session itself: dates, attendance, sittings, people, and how many of each list its source declares.

use super::checker::Checker;
use super::contradiction::Contradiction;
use super::finding::{FindingKind as Kind, Severity};
use super::rules;
use super::terms::{Listed, Thing};
use crate::json_path::{Path, short};
use crate::model::{Attendance, Session, Sitting, Time};

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
        self.contradiction(Severity::Warning, dates.field("end"), rules::days(start, end));
        self.attendance(ROOT.field("attendance"), session.attendance.as_ref());
        let list = ROOT.field("sittings");
        for (place, sitting) in session.sittings.iter().enumerate() {
            self.sitting(list.index(place), sitting, place);
        }
        self.people();
    }

    /// What the source declares, held against what is listed.
    pub(super) fn declared(&mut self) {
        let at = ROOT.field("declared");
        for (list, name) in [
            (Listed::Agenda, "agenda"),
            (Listed::Reports, "reports"),
            (Listed::Resolutions, "resolutions"),
            (Listed::Suggestions, "suggestions"),
            (Listed::Projects, "projects"),
        ] {
            let found = rules::declared(self.session, list);
            // A file may well leave a whole list out; to list only a part of it looks like a mistake.
            let is_left_out = matches!(found, Some(Contradiction::DeclaredDiffers { listed: 0, .. }));
            self.contradiction(if is_left_out { Severity::Note } else { Severity::Warning }, at.field(name), found);
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
        self.date(at, sitting.date.as_ref());
        self.contradiction(Severity::Warning, at, rules::outside(&self.session.dates, sitting));
        for (name, time, minutes) in [
            ("start", &sitting.start, sitting.start.as_ref().and_then(Time::minutes)),
            ("end", &sitting.end, sitting.end.as_ref().and_then(Time::end_minutes)),
        ] {
            if let Some(time) = time.as_ref().filter(|_| minutes.is_none()) {
                self.found.add(Severity::Error, here.field(name), Kind::BadTime { time: short(time.as_str()) });
            }
        }
        if let (Some(start), Some(end), true) = (&sitting.start, &sitting.end, sitting.ends_next_day()) {
            let (start, end) = (start.as_str().to_owned(), end.as_str().to_owned());
            self.found.add(Severity::Note, here.field("end"), Kind::PastMidnight { start, end });
        }
        self.contradiction(Severity::Warning, here.field("end"), rules::times(sitting));
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
                self.contradiction(Severity::Warning, here.field("to"), rules::days(post.from.as_ref(), post.to.value()));
            }
        }
    }

    fn attendance(&mut self, here: Path<'_>, attendance: Option<&Attendance>) {
        let Some(attendance) = attendance else { return };
        self.contradictions(here, rules::attendance(attendance));
    }
}
