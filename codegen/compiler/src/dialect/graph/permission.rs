//! Reads permissions: the table of later pages, the scopes in italics or bullets of earlier ones.

use super::Reader;
use super::section::Section;
use crate::facts::TableKind;
use crate::ir::Permissions;
use crate::markdown::Table;

impl Reader<'_> {
    /// Reads the permissions of a section that has no table.
    pub(super) fn permission_texts(&mut self, section: &Section<'_>, permissions: &mut Permissions) {
        if section.tables().next().is_none() {
            push_unspecified(section, permissions);
        }
        self.report_includes(section, "the permissions");
    }

    /// Reads one table of permissions; a page may have several, one for each product.
    pub(super) fn permission_table(&mut self, table: &Table, permissions: &mut Permissions) {
        let mut kind = String::new();
        let descending = table.header.plain(1).to_lowercase().contains("most to least");
        self.counts.table(TableKind::Permissions);
        for row in &table.rows {
            self.counts.used();
            let cells = 1..table.header.cells.len().max(2);
            let mut scopes: Vec<String> = cells.flat_map(|at| scopes(&row.plain(at))).collect();
            if descending {
                scopes.reverse();
            }
            // A row of one product stands below the row of its kind, and is indented.
            let own = row.plain(0).to_lowercase();
            if is_kind(&own) {
                kind.clone_from(&own);
            }
            let list = if kind.contains("personal") {
                &mut permissions.delegated_personal
            } else if kind.contains("delegated") {
                &mut permissions.delegated_work
            } else if kind.contains("application") {
                &mut permissions.application
            } else {
                scopes.splice(0..0, self::scopes(&row.plain(0)));
                &mut permissions.unspecified
            };
            extend(list, scopes);
        }
    }
}

fn is_kind(lower: &str) -> bool {
    lower.starts_with("delegated") || lower.starts_with("application")
}

pub(super) fn is_permissions(key: &str) -> bool {
    key.starts_with("permission") || key.starts_with("prerequisite") || key == "authorization"
}

fn push_unspecified(section: &Section<'_>, permissions: &mut Permissions) {
    for text in section.texts() {
        extend(&mut permissions.unspecified, scopes(&text.plain()));
    }
}

fn extend(list: &mut Vec<String>, scopes: Vec<String>) {
    for scope in scopes {
        if !list.contains(&scope) {
            list.push(scope);
        }
    }
}

/// The words of a text that are permissions: `User.ReadWrite.All`.
fn scopes(plain: &str) -> Vec<String> {
    let words = plain.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '*' | '`' | '|' | '(' | ')'));
    words.map(|it| it.trim_matches(['_', '.', ':', '"', '\''])).filter(|it| is_scope(it)).map(str::to_owned).collect()
}

fn is_scope(word: &str) -> bool {
    let mut parts = word.split('.');
    let first = parts.next().unwrap_or_default();
    let mut rest = parts.peekable();
    let is_part = |it: &str| {
        it.starts_with(|c: char| c.is_ascii_uppercase())
            && it.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
    };
    is_part(first) && rest.peek().is_some() && rest.all(is_part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scopes_are_words_with_dots() {
        assert_eq!(
            scopes("*DeviceManagementApps.Read.All; User.ReadWrite*"),
            ["DeviceManagementApps.Read.All", "User.ReadWrite"]
        );
        assert_eq!(scopes("Not supported."), Vec::<String>::new());
        assert_eq!(scopes("One of the following scopes is required. To learn more."), Vec::<String>::new());
    }
}
