//! The field in which a reader looks for their town, and what it finds.

use crate::archive::{Body, Entry};
use crate::digest::front::bodies;
use crate::i18n::{Find, Front as Words, Lang, fill};
use crate::model::SessionId;
use crate::order::ordered;
use crate::route::{Across, Asked, Route};
use crate::search::towns::Typed;
use crate::ui::components::session_list::counted;
use crate::ui::components::text::{Mixed, dotted};
use crate::ui::data::catalogue::shard;
use crate::ui::data::readings;
use crate::ui::state::{App, Load, session_href};
use leptos::html::{Form, Input};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{CompositionEvent, Event, HtmlElement, HtmlFormElement, InputEvent, KeyboardEvent, SubmitEvent};

/// So many bodies are shown.
const MOST: usize = 6;

/// A body of the archive, with what is known of its sessions.
#[derive(Clone, PartialEq)]
struct Town {
    body: Body,
    /// How many sessions; 0 where that is not known.
    sessions: usize,
    /// The session, where it has one.
    only: Option<SessionId>,
}

/// What is found for what was typed.
#[derive(Clone, Default, PartialEq)]
struct Answer {
    /// What was typed; empty where there is nothing to look for.
    typed: String,
    /// The first towns, best first.
    towns: Vec<Town>,
    /// How many there are.
    total: usize,
    /// What this takes is on its way.
    is_busy: bool,
    /// Letters could not be read as pinyin.
    is_unread: bool,
    /// The list of all bodies could not be had.
    is_part: bool,
}

/// Looks for a body as it is typed, in characters or in letters. What is found stands above the page, so that nothing below moves.
#[component]
pub fn AskTown(
    /// The page's signals.
    app: App,
    /// The language of the interface.
    lang: Lang,
    /// What is typed.
    typed: RwSignal<String>,
) -> impl IntoView {
    let f = Words::of(lang);
    let (form, field) = (NodeRef::<Form>::new(), NodeRef::<Input>::new());
    Effect::new(move |_| readings::fetch(app, &typed.read()));
    let answer = Memo::new(move |_| answer(app, &typed.read()));
    let take = move || {
        if let Some(field) = field.get_untracked() {
            typed.set(field.value());
        }
    };
    let input = move |event: Event| {
        // What an input method shows before it is chosen is not typed yet.
        if event.dyn_ref::<InputEvent>().is_none_or(|event| !event.is_composing()) {
            take();
        }
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        take();
        // What is on its way may be what the reader means.
        if !answer.with_untracked(|answer| answer.is_busy)
            && let Some(first) = form.get_untracked().and_then(|form| next(&form, 1))
        {
            first.click();
        }
    };
    let down = move |event: KeyboardEvent| {
        let Some(form) = form.get_untracked().filter(|_| !event.is_composing()) else { return };
        let step = match event.key().as_str() {
            "ArrowDown" => 1,
            "ArrowUp" => -1,
            "Escape" => {
                typed.set(String::new());
                if let Some(field) = field.get_untracked() {
                    let _ = field.focus();
                }
                return;
            }
            _ => return,
        };
        if let Some(next) = next(&form, step) {
            event.prevent_default();
            let _ = next.focus();
        }
    };
    let said = move || answer.with(|answer| said(lang, answer));
    let found = move || answer.with(|answer| (!answer.typed.is_empty()).then(|| found(lang, answer)));
    view! {
        <form class="ask-town" role="search" aria-label=f.town_ask node_ref=form on:submit=submit on:keydown=down>
            <input
                type="search"
                enterkeyhint="search"
                autocomplete="off"
                spellcheck="false"
                placeholder=f.town_hint
                aria-label=f.town_ask
                node_ref=field
                prop:value=typed
                on:input=input
                on:compositionend=move |_: CompositionEvent| take()
            />
            <p class="unseen" role="status">{said}</p>
            {found}
        </form>
    }
    .into_any()
}

/// The stop that is so many after the one that has the focus: the field, then what was found.
fn next(form: &HtmlFormElement, step: i32) -> Option<HtmlElement> {
    let stops = form.query_selector_all("input, .asked a").ok()?;
    let focused = document().active_element()?;
    let here = (0..stops.length()).find(|at| stops.get(*at).is_some_and(|stop| stop.is_same_node(Some(&focused))))?;
    stops.get(here.checked_add_signed(step)?)?.dyn_into().ok()
}

/// Looks through the bodies that are known; tracks the list of sessions, the file of all names, and the readings.
fn answer(app: App, text: &str) -> Answer {
    let typed = Typed::parse(text);
    let mut answer = Answer { typed: text.trim().to_owned(), ..Answer::default() };
    if typed.is_empty() {
        return Answer::default();
    }
    let Load::Ready(catalogue) = app.catalogue.get() else { return answer };
    let pinyin = match app.pinyin.get() {
        Load::Ready(pinyin) => Some(pinyin),
        Load::Failed(_) => {
            answer.is_unread = typed.is_spelled();
            None
        }
        Load::Idle | Load::Busy(_) => {
            answer.is_busy = typed.is_spelled();
            None
        }
    };
    let entries: Vec<&Entry> = catalogue.sessions.iter().collect();
    let is_whole = catalogue.whole.is_none();
    let mut towns: Vec<Town> = bodies(&entries)
        .into_iter()
        .map(|(body, sessions)| Town {
            body: body.clone(),
            sessions: if is_whole { sessions.len() } else { 0 },
            only: sessions.first().filter(|_| is_whole && sessions.len() == 1).map(|entry| entry.id.clone()),
        })
        .collect();
    if let Some(whole) = &catalogue.whole {
        match shard(app, &whole.names_file(), true) {
            Load::Ready(list) => {
                towns = list.names.iter().map(|body| Town { body: body.clone(), sessions: 0, only: None }).collect();
            }
            Load::Failed(_) => answer.is_part = true,
            Load::Idle | Load::Busy(_) => answer.is_busy = true,
        }
    }
    let ranked = towns.into_iter().filter_map(|town| Some((typed.rank(&town.body, pinyin.as_deref())?, town)));
    let ranked = ordered(&ranked.collect::<Vec<_>>(), |a, b| a.0.cmp(&b.0));
    answer.total = ranked.len();
    answer.towns = ranked.into_iter().take(MOST).map(|(_, town)| town).collect();
    answer
}

/// How much was found, in words.
fn said(lang: Lang, answer: &Answer) -> String {
    let f = Words::of(lang);
    match answer {
        Answer { typed, .. } if typed.is_empty() => String::new(),
        Answer { is_busy: true, total: 0, .. } => lang.texts().loading.to_owned(),
        Answer { total: 0, typed, .. } => fill(f.town_none, &[typed]),
        Answer { total, .. } => fill(f.town_found, &[&total.to_string()]),
    }
}

/// The towns that were found, what was not searched, and the way to the search in all texts.
fn found(lang: Lang, answer: &Answer) -> AnyView {
    let f = Words::of(lang);
    let rows = answer.towns.iter().map(|town| {
        let href = match &town.only {
            Some(id) => session_href(id),
            None => Route::Across(Across::Body(town.body.name.to_string())).href(),
        };
        let name = town.body.short_name.as_deref().unwrap_or(&town.body.name).to_owned();
        let place = town.body.place.as_deref().map(|place| place.replace(' ', " › "));
        let about = dotted([place, (town.sessions > 0).then(|| counted(lang, town.sessions))]);
        view! { <li><a href=href><b lang="zh-Hans">{name}</b>" "<span>{about}</span></a></li> }.into_any()
    });
    let rows = rows.collect::<Vec<_>>();
    let in_small = |text: String| view! { <p class="quiet"><Mixed text/></p> }.into_any();
    let none = answer.towns.is_empty().then(|| in_small(said(lang, answer)));
    let more = (answer.total > MOST).then(|| in_small(fill(f.town_more, &[&MOST.to_string()])));
    let unread = answer.is_unread.then(|| in_small(Find::of(lang).find_unread.to_owned()));
    let part = answer.is_part.then(|| in_small(f.town_part.to_owned()));
    let everywhere = Route::Search(Box::new(Asked::new(&answer.typed))).href();
    let search = fill(f.town_text, &[&answer.typed]);
    view! { <div class="asked">{none}<ul>{rows}</ul>{more}{unread}{part}<p><a href=everywhere><Mixed text=search/>" ›"</a></p></div> }
        .into_any()
}
