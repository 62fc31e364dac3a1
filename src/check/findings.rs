//! Collects findings in order, up to a limit.

use super::finding::{Finding, FindingKind, Severity};
use crate::json_path::Path;

/// Most findings listed one by one; nobody reads more, and a hostile file could make millions.
const LIMIT: usize = 1000;

/// Findings in the order they were added.
#[derive(Default)]
pub(crate) struct Findings {
    list: Vec<Finding>,
    more: u32,
    worst_of_more: Option<Severity>,
}

impl Findings {
    /// Adds a finding at `path`.
    pub(crate) fn add(&mut self, severity: Severity, path: Path<'_>, kind: FindingKind) {
        self.add_at(severity, || path.write(), kind);
    }

    /// Adds a finding whose path is costly to know.
    pub(crate) fn add_at(&mut self, severity: Severity, path: impl FnOnce() -> String, kind: FindingKind) {
        if self.list.len() < LIMIT {
            self.list.push(Finding { severity, path: path(), kind });
        } else {
            self.more = self.more.saturating_add(1);
            self.worst_of_more = Some(self.worst_of_more.map_or(severity, |worst| worst.min(severity)));
        }
    }

    /// The findings; a last one, as severe as the worst left out, says how many are not listed.
    pub(crate) fn done(mut self) -> Vec<Finding> {
        if let Some(severity) = self.worst_of_more {
            self.list.push(Finding { severity, path: "$".to_owned(), kind: FindingKind::More { count: self.more } });
        }
        self.list
    }
}
