//! Finding things in sessions.

pub mod pinyin;
