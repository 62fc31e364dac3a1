//! What there is to say of one line: exact amounts, shares, what it is, what the audit says, where to go on.

use crate::budget::classes::{Class, by_name, nearest_class};
use crate::budget::{Column, Sheet, change, completion, in_unit};
use crate::i18n::{fill, labels};
use crate::model::{Line, Stated, Unit, YoyKind};
use crate::route::Picture;
use crate::ui::actions::clipboard;
use crate::ui::pages::budget::Here;
use crate::ui::pages::budget::table::{act_button, percentage, signed};
use crate::ui::web::dom::{El, el, fact, link, with_text};

/// The card below a line.
pub(super) fn card(here: &Here, index: usize, row: usize) -> El {
    let t = here.ctx.t;
    let card = el("div").class("line-card");
    let Some(sheet) = here.sheet(index) else { return card };
    let Some(line) = sheet.line(row) else { return card };
    let mut facts = amounts(here, &sheet, line);
    percentages(here, &sheet, line, &mut facts);
    shares(here, &sheet, row, &mut facts);
    if let Some(note) = &line.note {
        facts.extend(fact(t.remark, with_text("span", "", note).set("lang", &here.ctx.content_lang())));
    }
    let left = el("div").add(with_text("h2", "", t.exact_amounts)).add(el("dl").class("pairs").all(facts));
    let mut right = el("div").all(what(here, &sheet, line));
    let checks = crate::ui::pages::budget::audit::of_line(here, index, row);
    if !checks.is_empty() {
        right = right.add(with_text("h2", "", t.audit)).add(el("ul").class("plain").all(checks));
    }
    card.add(left).add(right.add(acts(here, &sheet, row)))
}

/// Each stage as printed, and in yuan where that is another unit.
fn amounts(here: &Here, sheet: &Sheet<'_>, line: &Line) -> Vec<El> {
    let unit = sheet.unit(line);
    let mut facts = Vec::new();
    for column in Column::ALL {
        let value = match column.of(&line.amounts) {
            Stated::Unknown => continue,
            Stated::None => with_text("span", "", here.ctx.t.none),
            Stated::Value(amount) => {
                let printed = with_text("span", "", &here.exact(*amount, unit));
                match in_unit(*amount, unit, Unit::Yuan).filter(|_| unit != Unit::Yuan) {
                    Some(yuan) => printed.text(" ").add(with_text("small", "quiet", &format!("= {}", here.exact(yuan, Unit::Yuan)))),
                    None => printed,
                }
            }
        };
        facts.extend(fact(labels::column(here.ctx.lang, column), value));
    }
    facts
}

fn percentages(here: &Here, sheet: &Sheet<'_>, line: &Line, facts: &mut Vec<El>) {
    let t = here.ctx.t;
    let mut say = |term: &str, printed: Option<String>, computed: Option<String>| {
        let printed = printed.map(|printed| fill(t.printed_as, &[&printed]));
        let computed = computed.map(|computed| fill(t.computed, &[&computed]));
        let words: Vec<String> = printed.into_iter().chain(computed).collect();
        if !words.is_empty() {
            facts.extend(fact(term, with_text("span", "", &words.join(" · "))));
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

fn shares(here: &Here, sheet: &Sheet<'_>, row: usize, facts: &mut Vec<El>) {
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
            facts.extend(fact(term, with_text("span", "", &value).text(" ").add(with_text("small", "quiet", &of))));
        }
    }
}

/// The plain explanation of the line's class, from the classification alone.
fn what(here: &Here, sheet: &Sheet<'_>, line: &Line) -> Vec<El> {
    let (t, lang) = (here.ctx.t, here.ctx.lang);
    let class: Option<&'static Class> = match &line.code {
        Some(code) => nearest_class(code),
        None => by_name(&line.name).filter(|class| class.direction == sheet.table.direction),
    };
    let Some(class) = class else { return Vec::new() };
    let is_exact = line.code.as_deref().is_none_or(|code| code == class.code);
    let mut said = vec![with_text("h2", "", t.what_is_this), with_text("p", "", class.about(lang))];
    // A table may print an older name; ours is told beside it, in either language.
    let mut also = Vec::new();
    if !is_exact {
        also.push(fill(t.class_of, &[class.code, class.name(lang)]));
    } else if line.name.trim() != class.name(lang) {
        also.push(format!("{} {}", class.code, class.name(lang)));
    }
    // The classification as a whole is of 2007.
    also.extend(class.from.filter(|year| *year > 2007).map(|year| fill(t.class_years, &[&year.to_string()])));
    if !also.is_empty() {
        said.push(with_text("p", "quiet small", &also.join(" · ")));
    }
    said
}

fn acts(here: &Here, sheet: &Sheet<'_>, row: usize) -> El {
    let t = here.ctx.t;
    let go = |href: String, text: &str| link(&href, text).class("btn small");
    let years = go(here.href(|place| place.picture = Some(Picture::Years)), t.to_years);
    let into = (!sheet.tree.children(row).is_empty()).then(|| go(here.href(|place| place.picture = Some(Picture::Share)), t.into_picture));
    let close = go(
        here.href(|place| {
            place.table = Some(sheet.table.id.clone());
            place.line = None;
        }),
        t.close_line,
    );
    let acts = el("p").class("row").add(act_button("copy-link", t.copy_line_link)).add(act_button("copy-line", t.copy_line));
    acts.add(years).all(into.into_iter().collect()).add(close)
}

/// What the card's buttons do.
pub(super) fn act(here: &Here, index: usize, row: usize, act: &str) {
    let Some((sheet, line)) = here.sheet(index).and_then(|sheet| sheet.line(row).map(|line| (sheet, line))) else { return };
    let (t, app) = (here.ctx.t, here.ctx.app);
    let address = here.ctx.absolute(&here.line_href(line));
    match act {
        "copy-link" => clipboard::copy(app, &address, here.ctx.link_copied()),
        "copy-line" => clipboard::copy(app, &copied(here, &sheet, line, &address), t.line_copied),
        _ => {}
    }
}

/// The line as it is copied: exact amounts, budget, session, link.
fn copied(here: &Here, sheet: &Sheet<'_>, line: &Line, address: &str) -> String {
    let lang = here.ctx.lang;
    let unit = sheet.unit(line);
    let amounts = Column::ALL.into_iter().filter_map(|column| {
        let amount = column.of(&line.amounts).value()?;
        Some(format!("{} {}", labels::column(lang, column), here.exact(*amount, unit)))
    });
    let amounts = amounts.collect::<Vec<_>>().join(" · ");
    let session = here.ctx.session();
    let sample = if session.is_sample { format!(" ({})", here.ctx.t.sample) } else { String::new() };
    let colon = if lang == crate::i18n::Lang::Zh { "：" } else { ": " };
    // A link to a file on this device leads nobody else to it.
    let address = if here.ctx.is_public() { format!("\n{address}") } else { String::new() };
    format!("{}{colon}{amounts}\n{} · {}{sample}{address}", line.name, sheet.budget.title, session.title)
}
