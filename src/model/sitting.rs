//! Sittings: when they were, and who was there.

use super::{Civil, Date, PersonId, SittingId, Stated, Text, Time};
use serde::{Deserialize, Serialize};

/// Who was there, in heads.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Attendance {
    /// Seats of the congress.
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub seats: Stated<u32>,
    /// 应到
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub expected: Stated<u32>,
    /// 实到
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub present: Stated<u32>,
    /// 请假
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub on_leave: Stated<u32>,
    /// 列席
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub observers: Stated<u32>,
    /// Whether the source says that there was a quorum (符合法定人数).
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub quorum_met: Stated<bool>,
}

/// One sitting of the session (Popolo: event).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Sitting {
    /// Id.
    pub id: SittingId,
    /// Kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<SittingKind>,
    /// The first, second, … of its kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ordinal: Option<u32>,
    /// Name as printed, for example 第一次全体会议.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// Day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Clock time of its beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Time>,
    /// Clock time of its end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<Time>,
    /// Who presided.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chairs: Vec<PersonId>,
    /// Attendance of this sitting, where it is given separately.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attendance: Option<Attendance>,
}

/// Kind of sitting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SittingKind {
    /// 预备会议
    Preparatory,
    /// 主席团会议
    Presidium,
    /// 全体会议
    Plenary,
    /// 分组会议、代表团会议
    Group,
    /// 闭幕会议
    Closing,
}

/// Minutes of a day.
const DAY: u16 = 24 * 60;
/// A sitting that ends at an earlier time than it began went on past midnight, if it then was no longer than this; else one time is a misprint.
const LONGEST: u16 = 12 * 60;

impl Sitting {
    /// When it began, in minutes since midnight.
    pub fn begins(&self) -> Option<u16> {
        self.start.as_ref().and_then(Time::minutes)
    }

    /// When it ended, in minutes since the midnight before it began: 1,440 and more on the next day. `None` where it is not told, no time of a day,
    /// or so early that it cannot be meant.
    pub fn ends(&self) -> Option<u16> {
        let end = self.end.as_ref().and_then(Time::end_minutes)?;
        match self.begins() {
            Some(start) if end < start => Some(end + DAY).filter(|end| end - start <= LONGEST),
            _ => Some(end),
        }
    }

    /// Whether the time of its end is one of the day after it began.
    pub fn ends_next_day(&self) -> bool {
        let end = self.end.as_ref().and_then(Time::minutes);
        end.is_some() && self.ends().is_some_and(|of_day| Some(of_day) != end)
    }

    /// The day and the minute of it that it ended on, where the day that it began on is known.
    pub fn end_on(&self) -> Option<(Civil, u16)> {
        let day = self.date.as_ref().and_then(Date::civil).filter(|day| day.day > 0)?;
        let end = self.ends()?;
        Some(if end < DAY { (day, end) } else { (day.next_day(), end - DAY) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sitting(start: &str, end: &str) -> Sitting {
        Sitting { date: Some("2024-12-31".into()), start: Some(Time(start.into())), end: Some(Time(end.into())), ..Sitting::default() }
    }

    #[test]
    fn a_sitting_may_go_on_past_midnight() {
        let (this, next) = (Civil { year: 2024, month: 12, day: 31 }, Civil { year: 2025, month: 1, day: 1 });
        for (start, end, on, is_next) in [
            ("09:00", "11:30", Some((this, 690)), false),
            ("19:30", "00:20", Some((next, 20)), true),
            ("23:00", "00:00", Some((next, 0)), true),
            ("19:30", "24:00", Some((next, 0)), false),
            ("21:00", "09:00", Some((next, 540)), true),
            ("14:00", "11:00", None, false),
            ("09:00", "09:00", Some((this, 540)), false),
            ("9:00", "00:20", Some((this, 20)), false),
            ("19:30", "24:01", None, false),
        ] {
            let sitting = sitting(start, end);
            assert_eq!((sitting.end_on(), sitting.ends_next_day()), (on, is_next), "{start} {end}");
        }
    }
}
