//! Reads lines in turn and keeps what was said before: the item, the level, the figure that a percentage is of.

mod percent;

use super::context::{self, Context};
use super::fold::{Folded, Number};
use super::item::{item, year};
use super::nothing;
use super::words::{CHANGES, STAGES};
use super::{Figure, FigureStage, MOST, Span};
use crate::model::Unit;

/// What was read, and what still holds.
#[derive(Default)]
pub(super) struct Reader {
    /// The figures so far.
    pub figures: Vec<Figure>,
    context: Context,
    /// The figure that percentages are of.
    current: Option<usize>,
    /// What open brackets interrupt.
    outer: Vec<Outer>,
    /// The figure that 其中 breaks down.
    whole: Option<usize>,
    /// What the list of ①②③ in this sentence breaks down.
    listed: Listed,
    /// The words of the clause before.
    clause: String,
    /// Whether a title was read.
    has_title: bool,
}

/// A list of ①②③.
#[derive(Default, PartialEq)]
enum Listed {
    /// There is none yet.
    #[default]
    Nowhere,
    /// It breaks down a figure, or none.
    Of(Option<usize>),
}

/// The most bytes of words before a bracket that may name an item.
const MOST_NAME: usize = 240;

/// What a bracket interrupts.
struct Outer {
    current: Option<usize>,
    /// The words before it, of which an amount directly after it is.
    clause: String,
    /// How many figures there were.
    count: usize,
}

impl Reader {
    /// Reads a line.
    pub fn line(&mut self, line: &Folded) {
        (self.current, self.whole, self.listed) = (None, None, Listed::Nowhere);
        self.outer.clear();
        self.clause.clear();
        let mut at = self.headings(line);
        let mut start = at;
        while let Some(&sign) = line.chars.get(at).filter(|_| self.figures.len() < MOST) {
            match sign {
                '0'..='9' => {
                    match line.number(at) {
                        Ok(number) => {
                            let end = number.end;
                            let lead = line.text(start, at);
                            match number.unit {
                                Some(unit) => self.amount(line, start, lead.trim_end_matches('-'), &number, unit),
                                None => self.percent(&lead, number.digits, Span { start: line.at[start], end: line.at[end] }),
                            }
                            self.clause.clear();
                            (at, start) = (end, end);
                        }
                        Err(end) => at = end.max(at + 1),
                    }
                    continue;
                }
                ',' | ':' | '。' | ';' | '(' | ')' | '①'..='⑳' => self.separator(sign, &line.text(start, at)),
                _ => {
                    at += 1;
                    continue;
                }
            }
            at += 1;
            start = at;
        }
    }

    /// Takes in what the line says as a heading; where the text goes on after it.
    fn headings(&mut self, line: &Folded) -> usize {
        let end = line.chars.iter().position(|sign| *sign == '。').unwrap_or(line.chars.len()).min(80);
        let first = line.text(0, end);
        if line.chars.last() == Some(&':') && nothing::announces_measures(&first) {
            self.context.measures = Some(1);
        }
        let has_amount = first.contains("万元") || first.contains("亿元") || first.contains('%');
        let depth = context::depth(&first);
        if has_amount {
            let head: String = first.split([',', ':']).next().unwrap_or_default().to_owned();
            if depth > 0 && !head.contains("元") {
                self.context.heading(&head);
            }
            return if depth > 0 { line.chars.iter().position(|sign| matches!(sign, '、' | '.' | ')')).map_or(0, |at| at + 1) } else { 0 };
        }
        let is_title =
            !self.has_title && (first.contains("报告") || first.contains("情况") || first.contains("预算") || first.contains("决算"));
        let is_short = line.chars.len() < 45 && !line.chars.contains(&'。');
        if depth > 0 || is_title || is_short && (first.contains("预算") || first.contains("决算") || first.contains("收支")) {
            self.has_title |= is_title;
            self.context.heading(&first);
            return end;
        }
        0
    }

    fn separator(&mut self, sign: char, clause: &str) {
        let mut before = String::new();
        let is_bracketed = !self.outer.is_empty();
        match sign {
            '(' => {
                let clause = if clause.is_empty() { &self.clause } else { clause };
                // What is longer names no item.
                let clause = if clause.len() <= MOST_NAME { clause.to_owned() } else { String::new() };
                self.outer.push(Outer { current: self.current, clause, count: self.figures.len() });
            }
            ')' => {
                if let Some(outer) = self.outer.pop() {
                    self.current = outer.current.or(self.current);
                    if outer.count == self.figures.len() || outer.current.is_none() {
                        before = outer.clause;
                    }
                }
            }
            '。' => {
                (self.current, self.whole, self.listed) = (None, None, Listed::Nowhere);
                self.outer.clear();
            }
            _ => {}
        }
        // Digits and marks say nothing; lists have a million of them.
        let says = !clause.is_ascii();
        if says {
            self.break_down(clause);
        }
        if matches!(sign, '①'..='⑳') {
            // What follows the next number stands beside what follows this one, not within it.
            match self.listed {
                Listed::Of(whole) => self.whole = whole,
                Listed::Nowhere => self.listed = Listed::Of(self.whole),
            }
        }
        if says && self.context.measures.is_none() {
            self.said(clause, is_bracketed);
        }
        if sign == '。' {
            self.clause.clear();
        } else if !before.is_empty() {
            // A bracket without amounts is a remark: `收入（预计数，下同）5万元`.
            self.clause = before;
        } else if !clause.is_empty() {
            clause.clone_into(&mut self.clause);
        }
    }

    /// Takes the figure before as the whole of what follows 其中; in a list of ①②③ each item may have parts.
    fn break_down(&mut self, words: &str) {
        if (words.contains("其中") || words.contains("包括")) && (self.whole.is_none() || self.listed == Listed::Of(self.whole)) {
            self.whole = self.current.or(self.whole);
        }
    }

    /// Takes in what running words say of what follows; a year in brackets is a remark.
    fn said(&mut self, words: &str, is_bracketed: bool) {
        if words.chars().count() > 30 {
            return;
        }
        if let Some(said) = year(words).filter(|_| !is_bracketed)
            && !["比", "较", "上年"].iter().any(|word| words.contains(word))
        {
            self.context.year = Some(said);
        }
        let is_comparison = ["占", "比", "影响", "增", "减"].iter().any(|word| words.contains(word));
        if !is_comparison {
            self.context.book = context::book(words).or(self.context.book);
            self.context.direction = context::direction(words).or(self.context.direction);
            if let (_, Some(level)) = item(words) {
                self.context.scope = Some(level);
            }
        }
    }

    fn amount(&mut self, line: &Folded, start: usize, lead: &str, number: &Number, unit: Unit) {
        let bare = lead.trim_end_matches(['约', '了', '近', '达', '为', '额']);
        let is_change = CHANGES.iter().any(|rule| bare.ends_with(rule.word))
            || ["同比", "比上年", "较上年", "比去年"].iter().any(|word| lead.starts_with(word));
        let follows = line.text(number.end, number.end + 2);
        let of_budget = follows.starts_with('的') && line.chars.get(number.end + 1).is_some_and(char::is_ascii_digit);
        if is_change
            || (of_budget && !lead.contains("预算") && !lead.contains("计划") && !lead.contains("任务"))
            || follows.starts_with("以上")
            || self.context.measures.is_some()
            || nothing::is_standard(lead, &self.clause, number, unit)
        {
            return;
        }
        let (mut name, mut level) = item(if of_budget { "" } else { lead });
        self.break_down(lead);
        let mut is_same = false;
        if name.is_empty() && !of_budget && !self.clause.is_empty() {
            (name, level) = item(&self.clause);
        }
        if name.is_empty() {
            let Some(last) = self.current.and_then(|at| self.figures.get(at)) else { return };
            name.clone_from(&last.item);
            is_same = true;
        }
        if name.chars().count() > 40 || nothing::is_no_item(&name) {
            return;
        }
        if let Some(said) = year(lead).filter(|_| self.outer.is_empty()) {
            self.context.year = Some(said);
        }
        let is_after = |words: &str| words.starts_with('加') && !words.starts_with("加强") && !words.starts_with("加快");
        let is_whole = ["合计", "总计", "总量"].iter().any(|word| name.ends_with(word));
        if !lead.contains("其中") && (is_whole || is_after(lead) || (lead.is_empty() && is_after(&self.clause))) {
            // What is added to a whole, and what both come to, stands beside it.
            self.whole = None;
        }
        if level.is_some() {
            self.context.scope = level;
        }
        self.context.book = context::book(&name).or(self.context.book);
        let is_balance = ["年终结", "年末", "余额", "债券", "滚存", "收支结余", "限额"].iter().any(|word| name.contains(word))
            && !name.ends_with("收入")
            && !name.ends_with("支出");
        let is_debt = nothing::is_debt(&name);
        let direction = if is_balance || is_debt { None } else { context::direction(&name).or(self.context.direction) };
        self.context.direction = direction.or(self.context.direction);
        let stage = self.stage(lead, of_budget);
        let figure = Figure {
            item: name,
            amount: number.digits.clone(),
            unit,
            book: self.context.book.filter(|_| !is_debt),
            direction,
            stage,
            year: self.context.year,
            scope: self.context.scope.clone(),
            completion_percent: None,
            yoy_percent: None,
            yoy_kind: None,
            parent: self.whole.filter(|_| !is_same),
            span: Span { start: line.at[start], end: line.at[number.end] },
            completion_span: None,
            yoy_span: None,
            rule: if of_budget {
                "budget before its percentage"
            } else if is_same {
                "another stage of the item before"
            } else {
                "item and amount"
            },
        };
        self.figures.push(figure);
        if !of_budget {
            self.current = Some(self.figures.len() - 1);
        }
    }

    fn stage(&self, lead: &str, of_budget: bool) -> FigureStage {
        let section = self.context.stage.unwrap_or_default();
        let found = STAGES.iter().find(|rule| lead.contains(rule.word)).map(|rule| rule.means);
        match found {
            Some(FigureStage::Executed) if section == FigureStage::Final => FigureStage::Final,
            Some(stage) => stage,
            None if of_budget => FigureStage::Initial,
            None if section == FigureStage::Executed && self.context.plan.is_some() && self.context.year == self.context.plan => {
                FigureStage::Initial
            }
            None => section,
        }
    }
}
