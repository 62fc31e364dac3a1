//! The styles of cells, as far as they change what people see of a number or a text.

use crate::import::ImportError;
use crate::import::package::{attribute, broken, local};
use crate::import::xlsx::format::{Format, builtin};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;

/// Excel holds at most 65,490 styles.
const MOST: usize = 65_536;

/// The styles that cells name by their number.
#[derive(Debug, Default)]
pub struct Styles {
    styles: Vec<Style>,
    formats: Vec<Format>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Style {
    /// The number of its format among [`Styles::formats`]; none for General.
    format: Option<usize>,
    indent: u8,
}

impl Styles {
    /// The styles of a part.
    pub fn new(part: &str, xml: &str) -> Result<Self, ImportError> {
        let mut reader = Reader::from_str(xml);
        let mut codes: HashMap<u32, String> = HashMap::new();
        let mut made: HashMap<u32, Option<usize>> = HashMap::new();
        let mut styles = Self::default();
        let mut is_in_cells = false;
        loop {
            match reader.read_event().map_err(|error| broken(part, error))? {
                Event::Start(tag) | Event::Empty(tag) => match local(&tag) {
                    // Formats of conditions (`dxf`) come after the cells and do not count.
                    "numFmt" if styles.styles.is_empty() => {
                        if let (Some(id), Some(code)) = (number(&tag, "numFmtId"), attribute(&tag, "formatCode")) {
                            codes.insert(id, code.into_owned());
                        }
                    }
                    "cellXfs" => is_in_cells = true,
                    "xf" if is_in_cells && styles.styles.len() < MOST => {
                        let id = number(&tag, "numFmtId").unwrap_or(0);
                        let format =
                            *made.entry(id).or_insert_with(|| styles.add(codes.get(&id).map(String::as_str).or_else(|| builtin(id))));
                        styles.styles.push(Style { format, indent: 0 });
                    }
                    "alignment" if is_in_cells => {
                        if let Some(style) = styles.styles.last_mut() {
                            style.indent = indent(&tag);
                        }
                    }
                    _ => {}
                },
                Event::End(tag) if tag.local_name().as_ref() == "cellXfs" => is_in_cells = false,
                Event::Eof => return Ok(styles),
                _ => {}
            }
        }
    }

    /// The format of a style; none for General.
    pub fn format(&self, style: usize) -> Option<&Format> {
        self.formats.get(self.styles.get(style)?.format?)
    }

    /// The indent of a style, in steps.
    pub fn indent(&self, style: usize) -> u8 {
        self.styles.get(style).map_or(0, |style| style.indent)
    }

    fn add(&mut self, code: Option<&str>) -> Option<usize> {
        let code = code.filter(|code| !code.eq_ignore_ascii_case("General"))?;
        self.formats.push(Format::new(code));
        Some(self.formats.len() - 1)
    }
}

/// The indent of an alignment: text in the middle has none, whatever is set.
fn indent(tag: &BytesStart<'_>) -> u8 {
    if attribute(tag, "horizontal").is_some_and(|horizontal| horizontal.starts_with("center")) {
        return 0;
    }
    number(tag, "indent").map_or(0, |indent| u8::try_from(indent).unwrap_or(u8::MAX))
}

fn number(tag: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(tag, name)?.trim().parse().ok()
}
