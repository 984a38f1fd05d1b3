//! How much of a page is read.

/// How much of a page is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Detail {
    /// All of it.
    Whole,
    /// Blocks, tables and rows, but no inline text.
    Outline,
}
