//! The catalogue of an archive: one entry a session, newest first. (Started by the lead so that the page compiles; to be completed.)

use crate::model::{Dates, Level, SessionId, Text};
use crate::read::ReadError;
use serde::{Deserialize, Serialize};

/// All sessions of an archive.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Catalogue {
    /// Always `yishi-catalogue/1`.
    pub format: String,
    /// Newest first.
    pub sessions: Vec<Entry>,
}

/// One session of the catalogue.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Id.
    pub id: SessionId,
    /// Title.
    pub title: Text,
    /// Body.
    pub assembly: Body,
    /// 届
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term: Option<u32>,
    /// 次
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<u32>,
    /// Days.
    #[serde(default)]
    pub dates: Dates,
    /// Made up.
    #[serde(default)]
    pub is_sample: bool,
    /// How many of each.
    #[serde(default)]
    pub counts: EntryCounts,
}

/// Body.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Body {
    /// Name.
    pub name: Text,
    /// Short name.
    #[serde(default)]
    pub short_name: Option<Text>,
    /// Level.
    #[serde(default)]
    pub level: Option<Level>,
    /// Place.
    #[serde(default)]
    pub place: Option<Text>,
}

/// Counts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct EntryCounts {
    /// Agenda items.
    pub agenda: u32,
    /// Speeches.
    pub speeches: u32,
    /// Resolutions.
    pub resolutions: u32,
}

/// Reads a catalogue.
pub fn read_catalogue(_bytes: &[u8]) -> Result<Catalogue, ReadError> {
    Ok(Catalogue::default())
}
