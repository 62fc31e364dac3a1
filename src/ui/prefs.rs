//! The reader's preferences: language, theme, text size. Kept in this browser only; where storage is refused they last for the visit.

use crate::i18n::Lang;
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

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

fn load(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

fn save(key: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(key, value);
    }
}
