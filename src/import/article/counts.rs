//! Numbers of attendance, suggestions and projects.

use super::clean::Clean;
use super::rules::{BALLOT, BILLS, EXPECTED, OBSERVERS, ON_LEAVE, PRESENT, QUORUM, RECEIVED, Rule, SEATS};
use super::{Found, Report, Span};

/// Numbers of a session as the text has them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Deputies of the term.
    pub seats: Option<Found<u32>>,
    /// Deputies who should come.
    pub expected: Option<Found<u32>>,
    /// Deputies who came.
    pub present: Option<Found<u32>>,
    /// Deputies on leave.
    pub on_leave: Option<Found<u32>>,
    /// Observers.
    pub observers: Option<Found<u32>>,
    /// Whether the text says that the quorum was met.
    pub quorum_met: Option<Found<bool>>,
    /// Suggestions received, with the bills where those are not counted apart.
    pub suggestions: Option<Found<u32>>,
    /// Bills alone.
    pub bills: Option<Found<u32>>,
    /// Projects chosen by ballot.
    pub projects: Option<Found<u32>>,
}

/// Fills in the numbers; the first of a kind counts.
pub fn read(clean: &Clean, report: &mut Report) {
    let first = |rule: &Rule| {
        let hit = rule.first(&clean.text)?;
        let (at, value) = (1..4).find_map(|group| Some((hit.at(group)?, hit.text(&clean.text, group)?.parse::<u32>().ok()?)))?;
        let origin = clean.origin(&at);
        Some(Found { value, span: Span { start: origin.start, end: origin.end, rule: rule.name } })
    };
    let quorum = QUORUM.first(&clean.text).map(|hit| {
        let origin = clean.origin(&hit.whole());
        Found { value: true, span: Span { start: origin.start, end: origin.end, rule: QUORUM.name } }
    });
    report.counts = Counts {
        seats: first(&SEATS),
        expected: first(&EXPECTED),
        present: first(&PRESENT),
        on_leave: first(&ON_LEAVE),
        observers: first(&OBSERVERS),
        quorum_met: quorum,
        suggestions: first(&RECEIVED),
        bills: first(&BILLS),
        projects: first(&BALLOT),
    };
}
