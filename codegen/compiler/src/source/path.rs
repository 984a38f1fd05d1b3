//! Paths below the docs folder, written with `/`.

/// A relative path, from the folder of `file`; `None` where it leads out of the docs folder.
#[must_use]
pub fn join(file: &str, relative: &str) -> Option<String> {
    if relative.starts_with(['/', '~']) || relative.contains([':', '\\']) {
        return None;
    }
    let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut path = String::with_capacity(folder.len() + 1 + relative.len());
    path.push_str(folder);
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            ".." if path.is_empty() => return None,
            ".." => path.truncate(path.rfind('/').unwrap_or(0)),
            it => {
                if !path.is_empty() {
                    path.push('/');
                }
                path.push_str(it);
            }
        }
    }
    Some(path)
}

/// Whether the name of a file says that it is markdown.
#[must_use]
pub fn is_markdown(path: &str) -> bool {
    path.get(path.len().saturating_sub(3)..).is_some_and(|end| end.eq_ignore_ascii_case(".md"))
}

/// Whether a file is there to be included, and no page: one below a folder `includes`.
#[must_use]
pub(super) fn is_include(path: &str) -> bool {
    path.rsplit_once('/').is_some_and(|(folders, _)| folders.split('/').any(|it| it == "includes"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_path_leads_out_of_the_docs() {
        assert_eq!(join("v1.0/api/x.md", "../includes/y.md").as_deref(), Some("v1.0/includes/y.md"));
        assert_eq!(join("v1.0/api/x.md", "../../includes/y.md").as_deref(), Some("includes/y.md"));
        for outside in ["../../../y.md", "/etc/passwd", "~/y.md", "C:\\y.md", "file://y.md", "..\\..\\y.md"] {
            assert_eq!(join("v1.0/api/x.md", outside), None, "{outside}");
        }
    }
}
