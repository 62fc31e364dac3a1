//! The terms of a text: what the lists of the index are kept by.
//!
//! Every character and every two neighbours are terms, so each text is found by any part of it, with no dictionary to disagree about. In runs
//! of Latin letters, digits and points, of which there are few different pairs, three and four neighbours are terms, too: each 4402 would be in
//! every session by 44, 40 and 02, each 64.0 by less.

/// Set in the terms of three or four characters of a run.
const RUN: u64 = 1 << 42;

/// Calls `each` with every term of a folded text, as often as it occurs.
#[cfg(feature = "cli")]
pub fn grams(text: &str, each: &mut dyn FnMut(u64)) {
    let mut before = None;
    let (mut run, mut length) = (0, 0);
    for c in text.chars() {
        each(pair(c, '\0'));
        if let Some(before) = before {
            each(pair(before, c));
        }
        before = Some(c);
        if !is_of_run(c) {
            length = 0;
            continue;
        }
        run = (run << 7 | u64::from(c)) & ((1 << 28) - 1);
        length += 1;
        if length >= 3 {
            each(RUN | (run << 7) & ((1 << 28) - 1));
        }
        if length >= 4 {
            each(RUN | run);
        }
    }
}

/// The terms that a text must have where it holds the folded `part`, each once, without those that others of them imply.
pub fn wanted(part: &str) -> Vec<u64> {
    let chars: Vec<char> = part.chars().collect();
    let mut terms = Vec::new();
    if let [one] = *chars {
        terms.push(pair(one, '\0'));
    }
    for (at, two) in chars.windows(2).enumerate() {
        let run = chars[at..].iter().take(4).take_while(|c| is_of_run(**c)).count();
        let is_first = at == 0 || !is_of_run(chars[at - 1]);
        let term = match run {
            3 | 4 if run == 4 || is_first => {
                RUN | (0..4).fold(0, |term, place| term << 7 | if place < run { u64::from(chars[at + place]) } else { 0 })
            }
            2 | 3 if !is_first => continue,
            _ => pair(two[0], two[1]),
        };
        crate::order::insert(&mut terms, term);
    }
    terms
}

/// How many characters a term of a run has; 0 for others.
pub(super) const fn run_length(term: u64) -> u32 {
    match term {
        _ if term < RUN => 0,
        _ if term.is_multiple_of(128) => 3,
        _ => 4,
    }
}

/// The terms of one character that a term of two holds.
pub(super) const fn singles(term: u64) -> [u64; 2] {
    [term >> 21 << 21, (term & ((1 << 21) - 1)) << 21]
}

const fn is_of_run(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '.'
}

fn pair(a: char, b: char) -> u64 {
    u64::from(a) << 21 | u64::from(b)
}

#[cfg(all(test, feature = "cli"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn all(text: &str) -> Vec<u64> {
        let mut terms = Vec::new();
        grams(text, &mut |term| terms.push(term));
        terms
    }

    #[test]
    fn runs_are_looked_for_by_four() {
        let terms = |text| wanted(text).len();
        assert_eq!(
            ["", "预", "预算", "4", "44", "440", "4402", "14402", "14402万", "a 4402", "预4"].map(terms),
            [0, 1, 1, 1, 1, 1, 1, 2, 3, 3, 1]
        );
        assert!(all("共14402万元").contains(&wanted("4402")[0]));
        assert!(all("共1364.05亿元").contains(&wanted("64.0亿")[1]) && wanted("64.0亿").len() == 2);
        assert!(!all("共440 2万元").contains(&wanted("4402")[0]));
        assert_eq!(["440", "4402", "预算"].map(|text| run_length(wanted(text)[0])), [3, 4, 0]);
        assert_eq!(singles(wanted("预算")[0]), [wanted("预")[0], wanted("算")[0]]);
    }

    proptest! {
        #[test]
        fn a_text_has_all_that_is_wanted_of_any_part(text in "[预算ab12. ，𠮷]{1,20}", from in 0_usize..20, length in 1_usize..12) {
            let part: String = text.chars().skip(from).take(length).collect();
            let terms = all(&text);
            prop_assert!(wanted(&part).iter().all(|term| terms.contains(term)));
            prop_assert_eq!(wanted(&part).is_empty(), part.is_empty());
        }
    }
}
