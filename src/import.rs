//! Files that offices have, as drafts of a session: workbooks, Word, web pages, PDF and plain text.
//!
//! The way of the data: bytes → [`document::Document`] (what stands in the file, and where) → tables and text found in it → a draft [`Session`](crate::model::Session)
//! with questions. Readers know no budgets, and what makes budgets knows no file formats.

pub mod article;
pub mod budgets;
#[cfg(test)]
mod cases;
pub mod delimited;
pub mod document;
pub mod docx;
pub mod draft;
pub mod encoding;
mod error;
pub mod figures;
pub mod html;
mod kind;
pub mod ods;
mod ole;
pub mod package;
#[cfg(feature = "pdf")]
pub mod pdf;
mod sheet;
pub mod tables;
pub mod text;
pub mod xls;
pub mod xlsb;
pub mod xlsx;
pub mod xml2003;

pub use error::{ImportError, Kind, Tool};
pub use kind::kind;

/// The largest file that is read.
const LIMIT_BYTES: u64 = 64 << 20;

/// Reads a file of any kind; its bytes tell which.
pub fn open(bytes: &[u8]) -> Result<document::Document, ImportError> {
    if bytes.len() as u64 > LIMIT_BYTES {
        return Err(ImportError::TooLarge { limit_bytes: LIMIT_BYTES });
    }
    match kind(bytes)? {
        Kind::Csv => delimited::read(bytes),
        Kind::Text => text::read(bytes),
        Kind::Xls => xls::read(bytes),
        Kind::Xlsb => xlsb::read(bytes),
        Kind::Ods => ods::read(bytes),
        #[cfg(feature = "pdf")]
        Kind::Pdf => pdf::read(bytes),
        #[cfg(not(feature = "pdf"))]
        Kind::Pdf => Err(ImportError::Other("pdf")),
        Kind::Xlsx => xlsx::read(bytes),
        Kind::Xml2003 => xml2003::read(bytes),
        Kind::Docx => docx::read(bytes),
        Kind::Html => Ok(html::read(&encoding::decode(bytes))),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn bytes_decide_who_reads() {
        assert_eq!(open("项目,预算数\n税收,1\n".as_bytes()).unwrap().kind, Kind::Csv);
        assert_eq!(open("项目完成。".as_bytes()).unwrap().kind, Kind::Text);
        assert_eq!(open(b""), Err(ImportError::Empty));
        assert_eq!(open(&ole::tests::container("Workbook", &[])), Err(ImportError::Old(Tool::Workbook)));
    }

    #[test]
    fn real_files_are_of_their_kinds() {
        let shared = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
        for (file, found) in [
            ("real/changdu_2024.xls", Ok(Kind::Xls)),
            ("real/chengde_2025_budget_report.docx", Ok(Kind::Docx)),
            ("real/hengyang_general_2025.xlsx", Ok(Kind::Xlsx)),
            ("real/02-panjin-2025.html", Ok(Kind::Html)),
            ("cases/23-xls-is-html/xml2003.xls", Ok(Kind::Xml2003)),
            ("cases/23-xls-is-html/预算.xls", Ok(Kind::Html)),
            ("cases/23-xls-is-html/报告.doc", Ok(Kind::Html)),
            ("cases/25-ole-kinds/改名.docx", Ok(Kind::Pdf)),
            ("cases/25-ole-kinds/加密.xlsx", Err(ImportError::Password(Tool::Workbook))),
            ("cases/25-ole-kinds/文稿.wps", Err(ImportError::Old(Tool::Document))),
            ("cases/25-ole-kinds/旧.doc", Err(ImportError::Old(Tool::Document))),
        ] {
            let Ok(bytes) = std::fs::read(shared.join(file)) else {
                eprintln!("skipped: {file} is not here");
                continue;
            };
            assert_eq!(kind(&bytes), found, "{file}");
            if found == Ok(Kind::Xls) {
                assert!(open(&bytes).unwrap().sections.iter().all(|section| !section.blocks.is_empty()));
            }
        }
        for file in ["renamed.xlsx", "旧.xls", "表格.et"] {
            let Ok(bytes) = std::fs::read(shared.join("cases/25-ole-kinds").join(file)) else { continue };
            assert_eq!(open(&bytes), Err(ImportError::Old(Tool::Workbook)), "{file}");
        }
    }
}
