//! Budgets: ids, parents, codes, units and years; what their figures come to is the audit's ([`crate::budget::audit`]).

mod codes;
mod figures;
mod units;

use super::checker::Checker;
use super::finding::{FindingKind as Kind, Severity};
use super::index::circles;
use super::rules;
use super::terms::Thing;
use crate::budget::unit;
use crate::id_index::IdIndex;
use crate::json_path::{Path, short};
use crate::model::{Budget, BudgetTable, Session};

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
                self.contradictions(at, rules::period(budget));
            }
            self.said_unit(here.field("title"), &budget.title, budget.unit);
            self.tables(here.field("tables"), budget);
            self.figures(here.field("tables"), budget);
        }
    }

    /// Tables; ids of tables and lines are unique within their budget, because a link names the budget too.
    fn tables(&mut self, list: Path<'_>, budget: &'a Budget) {
        let tables = IdIndex::new(budget.tables.iter().map(|table| table.id.as_str()));
        let lines = Lines::new(budget);
        for (place, table) in budget.tables.iter().enumerate() {
            let here = list.index(place);
            let first = tables.get(table.id.as_str()).unwrap_or(place);
            self.id_with_first(here, Thing::Table, table.id.as_str(), (first != place).then(|| list.index(first)));
            if let Some(title) = &table.title {
                self.said_unit(here.field("title"), title, table.unit.unwrap_or(budget.unit));
            }
            let rows = here.field("lines");
            let codes = codes::rows_by_code(table);
            let (parents, strangers) = parents(table);
            let circles = circles(&parents);
            for (row, line) in table.lines.iter().enumerate() {
                let here = rows.index(row);
                let first = lines.get(line.id.as_str()).unwrap_or((place, row));
                let (first_table, is_first) = (list.index(first.0), first == (place, row));
                let first_lines = first_table.field("lines");
                self.id_with_first(here, Thing::Line, line.id.as_str(), (!is_first).then(|| first_lines.index(first.1)));
                self.code(rows, table, row, &codes, parents[row]);
                self.text(here.field("name"), &line.name);
                self.said_unit(here.field("name"), &line.name, unit(budget, table, line));
                if let Some(parent) = line.parent.as_ref().filter(|_| strangers.binary_search(&row).is_ok()) {
                    let id = short(parent.as_str());
                    let kind = match lines.get(parent.as_str()) {
                        Some((table, row)) => {
                            let table = list.index(table);
                            Kind::OtherTable { id, first: table.field("lines").index(row).write() }
                        }
                        None => Kind::Unresolved { thing: Thing::Line, id },
                    };
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

/// The first line with each id, by table and row.
struct Lines<'a> {
    lines: IdIndex<'a>,
    places: Vec<(usize, usize)>,
}

impl<'a> Lines<'a> {
    fn new(budget: &'a Budget) -> Self {
        let tables = budget.tables.iter().enumerate();
        Self {
            lines: IdIndex::new(budget.tables.iter().flat_map(|table| &table.lines).map(|line| line.id.as_str())),
            places: tables.flat_map(|(place, table)| (0..table.lines.len()).map(move |row| (place, row))).collect(),
        }
    }

    fn get(&self, id: &str) -> Option<(usize, usize)> {
        self.places.get(self.lines.get(id)?).copied()
    }
}

/// The parent of each line of a table, and the lines whose parent is not in it.
fn parents(table: &BudgetTable) -> (Vec<Option<usize>>, Vec<usize>) {
    let rows = IdIndex::new(table.lines.iter().map(|line| line.id.as_str()));
    let mut strangers = Vec::new();
    let parents = table.lines.iter().enumerate().map(|(row, line)| {
        let parent = rows.get(line.parent.as_ref()?.as_str());
        if parent.is_none() {
            strangers.push(row);
        }
        parent
    });
    (parents.collect(), strangers)
}
