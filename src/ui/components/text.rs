//! Short texts: titles, values, templates with a value in them.

use crate::digest::phrases;
use crate::i18n::Lang;
use crate::model::Stated;
use crate::ui::state::{App, use_ctx};
use crate::ui::web::bridge::words;
use leptos::prelude::*;
use std::fmt::Display;

/// A phrase of more characters may stand in more than one line.
const LONG_PHRASE: usize = 12;

/// A title that breaks only between its words, and a session's between its phrases, unless one is long.
#[component]
pub fn Phrases(
    /// The title.
    #[prop(into)]
    title: String,
) -> impl IntoView {
    let whole = phrases(&title);
    let is_whole = |phrase: &str| whole.len() > 1 && phrase.chars().count() <= LONG_PHRASE;
    let phrases = whole.iter().flat_map(|phrase| if is_whole(phrase) { vec![(*phrase).to_owned()] } else { words(phrase) });
    let phrases = phrases.map(|phrase| view! { {phrase}<wbr/> }.into_any());
    view! { <span class="phrases">{phrases.collect::<Vec<_>>()}</span> }.into_any()
}

/// A value, “none” or “not in the text at hand”: absent is never shown as nothing or zero.
pub fn stated<T: Display>(value: &Stated<T>) -> AnyView {
    let t = use_ctx().t;
    match value {
        Stated::Unknown => view! { <span class="quiet">{t.not_stated}</span> }.into_any(),
        Stated::None => view! { <span class="quiet">{t.none}</span> }.into_any(),
        Stated::Value(value) => view! { <bdi>{value.to_string()}</bdi> }.into_any(),
    }
}

/// A template of the interface with a value from the file in it, each marked with its language.
#[component]
pub fn Filled(
    /// Words of the interface with one `{}`.
    template: &'static str,
    /// What the file says.
    #[prop(into)]
    value: String,
) -> impl IntoView {
    let ctx = use_ctx();
    let (before, after) = template.split_once("{}").unwrap_or((template, ""));
    view! { <span lang=ctx.lang.tag()>{before}<bdi lang=ctx.content_lang()>{value}</bdi>{after}</span> }.into_any()
}

/// Characters from here on are those of Chinese, its punctuation among them: the blocks before are alphabets.
const FIRST_OF_CHINESE: char = '\u{2e80}';

/// Whether there are Chinese characters in a text.
pub fn has_chinese(text: &str) -> bool {
    text.contains(|c| c >= FIRST_OF_CHINESE)
}

/// Words of the interface in which names of the file stand already: in English each run of Chinese characters is marked with its language.
#[component]
pub fn Mixed(
    /// The words.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    if App::current().lang.get_untracked() == Lang::Zh {
        return text.into_any();
    }
    let mut runs: Vec<(bool, String)> = Vec::new();
    for c in text.chars() {
        let is_chinese = c >= FIRST_OF_CHINESE;
        match runs.last_mut() {
            Some((is_before, run)) if *is_before == is_chinese => run.push(c),
            _ => runs.push((is_chinese, c.to_string())),
        }
    }
    let run = |(is_chinese, run): (bool, String)| {
        if is_chinese { view! { <span lang=Lang::Zh.tag()>{run}</span> }.into_any() } else { run.into_any() }
    };
    runs.into_iter().map(run).collect::<Vec<_>>().into_any()
}

/// Puts a middle dot between what there is.
pub fn dotted(parts: impl IntoIterator<Item = Option<String>>) -> String {
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
