//! XML as events of text: references resolved, names without their prefixes, broken ends forgiven.

use crate::import::ImportError;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event as XmlEvent};
use quick_xml::{Reader, XmlVersion};

/// What happens next in a file.
pub(in crate::import) enum Event<'a> {
    /// An element begins; where it is empty its end follows.
    Start(BytesStart<'a>),
    /// An element with this local name ends.
    End(String),
    /// Text.
    Text(String),
    /// The end of the file.
    Eof,
}

/// The events of a text.
pub(in crate::import) struct Events<'a> {
    reader: Reader<&'a [u8]>,
    part: &'static str,
}

impl<'a> Events<'a> {
    /// The events of `text`, the part of a file that errors name.
    pub(in crate::import) fn new(text: &'a str, part: &'static str) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = false;
        Self { reader, part }
    }

    /// The next event.
    pub(in crate::import) fn next(&mut self) -> Result<Event<'a>, ImportError> {
        loop {
            let event =
                self.reader.read_event().map_err(|error| ImportError::Broken { part: self.part.to_owned(), detail: error.to_string() })?;
            return Ok(match event {
                XmlEvent::Start(start) => Event::Start(start),
                XmlEvent::End(end) => Event::End(end.local_name().as_ref().to_owned()),
                XmlEvent::Text(text) => Event::Text(text.xml10_content().into_owned()),
                XmlEvent::CData(data) => Event::Text(data.xml10_content().into_owned()),
                XmlEvent::GeneralRef(reference) => {
                    let character = reference.resolve_char_ref().ok().flatten();
                    let name = reference.xml10_content();
                    Event::Text(character.map_or_else(|| resolve_predefined_entity(&name).unwrap_or_default().to_owned(), String::from))
                }
                XmlEvent::Eof => Event::Eof,
                _ => continue,
            });
        }
    }
}

/// An attribute by its local name.
pub(in crate::import) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().with_checks(false).flatten().find(|found| found.key.local_name().as_ref() == name)?;
    Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}

/// A number that an attribute holds.
pub(in crate::import) fn number(element: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(element, name)?.trim().parse().ok()
}
