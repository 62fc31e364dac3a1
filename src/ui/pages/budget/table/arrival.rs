//! The line that the link names, brought before the reader.

use crate::ui::actions::navigation;
use crate::ui::pages::budget::table::grid::Grid;
use crate::ui::pages::budget::table::keys::{focus, focus_row, row_id};
use crate::ui::web::timing::after_paint;
use leptos::prelude::*;

/// Opens the branches above the line that the link names, and brings it into view; on following a link to it, it gets the focus.
pub(super) fn follow(grid: &Grid) {
    let grid = grid.clone();
    let mut before = None;
    let mut is_first = true;
    Effect::new(move |_| {
        let wanted = grid.wanted.get();
        let stay = grid.here.stay.get_value();
        grid.here.stay.set_value(false);
        let (is_arrival, left) = (std::mem::take(&mut is_first), std::mem::replace(&mut before, wanted));
        let (Some(row), Some(sheet)) = (wanted, grid.sheet()) else {
            // A card that was closed leaves the focus at its line.
            if let Some(row) = left {
                after_paint(move || focus_row(row));
            }
            return;
        };
        let is_open = grid.open.with_untracked(|open| sheet.tree.ancestors(row).all(|above| open[above]));
        if !is_open {
            grid.open.update(|open| sheet.tree.ancestors(row).for_each(|above| open[above] = true));
        }
        let app = grid.here.ctx.app;
        if stay {
            return;
        }
        after_paint(move || {
            if let Some(element) = document().get_element_by_id(&row_id(row)) {
                if !is_arrival {
                    focus(&element);
                }
                navigation::reveal(app, &element);
            }
        });
    });
}
