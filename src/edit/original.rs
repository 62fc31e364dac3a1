//! The text that a draft was made of, with the places of its values: shown beside the form, and kept beside the session, never in it.

use super::{Began, Doubt, Editor, Json};
use crate::read::read;
use std::collections::HashMap;
use std::ops::Range;

/// The text that a draft was made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Original {
    lines: Vec<Line>,
    /// What the text says of each value, as it was given.
    provenance: Vec<Json>,
    places: HashMap<String, Place>,
    doubts: Vec<Doubt>,
}

/// A paragraph of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The number of its first character in the whole, from 0.
    pub start: usize,
    /// Its characters, without the line break.
    pub text: String,
}

/// Where a value stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the text, in characters.
    Text(Range<usize>),
    /// In a table, which the text leaves out: the name of the cell, and what it shows.
    Cell(String, String),
}

impl Original {
    /// Takes what the reading program gives (`text`, `provenance`, `doubts`) with the session file that it drafted. `base` is what is being edited: where that is another
    /// version, only the text is of use. `None` for what is no such thing.
    pub fn take(original: &str, session: &str, base: &Json) -> Option<Self> {
        let original = Json::parse(original).ok()?;
        let mut start = 0;
        let line = |text: &str| {
            let line = Line { start, text: text.to_owned() };
            start += text.chars().count() + 1;
            line
        };
        let lines = original.field("text").and_then(Json::as_text)?.split('\n').map(line).collect();
        let drafted = read(session.as_bytes()).ok().and_then(|reading| Json::of(&reading.session).ok());
        if drafted.as_ref() != Some(base) {
            return Some(Self { lines, ..Self::default() });
        }
        let list = |key: &str| original.field(key).map(Json::as_list).unwrap_or_default();
        let provenance = list("provenance").to_vec();
        let place = |value: &Json| Some((value.field_text("pointer").to_owned(), place(value)?));
        let doubt = |value: &Json| Doubt { at: value.field_text("at").to_owned(), reason: value.field_text("reason").to_owned() };
        let (places, doubts) = (provenance.iter().filter_map(place).collect(), list("doubts").iter().map(doubt).collect());
        Some(Self { lines, provenance, places, doubts })
    }

    /// The paragraphs of the text.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// What is doubtful in the draft.
    pub fn doubts(&self) -> &[Doubt] {
        &self.doubts
    }

    /// Where the value of a field stands: its own words, else those of the nearest thing that it is in.
    pub fn place(&self, editor: &Editor, at: &str) -> Option<Place> {
        let mut at = at;
        loop {
            match editor.began(at) {
                Some(Began::Words(words)) => return Some(Place::Text(words)),
                Some(Began::Base(base)) => {
                    if let Some(place) = self.places.get(&base) {
                        return Some(place.clone());
                    }
                }
                None => {}
            }
            at = at.rsplit_once('/').map(|(above, _)| above).filter(|above| !above.is_empty())?;
        }
    }

    /// The words of the text, by their characters.
    pub fn words(&self, range: &Range<usize>) -> String {
        let text = self.lines.iter().filter(|line| line.start < range.end).filter_map(|line| {
            let part = |from: usize, to: usize| line.text.chars().skip(from).take(to.saturating_sub(from)).collect::<String>();
            let end = line.start + line.text.chars().count();
            (end > range.start || end == line.start)
                .then(|| part(range.start.saturating_sub(line.start), range.end.saturating_sub(line.start)))
        });
        text.collect::<Vec<_>>().join("\n").trim().to_owned()
    }

    /// Where every value of the session as it is now came from, as a file beside it: `text`, and `provenance` as the reading program gave it, at the pointers of now. What a
    /// person changed is `edited`; what they took from the text has the rule `person`.
    pub fn record(&self, editor: &Editor) -> Json {
        let mut told = Vec::new();
        let taken = editor.taken();
        for value in &self.provenance {
            let base = value.field_text("pointer");
            let Some(now) = editor.follow(base).filter(|now| taken.iter().all(|(at, _)| at != now)) else { continue };
            let Json::Object(mut fields) = value.clone() else { continue };
            let is_edited = editor.document().get(&now) != editor.base().get(base);
            if let Some((_, pointer)) = fields.iter_mut().find(|(key, _)| key == "pointer") {
                *pointer = Json::text(now);
            }
            if is_edited {
                fields.push(("edited".to_owned(), Json::Bool(true)));
            }
            told.push(Json::Object(fields));
        }
        for (number, (at, words)) in taken.iter().enumerate() {
            if taken.iter().skip(number + 1).any(|(later, _)| later == at) {
                continue;
            }
            let texts = |key: &str, text: &str| (key.to_owned(), Json::text(text));
            let count = |key: &str, count: usize| (key.to_owned(), Json::Number(count.to_string()));
            told.push(Json::Object(vec![
                texts("pointer", at),
                texts("source", "text"),
                count("start", words.start),
                count("end", words.end),
                texts("quote", &self.words(words)),
                texts("rule", "person"),
            ]));
        }
        let text = self.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n");
        Json::Object(vec![("text".to_owned(), Json::Text(text)), ("provenance".to_owned(), Json::List(told))])
    }
}

impl Line {
    /// The part of the line that a range covers, as what is before, in and after it; `None` where they do not meet.
    pub fn cut(&self, range: &Range<usize>) -> Option<(String, String, String)> {
        let count = self.text.chars().count();
        let within = |at: usize| at.saturating_sub(self.start).min(count);
        let (start, end) = (within(range.start), within(range.end));
        if start >= end {
            return None;
        }
        let part = |from: usize, to: usize| self.text.chars().skip(from).take(to - from).collect();
        Some((part(0, start), part(start, end), part(end, count)))
    }

    /// The number in the whole of the character at so many UTF-16 units of the line, as browsers count them.
    pub fn character(&self, units: usize) -> usize {
        let mut passed = 0;
        let before = self.text.chars().take_while(|c| {
            passed += c.len_utf16();
            passed <= units
        });
        self.start + before.count()
    }
}

fn place(value: &Json) -> Option<Place> {
    let number = |key: &str| value.field(key)?.typed().parse::<usize>().ok();
    if value.field_text("source") == "text" {
        return Some(Place::Text(number("start")?..number("end")?));
    }
    Some(Place::Cell(value.field("cell")?.typed(), value.field_text("quote").to_owned()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::edit::operations::{add_with, change_field, move_to, remove};
    use crate::edit::{Fault, Spot};

    const SESSION: &str = r#"{ "format": "yishi-session/1", "id": "x", "title": "第一次会议", "status": "draft", "assembly": { "name": "甲镇人大" },
      "dates": { "start": "2031-01-25" }, "people": [{ "id": "li", "name": "李一" }, { "id": "wang", "name": "王二" }] }"#;
    const ORIGINAL: &str = r#"{ "text": "𠮷日第一次会议\n李一、王二出席", "doubts": [{ "at": "/people/1", "reason": "没有职务" }], "provenance": [
      { "pointer": "/title", "source": "text", "start": 2, "end": 7, "quote": "第一次会议", "rule": "session" },
      { "pointer": "/people/0", "source": "text", "start": 8, "end": 10, "quote": "李一", "rule": "name" },
      { "pointer": "/people/1/name", "source": "text", "start": 11, "end": 13, "quote": "王二", "rule": "name" },
      { "pointer": "/dates/start", "source": "cell", "cell": "封面!A1", "quote": "1月25日", "rule": "cell" }] }"#;

    fn begun() -> (Editor, Original) {
        let editor = Editor::open(&read(SESSION.as_bytes()).unwrap().session, Vec::new()).unwrap();
        let original = Original::take(ORIGINAL, SESSION, editor.base()).unwrap();
        (editor, original)
    }

    fn words(place: Option<Place>) -> Option<Range<usize>> {
        match place {
            Some(Place::Text(range)) => Some(range),
            _ => None,
        }
    }

    #[test]
    fn a_field_leads_to_its_words_wherever_it_goes() {
        let (mut editor, original) = begun();
        assert_eq!(original.doubts().len(), 1);
        assert_eq!(words(original.place(&editor, "/people/0/name")), Some(8..10));
        assert_eq!(original.place(&editor, "/dates/start"), Some(Place::Cell("封面!A1".into(), "1月25日".into())));
        assert_eq!(original.place(&editor, "/term"), None);
        let change = move_to(editor.document(), "/people/1", 0).unwrap().unwrap();
        editor.run(change, Spot::default()).unwrap();
        assert_eq!(words(original.place(&editor, "/people/0/name")), Some(11..13));
        let change = remove(editor.document(), "/people/0").unwrap();
        editor.run(change, Spot::default()).unwrap();
        assert_eq!(words(original.place(&editor, "/people/0/name")), Some(8..10));
        editor.go_to(0);
        assert_eq!(words(original.place(&editor, "/people/1/name")), Some(11..13));
    }

    #[test]
    fn what_a_person_takes_and_changes_is_told_in_the_record() {
        let (mut editor, original) = begun();
        let change = add_with(editor.document(), "/people", 0, &[("name", "王二")]).unwrap();
        editor.run_with(change, Spot::default(), Some(11..13)).unwrap();
        editor
            .type_in("/title", Spot::default(), |document| change_field(document, "/title", "第二次会议"))
            .unwrap_or_else(|fault: Fault| assert_eq!(fault, Fault::Unreadable));
        assert_eq!(words(original.place(&editor, "/people/0/name")), Some(11..13));
        let record = original.record(&editor);
        let told: Vec<_> =
            record.field("provenance").unwrap().as_list().iter().map(|one| (one.field_text("pointer"), one.field_text("rule"))).collect();
        assert_eq!(
            told,
            [("/title", "session"), ("/people/1", "name"), ("/people/2/name", "name"), ("/dates/start", "cell"), ("/people/0", "person")]
        );
        assert_eq!(record.get("/provenance/0/edited"), Some(&Json::Bool(true)));
        assert_eq!((record.get("/provenance/1/edited"), record.field_text("text")), (None, "𠮷日第一次会议\n李一、王二出席"));
        assert_eq!(record.get("/provenance/4/quote").and_then(Json::as_text), Some("王二"));
    }

    #[test]
    fn of_another_version_only_the_text_is_of_use() {
        let (editor, _) = begun();
        let other = Original::take(ORIGINAL, &SESSION.replace("李一", "李三"), editor.base()).unwrap();
        assert_eq!((other.lines().len(), other.doubts().len(), other.place(&editor, "/title")), (2, 0, None));
        assert_eq!(Original::take("{}", SESSION, editor.base()), None);
    }

    #[test]
    fn characters_and_units_are_told_apart() {
        let (_, original) = begun();
        let line = original.lines().first().unwrap();
        assert_eq!((line.character(0), line.character(2), line.character(3), line.character(99)), (0, 1, 2, 7));
        assert_eq!(line.cut(&(1..3)), Some(("𠮷".into(), "日第".into(), "一次会议".into())));
        assert_eq!(original.lines().get(1).unwrap().cut(&(1..3)), None);
        assert_eq!((original.words(&(5..10)), original.words(&(8..10))), ("会议\n李一".to_owned(), "李一".to_owned()));
    }
}
