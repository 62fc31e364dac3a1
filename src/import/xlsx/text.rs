//! Text of cells: runs put together, escapes taken back, blanks at its start counted as an indent.

use crate::import::package::{local, push_text};
use quick_xml::events::{BytesStart, Event};

/// Text as it is shown, with its indent in steps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// Without blanks at its ends.
    pub text: String,
    /// The blanks before it, two half-width ones a step.
    pub indent: u8,
}

impl Text {
    /// The text of a cell as it is written in the file.
    pub fn new(raw: &str) -> Self {
        let decoded = unescaped(raw);
        let body = decoded.trim_start();
        let before = &decoded[..decoded.len() - body.len()];
        // Blanks of an empty line above the text indent nothing.
        let line = before.rsplit('\n').next().unwrap_or_default();
        let width: usize = line.chars().map(|blank| if matches!(blank, '\u{3000}' | '\t' | '\u{2003}') { 2 } else { 1 }).sum();
        Self { text: body.trim_end().to_owned(), indent: u8::try_from(width / 2).unwrap_or(u8::MAX) }
    }
}

/// The text within `si` or `is`: what stands in `t`, of all runs, without the guides to its pronunciation (`rPh`).
#[derive(Debug, Default)]
pub struct Runs {
    text: String,
    is_text: bool,
    is_guide: bool,
}

impl Runs {
    /// Takes an event within the element.
    pub fn take(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(tag) => self.switch(tag, true),
            Event::End(tag) => {
                let name = tag.local_name();
                match name.as_ref() {
                    "t" => self.is_text = false,
                    "rPh" => self.is_guide = false,
                    _ => {}
                }
            }
            event if self.is_text && !self.is_guide => push_text(&mut self.text, event),
            _ => {}
        }
    }

    /// What was taken, and starts anew.
    pub fn finish(&mut self) -> Text {
        self.is_text = false;
        self.is_guide = false;
        let text = Text::new(&self.text);
        self.text.clear();
        text
    }

    fn switch(&mut self, tag: &BytesStart<'_>, on: bool) {
        match local(tag) {
            "t" => self.is_text = on,
            "rPh" => self.is_guide = on,
            _ => {}
        }
    }
}

/// Text with `_x000D_` and the like as the characters they stand for, and without returns and other control characters.
fn unescaped(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find("_x") {
        text.extend(rest[..at].chars().filter(|&character| is_shown(character)));
        let code = rest.as_bytes().get(at + 2..at + 7).filter(|code| code[4] == b'_' && code[..4].iter().all(u8::is_ascii_hexdigit));
        let character = code.and_then(|_| u32::from_str_radix(&rest[at + 2..at + 6], 16).ok()).and_then(char::from_u32);
        if let Some(character) = character {
            text.extend(Some(character).filter(|&character| is_shown(character)));
            rest = &rest[at + 7..];
        } else {
            text.push_str("_x");
            rest = &rest[at + 2..];
        }
    }
    text.extend(rest.chars().filter(|&character| is_shown(character)));
    text
}

fn is_shown(character: char) -> bool {
    !character.is_control() || matches!(character, '\n' | '\t')
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn escapes_are_the_characters_they_stand_for() {
        assert_eq!(Text::new("非税_x000D_\n收入").text, "非税\n收入");
        assert_eq!(Text::new("a_x005F_x000D_b").text, "a_x000D_b");
        assert_eq!(Text::new("a_xyz_x12").text, "a_xyz_x12");
        assert_eq!(Text::new("税\r收").text, "税收");
    }

    #[test]
    fn blanks_before_text_are_steps() {
        let of = |raw| (Text::new(raw).text, Text::new(raw).indent);
        assert_eq!(of("    税收收入 "), ("税收收入".to_owned(), 2));
        assert_eq!(of("\u{3000}增值税"), ("增值税".to_owned(), 1));
        assert_eq!(of(" \u{3000}增值税"), ("增值税".to_owned(), 1));
        assert_eq!(of("\n  \n增值税"), ("增值税".to_owned(), 0));
        assert_eq!(of("  \u{3000}  "), (String::new(), 3));
    }
}
