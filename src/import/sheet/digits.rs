//! Numbers of workbooks as plain decimals.

/// How many significant digits Excel keeps.
const DIGITS: usize = 15;

/// A number as a plain decimal of at most 15 significant digits; none where it is no number.
pub(in crate::import) fn decimal(number: f64) -> Option<String> {
    if !number.is_finite() {
        return None;
    }
    let scientific = format!("{number:.*e}", DIGITS - 1);
    let (mantissa, exponent) = scientific.split_once('e')?;
    let exponent: i32 = exponent.parse().ok()?;
    let (sign, mantissa) = mantissa.strip_prefix('-').map_or(("", mantissa), |rest| ("-", rest));
    let digits = mantissa.replace('.', "");
    let digits = digits.trim_end_matches('0');
    if digits.is_empty() {
        return Some("0".to_owned());
    }
    let whole = usize::try_from(exponent.saturating_add(1)).unwrap_or(0);
    Some(if whole == 0 {
        let zeros = usize::try_from(exponent.saturating_add(1).unsigned_abs()).unwrap_or(0);
        format!("{sign}0.{}{digits}", "0".repeat(zeros))
    } else if whole >= digits.len() {
        format!("{sign}{digits}{}", "0".repeat(whole - digits.len()))
    } else {
        format!("{sign}{}.{}", &digits[..whole], &digits[whole..])
    })
}

/// The digits of a text that is nothing but a number; none for codes with a zero before them, for brackets and for more digits than 15.
pub(in crate::import) fn plain(text: &str) -> Option<String> {
    let text = text.trim();
    let (sign, unsigned) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(whole) || !is_digits(fraction) || (whole.len() > 1 && whole.starts_with('0')) {
        return None;
    }
    let fraction = fraction.trim_end_matches('0');
    let significant = [whole, fraction].concat().trim_start_matches('0').len();
    if significant > DIGITS {
        return None;
    }
    let sign = if significant == 0 { "" } else { sign };
    Some(if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") })
}

/// A share as a percentage with as many decimals as its format has (`0.0%`); none where the format shows none.
pub(in crate::import) fn percent(number: f64, format: &str) -> Option<String> {
    let format = format.split(';').next().unwrap_or_default();
    let before = format.split_once('%')?.0;
    let decimals = before.rsplit_once('.').map_or(0, |(_, after)| after.bytes().filter(|byte| matches!(byte, b'0' | b'#')).count());
    number.is_finite().then(|| format!("{:.*}%", decimals.min(DIGITS), number * 100.0))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn numbers_become_plain_decimals() {
        for (number, text) in [
            (0.0, "0"),
            (-0.0, "0"),
            (-82.5, "-82.5"),
            (0.1 + 0.2, "0.3"),
            (1234.5, "1234.5"),
            (0.000_012, "0.000012"),
            (1e20, "100000000000000000000"),
            (123_456_789_012_345.6, "123456789012346"),
            (98.0, "98"),
        ] {
            assert_eq!(decimal(number).as_deref(), Some(text));
        }
        assert_eq!(decimal(f64::NAN), None);
        assert!(decimal(f64::MAX).is_some() && decimal(f64::MIN_POSITIVE).is_some());
    }

    #[test]
    fn a_code_is_no_number() {
        for text in ["0101", "", "1,234", "(3)", "1.", ".5", "1e5", "12%", "1234567890123456", "一"] {
            assert_eq!(plain(text), None, "{text}");
        }
        for (text, value) in [("1234.50", "1234.5"), ("-3", "-3"), ("0", "0"), ("-0.0", "0"), ("0.981", "0.981")] {
            assert_eq!(plain(text).as_deref(), Some(value));
        }
    }

    #[test]
    fn a_share_is_shown_as_its_format_says() {
        assert_eq!(percent(0.981, "0.0%").as_deref(), Some("98.1%"));
        assert_eq!(percent(-0.05, "0%;[Red]-0%").as_deref(), Some("-5%"));
        assert_eq!(percent(0.981, "0.00"), None);
    }
}
