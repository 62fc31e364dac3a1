//! Places beyond one session: a body, a person across sessions, two sessions side by side.

use crate::route::Across;
use crate::ui::dom::built;
use crate::ui::state::App;
use leptos::prelude::*;

/// The page of such a place.
pub fn page(_app: App, _across: Across) -> AnyView {
    built(Vec::new())
}
