//! What is chosen among the suggestions.

use crate::route::{Chosen, Place, Route};
use crate::ui::state::Ctx;
use leptos::prelude::*;

/// What is chosen in the address; tracks it.
pub fn choice(ctx: &Ctx) -> Chosen {
    match ctx.app.route.get() {
        Route::Session { place: Place::Suggestions(chosen), .. } => *chosen,
        _ => Chosen::default(),
    }
}
