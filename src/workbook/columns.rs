//! Which object of the session file stands on which sheet, in which columns: the types of that table.

use super::words::Words;

/// A sheet, for the objects of one list of the session file.
#[derive(Debug)]
pub struct Sheet {
    /// Its name.
    pub name: &'static str,
    /// The names of the lists that lead to the objects, `["people", "posts"]`; none for the session itself, whose sheet has a row for each field.
    pub list: &'static [&'static str],
    /// The headings of the columns that say of which object it is a part, outermost first.
    pub keys: &'static [&'static str],
    /// The other columns.
    pub columns: &'static [Column],
}

/// A column, for one field.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its heading.
    pub heading: &'static str,
    /// Where the value stands in the object: `assembly.name`.
    pub path: &'static str,
    /// What the values are.
    pub kind: Kind,
    /// Whether every object has one.
    pub is_required: bool,
    /// Whether it may be known to be none, which is not the same as blank.
    pub can_be_none: bool,
    /// What is to be known of it, in Chinese; empty where the heading says it all.
    pub note: &'static str,
}

/// What the values of a column are.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Any text.
    Text,
    /// An id, or the id of something else.
    Id,
    /// Ids of other things.
    Ids,
    /// Several short texts.
    Texts,
    /// One text a line.
    Lines,
    /// A day, a month or a year.
    Date,
    /// A clock time.
    Time,
    /// A whole number.
    Count,
    /// An amount or a percentage.
    Amount,
    /// Yes or no.
    Flag,
    /// A word of a closed list.
    Word(&'static Words),
}

impl Sheet {
    /// The sheets of the lists in its objects, with the names of those lists.
    pub fn parts(&'static self) -> impl Iterator<Item = (usize, &'static str)> {
        super::sheets::SHEETS.iter().enumerate().filter_map(|(at, sheet)| match sheet.list.split_last() {
            Some((name, before)) if before == self.list => Some((at, *name)),
            _ => None,
        })
    }

    /// The sheet whose objects hold its list.
    pub fn whole(&'static self) -> Option<usize> {
        let (_, before) = self.list.split_last()?;
        super::sheets::SHEETS.iter().position(|sheet| sheet.list == before)
    }

    /// The number of the column of the id of its own, among the columns that are no keys.
    pub fn id(&self) -> Option<usize> {
        self.columns.iter().position(|column| column.path == "id" && !self.list.is_empty())
    }

    /// Whether it has a row for each field.
    pub const fn is_upright(&self) -> bool {
        self.list.is_empty()
    }
}

impl Column {
    const fn new(heading: &'static str, path: &'static str, kind: Kind) -> Self {
        Self { heading, path, kind, is_required: false, can_be_none: false, note: "" }
    }

    /// The same column where every object has a value.
    #[must_use]
    pub const fn required(self) -> Self {
        Self { is_required: true, ..self }
    }

    /// The same column where a value may be known to be none.
    #[must_use]
    pub const fn or_none(self) -> Self {
        Self { can_be_none: true, ..self }
    }

    /// The same column with what is to be known of it.
    #[must_use]
    pub const fn noted(self, note: &'static str) -> Self {
        Self { note, ..self }
    }
}

/// The column of an object's own id.
pub const fn own() -> Column {
    id("编号", "id").required()
}

/// A column of text.
pub const fn text(heading: &'static str, path: &'static str) -> Column {
    Column::new(heading, path, Kind::Text)
}

/// A column of ids.
pub const fn id(heading: &'static str, path: &'static str) -> Column {
    Column::new(heading, path, Kind::Id)
}

/// A column with several ids in a cell.
pub const fn ids(heading: &'static str, path: &'static str) -> Column {
    Column::new(heading, path, Kind::Ids)
}

/// A column of days.
pub const fn date(heading: &'static str, path: &'static str) -> Column {
    Column::new(heading, path, Kind::Date)
}

/// A column of clock times.
pub const fn time(heading: &'static str, path: &'static str) -> Column {
    Column::new(heading, path, Kind::Time)
}

/// A column of whole numbers.
pub const fn count(heading: &'static str, path: &'static str) -> Column {
    Column::new(heading, path, Kind::Count)
}

/// A column of amounts or percentages.
pub const fn amount(heading: &'static str, path: &'static str) -> Column {
    Column::new(heading, path, Kind::Amount)
}

/// A column of yes and no.
pub const fn flag(heading: &'static str, path: &'static str) -> Column {
    Column::new(heading, path, Kind::Flag)
}

/// A column of words.
pub const fn word(heading: &'static str, path: &'static str, words: &'static Words) -> Column {
    Column::new(heading, path, Kind::Word(words))
}

/// A column with several texts in a cell.
pub const fn texts(heading: &'static str, path: &'static str, kind: Kind) -> Column {
    Column::new(heading, path, kind)
}
