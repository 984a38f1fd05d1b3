//! `Edm.Decimal`: the digits of a number as they were written, in quotes or not.

use super::{ParseError, Textual, parse};
use serde::de::value::MapAccessDeserializer;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// The longest text that is kept.
const LONGEST: usize = 128;

/// A decimal number of at most 128 characters, every digit as written: `12.50`, `-0.001`, `1E+3`.
///
/// In JSON it is a number, or a string where a number would lose digits or where it came as a string. What JSON readers
/// give as floating point has lost its trailing zeros before it gets here.
///
/// Equality is exact: `1.5` and `1.50`, and a number and a string, are two values.
///
/// ```
/// use tablewright_runtime::scalar::Decimal;
///
/// let price: Decimal = "12.50".parse()?;
/// assert_eq!(price.as_str(), "12.50");
/// assert_eq!(price.to_f64(), 12.5);
/// # Ok::<(), tablewright_runtime::scalar::ParseError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Decimal {
    text: Box<str>,
    form: Form,
}

/// What a decimal is in JSON.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Form {
    Number,
    Quoted,
}

impl Decimal {
    /// The digits as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The nearest floating-point number, infinite if there is none.
    #[must_use]
    pub fn to_f64(&self) -> f64 {
        // The grammar of JSON numbers is part of what Rust reads, so this never falls back.
        self.text.parse().unwrap_or(f64::NAN)
    }

    /// The same number, to be sent as a JSON string.
    #[must_use]
    pub fn quoted(self) -> Self {
        Self { form: Form::Quoted, ..self }
    }

    /// Whether it came, or is to be sent, as a JSON string.
    #[must_use]
    pub fn is_quoted(&self) -> bool {
        self.form == Form::Quoted
    }

    /// The decimal of a JSON number, or of a JSON string that holds one.
    #[must_use]
    pub fn from_json(json: &serde_json::Value) -> Option<Self> {
        match json {
            serde_json::Value::Number(number) => Self::read(&number.to_string()),
            serde_json::Value::String(text) => Some(Self::read(text)?.quoted()),
            _ => None,
        }
    }

    /// The JSON number, or a string where that would lose digits or where it came as a string.
    #[must_use]
    pub fn to_json(&self) -> serde_json::Value {
        match self.exact_number() {
            Some(number) => serde_json::Value::Number(number),
            None => serde_json::Value::String(self.as_str().to_owned()),
        }
    }

    /// The JSON number of the same value, if it is not to be quoted.
    fn exact_number(&self) -> Option<serde_json::Number> {
        if self.is_quoted() {
            return None;
        }
        let number: serde_json::Number = self.text.parse().ok()?;
        (significant(&number.to_string()) == significant(&self.text)).then_some(number)
    }
}

/// Whether a text is a number by the grammar of JSON.
fn is_number(text: &str) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.strip_prefix(['+', '-']).unwrap_or(exponent)),
        None => (unsigned, "0"),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    all_digits(whole) && (whole == "0" || !whole.starts_with('0')) && all_digits(fraction) && all_digits(exponent)
}

/// The sign, the digits from the first to the last that is not zero, and the power of ten after them: what two texts of
/// the same value have in common.
fn significant(text: &str) -> Option<(&str, String, i64)> {
    let (sign, unsigned) = text.split_at_checked(usize::from(text.starts_with('-')))?;
    let (mantissa, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = format!("{whole}{fraction}");
    let digits = all.trim_end_matches('0');
    let dropped = i64::try_from(all.len() - digits.len()).ok()?;
    let exponent: i64 = exponent.parse().ok()?;
    let power = exponent.checked_sub(i64::try_from(fraction.len()).ok()?)?.checked_add(dropped)?;
    let digits = digits.trim_start_matches('0').to_owned();
    let power = if digits.is_empty() { 0 } else { power };
    Some((sign, digits, power))
}

impl Textual for Decimal {
    const KIND: &'static str = "Decimal";
    const EXPECTED: &'static str = "a decimal number such as 12.50 of at most 128 characters";

    fn read(text: &str) -> Option<Self> {
        (text.len() <= LONGEST && is_number(text)).then(|| Self { text: text.into(), form: Form::Number })
    }

    fn with_text<R>(&self, borrow: impl FnOnce(&str) -> R) -> R {
        borrow(self.as_str())
    }
}

super::textual!(Decimal);

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.exact_number() {
            Some(number) => number.serialize(serializer),
            None => serializer.serialize_str(self.as_str()),
        }
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(DecimalVisitor)
    }
}

struct DecimalVisitor;

impl<'de> serde::de::Visitor<'de> for DecimalVisitor {
    type Value = Decimal;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Decimal::EXPECTED)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Decimal, E> {
        parse(text).map(Decimal::quoted).map_err(E::custom)
    }

    fn visit_i64<E>(self, value: i64) -> Result<Decimal, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Decimal, E> {
        Ok(value.into())
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Decimal, E> {
        value.try_into().map_err(E::custom)
    }

    /// How `serde_json` hands over a number if some crate of the build turned its arbitrary precision on.
    fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<Decimal, A::Error> {
        let number = serde_json::Number::deserialize(MapAccessDeserializer::new(map))?;
        parse(&number.to_string()).map_err(serde::de::Error::custom)
    }
}

/// `From` for integers, all of which print as JSON numbers.
macro_rules! from_integers {
    ($($integer:ty),*) => {$(
        impl From<$integer> for Decimal {
            fn from(value: $integer) -> Self {
                Self { text: value.to_string().into(), form: Form::Number }
            }
        }
    )*};
}

from_integers!(u8, i8, u16, i16, u32, i32, u64, i64, u128, i128);

/// The shortest digits that give the same floating-point number; infinities and NaN are refused.
impl TryFrom<f64> for Decimal {
    type Error = ParseError;

    fn try_from(value: f64) -> Result<Self, ParseError> {
        let text = serde_json::Number::from_f64(value).map_or_else(|| value.to_string(), |number| number.to_string());
        parse(&text)
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;
    use crate::scalar::tests::{accepts, refuses};

    fn json(text: &str) -> String {
        let decimal: Decimal = text.parse().expect("a decimal");
        serde_json::to_string(&decimal).expect("JSON")
    }

    #[test]
    fn decimals_print_as_they_came() {
        accepts::<Decimal>(&["0", "-0", "12.50", "-0.001", "1E+3", "1e-300", "79228162514264337593543950335", "0.0"]);
    }

    #[test]
    fn what_is_no_json_number_is_refused() {
        refuses::<Decimal>(&[
            "", "-", "+1", "01", ".5", "5.", "1e", "1e+", "1.e5", "NaN", "INF", "1 ", "0x1", "1,5", "--1",
        ]);
        refuses::<Decimal>(&[&"1".repeat(129), "1e5e5", "1.2.3", "١"]);
    }

    #[test]
    fn a_number_is_sent_unless_it_would_lose_digits() {
        assert_eq!([json("4"), json("4.50"), json("-0.1"), json("1E3")], ["4", "4.5", "-0.1", "1000.0"]);
        assert_eq!(json("79228162514264337593543950335"), "\"79228162514264337593543950335\"");
        assert_eq!(json("0.1000000000000000055511151231257827"), "\"0.1000000000000000055511151231257827\"");
        assert_eq!(json("1e999"), "\"1e999\"");
        assert_eq!(json("1e99999999999999999999"), "\"1e99999999999999999999\"");
        assert_eq!(json("0.000"), "0.0");
        assert_eq!(serde_json::to_string(&Decimal::from(4).quoted()).expect("JSON"), "\"4\"");
    }

    #[test]
    fn json_keeps_its_form() {
        for text in ["4", "-4", "18446744073709551615", "4.5", "\"4.50\"", "\"12345678901234567890.12\"", "1e300"] {
            let decimal: Decimal = serde_json::from_str(text).expect("a decimal");
            let value: serde_json::Value = serde_json::from_str(text).expect("JSON");
            assert_eq!(Decimal::from_json(&value), Some(decimal.clone()), "{text}");
            assert_eq!(decimal.to_json(), value, "{text}");
            assert_eq!(serde_json::to_value(&decimal).expect("JSON"), value, "{text}");
        }
        for text in ["null", "\"x\"", "{}", "[]", "true", "\"\""] {
            assert!(serde_json::from_str::<Decimal>(text).is_err(), "{text}");
        }
    }

    #[test]
    fn floating_point_numbers_convert_both_ways() {
        assert_eq!(Decimal::try_from(0.1).map(|decimal| decimal.to_f64().to_bits()), Ok(0.1_f64.to_bits()));
        assert!(Decimal::try_from(f64::NAN).is_err() && Decimal::try_from(f64::INFINITY).is_err());
        assert!("1e999".parse::<Decimal>().expect("a decimal").to_f64().is_infinite());
    }
}
