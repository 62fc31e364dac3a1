//! How far each line has come, with the mark of the time gone by (时间过半、任务过半).

use super::lines::{BAR, STEP, named};
use super::{Anchor, Ink, Scene, Shape, pixels, width_of};
use crate::model::Decimal;

/// A line with its completion in percent, and how that is written.
pub struct Item<'a> {
    /// The line's place in its table.
    pub row: usize,
    /// Its name.
    pub name: &'a str,
    /// In percent.
    pub percent: Decimal,
    /// Its amounts give it; only then is what is above the budget striped.
    pub is_computed: bool,
    /// As written.
    pub figure: String,
}

/// Bars from zero to what was reached, with the whole budget at 100 %, what is computed to be above it striped, and `gone`, the percentage of the year gone
/// by with its words, as a line through all of them.
pub fn completion(width: i32, items: &[Item<'_>], gone: Option<(Decimal, String)>) -> Scene {
    let mut scene = Scene { width, height: 0, shapes: Vec::new() };
    // Ten-thousandths of a percent; beyond 200 % a bar only says that it is far beyond.
    let far = |d: Decimal| if d.mantissa < 0 { 0 } else { i128::MAX };
    let of = |d: Decimal| crate::budget::rounded(d, 4).in_ten_thousandths(crate::model::Unit::Yuan).unwrap_or_else(|| far(d));
    let full = 100 * 10_000;
    let most = items.iter().map(|item| of(item.percent)).max().unwrap_or(full).clamp(full, 2 * full);
    let (at_full, top) = (pixels(full, most, width), if gone.is_some() { 24 } else { 0 });
    let mut bottom = top;
    for (at, item) in items.iter().enumerate() {
        let y = named(&mut scene, top, at, item.name, &item.figure);
        bottom = y + BAR + 8;
        scene.rect((0, y, at_full, BAR), Ink::DataSoft);
        let reached = pixels(of(item.percent).clamp(0, most), most, width);
        let title = format!("{} {}", item.name, item.figure);
        let bar = |x, w, ink, row| Shape::Rect { x, y, w, h: BAR, ink, row, title: title.clone() };
        if reached > 0 {
            scene.shapes.push(bar(0, reached.min(at_full), Ink::Data, Some(item.row)));
        }
        if reached > at_full {
            let beyond = if item.is_computed { Ink::Hatch } else { Ink::Data };
            scene.shapes.push(bar(at_full, reached - at_full, beyond, None));
        }
    }
    if let Some((gone, words)) = gone {
        let x = pixels(of(gone).clamp(0, most), most, width);
        for at in 0..items.len() {
            let y = top + i32::try_from(at).unwrap_or(0) * STEP + 17;
            scene.line((x, y), (x, y + BAR + 6), Ink::Mark);
        }
        let half = width_of(&words) / 2;
        scene.text(x.clamp(half.min(width / 2), (width - half).max(width / 2)), 14, Anchor::Middle, Ink::Mark, words);
    }
    scene.height = bottom;
    scene
}
