//! Says what is wrong with a `DateTimeOffset` of an example.

/// `YYYY-MM-DDThh:mm`, and then seconds and a zone, of which only the characters are looked at.
pub(super) fn checked(text: &str) -> Result<(), String> {
    let Some([year, month, day, hour, minute]) = parts(text) else {
        return Err("it is not written like `2017-01-01T00:02:03Z`".to_owned());
    };
    match () {
        () if !(1..=12).contains(&month) => Err(format!("there is no month {month}")),
        () if !(1..=days(year, month)).contains(&day) => Err(format!("the month has no day {day}")),
        () if hour > 23 => Err(format!("there is no hour {hour}")),
        () if minute > 59 => Err(format!("there is no minute {minute}")),
        () => Ok(()),
    }
}

fn parts(text: &str) -> Option<[u32; 5]> {
    let shape = b"0000-00-00T00:00";
    let (head, tail) = text.as_bytes().split_at_checked(shape.len())?;
    let fits = |(shape, byte): (&u8, &u8)| if *shape == b'0' { byte.is_ascii_digit() } else { shape == byte };
    let is_tail = |byte: &u8| byte.is_ascii_digit() || b":.+-Z".contains(byte);
    if !shape.iter().zip(head).all(fits) || !tail.iter().all(is_tail) {
        return None;
    }
    let number =
        |at: usize, len: usize| head[at..at + len].iter().fold(0, |all, digit| all * 10 + u32::from(digit - b'0'));
    Some([number(0, 4), number(5, 2), number(8, 2), number(11, 2), number(14, 2)])
}

const fn days(year: u32, month: u32) -> u32 {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::checked;

    #[test]
    fn dates_are_those_of_the_calendar() {
        for right in
            ["2017-01-01T00:02:03.0612494-08:00", "2016-02-29T23:59Z", "2000-02-29T00:00:00Z", "9999-12-31T23:59:59Z"]
        {
            assert_eq!(checked(right), Ok(()), "{right}");
        }
        let why = |text: &str| checked(text).expect_err(text);
        assert_eq!(why("2017-13-01T00:00:00Z"), "there is no month 13");
        assert_eq!(why("2017-02-29T00:00:00Z"), "the month has no day 29");
        assert_eq!(why("2017-01-01T24:00:00Z"), "there is no hour 24");
        assert!(why("2017-01-01T00: 00:00Z").starts_with("it is not written"));
    }
}
