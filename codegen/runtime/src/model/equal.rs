//! Compares models, and values of any kind.

use super::object::named;
use super::text::text_of;
use super::{Node, Object, View};

/// Same type, same fields, same extra.
fn objects(one: &dyn Object, other: &dyn Object) -> bool {
    let same_nodes = || named(one).zip(named(other)).all(|((_, one), (_, other))| same(one.value(), other.value()));
    one.shape().name == other.shape().name && one.extra() == other.extra() && same_nodes()
}

/// Whether two values of the same type are the same.
#[must_use]
pub fn same(one: View<'_>, other: View<'_>) -> bool {
    match (one, other) {
        (View::Absent, View::Absent) => true,
        (View::Scalar(one), View::Scalar(other)) => one == other,
        (View::Enum(one), View::Enum(other)) => one == other,
        (View::Flags(one), View::Flags(other)) | (View::Shown(one), View::Shown(other)) => {
            text_of(one) == text_of(other)
        }
        (View::Object(one) | View::Choice(one), View::Object(other) | View::Choice(other)) => objects(one, other),
        (View::List(one), View::List(other)) => lists(one, other),
        (View::Json(one), View::Json(other)) => one == other,
        _ => false,
    }
}

fn lists(one: &dyn Node, other: &dyn Node) -> bool {
    for item in 0.. {
        match (one.view(Some(item)), other.view(Some(item))) {
            (View::Absent, View::Absent) => break,
            (one, other) if same(one, other) => {}
            _ => return false,
        }
    }
    true
}
