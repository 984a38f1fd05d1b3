//! What texts say of permissions: the scopes in them, and to whom a row grants them.

use crate::facts::Grantee;

/// Whether a heading, in lower case, is that of a section about permissions.
pub(super) fn is_permissions(key: &str) -> bool {
    key.starts_with("permission") || key.starts_with("prerequisite") || key == "authorization"
}

/// The alternatives in a text, each the scopes that are needed together: `A and B, C` is two. In a list that ends in
/// "and", such as `A, B, and C` or `A, B and C`, the word joins alternatives.
pub(super) fn grants(plain: &str) -> Vec<Vec<String>> {
    let mut grants: Vec<Vec<String>> = Vec::new();
    let mut between = String::new();
    let separators = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '*' | '`' | '|' | '(' | ')' | '<' | '>');
    let mut rest = plain;
    while !rest.is_empty() {
        let end = rest.find(separators).unwrap_or(rest.len());
        // The number of a footnote stands right behind its scope.
        let word = rest[..end].trim_matches(['_', '.', ':', '"', '\'']).trim_end_matches(|c: char| c.is_ascii_digit());
        if is_scope(word) {
            match grants.last_mut().filter(|_| is_joined(&between, &plain[..plain.len() - rest.len()])) {
                Some(grant) => grant.push(word.to_owned()),
                None => grants.push(vec![word.to_owned()]),
            }
            between.clear();
        } else {
            between.push_str(&rest[..end]);
        }
        let next = rest[end..].chars().next();
        between.extend(next);
        rest = &rest[end + next.map_or(0, char::len_utf8)..];
    }
    grants
}

/// Whether what stands between two scopes says that both are needed: not behind a comma, where a list ends so.
fn is_joined(between: &str, before: &str) -> bool {
    let words: Vec<&str> = between.split_whitespace().collect();
    !before.contains([',', ';']) && matches!(words.as_slice(), ["and" | "plus" | "+" | "&"])
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

/// Whom a row is about, by its first cell.
pub(super) fn kind(cell: &str) -> Option<Grantee> {
    let lower = cell.to_lowercase();
    match () {
        () if lower.starts_with("delegated") && lower.contains("personal") => Some(Grantee::Personal),
        () if lower.starts_with("delegated") => Some(Grantee::Work),
        () if lower.starts_with("application") => Some(Grantee::Application),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scopes_are_words_with_dots() {
        assert_eq!(
            grants("*DeviceManagementApps.Read.All; User.ReadWrite*").concat(),
            ["DeviceManagementApps.Read.All", "User.ReadWrite"]
        );
        for none in ["Not supported.", "Not available.", "One of the following scopes is required. To learn more.", ""]
        {
            assert_eq!(grants(none), Vec::<Vec<String>>::new(), "{none}");
        }
    }

    #[test]
    fn and_joins_and_or_parts() {
        let read = |text| grants(text).iter().map(|it| it.join("+")).collect::<Vec<_>>().join(" ");
        assert_eq!(read("A.Read and B.Read"), "A.Read+B.Read");
        assert_eq!(read("A.Read and B.Read, C.All"), "A.Read+B.Read C.All");
        assert_eq!(read("A.Read or B.Read"), "A.Read B.Read");
        assert_eq!(read("A.Read, B.Read, and C.Read"), "A.Read B.Read C.Read");
        assert_eq!(read("A.Read, B.Read and C.Read"), "A.Read B.Read C.Read");
        assert_eq!(read("A.Read1 or B.Read2"), "A.Read B.Read");
        assert_eq!(read("A.Read<sup>1</sup>, **B.Read.All**\u{a0}"), "A.Read B.Read.All");
        assert_eq!(read("For users: User.Read; for devices: Device.Read.All"), "User.Read Device.Read.All");
    }
}
