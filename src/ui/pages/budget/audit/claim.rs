//! A check of the audit in words.

use crate::budget::{Check, Remark, Rule, grouped};
use crate::i18n::{fill, labels};
use crate::model::Decimal;
use crate::ui::pages::budget::ctx::BudgetCtx;
use crate::ui::pages::budget::names::percentage;

/// What was claimed and what it comes to.
pub(super) fn claim(here: &BudgetCtx, check: &Check) -> String {
    let (t, lang) = (here.ctx.t, here.ctx.lang);
    let figure = |amount: Decimal| match check.unit {
        Some(unit) => here.exact(amount, unit),
        None => percentage(amount),
    };
    let rule = match check.rule {
        Rule::Parts => t.rule_parts,
        Rule::Total => t.rule_total,
        Rule::OfWhich => t.rule_of_which,
        Rule::Balance => t.rule_balance,
        Rule::Completion => t.rule_completion,
        Rule::YearOnYear => t.rule_change,
        Rule::NoPrior | Rule::NoBudget => t.rule_no_base,
    };
    let stage = check.column.map(|column| format!("{} · ", labels::column(lang, column))).unwrap_or_default();
    let recomputed = sum(here, check).unwrap_or_else(|| figure(check.recomputed));
    let mut said = format!(" · {stage}{}", fill(rule, &[&figure(check.printed), &recomputed]));
    if check.difference.mantissa != 0 && matches!(check.rule, Rule::Parts | Rule::Total | Rule::Balance) {
        said.push_str(&fill(t.rule_difference, &[&figure(check.difference)]));
    }
    if let Some(remark) = check.remark {
        said.push_str(match remark {
            Remark::SomeMissing => t.remark_some_missing,
            Remark::FitsInitial => t.remark_fits_initial,
            Remark::FitsNext => t.remark_fits_next,
            Remark::FitsRatio => t.remark_fits_ratio,
            Remark::FitsChange => t.remark_fits_change,
        });
    }
    said
}

/// A short sum written out, so that it can be followed: “21,043 + 23,991 = 45,034”.
fn sum(here: &BudgetCtx, check: &Check) -> Option<String> {
    if !matches!(check.rule, Rule::Parts | Rule::Total) || check.parts.is_empty() || check.parts.len() > 4 {
        return None;
    }
    let (sheet, column, unit) = (here.sheet(check.parts_table)?, check.column?, check.unit?);
    let parts: Option<Vec<String>> = check.parts.iter().map(|part| Some(grouped(sheet.amount(*part, column, unit)?))).collect();
    Some(format!("{} = {}", parts?.join(" + "), here.exact(check.recomputed, unit)))
}
