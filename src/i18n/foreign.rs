//! Strings of the dialog that reads files which offices have.

use super::{Lang, strings::strings};
use crate::drafting::Meaning;

strings! {
    /// The strings of one language. `{}` stands for a value; see [`super::fill`].
    Foreign {
        foreign_title: "从文件读取", "Read from a file";
        foreign_reading: "正在读取“{}”……", "Reading “{}”…";
        foreign_is: "“{}”是{}。", "“{}” is {}.";
        foreign_stay: "文件只在这台设备上读取，不会上传。", "The file is read on this device only; nothing is uploaded.";
        foreign_told: "正文里读出{}项议程、{}位人员、{}个预算数字。", "The text tells of {} agenda items, {} people and {} budget figures.";
        foreign_tables: "表格：共{}张，读出{}行", "Tables: {}, with {} lines read";
        foreign_no_tables: "没有找到表格。", "There are no tables in it.";
        foreign_questions: "要您决定的：{}处", "For you to decide: {}";
        foreign_lines: "{}行", "{} lines";
        foreign_untitled: "没有标题的表", "A table without a title";
        foreign_adjust: "核对、调整", "Check and adjust";
        foreign_fold: "收起", "Fold";
        foreign_unit: "单位", "Unit";
        foreign_stage: "阶段", "Stage";
        foreign_year: "年度", "Fiscal year";
        foreign_book: "哪本预算", "Book";
        foreign_direction: "收支", "Direction";
        foreign_unknown: "未定", "Not decided";
        foreign_column: "“{}”一列是", "The column “{}” holds";
        foreign_row: "行", "Row";
        foreign_becomes: "读成", "Read as";
        foreign_not_read: "没有读取", "Not read";
        foreign_cut: "只显示前{}行，其余照样读取。", "Only the first {} rows are shown; the others are read all the same.";
        foreign_about: "这是哪次会议", "Which session this is";
        foreign_assembly: "人大名称", "Name of the congress";
        foreign_session: "会议名称", "Title of the session";
        foreign_date: "会议日期，如 2026-01-20；不清楚可只写年份", "Date of the session, such as 2026-01-20; the year alone will do";
        foreign_needs_date: "请写明会议日期，如 2026-01-20，或只写年份。", "Give the date of the session, such as 2026-01-20, or its year.";
        foreign_needs_assembly: "请写明是哪一级人大，如“某某县人民代表大会”。", "Say which congress it is.";
        foreign_open: "作为草稿打开", "Open as a draft";
        foreign_check: "打开并核对", "Open and check";
        foreign_join: "把预算并入“{}”", "Add the budgets to “{}”";
        foreign_again: "再试一次", "Try again";
        foreign_absent: "这个单个文件里没有读取程序。请用 yishi-app.html 或网站打开这样的文件。", "This single file does not carry the program that reads such files. Open it with yishi-app.html or on a site.";
        foreign_unreached: "读取程序没能载入：网络可能中断了。", "The program that reads such files could not be loaded: the network may be down.";
        foreign_died: "读取中途停止了：文件可能太大或有损坏。已经打开的内容没有变化。可以只留需要的工作表或页，另存后再打开。", "Reading stopped half way: the file may be too large or damaged. What is open has not changed. Keep only the sheets or pages that are needed, save that, and open it.";
        foreign_late: "读取用了太久，已经停止。已经打开的内容没有变化。可以只留需要的工作表或页，另存后再打开。", "Reading took too long and was stopped. What is open has not changed. Keep only the sheets or pages that are needed, save that, and open it.";
        foreign_joined: "已并入{}份预算", "{} budgets added";
        foreign_workbook: "工作簿（.xlsx）", "Workbook (.xlsx)";
        foreign_workbook_note: "一张工作表一类内容，可用 Excel 或 WPS 修改，改好再打开。", "One sheet for each kind of thing; change it in Excel or WPS, and open it again.";
        foreign_template: "下载空白工作簿，用 Excel 填写", "Download an empty workbook to fill in";
        foreign_template_name: "会议", "session";
        foreign_writing: "正在写工作簿……", "Writing the workbook…";
        foreign_written: "工作簿已保存", "Workbook saved";
        meaning_name: "项目名称", "Names";
        meaning_code: "科目编码", "Codes";
        meaning_prior: "上年决算数", "Final accounts of the year before";
        meaning_initial: "年初预算数", "Initial budget";
        meaning_adjusted: "调整预算数", "Adjusted budget";
        meaning_executed: "执行数", "Carried out";
        meaning_final: "决算数", "Final accounts";
        meaning_next: "下年预算数", "Budget of the next year";
        meaning_completion: "完成预算%", "Completion in %";
        meaning_change: "比上年增减%", "Change on the year before in %";
        meaning_ratio: "为上年%", "In % of the year before";
        meaning_note: "备注", "Remarks";
        meaning_nothing: "不读取", "Left out";
    }
}

/// The words for what a column holds.
pub fn meaning(lang: Lang, meaning: Meaning) -> &'static str {
    let words = Foreign::of(lang);
    match meaning {
        Meaning::Name => words.meaning_name,
        Meaning::Code => words.meaning_code,
        Meaning::PriorFinal => words.meaning_prior,
        Meaning::Initial => words.meaning_initial,
        Meaning::Adjusted => words.meaning_adjusted,
        Meaning::Executed => words.meaning_executed,
        Meaning::FinalAccounts => words.meaning_final,
        Meaning::Next => words.meaning_next,
        Meaning::Completion => words.meaning_completion,
        Meaning::YoyChange => words.meaning_change,
        Meaning::YoyRatio => words.meaning_ratio,
        Meaning::Note => words.meaning_note,
        Meaning::Nothing => words.meaning_nothing,
    }
}
