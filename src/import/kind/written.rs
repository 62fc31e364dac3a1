//! The kinds of files that are text: XML, web pages, lists and plain text.

use crate::import::{ImportError, Kind, Tool, delimited, encoding};

/// How much of a file is looked at.
const HEAD_BYTES: usize = 1 << 17;

/// Elements that a page or a part of one begins with.
const PAGE: [&str; 16] =
    ["html", "head", "body", "meta", "title", "style", "link", "script", "table", "div", "p", "span", "center", "h1", "section", "article"];

/// What the text is.
pub(super) fn kind(bytes: &[u8]) -> Result<Kind, ImportError> {
    // A character that the end cuts in two is forgiven.
    let text = encoding::decode(&bytes[..bytes.len().min(HEAD_BYTES)]);
    let text = text.trim_start();
    if text.is_empty() {
        return Err(ImportError::Empty);
    }
    if is_binary(text) {
        return Err(ImportError::Unknown);
    }
    if text.starts_with("{\\rtf") {
        return Err(ImportError::Old(Tool::Document));
    }
    if is_json(text) {
        return Err(ImportError::Unknown);
    }
    let has = |words: &str| text.as_bytes().windows(words.len()).any(|window| window.eq_ignore_ascii_case(words.as_bytes()));
    if has("multipart/related") && has("content-location:") {
        return Err(ImportError::Other("mhtml"));
    }
    if text.starts_with('<') {
        let root = root(text);
        return match root.as_str() {
            "workbook" if has("urn:schemas-microsoft-com:office:spreadsheet") => Ok(Kind::Xml2003),
            // XML of Word 2003, and the flat form of today's.
            "worddocument" | "package" => Err(ImportError::Old(Tool::Document)),
            "svg" => Err(ImportError::Other("picture")),
            name if PAGE.contains(&name) || has("<html") || has("<body") || has("<table") => Ok(Kind::Html),
            _ if text.starts_with("<?xml") => Err(ImportError::Unknown),
            _ => Ok(Kind::Text),
        };
    }
    if has("<html") || has("<table") && has("<td") {
        return Ok(Kind::Html);
    }
    Ok(if delimited::separator(text).is_some() { Kind::Csv } else { Kind::Text })
}

/// Whether more than a character in fifty is a control or could not be read.
fn is_binary(text: &str) -> bool {
    let is_odd = |character: char| matches!(character, '\0'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{fffd}');
    text.contains('\0') || text.chars().filter(|&character| is_odd(character)).count() > text.chars().count() / 50
}

fn is_json(text: &str) -> bool {
    let mut characters = text.chars().filter(|character| !character.is_whitespace());
    matches!((characters.next(), characters.next()), (Some('{'), Some('"' | '}')) | (Some('['), Some('{' | '"')))
}

/// The local name of the first element, after declarations and comments, in small letters.
fn root(text: &str) -> String {
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        let end = if rest.starts_with("<!--") {
            "-->"
        } else if rest.starts_with("<?") || rest.starts_with("<!") {
            ">"
        } else {
            break;
        };
        let Some((_, after)) = rest.split_once(end) else { break };
        rest = after;
    }
    let name = rest.strip_prefix('<').unwrap_or_default();
    let name = name.split(|character: char| character.is_whitespace() || matches!(character, '>' | '/')).next().unwrap_or_default();
    name.rsplit(':').next().unwrap_or_default().to_ascii_lowercase()
}
