//! What changed between two states of the docs, for people, for a comment on a pull request, and for machines.

pub(crate) mod json;
pub(crate) mod markdown;
pub(crate) mod text;

use tablewright::changes::{Bump, Change, Changes, Class, Counts, Detection, Item};

/// The crates that the changes are of.
pub(crate) struct Crates {
    pub(crate) model: String,
    pub(crate) client: String,
    /// The version of both on the old side, if that is known.
    pub(crate) version: Option<String>,
}

/// What a crate's version has to do.
struct Step<'a> {
    name: &'a str,
    bump: Bump,
    version: Option<&'a str>,
    next: Option<String>,
}

impl Crates {
    fn steps(&self, changes: &Changes) -> [Step<'_>; 2] {
        let step = |name, bump: Bump| {
            let version = self.version.as_deref();
            Step { name, bump, version, next: version.and_then(|it| bump.next(it)) }
        };
        [step(&self.model, changes.bump_of_models()), step(&self.client, changes.bump())]
    }
}

/// The changes of one class, of one item, that stand on one page.
struct Group<'a> {
    item: &'a Item,
    page: &'a str,
    changes: Vec<&'a Change>,
}

/// Changes of a class by item and page, in their order.
fn groups(changes: &[Change], class: Class) -> Vec<Group<'_>> {
    let mut groups: Vec<Group> = Vec::new();
    for it in changes.iter().filter(|it| it.class == class) {
        let page = it.origin.page.as_str();
        match groups.last_mut().filter(|last| *last.item == it.item && last.page == page) {
            Some(last) => last.changes.push(it),
            None => groups.push(Group { item: &it.item, page, changes: vec![it] }),
        }
    }
    groups
}

/// `1 breaking, 2 compatible, 0 docs-only`.
fn counted(counts: Counts) -> String {
    Class::ALL.map(|class| format!("{} {class}", counts.of(class))).join(", ")
}

/// The reason of the class, and whether it is one that no compiler tells.
fn reason(it: &Change) -> String {
    match it.detection {
        Detection::Compiler => it.why.clone(),
        Detection::Nobody => format!("{}; old code still compiles, and means something else", it.why),
    }
}
