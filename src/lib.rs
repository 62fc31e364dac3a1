//! Yishi opens a session of a people's congress as one page that runs wholly in the browser.
//!
//! The way of the data, in five lines and in reading order:
//! bytes come through a door ([`ui`](crate) or the command line),
//! [`read`] turns them into a [`model::Session`] and findings,
//! [`check`] adds what is inconsistent, with the arithmetic of [`budget`],
//! [`route`] names a place in it,
//! and `ui` shows that place in the language of [`i18n`].

pub mod archive;
pub mod base64;
pub mod budget;
pub mod check;
pub mod digest;
pub mod i18n;
pub mod model;
mod order;
pub mod picture;
mod positions;
pub mod read;
pub mod recent;
pub mod route;
pub mod search;
#[cfg(feature = "csr")]
pub mod ui;
pub mod write;
