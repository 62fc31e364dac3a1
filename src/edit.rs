//! Editing a session: the smallest editor that makes a draft right.
//!
//! A session is a JSON document; every change is a small [`Patch`] with its inverse. The [`Editor`] keeps the history, which fields a person has confirmed and
//! which are doubtful, and all of it can be put down as text and taken up again. What a reader can do is in [`operations`], [`people`] and [`paragraphs`], each
//! making a [`Change`] of a document; what the result is worth, [`checked`] says. Nothing here knows a language: the words are in [`crate::i18n::edit`].

pub mod checked;
mod editor;
pub mod forms;
mod json;
mod marks;
pub mod operations;
pub mod original;
pub mod paragraphs;
mod patch;
pub mod people;
pub mod pointer;
mod step;
pub mod words;

pub use editor::{Began, Editor};
pub use json::Json;
pub use marks::{Doubt, Marks};
pub use original::Original;
pub use patch::Patch;
pub use step::{Change, Kind, Spot, Step};

/// Why something cannot be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The document has no such place.
    #[error("there is no such place")]
    NoSuchPlace,
    /// Not digits of an amount.
    #[error("not an amount")]
    NotAnAmount,
    /// Not a whole number.
    #[error("not a whole number")]
    NotANumber,
    /// Not a day, month or year.
    #[error("not a date")]
    NotADate,
    /// Nobody in the session has that name.
    #[error("nobody has that name")]
    NobodyOfThatName,
    /// What was put down cannot be taken up.
    #[error("what was kept cannot be read")]
    Unreadable,
}

#[cfg(test)]
mod tests;
