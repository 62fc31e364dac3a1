//! Tables with ruling lines: what stands between two rules is a column, or a row where the rules part the rows.

use super::layout::{self, Line, Piece};
use super::rules::{Frame, places};
use crate::import::document::{Cell, Grid, Row};
use hayro_interpret::kurbo::Rect;

/// The most fields of a frame: rows between level rules times columns.
const LIMIT_FIELDS: usize = 20_000;
/// The most columns and rows between rules.
const LIMIT_ACROSS: usize = 600;

/// A cell between rules, in columns and bands of the frame.
struct Field {
    columns: (usize, usize),
    bands: (usize, usize),
    lines: Vec<Line>,
}

/// The table in a frame, of the characters that stand in it; none where it is no table.
pub fn grid(frame: &Frame, characters: Vec<Piece>) -> Option<Grid> {
    let bounds = frame.bounds;
    let across = |(from, to): (f64, f64), rules: &[super::rules::Rule]| {
        let inner = rules.iter().map(|rule| rule.at).filter(|at| from <= *at && *at <= to);
        places(inner.chain([from, to]).collect())
    };
    let columns = across((bounds.x0, bounds.x1), &frame.rules.upright);
    let bands = across((bounds.y0, bounds.y1), &frame.rules.level);
    let (width, height) = (columns.len().checked_sub(1)?, bands.len().checked_sub(1)?);
    if !(2..=LIMIT_ACROSS).contains(&width) || height > LIMIT_ACROSS || width * height > LIMIT_FIELDS {
        return None;
    }
    let mut fields = fields(frame, &columns, &bands);
    let owner = owners(&fields, width, height);
    let mut texts: Vec<Vec<Piece>> = fields.iter().map(|_| Vec::new()).collect();
    for character in characters {
        let place = |of: &[f64], at: f64| of.partition_point(|edge| *edge <= at).saturating_sub(1).min(of.len().saturating_sub(2));
        let column = place(&columns, f64::midpoint(character.left, character.right));
        let band = place(&bands, character.y - character.size * 0.35);
        if let Some(text) = owner.get(band * width + column).and_then(|field| texts.get_mut(*field)) {
            text.push(character);
        }
    }
    for (field, text) in fields.iter_mut().zip(texts) {
        field.lines = layout::lines(text, &[]);
    }
    let rows = rows(&fields, height);
    (rows.iter().filter(|row| row.cells.len() > 1).count() >= 2).then_some(Grid { rows, hidden_columns: Vec::new() })
}

/// The fields from top to bottom: neighbours without a rule between them are one.
fn fields(frame: &Frame, columns: &[f64], bands: &[f64]) -> Vec<Field> {
    let (width, height) = (columns.len().saturating_sub(1), bands.len().saturating_sub(1));
    let middle = |of: &[f64], at: usize| f64::midpoint(of.get(at).copied().unwrap_or(0.0), of.get(at + 1).copied().unwrap_or(0.0));
    let is_parted = |column: usize, band: usize| {
        let Some(x) = columns.get(column) else { return true };
        frame.rules.upright.iter().any(|rule| (rule.at - x).abs() < super::rules::NEAR && rule.passes(middle(bands, band)))
    };
    let is_below_rule = |column: usize, band: usize| {
        let Some(y) = bands.get(band) else { return true };
        frame.rules.level.iter().any(|rule| (rule.at - y).abs() < super::rules::NEAR && rule.passes(middle(columns, column)))
    };
    let mut is_taken = vec![false; width * height];
    let mut fields = Vec::new();
    for start in 0..width * height {
        if is_taken.get(start).copied().unwrap_or(true) {
            continue;
        }
        let (band, column) = (start / width, start % width);
        let free = |column: usize, band: usize| !is_taken.get(band * width + column).copied().unwrap_or(true);
        let mut right = column + 1;
        while right < width && free(right, band) && !is_parted(right, band) {
            right += 1;
        }
        let mut below = band + 1;
        while below < height && (column..right).all(|column| free(column, below) && !is_below_rule(column, below)) {
            below += 1;
        }
        for band in band..below {
            is_taken.iter_mut().skip(band * width + column).take(right - column).for_each(|taken| *taken = true);
        }
        fields.push(Field { columns: (column, right), bands: (band, below), lines: Vec::new() });
    }
    fields
}

/// Which field each place of the frame belongs to.
fn owners(fields: &[Field], width: usize, height: usize) -> Vec<usize> {
    let mut owners = vec![0; width * height];
    for (number, field) in fields.iter().enumerate() {
        for band in field.bands.0..field.bands.1 {
            owners
                .iter_mut()
                .skip(band * width + field.columns.0)
                .take(field.columns.1 - field.columns.0)
                .for_each(|owner| *owner = number);
        }
    }
    owners
}

fn rows(fields: &[Field], height: usize) -> Vec<Row> {
    // For each band the base lines of its rows; a band of one row has one, wherever its cells stand.
    let levels: Vec<Vec<f64>> =
        (0..height).map(|band| levels(&fields.iter().filter(|field| field.bands.0 == band).collect::<Vec<_>>())).collect();
    let first_of: Vec<usize> = levels.iter().scan(0, |sum, rows| Some(std::mem::replace(sum, *sum + rows.len()))).collect();
    let count = levels.iter().map(Vec::len).sum();
    let mut rows: Vec<Row> = (1..).take(count).map(|number| Row { number, ..Row::default() }).collect();
    for field in fields.iter().filter(|field| !field.lines.is_empty()) {
        let Some(levels) = levels.get(field.bands.0) else { continue };
        let first = first_of.get(field.bands.0).copied().unwrap_or(0);
        let last = first_of.get(field.bands.1).copied().unwrap_or(count);
        for (level, text) in texts(field, levels) {
            let Some(row) = rows.get_mut(first + level) else { continue };
            let mut cell = Cell::text(u32::try_from(field.columns.0).unwrap_or(u32::MAX), text);
            cell.columns = u32::try_from(field.columns.1 - field.columns.0).unwrap_or(1);
            cell.rows = if levels.len() > 1 { 1 } else { u32::try_from(last.saturating_sub(first)).unwrap_or(1).max(1) };
            row.cells.push(cell);
        }
    }
    for row in &mut rows {
        row.cells.sort_by_key(|cell| cell.column);
    }
    rows
}

/// The texts of a field, each with the row of the band that it stands in.
fn texts(field: &Field, levels: &[f64]) -> Vec<(usize, String)> {
    let mut texts: Vec<(usize, String)> = Vec::new();
    for part in parts(field, levels) {
        let middle = middle(part);
        let distance = |level: &f64| (level - middle).abs();
        let nearest = levels.iter().enumerate().min_by(|(_, a), (_, b)| distance(a).total_cmp(&distance(b))).map_or(0, |(at, _)| at);
        let text: String = part.iter().flat_map(|line| &line.pieces).map(|piece| piece.text.as_str()).collect();
        match texts.last_mut() {
            Some((level, last)) if *level == nearest => last.push_str(&text),
            _ => texts.push((nearest, text)),
        }
    }
    texts
}

/// The lines of a field that belong together: nearer to each other than rows are.
fn parts<'a>(field: &'a Field, levels: &[f64]) -> Vec<&'a [Line]> {
    let near = near(levels);
    field
        .lines
        .chunk_by(|a, b| levels.len() == 1 || (b.y() - a.y() < near.min(a.size() * 1.6) && !(a.has_number() && b.has_number())))
        .collect()
}

/// How near two lines of one cell are at most, by the distance of rows.
fn near(levels: &[f64]) -> f64 {
    layout::steps(levels) * 0.86
}

fn middle(lines: &[Line]) -> f64 {
    f64::midpoint(lines.first().map_or(0.0, Line::y), lines.last().map_or(0.0, Line::y))
}

/// The base lines of the rows of a band: one, unless numbers stand above each other in one field, or many lines do.
fn levels(fields: &[&Field]) -> Vec<f64> {
    let numbers = |field: &Field| field.lines.iter().filter(|line| line.has_number()).map(Line::y).collect::<Vec<_>>();
    let has_several = fields.iter().any(|field| numbers(field).len() > 1);
    let is_long =
        fields.iter().filter(|field| field.lines.len() > 3).count() > 0 && fields.iter().filter(|field| field.lines.len() > 1).count() > 1;
    if !has_several && !is_long {
        return vec![fields.iter().filter_map(|field| field.lines.first()).map(Line::y).next().unwrap_or(0.0)];
    }
    let all = |pick: &dyn Fn(&Field) -> Vec<f64>| {
        let mut found: Vec<f64> = fields.iter().flat_map(|field| pick(field)).collect();
        found.sort_by(f64::total_cmp);
        found.dedup_by(|next, last| *next - *last < 4.0);
        found
    };
    let anchors = if has_several { all(&numbers) } else { all(&|field| field.lines.iter().map(Line::y).collect()) };
    // Names without a figure are rows, too, where they do not wrap around one.
    let names = all(&|field| {
        if numbers(field).is_empty() || field.lines.iter().any(|line| !line.has_number()) {
            parts(field, &anchors).into_iter().map(middle).collect()
        } else {
            Vec::new()
        }
    });
    let step = layout::steps(&anchors);
    let mut found = anchors.clone();
    found.extend(names.into_iter().filter(|name| anchors.iter().all(|anchor| (anchor - name).abs() > step * 0.45)));
    found.sort_by(f64::total_cmp);
    found.dedup_by(|next, last| *next - *last < step * 0.3);
    found
}

/// The part of a page that a frame takes, with what its lowest line needs.
pub fn holds(frame: &Frame, character: &Piece) -> bool {
    let bounds: Rect = frame.bounds.inflate(1.0, 1.0);
    let (x, y) = (f64::midpoint(character.left, character.right), character.y - character.size * 0.35);
    bounds.x0 <= x && x <= bounds.x1 && bounds.y0 <= y && y <= bounds.y1
}
