#![allow(clippy::unwrap_used)]

use super::read;
use crate::import::document::{Block, Document, Note};
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn made(body: &str) -> Document {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    write!(zip, r#"<w:document xmlns:w="w"><w:body>{body}</w:body></w:document>"#).unwrap();
    read(&zip.finish().unwrap().into_inner()).unwrap()
}

fn texts(document: &Document) -> Vec<String> {
    let blocks = document.sections.iter().flat_map(|section| &section.blocks);
    blocks.filter_map(|block| if let Block::Paragraph(paragraph) = block { Some(paragraph.text.clone()) } else { None }).collect()
}

#[test]
fn text_is_read_as_accepted() {
    let document = made(
        "<w:p><w:r><w:t>甲</w:t></w:r><w:del><w:r><w:delText>乙</w:delText></w:r></w:del><w:ins><w:r><w:t>丙</w:t></w:r></w:ins></w:p>\
         <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前</w:t></w:r></w:p><w:p><w:r><w:t>后</w:t></w:r></w:p>",
    );
    assert_eq!(texts(&document), ["甲丙", "前后"]);
    assert!(matches!(document.notes[..], [Note::TrackedChanges { count: 3 }]));
}

#[test]
fn merged_cells_stand_once() {
    let document = made(
        r#"<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>
        <w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r></w:p></w:tc></w:tr>
        <w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>丁</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"#,
    );
    let [Block::Grid(grid)] = &document.sections[0].blocks[..] else { unreachable!() };
    assert_eq!((grid.rows[0].cells[0].rows, grid.rows[0].cells[1].columns), (2, 2));
    assert_eq!(grid.rows[0].cells[1].text, "乙\n丙");
    assert_eq!((grid.rows[1].number, grid.rows[1].cells[0].column), (2, 2));
}

#[test]
fn the_cases_are_read_where_they_are() {
    // The lab crate stands elsewhere, so the material may be absent.
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/cases");
    for name in ["17-docx-auto-numbers/议程.docx", "18-docx-tables-in-one/报告附表.docx", "22-docx-tracked-textbox/决议.docx"] {
        let Ok(bytes) = std::fs::read(root.join(name)) else {
            eprintln!("left out: {name} is absent");
            continue;
        };
        let document = read(&bytes).unwrap();
        for block in &document.sections[0].blocks {
            match block {
                Block::Paragraph(paragraph) => eprintln!("{:?} {}", paragraph.number, paragraph.text),
                Block::Grid(grid) => eprintln!("{} rows", grid.rows.len()),
            }
        }
        assert!(!document.sections[0].blocks.is_empty());
    }
}
