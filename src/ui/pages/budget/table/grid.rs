//! A table on the page: which of its lines are shown.

use crate::budget::{Check, Chosen, Field, Row, Sheet, Sort};
use crate::model::Decimal;
use crate::ui::pages::budget::ctx::BudgetCtx;
use leptos::prelude::*;

/// So many lines are shown before the reader asks for more.
pub(super) const PAGE: usize = 400;
/// Tables with no more lines than this are shown with all branches open.
const ALL_OPEN: usize = 45;
/// A line far down is shown with so many lines before it.
const AROUND: usize = 40;

/// A table on the page.
#[derive(Clone)]
pub(super) struct Grid {
    pub(super) here: BudgetCtx,
    /// Which table of the budget it is.
    pub(super) index: usize,
    /// The lines whose parts are shown.
    pub(super) open: RwSignal<Vec<bool>>,
    /// How many lines are shown at most.
    pub(super) limit: RwSignal<usize>,
    /// How often the reader asked for the lines before those shown.
    pub(super) restarts: RwSignal<u32>,
    /// The line of this table that the link names.
    pub(super) wanted: Memo<Option<usize>>,
    /// The columns.
    pub(super) fields: Memo<Vec<Field>>,
    /// What the audit finds to differ; nothing until it is made.
    pub(super) differing: Memo<Vec<Check>>,
    /// The lines that are shown.
    pub(super) shown: Memo<Shown>,
}

/// Which lines, and in which order.
pub(super) type Choice = (Option<String>, Option<Decimal>, Option<Sort>);

/// The lines that are shown, of those that fit the choice and whose branches are open.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Shown {
    pub(super) choice: Choice,
    restarts: u32,
    /// The line that the link names, once it is among the lines.
    placed: Option<usize>,
    /// The choice hides the line that the link names.
    pub(super) is_hidden: bool,
    /// How many lines there are.
    pub(super) all: usize,
    /// The place of the first line shown among them.
    pub(super) from: usize,
    /// The lines shown.
    pub(super) rows: Vec<Row>,
}

impl Shown {
    /// How many lines come after those shown.
    pub(super) fn left(&self) -> usize {
        self.all.saturating_sub(self.from + self.rows.len())
    }
}

impl Grid {
    /// A table on the screen.
    pub(super) fn new(here: &BudgetCtx, index: usize, sheet: &Sheet<'_>) -> Self {
        // Of a long table only the parts of its one line at the top are shown at first, if there is but one.
        let lines = sheet.table.lines.len();
        let mut open: Vec<bool> = (0..lines).map(|row| lines <= ALL_OPEN || sheet.tree.roots() == [row]).collect();
        // So is the line that the link names.
        if let Some((_, row)) = here.wanted.get_untracked().filter(|(table, _)| *table == index) {
            sheet.tree.ancestors(row).for_each(|above| open[above] = true);
        }
        Self::made(here, index, open, PAGE)
    }

    /// A table on paper: there all branches are open, and no line waits for a press.
    pub(super) fn on_paper(here: &BudgetCtx, index: usize, sheet: &Sheet<'_>) -> Self {
        let lines = sheet.table.lines.len();
        Self::made(here, index, vec![true; lines], lines)
    }

    fn made(here: &BudgetCtx, index: usize, open: Vec<bool>, limit: usize) -> Self {
        let (open, limit, restarts) = (RwSignal::new(open), RwSignal::new(limit), RwSignal::new(0));
        let (place, of_budget, audit) = (here.place, here.wanted, here.audit);
        let wanted = Memo::new(move |_| of_budget.get().filter(|(table, _)| *table == index).map(|(_, row)| row));
        let this = here.clone();
        let fields = Memo::new(move |_| this.sheet(index).map(|sheet| this.fields(&sheet)).unwrap_or_default());
        let differing = Memo::new(move |_| {
            let audit = audit.read();
            let checks = audit.iter().flat_map(|audit| audit.differing()).filter(|check| check.table == index);
            checks.cloned().collect()
        });
        let choice: Memo<Choice> = Memo::new(move |_| place.with(|place| (place.find.clone(), place.over, place.sort)));
        let this = here.clone();
        let rows = Memo::new(move |_| {
            let (find, over, sort) = choice.get();
            let chosen = Chosen { find: find.as_deref(), over, sort };
            let open = open.read();
            this.sheet(index).map(|sheet| sheet.rows(chosen, |row| open.get(row) == Some(&true))).unwrap_or_default()
        });
        let shown =
            Memo::new(move |before: Option<&Shown>| shown(before, &rows.read(), choice.get(), wanted.get(), limit.get(), restarts.get()));
        Self { here: here.clone(), index, open, limit, restarts, wanted, fields, differing, shown }
    }

    /// The table with what is worked out of it.
    pub(super) fn sheet(&self) -> Option<Sheet<'_>> {
        self.here.sheet(self.index)
    }

    /// Opens a branch or closes it, as wanted; else the other way round.
    pub(super) fn turn(&self, row: usize, wanted: Option<bool>) {
        self.open.update(|open| open[row] = wanted.unwrap_or(!open[row]));
    }
}

fn shown(before: Option<&Shown>, rows: &[Row], choice: Choice, wanted: Option<usize>, limit: usize, restarts: u32) -> Shown {
    // Other lines, or another order, are shown from their beginning, unless the link names one of them.
    let same = before.filter(|before| before.choice == choice && before.restarts == restarts);
    let mut from = same.map_or(0, |before| before.from);
    let at = wanted.and_then(|wanted| rows.iter().position(|shown| shown.row == wanted));
    // A line far down that a link has just named is shown with those around it.
    if let Some(at) = at
        && before.and_then(|before| before.placed) != wanted
        && !(from..from + limit).contains(&at)
    {
        from = at.saturating_sub(AROUND);
    }
    if from >= rows.len() {
        from = 0;
    }
    Shown {
        is_hidden: wanted.is_some() && at.is_none() && (choice.0.is_some() || choice.1.is_some()),
        choice,
        restarts,
        placed: at.and(wanted),
        all: rows.len(),
        from,
        rows: rows.iter().copied().skip(from).take(limit).collect(),
    }
}
