//! From bytes to text, whatever a file declares of itself.

use encoding_rs::{BIG5, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// How far into a file a declaration of its encoding is looked for.
const DECLARATION_BYTES: usize = 4096;

/// Of how many characters of more than one byte one may be broken in UTF-8.
const SOUND_FOR_ONE_BROKEN: usize = 20;

/// The text of a file: UTF-8 or UTF-16 where the bytes are, Big5 where they declare it, else GB18030. Line ends become `\n`.
pub fn decode(bytes: &[u8]) -> String {
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => encoding.decode_without_bom_handling(&bytes[length..]).0,
        None => encoding_without_mark(bytes).decode_without_bom_handling(bytes).0,
    };
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.into_owned() }
}

fn encoding_without_mark(bytes: &[u8]) -> &'static Encoding {
    if is_utf8(bytes) {
        UTF_8
    } else if let Some(utf16) = utf16_without_mark(bytes) {
        utf16
    } else if declared(bytes) == Some(BIG5) && !BIG5.decode_without_bom_handling(bytes).1 {
        BIG5
    } else {
        GB18030
    }
}

/// UTF-8, also where a character is cut in two: in text of another encoding nearly every character is broken.
fn is_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|character| !character.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    broken == 0 || broken.saturating_mul(SOUND_FOR_ONE_BROKEN) <= sound
}

/// Tags and digits make every other byte of UTF-16 zero, which no other text has.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [b'<' | b'"' | b'0'..=b'9', 0, _, ..] => Some(UTF_16LE),
        [0, b'<' | b'"' | b'0'..=b'9', 0, _, ..] => Some(UTF_16BE),
        _ => None,
    }
}

/// What `charset=` or `encoding=` at the beginning says.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(DECLARATION_BYTES)].to_ascii_lowercase();
    ["charset=", "encoding="].iter().find_map(|key| {
        let at = head.windows(key.len()).position(|window| window == key.as_bytes())? + key.len();
        let rest = head[at..].trim_ascii_start();
        let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
        let end = rest.iter().position(|&byte| !(byte.is_ascii_alphanumeric() || b"-_:".contains(&byte))).unwrap_or(rest.len());
        Encoding::for_label(&rest[..end])
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    fn encoded(encoding: &'static Encoding, text: &str) -> Vec<u8> {
        encoding.encode(text).0.into_owned()
    }

    #[test]
    fn utf8_is_read_with_and_without_its_mark() {
        assert_eq!(decode("预算\r\n执行\r".as_bytes()), "预算\n执行\n");
        assert_eq!(decode("\u{feff}预算".as_bytes()), "预算");
        assert_eq!(decode(b""), "");
    }

    #[test]
    fn utf16_is_read_by_its_mark() {
        let little: Vec<u8> = "\u{feff}预算".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "\u{feff}预算".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(&little), "预算");
        assert_eq!(decode(&big), "预算");
        let bare: Vec<u8> = "<p>预算".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&bare), "<p>预算");
    }

    #[test]
    fn gbk_is_read_whatever_the_declaration_says() {
        for charset in ["utf-8", "gb2312", "iso-8859-1"] {
            let text = format!("<meta charset={charset}>一般公共预算收入镕");
            assert_eq!(decode(&encoded(GB18030, &text)), text);
        }
    }

    #[test]
    fn big5_counts_where_it_is_declared() {
        let text = "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=big5\">預算";
        assert_eq!(decode(&encoded(BIG5, text)), text);
    }

    #[test]
    fn a_broken_character_does_not_turn_a_page_into_another_encoding() {
        let mut bytes = "一般公共预算收入".repeat(10).into_bytes();
        bytes.push(0xe4);
        assert!(decode(&bytes).starts_with("一般公共预算收入"));
    }
}
