//! A section of a format applied to a number, a moment or a text.

use super::parse::{Section, Token};
use crate::import::xlsx::date::Moment;
use crate::import::xlsx::decimal::Decimal;

impl Section {
    /// Whether it shows a date or a time.
    pub fn is_date(&self) -> bool {
        self.tokens.iter().any(|token| matches!(token, Token::Date(_) | Token::Elapsed(_)))
    }

    /// A number that is not negative.
    pub fn number(&self, number: &Decimal) -> String {
        let is_plain = self.tokens.iter().any(|token| matches!(token, Token::General | Token::Text)) || self.is_fraction();
        if is_plain {
            return self.around(&number.general());
        }
        let percents = self.tokens.iter().filter(|&&token| token == Token::Percent).count();
        let layout = Layout::new(&self.tokens);
        let shift = 2 * clamped(percents) - 3 * clamped(layout.scales);
        let number = number.clone().shifted(shift);
        if let Some(exponent) = self.tokens.iter().position(|token| matches!(token, Token::Exponent(_))) {
            return self.with_exponent(&number, &layout, exponent);
        }
        self.fill(&number.rounded(clamped(layout.decimals)), &layout)
    }

    /// A moment: its day as `2025-03-01`; what shows no day as the format writes it.
    pub fn moment(&self, moment: Moment, number: f64) -> String {
        let has = |unit| self.tokens.contains(&Token::Date(unit));
        let is_time = has('h') || has('s') || self.tokens.iter().any(|token| matches!(token, Token::Elapsed(_)));
        let is_date = has('y') || has('d') || has('M') || !is_time && has('m');
        match (is_date, is_time) {
            (true, true) if moment.second != 0 => format!("{} {}", moment.date(), moment.time()),
            (_, true) if !is_date && number >= 1.0 => Decimal::new(number).map_or_else(|| moment.time(), |decimal| decimal.general()),
            (false, _) => moment.time(),
            (true, _) if has('d') || is_time => moment.date(),
            (true, _) if has('M') => format!("{:04}-{:02}", moment.year, moment.month),
            (true, _) => self.months(moment),
        }
    }

    /// A text within what the section puts around it.
    pub fn text(&self, text: &str) -> String {
        let written = self.tokens.iter().fold(String::new(), |mut written, token| {
            match token {
                Token::Text | Token::General => written.push_str(text),
                Token::Literal(character) => written.push(*character),
                _ => {}
            }
            written
        });
        written.trim().to_owned()
    }

    fn months(&self, moment: Moment) -> String {
        self.tokens.iter().fold(String::new(), |mut written, token| {
            match token {
                Token::Date('y') => written.push_str(&moment.year.to_string()),
                Token::Date(_) => written.push_str(&moment.month.to_string()),
                Token::Literal(character) => written.push(*character),
                _ => {}
            }
            written
        })
    }

    /// Fractions such as `# ?/?` are rare in budgets and shown as decimals.
    fn is_fraction(&self) -> bool {
        let slash = self.tokens.iter().position(|&token| token == Token::Literal('/'));
        slash.is_some_and(|at| {
            let is_digit = |token: Option<&Token>| matches!(token, Some(Token::Digit(_)));
            at > 0 && is_digit(self.tokens.get(at - 1)) && is_digit(self.tokens.get(at + 1))
        })
    }

    fn around(&self, number: &str) -> String {
        let mut is_written = false;
        self.tokens.iter().fold(String::new(), |mut written, token| {
            match token {
                Token::Literal('/') if self.is_fraction() => {}
                Token::Literal(character) => written.push(*character),
                Token::General | Token::Text | Token::Digit(_) if !is_written => {
                    is_written = true;
                    written.push_str(number);
                }
                _ => {}
            }
            written
        })
    }

    fn with_exponent(&self, number: &Decimal, layout: &Layout, at: usize) -> String {
        let step = clamped(layout.wholes).max(1);
        let decimals = clamped(layout.decimals);
        let power = |number: &Decimal| if number.is_zero() { 0 } else { (number.point() - 1).div_euclid(step) * step };
        let mut exponent = power(number);
        let mut mantissa = number.clone().shifted(-exponent).rounded(decimals);
        // 9.996 with two decimals is 10.00, which is 1.00 of the next power.
        if power(&mantissa) > 0 {
            exponent += step;
            mantissa = number.clone().shifted(-exponent).rounded(decimals);
        }
        let sign = match self.tokens.get(at) {
            _ if exponent < 0 => "-",
            Some(Token::Exponent(true)) => "+",
            _ => "",
        };
        let after = self.tokens.get(at + 1..).unwrap_or_default();
        let places = after.iter().take_while(|token| matches!(token, Token::Digit(_))).count();
        let front = Self { condition: None, tokens: self.tokens[..at].to_vec() };
        let rest = Self { condition: None, tokens: after[places..].to_vec() };
        format!("{}E{sign}{:0places$}{}", front.fill(&mantissa, layout), exponent.abs(), rest.text(""))
    }

    /// The digits of a rounded number in their places.
    fn fill(&self, number: &Decimal, layout: &Layout) -> String {
        let (whole, rest) = number.parts();
        let mut whole =
            Whole { digits: whole.chars().collect(), places: layout.wholes, has_thousands: layout.has_thousands, is_started: false };
        let mut rest = rest.chars();
        let mut written = String::new();
        let mut is_after_point = false;
        for token in &self.tokens {
            match token {
                Token::Literal(character) => written.push(*character),
                Token::Percent => written.push('%'),
                Token::Point if !is_after_point => {
                    // Places that come only after the point leave a whole part without one.
                    whole.finish(&mut written);
                    is_after_point = true;
                    written.push('.');
                }
                Token::Digit(place) if is_after_point => match rest.next() {
                    Some(digit) => written.push(digit),
                    None if *place == '0' => written.push('0'),
                    None => {}
                },
                Token::Digit(place) => whole.place(*place, &mut written),
                _ => {}
            }
        }
        written
    }
}

/// Where the digits of a section go.
struct Layout {
    wholes: usize,
    decimals: usize,
    scales: usize,
    has_thousands: bool,
}

impl Layout {
    fn new(tokens: &[Token]) -> Self {
        let end = tokens.iter().position(|token| matches!(token, Token::Exponent(_))).unwrap_or(tokens.len());
        let tokens = &tokens[..end];
        let point = tokens.iter().position(|&token| token == Token::Point).unwrap_or(end);
        let count = |tokens: &[Token]| tokens.iter().filter(|token| matches!(token, Token::Digit(_))).count();
        let last = tokens.iter().rposition(|token| matches!(token, Token::Digit(_)));
        let first = tokens.iter().position(|token| matches!(token, Token::Digit(_)));
        let commas = || tokens.iter().enumerate().filter(|&(_, &token)| token == Token::Comma).map(|(at, _)| at);
        // A comma between places parts thousands; commas right after the places divide by them.
        Self {
            wholes: count(&tokens[..point]),
            decimals: count(&tokens[point..]),
            scales: match last {
                Some(last) => {
                    let after = tokens[last + 1..].iter().take_while(|&&token| token == Token::Comma).count();
                    let before_point = tokens[..point].iter().rev().take_while(|&&token| token == Token::Comma).count();
                    after + if point < last { before_point } else { 0 }
                }
                None => 0,
            },
            has_thousands: commas().any(|at| {
                first.is_some_and(|first| first < at) && tokens[at..point.max(at)].iter().any(|token| matches!(token, Token::Digit(_)))
            }),
        }
    }
}

/// The digits before the point, given out from the left; the first place takes all that have none of their own.
struct Whole {
    digits: Vec<char>,
    places: usize,
    has_thousands: bool,
    is_started: bool,
}

impl Whole {
    fn place(&mut self, place: char, written: &mut String) {
        while self.digits.len() > self.places {
            self.next(written);
        }
        if self.digits.len() == self.places {
            self.next(written);
        } else if place == '0' || self.is_started {
            self.push('0', self.places, written);
        }
        self.places = self.places.saturating_sub(1);
    }

    fn finish(&mut self, written: &mut String) {
        while !self.digits.is_empty() {
            self.next(written);
        }
    }

    fn next(&mut self, written: &mut String) {
        if self.digits.is_empty() {
            return;
        }
        let left = self.digits.len();
        let digit = self.digits.remove(0);
        self.push(digit, left, written);
    }

    /// Writes a digit that is followed by `left - 1` others.
    fn push(&mut self, digit: char, left: usize, written: &mut String) {
        self.is_started = true;
        written.push(digit);
        if self.has_thousands && left > 1 && left % 3 == 1 {
            written.push(',');
        }
    }
}

fn clamped(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX).min(1000)
}
