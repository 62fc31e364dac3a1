//! Lines, paragraphs and tables from the places of characters.

use super::rules::Rule;

use crate::import::document::{Block, Cell, Grid, Paragraph, Row};

/// Among how many lines with numbers before and after a line the nearest is looked for.
const MOST_NEIGHBOURS: usize = 30;
/// The most columns of a table.
const MOST_COLUMNS: usize = 512;

/// Characters that stand together.
#[derive(Clone, Debug)]
pub struct Piece {
    /// Where it begins.
    pub left: f64,
    /// Where it ends.
    pub right: f64,
    /// Its base line, downwards from the top.
    pub y: f64,
    /// The height of its type.
    pub size: f64,
    /// Its characters.
    pub text: String,
}

/// Pieces on one base line, from left to right.
#[derive(Clone, Debug)]
pub struct Line {
    /// From left to right.
    pub pieces: Vec<Piece>,
}

impl Line {
    /// Its base line.
    pub fn y(&self) -> f64 {
        self.pieces.first().map_or(0.0, |piece| piece.y)
    }

    /// Its text with every digit as 0, to tell lines that repeat.
    pub fn shape(&self) -> String {
        let characters = self.pieces.iter().flat_map(|piece| piece.text.chars());
        let mut shape: Vec<char> = characters.map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
        shape.dedup_by(|a, b| *a == '0' && *b == '0');
        shape.into_iter().filter(|c| !c.is_whitespace()).collect()
    }

    /// Whether a number stands in it that is not part of a text.
    pub fn has_number(&self) -> bool {
        self.pieces.iter().any(is_number)
    }
}

/// Characters as lines from top to bottom; a gap of about a character or an upright rule parts two pieces.
pub fn lines(mut characters: Vec<Piece>, rules: &[Rule]) -> Vec<Line> {
    let mut rules = rules.to_vec();
    rules.sort_by(|a, b| a.at.total_cmp(&b.at));
    characters.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut lines: Vec<Line> = Vec::new();
    for character in characters {
        match lines.last_mut() {
            Some(line) if character.y - line.y() < character.size * 0.4 => line.pieces.push(character),
            _ => lines.push(Line { pieces: vec![character] }),
        }
    }
    for line in &mut lines {
        line.pieces.sort_by(|a, b| a.left.total_cmp(&b.left));
        // Bold type that is drawn twice stands twice in one place.
        line.pieces.dedup_by(|b, a| a.text == b.text && (a.left - b.left).abs() < a.size * 0.1);
        let mut joined: Vec<Piece> = Vec::new();
        for piece in std::mem::take(&mut line.pieces) {
            match joined.last_mut() {
                Some(last) if piece.left - last.right < last.size * 0.7 && !is_ruled(last, &piece, &rules) => {
                    let is_latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
                    if piece.left - last.right > last.size * 0.2
                        && is_latin(last.text.chars().last())
                        && is_latin(piece.text.chars().next())
                    {
                        last.text.push(' ');
                    }
                    last.text.push_str(&piece.text);
                    last.right = last.right.max(piece.right);
                }
                _ => joined.push(piece),
            }
        }
        line.pieces = joined;
    }
    lines
}

/// Whether an upright rule, of those from left to right, stands between two neighbours.
fn is_ruled(last: &Piece, next: &Piece, rules: &[Rule]) -> bool {
    let middle = next.y - next.size * 0.3;
    let (from, to) = (last.right - last.size * 0.4, next.left + next.size * 0.4);
    let after = rules.get(rules.partition_point(|rule| rule.at <= from)..).unwrap_or_default();
    after.iter().take_while(|rule| rule.at < to).any(|rule| rule.from <= middle && middle <= rule.to)
}

/// Paragraphs and tables of a page: a table is from the first of two or more lines with several pieces to the last of them.
pub fn blocks(lines: Vec<Line>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut text: Vec<Line> = Vec::new();
    let mut rest = lines.as_slice();
    while let Some((first, tail)) = rest.split_first() {
        if first.pieces.len() < 2 {
            text.push(first.clone());
            rest = tail;
            continue;
        }
        let (length, is_table) = table_length(rest);
        let (table, after) = rest.split_at(length);
        if is_table {
            let above = above(&text, table);
            let table = [text.split_off(text.len() - above), table.to_vec()].concat();
            paragraphs(&std::mem::take(&mut text), &mut blocks);
            blocks.push(Block::Grid(grid(&table)));
        } else {
            // What is no table from here is none from one of its later lines.
            text.extend_from_slice(table);
        }
        rest = after;
    }
    paragraphs(&text, &mut blocks);
    blocks
}

/// How many of the lines above a table are the upper lines of a head that wraps: nearer to it than its rows are to each other, and short.
fn above(text: &[Line], table: &[Line]) -> usize {
    let numbered: Vec<f64> = table.iter().filter(|line| line.has_number()).map(Line::y).collect();
    let (near, mut below) = (steps(&numbered) * 0.8, table.first().map_or(0.0, Line::y));
    let mut is_head = |line: &&Line| {
        let is_near = below - line.y() < near;
        below = line.y();
        is_near && line.pieces.iter().all(|piece| piece.text.chars().count() < 12 && !piece.text.contains("单位"))
    };
    text.iter().rev().take(3).take_while(|line| is_head(line)).count()
}

/// How many lines with several pieces follow one another, and whether they are a table.
fn table_length(lines: &[Line]) -> (usize, bool) {
    let mut length = 0;
    let mut rows = 0;
    for (index, line) in lines.iter().enumerate() {
        if line.pieces.len() > 1 {
            length = index + 1;
            rows += usize::from(line.has_number());
        } else if index - length >= 4 {
            break;
        }
    }
    if rows < 2 {
        return (length, false);
    }
    // A last name may wrap below its numbers.
    if let (Some(last), Some(next)) = (lines.get(length.wrapping_sub(1)), lines.get(length))
        && next.y() - last.y() < next.size() * 1.2
    {
        length += 1;
    }
    (length, true)
}

impl Line {
    /// The height of its type.
    pub fn size(&self) -> f64 {
        self.pieces.first().map_or(0.0, |piece| piece.size)
    }
}

fn grid(lines: &[Line]) -> Grid {
    let columns = columns(lines);
    let mut rows: Vec<Vec<(usize, Piece)>> = Vec::new();
    // Lines with numbers are rows; what is near one of them and has none belongs to it.
    let anchors: Vec<usize> = (0..lines.len()).filter(|index| lines.get(*index).is_some_and(Line::has_number)).collect();
    let first = anchors.first().copied().unwrap_or(0);
    let mut row_of: Vec<Option<usize>> = vec![None; lines.len()];
    for (index, line) in lines.iter().enumerate() {
        let distance = |anchor: &usize| lines.get(*anchor).map_or(f64::MAX, |other| (other.y() - line.y()).abs());
        let place = anchors.partition_point(|anchor| *anchor < index);
        let around = anchors.iter().copied().skip(place.saturating_sub(MOST_NEIGHBOURS)).take(2 * MOST_NEIGHBOURS);
        let nearest = around.min_by(|a, b| distance(a).total_cmp(&distance(b)));
        let target = nearest.filter(|anchor| distance(anchor) < line.size() * 1.1 && (index > first || line.pieces.len() == 1));
        if let Some(slot) = row_of.get_mut(index) {
            *slot = target;
        }
    }
    // Heads wrap: their lines are nearer to each other than rows are.
    let near = steps(&anchors.iter().filter_map(|anchor| lines.get(*anchor)).map(Line::y).collect::<Vec<_>>()) * 0.8;
    let mut previous = None;
    let mut head = 0;
    for (index, line) in lines.iter().enumerate() {
        if index.checked_sub(1).and_then(|above| lines.get(above)).is_none_or(|above| line.y() - above.y() >= near) {
            head = index;
        }
        let own = if index < first { head } else { index };
        let key = row_of.get(index).copied().flatten().unwrap_or(own);
        if previous != Some(key) || rows.is_empty() {
            rows.push(Vec::new());
        }
        previous = Some(key);
        if let Some(row) = rows.last_mut() {
            row.extend(line.pieces.iter().map(|piece| (column_of(&columns, piece), piece.clone())));
        }
    }
    let rows = rows.into_iter().zip(1_u32..).map(|(pieces, number)| row(pieces, number)).collect();
    Grid { rows, hidden_columns: Vec::new() }
}

/// The usual distance of places that ascend, where wide gaps between them do not count.
pub fn steps(places: &[f64]) -> f64 {
    let mut steps: Vec<f64> =
        places.windows(2).map(|pair| pair.last().copied().unwrap_or(0.0) - pair.first().copied().unwrap_or(0.0)).collect();
    steps.sort_by(f64::total_cmp);
    steps.get(steps.len() / 4).copied().unwrap_or(0.0)
}

fn row(mut pieces: Vec<(usize, Piece)>, number: u32) -> Row {
    pieces.sort_by_key(|(column, _)| *column);
    let mut cells: Vec<Cell> = Vec::new();
    for (column, piece) in pieces {
        let column = u32::try_from(column).unwrap_or(u32::MAX);
        match cells.last_mut() {
            Some(cell) if cell.column == column => cell.text.push_str(&piece.text),
            _ => cells.push(Cell::text(column, piece.text)),
        }
    }
    Row { number, is_hidden: false, cells }
}

/// Where the pieces of the rows with numbers stand, those that overlap as one; names between the numbers are columns too.
fn columns(lines: &[Line]) -> Vec<(f64, f64)> {
    let body = lines.iter().filter(|line| line.has_number());
    let mut spans: Vec<(f64, f64)> = body.flat_map(|line| line.pieces.iter().map(|piece| (piece.left, piece.right))).collect();
    spans.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut columns: Vec<(f64, f64)> = Vec::new();
    for (left, right) in spans {
        match columns.last_mut() {
            Some(last) if left < last.1 => last.1 = last.1.max(right),
            _ => columns.push((left, right)),
        }
    }
    columns.truncate(MOST_COLUMNS);
    columns
}

fn column_of(columns: &[(f64, f64)], piece: &Piece) -> usize {
    let gap =
        |span: &(f64, f64)| (piece.left.max(span.0) - piece.right.min(span.1), ((piece.left + piece.right) - (span.0 + span.1)).abs());
    let nearest = columns.iter().enumerate().min_by(|(_, a), (_, b)| {
        let (a, b) = (gap(a), gap(b));
        a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1))
    });
    nearest.map_or(0, |(index, _)| index)
}

fn is_number(piece: &Piece) -> bool {
    let text = piece.text.trim_end_matches(['%', '％']);
    text.chars().any(|c| c.is_ascii_digit()) && text.chars().all(|c| c.is_ascii_digit() || "-－.,，()（）+".contains(c))
}

/// Lines that go on to the right end of the text go on in the next, unless that one is indented.
fn paragraphs(lines: &[Line], blocks: &mut Vec<Block>) {
    let left = lines.iter().filter_map(|line| line.pieces.first()).map(|piece| piece.left).fold(f64::MAX, f64::min);
    let right = lines.iter().filter_map(|line| line.pieces.last()).map(|piece| piece.right).fold(0.0, f64::max);
    let mut text = String::new();
    let mut goes_on = false;
    for line in lines {
        let indent = line.pieces.first().map_or(0.0, |piece| piece.left - left);
        let begins = !goes_on || indent >= line.size();
        if begins && !text.is_empty() {
            blocks.push(paragraph(std::mem::take(&mut text)));
        }
        for piece in &line.pieces {
            text.push_str(&piece.text);
        }
        goes_on = line.pieces.last().is_some_and(|piece| right - piece.right < line.size() * 2.0);
    }
    if !text.is_empty() {
        blocks.push(paragraph(text));
    }
}

fn paragraph(text: String) -> Block {
    Block::Paragraph(Paragraph { text: text.trim().to_owned(), ..Paragraph::default() })
}
