//! The numbers that Word counts: they are no text in the file.

use crate::import::ImportError;
use crate::import::package::{attribute, broken, local};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::{HashMap, HashSet};

/// How much may stand around a number.
const MOST_CHARACTERS: usize = 100;

/// A level of a list: the kind of its numbers, what stands around them (`%1、`), and where they begin.
#[derive(Clone, Default)]
struct Level {
    format: String,
    text: String,
    start: Option<u32>,
}

/// The lists of a document, and how far each has been counted.
#[derive(Default)]
pub struct Numbering {
    levels: HashMap<String, [Level; 9]>,
    lists: HashMap<u32, String>,
    starts: HashMap<(u32, usize), u32>,
    begun: HashSet<u32>,
    counts: HashMap<String, [Option<u32>; 9]>,
}

impl Numbering {
    /// The lists in this part.
    pub fn read(xml: &str) -> Result<Self, ImportError> {
        let mut reader = Reader::from_str(xml);
        let mut read = Self::default();
        let (mut shape, mut list, mut level) = (String::new(), None::<u32>, 9_usize);
        loop {
            match reader.read_event().map_err(|error| broken("numbering", error))? {
                Event::Start(tag) | Event::Empty(tag) => {
                    let name = local(&tag);
                    let value = attribute(&tag, "val").unwrap_or_default();
                    let of = |name| attribute(&tag, name).and_then(|value| value.parse::<usize>().ok()).unwrap_or(9);
                    match name {
                        "abstractNum" => {
                            shape = attribute(&tag, "abstractNumId").unwrap_or_default().into_owned();
                            (list, level) = (None, 9);
                        }
                        "num" => list = attribute(&tag, "numId").and_then(|id| id.parse().ok()),
                        "lvl" | "lvlOverride" => level = of("ilvl"),
                        _ => {}
                    }
                    if let Some(list) = list {
                        match (name, value.parse()) {
                            ("abstractNumId", _) => {
                                read.lists.insert(list, value.into_owned());
                            }
                            ("startOverride", Ok(start)) => {
                                read.starts.insert((list, level), start);
                            }
                            _ => {}
                        }
                    } else if let Some(level) = read.levels.entry(shape.clone()).or_default().get_mut(level) {
                        match name {
                            "numFmt" => level.format = value.into_owned(),
                            "lvlText" => level.text = value.chars().take(MOST_CHARACTERS).collect(),
                            "start" => level.start = value.parse().ok(),
                            _ => {}
                        }
                    }
                }
                Event::Eof => return Ok(read),
                _ => {}
            }
        }
    }

    /// The number of the next paragraph of a list; none of a bullet.
    pub fn next(&mut self, list: Option<u32>, level: usize) -> Option<String> {
        let list = list?;
        let shape = self.lists.get(&list)?;
        let levels = self.levels.get(shape)?;
        let own = levels.get(level)?;
        let counts = self.counts.entry(shape.clone()).or_default();
        if self.begun.insert(list) {
            for (index, count) in counts.iter_mut().enumerate() {
                if let Some(start) = self.starts.get(&(list, index)) {
                    *count = start.checked_sub(1);
                }
            }
        }
        let count = counts.get_mut(level)?;
        *count = Some(count.map_or(own.start.unwrap_or(1), |count| count.saturating_add(1)));
        counts.iter_mut().skip(level + 1).for_each(|lower| *lower = None);
        if matches!(own.format.as_str(), "bullet" | "none") {
            return None;
        }
        let mut text = own.text.clone();
        for (index, level) in levels.iter().enumerate() {
            let number = counts.get(index).copied().flatten().or(level.start).unwrap_or(1);
            text = text.replace(&format!("%{}", index + 1), &shown(number, &level.format));
        }
        Some(text.trim().to_owned()).filter(|text| !text.is_empty())
    }
}

/// A number in a format of Word.
fn shown(number: u32, format: &str) -> String {
    match format {
        "chineseCounting" | "chineseCountingThousand" | "japaneseCounting" | "taiwaneseCounting" | "taiwaneseCountingThousand" => {
            counted(number)
        }
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" => number.to_string().chars().map(digit).collect(),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" if (1..=20).contains(&number) => {
            char::from_u32(0x245F + number).map(String::from).unwrap_or_default()
        }
        "lowerLetter" => letter(number, 'a'),
        "upperLetter" => letter(number, 'A'),
        "lowerRoman" => roman(number).to_ascii_lowercase(),
        "upperRoman" => roman(number),
        _ => number.to_string(),
    }
}

fn digit(digit: char) -> char {
    digit.to_digit(10).and_then(|index| "〇一二三四五六七八九".chars().nth(index as usize)).unwrap_or(digit)
}

/// 十一, 一百零五: below ten thousand, as documents count.
fn counted(number: u32) -> String {
    if number == 0 || number > 9999 {
        return number.to_string();
    }
    let (mut text, mut rest, mut is_gap) = (String::new(), number, false);
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let count = rest / unit;
        rest %= unit;
        if count == 0 {
            is_gap = !text.is_empty();
            continue;
        }
        if std::mem::take(&mut is_gap) {
            text.push('零');
        }
        if !(text.is_empty() && unit == 10 && count == 1) {
            text.extend(count.to_string().chars().map(digit));
        }
        text.push_str(name);
    }
    text
}

/// a to z, then aa, bb, as Word goes on.
fn letter(number: u32, first: char) -> String {
    let Some(index) = number.checked_sub(1).filter(|index| *index < 780) else { return number.to_string() };
    let letter = char::from_u32(u32::from(first) + index % 26).unwrap_or(first);
    std::iter::repeat_n(letter, (index / 26 + 1) as usize).collect()
}

fn roman(number: u32) -> String {
    if number > 3999 {
        return number.to_string();
    }
    let (mut text, mut rest) = (String::new(), number);
    for (value, name) in [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ] {
        while rest >= value {
            rest -= value;
            text.push_str(name);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Numbering, shown};

    #[test]
    fn numbers_are_written_as_word_shows_them() {
        let all = [(11, "chineseCounting"), (105, "chineseCountingThousand"), (10, "ideographDigital"), (2, "decimalEnclosedCircle")];
        assert_eq!(all.map(|(number, format)| shown(number, format)), ["十一", "一百零五", "一〇", "②"]);
        assert_eq!((shown(14, "lowerRoman"), shown(27, "upperLetter")), ("xiv".to_owned(), "AA".to_owned()));
    }

    #[test]
    fn a_list_may_start_anew_and_lower_levels_do() -> Result<(), crate::import::ImportError> {
        let mut lists = Numbering::read(
            r#"<n><abstractNum abstractNumId="5"><lvl ilvl="0"><start val="1"/><numFmt val="chineseCounting"/><lvlText val="%1、"/></lvl>
            <lvl ilvl="1"><start val="1"/><numFmt val="chineseCounting"/><lvlText val="（%2）"/></lvl></abstractNum>
            <num numId="1"><abstractNumId val="5"/></num><num numId="2"><abstractNumId val="5"/>
            <lvlOverride ilvl="0"><startOverride val="3"/></lvlOverride></num></n>"#,
        )?;
        let found: Vec<_> =
            [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1), (2, 0), (9, 0)].map(|(list, level)| lists.next(Some(list), level)).into();
        let found: Vec<_> = found.into_iter().flatten().collect();
        assert_eq!(found, ["一、", "（一）", "（二）", "二、", "（一）", "三、"]);
        Ok(())
    }
}
