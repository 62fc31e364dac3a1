//! Words of a text as the value of a field.

use super::Json;
use super::forms::{Sort, sort};
use crate::numerals::number;

/// What somebody would type into the field to say what the words say: of 1月9日 the date, of 第六届 the number, of a name in the text the person.
/// `None` for a name that nobody in the session has.
pub fn typed(document: &Json, at: &str, words: &str) -> Option<String> {
    Some(match sort(at) {
        Sort::Prose => words.trim().to_owned(),
        Sort::Date => date(document, words).unwrap_or_else(|| one_line(words)),
        Sort::Number => whole(words).unwrap_or_else(|| one_line(words)),
        Sort::Amount => amount(words).unwrap_or_else(|| one_line(words)),
        Sort::Person => person(document, words)?,
        Sort::Text | Sort::Word(_) if is_name(at) => name(words),
        Sort::Text | Sort::Word(_) => one_line(words),
    })
}

/// The name of a person as it is kept: 李 一 is set with a gap for the look of it.
pub fn name(words: &str) -> String {
    if words.is_ascii() { one_line(words) } else { words.split_whitespace().collect() }
}

fn is_name(at: &str) -> bool {
    at.starts_with("/people/") && at.ends_with("/name")
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn numbers(words: &str) -> Vec<String> {
    let plain: String =
        words.chars().map(|c| if let '０'..='９' = c { char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c) } else { c }).collect();
    plain.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty()).map(ToOwned::to_owned).collect()
}

/// A year that the words leave out is that of the session.
fn date(document: &Json, words: &str) -> Option<String> {
    let found = numbers(words);
    let year = document.get("/dates/start").and_then(Json::as_text).and_then(|date| date.get(..4)).map(ToOwned::to_owned);
    let (year, rest) = match found.split_first() {
        Some((first, rest)) if first.len() == 4 => (first.clone(), rest),
        _ if words.contains('月') => (year?, found.as_slice()),
        _ => return None,
    };
    let parts = rest.iter().take(2).map(|part| format!("{part:0>2}"));
    Some(std::iter::once(year).chain(parts).collect::<Vec<_>>().join("-"))
}

fn whole(words: &str) -> Option<String> {
    if let Some(digits) = numbers(words).first() {
        return Some(digits.clone());
    }
    let figures: String = words.chars().skip_while(|c| !is_figure(*c)).take_while(|c| is_figure(*c)).collect();
    number(&figures).map(|number| number.to_string())
}

fn is_figure(c: char) -> bool {
    "零〇一二两三四五六七八九十百".contains(c)
}

/// The first figure with its point and its sign.
fn amount(words: &str) -> Option<String> {
    let plain: String = words.chars().filter(|c| !matches!(c, ',' | '，')).collect();
    let first = plain.find(|c: char| c.is_ascii_digit())?;
    let digits: String = plain.chars().skip(plain[..first].chars().count()).take_while(|c| c.is_ascii_digit() || *c == '.').collect();
    let sign = if plain[..first].ends_with(['-', '−', '－']) { "-" } else { "" };
    Some(format!("{sign}{}", digits.trim_end_matches('.')))
}

fn person(document: &Json, words: &str) -> Option<String> {
    let people = document.field("people").map(Json::as_list).unwrap_or_default();
    let wanted = name(words);
    people.iter().find(|person| name(person.field_text("name")) == wanted).map(|person| person.field_text("id").to_owned())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn words_are_what_somebody_would_type() {
        let document = Json::parse(r#"{"dates":{"start":"2031-01-09"},"people":[{"id":"p1","name":"李一"}]}"#).unwrap();
        for (at, words, value) in [
            ("/title", " 第一次\n会议 ", "第一次 会议"),
            ("/dates/end", "1月10日下午", "2031-01-10"),
            ("/dates/end", "2032年3月", "2032-03"),
            ("/term", "第六届", "6"),
            ("/meeting", "第十二次会议", "12"),
            ("/attendance/present", "实到代表５８名", "58"),
            ("/budgets/0/tables/0/lines/0/amounts/initial", "1,234.50万元", "1234.50"),
            ("/agenda/0/presenters/0", "李 一", "p1"),
            ("/people/0/name", "王 二", "王二"),
            ("/speeches/0/blocks/0/text", "一。\n二。", "一。\n二。"),
        ] {
            assert_eq!(typed(&document, at, words).as_deref(), Some(value), "{at} {words}");
        }
        assert_eq!(typed(&document, "/agenda/0/presenters/0", "王二"), None);
    }
}
