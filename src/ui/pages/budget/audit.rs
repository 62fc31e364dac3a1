//! The audit (核对): what adds up, what does not, and by how much.

use super::Here;
use super::table::percentage;
use crate::budget::{Check, Rule, Verdict, grouped};
use crate::i18n::{fill, labels};
use crate::model::{Decimal, Line};
use leptos::prelude::*;

/// So many checks are listed one by one.
const LISTED: usize = 300;

/// The panel of a budget.
pub(super) fn section(here: &Here) -> AnyView {
    let t = here.ctx.t;
    let audit = &here.audit;
    if audit.checks.is_empty() && audit.unchecked.is_empty() {
        return view! { <section class="audit" id="audit"><h2>{t.audit}</h2><p>{t.audit_none}</p></section> }.into_any();
    }
    let count = |verdict| audit.count(verdict).to_string();
    let counts = fill(
        t.audit_counts,
        &[&count(Verdict::Agrees), &count(Verdict::WithinRounding), &count(Verdict::Differs), &audit.unchecked.len().to_string()],
    );
    let differing: Vec<AnyView> = audit.differing().take(LISTED).map(|check| row(here, check)).collect();
    let is_quiet = differing.is_empty();
    let others = here.clone();
    // The long list is built when it is asked for.
    let is_open = RwSignal::new(false);
    let rest = move || {
        is_open.get().then(|| {
            let rows =
                others.audit.checks.iter().filter(|check| check.verdict != Verdict::Differs).take(LISTED).map(|check| row(&others, check));
            view! { <ul class="plain">{rows.collect_view()}</ul> }
        })
    };
    let class = if is_quiet { "audit quiet-audit" } else { "audit" };
    view! {
        <section class=class id="audit">
            <h2>{t.audit}</h2>
            <p>{counts}</p>
            <ul class="plain">{differing}</ul>
            <details on:toggle=move |_| is_open.set(true)><summary>{t.audit_all}</summary>{rest}</details>
            <p class="small">{t.audit_about}</p>
        </section>
    }
    .into_any()
}

/// What the audit says of one line.
pub(super) fn of_line(here: &Here, table: usize, row_of: usize) -> Option<AnyView> {
    let checks: Vec<AnyView> =
        here.audit.checks.iter().filter(|check| check.table == table && check.row == row_of).map(|check| row(here, check)).collect();
    (!checks.is_empty()).then(|| view! { <h2>{here.ctx.t.audit}</h2><ul class="plain">{checks}</ul> }.into_any())
}

fn row(here: &Here, check: &Check) -> AnyView {
    let t = here.ctx.t;
    let (class, word) = match check.verdict {
        Verdict::Agrees => ("chip", t.audit_agrees),
        Verdict::WithinRounding => ("chip", t.audit_rounding),
        Verdict::Differs => ("chip mark", t.audit_differs),
    };
    let line = here.line(check.table, check.row);
    let name = line.map(|line| view! { <a href=here.line_href(line) lang=here.ctx.content_lang()>{line.name.to_string()}</a> });
    view! { <li><span class=class>{word}</span>" "{name}{claim(here, check)}</li> }.into_any()
}

/// What was claimed and what it comes to: “决算：1,857 = 1,240 + 617 相差 …”.
fn claim(here: &Here, check: &Check) -> String {
    let (t, lang) = (here.ctx.t, here.ctx.lang);
    let figure = |amount: Decimal| match check.unit {
        Some(unit) => here.exact(amount, unit),
        None => percentage(amount),
    };
    let mut stage = check.column.map(|column| labels::column(lang, column).to_owned()).unwrap_or_default();
    let rule = match check.rule {
        Rule::Parts => t.rule_parts,
        Rule::Total => t.rule_total,
        Rule::OfWhich => t.rule_of_which,
        Rule::Balance => t.rule_balance,
        Rule::Completion => t.rule_completion,
        Rule::YearOnYear => t.rule_change,
        Rule::NoPrior | Rule::NoBudget => t.rule_no_base,
    };
    if !stage.is_empty() {
        stage.push_str(" · ");
    }
    if matches!(check.rule, Rule::NoPrior | Rule::NoBudget) {
        return format!(" · {stage}{}", fill(rule, &[&figure(check.printed)]));
    }
    let mut said =
        format!(" · {stage}{}", fill(rule, &[&figure(check.printed), &sum(here, check).unwrap_or_else(|| figure(check.recomputed))]));
    if check.difference.mantissa != 0 && check.rule != Rule::OfWhich && check.unit.is_some() {
        said.push_str(&fill(t.rule_difference, &[&figure(check.difference)]));
    }
    said
}

/// A short sum written out, so that it can be followed: “21,043 + 23,991 = 45,034”.
fn sum(here: &Here, check: &Check) -> Option<String> {
    if !matches!(check.rule, Rule::Parts | Rule::Total) || check.parts.is_empty() || check.parts.len() > 4 {
        return None;
    }
    let (sheet, column, unit) = (here.sheet(check.parts_table)?, check.column?, check.unit?);
    let parts: Option<Vec<String>> = check.parts.iter().map(|part| Some(grouped(sheet.amount(*part, column, unit)?))).collect();
    Some(format!("{} = {}", parts?.join(" + "), here.exact(check.recomputed, unit)))
}

impl Here {
    fn line(&self, table: usize, row: usize) -> Option<&Line> {
        self.budget()?.tables.get(table)?.lines.get(row)
    }
}
