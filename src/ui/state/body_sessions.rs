//! The sessions of a body, as far as they are known.

use crate::ui::state::LoadedSession;
use std::sync::Arc;

/// What is known of the sessions of a body.
#[derive(Clone, Debug, Default)]
pub struct BodySessions {
    /// Those that are there, oldest first.
    pub sessions: Vec<Arc<LoadedSession>>,
    /// How many are still to come.
    pub left: usize,
    /// How many could not be had; the list of sessions itself counts as one.
    pub failed: usize,
    /// What failed is to be asked for again.
    pub is_old: bool,
    /// Which fetching this is of; what an earlier one brings is not counted with it.
    pub round: u32,
}
