//! The columns of a budget table, and an amount in yuan.

use crate::model::{Amounts, Decimal, Stage, Stated, Unit};

/// One of the six columns that a budget table can have.
pub(super) struct Column {
    /// Key, as in the session file.
    pub key: &'static str,
    /// Chinese head.
    pub zh: &'static str,
    /// English head.
    pub en: &'static str,
    /// How many years the figure is from the fiscal year of the budget: −1, 0 or 1.
    pub years: i32,
    /// The figure of a line.
    pub figure: fn(&Amounts) -> &Stated<Decimal>,
}

/// In the order in which tables print them.
#[rustfmt::skip]
pub(super) static COLUMNS: [Column; 6] = [
    Column { key: "prior_final", zh: "上年决算", en: "Prior final", years: -1, figure: |a| &a.prior_final },
    Column { key: "initial", zh: "年初预算", en: "Initial budget", years: 0, figure: |a| &a.initial },
    Column { key: "adjusted", zh: "调整预算", en: "Adjusted budget", years: 0, figure: |a| &a.adjusted },
    Column { key: "executed", zh: "执行", en: "Executed", years: 0, figure: |a| &a.executed },
    Column { key: "final", zh: "决算", en: "Final accounts", years: 0, figure: |a| &a.final_accounts },
    Column { key: "next", zh: "下年预算", en: "Next budget", years: 1, figure: |a| &a.next },
];

impl Column {
    /// The phase in the four words of the Fiscal Data Package. An initial budget is proposed as long as the document is a draft.
    pub(super) fn phase(&self, document: Stage) -> &'static str {
        match self.key {
            "next" => "proposed",
            "initial" if document == Stage::Draft => "proposed",
            "initial" => "approved",
            "adjusted" => "adjusted",
            _ => "executed",
        }
    }
}

/// An amount printed in `unit`, in yuan and exact; `None` where it is too large to be held.
pub(super) fn in_yuan(amount: Decimal, unit: Unit) -> Option<Decimal> {
    let power = unit.power();
    if let Some(scale) = amount.scale.checked_sub(power) {
        return Some(Decimal { mantissa: amount.mantissa, scale });
    }
    let mantissa = amount.mantissa.checked_mul(10_i128.checked_pow(power - amount.scale)?)?;
    Some(Decimal { mantissa, scale: 0 })
}
