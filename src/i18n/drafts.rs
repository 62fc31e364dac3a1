//! What a draft cannot tell, and a person can.

use super::{Lang, count, fill, strings::strings};
use crate::import::draft::Question;

strings! {
    /// The strings of one language. `{}` stands for a value; see [`super::fill`].
    Drafts {
        draft_unknown: "未载明", "not in the text at hand";
        draft_assembly: "没有找到是哪一级人大的第几次会议。请补上 assembly.name、term 和 meeting。", "Which session of which congress it is was not found. Add assembly.name, term and meeting.";
        draft_date: "没有找到会议日期。请补上 dates.start，没有日期的会议文件打不开。", "The date of the session was not found. Add dates.start: a session file without a date does not open.";
        draft_nothing: "没有找到会议或预算数字。请检查是不是选错了文件。", "Neither a session nor budget figures were found. Check whether this is the right file.";
        draft_year: "有{}没有写明年度，没有放进草稿。", "{} without a year are not in the draft.";
        draft_tables: "文件里有{}，目前还不读取，只读取了正文。", "{} in the file are not read yet; only the running text was.";
    }
}

/// What to ask, in a sentence.
pub fn question(lang: Lang, question: &Question) -> String {
    let words = Drafts::of(lang);
    match question {
        Question::Assembly => words.draft_assembly.to_owned(),
        Question::Date => words.draft_date.to_owned(),
        Question::Nothing => words.draft_nothing.to_owned(),
        Question::FiscalYear { count: n } => fill(words.draft_year, &[&count(lang, *n, "个数字", "figure", "figures")]),
        Question::Tables { count: n } => fill(words.draft_tables, &[&count(lang, *n, "张表", "table", "tables")]),
    }
}
