//! The files that a new project begins with, as they are written.

/// `tablewright.toml`: every setting with its default, commented out.
pub(crate) const SETTINGS: &str = include_str!("tablewright.toml");

/// `fixups.toml`: an example of every action, commented out.
pub(crate) const FIXUPS: &str = include_str!("fixups.toml");

/// `build.rs`: generates at each build.
pub(crate) const BUILD_SCRIPT: &str = include_str!("build.rs");

/// A file with all that is commented out made to count: a `#` without a blank behind it is before a setting, one with a
/// blank before words.
#[cfg(test)]
pub(crate) fn uncommented(text: &str) -> String {
    let line = |line: &str| match line.strip_prefix('#') {
        Some(setting) if !setting.is_empty() && !setting.starts_with(' ') => format!("{setting}\n"),
        Some(_) | None => format!("{line}\n"),
    };
    text.lines().map(line).collect()
}
