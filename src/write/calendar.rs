//! The sittings of a session as a calendar file (RFC 5545) that a telephone or a mail program takes.

use crate::digest::facts::{self, Told, What};
use crate::digest::{Lookup, agenda_by_sitting};
use crate::i18n::{Lang, labels};
use crate::model::{AgendaItem, Civil, Date, Session, Text};

/// Octets of a line before it is folded, its line break not counted.
const LONGEST_LINE: usize = 75;

/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// All of China keeps one time, without a summer time since 1991.
const ZONE: &str = "BEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0800\r\n\
                    TZOFFSETTO:+0800\r\nTZNAME:CST\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

/// A calendar file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// The file.
    pub text: String,
    /// How many sittings are not in it, for want of a day.
    pub left_out: usize,
}

/// The sittings that have a day; where none has, the session as a whole. `None` where not even that has a day: a year makes no event.
///
/// `link` is the address of the session, where others can open it. The same session gives the same bytes: the time stamp is the day
/// that the file describes the state of, or else the day of the event.
pub fn calendar(lang: Lang, session: &Session, link: Option<&str>) -> Option<Calendar> {
    let mut out = Lines(String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Yishi//Yishi//ZH\r\nCALSCALE:GREGORIAN\r\n"));
    let head = out.0.len();
    let told = Told { lang, session, lookup: &Lookup::new(session) };
    let groups = agenda_by_sitting(session);
    for (at, items) in &groups {
        let Some(sitting) = at.and_then(|at| session.sittings.get(at)) else { continue };
        let Some(day) = sitting.date.as_ref().and_then(whole) else { continue };
        let kind = sitting.kind.map(|kind| labels::sitting_kind(lang, kind));
        let name = sitting.name.as_deref().or(kind).unwrap_or(sitting.id.as_str());
        let when = When { day, last: day, start: sitting.begins(), end: sitting.ends() };
        let id = format!("{}/{}", session.id, sitting.id);
        out.event(&told, link, &id, &format!("{name} · {}", session.title), &when, items);
    }
    let is_whole = out.0.len() == head;
    if is_whole {
        let last = session.dates.end.value().and_then(whole);
        let day = match &session.dates.start {
            Some(start) => whole(start),
            None => last,
        }?;
        let when = When { day, last: last.filter(|last| *last > day).unwrap_or(day), start: None, end: None };
        let items: Vec<&AgendaItem> = session.agenda.iter().collect();
        out.event(&told, link, session.id.as_str(), &session.title, &when, &items);
    }
    let left_out = session.sittings.iter().filter(|sitting| sitting.date.as_ref().and_then(whole).is_none()).count();
    // The time zone has to be described only where it is used.
    if out.0.contains(";TZID=") {
        out.0.insert_str(head, ZONE);
    }
    out.0.push_str("END:VCALENDAR\r\n");
    Some(Calendar { text: out.0, left_out })
}

/// A day, where the date names one.
fn whole(date: &Date) -> Option<Civil> {
    date.civil().filter(|civil| civil.day > 0)
}

/// From when to when; times are minutes since the midnight before the first day, so that an end on the next day is 1,440 and more.
struct When {
    day: Civil,
    last: Civil,
    start: Option<u16>,
    end: Option<u16>,
}

/// The lines of the file.
struct Lines(String);

impl Lines {
    fn event(&mut self, told: &Told<'_>, link: Option<&str>, id: &str, name: &str, when: &When, items: &[&AgendaItem]) {
        let (session, dot) = (told.session, Text::from("·"));
        let stamp = session.as_of.as_ref().and_then(whole).unwrap_or(when.day);
        let sample = if session.is_sample { "示例 Sample · " } else { "" };
        self.0.push_str("BEGIN:VEVENT\r\n");
        self.text("UID", &format!("{id}@yishi"));
        self.line(&format!("DTSTAMP:{}T000000Z", digits(stamp)));
        if let Some(start) = when.start {
            let clock = |name, minutes: u16| {
                let day = if minutes < DAY { when.day } else { when.day.next_day() };
                let (hour, minute) = (minutes % DAY / 60, minutes % 60);
                format!("{name};TZID=Asia/Shanghai:{}T{hour:02}{minute:02}00", digits(day))
            };
            self.line(&clock("DTSTART", start));
            if let Some(end) = when.end.filter(|end| *end > start) {
                self.line(&clock("DTEND", end));
            }
        } else {
            self.line(&format!("DTSTART;VALUE=DATE:{}", digits(when.day)));
            // The end is the first day after it.
            self.line(&format!("DTEND;VALUE=DATE:{}", digits(when.last.next_day())));
        }
        self.text("SUMMARY", &format!("{sample}{name}"));
        if let Some(venue) = session.venue.value() {
            self.text("LOCATION", venue);
        }
        let agenda: Vec<String> = items
            .iter()
            .map(|item| {
                let mut facts = facts::item(session, item);
                // The sitting is the event itself.
                facts.retain(|fact| fact.what != What::Sitting);
                told.titled(Some(item.number.as_ref().unwrap_or(&dot)), &item.title, &facts)
            })
            .collect();
        if !agenda.is_empty() {
            self.text("DESCRIPTION", &agenda.join("\n"));
        }
        if let Some(link) = link {
            self.line(&format!("URL:{link}"));
        }
        self.0.push_str("END:VEVENT\r\n");
    }

    /// A line whose value is text.
    fn text(&mut self, name: &str, text: &str) {
        let mut line = format!("{name}:");
        for c in text.chars() {
            match c {
                '\\' | ';' | ',' => line.extend(['\\', c]),
                '\n' => line.push_str("\\n"),
                // A tab is the only control that a text may hold.
                c if c.is_control() && c != '\t' => {}
                c => line.push(c),
            }
        }
        self.line(&line);
    }

    /// A line, folded where it is long, never inside a character.
    fn line(&mut self, line: &str) {
        let mut length = 0;
        for c in line.chars() {
            if length + c.len_utf8() > LONGEST_LINE {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(c);
            length += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

fn digits(day: Civil) -> String {
    format!("{:04}{:02}{:02}", day.year, day.month, day.day)
}
