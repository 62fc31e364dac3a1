//! Numbers of attendance, suggestions and projects.

use super::clean::Clean;
use super::rules::{BALLOT, BILLS, EXPECTED, Hit, OBSERVERS, ON_LEAVE, PRESENT, QUORUM, RECEIVED, Rule, SEATS};
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
    /// Items that the text says its agenda has, where the list has another number of them.
    pub agenda: Option<Found<u32>>,
}

/// Fills in the numbers; the first of a kind counts.
pub fn read(clean: &Clean, report: &mut Report) {
    let first = |rule: &Rule| {
        // 应到会代表 has 到会代表 in it.
        let is_due = |hit: &Hit| clean.text.get(..hit.whole().start).is_some_and(|head| head.ends_with('应'));
        let hit = rule.hits(&clean.text).into_iter().find(|hit| rule.name != PRESENT.name || !is_due(hit))?;
        let (at, value) = (1..5).find_map(|group| Some((hit.at(group)?, hit.text(&clean.text, group)?.parse::<u32>().ok()?)))?;
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
        agenda: None,
    };
}
