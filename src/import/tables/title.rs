//! What a document is called, from its beginning.

use super::words;
use crate::import::document::{Block, Document};

/// The most lines that a title takes, with who published it and when.
const LINES: usize = 5;

/// The lines with which the document begins, as far as they can be its title: short ones, and no sentences. A sheet tells it only where it is a cover, which has one cell a row.
pub fn title(document: &Document) -> Option<String> {
    let section = document.sections.iter().find(|section| !section.is_hidden)?;
    let mut lines: Vec<String> = Vec::new();
    for block in section.blocks.iter().take(LINES) {
        match block {
            Block::Paragraph(paragraph) => lines.push(words::line(&paragraph.text)),
            Block::Grid(grid) => {
                let rows = grid.rows.iter().take(LINES).take_while(|row| row.cells.len() == 1);
                lines.extend(rows.flat_map(|row| &row.cells).filter(|cell| cell.value.is_none()).map(|cell| words::line(&cell.text)));
                break;
            }
        }
    }
    let is_title = |line: &&String| line.chars().count() <= 60 && !line.ends_with(['。', '；', '：', '，']);
    let found: Vec<&str> = lines.iter().take(LINES).take_while(is_title).map(String::as_str).collect();
    (!found.is_empty()).then(|| found.join("\n"))
}
