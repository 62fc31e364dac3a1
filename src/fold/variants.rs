//! Traditional and variant characters, and the one that stands for each.

use std::sync::LazyLock;

/// Made by `scripts/variants.mjs` from the dictionary of `OpenCC`: how many, the steps from one character to the next as varints, the steps from one
/// replacement to the next as zigzag varints.
const TABLE: &[u8] = include_bytes!("variants.bin");

/// Nearly all are in the two oldest blocks of ideographs, which are looked up by place; the others are searched.
const FIRST: u32 = 0x3400;
const LAST: u32 = 0x9FFF;

struct Variants {
    /// By place from [`FIRST`]; 0 where a character stands for itself.
    dense: Vec<u32>,
    /// The others, sorted.
    sparse: Vec<(u32, u32)>,
}

static VARIANTS: LazyLock<Variants> = LazyLock::new(|| {
    let mut bytes = TABLE.iter();
    let mut varint = move || {
        let (mut value, mut shift) = (0, 0);
        for byte in bytes.by_ref() {
            value |= u32::from(byte & 127) << shift;
            shift += 7;
            if byte & 128 == 0 {
                break;
            }
        }
        value
    };
    let count = varint();
    let mut from = 0;
    let forms: Vec<u32> = (0..count)
        .map(|_| {
            from += varint();
            from
        })
        .collect();
    let mut variants = Variants { dense: vec![0; (LAST - FIRST + 1) as usize], sparse: Vec::new() };
    let mut to: u32 = 0;
    for from in forms {
        let step = varint();
        to = if step & 1 == 0 { to.wrapping_add(step / 2) } else { to.wrapping_sub(step / 2 + 1) };
        match from.checked_sub(FIRST).and_then(|place| variants.dense.get_mut(place as usize)) {
            Some(place) => *place = to,
            None => variants.sparse.push((from, to)),
        }
    }
    variants
});

/// The character that stands for `form`; most stand for themselves.
pub(super) fn standard(form: char) -> char {
    let code = u32::from(form);
    let found = match code.checked_sub(FIRST).and_then(|place| VARIANTS.dense.get(place as usize)) {
        Some(0) => return form,
        Some(to) => *to,
        None => match VARIANTS.sparse.binary_search_by_key(&code, |(from, _)| *from) {
            Ok(at) => VARIANTS.sparse[at].1,
            Err(_) => return form,
        },
    };
    char::from_u32(found).unwrap_or(form)
}

/// Every form that another character stands for, with that character; for tests.
#[cfg(test)]
pub(crate) fn all() -> Vec<(char, char)> {
    let dense = VARIANTS.dense.iter().zip(FIRST..).filter(|(to, _)| **to != 0).map(|(to, from)| (from, *to));
    let all = dense.chain(VARIANTS.sparse.iter().copied());
    all.filter_map(|(from, to)| Some((char::from_u32(from)?, char::from_u32(to)?))).collect()
}
