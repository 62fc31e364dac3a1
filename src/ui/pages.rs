//! One module per page. A page is a function of the session, the place and the language.

mod agenda;
mod archive;
mod budget;
mod decisions;
mod documents;
mod glossary;
mod mine;
mod overview;
mod paper;
mod people;
mod session;
mod slides;
mod speech;
mod speeches;
mod states;
mod take;

pub use states::{progress_words, size};

use super::live::live;
use super::state::App;
use crate::route::Route;
use leptos::prelude::*;

/// The current place: what is in `<main>`.
pub fn page(app: App) -> AnyView {
    let in_session = Memo::new(move |_| matches!(app.route.get(), Route::Session { .. }));
    live(move || if in_session.get() { session::page(app) } else { archive::page(app) })
}
