//! Budgets: ids, parents and codes. Their arithmetic is not checked here.

use super::checker::Checker;
use super::finding::{FindingKind as Kind, Severity};
use super::index::circles;
use super::path::{Path, short};
use super::terms::{Moment, Thing};
use crate::model::{Budget, BudgetTable, Session};
use std::collections::HashMap;

const ROOT: Path<'static> = Path::Root;

impl<'a> Checker<'a> {
    /// Budgets with their tables and lines.
    pub(super) fn budgets(&mut self) {
        let session: &'a Session = self.session;
        let list = ROOT.field("budgets");
        for (place, budget) in session.budgets.iter().enumerate() {
            let here = list.index(place);
            self.id(here, Thing::Budget, budget.id.as_str(), place);
            self.text(here.field("title"), &budget.title);
            if let Some(period) = &budget.period {
                let at = here.field("period");
                self.date(at.field("from"), Some(&period.from));
                self.date(at.field("to"), Some(&period.to));
                self.order(at.field("to"), (Moment::Start, Some(&period.from)), (Moment::End, Some(&period.to)));
            }
            self.tables(here.field("tables"), budget);
        }
    }

    /// Tables; ids of tables and lines are unique within their budget, because a link names the budget too.
    fn tables(&mut self, list: Path<'_>, budget: &'a Budget) {
        let mut tables: HashMap<&str, usize> = HashMap::new();
        let mut lines: HashMap<&str, (usize, usize)> = HashMap::new();
        for (place, table) in budget.tables.iter().enumerate() {
            let here = list.index(place);
            let first = *tables.entry(table.id.as_str()).or_insert(place);
            self.id_with_first(here, Thing::Table, table.id.as_str(), (first != place).then(|| list.index(first)));
            let rows = here.field("lines");
            let (parents, strangers) = parents(table);
            let circles = circles(&parents);
            for (row, line) in table.lines.iter().enumerate() {
                let here = rows.index(row);
                let first = *lines.entry(line.id.as_str()).or_insert((place, row));
                let (first_table, is_first) = (list.index(first.0), first == (place, row));
                let first_lines = first_table.field("lines");
                self.id_with_first(here, Thing::Line, line.id.as_str(), (!is_first).then(|| first_lines.index(first.1)));
                let is_code = |code: &String| matches!(code.len(), 3 | 5 | 7) && code.bytes().all(|b| b.is_ascii_digit());
                if let Some(code) = line.code.as_ref().filter(|code| !is_code(code)) {
                    self.found.add(Severity::Warning, here.field("code"), Kind::BadCode { code: short(code) });
                }
                self.text(here.field("name"), &line.name);
                if let Some(parent) = line.parent.as_ref().filter(|_| strangers.binary_search(&row).is_ok()) {
                    let kind = Kind::Unresolved { thing: Thing::Line, id: short(parent.as_str()) };
                    self.found.add(Severity::Error, here.field("parent"), kind);
                }
                if circles.binary_search(&row).is_ok() {
                    let kind = Kind::Cycle { thing: Thing::Line, id: short(line.id.as_str()) };
                    self.found.add(Severity::Error, here.field("parent"), kind);
                }
            }
        }
    }
}

/// The parent of each line of a table, and the lines whose parent is not in it.
fn parents(table: &BudgetTable) -> (Vec<Option<usize>>, Vec<usize>) {
    let mut rows: HashMap<&str, usize> = HashMap::new();
    for (row, line) in table.lines.iter().enumerate() {
        rows.entry(line.id.as_str()).or_insert(row);
    }
    let mut strangers = Vec::new();
    let parents = table.lines.iter().enumerate().map(|(row, line)| {
        let parent = rows.get(line.parent.as_ref()?.as_str()).copied();
        if parent.is_none() {
            strangers.push(row);
        }
        parent
    });
    (parents.collect(), strangers)
}
