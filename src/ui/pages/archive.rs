//! The archive: bodies, terms and sessions, filtered by place, year and level.

use super::states;
use crate::archive::{Catalogue, Entry};
use crate::digest::listing::{filtered, grouped, region, values, year};
use crate::i18n::{Lang, Texts, count, dates, labels};
use crate::route::{Filter, LEVELS, Route, level_name};
use crate::ui::live::{effect, live};
use crate::ui::navigation;
use crate::ui::parts::titled;
use crate::ui::state::{App, Dialog, Load, session_href};
use leptos::prelude::*;
use std::sync::Arc;

/// The home page.
pub fn page(app: App) -> AnyView {
    effect(move || {
        let t = app.texts();
        document().set_title(&format!("{} · {}", t.name, t.tagline));
    });
    live(move || {
        let lang = app.lang.get();
        let t = lang.texts();
        let body = match app.catalogue.get() {
            Load::Idle | Load::Busy(_) => view! { <p class="state" aria-busy="true">{t.loading}</p> }.into_any(),
            Load::Failed(failure) => states::failed(app, &failure),
            Load::Ready(catalogue) if catalogue.sessions.is_empty() => view! {
                <div class="state">
                    <p>{t.archive_empty}</p>
                    <button class="btn primary" type="button" on:click=move |_| app.dialog.set(Dialog::Open)>{t.open_file}</button>
                </div>
            }
            .into_any(),
            Load::Ready(catalogue) => listing(app, lang, catalogue),
        };
        let has_own_heading = app.catalogue.with(|catalogue| matches!(catalogue, Load::Failed(_)));
        let head = (!has_own_heading).then(|| {
            view! {
                <div class="head home">
                    <h1 tabindex="-1">{t.archive_title}</h1>
                    <p class="lede">{t.archive_intro}</p>
                </div>
            }
        });
        view! { {head}{body} }.into_any()
    })
}

/// The filters stay in place while the lists change, so that a filter keeps the focus.
fn listing(app: App, lang: Lang, catalogue: Arc<Catalogue>) -> AnyView {
    let filter = Memo::new(move |_| match app.route.get() {
        Route::Archive(filter) => filter,
        Route::Session { .. } => Filter::default(),
    });
    let filters = filters(app, lang, &catalogue, filter);
    let also = catalogue.clone();
    let lists = live(move || sessions(lang, &filtered(&catalogue.sessions, &filter.read())).into_any());
    let bodies = live(move || bodies(lang, &filtered(&also.sessions, &filter.read())).into_any());
    view! {
        <div class="page">
            <div>{filters}{lists}</div>
            <aside>{bodies}</aside>
        </div>
    }
    .into_any()
}

fn sessions(lang: Lang, entries: &[&Entry]) -> impl IntoView + use<> {
    let t = lang.texts();
    let years = grouped(entries, year).into_iter().map(|(year, group)| {
        let heading = year.map_or_else(
            || t.date_unknown.to_owned(),
            |year| match lang {
                Lang::Zh => format!("{year}年"),
                Lang::En => year.to_string(),
            },
        );
        view! {
            <section class="year">
                <h2>{heading}</h2>
                <ul class="sessions">{group.into_iter().map(|entry| row(lang, entry)).collect_view()}</ul>
            </section>
        }
    });
    let empty = entries.is_empty().then(|| {
        view! { <div class="state"><p>{t.no_match}</p><p><a class="btn" href=Route::home().href()>{t.show_all}</a></p></div> }
    });
    let shown = count(lang, entries.len(), "次会议", "session", "sessions");
    view! {
        <p class="quiet count" role="status">{shown}</p>
        {empty}
        {years.collect_view()}
    }
}

fn row(lang: Lang, entry: &Entry) -> impl IntoView + use<> {
    let t = lang.texts();
    let place = entry.assembly.place.as_deref().unwrap_or_default().replace(' ', " › ");
    let level = entry.assembly.level.map(|level| labels::level(lang, level));
    let counts = &entry.counts;
    let mut facts = vec![];
    if counts.agenda > 0 {
        facts.push(count(lang, counts.agenda as usize, "项议程", "agenda item", "agenda items"));
    }
    if counts.speeches > 0 {
        facts.push(count(lang, counts.speeches as usize, "篇发言与报告", "speech or report", "speeches and reports"));
    }
    if counts.resolutions > 0 {
        facts.push(count(lang, counts.resolutions as usize, "项决议", "resolution", "resolutions"));
    }
    let facts = facts.join(" · ");
    view! {
        <li>
            <span class="date">{dates::span(lang, &entry.dates)}</span>
            <a class="t" href=session_href(&entry.id) lang="zh-Hans">{titled(&entry.title)}</a>
            {entry.is_sample.then(|| view! { <span class="chip sample">{t.sample}</span> })}
            <span class="who">
                <bdi lang="zh-Hans">{place}</bdi>
                {level.map(|level| view! { <span class="level">{level}</span> })}
            </span>
            <span class="who">{facts}</span>
        </li>
    }
}

fn filters(app: App, lang: Lang, catalogue: &Catalogue, filter: Memo<Filter>) -> impl IntoView + use<> {
    let t = lang.texts();
    let places = values(&catalogue.sessions, region).into_iter().map(|place| (place.to_owned(), place.to_owned())).collect();
    let years = values(&catalogue.sessions, year).into_iter().rev().map(|year| (year.to_string(), year.to_string())).collect();
    let levels = values(&catalogue.sessions, |entry| entry.assembly.level)
        .into_iter()
        .map(|level| (level_name(level).to_owned(), labels::level(lang, level).to_owned()))
        .collect();
    let go = move |filter| navigation::go(app, Route::Archive(filter));
    let by_place = move |value: String| go(Filter { place: Some(value).filter(|v| !v.is_empty()), ..filter.get_untracked() });
    let by_year = move |value: String| go(Filter { year: value.parse().ok(), ..filter.get_untracked() });
    let by_level = move |value: String| {
        let level = LEVELS.iter().find(|(_, name)| *name == value).map(|(level, _)| *level);
        go(Filter { level, ..filter.get_untracked() });
    };
    view! {
        <form class="filters" aria-label=t.filter on:submit=|event| event.prevent_default()>
            {select(t, "place", t.by_place, places, move || filter.get().place.unwrap_or_default(), by_place)}
            {select(t, "year", t.by_year, years, move || filter.get().year.map(|year| year.to_string()).unwrap_or_default(), by_year)}
            {select(t, "level", t.by_level, levels, move || filter.get().level.map(level_name).unwrap_or_default().to_owned(), by_level)}
        </form>
    }
}

fn select(
    t: &'static Texts,
    name: &'static str,
    label: &'static str,
    options: Vec<(String, String)>,
    current: impl Fn() -> String + Send + Copy + 'static,
    choose: impl Fn(String) + 'static,
) -> impl IntoView {
    let options = options.into_iter().map(|(value, label)| {
        let this = value.clone();
        view! { <option value=value prop:selected=move || current() == this>{label}</option> }
    });
    let id = format!("by-{name}");
    view! {
        <span class="filter">
            <label for=id.clone()>{label}</label>
            <select id=id name=name on:change=move |event| choose(event_target_value(&event))>
                <option value="" prop:selected=move || current().is_empty()>{t.all}</option>
                {options.collect_view()}
            </select>
        </span>
    }
}

fn bodies(lang: Lang, entries: &[&Entry]) -> impl IntoView + use<> {
    let t = lang.texts();
    let groups = grouped(entries, |entry| entry.assembly.name.as_str()).into_iter().map(|(name, sessions)| {
        let name = sessions.first().and_then(|entry| entry.assembly.short_name.as_deref()).unwrap_or(name).to_owned();
        let terms = grouped(&sessions, |entry| entry.term).into_iter().map(|(term, sessions)| {
            let term = term.map_or_else(|| t.term_unknown.to_owned(), |term| dates::term(lang, term));
            let links = sessions.into_iter().map(|entry| {
                let label = entry.meeting.map(|meeting| dates::meeting(lang, meeting)).or_else(|| dates::span(lang, &entry.dates));
                view! { <li><a href=session_href(&entry.id)>{label.unwrap_or_else(|| entry.title.to_string())}</a></li> }
            });
            view! { <dt>{term}</dt><dd><ul>{links.collect_view()}</ul></dd> }
        });
        view! { <div class="body"><h3 lang="zh-Hans">{name}</h3><dl>{terms.collect_view()}</dl></div> }
    });
    view! { <h2 class="aside-title">{t.bodies}</h2>{groups.collect_view()} }
}
