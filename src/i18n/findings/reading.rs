//! The sentences of files that cannot be read.

use super::{fill, pick};
use crate::i18n::Lang;
use crate::model::DecimalError;
use crate::read::{Expected, Found, OtherFile, ReadError, ReadErrorKind as Kind, Syntax};

/// What is wrong with the file first, where, and what to do about it.
pub fn read_error(lang: Lang, error: &ReadError) -> String {
    let (template, values) = what(lang, &error.kind);
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    placed(lang, fill(template, &values), error)
}

/// The sentence, and where in the file it is of.
pub(super) fn placed(lang: Lang, mut text: String, error: &ReadError) -> String {
    if error.line == 0 {
        return text;
    }
    let (line, column) = (error.line.to_string(), error.column.to_string());
    let place = if error.path.is_empty() || error.path == "$" {
        fill(pick(lang, "（第 {} 行第 {} 列）", " (Line {}, column {}.)"), &[&line, &column])
    } else {
        fill(pick(lang, "（第 {} 行第 {} 列，{}）", " (Line {}, column {}, at {}.)"), &[&line, &column, &error.path])
    };
    text.push_str(&place);
    text
}

pub(super) fn what(lang: Lang, kind: &Kind) -> (&'static str, Vec<String>) {
    let (zh, en, values) = match kind {
        Kind::TooLarge { bytes, limit_bytes } => (
            "文件有 {} MB，超过 {} MB 的上限，不像一次会议的数据；请检查是否选错了文件。",
            "The file is {} MB, more than the limit of {} MB and more than any session needs. Check that it is the right file.",
            vec![megabytes(*bytes), megabytes(*limit_bytes)],
        ),
        Kind::Empty => (
            "文件是空的；请检查是否下载完整或选错了文件。",
            "The file is empty. Check that it was downloaded whole and is the right file.",
            vec![],
        ),
        Kind::NotUtf8 { offset } => (
            "文件不是 UTF-8 编码的文本（可能是 GBK），从第 {} 字节起无法辨认；请用 UTF-8 编码另存后再打开。",
            "The file is not text in UTF-8 (perhaps it is GBK): byte {} cannot be read. Save it again as UTF-8.",
            vec![(offset + 1).to_string()],
        ),
        Kind::Other(file) => return (other_file(lang, *file), vec![]),
        Kind::NotJson(syntax) => (
            "文件不是合乎规则的 JSON：{}请改正后再打开。",
            "The file breaks the rules of JSON: {} Correct it and open it again.",
            vec![pick_syntax(lang, *syntax).to_owned()],
        ),
        Kind::Truncated => (
            "文件在中途断了，后面的内容缺失；请重新下载或向来源索取完整文件。",
            "The file breaks off in the middle. Download it again or ask its source for the whole file.",
            vec![],
        ),
        Kind::TooDeep => (
            "文件的括号套得太深，不是会议数据；请检查是否选错了文件。",
            "The file is nested too deep to be a session. Check that it is the right file.",
            vec![],
        ),
        Kind::NotASession { says: None } => (
            "这是 JSON，但不是会议文件：开头应是对象，并写有 \"format\": \"yishi-session/1\"。",
            "This is JSON, but not a session file, which is an object with \"format\": \"yishi-session/1\".",
            vec![],
        ),
        Kind::NotASession { says: Some(says) } => (
            "这不是会议文件：它的 format 是“{}”，应是“yishi-session/1”。",
            "This is not a session file: its format is “{}” and not “yishi-session/1”.",
            vec![says.clone()],
        ),
        Kind::Newer { says } => (
            "文件是为更新的版本做的（{}）；请刷新或更新本页面后再打开。",
            "The file was made for a newer version ({}). Reload or update this page and open it again.",
            vec![says.clone()],
        ),
        Kind::NotACatalogue { says } => (
            "这不是会议目录（{}）；目录应写有 \"format\": \"yishi-catalogue/1\"。",
            "This is not the catalogue of an archive ({}), which has \"format\": \"yishi-catalogue/1\".",
            vec![says.as_deref().unwrap_or("?").to_owned()],
        ),
        Kind::SessionInstead => (
            "这是一次会议的文件，不是目录；请改选 catalogue.json。",
            "This is the file of one session, not a catalogue. Choose catalogue.json.",
            vec![],
        ),
        Kind::CatalogueInstead => (
            "这是会议目录，不是一次会议的文件；请改选 sessions 文件夹里的文件。",
            "This is the catalogue of an archive, not a session. Choose one of the files in its sessions folder.",
            vec![],
        ),
        Kind::Missing { field } => ("缺少必需的字段“{}”；请补上。", "The required field “{}” is missing. Add it.", vec![field.clone()]),
        Kind::Blank { field } => ("必需的字段“{}”是空的；请填写。", "The required field “{}” is empty. Fill it in.", vec![field.clone()]),
        Kind::NoDate => (
            "文件没有任何日期；请至少写明 dates.start、dates.end 或一次会议的 date。",
            "The file has no date. Give at least dates.start, dates.end or the date of a sitting.",
            vec![],
        ),
        Kind::Twice { field } => {
            ("字段“{}”写了两次；请留下正确的一个。", "The field “{}” is given twice. Keep the right one.", vec![field.clone()])
        }
        Kind::UnknownWord { word, allowed, .. } => (
            "不认识“{}”；这里只能写：{}。",
            "“{}” is not known here. Use one of: {}.",
            vec![word.clone(), allowed.join(pick(lang, "、", ", "))],
        ),
        Kind::WrongType { found, expected } => (
            "这里是{}，应是{}；请改正。",
            "This is {}, but it must be {}. Correct it.",
            vec![found_words(lang, found), expected_words(lang, *expected)],
        ),
        Kind::BadAmount(DecimalError::NotANumber) => (
            "金额或百分比必须是不加引号、不带逗号的数字，如 1234.5；没有就写 null 或删去。",
            "An amount or percentage must be a plain number such as 1234.5, without quotes or commas. Where there is none, write null or leave it out.",
            vec![],
        ),
        Kind::BadAmount(DecimalError::Overflow) => (
            "数字的位数太多，无法精确保存（最多 24 位，小数最多 12 位）；请核对。",
            "The number has too many digits to be kept exactly (at most 24, of which 12 decimals). Check it.",
            vec![],
        ),
        Kind::Unclear { detail } => (
            "文件无法读取（{}）；请对照格式说明检查。",
            "The file cannot be read ({}). Check it against the description of the format.",
            vec![detail.clone()],
        ),
    };
    (pick(lang, zh, en), values)
}

const fn other_file(lang: Lang, file: OtherFile) -> &'static str {
    match file {
        OtherFile::Html => pick(
            lang,
            "这是一个网页，不是会议文件；链接可能已失效，或跳转到了登录页。请检查网址。",
            "This is a web page, not a session file: the link may be dead or lead to a sign-in page. Check the address.",
        ),
        OtherFile::Zip => pick(
            lang,
            "这是 Word、Excel 或压缩文件，不是会议文件（JSON）；请选 .json 文件。",
            "This is a Word, Excel or zip file, not a session file (JSON). Choose a .json file.",
        ),
        OtherFile::OldOffice => pick(
            lang,
            "这是旧版 Word 或 Excel 文件，不是会议文件（JSON）；请选 .json 文件。",
            "This is an old Word or Excel file, not a session file (JSON). Choose a .json file.",
        ),
        OtherFile::Pdf => pick(
            lang,
            "这是 PDF，不是会议文件（JSON）；请选 .json 文件。",
            "This is a PDF, not a session file (JSON). Choose a .json file.",
        ),
        OtherFile::Gzip => pick(
            lang,
            "这是压缩文件（gzip）；请先解压，再选 .json 文件。",
            "This file is compressed (gzip). Unpack it first and choose the .json file.",
        ),
        OtherFile::Text => pick(
            lang,
            "这是普通文字，不是会议文件（JSON）；请选 .json 文件。",
            "This is plain text, not a session file (JSON). Choose a .json file.",
        ),
        OtherFile::Utf16 => pick(
            lang,
            "文件是 UTF-16 编码（记事本的“Unicode”）；请用 UTF-8 编码另存后再打开。",
            "The file is in UTF-16 (“Unicode” in Notepad). Save it again as UTF-8.",
        ),
    }
}

const fn pick_syntax(lang: Lang, syntax: Syntax) -> &'static str {
    match syntax {
        Syntax::Value => pick(lang, "这里应有一个值。", "a value is expected here."),
        Syntax::Colon => pick(lang, "名称后缺少冒号“:”。", "a colon “:” is missing after the name."),
        Syntax::CommaOrEnd => pick(lang, "缺少逗号或右括号。", "a comma or a closing bracket is missing."),
        Syntax::TrailingComma => pick(lang, "右括号前多了一个逗号。", "there is a comma before the closing bracket."),
        Syntax::Trailing => pick(lang, "结尾之后还有多余的内容。", "there is something after the end."),
        Syntax::Name => pick(lang, "名称须用英文双引号括起来。", "a name must stand in straight double quotes."),
        Syntax::Escape => pick(lang, "反斜杠“\\”用法不对。", "a backslash “\\” is used wrongly."),
        Syntax::Control => pick(lang, "引号内不能直接换行，换行须写成 \\n。", "a string must not hold a line break; write \\n."),
        Syntax::Number => pick(lang, "数字写法不对。", "a number is malformed."),
        Syntax::Else => pick(lang, "这里看不懂。", "this cannot be understood."),
    }
}

fn found_words(lang: Lang, found: &Found) -> String {
    match found {
        Found::Null => pick(lang, " null", "null").to_owned(),
        Found::Boolean => pick(lang, " true 或 false", "true or false").to_owned(),
        Found::Number(number) => fill(pick(lang, "数字 {}", "the number {}"), &[number]),
        Found::Text(text) => fill(pick(lang, "文字“{}”", "the text “{}”"), &[text]),
        Found::List => pick(lang, "列表 […]", "a list […]").to_owned(),
        Found::Object => pick(lang, "对象 {…}", "an object {…}").to_owned(),
    }
}

fn expected_words(lang: Lang, expected: Expected) -> String {
    let words = match expected {
        Expected::Text => pick(lang, "加引号的文字", "a text in quotes"),
        Expected::Boolean => pick(lang, " true 或 false", "true or false"),
        Expected::Whole { max } => {
            return fill(pick(lang, "0 到 {} 的整数（不加引号）", "a whole number from 0 to {}, without quotes"), &[&max.to_string()]);
        }
        Expected::List => pick(lang, "列表 […]", "a list […]"),
        Expected::Object => pick(lang, "对象 {…}", "an object {…}"),
        Expected::Simple => pick(lang, "单个值，不是列表或对象", "a single value, not a list or object"),
        Expected::Word => pick(lang, "规定的词语之一", "one of the words of the format"),
    };
    words.to_owned()
}

fn megabytes(bytes: u64) -> String {
    bytes.div_ceil(1024 * 1024).to_string()
}
