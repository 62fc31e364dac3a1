//! What the cells of a line say, as elements: see `lines`.

use crate::budget::{Check, Column, Field, Rule, Sheet, change, completion, year_gone};
use crate::i18n::{Money, fill};
use crate::model::{Decimal, Line, Stated, Unit, YoyKind};
use crate::ui::pages::budget::ctx::BudgetCtx;
use crate::ui::pages::budget::names::{field_name, percentage, signed};
use crate::ui::pages::budget::table::kinds::kinds;
use crate::ui::web::dom::{El, el, with_text};

/// What the cells of all lines of a table share.
pub(super) struct Cells {
    here: BudgetCtx,
    /// What the audit finds to differ.
    differing: Vec<Check>,
    unit: Unit,
    /// The language of the content.
    pub(super) lang: String,
    /// The columns.
    pub(super) fields: Vec<Field>,
    /// What each column is to a line.
    kinds: Vec<&'static str>,
    main: Option<Column>,
    whole: Option<Decimal>,
    gone: Option<String>,
}

impl Cells {
    /// How the cells are shown now; tracks the unit.
    pub(super) fn new(here: &BudgetCtx, sheet: &Sheet<'_>, fields: Vec<Field>, differing: Vec<Check>) -> Self {
        let main = sheet.main_column();
        Self {
            here: here.clone(),
            differing,
            unit: here.unit(sheet),
            lang: here.ctx.content_lang(),
            kinds: kinds(sheet, &fields),
            fields,
            main,
            whole: main.and_then(|main| sheet.whole(main)),
            gone: sheet.budget.period.as_ref().and_then(year_gone).map(|gone| format!("{gone}%")),
        }
    }

    /// The cells of a line, in the order of the columns.
    pub(super) fn of(&self, sheet: &Sheet<'_>, row: usize) -> Vec<El> {
        let Some(line) = sheet.line(row) else { return Vec::new() };
        let t = self.here.ctx.t;
        let cell = |(field, kind): (&Field, &&str)| {
            let mut mark = None;
            let content = match *field {
                Field::Amount(column) => {
                    mark = self.mark(row, column);
                    self.amount(sheet, line, column)
                }
                Field::Completion => self.completion(row, line),
                Field::Change => self.change(sheet, row, line),
                Field::Share => {
                    let share = self.main.zip(self.whole).and_then(|(main, whole)| sheet.share(row, main, whole));
                    share.map(|share| with_text("span", "", &percentage(share)))
                }
                Field::PerHead => {
                    let amount = self.main.and_then(|main| sheet.per_head(row, main));
                    amount.map(|amount| with_text("span", "", &self.here.exact(amount, Unit::Yuan)))
                }
            };
            let cell = el("td").class(&format!("{kind}{}", if content.is_none() { " blank" } else { "" }));
            let content = content.unwrap_or_else(|| with_text("span", "quiet", "—").set("title", t.not_stated));
            cell.set("role", "gridcell").set("data-label", field_name(t, self.here.ctx.lang, *field)).add(content).maybe(mark)
        };
        self.fields.iter().zip(&self.kinds).map(cell).collect()
    }

    /// The mark of an amount that does not fit its neighbours, with what they come to.
    fn mark(&self, row: usize, column: Column) -> Option<El> {
        let m = Money::of(self.here.ctx.lang);
        let check = self.differing.iter().find(|check| check.row == row && check.column == Some(column))?;
        let template = match check.rule {
            Rule::OfWhich => m.mark_part,
            Rule::Balance => m.mark_balance,
            _ => m.mark_sum,
        };
        let (amount, _) = self.here.amount(check.recomputed, check.unit?, self.unit);
        Some(with_text("small", "calc off", &fill(template, &[&amount])))
    }

    fn amount(&self, sheet: &Sheet<'_>, line: &Line, column: Column) -> Option<El> {
        match column.of(&line.amounts) {
            Stated::Unknown => None,
            Stated::None => Some(with_text("span", "quiet", self.here.ctx.t.none)),
            Stated::Value(amount) => {
                let (text, exact) = self.here.amount(*amount, sheet.unit(line), self.unit);
                Some(with_text("span", if amount.mantissa < 0 { "neg" } else { "" }, &text).set_some("title", exact.as_deref()))
            }
        }
    }

    /// The percentage as printed; where it is not printed, or does not fit the amounts, as they come to.
    fn completion(&self, row: usize, line: &Line) -> Option<El> {
        let printed = line.printed.as_ref().and_then(|printed| printed.completion_percent.value().copied());
        let computed = completion(line, 1);
        // A bar is as long as the amounts say; only what they give can be over the budget.
        let shown = computed.or(printed)?;
        let text = self.both(row, Rule::Completion, printed.map(percentage), computed.map(percentage))?;
        let is_full = crate::budget::is_less(Decimal { mantissa: 100, scale: 0 }, shown);
        let mut cell = el("span").class("meter-cell");
        if shown.mantissa >= 0 {
            let width = if is_full { "100%".to_owned() } else { format!("{shown}%") };
            let bar = el("i").class(if is_full && computed.is_some() { "over" } else { "" }).style("width", &width);
            let mark = self.gone.as_ref().map(|gone| el("u").style("left", gone));
            cell = cell.add(el("span").class("meter").set("aria-hidden", "true").add(bar).all(mark.into_iter().collect()));
        }
        Some(cell.add(text))
    }

    fn change(&self, sheet: &Sheet<'_>, row: usize, line: &Line) -> Option<El> {
        let t = self.here.ctx.t;
        let printed = line.printed.as_ref().and_then(|printed| {
            let percent = *printed.yoy_percent.value()?;
            Some(if printed.yoy_kind == Some(YoyKind::Ratio) { fill(t.ratio_of_prior, &[&percentage(percent)]) } else { signed(percent) })
        });
        self.both(row, Rule::YearOnYear, printed, change(sheet.budget, line, 1).map(signed))
    }

    fn both(&self, row: usize, rule: Rule, printed: Option<String>, computed: Option<String>) -> Option<El> {
        let t = self.here.ctx.t;
        let m = Money::of(self.here.ctx.lang);
        let no_base = if rule == Rule::Completion { Rule::NoBudget } else { Rule::NoPrior };
        let finds = |rule: Rule| self.differing.iter().any(|check| check.row == row && check.rule == rule);
        let off = |printed: &str, words: &str| Some(with_text("span", "", printed).text(" ").add(with_text("small", "calc off", words)));
        match (printed, computed) {
            (Some(printed), Some(computed)) if finds(rule) => off(&printed, &fill(t.computed, &[&computed])),
            (Some(printed), _) if finds(no_base) => off(&printed, m.mark_no_base),
            (Some(printed), _) => Some(with_text("span", "", &printed)),
            (None, computed) => computed.map(|computed| with_text("span", "calc", &computed).set("title", t.computed_note)),
        }
    }
}
