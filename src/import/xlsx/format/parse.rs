//! The code of a format in pieces.

/// The longest code that Excel takes is 255 characters; what comes after twice as many is left out.
const LONGEST: usize = 512;

/// A part of a format between semicolons.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    /// For which numbers it holds, where it says so itself.
    pub condition: Option<Condition>,
    /// Its pieces.
    pub tokens: Vec<Token>,
}

/// A piece of a format.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Token {
    /// A character as it is.
    Literal(char),
    /// The place of a digit: `0`, `#` or `?`.
    Digit(char),
    /// The decimal point.
    Point,
    /// A comma: it parts thousands or divides by them.
    Comma,
    /// The number in percent.
    Percent,
    /// The power of ten, with its sign always or only where it is negative.
    Exponent(bool),
    /// The number without a format.
    General,
    /// The text.
    Text,
    /// Part of a date: `y`, `m`, `d`, `h`, `s`, and `M` for the name of a month.
    Date(char),
    /// Hours, minutes or seconds counted on beyond a day.
    Elapsed(char),
}

/// For which numbers a section holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    operator: String,
    limit: f64,
}

impl Condition {
    /// Whether it holds for a number.
    #[allow(clippy::float_cmp, reason = "an office compares numbers exactly")]
    pub fn holds(&self, number: f64) -> bool {
        match &*self.operator {
            "<" => number < self.limit,
            "<=" => number <= self.limit,
            ">" => number > self.limit,
            ">=" => number >= self.limit,
            "<>" => number != self.limit,
            _ => number == self.limit,
        }
    }

    /// Whether it holds for negative numbers alone, whose sign its section then writes itself.
    pub fn is_negative(&self) -> bool {
        matches!(&*self.operator, "<" | "<=") && self.limit <= 0.0
    }
}

/// The sections of a code.
pub fn sections(code: &str) -> Vec<Section> {
    let characters: Vec<char> = code.chars().take(LONGEST).collect();
    let mut sections = vec![Section::default()];
    let mut at = 0;
    while let Some(&character) = characters.get(at) {
        at += 1;
        if character == ';' {
            sections.push(Section::default());
            continue;
        }
        let Some(section) = sections.last_mut() else { break };
        let rest = &characters[at..];
        at += match character {
            '"' => quoted(section, rest),
            '[' => bracketed(section, rest),
            _ => plain(section, character, rest),
        };
    }
    sections
}

/// Takes text up to the quote that ends it, and says how many characters.
fn quoted(section: &mut Section, rest: &[char]) -> usize {
    let end = rest.iter().position(|&character| character == '"').unwrap_or(rest.len());
    section.tokens.extend(rest[..end].iter().map(|&character| Token::Literal(character)));
    end.saturating_add(1)
}

/// Takes what stands between brackets: a condition, a currency, a time; colours and languages say nothing.
fn bracketed(section: &mut Section, rest: &[char]) -> usize {
    let end = rest.iter().position(|&character| character == ']').unwrap_or(rest.len());
    let text: String = rest[..end].iter().collect();
    if let Some(currency) = text.strip_prefix('$') {
        let currency = currency.split('-').next().unwrap_or_default();
        section.tokens.extend(currency.chars().map(Token::Literal));
    } else if let Some(at) = text.find(|character: char| !matches!(character, '<' | '>' | '=')).filter(|&at| at > 0) {
        if let Ok(limit) = text[at..].trim().parse() {
            section.condition = Some(Condition { operator: text[..at].to_owned(), limit });
        }
    } else if let Some(unit) = text.chars().next().map(|unit| unit.to_ascii_lowercase())
        && matches!(unit, 'h' | 'm' | 's')
        && text.chars().all(|character| character.to_ascii_lowercase() == unit)
    {
        section.tokens.push(Token::Elapsed(unit));
    }
    end.saturating_add(1)
}

/// Takes what begins with any other character, and says how many come after it.
fn plain(section: &mut Section, character: char, rest: &[char]) -> usize {
    let starts =
        |word: &str| rest.len() >= word.chars().count() && word.chars().zip(rest).all(|(one, other)| one.eq_ignore_ascii_case(other));
    let lower = character.to_ascii_lowercase();
    let same = 1 + rest.iter().take_while(|other| other.to_ascii_lowercase() == lower).count();
    let (piece, taken) = match lower {
        '\\' | '!' => match rest.first() {
            Some(&next) => (Token::Literal(next), 1),
            None => return 0,
        },
        // The width of a character, and a character that fills the cell, are blanks at best.
        '_' | '*' => return 1,
        '0' | '#' | '?' => (Token::Digit(character), 0),
        '.' => (Token::Point, 0),
        ',' => (Token::Comma, 0),
        '%' => (Token::Percent, 0),
        '@' => (Token::Text, 0),
        'g' if starts("eneral") => (Token::General, 6),
        'g' if starts("/通用格式") => (Token::General, 5),
        'e' if matches!(rest.first(), Some('+' | '-')) => (Token::Exponent(rest.first() == Some(&'+')), 1),
        'a' if starts("m/pm") => return 4,
        'a' if starts("/p") => return 2,
        'a' if same >= 3 => return same - 1,
        'e' => (Token::Date('y'), same - 1),
        'm' if same >= 3 => (Token::Date('M'), same - 1),
        'y' | 'm' | 'd' | 'h' | 's' => (Token::Date(lower), same - 1),
        _ => (Token::Literal(character), 0),
    };
    section.tokens.push(piece);
    taken
}
