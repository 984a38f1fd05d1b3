//! The two tools of the short texts: a cursor that reads them and a buffer on the stack that they are written to.

/// Reads ASCII text from the front; what does not match is `None`, and the whole text is then refused.
pub(super) struct Cursor<'a>(&'a [u8]);

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self(text.as_bytes())
    }

    /// The next byte, which stays unread.
    pub(super) fn peek(&self) -> Option<u8> {
        self.0.first().copied()
    }

    /// Reads one byte.
    pub(super) fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// Reads exactly this byte; anything else stays unread.
    pub(super) fn eat(&mut self, wanted: u8) -> Option<()> {
        match self.0.split_first() {
            Some((first, rest)) if *first == wanted => {
                self.0 = rest;
                Some(())
            }
            _ => None,
        }
    }

    /// Reads two digits.
    pub(super) fn pair(&mut self) -> Option<u8> {
        let ([tens, ones], rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(digit(*tens)? * 10 + digit(*ones)?)
    }

    /// Reads the digits up to the next byte that is none.
    pub(super) fn run(&mut self) -> &'a [u8] {
        let length = self.0.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (run, rest) = self.0.split_at_checked(length).unwrap_or((&[], self.0));
        self.0 = rest;
        run
    }

    /// Reads one to nine digits as the fraction of a second: nanoseconds, and how many digits they were.
    pub(super) fn fraction(&mut self) -> Option<(u32, u8)> {
        let run = self.run();
        let count = u8::try_from(run.len()).ok().filter(|count| (1..=9).contains(count))?;
        let value = run.iter().fold(0, |value, byte| value * 10 + u32::from(byte - b'0'));
        Some((value * 10_u32.pow(u32::from(9 - count)), count))
    }

    /// Whether all was read.
    pub(super) fn end(&self) -> Option<()> {
        self.0.is_empty().then_some(())
    }
}

/// The value of one digit.
fn digit(byte: u8) -> Option<u8> {
    byte.is_ascii_digit().then(|| byte - b'0')
}

/// A short ASCII text, kept in place. `N` is chosen so that every text of the type fits; what would not is left out.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Text<const N: usize> {
    length: u8,
    bytes: [u8; N],
}

impl<const N: usize> Text<N> {
    pub(super) const fn new() -> Self {
        Self { length: 0, bytes: [0; N] }
    }

    /// A copy of a text, or `None` if it is too long.
    pub(super) fn of(text: &str) -> Option<Self> {
        let mut bytes = [0; N];
        bytes.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
        Some(Self { length: u8::try_from(text.len()).ok()?, bytes })
    }

    pub(super) fn as_str(&self) -> &str {
        let written = self.bytes.get(..usize::from(self.length)).unwrap_or_default();
        std::str::from_utf8(written).unwrap_or_default()
    }

    pub(super) fn push(&mut self, byte: u8) {
        if let Some(slot) = self.bytes.get_mut(usize::from(self.length)) {
            *slot = byte;
            self.length += 1;
        }
    }

    /// Writes several bytes, or none of them.
    pub(super) fn push_all(&mut self, bytes: &[u8]) {
        let start = usize::from(self.length);
        if let (Some(slots), Ok(added)) = (self.bytes.get_mut(start..start + bytes.len()), u8::try_from(bytes.len())) {
            slots.copy_from_slice(bytes);
            self.length += added;
        }
    }

    /// Writes two digits.
    pub(super) fn push_pair(&mut self, value: u8) {
        self.push_all(&[b'0' + value / 10 % 10, b'0' + value % 10]);
    }

    /// Writes a number without leading zeros.
    pub(super) fn push_number(&mut self, value: u64) {
        if value >= 10 {
            self.push_number(value / 10);
        }
        // The remainder of a division by ten is a digit.
        self.push(b'0' + u8::try_from(value % 10).unwrap_or_default());
    }

    /// Writes the first `count` of the nine digits of a fraction.
    pub(super) fn push_fraction(&mut self, nanosecond: u32, count: u8) {
        let mut digits = [b'0'; 9];
        let mut rest = nanosecond;
        for digit in digits.iter_mut().rev() {
            *digit += u8::try_from(rest % 10).unwrap_or_default();
            rest /= 10;
        }
        self.push_all(digits.get(..usize::from(count)).unwrap_or_default());
    }
}

/// How many digits the fraction needs at least.
pub(super) const fn fewest_digits(nanosecond: u32) -> u8 {
    let mut digits = 9;
    let mut rest = nanosecond;
    while digits > 0 && rest % 10 == 0 {
        rest /= 10;
        digits -= 1;
    }
    digits
}
