//! The lines of a table as a tree.

use crate::id_index::IdIndex;
use crate::model::{BudgetTable, Line};

/// Who is part of whom, by the place of the lines in their table. It holds for any file: unknown parents and circles are cut.
///
/// Where no line names the parent that its code says, one without a parent belongs to the line of the table whose code is the longest
/// beginning of its own (类, 款, 项), as the classification is built; tables made from Excel usually have codes and no parents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    parents: Vec<Option<usize>>,
    children: Vec<Vec<usize>>,
    roots: Vec<usize>,
    depths: Vec<u32>,
}

impl Tree {
    /// The tree of a table.
    pub fn new(table: &BudgetTable) -> Self {
        let by_id = IdIndex::new(table.lines.iter().map(|line| line.id.as_str()));
        let by_code = IdIndex::of_some(table.lines.iter().map(|line| line.code.as_deref()));
        let of_code = |line: &Line| {
            let code = line.code.as_deref()?;
            [5, 3].iter().find_map(|&n| by_code.get(code.get(..n).filter(|part| part.len() < code.len())?))
        };
        let named = |line: &Line| by_id.get(line.parent.as_ref()?.as_str());
        // Where a line names the parent that its code says, those that name none stand alone: 年终结转 beside 转移性支出.
        let names_all = table.lines.iter().any(|line| named(line).is_some_and(|parent| of_code(line) == Some(parent)));
        let parent_of = |row: usize| {
            let line = &table.lines[row];
            if line.parent.is_some() || names_all { named(line) } else { of_code(line) }
        };
        let mut parents: Vec<Option<usize>> = (0..table.lines.len()).map(parent_of).collect();
        cut_circles(&mut parents);
        let mut tree = Self { children: vec![Vec::new(); parents.len()], depths: vec![0; parents.len()], ..Self::default() };
        for (row, parent) in parents.iter().enumerate() {
            match parent {
                Some(parent) => tree.children[*parent].push(row),
                None => tree.roots.push(row),
            }
        }
        tree.parents = parents;
        // From the roots down; recursion would fail on a chain of 10,000 lines.
        let mut open = tree.roots.clone();
        while let Some(row) = open.pop() {
            for &child in &tree.children[row] {
                tree.depths[child] = tree.depths[row] + 1;
                open.push(child);
            }
        }
        tree
    }

    /// The lines that are part of no other, in the order printed.
    pub fn roots(&self) -> &[usize] {
        &self.roots
    }

    /// The parts of a line, in the order printed.
    pub fn children(&self, row: usize) -> &[usize] {
        self.children.get(row).map_or(&[], Vec::as_slice)
    }

    /// The line that a line is part of.
    pub fn parent(&self, row: usize) -> Option<usize> {
        self.parents.get(row).copied().flatten()
    }

    /// The lines that a line is part of, the nearest first.
    pub fn ancestors(&self, row: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.parent(row), |&row| self.parent(row))
    }

    /// How many lines a line is under: 0 for a root.
    pub fn depth(&self, row: usize) -> u32 {
        self.depths.get(row).copied().unwrap_or_default()
    }
}

/// Makes a root of one line of every circle.
fn cut_circles(parents: &mut [Option<usize>]) {
    // 0: not seen; otherwise the walk that saw it first.
    let mut seen = vec![0_usize; parents.len()];
    for start in 0..parents.len() {
        let mut at = Some(start);
        while let Some(here) = at {
            if seen[here] == start + 1 {
                parents[here] = None;
                break;
            }
            if seen[here] != 0 {
                break;
            }
            seen[here] = start + 1;
            at = parents[here];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(lines: &[(&str, Option<&str>, Option<&str>)]) -> BudgetTable {
        let line = |(id, parent, code): &(&str, Option<&str>, Option<&str>)| Line {
            id: (*id).into(),
            parent: parent.map(Into::into),
            code: code.map(ToOwned::to_owned),
            ..Line::default()
        };
        BudgetTable { lines: lines.iter().map(line).collect(), ..BudgetTable::default() }
    }

    #[test]
    fn parents_are_named_or_follow_from_codes() {
        let tree = Tree::new(&table(&[
            ("a", None, Some("201")),
            ("b", None, Some("2010104")),
            ("c", None, Some("20101")),
            ("d", Some("c"), Some("2020101")),
            ("e", None, Some("20201")),
        ]));
        assert_eq!(tree.roots(), [0, 4]);
        assert_eq!((0..5).map(|row| tree.parent(row)).collect::<Vec<_>>(), [None, Some(2), Some(0), Some(2), None]);
        assert_eq!((0..5).map(|row| tree.depth(row)).collect::<Vec<_>>(), [0, 2, 1, 2, 0]);
        assert_eq!(tree.ancestors(1).collect::<Vec<_>>(), [2, 0]);
    }

    #[test]
    fn where_parents_are_named_as_codes_say_those_without_stand_alone() {
        let tree = Tree::new(&table(&[("a", None, Some("230")), ("b", Some("a"), Some("23006")), ("c", None, Some("23009"))]));
        assert_eq!((tree.roots(), tree.children(0)), (&[0, 2][..], &[1][..]));
    }

    #[test]
    fn unknown_parents_and_circles_are_cut() {
        let tree = Tree::new(&table(&[("a", Some("b"), None), ("b", Some("a"), None), ("c", Some("c"), None), ("d", Some("x"), None)]));
        assert_eq!(tree.roots(), [0, 2, 3]);
        assert_eq!(tree.children(0), [1]);
    }

    #[test]
    fn a_chain_of_ten_thousand_lines_is_no_trouble() {
        let ids: Vec<String> = (0..10_000).map(|n| n.to_string()).collect();
        let lines: Vec<_> = ids.iter().enumerate().map(|(n, id)| (id.as_str(), n.checked_sub(1).map(|n| ids[n].as_str()), None)).collect();
        assert_eq!(Tree::new(&table(&lines)).depth(9_999), 9_999);
    }
}
