//! What keeps a file from being read, at length, for whoever mends it: words that may stand in a place have their meaning beside them.
//!
//! Apart from the short sentences because a reader who only opens sessions does not need the words of all lists (`src/ui/parts.rs`).

use super::fill;
use super::reading::{placed, what};
use crate::i18n::{Lang, labels};
use crate::model::{
    Action, AgendaKind, AgendaResult, AgendaState, Basis, Book, DeputyChangeKind, Direction, Level, Outcome, ResolutionKind, Satisfaction,
    SessionKind, SittingKind, SpeechKind, Stage, Status, SuggestionKind, TextStatus, Unit, VoteMethod, VoteResult,
};
use crate::read::{ReadError, ReadErrorKind as Kind, value_of};

/// What is wrong with the file, where, and what to do about it, at length.
pub fn read_fault(lang: Lang, error: &ReadError) -> String {
    placed(lang, read_fault_without_place(lang, error), error)
}

/// What is wrong with the file and what to do about it, at length, for where the place stands beside it.
pub fn read_fault_without_place(lang: Lang, error: &ReadError) -> String {
    let (template, mut values) = what(lang, &error.kind);
    if let (Kind::UnknownWord { list, allowed, .. }, Some(words)) = (&error.kind, values.last_mut()) {
        let between = if lang == Lang::Zh { "、" } else { ", " };
        *words = allowed.iter().map(|word| explained(lang, list, word)).collect::<Vec<_>>().join(between);
    }
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    fill(template, &values)
}

/// A word with its meaning, where that is another word.
fn explained(lang: Lang, list: &str, word: &str) -> String {
    match meaning(lang, list, word) {
        Some(meaning) if lang == Lang::Zh => format!("{word}（{meaning}）"),
        Some(meaning) if !meaning.eq_ignore_ascii_case(&word.replace('_', " ")) => format!("{word} ({meaning})"),
        _ => word.to_owned(),
    }
}

macro_rules! meanings {
    ($($list:ident $label:ident;)+) => {
        /// What a word of a closed list of the format means, in the words of the page.
        pub fn meaning(lang: Lang, list: &str, word: &str) -> Option<&'static str> {
            Some(match list {
                $(stringify!($list) => labels::$label(lang, value_of::<$list>(word)?),)+
                _ => {
                    let (.., zh, en) = OTHERS.iter().find(|(of, known, ..)| *of == list && *known == word)?;
                    if lang == Lang::Zh { *zh } else { *en }
                }
            })
        }
    };
}

meanings! {
    Action action;
    AgendaKind agenda_kind;
    AgendaResult agenda_result;
    AgendaState agenda_state;
    Basis basis;
    Book book;
    DeputyChangeKind deputy_change;
    Direction direction;
    Level level;
    Outcome outcome;
    ResolutionKind resolution_kind;
    Satisfaction satisfaction;
    SessionKind session_kind;
    SittingKind sitting_kind;
    SpeechKind speech_kind;
    Stage stage;
    Status status;
    SuggestionKind suggestion_kind;
    TextStatus text_status;
    Unit unit;
    VoteMethod vote_method;
    VoteResult vote_result;
}

/// The words of the lists that the page never shows.
static OTHERS: [(&str, &str, &str, &str); 13] = [
    ("BlockKind", "heading", "标题", "Heading"),
    ("BlockKind", "paragraph", "自然段", "Paragraph"),
    ("BlockKind", "list", "列表", "List"),
    ("BlockKind", "quote", "引文", "Quotation"),
    ("BlockKind", "table", "表格", "Table"),
    ("Role", "item", "一般科目", "Item"),
    ("Role", "subtotal", "小计", "Subtotal"),
    ("Role", "total", "合计、总计", "Total"),
    ("Role", "of_which", "其中项", "Of which"),
    ("Role", "transfer", "转移性收支", "Transfer"),
    ("Role", "carry_over", "结转", "Carry over"),
    ("YoyKind", "change", "增减百分比", "Change"),
    ("YoyKind", "ratio", "为上年的百分比", "Ratio to the year before"),
];
