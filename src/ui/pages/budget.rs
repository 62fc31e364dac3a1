//! Budgets: the list of them, and one with its tables, pictures, audit and files to take away.

mod audit;
mod controls;
mod detail;
mod pictures;
mod table;
mod take;
mod years;

use crate::budget::{Audit, Field, Sheet, Tree};
use crate::i18n::{dates, fill, labels};
use crate::model::{Budget, BudgetTable, Decimal, Line, Unit};
use crate::route::{BudgetPlace, Picture, Place, Route};
use crate::ui::actions::navigation;
use crate::ui::state::Ctx;
use crate::ui::web::dom::{El, built, el, link, rebuilt, with_text};
use leptos::prelude::*;
use std::sync::Arc;

/// All budgets of the session.
pub fn list(ctx: &Ctx) -> AnyView {
    let t = ctx.t;
    let rows = ctx.session().budgets.iter().map(|budget| {
        let href = ctx.href(Place::Budget(Box::new(BudgetPlace::new(budget.id.clone()))));
        let lines: usize = budget.tables.iter().map(|table| table.lines.len()).sum();
        let size = fill(t.tables_of, &[&budget.tables.len().to_string(), &lines.to_string()]);
        let about = format!("{} · {size}", facts(ctx, budget).join(" · "));
        el("li")
            .add(link(&href, &budget.title).class("t").lang(&ctx.content_lang()))
            .add(with_text("span", "chip", labels::stage(ctx.lang, budget.stage)))
            .add(with_text("span", "who", &about))
    });
    let rows = el("ul").class("rows").all(rows.collect());
    let heading = with_text("h1", "", t.budgets).set("tabindex", "-1");
    built(vec![el("div").class("page one").add(el("div").add(heading).add(rows))])
}

/// One budget.
pub fn page(ctx: &Ctx, position: usize) -> AnyView {
    let Some(budget) = ctx.session().budgets.get(position) else { return built(Vec::new()) };
    let here = Here::new(ctx, position);
    let t = ctx.t;
    let chip = |class: &str, text: &str| with_text("span", class, text);
    let sample = ctx.session().is_sample.then(|| chip("chip sample", t.sample));
    let several = (ctx.session().budgets.len() > 1).then(|| link(&ctx.href(Place::Budgets), t.all_budgets).class("go"));
    let about = el("p")
        .class("facts")
        .maybe(sample)
        .add(chip("chip", labels::stage(ctx.lang, budget.stage)))
        .all(facts(ctx, budget).iter().map(|fact| chip("", fact)).collect())
        .add(chip("", &fill(t.printed_in, &[labels::unit(ctx.lang, budget.unit)])))
        .maybe(several);
    let tables = here.clone();
    let index = Memo::new(move |_| tables.table_index());
    let shown = here.clone();
    let table = rebuilt(Box::new(move || {
        let Some(index) = index.get() else { return Vec::new() };
        let mut parts = controls::bar(&shown, index);
        parts.push(pictures::figure(&shown, index));
        parts.extend(table::section(&shown, index));
        parts.push(take::section(&shown, index));
        parts
    }));
    let heading = with_text("h1", "", &budget.title).set("tabindex", "-1").lang(&ctx.content_lang());
    let content = el("div").add(heading).add(about).maybe(controls::tables(&here)).add(table).add(audit::section(&here));
    built(vec![el("div").class("page one wide").add(content)])
}

/// One budget on paper, in `page`: all tables with all lines, as printed in the source.
pub fn paper(ctx: &Ctx, position: usize, page: &El) {
    let Some(budget) = ctx.session().budgets.get(position) else { return };
    let mut here = Here::new(ctx, position);
    here.is_paper = true;
    here.place = Memo::new(|_| BudgetPlace::default());
    let stage = labels::stage(ctx.lang, budget.stage).to_owned();
    let unit = fill(ctx.t.printed_in, &[labels::unit(ctx.lang, budget.unit)]);
    let about = [vec![stage], facts(ctx, budget), vec![unit]].concat().join(" · ");
    page.append(with_text("h1", "", &budget.title).lang(&ctx.content_lang()));
    page.append(with_text("p", "quiet", &about));
    let tables = (0..budget.tables.len()).flat_map(|index| table::section(&here, index));
    tables.for_each(|part| page.append(part));
}

/// The year and the part of it that is covered.
fn facts(ctx: &Ctx, budget: &Budget) -> Vec<String> {
    let year = fill(ctx.t.budget_year, &[&budget.fiscal_year.to_string()]);
    let period = budget.period.as_ref().map(|period| fill(ctx.t.budget_period, &[&dates::date(ctx.lang, &period.to)]));
    std::iter::once(year).chain(period).collect()
}

/// A budget on the page, with what is worked out of it once.
#[derive(Clone)]
pub(super) struct Here {
    ctx: Ctx,
    position: usize,
    trees: Arc<Vec<Tree>>,
    audit: Arc<Audit>,
    /// What the reader has chosen; always what the address says.
    place: Memo<BudgetPlace>,
    /// The next line that is marked is not scrolled to: the reader is looking at the picture.
    stay: StoredValue<bool>,
    /// Whether it is for paper: there all branches are open, and no line waits for a press.
    is_paper: bool,
}

impl Here {
    fn new(ctx: &Ctx, position: usize) -> Self {
        let app = ctx.app;
        let place = Memo::new(move |_| match app.route.get() {
            Route::Session { place: Place::Budget(place), .. } => *place,
            _ => BudgetPlace::default(),
        });
        let budget = ctx.session().budgets.get(position);
        let stay = place.with_untracked(|place| place.picture == Some(Picture::Years));
        let trees = budget.map(|budget| budget.tables.iter().map(Tree::new).collect()).unwrap_or_default();
        let audit = budget.map(crate::budget::audit).unwrap_or_default();
        Self {
            ctx: ctx.clone(),
            position,
            trees: Arc::new(trees),
            audit: Arc::new(audit),
            place,
            stay: StoredValue::new(stay),
            is_paper: false,
        }
    }

    /// A budget that `page` has found; an empty one is never shown.
    fn budget(&self) -> Option<&Budget> {
        self.ctx.session().budgets.get(self.position)
    }

    fn sheet(&self, index: usize) -> Option<Sheet<'_>> {
        let budget = self.budget()?;
        let population = self.ctx.session().assembly.population.value().copied();
        Some(Sheet { budget, table: budget.tables.get(index)?, tree: self.trees.get(index)?, population })
    }

    /// The line that the link names: its table and its place in it.
    fn wanted(&self) -> Option<(usize, usize)> {
        let line = self.place.get().line?;
        let tables = &self.budget()?.tables;
        tables.iter().enumerate().find_map(|(at, table)| Some((at, table.lines.iter().position(|l| l.id == line)?)))
    }

    /// The table that is shown: that of the line, else the one named, else the first with lines.
    fn table_index(&self) -> Option<usize> {
        let tables = &self.budget()?.tables;
        let named = || tables.iter().position(|table| Some(&table.id) == self.place.get().table.as_ref());
        let first = || tables.iter().position(|table| !table.lines.is_empty());
        self.wanted().map(|(table, _)| table).or_else(named).or_else(first).or((!tables.is_empty()).then_some(0))
    }

    /// The unit amounts of a table are shown in.
    fn unit(&self, sheet: &Sheet<'_>) -> Unit {
        self.place.get().unit.unwrap_or(sheet.table.unit.unwrap_or(sheet.budget.unit))
    }

    /// The columns shown.
    fn fields(&self, sheet: &Sheet<'_>) -> Vec<Field> {
        let chosen = self.place.get().columns;
        if chosen.is_empty() { Field::of_table(sheet.budget, sheet.table) } else { chosen }
    }

    /// The link to this place after a change.
    fn href(&self, change: impl FnOnce(&mut BudgetPlace)) -> String {
        self.route(self.place.get(), change).href()
    }

    fn route(&self, mut place: BudgetPlace, change: impl FnOnce(&mut BudgetPlace)) -> Route {
        change(&mut place);
        Route::to(self.ctx.door.clone(), Place::Budget(Box::new(place)))
    }

    /// Changes what is chosen without a step in the history, while the reader types.
    fn choose(&self, change: impl FnOnce(&mut BudgetPlace)) {
        navigation::replace(self.ctx.app, self.route(self.place.get_untracked(), change));
    }

    /// What a table is called: its title, else its book and direction.
    fn table_name(&self, table: &BudgetTable) -> String {
        let lang = self.ctx.lang;
        table.title.as_ref().map_or_else(
            || {
                let book = table.book.map_or(self.ctx.t.book_unknown, |book| labels::book(lang, book));
                format!("{book} · {}", labels::direction(lang, table.direction))
            },
            ToString::to_string,
        )
    }

    /// The link to a line, keeping how the table is shown.
    fn line_href(&self, line: &Line) -> String {
        let id = line.id.clone();
        self.href(|place| {
            place.line = Some(id);
            place.table = None;
        })
    }

    /// An amount as it is shown in a unit: in words, and exactly in its own unit where digits were dropped.
    fn amount(&self, amount: Decimal, from: Unit, to: Unit) -> (String, Option<String>) {
        match crate::budget::shown(amount, from, to) {
            Some((short, false)) => (crate::budget::grouped(short), None),
            Some((short, true)) => (format!("≈{}", crate::budget::grouped(short)), Some(self.exact(amount, from))),
            None => (self.exact(amount, from), None),
        }
    }

    /// An amount as printed, with its unit.
    fn exact(&self, amount: Decimal, unit: Unit) -> String {
        format!("{}{}", crate::budget::grouped(amount), labels::unit_after(self.ctx.lang, unit))
    }
}
