//! What was read from one page.

use std::fmt::Write as _;

use tablewright::Loaded;
use tablewright::ir::{Access, Operation, Permissions, Type, TypeName, TypeRef};

/// The types, enumerations and operations of a page, with the line of each row.
pub(crate) fn read(loaded: &Loaded, page: &str) -> String {
    let mut text = format!("{page}\n");
    for (name, it) in loaded.api.types.iter().filter(|(_, it)| it.origin.page == page) {
        ty(&mut text, name, it);
    }
    for (name, it) in loaded.api.enums.iter().filter(|(_, it)| it.origin.page == page) {
        let flags = if it.flags { ", flags" } else { "" };
        let _ = writeln!(text, "\nenum {name}{flags}");
        for member in &it.members {
            let value = member.value.map(|it| it.to_string()).unwrap_or_default();
            let _ = writeln!(text, "  {:>5}  {:<40} {value}", member.origin.line, member.name);
        }
        repairs(&mut text, &it.repairs);
    }
    for it in loaded.api.operations.iter().filter(|it| it.origin.page == page) {
        operation(&mut text, it);
    }
    text.push('\n');
    text
}

fn ty(text: &mut String, name: &TypeName, ty: &Type) {
    let base = ty.base.as_ref().map(|base| format!(", derives from {base}")).unwrap_or_default();
    let open = if ty.open { ", open" } else { "" };
    let _ = writeln!(text, "\n{:?} {name}{base}{open}, area {}", ty.kind, ty.area);
    for property in &ty.properties {
        let place =
            if property.origin.page == ty.origin.page { property.origin.line.to_string() } else { "other".to_owned() };
        let _ = writeln!(
            text,
            "  {place:>5}  {:<40} {:<40} {}",
            property.name,
            spelled(&property.ty),
            access(property.access)
        );
        repairs(text, &property.repairs);
    }
    repairs(text, &ty.repairs);
}

fn operation(text: &mut String, it: &Operation) {
    let discriminated = if it.body.discriminated { ", sends @odata.type" } else { "" };
    let _ = writeln!(text, "\nupdate of {}{discriminated}, area {}", it.body.ty, it.area);
    for line in &it.lines {
        let _ = writeln!(text, "  {:>5}  PATCH {}", line.origin.line, line.path);
    }
    let _ = writeln!(text, "         answers {:?}", it.response.statuses);
    permissions(text, &it.permissions);
    for property in &it.body.properties {
        let line =
            if property.origin.page == it.origin.page { property.origin.line.to_string() } else { "other".to_owned() };
        let _ = writeln!(
            text,
            "  {line:>5}  {:<40} {:<40} {}",
            property.name,
            spelled(&property.ty),
            access(property.access)
        );
    }
    repairs(text, &it.repairs);
}

fn permissions(text: &mut String, it: &Permissions) {
    let kinds = [
        ("delegated, work", &it.delegated_work),
        ("delegated, personal", &it.delegated_personal),
        ("application", &it.application),
        ("permission", &it.unspecified),
    ];
    for (kind, scopes) in kinds.into_iter().filter(|(_, scopes)| !scopes.is_empty()) {
        let _ = writeln!(text, "         {kind}: {}", scopes.join(", "));
    }
}

fn repairs(text: &mut String, reasons: &[String]) {
    for reason in reasons {
        let _ = writeln!(text, "         repaired: {reason}");
    }
}

fn spelled(ty: &TypeRef) -> String {
    match ty {
        TypeRef::Primitive(primitive) => format!("{primitive:?}"),
        TypeRef::Named(name) => name.name.clone(),
        TypeRef::Collection(item) => format!("{} collection", spelled(item)),
    }
}

const fn access(access: Access) -> &'static str {
    match access {
        Access::Key => "key",
        Access::ReadOnly => "read-only",
        Access::Writable => "",
    }
}
