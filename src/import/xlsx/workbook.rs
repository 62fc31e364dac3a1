//! The workbook itself: its sheets in the order of their tabs, and its parts.

use crate::import::ImportError;
use crate::import::package::{Package, attribute, broken, is_on, local};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::HashMap;

/// What a workbook says of itself.
#[derive(Debug, Default)]
pub struct Workbook {
    /// Its sheets in the order of their tabs.
    pub sheets: Vec<Sheet>,
    /// Whether days are counted from 1904.
    pub is_1904: bool,
    /// The part with shared texts.
    pub strings: Option<String>,
    /// The part with styles.
    pub styles: Option<String>,
}

/// A sheet of cells.
#[derive(Debug)]
pub struct Sheet {
    /// The name on its tab.
    pub name: String,
    /// Whether it is hidden, in whatever way.
    pub is_hidden: bool,
    /// Its part.
    pub part: String,
}

impl Workbook {
    /// The workbook of a package.
    pub fn new(package: &mut Package<'_>) -> Result<Self, ImportError> {
        let pointed = package.relationships("")?.into_iter().find(|pointer| pointer.kind == "officeDocument" && !pointer.is_external);
        let part = pointed.map_or_else(|| "xl/workbook.xml".to_owned(), |pointer| pointer.target);
        let xml = package.xml(&part)?.ok_or_else(|| broken(&part, "no such part"))?;
        let mut workbook = Self::default();
        let mut pointers = HashMap::new();
        for pointer in package.relationships(&part)?.into_iter().filter(|pointer| !pointer.is_external) {
            match &*pointer.kind {
                "sharedStrings" => workbook.strings = Some(pointer.target),
                "styles" => workbook.styles = Some(pointer.target),
                "worksheet" => {
                    pointers.insert(pointer.id, Some(pointer.target));
                }
                // Sheets of charts, dialogs and macros of old hold no table.
                _ => {
                    pointers.insert(pointer.id, None);
                }
            }
        }
        let folder = part.rsplit_once('/').map_or("", |(folder, _)| folder);
        let beside = |name: &str| if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
        // Files that were mended by hand sometimes have the parts and lack the pointers to them.
        workbook.strings.get_or_insert_with(|| beside("sharedStrings.xml"));
        workbook.styles.get_or_insert_with(|| beside("styles.xml"));
        workbook.read(&part, &xml, &pointers)?;
        Ok(workbook)
    }

    fn read(&mut self, part: &str, xml: &str, pointers: &HashMap<String, Option<String>>) -> Result<(), ImportError> {
        let mut reader = Reader::from_str(xml);
        let mut is_in_sheets = false;
        loop {
            match reader.read_event().map_err(|error| broken(part, error))? {
                Event::Start(tag) | Event::Empty(tag) => match local(&tag) {
                    "workbookPr" => self.is_1904 = attribute(&tag, "date1904").is_some_and(|value| is_on(&value)),
                    "sheets" => is_in_sheets = true,
                    "sheet" if is_in_sheets => {
                        let name = attribute(&tag, "name").unwrap_or_default().trim().to_owned();
                        // `r:id`, not `sheetId`, whatever the prefix.
                        let id = attribute(&tag, "id").unwrap_or_default();
                        let Some(pointer) = pointers.get(&*id) else { return Err(broken(part, format!("sheet {name}: no part"))) };
                        if let Some(part) = pointer {
                            let is_hidden = attribute(&tag, "state").is_some_and(|state| matches!(&*state, "hidden" | "veryHidden"));
                            self.sheets.push(Sheet { name, is_hidden, part: part.clone() });
                        }
                    }
                    _ => {}
                },
                Event::End(tag) if tag.local_name().as_ref() == "sheets" => is_in_sheets = false,
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }
}
