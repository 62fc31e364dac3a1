//! A JSON document that can be changed in places without anything else of it changing.

use super::Fault;
use super::pointer;
use serde::de::{Error as _, MapAccess, Visitor};
use serde::ser::{Error as _, SerializeMap};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

/// Deeper than this no session goes.
const MOST_LEVELS: usize = 64;

/// A value of a JSON document. Unlike `serde_json::Value` it keeps the digits of a number as they stand, which a float would not, and the fields in
/// their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// `null`: known to be none.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// The digits of a number.
    Number(String),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// Fields in their order.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Reads a document.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        serde_json::from_str(text).map_err(|_| Fault::Unreadable)
    }

    /// The document of what can be written as JSON.
    pub fn of(value: &impl Serialize) -> Result<Self, Fault> {
        Self::parse(&serde_json::to_string(value).map_err(|_| Fault::Unreadable)?)
    }

    /// The document in writing.
    pub fn write(&self) -> String {
        // Numbers come from JSON or are checked before; whatever else there is can be written.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// An object of fields that are text.
    pub fn fields(fields: &[(&str, &str)]) -> Self {
        Self::Object(fields.iter().map(|(key, text)| ((*key).to_owned(), Self::text(*text))).collect())
    }

    /// The value at a JSON pointer.
    pub fn get(&self, at: &str) -> Option<&Self> {
        pointer::tokens(at)?.iter().try_fold(self, |here, token| match here {
            Self::List(list) => list.get(pointer::index(token)?),
            Self::Object(_) => here.field(token),
            _ => None,
        })
    }

    pub(super) fn get_mut(&mut self, at: &str) -> Option<&mut Self> {
        pointer::tokens(at)?.iter().try_fold(self, |here, token| match here {
            Self::List(list) => list.get_mut(pointer::index(token)?),
            Self::Object(fields) => fields.iter_mut().find(|(key, _)| key == token).map(|(_, value)| value),
            _ => None,
        })
    }

    /// A field of an object.
    pub fn field(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Object(fields) => fields.iter().find(|(of, _)| of == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The text of a field of an object; empty where there is none.
    pub fn field_text(&self, key: &str) -> &str {
        self.field(key).and_then(Self::as_text).unwrap_or_default()
    }

    /// The text, where it is text.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The entries, where it is a list.
    pub fn as_list(&self) -> &[Self] {
        match self {
            Self::List(list) => list,
            _ => &[],
        }
    }

    /// As a person would type it; empty for what is made of parts.
    pub fn typed(&self) -> String {
        match self {
            Self::Text(text) | Self::Number(text) => text.clone(),
            Self::Bool(value) => value.to_string(),
            Self::Null | Self::List(_) | Self::Object(_) => String::new(),
        }
    }

    /// Calls `see` with everything in the document and where it is.
    pub fn walk(&self, see: &mut impl FnMut(&str, &Self)) {
        self.walk_from(&mut String::new(), see);
    }

    fn walk_from(&self, at: &mut String, see: &mut impl FnMut(&str, &Self)) {
        see(at, self);
        let length = at.len();
        match self {
            Self::List(list) => {
                for (index, value) in list.iter().enumerate() {
                    at.push('/');
                    at.push_str(&index.to_string());
                    value.walk_from(at, see);
                    at.truncate(length);
                }
            }
            Self::Object(fields) => {
                for (key, value) in fields {
                    pointer::push(at, key);
                    value.walk_from(at, see);
                    at.truncate(length);
                }
            }
            _ => {}
        }
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(digits) => RawValue::from_string(digits.clone()).map_err(S::Error::custom)?.serialize(serializer),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(list) => list.serialize(serializer),
            Self::Object(fields) => {
                let mut map = serializer.serialize_map(Some(fields.len()))?;
                for (key, value) in fields {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}

/// From the text of a JSON document only.
impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = <&RawValue>::deserialize(deserializer)?;
        read(raw.get(), 0).map_err(D::Error::custom)
    }
}

fn read(text: &str, level: usize) -> Result<Json, serde_json::Error> {
    if level > MOST_LEVELS {
        return Err(serde::de::Error::custom("too deep"));
    }
    Ok(match text.as_bytes().first() {
        Some(b'{') => {
            let fields = serde_json::from_str::<Fields<'_>>(text)?.0;
            let read = |(key, raw): (String, &RawValue)| Ok((key, read(raw.get(), level + 1)?));
            Json::Object(fields.into_iter().map(read).collect::<Result<_, serde_json::Error>>()?)
        }
        Some(b'[') => {
            let list = serde_json::from_str::<Vec<&RawValue>>(text)?;
            Json::List(list.into_iter().map(|raw| read(raw.get(), level + 1)).collect::<Result<_, _>>()?)
        }
        Some(b'"') => Json::Text(serde_json::from_str(text)?),
        Some(b't') => Json::Bool(true),
        Some(b'f') => Json::Bool(false),
        Some(b'n') => Json::Null,
        _ => Json::Number(text.to_owned()),
    })
}

/// The fields of an object, each as it is written.
struct Fields<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Fields<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Fields<'de>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(Fields(fields))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn digits_and_order_are_kept() {
        let text = r#"{"b":[12.50,-0.10,1e3,12345678901234567890.12],"a":null,"c":{"说":"\"明\"\n","t":true}}"#;
        let json = Json::parse(text).unwrap();
        assert_eq!(json.get("/b/3"), Some(&Json::Number("12345678901234567890.12".into())));
        assert_eq!(json.get("/c/说").and_then(Json::as_text), Some("\"明\"\n"));
        assert_eq!(json.write(), text);
    }

    #[test]
    fn what_is_too_deep_is_refused() {
        let deep = format!("{}{}", "[".repeat(100), "]".repeat(100));
        assert_eq!(Json::parse(&deep), Err(Fault::Unreadable));
        assert_eq!(Json::parse("{\"a\":"), Err(Fault::Unreadable));
    }
}
