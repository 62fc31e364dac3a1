//! A line as text.

use crate::budget::{Column, Sheet};
use crate::i18n::{Lang, labels, mismatches};
use crate::model::Line;
use crate::ui::pages::budget::ctx::BudgetCtx;

/// The line as it is copied: exact amounts, what the audit says against them, budget, session, link.
pub(super) fn copied(here: &BudgetCtx, sheet: &Sheet<'_>, (index, row): (usize, usize), line: &Line, address: &str) -> String {
    let lang = here.ctx.lang;
    let unit = sheet.unit(line);
    let amounts = Column::ALL.into_iter().filter_map(|column| {
        let amount = column.of(&line.amounts).value()?;
        Some(format!("{} {}", labels::column(lang, column), here.exact(*amount, unit)))
    });
    let amounts = amounts.collect::<Vec<_>>().join(" · ");
    let session = here.ctx.session();
    let sample = if session.is_sample { format!(" ({})", here.ctx.t.sample) } else { String::new() };
    let colon = if lang == Lang::Zh { "：" } else { ": " };
    let mut off = String::new();
    for words in here.audited().map(|audit| mismatches(lang, &audit, index, row)).unwrap_or_default() {
        off.extend(["\n", &words]);
    }
    // A link to a file on this device leads nobody else to it.
    let address = if here.ctx.is_public() { format!("\n{address}") } else { String::new() };
    format!("{}{colon}{amounts}{off}\n{} · {}{sample}{address}", line.name, sheet.budget.title, session.title)
}
