#![allow(clippy::unwrap_used)]

use super::*;
use crate::import::document::Block;
use std::fmt::Write as _;

/// A PDF of one page: texts at places, in a font whose only map is `ToUnicode`.
fn pdf(texts: &[(u32, u32, &str)], has_map: bool) -> Vec<u8> {
    drawn("", texts, has_map)
}

/// The same with something drawn below the texts.
fn drawn(lines: &str, texts: &[(u32, u32, &str)], has_map: bool) -> Vec<u8> {
    let mut content = format!("{lines} BT /F 10 Tf ");
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
    assert_eq!(rows(&pdf(&texts, true)), ["0项目 1预算数", "0税收 112", "0其他 134"]);
}

#[test]
fn lines_of_a_head_are_nearer_than_rows() {
    let head = [(300, 612, "占预算"), (50, 606, "项目"), (200, 606, "预算数"), (300, 600, "（%）")];
    let body = [(50, 580, "税收"), (200, 580, "12"), (300, 580, "99.1"), (50, 560, "其他"), (200, 560, "34"), (300, 560, "98")];
    let found = ["0项目 1预算数 2占预算（%）", "0税收 112 299.1", "0其他 134 298"];
    assert_eq!(rows(&pdf(&[&head[..], &body[..]].concat(), true)), found);
}

#[test]
fn rules_part_columns_and_names_wrap_around_their_numbers() {
    // Rules around the table, below the head and between the columns, none between the rows.
    let lines = "40 625 m 400 625 l S 40 575 m 400 575 l S 40 480 m 400 480 l S 40 625 m 40 480 l S 150 600 m 150 480 l S 400 625 m 400 480 l S 40 600 m 400 600 l S";
    let texts = [
        (200, 610, "收入"),
        (50, 585, "项目"),
        (160, 590, "预算"),
        (160, 580, "数"),
        (50, 560, "增值税"),
        (160, 560, "12"),
        (50, 540, "名称很长要换行"),
        (160, 534, "34"),
        (50, 528, "的税"),
        (50, 508, "没有数的一行"),
        (50, 488, "契税"),
        (160, 488, "56"),
    ];
    let found = ["0收入", "0项目 1预算数", "0增值税 112", "0名称很长要换行的税 134", "0没有数的一行", "0契税 156"];
    assert_eq!(rows(&drawn(lines, &texts, true)), found);
}

#[test]
fn codes_of_known_collections_need_no_map() {
    let file = String::from_utf8(pdf(&[(50, 600, "\u{cbb0}\u{cad5}")], false)).unwrap();
    let file = file.replace("/Identity-H", "/GBK-EUC-H").replace("/Ordering(Identity)", "/Ordering(GB1)").into_bytes();
    let document = read(&file).unwrap();
    assert!(matches!(&document.sections[0].blocks[0], Block::Paragraph(paragraph) if paragraph.text == "税收"));
    // An embedded font takes another way: by its name.
    let codes = Codes::of(&Pdf::new(Arc::new(file)).unwrap());
    assert!(matches!(codes.text("A", 0xcbb0), Some(BfString::Char('税'))));
    assert!(codes.text("B", 0xcbb0).is_none());
}

/// The rows of the first table, each cell after the number of its column.
fn rows(file: &[u8]) -> Vec<String> {
    let document = read(file).unwrap();
    let Some(Block::Grid(grid)) = document.sections[0].blocks.first() else { panic!("no table: {document:?}") };
    let row = |row: &crate::import::document::Row| row.cells.iter().map(|cell| format!("{}{}", cell.column, cell.text)).collect::<Vec<_>>();
    grid.rows.iter().map(|cells| row(cells).join(" ")).collect()
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

/// A PDF of one page that draws a form.
fn form(entries: &str, bytes: &[u8]) -> Vec<u8> {
    let head = "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n\
        3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>\nendobj\n\
        4 0 obj\n<</Length 5>>stream\n/X Do\nendstream\nendobj\n";
    let form = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>";
    let start = format!("{head}5 0 obj\n<<{form}/Length {}{entries}>>stream\n", bytes.len());
    [start.as_bytes(), bytes, b"\nendstream\nendobj\ntrailer<</Root 1 0 R/Size 6>>\n%%EOF"].concat()
}

#[test]
fn forms_that_draw_themselves_end() {
    let detail = |content: &[u8]| match read(&form("", content)) {
        Err(ImportError::Broken { detail, .. }) => detail,
        other => panic!("{other:?}"),
    };
    assert!(detail(b"/X Do /X Do").contains("without end"));
    assert!(!detail(b"/X Do").contains("without end"));
}

#[test]
fn what_unpacks_without_end_is_known_before_it_is_unpacked() {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    std::io::Write::write_all(&mut encoder, &vec![b' '; 1 << 20]).unwrap();
    let packed = encoder.finish().unwrap();
    let once = Pdf::new(Arc::new(form("/Filter/FlateDecode", &packed))).unwrap();
    assert!(size::exceeds(&once, 1000) && !size::exceeds(&once, 1 << 21));
    let twice = Pdf::new(Arc::new(form("/Filter[/FlateDecode/FlateDecode]", &packed))).unwrap();
    assert!(size::exceeds(&twice, 1 << 21));
}
