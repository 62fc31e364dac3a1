#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::*;
use crate::import::ole::tests::container;

/// A ZIP whose parts are not packed.
pub(in crate::import) fn zip(parts: &[(&str, &str)]) -> Vec<u8> {
    let parts: Vec<_> = parts.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    zip_of_bytes(&parts)
}

/// The same of parts that are no text.
pub(in crate::import) fn zip_of_bytes(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let number = |length: usize| u32::try_from(length).unwrap().to_le_bytes();
    let (mut bytes, mut list) = (Vec::new(), Vec::new());
    for (name, text) in parts {
        let mut facts = vec![20, 0, 0, 8, 0, 0, 0, 0, 0, 0];
        facts.extend(crc(text).to_le_bytes());
        facts.extend([number(text.len()), number(text.len())].concat());
        facts.extend([&number(name.len())[..2], &[0, 0]].concat());
        list.extend([&b"PK\x01\x02\x14\0"[..], &facts, &[0; 10], &number(bytes.len()), name.as_bytes()].concat());
        bytes.extend([b"PK\x03\x04", &facts[..], name.as_bytes(), text].concat());
    }
    let count = &number(parts.len())[..2];
    let end = [&b"PK\x05\x06\0\0\0\0"[..], count, count, &number(list.len()), &number(bytes.len()), &[0, 0]].concat();
    [bytes, list, end].concat()
}

fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32| (0..8).fold(crc, |crc, _| if crc & 1 == 1 { 0xedb8_8320 ^ crc >> 1 } else { crc >> 1 });
    !bytes.iter().fold(u32::MAX, |crc, &byte| step((crc ^ u32::from(byte)) & 0xff) ^ crc >> 8)
}

#[test]
fn what_lies_in_a_zip_tells_its_kind() {
    let other = |word| Err(ImportError::Other(word));
    for (parts, found) in [
        (vec![("xl/workbook.xml", "")], Ok(Kind::Xlsx)),
        (vec![("XL\\Workbook.xml", "")], Ok(Kind::Xlsx)),
        (vec![("xl/workbook.bin", "")], Ok(Kind::Xlsb)),
        (vec![("word/document.xml", "")], Ok(Kind::Docx)),
        (vec![("[Content_Types].xml", "…wordprocessingml.document.main+xml"), ("w/d.xml", "")], Ok(Kind::Docx)),
        (vec![("mimetype", "application/vnd.oasis.opendocument.spreadsheet")], Ok(Kind::Ods)),
        (vec![("mimetype", "application/vnd.oasis.opendocument.text")], other("odt")),
        (vec![("ppt/presentation.xml", "")], other("presentation")),
        (vec![("OFD.xml", "")], other("ofd")),
        (vec![("预算.xlsx", "PK")], other("archive")),
    ] {
        assert_eq!(kind(&zip(&parts)), found, "{parts:?}");
    }
    assert!(matches!(kind(b"PK\x03\x04cut off"), Err(ImportError::Broken { .. })));
}

#[test]
fn the_names_of_streams_tell_old_kinds_apart() {
    for (name, found) in [
        ("Workbook", Ok(Kind::Xls)),
        ("Book", Ok(Kind::Xls)),
        ("EncryptedPackage", Err(ImportError::Password(Tool::Workbook))),
        ("WordDocument", Err(ImportError::Old(Tool::Document))),
        ("PowerPoint Document", Err(ImportError::Other("presentation"))),
        ("Contents", Err(ImportError::Unknown)),
    ] {
        assert_eq!(kind(&container(name, &[])), found, "{name}");
    }
    let mut text = [0; 12];
    text[11] = 1;
    assert_eq!(kind(&container("WordDocument", &text)), Err(ImportError::Password(Tool::Document)));
    assert!(matches!(kind(&ole::SIGNATURE), Err(ImportError::Broken { .. })));
}

#[test]
fn text_is_told_apart_by_what_it_says() {
    for (text, found) in [
        ("%PDF-1.7\n", Ok(Kind::Pdf)),
        ("HTTP/1.1 200 OK\n\n%PDF-1.4\n1 0 obj", Ok(Kind::Pdf)),
        ("\u{feff}<!DOCTYPE html>\n<!-- a > b --><HTML lang=zh>", Ok(Kind::Html)),
        ("<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table>", Ok(Kind::Html)),
        ("<table><tr><td>1", Ok(Kind::Html)),
        ("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\">", Ok(Kind::Html)),
        ("<?xml version=\"1.0\"?><ss:Workbook xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"/>", Ok(Kind::Xml2003)),
        ("<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument/>", Err(ImportError::Old(Tool::Document))),
        ("<?xml version=\"1.0\"?><rss/>", Err(ImportError::Unknown)),
        ("{\\rtf1\\ansi", Err(ImportError::Old(Tool::Document))),
        ("{\n \"sessions\": []}", Err(ImportError::Unknown)),
        ("[{\"id\": 1}]", Err(ImportError::Unknown)),
        ("[附件]\n说明", Ok(Kind::Text)),
        ("项目,预算数\n税收收入,100\n", Ok(Kind::Csv)),
        ("项目\t预算数\n税收收入\t100\n", Ok(Kind::Csv)),
        ("一般公共预算收入完成100万元，增长3%。\n支出200万元。\n", Ok(Kind::Text)),
        ("BM地块出让收入", Ok(Kind::Text)),
        (" \n", Err(ImportError::Empty)),
        ("", Err(ImportError::Empty)),
    ] {
        assert_eq!(kind(text.as_bytes()), found, "{text}");
    }
}

#[test]
fn pictures_and_archives_are_named() {
    for (bytes, word) in [(&b"\x89PNG\r\n\x1a\n"[..], "picture"), (b"\xff\xd8\xff\xe0", "picture"), (b"Rar!\x1a\x07\x01\0", "archive")] {
        assert_eq!(kind(bytes), Err(ImportError::Other(word)));
    }
    assert_eq!(kind(&[0, 1, 2, 3, 0, 200, 7]), Err(ImportError::Unknown));
}

#[test]
fn no_beginning_of_a_file_is_too_short() {
    for bytes in [zip(&[("xl/workbook.xml", "")]), container("Workbook", &[7; 5000]), "<?xml <!-- \u{feff}".into()] {
        for length in 0..bytes.len() {
            let _ = kind(&bytes[..length]);
        }
    }
}
