//! A session that the link itself holds, `#z=…`: its file without blanks, as gzip, in base64url without padding (RFC 4648, section 5).
//! Packing and unpacking is the browser's; here is the text around it.

use base64::Engine;
use base64::alphabet::URL_SAFE;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

/// How such a fragment begins.
pub const MARK: &str = "#z=";

/// A link that was cut ends with bits of the letters that are gone.
const BASE64URL: GeneralPurpose = GeneralPurpose::new(
    &URL_SAFE,
    GeneralPurposeConfig::new()
        .with_encode_padding(false)
        .with_decode_padding_mode(DecodePaddingMode::RequireNone)
        .with_decode_allow_trailing_bits(true),
);

/// What a fragment holds, still packed; `None` for a fragment of another kind. What chat apps put behind a link is no part of it.
///
/// ```
/// use yishi::route::payload::in_fragment;
/// assert_eq!(in_fragment("#z=H4sI-_Aw&shareTo=weixin"), Some("H4sI-_Aw"));
/// assert_eq!(in_fragment("#main"), None);
/// ```
pub fn in_fragment(fragment: &str) -> Option<&str> {
    let rest = fragment.strip_prefix(MARK)?;
    let end = rest.bytes().position(|byte| !is_letter(byte)).unwrap_or(rest.len());
    rest.get(..end)
}

/// Bytes as base64url without padding.
pub fn encode(bytes: &[u8]) -> String {
    BASE64URL.encode(bytes)
}

/// The inverse of [`encode`], as far as it goes; `None` where it is no base64url.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    // One letter alone is no byte.
    let whole = if text.len() % 4 == 1 { text.len() - 1 } else { text.len() };
    BASE64URL.decode(&text.as_bytes()[..whole]).ok()
}

const fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

/// JSON without the blanks between its parts: the same file to every reader, digit for digit, in a shorter link.
pub fn without_blanks(json: &[u8]) -> Vec<u8> {
    let (mut in_text, mut is_escaped) = (false, false);
    let mut is_kept = |byte: u8| {
        if in_text {
            in_text = is_escaped || byte != b'"';
            is_escaped = !is_escaped && byte == b'\\';
            return true;
        }
        in_text = byte == b'"';
        !matches!(byte, b' ' | b'\t' | b'\r' | b'\n')
    };
    json.iter().copied().filter(|byte| is_kept(*byte)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_texts() {
        for (bytes, text) in [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE")] {
            assert_eq!(encode(bytes.as_bytes()), text);
            assert_eq!(decode(text).as_deref(), Some(bytes.as_bytes()));
        }
        assert_eq!(encode(&[0xfb, 0xff]), "-_8");
        assert_eq!(decode("Zm9vY").as_deref(), Some(&b"foo"[..]), "one that was cut");
        assert_eq!(decode("Zm+v"), None);
        assert_eq!(decode("Zm9v\u{4e2d}a"), None);
    }

    #[test]
    fn what_stands_behind_is_no_part() {
        for behind in ["", "&from=x", "?from=timeline", "%E6%89%93", "#again", "=", "。", " "] {
            assert_eq!(in_fragment(&format!("#z=abc{behind}")), Some("abc"), "{behind}");
        }
        assert_eq!(in_fragment("#z="), Some(""));
        assert_eq!(in_fragment("z=abc"), None);
        assert_eq!(in_fragment(""), None);
    }

    #[test]
    fn blanks_in_texts_stay() {
        let json = "{ \"a b\" :\r\n\t[ 1.10 , \"x \\\" y\\\\\" , 1e5 ] }";
        assert_eq!(without_blanks(json.as_bytes()), b"{\"a b\":[1.10,\"x \\\" y\\\\\",1e5]}");
    }

    proptest! {
        #[test]
        fn bytes_survive(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            prop_assert_eq!(decode(&encode(&bytes)), Some(bytes));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC*") {
            let _ = decode(&text);
            let _ = in_fragment(&text);
        }
    }
}
