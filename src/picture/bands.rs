//! Cutting a tall picture between its rows, for a sheet ends where it ends.

use super::{FONT, Scene, Shape};
use crate::order::ordered;

/// A band is no lower than this, in pixels, but for the last.
const LEAST: i32 = 100;
/// A picture no higher than this, in pixels, is not cut: the smallest sheet has room for it.
const WHOLE: i32 = 340;

impl Scene {
    /// A tall picture in bands, each with its top and height in pixels, from the top down without a gap. No word and no shape but upright lines is cut; a
    /// picture that is one from top to bottom is one band.
    pub fn bands(&self) -> Vec<(i32, i32)> {
        let spans: Vec<(i32, i32)> = self.shapes.iter().filter_map(span).collect();
        if self.height <= WHOLE {
            return vec![(0, self.height)];
        }
        let mut bands = Vec::new();
        let (mut top, mut reached) = (0, 0);
        for (from, to) in ordered(&spans, Ord::cmp) {
            let between = i32::midpoint(reached, from);
            if from > reached && between - top >= LEAST {
                bands.push((top, between - top));
                top = between;
            }
            reached = reached.max(to);
        }
        bands.push((top, self.height - top));
        bands
    }
}

/// From where to where down the picture a shape reaches, if cutting it would be seen.
fn span(shape: &Shape) -> Option<(i32, i32)> {
    match shape {
        Shape::Rect { y, h, .. } => Some((*y, y + h)),
        Shape::Path { span, .. } => Some(*span),
        Shape::Line { from, to, .. } => (from.0 != to.0).then(|| (from.1.min(to.1), from.1.max(to.1))),
        Shape::Text { y, .. } => Some((y - FONT, y + FONT / 2)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Anchor, CompletionItem, Ink, completion};
    use super::*;
    use crate::model::Decimal;

    #[test]
    fn a_list_is_cut_between_its_lines() {
        let percent = Decimal { mantissa: 50, scale: 0 };
        let items: Vec<_> =
            (0..20).map(|row| CompletionItem { row, name: "退税", percent, figure: "50%".to_owned(), is_computed: true }).collect();
        let scene = completion(600, &items, Some((percent, "时间进度 50%".to_owned())));
        let bands = scene.bands();
        assert!(bands.len() > 4, "{bands:?}");
        let mut top = 0;
        for (from, height) in &bands {
            assert_eq!(*from, top, "without a gap");
            top += height;
            let cut = |shape: &Shape| span(shape).is_some_and(|(a, b)| a < top && top < b);
            assert!(!scene.shapes.iter().any(cut), "{top}");
        }
        assert_eq!(top, scene.height);
    }

    #[test]
    fn what_is_one_piece_is_one_band() {
        let ribbon = Shape::Path { d: String::new(), span: (10, 390), ink: Ink::Data, title: String::new() };
        let mut scene = Scene { width: 300, height: 400, shapes: vec![ribbon] };
        scene.text(0, 20, Anchor::Start, Ink::Ink, "上".to_owned());
        scene.text(0, 390, Anchor::Start, Ink::Ink, "下".to_owned());
        assert_eq!(scene.bands(), [(0, 400)]);
        assert_eq!(Scene::default().bands(), [(0, 0)]);
    }
}
