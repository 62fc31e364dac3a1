//! What there is to say of one line: exact amounts, shares, what it is, what the audit says, where to go on.

mod copied;

use crate::budget::classes::{Class, by_name, nearest_class};
use crate::budget::{Column, Sheet, change, completion, in_unit};
use crate::i18n::{fill, labels};
use crate::model::{Line, Stated, Unit, YoyKind};
use crate::route::Picture;
use crate::ui::actions::clipboard;
use crate::ui::components::layout::Fact;
use crate::ui::pages::budget::audit::LineAudit;
use crate::ui::pages::budget::buttons::ActButton;
use crate::ui::pages::budget::ctx::{BudgetCtx, use_budget};
use crate::ui::pages::budget::detail::copied::copied;
use crate::ui::pages::budget::names::{percentage, signed};
use leptos::prelude::*;

/// The card below a line.
#[component]
pub(super) fn LineDetail(
    /// Which table of the budget it is.
    index: usize,
    /// Which line of the table.
    row: usize,
) -> impl IntoView {
    let here = use_budget();
    let t = here.ctx.t;
    let sheet = here.sheet(index)?;
    let line = sheet.line(row)?;
    let mut facts = amounts(&here, &sheet, line);
    percentages(&here, &sheet, line, &mut facts);
    shares(&here, &sheet, row, &mut facts);
    if let Some(note) = &line.note {
        let (note, lang) = (note.to_string(), here.ctx.content_lang());
        facts.push(view! { <Fact term=t.remark><span lang=lang>{note}</span></Fact> }.into_any());
    }
    let view = view! {
        <div class="line-card">
            <div><h2>{t.exact_amounts}</h2><dl class="pairs">{facts}</dl></div>
            <div>{what(&here, &sheet, line)}<LineAudit index row/><LineActs index row/></div>
        </div>
    };
    Some(view.into_any())
}

/// Each stage as printed, and in yuan where that is another unit.
fn amounts(here: &BudgetCtx, sheet: &Sheet<'_>, line: &Line) -> Vec<AnyView> {
    let unit = sheet.unit(line);
    let fact = |column: Column| {
        let term = labels::column(here.ctx.lang, column);
        let (printed, yuan) = match column.of(&line.amounts) {
            Stated::Unknown => return None,
            Stated::None => (here.ctx.t.none.to_owned(), None),
            Stated::Value(amount) => {
                let yuan = in_unit(*amount, unit, Unit::Yuan).filter(|_| unit != Unit::Yuan);
                (here.exact(*amount, unit), yuan.map(|yuan| format!("= {}", here.exact(yuan, Unit::Yuan))))
            }
        };
        let yuan = yuan.map(|yuan| view! { " "<small class="quiet">{yuan}</small> }.into_any());
        Some(view! { <Fact term><span>{printed}{yuan}</span></Fact> }.into_any())
    };
    Column::ALL.into_iter().filter_map(fact).collect()
}

fn percentages(here: &BudgetCtx, sheet: &Sheet<'_>, line: &Line, facts: &mut Vec<AnyView>) {
    let t = here.ctx.t;
    let mut say = |term: &'static str, printed: Option<String>, computed: Option<String>| {
        let printed = printed.map(|printed| fill(t.printed_as, &[&printed]));
        let computed = computed.map(|computed| fill(t.computed, &[&computed]));
        let words: Vec<String> = printed.into_iter().chain(computed).collect();
        if !words.is_empty() {
            facts.push(view! { <Fact term><span>{words.join(" · ")}</span></Fact> }.into_any());
        }
    };
    let printed = line.printed.as_ref();
    let done = printed.and_then(|p| p.completion_percent.value()).map(|percent| percentage(*percent));
    say(t.completion, done, completion(line, 2).map(percentage));
    let yoy = printed.and_then(|p| {
        let percent = *p.yoy_percent.value()?;
        Some(if p.yoy_kind == Some(YoyKind::Ratio) { fill(t.ratio_of_prior, &[&percentage(percent)]) } else { signed(percent) })
    });
    say(t.change, yoy, change(sheet.budget, line, 2).map(signed));
}

fn shares(here: &BudgetCtx, sheet: &Sheet<'_>, row: usize, facts: &mut Vec<AnyView>) {
    let t = here.ctx.t;
    let Some(main) = sheet.main_column() else { return };
    let stage = labels::column(here.ctx.lang, main);
    let of_whole = sheet.whole(main).and_then(|whole| sheet.share(row, main, whole));
    let above = sheet.tree.parent(row).and_then(|above| sheet.amount(above, main, Unit::Yuan)).filter(|above| above.mantissa > 0);
    let of_parent = above.and_then(|above| sheet.share(row, main, above));
    let head = sheet.per_head(row, main).map(|amount| here.exact(amount, Unit::Yuan));
    let people = fill(t.per_head_of, &[&sheet.population.unwrap_or_default().to_string()]);
    let said = [
        (t.share, of_whole.map(percentage), stage.to_owned()),
        (t.share_of_parent, of_parent.map(percentage), stage.to_owned()),
        (t.per_head, head, format!("{stage} · {people}")),
    ];
    for (term, value, of) in said {
        if let Some(value) = value {
            facts.push(view! { <Fact term><span>{value}" "<small class="quiet">{of}</small></span></Fact> }.into_any());
        }
    }
}

/// The plain explanation of the line's class, from the classification alone.
fn what(here: &BudgetCtx, sheet: &Sheet<'_>, line: &Line) -> Option<AnyView> {
    let (t, lang) = (here.ctx.t, here.ctx.lang);
    let class: &'static Class = match &line.code {
        Some(code) => nearest_class(code),
        None => by_name(&line.name).filter(|class| class.direction == sheet.table.direction),
    }?;
    let is_exact = line.code.as_deref().is_none_or(|code| code == class.code);
    // A table may print an older name; that of the classification stands beside it, in either language.
    let mut also = Vec::new();
    if !is_exact {
        also.push(fill(t.class_of, &[class.code, class.name(lang)]));
    } else if line.name.trim() != class.name(lang) {
        also.push(format!("{} {}", class.code, class.name(lang)));
    }
    // The classification as a whole is of 2007.
    also.extend(class.from.filter(|year| *year > 2007).map(|year| fill(t.class_years, &[&year.to_string()])));
    let also = (!also.is_empty()).then(|| view! { <p class="quiet small">{also.join(" · ")}</p> }.into_any());
    Some(view! { <h2>{t.what_is_this}</h2><p>{class.about(lang)}</p>{also} }.into_any())
}

/// Where to go on from a line, and what can be copied of it.
#[component]
fn LineActs(
    /// Which table of the budget it is.
    index: usize,
    /// Which line of the table.
    row: usize,
) -> impl IntoView {
    let here = use_budget();
    let t = here.ctx.t;
    let has_parts = here.sheet(index).is_some_and(|sheet| !sheet.tree.children(row).is_empty());
    let copy = here.clone();
    let copy = Callback::new(move |is_link: bool| {
        let Some((sheet, line)) = copy.sheet(index).and_then(|sheet| sheet.line(row).map(|line| (sheet, line))) else { return };
        let address = copy.ctx.absolute(&copy.line_href_from(copy.place.get_untracked(), line));
        if is_link {
            clipboard::copy(copy.ctx.app, &address, copy.ctx.link_copied());
        } else {
            clipboard::copy(copy.ctx.app, &copied(&copy, &sheet, (index, row), line, &address), t.line_copied);
        }
    });
    let (years, into, close) = (here.clone(), here.clone(), here);
    let years = move || years.href(|place| place.picture = Some(Picture::Years));
    let into = has_parts.then(|| {
        let href = move || into.href(|place| place.picture = Some(Picture::Share));
        view! { <a href=href class="btn small">{t.into_picture}</a> }.into_any()
    });
    let close = move || {
        close.href(|place| {
            place.table = close.sheet(index).map(|sheet| sheet.table.id.clone());
            place.line = None;
        })
    };
    view! {
        <p class="row">
            <ActButton act="copy-link" press=move |()| copy.run(true)>{t.copy_line_link}</ActButton>
            <ActButton act="copy-line" press=move |()| copy.run(false)>{t.copy_line}</ActButton>
            <a href=years class="btn small">{t.to_years}</a>
            {into}
            <a href=close class="btn small">{t.close_line}</a>
        </p>
    }
    .into_any()
}
