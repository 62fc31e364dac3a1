//! The order of sessions in time: the one that every list has.
//!
//! Dates come first as far as they are known, then term and meeting as numbers, for a day may have several sessions, and of some only the year is
//! known. Such a one is put behind the last session of its body that has a lower number and may have been in that year; to compare two dates as far
//! as both go would be no order, for 2025 is as old as 2025-01 and as 2025-12.

use crate::model::{Civil, Date, Dates, Session};
use crate::order::order;
use std::cmp::Ordering;

/// So many sessions before one are looked at for its place in a year; no body has as many in one.
const NEAR: usize = 40;

/// What decides the place of a session.
#[derive(Clone, Copy, Debug)]
pub struct Age<'a> {
    day: Option<Civil>,
    body: &'a str,
    numbers: (Option<u32>, Option<u32>),
    id: &'a str,
    weight: u8,
}

impl<'a> Age<'a> {
    /// Of a session with these days, body, term and meeting, and id.
    pub fn new(dates: &Dates, body: &'a str, numbers: (Option<u32>, Option<u32>), id: &'a str) -> Self {
        Self { day: dates.start.as_ref().or(dates.end.value()).and_then(Date::civil), body, numbers, id, weight: 0 }
    }

    /// The same, of a session that has so much to tell. It decides among bodies that met on one day only.
    #[must_use]
    pub fn weighing(self, weight: u8) -> Self {
        Self { weight, ..self }
    }

    /// Of a session.
    pub fn of(session: &'a Session) -> Self {
        Self::new(&session.days(), &session.assembly.name, (session.term, session.meeting), session.id.as_str())
    }
}

/// The places of sessions from the newest to the oldest. Those of one day that are of several bodies stand together by body, the body with the
/// session that has most to tell first.
pub fn newest_first(ages: &[Age<'_>]) -> Vec<usize> {
    let days = days(ages);
    let weights = weights(ages, &days);
    order(ages.len(), &mut |a, b| compare(ages, &days, &weights, b, a))
}

/// The same from the oldest to the newest.
pub fn oldest_first(ages: &[Age<'_>]) -> Vec<usize> {
    let days = days(ages);
    let weights = weights(ages, &days);
    order(ages.len(), &mut |a, b| compare(ages, &days, &weights, a, b))
}

/// The older first.
fn compare(ages: &[Age<'_>], days: &[Option<Civil>], weights: &[u8], a: usize, b: usize) -> Ordering {
    let (one, other) = (&ages[a], &ages[b]);
    // From the newest to the oldest, bodies are in the order of their names.
    let older = days[a].cmp(&days[b]).then(weights[a].cmp(&weights[b])).then_with(|| other.body.cmp(one.body));
    older.then_with(|| one.numbers.cmp(&other.numbers)).then_with(|| one.day.cmp(&other.day)).then_with(|| natural(one.id, other.id))
}

/// Of each session the weight of the heaviest one of its body on its day.
fn weights(ages: &[Age<'_>], days: &[Option<Civil>]) -> Vec<u8> {
    let mut weights: Vec<u8> = ages.iter().map(|age| age.weight).collect();
    let by_day = order(ages.len(), &mut |a, b| (days[a], ages[a].body).cmp(&(days[b], ages[b].body)));
    for group in by_day.chunk_by(|a, b| (days[*a], ages[*a].body) == (days[*b], ages[*b].body)) {
        let most = group.iter().map(|at| ages[*at].weight).max().unwrap_or_default();
        for at in group {
            weights[*at] = most;
        }
    }
    weights
}

/// The day that each session is taken to be of: its own, with what is not known of it taken from the session of its body before it by number, where
/// that may be the same year or month.
fn days(ages: &[Age<'_>]) -> Vec<Option<Civil>> {
    let mut days: Vec<Option<Civil>> = ages.iter().map(|age| age.day).collect();
    let by_number = order(ages.len(), &mut |a, b| (ages[a].body, ages[a].numbers).cmp(&(ages[b].body, ages[b].numbers)));
    for (at, &this) in by_number.iter().enumerate() {
        let Some(own) = days[this].filter(|day| day.day == 0) else { continue };
        let (Some(_), Some(_)) = ages[this].numbers else { continue };
        let may_be = |day: Civil| day.year == own.year && (own.month == 0 || day.month == own.month);
        let is_before = |other: &usize| matches!(ages[*other].numbers, (Some(_), Some(_))) && ages[*other].numbers < ages[this].numbers;
        let before = by_number[..at].iter().rev().take(NEAR).filter(|other| ages[**other].body == ages[this].body && is_before(other));
        days[this] = before.filter_map(|other| days[*other]).filter(|day| may_be(*day)).max().max(Some(own));
    }
    days
}

/// Ids with the numbers in them as numbers: x-2 before x-10.
fn natural(a: &str, b: &str) -> Ordering {
    let (mut one, mut other) = (a, b);
    loop {
        let (left, right) = (digits(one), digits(other));
        if left > 0 && right > 0 {
            let (x, y) = (one[..left].trim_start_matches('0'), other[..right].trim_start_matches('0'));
            let order = x.len().cmp(&y.len()).then_with(|| x.cmp(y));
            if order.is_ne() {
                return order;
            }
            (one, other) = (&one[left..], &other[right..]);
            continue;
        }
        let (mut left, mut right) = (one.chars(), other.chars());
        match (left.next(), right.next()) {
            (Some(x), Some(y)) if x == y => (one, other) = (left.as_str(), right.as_str()),
            // 1 and 01 are one number, but no two ids are one.
            (None, None) => return a.cmp(b),
            (x, y) => return x.cmp(&y),
        }
    }
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

#[cfg(test)]
mod tests;
