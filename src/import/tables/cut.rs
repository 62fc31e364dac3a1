//! Cuts a grid into the tables that stand one below the other in it.

use super::{
    rows::{self, Role},
    words,
};
use crate::import::document::{Cell, Grid, Row};

/// The most rows that a head has.
const HEAD_ROWS: usize = 4;

/// The most lines between a title and the head of its table.
const LINES_ABOVE: usize = 6;

/// One table of a grid: its rows by what they are.
#[derive(Default)]
pub struct Piece<'a> {
    /// Lines above its head, from top to bottom.
    pub titles: Vec<String>,
    /// The rows of its head.
    pub head: Vec<&'a Row>,
    /// The rows below it.
    pub body: Vec<&'a Row>,
    /// Explanations below it.
    pub notes: Vec<String>,
}

/// The tables of the grid from top to bottom.
pub fn pieces(grid: &Grid) -> Vec<Piece<'_>> {
    let width = grid.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.column.saturating_add(1)).max().unwrap_or(0);
    let mut pieces = Vec::new();
    let mut piece = Piece::default();
    let mut head_ends = 0;
    for (index, row) in grid.rows.iter().enumerate() {
        let next = grid.rows.get(index + 1);
        let mut role = rows::role(row, width);
        if role == Role::Body && piece.head.is_empty() && is_above_figures(row, next) {
            role = Role::Head;
        }
        if role == Role::Title
            && !piece.head.is_empty()
            && !is_above_head(row, &piece, grid.rows.get(index + 1..).unwrap_or_default(), width)
        {
            role = Role::Body;
        }
        let is_in_head = !piece.head.is_empty() && piece.body.is_empty();
        if is_in_head && !matches!(role, Role::Empty | Role::Ordinals) && row.number <= head_ends && piece.head.len() < HEAD_ROWS {
            // A row that a merged cell of the head reaches into is of the head, whatever it holds.
            head_ends = head_ends.max(end_of_head(row, next));
            piece.head.push(row);
            continue;
        }
        match role {
            Role::Empty | Role::Ordinals => {}
            Role::Title => {
                if !piece.head.is_empty() {
                    pieces.push(std::mem::take(&mut piece));
                }
                piece.titles.extend(texts(row));
            }
            Role::Note if piece.head.is_empty() => piece.titles.extend(texts(row)),
            Role::Note => piece.notes.extend(texts(row)),
            Role::Head if is_in_head && is_below(&piece, row) => {
                head_ends = head_ends.max(end_of_head(row, next));
                piece.head.push(row);
            }
            // A total without figures is no head, though its name is one that a head may have.
            Role::Head if !piece.body.is_empty() && !rows::is_new_head(row) => piece.body.push(row),
            Role::Head => {
                if !piece.head.is_empty() {
                    pieces.push(std::mem::take(&mut piece));
                }
                head_ends = end_of_head(row, next);
                piece.head.push(row);
            }
            Role::Body => {
                if piece.head.is_empty() {
                    // What stands above every head is no figure of a table.
                    piece.titles.extend(texts(row));
                } else if row.cells.len() > 1 || !row.cells.iter().any(rows::is_amount) {
                    // A row with a number and nothing else is one of an empty form.
                    piece.body.push(row);
                }
            }
        }
    }
    pieces.push(piece);
    pieces
}

/// The last row that the head which begins with this row takes: as far as its merged cells reach, and one more where a cell is above several columns.
fn end_of_head(row: &Row, next: Option<&Row>) -> u32 {
    let tall = row.cells.iter().map(|cell| cell.rows).max().unwrap_or(1).clamp(1, 4);
    let low_group = row.cells.iter().filter(|cell| cell.columns > 1 && cell.rows < tall).count() > 0;
    // In Word all rows of a table take several columns where another part of it is cut more finely: the row below tells.
    let is_cut = |above: &Cell| {
        let inner = above.column.saturating_add(1)..above.column.saturating_add(above.columns);
        next.and_then(|next| next.cells.get(next.cells.partition_point(|cell| cell.column < inner.start)))
            .is_some_and(|cell| inner.contains(&cell.column))
    };
    let is_group = tall == 1 && row.cells.len() > 1 && row.cells.iter().any(is_cut);
    let more = u32::from(is_group && !low_group);
    row.number.saturating_add(tall - 1).saturating_add(more)
}

/// Whether a title stands above another table and not among the lines of one: by its words, or because a head comes before figures. What is no wider than the head of
/// names is a name.
fn is_above_head(row: &Row, piece: &Piece<'_>, below: &[Row], width: u32) -> bool {
    let [only] = row.cells.as_slice() else { return true };
    if rows::is_titled(&words::line(&only.text)) {
        return true;
    }
    let head = piece.head.first().and_then(|head| head.cells.first());
    if head.is_some_and(|head| head.column == only.column && head.columns >= only.columns) {
        return false;
    }
    let near = || below.iter().take(LINES_ABOVE);
    let figures = near().position(|row| row.cells.iter().any(rows::is_amount));
    let head = near().position(|row| rows::role(row, width) == Role::Head);
    match (head, figures) {
        (Some(head), Some(figures)) => head < figures,
        (Some(_), None) => true,
        (None, figures) => figures.is_none(),
    }
}

/// Whether the row can be a lower row of the head: it names columns and not the first of them again.
fn is_below(piece: &Piece<'_>, row: &Row) -> bool {
    piece.head.len() < HEAD_ROWS && piece.head.last().is_some_and(|last| last.number.saturating_add(1) >= row.number)
}

/// Whether the row holds texts only, and the next one figures below them: a head whose words nobody knows.
fn is_above_figures(row: &Row, next: Option<&Row>) -> bool {
    let Some(next) = next else { return false };
    let is_below = |cell: &&Cell| row.cells.iter().any(|above| above.column == cell.column);
    (2..=256).contains(&row.cells.len())
        && !row.cells.iter().any(rows::is_amount)
        && next.cells.first().is_some_and(|cell| !rows::is_amount(cell))
        && next.cells.iter().filter(|cell| rows::is_amount(cell)).any(|cell| is_below(&cell))
}

fn texts(row: &Row) -> impl Iterator<Item = String> {
    row.cells.iter().map(|cell| words::line(&cell.text)).filter(|text| !text.is_empty())
}
