//! The numbers that Word counts.

use crate::import::ImportError;

/// The lists of a document.
#[derive(Default)]
pub struct Numbering;

impl Numbering {
    /// The lists in this part.
    #[allow(clippy::unnecessary_wraps)]
    pub fn read(_: &str) -> Result<Self, ImportError> {
        Ok(Self)
    }

    /// The number of the next paragraph of a list.
    pub fn next(&mut self, _: Option<u32>, _: usize) -> Option<String> {
        None
    }
}
