//! What the cells of a line say.

use super::super::Here;
use super::label;
use crate::budget::{Audit, Column, Field, Rule, Sheet, change, completion, grouped, year_gone};
use crate::i18n::fill;
use crate::model::{Decimal, Line, Stated, Unit, YoyKind};
use leptos::prelude::*;
use std::sync::Arc;

/// What the cells of all lines of a table share.
#[derive(Clone)]
pub(super) struct Cells {
    here: Here,
    index: usize,
    unit: Unit,
    /// The language of the content.
    pub(super) lang: String,
    /// The columns.
    pub(super) fields: Arc<Vec<Field>>,
    main: Option<Column>,
    whole: Option<Decimal>,
    gone: Option<String>,
}

impl Cells {
    pub(super) fn new(here: &Here, index: usize, sheet: &Sheet<'_>, unit: Unit, fields: Vec<Field>) -> Self {
        let main = sheet.main_column();
        Self {
            here: here.clone(),
            index,
            unit,
            lang: here.ctx.content_lang(),
            fields: Arc::new(fields),
            main,
            whole: main.and_then(|main| sheet.whole(main)),
            gone: sheet.budget.period.as_ref().and_then(year_gone).map(|gone| format!("{gone}%")),
        }
    }

    /// The cells of a line, in the order of the columns.
    pub(super) fn of(&self, sheet: &Sheet<'_>, row: usize) -> Vec<AnyView> {
        let Some(line) = sheet.line(row) else { return Vec::new() };
        self.fields.iter().map(|field| self.cell(sheet, row, line, *field)).collect()
    }

    fn cell(&self, sheet: &Sheet<'_>, row: usize, line: &Line, field: Field) -> AnyView {
        let label = label(&self.here, field);
        let content = match field {
            Field::Amount(column) => self.amount(sheet, line, column),
            Field::Completion => self.completion(row, line),
            Field::Change => self.change(row, line),
            Field::Share => {
                self.main.zip(self.whole).and_then(|(main, whole)| sheet.share(row, main, whole)).map(|share| percentage(share).into_any())
            }
            Field::PerHead => {
                self.main.and_then(|main| sheet.per_head(row, main)).map(|amount| self.here.exact(amount, Unit::Yuan).into_any())
            }
        };
        let content = content.unwrap_or_else(|| view! { <span class="quiet" title=self.here.ctx.t.not_stated>"—"</span> }.into_any());
        let class = if field == Field::Completion { "meter-cell" } else { "" };
        view! { <td role="gridcell" class=class data-label=label>{content}</td> }.into_any()
    }

    fn amount(&self, sheet: &Sheet<'_>, line: &Line, column: Column) -> Option<AnyView> {
        match column.of(&line.amounts) {
            Stated::Unknown => None,
            Stated::None => Some(view! { <span class="quiet">{self.here.ctx.t.none}</span> }.into_any()),
            Stated::Value(amount) => {
                let (text, exact) = self.here.amount(*amount, sheet.unit(line), self.unit);
                let class = (amount.mantissa < 0).then_some("neg");
                Some(view! { <span class=class title=exact>{text}</span> }.into_any())
            }
        }
    }

    /// The percentage as printed; where it is not printed, or does not fit the amounts, as they come to.
    fn completion(&self, row: usize, line: &Line) -> Option<AnyView> {
        let printed = line.printed.as_ref().and_then(|printed| printed.completion_percent.value().copied());
        let computed = completion(line, 1);
        let shown = printed.or(computed)?;
        let text = self.both(row, Rule::Completion, printed.map(percentage), computed.map(percentage))?;
        let full = Decimal { mantissa: 100, scale: 0 };
        let is_over = crate::budget::is_less(full, shown);
        let width = if is_over { "100%".to_owned() } else { format!("{shown}%") };
        let bar = (shown.mantissa >= 0).then(|| {
            let mark = self.gone.clone().map(|gone| view! { <u style:left=gone></u> });
            view! { <span class="meter" aria-hidden="true"><i class:over=is_over style:width=width></i>{mark}</span> }
        });
        Some(view! { {bar}{text} }.into_any())
    }

    fn change(&self, row: usize, line: &Line) -> Option<AnyView> {
        let t = self.here.ctx.t;
        let printed = line.printed.as_ref().and_then(|printed| {
            let percent = *printed.yoy_percent.value()?;
            Some(if printed.yoy_kind == Some(YoyKind::Ratio) { fill(t.ratio_of_prior, &[&percentage(percent)]) } else { signed(percent) })
        });
        self.both(row, Rule::YearOnYear, printed, change(line, 1).map(signed))
    }

    fn both(&self, row: usize, rule: Rule, printed: Option<String>, computed: Option<String>) -> Option<AnyView> {
        let t = self.here.ctx.t;
        match (printed, computed) {
            (Some(printed), Some(computed)) if differs(&self.here.audit, self.index, row, rule) => {
                Some(view! { <span>{printed}" "<small class="calc">{fill(t.computed, &[&computed])}</small></span> }.into_any())
            }
            (Some(printed), _) => Some(view! { <span>{printed}</span> }.into_any()),
            (None, Some(computed)) => Some(view! { <span class="calc" title=t.computed_note>{computed}</span> }.into_any()),
            (None, None) => None,
        }
    }
}

fn differs(audit: &Audit, table: usize, row: usize, rule: Rule) -> bool {
    audit.differing().any(|check| check.table == table && check.row == row && check.rule == rule)
}

/// A percentage as it is written.
pub(in super::super) fn percentage(percent: Decimal) -> String {
    format!("{}%", grouped(percent))
}

/// A change with its sign.
pub(in super::super) fn signed(percent: Decimal) -> String {
    let plus = if percent.mantissa > 0 { "+" } else { "" };
    format!("{plus}{}", percentage(percent))
}
