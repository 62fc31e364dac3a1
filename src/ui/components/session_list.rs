//! Sessions as a list.

use crate::i18n::{Lang, count};

/// So many sessions, in words.
pub fn counted(lang: Lang, sessions: usize) -> String {
    count(lang, sessions, "次会议", "session", "sessions")
}
