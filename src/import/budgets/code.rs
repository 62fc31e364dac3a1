//! Codes of the classification: 类 of 3 digits, 款 of 5, 项 of 7.

use super::unit::fold;

/// The code of one row after the other.
#[derive(Default)]
pub(super) struct Codes {
    /// What 类, 款 and 项 were last, where each has a column.
    last: Vec<String>,
}

impl Codes {
    /// The code of the next row, of what its columns of codes hold. A column of 类, 款 or 项 alone holds no more than what comes after the level above, and nothing where that has not changed.
    pub(super) fn next<'t>(&mut self, cells: impl Iterator<Item = Option<&'t str>>) -> Option<String> {
        let parts: Vec<String> = cells.map(|cell| cell.map(digits).unwrap_or_default()).collect();
        if let [only] = parts.as_slice() {
            return Some(only.clone()).filter(|only| !only.is_empty());
        }
        let deepest = parts.iter().rposition(|part| !part.is_empty())?;
        if let Some(whole) = parts.get(deepest).filter(|part| part.len() >= 5) {
            return Some(whole.clone());
        }
        self.last.resize(parts.len(), String::new());
        let first = parts.iter().position(|part| !part.is_empty()).unwrap_or(deepest);
        for (at, part) in parts.into_iter().enumerate().skip(first) {
            if let Some(last) = self.last.get_mut(at) {
                *last = part;
            }
        }
        let above = self.last.iter().take(deepest + 1).enumerate();
        Some(above.map(|(at, part)| if at > 0 && part.len() == 1 { format!("0{part}") } else { part.clone() }).collect())
    }
}

/// A code: 3, 5 or 7 digits.
pub(super) fn code_of(text: &str) -> Option<String> {
    let digits = digits(text);
    (matches!(digits.len(), 3 | 5 | 7) && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(digits)
}

fn digits(text: &str) -> String {
    let plain: String = text.chars().map(fold).collect();
    plain.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_code_in_columns_of_their_own_are_joined() {
        let mut codes = Codes::default();
        let mut next = |cells: [&'static str; 3]| codes.next(cells.into_iter().map(|cell| (!cell.is_empty()).then_some(cell)));
        assert_eq!(next(["201", "", ""]).as_deref(), Some("201"));
        assert_eq!(next(["", "01", ""]).as_deref(), Some("20101"));
        assert_eq!(next(["", "", "4"]).as_deref(), Some("2010104"));
        assert_eq!(next(["201", "02", "01"]).as_deref(), Some("2010201"));
        assert_eq!(next(["201", "20103", "2010301"]).as_deref(), Some("2010301"));
        assert_eq!(next(["", "", ""]), None);
    }

    #[test]
    fn a_code_has_three_five_or_seven_digits() {
        assert_eq!(code_of(" ２０１ ").as_deref(), Some("201"));
        assert_eq!(code_of("12"), None);
    }
}
