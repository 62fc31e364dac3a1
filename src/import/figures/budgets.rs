//! Budgets of the model out of figures.

use super::Figure;
use crate::model::Budget;

/// Groups figures into budgets.
pub fn budgets(_figures: &[Figure]) -> Vec<Budget> {
    Vec::new()
}
