//! A scene as elements of SVG. A picture may have hundreds of shapes; as views each kind of shape would bring code of its own. They have no
//! listeners: that of the frame hears for them.

use crate::i18n::Lang;
use crate::picture::{Anchor, Ink, Scene, Shape};
use crate::ui::components::text::has_chinese;
use crate::ui::pages::budget::ctx::BudgetCtx;
use crate::ui::web::dom::{El, svg};

/// The picture in the page; its colours are the theme's. Tracks the place, which its links keep. For paper it comes in bands, between which a sheet may end.
pub(super) fn svg_of(here: &BudgetCtx, index: usize, scene: &Scene, label: &str, is_for_paper: bool) -> Vec<El> {
    let bands = if is_for_paper { scene.bands() } else { vec![(0, scene.height)] };
    // What is outside a band is clipped.
    bands.into_iter().map(|band| band_of(here, index, scene, label, band)).collect()
}

fn band_of(here: &BudgetCtx, index: usize, scene: &Scene, label: &str, (top, height): (i32, i32)) -> El {
    let stripe = |w: &str, class: &str| svg("rect").set("width", w).set("height", "6").set("class", class);
    let pattern = svg("pattern").set("id", "hatch").set("width", "6").set("height", "6").set("patternUnits", "userSpaceOnUse");
    let pattern = pattern.set("patternTransform", "rotate(45)").add(stripe("6", "i-data-soft")).add(stripe("3", "i-data"));
    svg("svg")
        .set("class", "scene")
        .set("viewBox", &format!("0 {top} {} {height}", scene.width))
        .set("width", &scene.width.to_string())
        .set("height", &height.to_string())
        .set("role", "group")
        .set("aria-label", label)
        .add(svg("defs").add(pattern))
        .all(scene.shapes.iter().map(|shape| one(here, index, shape)).collect())
}

fn one(here: &BudgetCtx, index: usize, shape: &Shape) -> El {
    let numbers = |element: El, of: &[(&str, i32)]| of.iter().fold(element, |element, (name, n)| element.set(name, &n.to_string()));
    match shape {
        Shape::Rect { x, y, w, h, ink, row, title } => {
            let rect = numbers(svg("rect"), &[("x", *x), ("y", *y), ("width", *w), ("height", *h)]).set("class", class(*ink));
            let rect = titled(rect, title);
            let line = row.and_then(|row| here.line(index, row));
            match line {
                Some(line) => {
                    let key = format!("shape-{}", row.unwrap_or_default());
                    svg("a").set("href", &here.line_href(line)).set("aria-label", title).set("data-key", &key).add(rect)
                }
                None => rect,
            }
        }
        Shape::Path { d, ink, title, .. } => titled(svg("path").set("d", d).set("class", class(*ink)), title),
        Shape::Line { from, to, ink } => {
            let line = numbers(svg("line"), &[("x1", from.0), ("y1", from.1), ("x2", to.0), ("y2", to.1), ("stroke-width", ink.stroke())]);
            line.set("class", class(*ink))
        }
        Shape::Text { x, y, text, anchor, ink } => {
            let words = numbers(svg("text"), &[("x", *x), ("y", *y)]).set("text-anchor", anchor.key()).text(text);
            let words = if has_chinese(text) { words.lang(Lang::Zh.tag()) } else { words };
            let halo = *anchor == Anchor::Middle || *ink == Ink::Ink;
            words.set("class", &format!("{}{}", class(*ink), if halo { " halo" } else { "" }))
        }
    }
}

fn titled(shape: El, title: &str) -> El {
    if title.is_empty() { shape } else { shape.add(svg("title").text(title)) }
}

const fn class(ink: Ink) -> &'static str {
    match ink {
        Ink::Data => "i-data",
        Ink::Data2 => "i-data-2",
        Ink::Data3 => "i-data-3",
        Ink::DataSoft => "i-data-soft",
        Ink::Soft2 => "i-soft-2",
        Ink::Soft3 => "i-soft-3",
        Ink::Hatch => "i-hatch",
        Ink::Ribbon => "i-ribbon",
        Ink::Mark => "i-mark",
        Ink::Ink => "i-ink",
        Ink::Ink2 => "i-ink-2",
        Ink::Paper => "i-paper",
        Ink::Rule => "i-rule-strong",
    }
}
