//! Publishing an archive: its catalogue, a site, one page that holds it. What a catalogue is, and how it is read, is [`crate::catalogue`].

#[cfg(feature = "cli")]
pub mod listing;
#[cfg(feature = "cli")]
pub mod pack;
#[cfg(feature = "cli")]
pub mod site;
#[cfg(feature = "cli")]
mod told;

// The page knows the catalogue by this name.
pub use crate::catalogue::*;
