//! A picture as a file of its own.

use super::{Anchor, FONT, Ink, Scene, Shape, wrapped};
use std::fmt::Write;

impl Scene {
    /// The picture as an SVG document that needs nothing else: `color` gives the colour of an ink, `caption` stands above, and `sources` below.
    /// Below the caption stands `about`: unit, stage, legend.
    pub fn to_svg(&self, caption: &str, about: &str, sources: &str, color: impl Fn(Ink) -> String, paper: &str) -> String {
        let width = self.width.max(320) + 32;
        let mut lines = wrapped(caption, width - 32);
        let bold = lines.len();
        lines.extend(wrapped(about, width - 32));
        let sources = wrapped(sources, width - 32);
        let height_of = |lines: usize| i32::try_from(lines).unwrap_or(0) * LINE;
        let (head, foot) = (height_of(lines.len()) + 24, height_of(sources.len()) + 16);
        let height = self.height + head + foot;
        let mut out = String::new();
        let hatch = color(Ink::Hatch);
        let soft = color(Ink::DataSoft);
        // Writing into a string cannot fail.
        let _ = write!(
            out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" font-family=\"system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif\" font-size=\"{FONT}\">\
             <title>{}</title><defs><pattern id=\"hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
             <rect width=\"6\" height=\"6\" fill=\"{soft}\"/><rect width=\"3\" height=\"6\" fill=\"{hatch}\"/></pattern></defs>\
             <rect width=\"{width}\" height=\"{height}\" fill=\"{paper}\"/>",
            escaped(caption)
        );
        let ink = |ink: Ink| if ink == Ink::Hatch { "url(#hatch)".to_owned() } else { color(ink) };
        for (at, line) in lines.iter().enumerate() {
            let (weight, ink) = if at < bold { (700, ink(Ink::Ink)) } else { (400, ink(Ink::Ink2)) };
            let y = 24 + height_of(at);
            let _ = write!(out, "<text x=\"16\" y=\"{y}\" font-weight=\"{weight}\" fill=\"{ink}\">{}</text>", escaped(line));
        }
        let _ = write!(out, "<g transform=\"translate(16 {head})\">");
        for shape in &self.shapes {
            let _ = match shape {
                Shape::Rect { x, y, w, h, ink: fill, title, .. } => write!(
                    out,
                    "<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" fill=\"{}\"><title>{}</title></rect>",
                    ink(*fill),
                    escaped(title)
                ),
                Shape::Path { d, ink: fill, title, .. } => {
                    let opacity = if *fill == Ink::Ribbon { ".35" } else { "1" };
                    write!(
                        out,
                        "<path d=\"{d}\" fill=\"{}\" fill-opacity=\"{opacity}\"><title>{}</title></path>",
                        ink(*fill),
                        escaped(title)
                    )
                }
                Shape::Line { from, to, ink: stroke } => write!(
                    out,
                    "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{}\" stroke-width=\"{}\"/>",
                    from.0,
                    from.1,
                    to.0,
                    to.1,
                    ink(*stroke),
                    stroke.stroke()
                ),
                Shape::Text { x, y, text, anchor, ink: fill } => {
                    write!(
                        out,
                        "<text x=\"{x}\" y=\"{y}\" text-anchor=\"{}\" fill=\"{}\">{}</text>",
                        anchor.key(),
                        ink(*fill),
                        escaped(text)
                    )
                }
            };
        }
        out.push_str("</g>");
        for (at, line) in sources.iter().enumerate() {
            let y = head + self.height + 20 + height_of(at);
            let _ = write!(out, "<text x=\"16\" y=\"{y}\" fill=\"{}\">{}</text>", ink(Ink::Ink2), escaped(line));
        }
        out.push_str("</svg>");
        out
    }
}

/// Height of a line of words around the picture.
const LINE: i32 = 20;

impl Anchor {
    /// The value of `text-anchor`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

impl Ink {
    /// How thick a line of this ink is.
    pub const fn stroke(self) -> i32 {
        match self {
            Self::Mark | Self::Data => 2,
            _ => 1,
        }
    }
}

/// Text from a file is text, in a picture too. Characters that XML does not allow are left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::{Anchor, Ink, Scene};

    #[test]
    fn text_stays_text() {
        let mut scene = Scene { width: 100, height: 20, shapes: vec![] };
        scene.text(0, 10, Anchor::Start, Ink::Ink, "</text><script>\"a\"&\u{1}".to_owned());
        let svg = scene.to_svg("<b>", "", "'", |_| "black".to_owned(), "white");
        assert!(svg.contains("&lt;/text&gt;&lt;script&gt;&quot;a&quot;&amp;</text>"), "{svg}");
        assert!(!svg.contains("<script") && !svg.contains("<b>"), "{svg}");
    }
}
