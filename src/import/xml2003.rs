//! Workbooks as XML of Excel 2003 (`SpreadsheetML`), which the systems of offices export as `.xls`.

use crate::import::document::{Cell, Document};
use crate::import::sheet::{Event, Events, Merge, Sheets, attribute, decimal, number, percent};
use crate::import::{ImportError, Kind, encoding};
use quick_xml::events::BytesStart;
use std::collections::HashMap;

/// Reads a workbook.
pub fn read(bytes: &[u8]) -> Result<Document, ImportError> {
    let text = encoding::decode(bytes);
    let mut events = Events::new(text.trim_start(), "Workbook");
    let mut workbook = Workbook::default();
    loop {
        match events.next()? {
            Event::Start(start) => workbook.start(&start),
            Event::End(name) => workbook.end(&name),
            Event::Text(text) => workbook.text(&text),
            Event::Eof => break,
        }
    }
    workbook.end_sheet();
    Ok(workbook.sheets.finish())
}

struct Workbook {
    sheets: Sheets,
    styles: HashMap<String, Style>,
    style: String,
    merges: Vec<Merge>,
    row: u32,
    column: u32,
    cell: Option<Open>,
    /// What the text of the element that is open belongs to.
    target: Target,
}

#[derive(Default)]
struct Style {
    indent: u8,
    format: String,
}

/// A cell that is being read.
#[derive(Default)]
struct Open {
    across: u32,
    down: u32,
    style: Option<String>,
    has_formula: bool,
    kind: String,
    text: String,
}

#[derive(Default, PartialEq)]
enum Target {
    #[default]
    Nothing,
    Data,
    Visible,
}

impl Default for Workbook {
    fn default() -> Self {
        Self {
            sheets: Sheets::new(Kind::Xml2003),
            styles: HashMap::new(),
            style: String::new(),
            merges: Vec::new(),
            row: 0,
            column: 0,
            cell: None,
            target: Target::Nothing,
        }
    }
}

impl Workbook {
    fn start(&mut self, element: &BytesStart<'_>) {
        let is_hidden = || attribute(element, "Hidden").is_some_and(|value| value == "1" || value.eq_ignore_ascii_case("true"));
        match element.local_name().as_ref() {
            "Style" => self.style = attribute(element, "ID").unwrap_or_default(),
            "Alignment" => {
                let indent = number(element, "Indent").and_then(|steps| steps.try_into().ok()).unwrap_or(0);
                self.styled(|style| style.indent = indent);
            }
            "NumberFormat" => self.styled(|style| style.format = attribute(element, "Format").unwrap_or_default()),
            "Worksheet" => {
                self.end_sheet();
                self.sheets.begin(attribute(element, "Name"), false);
            }
            "Table" => (self.row, self.column) = (0, 0),
            "Column" => {
                // Columns stand before rows and count from 1.
                let first = number(element, "Index").unwrap_or(self.column.saturating_add(1)).max(1);
                let more = number(element, "Span").unwrap_or(0);
                if is_hidden() {
                    self.sheets.hide_columns(first - 1, more.saturating_add(1));
                }
                self.column = first.saturating_add(more);
            }
            "Row" => {
                let first = number(element, "Index").unwrap_or(self.row.saturating_add(1)).max(1);
                if is_hidden() {
                    self.sheets.hide_row(first);
                }
                (self.row, self.column) = (first, 0);
            }
            "Cell" => {
                self.column = number(element, "Index").unwrap_or(self.column.saturating_add(1)).max(1);
                self.cell = Some(Open {
                    across: number(element, "MergeAcross").unwrap_or(0),
                    down: number(element, "MergeDown").unwrap_or(0),
                    style: attribute(element, "StyleID"),
                    has_formula: attribute(element, "Formula").is_some(),
                    ..Open::default()
                });
            }
            "Data" => {
                if let Some(cell) = &mut self.cell
                    // A comment of a cell has data of its own.
                    && cell.kind.is_empty()
                {
                    cell.kind = attribute(element, "Type").unwrap_or_else(|| "String".to_owned());
                    self.target = Target::Data;
                }
            }
            "Comment" => self.target = Target::Nothing,
            "Visible" => self.target = Target::Visible,
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "Style" => self.style.clear(),
            "Data" | "Visible" => self.target = Target::Nothing,
            "Cell" => {
                if let Some(cell) = self.cell.take() {
                    self.end_cell(cell);
                }
            }
            "Worksheet" => self.end_sheet(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        match self.target {
            Target::Data => {
                if let Some(cell) = &mut self.cell {
                    cell.text.push_str(text);
                }
            }
            Target::Visible if text.contains("Hidden") => self.sheets.hide_sheet(),
            _ => {}
        }
    }

    fn end_cell(&mut self, open: Open) {
        // A broken file may begin a row within a cell.
        let (row, column) = (self.row.max(1), self.column.saturating_sub(1));
        let style = open.style.as_ref().and_then(|style| self.styles.get(style));
        let mut cell = Cell { indent: style.map_or(0, |style| style.indent), ..Cell::text(column, open.text) };
        match open.kind.as_str() {
            "Number" => {
                if let Ok(number) = cell.text.trim().parse::<f64>() {
                    cell.value = decimal(number);
                    let shown = style.and_then(|style| percent(number, if style.format == "Percent" { "0.00%" } else { &style.format }));
                    cell.text = shown.or_else(|| cell.value.clone()).unwrap_or_default();
                }
            }
            "DateTime" => {
                // A day has midnight as its time.
                cell.text = cell.text.trim().trim_end_matches(".000").trim_end_matches("T00:00:00").replace('T', " ");
            }
            "Error" => self.sheets.count_error(row, column),
            "" if open.has_formula => self.sheets.count_unanswered(row, column),
            _ => {}
        }
        if open.across > 0 || open.down > 0 {
            self.merges.push(((row, column), (row.saturating_add(open.down), column.saturating_add(open.across))));
        }
        self.sheets.push(row, cell);
        self.column = self.column.saturating_add(open.across);
    }

    fn end_sheet(&mut self) {
        let merges = std::mem::take(&mut self.merges);
        self.sheets.merge(&merges);
    }

    fn styled(&mut self, change: impl FnOnce(&mut Style)) {
        if !self.style.is_empty() {
            change(self.styles.entry(self.style.clone()).or_default());
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::import::document::{At, Block, Grid, Note};

    fn workbook(inner: &str) -> Document {
        let head = "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">";
        read(format!("{head}{inner}</Workbook>").as_bytes()).unwrap()
    }

    fn grid(document: &Document) -> &Grid {
        let Some(Block::Grid(grid)) = document.sections[0].blocks.first() else { panic!("no table") };
        grid
    }

    #[test]
    fn indices_skip_rows_and_cells() {
        let document = workbook(
            "<Worksheet ss:Name=\"预算\"><Table><Column ss:Hidden=\"1\"/><Column ss:Index=\"4\" ss:Hidden=\"1\" ss:Span=\"1\"/>
            <Row><Cell><Data ss:Type=\"String\">项目&#10;名称</Data></Cell><Cell ss:Index=\"3\"><Data ss:Type=\"Number\">1234.50</Data></Cell></Row>
            <Row ss:Index=\"4\" ss:Hidden=\"1\"><Cell/><Cell><Data ss:Type=\"String\">0101 &amp; 甲</Data></Cell></Row></Table></Worksheet>",
        );
        let grid = grid(&document);
        assert_eq!(document.sections[0].name.as_deref(), Some("预算"));
        assert_eq!(grid.hidden_columns, [0, 3, 4]);
        let found: Vec<_> =
            grid.rows.iter().flat_map(|row| row.cells.iter().map(|cell| (row.number, cell.column, cell.text.as_str()))).collect();
        assert_eq!(found, [(1, 0, "项目\n名称"), (1, 2, "1234.5"), (4, 1, "0101 & 甲")]);
        assert_eq!(grid.rows[0].cells[1].value.as_deref(), Some("1234.5"));
        assert!(grid.rows[1].is_hidden);
    }

    #[test]
    fn merges_formats_and_faults_are_kept() {
        let document = workbook(
            "<Styles><Style ss:ID=\"p\"><NumberFormat ss:Format=\"0.0%\"/></Style><Style ss:ID=\"i\"><Alignment ss:Indent=\"2\"/></Style></Styles>
            <Worksheet ss:Name=\"表\"><Table><Row><Cell ss:MergeAcross=\"1\" ss:MergeDown=\"1\"><Data ss:Type=\"String\">甲</Data><Comment><ss:Data>注</ss:Data></Comment></Cell>
            <Cell ss:StyleID=\"p\"><Data ss:Type=\"Number\">0.981</Data></Cell></Row>
            <Row><Cell ss:Index=\"3\" ss:StyleID=\"i\"><Data ss:Type=\"String\">乙</Data></Cell><Cell ss:Formula=\"=1\"/><Cell><Data ss:Type=\"Error\">#DIV/0!</Data></Cell>
            <Cell><Data ss:Type=\"DateTime\">2025-01-08T00:00:00.000</Data></Cell></Row></Table>
            <WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>",
        );
        assert!(document.sections[0].is_hidden);
        let rows = &grid(&document).rows;
        let first = &rows[0].cells[0];
        assert_eq!((first.text.as_str(), first.columns, first.rows), ("甲", 2, 2));
        assert_eq!((rows[0].cells[1].column, rows[0].cells[1].text.as_str()), (2, "98.1%"));
        assert_eq!((rows[1].cells[0].indent, rows[1].cells[2].text.as_str()), (2, "2025-01-08"));
        let at = |column| At { section: 0, block: 0, row: 2, column };
        assert_eq!(document.notes, [Note::FormulasWithoutResult { count: 1, first: at(3) }, Note::ErrorCells { count: 1, first: at(4) }]);
    }

    #[test]
    fn a_place_far_away_is_cut() {
        let document = workbook(
            "<Worksheet><Table><Row ss:Index=\"4294967295\"><Cell ss:Index=\"4294967295\" ss:MergeAcross=\"4294967295\"><Data ss:Type=\"String\">甲</Data></Cell><Cell/></Row><Row/></Table></Worksheet>",
        );
        assert!(matches!(document.notes[..], [Note::Cut { .. }]));
    }
}
