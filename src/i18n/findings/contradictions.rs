//! The words of contradictions, for readers beside the figures and for who makes the file.

use super::words::{listed_word, moment, quantity_word};
use super::{capital, pick};
use crate::check::Contradiction as Of;
use crate::i18n::{Lang, fill};

/// A contradiction with both its numbers, as it is told beside what it is of.
pub fn remark(lang: Lang, of: &Of) -> String {
    let quantity = |what| quantity_word(lang, what).to_owned();
    let (template, values) = match of {
        Of::Reversed { early, early_at, late, late_at } => (
            pick(lang, "{}（{}）早于{}（{}）。", "{} ({}) is before {} ({})."),
            vec![moment(lang, *late), late_at.clone(), moment(lang, *early), early_at.clone()],
        ),
        Of::OutsideSession { date, start, end } => (
            pick(lang, "日期 {} 不在会期（{} 至 {}）之内。", "{} is outside of the session ({} to {})."),
            vec![date.clone(), start.clone(), end.clone()],
        ),
        Of::Exceeds { part: one, count, whole, limit } | Of::Differs { sum: one, count, whole, limit } => {
            let template = if matches!(of, Of::Exceeds { .. }) {
                pick(lang, "{}（{}）多于{}（{}）。", "{} ({}) is more than {} ({}).")
            } else {
                pick(lang, "{}（{}）与{}（{}）不相等。", "{} ({}) is not the same as {} ({}).")
            };
            (template, vec![quantity(*one), count.to_string(), quantity(*whole), limit.to_string()])
        }
        Of::NoQuorum { present, expected } => (
            pick(
                lang,
                "写明符合法定人数，但实到 {} 人未超过应到 {} 人的一半。",
                "A quorum is stated, but {} present of {} expected is not more than half.",
            ),
            vec![present.to_string(), expected.to_string()],
        ),
        Of::DeclaredDiffers { list, declared, listed } => (
            pick(lang, "来源说有 {} 项{}，文件里列出 {} 项。", "The source says {} {}; the file lists {}."),
            vec![declared.to_string(), listed_word(lang, *list).to_owned(), listed.to_string()],
        ),
        Of::PeriodYear { date, fiscal_year } => (
            pick(lang, "期间的日期 {} 不在财政年度 {} 年。", "{} is not in the fiscal year {}."),
            vec![date.clone(), fiscal_year.to_string()],
        ),
        Of::MoreThanAll { percent } => (pick(lang, "{}% 超过 100%。", "{}% is more than 100%."), vec![percent.to_string()]),
        Of::BadProgress { percent } => (pick(lang, "{}% 小于 0。", "{}% is less than 0."), vec![percent.to_string()]),
    };
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    capital(lang, fill(template, &values))
}

/// Several of them as one text, which says that the source is so; nothing where there are none.
pub fn as_printed(lang: Lang, found: &[Of]) -> Option<String> {
    let words: Vec<String> = found.iter().map(|of| remark(lang, of)).collect();
    let words = words.join(if lang == Lang::En { " " } else { "" });
    (!found.is_empty()).then(|| fill(lang.texts().as_printed, &[&words]))
}

/// A contradiction with what the maker of the file should do about it.
pub(super) fn advised(lang: Lang, of: &Of) -> String {
    let said = remark(lang, of);
    let (zh, en) = match of {
        Of::DeclaredDiffers { .. } => ("请补全或核对", "Complete the list or check the number."),
        Of::Reversed { .. } => ("请与来源核对", "Check both against the source."),
        Of::OutsideSession { .. } => ("请与来源核对", "Check the dates against the source."),
        Of::Exceeds { .. } | Of::Differs { .. } | Of::NoQuorum { .. } => ("请与来源核对", "Check the figures against the source."),
        Of::PeriodYear { .. } => ("请与来源核对", "Check the period or the year against the source."),
        Of::MoreThanAll { .. } | Of::BadProgress { .. } => ("请与来源核对", "Check it against the source."),
    };
    match lang {
        Lang::Zh => format!("{}；{zh}。", said.trim_end_matches('。')),
        Lang::En => format!("{said} {en}"),
    }
}
