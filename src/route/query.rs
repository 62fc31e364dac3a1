//! The query string: pairs of names and values, percent-encoded.

/// Names and values in order; the first of a name counts.
#[derive(Clone, Debug, Default)]
pub(super) struct Pairs(Vec<(String, String)>);

impl Pairs {
    /// Reads a query. A second `?` separates like `&`, because chat apps append `?from=…` to a link that already has a query.
    pub(super) fn parse(query: &str) -> Self {
        let pairs = query
            .split(['?', '&'])
            .filter_map(|pair| pair.split_once('='))
            .map(|(name, value)| (decode(name, true), decode(value, true)))
            .collect();
        Self(pairs)
    }

    /// The first value of `name` that is not empty.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(n, value)| n == name && !value.is_empty()).map(|(_, value)| value.as_str())
    }

    pub(super) fn push(&mut self, name: &str, value: &str) {
        self.0.push((name.to_owned(), value.to_owned()));
    }

    /// Those that have a value.
    pub(super) fn some(&mut self, all: &[(&str, Option<&str>)]) {
        for (name, value) in all {
            if let Some(value) = value {
                self.push(name, value);
            }
        }
    }

    /// `?a=b&c=d`; `?` alone, where there is nothing to say, is this same page on any host and on `file://`.
    pub(super) fn to_query(&self) -> String {
        let mut query = "?".to_owned();
        for (name, value) in &self.0 {
            if query.len() > 1 {
                query.push('&');
            }
            query.push_str(name);
            query.push('=');
            encode(value, b"/:,-._~", &mut query);
        }
        query
    }
}

/// Escapes an id so that it is one segment of `p`.
pub(super) fn encode_segment(id: &str) -> String {
    id.replace('%', "%25").replace('/', "%2F")
}

/// The inverse of [`encode_segment`].
pub(super) fn decode_segment(segment: &str) -> String {
    decode(segment, false)
}

/// Text percent-encoded, but for letters, digits and what is `plain`.
pub(crate) fn encoded(value: &str, plain: &[u8]) -> String {
    let mut out = String::new();
    encode(value, plain, &mut out);
    out
}

fn encode(value: &str, plain: &[u8], out: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || plain.contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(char::from(HEX[usize::from(byte >> 4)]));
            out.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
}

fn decode(text: &str, plus_is_space: bool) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let escaped = (byte == b'%').then(|| Some((hex(*bytes.get(at + 1)?)?, hex(*bytes.get(at + 2)?)?))).flatten();
        match (byte, escaped) {
            (_, Some((high, low))) => {
                out.push(high << 4 | low);
                at += 2;
            }
            (b'+', None) if plus_is_space => out.push(b' '),
            _ => out.push(byte),
        }
        at += 1;
    }
    String::from_utf8_lossy(&out).into_owned()
}

fn hex(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}
