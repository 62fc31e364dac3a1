//! Codes of the budget classification: their form, and what they say of direction, parent and book.

use crate::check::checker::Checker;
use crate::check::finding::{FindingKind as Kind, Severity};
use crate::id_index::IdIndex;
use crate::json_path::{Path, short};
use crate::model::{Book, BudgetTable, Direction};

/// The first line with each code.
pub(super) fn rows_by_code(table: &BudgetTable) -> IdIndex<'_> {
    IdIndex::of_some(table.lines.iter().map(|line| line.code.as_deref()))
}

impl Checker<'_> {
    /// The code of one line of the table whose lines are at `rows`; `parent` is the line that it names as its parent.
    pub(super) fn code(&mut self, rows: Path<'_>, table: &BudgetTable, row: usize, first: &IdIndex<'_>, parent: Option<usize>) {
        let Some(code) = &table.lines[row].code else { return };
        let line = rows.index(row);
        let mut add = |kind: Kind| self.found.add(Severity::Warning, line.field("code"), kind);
        let code_short = || short(code);
        if !is_code(code) {
            return add(Kind::BadCode { code: code_short() });
        }
        if let Some(first) = first.get(code.as_str()).filter(|&first| first != row) {
            add(Kind::DuplicateCode { code: code_short(), first: rows.index(first).write() });
        }
        let other = match table.direction {
            Direction::Revenue => '2',
            Direction::Expenditure => '1',
        };
        if code.starts_with(other) {
            return add(Kind::CodeDirection { code: code_short(), direction: table.direction });
        }
        if let (Some(book), Some(found)) = (only_book(code), table.book)
            && book != found
        {
            add(Kind::CodeBook { code: code_short(), book });
        }
        // Economic classes (5…) may well stand below functional ones (2…).
        if let Some(above) = parent.and_then(|parent| table.lines[parent].code.as_ref()).filter(|above| is_code(above))
            && !code.starts_with(above.as_str())
            && code.get(..1) == above.get(..1)
        {
            add(Kind::CodeParent { code: code_short(), parent: short(above) });
        }
    }
}

fn is_code(code: &str) -> bool {
    matches!(code.len(), 3 | 5 | 7) && code.bytes().all(|b| b.is_ascii_digit())
}

/// The book of the classes that belong to one book only: 102 社会保险基金收入, 209 社会保险基金支出, 223 国有资本经营预算支出. All others occur in several
/// (source: the Ministry of Finance's 政府收支分类科目, in force 2024).
fn only_book(code: &str) -> Option<Book> {
    match code.get(..3)? {
        "102" | "209" => Some(Book::SocialInsurance),
        "223" => Some(Book::StateCapital),
        _ => None,
    }
}
