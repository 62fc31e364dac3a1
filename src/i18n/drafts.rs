//! What a draft cannot tell, and a person can.

use super::{Lang, count, fill, strings::strings};
use crate::import::budgets::Topic;
use crate::import::draft::Question;
use crate::import::draft::doubts::Why;

strings! {
    /// The strings of one language. `{}` stands for a value; see [`super::fill`].
    Drafts {
        draft_unknown: "未载明", "not in the text at hand";
        draft_assembly: "没有找到是哪一级人大的第几次会议。请补上 assembly.name、term 和 meeting。", "Which session of which congress it is was not found. Add assembly.name, term and meeting.";
        draft_date: "没有找到会议日期。请补上 dates.start，没有日期的会议文件打不开。", "The date of the session was not found. Add dates.start: a session file without a date does not open.";
        draft_nothing: "没有找到会议或预算数字。请检查是不是选错了文件。", "Neither a session nor budget figures were found. Check whether this is the right file.";
        draft_long: "文字太长，靠后的部分没有读取。请只留会议报道或预算报告，存成一个文件再打开。", "The text is too long, and its later part was not read. Save only the report of the session or of the budget as a file and open that.";
        draft_year: "有{}没有写明年度，没有放进草稿。", "{} without a year are not in the draft.";
        draft_hidden: "原表里隐藏的{}也作为明细读取了，请核对。", "{} that the file hides are read as parts of what is seen. Check them.";
        draft_hidden_nothing: "原表里隐藏的{}没有金额，已略去。", "{} that the file hides hold no amounts and were left out.";
        draft_no_budget: "“{}”不像预算或决算表，没有读取；如果是，请手工补上。", "“{}” does not look like a budget and was left out. Add it by hand if it is one.";
        draft_names: "“{}”里找不到项目名称一列，没有读取。", "“{}” has no column of names and was left out.";
        draft_amounts: "“{}”里认不出哪一列是金额，没有读取。", "“{}” has no column that is known to hold amounts and was left out.";
        draft_unit: "“{}”没有写明单位，没有读取。请在表里注明元、万元或亿元。", "“{}” does not say its unit and was left out. Write the unit into the table.";
        draft_direction: "“{}”看不出是收入还是支出，没有读取。", "Nothing says whether “{}” is revenue or expenditure, so it was left out.";
        draft_table_year: "“{}”没有写明年度，请补上。", "“{}” does not say its fiscal year. Add it.";
        draft_column: "认不出“{}”一列是什么，没有读取。", "What the column “{}” holds is not known, so it was left out.";
        draft_same: "“{}”与另一列意思相同，只读取了其中一列，请核对。", "“{}” means the same as another column, and only one of them was read. Check it.";
        draft_several: "原文里还有别的数字：{}。", "The text has other numbers, too: {}.";
        draft_no_year: "原文没有写年份，年份是推断的。", "The text leaves out the year; it was concluded.";
        draft_no_post: "原文没有写明职务。", "The text does not say what post they hold.";
        draft_untitled: "没有标题的表", "a table without a title";
    }
}

/// What to ask, in a sentence.
pub fn question(lang: Lang, question: &Question) -> String {
    let words = Drafts::of(lang);
    match question {
        Question::Assembly => words.draft_assembly.to_owned(),
        Question::Date => words.draft_date.to_owned(),
        Question::Nothing => words.draft_nothing.to_owned(),
        Question::Long => words.draft_long.to_owned(),
        Question::FiscalYear { count: n } => fill(words.draft_year, &[&count(lang, *n, "个数字", "figure", "figures")]),
        Question::HiddenRows { count: n, left_out } => {
            let told = |words: &str, n: usize| (n > 0).then(|| fill(words, &[&count(lang, n, "行", "row", "rows")]));
            let all = [told(words.draft_hidden, *n), told(words.draft_hidden_nothing, *left_out)];
            all.into_iter().flatten().collect::<Vec<_>>().join(if lang == Lang::En { " " } else { "" })
        }
        Question::Table(question) => of_table(lang, question.topic, question.words.as_deref()),
    }
}

/// Why a value may be wrong, in a sentence.
pub fn doubt(lang: Lang, why: &Why) -> String {
    let words = Drafts::of(lang);
    match why {
        Why::Several(others) => {
            let others: Vec<_> = others.iter().map(ToString::to_string).collect();
            fill(words.draft_several, &[&others.join(if lang == Lang::Zh { "、" } else { ", " })])
        }
        Why::NoYear => words.draft_no_year.to_owned(),
        Why::NoPost => words.draft_no_post.to_owned(),
        Why::Asked(asked) => question(lang, asked),
    }
}

/// What to ask of a table of which the caption or a head is given.
pub fn of_table(lang: Lang, topic: Topic, about: Option<&str>) -> String {
    let words = Drafts::of(lang);
    let template = match topic {
        Topic::NoBudget => words.draft_no_budget,
        Topic::Names => words.draft_names,
        Topic::Amounts => words.draft_amounts,
        Topic::Unit => words.draft_unit,
        Topic::Direction => words.draft_direction,
        Topic::Year => words.draft_table_year,
        Topic::Column => words.draft_column,
        Topic::SameColumn => words.draft_same,
    };
    fill(template, &[about.unwrap_or(words.draft_untitled)])
}
