//! What there is to say of one line: exact amounts, shares, what it is, what the audit says, where to go on.

use super::Here;
use super::table::{percentage, signed};
use crate::budget::classes::{Class, by_name, nearest_class};
use crate::budget::{Column, Sheet, change, completion};
use crate::i18n::{fill, labels};
use crate::model::{Line, Stated, Unit, YoyKind};
use crate::route::Picture;
use crate::ui::clipboard;
use crate::ui::parts::fact;
use leptos::prelude::*;

/// The card below a line.
pub(super) fn card(here: &Here, index: usize, row: usize) -> AnyView {
    let Some(sheet) = here.sheet(index) else { return ().into_any() };
    let Some(line) = sheet.line(row) else { return ().into_any() };
    let t = here.ctx.t;
    let note = line.note.as_ref().map(|note| fact(t.remark, view! { <span lang=here.ctx.content_lang()>{note.to_string()}</span> }));
    view! {
        <div class="line-card">
            <div>
                <h2>{t.exact_amounts}</h2>
                <dl class="pairs">{amounts(here, &sheet, line)}{percentages(here, line)}{shares(here, &sheet, row)}{note}</dl>
            </div>
            <div>
                {what(here, &sheet, line)}
                {super::audit::of_line(here, index, row)}
                {acts(here, &sheet, row, line)}
            </div>
        </div>
    }
    .into_any()
}

/// Each stage as printed, and in yuan where that is another unit.
fn amounts(here: &Here, sheet: &Sheet<'_>, line: &Line) -> Vec<AnyView> {
    let unit = sheet.unit(line);
    let (t, lang) = (here.ctx.t, here.ctx.lang);
    let stages = Column::ALL.into_iter().filter_map(|column| match column.of(&line.amounts) {
        Stated::Unknown => None,
        Stated::None => Some(fact(labels::column(lang, column), t.none)),
        Stated::Value(amount) => {
            let yuan = crate::budget::in_unit(*amount, unit, Unit::Yuan).filter(|_| unit != Unit::Yuan);
            let yuan = yuan.map(|yuan| view! { " "<small class="quiet">"= "{here.exact(yuan, Unit::Yuan)}</small> });
            Some(fact(labels::column(lang, column), view! { {here.exact(*amount, unit)}{yuan} }))
        }
    });
    stages.collect()
}

fn percentages(here: &Here, line: &Line) -> Vec<AnyView> {
    let t = here.ctx.t;
    let both = |printed: Option<String>, computed: Option<String>| {
        let printed = printed.map(|printed| fill(t.printed_as, &[&printed]));
        let computed = computed.map(|computed| fill(t.computed, &[&computed]));
        let words: Vec<String> = [printed, computed].into_iter().flatten().collect();
        (!words.is_empty()).then(|| words.join(" · "))
    };
    let printed = line.printed.as_ref();
    let done = printed.and_then(|p| p.completion_percent.value()).map(|percent| percentage(*percent));
    let yoy = printed.and_then(|p| {
        let percent = *p.yoy_percent.value()?;
        Some(if p.yoy_kind == Some(YoyKind::Ratio) { fill(t.ratio_of_prior, &[&percentage(percent)]) } else { signed(percent) })
    });
    let done = both(done, completion(line, 2).map(percentage)).map(|words| fact(t.completion, words));
    let yoy = both(yoy, change(line, 2).map(signed)).map(|words| fact(t.change, words));
    done.into_iter().chain(yoy).collect()
}

fn shares(here: &Here, sheet: &Sheet<'_>, row: usize) -> Option<AnyView> {
    let t = here.ctx.t;
    let main = sheet.main_column()?;
    let stage = labels::column(here.ctx.lang, main);
    let of_whole = sheet.whole(main).and_then(|whole| sheet.share(row, main, whole));
    let above = sheet.tree.parent(row).and_then(|above| sheet.amount(above, main, Unit::Yuan)).filter(|above| above.mantissa > 0);
    let of_parent = above.and_then(|above| sheet.share(row, main, above));
    let said = |share: crate::model::Decimal| format!("{} ({stage})", percentage(share));
    let head = sheet.per_head(row, main).map(|amount| {
        let people = sheet.population.unwrap_or_default().to_string();
        view! { {here.exact(amount, Unit::Yuan)}" "<small class="quiet">{stage}" · "{fill(t.per_head_of, &[&people])}</small> }
    });
    Some(
        view! {
            {of_whole.map(|share| fact(t.share, said(share)))}
            {of_parent.map(|share| fact(t.share_of_parent, said(share)))}
            {head.map(|head| fact(t.per_head, head))}
        }
        .into_any(),
    )
}

/// The plain explanation of the line's class, from the classification alone.
fn what(here: &Here, sheet: &Sheet<'_>, line: &Line) -> Option<AnyView> {
    let (t, lang) = (here.ctx.t, here.ctx.lang);
    let class: &'static Class = match &line.code {
        Some(code) => nearest_class(code),
        None => by_name(&line.name).filter(|class| class.direction == sheet.table.direction),
    }?;
    let is_exact = line.code.as_deref().is_none_or(|code| code == class.code);
    let (name, about) = (class.name(lang), class.about(lang));
    let within = (!is_exact).then(|| view! { <p class="quiet">{fill(t.class_of, &[class.code, name])}</p> });
    // A table may print an older name; ours is told beside it, in either language.
    let now = (is_exact && line.name.as_str().trim() != name).then(|| view! { <p class="quiet">{class.code}" "{name}</p> });
    let since = class.from.map(|year| view! { <p class="quiet">{fill(t.class_years, &[&year.to_string()])}</p> });
    Some(view! { <h2>{t.what_is_this}</h2><p>{about}</p>{within}{now}{since} }.into_any())
}

fn acts(here: &Here, sheet: &Sheet<'_>, row: usize, line: &Line) -> AnyView {
    let (t, app) = (here.ctx.t, here.ctx.app);
    let href = here.line_href(line);
    let words = copied(here, sheet, line, &href);
    let copy_link = {
        let done = if here.ctx.is_public() { t.copied_link } else { t.copied_local_link };
        move |_| clipboard::copy(app, &clipboard::absolute(&href), done)
    };
    let years = here.href(|place| place.picture = Some(Picture::Years));
    let into = (!sheet.tree.children(row).is_empty()).then(|| {
        let href = here.href(|place| place.picture = Some(Picture::Share));
        view! { <a class="btn small" href=href>{t.into_picture}</a> }
    });
    let close = here.href(|place| {
        place.table = Some(sheet.table.id.clone());
        place.line = None;
    });
    view! {
        <p class="row">
            <button class="btn small" type="button" on:click=copy_link>{t.copy_line_link}</button>
            <button class="btn small" type="button" on:click=move |_| clipboard::copy(app, &words, t.line_copied)>{t.copy_line}</button>
            <a class="btn small" href=years>{t.to_years}</a>
            {into}
            <a class="btn small" href=close>{t.close_line}</a>
        </p>
    }
    .into_any()
}

/// The line as it is copied: exact amounts, budget, session, link.
fn copied(here: &Here, sheet: &Sheet<'_>, line: &Line, href: &str) -> String {
    let lang = here.ctx.lang;
    let unit = sheet.unit(line);
    let amounts = Column::ALL.into_iter().filter_map(|column| {
        let amount = column.of(&line.amounts).value()?;
        Some(format!("{} {}", labels::column(lang, column), here.exact(*amount, unit)))
    });
    let amounts = amounts.collect::<Vec<_>>().join(" · ");
    let session = here.ctx.session();
    let sample = if session.is_sample { format!(" ({})", here.ctx.t.sample) } else { String::new() };
    format!("{}: {amounts}\n{} · {}{sample}\n{}", line.name, sheet.budget.title, session.title, clipboard::absolute(href))
}
