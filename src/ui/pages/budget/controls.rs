//! What the reader can choose: table, unit, lines, columns, picture.

mod columns;
mod filter;

use crate::i18n::{Lang, labels};
use crate::model::{Book, Unit};
use crate::route::Picture;
use crate::ui::pages::budget::buttons::ChoiceLink;
use crate::ui::pages::budget::controls::columns::ColumnsMenu;
use crate::ui::pages::budget::controls::filter::LineFilter;
use crate::ui::pages::budget::ctx::use_budget;
use crate::ui::pages::budget::names::picture_name;
use leptos::prelude::*;

/// The tables, book by book; nothing where there is only one.
#[component]
pub(super) fn TablesNav() -> impl IntoView {
    let here = use_budget();
    let (t, lang, current) = (here.ctx.t, here.ctx.lang, here.table);
    let tables = &here.budget()?.tables;
    if tables.len() < 2 {
        return None;
    }
    let mut books: Vec<(Option<Book>, Vec<AnyView>)> = Vec::new();
    for (at, table) in tables.iter().enumerate() {
        let same = tables.iter().filter(|other| other.book == table.book && other.direction == table.direction).count();
        // Where direction alone does not tell the tables of a book apart, their titles do.
        let name = table.title.as_deref().filter(|_| same > 1).unwrap_or_else(|| labels::direction(lang, table.direction));
        let (of, id) = (here.clone(), table.id.clone());
        let href = Signal::derive(move || {
            of.href(|place| {
                place.table = Some(id.clone());
                place.line = None;
                place.sort = None;
                place.find = None;
            })
        });
        let is_current = Signal::derive(move || current.get() == Some(at));
        let link = view! { <ChoiceLink href text=name key=format!("table-{at}") is_current/> }.into_any();
        match books.iter_mut().find(|(book, _)| *book == table.book) {
            Some((_, links)) => links.push(link),
            None => books.push((table.book, vec![link])),
        }
    }
    let books = books.into_iter().map(|(book, links)| {
        let name = book.map_or(t.book_unknown, |book| labels::book(lang, book));
        view! { <li><span class="name">{name}</span><span class="seg">{links}</span></li> }.into_any()
    });
    let books = books.collect::<Vec<_>>();
    let view = view! { <nav class="tables" aria-label=t.tables><ul class="books">{books}</ul></nav> };
    Some(view.into_any())
}

/// Unit, choice of lines, columns.
#[component]
pub(super) fn TableControls(
    /// Which table of the budget it is.
    index: usize,
) -> impl IntoView {
    let here = use_budget();
    let (t, lang) = (here.ctx.t, here.ctx.lang);
    let of = here.clone();
    let current = Memo::new(move |_| of.sheet(index).map(|sheet| of.unit(&sheet)).unwrap_or_default());
    let links = [Unit::Yuan, Unit::WanYuan, Unit::YiYuan].map(|unit| {
        let here = here.clone();
        let href = Signal::derive(move || here.href(|place| place.unit = Some(unit)));
        let is_current = Signal::derive(move || current.get() == unit);
        view! { <ChoiceLink href text=labels::unit(lang, unit) key=labels::unit(Lang::En, unit) is_current/> }.into_any()
    });
    view! {
        <div class="chooser">
            <div class="seg" role="group" aria-label=t.unit>{Vec::from(links)}</div>
            <LineFilter unit=current/>
            <ColumnsMenu index/>
        </div>
    }
    .into_any()
}

/// The pictures to choose from, and none.
#[component]
pub(super) fn PictureChoice() -> impl IntoView {
    let here = use_budget();
    let (t, place) = (here.ctx.t, here.place);
    let current = Memo::new(move |_| place.with(|place| place.picture));
    let links = std::iter::once(None).chain(Picture::ALL.into_iter().map(Some)).map(|picture| {
        let here = here.clone();
        let href = Signal::derive(move || here.href(|place| place.picture = picture));
        let is_current = Signal::derive(move || current.get() == picture);
        view! { <ChoiceLink href text=picture_name(t, picture) key=picture.map_or("none", Picture::key) is_current/> }.into_any()
    });
    let links = links.collect::<Vec<_>>();
    view! {
        <nav class="pictures" aria-label=t.picture>
            <span class="name">{t.picture}</span>
            <span class="seg">{links}</span>
        </nav>
    }
    .into_any()
}
