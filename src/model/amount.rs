//! Exact amounts of money. No binary floating point touches a figure.

use serde::ser::Error as _;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::value::RawValue;

/// The unit that a budget is printed in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// 元
    #[default]
    Yuan,
    /// 万元, ten thousand yuan.
    WanYuan,
    /// 亿元, a hundred million yuan.
    YiYuan,
}

impl Unit {
    /// How many decimal digits the unit stands above the yuan: 0, 4, 8.
    pub const fn power(self) -> u32 {
        match self {
            Self::Yuan => 0,
            Self::WanYuan => 4,
            Self::YiYuan => 8,
        }
    }
}

/// A decimal number exactly as its digits stand in the file: `mantissa` × 10^-`scale`, in whatever unit the budget prints.
///
/// 38.69 is (3869, 2) and stays distinct from 38.690, so that a figure can be shown as its source prints it.
/// Digits beyond what an `i128` mantissa or 12 decimals hold are an error, never a rounded number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Decimal {
    /// All digits, signed.
    pub mantissa: i128,
    /// How many of them stand after the decimal point, at most [`Decimal::MAX_SCALE`].
    pub scale: u32,
}

/// Why a JSON number is not an exact amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecimalError {
    /// Not a JSON number (a string, a boolean, …).
    #[error("an amount must be a number written in digits")]
    NotANumber,
    /// More digits than can be held exactly.
    #[error("the amount has too many digits to be held exactly")]
    Overflow,
}

impl Decimal {
    /// Most decimals kept: 12, which is 1/10,000 yuan for a figure printed in 亿元.
    pub const MAX_SCALE: u32 = 12;
    /// Most digits kept: a quintillion of any unit leaves room to change units and to add.
    const MAX_DIGITS: usize = 24;

    /// Parses the digits of a JSON number, exponent included, without going through a float.
    pub fn parse(text: &str) -> Result<Self, DecimalError> {
        let (number, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (negative, number) = number.strip_prefix('-').map_or((false, number), |rest| (true, rest));
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        let is_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || !is_digits(whole) || !is_digits(fraction) || (number.contains('.') && fraction.is_empty()) {
            return Err(DecimalError::NotANumber);
        }
        let exponent: i32 = exponent.parse().map_err(|_| DecimalError::Overflow)?;
        let mut digits: String = format!("{whole}{fraction}").trim_start_matches('0').to_owned();
        let mut scale = i64::try_from(fraction.len()).map_err(|_| DecimalError::Overflow)? - i64::from(exponent);
        if digits.is_empty() {
            scale = scale.clamp(0, i64::from(Self::MAX_SCALE));
        }
        while scale < 0 && digits.len() <= Self::MAX_DIGITS {
            digits.push('0');
            scale += 1;
        }
        if digits.len() > Self::MAX_DIGITS || scale < 0 || scale > i64::from(Self::MAX_SCALE) {
            return Err(DecimalError::Overflow);
        }
        let magnitude: i128 = if digits.is_empty() { 0 } else { digits.parse().map_err(|_| DecimalError::Overflow)? };
        let scale = u32::try_from(scale).map_err(|_| DecimalError::Overflow)?;
        Ok(Self { mantissa: if negative { -magnitude } else { magnitude }, scale })
    }

    /// The same amount with the other sign.
    pub fn negated(self) -> Option<Self> {
        Some(Self { mantissa: self.mantissa.checked_neg()?, scale: self.scale })
    }

    /// The amount in 1/10,000 yuan, or `None` where the figure is finer than that or too large.
    pub fn in_ten_thousandths(self, unit: Unit) -> Option<i128> {
        let power = unit.power() + 4;
        if let Some(up) = power.checked_sub(self.scale) {
            return self.mantissa.checked_mul(10_i128.checked_pow(up)?);
        }
        let down = 10_i128.checked_pow(self.scale - power)?;
        (self.mantissa % down == 0).then_some(self.mantissa / down)
    }
}

impl From<u32> for Decimal {
    fn from(count: u32) -> Self {
        Self { mantissa: count.into(), scale: 0 }
    }
}

impl std::fmt::Display for Decimal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let digits = self.mantissa.unsigned_abs().to_string();
        let scale = self.scale as usize;
        let digits = format!("{digits:0>width$}", width = scale + 1);
        let (whole, fraction) = digits.split_at(digits.len() - scale);
        let sign = if self.mantissa < 0 { "-" } else { "" };
        if fraction.is_empty() { write!(f, "{sign}{whole}") } else { write!(f, "{sign}{whole}.{fraction}") }
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        RawValue::from_string(self.to_string()).map_err(S::Error::custom)?.serialize(serializer)
    }
}

#[cfg(feature = "cli")]
impl schemars::JsonSchema for Decimal {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Decimal".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "number", "description": "Exact: the digits are read as they stand, at most 12 decimals." })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_kept() {
        for text in ["0", "38.69", "-82", "5737.88", "9265.21", "0.0001", "100.00", "-0.5"] {
            assert_eq!(Decimal::parse(text).map(|d| d.to_string()), Ok(text.to_owned()));
        }
        assert_eq!(Decimal::parse("1.5e3").map(|d| d.to_string()), Ok("1500".to_owned()));
        assert_eq!(Decimal::parse("15e-1").map(|d| d.to_string()), Ok("1.5".to_owned()));
    }

    #[test]
    fn what_is_not_exact_is_an_error() {
        for text in ["\"1\"", "NaN", "1.", ".5", "", "-", "true", "1,000"] {
            assert_eq!(Decimal::parse(text), Err(DecimalError::NotANumber), "{text}");
        }
        for text in ["1e30", "1e-13", "1234567890123456789012345", "1e99999999999"] {
            assert_eq!(Decimal::parse(text), Err(DecimalError::Overflow), "{text}");
        }
    }

    #[test]
    fn units_change_exactly() {
        let amount = Decimal::parse("38.69").unwrap_or_default();
        assert_eq!(amount.in_ten_thousandths(Unit::YiYuan), Some(38_690_000_000_000));
        assert_eq!(amount.in_ten_thousandths(Unit::Yuan), Some(386_900));
        assert_eq!(Decimal::parse("0.00001").ok().and_then(|d| d.in_ten_thousandths(Unit::Yuan)), None);
    }
}
