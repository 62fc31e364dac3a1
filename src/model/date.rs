//! Dates as printed: ISO 8601, possibly with the day or the month left out.

use serde::Serialize;

/// An ISO date as it stands in the file: `2024-07-18`, `2024-07` or `2024`.
///
/// It is kept as text so that an impossible date (`2023-02-30`) can be shown and reported as a finding instead of making the
/// whole file unreadable. [`Date::civil`] gives the calendar date where there is one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Date(#[cfg_attr(feature = "cli", schemars(regex(pattern = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")))] pub super::Text);

/// A day, month or year of the proleptic Gregorian calendar; `month` and `day` are 1-based and 0 where not given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Civil {
    /// Year, 1–9999.
    pub year: u16,
    /// Month 1–12, or 0.
    pub month: u8,
    /// Day 1–31, or 0.
    pub day: u8,
}

impl Civil {
    /// Whether this is certainly before `other`: a date without a day or month is compared as far as it goes.
    #[must_use]
    pub fn is_before(self, other: Self) -> bool {
        if self.year != other.year || self.month == 0 || other.month == 0 {
            return self.year < other.year;
        }
        if self.month != other.month || self.day == 0 || other.day == 0 {
            return self.month < other.month;
        }
        self.day < other.day
    }

    /// The day after a day.
    #[must_use]
    pub fn next_day(self) -> Self {
        let Self { year, month, day } = self;
        if day < days_in_month(year, month.into()) {
            Self { year, month, day: day + 1 }
        } else if month < 12 {
            Self { year, month: month + 1, day: 1 }
        } else {
            Self { year: year + 1, month: 1, day: 1 }
        }
    }
}

impl Date {
    /// The text as printed in the file.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The calendar date, or `None` where the text is not an ISO date or names a day that does not exist.
    pub fn civil(&self) -> Option<Civil> {
        let text = self.as_str();
        if !text.is_ascii() {
            return None;
        }
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = parts.next().map_or(Some(0), |part| digits(part, 2).filter(|m| (1..=12).contains(m)))?;
        let day =
            parts.next().map_or(Some(0), |part| digits(part, 2).filter(|d| (1..=u16::from(days_in_month(year, month))).contains(d)))?;
        if parts.next().is_some() || year == 0 {
            return None;
        }
        Some(Civil { year, month: u8::try_from(month).ok()?, day: u8::try_from(day).ok()? })
    }

    /// The four digits of the year, where the date is possible.
    pub fn year(&self) -> Option<u16> {
        self.civil().map(|civil| civil.year)
    }
}

impl From<&str> for Date {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

/// How many days a month has; 0 for a month that does not exist.
pub const fn days_in_month(year: u16, month: u16) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 0,
    }
}

fn digits(part: &str, width: usize) -> Option<u16> {
    (part.len() == width && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse().ok())?
}

/// A clock time as printed in the file, `14:00`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Time(#[cfg_attr(feature = "cli", schemars(regex(pattern = r"^[0-9]{2}:[0-9]{2}$")))] pub super::Text);

impl Time {
    /// The text as printed in the file.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Minutes since midnight, or `None` where the text is not `HH:MM` of a day.
    pub fn minutes(&self) -> Option<u16> {
        let (hours, minutes) = self.as_str().split_once(':')?;
        let (hours, minutes) = (digits(hours, 2)?, digits(minutes, 2)?);
        (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
    }

    /// The same of an end, which may be that of the day: `24:00`.
    pub fn end_minutes(&self) -> Option<u16> {
        if self.as_str() == "24:00" { Some(24 * 60) } else { self.minutes() }
    }
}

#[cfg(test)]
mod tests {
    use super::days_in_month;

    #[test]
    fn a_leap_day_comes_every_four_years_but_for_three_centuries_of_four() {
        for (year, days) in [(2024, 29), (2023, 28), (2000, 29), (1900, 28), (2100, 28)] {
            assert_eq!(days_in_month(year, 2), days, "{year}");
        }
        assert_eq!((1..=12).map(|month| u32::from(days_in_month(2023, month))).sum::<u32>(), 365);
        assert_eq!((days_in_month(2024, 0), days_in_month(2024, 13)), (0, 0));
    }
}
