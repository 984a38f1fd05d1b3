//! `Edm.Guid`: 16 bytes, and the case that their digits were written in.

use super::Textual;
use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

/// A GUID in its hyphenated form, all lower-case or all upper-case: `833fc4df-c88b-4398-992f-d8afcfe41df2`.
///
/// It prints in the case it came in; equality, order and hash are those of the 16 bytes alone.
///
/// ```
/// use tablewright_runtime::scalar::Guid;
///
/// let upper: Guid = "CCFC7CA3-7A19-4D57-8CEF-149DB9DDFA62".parse()?;
/// let lower: Guid = "ccfc7ca3-7a19-4d57-8cef-149db9ddfa62".parse()?;
/// assert_eq!(upper, lower);
/// assert_eq!(upper.to_string(), "CCFC7CA3-7A19-4D57-8CEF-149DB9DDFA62");
/// # Ok::<(), tablewright_runtime::scalar::ParseError>(())
/// ```
#[derive(Clone, Copy)]
pub struct Guid {
    bytes: [u8; 16],
    case: Case,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Case {
    Lower,
    Upper,
}

impl Guid {
    /// `00000000-0000-0000-0000-000000000000`.
    pub const NIL: Self = Self::from_bytes([0; 16]);

    /// The GUID of these bytes in the order they are printed, in lower case.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self { bytes, case: Case::Lower }
    }

    /// The GUID whose 32 digits are this number, in lower case.
    #[must_use]
    pub const fn from_u128(value: u128) -> Self {
        Self::from_bytes(value.to_be_bytes())
    }

    /// The bytes in the order they are printed.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.bytes
    }

    /// The 32 digits as one number.
    #[must_use]
    pub const fn as_u128(&self) -> u128 {
        u128::from_be_bytes(self.bytes)
    }

    /// Whether all bytes are zero.
    #[must_use]
    pub const fn is_nil(&self) -> bool {
        self.as_u128() == 0
    }
}

impl PartialEq for Guid {
    fn eq(&self, other: &Self) -> bool {
        self.bytes == other.bytes
    }
}

impl Eq for Guid {}

impl Hash for Guid {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.bytes.hash(state);
    }
}

impl PartialOrd for Guid {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Guid {
    fn cmp(&self, other: &Self) -> Ordering {
        self.bytes.cmp(&other.bytes)
    }
}

/// Where the two digits of each byte stand in the text; all other places hold hyphens.
const PLACES: [usize; 16] = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];

/// Set beside the value of a lower-case digit.
const LOWER: u8 = 0x10;
/// Set beside the value of an upper-case digit.
const UPPER: u8 = 0x20;

/// The value of a hexadecimal digit, and the case it shows if it is a letter.
fn digit(byte: u8) -> Option<u8> {
    Some(match byte {
        b'0'..=b'9' => byte - b'0',
        b'a'..=b'f' => (byte - b'a' + 10) | LOWER,
        b'A'..=b'F' => (byte - b'A' + 10) | UPPER,
        _ => return None,
    })
}

impl Textual for Guid {
    const KIND: &'static str = "Guid";
    const EXPECTED: &'static str = "32 hexadecimal digits of one case in groups of 8-4-4-4-12";

    fn read(text: &str) -> Option<Self> {
        let text: &[u8; 36] = text.as_bytes().try_into().ok()?;
        if [8, 13, 18, 23].iter().any(|place: &usize| text[*place] != b'-') {
            return None;
        }
        let mut bytes = [0; 16];
        let mut cases = 0;
        for (place, byte) in PLACES.iter().zip(&mut bytes) {
            let (high, low) = (digit(text[*place])?, digit(text[*place + 1])?);
            *byte = high << 4 | (low & 15);
            cases |= high | low;
        }
        let case = match cases & (LOWER | UPPER) {
            0 | LOWER => Case::Lower,
            UPPER => Case::Upper,
            _ => return None,
        };
        Some(Self { bytes, case })
    }

    fn with_text<R>(&self, borrow: impl FnOnce(&str) -> R) -> R {
        let digits = match self.case {
            Case::Lower => b"0123456789abcdef",
            Case::Upper => b"0123456789ABCDEF",
        };
        let mut text = [b'-'; 36];
        for (place, byte) in PLACES.iter().zip(&self.bytes) {
            text[*place] = digits[usize::from(byte >> 4)];
            text[*place + 1] = digits[usize::from(byte & 15)];
        }
        borrow(std::str::from_utf8(&text).unwrap_or_default())
    }
}

super::textual_with_serde!(Guid);

#[cfg(test)]
mod tests {
    use super::Guid;
    use crate::scalar::tests::{accepts, refuses};

    #[test]
    fn guids_print_as_they_came() {
        accepts::<Guid>(&["833fc4df-c88b-4398-992f-d8afcfe41df2", "CCFC7CA3-7A19-4D57-8CEF-149DB9DDFA62"]);
        accepts::<Guid>(&["00000000-0000-0000-0000-000000000000", "12345678-1234-1234-1234-123456789012"]);
    }

    #[test]
    fn what_would_print_differently_is_refused() {
        refuses::<Guid>(&["", "833FC4df-c88b-4398-992f-d8afcfe41df2", "{833fc4df-c88b-4398-992f-d8afcfe41df2}"]);
        refuses::<Guid>(&["833fc4dfc88b4398992fd8afcfe41df2", "833fc4df-c88b-4398-992f-d8afcfe41dg2"]);
        refuses::<Guid>(&["833fc4df-c88b-4398-992fd-8afcfe41df2", "833fc4df-c88b-4398-992f-d8afcfe41dfä"]);
    }

    #[test]
    fn bytes_and_number_are_in_printed_order() {
        let guid = Guid::from_u128(0x0011_2233_4455_6677_8899_aabb_ccdd_eeff);
        assert_eq!(guid.to_string(), "00112233-4455-6677-8899-aabbccddeeff");
        assert_eq!((guid.as_bytes()[1], guid.as_u128() & 0xff), (0x11, 0xff));
        assert!(Guid::NIL.is_nil() && !guid.is_nil());
    }
}
