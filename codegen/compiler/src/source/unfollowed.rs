//! The includes that are not followed, and why.

use crate::span::Span;

/// An include that was not followed; those of code in other languages are none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfollowed {
    /// Where it stands in the page's text.
    pub span: Span,
    /// The file, below the docs folder where it is inside of that, else as the page names it.
    pub path: String,
    /// Why.
    pub why: Why,
}

/// Why an include is not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// There is no such file.
    Missing,
    /// The file is outside of the docs folder.
    Outside,
    /// The file includes itself, or files include each other too deep.
    Circle,
    /// The page would be larger than [`MAX_PAGE`](crate::limits::MAX_PAGE).
    TooLarge,
}
