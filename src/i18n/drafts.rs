//! The questions that a draft leaves to people, as sentences.

use super::{Lang, fill, strings::strings};
use crate::import::budgets::{Question, Topic};

strings! {
    /// The strings of one language. `{}` stands for a value; see [`super::fill`].
    Drafts {
        draft_no_budget: "“{}”不像预算或决算表，没有读取；如果是，请手工补上。", "“{}” does not look like a budget and was left out. Add it by hand if it is one.";
        draft_names: "“{}”里找不到项目名称一列，没有读取。", "“{}” has no column of names and was left out.";
        draft_amounts: "“{}”里认不出哪一列是金额，没有读取。", "“{}” has no column that is known to hold amounts and was left out.";
        draft_unit: "“{}”没有写明单位，没有读取。请在表里注明元、万元或亿元。", "“{}” does not say its unit and was left out. Write the unit into the table.";
        draft_direction: "“{}”看不出是收入还是支出，没有读取。", "Nothing says whether “{}” is revenue or expenditure, so it was left out.";
        draft_year: "“{}”没有写明年度，请补上。", "“{}” does not say its fiscal year. Add it.";
        draft_column: "认不出“{}”一列是什么，没有读取。", "What the column “{}” holds is not known, so it was left out.";
        draft_same: "“{}”与另一列意思相同，只读取了其中一列，请核对。", "“{}” means the same as another column, and only one of them was read. Check it.";
        draft_title: "会议名称待填。", "The title of the session is to be filled in.";
        draft_assembly: "人民代表大会的名称待填。", "The name of the congress is to be filled in.";
        draft_dates: "会议日期待填，现在写的只是年度。", "The date of the session is to be filled in: what stands there is only a year.";
        draft_untitled: "没有标题的表", "a table without a title";
    }
}

/// What people have to decide or fill in, as a sentence.
///
/// ```
/// use yishi::{i18n::{Lang, drafts::question}, import::budgets::{Question, Topic}};
/// let asked = Question { topic: Topic::Title, words: None, at: None };
/// assert_eq!(question(Lang::Zh, &asked), "会议名称待填。");
/// ```
pub fn question(lang: Lang, question: &Question) -> String {
    let words = Drafts::of(lang);
    let template = match question.topic {
        Topic::NoBudget => words.draft_no_budget,
        Topic::Names => words.draft_names,
        Topic::Amounts => words.draft_amounts,
        Topic::Unit => words.draft_unit,
        Topic::Direction => words.draft_direction,
        Topic::Year => words.draft_year,
        Topic::Column => words.draft_column,
        Topic::SameColumn => words.draft_same,
        Topic::Title => words.draft_title,
        Topic::Assembly => words.draft_assembly,
        Topic::Dates => words.draft_dates,
    };
    if !template.contains("{}") {
        return template.to_owned();
    }
    fill(template, &[question.words.as_deref().unwrap_or(words.draft_untitled)])
}
