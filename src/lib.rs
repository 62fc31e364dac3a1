//! Yishi opens a session of a people's congress as one page that runs wholly in the browser.
//!
//! The way of the data, in five lines and in reading order:
//! bytes come through a source ([`ui`](crate) or the command line),
//! [`read`] turns them into a [`model::Session`] and findings,
//! [`check`] adds what is inconsistent, with the arithmetic of [`budget`],
//! [`route`] names a place in it,
//! and `ui` shows that place in the language of [`i18n`].

pub mod age;
pub mod archive;
pub mod budget;
pub mod catalogue;
pub mod check;
pub mod diff;
pub mod digest;
pub mod drafting;
pub mod edit;
mod fold;
pub mod hash;
pub mod i18n;
mod id_index;
#[cfg(feature = "import")]
pub mod import;
mod json;
mod json_path;
pub mod lang;
pub mod model;
mod numerals;
mod order;
#[cfg(feature = "cli")]
mod parallel;
pub mod picture;
#[cfg(feature = "cli")]
pub mod publish;
pub mod read;
#[cfg(feature = "workbook")]
pub mod reader;
pub mod recent;
pub mod route;
pub mod search;
pub mod subjects;
#[cfg(feature = "csr")]
pub mod ui;
#[cfg(feature = "workbook")]
pub mod workbook;
pub mod write;
