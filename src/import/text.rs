//! Plain text: a paragraph for each line.

use crate::import::document::{Block, Document, Note, Paragraph, Section};
use crate::import::{ImportError, Kind, encoding};

/// The most lines that are read.
const MOST_LINES: usize = 200_000;

/// Reads plain text.
pub fn read(bytes: &[u8]) -> Result<Document, ImportError> {
    let text = encoding::decode(bytes);
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let blocks: Vec<Block> =
        lines.by_ref().take(MOST_LINES).map(|line| Block::Paragraph(Paragraph { text: line.to_owned(), ..Paragraph::default() })).collect();
    if blocks.is_empty() {
        return Err(ImportError::Empty);
    }
    let notes = match lines.next() {
        Some(_) => vec![Note::Cut { first: crate::import::document::At { section: 0, block: blocks.len(), row: 0, column: 0 } }],
        None => Vec::new(),
    };
    Ok(Document { kind: Kind::Text, sections: vec![Section { blocks, ..Section::default() }], notes })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_a_paragraph() {
        let document = read("一、收入\n\n\u{3000}\u{3000}完成100万元。\r\n".as_bytes()).unwrap();
        let texts: Vec<_> = document.sections[0]
            .blocks
            .iter()
            .map(|block| match block {
                Block::Paragraph(paragraph) => paragraph.text.as_str(),
                Block::Grid(_) => "",
            })
            .collect();
        assert_eq!(texts, ["一、收入", "完成100万元。"]);
        assert_eq!(read(b" \n"), Err(ImportError::Empty));
    }
}
