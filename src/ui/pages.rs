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
    let kind = Memo::new(move |_| match app.route.get() {
        Route::Archive(_) => None,
        Route::Across(across) => Some(Some(across)),
        Route::Session { .. } => Some(None),
    });
    live(move || match kind.get() {
        None => archive::page(app),
        Some(Some(across)) => across::page(app, across),
        Some(None) => session::page(app),
    })
}
