//! The archive: bodies, terms and sessions, filtered by place, year and level.

mod beyond;
mod mine;

use crate::archive::{Catalogue, Entry};
use crate::digest::Stored;
use crate::digest::listing::{grouped, region, values, year};
use crate::i18n::{Lang, Texts, count, dates, labels};
use crate::route::{Across, Filter, LEVELS, Route, level_name};
use crate::ui::actions::navigation;
use crate::ui::components::common::{heading, section, titled};
use crate::ui::components::states;
use crate::ui::state::{App, Dialog, Load, session_href};
use crate::ui::web::dom::{El, bdi, built, button, el, fact, link, with_text};
use crate::ui::web::task::{effect, live};
use leptos::prelude::*;
use std::sync::Arc;

/// The home page.
pub fn page(app: App) -> AnyView {
    effect(move || {
        let t = app.texts();
        // A failure has a title of its own, until the list is there after all.
        if !matches!(*app.catalogue.read(), Load::Failed(_)) {
            document().set_title(&format!("{} · {}", t.name, t.tagline));
        }
    });
    live(move || {
        let lang = app.lang.get();
        let t = lang.texts();
        let body = match app.catalogue.get() {
            Load::Idle | Load::Busy(_) => with_text("p", "state", t.loading).set("aria-busy", "true"),
            // What the reader has here is there without the archive, too.
            Load::Failed(failure) => return view! { <states::Failed failure/>{built(vec![mine::section(app)])} }.into_any(),
            Load::Ready(catalogue) if catalogue.sessions.is_empty() => {
                let open = button("btn primary", t.open_file, Box::new(move |_| app.dialog.set(Dialog::Open)));
                el("div").class("state").add(with_text("p", "", t.archive_empty)).add(open)
            }
            Load::Ready(catalogue) => listing(app, lang, catalogue),
        };
        let head = el("div").class("head home").add(heading(t.archive_title)).add(with_text("p", "lede", t.archive_intro));
        built(vec![head, mine::section(app), body])
    })
}

/// What the address filters by; tracks it.
fn filter(app: App) -> Filter {
    match app.route.get() {
        Route::Archive(filter) => filter,
        Route::Session { .. } | Route::Across(_) | Route::Search(_) => Filter::default(),
    }
}

/// The filters stay in place while the lists change, so that a filter keeps the focus.
fn listing(app: App, lang: Lang, catalogue: Arc<Catalogue>) -> El {
    let count = el("p").class("quiet count").set("role", "status");
    let (news, lists, ways, aside) = (el("div").set("role", "status"), el("div").class("live"), el("div").class("live"), el("aside"));
    let content = el("div").add(filters(app, lang, &catalogue)).add(count.clone()).add(news.clone()).add(lists.clone()).add(ways.clone());
    let page = el("div").class("page").add(content).add(aside.clone());
    let mut last = String::new();
    effect(move || {
        let filter = filter(app);
        let beyond = beyond::beyond(app, lang, &catalogue, &filter);
        let entries = beyond::listed(&beyond.lists, &filter);
        let total = catalogue.whole.as_ref().map_or(0, |whole| whole.count(&filter));
        // The count is told when it changes, so the element stays.
        let said = beyond::said(lang, entries.len(), total);
        if said != last {
            count.say(&said);
            last = said;
        }
        news.renew(beyond.news.into_iter().collect());
        lists.renew(sessions(lang, &entries, total, Stored(&app.stored.read())));
        ways.renew(beyond.ways);
        aside.renew(bodies(lang, &entries, total > entries.len()));
    });
    page
}

/// Those listed of so many.
fn sessions(lang: Lang, entries: &[&Entry], total: usize, stored: Stored<'_>) -> Vec<El> {
    let t = lang.texts();
    let mut years = Vec::new();
    if stored.is_offline() {
        years.push(with_text("p", "note", t.offline_note));
    }
    if entries.is_empty() && total == 0 {
        let all = link(&Route::home().href(), t.show_all).class("btn");
        years.push(el("div").class("state").add(with_text("p", "", t.no_match)).add(el("p").add(all)));
    }
    for (year, group) in grouped(entries, year) {
        let mut rows = el("ul").class("sessions");
        for entry in group {
            rows = rows.add(row(lang, entry, stored));
        }
        years.push(section(&year_name(lang, year)).class("year").add(rows));
    }
    years
}

fn year_name(lang: Lang, year: Option<u16>) -> String {
    match (year, lang) {
        (None | Some(0), _) => lang.texts().date_unknown.to_owned(),
        (Some(year), Lang::Zh) => format!("{year}年"),
        (Some(year), Lang::En) => year.to_string(),
    }
}

fn row(lang: Lang, entry: &Entry, stored: Stored<'_>) -> El {
    let t = lang.texts();
    let place = entry.assembly.place.as_deref().unwrap_or_default().replace(' ', " › ");
    let level = entry.assembly.level.map(|level| with_text("span", "level", labels::level(lang, level)));
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
    el("li")
        .add(with_text("span", "date", &dates::span(lang, &entry.dates).unwrap_or_default()))
        .add(
            el("a")
                .class("t")
                .set("href", &session_href(&entry.id))
                .set("data-key", entry.id.as_str())
                .lang("zh-Hans")
                .add(titled(&entry.title)),
        )
        .maybe(entry.is_sample.then(|| with_text("span", "chip sample", t.sample)))
        .add(el("span").class("who").add(bdi(&place).lang("zh-Hans")).maybe(level))
        .add(
            with_text("span", "who", &facts.join(" · "))
                .maybe(stored.has(entry.id.as_str()).then(|| with_text("span", "level", t.can_read_offline))),
        )
}

fn filters(app: App, lang: Lang, catalogue: &Catalogue) -> El {
    let t = lang.texts();
    let (mut places, mut years, mut levels) = (Vec::new(), Vec::new(), Vec::new());
    if let Some(whole) = &catalogue.whole {
        let add = |options: &mut Vec<(String, String)>, value: &str, name: &str, count| {
            if count > 0 {
                options.push((value.to_owned(), [name, " (", &beyond::number(count), ")"].concat()));
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
    let by_place = choice(app, t, "place", t.by_place, places, |filter| filter.place.clone(), |filter, value| filter.place = value);
    let year_of = |filter: &Filter| filter.year.map(|year| year.to_string());
    let by_year = choice(app, t, "year", t.by_year, years, year_of, |filter, value| filter.year = value.and_then(|year| year.parse().ok()));
    let level_of = |filter: &Filter| filter.level.map(|level| level_name(level).to_owned());
    let by_level = choice(app, t, "level", t.by_level, levels, level_of, |filter, value| {
        filter.level = LEVELS.iter().find(|(_, name)| value.as_deref() == Some(*name)).map(|(level, _)| *level);
    });
    let form = el("form").class("filters").set("aria-label", t.filter).on("submit", Box::new(|event| event.prevent_default()));
    form.add(by_place).add(by_year).add(by_level)
}

/// One filter: what it says of the address, and what it makes of it.
fn choice(
    app: App,
    t: &'static Texts,
    name: &'static str,
    label: &'static str,
    options: Vec<(String, String)>,
    current: fn(&Filter) -> Option<String>,
    choose: fn(&mut Filter, Option<String>),
) -> El {
    let id = format!("by-{name}");
    let mut select = el("select").set("id", &id).set("name", name).add(el("option").set("value", "").text(t.all));
    for (value, label) in options {
        select = select.add(el("option").set("value", &value).text(&label));
    }
    let (shown, chosen) = (select.clone(), select.clone());
    effect(move || shown.select().set_value(&current(&filter(app)).unwrap_or_default()));
    let change = move |_| {
        let mut filter = untrack(|| filter(app));
        choose(&mut filter, Some(chosen.select().value()).filter(|value| !value.is_empty()));
        navigation::go(app, Route::Archive(filter));
    };
    let select = select.on("change", Box::new(change));
    el("span").class("filter").add(el("label").set("for", &id).text(label)).add(select)
}

/// The bodies of what is listed, which is a part of their sessions where `is_part`.
fn bodies(lang: Lang, entries: &[&Entry], is_part: bool) -> Vec<El> {
    let t = lang.texts();
    let mut bodies = vec![with_text("h2", "aside-title", t.bodies)];
    if is_part {
        bodies.push(with_text("p", "quiet small", t.bodies_listed));
    }
    for (name, sessions) in grouped(entries, |entry| entry.assembly.name.as_str()) {
        let body = Route::Across(Across::Body(name.to_owned())).href();
        let name = sessions.first().and_then(|entry| entry.assembly.short_name.as_deref()).unwrap_or(name);
        let mut terms = el("dl");
        for (term, sessions) in grouped(&sessions, |entry| entry.term) {
            let term = term.map_or_else(|| t.term_unknown.to_owned(), |term| dates::term(lang, term));
            let mut links = el("ul");
            for entry in sessions {
                let label = entry.meeting.map(|meeting| dates::meeting(lang, meeting)).or_else(|| dates::span(lang, &entry.dates));
                let label = label.unwrap_or_else(|| entry.title.to_string());
                links = links.add(el("li").add(link(&session_href(&entry.id), &label)));
            }
            terms = terms.all(fact(&term, links).into());
        }
        bodies.push(el("div").class("body").add(el("h3").add(link(&body, name).class("t")).lang("zh-Hans")).add(terms));
    }
    bodies
}
