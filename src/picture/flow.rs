//! Where the money comes from and goes to: revenue, the books, expenditure, as ribbons.
//!
//! Three fixed columns need no general layout of a Sankey diagram; the one crate there is (`sankey` 0.1.2, 2022) draws SVG by itself and
//! cannot place words for a narrow screen.

use super::{Anchor, FONT, Ink, Scene, Shape, balanced, fitted, pixels};

/// One end of a ribbon: where money of a book comes from or goes to.
#[derive(Clone)]
pub struct Flow {
    /// Its name.
    pub name: String,
    /// The figure as written.
    pub figure: String,
    /// Which of the books.
    pub book: usize,
    /// In ten-thousandths of a yuan, above zero.
    pub amount: i128,
    /// Not a line of the table but a difference worked out, or several small lines together.
    pub is_made: bool,
}

/// What ends of ribbons come to; as much as can be held where it is more.
pub fn total<'a>(flows: impl Iterator<Item = &'a Flow>) -> i128 {
    flows.map(|flow| flow.amount.max(0)).fold(0, i128::saturating_add)
}

/// Width of a node.
const NODE: i32 = 10;
/// Height of a line of words.
const LINE: i32 = FONT + 2;

/// Room above a book for its name and figure, free of everything else.
const HEAD: i32 = 48;

/// Revenue at the left, the books in the middle, expenditure at the right. `books` are names with figures, in the order that `revenue` and
/// `expenditure` have theirs.
pub fn flow(width: i32, revenue: &[Flow], books: &[(String, String)], expenditure: &[Flow]) -> Scene {
    let mut scene = Scene { width, height: 0, shapes: Vec::new() };
    let largest = total(revenue.iter()).max(total(expenditure.iter())).max(1);
    let scale = |amount: i128| pixels(amount, largest, 300).max(1);
    let middle = (width - NODE) / 2;
    for (book, (name, figure)) in books.iter().enumerate() {
        let top = scene.height + HEAD;
        let (mut thick, mut bottom) = (2, top);
        // Names lie above all ribbons, those of later lines too.
        let mut names = Scene::default();
        for (is_left, flows) in [(true, revenue), (false, expenditure)] {
            let (mut at_side, mut at_book) = (top, top);
            for flow in flows.iter().filter(|flow| flow.book == book && flow.amount > 0) {
                let h = scale(flow.amount);
                let title = format!("{} {}", flow.name, flow.figure);
                let (from, to) =
                    if is_left { ((NODE, at_side), (middle, at_book)) } else { ((middle + NODE, at_book), (width - NODE, at_side)) };
                let (ink, node) = if flow.is_made { (Ink::DataSoft, Ink::Hatch) } else { (Ink::Ribbon, Ink::Data) };
                scene.shapes.push(ribbon(from, to, h, ink, title.clone()));
                let x = if is_left { 0 } else { width - NODE };
                scene.shapes.push(Shape::Rect { x, y: at_side, w: NODE, h, ink: node, row: None, title });
                let (at, anchor) = if is_left { (NODE + 4, Anchor::Start) } else { (width - NODE - 4, Anchor::End) };
                let room = (middle - NODE - 12).max(60);
                let mut line = at_side + 13;
                for part in balanced(&flow.name, room) {
                    names.text(at, line, anchor, Ink::Ink, part);
                    line += LINE;
                }
                names.text(at, line, anchor, Ink::Ink2, fitted(&flow.figure, room));
                at_book += h;
                at_side = (at_side + h).max(line + 5) + 6;
            }
            thick = thick.max(at_book - top);
            bottom = bottom.max(at_side);
        }
        scene.shapes.push(Shape::Rect {
            x: middle,
            y: top,
            w: NODE,
            h: thick,
            ink: Ink::Mark,
            row: None,
            title: format!("{name} {figure}"),
        });
        scene.shapes.append(&mut names.shapes);
        scene.text(width / 2, top - 24, Anchor::Middle, Ink::Ink, fitted(name, width));
        scene.text(width / 2, top - 8, Anchor::Middle, Ink::Ink2, fitted(figure, width));
        scene.height = bottom.max(top + thick);
    }
    scene
}

fn ribbon(from: (i32, i32), to: (i32, i32), h: i32, ink: Ink, title: String) -> Shape {
    let half = from.0.midpoint(to.0);
    let ((x1, y1), (x2, y2)) = (from, to);
    let d = format!("M{x1} {y1}C{half} {y1} {half} {y2} {x2} {y2}V{}C{half} {} {half} {} {x1} {}Z", y2 + h, y2 + h, y1 + h, y1 + h);
    Shape::Path { d, span: (y1.min(y2), y1.max(y2) + h), ink, title }
}
