//! Two sessions side by side: what both have, what only the first has, what only the second has.

mod movers;
mod people;

use crate::budget::{Column, Tree, in_unit, is_part_of_year, percent, sum};
use crate::fold::fold;
use crate::model::{AgendaItem, Budget, BudgetTable, Decimal, Line, Role, Session, Stated, Unit};
use crate::order::order;
pub use movers::{Mover, movers};
pub use people::{persons, same_names, side_by_side};

/// Positions in the lists of the first and the second session: of both where it is in both.
pub type Pair = (Option<usize>, Option<usize>);

/// Which of two lists belong together, by their keys, each at most once and the first to the first; in the order of the second list, then what
/// only the first has.
fn matched(a: &[String], b: &[String]) -> Vec<Pair> {
    let mut used = vec![false; a.len()];
    let mut partner = vec![None; b.len()];
    let (first, second) = (order(a.len(), &mut |x, y| a[x].cmp(&a[y])), order(b.len(), &mut |x, y| b[x].cmp(&b[y])));
    let (mut left, mut right) = (&first[..], &second[..]);
    while let ([x, more_left @ ..], [y, more_right @ ..]) = (left, right) {
        match a[*x].cmp(&b[*y]) {
            std::cmp::Ordering::Less => left = more_left,
            std::cmp::Ordering::Greater => right = more_right,
            std::cmp::Ordering::Equal => {
                (used[*x], partner[*y]) = (true, Some(*x));
                (left, right) = (more_left, more_right);
            }
        }
    }
    let gone = (0..a.len()).filter(|at| !used[*at]).map(|at| (Some(at), None));
    partner.into_iter().enumerate().map(|(at, partner)| (partner, Some(at))).chain(gone).collect()
}

/// A title without what changes from session to session: spaces and marks, years, and the numbers of terms, sessions and documents.
///
/// ```
/// use yishi::digest::compare::plain_title;
/// assert_eq!(plain_title("关于示例镇2023年决算（草案）的报告"), plain_title("关于示例镇二〇二四年决算(草案)的报告"));
/// assert_eq!(plain_title("２０２３年决算"), plain_title("2024年決算"));
/// assert_eq!(plain_title("六届人大五次会议以来代表建议办理情况"), "人大会议以来代表建议办理情况");
/// ```
pub fn plain_title(title: &str) -> String {
    let chars: Vec<char> = fold(title).chars().filter(|c| !(c.is_whitespace() || c.is_ascii_punctuation() || MARKS.contains(*c))).collect();
    let is_digit = |c: &char| c.is_ascii_digit() || "〇零一二三四五六七八九十百".contains(*c);
    let mut plain = String::new();
    let mut at = 0;
    while let Some(c) = chars.get(at) {
        let from = at + usize::from(*c == '第');
        let digits = chars.iter().skip(from).take_while(|c| is_digit(c)).count();
        match chars.get(from + digits) {
            Some('届' | '次' | '年' | '号') if digits > 0 => at = from + digits + 1,
            _ if digits > 0 => {
                plain.extend(&chars[at..from + digits]);
                at = from + digits;
            }
            _ => {
                plain.push(*c);
                at += 1;
            }
        }
    }
    plain
}

/// Marks that stand in titles, beside those of ASCII.
const MARKS: &str = "，。、；：？！（）《》〈〉“”‘’【】〔〕—－～…·";

/// The agenda, by title and kind; where one of the two names no kind, by title.
pub fn agenda(a: &Session, b: &Session) -> Vec<Pair> {
    let title = |item: &AgendaItem| plain_title(&item.title);
    let keys = |session: &Session| -> Vec<String> {
        session.agenda.iter().map(|item| title(item) + "|" + &number(item.kind.map(|kind| kind as u8))).collect()
    };
    let titles = |session: &Session| -> Vec<String> { session.agenda.iter().map(title).collect() };
    let names_kind = |session: &Session| -> Vec<bool> { session.agenda.iter().map(|item| item.kind.is_some()).collect() };
    again(&matched(&keys(a), &keys(b)), [&titles(a), &titles(b)], [&names_kind(a), &names_kind(b)])
}

/// Matches what is left over by another key, unless both have what they were matched by first.
fn again(pairs: &[Pair], keys: [&[String]; 2], has_first: [&[bool]; 2]) -> Vec<Pair> {
    let gone: Vec<usize> = pairs.iter().filter(|pair| pair.1.is_none()).filter_map(|pair| pair.0).collect();
    let new: Vec<usize> = pairs.iter().filter(|pair| pair.0.is_none()).filter_map(|pair| pair.1).collect();
    let of = |keys: &[String], left: &[usize]| left.iter().map(|at| keys[*at].clone()).collect::<Vec<_>>();
    let mut found = Vec::new();
    for pair in matched(&of(keys[0], &gone), &of(keys[1], &new)) {
        if let (Some(a), Some(b)) = pair
            && !(has_first[0][gone[a]] && has_first[1][new[b]])
        {
            found.push((gone[a], new[b]));
        }
    }
    let joined = |pair: &Pair| match *pair {
        (None, Some(b)) => Some((found.iter().find(|(_, new)| *new == b).map(|(gone, _)| *gone), Some(b))),
        (Some(a), None) if found.iter().any(|(gone, _)| *gone == a) => None,
        pair => Some(pair),
    };
    pairs.iter().filter_map(joined).collect()
}

/// Whether two sessions are of one body: ids hold within one body only.
pub fn is_one_body(a: &Session, b: &Session) -> bool {
    a.assembly.name == b.assembly.name
}

/// Suggestions: within one body by id, else by title.
pub fn suggestions(a: &Session, b: &Session) -> Vec<Pair> {
    let by_id = is_one_body(a, b);
    let keys = |session: &Session| -> Vec<String> {
        let key = |id: &str, title: &str| if by_id { id.to_owned() } else { plain_title(title) };
        session.suggestions.iter().map(|suggestion| key(suggestion.id.as_str(), &suggestion.title)).collect()
    };
    matched(&keys(a), &keys(b))
}

/// Projects: within one body by id, else by title.
pub fn projects(a: &Session, b: &Session) -> Vec<Pair> {
    let by_id = is_one_body(a, b);
    let keys = |session: &Session| -> Vec<String> {
        let key = |id: &str, title: &str| if by_id { id.to_owned() } else { plain_title(title) };
        session.projects.iter().map(|project| key(project.id.as_str(), &project.title)).collect()
    };
    matched(&keys(a), &keys(b))
}

/// A line of a budget in either session.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// The budget.
    pub budget: &'a Budget,
    /// The table.
    pub table: &'a BudgetTable,
    /// The line.
    pub line: &'a Line,
}

/// Lines of a budget in both sessions.
#[derive(Clone, Debug)]
pub struct Lines<'a> {
    /// Which of the tables matched, counted from 0; lines of one table follow one another.
    pub table: usize,
    /// The line of the first session.
    pub a: Option<Row<'a>>,
    /// The line of the second.
    pub b: Option<Row<'a>>,
    /// Which figure stands for each, and what became of it.
    pub change: Change,
}

/// What became of a figure from one session to the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The same amount.
    Same(Column),
    /// Another amount.
    By {
        /// The stage that both figures are of.
        column: Column,
        /// The second less the first, in `unit`.
        difference: Decimal,
        /// The unit of the second.
        unit: Unit,
        /// The difference in percent of the first, to one decimal, where the first is above zero.
        percent: Option<Decimal>,
    },
    /// Not comparable: one session does not have it, the stages differ, or one figure is of part of the year.
    Unknown,
}

/// The lines at the top of the budgets: of tables of the same stage, book, direction and scope, by code, else by name. A total with parts of its
/// own comes with its parts.
pub fn budgets<'a>(a: &'a Session, b: &'a Session) -> Vec<Lines<'a>> {
    let (first, second) = (tables(a), tables(b));
    let keys = |tables: &[(String, &Budget, &BudgetTable)]| tables.iter().map(|(key, ..)| key.clone()).collect::<Vec<_>>();
    let mut lines = Vec::new();
    for (table, (x, y)) in matched(&keys(&first), &keys(&second)).into_iter().enumerate() {
        let rows = |tables: &[(String, &'a Budget, &'a BudgetTable)], at: Option<usize>| {
            at.and_then(|at| tables.get(at)).map_or_else(Vec::new, |(_, budget, table)| rows(budget, table))
        };
        let (one, other) = (rows(&first, x), rows(&second, y));
        for (x, y) in same_lines(&one, &other) {
            let (a, b) = (x.and_then(|at| one.get(at).copied()), y.and_then(|at| other.get(at).copied()));
            let change = a.zip(b).map_or(Change::Unknown, |(a, b)| change(a, b));
            lines.push(Lines { table, a, b, change });
        }
    }
    lines
}

/// A word of the format as part of a key.
fn number(word: Option<u8>) -> String {
    word.map(|word| word.to_string()).unwrap_or_default()
}

fn tables(session: &Session) -> Vec<(String, &Budget, &BudgetTable)> {
    let mut tables = Vec::new();
    for budget in &session.budgets {
        for table in &budget.tables {
            let scope = table.scope.as_deref().unwrap_or_default();
            let kind = [
                Some(budget.stage as u8),
                Some(u8::from(is_part_of_year(budget))),
                table.book.map(|book| book as u8),
                Some(table.direction as u8),
            ];
            let key = kind.map(number).join("|") + "|" + scope;
            tables.push((key, budget, table));
        }
    }
    tables
}

fn rows<'a>(budget: &'a Budget, table: &'a BudgetTable) -> Vec<Row<'a>> {
    let tree = Tree::new(table);
    let mut rows = Vec::new();
    for root in tree.roots() {
        rows.push(*root);
        if table.lines.get(*root).is_some_and(|line| line.role == Some(Role::Total)) {
            rows.extend(tree.children(*root));
        }
    }
    rows.into_iter().filter_map(|row| Some(Row { budget, table, line: table.lines.get(row)? })).collect()
}

/// By code where both have one, else by name.
fn same_lines(a: &[Row<'_>], b: &[Row<'_>]) -> Vec<Pair> {
    let name = |row: &Row<'_>| fold(&row.line.name);
    // A line without a code is told apart from all codes by its own place.
    let codes = |rows: &[Row<'_>], side: &str| -> Vec<String> {
        let key = |(at, row): (usize, &Row<'_>)| row.line.code.clone().unwrap_or_else(|| format!("{side}{at}"));
        rows.iter().enumerate().map(key).collect()
    };
    let names = |rows: &[Row<'_>]| rows.iter().map(name).collect::<Vec<_>>();
    let has_code = |rows: &[Row<'_>]| rows.iter().map(|row| row.line.code.is_some()).collect::<Vec<_>>();
    again(&matched(&codes(a, "a"), &codes(b, "b")), [&names(a), &names(b)], [&has_code(a), &has_code(b)])
}

/// The figure that stands for a line: that of its budget's latest stage.
pub fn figure(line: &Line) -> Option<(Column, Decimal)> {
    LATEST.into_iter().find_map(|column| column.of(&line.amounts).value().map(|amount| (column, *amount)))
}

const LATEST: [Column; 6] = [Column::FinalAccounts, Column::Executed, Column::Adjusted, Column::Initial, Column::Next, Column::PriorFinal];

fn change(a: Row<'_>, b: Row<'_>) -> Change {
    if is_part_of_year(a.budget) != is_part_of_year(b.budget) {
        return Change::Unknown;
    }
    let both = |column: &Column| -> Option<(Decimal, Decimal)> {
        match (column.of(&a.line.amounts), column.of(&b.line.amounts)) {
            (Stated::Value(a), Stated::Value(b)) => Some((*a, *b)),
            _ => None,
        }
    };
    let (of, to) = (crate::budget::unit(a.budget, a.table, a.line), crate::budget::unit(b.budget, b.table, b.line));
    // The difference must be that of the two figures that are shown.
    let is_shown = |column: &&Column| [a.line, b.line].map(|line| figure(line).map(|(column, _)| column)) == [Some(**column); 2];
    let told = LATEST.iter().filter(is_shown).find_map(|column| Some((*column, both(column)?))).and_then(|(column, (first, second))| {
        let first = in_unit(first, of, to)?;
        let difference = sum([Some(second), first.negated()])?;
        if difference.mantissa == 0 {
            return Some(Change::Same(column));
        }
        let percent = (first.mantissa > 0).then(|| percent(difference, first, 1)).flatten();
        Some(Change::By { column, difference, unit: to, percent })
    });
    told.unwrap_or(Change::Unknown)
}

#[cfg(test)]
mod tests;
