//! What a column is to a line: on a narrow screen a line shows two amounts, one bar and its change; the rest is on its card.

use crate::budget::{Column, Field, Sheet};

/// The class of each column: `main` the amount of the table's stage, `base` what it is measured by, `done` and `moved` its percentages, `more`
/// the rest.
pub(super) fn kinds(sheet: &Sheet<'_>, fields: &[Field]) -> Vec<&'static str> {
    let has = |column: &Column| fields.contains(&Field::Amount(*column));
    let own = sheet.main_column().filter(has);
    let main = own.or_else(|| Column::ALL.into_iter().find(has));
    let bases = [Column::Adjusted, Column::Initial, Column::PriorFinal];
    let base = bases.into_iter().filter(|column| Some(*column) != main).find(has);
    let kind = |field: &Field| match *field {
        Field::Amount(column) if Some(column) == main => "main",
        Field::Amount(column) if Some(column) == base => "base",
        Field::Completion => "done",
        Field::Change => "moved",
        _ => "more",
    };
    fields.iter().map(kind).collect()
}
