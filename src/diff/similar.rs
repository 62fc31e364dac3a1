//! How alike two texts are, and where they part.

use std::collections::BTreeMap;
use std::ops::Range;

/// How much of a text is looked at.
const MOST_CHARACTERS: usize = 400;

/// What a text is made of: its pairs of neighbouring characters, each with how often it stands.
pub(super) struct Profile(BTreeMap<(char, char), usize>, usize);

impl Profile {
    /// The profile of a text.
    pub(super) fn of(text: &str) -> Self {
        let chars: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).take(MOST_CHARACTERS).collect();
        let mut pairs = BTreeMap::new();
        for pair in chars.windows(2) {
            if let [a, b] = pair {
                *pairs.entry((*a, *b)).or_insert(0) += 1;
            }
        }
        Self(pairs, chars.len().saturating_sub(1))
    }

    /// Whether half of both is the same.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let same: usize = self.0.iter().filter_map(|(pair, count)| other.0.get(pair).map(|found| (*found).min(*count))).sum();
        same > 0 && 4 * same >= self.1 + other.1
    }
}

/// What is left of two texts, in bytes of each, when what both begin and end with is taken off.
///
/// ```
/// use yishi::diff::changed_part;
/// assert_eq!(changed_part("审议通过报告", "审查通过报告"), (3..6, 3..6));
/// assert_eq!(changed_part("报告", "工作报告"), (0..0, 0..6));
/// ```
pub fn changed_part(first: &str, second: &str) -> (Range<usize>, Range<usize>) {
    let same =
        |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize { pairs.take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum() };
    let head = same(&mut first.chars().zip(second.chars()));
    let (one, other) = (first.get(head..).unwrap_or_default(), second.get(head..).unwrap_or_default());
    let tail = same(&mut one.chars().rev().zip(other.chars().rev()));
    (head..first.len() - tail, head..second.len() - tail)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_alike_where_half_is_the_same() {
        let like = |a: &str, b: &str| Profile::of(a).is_like(&Profile::of(b));
        assert!(like("审议和批准政府工作报告", "政府工作报告"));
        assert!(like("会议应到代表51名，实到48名。", "会议应到代表51名，实到49名。"));
        assert!(!like("政府工作报告", "选举办法"));
        assert!(!like("", "") && !like("一", "一"));
    }

    #[test]
    fn what_is_in_the_middle_is_what_changed() {
        assert_eq!(changed_part("一样", "一样"), (6..6, 6..6));
        assert_eq!(changed_part("", "一"), (0..0, 0..3));
        assert_eq!(changed_part("一一", "一一一"), (6..6, 6..9));
    }
}
