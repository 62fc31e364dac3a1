//! Words of the interface in elements made by hand.

use crate::i18n::Texts;
use crate::ui::state::App;
use crate::ui::web::dom::El;
use crate::ui::web::task::effect;
use leptos::prelude::*;

/// An element whose text is words of the interface, in the language of the moment.
pub fn words(app: App, element: El, pick: fn(&'static Texts) -> &'static str) -> El {
    let shown = element.clone();
    effect(move || shown.say(pick(app.texts())));
    element
}

/// An element whose text is a message of the moment.
pub fn message(element: El, text: RwSignal<String>) -> El {
    let shown = element.clone();
    effect(move || shown.say(&text.read()));
    element
}
