//! What the audit of a budget came to, in a few words.

use crate::budget::{Verdict, audit};
use crate::i18n::{Answers, fill};
use crate::route::{BudgetPlace, Place};
use crate::ui::state::use_ctx;
use crate::ui::web::timing::later;
use leptos::prelude::*;

/// How much of a budget agrees and how much differs, with the way to it. It is worked out once all else is painted: of ten thousand lines that takes
/// a while. Nothing where the budget claims nothing that can be checked.
#[component]
pub fn AuditBadge(
    /// Which budget of the session around.
    at: usize,
) -> impl IntoView {
    let ctx = use_ctx();
    // How many agree and how many differ.
    let counts = RwSignal::new(None::<(usize, usize)>);
    let of = ctx.clone();
    later(move || {
        if let Some(budget) = of.session().budgets.get(at) {
            let audit = audit(budget);
            let differ = audit.count(Verdict::Differs);
            counts.set(Some((audit.checks.len() - differ, differ)));
        }
    });
    let badge = move || {
        let (agree, differ) = counts.get().filter(|(agree, differ)| agree + differ > 0)?;
        let a = Answers::of(ctx.lang);
        let (template, class) = if differ > 0 { (a.m_badge, "badge") } else { (a.m_badge_calm, "badge calm") };
        let words = fill(template, &[&agree.to_string(), &differ.to_string()]);
        let id = ctx.session().budgets.get(at)?.id.clone();
        Some(view! { <a class=class href=ctx.href(Place::Budget(Box::new(BudgetPlace::new(id))))>{words}</a> }.into_any())
    };
    badge.into_any()
}
