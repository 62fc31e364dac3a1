//! One module per page. A page is a function of the session, the place and the language.

pub mod absent;
pub mod across;
pub mod agenda;
pub mod archive;
pub mod budget;
pub mod decisions;
pub mod documents;
pub mod faults;
pub mod glossary;
pub mod overview;
pub mod people;
pub mod projects;
pub mod search;
pub mod slides;
pub mod speech;
pub mod speeches;
pub mod subject;
pub mod suggestions;
