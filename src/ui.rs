//! The page. The browser and Leptos live only here.
//!
//! What is shown is a function of three things: the place in the address bar, the session that is open, and the reader's language.
//! State that can be shared is in the address; nothing else is kept but the reader's preferences and, in a database of this
//! browser, the sessions that came from elsewhere than the archive.
//!
//! The rooms in reading order; each uses only those above it (`tests/host/rooms.rs`).

mod web;

mod state;

mod data;

mod actions;

mod components;

mod pages;

mod dialogs;

mod parts;

mod app;

pub use app::mount;
