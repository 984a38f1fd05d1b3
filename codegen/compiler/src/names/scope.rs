//! Gives all wire names of one scope different idents, whatever else is in the scope.
//!
//! An ident is a function of its own wire name, with one exception: of several names that would get the same ident, the
//! one that is nearest to the wire's convention keeps it, and the others get a suffix made from their own spelling. So a
//! new name takes an ident away from an old one only where both have the same words and the new one is spelt better.

use std::collections::BTreeSet;

use super::words::{oddity, spelling};

/// What a suffix looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// `_l5ft`
    Snake,
    /// `L5ft`
    Camel,
}

impl Case {
    fn suffixed(self, ident: &str, wire: &str) -> String {
        let code = spelling(wire);
        match self {
            Self::Snake => format!("{}_{code}", ident.trim_end_matches('_')),
            Self::Camel => {
                let (first, rest) = code.split_at(code.len().min(1));
                format!("{}{}{rest}", ident.trim_end_matches('_'), first.to_ascii_uppercase())
            }
        }
    }
}

/// Idents for wire names, in the same order; `wanted` is the ident that each would get if it were alone.
pub(super) fn distinct(case: Case, names: &[(&str, String)]) -> Vec<String> {
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by_key(|&at| (oddity(names[at].0), names[at].0, at));
    let mut taken = BTreeSet::new();
    let mut idents = vec![String::new(); names.len()];
    for at in order {
        let (wire, wanted) = &names[at];
        let mut ident = wanted.clone();
        if taken.contains(&ident) {
            ident = case.suffixed(wanted, wire);
        }
        while !taken.insert(ident.clone()) {
            ident.push('_');
        }
        idents[at] = ident;
    }
    idents
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::words::Words;

    fn idents(wires: &[&str]) -> Vec<String> {
        let names: Vec<_> = wires.iter().map(|wire| (*wire, Words::of(wire).camel())).collect();
        distinct(Case::Camel, &names)
    }

    #[test]
    fn the_conventional_spelling_keeps_the_plain_ident() {
        let with = idents(&["remote_Control_Software", "remoteControlSoftware", "REMOTE_CONTROL_SOFTWARE"]);
        assert_eq!(with[1], "RemoteControlSoftware");
        assert_eq!(with[0], "RemoteControlSoftwareL5ft5ft");
        let shuffled = idents(&["remoteControlSoftware", "REMOTE_CONTROL_SOFTWARE", "remote_Control_Software"]);
        assert_eq!((&with[0], &with[1], &with[2]), (&shuffled[2], &shuffled[0], &shuffled[1]));
    }
}
