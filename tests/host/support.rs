//! What several files of tests need.

pub mod archive;
pub mod pinyin;
pub mod site;
pub mod snapshot;
