//! The texts that cells share.

use crate::import::ImportError;
use crate::import::package::{broken, local};
use crate::import::xlsx::text::{Runs, Text};
use quick_xml::Reader;
use quick_xml::events::Event;

/// More texts than a workbook of a million cells shares.
const MOST: usize = 1_000_000;

/// The texts of a part.
pub fn strings(part: &str, xml: &str) -> Result<Vec<Text>, ImportError> {
    let mut reader = Reader::from_str(xml);
    let mut texts = Vec::new();
    let mut runs = Runs::default();
    loop {
        let event = reader.read_event().map_err(|error| broken(part, error))?;
        match &event {
            Event::Empty(tag) if local(tag) == "si" => texts.push(Text::default()),
            Event::End(tag) if tag.local_name().as_ref() == "si" => texts.push(runs.finish()),
            Event::Eof => return Ok(texts),
            event => runs.take(event),
        }
        if texts.len() > MOST {
            return Err(broken(part, format!("more than {MOST} shared texts")));
        }
    }
}
