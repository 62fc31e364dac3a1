//! What was spent and what was promised in sentences, part by part: the same words for the page and for the hall.

use super::{Money, Promised, Since};
use crate::budget::{Column, grouped};
use crate::i18n::{Answers, Lang, dates, fill, money};
use crate::model::Decimal;

/// A part of a sentence: its words with a place for the figure, and the figure.
pub type Piece = (String, String);

/// 2024年支出2.10亿元 · 完成调整预算的95.9% · 比上年多0.7% · 平均每人4,326元, without what stands between the parts.
pub fn spoken(lang: Lang, of: &Money<'_>) -> Vec<Piece> {
    let a = Answers::of(lang);
    let year = of.budget.fiscal_year.to_string();
    let period = of.budget.period.as_ref().filter(|_| of.year_gone.is_some());
    let (template, when) = match (of.is_spent(), period) {
        (true, Some(period)) => (a.m_part, dates::date(lang, &period.to)),
        (true, None) => (a.m_spent, year),
        (false, _) if of.column == Column::Adjusted => (a.m_adjusted, year),
        (false, _) => (a.m_planned, year),
    };
    let percentage = |percent: Decimal| format!("{}%", grouped(percent));
    let mut parts = vec![(fill(template, &[&when, "{}"]), money::amount(lang, of.amount, of.unit))];
    let mut say = |template: &str, figure: String| parts.push((template.to_owned(), figure));
    if let Some((percent, yardstick)) = of.completion {
        let template = match yardstick {
            Some(Column::Adjusted) => a.m_of_adjusted,
            Some(_) => a.m_of_initial,
            None => a.m_of_budget,
        };
        say(template, percentage(percent));
    }
    if let Some(gone) = of.year_gone {
        say(a.m_year_gone, percentage(gone));
    }
    if let Some(change) = of.change {
        let is_adjusted = of.column == Column::Adjusted;
        let template = match (change.mantissa.signum(), is_adjusted) {
            (0, _) => a.m_same,
            (1, false) => a.m_more,
            (_, false) => a.m_less,
            (1, true) => a.m_more_initial,
            (_, true) => a.m_less_initial,
        };
        say(template, percentage(Decimal { mantissa: change.mantissa.abs(), ..change }));
    }
    if let Some(heads) = of.per_head {
        say(a.m_per_head, grouped(heads));
    }
    parts
}

/// How many projects are late, under way, finished, not begun, and without word of it; none of which there are none.
pub fn counted(lang: Lang, all: &Promised<'_>) -> Vec<Piece> {
    let a = Answers::of(lang);
    let counts = [
        (a.p_late, all.late.len()),
        (a.p_under_way, all.under_way),
        (a.p_done, all.done),
        (a.p_not_begun, all.not_begun),
        (a.p_unknown, all.unknown),
    ];
    counts.into_iter().filter(|(_, count)| *count > 0).map(|(template, count)| (template.to_owned(), count.to_string())).collect()
}

/// For how long the time of something has been over.
pub fn lateness(lang: Lang, since: Option<Since>) -> String {
    let a = Answers::of(lang);
    match since {
        Some(Since::Days(days)) => fill(a.p_late_days, &[&days.to_string()]),
        Some(Since::Months(months)) => fill(a.p_late_months, &[&months.to_string()]),
        None => a.p_late_some.to_owned(),
    }
}
