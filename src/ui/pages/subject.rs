//! By subject: what a session, the sessions of a body or the archive have about roads, housing or schools.

mod across;
mod how;
mod rows;

use crate::i18n::{Subjects, fill, labels};
use crate::route::{Across, Kind, Route};
use crate::subjects::{About, Gathered, counted, position, subjects};
use crate::ui::components::layout::{OneColumn, PageHeading, document_title};
use crate::ui::components::subjects::{Chips, SubjectChips};
use crate::ui::components::text::{Filled, Phrases};
use crate::ui::state::{Ctx, Origin, use_ctx};
pub use across::SubjectAcrossPage;
use how::HowFound;
use leptos::prelude::*;
use rows::Rows;

/// So many things of a kind are shown at first, and when more are asked for.
const FIRST: usize = 8;
const MORE: usize = 50;

/// What the session around has about a subject.
#[component]
pub fn SubjectPage(
    /// The subject's id, as the link has it.
    id: String,
) -> impl IntoView {
    let ctx = use_ctx();
    let (s, lang) = (Subjects::of(ctx.lang), ctx.lang);
    let Some(at) = position(&id) else {
        return view! { <OneColumn><UnknownSubject id/><SubjectChips/></OneColumn> }.into_any();
    };
    let subject = &subjects()[at];
    let name = subject.name(lang);
    // After the title that every place gets: what it is about is known here only.
    let of = ctx.clone();
    Effect::new(move |_| document_title(lang, &[name, of.session().title.as_str()]));
    let gathered = Gathered::of(ctx.session(), ctx.opened.about(), at);
    let said = if gathered.groups.is_empty() { fill(s.subject_none, &[name]) } else { found(&ctx, &gathered) };
    let lacks = (!gathered.lacks.is_empty()).then(|| view! { <p class="quiet">{lacking(&ctx, &gathered)}</p> }.into_any());
    let groups = gathered.groups.into_iter().map(|(kind, all)| view! { <KindSection kind all/> }.into_any()).collect::<Vec<_>>();
    view! {
        <OneColumn>
            <div class="subject">
                <PageHeading text=name/>
                <p class="say">{said}</p>
                {lacks}
                {groups}
                <Elsewhere subject=subject.id/>
                <HowFound subject/>
                <section class="others"><h2>{s.subject_others}</h2><Chips current=Some(at)/></section>
            </div>
        </OneColumn>
    }
    .into_any()
}

/// The link names something that is no subject.
#[component]
fn UnknownSubject(
    /// What the link names.
    id: String,
) -> impl IntoView {
    let app = crate::ui::state::App::current();
    let s = Subjects::of(app.lang.get_untracked());
    view! {
        <div class="subject">
            <PageHeading text=s.subject_unknown_title/>
            <p>{fill(s.subject_unknown, &[&crate::check::short(&id)])}</p>
        </div>
    }
    .into_any()
}

/// How much was found, by kind, in a sentence.
fn found(ctx: &Ctx, gathered: &Gathered) -> String {
    let s = Subjects::of(ctx.lang);
    let kinds = gathered.groups.iter().map(|(kind, all)| format!("{} {}", labels::found_kind(ctx.lang, *kind), counted(all)));
    fill(s.subject_found, &[&gathered.count().to_string(), &listed(ctx, &kinds.collect::<Vec<_>>())])
}

/// The kinds of which there is nothing; where the session has none at all that is said, too.
fn lacking(ctx: &Ctx, gathered: &Gathered) -> String {
    let s = Subjects::of(ctx.lang);
    let kinds = gathered.lacks.iter().map(|(kind, has_any)| {
        let name = labels::found_kind(ctx.lang, *kind);
        if *has_any { name.to_owned() } else { fill(s.subject_absent, &[name]) }
    });
    fill(s.subject_lacks, &[&listed(ctx, &kinds.collect::<Vec<_>>())])
}

fn listed(ctx: &Ctx, words: &[String]) -> String {
    words.join(if ctx.lang == crate::i18n::Lang::Zh { "，" } else { ", " })
}

/// What there is of one kind: the first of it, and more when that is asked for.
#[component]
fn KindSection(
    /// The kind.
    kind: Kind,
    /// What there is of it.
    all: Vec<About>,
) -> impl IntoView {
    let ctx = use_ctx();
    let s = Subjects::of(ctx.lang);
    let count = counted(&all);
    let most = RwSignal::new(FIRST);
    let heading = if kind == Kind::Budget { s.subject_money } else { labels::found_kind(ctx.lang, kind) };
    let left = Memo::new(move |_| count.saturating_sub(most.get()));
    let press = move |_| most.update(|most| *most += MORE);
    let more = move || {
        let label = move || fill(s.subject_more, &[&left.get().min(MORE).to_string()]);
        view! { <p><button class="btn" type="button" on:click=press>{label}</button></p> }.into_any()
    };
    let is_left = Memo::new(move |_| left.get() > 0);
    view! {
        <section class="by-kind">
            <h2><Phrases title=heading/>" "<small class="quiet">{count}</small></h2>
            <Rows all most/>
            {move || is_left.get().then(more)}
        </section>
    }
    .into_any()
}

/// The same subject in the other sessions of the body, and in all.
#[component]
fn Elsewhere(
    /// The subject's id.
    subject: &'static str,
) -> impl IntoView {
    let ctx = use_ctx();
    let s = Subjects::of(ctx.lang);
    // What came from a file or another host has no other sessions here.
    if ctx.opened.origin != Origin::Archive {
        return ().into_any();
    }
    let assembly = &ctx.session().assembly;
    let place = |body: Option<String>| Route::Across(Across::Subject { body, subject: subject.to_owned() }).href();
    let name = assembly.short_name.as_deref().unwrap_or(&assembly.name);
    view! {
        <section>
            <h2>{s.subject_elsewhere}</h2>
            <p class="onward">
                <a href=place(Some(assembly.name.to_string()))><Filled template=s.subject_in_body value=name/></a>
                <a href=place(None)>{s.subject_in_archive}</a>
            </p>
        </section>
    }
    .into_any()
}
