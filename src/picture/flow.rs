//! Where the money comes from and goes to: revenue, the books, expenditure, as ribbons.
//!
//! Three fixed columns need no general layout of a Sankey diagram; the one crate there is (`sankey` 0.1.2, 2022) draws SVG by itself and
//! cannot place words for a narrow screen.

use super::{Anchor, FONT, Ink, Scene, Shape, fitted, pixels};

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

/// Width of a node.
const NODE: i32 = 10;
/// Least distance from one name to the next.
const ROOM: i32 = 34;

/// Revenue at the left, the books in the middle, expenditure at the right. `books` are names with figures.
pub fn flow(width: i32, revenue: &[Flow], books: &[(String, String)], expenditure: &[Flow]) -> Scene {
    let mut scene = Scene { width, height: 0, shapes: Vec::new() };
    let total = |flows: &[Flow]| flows.iter().map(|flow| flow.amount).fold(0_i128, i128::saturating_add);
    let largest = total(revenue).max(total(expenditure)).max(1);
    let scale = |amount: i128| pixels(amount, largest, 300);
    let middle = (width - NODE) / 2;
    // How much of each book has come in and gone out, in pixels.
    let of_book =
        |flows: &[Flow], book: usize| flows.iter().filter(|flow| flow.book == book).map(|flow| scale(flow.amount).max(1)).sum::<i32>();
    let mut tops = Vec::new();
    let mut y = 40;
    for (book, _) in books.iter().enumerate() {
        let h = of_book(revenue, book).max(of_book(expenditure, book)).max(2);
        tops.push((y, h));
        y += h + 56;
    }
    let mut bottom = y;
    for (is_left, flows) in [(true, revenue), (false, expenditure)] {
        let mut used: Vec<i32> = tops.iter().map(|(top, _)| *top).collect();
        let x = if is_left { 0 } else { width - NODE };
        let mut y = 24;
        for flow in flows {
            let Some(at_book) = used.get_mut(flow.book) else { continue };
            let h = scale(flow.amount).max(1);
            let title = format!("{} {}", flow.name, flow.figure);
            let (from, to) = if is_left { ((NODE, y), (middle, *at_book)) } else { ((middle + NODE, *at_book), (width - NODE, y)) };
            scene.shapes.push(ribbon(from, to, h, if flow.is_made { Ink::Hatch } else { Ink::Ribbon }, title.clone()));
            *at_book += h;
            let ink = if flow.is_made { Ink::Hatch } else { Ink::Data };
            scene.shapes.push(Shape::Rect { x, y, w: NODE, h, ink, row: None, title });
            let (at, anchor) = if is_left { (NODE + 4, Anchor::Start) } else { (width - NODE - 4, Anchor::End) };
            // On a narrow screen the names of both sides must fit beside the middle.
            let room = (middle - NODE - 12).max(60);
            scene.text(at, y + 13, anchor, Ink::Ink, fitted(&flow.name, room));
            scene.text(at, y + 13 + FONT + 2, anchor, Ink::Ink2, fitted(&flow.figure, room));
            y += h.max(ROOM) + 6;
        }
        bottom = bottom.max(y);
    }
    for ((name, figure), (y, h)) in books.iter().zip(&tops) {
        scene.shapes.push(Shape::Rect { x: middle, y: *y, w: NODE, h: *h, ink: Ink::Mark, row: None, title: format!("{name} {figure}") });
        scene.text(middle + NODE / 2, y - 22, Anchor::Middle, Ink::Ink, fitted(name, width / 2));
        scene.text(middle + NODE / 2, y - 6, Anchor::Middle, Ink::Ink2, fitted(figure, width / 2));
    }
    scene.height = bottom;
    scene
}

fn ribbon(from: (i32, i32), to: (i32, i32), h: i32, ink: Ink, title: String) -> Shape {
    let half = from.0.midpoint(to.0);
    let ((x1, y1), (x2, y2)) = (from, to);
    let d = format!("M{x1} {y1}C{half} {y1} {half} {y2} {x2} {y2}V{}C{half} {} {half} {} {x1} {}Z", y2 + h, y2 + h, y1 + h, y1 + h);
    Shape::Path { d, ink, title }
}
