//! What several pages use.

pub mod activities;
pub mod agenda_list;
pub mod around;
pub mod behalf;
pub mod card;
pub mod chip;
pub mod chooser;
pub mod decided;
pub mod elsewhere;
pub mod highlight;
pub mod imprint;
pub mod kept;
pub mod layout;
pub mod links;
pub mod modal;
pub mod person;
pub mod prose;
pub mod renewed;
pub mod search_field;
pub mod section_label;
pub mod session_list;
pub mod states;
pub mod terms;
pub mod text;
pub mod toast;
pub mod vote;
