//! Binary numbers of a workbook as the decimals that people see: at most 15 significant digits.

/// How many digits Excel and WPS keep and show, whatever the file says.
const DIGITS: usize = 15;

/// A decimal: `0.DIGITS × 10^point`, with a sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decimal {
    /// Whether it is below zero.
    pub is_negative: bool,
    /// Significant digits, the first and the last not 0; none for zero.
    digits: Vec<u8>,
    /// How many digits stand before the decimal point; negative where zeros follow it.
    point: i32,
}

impl Decimal {
    /// The nearest decimal of 15 digits; none for what is no finite number.
    pub fn new(number: f64) -> Option<Self> {
        if !number.is_finite() {
            return None;
        }
        let text = format!("{:.*e}", DIGITS - 1, number.abs());
        let (mantissa, exponent) = text.split_once('e')?;
        let digits = mantissa.bytes().filter(u8::is_ascii_digit).map(|digit| digit - b'0').collect();
        let point = exponent.parse::<i32>().ok()?.saturating_add(1);
        Some(Self { is_negative: number < 0.0, digits, point }.trimmed())
    }

    /// Whether it is zero.
    pub fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// It without its sign.
    pub fn absolute(self) -> Self {
        Self { is_negative: false, ..self }
    }

    /// How many digits stand before the decimal point, 0 or fewer where there is none but zero.
    pub fn point(&self) -> i32 {
        self.point
    }

    /// It times a power of ten.
    pub fn shifted(mut self, by: i32) -> Self {
        if !self.is_zero() {
            self.point = self.point.saturating_add(by);
        }
        self
    }

    /// It with so many decimals, half away from zero.
    pub fn rounded(mut self, decimals: i32) -> Self {
        let Ok(kept) = usize::try_from(self.point.saturating_add(decimals)) else {
            self.digits.clear();
            return self.trimmed();
        };
        if kept >= self.digits.len() {
            return self;
        }
        let is_up = self.digits[kept] >= 5;
        self.digits.truncate(kept);
        if is_up {
            while self.digits.last() == Some(&9) {
                self.digits.pop();
            }
            if let Some(last) = self.digits.last_mut() {
                *last += 1;
            } else {
                self.digits.push(1);
                self.point = self.point.saturating_add(1);
            }
        }
        self.trimmed()
    }

    /// The digits before the point (none for zero) and after it, without zeros at the end.
    pub fn parts(&self) -> (String, String) {
        let text: String = self.digits.iter().map(|digit| char::from(b'0' + digit)).collect();
        let Ok(point) = usize::try_from(self.point) else {
            return (String::new(), "0".repeat(self.point.unsigned_abs() as usize) + &text);
        };
        if point >= text.len() { (format!("{text:0<point$}"), String::new()) } else { (text[..point].to_owned(), text[point..].to_owned()) }
    }

    /// As a plain decimal, such as `-82.5`.
    pub fn plain(&self) -> String {
        let (whole, rest) = self.parts();
        let sign = if self.is_negative { "-" } else { "" };
        let whole = if whole.is_empty() { "0" } else { &whole };
        if rest.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
    }

    /// As the format General shows it: plain, and with an exponent where that were endless.
    pub fn general(&self) -> String {
        if (-9..=20).contains(&self.point) { self.plain() } else { self.with_exponent() }
    }

    fn with_exponent(&self) -> String {
        let power = self.point.saturating_sub(1);
        let mantissa = Self { point: 1, ..self.clone() }.plain();
        format!("{mantissa}E{}{:02}", if power < 0 { '-' } else { '+' }, power.abs())
    }

    fn trimmed(mut self) -> Self {
        while self.digits.last() == Some(&0) {
            self.digits.pop();
        }
        let zeros = self.digits.iter().take_while(|&&digit| digit == 0).count();
        self.digits.drain(..zeros);
        self.point = self.point.saturating_sub(i32::try_from(zeros).unwrap_or(i32::MAX));
        if self.digits.is_empty() {
            self.point = 0;
            self.is_negative = false;
        }
        self
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::Decimal;

    fn plain(text: &str) -> String {
        Decimal::new(text.parse().unwrap()).unwrap().plain()
    }

    #[test]
    fn of_seventeen_digits_fifteen_are_read() {
        assert_eq!(plain("0.28999999999999998"), "0.29");
        assert_eq!(plain("88.430000000000007"), "88.43");
        assert_eq!(plain("1.2345678901234567E+9"), "1234567890.12346");
        assert_eq!(plain("6.9999999999999999E-4"), "0.0007");
        assert_eq!(plain("12345678901234567"), "12345678901234600");
        assert_eq!(plain("-0.99992373057378"), "-0.99992373057378");
        assert_eq!(plain("-0"), "0");
    }

    #[test]
    fn halves_are_rounded_away_from_zero() {
        let rounded = |number, decimals| Decimal::new(number).unwrap().rounded(decimals).plain();
        assert_eq!(rounded(1.005, 2), "1.01");
        assert_eq!(rounded(-2.5, 0), "-3");
        assert_eq!(rounded(999.96, 1), "1000");
        assert_eq!(rounded(0.5, 0), "1");
        assert_eq!(rounded(0.04, 1), "0");
        assert_eq!(rounded(0.004, 1), "0");
    }

    #[test]
    fn numbers_without_end_have_an_exponent() {
        assert_eq!(Decimal::new(1e300).unwrap().general(), "1E+300");
        assert_eq!(Decimal::new(-1.5e-12).unwrap().general(), "-1.5E-12");
        assert_eq!(Decimal::new(f64::NAN), None);
    }
}
