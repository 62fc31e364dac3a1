//! The subjects as chips: those of a session with how much there is, those of the archive with in how many sessions.

use crate::i18n::Subjects;
use crate::route::{Across, Place, Route};
use crate::subjects::{counts, in_sessions, subjects};
use crate::ui::state::{App, Load, use_ctx};
use leptos::prelude::*;

/// The subjects that the session around says something of, each with how much, under a heading; for the overview.
#[component]
pub fn SubjectChips() -> impl IntoView {
    let ctx = use_ctx();
    let is_any = counts(ctx.opened.about(), subjects().len()).iter().any(|count| *count > 0);
    is_any.then(|| view! { <section class="answer by-subject"><h2>{ctx.t.by_subject}</h2><Chips current=None/></section> }.into_any())
}

/// The subjects that the session around says something of, each with how much there is.
#[component]
pub fn Chips(
    /// The subject whose page this is.
    current: Option<usize>,
) -> impl IntoView {
    let ctx = use_ctx();
    let counts = counts(ctx.opened.about(), subjects().len());
    let found = subjects().iter().zip(&counts).enumerate().filter(|(at, (_, count))| **count > 0 && Some(*at) != current);
    let chips = found.map(|(_, (subject, count))| {
        let href = ctx.href(Place::Subject(subject.id.to_owned()));
        chip(href, subject.name(ctx.lang), Some(*count))
    });
    let chips: Vec<AnyView> = chips.collect();
    if chips.is_empty() && current.is_none() {
        return view! { <p class="quiet">{Subjects::of(ctx.lang).subject_none_at_all}</p> }.into_any();
    }
    view! { <ul class="chips subjects">{chips}</ul> }.into_any()
}

/// The subjects over all sessions under a heading, each with in how many sessions there is something, where the list of sessions says so; for
/// the front page.
#[component]
pub fn ArchiveSubjects(
    /// The page's signals.
    app: App,
) -> impl IntoView {
    // Without the list nothing can be looked through.
    let is_any = Memo::new(move |_| app.catalogue.with(|list| matches!(list, Load::Ready(list) if !list.sessions.is_empty())));
    move || {
        if !is_any.get() {
            return ().into_any();
        }
        let t = app.lang.get().texts();
        view! { <section class="answer by-subject"><h2>{t.by_subject}</h2><ArchiveChips app body=None current=None/></section> }.into_any()
    }
}

/// The subjects over the sessions of a body or over all.
#[component]
pub fn ArchiveChips(
    /// The page's signals.
    app: App,
    /// The body's full name.
    body: Option<String>,
    /// The subject whose page this is.
    current: Option<&'static str>,
) -> impl IntoView {
    let lang = app.lang.get_untracked();
    let of = body.clone();
    let chips = move || {
        let counts = app.catalogue.with(|list| match list {
            Load::Ready(list) if of.is_none() && list.whole.is_none() => {
                in_sessions(list.sessions.iter().map(|entry| entry.subjects.as_deref()))
            }
            _ => None,
        });
        let all = subjects().iter().enumerate().filter(|(_, subject)| Some(subject.id) != current);
        let chips = all.filter_map(|(at, subject)| {
            let count = counts.as_ref().map(|counts| counts[at]);
            let href = Route::Across(Across::Subject { body: of.clone(), subject: subject.id.to_owned() }).href();
            (count != Some(0)).then(|| chip(href, subject.name(lang), count))
        });
        view! { <ul class="chips subjects">{chips.collect::<Vec<_>>()}</ul> }.into_any()
    };
    view! { {chips} }.into_any()
}

fn chip(href: String, name: &str, count: Option<usize>) -> AnyView {
    let count = count.map(|count| view! { " "<small>{count}</small> }.into_any());
    view! { <li><a href=href.clone() data-key=href>{name.to_owned()}{count}</a></li> }.into_any()
}
