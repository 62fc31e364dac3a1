//! The share of each line in its branch: a treemap, laid out by the `treemap` crate (squarified, Bruls, Huizing and van Wijk 2000).

use super::{Anchor, FONT, Ink, Scene, Shape, fitted};
use treemap::{MapItem, Mappable, Rect, TreemapLayout};

/// A line with its amount in ten-thousandths of a yuan, above zero, and its share as written.
pub struct Item<'a> {
    /// The line's place in its table.
    pub row: usize,
    /// Its name.
    pub name: &'a str,
    /// In ten-thousandths of a yuan.
    pub amount: i128,
    /// As written.
    pub figure: String,
    /// It has parts of its own that can be gone into.
    pub has_parts: bool,
}

/// Rectangles as large as their share. Lines with parts are solid, those without are light.
pub fn share(width: i32, height: i32, items: &[Item<'_>]) -> Scene {
    let mut scene = Scene { width, height, shapes: Vec::new() };
    // The order must be from the largest down.
    let mut sorted: Vec<&Item<'_>> = items.iter().filter(|item| item.amount > 0).collect();
    sorted.sort_by_key(|item| std::cmp::Reverse(item.amount));
    #[expect(clippy::cast_precision_loss, reason = "areas on the screen, not figures")]
    let mut boxes: Vec<MapItem> = sorted.iter().map(|item| MapItem::with_size(item.amount as f64)).collect();
    TreemapLayout::new().layout_items(&mut boxes, Rect::from_points(0.0, 0.0, f64::from(width), f64::from(height)));
    for (item, place) in sorted.iter().zip(&boxes) {
        let Rect { x, y, w, h } = *place.bounds();
        let [left, top, right, bottom] = [x, y, x + w, y + h].map(whole);
        let (w, h) = ((right - left - 2).max(1), (bottom - top - 2).max(1));
        let (ink, words, lesser) = if item.has_parts { (Ink::Data, Ink::Paper, Ink::Paper) } else { (Ink::DataSoft, Ink::Ink, Ink::Ink2) };
        let title = format!("{} {}", item.name, item.figure);
        scene.shapes.push(Shape::Rect { x: left, y: top, w, h, ink, row: Some(item.row), title });
        if h > FONT + 8 {
            let name = fitted(item.name, w - 12);
            let has_name = !name.is_empty();
            scene.text(left + 6, top + FONT + 5, Anchor::Start, words, name);
            if has_name && h > 2 * FONT + 14 {
                scene.text(left + 6, top + 2 * FONT + 9, Anchor::Start, lesser, fitted(&item.figure, w - 12));
            }
        }
    }
    scene
}

#[expect(clippy::cast_possible_truncation, reason = "pixels")]
fn whole(x: f64) -> i32 {
    x.round() as i32
}
