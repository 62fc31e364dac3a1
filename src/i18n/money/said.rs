//! What figures of a budget come to, in words: the sentence of a table, and what a picture shows first.

use super::Money;
use crate::budget::{Largest, Movers, Pace, Sheet, Span, Summary, Told, change, grouped, in_unit, is_less, rounded};
use crate::i18n::{Lang, fill, labels};
use crate::model::{Decimal, Direction, Unit};

/// A part of a sentence around the figure that it is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    /// What stands before the figure, with what parts it from the piece before.
    pub before: String,
    /// The figure.
    pub figure: String,
    /// What stands behind it.
    pub after: String,
}

impl Piece {
    /// The piece as text.
    pub fn text(&self) -> String {
        format!("{}{}{}", self.before, self.figure, self.after)
    }

    /// The template with the figure in the place of its last `{}`.
    fn new(template: &str, figure: String) -> Self {
        let (before, after) = template.rsplit_once("{}").unwrap_or((template, ""));
        Self { before: before.to_owned(), figure, after: after.to_owned() }
    }
}

/// An amount as one says it: 2.10亿元, 8,303万元, 210.3 million yuan. Rounded; the exact figure stands in the table.
pub fn amount(lang: Lang, amount: Decimal, unit: Unit) -> String {
    let m = Money::of(lang);
    let Some(yuan) = in_unit(amount, unit, Unit::Yuan) else { return format!("{}{}", grouped(amount), labels::unit_after(lang, unit)) };
    let size = Decimal { mantissa: yuan.mantissa.saturating_abs(), ..yuan };
    let is_under = |power: u32| is_less(size, Decimal { mantissa: 10_i128.pow(power), scale: 0 });
    let moved = |power: u32, places: u32| grouped(rounded(Decimal { scale: yuan.scale + power, ..yuan }, places));
    let (template, figure) = match lang {
        _ if is_under(4) => (m.yuan_small, moved(0, 2)),
        Lang::Zh if is_under(7) => (m.yuan_middle, moved(4, 2)),
        Lang::Zh if is_under(8) => (m.yuan_middle, moved(4, 0)),
        Lang::Zh => (m.yuan_large, moved(8, 2)),
        Lang::En if is_under(6) => (m.yuan_middle, moved(0, 0)),
        Lang::En => (m.yuan_large, moved(6, 1)),
    };
    fill(template, &[&figure])
}

/// An amount in a list: in Chinese as printed; in English, which does not count in 万 and 亿, as one says it.
pub fn listed(lang: Lang, value: Decimal, unit: Unit) -> String {
    match lang {
        Lang::Zh => exact(lang, value, unit),
        Lang::En => amount(lang, value, unit),
    }
}

/// An amount in full: as printed; in English in yuan.
pub fn exact(lang: Lang, value: Decimal, unit: Unit) -> String {
    let (value, unit) = match (lang, in_unit(value, unit, Unit::Yuan)) {
        (Lang::En, Some(yuan)) => (yuan, Unit::Yuan),
        _ => (value, unit),
    };
    format!("{}{}", grouped(value), labels::unit_after(lang, unit))
}

/// An amount where it is said only once: as in a list, and in full behind that where the list rounds.
pub fn whole_amount(lang: Lang, value: Decimal, unit: Unit) -> String {
    let (listed, exact) = (listed(lang, value, unit), exact(lang, value, unit));
    let is_rounded = lang == Lang::En && in_unit(value, unit, Unit::Yuan).is_some_and(is_rounded);
    if is_rounded { format!("{listed} ({exact})") } else { listed }
}

/// Whether [`amount`] rounds an amount in yuan in English: to hundredths, to yuan or to a tenth of a million.
fn is_rounded(yuan: Decimal) -> bool {
    let under = |power: u32| is_less(bare(yuan), Decimal { mantissa: 10_i128.pow(power), scale: 0 });
    let (power, places) = match () {
        () if under(4) => (0, 2),
        () if under(6) => (0, 0),
        () => (6, 1),
    };
    let moved = Decimal { scale: yuan.scale + power, ..yuan };
    let cut = rounded(moved, places);
    is_less(cut, moved) || is_less(moved, cut)
}

/// The sentence of a table: how much, how much of the budget, against last year, per person.
pub fn sentence(lang: Lang, sheet: &Sheet<'_>, summary: &Summary) -> Vec<Piece> {
    let m = Money::of(lang);
    let figure = amount(lang, summary.amount, summary.unit);
    let total = if summary.is_whole {
        Piece::new(whole(m, sheet.table.direction, summary), figure)
    } else {
        let name = sheet.line(summary.row).map(|line| line.name.to_string()).unwrap_or_default();
        // What is in the name is no place for a figure.
        let (template, place) = match summary.column {
            crate::budget::Column::Executed | crate::budget::Column::FinalAccounts => (m.say_named, "{}"),
            _ => (m.say_named_stage, ""),
        };
        let mut piece = Piece::new(template, figure);
        piece.before = match place {
            "{}" => fill(&piece.before, &[&name]),
            _ => fill(&piece.before, &[&name, labels::column(lang, summary.column)]),
        };
        piece
    };
    let mut pieces = vec![total];
    let mut add = |template: &str, figure: String| {
        let mut piece = Piece::new(template, figure);
        piece.before.insert_str(0, comma(lang));
        pieces.push(piece);
    };
    if let Some(told) = summary.completion {
        add(if told.is_printed { m.say_done_printed } else { m.say_done }, percentage(told));
    }
    if let Some(gone) = summary.gone {
        add(m.say_gone, format!("{}%", grouped(gone)));
    }
    if let Some(told) = summary.change {
        add(if told.is_printed { m.say_change_printed } else { m.say_change }, signed(told.percent));
    }
    if let Some(head) = summary.per_head {
        // Of hundreds of yuan nobody counts the fen.
        let places = if head.mantissa.unsigned_abs() < 10_000 { 2 } else { 0 };
        add(m.say_head, fill(m.yuan_small, &[&grouped(rounded(head, places))]));
    }
    if let Some(last) = pieces.last_mut() {
        last.after.push_str(m.say_stop);
    }
    pieces
}

const fn whole(m: &'static Money, direction: Direction, summary: &Summary) -> &'static str {
    use crate::budget::Column::{Adjusted, Executed, FinalAccounts, Initial, Next, PriorFinal};
    match (direction, summary.column) {
        (Direction::Expenditure, Executed | FinalAccounts) => m.say_spent,
        (Direction::Revenue, Executed | FinalAccounts) => m.say_raised,
        (Direction::Expenditure, Initial) => m.say_to_spend,
        (Direction::Revenue, Initial) => m.say_to_raise,
        (Direction::Expenditure, Adjusted) => m.say_spend_adjusted,
        (Direction::Revenue, Adjusted) => m.say_raise_adjusted,
        (Direction::Expenditure, PriorFinal) => m.say_spent_before,
        (Direction::Revenue, PriorFinal) => m.say_raised_before,
        (Direction::Expenditure, Next) => m.say_spend_next,
        (Direction::Revenue, Next) => m.say_raise_next,
    }
}

const fn comma(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "，",
        Lang::En => ", ",
    }
}

fn percentage(told: Told) -> String {
    format!("{}%", grouped(told.percent))
}

fn signed(percent: Decimal) -> String {
    format!("{}{}%", if percent.mantissa > 0 { "+" } else { "" }, grouped(percent))
}

/// A percentage or an amount without its sign, where a word says which way.
fn bare(amount: Decimal) -> Decimal {
    Decimal { mantissa: amount.mantissa.saturating_abs(), ..amount }
}

/// The share of a part as it is written.
pub fn share(share: Decimal) -> String {
    format!("{}%", grouped(share))
}

fn name<'a>(sheet: &Sheet<'a>, row: usize) -> &'a str {
    sheet.line(row).map_or("", |line| line.name.as_str())
}

/// Which part is the largest.
pub fn largest(lang: Lang, sheet: &Sheet<'_>, found: &Largest) -> String {
    let m = Money::of(lang);
    let template = if found.is_whole { m.cap_largest } else { m.cap_largest_listed };
    let three = found.three.map(|three| fill(m.cap_three, &[&share(three)])).unwrap_or_default();
    format!("{}{three}", fill(template, &[name(sheet, found.row), &share(found.share)]))
}

/// Which lines lag behind and lead.
pub fn pace(lang: Lang, sheet: &Sheet<'_>, found: &Pace) -> Option<String> {
    let m = Money::of(lang);
    let said = |template: &str, one: Option<(usize, Told)>| {
        let (row, told) = one?;
        let source = if told.is_printed { m.cap_printed } else { "" };
        Some(format!("{}{source}", fill(template, &[name(sheet, row), &percentage(told)])))
    };
    joined(m, [said(m.cap_least, found.least), said(m.cap_most, found.most)])
}

/// Which lines rose and fell most: by their percentage where there is one, else by the amount.
pub fn movers(lang: Lang, sheet: &Sheet<'_>, found: &Movers) -> Option<String> {
    let m = Money::of(lang);
    let said = |template: &str, one: Option<(usize, Decimal)>| {
        let (row, difference) = one?;
        let percent = change(sheet.budget, sheet.line(row)?, 1).filter(|percent| percent.mantissa != 0);
        let by = amount(lang, bare(difference), Unit::Yuan);
        let by = percent.map_or_else(
            || by.clone(),
            |percent| match lang {
                Lang::Zh => format!("{}%（{by}）", grouped(bare(percent))),
                Lang::En => format!("{}% ({by})", grouped(bare(percent))),
            },
        );
        Some(fill(template, &[name(sheet, row), &by]))
    };
    joined(m, [said(m.cap_up, found.up), said(m.cap_down, found.down)])
}

/// From which figure to which a line went over the years; `stage` says what a stage is called.
pub fn span(lang: Lang, found: &Span) -> String {
    let m = Money::of(lang);
    let stage = |point: &crate::budget::Point| labels::column(lang, point.stage);
    let (from, to) = (&found.from, &found.to);
    let said = |point: &crate::budget::Point| amount(lang, point.amount, point.unit);
    if from.fiscal_year == to.fiscal_year {
        return fill(m.cap_year, &[&to.fiscal_year.to_string(), stage(to), &said(to)]);
    }
    let years = [from.fiscal_year.to_string(), to.fiscal_year.to_string()];
    let way = fill(m.cap_years, &[&years[0], stage(from), &said(from), &years[1], stage(to), &said(to)]);
    let change = found.change.map(|percent| {
        let template = match percent.mantissa {
            ..0 => m.cap_fall,
            0 => m.cap_same,
            _ => m.cap_rise,
        };
        fill(template, &[&share(bare(percent))])
    });
    format!("{way}{}", change.unwrap_or_default())
}

fn joined(m: &Money, said: [Option<String>; 2]) -> Option<String> {
    let said: Vec<String> = said.into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(m.cap_join))
}

#[cfg(test)]
mod tests;
