//! What the cells of a line say, as elements: see `lines`.

use crate::budget::{Check, Column, Field, Rule, Sheet, change, completion, year_gone};
use crate::i18n::{Money, fill};
use crate::model::{Decimal, Line, Stated, Unit, YoyKind};
use crate::picture::Room;
use crate::ui::pages::budget::ctx::BudgetCtx;
use crate::ui::pages::budget::names::{field_name, percentage, signed};
use crate::ui::pages::budget::table::kinds::kinds;
use crate::ui::web::dom::{El, el, with_text};

/// What a cell says, and its widest line as text.
type Said = (El, String);

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

    /// The cells of a line, in the order of the columns; `room` learns how wide they are.
    pub(super) fn of(&self, sheet: &Sheet<'_>, row: usize, room: &mut Room) -> Vec<El> {
        let Some(line) = sheet.line(row) else { return Vec::new() };
        let t = self.here.ctx.t;
        let cell = |(at, (field, kind)): (usize, (&Field, &&str))| {
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
                    share.map(|share| plain("", percentage(share)))
                }
                Field::PerHead => {
                    let amount = self.main.and_then(|main| sheet.per_head(row, main));
                    amount.map(|amount| plain("", self.here.exact(amount, Unit::Yuan)))
                }
            };
            let cell = el("td").class(&format!("{kind}{}", if content.is_none() { " blank" } else { "" }));
            let (content, words) = content.unwrap_or_else(|| {
                let (dash, words) = plain("quiet", "—".to_owned());
                (dash.set("title", t.not_stated), words)
            });
            room.figure(at, &words);
            let mark = mark.map(|(mark, words)| {
                room.figure(at, &words);
                mark
            });
            cell.set("role", "gridcell").set("data-label", field_name(t, self.here.ctx.lang, *field)).add(content).maybe(mark)
        };
        self.fields.iter().zip(&self.kinds).enumerate().map(cell).collect()
    }

    /// The mark of an amount that does not fit its neighbours, with what they come to. On paper its words may be folded; no amount is parted.
    fn mark(&self, row: usize, column: Column) -> Option<Said> {
        let m = Money::of(self.here.ctx.lang);
        let check = self.differing.iter().find(|check| check.row == row && check.column == Some(column))?;
        let template = match check.rule {
            Rule::OfWhich => m.mark_part,
            Rule::Balance => m.mark_balance,
            _ => m.mark_sum,
        };
        let (amount, _) = self.here.amount(check.recomputed, check.unit?, self.unit);
        Some((with_text("small", "calc off", &fill(template, &[&amount])), amount))
    }

    fn amount(&self, sheet: &Sheet<'_>, line: &Line, column: Column) -> Option<Said> {
        match column.of(&line.amounts) {
            Stated::Unknown => None,
            Stated::None => Some(plain("quiet", self.here.ctx.t.none.to_owned())),
            Stated::Value(amount) => {
                let (text, exact) = self.here.amount(*amount, sheet.unit(line), self.unit);
                let (figure, words) = plain(if amount.mantissa < 0 { "neg" } else { "" }, text);
                Some((figure.set_some("title", exact.as_deref()), words))
            }
        }
    }

    /// The percentage as printed; where it is not printed, or does not fit the amounts, as they come to.
    fn completion(&self, row: usize, line: &Line) -> Option<Said> {
        let printed = line.printed.as_ref().and_then(|printed| printed.completion_percent.value().copied());
        let computed = completion(line, 1);
        // A bar is as long as the amounts say; only what they give can be over the budget.
        let shown = computed.or(printed)?;
        let (text, words) = self.both(row, Rule::Completion, printed.map(percentage), computed.map(percentage))?;
        let is_full = crate::budget::is_less(Decimal { mantissa: 100, scale: 0 }, shown);
        let mut cell = el("span").class("meter-cell");
        if shown.mantissa >= 0 {
            let width = if is_full { "100%".to_owned() } else { format!("{shown}%") };
            let bar = el("i").class(if is_full && computed.is_some() { "over" } else { "" }).style("width", &width);
            let mark = self.gone.as_ref().map(|gone| el("u").style("left", gone));
            cell = cell.add(el("span").class("meter").set("aria-hidden", "true").add(bar).all(mark.into_iter().collect()));
        }
        Some((cell.add(text), words))
    }

    fn change(&self, sheet: &Sheet<'_>, row: usize, line: &Line) -> Option<Said> {
        let t = self.here.ctx.t;
        let printed = line.printed.as_ref().and_then(|printed| Some((*printed.yoy_percent.value()?, printed.yoy_kind)));
        let words = printed.map(|(percent, kind)| match kind {
            Some(YoyKind::Ratio) => fill(t.ratio_of_prior, &[&percentage(percent)]),
            _ => signed(percent),
        });
        let (cell, _) = self.both(row, Rule::YearOnYear, words, change(sheet.budget, line, 1).map(signed))?;
        // On paper its words may stand in a line of their own; no percentage is parted.
        let widest = [printed.map(|(percent, _)| percent), change(sheet.budget, line, 1)].into_iter().flatten().map(signed);
        Some((cell, widest.max_by_key(String::len).unwrap_or_default()))
    }

    /// A percentage as printed, and what it comes to in a line of its own where that differs.
    fn both(&self, row: usize, rule: Rule, printed: Option<String>, computed: Option<String>) -> Option<Said> {
        let t = self.here.ctx.t;
        let m = Money::of(self.here.ctx.lang);
        let no_base = if rule == Rule::Completion { Rule::NoBudget } else { Rule::NoPrior };
        let finds = |rule: Rule| self.differing.iter().any(|check| check.row == row && check.rule == rule);
        let off = |printed: String, words: &str| {
            let (cell, printed) = plain("", printed);
            Some((cell.text(" ").add(with_text("small", "calc off", words)), printed))
        };
        match (printed, computed) {
            (Some(printed), Some(computed)) if finds(rule) => off(printed, &fill(t.computed, &[&computed])),
            (Some(printed), _) if finds(no_base) => off(printed, m.mark_no_base),
            (Some(printed), _) => Some(plain("", printed)),
            (None, computed) => computed.map(|computed| {
                let (cell, words) = plain("calc", computed);
                (cell.set("title", t.computed_note), words)
            }),
        }
    }
}

fn plain(class: &str, words: String) -> Said {
    (with_text("span", class, &words), words)
}
