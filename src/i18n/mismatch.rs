//! What the audit says against a line, in the few words that go along where the line is copied or saved.

use super::{Lang, fill, labels, strings::strings};
use crate::budget::{Audit, Check, Rule, Verdict, grouped};
use crate::model::Decimal;

strings! {
    /// The strings of one language. `{}` stands for a value; see [`super::fill`].
    Mismatch {
        off_sum: "核对：各项之和{}，差{}", "Audit: the parts come to {}, a difference of {}";
        off_balance: "核对：收入总计{}，差{}", "Audit: total revenue is {}, a difference of {}";
        off_whole: "核对：大于上级的{}", "Audit: more than the {} of its whole";
        off_completion: "核对：完成率按金额算得{}", "Audit: the amounts give a completion of {}";
        off_change: "核对：比上年按金额算得{}", "Audit: the amounts give {} on the year before";
        off_base: "核对：没有可比的数", "Audit: there is nothing to compare with";
        off_column: "{}（{}）", "{} ({})";
    }
}

/// What differs on a line of a table; amounts are in the unit of the line.
///
/// ```
/// use yishi::{budget::audit, i18n::{Lang, mismatches}, model::{Amounts, Budget, BudgetTable, Decimal, Direction, Line, Stage, Stated, Unit}};
/// let line = |id: &str, parent: Option<&str>, mantissa| Line {
///     id: id.into(),
///     name: id.into(),
///     parent: parent.map(Into::into),
///     amounts: Amounts { executed: Stated::Value(Decimal { mantissa, scale: 2 }), ..Amounts::default() },
///     ..Line::default()
/// };
/// let lines = vec![line("whole", None, 63_487), line("a", Some("whole"), 60_000), line("b", Some("whole"), 3_847)];
/// let table = BudgetTable { id: "t".into(), direction: Direction::Expenditure, lines, ..BudgetTable::default() };
/// let budget = Budget { id: "b".into(), stage: Stage::Execution, unit: Unit::WanYuan, tables: vec![table], ..Budget::default() };
/// assert_eq!(mismatches(Lang::Zh, &audit(&budget), 0, 0), ["核对：各项之和638.47，差3.60（执行）"]);
/// assert!(mismatches(Lang::Zh, &audit(&budget), 0, 1).is_empty());
/// ```
pub fn mismatches(lang: Lang, audit: &Audit, table: usize, row: usize) -> Vec<String> {
    let is_of = |check: &&Check| check.verdict == Verdict::Differs && check.table == table && check.row == row;
    audit.checks.iter().filter(is_of).map(|check| mismatch(lang, check)).collect()
}

fn mismatch(lang: Lang, check: &Check) -> String {
    let m = Mismatch::of(lang);
    let (recomputed, difference) = (grouped(check.recomputed), Decimal { mantissa: check.difference.mantissa.abs(), ..check.difference });
    let words = match check.rule {
        Rule::Parts | Rule::Total => fill(m.off_sum, &[&recomputed, &grouped(difference)]),
        Rule::Balance => fill(m.off_balance, &[&recomputed, &grouped(difference)]),
        Rule::OfWhich => fill(m.off_whole, &[&recomputed]),
        Rule::Completion => fill(m.off_completion, &[&format!("{recomputed}%")]),
        Rule::YearOnYear => fill(m.off_change, &[&format!("{recomputed}%")]),
        Rule::NoPrior | Rule::NoBudget => m.off_base.to_owned(),
    };
    match check.column {
        Some(column) => fill(m.off_column, &[&words, labels::column(lang, column)]),
        None => words,
    }
}
