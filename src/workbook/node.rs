//! A session as a tree of JSON whose numbers keep their digits.

use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// Members by name.
pub type Map = BTreeMap<String, Node>;

/// Deeper than any session; what a person puts into a cell may be deeper.
const DEEPEST: usize = 12;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// An object.
    Map(Map),
    /// A list.
    List(Vec<Node>),
    /// Text.
    Text(String),
    /// Anything else, as it is written: a number, `true`, `null`.
    Raw(String),
}

impl Node {
    /// What is known to be none.
    pub fn none() -> Self {
        Self::Raw("null".to_owned())
    }

    /// Reads JSON; none where it is none, or too deep.
    pub fn parse(json: &str) -> Option<Self> {
        node(json, 0)
    }

    /// Writes it as JSON.
    pub fn write(&self, out: &mut String) {
        match self {
            Self::Map(map) => write_map(map, out),
            Self::List(list) => {
                out.push('[');
                for (at, item) in list.iter().enumerate() {
                    if at > 0 {
                        out.push(',');
                    }
                    item.write(out);
                }
                out.push(']');
            }
            Self::Text(text) => out.push_str(&crate::json::quoted(text)),
            Self::Raw(raw) => out.push_str(raw),
        }
    }
}

/// Writes an object as JSON.
pub fn write_map(map: &Map, out: &mut String) {
    out.push('{');
    for (at, (name, value)) in map.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        out.push_str(&crate::json::quoted(name));
        out.push(':');
        value.write(out);
    }
    out.push('}');
}

/// Takes what stands at a path out of an object, and the objects on the way that then hold nothing.
pub fn take(map: &mut Map, path: &str) -> Option<Node> {
    let Some((first, rest)) = path.split_once('.') else { return map.remove(path) };
    let Some(Node::Map(inner)) = map.get_mut(first) else { return None };
    let found = take(inner, rest)?;
    if inner.is_empty() {
        map.remove(first);
    }
    Some(found)
}

/// Puts a value at a path of an object.
pub fn set(map: &mut Map, path: &str, value: Node) {
    let Some((first, rest)) = path.split_once('.') else {
        map.insert(path.to_owned(), value);
        return;
    };
    let inner = map.entry(first.to_owned()).or_insert_with(|| Node::Map(Map::new()));
    if !matches!(inner, Node::Map(_)) {
        *inner = Node::Map(Map::new());
    }
    if let Node::Map(inner) = inner {
        set(inner, rest, value);
    }
}

fn node(json: &str, depth: usize) -> Option<Node> {
    if depth > DEEPEST {
        return None;
    }
    let json = json.trim();
    Some(match json.as_bytes().first()? {
        b'{' => {
            let members: BTreeMap<String, &RawValue> = serde_json::from_str(json).ok()?;
            let members = members.into_iter().map(|(name, raw)| Some((name, node(raw.get(), depth + 1)?)));
            Node::Map(members.collect::<Option<_>>()?)
        }
        b'[' => {
            let items: Vec<&RawValue> = serde_json::from_str(json).ok()?;
            Node::List(items.into_iter().map(|raw| node(raw.get(), depth + 1)).collect::<Option<_>>()?)
        }
        b'"' => Node::Text(serde_json::from_str(json).ok()?),
        _ => Node::Raw(serde_json::from_str::<&RawValue>(json).ok()?.get().to_owned()),
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn digits_are_kept() {
        let json = r#"{"a":{"b":38.60},"c":[null,true,"x\ny",-0.00],"d":{}}"#;
        let mut out = String::new();
        Node::parse(json).unwrap().write(&mut out);
        assert_eq!(out, json);
        for bad in ["", "{", "1 2", "nul", "[1,]", &"[".repeat(9000)] {
            assert_eq!(Node::parse(bad), None, "{bad:.9}");
        }
    }

    #[test]
    fn an_object_goes_with_its_last_value() {
        let Some(Node::Map(mut map)) = Node::parse(r#"{"a":{"b":1,"c":2},"d":{}}"#) else { panic!("an object") };
        assert_eq!(take(&mut map, "a.b"), Some(Node::Raw("1".to_owned())));
        assert_eq!(take(&mut map, "a.b"), None);
        assert_eq!(take(&mut map, "d.x"), None);
        assert!(take(&mut map, "a.c").is_some() && !map.contains_key("a") && map.contains_key("d"));
        set(&mut map, "a.c", Node::none());
        assert_eq!(Node::parse(r#"{"a":{"c":null},"d":{}}"#), Some(Node::Map(map)));
    }
}
