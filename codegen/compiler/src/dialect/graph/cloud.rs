//! Reads in which national clouds an operation is there: the table below the title, or the name of the included file.

use super::Reader;
use crate::facts::TableKind;
use crate::ir::Cloud;
use crate::markdown::Table;
use crate::source::{self, Why};

impl Reader<'_> {
    /// A table with a column for each cloud.
    pub(super) fn cloud_table(&mut self, table: &Table<'_>) -> Vec<Cloud> {
        self.counts.table(TableKind::Clouds);
        let mut clouds = Vec::new();
        for row in &table.rows {
            self.counts.used();
            for (at, cell) in table.header.cells.iter().enumerate() {
                if let Some(cloud) = cloud(&cell.text.plain()).filter(|_| is_yes(&row.plain(at))) {
                    clouds.push(cloud);
                }
            }
        }
        clouds
    }

    /// What the name of a file says that is not there: `global-only`, `all-clouds`, `global-us`.
    pub(super) fn clouds_by_name(&self) -> Vec<Cloud> {
        let missing = self.page.unfollowed.iter().filter(|it| it.why == Why::Missing);
        missing.map(|it| named(source::stem(&it.path))).find(|it| !it.is_empty()).unwrap_or_default()
    }
}

/// Whether a table's header names clouds.
pub(super) fn is_clouds(header: &[String]) -> bool {
    header.iter().all(|it| it.is_empty() || cloud(it).is_some())
        && header.iter().filter(|it| cloud(it).is_some()).count() > 1
}

fn cloud(header: &str) -> Option<Cloud> {
    let lower = header.to_lowercase();
    match () {
        () if lower.contains("global") || lower.contains("worldwide") => Some(Cloud::Global),
        () if lower.contains("china") || lower.contains("21vianet") => Some(Cloud::China),
        () if lower.contains("l5") || lower.contains("dod") => Some(Cloud::UsL5),
        () if lower.contains("l4") || lower.contains("us gov") => Some(Cloud::UsL4),
        () => None,
    }
}

fn is_yes(cell: &str) -> bool {
    let lower = cell.trim().to_lowercase();
    lower.contains(['\u{2705}', '\u{2714}', '\u{2713}'])
        || matches!(lower.as_str(), "yes" | "y" | "x" | "available" | "supported")
}

fn named(stem: &str) -> Vec<Cloud> {
    let mut clouds = Vec::new();
    for word in stem.split('-') {
        match word {
            "all" => clouds.extend([Cloud::Global, Cloud::UsL4, Cloud::UsL5, Cloud::China]),
            "global" => clouds.push(Cloud::Global),
            "us" => clouds.extend([Cloud::UsL4, Cloud::UsL5]),
            "l4" | "usl4" => clouds.push(Cloud::UsL4),
            "l5" | "usl5" | "dod" => clouds.push(Cloud::UsL5),
            "china" => clouds.push(Cloud::China),
            "only" | "clouds" | "and" => {}
            _ => return Vec::new(),
        }
    }
    clouds
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_included_files_say_where() {
        use Cloud::{China, Global, UsL4, UsL5};
        assert_eq!(named("global-only"), [Global]);
        assert_eq!(named("all-clouds"), [Global, UsL4, UsL5, China]);
        assert_eq!(named("global-us"), [Global, UsL4, UsL5]);
        assert_eq!(named("global-china"), [Global, China]);
        assert_eq!(named("beta-disclaimer"), []);
    }
}
