//! What is said of a search over all sessions when it has come to rest, and what the reader can do then.

use crate::i18n::{Find, Lang, fill};
use crate::route::{Asked, Route};
use crate::search::Query;
use crate::ui::pages::search::sweep::run::State;
use leptos::prelude::window;

/// What the reader can do with a search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Next {
    /// Nothing but wait.
    #[default]
    Wait,
    /// Choose from what was searched for lately: nothing is asked.
    Recent,
    /// End it.
    Stop,
    /// Go on with earlier sessions.
    Earlier,
    /// Try again what could not be had.
    Again,
    /// Other searches: links and their words.
    Ways(Vec<(String, String)>),
}

/// What is said of a search.
pub struct Conclusion {
    /// What was found.
    pub says: String,
    /// What was not searched, and why.
    pub notes: Vec<String>,
    /// What the reader can do.
    pub next: Next,
}

impl Conclusion {
    /// What is said of a search that has come so far; `is_unread` where letters could not be read as pinyin.
    pub fn of(lang: Lang, asked: &Asked, state: &State, is_unread: bool) -> Self {
        let f = Find::of(lang);
        let text = asked.text.trim();
        let is_offline = !window().navigator().on_line();
        let is_left = state.is_stopped || state.candidates.is_some();
        // Where nothing could be looked at nothing is known of what is there, least of all that there is nothing.
        let is_blind = state.is_cut_off || (state.failed > 0 && state.seen.is_empty());
        let trouble = if is_offline { f.find_offline } else { f.find_unlooked };
        let counts = [state.sessions.to_string(), state.hits.to_string()];
        let counts = counts.each_ref().map(String::as_str);
        let mut says = match () {
            () if state.sessions == 0 && is_blind && !state.is_stopped => trouble.to_owned(),
            () if is_left => fill(f.find_sessions_more, &counts),
            () if state.sessions == 0 => fill(f.find_none, &[text]),
            () => fill(f.find_sessions, &counts),
        };
        if state.is_stopped {
            says.insert_str(0, f.find_stopped);
        }
        let unreached = match state.failed {
            _ if says == trouble => None,
            0 => state.is_cut_off.then(|| trouble.to_owned()),
            _ if is_offline => Some(f.find_offline.to_owned()),
            failed => Some(fill(f.find_unreached, &[&failed.to_string()])),
        };
        // Without the list nothing can be searched one by one.
        let incomplete = (state.is_incomplete && !state.is_cut_off).then(|| f.find_incomplete.to_owned());
        let notes = [unreached, incomplete, is_unread.then(|| f.find_unread.to_owned())];
        let next = match () {
            () if is_left => Next::Earlier,
            () if is_blind => Next::Again,
            () if state.sessions == 0 => Next::Ways(ways(f, asked)),
            () => Next::Wait,
        };
        Self { says, notes: notes.into_iter().flatten().collect(), next }
    }
}

/// Searches that ask for less.
fn ways(f: &Find, asked: &Asked) -> Vec<(String, String)> {
    let text = asked.text.trim();
    let way = |asked: Asked, label: String| (Route::Search(Box::new(asked)).href(), label);
    let is_limited = *asked != Asked::new(&asked.text);
    let unlimited = is_limited.then(|| way(Asked::new(text), fill(f.find_way_everywhere, &[text])));
    let looser = looser(text).into_iter().map(|text| way(Asked { text: text.clone(), ..asked.clone() }, fill(f.find_title, &[&text])));
    unlimited.into_iter().chain(looser).collect()
}

/// Queries that ask for less: each of several terms, or the halves of the only one.
fn looser(typed: &str) -> Vec<String> {
    let query = Query::parse(typed);
    match &query.terms[..] {
        [term] => {
            let characters: Vec<char> = term.text.chars().take(24).collect();
            let (first, second) = characters.split_at(characters.len() / 2);
            [first, second].into_iter().filter(|half| half.len() > 1).map(|half| half.iter().collect()).collect()
        }
        terms => terms.iter().map(|term| term.text.clone()).collect(),
    }
}
