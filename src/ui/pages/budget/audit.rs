//! The audit (核对): what adds up, what does not, and by how much.

pub(super) mod badge;
mod claim;

use crate::budget::{Audit, Check, Reason, Verdict};
use crate::i18n::{fill, labels};
use crate::ui::components::chip::Chip;
use crate::ui::components::text::Mixed;
use crate::ui::pages::budget::audit::claim::claim;
use crate::ui::pages::budget::ctx::{BudgetCtx, use_budget};
use leptos::ev::Targeted;
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::{Event, HtmlDetailsElement};

/// So many checks are listed one by one.
const LISTED: usize = 300;

/// What the audit of a budget came to, as soon as it is made.
#[component]
pub(super) fn AuditView() -> impl IntoView {
    let audit = use_budget().audit;
    (move || audit.get().map(|audit| view! { <AuditSection audit/> }.into_any())).into_any()
}

/// What the audit of a budget came to on paper, where nothing can be asked for: how much adds up, and without exception what does not or could not be
/// checked.
#[component]
pub(super) fn AuditOnPaper() -> impl IntoView {
    let audit = use_budget().audit.get_untracked()?;
    Some(view! { <AuditSection audit on_paper=true/> }.into_any())
}

/// How much adds up, what does not, and all the rest when it is asked for.
#[component]
fn AuditSection(
    /// What the audit came to.
    audit: Arc<Audit>,
    /// Whether nothing can be asked for.
    #[prop(optional)]
    on_paper: bool,
) -> impl IntoView {
    let t = use_budget().ctx.t;
    if audit.checks.is_empty() && audit.unchecked.is_empty() {
        return view! { <section class="audit quiet-audit" id="audit"><h2 tabindex="-1">{t.audit}</h2><p>{t.audit_none}</p></section> }
            .into_any();
    }
    let count = |verdict| audit.count(verdict).to_string();
    let counts = fill(
        t.audit_counts,
        &[&count(Verdict::Agrees), &count(Verdict::WithinRounding), &count(Verdict::Differs), &audit.unchecked.len().to_string()],
    );
    let class = if audit.differing().next().is_none() { "audit quiet-audit" } else { "audit" };
    if on_paper {
        let view = view! {
            <section class=class>
                <h2>{t.audit}</h2>
                <p>{counts}</p>
                <Checks audit=audit.clone() differing=true most=usize::MAX/>
                <Unchecked audit most=usize::MAX/>
                <p class="small">{t.audit_about}</p>
            </section>
        };
        return view.into_any();
    }
    // The long list is built when it is asked for.
    let is_wanted = RwSignal::new(false);
    let all = audit.clone();
    let rest =
        move || is_wanted.get().then(|| view! { <Checks audit=all.clone() differing=false/><Unchecked audit=all.clone()/> }.into_any());
    let open = move |event: Targeted<Event, HtmlDetailsElement>| {
        if event.target().open() {
            is_wanted.set(true);
        }
    };
    view! {
        <section class=class id="audit">
            <h2 tabindex="-1">{t.audit}</h2>
            <p>{counts}</p>
            <div class="live"><Checks audit differing=true/></div>
            <details on:toggle:target=open>
                <summary>{t.audit_all}</summary>
                <div class="live">{rest}</div>
            </details>
            <p class="small">{t.audit_about}</p>
        </section>
    }
    .into_any()
}

/// What could be checked: what differs, or what does not.
#[component]
fn Checks(
    /// What the audit came to.
    audit: Arc<Audit>,
    /// Whether those that differ are wanted, or the others.
    differing: bool,
    /// How many are listed.
    #[prop(default = LISTED)]
    most: usize,
) -> impl IntoView {
    let here = use_budget();
    let all: Vec<&Check> = audit.checks.iter().filter(|check| (check.verdict == Verdict::Differs) == differing).collect();
    let rows = all.iter().take(most).map(|check| check_row(&here, check)).collect();
    view! { <CutList all=all.len() rows/> }.into_any()
}

/// What could not be checked, and why.
#[component]
fn Unchecked(
    /// What the audit came to.
    audit: Arc<Audit>,
    /// How many are listed.
    #[prop(default = LISTED)]
    most: usize,
) -> impl IntoView {
    let here = use_budget();
    let (t, lang) = (here.ctx.t, here.ctx.lang);
    let rows = audit.unchecked.iter().take(most).map(|claim| {
        let reason = match claim.reason {
            Reason::Missing => t.unchecked_missing,
            Reason::TooLarge => t.unchecked_large,
            Reason::BelowZero => t.unchecked_negative,
            Reason::PartOfYear => t.unchecked_part,
        };
        let stage = claim.column.map(|column| format!(" · {}", labels::column(lang, column))).unwrap_or_default();
        row(&here, ("", t.unchecked), (claim.table, claim.row), format!("{stage} · {reason}"))
    });
    view! { <CutList all=audit.unchecked.len() rows=rows.collect()/> }.into_any()
}

/// A list that says how many of its rows it leaves out.
#[component]
fn CutList(
    /// How many rows there are.
    all: usize,
    /// Those that are shown.
    rows: Vec<AnyView>,
) -> impl IntoView {
    let left = all.saturating_sub(rows.len());
    let more = fill(use_budget().ctx.t.more_findings, &[&left.to_string()]);
    view! { <ul class="plain">{rows}{(left > 0).then(|| view! { <li class="quiet">{more}</li> }.into_any())}</ul> }.into_any()
}

/// What the audit says of one line; nothing where it says nothing.
#[component]
pub(super) fn LineAudit(
    /// Which table of the budget it is.
    index: usize,
    /// Which line of the table.
    row: usize,
) -> impl IntoView {
    let here = use_budget();
    let t = here.ctx.t;
    let section = move || {
        let rows = of_line(&here, here.audit.get()?.as_ref(), index, row);
        (!rows.is_empty()).then(|| view! { <h2>{t.audit}</h2><ul class="plain">{rows}</ul> }.into_any())
    };
    section.into_any()
}

fn of_line(here: &BudgetCtx, audit: &Audit, table: usize, row: usize) -> Vec<AnyView> {
    let checks = || audit.checks.iter().filter(|check| check.table == table && check.row == row);
    let mut rows: Vec<AnyView> = checks().filter(|check| check.verdict != Verdict::Agrees).map(|check| check_row(here, check)).collect();
    let agreeing = checks().filter(|check| check.verdict == Verdict::Agrees);
    match agreeing.clone().count() {
        0 => {}
        1..=2 => rows.extend(agreeing.map(|check| check_row(here, check))),
        more => {
            let words = fill(here.ctx.t.audit_agreeing, &[&more.to_string()]);
            rows.push(view! { <li>{words}</li> }.into_any());
        }
    }
    rows
}

fn check_row(here: &BudgetCtx, check: &Check) -> AnyView {
    let t = here.ctx.t;
    let verdict = match check.verdict {
        Verdict::Agrees => ("", t.audit_agrees),
        Verdict::WithinRounding => ("", t.audit_rounding),
        Verdict::Differs => ("mark", t.audit_differs),
    };
    row(here, verdict, (check.table, check.row), claim(here, check))
}

/// A row: a word in a frame, the line it is of, with its table where there are several, and what there is to say.
fn row(here: &BudgetCtx, (kind, word): (&'static str, &'static str), (table, line): (usize, usize), said: String) -> AnyView {
    let name = here.line(table, line).map(|found| {
        let (of, name) = (here.clone(), found.name.to_string());
        let href = move || of.line(table, line).map(|line| of.line_href(line));
        let tables = here.budget().map(|budget| &budget.tables[..]).unwrap_or_default();
        let table = tables.get(table).filter(|_| tables.len() > 1).map(|table| {
            let name = here.table_name(table);
            view! { " "<small class="quiet"><Mixed text=name/></small> }.into_any()
        });
        view! { <a href=href lang=here.ctx.content_lang()>{name}</a>{table} }.into_any()
    });
    view! { <li><Chip text=word kind/>" "{name}{said}</li> }.into_any()
}
