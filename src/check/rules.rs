//! The rules that figures and dates of a source keep where it does not contradict itself.
//!
//! Each looks at one thing alone, so that a page holds what it shows against them without checking the session; [`super::check()`] holds all of
//! it against them. What they give stands with the field of the thing that it is found at.

use super::contradiction::Contradiction as Of;
use super::terms::{Listed, Moment, Quantity};
use crate::json_path::short;
use crate::model::{
    Attendance, Ballots, Budget, Candidate, Counts, Date, Dates, Decimal, OutcomeCounts, Selection, Session, Sitting, SittingKind,
    SpeechKind, Stated, SuggestionTotals, Vote,
};

/// A contradiction, and the field that it is found at.
pub type At = (&'static str, Of);

/// A count as a number to compute with; `null` is none, so 0.
fn known(count: Stated<u32>) -> Option<u64> {
    match count {
        Stated::Unknown => None,
        Stated::None => Some(0),
        Stated::Value(count) => Some(u64::from(count)),
    }
}

/// A part that is larger than its whole.
fn exceeds((part, count): (Quantity, Option<u64>), (whole, limit): (Quantity, Option<u64>)) -> Option<Of> {
    let (count, limit) = count.zip(limit).filter(|(count, limit)| count > limit)?;
    Some(Of::Exceeds { part, count, whole, limit })
}

/// Two counts that should be one.
fn differs((sum, count): (Quantity, u64), (whole, limit): (Quantity, Option<u64>)) -> Option<Of> {
    let limit = limit.filter(|limit| *limit != count)?;
    Some(Of::Differs { sum, count, whole, limit })
}

/// What there is, each at its field.
fn at(found: Vec<(&'static str, Option<Of>)>) -> Vec<At> {
    found.into_iter().filter_map(|(field, of)| Some((field, of?))).collect()
}

/// Two dates that should not be in the wrong order; dates that are not given or not possible are let pass.
pub fn order(early: (Moment, Option<&Date>), late: (Moment, Option<&Date>)) -> Option<Of> {
    let (early_at, late_at) = early.1.zip(late.1)?;
    let is_reversed = late_at.civil()?.is_before(early_at.civil()?);
    is_reversed.then(|| reversed((early.0, early_at.as_str()), (late.0, late_at.as_str())))
}

/// Dates one after the other.
pub fn sequence<'a>(dates: impl Iterator<Item = &'a Date>) -> Vec<Of> {
    let mut previous = None;
    dates.filter_map(|date| order((Moment::Previous, previous.replace(date)), (Moment::This, Some(date)))).collect()
}

fn reversed((early, early_at): (Moment, &str), (late, late_at): (Moment, &str)) -> Of {
    Of::Reversed { early, early_at: early_at.to_owned(), late, late_at: late_at.to_owned() }
}

/// The days of a session, or of a post: the first is not after the last.
pub fn days(start: Option<&Date>, end: Option<&Date>) -> Option<Of> {
    order((Moment::Start, start), (Moment::End, end))
}

/// The times of a sitting; an end on the next day is none of the wrong order.
pub fn times(sitting: &Sitting) -> Option<Of> {
    let (start, end) = sitting.start.as_ref().zip(sitting.end.as_ref())?;
    let is_reversed = end.end_minutes()? < start.minutes()? && !sitting.ends_next_day();
    is_reversed.then(|| reversed((Moment::Start, start.as_str()), (Moment::End, end.as_str())))
}

/// The day of a sitting, which is one of the session's. Preparatory and presidium sittings are often held before it opens.
pub fn outside(session: &Dates, sitting: &Sitting) -> Option<Of> {
    let day = sitting.date.as_ref()?.civil()?;
    let may_be_early = matches!(sitting.kind, Some(SittingKind::Preparatory | SittingKind::Presidium));
    let is_early = session.start.as_ref().and_then(Date::civil).is_some_and(|start| day.is_before(start));
    let is_late = session.last().and_then(Date::civil).is_some_and(|end| end.is_before(day));
    let text = |date: Option<&Date>| short(date.map_or("…", Date::as_str));
    ((is_early && !may_be_early) || is_late).then(|| Of::OutsideSession {
        date: text(sitting.date.as_ref()),
        start: text(session.start.as_ref()),
        end: text(session.end.value()),
    })
}

/// Who was there.
pub fn attendance(of: &Attendance) -> Vec<At> {
    let expected = (Quantity::Expected, known(of.expected));
    let (present, on_leave) = (known(of.present), known(of.on_leave));
    let both = present.zip(on_leave).map(|(present, on_leave)| present + on_leave);
    let quorum = match (of.quorum_met, of.present, of.expected) {
        (Stated::Value(true), Stated::Value(present), Stated::Value(expected)) if u64::from(present) * 2 <= u64::from(expected) => {
            Some(Of::NoQuorum { present, expected })
        }
        _ => None,
    };
    at(vec![
        ("expected", exceeds(expected, (Quantity::Seats, known(of.seats)))),
        ("present", exceeds((Quantity::Present, present), expected).or_else(|| exceeds((Quantity::PresentAndOnLeave, both), expected))),
        ("quorum_met", quorum),
    ])
}

/// The ballot papers of a vote, at their fields.
pub fn ballots(of: &Vote) -> Vec<At> {
    let Some(Ballots { issued, returned, valid, invalid }) = &of.ballots else { return Vec::new() };
    let (returned, valid) = ((Quantity::Returned, known(*returned)), known(*valid));
    let fit = match valid.zip(known(*invalid)).map(|(valid, invalid)| valid + invalid) {
        Some(sum) => differs((Quantity::ValidAndInvalid, sum), returned),
        None => exceeds((Quantity::Valid, valid), returned),
    };
    at(vec![("returned", exceeds(returned, (Quantity::Issued, known(*issued)))), ("valid", fit)])
}

/// The votes that were counted.
pub fn counts(of: &Vote) -> Vec<At> {
    let Some(Counts { yes, no, abstain, not_voting }) = &of.counts else { return Vec::new() };
    let cast = [known(*yes), known(*no), known(*abstain)];
    let sum: u64 = cast.iter().flatten().sum();
    let valid = (Quantity::Valid, of.ballots.as_ref().and_then(|ballots| known(ballots.valid)));
    let fit = if cast.iter().all(Option::is_some) {
        differs((Quantity::AllCounts, sum), valid)
    } else {
        exceeds((Quantity::AllCounts, Some(sum)), valid)
    };
    let all = sum + known(*not_voting).unwrap_or(0);
    at(vec![("counts", fit), ("counts", exceeds((Quantity::AllCounts, Some(all)), (Quantity::Eligible, known(of.eligible))))])
}

/// The votes for a candidate of a vote: no more than there were voters, as far as the source says it.
pub fn candidate(vote: &Vote, candidate: &Candidate) -> Option<Of> {
    let ballots = vote.ballots.as_ref();
    let most = [
        (Quantity::Valid, ballots.and_then(|ballots| known(ballots.valid))),
        (Quantity::Returned, ballots.and_then(|ballots| known(ballots.returned))),
        (Quantity::Eligible, known(vote.eligible)),
    ];
    let most = most.into_iter().find(|(_, limit)| limit.is_some())?;
    exceeds((Quantity::VotesForCandidate, known(candidate.yes)), most)
}

/// So many answers to so many suggestions.
pub fn answers(replied: Stated<u32>, received: Stated<u32>) -> Option<Of> {
    exceeds((Quantity::Replied, known(replied)), (Quantity::Received, known(received)))
}

/// What a report says of the suggestions as a whole.
pub fn totals(of: &SuggestionTotals) -> Vec<At> {
    let received = (Quantity::Received, known(of.received));
    let both = known(of.bills).zip(known(of.suggestions)).map(|(bills, suggestions)| bills + suggestions);
    let outcomes =
        of.outcomes.as_ref().map(|OutcomeCounts { a, b, c, d }| [a, b, c, d].into_iter().filter_map(|count| known(*count)).sum());
    at(vec![
        ("replied_percent", progress(&of.replied_percent)),
        ("satisfied_percent", progress(&of.satisfied_percent)),
        ("replied", answers(of.replied, of.received)),
        ("received", both.and_then(|both| differs((Quantity::BillsAndSuggestions, both), received))),
        ("outcomes", exceeds((Quantity::Outcomes, outcomes), received)),
    ])
}

/// A progress in percent, which is no less than nothing and no more than all.
pub fn progress(percent: &Stated<Decimal>) -> Option<Of> {
    let percent = *percent.value()?;
    if percent.mantissa < 0 {
        return Some(Of::BadProgress { percent });
    }
    let is_more = percent.mantissa > 100 * 10_i128.pow(percent.scale.min(Decimal::MAX_SCALE));
    is_more.then_some(Of::MoreThanAll { percent })
}

/// The period of a budget, which is within its year.
pub fn period(of: &Budget) -> Vec<At> {
    let Some(period) = &of.period else { return Vec::new() };
    let is_other = |date: &Date| date.civil().is_some_and(|civil| civil.year != of.fiscal_year);
    let year = [("from", &period.from), ("to", &period.to)].into_iter().find(|(_, date)| is_other(date));
    let year = year.map(|(field, date)| (field, Of::PeriodYear { date: short(date.as_str()), fiscal_year: of.fiscal_year }));
    let days = days(Some(&period.from), Some(&period.to)).map(|of| ("to", of));
    days.into_iter().chain(year).collect()
}

/// How many the source declares of a list, held against those that the file lists.
pub fn declared(session: &Session, list: Listed) -> Option<Of> {
    let of = session.declared.as_ref()?;
    let (declared, listed) = match list {
        Listed::Agenda => (of.agenda, session.agenda.iter().filter(|item| item.parent.is_none()).count()),
        Listed::Reports => (of.reports, session.speeches.iter().filter(|speech| speech.kind == Some(SpeechKind::Report)).count()),
        Listed::Resolutions => (of.resolutions, session.resolutions.len()),
        Listed::Suggestions => (of.suggestions, session.suggestions.len()),
        Listed::Projects => (of.projects, selected(session)),
    };
    let listed = u32::try_from(listed).unwrap_or(u32::MAX);
    let declared = declared.filter(|declared| *declared != listed)?;
    Some(Of::DeclaredDiffers { list, declared, listed })
}

/// How many projects were selected; all of them where it is told of none whether it was.
fn selected(session: &Session) -> usize {
    let choices = || session.projects.iter().filter_map(|project| project.selection.as_ref());
    let is_selected = |choice: &&Selection| choice.selected.value() == Some(&true);
    if choices().any(|choice| !choice.selected.is_unknown()) { choices().filter(is_selected).count() } else { session.projects.len() }
}
