//! What the list of sessions is filtered by; it lives in the link.

use crate::archive::Catalogue;
use crate::digest::listing::{region, values, year};
use crate::i18n::{Lang, labels};
use crate::route::{Filter, LEVELS, Route, level_name};
use crate::ui::actions::navigation;
use crate::ui::pages::archive::beyond::number;
use crate::ui::state::App;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// Values and their names.
type Options = Vec<(String, String)>;

/// What the address filters by; tracks it.
pub fn filter(app: App) -> Filter {
    match app.route.get() {
        Route::Archive(filter) => filter,
        Route::Session { .. } | Route::Across(_) | Route::Search(_) => Filter::default(),
    }
}

/// By place, year and level.
#[component]
pub fn Filters(
    /// The page's signals.
    app: App,
    /// The language of the interface.
    lang: Lang,
    /// The main list of the archive.
    catalogue: Arc<Catalogue>,
) -> impl IntoView {
    let t = lang.texts();
    let [places, years, levels] = options(lang, &catalogue);
    view! {
        <form class="filters" aria-label=t.filter on:submit=|event| event.prevent_default()>
            <Choice
                app
                lang
                name="place"
                label=t.by_place
                options=places
                current=|filter| filter.place.clone()
                choose=|filter, value| filter.place = value
            />
            <Choice
                app
                lang
                name="year"
                label=t.by_year
                options=years
                current=|filter| filter.year.map(|year| year.to_string())
                choose=|filter, value| filter.year = value.and_then(|year| year.parse().ok())
            />
            <Choice
                app
                lang
                name="level"
                label=t.by_level
                options=levels
                current=|filter| filter.level.map(|level| level_name(level).to_owned())
                choose=|filter, value| {
                    filter.level = LEVELS.iter().find(|(_, name)| value.as_deref() == Some(*name)).map(|(level, _)| *level);
                }
            />
        </form>
    }
    .into_any()
}

/// The places, years and levels there are; with how many sessions each, where the list has only a part of them.
fn options(lang: Lang, catalogue: &Catalogue) -> [Options; 3] {
    let t = lang.texts();
    let (mut places, mut years, mut levels) = (Vec::new(), Vec::new(), Vec::new());
    if let Some(whole) = &catalogue.whole {
        let add = |options: &mut Options, value: &str, name: &str, count| {
            if count > 0 {
                options.push((value.to_owned(), [name, " (", &number(count), ")"].concat()));
            }
        };
        let mut all = Filter::default();
        for (filter, count) in whole.choices(&all, true) {
            let place = filter.place.unwrap_or_default();
            add(&mut places, &place, &place, count);
        }
        for (filter, count) in whole.choices(&all, false) {
            let year = filter.year.unwrap_or_default().to_string();
            add(&mut years, &year, if year == "0" { t.date_unknown } else { &year }, count);
        }
        for (level, name) in LEVELS {
            all.level = Some(level);
            add(&mut levels, name, labels::level(lang, level), whole.count(&all));
        }
    } else {
        for place in values(&catalogue.sessions, region) {
            places.push((place.to_owned(), place.to_owned()));
        }
        for year in values(&catalogue.sessions, year).into_iter().rev() {
            years.push((year.to_string(), year.to_string()));
        }
        for level in values(&catalogue.sessions, |entry| entry.assembly.level) {
            levels.push((level_name(level).to_owned(), labels::level(lang, level).to_owned()));
        }
    }
    [places, years, levels]
}

/// One filter.
#[component]
fn Choice(
    /// The page's signals.
    app: App,
    /// The language of the interface.
    lang: Lang,
    /// What it is called in the form.
    name: &'static str,
    /// What it is called on the page.
    label: &'static str,
    /// The values and their names.
    options: Options,
    /// What it says of the filter.
    current: fn(&Filter) -> Option<String>,
    /// What it makes of the filter.
    choose: fn(&mut Filter, Option<String>),
) -> impl IntoView {
    let id = format!("by-{name}");
    let field = NodeRef::<html::Select>::new();
    // The value can be set only once the options are there: an effect comes after the building.
    Effect::new(move || {
        if let Some(field) = field.get() {
            field.set_value(&current(&filter(app)).unwrap_or_default());
        }
    });
    let change = move |event| {
        let mut filter = untrack(|| filter(app));
        filter.is_list = true;
        choose(&mut filter, Some(event_target_value(&event)).filter(|value| !value.is_empty()));
        navigation::go(app, Route::Archive(filter));
    };
    let options = options.into_iter().map(|(value, name)| view! { <option value=value>{name}</option> }.into_any());
    view! {
        <span class="filter">
            <label for=id.clone()>{label}</label>
            <select id=id name=name node_ref=field on:change=change>
                <option value="">{lang.texts().all}</option>
                {options.collect::<Vec<_>>()}
            </select>
        </span>
    }
    .into_any()
}
