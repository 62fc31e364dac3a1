//! Text that is safe to show, and the difference between unknown and none.

use super::characters::{cleaned, is_odd};
use serde::{Serialize, Serializer};
use std::ops::Deref;

/// Text from a file, without the characters that could disguise it.
///
/// Bidirectional controls and zero-width characters can make a name or a link look like another one; they are removed while
/// reading, so that nothing downstream has to remember to. Characters from the private use of old GBK systems, which
/// no font of today has, become what they stand for. `read` reports that they were there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "cli", schemars(transparent))]
pub struct Text(String);

impl Text {
    /// Cleans `raw` and takes it.
    pub fn new(mut raw: String) -> Self {
        let is_plain = raw.is_ascii() && !raw.bytes().any(|b| b.is_ascii_control());
        if !is_plain && raw.chars().any(is_odd) {
            raw = cleaned(&raw);
        }
        Self(raw)
    }

    /// The cleaned text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for Text {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Text {
    fn from(raw: &str) -> Self {
        Self::new(raw.to_owned())
    }
}

impl std::fmt::Display for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// A value that a file states, states to be none, or does not mention.
///
/// "Absent means unknown, `null` means known to be none, blank is never zero": the page says 所据文本未载 for the first and 无 for the second.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Stated<T> {
    /// The file does not mention it: unknown.
    #[default]
    Unknown,
    /// `null`: known to be none.
    None,
    /// The value.
    Value(T),
}

impl<T> Stated<T> {
    /// The value, if there is one.
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Unknown | Self::None => None,
        }
    }

    /// Whether the file does not mention it (serde skips such a field).
    pub const fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown)
    }
}

impl<T: Serialize> Serialize for Stated<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}

#[cfg(feature = "cli")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Stated<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        Option::<T>::schema_name()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Option::<T>::json_schema(generator)
    }
    fn _schemars_private_is_option() -> bool {
        true
    }
}
