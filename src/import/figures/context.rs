//! What headings say of all that follows: year, book, stage, level and direction.

use super::FigureStage;
use super::item::{level_length, year};
use super::nothing;
use super::words::BOOKS;
use crate::model::{Book, Direction};

/// What holds at a place of the text.
#[derive(Clone, Debug, Default)]
pub(super) struct Context {
    /// The fiscal year.
    pub year: Option<u16>,
    /// The year that the title plans, after the one that it reports on.
    pub plan: Option<u16>,
    /// The book.
    pub book: Option<Book>,
    /// The stage.
    pub stage: Option<FigureStage>,
    /// The level.
    pub scope: Option<String>,
    /// The direction.
    pub direction: Option<Direction>,
    /// How deep the heading is of a chapter that holds no budget, within one.
    pub measures: Option<u8>,
    /// How deep the heading was that named the book.
    book_depth: u8,
    /// How deep the heading was that is the name of a place, where one is.
    place_depth: Option<u8>,
}

impl Context {
    /// Takes in a heading; one of the outer kind ends what the headings before it said.
    pub fn heading(&mut self, text: &str) {
        let depth = depth(text);
        let words =
            text.trim_start_matches(|sign: char| "一二三四五六七八九十()、.0123456789第部分".contains(sign) && !text.starts_with("20"));
        if depth == 1 {
            (self.book, self.direction, self.scope) = (None, None, None);
        }
        self.chapter(text, depth);
        if self.measures.is_some() {
            return;
        }
        if let Some(said) = year(text) {
            self.year = Some(said);
            if text.contains("执行") && text.contains("草案") {
                self.plan = Some(said);
            }
        }
        if let Some(stage) = stage(text) {
            self.stage = Some(stage);
        }
        if let Some(book) = book(text) {
            (self.book, self.direction) = (Some(book), None);
            self.book_depth = depth;
        } else if depth > 0 && words.contains("预备费") {
            (self.book, self.direction) = (Some(Book::GeneralPublic), Some(Direction::Expenditure));
            self.book_depth = depth;
        } else if depth > 0 && depth <= self.book_depth && !["收入", "支出", "收支", "平衡"].iter().any(|word| words.contains(word))
        {
            (self.book, self.direction) = (None, None);
        }
        if let Some(scope) = level(words) {
            self.scope = Some(scope);
        } else if depth > 0 && is_place(words) {
            (self.scope, self.place_depth) = (Some(words.to_owned()), Some(depth));
        }
        if let Some(direction) = direction(text) {
            self.direction = Some(direction);
        }
    }
}

impl Context {
    /// Enters a chapter of measures or leaves one, and leaves the chapter of a place.
    fn chapter(&mut self, text: &str, depth: u8) {
        if depth == 0 {
            return;
        }
        if self.place_depth.is_some_and(|place| depth <= place) {
            (self.scope, self.place_depth) = (None, None);
        }
        if nothing::is_of_measures(text) {
            self.measures = Some(self.measures.map_or(depth, |outer| outer.min(depth)));
        } else if self.measures.is_some_and(|measures| depth <= measures) || nothing::is_of_budget(text) {
            self.measures = None;
        }
    }
}

/// Whether a heading is the name of a place and nothing else.
fn is_place(words: &str) -> bool {
    (2..=14).contains(&words.chars().count())
        && words.ends_with(['区', '县', '市', '州', '镇', '乡', '旗'])
        && !words.contains(['各', '分', '全', '本'])
        && words.chars().all(|sign| u32::from(sign) >= 0x4e00)
}

/// The book that a text names last; where money goes to from another book, or comes from, is none.
pub(super) fn book(text: &str) -> Option<Book> {
    let is_of = |start: &usize| !PASSED.iter().any(|word| text[..*start].ends_with(word));
    let found = BOOKS.iter().filter_map(|rule| {
        let start = text.rfind(rule.word).filter(is_of)?;
        Some((start + rule.word.len(), rule.word.len(), rule.means))
    });
    let best = found.max_by_key(|(end, length, _)| (*end, *length))?;
    // 社会保险基金预算 ends as 基金预算 does.
    if text.contains("社会保险基金") || text.contains("社保基金") {
        Some(best.2).map(|b| if b == Book::GovernmentFund && !text.contains("政府性基金") { Book::SocialInsurance } else { b })
    } else {
        Some(best.2)
    }
}

/// What stands before the name of a book that money passes to.
const PASSED: [&str; 9] = ["调入", "调出至", "调出到", "调至", "调出", "划入", "转入", "补充", "用于"];

/// The direction that a text names last.
pub(super) fn direction(text: &str) -> Option<Direction> {
    if text.contains("收支") || text.contains("收入支出") {
        return None;
    }
    match (text.rfind("收入"), text.rfind("支出")) {
        (Some(revenue), Some(expenditure)) if revenue > expenditure => Some(Direction::Revenue),
        (_, Some(_)) => Some(Direction::Expenditure),
        (Some(_), None) => Some(Direction::Revenue),
        (None, None) => None,
    }
}

/// How deep a heading is: 1 of 一、, 2 of （一）, 3 of 1., none of other lines.
pub(super) fn depth(text: &str) -> u8 {
    let numbers = "一二三四五六七八九十";
    let rest = text.trim_start_matches(|sign: char| numbers.contains(sign));
    if rest.len() < text.len() && rest.starts_with('、') {
        return 1;
    }
    if let Some(inner) = text.strip_prefix('(') {
        let rest = inner.trim_start_matches(|sign: char| numbers.contains(sign) || sign.is_ascii_digit());
        if rest.len() < inner.len() && rest.starts_with(')') {
            return if inner.starts_with(|sign: char| sign.is_ascii_digit()) { 4 } else { 2 };
        }
    }
    let rest = text.trim_start_matches(|sign: char| sign.is_ascii_digit());
    if rest.len() < text.len() && text.len() - rest.len() < 3 && rest.starts_with(['.', '、']) { 3 } else { 0 }
}

/// The stage that the heading of a section says.
pub(super) fn stage(text: &str) -> Option<FigureStage> {
    let rules = [
        ("调整预算", FigureStage::Adjusted),
        ("预算调整", FigureStage::Adjusted),
        ("调整方案", FigureStage::Adjusted),
        ("执行", FigureStage::Executed),
        ("决算", FigureStage::Final),
        ("完成情况", FigureStage::Executed),
        ("草案", FigureStage::Initial),
        ("年初预算", FigureStage::Initial),
        ("预算安排", FigureStage::Initial),
        ("收支安排", FigureStage::Initial),
        ("预算编制", FigureStage::Initial),
        ("收支预算", FigureStage::Initial),
        ("代编预算", FigureStage::Initial),
    ];
    let found = rules.iter().find(|(word, _)| text.contains(word)).map(|rule| rule.1);
    let is_plan = (text.ends_with("财政预算") && text.contains('年')) || text.ends_with("收入预算") || text.ends_with("支出预算");
    found.or(is_plan.then_some(FigureStage::Initial))
}

fn level(text: &str) -> Option<String> {
    text.char_indices().find_map(|(at, _)| {
        level_length(&text[at..]).map(|length| text[at..at + length].to_owned()).filter(|name| name.chars().count() < 5)
    })
}
