//! What the reader can choose: table, unit, lines, columns, picture.

use crate::budget::{Field, in_unit, plain};
use crate::i18n::{Lang, Texts, labels};
use crate::model::{Book, Decimal, Unit};
use crate::route::{BudgetPlace, Picture};
use crate::ui::pages::budget::Here;
use crate::ui::web::dom::{El, button, el, link, rebuilt, with_text};
use crate::ui::web::task::effect;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

/// One of several to choose from.
fn choice(href: &str, text: &str, key: &str, is_current: bool) -> El {
    link(href, text).set("data-key", key).set_some("aria-current", is_current.then_some("true"))
}

/// The tables, book by book.
pub(super) fn tables(here: &Here) -> Option<El> {
    if here.budget()?.tables.len() < 2 {
        return None;
    }
    let (t, here) = (here.ctx.t, here.clone());
    let links = rebuilt(Box::new(move || vec![books(&here)]));
    Some(el("nav").class("tables").set("aria-label", t.tables).add(links))
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
pub(super) fn bar(here: &Here, index: usize) -> Vec<El> {
    let t = here.ctx.t;
    let (for_units, for_pictures) = (here.clone(), here.clone());
    let units = rebuilt(Box::new(move || vec![units(&for_units, index)]));
    let pictures = rebuilt(Box::new(move || vec![pictures(&for_pictures)]));
    vec![
        el("div").class("chooser").add(units).all(finder(here, index)).maybe(columns(here, index)),
        el("nav").class("pictures").set("aria-label", t.picture).add(with_text("span", "name", t.picture)).add(pictures),
    ]
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
fn finder(here: &Here, index: usize) -> Vec<El> {
    let (t, place) = (here.ctx.t, here.place);
    let unit_of = move |here: &Here| here.sheet(index).map(|sheet| here.unit(&sheet)).unwrap_or_default();
    let (typed, over, clear, this) = (here.clone(), here.clone(), here.clone(), here.clone());
    let find_input = el("input").set("type", "search").set("placeholder", t.find_line).on(
        "input",
        Box::new(move |event| {
            let text = input_of(&event).value();
            typed.choose(|place| place.find = Some(text).filter(|text| !text.is_empty()));
        }),
    );
    let over_input = el("input").set("inputmode", "decimal").set("autocomplete", "off").on(
        "change",
        Box::new(move |event| {
            let typed = input_of(&event).value();
            let amount = amount_of(&typed);
            if amount.is_none() && !typed.trim().is_empty() {
                over.ctx.app.tell(t.over_invalid);
                return;
            }
            let unit = untrack(|| unit_of(&over));
            over.choose(|place| place.over = amount.and_then(|amount| in_unit(amount, unit, Unit::Yuan)));
        }),
    );
    let drop = move |_| {
        clear.choose(|place| {
            place.find = None;
            place.over = None;
        });
    };
    let drop = button("btn small", t.clear_choice, Box::new(drop));
    let unit_name = el("span");
    let fields = vec![
        el("label").class("find-line").add(with_text("span", "unseen", t.find_line)).add(find_input.clone()),
        el("label").class("over").add(with_text("span", "", t.only_over)).add(over_input.clone()).add(unit_name.clone()),
        drop.clone(),
    ];
    // What the reader has typed stays as it is unless the choice changes.
    let mut before = [String::new(), String::new()];
    effect(move || {
        let BudgetPlace { find, over, .. } = place.get();
        let unit = unit_of(&this);
        unit_name.say(labels::unit(this.ctx.lang, unit));
        let _ = drop.element().toggle_attribute_with_force("hidden", find.is_none() && over.is_none());
        let over = over.and_then(|over| in_unit(over, Unit::Yuan, unit)).map(plain);
        let now = [find.unwrap_or_default(), over.unwrap_or_default()];
        for ((input, before), now) in [&find_input, &over_input].into_iter().zip(&before).zip(&now) {
            if before != now {
                input.element().unchecked_ref::<HtmlInputElement>().set_value(now);
            }
        }
        before = now;
    });
    fields
}

/// The field that an event comes from.
fn input_of(event: &Event) -> HtmlInputElement {
    event_target(event)
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
fn columns(here: &Here, index: usize) -> Option<El> {
    let (t, lang, place) = (here.ctx.t, here.ctx.lang, here.place);
    let sheet = here.sheet(index)?;
    let usual = Field::of_table(sheet.budget, sheet.table);
    let mut offered = usual.clone();
    offered.push(Field::Share);
    if sheet.population.is_some() {
        offered.push(Field::PerHead);
    }
    let inputs: Vec<(Field, El)> = offered.into_iter().map(|field| (field, el("input").set("type", "checkbox"))).collect();
    let labels = inputs.iter().map(|(field, input)| el("label").add(input.clone()).text(field_name(t, lang, *field)));
    let labels = labels.collect();
    let box_of = |input: &El| input.element().clone().unchecked_into::<HtmlInputElement>();
    let (boxes, here, also) = (inputs.clone(), here.clone(), usual.clone());
    // A box changes below its list: one listener hears them all.
    let toggle = move |event: Event| {
        let next: Vec<Field> = boxes.iter().filter(|(_, input)| box_of(input).checked()).map(|(field, _)| *field).collect();
        if next.is_empty() {
            // A table without figures says nothing: the last column stays.
            input_of(&event).set_checked(true);
            return;
        }
        here.choose(|place| place.columns = if next == also { Vec::new() } else { next });
    };
    effect(move || {
        let chosen = place.get().columns;
        let chosen = if chosen.is_empty() { &usual } else { &chosen };
        for (field, input) in &inputs {
            box_of(input).set_checked(chosen.contains(field));
        }
    });
    let boxes = el("div").class("menu-body stack").all(labels).on("change", Box::new(toggle));
    Some(el("details").class("menu").add(with_text("summary", "btn small", t.columns)).add(boxes))
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
