//! What completion and change share: one line of the table after another, its name above its bar.

use super::{Anchor, Ink, Scene, fitted, width_of};

/// Height of one line of the picture: name, bar, space.
pub(super) const STEP: i32 = 42;
/// Height of a bar.
pub(super) const BAR: i32 = 14;

/// Writes the name of line `at` and the figure at its right, from `top` down; gives the top of its bar.
pub(super) fn named(scene: &mut Scene, top: i32, at: usize, name: &str, figure: &str) -> i32 {
    let y = top + i32::try_from(at).unwrap_or(0) * STEP;
    // On a narrow screen a long figure takes the place of the name, and is in the title and the table in full.
    let figure = fitted(figure, scene.width);
    let room = scene.width - width_of(&figure) - 12;
    scene.text(0, y + 14, Anchor::Start, Ink::Ink, fitted(name, room));
    scene.text(scene.width, y + 14, Anchor::End, Ink::Ink2, figure);
    y + 20
}
