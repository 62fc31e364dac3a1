//! The index of an archive: which of its sessions may hold a text, by a handful of small files.
//!
//! `yishi index` writes it beside the sessions (`search/`): `root.bin`, and files that are named by the hash of their content and never change,
//! each packed with gzip. The bytes are described in `docs/search-index.md`. The page fetches and unpacks; what is here decides which
//! files are needed and what they mean: [`Root`], [`Plan`], [`Names`]. Writing (`write`) is of the command line only.

mod bytes;
mod grams;
mod names;
mod plan;
mod root;
#[cfg(feature = "cli")]
pub mod search;
mod table;
#[cfg(feature = "cli")]
pub mod write;

pub use bytes::{Damage, path};
pub use names::{Name, Names};
pub use plan::{Candidate, Found, Plan};
pub use root::Root;
pub use table::{Line, TablePage};

/// The folder of the index beside the page.
pub const FOLDER: &str = "data/search/";
/// The one file of a fixed name in it.
pub const ROOT: &str = "root.bin";
/// Sessions on a page of the table.
pub const PAGE_SESSIONS: u32 = 256;
