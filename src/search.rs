//! Finding: any substring of what a session shows, exactly, also by pinyin, and over an archive.
//!
//! Text is folded ([`fold`]) and scanned; there are no words and no index within a session. A session's [`items`] are what is found, a
//! [`Query`] says what is wanted, a [`Corpus`] answers with ranked [`Hit`]s.

mod fold;
pub mod index;
mod items;


pub use fold::{Folded, fold, folded};
pub use items::{Item, KINDS, Kind, Name, NameKind, Spot, items, names, spots};

