//! What a number stands for: pages of the table of sessions.

use super::bytes::{Bytes, Damage, Kind, hash, path};
use super::{PAGE_SESSIONS, Root};

/// A session as a list of hits shows it before its file is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Its id.
    pub id: String,
    /// Its first day as printed (`2024`, `2024-07`, `2024-07-18`), or empty.
    pub day: String,
    /// Full name of the congress.
    pub body: String,
    /// Full name of the session.
    pub title: String,
    /// Whether it is made up.
    pub is_sample: bool,
}

/// A page of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TablePage {
    /// The file, in the folder of the index.
    pub path: String,
    /// The number of its first session; it has at most [`PAGE_SESSIONS`].
    pub first: u32,
}

impl Root {
    /// The page that has the session of a number.
    pub fn table_page(&self, number: u32) -> Option<TablePage> {
        let level = self.levels.iter().rev().find(|level| number >= level.first)?;
        let page = (number - level.first) / PAGE_SESSIONS;
        let hash = level.table.get(page as usize)?;
        Some(TablePage { path: path(*hash), first: level.first + page * PAGE_SESSIONS })
    }
}

impl TablePage {
    /// The sessions of the page, given the content of its file, unpacked.
    pub fn read(&self, bytes: &[u8]) -> Result<Vec<Line>, Damage> {
        let mut content = Bytes::open(bytes, Kind::Table)?;
        if path(hash(bytes)) != self.path {
            return Err(Damage::Broken);
        }
        let mut lines: Vec<Line> = Vec::new();
        for _ in 0..content.count(5)? {
            let mut texts = [""; 4];
            for text in &mut texts {
                *text = content.text()?;
            }
            let [id, day, body, title] = texts.map(str::to_owned);
            lines.push(Line { id, day, body, title, is_sample: content.number()? != 0 });
        }
        Ok(lines)
    }
}
