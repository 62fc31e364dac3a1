//! Budgets and final accounts: books, directions, lines and stages of the Chinese budget classification.

use super::{BudgetId, Date, Decimal, LineId, Stated, TableId, Text, Unit};
use serde::{Deserialize, Serialize};

/// A budget document.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Budget {
    /// Id.
    pub id: BudgetId,
    /// Title.
    pub title: Text,
    /// The fiscal year that the main figures are of.
    pub fiscal_year: u16,
    /// How far the budget has come.
    pub stage: Stage,
    /// The part of the year covered, for execution within the year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// The unit that all amounts are printed in, unless a table or line says otherwise.
    pub unit: Unit,
    /// Tables.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tables: Vec<BudgetTable>,
}

/// How far a budget has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// 预算草案
    #[default]
    Draft,
    /// 批准的预算
    Approved,
    /// 调整预算
    Adjusted,
    /// 预算执行
    Execution,
    /// 决算
    FinalAccounts,
}

/// Part of a year.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Period {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
}

/// One table of a budget: one book and one direction.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct BudgetTable {
    /// Id.
    pub id: TableId,
    /// Title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// Which of the four budgets (四本预算); absent where the table spans several or the source does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub book: Option<Book>,
    /// Revenue or expenditure.
    pub direction: Direction,
    /// What part of the government it covers, for example 全镇 or 镇本级.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<Text>,
    /// The unit of this table, where it differs from the budget's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// Lines in the order printed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<Line>,
}

/// The four budgets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Book {
    /// 一般公共预算
    GeneralPublic,
    /// 政府性基金预算
    GovernmentFund,
    /// 国有资本经营预算
    StateCapital,
    /// 社会保险基金预算
    SocialInsurance,
}

/// Which way the money goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// 收入
    #[default]
    Revenue,
    /// 支出
    Expenditure,
}

/// One line of a table.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Line {
    /// Id.
    pub id: LineId,
    /// Code of the budget classification: 3 (类), 5 (款) or 7 (项) digits. It repeats across books.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Name as printed.
    pub name: Text,
    /// The line that this one is part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<LineId>,
    /// What the line is to its neighbours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// The unit that this line is printed in, where it differs (亿元 and 万元 in one paragraph).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// Amounts by stage.
    #[serde(default)]
    pub amounts: Amounts,
    /// Percentages as printed, to be held against the amounts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub printed: Option<Printed>,
    /// A remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// What a line is to its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// A plain line.
    Item,
    /// 小计
    Subtotal,
    /// 合计、总计
    Total,
    /// 其中: a part that is named but need not add up to the whole.
    OfWhich,
    /// 转移性收支
    Transfer,
    /// 结转、结余
    CarryOver,
}

/// Amounts of a line by stage, each exact and in the line's unit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Amounts {
    /// 上年决算
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub prior_final: Stated<Decimal>,
    /// 年初预算
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub initial: Stated<Decimal>,
    /// 调整预算
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub adjusted: Stated<Decimal>,
    /// 执行
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub executed: Stated<Decimal>,
    /// 决算
    #[serde(default, rename = "final", skip_serializing_if = "Stated::is_unknown")]
    pub final_accounts: Stated<Decimal>,
    /// 下年预算
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub next: Stated<Decimal>,
}

/// Percentages as printed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Printed {
    /// 完成（预算）%
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub completion_percent: Stated<Decimal>,
    /// 比上年%
    #[serde(default, skip_serializing_if = "Stated::is_unknown")]
    pub yoy_percent: Stated<Decimal>,
    /// Whether `yoy_percent` is a change (增长12%) or a ratio (为上年112%).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub yoy_kind: Option<YoyKind>,
}

/// How a year-on-year percentage was printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum YoyKind {
    /// 增长12%
    Change,
    /// 为上年112%
    Ratio,
}
