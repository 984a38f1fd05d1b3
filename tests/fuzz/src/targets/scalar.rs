//! The scalars: a text that is accepted is printed again byte for byte.

use std::fmt::{Debug, Display};
use std::str::FromStr;
use std::time::{Duration as StdDuration, SystemTime};

use serde::Serialize;
use serde::de::DeserializeOwned;
use tablewright_runtime::{Binary, Date, DateTimeOffset, Decimal, Duration, Guid, ParseError, TimeOfDay};

use super::ensure;
use crate::{Form, Outcome, Reached, Target};

macro_rules! scalar {
    ($const:ident, $name:literal, $check:expr, [$($seed:literal),* $(,)?]) => {
        pub(super) const $const: Target = Target {
            name: $name,
            holds: "what is accepted is printed again byte for byte, and JSON holds it; a refusal is one line",
            form: Form::Text,
            seeds: |_| [$($seed),*].map(str::to_owned).to_vec(),
            check: $check,
        };
    };
}

scalar!(
    BINARY,
    "binary",
    |it, reached| text::<Binary>(it, reached).map(drop),
    ["", "AQIDBA==", "AQIDBAU=", "AQID", "_-_-", "+/+/", "_w", "/w=="]
);
scalar!(
    DATE,
    "date",
    |it, reached| text::<Date>(it, reached).map(drop),
    ["2017-01-01", "2016-02-29", "0001-01-01", "9999-12-31", "-0001-12-31"]
);
scalar!(
    DATE_TIME,
    "date-time",
    date_time,
    [
        "2017-01-01T00:02:03.0612494-08:00",
        "2017-01-01T00:02:03Z",
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.9999999Z",
        "2014-01-01T00:00:00",
        "2014-01-01T00:00Z",
        "2014-01-01T12:30:15+14:00",
    ]
);
scalar!(DECIMAL, "decimal", decimal, ["0", "-0", "12.50", "1E5", "-1.5e-7", "79228162514264337593543950335", "INF"]);
scalar!(
    DURATION,
    "duration",
    duration,
    ["PT0S", "P1DT2H3M4.5S", "-PT15M", "P3Y6M4D", "P2W", "PT36H", "P106751991167DT1H"]
);
scalar!(
    GUID,
    "guid",
    |it, reached| text::<Guid>(it, reached).map(drop),
    [
        "3f2504e0-4f89-11d3-9a0c-0305e82c3301",
        "3F2504E0-4F89-11D3-9A0C-0305E82C3301",
        "00000000-0000-0000-0000-000000000000",
    ]
);
scalar!(
    TIME_OF_DAY,
    "time-of-day",
    |it, reached| text::<TimeOfDay>(it, reached).map(drop),
    ["00:00:00", "23:59:59.9999999", "12:30", "07:59:59.999999999"]
);

/// The value of a text, if it is one; JSON holds it word for word.
fn text<T>(text: &str, reached: &mut Reached) -> Result<Option<T>, String>
where
    T: FromStr<Err = ParseError> + Display + Debug + Serialize + DeserializeOwned + PartialEq,
{
    let Some(value) = parsed::<T>(text, reached)? else { return Ok(None) };
    let again = through_json(&value)?;
    ensure(again == value && again.to_string() == text, || format!("`{text}` comes out of JSON as `{again}`"))?;
    Ok(Some(value))
}

fn parsed<T: FromStr<Err = ParseError> + Display>(text: &str, reached: &mut Reached) -> Result<Option<T>, String> {
    match text.parse::<T>() {
        Ok(value) => {
            reached.at("accepted");
            ensure(value.to_string() == text, || format!("`{text}` is printed as `{value}`"))?;
            Ok(Some(value))
        }
        Err(error) => {
            reached.at("refused");
            let line = error.to_string();
            ensure(!line.contains(char::is_control), || format!("a refusal of more than one line: {line:?}"))?;
            Ok(None)
        }
    }
}

fn through_json<T: Serialize + DeserializeOwned>(value: &T) -> Result<T, String> {
    let json = serde_json::to_string(value).map_err(|error| error.to_string())?;
    serde_json::from_str(&json).map_err(|error| format!("`{json}` is not read again: {error}"))
}

/// A decimal is worth the same when it comes out of JSON, and from then on stays as it is.
fn decimal(it: &str, reached: &mut Reached) -> Outcome {
    let Some(value) = parsed::<Decimal>(it, reached)? else { return Ok(()) };
    let again = through_json(&value)?;
    reached.at(if again.is_quoted() { "quoted in JSON" } else { "a number in JSON" });
    let is_worth_it = again.to_f64().to_bits() == value.to_f64().to_bits();
    let keeps_digits = !again.is_quoted() || again.as_str() == it;
    ensure(is_worth_it && keeps_digits, || format!("`{it}` comes out of JSON as `{again}`"))?;
    let quoted = through_json(&value.clone().quoted())?;
    ensure(quoted == value.quoted(), || format!("`{it}` in quotes comes out of JSON as `{quoted}`"))?;
    ensure(through_json(&again)? == again, || format!("`{again}` does not stay as it is"))
}

/// What the standard library holds comes back as the same moment.
fn date_time(it: &str, reached: &mut Reached) -> Outcome {
    let Some(value) = text::<DateTimeOffset>(it, reached)? else { return Ok(()) };
    let Ok(time) = SystemTime::try_from(value) else { return Ok(()) };
    reached.at("held by the standard library");
    // A moment that its offset moves out of the years 1 to 9999 has no form in UTC.
    let Ok(back) = DateTimeOffset::try_from(time) else {
        reached.at("without a form in UTC");
        return ensure(it.starts_with("0001-01-01") || it.starts_with("9999-12-31"), || {
            format!("`{it}` does not come back")
        });
    };
    ensure(SystemTime::try_from(back).is_ok_and(|again| again == time), || format!("`{it}` comes back as another time"))
}

/// What the standard library holds comes back as the same length.
fn duration(it: &str, reached: &mut Reached) -> Outcome {
    let Some(value) = text::<Duration>(it, reached)? else { return Ok(()) };
    let Ok(time) = StdDuration::try_from(value) else { return Ok(()) };
    reached.at("held by the standard library");
    let back = Duration::from(time);
    ensure(StdDuration::try_from(back).is_ok_and(|again| again == time), || {
        format!("`{it}` comes back as another length")
    })
}
