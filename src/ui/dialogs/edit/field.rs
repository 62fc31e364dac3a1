//! One field of the form.

use crate::edit::forms::{Sort, sort};
use crate::edit::{Fault, Json, Spot};
use crate::i18n;
use crate::i18n::edit::{label, word};
use crate::ui::dialogs::edit::desk::Desk;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlTextAreaElement, KeyboardEvent};

/// A field with its name, its value, whether it is confirmed, and what is wrong with what is typed.
#[component]
pub fn Field(
    /// Where it is in the session, as a JSON pointer.
    at: String,
) -> impl IntoView {
    let desk = Desk::current();
    let words = desk.words();
    let id = format!("edit{at}");
    let at = StoredValue::new(at);
    let fault = RwSignal::new(None::<Fault>);
    let value = Memo::new(move |_| at.with_value(|at| desk.value(at)));
    let is_confirmed = Memo::new(move |_| at.with_value(|at| desk.look(|editor| editor.marks().is_confirmed(at))));
    let doubt = Memo::new(move |_| {
        at.with_value(|at| desk.look(|editor| editor.open_doubts().iter().find(|doubt| doubt.at == *at).map(|doubt| doubt.reason.clone())))
    });
    let input = move |event: Event| {
        let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let spot = Spot { at: at.get_value(), selection: element.as_ref().and_then(selection) };
        fault.set(desk.type_in(spot, &event_target_value(&event)).err());
    };
    let keys = move |event: KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) && !event.is_composing() {
            event.prevent_default();
            at.with_value(|at| desk.confirm(at));
            desk.next_doubt();
        }
    };
    let leave = move |_| desk.seal();
    let enter = move |_| desk.focused.set(Some(at.get_value()));
    let sort = at.with_value(|at| sort(at));
    let element = NodeRef::<leptos::html::Div>::new();
    // Whoever is led here finds the field focused, with what was selected in it.
    Effect::new(move |_| {
        let spot = desk.target.with(|target| target.clone().filter(|spot| at.with_value(|at| *at == spot.at)));
        let (Some(spot), Some(element)) = (spot, element.get()) else { return };
        request_animation_frame(move || {
            if let Some(field) = element.query_selector("input, textarea, select").ok().flatten() {
                lead(field, spot.selection);
            }
        });
        desk.target.set(None);
    });
    let is_wrong = move || fault.get().is_some().to_string();
    let control = match sort {
        Sort::Prose => {
            view! { <textarea id=id.clone() rows="3" prop:value=value aria-invalid=is_wrong on:input=input on:keydown=keys on:blur=leave></textarea> }.into_any()
        }
        Sort::Word(options) => {
            let options = options.iter().map(|option| (*option).to_owned()).collect();
            let name = move |option: &str| at.with_value(|at| word(desk.lang(), at, option)).to_owned();
            view! { <Choice id=id.clone() value options=Signal::stored(options) name=Callback::new(move |option: String| name(&option)) on_change=Callback::new(input) on_key=Callback::new(keys)/> }.into_any()
        }
        Sort::Person => {
            let people = Memo::new(move |_| desk.look(|editor| ids(editor.document())));
            let name = move |id: String| desk.look(|editor| name_of(editor.document(), &id));
            view! { <Choice id=id.clone() value options=people.into() name=Callback::new(name) on_change=Callback::new(input) on_key=Callback::new(keys)/> }.into_any()
        }
        Sort::Text | Sort::Date | Sort::Number | Sort::Amount => {
            let mode = if matches!(sort, Sort::Number | Sort::Amount) { "decimal" } else { "text" };
            view! {
                <input id=id.clone() type="text" inputmode=mode autocomplete="off" prop:value=value aria-invalid=is_wrong on:input=input on:keydown=keys on:blur=leave/>
            }
            .into_any()
        }
    };
    let told = move || {
        let fault = fault.get().map(|of| i18n::edit::fault(desk.lang(), of));
        let said = fault.map(ToOwned::to_owned).or_else(|| doubt.get());
        said.map(|said| view! { <small class="edit-said" role="status">{said}</small> })
    };
    let is_there = Memo::new(move |_| at.with_value(|at| desk.look(|editor| editor.document().get(at).is_some())));
    let confirm = move || {
        if is_confirmed.get() {
            view! { <small class="edit-sure">{words.edit_confirmed}</small> }.into_any()
        } else if is_there.get() {
            let name = at.with_value(|at| label(desk.lang(), at));
            let confirm = move |_| at.with_value(|at| desk.confirm(at));
            let said = format!("{} {name}", words.edit_confirm);
            view! { <button class="edit-confirm" type="button" aria-label=said on:click=confirm>{words.edit_confirm}</button> }.into_any()
        } else {
            ().into_any()
        }
    };
    view! {
        <div class="edit-field" class:wide=sort == Sort::Prose class:doubtful=move || doubt.get().is_some() node_ref=element on:focusin=enter>
            <label for=id.clone()>{at.with_value(|at| label(desk.lang(), at))}</label>
            {control}
            {confirm}
            {told}
        </div>
    }
    .into_any()
}

/// A choice of one of several words, or none.
#[component]
fn Choice(
    /// The id of the control.
    id: String,
    /// What is chosen.
    value: Memo<String>,
    /// What there is to choose.
    options: Signal<Vec<String>>,
    /// What one of them is called.
    name: Callback<String, String>,
    /// Runs when another one is chosen.
    on_change: Callback<Event>,
    /// Runs for every key.
    on_key: Callback<KeyboardEvent>,
) -> impl IntoView {
    let desk = Desk::current();
    let list = move || {
        let chosen = value.get();
        let mut options = options.get();
        // A word that is not in the list is shown as it is, not lost.
        if !chosen.is_empty() && !options.contains(&chosen) {
            options.push(chosen.clone());
        }
        let option = |option: String| {
            let is_chosen = option == chosen;
            view! { <option value=option.clone() prop:selected=is_chosen>{name.run(option.clone())}</option> }.into_any()
        };
        let none = chosen.is_empty();
        view! {
            <option value="" prop:selected=none>{desk.words().edit_nobody}</option>
            {options.into_iter().map(option).collect::<Vec<_>>()}
        }
        .into_any()
    };
    view! { <select id=id on:change=move |event| on_change.run(event) on:keydown=move |event| on_key.run(event)>{list}</select> }.into_any()
}

fn ids(document: &Json) -> Vec<String> {
    let people = document.field("people").map(Json::as_list).unwrap_or_default();
    people.iter().map(|person| person.field_text("id").to_owned()).collect()
}

fn name_of(document: &Json, id: &str) -> String {
    let people = document.field("people").map(Json::as_list).unwrap_or_default();
    let person = people.iter().find(|person| person.field_text("id") == id);
    person.map(|person| person.field_text("name")).filter(|name| !name.is_empty()).unwrap_or(id).to_owned()
}

fn selection(element: &Element) -> Option<(u32, u32)> {
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        return input.selection_start().ok().flatten().zip(input.selection_end().ok().flatten());
    }
    let area = element.dyn_ref::<HtmlTextAreaElement>()?;
    area.selection_start().ok().flatten().zip(area.selection_end().ok().flatten())
}

fn lead(element: Element, selection: Option<(u32, u32)>) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
    let Some((start, end)) = selection else { return };
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        let _ = input.set_selection_range(start, end);
    } else if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        let _ = area.set_selection_range(start, end);
    }
}
