//! From a byte to line, column and JSON path, and back from a path to line and column.

use super::walker::{Token, Walker};
use crate::id_index::IdIndex;

/// Line and column of the byte `offset`, both from 1; columns are counted in characters.
pub(super) fn line_column(bytes: &[u8], offset: usize) -> (u32, u32) {
    let before = &bytes[..offset.min(bytes.len())];
    let line_start = before.iter().rposition(|b| *b == b'\n').map_or(0, |newline| newline + 1);
    let line = before.split(|b| *b == b'\n').count();
    let column = before[line_start..].iter().filter(|b| **b & 0xc0 != 0x80).count() + 1;
    (saturated(line), saturated(column))
}

/// The byte that a line and a column in bytes stand for.
pub(super) fn offset_of(bytes: &[u8], line: usize, column: usize) -> usize {
    let mut start = 0;
    for _ in 1..line {
        let rest = &bytes[start..];
        start += rest.iter().position(|b| *b == b'\n').map_or(rest.len(), |newline| newline + 1);
    }
    (start + column).min(bytes.len())
}

/// The path of the value that a parser stood at, or had just finished, when it stopped before the byte `offset`.
pub(super) fn path_at(bytes: &[u8], offset: usize) -> String {
    let mut walker = Walker::new(&bytes[..offset.min(bytes.len())]);
    while walker.step().is_some() {}
    walker.path()
}

/// Line and column of each path of `paths`, in their order. A path to what is not in the file gets the place of what should hold it.
pub fn locate(bytes: &[u8], paths: &[&str]) -> Vec<(u32, u32)> {
    let mut all: Vec<&str> = Vec::new();
    for path in paths {
        all.extend(std::iter::successors(Some(*path), |path| parent_of(path)));
    }
    let wanted = IdIndex::new(all.iter().copied());
    let mut starts = vec![usize::MAX; all.len()];
    let mut walker = Walker::new(bytes);
    while let Some((token, start)) = walker.step() {
        // The place of a value is that of its name, for that is where one looks; a list's brackets have no place of their own.
        let is_place = match token {
            Token::Key | Token::Scalar => true,
            Token::Open => bytes[start] == b'{',
            Token::Close { .. } | Token::Mark => false,
        };
        if is_place && let Some(found) = wanted.get(walker.path().as_str()) {
            starts[found] = start.min(starts[found]);
        }
    }
    paths.iter().map(|path| line_column(bytes, nearest(&wanted, &starts, path))).collect()
}

fn nearest(wanted: &IdIndex<'_>, starts: &[usize], path: &str) -> usize {
    let mut path = Some(path);
    while let Some(here) = path {
        match wanted.get(here).map(|found| starts[found]) {
            Some(start) if start != usize::MAX => return start,
            _ => path = parent_of(here),
        }
    }
    0
}

fn parent_of(path: &str) -> Option<&str> {
    path.rfind(['.', '[']).map(|end| &path[..end])
}

fn saturated(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
