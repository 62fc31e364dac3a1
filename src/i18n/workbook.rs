//! What stands in a workbook of ours beside the session, and what is to be said of one that was read.

use super::{Lang, fill, findings, strings::strings};
use crate::read::ReadError;
use crate::workbook::{Column, Finding, Guide, Kind, Problem};

strings! {
    /// The strings of one language. `{}` stands for a value; see [`super::fill`].
    Workbooks {
        workbook_title: "人民代表大会会议资料", "A session of a people's congress";
        workbook_sheets: "每张工作表是一类内容，一行一条；“会议”表一行一项，内容写在中间一列。工作表和栏目的名称请不要改，顺序可以改，用不到的可以空着。", "Each sheet holds one kind of thing, one a row; on the sheet 会议 each row is a field, with its value in the middle column. Keep the names of sheets and columns; their order does not matter, and what is not needed stays blank.";
        workbook_blank: "空白表示原文没有提到，“无”表示确知没有；空白不是零。", "Blank means that the source does not say. 无 means that it says there is none. Blank is never zero.";
        workbook_ids: "编号由您自定，不含空格，同一张表里不重复；别的表用编号引用，几个编号之间用“、”分开。", "Ids are yours to choose, without blanks and unique on their sheet. Other sheets refer to them; several in one cell are separated by 、.";
        workbook_rows: "以“说明：”和“例：”开头的行不读取；请在它们下面填写。", "Rows that begin with 说明： or 例： are not read. Fill in the rows below them.";
        workbook_rest: "“其他（JSON）”一列是别的栏目放不下的内容，由程序写，请不要改。", "The column 其他（JSON） holds what no other column can. Programs write it; leave it as it is.";
        workbook_open: "填好后用本程序打开，或运行 yishi convert 会议.xlsx -o 会议.json。", "Open the file with this program, or run yishi convert FILE.xlsx -o FILE.json.";
        workbook_key: "必填。所属的那一条的编号", "Required. Id of what the row is part of";
        workbook_required: "必填。", "Required. ";
        workbook_text: "文字", "text";
        workbook_id: "编号", "id";
        workbook_id_list: "编号，可有几个，用“、”分开", "ids, separated by 、";
        workbook_texts: "文字，可有几个，一行一个", "texts, one a line";
        workbook_lines: "文字，一行一项", "one text a line";
        workbook_date: "日期，如 2024-01-25、2024-01 或 2024", "date, such as 2024-01-25, 2024-01 or 2024";
        workbook_time: "时间，如 09:30", "time, such as 09:30";
        workbook_count: "整数", "whole number";
        workbook_amount: "数字，照原文写", "number, as printed";
        workbook_flag: "是或否", "是 (yes) or 否 (no)";
        workbook_word: "从列表中选", "one of the list";
        workbook_or_none: "，也可写“无”", ", or 无 (none)";
        workbook_place: "“{}”{}", "“{}” {}";
        workbook_unknown_sheet: "{}：不是会议的工作表，没有读取。", "{}: this sheet is none of a session and was not read.";
        workbook_no_headings: "{}：找不到栏目名称一行，整张表没有读取。请从模板里复制表头。", "{}: the row of headings is missing, so the sheet was not read. Copy it from the template.";
        workbook_unknown_column: "{}：不认识的栏目“{}”，没有读取。", "{}: the column “{}” is not known and was not read.";
        workbook_repaired: "{}：“{}”读成“{}”。", "{}: “{}” was read as “{}”.";
        workbook_inherited: "{}：空白，按上一行读取。", "{}: blank, read as in the row above.";
        workbook_odd: "{}：“{}”不合“{}”一栏的写法，照原样保留，请改正。", "{}: “{}” is not what “{}” holds. It was kept as it is; correct it.";
        workbook_unclear: "{}：“{}”不合“{}”一栏的写法，没有读取，请改正。", "{}: “{}” is not what “{}” holds and was left out. Correct it.";
        workbook_no_word: "{}：“{}”不是“{}”一栏可写的词，没有读取。可写：{}。", "{}: “{}” is none of the words of “{}” and was left out. It may be: {}.";
        workbook_merged: "{}：合并了{}行，每行都按这个内容读取。", "{}: merged over {} rows; it was read for each of them.";
        workbook_named: "{}：没有编号，用“{}”。", "{}: there is no id; “{}” was given.";
        workbook_no_whole: "{}：“{}”表里没有“{}”，这一行没有读取。", "{}: the sheet “{}” has no “{}”, so this row was left out.";
        workbook_not_json: "{}：不是完整的 JSON，没有读取。这一栏请不要手工修改。", "{}: this is no whole JSON and was left out. Do not edit it by hand.";
        workbook_missing: "{}：缺少“{}”，必须填写。", "{}: “{}” is missing and must be given.";
        workbook_without_result: "{}：有{}个公式没有存下结果，按空白读取。请用 Excel 或 WPS 打开，保存一次。", "{}: {} formulas without a stored result were read as blanks. Open the file in Excel or WPS and save it once.";
        workbook_errors: "{}：有{}个单元格是错误值，按空白读取。", "{}: {} cells with errors were read as blanks.";
        workbook_cut: "{}：内容太多，从这里起没有读取。", "{}: there is too much; nothing from here on was read.";
        workbook_comma: "、", ", ";
        workbook_line: "{}：{}", "{}: {}";
    }
}

/// What stands in a workbook beside the session.
pub fn guide(lang: Lang) -> Guide<'static> {
    let words = Workbooks::of(lang);
    Guide {
        lines: vec![
            words.workbook_title,
            words.workbook_sheets,
            words.workbook_blank,
            words.workbook_ids,
            words.workbook_rows,
            words.workbook_rest,
            words.workbook_open,
        ],
        key: words.workbook_key,
        about: match lang {
            Lang::Zh => &about_zh,
            Lang::En => &about_en,
        },
    }
}

/// A finding of a workbook as a sentence.
pub fn workbook_finding(lang: Lang, finding: &Finding) -> String {
    let words = Workbooks::of(lang);
    let place = fill(words.workbook_place, &[&finding.sheet, &finding.cell]);
    let place = place.trim_end();
    match &finding.problem {
        Problem::UnknownSheet => fill(words.workbook_unknown_sheet, &[place]),
        Problem::NoHeadings => fill(words.workbook_no_headings, &[place]),
        Problem::UnknownColumn { heading } => fill(words.workbook_unknown_column, &[place, heading]),
        Problem::Repaired { text, read } => fill(words.workbook_repaired, &[place, text, read]),
        Problem::Inherited => fill(words.workbook_inherited, &[place]),
        Problem::Unclear { text, heading, is_kept: true, .. } => fill(words.workbook_odd, &[place, text, heading]),
        Problem::Unclear { text, heading, words: allowed, .. } if allowed.is_empty() => {
            fill(words.workbook_unclear, &[place, text, heading])
        }
        Problem::Unclear { text, heading, words: allowed, .. } => {
            fill(words.workbook_no_word, &[place, text, heading, &allowed.join(words.workbook_comma)])
        }
        Problem::Merged { rows } => fill(words.workbook_merged, &[place, &rows.to_string()]),
        Problem::Named { id } => fill(words.workbook_named, &[place, id]),
        Problem::NoWhole { keys, sheet } => fill(words.workbook_no_whole, &[place, sheet, &keys.join(words.workbook_comma)]),
        Problem::NotJson => fill(words.workbook_not_json, &[place]),
        Problem::Missing { heading } => fill(words.workbook_missing, &[place, heading]),
        Problem::WithoutResult { count } => fill(words.workbook_without_result, &[place, &count.to_string()]),
        Problem::Errors { count } => fill(words.workbook_errors, &[place, &count.to_string()]),
        Problem::Cut => fill(words.workbook_cut, &[place]),
        Problem::Unreadable(kind) => fill(words.workbook_line, &[place, &findings::read_error(lang, &ReadError::whole(kind.clone()))]),
    }
}

fn about_zh(column: &Column) -> String {
    about(Lang::Zh, column) + if column.note.is_empty() { "" } else { "；" } + column.note
}

/// English readers find the field in the description of the session file.
fn about_en(column: &Column) -> String {
    format!("{}: {}", column.path, about(Lang::En, column))
}

fn about(lang: Lang, column: &Column) -> String {
    let words = Workbooks::of(lang);
    let kind = match column.kind {
        Kind::Text => words.workbook_text,
        Kind::Id => words.workbook_id,
        Kind::Ids => words.workbook_id_list,
        Kind::Texts => words.workbook_texts,
        Kind::Lines => words.workbook_lines,
        Kind::Date => words.workbook_date,
        Kind::Time => words.workbook_time,
        Kind::Count => words.workbook_count,
        Kind::Amount => words.workbook_amount,
        Kind::Flag => words.workbook_flag,
        Kind::Word(_) => words.workbook_word,
    };
    let required = if column.is_required { words.workbook_required } else { "" };
    let none = if column.can_be_none { words.workbook_or_none } else { "" };
    [required, kind, none].concat()
}
