//! Pages with a cell, a row, a section, a fence, an object or a line changed.

use super::{json, text};
use crate::Random;

/// Cells that mean something, or look as if they did.
const CELLS: [&str; 22] = [
    "",
    " ",
    "id",
    "String",
    "Int32",
    "Collection(String)",
    "String collection",
    "Edm.Binary",
    "[user](user.md)",
    "microsoft.graph.user",
    "`a`, `b`. Possible values are: `x`, `y`.",
    "Read-only. Key. Not nullable.",
    "**",
    "~~id~~",
    "self",
    "type",
    "1",
    "*/ fn main() {}",
    "<br>",
    "[x](",
    "Property",
    ":--|",
];

const LINES: [&str; 20] = [
    "",
    "```",
    "~~~",
    "```json",
    "```http",
    "    ",
    "---",
    "# Update user",
    "## Properties",
    "## Relationships",
    "## HTTP request",
    "## Request body",
    "### Members",
    "|Property|Type|Description|",
    "|:--|:--|:--|",
    "|a|b|",
    "<!-- { \"blockType\": \"resource\" }",
    "-->",
    "[!INCLUDE [x](../includes/x.md)]",
    "@@ resources/other.md",
];

/// `pages` with one change; some of it may come from `other`.
pub(super) fn changed(pages: &str, other: &str, random: &mut Random) -> String {
    if random.once_in(10) {
        return text::changed(pages, other, random);
    }
    let mut lines: Vec<String> = pages.split_inclusive('\n').map(str::to_owned).collect();
    let others: Vec<&str> = other.split_inclusive('\n').collect();
    if lines.is_empty() {
        return other.to_owned();
    }
    match random.below(10) {
        0..=3 => change_row(&mut lines, &others, random),
        4 => change_section(&mut lines, &others, random),
        5 => change_fence(&mut lines, random),
        6 => change_object(&mut lines, other, random),
        _ => change_line(&mut lines, &others, random),
    }
    lines.concat()
}

fn some_line(lines: &[impl AsRef<str>], random: &mut Random, is: fn(&str) -> bool) -> Option<usize> {
    let found: Vec<usize> = (0..lines.len()).filter(|at| is(lines[*at].as_ref())).collect();
    (!found.is_empty()).then(|| found[random.below(found.len())])
}

fn is_row(line: &str) -> bool {
    line.contains('|')
}

fn change_row(lines: &mut [String], others: &[&str], random: &mut Random) {
    let Some(at) = some_line(lines, random, is_row) else { return };
    let line = lines[at].clone();
    let mut cells: Vec<&str> = line.trim_end().split('|').collect();
    let cell = random.below(cells.len());
    let foreign = some_line(others, random, is_row).map(|at| others[at].trim_end().split('|').collect::<Vec<_>>());
    let changed;
    match (random.below(7), foreign) {
        (0, _) => drop(cells.remove(cell)),
        (1, _) => cells.insert(cell, cells[cell]),
        (2, _) => {
            let with = random.below(cells.len());
            cells.swap(cell, with);
        }
        (3, Some(foreign)) => cells[cell] = foreign[random.below(foreign.len())],
        (4, _) => {
            changed = text::changed(cells[cell], &line, random);
            cells[cell] = &changed;
        }
        _ => cells[cell] = random.pick(&CELLS),
    }
    lines[at] = cells.join("|") + "\n";
}

fn is_heading(line: &str) -> bool {
    line.starts_with('#')
}

/// Leaves a section out, repeats it, or puts another page's in its place.
fn change_section(lines: &mut Vec<String>, others: &[&str], random: &mut Random) {
    let Some(start) = some_line(lines, random, is_heading) else { return };
    let end = (start + 1..lines.len()).find(|at| is_heading(&lines[*at])).unwrap_or(lines.len());
    let foreign = some_line(others, random, is_heading).map(|start| {
        let end = (start + 1..others.len()).find(|at| is_heading(others[*at])).unwrap_or(others.len());
        others[start..end].iter().map(|it| (*it).to_owned()).collect::<Vec<_>>()
    });
    match (random.below(4), foreign) {
        (0, _) => drop(lines.drain(start..end)),
        (1, _) => {
            let again = lines[start..end].to_vec();
            lines.splice(end..end, again);
        }
        (2, Some(foreign)) => drop(lines.splice(start..end, foreign)),
        (_, Some(foreign)) => drop(lines.splice(end..end, foreign)),
        (_, None) => {}
    }
}

fn is_fence(line: &str) -> bool {
    line.trim_start().starts_with("```")
}

fn change_fence(lines: &mut Vec<String>, random: &mut Random) {
    let Some(at) = some_line(lines, random, is_fence) else { return };
    match random.below(5) {
        0 => drop(lines.remove(at)),
        1 => lines.insert(at, lines[at].clone()),
        2 => lines[at] = lines[at].replace("```", "~~~"),
        3 => lines[at].insert_str(0, random.pick(&["> ", "    ", "- ", "\t", "`"])),
        _ => lines[at] = format!("```{}\n", random.pick(&["", "json", "http", "html", "JSON", "msgraph-interactive"])),
    }
}

/// Changes what stands in a code block, from its first brace on.
fn change_object(lines: &mut Vec<String>, other: &str, random: &mut Random) {
    let Some(fence) = some_line(lines, random, is_fence) else { return };
    let Some(start) = (fence + 1..lines.len()).find(|at| lines[*at].trim_start().starts_with('{')) else { return };
    let end = (start..lines.len()).find(|at| is_fence(&lines[*at])).unwrap_or(lines.len());
    let object = lines[start..end].concat();
    let foreign = other.find('{').and_then(|start| other[start..].split("```").next());
    let changed = json::changed(&object, foreign.unwrap_or("null"), random) + "\n";
    lines.splice(start..end, [changed]);
}

fn change_line(lines: &mut Vec<String>, others: &[&str], random: &mut Random) {
    let at = random.below(lines.len());
    match random.below(8) {
        0 => drop(lines.remove(at)),
        1 => lines.insert(at, lines[at].clone()),
        2 => {
            let with = random.below(lines.len());
            lines.swap(at, with);
        }
        3 => lines.truncate(at + 1),
        4 if !others.is_empty() => lines.insert(at, others[random.below(others.len())].to_owned()),
        5 => lines[at] = lines[at].trim_end().to_owned(),
        6 => lines[at].insert_str(0, random.pick(&["> ", "    ", "- ", "# ", "|", "<!-- "])),
        _ => lines.insert(at, format!("{}\n", random.pick(&LINES))),
    }
}
