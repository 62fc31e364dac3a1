//! Budgets of the model out of figures: one of each year, a table of each book, direction and level, one line of each item.

use super::{Figure, FigureStage, Span};
use crate::model::{
    Amounts, Book, Budget, BudgetId, BudgetTable, Decimal, Direction, Line, LineId, Printed, Role, Stage, Stated, TableId, Text, Unit,
};
use std::collections::BTreeMap;

/// What figures of one table have in common.
type Key = (Option<Book>, bool, Option<String>, u32);

/// Where a value of a budget stands in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// A JSON pointer into the list of budgets.
    pub pointer: String,
    /// The place in bytes.
    pub span: Span,
    /// The rule that found it.
    pub rule: &'static str,
}

/// A table that is being filled.
#[derive(Default)]
struct Draft {
    lines: Vec<Line>,
    /// The lines of each item, the last of them at the end.
    by_item: BTreeMap<(String, Option<usize>), Vec<usize>>,
}

/// Groups figures by year into budgets, whose tables are of one book, direction, level and unit.
pub fn budgets(figures: &[Figure]) -> Vec<Budget> {
    budgets_with_places(figures).0
}

/// The same, and where each value stands: JSON pointers into the list of budgets with their places in the text.
pub fn budgets_with_places(figures: &[Figure]) -> (Vec<Budget>, Vec<Place>) {
    let mut places = Vec::new();
    let mut years: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
    for (at, figure) in figures.iter().enumerate() {
        years.entry(figure.year.unwrap_or(0)).or_default().push(at);
    }
    let budgets = years.into_iter().enumerate().map(|(at, (year, of_year))| budget(at, year, &of_year, figures, &mut places)).collect();
    (budgets, places)
}

fn budget(number: usize, year: u16, places: &[usize], figures: &[Figure], found: &mut Vec<Place>) -> Budget {
    let id = if year == 0 { "budget".to_owned() } else { format!("budget-{year}") };
    let (mut order, mut drafts): (Vec<Key>, BTreeMap<Key, Draft>) = (Vec::new(), BTreeMap::new());
    let mut line_ids: BTreeMap<usize, (Key, LineId)> = BTreeMap::new();
    let unit = commonest_unit(places, figures);
    for &at in places {
        let Some(figure) = figures.get(at) else { continue };
        let Ok(amount) = Decimal::parse(&figure.amount) else { continue };
        let key = (figure.book, figure.direction == Some(Direction::Expenditure), figure.scope.clone(), figure.unit.power());
        let place = order.iter().position(|known| *known == key).unwrap_or_else(|| {
            order.push(key.clone());
            found.push(Place { pointer: format!("/{number}/tables/{}", order.len() - 1), span: figure.span, rule: figure.rule });
            order.len() - 1
        });
        let draft = drafts.entry(key.clone()).or_default();
        let parent = figure.parent.and_then(|parent| line_ids.get(&parent)).filter(|(known, _)| *known == key).map(|(_, id)| id.clone());
        let entry = draft.by_item.entry((figure.item.clone(), figure.parent)).or_default();
        // A second amount of the same stage is another line.
        let known =
            entry.last().copied().filter(|line| draft.lines.get(*line).is_some_and(|line| slot(&line.amounts, figure.stage).is_unknown()));
        let line = known.unwrap_or_else(|| {
            draft.lines.push(Line {
                id: LineId(format!("{id}-t{}-l{}", place + 1, draft.lines.len() + 1)),
                name: Text::new(figure.item.clone()),
                role: parent.is_some().then_some(Role::OfWhich),
                parent,
                ..Line::default()
            });
            entry.push(draft.lines.len() - 1);
            draft.lines.len() - 1
        });
        let pointer = format!("/{number}/tables/{place}/lines/{line}");
        if known.is_none() {
            found.push(Place { pointer: pointer.clone(), span: figure.span, rule: figure.rule });
        }
        found.push(Place { pointer: format!("{pointer}/amounts/{}", word(figure.stage)), span: figure.span, rule: figure.rule });
        if let Some(line) = draft.lines.get_mut(line) {
            printed_places(line, figure, &pointer, found);
            *slot_mut(&mut line.amounts, figure.stage) = Stated::Value(amount);
            print(line, figure);
            line_ids.insert(at, (key, line.id.clone()));
        }
    }
    let tables = order.into_iter().enumerate().map(|(place, key)| BudgetTable {
        id: TableId(format!("{id}-t{}", place + 1)),
        title: None,
        book: key.0,
        direction: if key.1 { Direction::Expenditure } else { Direction::Revenue },
        lines: drafts.remove(&key).map(|draft| draft.lines).unwrap_or_default(),
        scope: key.2.map(Text::new),
        unit: [Unit::Yuan, Unit::WanYuan, Unit::YiYuan].into_iter().find(|other| other.power() == key.3 && *other != unit),
    });
    let tables = tables.collect();
    let title = if year == 0 { "预算".to_owned() } else { format!("{year}年预算") };
    Budget { id: BudgetId(id), title: Text::new(title), fiscal_year: year, stage: stage(places, figures), period: None, unit, tables }
}

fn print(line: &mut Line, figure: &Figure) {
    let number = |digits: &Option<String>| digits.as_deref().and_then(|digits| Decimal::parse(digits).ok());
    if let Some(percent) = number(&figure.completion_percent) {
        line.printed.get_or_insert_with(Printed::default).completion_percent = Stated::Value(percent);
    }
    if let Some(percent) = number(&figure.yoy_percent) {
        let printed = line.printed.get_or_insert_with(Printed::default);
        printed.yoy_percent = Stated::Value(percent);
        printed.yoy_kind = figure.yoy_kind;
    }
}

/// Notes where the percentages that a figure gives its line stand.
fn printed_places(line: &Line, figure: &Figure, pointer: &str, found: &mut Vec<Place>) {
    let has = |of: fn(&Printed) -> &Stated<Decimal>| line.printed.as_ref().is_some_and(|printed| of(printed).value().is_some());
    let mut note = |name: &str, span: Option<Span>, is_known: bool| {
        if let Some(span) = span {
            let pointer = format!("{pointer}/printed/{name}");
            // A later figure of the line goes before the first.
            if is_known && let Some(first) = found.iter().rposition(|place| place.pointer == pointer) {
                found.remove(first);
            }
            found.push(Place { pointer, span, rule: "percentage after its amount" });
        }
    };
    note("completion_percent", figure.completion_span, has(|printed| &printed.completion_percent));
    note("yoy_percent", figure.yoy_span, has(|printed| &printed.yoy_percent));
}

const fn word(stage: FigureStage) -> &'static str {
    match stage {
        FigureStage::Initial => "initial",
        FigureStage::Adjusted => "adjusted",
        FigureStage::Executed => "executed",
        FigureStage::Final => "final",
    }
}

fn commonest_unit(places: &[usize], figures: &[Figure]) -> Unit {
    let count = |unit| places.iter().filter(|at| figures.get(**at).is_some_and(|figure| figure.unit == unit)).count();
    [Unit::Yuan, Unit::YiYuan, Unit::WanYuan].into_iter().max_by_key(|unit| count(*unit)).unwrap_or_default()
}

fn stage(places: &[usize], figures: &[Figure]) -> Stage {
    match places.iter().filter_map(|at| figures.get(*at)).map(|figure| figure.stage).max() {
        Some(FigureStage::Final) => Stage::FinalAccounts,
        Some(FigureStage::Executed) => Stage::Execution,
        Some(FigureStage::Adjusted) => Stage::Adjusted,
        _ => Stage::Draft,
    }
}

fn slot(amounts: &Amounts, stage: FigureStage) -> &Stated<Decimal> {
    match stage {
        FigureStage::Initial => &amounts.initial,
        FigureStage::Adjusted => &amounts.adjusted,
        FigureStage::Executed => &amounts.executed,
        FigureStage::Final => &amounts.final_accounts,
    }
}

fn slot_mut(amounts: &mut Amounts, stage: FigureStage) -> &mut Stated<Decimal> {
    match stage {
        FigureStage::Initial => &mut amounts.initial,
        FigureStage::Adjusted => &mut amounts.adjusted,
        FigureStage::Executed => &mut amounts.executed,
        FigureStage::Final => &mut amounts.final_accounts,
    }
}
