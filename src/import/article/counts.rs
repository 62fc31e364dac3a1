//! Numbers of attendance, suggestions and projects.

use super::clean::Clean;
use super::rules::{BALLOT, BILLS, EXPECTED, Hit, OBSERVERS, ON_LEAVE, PRESENT, QUORUM, RECEIVED, Rule, SEATS};
use super::{Found, Report, Span};
use std::ops::Range;

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
    /// Other numbers of a kind than the first.
    pub rivals: Vec<Rival>,
}

/// Numbers that the text has for something for which it has another one first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rival {
    /// The field of the attendance.
    pub field: &'static str,
    /// The other numbers, each once, in the order of the text.
    pub others: Vec<u32>,
}

/// Fills in the numbers; the first of a kind counts.
pub fn read(clean: &Clean, report: &mut Report) {
    let first = |rule: &Rule| {
        let (at, value) = number(clean, &hits(clean, rule).next()?)?;
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
        rivals: [("expected", &EXPECTED), ("present", &PRESENT)]
            .into_iter()
            .filter_map(|(field, rule)| rivals(clean, field, rule))
            .collect(),
    };
}

/// What a rule takes; 应到会代表 has 到会代表 in it.
fn hits<'a>(clean: &'a Clean, rule: &Rule) -> impl Iterator<Item = Hit> + 'a {
    let is_present = rule.name == PRESENT.name;
    let is_due = |hit: &Hit| clean.text.get(..hit.whole().start).is_some_and(|head| head.ends_with('应'));
    rule.hits(&clean.text).into_iter().filter(move |hit| !is_present || !is_due(hit))
}

fn number(clean: &Clean, hit: &Hit) -> Option<(Range<usize>, u32)> {
    (1..5).find_map(|group| Some((hit.at(group)?, hit.text(&clean.text, group)?.parse().ok()?)))
}

fn rivals(clean: &Clean, field: &'static str, rule: &Rule) -> Option<Rival> {
    let mut all: Vec<u32> = Vec::new();
    for (_, value) in hits(clean, rule).filter_map(|hit| number(clean, &hit)) {
        if !all.contains(&value) {
            all.push(value);
        }
    }
    let others = all.split_off(all.len().min(1));
    (!others.is_empty()).then_some(Rival { field, others })
}
