//! Documents, sources, corrections, and what the checks found.

use crate::check::{Finding, Severity};
use crate::i18n::{dates, fill, findings, labels};
use crate::ui::links::outside;
use crate::ui::parts::{dotted, fact};
use crate::ui::state::Ctx;
use leptos::prelude::*;

/// So many findings are listed; the rest is counted. The command line lists them all.
const FINDINGS_SHOWN: usize = 200;

/// The page.
pub fn page(ctx: &Ctx) -> AnyView {
    view! {
        <div class="page one"><div>
            <h1 tabindex="-1">{ctx.t.documents}</h1>
            {documents(ctx)}
            {sources(ctx)}
            {corrections(ctx)}
            {checks(ctx)}
        </div></div>
    }
    .into_any()
}

fn documents(ctx: &Ctx) -> Option<AnyView> {
    let session = ctx.session();
    (!session.documents.is_empty()).then(|| {
        let rows = session.documents.iter().map(|document| {
            let date = document.date.as_ref().map(|date| dates::date(ctx.lang, date));
            let line = dotted([document.kind.as_ref().map(ToString::to_string), date]);
            view! { <li>{titled(ctx, &document.title, document.url.as_deref())}<br/><small class="quiet">{line}</small></li> }
        });
        view! { <section><h2>{ctx.t.files}</h2><ul class="rows" lang=ctx.content_lang()>{rows.collect_view()}</ul></section> }.into_any()
    })
}

fn titled(ctx: &Ctx, title: &str, url: Option<&str>) -> AnyView {
    match url {
        Some(url) => outside(ctx.t, title, url),
        None => view! { <bdi>{title.to_owned()}</bdi> }.into_any(),
    }
}

fn sources(ctx: &Ctx) -> AnyView {
    let t = ctx.t;
    let session = ctx.session();
    let rows = session.sources.iter().map(|source| {
        let date = source.date.as_ref().map(|date| dates::date(ctx.lang, date));
        let line = dotted([source.publisher.as_ref().map(ToString::to_string), date]);
        view! { <li>{titled(ctx, &source.title, source.url.as_deref())}<br/><small class="quiet">{line}</small></li> }
    });
    let list = if session.sources.is_empty() {
        view! { <p class="quiet">{t.not_stated}</p> }.into_any()
    } else {
        view! { <ul class="rows" lang=ctx.content_lang()>{rows.collect_view()}</ul> }.into_any()
    };
    let status = session.status.map(|status| fact(t.status, labels::status(ctx.lang, status)));
    let as_of = session.as_of.as_ref().map(|date| fact(t.as_of, dates::date(ctx.lang, date)));
    let license = session.license.as_ref().map(|license| fact(t.license, license.to_string()));
    view! { <section><h2>{t.sources}</h2>{list}<dl class="inline">{status}{as_of}{license}</dl></section> }.into_any()
}

fn corrections(ctx: &Ctx) -> Option<AnyView> {
    let session = ctx.session();
    (!session.corrections.is_empty()).then(|| {
        let rows = session.corrections.iter().map(|correction| {
            let date = dates::date(ctx.lang, &correction.date);
            view! { <li><span class="date">{date}</span><span lang=ctx.content_lang()>{correction.note.to_string()}</span></li> }
        });
        view! { <section><h2>{ctx.t.corrections}</h2><ul class="rows">{rows.collect_view()}</ul></section> }.into_any()
    })
}

fn checks(ctx: &Ctx) -> AnyView {
    let t = ctx.t;
    let all = &ctx.opened.findings;
    let intro = if all.is_empty() { t.findings_none } else { t.findings_some };
    let rows = all.iter().take(FINDINGS_SHOWN).map(|finding| row(ctx, finding));
    let more = all.len().checked_sub(FINDINGS_SHOWN).filter(|more| *more > 0);
    let more = more.map(|more| view! { <p class="quiet">{fill(t.more_findings, &[&more.to_string()])}</p> });
    view! {
        <section class="checks">
            <h2>{t.findings}</h2>
            <p>{intro}</p>
            <ul class="findings">{rows.collect_view()}</ul>
            {more}
        </section>
    }
    .into_any()
}

fn row(ctx: &Ctx, finding: &Finding) -> impl IntoView + use<> {
    let (class, label) = match finding.severity {
        Severity::Error => ("chip mark", ctx.t.severity_error),
        Severity::Warning => ("chip mark", ctx.t.severity_warning),
        Severity::Note => ("chip", ctx.t.severity_note),
    };
    view! {
        <li><span class=class>{label}</span>" "<bdi>{findings::sentence(ctx.lang, finding)}</bdi>" "<code>{finding.path.clone()}</code></li>
    }
}
