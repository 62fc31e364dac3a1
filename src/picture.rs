//! Pictures of budget figures: where everything stands, in whole pixels for a given width. What draws them is `ui`; what saves them is [`Scene::to_svg`].
//!
//! A picture never says anything that its table does not: names and figures are written beside the shapes, and what differs in kind
//! differs in pattern as well as in colour.

mod bands;
mod change;
mod completion;
mod flow;
mod lines;
mod room;
mod share;
mod svg;
mod years;

use crate::model::is_selector;
pub use change::{Item as ChangeItem, change};
pub use completion::{Item as CompletionItem, completion};
pub use flow::{Flow, flow, total};
pub use room::Room;
pub use share::{Item as ShareItem, share};
pub use years::{Mark, years};

/// A picture, laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scene {
    /// Width in pixels.
    pub width: i32,
    /// Height in pixels.
    pub height: i32,
    /// What is drawn, from the back to the front.
    pub shapes: Vec<Shape>,
}

/// A thing that is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A rectangle with its left upper corner.
    Rect {
        /// Left.
        x: i32,
        /// Top.
        y: i32,
        /// Width.
        w: i32,
        /// Height.
        h: i32,
        /// How it is filled.
        ink: Ink,
        /// The line of the table that it stands for, and leads to.
        row: Option<usize>,
        /// What it is, in full.
        title: String,
    },
    /// A closed shape, as an SVG path.
    Path {
        /// The path.
        d: String,
        /// Where it is highest and lowest.
        span: (i32, i32),
        /// How it is filled.
        ink: Ink,
        /// What it is, in full.
        title: String,
    },
    /// A straight line.
    Line {
        /// From.
        from: (i32, i32),
        /// To.
        to: (i32, i32),
        /// Its colour.
        ink: Ink,
    },
    /// Words.
    Text {
        /// Where they begin, end or have their middle.
        x: i32,
        /// The base line.
        y: i32,
        /// The words.
        text: String,
        /// Which part of them is at `x`.
        anchor: Anchor,
        /// Their colour.
        ink: Ink,
    },
}

/// Which part of a text is at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The beginning.
    Start,
    /// The middle.
    Middle,
    /// The end.
    End,
}

/// A colour of the theme, or a pattern. The names are those of `src/styles/tokens.css`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Figures.
    Data,
    /// Figures beside others, in other tones.
    Data2,
    /// See [`Ink::Data2`].
    Data3,
    /// Figures in the background.
    DataSoft,
    /// Figures in the background beside others, in other tones.
    Soft2,
    /// See [`Ink::Soft2`].
    Soft3,
    /// Figures of another kind: striped.
    Hatch,
    /// Figures on their way: a ribbon that others shine through.
    Ribbon,
    /// A mark to compare with.
    Mark,
    /// Words.
    Ink,
    /// Lesser words.
    Ink2,
    /// Words on [`Ink::Data`].
    Paper,
    /// Thin lines.
    Rule,
}

impl Ink {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Data,
        Self::Data2,
        Self::Data3,
        Self::DataSoft,
        Self::Soft2,
        Self::Soft3,
        Self::Hatch,
        Self::Ribbon,
        Self::Mark,
        Self::Ink,
        Self::Ink2,
        Self::Paper,
        Self::Rule,
    ];
    /// The tones of figures.
    pub(crate) const SOLID: [Self; 3] = [Self::Data, Self::Data2, Self::Data3];
    /// The tones of figures in the background.
    pub(crate) const SOFT: [Self; 3] = [Self::DataSoft, Self::Soft2, Self::Soft3];

    /// The name of the custom property in the styles, without the dashes.
    pub const fn token(self) -> &'static str {
        match self {
            Self::Data | Self::Hatch | Self::Ribbon => "data",
            Self::Data2 => "data-2",
            Self::Data3 => "data-3",
            Self::DataSoft => "data-soft",
            Self::Soft2 => "soft-2",
            Self::Soft3 => "soft-3",
            Self::Mark => "mark",
            Self::Ink => "ink",
            Self::Ink2 => "ink-2",
            Self::Paper => "paper",
            Self::Rule => "rule-strong",
        }
    }
}

/// Size of the words, in pixels.
pub const FONT: i32 = 14;

/// How wide words are, about: a Chinese character is as wide as high, others a little more than half.
pub(crate) fn width_of(text: &str) -> i32 {
    let width = |c: char| match c {
        c if is_selector(c) => 0,
        '\0'..'\u{2000}' => FONT * 3 / 5,
        _ => FONT,
    };
    text.chars().map(width).sum()
}

/// As much of the words as fits, with an ellipsis where some are left out; empty where not even two characters fit.
pub(crate) fn fitted(text: &str, width: i32) -> String {
    if width_of(text) <= width {
        return text.to_owned();
    }
    let mut left = width - FONT;
    let mut short: String = text
        .chars()
        .take_while(|c| {
            left -= width_of(c.encode_utf8(&mut [0; 4]));
            left >= 0
        })
        .collect();
    if short.chars().nth(1).is_none() {
        return String::new();
    }
    short.push('…');
    short
}

/// Words in lines no wider than `width`. Chinese breaks anywhere, and the widths are rough, so nothing finer is tried.
pub(crate) fn wrapped(text: &str, width: i32) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut left = width;
    for c in text.chars() {
        let wide = width_of(c.encode_utf8(&mut [0; 4]));
        if left < wide {
            lines.push(String::new());
            left = width;
        }
        left -= wide;
        if let Some(line) = lines.last_mut() {
            line.push(c);
        }
    }
    lines
}

/// The same in lines of about one length, so that no character is left alone in the last.
pub(crate) fn balanced(text: &str, width: i32) -> Vec<String> {
    let lines = wrapped(text, width);
    let count = i32::try_from(lines.len()).unwrap_or(1);
    if count < 2 {
        return lines;
    }
    (width_of(text) / count..width).map(|width| wrapped(text, width)).find(|narrow| narrow.len() == lines.len()).unwrap_or(lines)
}

/// `part` of `whole` in pixels, where the whole has `pixels`. Whatever is left of nothing is nothing.
pub(crate) fn pixels(part: i128, whole: i128, pixels: i32) -> i32 {
    // Beyond this the last digits are no pixels, and the product could not be held.
    const MOST: u128 = 1 << 90;
    let (mut part, mut whole) = (part, whole);
    while part.unsigned_abs().max(whole.unsigned_abs()) > MOST {
        (part, whole) = (part / 1024, whole / 1024);
    }
    part.checked_mul(i128::from(pixels)).and_then(|part| part.checked_div(whole)).and_then(|px| i32::try_from(px).ok()).unwrap_or(0)
}

impl Scene {
    pub(crate) fn text(&mut self, x: i32, y: i32, anchor: Anchor, ink: Ink, text: String) {
        if !text.is_empty() {
            self.shapes.push(Shape::Text { x, y, text, anchor, ink });
        }
    }

    pub(crate) fn rect(&mut self, (x, y, w, h): (i32, i32, i32, i32), ink: Ink) {
        self.shapes.push(Shape::Rect { x, y, w, h, ink, row: None, title: String::new() });
    }

    pub(crate) fn line(&mut self, from: (i32, i32), to: (i32, i32), ink: Ink) {
        self.shapes.push(Shape::Line { from, to, ink });
    }
}

#[cfg(test)]
mod tests;
