//! The order of lines.

use super::Field;

/// An order of lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Sort {
    /// By what.
    pub by: SortKey,
    /// The largest first.
    pub descending: bool,
}

/// What lines are ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SortKey {
    /// By code, else by name.
    Code,
    /// By name.
    Name,
    /// By a column.
    Field(Field),
}

impl Sort {
    /// The order of a name in links, `-initial` for the largest first.
    pub fn from_key(text: &str) -> Option<Self> {
        let (descending, key) = text.strip_prefix('-').map_or((false, text), |key| (true, key));
        let by = match key {
            "code" => SortKey::Code,
            "name" => SortKey::Name,
            _ => SortKey::Field(Field::from_key(key)?),
        };
        Some(Self { by, descending })
    }

    /// The name in links.
    pub fn key(self) -> String {
        let key = match self.by {
            SortKey::Code => "code",
            SortKey::Name => "name",
            SortKey::Field(field) => field.key(),
        };
        format!("{}{key}", if self.descending { "-" } else { "" })
    }
}
