#![allow(clippy::unwrap_used)]

use super::*;
use crate::import::document::Block;
use std::fmt::Write as _;

/// A PDF of one page: texts at places, in a font whose only map is `ToUnicode`.
fn pdf(texts: &[(u32, u32, &str)], has_map: bool) -> Vec<u8> {
    let mut content = String::from("BT /F 10 Tf ");
    let mut map =
        String::from("/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange ");
    for (x, y, text) in texts {
        write!(content, "1 0 0 1 {x} {y} Tm <").unwrap();
        for unit in text.encode_utf16() {
            write!(content, "{unit:04X}").unwrap();
            write!(map, "1 beginbfchar <{unit:04X}> <{unit:04X}> endbfchar ").unwrap();
        }
        content.push_str("> Tj ");
    }
    content.push_str("ET");
    map.push_str("endcmap end end");
    let to_unicode = if has_map { "/ToUnicode 7 0 R" } else { "" };
    let stream = |text: &str| format!("<</Length {}>>stream\n{text}\nendstream", text.len());
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>".to_owned(),
        stream(&content),
        format!("<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[6 0 R]{to_unicode}>>"),
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/A/DW 1000/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor<</Type/FontDescriptor/FontName/A/Flags 4>>>>".to_owned(),
        stream(&map),
    ];
    let mut file = String::from("%PDF-1.4\n");
    for (object, number) in objects.iter().zip(1..) {
        write!(file, "{number} 0 obj\n{object}\nendobj\n").unwrap();
    }
    file.push_str("trailer<</Root 1 0 R/Size 8>>\n%%EOF");
    file.into_bytes()
}

#[test]
fn what_is_no_pdf_is_broken_or_empty() {
    assert_eq!(read(b""), Err(ImportError::Empty));
    assert!(read(b"%PDF-1.7\nnothing").is_err());
}

#[test]

fn names_and_numbers_on_base_lines_are_rows() {
    let texts = [(50, 600, "项目"), (200, 600, "预算数"), (50, 580, "税收"), (200, 580, "12"), (50, 560, "其他"), (200, 560, "34")];
    let document = read(&pdf(&texts, true)).unwrap();
    let Some(Block::Grid(grid)) = document.sections[0].blocks.first() else { panic!("no table: {document:?}") };
    let rows: Vec<Vec<&str>> = grid.rows.iter().map(|row| row.cells.iter().map(|cell| cell.text.as_str()).collect()).collect();
    assert_eq!(rows, [["项目", "预算数"], ["税收", "12"], ["其他", "34"]]);
}

#[test]
fn text_without_a_map_is_left_out() {
    assert!(read(&pdf(&[(50, 600, "税收")], false)).is_err());
}

#[test]
fn a_file_that_is_cut_anywhere_does_no_harm() {
    let bytes = pdf(&[(50, 600, "税收"), (200, 600, "12")], true);
    for length in (0..bytes.len()).step_by(37) {
        let _ = read(&bytes[..length]);
    }
}
