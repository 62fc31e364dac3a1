//! Small workbooks made part by part.

use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The parts of a workbook.
pub struct Made {
    parts: Vec<(String, String)>,
    sheets: usize,
}

impl Default for Made {
    fn default() -> Self {
        let styles = r#"<styleSheet><numFmts><numFmt numFmtId="200" formatCode="0.0%"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/>
            <xf numFmtId="0"><alignment horizontal="left" indent="2"/></xf><xf numFmtId="0"><alignment horizontal="center" indent="2"/></xf><xf numFmtId="14"/></cellXfs></styleSheet>"#;
        let made = Self { parts: Vec::new(), sheets: 0 };
        made.part(
            "_rels/.rels",
            r#"<Relationships><Relationship Id="r" Type="urn:x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
        )
        .part("xl/styles.xml", styles)
    }
}

impl Made {
    /// Another sheet, from its XML.
    pub fn sheet(mut self, xml: &str) -> Self {
        self.sheets += 1;
        let part = format!("xl/worksheets/sheet{}.xml", self.sheets);
        self.part(&part, xml)
    }

    /// The workbook itself, where the one that names all sheets will not do.
    pub fn workbook(self, xml: &str) -> Self {
        self.part("xl/workbook.xml", xml)
    }

    /// Any part; a later one of the same name counts.
    pub fn part(mut self, name: &str, text: &str) -> Self {
        self = self.without(name);
        self.parts.push((name.to_owned(), text.to_owned()));
        self
    }

    /// Takes a part away.
    pub fn without(mut self, name: &str) -> Self {
        self.parts.retain(|(other, _)| other != name);
        self
    }

    /// The bytes of the file.
    pub fn zip(mut self) -> Vec<u8> {
        let has = |parts: &[(String, String)], name: &str| parts.iter().any(|(other, _)| other == name);
        let numbers = 1..=self.sheets;
        if !has(&self.parts, "xl/workbook.xml") {
            let sheets: String =
                numbers.clone().map(|number| format!(r#"<sheet name="表{number}" sheetId="{number}" r:id="rId{number}"/>"#)).collect();
            self = self.workbook(&format!("<workbook><sheets>{sheets}</sheets></workbook>"));
        }
        if !has(&self.parts, "xl/_rels/workbook.xml.rels") {
            let all: String = numbers
                .map(|number| format!(r#"<Relationship Id="rId{number}" Type="urn:x/worksheet" Target="worksheets/sheet{number}.xml"/>"#))
                .collect();
            self = self.part("xl/_rels/workbook.xml.rels", &format!("<Relationships>{all}</Relationships>"));
        }
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in self.parts {
            zip.start_file(name, SimpleFileOptions::default().compression_method(CompressionMethod::Deflated)).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }
}

/// A sheet of these rows.
pub fn sheet_of(rows: &str) -> String {
    format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")
}
