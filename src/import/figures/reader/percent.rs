//! Percentages: what each is of, and whether it tells growth or how far a budget was carried out.

use super::Reader;
use crate::import::figures::words::{COMPLETION, GROWTH};
use crate::import::figures::{FigureStage, Span};
use crate::model::YoyKind;

impl Reader {
    /// Takes in a percentage after the words of its clause.
    pub(super) fn percent(&mut self, lead: &str, digits: String, span: Span) {
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
