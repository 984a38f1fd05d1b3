//! How much of docs is read: what is beyond is an error with its place, and costs nothing.
//!
//! Each is a round number far above what the docs of Microsoft Graph have, of 2017, 2021 and 2025; these figures are given.

/// The largest page, in bytes, with all that it includes. The largest has 118 KB.
pub const MAX_PAGE: usize = 4 << 20;

/// How deep files may include each other.
pub const MAX_DEPTH: usize = 16;

/// The rows of all tables of a page. The page with most has 1,684: `enums.md`.
pub const MAX_ROWS: usize = 20_000;

/// The columns of a table. The widest has 6.
pub const MAX_COLUMNS: usize = 100;

/// The members of an enumeration. The largest table has 826.
pub const MAX_MEMBERS: usize = 10_000;

/// How deep a block may stand in quotes and lists. The deepest stands in 3.
pub const MAX_NESTING: usize = 50;

/// The code blocks of a page that nothing closes: what stands behind each has to be read anew. No page has more than 2.
pub const MAX_UNCLOSED: usize = 20;

/// The request lines of a page. The page with most has 24.
pub const MAX_LINES: usize = 1000;

/// The examples of an update page. The page with most has 9.
pub const MAX_EXAMPLES: usize = 1000;

/// The bases of a type, one behind the other. The deepest has 5. A type has the properties of all, so that a chain without
/// end costs its length squared.
pub const MAX_BASES: usize = 100;

/// The longest name of a type, property or member, in bytes (`OData` CSDL 4.01, 17.2: 128 characters); longer ones are no
/// names.
pub const MAX_NAME: usize = 128;

/// The longest path of a request line, in bytes.
pub const MAX_PATH: usize = 2048;

/// How many known words are compared with unknown ones, for hints at what may be meant. The docs of 2021 cost some 100,000;
/// beyond it what is wrong is said all the same, without such a hint.
pub const MAX_COMPARED: usize = 4_000_000;
