//! What a budget table can show of a line.

use super::Column;
use crate::model::{Budget, BudgetTable};

/// A column of the table on the page: an amount of a stage, or a figure made from amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// The amount of a stage.
    Amount(Column),
    /// 完成预算%
    Completion,
    /// 比上年增减%
    Change,
    /// 占合计%
    Share,
    /// 人均
    PerHead,
}

impl Field {
    /// All of them, in order.
    pub fn all() -> impl Iterator<Item = Self> {
        Column::ALL.into_iter().map(Self::Amount).chain([Self::Completion, Self::Change, Self::Share, Self::PerHead])
    }

    /// The name in links.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Amount(column) => column.key(),
            Self::Completion => "completion",
            Self::Change => "change",
            Self::Share => "share",
            Self::PerHead => "per_head",
        }
    }

    /// The field of a name in links.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::all().find(|field| field.key() == key)
    }

    /// What a table is shown with where nothing is chosen: the stages it has, and the percentages that are printed or follow.
    pub fn of_table(budget: &Budget, table: &BudgetTable) -> Vec<Self> {
        let mut fields: Vec<Self> = Column::of_table(table).into_iter().map(Self::Amount).collect();
        let printed = |pick: fn(&crate::model::Printed) -> bool| table.lines.iter().any(|line| line.printed.as_ref().is_some_and(pick));
        if printed(|p| p.completion_percent.value().is_some()) || table.lines.iter().any(|line| super::completion(line, 1).is_some()) {
            fields.push(Self::Completion);
        }
        if printed(|p| p.yoy_percent.value().is_some()) || table.lines.iter().any(|line| super::change(budget, line, 1).is_some()) {
            fields.push(Self::Change);
        }
        fields
    }
}
