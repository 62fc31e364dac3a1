//! Folding: text as it is compared, by search and wherever two spellings may be one name.
//!
//! Characters of old GBK systems become what they stand for. Width, case, compatibility forms and accents (NFKD without marks), Traditional and
//! variant characters, kinds of quotation marks, brackets, dashes and dots are made one; controls and invisible characters go. Whitespace goes, too, but for one space between two letters or digits
//! that are not Chinese, for line breaks and alignment inside Chinese text mean nothing. A comma between digits goes, so that 4402 finds 4,402.
//!
//! All this looks at neighbours only where the end of the text counts as one that fits, so that a piece of a text folds to a piece of the
//! folded text: whatever is there is found.

mod decompose;
#[cfg(test)]
mod tests;
mod variants;
#[cfg(test)]
pub(crate) use variants::all as variants_for_tests;

use crate::model::{is_selector, known};

/// A text as it is compared.
///
/// ```
/// use yishi::search::fold;
/// assert_eq!(fold("人民 代表\n大會Ｇ２０，Show of  Hands"), "人民代表大会g20,show of hands");
/// assert_eq!(fold("4,402 萬元"), fold("4402万元"));
/// ```
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    each(text, &mut |folded, _, _| out.extend(folded));
    out
}

/// A folded text with the way back to the original.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    /// The text as it is compared.
    pub text: String,
    /// Of each character: where it begins in `text`, and the range of the original that it stands for, in bytes.
    steps: Vec<[u32; 3]>,
}

/// Folds a text and remembers where each character came from. For texts up to 4 GiB; the page shows shorter ones.
pub fn folded(text: &str) -> Folded {
    let mut folded = Folded { text: String::with_capacity(text.len()), steps: Vec::new() };
    each(text, &mut |character, start, end| match character {
        Some(character) => {
            folded.steps.push([short(folded.text.len()), short(start), short(end)]);
            folded.text.push(character);
        }
        // An accent belongs to the letter before it.
        None => folded.steps.last_mut().into_iter().for_each(|step| step[2] = short(end)),
    });
    folded
}

impl Folded {
    /// The range of the original that a range of the folded text stands for, both in bytes.
    pub fn original(&self, start: usize, end: usize) -> (usize, usize) {
        let step = |at: usize| self.steps.partition_point(|step| (step[0] as usize) < at);
        let first = self.steps.get(step(start)).map_or(0, |step| step[1]);
        let last = step(end).checked_sub(1).and_then(|last| self.steps.get(last)).map_or(first, |step| step[2]);
        (first as usize, last.max(first) as usize)
    }

    /// Where any of `needles`, which are folded, occur: ranges of the original in order, none within another.
    pub fn marks<'n>(&self, needles: impl IntoIterator<Item = &'n str>) -> Vec<(usize, usize)> {
        let mut found: Vec<(usize, usize)> = Vec::new();
        for needle in needles.into_iter().filter(|needle| !needle.is_empty()) {
            found.extend(occurrences(&self.text, needle).into_iter().map(|at| self.original(at, at + needle.len())));
        }
        let mut marks: Vec<(usize, usize)> = Vec::with_capacity(found.len());
        for (start, end) in crate::order::ordered(&found, |a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1))) {
            match marks.last_mut() {
                Some(last) if start < last.1 => last.1 = last.1.max(end),
                _ => marks.push((start, end)),
            }
        }
        marks
    }
}

/// Where a text has another, one after the other.
#[inline(never)]
pub(crate) fn occurrences(text: &str, needle: &str) -> Vec<usize> {
    text.match_indices(needle).map(|(at, _)| at).collect()
}

fn short(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// Gives each folded character with the bytes of the original that it stands for; `None` for an accent of the one before.
fn each(text: &str, give: &mut dyn FnMut(Option<char>, usize, usize)) {
    let mut state = State { last: None, has_gap: false, comma: None, give };
    for (start, character) in text.char_indices() {
        let end = start + character.len_utf8();
        let character = if ('\u{E000}'..='\u{F8FF}').contains(&character) { known(character).unwrap_or(character) } else { character };
        match character {
            'a'..='z' | '0'..='9' => state.put(character, start, end),
            'A'..='Z' => state.put(character.to_ascii_lowercase(), start, end),
            ',' | '，' | '﹐' => state.comma(start, end),
            '\u{3400}'..='\u{9FFF}' => state.put(variants::standard(character), start, end),
            '!'..='~' => state.put(punctuation(character), start, end),
            '！'..='～' => state.put(punctuation(narrow(character)), start, end),
            _ if character.is_whitespace() => state.gap(),
            // A selector of a glyph belongs to the character before it, and is marked with it.
            _ if is_selector(character) => state.selector(start, end),
            _ if is_ignored(character) => {}
            '\u{3001}'..='\u{303F}' | '\u{2010}'..='\u{201F}' | '·' => state.put(punctuation(character), start, end),
            _ => decompose::decompose(character, &mut |part| {
                if is_mark(part) {
                    (state.give)(None, start, end);
                } else if is_ignored(part) {
                    // Nothing that one sees.
                } else if part.is_whitespace() {
                    state.gap();
                } else {
                    state.put(punctuation(variants::standard(part)), start, end);
                }
            }),
        }
    }
    state.end();
}

/// What has to be known of the characters before.
struct State<'g> {
    /// The last one given.
    last: Option<char>,
    /// Whether there was whitespace after it.
    has_gap: bool,
    /// A comma after a digit, or after nothing, that may be within a number.
    comma: Option<(usize, usize)>,
    give: &'g mut dyn FnMut(Option<char>, usize, usize),
}

impl State<'_> {
    fn put(&mut self, character: char, start: usize, end: usize) {
        if !(self.comma.is_some() && character.is_ascii_digit()) {
            self.keep_comma();
        }
        self.comma = None;
        if self.has_gap && is_letter(character) && self.last.is_some_and(is_letter) {
            (self.give)(Some(' '), start, start);
        }
        self.has_gap = false;
        self.last = Some(character);
        (self.give)(Some(character), start, end);
    }

    fn selector(&mut self, start: usize, end: usize) {
        if !self.has_gap && self.comma.is_none() && self.last.is_some() {
            (self.give)(None, start, end);
        }
    }

    fn gap(&mut self) {
        self.keep_comma();
        self.has_gap = true;
    }

    fn comma(&mut self, start: usize, end: usize) {
        self.keep_comma();
        if !self.has_gap && self.last.is_none_or(|last| last.is_ascii_digit()) {
            self.comma = Some((start, end));
        } else {
            self.put(',', start, end);
        }
    }

    /// The comma was not within a number.
    fn keep_comma(&mut self) {
        if let Some((start, end)) = self.comma.take() {
            self.last = Some(',');
            (self.give)(Some(','), start, end);
        }
    }

    /// What follows a piece of text is not known: a comma at its end may be within a number.
    fn end(&mut self) {
        self.comma = None;
    }
}

/// Letters and digits of scripts that put spaces between words; from À on nearly everything before the punctuation is one.
fn is_letter(character: char) -> bool {
    character.is_ascii_alphanumeric() || ('\u{C0}'..'\u{2000}').contains(&character)
}

/// ASCII from its full width.
fn narrow(wide: char) -> char {
    char::from_u32(u32::from(wide) - 0xFEE0).map_or(wide, |narrow| narrow.to_ascii_lowercase())
}

/// One of each kind of mark; documents mix them freely.
fn punctuation(mark: char) -> char {
    match mark {
        '“' | '”' | '„' | '‟' | '「' | '」' | '『' | '』' | '〝' | '〞' | '〟' => '"',
        '‘' | '’' | '‚' | '‛' | '`' | '′' => '\'',
        '〔' | '【' | '〖' | '〘' | '〚' => '[',
        '〕' | '】' | '〗' | '〙' | '〛' => ']',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '─' => '-',
        '•' | '・' | '‧' | '∙' | '⋅' | '●' => '·',
        '〜' | '∼' => '~',
        '⁄' | '∕' => '/',
        other => other,
    }
}

/// Accents and sound marks; without them a letter is the same letter.
fn is_mark(part: char) -> bool {
    matches!(part, '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{3099}'..='\u{309A}' | '\u{FE20}'..='\u{FE2F}')
}

/// Controls, joiners, directions, selectors of a glyph: nothing that one sees.
fn is_ignored(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}')
}
