//! A list of the session: its entries, each with its fields and its own lists, and what can be done with them.

use crate::edit::forms::Form;
use crate::edit::operations::{add, move_to, name, remove};
use crate::edit::pointer::{below, child, entry};
use crate::edit::{Json, Spot, paragraphs, people};
use crate::i18n::edit::label;
use crate::i18n::fill;
use crate::ui::dialogs::edit::desk::Desk;
use crate::ui::dialogs::edit::field::Field;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;

/// So many entries are shown at once; a budget has thousands.
const SHOWN: usize = 50;

/// A list with a heading.
#[component]
pub fn Entries(
    /// What it is in, as a JSON pointer.
    above: String,
    /// How its entries are edited.
    form: &'static Form,
) -> impl IntoView {
    let desk = Desk::current();
    let words = desk.words();
    let list = StoredValue::new(child(&above, form.list));
    let shown = RwSignal::new(SHOWN);
    let count =
        Memo::new(move |_| desk.look(|editor| list.with_value(|list| editor.document().get(list).map_or(0, |list| list.as_list().len()))));
    let section = NodeRef::<leptos::html::Section>::new();
    // Whoever is led to the list finds its button, whoever is led to an entry the entry.
    Effect::new(move |_| {
        if desk.target.with(|target| list.with_value(|list| target.as_ref().is_some_and(|spot| spot.at == *list))) {
            let button =
                section.get_untracked().and_then(|section| section.query_selector(":scope > p > button:last-child").ok().flatten());
            if let Some(button) = button.and_then(|button| button.dyn_into::<web_sys::HtmlElement>().ok()) {
                let _ = button.focus();
            }
            return desk.target.set(None);
        }
        let index = desk.target.with(|target| {
            let rest = list.with_value(|list| target.as_ref().and_then(|spot| below(&spot.at, list).map(ToOwned::to_owned)))?;
            rest.trim_start_matches('/').split('/').next()?.parse::<usize>().ok()
        });
        if let Some(index) = index.filter(|index| *index >= shown.get_untracked()) {
            shown.set(index + 1);
        }
    });
    let entries = move || {
        desk.look(|editor| {
            let there = list.with_value(|list| editor.document().get(list).map(Json::as_list).unwrap_or_default().to_vec());
            let key = |(index, value): (usize, Json)| (index, value.field_text("id").to_owned());
            there.into_iter().take(shown.get()).enumerate().map(key).collect::<Vec<_>>()
        })
    };
    let more = move || {
        let left = count.get().saturating_sub(shown.get());
        (left > 0).then(|| {
            let said = fill(words.edit_more, &[&left.min(SHOWN).to_string()]);
            view! { <button class="btn small" type="button" on:click=move |_| shown.update(|shown| *shown += SHOWN)>{said}</button> }
        })
    };
    let add = move |_| {
        list.with_value(|list| desk.run(|document| add(document, list, count.get_untracked()).map(Some)));
        shown.update(|shown| *shown = (*shown).max(count.get_untracked()));
    };
    let title = list.with_value(|list| label(desk.lang(), list));
    let heading = if above.is_empty() { view! { <h3>{title}</h3> }.into_any() } else { view! { <h4>{title}</h4> }.into_any() };
    let added = format!("{} {title}", words.edit_add);
    view! {
        <section node_ref=section>
            {heading}
            <For each=entries key=Clone::clone let:item>
                <Entry at=list.with_value(|list| entry(list, item.0)) form/>
            </For>
            <p class="row">
                {more}
                <button class="btn small" type="button" aria-label=added on:click=add>{words.edit_add}</button>
            </p>
        </section>
    }
    .into_any()
}

/// An entry, which shows its fields when it is opened.
#[component]
fn Entry(
    /// Where it is, as a JSON pointer.
    at: String,
    /// How it is edited.
    form: &'static Form,
) -> impl IntoView {
    let desk = Desk::current();
    let words = desk.words();
    let at = StoredValue::new(at);
    let name = Memo::new(move |_| {
        let name = desk.look(|editor| at.with_value(|at| editor.document().get(at).map(name).unwrap_or_default()));
        if name.is_empty() { words.edit_nameless.to_owned() } else { crate::check::short(&name) }
    });
    // What is a value itself has nothing to open.
    let is_value = form.fields == [""];
    let is_open = RwSignal::new(is_value || form.list == "blocks");
    Effect::new(move |_| {
        let rest = desk.target.with(|target| at.with_value(|at| target.as_ref().and_then(|spot| below(&spot.at, at).map(str::is_empty))));
        if rest.is_some() {
            is_open.set(true);
        }
        // Whoever is led to an entry begins with its first field.
        if let (Some(true), Some(first)) = (rest, form.fields.first().filter(|first| !first.is_empty())) {
            desk.target.set(Some(Spot::field(at.with_value(|at| format!("{at}{first}")))));
        }
    });
    let content = move || {
        is_open.get().then(|| {
            let fields = form.fields.iter().map(|field| view! { <Field at=at.with_value(|at| format!("{at}{field}"))/> }.into_any());
            let lists = form.lists.iter().filter(|inner| inner.list != "items" || at.with_value(|at| has_items(desk, at)));
            let lists = lists.map(|inner| view! { <Entries above=at.get_value() form=*inner/> }.into_any());
            let (fields, lists) = (fields.collect::<Vec<_>>(), lists.collect::<Vec<_>>());
            view! { <div class="edit-fields">{fields}</div><Deeds at=at.get_value() list=form.list/>{lists} }.into_any()
        })
    };
    if is_value || form.list == "blocks" {
        return view! { <div class="edit-entry">{content}</div> }.into_any();
    }
    let toggled = move |event: web_sys::Event| {
        let is_shown = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .is_some_and(|details| details.has_attribute("open"));
        is_open.set(is_shown);
    };
    view! { <details class="edit-entry" prop:open=is_open on:toggle=toggled><summary on:focus=move |_| desk.focused.set(Some(at.get_value()))>{name}</summary>{content}</details> }.into_any()
}

/// What can be done with an entry.
#[component]
fn Deeds(
    /// Where it is, as a JSON pointer.
    at: String,
    /// The name of its list.
    list: &'static str,
) -> impl IntoView {
    let desk = Desk::current();
    let words = desk.words();
    let index = crate::edit::pointer::in_list(&at).map_or(0, |(_, index)| index);
    let at = StoredValue::new(at);
    let button = move |label: &'static str, deed: Callback<()>| {
        view! { <button class="btn small" type="button" on:click=move |_| deed.run(())>{label}</button> }.into_any()
    };
    let up = Callback::new(move |()| {
        at.with_value(|at| desk.run(|document| move_to(document, at, index.saturating_sub(1))));
    });
    let down = Callback::new(move |()| {
        at.with_value(|at| desk.run(|document| move_to(document, at, index + 1)));
    });
    let gone = Callback::new(move |()| {
        at.with_value(|at| desk.run(|document| remove(document, at).map(Some)));
    });
    let cut = Callback::new(move |()| at.with_value(|at| cut(desk, at)));
    let join = Callback::new(move |()| {
        at.with_value(|at| desk.run(|document| paragraphs::join(document, at).map(Some)));
    });
    let others = (list == "people").then(|| view! { <Merge index/> });
    view! {
        <p class="row edit-deeds">
            {(list == "blocks").then(|| button(words.edit_split, cut))}
            {(list == "blocks" && index > 0).then(|| button(words.edit_join, join))}
            {(index > 0).then(|| button(words.edit_up, up))}
            {button(words.edit_down, down)}
            {button(words.edit_remove, gone)}
            {others}
        </p>
    }
    .into_any()
}

/// The choice of whom somebody is the same as.
#[component]
fn Merge(
    /// The place of the person in the list.
    index: usize,
) -> impl IntoView {
    let desk = Desk::current();
    let others = move || {
        let people = desk
            .look(|editor| editor.document().field("people").map(Json::as_list).unwrap_or_default().iter().map(name).collect::<Vec<_>>());
        let others = people.into_iter().enumerate().filter(|(other, _)| *other != index);
        others.map(|(other, name)| view! { <option value=other.to_string()>{name}</option> }.into_any()).collect::<Vec<_>>()
    };
    let merge = move |event| {
        if let Ok(stays) = event_target_value(&event).parse::<usize>() {
            desk.run(|document| people::merge(document, stays, index).map(Some));
        }
    };
    view! {
        <select aria-label=desk.words().edit_merge on:change=merge>
            <option value="" selected>{desk.words().edit_merge}</option>
            {others}
        </select>
    }
    .into_any()
}

fn has_items(desk: Desk, at: &str) -> bool {
    desk.look_once(|editor| editor.document().get(&child(at, "items")).is_some())
}

/// Cuts a paragraph where the cursor was in it last.
fn cut(desk: Desk, at: &str) {
    let area = document().get_element_by_id(&format!("edit{at}/text")).and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok());
    if let Some(units) = area.and_then(|area| area.selection_start().ok().flatten()) {
        desk.run(|document| paragraphs::split(document, at, units as usize).map(Some));
    }
}
