//! One module per page. A page is a function of the session, the place and the language.

mod across;
mod agenda;
mod archive;
mod budget;
mod decisions;
mod documents;
mod elsewhere;
mod glossary;
mod mine;
mod overview;
mod paper;
mod people;
mod projects;
mod search;
mod session;
mod slides;
mod speech;
mod speeches;
mod states;
mod suggestions;
mod take;

pub use states::{progress_words, size};

use super::live::live;
use super::state::App;
use crate::route::Route;
use leptos::prelude::*;

/// The current place: what is in `<main>`.
pub fn page(app: App) -> AnyView {
    // What a page tells apart by itself does not build it anew.
    let kind = Memo::new(move |_| match app.route.get() {
        Route::Archive(_) => Some(Route::home()),
        Route::Search(_) => Some(Route::Search(Box::default())),
        across @ Route::Across(_) => Some(across),
        Route::Session { .. } => None,
    });
    live(move || match kind.get() {
        None => session::page(app),
        Some(Route::Across(across)) => across::page(app, across),
        Some(Route::Search(_)) => search::everywhere::page(app),
        Some(_) => archive::page(app),
    })
}
