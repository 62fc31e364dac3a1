//! The ZIP of an office file (OPC): its parts with one limit on what they unpack to, their relationships, and what every reader of its XML needs.

use crate::import::ImportError;
use encoding_rs::{Encoding, UTF_8};
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// What all parts that are read may unpack to. The largest workbooks that offices publish unpack to a tenth of it.
pub const LIMIT_BYTES: u64 = 64 << 20;

/// An office file whose parts are read one by one.
pub struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// Names as they are compared (without regard to case, see [`key`]).
    names: HashMap<String, usize>,
    limit: u64,
    left: u64,
}

/// A pointer of one part to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relationship {
    /// Its name within the part that points.
    pub id: String,
    /// The last word of its type, such as `worksheet` or `styles`.
    pub kind: String,
    /// The name of the part it points to, from the root and without a slash before it; an address where it is external.
    pub target: String,
    /// Whether it points out of the file.
    pub is_external: bool,
}

impl<'a> Package<'a> {
    /// The package in these bytes.
    pub fn open(bytes: &'a [u8]) -> Result<Self, ImportError> {
        Self::with_limit(bytes, LIMIT_BYTES)
    }

    /// The package in these bytes, whose parts may unpack to so many bytes in all.
    pub fn with_limit(bytes: &'a [u8], limit: u64) -> Result<Self, ImportError> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken("ZIP", error))?;
        let mut names = HashMap::new();
        for index in 0..zip.len() {
            if let Some(Ok(name)) = zip.name_for_index(index) {
                names.entry(key(&name)).or_insert(index);
            }
        }
        Ok(Self { zip, names, limit, left: limit })
    }

    /// Whether it has a part of this name.
    pub fn has(&self, name: &str) -> bool {
        self.names.contains_key(&key(name))
    }

    /// The bytes of a part; none where there is no such part.
    pub fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, ImportError> {
        let Some(&index) = self.names.get(&key(name)) else { return Ok(None) };
        let file = self.zip.by_index(index).map_err(|error| broken(name, error))?;
        let mut bytes = Vec::new();
        // What the ZIP says of sizes may be a lie, so the bytes are counted as they come.
        file.take(self.left.saturating_add(1)).read_to_end(&mut bytes).map_err(|error| broken(name, error))?;
        match self.left.checked_sub(bytes.len() as u64) {
            Some(left) => self.left = left,
            None => return Err(ImportError::TooLarge { limit_bytes: self.limit }),
        }
        Ok(Some(bytes))
    }

    /// The XML of a part, whatever its encoding; none where there is no such part.
    pub fn xml(&mut self, name: &str) -> Result<Option<String>, ImportError> {
        Ok(self.bytes(name)?.map(decoded))
    }

    /// The pointers of a part; of the whole package where the name is empty.
    pub fn relationships(&mut self, of: &str) -> Result<Vec<Relationship>, ImportError> {
        let (folder, file) = of.rsplit_once('/').unwrap_or(("", of));
        let part = if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") };
        let Some(xml) = self.xml(&part)? else { return Ok(Vec::new()) };
        let mut reader = Reader::from_str(&xml);
        let mut found = Vec::new();
        loop {
            match reader.read_event().map_err(|error| broken(&part, error))? {
                Event::Start(tag) | Event::Empty(tag) if local(&tag) == "Relationship" => {
                    let is_external = attribute(&tag, "TargetMode").is_some_and(|mode| mode.eq_ignore_ascii_case("external"));
                    let target = attribute(&tag, "Target").unwrap_or_default();
                    found.push(Relationship {
                        id: attribute(&tag, "Id").unwrap_or_default().into_owned(),
                        kind: attribute(&tag, "Type").unwrap_or_default().rsplit('/').next().unwrap_or_default().to_owned(),
                        target: if is_external { target.into_owned() } else { resolved(folder, &target) },
                        is_external,
                    });
                }
                Event::Eof => return Ok(found),
                _ => {}
            }
        }
    }
}

/// An error of a part: what a library says of it.
pub fn broken(part: &str, detail: impl ToString) -> ImportError {
    ImportError::Broken { part: part.to_owned(), detail: detail.to_string() }
}

/// The name of a tag without its prefix, which programs choose as they like.
pub fn local<'t>(tag: &'t BytesStart<'_>) -> &'t str {
    let name = tag.name().into_inner();
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// The value of an attribute by its name without a prefix.
pub fn attribute<'t>(tag: &'t BytesStart<'_>, name: &str) -> Option<Cow<'t, str>> {
    let mut attributes = tag.attributes();
    let found = attributes.with_checks(false).flatten().find(|found| {
        let full = found.key.into_inner();
        full.rsplit_once(':').map_or(full, |(_, local)| local) == name
    })?;
    found.normalized_value(XmlVersion::Implicit1_0).ok()
}

/// Whether the value of an attribute says yes.
pub fn is_on(value: &str) -> bool {
    matches!(value, "1" | "true" | "on" | "t")
}

/// Adds what an event holds as text: characters, CDATA and references.
pub fn push_text(text: &mut String, event: &Event<'_>) {
    match event {
        Event::Text(part) => text.push_str(&part.xml10_content()),
        Event::CData(part) => text.push_str(&part.xml10_content()),
        Event::GeneralRef(reference) => text.extend(referred(reference)),
        _ => {}
    }
}

/// The character that a reference stands for; none where it is unknown.
fn referred(reference: &BytesRef<'_>) -> Option<char> {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return Some(character);
    }
    match &*reference.xml10_content() {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}

/// The text of XML by its mark or its declaration; UTF-8 where there is none.
fn decoded(bytes: Vec<u8>) -> String {
    let encoding = match Encoding::for_bom(&bytes) {
        Some((encoding, _)) => encoding,
        None => declared(&bytes).unwrap_or(UTF_8),
    };
    if encoding == UTF_8 && !bytes.starts_with(b"\xef\xbb\xbf") {
        // The common case takes no second copy.
        return String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
    }
    encoding.decode(&bytes).0.into_owned()
}

/// The encoding in the declaration, such as GBK.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = String::from_utf8_lossy(bytes.get(..200).unwrap_or(bytes));
    let declaration = start.trim_start().strip_prefix("<?xml")?.split("?>").next()?;
    let value = declaration.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
    let label = value.get(1..)?.split(['"', '\'']).next()?;
    Encoding::for_label(label.as_bytes())
}

/// A name as names are compared: without a slash before it, with forward slashes, without regard to case.
fn key(name: &str) -> String {
    name.trim_start_matches(['/', '\\']).replace('\\', "/").to_ascii_lowercase()
}

/// A target within a folder, from the root.
fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut parts: Vec<&str> =
        if target.starts_with('/') { Vec::new() } else { folder.split('/').filter(|part| !part.is_empty()).collect() };
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}
