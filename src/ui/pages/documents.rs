//! Documents, sources, corrections, and what the checks found.

use crate::check::{Finding, Severity};
use crate::i18n::{dates, fill, findings, labels};
use crate::model::Date;
use crate::ui::components::common::{dotted, heading, one_column, section};
use crate::ui::components::links::outside;
use crate::ui::state::Ctx;
use crate::ui::web::dom::{El, bdi, el, said, with_text};
use leptos::prelude::*;

/// So many findings are listed; the rest is counted. The command line lists them all.
const FINDINGS_SHOWN: usize = 200;

/// The page.
pub fn page(ctx: &Ctx) -> AnyView {
    let mut content = vec![heading(ctx.t.documents)];
    content.extend(documents(ctx));
    content.push(sources(ctx));
    content.extend(corrections(ctx));
    content.push(checks(ctx));
    one_column(content)
}

fn documents(ctx: &Ctx) -> Option<El> {
    let session = ctx.session();
    let mut rows = el("ul").class("rows").lang(&ctx.content_lang());
    for document in &session.documents {
        rows = rows.add(listed(ctx, &document.title, document.url.as_deref(), document.kind.as_deref(), document.date.as_ref()));
    }
    (!session.documents.is_empty()).then(|| section(ctx.t.files).add(rows))
}

fn listed(ctx: &Ctx, title: &str, url: Option<&str>, what: Option<&str>, date: Option<&Date>) -> El {
    let line = dotted([what.map(ToOwned::to_owned), date.map(|date| dates::date(ctx.lang, date))]);
    let titled = match url {
        Some(url) => outside(ctx.t, el("li"), title, url),
        None => el("li").add(bdi(title)),
    };
    titled.add(el("br")).add(with_text("small", "quiet", &line))
}

fn sources(ctx: &Ctx) -> El {
    let t = ctx.t;
    let session = ctx.session();
    let list = if session.sources.is_empty() {
        with_text("p", "quiet", t.not_stated)
    } else {
        let mut rows = el("ul").class("rows").lang(&ctx.content_lang());
        for source in &session.sources {
            rows = rows.add(listed(ctx, &source.title, source.url.as_deref(), source.publisher.as_deref(), source.date.as_ref()));
        }
        rows
    };
    let mut facts = Vec::new();
    if let Some(status) = session.status {
        facts.extend(said(t.status, labels::status(ctx.lang, status)));
    }
    if let Some(date) = &session.as_of {
        facts.extend(said(t.as_of, &dates::date(ctx.lang, date)));
    }
    if let Some(license) = &session.license {
        facts.extend(said(t.license, license));
    }
    section(t.sources).add(list).add(el("dl").class("inline").all(facts))
}

fn corrections(ctx: &Ctx) -> Option<El> {
    let session = ctx.session();
    let mut rows = el("ul").class("rows");
    for correction in &session.corrections {
        let note = with_text("span", "", &correction.note).lang(&ctx.content_lang());
        rows = rows.add(el("li").add(with_text("span", "date", &dates::date(ctx.lang, &correction.date))).add(note));
    }
    (!session.corrections.is_empty()).then(|| section(ctx.t.corrections).add(rows))
}

fn checks(ctx: &Ctx) -> El {
    let t = ctx.t;
    let all = &ctx.opened.findings;
    let intro = if all.is_empty() { t.findings_none } else { t.findings_some };
    let mut rows = el("ul").class("findings");
    for finding in all.iter().take(FINDINGS_SHOWN) {
        rows = rows.add(row(ctx, finding));
    }
    let more = all.len().checked_sub(FINDINGS_SHOWN).filter(|more| *more > 0);
    let more = more.map(|more| with_text("p", "quiet", &fill(t.more_findings, &[&more.to_string()])));
    section(t.findings).class("checks").add(with_text("p", "", intro)).add(rows).maybe(more)
}

fn row(ctx: &Ctx, finding: &Finding) -> El {
    let (class, label) = match finding.severity {
        Severity::Error => ("chip mark", ctx.t.severity_error),
        Severity::Warning => ("chip mark", ctx.t.severity_warning),
        Severity::Note => ("chip", ctx.t.severity_note),
    };
    let sentence = bdi(&findings::sentence(ctx.lang, finding));
    el("li").add(with_text("span", class, label)).text(" ").add(sentence).text(" ").add(with_text("code", "", &finding.path))
}
