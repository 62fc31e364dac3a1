//! Two sessions side by side, as a file: each line of the budgets that both have, with both figures.

use super::csv::Cell;
use crate::budget::{in_unit, unit};
use crate::digest::compare::{Change, Lines, Row, figure};
use crate::i18n::{Lang, Lists, fill, labels};
use crate::model::{Decimal, Session, Unit};

/// What is written of the lines that both sessions have, in the order of the budgets; amounts in yuan. The first row is the head.
pub fn with_movers<T>(lang: Lang, sessions: [&Session; 2], lines: &[Lines<'_>], write: impl FnOnce(&[Vec<Cell<'_>>]) -> T) -> T {
    let head = fill(Lists::of(lang).csv_compared, &sessions.map(|session| session.id.as_str()));
    let mut rows = vec![head.split('|').map(Cell::Text).collect()];
    for line in lines {
        let (Some(a), Some(b)) = (line.a, line.b) else { continue };
        let (difference, percent) = match line.change {
            Change::By { difference, unit, percent, .. } => (number(in_unit(difference, unit, Unit::Yuan)), number(percent)),
            Change::Same(_) => (Cell::count(0), Cell::count(0)),
            Change::Unknown => (Cell::Blank, Cell::Blank),
        };
        rows.push(vec![
            Cell::text(b.table.book.map(|book| labels::book(lang, book))),
            Cell::Text(labels::direction(lang, b.table.direction)),
            Cell::text(b.line.code.as_deref()),
            Cell::Text(&b.line.name),
            number(amount(a)),
            number(amount(b)),
            difference,
            percent,
        ]);
    }
    write(&rows)
}

fn amount(row: Row<'_>) -> Option<Decimal> {
    let (_, amount) = figure(row.line)?;
    in_unit(amount, unit(row.budget, row.table, row.line), Unit::Yuan)
}

fn number<'a>(figure: Option<Decimal>) -> Cell<'a> {
    figure.map_or(Cell::Blank, Cell::Number)
}
