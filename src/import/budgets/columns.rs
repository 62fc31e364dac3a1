//! Which column of a table holds what.

use super::column::{self, Meaning, Slot};
use super::{Question, Topic, unit, whole};
use crate::drafting::Choice;
use crate::import::document::{At, Cell};
use crate::import::tables::Table;
use crate::model::{Direction, Stage};

/// What the columns hold.
pub(super) struct Columns {
    /// The columns of names; several where a name stands the further to the right the deeper its level is.
    pub names: Vec<usize>,
    /// The columns of codes; several where 类, 款 and 项 have one each.
    pub codes: Vec<usize>,
    pub note: Option<usize>,
    pub figures: Vec<Figures>,
}

/// A column of figures.
pub(super) struct Figures {
    pub at: usize,
    pub meaning: Meaning,
    pub group: Group,
}

/// What a head says of all its figures: their level, and their direction where a table has a column of each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Group {
    pub scope: Option<String>,
    pub direction: Option<Direction>,
}

/// What the table is of, with what its columns mean.
pub(super) struct Meanings {
    pub year: Option<u16>,
    pub stage: Option<Stage>,
    pub all: Vec<Meaning>,
}

/// What each column means, by its head and by what a person chose.
pub(super) fn meanings(table: &Table, heads: &[String], year: Option<u16>, stage: Option<Stage>, choice: &Choice) -> Meanings {
    let found = of_two_years(table, heads, year, stage, choice).unwrap_or_else(|| Meanings {
        year,
        stage,
        all: of_year(table, heads, year, stage, choice),
    });
    // A title without a stage, over columns without one, is of a budget as it is made.
    let is_plain = stage.is_none() && !found.all.iter().any(|meaning| matches!(meaning, Meaning::Amount(_)));
    if is_plain && whole::titles(table).any(|title| title.contains("预算")) {
        return Meanings { all: of_year(table, heads, year, Some(Stage::Draft), choice), ..found };
    }
    found
}

/// The columns by what they mean.
pub(super) fn columns(
    table: &Table,
    heads: &[String],
    meanings: &[Meaning],
    is_of_both: bool,
    asked: &mut Vec<Question>,
) -> Result<Columns, Topic> {
    let place = |wanted: Meaning| meanings.iter().position(|meaning| *meaning == wanted);
    let holds_words = |at: usize| cells(table, at).any(|cell| cell.value.is_none() && unit::digits(&cell.text).is_none());
    let spare = |wanted: Meaning| (0..meanings.len()).find(|at| meanings.get(*at) == Some(&wanted) && holds_words(*at));
    let name = place(Meaning::Name).or_else(|| spare(Meaning::Unknown)).or_else(|| spare(Meaning::Helper)).ok_or(Topic::Names)?;
    let names: Vec<usize> = (name..heads.len()).take_while(|at| heads.get(*at) == heads.get(name)).collect();
    let codes = codes(table, heads, meanings);
    let groups = groups(heads, meanings, is_of_both);
    let mut found = Columns { names, codes, note: place(Meaning::Note), figures: Vec::new() };
    // What people see goes before what the file hides.
    let mut order: Vec<usize> = (0..meanings.len()).filter(|at| !found.names.contains(at)).collect();
    order.sort_by_key(|at| table.columns.get(*at).is_some_and(|column| column.is_hidden));
    for at in order {
        let (Some(&meaning), Some(head), Some(column)) = (meanings.get(at), heads.get(at), table.columns.get(at)) else { continue };
        let place = table.at.map(|place| At { column: column.number, ..place });
        match meaning {
            Meaning::Amount(_) | Meaning::Completion | Meaning::Yoy(_) => {
                let group = groups.get(at).cloned().unwrap_or_default();
                let is_same = |other: &Meaning| *other == meaning || matches!((other, meaning), (Meaning::Yoy(_), Meaning::Yoy(_)));
                if found.figures.iter().any(|other| is_same(&other.meaning) && other.group == group) {
                    asked.push(Question { topic: Topic::SameColumn, words: Some(head.clone()), at: place });
                } else {
                    found.figures.push(Figures { at, meaning, group });
                }
            }
            // What holds no figures, or is kept from the eye, leaves nothing open.
            Meaning::Unknown if !column.is_hidden && cells(table, at).any(is_figure) => {
                asked.push(Question { topic: Topic::Column, words: Some(head.clone()), at: place });
            }
            _ => {}
        }
    }
    if !found.figures.iter().any(|figures| figures.slot().is_some()) {
        return Err(Topic::Amounts);
    }
    Ok(found)
}

impl Columns {
    /// The levels and directions that heads name, each of which is a table; one without either where they name none.
    pub(super) fn groups(&self) -> Vec<Group> {
        let mut found: Vec<Group> = Vec::new();
        for figures in self.figures.iter().filter(|figures| figures.slot().is_some()) {
            if !found.contains(&figures.group) {
                found.push(figures.group.clone());
            }
        }
        found
    }
}

impl Figures {
    /// Which amount of a line it is; none of a percentage.
    pub(super) const fn slot(&self) -> Option<Slot> {
        if let Meaning::Amount(slot) = self.meaning { Some(slot) } else { None }
    }
}

/// The columns of 类, 款 and 项, else the one column of codes; that of the classification where there are others.
fn codes(table: &Table, heads: &[String], meanings: &[Meaning]) -> Vec<usize> {
    let all: Vec<usize> = (0..meanings.len()).filter(|at| meanings.get(*at) == Some(&Meaning::Code)).collect();
    let levels: Vec<usize> = all.iter().copied().filter(|at| is_level(table, *at)).collect();
    let of_subjects = all.iter().find(|at| heads.get(**at).is_some_and(|head| head.contains("科目")));
    if levels.len() > 1 { levels } else { of_subjects.or(all.first()).copied().into_iter().collect() }
}

/// The level and the direction of each column. Percentages that name neither are of the amounts to their left, where each group of amounts has one.
fn groups(heads: &[String], meanings: &[Meaning], is_of_both: bool) -> Vec<Group> {
    let is_amount = |at: usize| matches!(meanings.get(at), Some(Meaning::Amount(_)));
    let mut found: Vec<Group> =
        heads.iter().map(|head| Group { scope: whole::scope(head), direction: whole::direction(head).filter(|_| is_of_both) }).collect();
    let has = |direction| found.iter().enumerate().any(|(at, group)| is_amount(at) && group.direction == Some(direction));
    if !(has(Direction::Revenue) && has(Direction::Expenditure)) {
        for group in &mut found {
            group.direction = None;
        }
    }
    let mut of_amounts: Vec<&Group> = Vec::new();
    for (_, group) in found.iter().enumerate().filter(|(at, _)| is_amount(*at)) {
        if !of_amounts.contains(&group) {
            of_amounts.push(group);
        }
    }
    let count = of_amounts.len();
    for percent in [Meaning::Completion, Meaning::Yoy(crate::model::YoyKind::Change), Meaning::Yoy(crate::model::YoyKind::Ratio)] {
        let bare: Vec<usize> =
            (1..found.len()).filter(|at| meanings.get(*at) == Some(&percent) && found.get(*at) == Some(&Group::default())).collect();
        if count < 2 || bare.len() < count {
            continue;
        }
        for at in bare {
            let left = (0..at).rev().find(|left| is_amount(*left)).and_then(|left| found.get(left).cloned());
            if let (Some(group), Some(left)) = (found.get_mut(at), left) {
                *group = left;
            }
        }
    }
    found
}

/// What the columns hold where they plan a year beside the budget of the year before: a line keeps all of that only as one of the year before, with what is planned for the
/// next. The percentages are of the plan then, and a line has no place for them. A person who chose a year or a stage has decided otherwise.
fn of_two_years(table: &Table, heads: &[String], year: Option<u16>, told: Option<Stage>, choice: &Choice) -> Option<Meanings> {
    let year = year
        .filter(|year| choice.year.is_none() && choice.stage.is_none() && heads.iter().any(|head| column::is_budget_before(head, *year)))?;
    let before = year.checked_sub(1)?;
    let mut all = of_year(table, heads, Some(before), None, choice);
    let has = |slot| all.contains(&Meaning::Amount(slot));
    if !has(Slot::Initial) || !has(Slot::Next) || has(Slot::Prior) || has(Slot::Final) || told == Some(Stage::FinalAccounts) {
        return None;
    }
    let stage = if has(Slot::Executed) { Stage::Execution } else { Stage::Approved };
    for meaning in &mut all {
        if matches!(meaning, Meaning::Completion | Meaning::Yoy(_)) {
            *meaning = Meaning::Difference;
        }
    }
    Some(Meanings { year: Some(before), stage: Some(stage), all })
}

fn of_year(table: &Table, heads: &[String], year: Option<u16>, told: Option<Stage>, choice: &Choice) -> Vec<Meaning> {
    let read = |at: usize, head: &String| match table.columns.get(at).and_then(|column| column.head.last()) {
        // In other such columns an office keeps which of them a line is.
        Some(_) if is_level(table, at) && cells(table, at).any(is_figure) => Meaning::Code,
        // A number below a head is that of a row.
        Some(last) if last.len() < head.len() && last.len() <= 3 && last.bytes().all(|byte| byte.is_ascii_digit()) => Meaning::Helper,
        _ => main(column::meaning(head, year), head, year, told),
    };
    heads.iter().enumerate().map(|(at, head)| choice.columns.get(&at).map_or_else(|| read(at, head), |chosen| (*chosen).into())).collect()
}

/// A column whose head says only that it holds amounts, or of which year, is of the stage of the table.
fn main(meaning: Meaning, head: &str, year: Option<u16>, told: Option<Stage>) -> Meaning {
    let named = column::years(head).first().copied();
    let is_plain = matches!(head.trim_end_matches(|sign| "()万亿千元".contains(sign)), "金额" | "数额" | "合计" | "本年" | "本年数");
    let is_year = named.is_some() && head.chars().all(|sign| sign.is_ascii_digit() || "年度数".contains(sign));
    match (meaning, told) {
        (Meaning::Unknown, Some(stage)) if is_plain || (is_year && named == year) => Meaning::Amount(whole::main_slot(stage)),
        _ => meaning,
    }
}

/// Whether a column is headed as one level of the classification.
fn is_level(table: &Table, at: usize) -> bool {
    table.columns.get(at).and_then(|column| column.head.last()).is_some_and(|last| matches!(last.as_str(), "类" | "款" | "项"))
}

fn is_figure(cell: &Cell) -> bool {
    cell.value.is_some() || unit::digits(&cell.text).is_some()
}

fn cells(table: &Table, at: usize) -> impl Iterator<Item = &Cell> {
    table.rows.iter().filter_map(move |row| row.cells.get(at)?.as_ref())
}
