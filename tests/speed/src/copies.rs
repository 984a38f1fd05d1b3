//! Real docs several times over, each copy with namespaces, pages and paths of its own.

use std::path::Path;

use tablewright::source::{Docs, is_markdown};

use crate::pages::File;

/// The pages of a version, so many times.
pub(crate) fn copies(docs: &Path, version: &str, times: usize) -> std::io::Result<Vec<File>> {
    let docs = Docs::read(docs, version)?;
    let pages = docs.pages.iter().filter(|it| is_markdown(&it.path));
    Ok(pages.flat_map(|page| (0..times).map(|number| copy(&page.path, &page.text, number))).collect())
}

/// A page as it stands in one of the copies; the first is as the page is.
fn copy(path: &str, text: &str, number: usize) -> File {
    if number == 0 {
        return (path.to_owned(), text.as_bytes().to_vec());
    }
    let mark = format!("copy{number}");
    let text = with_namespace(text, &mark)
        .replace("PATCH /", &format!("PATCH /{mark}/"))
        .replace("PATCH https://graph.microsoft.com/beta/", &format!("PATCH https://graph.microsoft.com/beta/{mark}/"));
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    (format!("{folder}/{mark}-{name}"), with_links(&text, &mark).into_bytes())
}

fn with_namespace(text: &str, mark: &str) -> String {
    if text.contains("Namespace: microsoft.graph") {
        return text.replace("microsoft.graph", &format!("microsoft.graph.{mark}"));
    }
    // Pages that name none are of the root.
    let title = text.find("\n# ").map_or(0, |at| at + 1);
    let end = text[title..].find('\n').map_or(text.len(), |at| title + at);
    let (head, rest) = text.split_at(end);
    format!(
        "{head}\n\nNamespace: microsoft.graph.{mark}\n{}",
        rest.replace("microsoft.graph", &format!("microsoft.graph.{mark}"))
    )
}

/// Links to other pages, which are copied too.
fn with_links(text: &str, mark: &str) -> String {
    let mut pieces = text.split("](");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let target = &piece[..piece.find(')').unwrap_or(0)];
        out.push_str("](");
        if target.contains("://") || !target.split('#').next().is_some_and(is_markdown) {
            out.push_str(piece);
            continue;
        }
        let name = target.rfind('/').map_or(0, |at| at + 1);
        out.push_str(&piece[..name]);
        out.push_str(mark);
        out.push('-');
        out.push_str(&piece[name..]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::copy;

    #[test]
    fn a_copy_has_namespaces_pages_links_and_paths_of_its_own() {
        let page = "---\ntitle: x\n---\n\n# Update user\n\nSee [user](../resources/user.md#properties), [here](list.md) and \
            [there](https://example.com/a.md).\n\n```http\nPATCH /users/{id}\n```\n";
        let (path, text) = copy("beta/api/user-update.md", page, 2);
        assert_eq!(path, "beta/api/copy2-user-update.md");
        let text = String::from_utf8(text).unwrap();
        assert!(text.contains("# Update user\n\nNamespace: microsoft.graph.copy2\n"), "{text}");
        assert!(text.contains("(../resources/copy2-user.md#properties), [here](copy2-list.md)"), "{text}");
        assert!(text.contains("(https://example.com/a.md)") && text.contains("PATCH /copy2/users/{id}"), "{text}");
    }
}
