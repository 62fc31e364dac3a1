//! A line as its signs mean: full-width forms folded, blanks left out, and where each sign stood.

use crate::model::Unit;

/// A line without blanks and full-width forms.
pub(super) struct Folded {
    /// The signs.
    pub chars: Vec<char>,
    /// Where each stood in the text, in bytes, and the end of the last.
    pub at: Vec<usize>,
}

/// A number with what it is counted in.
#[derive(Debug, PartialEq)]
pub(super) struct Number {
    /// Its digits as a plain decimal.
    pub digits: String,
    /// The sign after it and its unit.
    pub end: usize,
    /// Money, or percent.
    pub unit: Option<Unit>,
}

impl Folded {
    /// Folds a line that starts at a byte of the text.
    pub fn new(line: &str, start: usize) -> Self {
        let (mut chars, mut at, mut end) = (Vec::new(), Vec::new(), start);
        for (offset, sign) in line.char_indices() {
            if sign.is_whitespace() || matches!(sign, '\u{200b}' | '\u{feff}') {
                continue;
            }
            at.push(start + offset);
            end = start + offset + sign.len_utf8();
            chars.push(plain(sign));
        }
        at.push(end);
        Self { chars, at }
    }

    /// The signs between two places.
    pub fn text(&self, from: usize, to: usize) -> String {
        self.chars.get(from..to).unwrap_or_default().iter().collect()
    }

    /// The sum of money or the percentage that starts at a sign.
    pub fn number(&self, start: usize) -> Result<Number, usize> {
        let digit = |i: usize| self.chars.get(i).is_some_and(char::is_ascii_digit);
        let is_negative = start > 0 && self.chars[start - 1] == '-' && !(start > 1 && digit(start - 2));
        let mut digits = String::from(if is_negative { "-" } else { "" });
        let (mut end, mut has_point) = (start, false);
        while let Some(&sign) = self.chars.get(end) {
            let next = digit(end + 1);
            match sign {
                '0'..='9' => digits.push(sign),
                '.' if next && !has_point => {
                    has_point = true;
                    digits.push('.');
                }
                ',' if next && !has_point && end > start => {
                    // A comma sets three digits apart; before fewer and a unit it is a misprint for the point.
                    let group = (end + 1..end + 5).take_while(|&i| digit(i)).count();
                    match group {
                        3 => {}
                        1 | 2 if self.unit(end + 1 + group).is_some() => {
                            has_point = true;
                            digits.push('.');
                        }
                        _ => break,
                    }
                }
                _ => break,
            }
            end += 1;
        }
        match self.unit(end) {
            Some((unit, length)) => Ok(Number { digits, end: end + length, unit }),
            None => Err(end),
        }
    }

    fn unit(&self, at: usize) -> Option<(Option<Unit>, usize)> {
        let at_more = at + usize::from(matches!(self.chars.get(at), Some('余' | '多')));
        let next = |i: usize| self.chars.get(at_more + i).copied().unwrap_or(' ');
        let more = at_more - at;
        match (next(0), next(1)) {
            ('亿', '元') => Some((Some(Unit::YiYuan), 2 + more)),
            ('万', '元') if next(2) != '/' => Some((Some(Unit::WanYuan), 2 + more)),
            ('元', sign) if sign != '/' => Some((Some(Unit::Yuan), 1 + more)),
            ('%', _) => Some((None, 1 + more)),
            _ => None,
        }
    }
}

fn plain(sign: char) -> char {
    match sign {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(sign) - 0xfee0).unwrap_or(sign),
        '−' | '–' | '﹣' => '-',
        '〔' | '【' => '(',
        '〕' | '】' => ')',
        _ => sign,
    }
}
