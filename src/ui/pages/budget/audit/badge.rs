//! What the audit came to in a word, beside the title of a budget and in the list of budgets.
//!
//! The audit is made after the page has been painted; the badge has its room from the start, so that nothing moves when it comes.

use crate::budget::{Audit, Verdict};
use crate::i18n::{Lang, Money, fill};
use crate::ui::pages::budget::ctx::use_budget;
use crate::ui::state::use_ctx;
use crate::ui::web::focus::focus;
use crate::ui::web::timing::later;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;

/// The badge beside the title. A press leads to the audit below the table.
#[component]
pub fn AuditBadge() -> impl IntoView {
    let here = use_budget();
    let (lang, audit) = (here.ctx.lang, here.audit);
    let press = move |_| {
        // A fragment may hold the session itself, so this is no link to one.
        let section = document().get_element_by_id("audit");
        if let Some(head) = section.and_then(|section| section.query_selector("h2").ok()?) {
            head.scroll_into_view();
            focus(head.unchecked_ref());
        }
    };
    view! {
        <button class=move || class(audit.read().as_deref()) type="button" on:click=press>
            {move || words(lang, audit.read().as_deref())}
        </button>
    }
    .into_any()
}

/// The badge of a budget in a list.
#[component]
pub fn ListedBadge(
    /// Which budget of the session it is.
    position: usize,
) -> impl IntoView {
    let ctx = use_ctx();
    let lang = ctx.lang;
    let audit: RwSignal<Option<Arc<Audit>>> = RwSignal::new(None);
    later(move || {
        if let Some(budget) = ctx.session().budgets.get(position) {
            audit.set(Some(Arc::new(crate::budget::audit(budget))));
        }
    });
    view! { <span class=move || class(audit.read().as_deref())>{move || words(lang, audit.read().as_deref())}</span> }.into_any()
}

/// Ochre where something differs; calm elsewhere.
fn class(audit: Option<&Audit>) -> &'static str {
    if audit.is_some_and(|audit| audit.differing().next().is_some()) { "badge" } else { "badge calm" }
}

fn words(lang: Lang, audit: Option<&Audit>) -> String {
    let m = Money::of(lang);
    let Some(audit) = audit else { return m.badge_wait.to_owned() };
    match audit.count(Verdict::Differs) {
        0 if audit.checks.is_empty() => m.badge_none.to_owned(),
        0 => m.badge_good.to_owned(),
        differing => fill(m.badge_bad, &[&differing.to_string()]),
    }
}
