//! Finding: any substring of what a session shows, exactly, also by pinyin, and over an archive.
//!
//! Text is folded ([`fold`]) and scanned; there are no words and no index within a session. The [`items`] of a session are what is found, a
//! [`Query`] says what is wanted, a [`Corpus`] answers with ranked [`Hit`]s. Letters may be pinyin: [`pinyin`] says for which Chinese
//! strings of a session they stand, and those are looked for.

mod corpus;
pub mod excerpt;
pub mod index;
mod items;
pub mod pinyin;
mod query;
pub mod towns;

pub use crate::fold::{Folded, fold, folded};
pub use corpus::{Corpus, Group, Hit, Only, Rank, only};
pub use items::{Item, Name, NameKind, Spot, items, names, spots};
pub use query::{Query, Term};
