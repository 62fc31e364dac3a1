//! The audit (核对): what adds up, what does not, and by how much.

use crate::budget::{Check, Reason, Remark, Rule, Verdict, grouped};
use crate::i18n::{fill, labels};
use crate::model::{Decimal, Line};
use crate::ui::pages::budget::Here;
use crate::ui::pages::budget::table::percentage;
use crate::ui::web::dom::{El, el, link, rebuilt, with_text};
use leptos::prelude::*;

/// So many checks are listed one by one.
const LISTED: usize = 300;

/// The panel of a budget.
pub(super) fn section(here: &Here) -> El {
    let (t, audit) = (here.ctx.t, &here.audit);
    let section = |class: &str| el("section").class(class).set("id", "audit").add(with_text("h2", "", t.audit));
    if audit.checks.is_empty() && audit.unchecked.is_empty() {
        return section("audit quiet-audit").add(with_text("p", "", t.audit_none));
    }
    let count = |verdict| audit.count(verdict).to_string();
    let counts = fill(
        t.audit_counts,
        &[&count(Verdict::Agrees), &count(Verdict::WithinRounding), &count(Verdict::Differs), &audit.unchecked.len().to_string()],
    );
    let class = if audit.differing().next().is_none() { "audit quiet-audit" } else { "audit" };
    let (worst, others) = (here.clone(), here.clone());
    // The long list is built when it is asked for.
    let is_open = RwSignal::new(false);
    let worst = rebuilt(Box::new(move || vec![list(&worst, |verdict| verdict == Verdict::Differs)]));
    let rest = rebuilt(Box::new(move || {
        if is_open.get() { vec![list(&others, |verdict| verdict != Verdict::Differs), unchecked(&others)] } else { Vec::new() }
    }));
    let details = el("details").on("toggle", Box::new(move |_| is_open.set(true)));
    let details = details.add(with_text("summary", "", t.audit_all)).add(rest);
    section(class).add(with_text("p", "", &counts)).add(worst).add(details).add(with_text("p", "small", t.audit_about))
}

fn list(here: &Here, fits: impl Fn(Verdict) -> bool) -> El {
    let all: Vec<&Check> = here.audit.checks.iter().filter(|check| fits(check.verdict)).collect();
    cut(here, all.len(), all.into_iter().take(LISTED).map(|check| row(here, check)).collect())
}

/// What could not be checked, and why.
fn unchecked(here: &Here) -> El {
    let t = here.ctx.t;
    let rows = here.audit.unchecked.iter().take(LISTED).map(|claim| {
        let reason = match claim.reason {
            Reason::Missing => t.unchecked_missing,
            Reason::TooLarge => t.unchecked_large,
            Reason::BelowZero => t.unchecked_negative,
            Reason::PartOfYear => t.unchecked_part,
        };
        let stage = claim.column.map(|column| format!(" · {}", labels::column(here.ctx.lang, column))).unwrap_or_default();
        named(here, "chip", t.unchecked, claim.table, claim.row).text(&format!("{stage} · {reason}"))
    });
    cut(here, here.audit.unchecked.len(), rows.collect())
}

/// A list that says how many of its rows it leaves out.
fn cut(here: &Here, all: usize, mut rows: Vec<El>) -> El {
    if all > rows.len() {
        rows.push(with_text("li", "quiet", &fill(here.ctx.t.more_findings, &[&(all - rows.len()).to_string()])));
    }
    el("ul").class("plain").all(rows)
}

/// A row that begins with a word and the line it is of, with its table where there are several.
fn named(here: &Here, class: &str, word: &str, table: usize, row: usize) -> El {
    let said = el("li").add(with_text("span", class, word)).text(" ");
    let Some(line) = here.line(table, row) else { return said };
    let said = said.add(link(&here.line_href(line), &line.name).set("lang", &here.ctx.content_lang()));
    let tables = here.budget().map(|budget| &budget.tables[..]).unwrap_or_default();
    match tables.get(table).filter(|_| tables.len() > 1) {
        Some(table) => said.text(" ").add(with_text("small", "quiet", &here.table_name(table))),
        None => said,
    }
}

/// What the audit says of one line.
pub(super) fn of_line(here: &Here, table: usize, row_of: usize) -> Vec<El> {
    let checks = || here.audit.checks.iter().filter(|check| check.table == table && check.row == row_of);
    let mut rows: Vec<El> = checks().filter(|check| check.verdict != Verdict::Agrees).map(|check| row(here, check)).collect();
    let agreeing = checks().filter(|check| check.verdict == Verdict::Agrees);
    match agreeing.clone().count() {
        0 => {}
        1..=2 => rows.extend(agreeing.map(|check| row(here, check))),
        more => rows.push(with_text("li", "", &fill(here.ctx.t.audit_agreeing, &[&more.to_string()]))),
    }
    rows
}

fn row(here: &Here, check: &Check) -> El {
    let t = here.ctx.t;
    let (class, word) = match check.verdict {
        Verdict::Agrees => ("chip", t.audit_agrees),
        Verdict::WithinRounding => ("chip", t.audit_rounding),
        Verdict::Differs => ("chip mark", t.audit_differs),
    };
    named(here, class, word, check.table, check.row).text(&claim(here, check))
}

/// What was claimed and what it comes to.
fn claim(here: &Here, check: &Check) -> String {
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
