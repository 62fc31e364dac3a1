//! The share of each line in its branch: a squarified treemap (Bruls, Huizing and van Wijk, Squarified Treemaps, 2000).
//!
//! The layout is our own: that of the `treemap` crate brought a sort and 2 kB with it, and its areas were not those of the shares.

use super::{Anchor, FONT, Ink, Scene, Shape, fitted};
use crate::order::ordered;

/// A line with its amount in ten-thousandths of a yuan, above zero, and its share as written.
pub struct Item<'a> {
    /// The line's place in its table; `None` for a rest that is no line.
    pub row: Option<usize>,
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
    // Without an area there is nothing to part.
    if width <= 0 || height <= 0 {
        return scene;
    }
    // The order must be from the largest down.
    let sorted: Vec<&Item<'_>> = items.iter().filter(|item| item.amount > 0).collect();
    let sorted = ordered(&sorted, |a, b| b.amount.cmp(&a.amount));
    #[expect(clippy::cast_precision_loss, reason = "areas on the screen, not figures")]
    let sizes: Vec<f64> = sorted.iter().map(|item| item.amount as f64).collect();
    for (item, [x, y, w, h]) in sorted.iter().zip(squarified(&sizes, f64::from(width), f64::from(height))) {
        // A share too small for a float to tell from none has no place of its own; wherever that leaves it, it is within the picture.
        let [left, right] = [x, x + w].map(|x| whole(x).clamp(0, width));
        let [top, bottom] = [y, y + h].map(|y| whole(y).clamp(0, height));
        let (w, h) = ((right - left - 2).max(1), (bottom - top - 2).max(1));
        // The smallest shares are lines of their own, within the picture.
        let (left, top) = (left.min(width - w), top.min(height - h));
        let (ink, words, lesser) = if item.has_parts { (Ink::Data, Ink::Paper, Ink::Paper) } else { (Ink::DataSoft, Ink::Ink, Ink::Ink2) };
        let title = format!("{} {}", item.name, item.figure);
        scene.shapes.push(Shape::Rect { x: left, y: top, w, h, ink, row: item.row, title });
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

/// Left, top, width and height of each size, from the largest down, in a rectangle that they fill. Rows are laid along the shorter side
/// of what is left; a row takes in sizes for as long as that brings its rectangles nearer to squares.
fn squarified(sizes: &[f64], width: f64, height: f64) -> Vec<[f64; 4]> {
    let mut boxes = Vec::with_capacity(sizes.len());
    let area = width * height / sizes.iter().sum::<f64>();
    let [mut x, mut y, mut w, mut h] = [0.0, 0.0, width, height];
    let mut rest = sizes;
    while let Some(&largest) = rest.first() {
        let side = w.min(h);
        // How far the rectangles of a row are from squares: the first or the last is the farthest.
        let worst = |sum: f64, smallest: f64| {
            let square = sum * sum * area / (side * side);
            (largest / square).max(square / smallest)
        };
        let (mut count, mut sum) = (1, largest);
        while let Some(&next) = rest.get(count)
            && worst(sum + next, next) <= worst(sum, rest[count - 1])
        {
            sum += next;
            count += 1;
        }
        let (row, others) = rest.split_at(count);
        let thick = sum * area / side;
        let mut along = 0.0;
        for size in row {
            let long = side * size / sum;
            boxes.push(if w < h { [x + along, y, long, thick] } else { [x, y + along, thick, long] });
            along += long;
        }
        if w < h {
            (y, h) = (y + thick, h - thick);
        } else {
            (x, w) = (x + thick, w - thick);
        }
        rest = others;
    }
    boxes
}

#[expect(clippy::cast_possible_truncation, reason = "pixels")]
fn whole(x: f64) -> i32 {
    x.round() as i32
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The example of the paper.
    #[test]
    fn rectangles_are_near_to_squares() {
        let boxes = squarified(&[6.0, 6.0, 4.0, 3.0, 2.0, 2.0, 1.0], 6.0, 4.0);
        let near = |place: &[f64; 4], expected: [f64; 4]| place.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-9);
        assert!(near(&boxes[0], [0.0, 0.0, 3.0, 2.0]) && near(&boxes[1], [0.0, 2.0, 3.0, 2.0]), "{boxes:?}");
        assert!(near(&boxes[2], [3.0, 0.0, 12.0 / 7.0, 7.0 / 3.0]), "{boxes:?}");
    }

    proptest! {
        #[test]
        fn areas_are_shares_and_fill_the_rectangle(
            mut amounts in proptest::collection::vec(1_u32..1_000_000, 1..60), width in 1_u16..2_000, height in 1_u16..2_000,
        ) {
            amounts.sort_unstable_by(|a, b| b.cmp(a));
            let sizes: Vec<f64> = amounts.into_iter().map(f64::from).collect();
            let (width, height) = (f64::from(width), f64::from(height));
            let boxes = squarified(&sizes, width, height);
            let (whole, slack) = (sizes.iter().sum::<f64>(), width * height * 1e-9);
            prop_assert_eq!(boxes.len(), sizes.len());
            for (at, &[x, y, w, h]) in boxes.iter().enumerate() {
                prop_assert!((w * h - width * height * sizes[at] / whole).abs() <= slack, "area of {}: {:?}", at, boxes);
                prop_assert!(x >= -1e-6 && y >= -1e-6 && x + w <= width + 1e-6 && y + h <= height + 1e-6, "{:?}", boxes);
                let overlaps = |o: &[f64; 4]| (x + w).min(o[0] + o[2]) - x.max(o[0]) > 1e-6 && (y + h).min(o[1] + o[3]) - y.max(o[1]) > 1e-6;
                prop_assert!(!boxes[..at].iter().any(overlaps), "{:?}", boxes);
            }
        }
    }
}
