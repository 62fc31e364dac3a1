//! Tables as workbooks: what the CSV files say, with typed cells, so that no spreadsheet makes a date of `1-2` or loses the zero of `007`.

use super::csv::Cell;
use crate::workbook::{self, WriteError, Written};

/// A table on a sheet of a name, its first row the headings. Figures that a spreadsheet would not keep exactly are text; nothing is a formula.
pub fn table(name: &str, rows: &[Vec<Cell<'_>>]) -> Result<Vec<u8>, WriteError> {
    let typed = |cell: &Cell<'_>| match cell {
        Cell::Text(text) => Some(Written::Text((*text).to_owned())),
        Cell::Number(number) => Some(Written::number(*number)),
        Cell::Blank => None,
    };
    let rows: Vec<Vec<Option<Written>>> = rows.iter().map(|row| row.iter().map(typed).collect()).collect();
    workbook::table(name, &rows)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::digest::Lookup;
    use crate::i18n::Lang;
    use crate::import::document::{Block, Cell as Read};
    use crate::import::xlsx;
    use crate::model::Decimal;
    use crate::write::tables::List;
    use crate::write::{budget, tables};

    fn cells(bytes: &[u8]) -> (Option<String>, Vec<Vec<Read>>) {
        let document = xlsx::read(bytes).unwrap();
        let section = document.sections.into_iter().next().unwrap();
        let Some(Block::Grid(grid)) = section.blocks.into_iter().next() else { panic!("a sheet is a grid") };
        (section.name, grid.rows.into_iter().map(|row| row.cells).collect())
    }

    fn shown(cells: &[Read]) -> Vec<(&str, Option<&str>)> {
        cells.iter().map(|cell| (cell.text.as_str(), cell.value.as_deref())).collect()
    }

    #[test]
    fn a_table_has_typed_cells_and_no_formulas() {
        let long = "长".repeat(40_000);
        let number = |text| Cell::Number(Decimal::parse(text).unwrap());
        let rows = [
            vec![Cell::Text("编码"), Cell::Text("名称"), Cell::Text("金额")],
            vec![Cell::Text("007"), Cell::Text("=1+1"), number("38.60")],
            vec![Cell::Text("1-2"), Cell::Blank, number("1234567890123456789")],
            vec![Cell::Text("2025-01"), Cell::Text(&long), number("-0.5")],
        ];
        let (name, cells) = cells(&table("预算/一般:公共[预算]", &rows).unwrap());
        assert_eq!(name.as_deref(), Some("预算一般公共预算"));
        assert_eq!(shown(&cells[1]), [("007", None), ("=1+1", None), ("38.60", Some("38.6"))]);
        assert_eq!(shown(&cells[2]), [("1-2", None), ("1234567890123456789", None)]);
        assert_eq!((shown(&cells[3])[0], shown(&cells[3])[2]), (("2025-01", None), ("-0.5", Some("-0.5"))));
        assert!(cells[3][1].text.ends_with('…'));
        assert_eq!(table("", &[]).unwrap(), table("[]", &[]).unwrap());
    }

    #[test]
    fn what_a_spreadsheet_would_change_in_a_csv_file_stays() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/cases");
        let folder =
            std::fs::read_dir(path).into_iter().flatten().flatten().find(|entry| entry.file_name().to_string_lossy().starts_with("13"));
        let Some(bytes) = folder.and_then(|folder| std::fs::read(folder.path().join("session.json")).ok()) else {
            return eprintln!("skipped: the case is not here");
        };
        let session = crate::read::unchecked(&bytes).unwrap().session;
        let lookup = Lookup::new(&session);
        let mut texts = std::collections::BTreeSet::new();
        let lists = [List::Agenda, List::People, List::Suggestions, List::Projects];
        let lists = lists.map(|list| tables::with_rows(Lang::Zh, &session, &lookup, list, |rows| table("表", rows)));
        let printed = session.budgets.iter().flat_map(|budget| budget.tables.iter().map(move |table| (budget, table)));
        let printed = printed.map(|(of, one)| budget::with_rows(Lang::Zh, &session, of, one, |rows| table("表", rows)));
        for bytes in lists.into_iter().chain(printed).map(Result::unwrap) {
            texts.extend(cells(&bytes).1.into_iter().flatten().filter(|cell| cell.value.is_none()).map(|cell| cell.text));
        }
        for text in ["1-2", "3/5", "007", "001", "2025-3", "1.10", "2025-01", "2025-12", "2022-07", "6E5", "202501080000000123", "1-1"] {
            assert!(texts.contains(text), "{text}");
        }
    }
}
