//! What is inconsistent in a session: references, counts, dates, content.
//!
//! `check` never changes the session, does no I/O and knows no language.

mod budget;
mod checker;
mod contradiction;
mod finding;
mod findings;
mod follow_up;
mod index;
mod proceedings;
pub mod rules;
mod session;
mod terms;

#[cfg(feature = "csr")]
pub(crate) use crate::json_path::short;
pub use checker::is_link;
pub use contradiction::Contradiction;
pub use finding::{Finding, FindingKind, Severity};
pub(crate) use findings::Findings;
pub use terms::{Listed, Moment, Quantity, Thing};

use crate::model::Session;
use checker::Checker;
use index::Index;

/// Everything that is inconsistent in `session`, in the order of the format.
pub fn check(session: &Session) -> Vec<Finding> {
    let mut checker = Checker { session, index: Index::new(session), found: Findings::default() };
    checker.session();
    checker.agenda();
    checker.speeches();
    checker.votes();
    checker.resolutions();
    checker.budgets();
    checker.suggestions();
    checker.suggestion_totals();
    checker.projects();
    checker.deputy_changes();
    checker.documents();
    checker.declared();
    checker.found.done()
}
