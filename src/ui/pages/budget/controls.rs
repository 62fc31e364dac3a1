//! What the reader can choose: table, unit, lines, columns, picture.

use super::Here;
use crate::budget::{Field, in_unit, plain};
use crate::i18n::{Lang, Texts, labels};
use crate::model::{Book, Decimal, Unit};
use crate::route::Picture;
use crate::ui::dom::{El, el, link, rebuilt, with_text};
use leptos::prelude::*;

/// One of several to choose from.
fn choice(href: &str, text: &str, key: &str, is_current: bool) -> El {
    link(href, text).set("data-key", key).set_some("aria-current", is_current.then_some("true"))
}

/// The tables, book by book.
pub(super) fn tables(here: &Here) -> Option<AnyView> {
    if here.budget()?.tables.len() < 2 {
        return None;
    }
    let (t, here) = (here.ctx.t, here.clone());
    let links = rebuilt(Box::new(move || vec![books(&here)]));
    Some(view! { <nav class="tables" aria-label=t.tables>{links}</nav> }.into_any())
}

fn books(here: &Here) -> El {
    let (t, lang) = (here.ctx.t, here.ctx.lang);
    let list = el("ul").class("books");
    let Some(budget) = here.budget() else { return list };
    let current = here.table_index();
    let mut books: Vec<(Option<Book>, Vec<El>)> = Vec::new();
    for (at, table) in budget.tables.iter().enumerate() {
        let href = here.href(|place| {
            place.table = Some(table.id.clone());
            place.line = None;
            place.sort = None;
            place.find = None;
        });
        let same = budget.tables.iter().filter(|other| other.book == table.book && other.direction == table.direction).count();
        let direction = labels::direction(lang, table.direction);
        // Where direction alone does not tell the tables of a book apart, their titles do.
        let name = table.title.as_deref().filter(|_| same > 1).unwrap_or(direction);
        let link = choice(&href, name, &format!("table-{at}"), current == Some(at));
        match books.iter_mut().find(|(book, _)| *book == table.book) {
            Some((_, links)) => links.push(link),
            None => books.push((table.book, vec![link])),
        }
    }
    let books = books.into_iter().map(|(book, links)| {
        let name = book.map_or(t.book_unknown, |book| labels::book(lang, book));
        el("li").add(with_text("span", "name", name)).add(el("span").class("seg").all(links))
    });
    list.all(books.collect())
}

/// Unit, choice of lines, columns, picture.
pub(super) fn bar(here: &Here, index: usize) -> AnyView {
    let t = here.ctx.t;
    let (for_units, for_pictures) = (here.clone(), here.clone());
    let units = rebuilt(Box::new(move || vec![units(&for_units, index)]));
    let pictures = rebuilt(Box::new(move || vec![pictures(&for_pictures)]));
    view! {
        <div class="chooser">{units}{finder(here, index)}{columns(here, index)}</div>
        <nav class="pictures" aria-label=t.picture><span class="name">{t.picture}</span>{pictures}</nav>
    }
    .into_any()
}

fn units(here: &Here, index: usize) -> El {
    let current = here.sheet(index).map(|sheet| here.unit(&sheet));
    let links = [Unit::Yuan, Unit::WanYuan, Unit::YiYuan].into_iter().map(|unit| {
        let href = here.href(|place| place.unit = Some(unit));
        choice(&href, labels::unit(here.ctx.lang, unit), labels::unit(Lang::En, unit), Some(unit) == current)
    });
    el("div").class("seg").set("role", "group").set("aria-label", here.ctx.t.unit).all(links.collect())
}

fn pictures(here: &Here) -> El {
    let current = here.place.get().picture;
    let choices = std::iter::once(None).chain(Picture::ALL.into_iter().map(Some));
    let links = choices.map(|picture| {
        let href = here.href(|place| place.picture = picture);
        choice(&href, picture_name(here.ctx.t, picture), picture.map_or("none", Picture::key), picture == current)
    });
    el("span").class("seg").all(links.collect())
}

/// The fields are built once, so that they keep the focus while the reader types; they follow the address when it changes from elsewhere.
fn finder(here: &Here, index: usize) -> AnyView {
    let (t, lang, place) = (here.ctx.t, here.ctx.lang, here.place);
    let (find, over, clear, this) = (here.clone(), here.clone(), here.clone(), here.clone());
    let unit = Memo::new(move |_| this.sheet(index).map(|sheet| this.unit(&sheet)).unwrap_or_default());
    let typed = move |event| {
        let text = event_target_value(&event);
        find.choose(|place| place.find = Some(text).filter(|text| !text.is_empty()));
    };
    let set_over = move |event| {
        let typed = event_target_value(&event);
        let amount = amount_of(&typed);
        if amount.is_none() && !typed.trim().is_empty() {
            over.ctx.app.tell(t.over_invalid);
            return;
        }
        over.choose(|place| place.over = amount.and_then(|amount| in_unit(amount, unit.get_untracked(), Unit::Yuan)));
    };
    let find_text = move || place.get().find.unwrap_or_default();
    let over_text = move || place.get().over.and_then(|over| in_unit(over, Unit::Yuan, unit.get())).map(plain).unwrap_or_default();
    let drop = move |_| {
        clear.choose(|place| {
            place.find = None;
            place.over = None;
        });
    };
    let nothing_chosen = move || place.with(|place| place.find.is_none() && place.over.is_none());
    view! {
        <label class="find-line">
            <span class="unseen">{t.find_line}</span>
            <input type="search" placeholder=t.find_line prop:value=find_text on:input=typed/>
        </label>
        <label class="over">
            <span>{t.only_over}</span>
            <input inputmode="decimal" autocomplete="off" prop:value=over_text on:change=set_over/>
            <span>{move || labels::unit(lang, unit.get())}</span>
        </label>
        <button class="btn small" type="button" on:click=drop hidden=nothing_chosen>{t.clear_choice}</button>
    }
    .into_any()
}

/// An amount as people type it: with commas and spaces, in digits of either width.
fn amount_of(typed: &str) -> Option<Decimal> {
    let digits = typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, ',' | '，')).map(|c| match c {
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c),
        '．' | '。' => '.',
        c => c,
    });
    Decimal::parse(&digits.collect::<String>()).ok().filter(|amount| amount.mantissa > 0)
}

/// The boxes are built once and only their state changes, so that they keep the focus.
fn columns(here: &Here, index: usize) -> Option<AnyView> {
    let (t, lang, place) = (here.ctx.t, here.ctx.lang, here.place);
    let sheet = here.sheet(index)?;
    let usual = Field::of_table(sheet.budget, sheet.table);
    let mut offered = usual.clone();
    offered.push(Field::Share);
    if sheet.population.is_some() {
        offered.push(Field::PerHead);
    }
    let boxes = offered.clone().into_iter().map(|field| {
        let (here, usual, offered) = (here.clone(), usual.clone(), offered.clone());
        let also = usual.clone();
        let is_shown = move || {
            let chosen = place.get().columns;
            if chosen.is_empty() { usual.contains(&field) } else { chosen.contains(&field) }
        };
        let toggle = move |event: leptos::ev::Event| {
            let wanted = event_target_checked(&event);
            let chosen = place.get_untracked().columns;
            let now = if chosen.is_empty() { also.clone() } else { chosen };
            let next: Vec<Field> =
                offered.iter().copied().filter(|other| if *other == field { wanted } else { now.contains(other) }).collect();
            if next.is_empty() {
                // A table without figures says nothing: the last column stays.
                event_target::<web_sys::HtmlInputElement>(&event).set_checked(true);
                return;
            }
            here.choose(|place| place.columns = if next == also { Vec::new() } else { next });
        };
        view! { <label><input type="checkbox" prop:checked=is_shown on:change=toggle/>{field_name(t, lang, field)}</label> }
    });
    let boxes = boxes.collect_view();
    Some(
        view! {
            <details class="menu">
                <summary class="btn small">{t.columns}</summary>
                <div class="menu-body stack">{boxes}</div>
            </details>
        }
        .into_any(),
    )
}

/// The name of a column.
pub(super) fn field_name(t: &'static Texts, lang: Lang, field: Field) -> &'static str {
    match field {
        Field::Amount(column) => labels::column(lang, column),
        Field::Completion => t.completion,
        Field::Change => t.change,
        Field::Share => t.share,
        Field::PerHead => t.per_head,
    }
}

/// The name of a picture.
pub(super) fn picture_name(t: &'static Texts, picture: Option<Picture>) -> &'static str {
    match picture {
        None => t.picture_none,
        Some(Picture::Completion) => t.picture_completion,
        Some(Picture::Flow) => t.picture_flow,
        Some(Picture::Share) => t.picture_share,
        Some(Picture::Change) => t.picture_change,
        Some(Picture::Years) => t.picture_years,
    }
}
