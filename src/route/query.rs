//! The query string: pairs of names and values, percent-encoded.

use super::tail::{Kind, LITERAL, is_plain, literal};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// Names and values in order; the first of a name counts.
#[derive(Clone, Debug, Default)]
pub(super) struct Pairs(Vec<(String, String)>);

impl Pairs {
    /// Reads a query. A second `?` separates like `&`, because chat apps append `?from=…` to a link that already has a query; so does `&amp;`,
    /// which is what a web page makes of `&`. Names are ours and in small letters, however a telephone wrote them.
    pub(super) fn parse(query: &str) -> Self {
        let Self(mut pairs) = Self::exactly(query);
        // All of it may have been escaped once more, so that no name has its `=`.
        if pairs.is_empty() && query.contains('%') {
            Self(pairs) = Self::exactly(&once_more(query));
        }
        for (name, _) in &mut pairs {
            name.make_ascii_lowercase();
            let mut rest = name.as_str();
            while let Some(after) = rest.strip_prefix("amp;") {
                rest = after;
            }
            *name = rest.to_owned();
        }
        Self(pairs)
    }

    /// The names and values as they stand.
    fn exactly(query: &str) -> Self {
        let pairs = query.split(['?', '&']).filter_map(|pair| pair.split_once('='));
        Self(pairs.map(|(name, value)| (decode(name, true), decode(value, true))).collect())
    }

    /// Whether every name of a link has in `query` the very value that it has in the link.
    pub(super) fn are_all_in(href: &str, query: &str) -> bool {
        let (link, found) = (Self::exactly(href), Self::exactly(query));
        link.0.iter().all(|(name, value)| found.as_it_stands(name).unwrap_or_default() == value)
    }

    /// Whether there is such a name, whatever its value.
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(n, _)| n == name)
    }

    /// The first value of `name` that says something: an id, a word of ours, a number.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        self.read(name, Kind::Id)
    }

    /// The first value of `name` that says something, in the words of a reader or of a file.
    pub(super) fn words(&self, name: &str) -> Option<String> {
        self.read(name, Kind::Words)
    }

    /// The first value of `name` that says something, an address.
    pub(super) fn address(&self, name: &str) -> Option<String> {
        self.read(name, Kind::Address)
    }

    /// The first value of `name` that is not empty, as it stands.
    pub(super) fn as_it_stands(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(n, value)| n == name && !value.is_empty()).map(|(_, value)| value.as_str())
    }

    fn read(&self, name: &str, kind: Kind) -> Option<String> {
        self.0.iter().filter(|(n, _)| n == name).map(|(_, value)| read(kind, value)).find(|value| !value.is_empty())
    }

    /// A value that [`Self::get`] reads.
    pub(super) fn push(&mut self, name: &str, value: &str) {
        self.write(name, Kind::Id, value);
    }

    /// A value that [`Self::words`] reads.
    pub(super) fn push_words(&mut self, name: &str, value: &str) {
        self.write(name, Kind::Words, value);
    }

    /// A value that [`Self::address`] reads.
    pub(super) fn push_address(&mut self, name: &str, value: &str) {
        self.write(name, Kind::Address, value);
    }

    /// A value as it stands.
    pub(super) fn push_as_it_stands(&mut self, name: &str, value: String) {
        self.0.push((name.to_owned(), value));
    }

    fn write(&mut self, name: &str, kind: Kind, value: &str) {
        let mut value = value.to_owned();
        if !is_plain(kind, &value, &|text| read(kind, text)) {
            value.push(LITERAL);
        }
        self.push_as_it_stands(name, value);
    }

    /// Those that have a value, as [`Self::push`] writes them.
    pub(super) fn some(&mut self, all: &[(&str, Option<&str>)]) {
        for (name, value) in all {
            if let Some(value) = value {
                self.push(name, value);
            }
        }
    }

    /// Those that have a value, as [`Self::push_words`] writes them.
    pub(super) fn some_words(&mut self, all: &[(&str, Option<&str>)]) {
        for (name, value) in all {
            if let Some(value) = value {
                self.push_words(name, value);
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
            query.extend(utf8_percent_encode(value, &IN_QUERY));
        }
        query
    }
}

/// What a value says. An app may have escaped it once more, and left something behind it.
fn read(kind: Kind, text: &str) -> String {
    if let Some(value) = literal(text) {
        return value.to_owned();
    }
    // An address has escapes of its own.
    let again = if kind == Kind::Address && text.contains("://") { text.to_owned() } else { once_more(text) };
    kind.cut(&again).to_owned()
}

/// Undoes the escapes that are left in a text; where they stand for no text, it stays.
pub(super) fn once_more(text: &str) -> String {
    String::from_utf8(bytes(text, false)).unwrap_or_else(|_| text.to_owned())
}

/// Escapes an id so that it is one segment of `p`.
pub(super) fn encode_segment(id: &str) -> String {
    id.replace('%', "%25").replace('/', "%2F")
}

/// The inverse of [`encode_segment`].
pub(super) fn decode_segment(segment: &str) -> String {
    decode(segment, false)
}

/// What stays as it is in a value of a query.
const IN_QUERY: AsciiSet = NON_ALPHANUMERIC.remove(b'/').remove(b':').remove(b',').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

fn decode(text: &str, plus_is_space: bool) -> String {
    String::from_utf8_lossy(&bytes(text, plus_is_space)).into_owned()
}

fn bytes(text: &str, plus_is_space: bool) -> Vec<u8> {
    let text = if plus_is_space { text.replace('+', " ") } else { text.to_owned() };
    percent_decode_str(&text).collect()
}
