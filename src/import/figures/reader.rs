//! Reads lines in turn and keeps what was said before: the item, the level, the figure that a percentage is of.

use super::context::{self, Context};
use super::fold::{Folded, Number};
use super::item::{item, year};
use super::words::{CHANGES, COMPLETION, GROWTH, STAGES};
use super::{Figure, FigureStage, MOST, Span};
use crate::model::{Unit, YoyKind};

/// What was read, and what still holds.
#[derive(Default)]
pub(super) struct Reader {
    /// The figures so far.
    pub figures: Vec<Figure>,
    context: Context,
    /// The figure that percentages are of.
    current: Option<usize>,
    /// The figures that open brackets interrupt.
    outer: Vec<Option<usize>>,
    /// The figure that 其中 breaks down.
    whole: Option<usize>,
    /// The words of the clause before.
    clause: String,
    /// Whether a title was read.
    has_title: bool,
}

impl Reader {
    /// Reads a line.
    pub fn line(&mut self, line: &Folded) {
        (self.current, self.whole) = (None, None);
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
                ',' | ':' | '。' | ';' | '(' | ')' => self.separator(sign, &line.text(start, at)),
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
        match sign {
            '(' => self.outer.push(self.current),
            ')' => self.current = self.outer.pop().flatten().or(self.current),
            '。' => {
                self.current = None;
                self.whole = None;
                self.outer.clear();
            }
            _ => {}
        }
        // Digits and marks say nothing; lists have a million of them.
        if !clause.is_ascii() {
            if clause.contains("其中") || clause.contains("包括") {
                self.whole = self.whole.or(self.current);
            }
            self.said(clause);
        }
        if sign == '。' {
            self.clause.clear();
        } else if !clause.is_empty() {
            clause.clone_into(&mut self.clause);
        }
    }

    /// Takes in what running words say of what follows.
    fn said(&mut self, words: &str) {
        if words.chars().count() > 30 {
            return;
        }
        if let Some(said) = year(words)
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
        {
            return;
        }
        let (mut name, mut level) = item(if of_budget { "" } else { lead });
        if lead.contains("其中") || lead.contains("包括") {
            self.whole = self.whole.or(self.current);
        }
        let mut is_same = false;
        if name.is_empty() && !of_budget && !self.clause.is_empty() {
            (name, level) = item(&self.clause);
        }
        if name.is_empty() {
            let Some(last) = self.current.and_then(|at| self.figures.get(at)) else { return };
            name.clone_from(&last.item);
            is_same = true;
        }
        if name.chars().count() > 40 {
            return;
        }
        if let Some(said) = year(lead) {
            self.context.year = Some(said);
        }
        if level.is_some() {
            self.context.scope = level;
        }
        self.context.book = context::book(&name).or(self.context.book);
        let is_balance = ["年终结", "年末", "余额", "债券", "滚存", "收支结余", "限额"].iter().any(|word| name.contains(word))
            && !name.ends_with("收入")
            && !name.ends_with("支出");
        let direction = if is_balance { None } else { context::direction(&name).or(self.context.direction) };
        self.context.direction = direction.or(self.context.direction);
        let stage = self.stage(lead, of_budget);
        let figure = Figure {
            item: name,
            amount: number.digits.clone(),
            unit,
            book: self.context.book,
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

    fn percent(&mut self, lead: &str, digits: String, span: Span) {
        let Some(figure) = self.current.and_then(|at| self.figures.get_mut(at)) else { return };
        let bare = lead.trim_end_matches(['了', '约', '达', '为', '到']).trim_start_matches('的');
        let is_budget = figure.stage == FigureStage::Initial && lead.is_empty();
        if let Some(rule) = GROWTH.iter().filter(|rule| bare.ends_with(rule.word)).max_by_key(|rule| rule.word.len()) {
            let is_same_measure = !["剔除", "扣除", "口径"].iter().any(|word| lead.contains(word) || self.clause.contains(word));
            if figure.yoy_percent.is_none() && is_same_measure {
                let digits = if rule.means == "-" { digits.trim_start_matches('-') } else { &digits };
                figure.yoy_percent = Some(format!("{}{digits}", rule.means));
                figure.yoy_kind = Some(YoyKind::Change);
                figure.yoy_span = Some(span);
            }
            return;
        }
        let end = bare.trim_end_matches(['的', '数']);
        if ["上年", "去年", "上年同期", "去年同期", "上年决算", "上年执行", "上年完成"].iter().any(|word| end.ends_with(word))
        {
            if figure.yoy_percent.is_none() {
                figure.yoy_percent = Some(digits);
                figure.yoy_kind = Some(YoyKind::Ratio);
                figure.yoy_span = Some(span);
            }
            return;
        }
        let follows_budget = lead == "的" && self.figures.last().is_some_and(|last| last.rule == "budget before its percentage");
        let is_completion = COMPLETION.iter().any(|rule| end.ends_with(rule.word)) || follows_budget;
        if is_completion && !is_budget {
            let Some(figure) = self.current.and_then(|at| self.figures.get_mut(at)) else { return };
            if figure.completion_percent.is_none() {
                figure.completion_percent = Some(digits);
                figure.completion_span = Some(span);
            }
        }
    }
}
