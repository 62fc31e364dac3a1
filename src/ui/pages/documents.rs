//! Documents, sources, corrections, and what the checks found.

use crate::check::{Finding, Severity};
use crate::i18n::{dates, fill, findings, labels};
use crate::model::Date;
use crate::ui::components::layout::{Fact, OneColumn, PageHeading, Section};
use crate::ui::components::links::OutsideLink;
use crate::ui::components::text::dotted;
use crate::ui::state::{Ctx, use_ctx};
use leptos::prelude::*;

/// So many findings are listed; the rest is counted. The command line lists them all.
const FINDINGS_SHOWN: usize = 200;

/// What the session was made from and what the checks say of it.
#[component]
pub fn DocumentsPage() -> impl IntoView {
    let ctx = use_ctx();
    view! {
        <OneColumn>
            <PageHeading text=ctx.t.documents/>
            {documents(&ctx)}
            {sources(&ctx)}
            {corrections(&ctx)}
            {checks(&ctx)}
        </OneColumn>
    }
    .into_any()
}

fn documents(ctx: &Ctx) -> Option<AnyView> {
    let rows = ctx
        .session()
        .documents
        .iter()
        .map(|document| listed(ctx, &document.title, document.url.as_deref(), document.kind.as_deref(), document.date.as_ref()));
    let rows: Vec<AnyView> = rows.collect();
    let lang = ctx.content_lang();
    (!rows.is_empty()).then(|| view! { <Section heading=ctx.t.files><ul class="rows" lang=lang>{rows}</ul></Section> }.into_any())
}

fn listed(ctx: &Ctx, title: &str, url: Option<&str>, what: Option<&str>, date: Option<&Date>) -> AnyView {
    let line = dotted([what.map(ToOwned::to_owned), date.map(|date| dates::date(ctx.lang, date))]);
    let titled = match url {
        Some(url) => view! { <OutsideLink label=title url/> }.into_any(),
        None => view! { <bdi>{title.to_owned()}</bdi> }.into_any(),
    };
    view! { <li>{titled}<br/><small class="quiet">{line}</small></li> }.into_any()
}

fn sources(ctx: &Ctx) -> AnyView {
    let t = ctx.t;
    let session = ctx.session();
    let list = if session.sources.is_empty() {
        view! { <p class="quiet">{t.not_stated}</p> }.into_any()
    } else {
        let rows = session
            .sources
            .iter()
            .map(|source| listed(ctx, &source.title, source.url.as_deref(), source.publisher.as_deref(), source.date.as_ref()));
        view! { <ul class="rows" lang=ctx.content_lang()>{rows.collect::<Vec<_>>()}</ul> }.into_any()
    };
    let facts = [
        session.status.map(|status| (t.status, labels::status(ctx.lang, status).to_owned())),
        session.as_of.as_ref().map(|date| (t.as_of, dates::date(ctx.lang, date))),
        session.license.as_ref().map(|license| (t.license, license.to_string())),
    ];
    let facts = facts.into_iter().flatten().map(|(term, value)| view! { <Fact term>{value}</Fact> }.into_any());
    let facts = facts.collect::<Vec<_>>();
    view! { <Section heading=t.sources>{list}<dl class="inline">{facts}</dl></Section> }.into_any()
}

fn corrections(ctx: &Ctx) -> Option<AnyView> {
    let rows = ctx.session().corrections.iter().map(|correction| {
        let date = dates::date(ctx.lang, &correction.date);
        view! { <li><span class="date">{date}</span><span lang=ctx.content_lang()>{correction.note.to_string()}</span></li> }.into_any()
    });
    let rows: Vec<AnyView> = rows.collect();
    (!rows.is_empty()).then(|| view! { <Section heading=ctx.t.corrections><ul class="rows">{rows}</ul></Section> }.into_any())
}

fn checks(ctx: &Ctx) -> AnyView {
    let t = ctx.t;
    let all = ctx.opened.findings();
    let intro = if all.is_empty() { t.findings_none } else { t.findings_some };
    let rows: Vec<AnyView> = all.iter().take(FINDINGS_SHOWN).map(|finding| row(ctx, finding)).collect();
    let more = all.len().checked_sub(FINDINGS_SHOWN).filter(|more| *more > 0);
    let more = more.map(|more| view! { <p class="quiet">{fill(t.more_findings, &[&more.to_string()])}</p> }.into_any());
    view! {
        <section class="checks">
            <h2>{t.findings}</h2>
            <p>{intro}</p>
            <ul class="findings">{rows}</ul>
            {more}
        </section>
    }
    .into_any()
}

fn row(ctx: &Ctx, finding: &Finding) -> AnyView {
    let (class, label) = match finding.severity {
        Severity::Error => ("chip mark", ctx.t.severity_error),
        Severity::Warning => ("chip mark", ctx.t.severity_warning),
        Severity::Note => ("chip", ctx.t.severity_note),
    };
    let sentence = findings::sentence(ctx.lang, finding);
    view! { <li><span class=class>{label}</span>" "<bdi>{sentence}</bdi>" "<code>{finding.path.clone()}</code></li> }.into_any()
}
