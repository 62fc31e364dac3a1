//! Parts of a view that follow signals. Leptos compiles the building and renewing of such a part anew for every closure; here all share one.

use super::state::App;
use crate::i18n::Texts;
use leptos::prelude::*;

/// A view that is renewed when what it reads changes.
pub fn live(view: impl FnMut() -> AnyView + Send + 'static) -> AnyView {
    let view: Box<dyn FnMut() -> AnyView + Send> = Box::new(view);
    view.into_any()
}

/// Words of the interface, in the language of the moment.
pub fn words(app: App, pick: fn(&'static Texts) -> &'static str) -> AnyView {
    (move || pick(app.texts())).into_any()
}

/// A message of the moment.
pub fn message(text: RwSignal<String>) -> AnyView {
    (move || text.get()).into_any()
}
