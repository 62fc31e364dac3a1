//! What a build writes down of itself, so that the next one knows what has changed.

use crate::i18n::Lang;
use crate::model::{Date, Session};
use crate::write::feed::NO_DAY;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The name of the ledger in a site.
pub const LEDGER: &str = ".yishi-build.json";

const FORMAT: &str = "yishi-build/1";

/// The ledger of a site.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Ledger {
    pub format: String,
    /// The hash of all that shapes every page: program, built app, address.
    pub made_by: String,
    /// The names at the top of the site. Whatever else is there came from somebody else.
    pub top: Vec<String>,
    /// The SHA-256 of every file by its path, but for the files and pages of sessions and the index for search. A ledger of before this was
    /// written down has none.
    #[serde(default)]
    pub files: Option<BTreeMap<String, String>>,
    /// The paths of the index for search: its files are named by their content.
    #[serde(default)]
    pub index: Vec<String>,
    /// By id.
    pub sessions: BTreeMap<String, Record>,
}

/// What is known of one session beside its entry in the catalogue.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Record {
    /// Of its file.
    pub sha256: String,
    /// The SHA-256 of its page.
    #[serde(default)]
    pub page: String,
    /// The last day that it says its content is of, as `2024-07-18`.
    pub updated: String,
    /// The tag of its language.
    pub language: String,
    /// How many warnings it has: they are told by every build, also by one that does not read it again.
    #[serde(default)]
    pub warnings: usize,
    /// The other sessions that it names, each with the JSON path of the first place.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub links: BTreeMap<String, String>,
}

impl Default for Ledger {
    fn default() -> Self {
        Self {
            format: FORMAT.to_owned(),
            made_by: String::new(),
            top: Vec::new(),
            files: None,
            index: Vec::new(),
            sessions: BTreeMap::new(),
        }
    }
}

impl Ledger {
    pub fn read(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok().filter(|ledger: &Self| ledger.format == FORMAT)
    }

    pub fn text(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }
}

impl Record {
    pub fn of(session: &Session, sha256: String, page: String) -> Self {
        let language = super::language(session).tag().to_owned();
        Self { sha256, page, updated: updated(session), language, warnings: 0, links: links(session) }
    }

    pub fn lang(&self) -> Lang {
        Lang::from_tag(&self.language).unwrap_or(Lang::Zh)
    }
}

/// The last of: its days, the day its content is of, its corrections. A month or a year counts as its first day.
fn updated(session: &Session) -> String {
    let dates = session.days();
    let days = [dates.start.as_ref(), dates.end.value(), session.as_of.as_ref()].into_iter().flatten();
    let days = days.chain(session.corrections.iter().map(|correction| &correction.date));
    let latest = days.filter_map(Date::civil).max();
    latest.map_or_else(|| NO_DAY.to_owned(), |day| format!("{:04}-{:02}-{:02}", day.year, day.month.max(1), day.day.max(1)))
}

fn links(session: &Session) -> BTreeMap<String, String> {
    let suggestions = session.suggestions.iter().map(|one| &one.session).enumerate().map(|link| ("suggestions", link));
    let totals = session.suggestion_totals.iter().map(|one| &one.session).enumerate().map(|link| ("suggestion_totals", link));
    let projects = session.projects.iter().map(|one| &one.session).enumerate().map(|link| ("projects", link));
    let mut links = BTreeMap::new();
    for (list, (place, target)) in suggestions.chain(totals).chain(projects) {
        if let Some(target) = target {
            links.entry(target.to_string()).or_insert_with(|| format!("$.{list}[{place}].session"));
        }
    }
    links
}
