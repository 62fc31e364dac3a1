//! Change against the year before: to the right more, to the left less.

use super::lines::{BAR, named};
use super::{Ink, Scene, Shape, pixels};

/// A line with its change in ten-thousandths of a yuan, and how that is written.
pub struct Item<'a> {
    /// The line's place in its table.
    pub row: usize,
    /// Its name.
    pub name: &'a str,
    /// In ten-thousandths of a yuan.
    pub amount: i128,
    /// As written.
    pub figure: String,
}

/// The least width of a bar: however small, a change can be seen.
const LEAST: i32 = 2;

/// Bars from a middle axis; less is striped, so that colour alone does not tell.
pub fn change(width: i32, items: &[Item<'_>]) -> Scene {
    let mut scene = Scene { width, height: 0, shapes: Vec::new() };
    let magnitude = |amount: i128| i128::try_from(amount.unsigned_abs()).unwrap_or(i128::MAX);
    let least = items.iter().map(|item| item.amount).min().unwrap_or(0).min(0);
    let most = items.iter().map(|item| item.amount).max().unwrap_or(0).max(0);
    let span = magnitude(most).saturating_add(magnitude(least)).max(1);
    // The least that a bar has stays within the picture on either side.
    let (left, right) = (if least < 0 { LEAST } else { 0 }, if most > 0 { width - LEAST } else { width });
    let axis = pixels(magnitude(least), span, width).min(right).max(left);
    for (at, item) in items.iter().enumerate() {
        let y = named(&mut scene, 0, at, item.name, &item.figure);
        let room = if item.amount < 0 { axis } else { width - axis };
        let w = pixels(magnitude(item.amount), span, width).max(i32::from(item.amount != 0) * LEAST).min(room);
        let (x, ink) = if item.amount < 0 { (axis - w, Ink::Hatch) } else { (axis, Ink::Data) };
        scene.shapes.push(Shape::Rect { x, y, w, h: BAR, ink, row: Some(item.row), title: format!("{} {}", item.name, item.figure) });
        scene.line((axis, y - 3), (axis, y + BAR + 3), Ink::Ink2);
        scene.height = y + BAR + 8;
    }
    scene
}
