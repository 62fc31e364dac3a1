//! The columns of a budget table: one for each stage.

use crate::model::{Amounts, BudgetTable, Decimal, Stated};

/// A stage that a line can have an amount at, in the order that tables print them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Column {
    /// 上年决算
    PriorFinal,
    /// 年初预算
    Initial,
    /// 调整预算
    Adjusted,
    /// 执行
    Executed,
    /// 决算
    FinalAccounts,
    /// 下年预算
    Next,
}

impl Column {
    /// All of them, in order.
    pub const ALL: [Self; 6] = [Self::PriorFinal, Self::Initial, Self::Adjusted, Self::Executed, Self::FinalAccounts, Self::Next];

    /// The name in session files, links and exports.
    pub const fn key(self) -> &'static str {
        match self {
            Self::PriorFinal => "prior_final",
            Self::Initial => "initial",
            Self::Adjusted => "adjusted",
            Self::Executed => "executed",
            Self::FinalAccounts => "final",
            Self::Next => "next",
        }
    }

    /// How many years the figure is from the fiscal year of its budget: −1, 0 or 1.
    pub const fn years(self) -> i32 {
        match self {
            Self::PriorFinal => -1,
            Self::Next => 1,
            _ => 0,
        }
    }

    /// The amount of this stage.
    pub const fn of(self, amounts: &Amounts) -> &Stated<Decimal> {
        match self {
            Self::PriorFinal => &amounts.prior_final,
            Self::Initial => &amounts.initial,
            Self::Adjusted => &amounts.adjusted,
            Self::Executed => &amounts.executed,
            Self::FinalAccounts => &amounts.final_accounts,
            Self::Next => &amounts.next,
        }
    }

    /// The stages that any line of the table states something for.
    pub fn of_table(table: &BudgetTable) -> Vec<Self> {
        let has = |column: &Self| table.lines.iter().any(|line| !column.of(&line.amounts).is_unknown());
        Self::ALL.into_iter().filter(has).collect()
    }
}
