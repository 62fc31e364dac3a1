//! A place that this session has nothing for: what is missing, which reports would hold it, and where the text came from.

use crate::digest::answers::Gap;
use crate::i18n::Answers;
use crate::route::Place;
use crate::ui::components::held::HeldList;
use crate::ui::components::layout::{OneColumn, PageHeading};
use crate::ui::components::links::OutsideLink;
use crate::ui::state::{Ctx, use_ctx};
use leptos::prelude::*;

/// What there is to say instead.
#[component]
pub fn AbsentPage(
    /// What is missing.
    gap: Gap,
) -> impl IntoView {
    let ctx = use_ctx();
    let (t, a) = (ctx.t, Answers::of(ctx.lang));
    let (heading, said) = match gap {
        Gap::Budget => (t.budgets, a.absent_budget),
        Gap::Projects => (t.projects, a.absent_projects),
        Gap::Suggestions => (t.suggestions, a.absent_suggestions),
        Gap::Texts => (t.speeches, a.absent_texts),
        Gap::Decisions => (t.decisions, a.absent_decisions),
    };
    view! {
        <OneColumn>
            <PageHeading text=heading/>
            <p class="say">{said}</p>
            <section><HeldList gap/></section>
            {sources(&ctx)}
            <p class="row"><a class="btn primary" href=ctx.href(Place::Overview)>{t.to_overview}</a></p>
        </OneColumn>
    }
    .into_any()
}

/// The text at hand itself, where it can be read.
fn sources(ctx: &Ctx) -> AnyView {
    let rows = ctx.session().sources.iter().map(|source| {
        let title = match source.url.as_deref() {
            Some(url) => view! { <OutsideLink label=source.title.as_str() url/> }.into_any(),
            None => view! { <bdi>{source.title.to_string()}</bdi> }.into_any(),
        };
        view! { <li>{title}</li> }.into_any()
    });
    let rows = rows.collect::<Vec<_>>();
    let (a, lang, href) = (Answers::of(ctx.lang), ctx.content_lang(), ctx.href(Place::Documents));
    view! {
        <section>
            <h2>{a.absent_source}</h2>
            <ul class="plain" lang=lang>{rows}</ul>
            <p><a class="go" href=href>{ctx.t.documents}</a></p>
        </section>
    }
    .into_any()
}
