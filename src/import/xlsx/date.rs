//! Dates of a workbook: days since 1900, or since 1904, with the day that never was.

/// The last day that Excel knows, 9999-12-31.
const LAST: f64 = 2_958_466.0;

/// A moment that a number stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The year.
    pub year: i64,
    /// The month, from 1.
    pub month: i64,
    /// The day, from 1.
    pub day: i64,
    /// The second of the day.
    pub second: i64,
}

impl Moment {
    /// The moment of a number of days; none where Excel shows no date for it.
    pub fn new(days: f64, is_1904: bool) -> Option<Self> {
        let days = if is_1904 { days + 1462.0 } else { days };
        if !(0.0..LAST).contains(&days) {
            return None;
        }
        #[allow(clippy::cast_possible_truncation, reason = "the range is checked above")]
        let seconds = (days * 86400.0).round() as i64;
        let (day, second) = (seconds.div_euclid(86400), seconds.rem_euclid(86400));
        // Excel holds 1900 for a leap year: number 60 is a day that never was, and those before it are a day off.
        let (year, month, day) = civil(if day < 60 { day + 1 } else { day } - 25569);
        Some(Self { year, month, day, second })
    }

    /// Its day as `2025-03-01`.
    pub fn date(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// Its time as `09:30`, with seconds where it has them.
    pub fn time(self) -> String {
        let (hour, minute, second) = (self.second / 3600, self.second / 60 % 60, self.second % 60);
        if second == 0 { format!("{hour:02}:{minute:02}") } else { format!("{hour:02}:{minute:02}:{second:02}") }
    }
}

/// The date of a number of days since 1970-01-01 in the Gregorian calendar (Hinnant's algorithm).
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::Moment;

    fn date(days: f64, is_1904: bool) -> String {
        Moment::new(days, is_1904).unwrap().date()
    }

    #[test]
    fn days_are_counted_from_either_year() {
        assert_eq!(date(45717.0, false), "2025-03-01");
        assert_eq!(date(44255.0, true), "2025-03-01");
        assert_eq!(date(1.0, false), "1900-01-01");
        assert_eq!(date(59.0, false), "1900-02-28");
        assert_eq!(date(61.0, false), "1900-03-01");
        assert_eq!(date(45351.0, false), "2024-02-29");
        assert_eq!(Moment::new(-1.0, false), None);
        assert_eq!(Moment::new(1e12, false), None);
    }

    #[test]
    fn a_part_of_a_day_is_its_time() {
        let moment = Moment::new(45_717.395_833_333_336, false).unwrap();
        assert_eq!((moment.date(), moment.time()), ("2025-03-01".to_owned(), "09:30".to_owned()));
    }
}
