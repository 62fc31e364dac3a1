//! Units, amounts and percentages as tables print them.

use crate::import::document::Cell;
use crate::model::{Decimal, Stated, Unit};

/// The unit that a table is printed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Printed {
    /// The unit of the model.
    pub unit: Unit,
    /// How many digits the amounts move to the left to be of that unit: 3 for 千元, which are kept in yuan.
    pub shift: usize,
}

/// The words of units, longer ones before those that they hold.
const UNITS: [(&str, Unit, usize); 7] = [
    ("亿元", Unit::YiYuan, 0),
    ("百万元", Unit::WanYuan, 2),
    ("万元", Unit::WanYuan, 0),
    ("千元", Unit::Yuan, 3),
    ("亿", Unit::YiYuan, 0),
    ("万", Unit::WanYuan, 0),
    ("元", Unit::Yuan, 0),
];

/// What tells a blank from a nought: such a cell says that there is nothing.
const NOTHING: [&str; 7] = ["—", "——", "-", "--", "－", "–", "/"];

/// The unit in words such as `单位：万元`.
pub(super) fn unit(words: &str) -> Option<Printed> {
    let words: String = words.chars().filter(|sign| !sign.is_whitespace()).collect();
    UNITS.iter().find(|(word, ..)| words.contains(word)).map(|&(_, unit, shift)| Printed { unit, shift })
}

/// The unit in a caption or a head, where a bare 万 or 元 is none: `预算数（元）`, `收入表（单位：千元）`.
pub(super) fn within(words: &str) -> Option<Printed> {
    let words: String = words.chars().map(fold).filter(|sign| !sign.is_whitespace()).collect();
    let is_told = ["万元", "亿元", "千元", "(元)", ":元", "(万)", "(亿)"].iter().any(|word| words.contains(word));
    if is_told { unit(&words) } else { None }
}

/// The amount in a cell: unknown where it is blank or holds words, none where a dash says that there is nothing.
pub(super) fn amount(cell: Option<&Cell>, shift: usize) -> Stated<Decimal> {
    let Some(cell) = cell else { return Stated::Unknown };
    let shown = digits(&cell.text);
    let digits = match &cell.value {
        // What people see counts: a format may round. A percentage is no amount, and what is cut off shows none.
        Some(value) => shown.filter(|_| !cell.text.contains(['%', '％'])).unwrap_or_else(|| value.clone()),
        None if NOTHING.contains(&cell.text.trim()) => return Stated::None,
        None => match shown {
            Some(digits) => digits,
            None => return Stated::Unknown,
        },
    };
    Decimal::parse(&moved(&digits, shift)).map_or(Stated::Unknown, Stated::Value)
}

/// The percentage in a cell: what people see counts, as the value of `98.1%` is 0.981.
pub(super) fn percent(cell: Option<&Cell>) -> Stated<Decimal> {
    let Some(cell) = cell else { return Stated::Unknown };
    let text = cell.text.trim();
    if NOTHING.contains(&text) && cell.value.is_none() {
        return Stated::None;
    }
    digits(text.trim_end_matches(['%', '％'])).and_then(|digits| Decimal::parse(&digits).ok()).map_or(Stated::Unknown, Stated::Value)
}

/// A printed number as a plain decimal: full-width digits, separators, brackets and signs of what is negative.
pub(super) fn digits(text: &str) -> Option<String> {
    let mut found = String::new();
    let (mut is_negative, mut has_dot) = (false, false);
    for (at, sign) in text.trim().chars().enumerate() {
        match fold(sign) {
            digit if digit.is_ascii_digit() => found.push(digit),
            '.' if !has_dot && !found.is_empty() => {
                has_dot = true;
                found.push('.');
            }
            '-' | '△' | '▲' | '−' | '–' if found.is_empty() && at < 3 => is_negative = true,
            '(' if found.is_empty() => is_negative = true,
            ')' if !found.is_empty() => {}
            ',' | '¥' => {}
            sign if sign.is_whitespace() => {}
            _ => return None,
        }
    }
    let plain = found.trim_end_matches('.');
    if plain.is_empty() {
        return None;
    }
    let whole = plain.trim_start_matches('0');
    let plain = if whole.is_empty() || whole.starts_with('.') { format!("0{whole}") } else { whole.to_owned() };
    Some(if is_negative { format!("-{plain}") } else { plain })
}

/// A full-width sign as the plain one.
pub(super) fn fold(sign: char) -> char {
    match u32::from(sign) {
        0x3000 => ' ',
        code @ 0xFF01..=0xFF5E => char::from_u32(code - 0xFEE0).unwrap_or(sign),
        _ => sign,
    }
}

/// A plain decimal times a power of ten, exactly.
fn moved(digits: &str, shift: usize) -> String {
    if shift == 0 {
        return digits.to_owned();
    }
    let (sign, plain) = digits.strip_prefix('-').map_or(("", digits), |plain| ("-", plain));
    let (whole, part) = plain.split_once('.').unwrap_or((plain, ""));
    let (near, far) = part.split_at(part.len().min(shift));
    let joined = format!("{whole}{near}{}", "0".repeat(shift - near.len()));
    let whole = joined.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    if far.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{far}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<String> {
        amount(Some(&Cell::text(0, text)), 0).value().map(ToString::to_string)
    }

    #[test]
    fn a_unit_is_its_longest_word() {
        assert_eq!(unit("单位：人民币万元").map(|found| found.unit), Some(Unit::WanYuan));
        assert_eq!(unit("单位: 千 元"), Some(Printed { unit: Unit::Yuan, shift: 3 }));
        assert_eq!(unit("金额单位：亿元").map(|found| found.unit), Some(Unit::YiYuan));
        assert_eq!(unit("单位：%"), None);
        assert_eq!(within("预算数（元）").map(|found| found.unit), Some(Unit::Yuan));
        assert_eq!(within("收入（千元）"), Some(Printed { unit: Unit::Yuan, shift: 3 }));
        assert_eq!(within("百万亩元谋县"), None);
    }

    #[test]
    fn a_blank_is_never_zero() {
        assert!(amount(None, 0).is_unknown());
        assert!(amount(Some(&Cell::text(0, " ")), 0).is_unknown());
        assert_eq!(amount(Some(&Cell::text(0, "—")), 0), Stated::None);
        assert_eq!(of("0").as_deref(), Some("0"));
    }

    #[test]
    fn printed_numbers_are_read_exactly() {
        for (text, number) in
            [("1,234.50", "1234.50"), ("（82.5）", "-82.5"), ("△3", "-3"), ("－１２", "-12"), ("−7", "-7"), ("0012", "12"), ("0.5", "0.5")]
        {
            assert_eq!(of(text).as_deref(), Some(number), "{text}");
        }
        assert_eq!(of("约12"), None);
    }

    #[test]
    fn thousands_move_exactly() {
        assert_eq!(moved("-1.2345", 3), "-1234.5");
        assert_eq!(moved("12", 3), "12000");
        assert_eq!(moved("0.001", 3), "1");
    }

    #[test]
    fn a_percentage_is_what_people_see() {
        let cell = Cell { value: Some("0.981".to_owned()), ..Cell::text(0, "98.1%") };
        assert_eq!(percent(Some(&cell)).value().map(ToString::to_string).as_deref(), Some("98.1"));
        assert_eq!(percent(Some(&Cell::text(0, "-3.20"))).value().map(ToString::to_string).as_deref(), Some("-3.20"));
    }
}
