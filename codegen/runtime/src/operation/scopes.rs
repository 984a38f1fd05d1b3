//! Which scopes allow an operation.

/// Ways to be allowed, any of which is enough; each the scopes that are needed together, mostly one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Scopes {
    /// Those that the page calls the least privileged; empty where it does not say.
    pub least: &'static [&'static [&'static str]],
    /// All, from least to most privileged where the page says so.
    pub all: &'static [&'static [&'static str]],
}

impl Scopes {
    /// Callers of this kind are not supported.
    pub const NONE: Self = Self { least: &[], all: &[] };

    /// Whether callers of this kind are not supported.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Whether these scopes are enough.
    #[must_use]
    pub fn are_met_by(&self, granted: &[&str]) -> bool {
        self.all.iter().any(|grant| grant.iter().all(|scope| granted.contains(scope)))
    }

    /// The scopes that pages name, each once.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        let all = self.all;
        let flat = all.iter().copied().flatten().copied().enumerate();
        flat.filter(move |(at, name)| all.iter().copied().flatten().position(|it| it == name) == Some(*at))
            .map(|(_, name)| name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_way_is_enough_and_all_of_one_are_needed() {
        let scopes =
            Scopes { least: &[&["A.Read", "B.Read"]], all: &[&["A.Read", "B.Read"], &["A.Read", "C.All"], &["D.All"]] };
        assert!(scopes.are_met_by(&["D.All"]) && scopes.are_met_by(&["B.Read", "A.Read", "X"]));
        assert!(!scopes.are_met_by(&["A.Read"]) && !scopes.are_met_by(&[]) && !Scopes::NONE.are_met_by(&["A.Read"]));
        assert_eq!(scopes.names().collect::<Vec<_>>(), ["A.Read", "B.Read", "C.All", "D.All"]);
        assert!(Scopes::NONE.is_empty());
    }
}
