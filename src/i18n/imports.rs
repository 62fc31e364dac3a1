//! The sentences of foreign files: what a file is, why it cannot be read, and what to know of its draft.

use super::{Lang, count, fill, strings::strings};
use crate::import::document::{At, Document, Note, column_letters};
use crate::import::{ImportError, Kind, Tool};

/// How many pages are named one by one.
const NAMED_PAGES: usize = 12;

strings! {
    /// The strings of one language. `{}` stands for a value; see [`super::fill`].
    Imports {
        // Kinds
        kind_xlsx: "Excel 工作簿", "an Excel workbook";
        kind_xlsb: "Excel 二进制工作簿（.xlsb）", "a binary Excel workbook (.xlsb)";
        kind_xls: "旧版 Excel 或 WPS 表格（.xls、.et）", "an old workbook of Excel or WPS (.xls, .et)";
        kind_ods: "ODS 表格（.ods）", "an ODS spreadsheet (.ods)";
        kind_xml2003: "Excel 2003 的 XML 表格", "an XML spreadsheet of Excel 2003";
        kind_csv: "用逗号、分号或制表符分隔的表格", "a table separated by commas, semicolons or tabs";
        kind_docx: "Word 文档", "a Word document";
        kind_html: "网页", "a web page";
        kind_pdf: "PDF", "a PDF";
        kind_text: "纯文本", "plain text";
        // Files that cannot be read
        import_empty: "这个文件是空的。请检查是不是选错了文件，或下载没有完成。", "This file is empty. Check whether it is the right one and was downloaded completely.";
        import_unknown: "认不出这是什么文件。请用 Excel、Word 或 WPS 打开它，另存为 .xlsx 或 .docx，再打开另存的文件。", "This is no kind of file that is read here. Open it in Excel, Word or WPS, save it as .xlsx or .docx, and open that file.";
        import_locked_workbook: "这个文件有密码。请在 Excel 或 WPS 里去掉密码，另存后再打开。", "This file has a password. Remove it in Excel or WPS, save the file anew, and open that one.";
        import_locked_document: "这个文档有密码。请在 Word 或 WPS 里去掉密码，另存后再打开。", "This document has a password. Remove it in Word or WPS, save the file anew, and open that one.";
        import_old_workbook: "这是旧版的工作簿。请用 Excel 或 WPS 打开，另存为 .xlsx，再打开另存的文件。", "This is a workbook of an old kind. Open it in Excel or WPS, save it as .xlsx, and open that file.";
        import_old_document: "这是旧版的文档。请用 Word 或 WPS 打开，另存为 .docx，再打开另存的文件。", "This is a document of an old kind. Open it in Word or WPS, save it as .docx, and open that file.";
        import_presentation: "这是演示文稿，不读取。请把其中的表格或文字复制到 Excel 或 Word 里，保存后再打开。", "This is a presentation, which is not read. Copy its tables or text into Excel or Word, save that, and open it.";
        import_picture: "这是图片，里面没有可读的文字。请向发布单位索取 Excel、Word 或文字版 PDF。", "This is a picture, which holds no text to read. Ask whoever published it for Excel, Word or a PDF with text.";
        import_archive: "这是压缩包。请先解压，再打开里面的文件。", "This is an archive. Unpack it first, then open a file in it.";
        import_odt: "这是 ODT 文档（.odt）。请用 Word 或 WPS 打开，另存为 .docx，再打开另存的文件。", "This is an ODT document (.odt). Open it in Word or WPS, save it as .docx, and open that file.";
        import_ofd: "这是 OFD 版式文件。请用 OFD 阅读器打开，导出为 PDF 再打开；有 Excel 或 Word 原件更好。", "This is an OFD document. Export it as a PDF from an OFD reader and open that; the original in Excel or Word is better.";
        import_mhtml: "这是存成单个文件的网页（.mht）。请用浏览器或 Word 打开，另存为网页或 .docx，再打开另存的文件。", "This is a web page saved as one file (.mht). Open it in a browser or Word, save it as a page or as .docx, and open that file.";
        import_other: "这类文件里没有可读的表格或文字。请换成 Excel、Word、PDF 或网页。", "Files of this kind hold no table or text to read. Use Excel, Word, PDF or a web page instead.";
        import_scanned: "这个 PDF 每一页都是图片（扫描件），没有可读的文字。请向发布单位索取 Excel、Word 或文字版 PDF。", "Every page of this PDF is a picture (a scan), so there is no text to read. Ask whoever published it for Excel, Word or a PDF with text.";
        import_too_large: "文件太大（解开后超过 {} MB），不读取。请只留需要的工作表或页，另存后再打开。", "The file is too large (more than {} MB when unpacked). Keep only the sheets or pages that are needed, save that, and open it.";
        import_broken: "文件有损坏（{}），读不下去。请重新下载，或用原来的程序打开、另存后再试。", "The file is damaged ({}) and cannot be read. Download it again, or open and save it in the program that made it.";
        // What to know of a draft
        note_formulas: "有{}没有存下计算结果（第一处：{}），按空白读取。请用 Excel 或 WPS 打开文件，保存一次，再打开。", "{} without a stored result (the first: {}) are read as blanks. Open the file in Excel or WPS, save it once, and open it again.";
        note_errors: "有{}是错误值（第一处：{}），不是数字。请在表里改正后再打开。", "{} with an error instead of a figure (the first: {}). Correct the sheet and open it again.";
        note_changes: "文档里有{}还没有接受的修订，这里按全部接受读取；请核对是不是定稿。", "{} in the document are not yet accepted and are read as if they were. Check that it is the final text.";
        note_long: "有{}超过 15 位（第一处：{}），Excel 只保留 15 位；请与原件核对。", "{} of more than 15 digits (the first: {}): Excel keeps only 15. Check against the original.";
        note_cut: "内容太多，从{}起没有读取。请把需要的部分另存为一个文件再打开。", "There is too much: nothing from {} on was read. Save the part that is needed as a file of its own and open that.";
        note_pictures: "第 {} 页是图片（如扫描件），其中的文字没有读取；请对照原件补上。", "Page {} is a picture, such as a scan, and its text was not read. Add it from the original.";
        note_many_pictures: "第 {} 页是图片（如扫描件），其中的文字没有读取；请对照原件补上。", "Pages {} are pictures, such as scans, and their text was not read. Add it from the original.";
        // Places
        place_cell: "第{}行{}列", "row {}, column {}";
        place_part: "第{}段", "block {}";
        place_sheet: "“{}”{}", "“{}”, {}";
        place_page: "第{}页{}", "page {}, {}";
        more_pages: "{} 等 {}", "{} and others, {} in all";
        page_comma: "、", ", ";
    }
}

/// The word for what the bytes of a file are.
pub fn kind_word(lang: Lang, kind: Kind) -> &'static str {
    let words = Imports::of(lang);
    match kind {
        Kind::Xlsx => words.kind_xlsx,
        Kind::Xlsb => words.kind_xlsb,
        Kind::Xls => words.kind_xls,
        Kind::Ods => words.kind_ods,
        Kind::Xml2003 => words.kind_xml2003,
        Kind::Csv => words.kind_csv,
        Kind::Docx => words.kind_docx,
        Kind::Html => words.kind_html,
        Kind::Pdf => words.kind_pdf,
        Kind::Text => words.kind_text,
    }
}

/// Why a foreign file cannot be read, and what to do.
///
/// ```
/// use yishi::{i18n::{Lang, imports::import_error}, import::{ImportError, Tool}};
/// let error = ImportError::Old(Tool::Document);
/// assert_eq!(import_error(Lang::Zh, &error), "这是旧版的文档。请用 Word 或 WPS 打开，另存为 .docx，再打开另存的文件。");
/// ```
pub fn import_error(lang: Lang, error: &ImportError) -> String {
    let words = Imports::of(lang);
    let sentence = match error {
        ImportError::Empty => words.import_empty,
        ImportError::Unknown => words.import_unknown,
        ImportError::Password(Tool::Workbook) => words.import_locked_workbook,
        ImportError::Password(Tool::Document) => words.import_locked_document,
        ImportError::Old(Tool::Workbook) => words.import_old_workbook,
        ImportError::Old(Tool::Document) => words.import_old_document,
        ImportError::Other("presentation") => words.import_presentation,
        ImportError::Other("picture") => words.import_picture,
        ImportError::Other("archive") => words.import_archive,
        ImportError::Other("odt") => words.import_odt,
        ImportError::Other("ofd") => words.import_ofd,
        ImportError::Other("mhtml") => words.import_mhtml,
        ImportError::Other(_) => words.import_other,
        ImportError::PicturesOnly => words.import_scanned,
        ImportError::TooLarge { limit_bytes } => return fill(words.import_too_large, &[&(limit_bytes >> 20).max(1).to_string()]),
        // What the library says of it is for logs.
        ImportError::Broken { part, .. } => return fill(words.import_broken, &[part]),
    };
    sentence.to_owned()
}

/// What a reader of the draft should know about the file, which `document` is.
pub fn import_note(lang: Lang, document: &Document, note: &Note) -> String {
    let words = Imports::of(lang);
    let place = |at: &At| place(lang, document, at);
    match note {
        Note::FormulasWithoutResult { count: n, first } => {
            fill(words.note_formulas, &[&count(lang, *n, "个公式", "formula", "formulas"), &place(first)])
        }
        Note::ErrorCells { count: n, first } => fill(words.note_errors, &[&count(lang, *n, "个单元格", "cell", "cells"), &place(first)]),
        Note::TrackedChanges { count: n } => fill(words.note_changes, &[&count(lang, *n, "处", "change", "changes")]),
        Note::LongNumbers { count: n, first } => fill(words.note_long, &[&count(lang, *n, "个数字", "number", "numbers"), &place(first)]),
        Note::Cut { first } => fill(words.note_cut, &[&place(first)]),
        Note::PicturePages { pages } => {
            let template = if pages.len() == 1 { words.note_pictures } else { words.note_many_pictures };
            let named: Vec<_> = pages.iter().take(NAMED_PAGES).map(u32::to_string).collect();
            let mut named = named.join(words.page_comma);
            if pages.len() > NAMED_PAGES {
                named = fill(words.more_pages, &[&named, &pages.len().to_string()]);
            }
            fill(template, &[&named])
        }
    }
}

/// A place in a file as people name it: the sheet or page, the row, the letters of the column.
pub fn place(lang: Lang, document: &Document, at: &At) -> String {
    let words = Imports::of(lang);
    let cell = match at.row {
        0 => fill(words.place_part, &[&at.block.saturating_add(1).to_string()]),
        row => fill(words.place_cell, &[&row.to_string(), &column_letters(at.column)]),
    };
    let section = document.sections.get(at.section);
    match section.map(|section| (&section.name, section.page)) {
        Some((Some(name), _)) => fill(words.place_sheet, &[name, &cell]),
        Some((None, Some(page))) => fill(words.place_page, &[&page.to_string(), &cell]),
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::document::Section;

    fn document(name: Option<&str>, page: Option<u32>) -> Document {
        let section = Section { name: name.map(str::to_owned), page, ..Section::default() };
        Document { kind: Kind::Xlsx, sections: vec![section], notes: Vec::new() }
    }

    #[test]
    fn a_note_says_where() {
        let at = At { section: 0, block: 0, row: 12, column: 27 };
        let note = Note::ErrorCells { count: 3, first: at };
        let sheet = document(Some("表一"), None);
        assert_eq!(
            import_note(Lang::Zh, &sheet, &note),
            "有3个单元格是错误值（第一处：“表一”第12行AB列），不是数字。请在表里改正后再打开。"
        );
        assert!(
            import_note(Lang::En, &document(None, Some(4)), &note)
                .contains("3 cells with an error instead of a figure (the first: page 4, row 12, column AB)")
        );
        let cut = Note::Cut { first: At { row: 0, block: 8, ..at } };
        assert!(import_note(Lang::Zh, &document(None, None), &cut).contains("从第9段起"));
    }

    #[test]
    fn many_pages_are_not_all_named() {
        let pages = |pages: &[u32]| import_note(Lang::Zh, &document(None, None), &Note::PicturePages { pages: pages.to_vec() });
        assert!(pages(&[3]).starts_with("第 3 页是图片"));
        assert!(pages(&[3, 5]).starts_with("第 3、5 页是图片"));
        assert!(pages(&(1..40).collect::<Vec<_>>()).starts_with("第 1、2、3、4、5、6、7、8、9、10、11、12 等 39 页是图片"));
    }

    #[test]
    fn the_password_and_the_part_are_said() {
        let sentence = |error: &ImportError| import_error(Lang::Zh, error);
        assert!(sentence(&ImportError::Password(Tool::Workbook)).contains("去掉密码"));
        assert!(sentence(&ImportError::Other("archive")).contains("解压"));
        assert!(sentence(&ImportError::Other("message")).contains("没有可读的"));
        assert!(sentence(&ImportError::TooLarge { limit_bytes: 64 << 20 }).contains("64 MB"));
        let broken = ImportError::Broken { part: "ZIP".to_owned(), detail: "EOF".to_owned() };
        assert!(sentence(&broken).contains("（ZIP）") && !sentence(&broken).contains("EOF"));
    }
}
