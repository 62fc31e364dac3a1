//! Packages around parts that are fuzzed. An input is the parts one after the other, with `----` between them; those at the end may be missing.

use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const RELATIONS: &str = "<Relationships><Relationship Id=\"r1\" Type=\"x/officeDocument\" Target=\"DIR/document.xml\"/></Relationships>";
const SECTOR: usize = 512;
const BOF: u16 = 0x0809;
const EOF: u16 = 0x000a;

/// A workbook: a sheet, which is there twice, shared texts, styles, the workbook.
pub fn xlsx(bytes: &[u8]) -> Vec<u8> {
    let pointers = "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"s.xml\"/>\
        <Relationship Id=\"r2\" Type=\"x/sharedStrings\" Target=\"t.xml\"/><Relationship Id=\"r3\" Type=\"x/styles\" Target=\"y.xml\"/></Relationships>";
    let book = b"<workbook><sheets><sheet name=\"A\" r:id=\"r1\"/></sheets></workbook>";
    let mut parts = super::split(bytes);
    let [sheet, texts, styles] = [(); 3].map(|()| parts.next().unwrap_or_default());
    zip(&[
        ("_rels/.rels", RELATIONS.replace("DIR", "xl").as_bytes()),
        ("xl/_rels/document.xml.rels", pointers.as_bytes()),
        ("xl/document.xml", parts.next().unwrap_or(book)),
        ("xl/s.xml", sheet),
        ("xl/t.xml", texts),
        ("xl/y.xml", styles),
    ])
}

/// A Word document: its text, its numbering, its styles.
pub fn docx(bytes: &[u8]) -> Vec<u8> {
    let pointers = "<Relationships><Relationship Id=\"r1\" Type=\"x/numbering\" Target=\"n.xml\"/>\
        <Relationship Id=\"r2\" Type=\"x/styles\" Target=\"y.xml\"/></Relationships>";
    let mut parts = super::split(bytes);
    let text = parts.next().unwrap_or_default();
    let mut files = vec![
        ("_rels/.rels", RELATIONS.replace("DIR", "word").into_bytes()),
        ("word/_rels/document.xml.rels", pointers.as_bytes().to_vec()),
        ("word/document.xml", text.to_vec()),
    ];
    files.extend(["word/n.xml", "word/y.xml"].into_iter().zip(parts.map(<[u8]>::to_vec)));
    zip(&files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect::<Vec<_>>())
}

/// An `OpenDocument` workbook: its content.
pub fn ods(bytes: &[u8]) -> Vec<u8> {
    zip(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", bytes)])
}

/// A binary workbook from records without lengths, each with its kind in two bytes first. An empty one ends the sheet, and then shared texts
/// and styles.
pub fn xlsb(bytes: &[u8]) -> Vec<u8> {
    let pointers = b"<Relationships><Relationship Id=\"r1\" Target=\"s.bin\" Type=\"x/worksheet\"/></Relationships>";
    let mut streams = [const { Vec::new() }; 3];
    let mut stream = 0;
    for record in super::split(bytes) {
        match record.split_at_checked(2) {
            Some((kind, data)) => binary_record(&mut streams[stream], u16::from_le_bytes([kind[0], kind[1]]) & 0x3fff, data),
            None => stream = (stream + 1).min(2),
        }
    }
    let mut book = Vec::new();
    binary_record(&mut book, 0x0099, &[bytes.first().copied().unwrap_or_default() >> 7, 0, 0, 0]);
    binary_record(&mut book, 0x009c, b"\0\0\0\0\x01\0\0\0\x02\0\0\0r\x001\0\x01\0\0\0A\0");
    let [sheet, texts, styles] = &streams;
    zip(&[
        ("xl/_rels/workbook.bin.rels", pointers),
        ("xl/workbook.bin", &book),
        ("xl/s.bin", sheet),
        ("xl/sharedStrings.bin", texts),
        ("xl/styles.bin", styles),
    ])
}

/// An old workbook from records without lengths, each with its kind in two bytes first. An empty one ends those for all sheets.
pub fn xls(bytes: &[u8]) -> Vec<u8> {
    let mut head = record(BOF, &[0, 6, 5, 0]);
    let mut sheet = record(BOF, &[0, 6, 0x10, 0]);
    let mut is_head = true;
    for part in super::split(bytes) {
        match part.split_at_checked(2) {
            Some((kind, data)) => {
                let record = record(u16::from_le_bytes([kind[0], kind[1]]), data);
                if is_head { &mut head } else { &mut sheet }.extend(record);
            }
            None => is_head = false,
        }
    }
    sheet.extend(record(EOF, &[]));
    // Where the sheet begins: after the record that says so, and the end of those for all.
    let start = u32::try_from(head.len() + 13 + 4).unwrap_or(u32::MAX).to_le_bytes();
    head.extend(record(0x0085, &[start[0], start[1], start[2], start[3], 0, 0, 1, 0, b'A']));
    head.extend(record(EOF, &[]));
    head.extend(sheet);
    ole(&head)
}

fn binary_record(stream: &mut Vec<u8>, kind: u16, data: &[u8]) {
    let [low, high] = [kind & 0x7f, kind >> 7].map(|part| u8::try_from(part).unwrap_or_default());
    stream.extend(if high == 0 { vec![low] } else { vec![low | 0x80, high] });
    let length = data.len();
    let [low, high] = [length & 0x7f, length >> 7].map(|part| u8::try_from(part & 0x7f).unwrap_or_default());
    stream.extend([low | 0x80, high]);
    stream.extend(&data[..length.min(0x3fff)]);
}

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let data = &data[..data.len().min(8224)];
    let length = u16::try_from(data.len()).unwrap_or_default();
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
}

/// A container with the stream `Workbook`, in sectors one after the other: the table of sectors, the directory, the stream.
fn ole(stream: &[u8]) -> Vec<u8> {
    let mut stream = stream.to_vec();
    stream.resize(stream.len().max(4096).next_multiple_of(SECTOR), 0);
    let last = u32::try_from(stream.len() / SECTOR + 1).unwrap_or_default();
    let mut bytes = vec![0xff; SECTOR];
    bytes[..SECTOR / 4].fill(0);
    bytes[..8].copy_from_slice(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    bytes[30] = 9;
    bytes[48] = 1;
    bytes[60..68].fill(0xff);
    bytes[68..72].fill(0xff);
    bytes[76..80].fill(0);
    bytes[80..128].fill(0xff);
    let mut table = vec![0xffff_fffd, 0xffff_fffe];
    table.extend(3..=last);
    table.push(0xffff_fffe);
    table.resize(SECTOR / 4, u32::MAX);
    bytes.extend(table.into_iter().take(SECTOR / 4).flat_map(u32::to_le_bytes));
    let mut directory = vec![0; SECTOR];
    let size = u32::try_from(stream.len()).unwrap_or_default();
    for (at, name, kind, start, size) in [(0, "Root Entry", 5, u32::MAX, 0), (128, "Workbook", 2, 2, size)] {
        for (i, byte) in name.bytes().enumerate() {
            directory[at + 2 * i] = byte;
        }
        directory[at + 66] = kind;
        directory[at + 116..at + 120].copy_from_slice(&start.to_le_bytes());
        directory[at + 120..at + 124].copy_from_slice(&size.to_le_bytes());
    }
    [bytes, directory, stream].concat()
}

fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in parts {
        zip.start_file(*name, stored).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
