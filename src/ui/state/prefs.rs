//! The reader's preferences: language, theme, text size. Kept in this browser only; where storage is refused they last for the visit.

use crate::i18n::Lang;
use crate::ui::web::storage::{load, save};
use leptos::prelude::*;

/// A choice that shows as an attribute of `<html>`, for example `data-theme="dark"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// `system`, `light` or `dark`.
    Theme,
    /// `normal`, `large` or `huge`.
    Size,
}

impl Choice {
    const fn key(self) -> &'static str {
        match self {
            Self::Theme => "yishi.theme",
            Self::Size => "yishi.size",
        }
    }

    const fn attribute(self) -> &'static str {
        match self {
            Self::Theme => "data-theme",
            Self::Size => "data-size",
        }
    }

    /// The allowed values, the default first.
    pub const fn values(self) -> [&'static str; 3] {
        match self {
            Self::Theme => ["system", "light", "dark"],
            Self::Size => ["normal", "large", "huge"],
        }
    }

    /// What was chosen before.
    pub fn saved(self) -> &'static str {
        let saved = load(self.key());
        let [default, ..] = self.values();
        self.values().into_iter().find(|value| saved.as_deref() == Some(*value)).unwrap_or(default)
    }

    /// Applies and keeps a value.
    pub fn choose(self, value: &str) {
        save(self.key(), value);
        self.apply(value);
    }

    fn apply(self, value: &str) {
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute(self.attribute(), value);
        }
    }
}

/// Applies what was chosen before.
pub fn apply_saved() {
    for choice in [Choice::Theme, Choice::Size] {
        choice.apply(choice.saved());
    }
}

const LANG_KEY: &str = "yishi.lang";

/// The language chosen before; 简体中文 where none was. The browser's own language is not asked: the content is Chinese.
pub fn lang() -> Lang {
    load(LANG_KEY).and_then(|tag| Lang::from_tag(&tag)).unwrap_or_default()
}

/// Keeps the language.
pub fn save_lang(lang: Lang) {
    save(LANG_KEY, if lang == Lang::En { "en" } else { "zh" });
}

const RECENT_KEY: &str = "yishi.searches";
/// So many searches are remembered.
const RECENT: usize = 8;

/// What was searched for lately, the last first.
pub fn searches() -> Vec<String> {
    let saved = load(RECENT_KEY).unwrap_or_default();
    saved.lines().take(RECENT).filter(|text| !text.is_empty()).map(ToOwned::to_owned).collect()
}

/// Remembers what was searched for.
pub fn remember_search(text: &str) {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() || text.len() > 200 {
        return;
    }
    let mut all = searches();
    // What was only the beginning of it is not kept beside it.
    all.retain(|other| !text.starts_with(other.as_str()));
    all.insert(0, text);
    all.truncate(RECENT);
    save(RECENT_KEY, &all.join("\n"));
}

/// Forgets one of the searches, or all.
pub fn forget_searches(one: Option<&str>) {
    let mut all = searches();
    all.retain(|other| one.is_some_and(|one| one != other));
    save(RECENT_KEY, &all.join("\n"));
}
