//! A choice among values.

use leptos::html;
use leptos::prelude::*;

/// A choice among values with their names, all of them first; nothing where there is nothing to choose from.
#[component]
pub fn Chooser(
    /// What stands for all values.
    #[prop(into)]
    all: String,
    /// What is chosen; it is the id of the field, too, for it tells one choice from the other.
    label: &'static str,
    /// The values and their names.
    options: Vec<(String, String)>,
    /// The language of the names, where it is not that of the interface.
    #[prop(optional_no_strip)]
    lang: Option<String>,
    /// The value of the moment.
    #[prop(into)]
    current: Signal<Option<String>>,
    /// Told what the reader chose.
    #[prop(into)]
    choose: Callback<Option<String>>,
) -> impl IntoView {
    if options.len() < 2 && current.get_untracked().is_none() {
        return None;
    }
    let change = move |event| choose.run(Some(event_target_value(&event)).filter(|value| !value.is_empty()));
    let options = options.into_iter().map(|(value, name)| view! { <option value=value lang=lang.clone()>{name}</option> }.into_any());
    // The value can be set only once the options are there, and what is none of them shows nothing: an effect comes after the building.
    let field = NodeRef::<html::Select>::new();
    Effect::new(move || {
        if let Some(field) = field.get() {
            field.set_value(&current.get().unwrap_or_default());
        }
    });
    let view = view! {
        <span class="filter">
            <label for=label>{label}</label>
            <select id=label node_ref=field on:change=change>
                <option value="">{all}</option>
                {options.collect::<Vec<_>>()}
            </select>
        </span>
    };
    Some(view.into_any())
}
