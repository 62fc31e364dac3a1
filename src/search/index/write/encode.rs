//! The other direction of `bytes`.

use super::super::bytes::{Kind, MAGIC, VERSION};

/// A file with its head.
pub fn head(kind: Kind) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    bytes.extend([VERSION, kind as u8]);
    bytes
}

/// A whole number: seven bits a byte, low ones first.
pub fn number(bytes: &mut Vec<u8>, mut value: u64) {
    loop {
        let [low, ..] = value.to_le_bytes();
        value >>= 7;
        if value == 0 {
            return bytes.push(low);
        }
        bytes.push(low | 128);
    }
}

/// A text with its length before it.
pub fn text(bytes: &mut Vec<u8>, text: &str) {
    number(bytes, text.len() as u64);
    bytes.extend_from_slice(text.as_bytes());
}

/// Numbers in order, each as what it is more than the one before.
pub fn ascending(bytes: &mut Vec<u8>, numbers: impl Iterator<Item = u64>) {
    let mut before = 0;
    for next in numbers {
        number(bytes, next - before);
        before = next;
    }
}

/// A text of an ordered list: how much it shares with the one before, and the rest.
pub fn front(bytes: &mut Vec<u8>, before: &str, next: &str) {
    let shared = before.bytes().zip(next.bytes()).take_while(|(a, b)| a == b).count();
    number(bytes, shared as u64);
    number(bytes, (next.len() - shared) as u64);
    bytes.extend_from_slice(&next.as_bytes()[shared..]);
}
