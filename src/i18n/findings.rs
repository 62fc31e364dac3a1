//! The sentences of findings and of files that cannot be read: what, and what to do.

mod contradictions;
mod faults;
mod figures;
#[cfg(feature = "cli")]
mod publishing;
mod reading;
mod words;

use super::{Lang, fill};
use crate::check::{Finding, FindingKind as Kind, Severity, Thing};
use crate::model::BlockKind;
use contradictions::advised;
pub use contradictions::{as_printed, remark};
pub use faults::{meaning, read_fault, read_fault_without_place};
use figures::{book_word, direction_word, figures, unit_word};
#[cfg(feature = "cli")]
pub use publishing::{cross_session, problem, publish_error};
pub use reading::read_error;
use words::thing_word;

/// The sentence of a finding, without its place.
pub fn sentence(lang: Lang, finding: &Finding) -> String {
    let (template, values) = parts(lang, &finding.kind);
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    capital(lang, fill(template, &values))
}

/// A sentence begins with a capital letter in English, whatever value it begins with.
fn capital(lang: Lang, mut text: String) -> String {
    if lang == Lang::En
        && let Some(first) = text.get_mut(..1)
    {
        first.make_ascii_uppercase();
    }
    text
}

/// The word for a severity.
pub const fn severity(lang: Lang, value: Severity) -> &'static str {
    match value {
        Severity::Error => pick(lang, "错误", "error"),
        Severity::Warning => pick(lang, "提醒", "warning"),
        Severity::Note => pick(lang, "说明", "note"),
    }
}

const fn pick(lang: Lang, zh: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

fn parts(lang: Lang, kind: &Kind) -> (&'static str, Vec<String>) {
    let word = |thing: Thing| thing_word(lang, thing).to_owned();
    let (zh, en, values) = match kind {
        Kind::UnknownField { name } => (
            "格式中没有“{}”这个字段，内容不会显示；请检查拼写。",
            "The format has no field “{}”; its content is not shown. Check the spelling.",
            vec![name.clone()],
        ),
        Kind::HiddenCharacters { count } => (
            "文字中有 {} 个不可见字符（可能使姓名或网址看起来像别的），已去除。",
            "Invisible characters ({}), which can make a name or address look like another one, were removed.",
            vec![count.to_string()],
        ),
        Kind::OldCharacters { count, private, known } => (
            "文字中有 {} 个旧 GBK 系统的私用字符（如 {}），已按所代表的字（{}）显示；请在文件里改成这个字。",
            "Characters of private use of old GBK systems ({}), such as {}, are shown as what they stand for ({}). Write those in the file.",
            vec![count.to_string(), code_point(*private), known.to_string()],
        ),
        Kind::PrivateCharacters { count, first } => (
            "文字中有 {} 个私用字符（如 {}），不知代表什么字，多数设备显示为空框；请改成原字。",
            "Characters of private use ({}), such as {}, stand for nothing known, and most devices show empty boxes. Write what was meant.",
            vec![count.to_string(), code_point(*first)],
        ),
        Kind::More { count } => ("另有 {} 处未列出。", "{} more are not listed.", vec![count.to_string()]),
        Kind::BlankId { thing } => {
            ("{}的 id 是空的，无法链接。", "This {} has an empty id, so nothing can link to it.", vec![word(*thing)])
        }
        Kind::AwkwardId { thing, id } => (
            "{}的 id“{}”含有空格或不宜用于链接的字符；请只用字母、数字、“-”、“_”和“.”。",
            "The id of this {}, “{}”, has characters that do not suit a link; use letters, digits, “-”, “_” and “.” only.",
            vec![word(*thing), id.clone()],
        ),
        Kind::DuplicateId { thing, id, first } => (
            "id“{}”已经是另一{}（{}）的；请改成不同的。",
            "The id “{}” is already that of the {} at {}. Give each its own.",
            vec![id.clone(), word(*thing), first.clone()],
        ),
        Kind::Unresolved { thing, id } => (
            "文件里没有 id 为“{}”的{}；请补上，或改正 id。",
            "The id “{}” names no {} of this file. Add it or correct the id.",
            vec![id.clone(), word(*thing)],
        ),
        Kind::UnresolvedTarget { id } => (
            "更正所指的“{}”在文件里找不到；请改正 id。",
            "The correction is of “{}”, which is not in the file. Correct the id.",
            vec![id.clone()],
        ),
        Kind::Cycle { thing, id } => (
            "{}“{}”的上级绕了一圈又回到自己；请改正 parent。",
            "The parents of the {} “{}” lead back to itself. Correct `parent`.",
            vec![word(*thing), id.clone()],
        ),
        Kind::OtherAgenda { speech, agenda } => (
            "这里列出发言“{}”，但该发言写明属于议程“{}”；请改正其中一处。",
            "The speech “{}” is listed here, but says that it belongs to agenda item “{}”. Correct one of the two.",
            vec![speech.clone(), agenda.clone()],
        ),
        Kind::BlankText => ("标题或名称是空的；请填写。", "The title or name is empty. Fill it in.", vec![]),
        Kind::BadDate { date } => (
            "“{}”不是有效日期；请写成 2024-07-18、2024-07 或 2024。",
            "“{}” is not a possible date. Write 2024-07-18, 2024-07 or 2024.",
            vec![date.clone()],
        ),
        Kind::BadTime { time } => {
            ("“{}”不是有效时间；请写成 14:00 这样。", "“{}” is not a possible time. Write it like 14:00.", vec![time.clone()])
        }
        Kind::PastMidnight { start, end } => (
            "{} 开始，{} 结束，按次日结束理解；不是的话请核对。",
            "It begins at {} and ends at {}, which is taken as a time of the next day. Check it if that is not meant.",
            vec![start.clone(), end.clone()],
        ),
        Kind::UnclearCandidate => (
            "候选项须写明 person（人）或 project（项目）之一，且只能一个。",
            "A candidate must name either a `person` or a `project`, and only one of them.",
            vec![],
        ),
        Kind::HeadingLevel => ("标题段没有 1 到 6 的 level；请补上。", "The heading has no `level` from 1 to 6. Add it.", vec![]),
        Kind::EmptyBlock { block: BlockKind::List | BlockKind::Table } => {
            ("列表或表格没有 items；请补上，或删去这一段。", "The list or table has no `items`. Add them or remove the block.", vec![])
        }
        Kind::EmptyBlock { .. } => ("这一段没有文字；请补上，或删去这一段。", "The block has no text. Add it or remove the block.", vec![]),
        Kind::BadLink { url } => (
            "“{}”不是 http 或 https 网址，只显示为文字，不做成链接。",
            "“{}” is not an http or https address; it is shown as text, not as a link.",
            vec![url.clone()],
        ),
        Kind::BadSha256 => {
            ("SHA-256 应是 64 位小写十六进制数字；请重新计算。", "A SHA-256 is 64 lower-case hexadecimal digits. Compute it again.", vec![])
        }
        Kind::BadCode { code } => (
            "“{}”不是预算科目编码；应是 3 位（类）、5 位（款）或 7 位（项）数字。",
            "“{}” is not a code of the budget classification, which has 3, 5 or 7 digits.",
            vec![code.clone()],
        ),
        Kind::BadDivisionCode { code } => (
            "“{}”不是行政区划代码；应是 6 到 12 位数字。",
            "“{}” is not an administrative division code, which has 6 to 12 digits.",
            vec![code.clone()],
        ),
        Kind::OtherTable { id, first } => (
            "上级“{}”在另一张表里（{}）；一行只能属于同一张表里的行，请改正 parent。",
            "The parent “{}” is in another table ({}); a line can be part of a line of its own table only. Correct `parent`.",
            vec![id.clone(), first.clone()],
        ),
        Kind::CodeDirection { code, direction } => (
            "编码“{}”与{}表不符：1 开头的是收入科目，2 开头的是支出科目；请核对编码或 direction。",
            "The code “{}” does not suit a table of {}: revenue codes begin with 1, expenditure codes with 2. Check the code or `direction`.",
            vec![code.clone(), direction_word(lang, *direction).to_owned()],
        ),
        Kind::CodeParent { code, parent } => (
            "编码“{}”不以上级的编码“{}”开头；请核对编码或 parent。",
            "The code “{}” does not begin with that of its parent, “{}”. Check the code or `parent`.",
            vec![code.clone(), parent.clone()],
        ),
        Kind::DuplicateCode { code, first } => (
            "编码“{}”在同一张表里已经出现过（{}）；请核对。",
            "The code “{}” is already that of a line of this table, at {}. Check both.",
            vec![code.clone(), first.clone()],
        ),
        Kind::CodeBook { code, book } => (
            "编码“{}”只用于{}，这张表却是另一本预算；请核对编码或 book。",
            "The code “{}” belongs to the {} only, but the table is of another book. Check the code or `book`.",
            vec![code.clone(), book_word(lang, *book).to_owned()],
        ),
        Kind::UnitContradiction { said, applies } => (
            "文字写的单位是{}，而 unit 是{}，金额可能差了几个数量级；请核对。",
            "The words say a unit of {}, but `unit` is {}, so amounts may be wrong by orders of magnitude. Check which one is right.",
            vec![unit_word(lang, *said).to_owned(), unit_word(lang, *applies).to_owned()],
        ),
        Kind::Figures { name, check } => figures(lang, name, check),
        Kind::FiguresTooLarge { name } => (
            "“{}”或与它相加的金额太大，无法精确核对；请检查位数和单位。",
            "The figures of “{}”, or those added to it, are too large to be checked exactly. Check their digits and unit.",
            vec![name.clone()],
        ),
        Kind::Contradiction(of) => ("{}", "{}", vec![advised(lang, of)]),
    };
    (pick(lang, zh, en), values)
}

/// A character that cannot be shown, by its number.
fn code_point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}
