//! Tells from a table's header what its rows are, and which column holds what.

use crate::facts::TableKind;
use crate::markdown::Table;

/// Where a row keeps its name, its type or number, and its description.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) kind: TableKind,
    pub(super) name: usize,
    /// The type of a property, the number of a member.
    pub(super) value: Option<usize>,
    pub(super) doc: Option<usize>,
    /// A column `Read-only` of yes and no.
    pub(super) read_only: Option<usize>,
}

/// Headers of the column that holds a property's name.
const PROPERTY: [&str; 9] = [
    "property",
    "property name",
    "properties",
    "name",
    "field",
    "field name",
    "parameter",
    "parameter name",
    "attribute",
];
const RELATIONSHIP: [&str; 4] = ["relationship", "relationships", "relationship name", "navigation property"];
const MEMBER: [&str; 6] = ["member", "members", "member name", "enum member", "enumeration value", "enum value"];

/// Reads the header.
pub(super) fn columns(table: &Table<'_>) -> Columns {
    let header: Vec<String> = table.header.cells.iter().map(|cell| cell.text.plain().to_lowercase()).collect();
    let at = |names: &[&str]| header.iter().position(|it| names.contains(&it.as_str()));
    let ty = header.iter().position(|it| matches!(it.as_str(), "type" | "data type" | "property type" | "types"));
    let doc = header.iter().rposition(|it| it.starts_with("desc") || it.contains("comment") || it.contains("notes"));
    let is_methods =
        header.iter().any(|it| it.starts_with("return type") || it == "http method" || it == "rest resources");
    let read_only = at(&["read-only", "readonly", "read only"]);
    let found = |kind, name, value| Columns { kind, name, value, doc, read_only };
    if is_methods
        || matches!(header.first().map(String::as_str), Some("method" | "methods" | "task" | "function" | "action"))
    {
        found(TableKind::Methods, 0, None)
    } else if super::cloud::is_clouds(&header) {
        found(TableKind::Clouds, 0, None)
    } else if let Some(name) = at(&RELATIONSHIP) {
        found(TableKind::Relationships, name, ty.or(Some(name + 1)))
    } else if let Some(name) = at(&MEMBER) {
        let value = header.iter().position(|it| it.contains("value") && !MEMBER.contains(&it.as_str()));
        found(TableKind::Members, name, value)
    } else if let (Some(name), Some(ty)) = (at(&PROPERTY), ty) {
        // `Permission Type | Property | Type | Description`: the name is the second column.
        found(TableKind::Properties, name, Some(ty))
    } else if header.first().is_some_and(|it| it.starts_with("permission type")) {
        found(TableKind::Permissions, 0, Some(1))
    } else if at(&["header", "request header", "headers"]).is_some() || is_name_and_description(&header) {
        found(TableKind::Headers, 0, None)
    } else {
        found(TableKind::Other, 0, None)
    }
}

fn is_name_and_description(header: &[String]) -> bool {
    matches!(header, [name, doc] if name == "name" && (doc.starts_with("desc") || doc == "value"))
}

/// The columns of a table that its section calls properties, whatever its header says.
pub(super) fn as_properties(table: &Table<'_>) -> Option<Columns> {
    let found = columns(table);
    if matches!(found.kind, TableKind::Properties | TableKind::Relationships) {
        return Some(found);
    }
    let header = table.header.plain(0).to_lowercase();
    if !PROPERTY.contains(&header.as_str()) || matches!(found.kind, TableKind::Methods) {
        return None;
    }
    let doc = found.doc.or(Some(1));
    Some(Columns { kind: TableKind::Properties, name: 0, value: None, doc, ..found })
}

/// The columns of a table that its section calls members or values.
pub(super) fn as_members(table: &Table<'_>) -> Option<Columns> {
    let found = columns(table);
    if found.kind == TableKind::Members {
        return Some(found);
    }
    let header: Vec<String> = table.header.cells.iter().map(|cell| cell.text.plain().to_lowercase()).collect();
    let first = header.first().map(String::as_str);
    if !matches!(first, Some("value" | "values" | "name" | "possible values" | "possible value" | "")) {
        return None;
    }
    let value = header.iter().skip(1).position(|it| it.contains("value")).map(|at| at + 1);
    Some(Columns { kind: TableKind::Members, name: 0, value, ..found })
}
