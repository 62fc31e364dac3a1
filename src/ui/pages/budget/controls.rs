//! What the reader can choose: table, unit, lines, columns, picture.

use super::Here;
use crate::budget::{Field, in_unit};
use crate::i18n::{Texts, labels};
use crate::model::{Decimal, Unit};
use crate::route::Picture;
use leptos::prelude::*;

/// The tables, book by book.
pub(super) fn tables(here: &Here) -> Option<AnyView> {
    let budget = here.budget()?;
    if budget.tables.len() < 2 {
        return None;
    }
    let here = here.clone();
    let (t, lang) = (here.ctx.t, here.ctx.lang);
    let links = move || {
        let budget = here.budget()?;
        let current = here.table_index();
        let mut books: Vec<(Option<crate::model::Book>, Vec<AnyView>)> = Vec::new();
        for (at, table) in budget.tables.iter().enumerate() {
            let id = table.id.clone();
            let href = here.href(|place| {
                place.table = Some(id);
                place.line = None;
                place.sort = None;
                place.find = None;
            });
            let same = budget.tables.iter().filter(|other| other.book == table.book && other.direction == table.direction).count();
            let direction = labels::direction(lang, table.direction);
            // Where direction alone does not tell the tables of a book apart, their titles do.
            let name = table.title.as_ref().filter(|_| same > 1).map_or_else(|| direction.to_owned(), ToString::to_string);
            let is_current = (current == Some(at)).then_some("true");
            let link = view! { <a href=href aria-current=is_current>{name}</a> }.into_any();
            match books.iter_mut().find(|(book, _)| *book == table.book) {
                Some((_, links)) => links.push(link),
                None => books.push((table.book, vec![link])),
            }
        }
        let books = books.into_iter().map(|(book, links)| {
            let name = book.map_or(t.book_unknown, |book| labels::book(lang, book));
            view! { <li><span class="name">{name}</span><span class="seg">{links}</span></li> }
        });
        Some(view! { <ul class="books">{books.collect_view()}</ul> })
    };
    Some(view! { <nav class="tables" aria-label=t.tables>{links}</nav> }.into_any())
}

/// Unit, choice of lines, columns, picture.
pub(super) fn bar(here: &Here, index: usize) -> AnyView {
    view! {
        <div class="chooser">
            {units(here, index)}
            {finder(here, index)}
            {columns(here, index)}
        </div>
        {picture(here)}
    }
    .into_any()
}

fn units(here: &Here, index: usize) -> AnyView {
    let here = here.clone();
    let (t, lang) = (here.ctx.t, here.ctx.lang);
    let links = move || {
        let current = here.unit(&here.sheet(index)?);
        let links = [Unit::Yuan, Unit::WanYuan, Unit::YiYuan].map(|unit| {
            let href = here.href(|place| place.unit = Some(unit));
            view! { <a href=href aria-current=(unit == current).then_some("true")>{labels::unit(lang, unit)}</a> }
        });
        Some(links.collect_view())
    };
    view! { <div class="seg" role="group" aria-label=t.unit>{links}</div> }.into_any()
}

/// The fields are built once, so that they keep the focus while the reader types; they follow the address when it changes from elsewhere.
fn finder(here: &Here, index: usize) -> AnyView {
    let t = here.ctx.t;
    let (find, over, clear) = (here.clone(), here.clone(), here.clone());
    let unit = {
        let here = here.clone();
        Memo::new(move |_| here.sheet(index).map(|sheet| here.unit(&sheet)).unwrap_or_default())
    };
    let typed = move |event| {
        let text = event_target_value(&event);
        find.choose(|place| place.find = Some(text).filter(|text| !text.is_empty()));
    };
    let set_over = move |event| {
        let text = event_target_value(&event);
        let amount = Decimal::parse(text.trim()).ok().filter(|amount| amount.mantissa > 0);
        over.choose(|place| place.over = amount.and_then(|amount| in_unit(amount, unit.get_untracked(), Unit::Yuan)));
    };
    let place = here.place;
    let over_text = move || {
        let over = in_unit(place.get().over?, Unit::Yuan, unit.get())?;
        Some(crate::budget::plain(over))
    };
    let lang = here.ctx.lang;
    view! {
        <label class="find-line">
            <span class="unseen">{t.find_line}</span>
            <input type="search" placeholder=t.find_line prop:value=move || place.get().find.unwrap_or_default() on:input=typed/>
        </label>
        <label class="over">
            {t.only_over}
            <input inputmode="decimal" autocomplete="off" size="7" prop:value=move || over_text().unwrap_or_default() on:change=set_over/>
            {move || labels::unit(lang, unit.get())}
        </label>
        {move || {
            let clear = clear.clone();
            let place = place.get();
            (place.find.is_some() || place.over.is_some()).then(|| {
                let drop = move |_| clear.choose(|place| {
                    place.find = None;
                    place.over = None;
                });
                view! { <button class="btn small" type="button" on:click=drop>{t.clear_choice}</button> }
            })
        }}
    }
    .into_any()
}

/// The boxes are built once and only their state changes, so that they keep the focus.
fn columns(here: &Here, index: usize) -> AnyView {
    let here = here.clone();
    let (t, lang) = (here.ctx.t, here.ctx.lang);
    let Some(sheet) = here.sheet(index) else { return ().into_any() };
    let mut offered = Field::of_table(sheet.table);
    offered.push(Field::Share);
    if sheet.population.is_some() {
        offered.push(Field::PerHead);
    }
    let place = here.place;
    let usual = Field::of_table(sheet.table);
    let boxes = offered.clone().into_iter().map(|field| {
        let (here, usual, offered) = (here.clone(), usual.clone(), offered.clone());
        let also = usual.clone();
        let is_shown = move || {
            let chosen = place.get().columns;
            if chosen.is_empty() { usual.contains(&field) } else { chosen.contains(&field) }
        };
        let toggle = move |event| {
            let wanted = event_target_checked(&event);
            let chosen = place.get_untracked().columns;
            let now = if chosen.is_empty() { also.clone() } else { chosen };
            let next: Vec<Field> =
                offered.iter().copied().filter(|other| if *other == field { wanted } else { now.contains(other) }).collect();
            here.choose(|place| place.columns = if next == also { Vec::new() } else { next });
        };
        view! {
            <label><input type="checkbox" prop:checked=is_shown on:change=toggle/>{field_name(t, lang, field)}</label>
        }
    });
    let boxes = boxes.collect_view();
    view! {
        <details class="menu">
            <summary class="btn small">{t.columns}</summary>
            <div class="menu-body stack">{boxes}</div>
        </details>
    }
    .into_any()
}

/// The name of a column.
pub(super) fn field_name(t: &'static Texts, lang: crate::i18n::Lang, field: Field) -> &'static str {
    match field {
        Field::Amount(column) => labels::column(lang, column),
        Field::Completion => t.completion,
        Field::Change => t.change,
        Field::Share => t.share,
        Field::PerHead => t.per_head,
    }
}

fn picture(here: &Here) -> AnyView {
    let here = here.clone();
    let t = here.ctx.t;
    let links = move || {
        let current = here.place.get().picture;
        let choices = std::iter::once(None).chain(Picture::ALL.into_iter().map(Some));
        let links = choices.map(|picture| {
            let href = here.href(|place| place.picture = picture);
            view! { <a href=href aria-current=(picture == current).then_some("true")>{picture_name(t, picture)}</a> }
        });
        links.collect_view()
    };
    view! { <nav class="pictures" aria-label=t.picture><span class="name">{t.picture}</span><span class="seg">{links}</span></nav> }
        .into_any()
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
