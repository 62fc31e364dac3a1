//! What styles say of paragraphs: levels of headings and lists.

use crate::import::ImportError;
use crate::import::package::{attribute, broken, local};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::HashMap;

/// What a paragraph or a style says.
#[derive(Clone, Debug, Default)]
pub struct Properties {
    /// The style it is of, or is based on.
    pub style: Option<String>,
    /// The level of its outline, from 0; 9 is text.
    pub outline: Option<u8>,
    /// The list it is of.
    pub list: Option<u32>,
    /// The level in the list, from 0.
    pub level: Option<usize>,
}

impl Properties {
    /// Takes an element by its name and its value.
    pub fn set(&mut self, name: &str, value: Option<&str>) {
        match name {
            "pStyle" | "basedOn" => self.style = value.map(str::to_owned),
            "outlineLvl" => self.outline = value.and_then(|value| value.parse().ok()),
            "numId" => self.list = value.and_then(|value| value.parse().ok()),
            "ilvl" => self.level = value.and_then(|value| value.parse().ok()),
            _ => {}
        }
    }
}

/// The styles of a document.
#[derive(Default)]
pub struct Styles(HashMap<String, Properties>);

impl Styles {
    /// The styles in this part.
    pub fn read(xml: &str) -> Result<Self, ImportError> {
        let mut reader = Reader::from_str(xml);
        let mut styles = HashMap::new();
        let mut id = String::new();
        loop {
            match reader.read_event().map_err(|error| broken("styles", error))? {
                Event::Start(tag) | Event::Empty(tag) => {
                    let value = attribute(&tag, "val");
                    match local(&tag) {
                        "style" => id = attribute(&tag, "styleId").unwrap_or_default().into_owned(),
                        _ if id.is_empty() => {}
                        "name" => {
                            let name = value.unwrap_or_default().to_ascii_lowercase();
                            let level = name.strip_prefix("heading ").and_then(|level| level.parse::<u8>().ok());
                            let style: &mut Properties = styles.entry(id.clone()).or_default();
                            style.outline = style.outline.or(level.and_then(|level| level.checked_sub(1)));
                        }
                        name => styles.entry(id.clone()).or_default().set(name, value.as_deref()),
                    }
                }
                Event::Eof => return Ok(Self(styles)),
                _ => {}
            }
        }
    }

    /// What holds for a paragraph: what it does not say its style says.
    pub fn complete(&self, mut properties: Properties) -> Properties {
        for _ in 0..20 {
            let Some(style) = properties.style.take().and_then(|id| self.0.get(&id)) else { break };
            properties.outline = properties.outline.or(style.outline);
            if properties.list.is_none() {
                properties.list = style.list;
                properties.level = properties.level.or(style.level);
            }
            properties.style.clone_from(&style.style);
        }
        properties
    }
}
