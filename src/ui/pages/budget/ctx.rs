//! A budget on the page: what is worked out of it once, and what the reader has chosen.

use crate::budget::{Audit, Field, Sheet, Tree, opening};
use crate::i18n::{dates, fill, labels};
use crate::model::{Budget, BudgetTable, Decimal, Line, Unit};
use crate::route::{BudgetPlace, Picture, Place, Route};
use crate::ui::actions::navigation;
use crate::ui::state::Ctx;
use crate::ui::web::task::spawn;
use crate::ui::web::timing::{after_paint, next_task};
use leptos::prelude::*;
use std::sync::Arc;

/// A budget on the page.
#[derive(Clone)]
pub(super) struct BudgetCtx {
    /// The session around it.
    pub(super) ctx: Ctx,
    /// Which budget of the session it is.
    pub(super) position: usize,
    trees: Arc<Vec<Tree>>,
    /// What the audit came to; nothing until it is made.
    pub(super) audit: RwSignal<Option<Arc<Audit>>>,
    /// What the reader has chosen; always what the address says.
    pub(super) place: Memo<BudgetPlace>,
    /// The line that the link names: its table and its place in it.
    pub(super) wanted: Memo<Option<(usize, usize)>>,
    /// The table that is shown: that of the line, else the one named, else the one that the budget opens on.
    pub(super) table: Memo<Option<usize>>,
    /// Whether the reader has opened what can be adjusted.
    pub(super) adjusts: RwSignal<bool>,
    /// The next line that is marked is not scrolled to: the reader is looking at the picture.
    pub(super) stay: StoredValue<bool>,
}

/// The budget around a component: what a page of a budget is made of takes it from the context.
pub(super) fn use_budget() -> BudgetCtx {
    expect_context()
}

impl BudgetCtx {
    /// A budget on the screen, which follows the address.
    pub(super) fn on_page(ctx: &Ctx, position: usize) -> Self {
        let route = ctx.app.route;
        let id = ctx.session().budgets.get(position).map(|budget| budget.id.clone());
        // A moment before the page is left the address names another place; nothing is built for that.
        let place = Memo::new(move |before: Option<&BudgetPlace>| match route.get() {
            Route::Session { place: Place::Budget(place), .. } if Some(&place.budget) == id.as_ref() => *place,
            _ => before.cloned().unwrap_or_default(),
        });
        let this = Self::new(ctx, position, place);
        this.audit_after_paint();
        this
    }

    /// A budget on paper, where nothing is chosen and nothing comes later.
    pub(super) fn on_paper(ctx: &Ctx, position: usize) -> Self {
        let place = ctx.session().budgets.get(position).map(|budget| BudgetPlace::new(budget.id.clone())).unwrap_or_default();
        let this = Self::new(ctx, position, Memo::new(move |_| place.clone()));
        this.make_audit();
        this
    }

    fn new(ctx: &Ctx, position: usize, place: Memo<BudgetPlace>) -> Self {
        let budget = ctx.session().budgets.get(position);
        let trees = budget.map(|budget| budget.tables.iter().map(Tree::new).collect()).unwrap_or_default();
        let of = ctx.clone();
        let wanted = Memo::new(move |_| {
            let line = place.with(|place| place.line.clone())?;
            let tables = &of.session().budgets.get(position)?.tables;
            tables.iter().enumerate().find_map(|(at, table)| Some((at, table.lines.iter().position(|l| l.id == line)?)))
        });
        let of = ctx.clone();
        let table = Memo::new(move |_| {
            let tables = &of.session().budgets.get(position)?.tables;
            let named = || place.with(|place| tables.iter().position(|table| Some(&table.id) == place.table.as_ref()));
            wanted.get().map(|(table, _)| table).or_else(named).or_else(|| opening(of.session().budgets.get(position)?))
        });
        let stay = place.with_untracked(|place| place.picture == Some(Picture::Years));
        Self {
            ctx: ctx.clone(),
            position,
            trees: Arc::new(trees),
            audit: RwSignal::new(None),
            place,
            wanted,
            table,
            // What a link has chosen of the lines can be seen and undone.
            adjusts: RwSignal::new(place.with_untracked(|place| place.find.is_some() || place.over.is_some())),
            stay: StoredValue::new(stay),
        }
    }

    /// The table is painted before the audit is made: of ten thousand lines it takes a while, and nobody can see it yet.
    fn audit_after_paint(&self) {
        let this = self.clone();
        after_paint(move || {
            spawn(async move {
                next_task().await;
                // Who has left in the meantime does not wait for it.
                if !this.audit.is_disposed() {
                    this.make_audit();
                }
            });
        });
    }

    fn make_audit(&self) {
        self.audit.set(Some(Arc::new(self.budget().map(crate::budget::audit).unwrap_or_default())));
    }

    /// What the audit comes to; made now where it is not made yet.
    pub(super) fn audited(&self) -> Option<Arc<Audit>> {
        if self.audit.get_untracked().is_none() {
            self.make_audit();
        }
        self.audit.get_untracked()
    }

    /// The budget; the page has found it, so it is there.
    pub(super) fn budget(&self) -> Option<&Budget> {
        self.ctx.session().budgets.get(self.position)
    }

    /// A table with what is worked out of it.
    pub(super) fn sheet(&self, index: usize) -> Option<Sheet<'_>> {
        let budget = self.budget()?;
        let population = self.ctx.session().assembly.population.value().copied();
        Some(Sheet { budget, table: budget.tables.get(index)?, tree: self.trees.get(index)?, population })
    }

    /// A line of a table.
    pub(super) fn line(&self, table: usize, row: usize) -> Option<&Line> {
        self.budget()?.tables.get(table)?.lines.get(row)
    }

    /// The unit that amounts of a table are shown in; tracks the choice.
    pub(super) fn unit(&self, sheet: &Sheet<'_>) -> Unit {
        self.place.with(|place| place.unit).unwrap_or(sheet.table.unit.unwrap_or(sheet.budget.unit))
    }

    /// The columns that are shown; tracks the choice.
    pub(super) fn fields(&self, sheet: &Sheet<'_>) -> Vec<Field> {
        let chosen = self.place.with(|place| place.columns.clone());
        if chosen.is_empty() { Field::of_table(sheet.budget, sheet.table) } else { chosen }
    }

    /// The link to this place after a change; tracks the place.
    pub(super) fn href(&self, change: impl FnOnce(&mut BudgetPlace)) -> String {
        self.route(self.place.get(), change).href()
    }

    /// The link to a line, keeping how the table is shown; tracks the place.
    pub(super) fn line_href(&self, line: &Line) -> String {
        self.line_href_from(self.place.get(), line)
    }

    /// The link to a line from a place.
    pub(super) fn line_href_from(&self, place: BudgetPlace, line: &Line) -> String {
        let id = line.id.clone();
        let mark = move |place: &mut BudgetPlace| {
            place.line = Some(id);
            place.table = None;
        };
        self.route(place, mark).href()
    }

    fn route(&self, mut place: BudgetPlace, change: impl FnOnce(&mut BudgetPlace)) -> Route {
        change(&mut place);
        Route::to(self.ctx.source.clone(), Place::Budget(Box::new(place)))
    }

    /// Changes what is chosen without a step in the history, while the reader types.
    pub(super) fn choose(&self, change: impl FnOnce(&mut BudgetPlace)) {
        navigation::replace(self.ctx.app, self.route(self.place.get_untracked(), change));
    }

    /// What a table is called: its title, else its book and direction.
    pub(super) fn table_name(&self, table: &BudgetTable) -> String {
        let lang = self.ctx.lang;
        table.title.as_ref().map_or_else(
            || {
                let book = table.book.map_or(self.ctx.t.book_unknown, |book| labels::book(lang, book));
                format!("{book} · {}", labels::direction(lang, table.direction))
            },
            ToString::to_string,
        )
    }

    /// An amount as it is shown in a unit: in words, and exactly in its own unit where digits were dropped.
    pub(super) fn amount(&self, amount: Decimal, from: Unit, to: Unit) -> (String, Option<String>) {
        match crate::budget::shown(amount, from, to) {
            Some((short, false)) => (crate::budget::grouped(short), None),
            Some((short, true)) => (format!("≈{}", crate::budget::grouped(short)), Some(self.exact(amount, from))),
            None => (self.exact(amount, from), None),
        }
    }

    /// An amount as printed, with its unit.
    pub(super) fn exact(&self, amount: Decimal, unit: Unit) -> String {
        format!("{}{}", crate::budget::grouped(amount), labels::unit_after(self.ctx.lang, unit))
    }
}

/// The year of a budget and the part of it that is covered.
pub(super) fn facts(ctx: &Ctx, budget: &Budget) -> Vec<String> {
    let year = fill(ctx.t.budget_year, &[&budget.fiscal_year.to_string()]);
    let period = budget.period.as_ref().map(|period| fill(ctx.t.budget_period, &[&dates::date(ctx.lang, &period.to)]));
    std::iter::once(year).chain(period).collect()
}
