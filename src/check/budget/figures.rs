//! What the audit of a budget finds, as findings. What rounding explains is for the page only; `check` is silent about it.

use crate::budget::{Column, Reason, Remark, Rule, Verdict, audit};
use crate::check::checker::Checker;
use crate::check::finding::{FindingKind as Kind, Severity};
use crate::json_path::{Path, short};
use crate::model::Budget;

impl Checker<'_> {
    /// The figures of a budget whose tables are at `list`.
    pub(super) fn figures(&mut self, list: Path<'_>, budget: &Budget) {
        let audit = audit(budget);
        let name = |table: usize, row: usize| short(&budget.tables[table].lines[row].name);
        for check in audit.checks {
            let severity = match (check.verdict, check.remark) {
                (Verdict::Differs, _) => Severity::Warning,
                (_, Some(Remark::FitsInitial)) => Severity::Note,
                (Verdict::WithinRounding, _) if check.unit.is_none() => Severity::Note,
                _ => continue,
            };
            let name = name(check.table, check.row);
            self.figure(severity, list, (check.table, check.row, check.rule, check.column), Kind::Figures { name, check: Box::new(check) });
        }
        for claim in audit.unchecked.into_iter().filter(|claim| claim.reason == Reason::TooLarge) {
            let kind = Kind::FiguresTooLarge { name: name(claim.table, claim.row) };
            self.figure(Severity::Warning, list, (claim.table, claim.row, claim.rule, claim.column), kind);
        }
    }

    fn figure(&mut self, severity: Severity, list: Path<'_>, (table, row, rule, column): (usize, usize, Rule, Option<Column>), kind: Kind) {
        let table = list.index(table);
        let lines = table.field("lines");
        let line = lines.index(row);
        let (part, field) = match (column, rule) {
            (Some(column), _) => ("amounts", column.key()),
            (None, Rule::Completion | Rule::NoBudget) => ("printed", "completion_percent"),
            (None, _) => ("printed", "yoy_percent"),
        };
        self.found.add(severity, line.field(part).field(field), kind);
    }
}
