//! A session as its file says it, with figures as their digits.

use crate::model::Session;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// A value of JSON. Numbers keep their digits, objects their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Node {
    Nothing,
    Truth(bool),
    Number(String),
    Text(String),
    List(Vec<Node>),
    Fields(Vec<(String, Node)>),
}

impl Node {
    /// The session as nodes.
    pub(super) fn of(session: &Session) -> Self {
        serde_json::value::to_raw_value(session).map_or(Self::Nothing, |raw| Self::parse(&raw))
    }

    /// The field of an object.
    pub(super) fn get(&self, name: &str) -> Option<&Node> {
        let Self::Fields(fields) = self else { return None };
        fields.iter().find(|(field, _)| field == name).map(|(_, node)| node)
    }

    /// The text of a field.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        match self.get(name)? {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The entries of a list.
    pub(super) fn entries(&self) -> &[Node] {
        if let Self::List(entries) = self { entries } else { &[] }
    }

    /// All that stands in it, in one line: what is compared where things have no names.
    pub(super) fn content(&self, except: &[&str]) -> String {
        match self {
            Self::Nothing => "null".to_owned(),
            Self::Truth(truth) => truth.to_string(),
            Self::Number(text) | Self::Text(text) => text.clone(),
            Self::List(entries) => entries.iter().map(|entry| entry.content(except) + "\n").collect(),
            Self::Fields(fields) => {
                let fields = fields.iter().filter(|(name, _)| !except.contains(&name.as_str()));
                fields.map(|(name, node)| [name.as_str(), ":", &node.content(except), "\n"].concat()).collect()
            }
        }
    }

    fn parse(raw: &RawValue) -> Self {
        let json = raw.get();
        let read = match json.as_bytes().first() {
            Some(b'{') => serde_json::from_str(json).map(|Fields(fields)| Self::Fields(fields)),
            Some(b'[') => serde_json::from_str::<Vec<&RawValue>>(json).map(|list| Self::List(list.into_iter().map(Self::parse).collect())),
            Some(b'"') => serde_json::from_str(json).map(Self::Text),
            Some(b't' | b'f') => serde_json::from_str(json).map(Self::Truth),
            Some(b'n') | None => Ok(Self::Nothing),
            Some(_) => Ok(Self::Number(json.to_owned())),
        };
        read.unwrap_or(Self::Nothing)
    }
}

/// The fields of an object in their order.
struct Fields(Vec<(String, Node)>);

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Fields;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
                let mut fields = Vec::new();
                while let Some((name, value)) = map.next_entry::<String, &RawValue>()? {
                    fields.push((name, Node::parse(value)));
                }
                Ok(Fields(fields))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}
