//! A Fiscal Data Package: figures in long form for programs, with a description that says what each column is.
//!
//! **Which version.** The specification has two shapes and one JSON Schema. Version 0.3 describes the figures in a `model` of measures and
//! dimensions; 1.0rc1 (2018, a draft to this day) marks each column with a `columnType` instead and has no schema of its own. The schema published
//! at <https://specs.frictionlessdata.io/schemas/fiscal-data-package.json> and shipped with the reference library (`datapackage` 1.1.10)
//! stands on Tabular Data Package 1.0, requires `model` and allows `columnType`. So we write what is valid by that schema and carry
//! both. `profile` is `tabular-data-package` because the schema allows no other word there, not even `fiscal-data-package`.
//!
//! **What is in it.** `data.csv` has one row for each line and stage. `amount_yuan` is exact; `amount_printed` and `unit_printed` are the figure
//! as the source has it. `fiscal_year` is the year that the amount is of (last year for 上年决算, next year for 下年预算), `budget_fiscal_year`
//! that of the document. An amount that the source states to be none has a row with `stated` = `none` and no amount; an amount
//! that it does not mention has no row; a line without any amount keeps one row, `unknown`, so that every parent is there. Text that a
//! spreadsheet would run as a formula begins with an apostrophe here too. Printed percentages are not fiscal data and stay in the table CSV.

mod descriptor;

use super::csv::{Cell, plain_csv};
use super::zip::{TooLarge, zip};
use crate::budget::{Column, in_unit, unit};
use crate::model::{Book, Budget, BudgetTable, Direction, Line, Role, Session, Stage, Stated, Unit};

/// The names of the columns of `data.csv`, in the order of `package/fields.json`.
const COLUMN_NAMES: [&str; 22] = [
    "row",
    "budget_id",
    "budget_fiscal_year",
    "fiscal_year",
    "book",
    "direction",
    "table_id",
    "table",
    "scope",
    "line_id",
    "parent_id",
    "code",
    "name",
    "role",
    "stage",
    "phase",
    "stated",
    "amount_yuan",
    "unit_printed",
    "amount_printed",
    "note",
    "is_sample",
];

/// The package of one table, or of all tables of a budget, as a ZIP of `datapackage.json` and `data.csv`: the same bytes for the same session.
pub fn package(session: &Session, budget: &Budget, table: Option<&BudgetTable>) -> Result<Vec<u8>, TooLarge> {
    let tables = table.map_or(budget.tables.as_slice(), std::slice::from_ref);
    let data = data(session, budget, tables);
    let descriptor = descriptor::descriptor(session, budget, table, data.len());
    zip(&[("datapackage.json", descriptor.as_bytes()), ("data.csv", data.as_bytes())])
}

/// The long form: a head and one row for each line and stage.
fn data(session: &Session, budget: &Budget, tables: &[BudgetTable]) -> String {
    let mut rows = vec![COLUMN_NAMES.iter().map(|name| Cell::Text(name)).collect::<Vec<_>>()];
    let mut count = 0;
    for table in tables {
        for line in &table.lines {
            let unit = unit(budget, table, line);
            let known = Column::ALL.into_iter().filter(|column| !column.of(&line.amounts).is_unknown());
            let mut cells = Vec::new();
            for column in known {
                let figure = column.of(&line.amounts);
                let amount = figure.value().copied();
                cells.push((
                    column.years(),
                    [
                        Cell::Text(column.key()),
                        Cell::Text(phase(column, budget.stage)),
                        Cell::Text(if matches!(figure, Stated::None) { "none" } else { "amount" }),
                        amount.and_then(|amount| in_unit(amount, unit, Unit::Yuan)).map_or(Cell::Blank, Cell::Number),
                        Cell::Text(unit_key(unit)),
                        amount.map_or(Cell::Blank, Cell::Number),
                    ],
                ));
            }
            if cells.is_empty() {
                cells.push((0, [Cell::Blank, Cell::Blank, Cell::Text("unknown"), Cell::Blank, Cell::Text(unit_key(unit)), Cell::Blank]));
            }
            for (years, figures) in cells {
                count += 1;
                let mut row = vec![Cell::count(count)];
                row.extend(of_line(budget, table, line, years));
                row.extend(figures);
                row.push(Cell::text(line.note.as_deref()));
                row.push(Cell::Text(if session.is_sample { "true" } else { "false" }));
                rows.push(row);
            }
        }
    }
    plain_csv(&rows)
}

/// The phase in the four words of the Fiscal Data Package. An initial budget is proposed as long as the document is a draft.
fn phase(column: Column, document: Stage) -> &'static str {
    match column {
        Column::Next => "proposed",
        Column::Initial if document == Stage::Draft => "proposed",
        Column::Initial => "approved",
        Column::Adjusted => "adjusted",
        _ => "executed",
    }
}

/// What a row says of its line, from `budget_id` to `role`.
fn of_line<'a>(budget: &'a Budget, table: &'a BudgetTable, line: &'a Line, years: i32) -> [Cell<'a>; 13] {
    let year = i32::from(budget.fiscal_year) + years;
    [
        Cell::Text(budget.id.as_str()),
        Cell::count(u32::from(budget.fiscal_year)),
        u32::try_from(year).map_or(Cell::Blank, Cell::count),
        Cell::text(table.book.map(book_key)),
        Cell::Text(direction_key(table.direction)),
        Cell::Text(table.id.as_str()),
        Cell::text(table.title.as_deref()),
        Cell::text(table.scope.as_deref()),
        Cell::Text(line.id.as_str()),
        Cell::text(line.parent.as_ref().map(AsRef::as_ref)),
        Cell::text(line.code.as_deref()),
        Cell::Text(&line.name),
        Cell::text(line.role.map(role_key)),
    ]
}

const fn unit_key(unit: Unit) -> &'static str {
    match unit {
        Unit::Yuan => "yuan",
        Unit::WanYuan => "wan_yuan",
        Unit::YiYuan => "yi_yuan",
    }
}

const fn book_key(book: Book) -> &'static str {
    match book {
        Book::GeneralPublic => "general_public",
        Book::GovernmentFund => "government_fund",
        Book::StateCapital => "state_capital",
        Book::SocialInsurance => "social_insurance",
    }
}

const fn direction_key(direction: Direction) -> &'static str {
    match direction {
        Direction::Revenue => "revenue",
        Direction::Expenditure => "expenditure",
    }
}

const fn role_key(role: Role) -> &'static str {
    match role {
        Role::Item => "item",
        Role::Subtotal => "subtotal",
        Role::Total => "total",
        Role::OfWhich => "of_which",
        Role::Transfer => "transfer",
        Role::CarryOver => "carry_over",
    }
}
