//! What people type, as it is meant: full-width digits, dates in any way of writing, brackets for less than zero.

use crate::model::Decimal;

/// So many days before 1970 a serial number of Excel counts from.
const EPOCH_DAYS: i64 = 25_569;

/// Text with half-width digits, letters and signs, without blanks at its ends.
pub fn narrow(text: &str) -> String {
    let narrow = text.chars().map(|c| match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{3000}' | '\u{a0}' => ' ',
        '−' | '–' => '-',
        c => c,
    });
    narrow.collect::<String>().trim().to_owned()
}

/// A date as the session file has it, of text that is narrow: `2024/1/5`, `2024年1月`, `20240105`, the serial number of a cell without a format.
pub fn date(text: &str) -> Option<String> {
    let text = text.strip_suffix(" 0:00:00").or_else(|| text.strip_suffix(" 00:00:00")).unwrap_or(text);
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return match text.len() {
            4 => Some(text.to_owned()),
            5 => text.parse().ok().filter(|serial| (20_000..80_000).contains(serial)).map(of_serial),
            8 => written(&[&text[..4], &text[4..6], &text[6..]]),
            _ => None,
        };
    }
    let plain = text.replace(['年', '月', '/', '.'], "-").replace(['日', '号', ' '], "");
    written(&plain.trim_end_matches('-').split('-').collect::<Vec<_>>())
}

/// A clock time as the session file has it, of text that is narrow: `9:30`, `9时30分`, `9:30:00`.
pub fn time(text: &str) -> Option<String> {
    let plain = text.replace(['时', '点', '：'], ":").replace(['分', ' '], "");
    let plain = plain.strip_suffix(':').map_or_else(|| plain.clone(), |hour| format!("{hour}:00"));
    let mut parts = plain.split(':');
    let (hour, minute, second) = (parts.next()?, parts.next()?, parts.next().unwrap_or("00"));
    let is_number = |part: &str, most: u32| part.len() <= 2 && part.parse::<u32>().is_ok_and(|number| number <= most);
    let is_time = parts.next().is_none() && is_number(hour, 24) && is_number(minute, 59) && second == "00";
    is_time.then(|| format!("{hour:0>2}:{minute:0>2}"))
}

/// An exact number, of text that is narrow: `1,234.50`, `(82.5)`, `△3`, `98.1%`. Blanks between digits are none of it.
pub fn number(text: &str) -> Option<Decimal> {
    let text = text.strip_suffix('%').unwrap_or(text).trim();
    let (is_negative, text) = match text.strip_prefix('(').and_then(|text| text.strip_suffix(')')) {
        Some(inner) => (true, inner),
        None => match text.strip_prefix(['-', '△', '▲']) {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        },
    };
    let digits: String = text.chars().filter(|c| !matches!(c, ',' | ' ')).collect();
    let has_exponent = digits.contains(['e', 'E']);
    if has_exponent || digits.starts_with('-') {
        return None;
    }
    let number = Decimal::parse(&digits).ok()?;
    if is_negative { number.negated() } else { Some(number) }
}

/// A whole number, of text that is narrow: `1,200`, `68人`.
pub fn count(text: &str) -> Option<String> {
    let text = text.trim_end_matches(['人', '名', '票', '件', '个', '项', '次', '届', '位', '年', ' ']);
    let text = text.strip_prefix('第').unwrap_or(text);
    let number = number(text).filter(|number| number.mantissa >= 0)?;
    let divisor = 10_i128.checked_pow(number.scale)?;
    (number.mantissa % divisor == 0).then(|| (number.mantissa / divisor).to_string())
}

/// Whether two numbers are the same, whatever zeros stand behind them.
pub fn is_same(a: Decimal, b: Decimal) -> bool {
    let scale = a.scale.max(b.scale);
    let at = |number: Decimal| number.mantissa.checked_mul(10_i128.checked_pow(scale - number.scale)?);
    at(a).is_some() && at(a) == at(b)
}

/// Year, month and day as they are written, if they can be one.
fn written(parts: &[&str]) -> Option<String> {
    let is_number = |part: &str, length: usize, most: u32| {
        (1..=length).contains(&part.len())
            && part.bytes().all(|byte| byte.is_ascii_digit())
            && part.parse().is_ok_and(|number: u32| (1..=most).contains(&number))
    };
    match *parts {
        [year] if year.len() == 4 && is_number(year, 4, 9999) => Some(year.to_owned()),
        [year, month] if year.len() == 4 && is_number(year, 4, 9999) && is_number(month, 2, 12) => Some(format!("{year}-{month:0>2}")),
        [year, month, day] if year.len() == 4 && is_number(year, 4, 9999) && is_number(month, 2, 12) && is_number(day, 2, 31) => {
            Some(format!("{year}-{month:0>2}-{day:0>2}"))
        }
        _ => None,
    }
}

/// The day of a serial number (after Howard Hinnant's `civil_from_days`).
fn of_serial(serial: i64) -> String {
    let days = serial - EPOCH_DAYS + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        for (text, meant) in [
            ("2024-01-25", Some("2024-01-25")),
            ("2024/1/5", Some("2024-01-05")),
            ("2024.1.5", Some("2024-01-05")),
            ("2024年1月5日", Some("2024-01-05")),
            ("2024年1月", Some("2024-01")),
            ("2024 年", Some("2024")),
            ("２０２４－０１－２５", Some("2024-01-25")),
            ("20240125", Some("2024-01-25")),
            ("45316", Some("2024-01-25")),
            ("2024-02-30", Some("2024-02-30")),
            ("1月25日", None),
            ("24/1/5", None),
            ("2024-13-01", None),
            ("一月", None),
        ] {
            assert_eq!(date(&narrow(text)).as_deref(), meant, "{text}");
        }
    }

    #[test]
    fn times_and_numbers_too() {
        for (text, meant) in
            [("９：３０", Some("09:30")), ("9时", Some("09:00")), ("9点30分", Some("09:30")), ("14:00:00", Some("14:00")), ("25:00", None)]
        {
            assert_eq!(time(&narrow(text)).as_deref(), meant, "{text}");
        }
        for (text, meant) in [
            ("1,234.50", Some("1234.50")),
            ("（82.5）", Some("-82.5")),
            ("△3", Some("-3")),
            ("－3", Some("-3")),
            ("９８．１％", Some("98.1")),
            ("3万元", None),
            ("", None),
            ("1e5", None),
        ] {
            assert_eq!(number(&narrow(text)).map(|number| number.to_string()).as_deref(), meant, "{text}");
        }
        for (text, meant) in
            [("６８人", Some("68")), ("1,200", Some("1200")), ("68.0", Some("68")), ("68.5", None), ("-1", None), ("第9届", Some("9"))]
        {
            assert_eq!(count(&narrow(text)).as_deref(), meant, "{text}");
        }
    }
}
