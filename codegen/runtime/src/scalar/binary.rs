//! `Edm.Binary`: bytes, and which base64 they were written in.

use super::Textual;
use std::hash::{Hash, Hasher};

/// The longest text that is decoded: 256 MiB.
const LONGEST: usize = 1 << 28;

const STANDARD: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const URL_SAFE: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Set in [`VALUES`] for a character that only the standard alphabet has.
const ONLY_STANDARD: u8 = 0x40;
/// Set in [`VALUES`] for a character that only the URL-safe alphabet has.
const ONLY_URL_SAFE: u8 = 0x80;
/// Both at once: a character of no alphabet, or, gathered over a text, one that mixes the two.
const NEITHER: u8 = ONLY_STANDARD | ONLY_URL_SAFE;

/// The six bits of each character, and which alphabet it betrays.
static VALUES: [u8; 256] = values();

/// Bytes, read from base64 or base64url, with or without padding.
///
/// They print in the alphabet and with the padding they came in; equality and hash are those of the bytes alone.
///
/// ```
/// use tablewright_runtime::scalar::Binary;
///
/// let binary: Binary = "-_8".parse()?;
/// assert_eq!(binary.as_bytes(), [0xfb, 0xff]);
/// assert_eq!(binary.to_string(), "-_8");
/// assert_eq!(Binary::new([0xfb, 0xff]).to_string(), "+/8=");
/// # Ok::<(), tablewright_runtime::scalar::ParseError>(())
/// ```
#[derive(Clone, Default)]
pub struct Binary {
    bytes: Vec<u8>,
    alphabet: Alphabet,
    padding: Padding,
}

#[derive(Clone, Copy, Default)]
enum Alphabet {
    #[default]
    Standard,
    UrlSafe,
}

#[derive(Clone, Copy, Default, PartialEq)]
enum Padding {
    #[default]
    Written,
    Omitted,
}

impl Binary {
    /// Bytes that are written in standard base64 with padding.
    #[must_use]
    pub fn new(bytes: impl Into<Vec<u8>>) -> Self {
        Self { bytes: bytes.into(), ..Self::default() }
    }

    /// Bytes that are written in base64url without padding, as the protocol defines it.
    #[must_use]
    pub fn url_safe(bytes: impl Into<Vec<u8>>) -> Self {
        Self { bytes: bytes.into(), alphabet: Alphabet::UrlSafe, padding: Padding::Omitted }
    }

    /// The bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The bytes, without a copy.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// The base64 text.
    fn encoded(&self) -> String {
        let alphabet = match self.alphabet {
            Alphabet::Standard => STANDARD,
            Alphabet::UrlSafe => URL_SAFE,
        };
        let sextets = |[first, second, third]: [u8; 3]| {
            let sextets = [first >> 2, first << 4 | second >> 4, second << 2 | third >> 6, third];
            sextets.map(|bits| alphabet[usize::from(bits & 63)])
        };
        let mut text = Vec::with_capacity(self.bytes.len().div_ceil(3).saturating_mul(4));
        let whole = self.bytes.chunks_exact(3);
        let last = match *whole.remainder() {
            [first, second] => Some((3, [first, second, 0])),
            [first] => Some((2, [first, 0, 0])),
            _ => None,
        };
        for chunk in whole {
            if let Some(group) = chunk.first_chunk() {
                text.extend_from_slice(&sextets(*group));
            }
        }
        if let Some((written, group)) = last {
            text.extend(sextets(group).iter().take(written));
            if self.padding == Padding::Written {
                text.extend(std::iter::repeat_n(b'=', 4 - written));
            }
        }
        String::from_utf8(text).unwrap_or_default()
    }
}

/// The table behind [`VALUES`].
const fn values() -> [u8; 256] {
    let mut table = [NEITHER; 256];
    let mut index: u8 = 0;
    while index < 64 {
        let (standard, url_safe) = (STANDARD[index as usize], URL_SAFE[index as usize]);
        if standard == url_safe {
            table[standard as usize] = index;
        } else {
            table[standard as usize] = index | ONLY_STANDARD;
            table[url_safe as usize] = index | ONLY_URL_SAFE;
        }
        index += 1;
    }
    table
}

/// The characters before the padding, and how it is written; `None` if the padding is not that of the length.
fn unpadded(text: &[u8]) -> Option<(&[u8], Padding)> {
    let body = text.strip_suffix(b"==").or_else(|| text.strip_suffix(b"=")).unwrap_or(text);
    match (body.len() % 4, text.len() - body.len()) {
        // Where none is needed it does not matter which it is.
        (0, 0) | (2, 2) | (3, 1) => Some((body, Padding::Written)),
        (2 | 3, 0) => Some((body, Padding::Omitted)),
        _ => None,
    }
}

impl Textual for Binary {
    const KIND: &'static str = "Binary";
    const EXPECTED: &'static str = "base64 or base64url without whitespace";

    fn read(text: &str) -> Option<Self> {
        if text.len() > LONGEST {
            return None;
        }
        let (body, padding) = unpadded(text.as_bytes())?;
        let mut bytes = Vec::with_capacity(body.len().div_ceil(4) * 3);
        let mut seen = 0;
        for chunk in body.chunks(4) {
            let mut group = 0_u32;
            for byte in chunk {
                let value = VALUES[usize::from(*byte)];
                seen |= value;
                group = group << 6 | u32::from(value & 63);
            }
            // A short group is the last; bits that make no byte are zero, or they would not come back.
            let missing = 4_usize.saturating_sub(chunk.len());
            let [_, decoded @ ..] = (group << (6 * missing)).to_be_bytes();
            let (decoded, leftover) = decoded.split_at_checked(3 - missing)?;
            if leftover.iter().any(|byte| *byte != 0) {
                return None;
            }
            bytes.extend_from_slice(decoded);
        }
        let alphabet = match seen & NEITHER {
            NEITHER => return None,
            ONLY_URL_SAFE => Alphabet::UrlSafe,
            _ => Alphabet::Standard,
        };
        Some(Self { bytes, alphabet, padding })
    }

    fn with_text<R>(&self, borrow: impl FnOnce(&str) -> R) -> R {
        borrow(&self.encoded())
    }
}

super::textual_with_serde!(Binary);

impl PartialEq for Binary {
    fn eq(&self, other: &Self) -> bool {
        self.bytes == other.bytes
    }
}

impl Eq for Binary {}

impl Hash for Binary {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.bytes.hash(state);
    }
}

impl AsRef<[u8]> for Binary {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

impl From<Vec<u8>> for Binary {
    fn from(bytes: Vec<u8>) -> Self {
        Self::new(bytes)
    }
}

impl From<&[u8]> for Binary {
    fn from(bytes: &[u8]) -> Self {
        Self::new(bytes)
    }
}

impl<const N: usize> From<[u8; N]> for Binary {
    fn from(bytes: [u8; N]) -> Self {
        Self::new(bytes)
    }
}

impl From<Binary> for Vec<u8> {
    fn from(binary: Binary) -> Self {
        binary.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::Binary;
    use crate::scalar::tests::{accepts, refuses};

    #[test]
    fn base64_prints_as_it_came() {
        accepts::<Binary>(&["", "Zg==", "Zg", "Zm8=", "Zm8", "Zm9v", "Zm9vYg==", "+/+/", "-_-_", "-_8", "-_8=", "+/8"]);
    }

    #[test]
    fn what_would_print_differently_is_refused() {
        refuses::<Binary>(&[
            "Z", "Zg=", "Zh==", "Zm9=", "Zm9v=", "====", "=", "Zg==Zg==", "Z g=", "Zm9v\n", "+_+_", "é",
        ]);
        refuses::<Binary>(&["Zm9vY", "Z===", "Zm9v====", "%%%%"]);
    }

    #[test]
    fn all_lengths_and_bytes_come_back() {
        let all: Vec<u8> = (0..=255).collect();
        for start in 0..256 {
            let bytes = &all[start..];
            for binary in [Binary::new(bytes), Binary::url_safe(bytes)] {
                let again: Binary = binary.to_string().parse().expect("base64");
                assert_eq!(again.as_bytes(), bytes);
                assert_eq!(again.to_string(), binary.to_string());
            }
        }
        assert_eq!(Binary::new(*b"foobar").to_string(), "Zm9vYmFy");
    }
}
