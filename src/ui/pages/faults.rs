//! For whoever made the file: how many faults and doubts it has, where each stands in it, and what to do when it is right.

use crate::check::{Finding, Severity};
use crate::i18n::{Clerk, fill, findings};
use crate::model::Status;
use crate::read::locate;
use crate::ui::components::fault_list::{Fault, FaultList};
use crate::ui::data::originals;
use crate::ui::state::{App, use_ctx};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The command that makes a site of the files in `data/sessions` with the program in `dist` (src/bin/yishi/arguments.rs).
const PUBLISH: &str = "yishi build data --out site --app dist";
/// So many are listed; a file with more is mended in several turns.
const MOST: usize = 200;

/// What a file of the reader's own needs: a draft is to be checked; its faults by line, and then how it is published.
#[component]
pub fn OwnFile(
    /// Opens the editor.
    edit: fn(App, Callback<()>) -> AnyView,
) -> impl IntoView {
    let is_draft = use_ctx().session().status == Some(Status::Draft);
    view! {
        {is_draft.then(|| view! { <DraftCheck edit/> }.into_any())}
        <FileNote/>
    }
    .into_any()
}

/// The way from a draft to its text.
#[component]
fn DraftCheck(
    /// Opens the editor.
    edit: fn(App, Callback<()>) -> AnyView,
) -> impl IntoView {
    let ctx = use_ctx();
    let (app, c) = (ctx.app, Clerk::of(ctx.lang));
    let id = ctx.session().id.to_string();
    let is_open = RwSignal::new(originals::is_to_be_checked(&id));
    let has_original = RwSignal::new(false);
    spawn_local(async move {
        let found = originals::load(&id).await.is_some();
        has_original.try_set(found);
    });
    let label = move || if has_original.get() { c.draft_compare } else { c.draft_complete };
    view! {
        <p class="notice"><button class="btn" type="button" on:click=move |_| is_open.set(true)>{label}</button></p>
        {move || is_open.get().then(|| edit(app, Callback::new(move |()| is_open.set(false))))}
    }
    .into_any()
}

/// The faults of the file by line, else how it is published.
#[component]
fn FileNote() -> impl IntoView {
    let ctx = use_ctx();
    let (lang, c) = (ctx.lang, Clerk::of(ctx.lang));
    let found: Vec<&Finding> = ctx.opened.findings().iter().filter(|finding| finding.severity != Severity::Note).collect();
    if found.is_empty() {
        return view! {
            <details class="note own-file">
                <summary>{c.how_to_publish}</summary>
                <ol>
                    <li>{c.publish_single}</li>
                    <li>{c.publish_site}" "<code>{PUBLISH}</code></li>
                </ol>
            </details>
        }
        .into_any();
    }
    let errors = found.iter().filter(|finding| finding.severity == Severity::Error).count();
    let counts = [(errors, c.n_errors), (found.len() - errors, c.n_doubts)].into_iter().filter(|(n, _)| *n > 0);
    let counts = counts.map(|(n, template)| fill(template, &[&n.to_string()])).collect::<Vec<_>>().join(c.clerk_comma);
    let found = &found[..found.len().min(MOST)];
    let paths: Vec<&str> = found.iter().map(|finding| finding.path.as_str()).collect();
    let places = locate(&ctx.opened.bytes, &paths);
    let faults = found.iter().zip(places).map(|(finding, at)| Fault {
        is_error: finding.severity == Severity::Error,
        at,
        sentence: findings::sentence(lang, finding),
        path: finding.path.clone(),
    });
    let faults: Vec<Fault> = faults.collect();
    view! {
        <details class="note own-file">
            <summary>{counts}{c.see_list}</summary>
            <FaultList faults/>
        </details>
    }
    .into_any()
}
