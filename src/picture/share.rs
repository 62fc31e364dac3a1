//! The share of each line in its branch: a squarified treemap (Bruls, Huizing and van Wijk, Squarified Treemaps, 2000).
//!
//! The layout is our own: that of the `treemap` crate brought a sort and 2 kB with it, and its areas were not those of the shares.

use super::{Anchor, FONT, Ink, Scene, Shape, balanced, width_of};
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

/// Room between the words of a rectangle and its edge, at each side.
const EDGE: i32 = 6;
/// From one line of words to the next.
const LINE: i32 = FONT + 4;

/// Rectangles as large as their share, in tones that tell neighbours apart. Lines with parts are solid, those without are light. No word is cut: the
/// places of the items that have no room for their name and figure are given back, the largest first.
pub fn share(width: i32, height: i32, items: &[Item<'_>]) -> (Scene, Vec<usize>) {
    let mut scene = Scene { width, height, shapes: Vec::new() };
    let mut unnamed = Vec::new();
    // Without an area there is nothing to part.
    if width <= 0 || height <= 0 {
        return (scene, unnamed);
    }
    // The order must be from the largest down.
    let sorted: Vec<usize> = (0..items.len()).filter(|at| items[*at].amount > 0).collect();
    let sorted = ordered(&sorted, |a, b| items[*b].amount.cmp(&items[*a].amount));
    #[expect(clippy::cast_precision_loss, reason = "areas on the screen, not figures")]
    let sizes: Vec<f64> = sorted.iter().map(|at| items[*at].amount as f64).collect();
    for ((order, at), [x, y, w, h]) in sorted.iter().enumerate().zip(squarified(&sizes, f64::from(width), f64::from(height))) {
        let item = &items[*at];
        // A share too small for a float to tell from none has no place of its own; wherever that leaves it, it is within the picture.
        let [left, right] = [x, x + w].map(|x| whole(x).clamp(0, width));
        let [top, bottom] = [y, y + h].map(|y| whole(y).clamp(0, height));
        let (w, h) = ((right - left - 2).max(1), (bottom - top - 2).max(1));
        // The smallest shares are lines of their own, within the picture.
        let (left, top) = (left.min(width - w), top.min(height - h));
        let (tones, words) = if item.has_parts { (Ink::SOLID, Ink::Paper) } else { (Ink::SOFT, Ink::Ink) };
        let title = format!("{} {}", item.name, item.figure);
        scene.shapes.push(Shape::Rect { x: left, y: top, w, h, ink: tones[order % tones.len()], row: item.row, title });
        let lines = usize::try_from((h - EDGE) / LINE).unwrap_or(0);
        match labels(item, w - 2 * EDGE, lines) {
            Some(labels) => {
                for (label, line) in labels.into_iter().zip(1..) {
                    scene.text(left + EDGE, top + line * LINE, Anchor::Start, words, label);
                }
            }
            None => unnamed.push(*at),
        }
    }
    (scene, unnamed)
}

/// Name and figure in so many lines no wider than `width`; `None` where they do not fit whole.
fn labels(item: &Item<'_>, width: i32, lines: usize) -> Option<Vec<String>> {
    // A column of single characters is nothing that one reads.
    if width < 2 * FONT {
        return None;
    }
    let mut labels = balanced(item.name, width);
    if width_of(&item.figure) <= width {
        labels.push(item.figure.clone());
    } else {
        // A figure is parted between its numbers only.
        for part in item.figure.split(' ') {
            if width_of(part) > width {
                return None;
            }
            labels.push(part.to_owned());
        }
    }
    (labels.len() <= lines).then_some(labels)
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

    fn item(name: &'static str, amount: i128, figure: &str, has_parts: bool) -> Item<'static> {
        Item { row: Some(0), name, amount, figure: figure.to_owned(), has_parts }
    }

    fn words(scene: &Scene) -> Vec<&str> {
        scene.shapes.iter().filter_map(|shape| if let Shape::Text { text, .. } = shape { Some(text.as_str()) } else { None }).collect()
    }

    #[test]
    fn no_word_is_cut_and_what_has_no_room_is_given_back() {
        let items = [item("债务发行费用支出", 1, "0.1% 1.98", false), item("一般公共服务支出", 999, "99.9% 3,659.04", true)];
        let (scene, unnamed) = share(300, 200, &items);
        assert_eq!((words(&scene), unnamed), (vec!["一般公共服务支出", "99.9% 3,659.04"], vec![0]));
        // A narrow rectangle has its words in several lines, the figure parted between its numbers.
        let (scene, unnamed) = share(80, 200, &items[1..]);
        assert_eq!((words(&scene), unnamed), (vec!["一般公共", "服务支出", "99.9%", "3,659.04"], vec![]));
        assert_eq!(share(30, 200, &items[1..]).1, [0]);
        assert_eq!(share(80, 60, &items[1..]).1, [0]);
    }

    #[test]
    fn neighbours_differ_in_tone() {
        let items: Vec<Item<'_>> = (0..4).map(|_| item("甲", 10, "1%", true)).collect();
        let inks: Vec<Ink> = share(300, 200, &items)
            .0
            .shapes
            .iter()
            .filter_map(|shape| if let Shape::Rect { ink, .. } = shape { Some(*ink) } else { None })
            .collect();
        assert!(inks.windows(2).all(|two| two[0] != two[1]), "{inks:?}");
    }

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
