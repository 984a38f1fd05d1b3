//! Synthetic pages from the few things that a dimension says of them.

use std::fmt::Write as _;

/// A file of the docs.
pub(crate) type File = (String, Vec<u8>);

/// A resource page: what stands below its title, and the rows of its properties.
pub(crate) fn resource(name: &str, intro: &str, rows: &str) -> File {
    let text = format!(
        "# {name} resource type\n\nNamespace: microsoft.graph\n\n{intro}\n\n## Properties\n\
        |Property|Type|Description|\n|:---|:---|:---|\n{rows}"
    );
    (format!("beta/resources/{name}.md"), text.into_bytes())
}

/// An update page of a type: its request lines, and all behind them.
pub(crate) fn update(stem: &str, ty: &str, lines: &str, rest: &str) -> File {
    let text = format!(
        "# Update {ty}\n\nNamespace: microsoft.graph\n\nUpdate a [{ty}](../resources/{ty}.md).\n\n\
        ## HTTP request\n```http\n{lines}```\n\n{rest}"
    );
    (format!("beta/api/{stem}.md"), text.into_bytes())
}

/// The section of the request body.
pub(crate) fn body(rows: &str) -> String {
    format!("## Request body\n\n|Property|Type|Description|\n|:---|:---|:---|\n{rows}")
}

/// `count` pieces of text, each made of its number.
pub(crate) fn each(count: usize, piece: impl Fn(usize) -> String) -> String {
    let mut all = String::new();
    for number in 0..count {
        let _ = write!(all, "{}", piece(number));
    }
    all
}

/// Rows of text properties: `name0`, `name1`.
pub(crate) fn texts(name: &str, count: usize) -> String {
    each(count, |number| format!("|{name}{number}|String|What {number} is called.|\n"))
}
