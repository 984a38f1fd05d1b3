//! What an update of a type can hold: its names in one text, so that a table costs a program no more than their letters.

use super::WhyLeftOut;

/// What an update of a type can hold.
#[derive(Debug, PartialEq, Eq)]
pub struct PatchShape {
    /// Names, a line each: the qualified name of the type, such as `microsoft.graph.user`, then those of properties in
    /// documented order, each after a mark: `+` can be set, `#` is the key, `-` is read-only, `~` is set by the service,
    /// `!` is in no documented update.
    pub names: &'static str,
    /// Whether `@odata.type` is sent by itself, since the documented type derives from another.
    pub discriminated: bool,
    /// Whether names that the docs do not list can be set (an open type of OData).
    pub open: bool,
}

impl PatchShape {
    /// The qualified name, such as `microsoft.graph.user`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        first_line(self.names)
    }

    /// The wire names of what can be set, in documented order.
    pub fn members(&self) -> impl Iterator<Item = &'static str> {
        self.names.lines().skip(1).filter_map(|line| line.strip_prefix('+'))
    }

    /// The wire names of what the docs say cannot be set, and why.
    pub fn fixed(&self) -> impl Iterator<Item = (&'static str, WhyLeftOut)> {
        self.names.lines().skip(1).filter_map(|line| {
            let mut letters = line.chars();
            let why = why(letters.next()?)?;
            Some((letters.as_str(), why))
        })
    }

    /// Why this name cannot be set; `None` if it can.
    #[must_use]
    pub fn why_left_out(&self, name: &str) -> Option<WhyLeftOut> {
        if self.sets(name) {
            return None;
        }
        let fixed = self.fixed().find(|(fixed, _)| *fixed == name).map(|(_, why)| why);
        fixed.or((!self.open).then_some(WhyLeftOut::NotListed))
    }

    /// Whether there is a setter for this name.
    pub(crate) fn sets(&self, name: &str) -> bool {
        self.members().any(|member| member == name)
    }

    /// The byte at which this name stands in [`names`](Self::names), if it can be set.
    pub(super) fn place(&self, name: &str) -> Option<usize> {
        let member = self.members().find(|member| *member == name)?;
        Some(member.as_ptr().addr() - self.names.as_ptr().addr())
    }

    /// The name that stands at this byte.
    pub(super) fn at(&self, place: usize) -> Option<&'static str> {
        self.names.get(place..).map(first_line)
    }
}

fn first_line(text: &'static str) -> &'static str {
    text.split_once('\n').map_or(text, |(line, _)| line)
}

fn why(mark: char) -> Option<WhyLeftOut> {
    match mark {
        '#' => Some(WhyLeftOut::Key),
        '-' => Some(WhyLeftOut::ReadOnly),
        '~' => Some(WhyLeftOut::SetByService),
        '!' => Some(WhyLeftOut::NotListed),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHAPE: PatchShape =
        PatchShape { names: "a.thing\n+one\n+o\n#id\n-+x\n~y\n!z", discriminated: false, open: false };

    #[test]
    fn a_name_is_found_by_its_place_and_a_place_by_its_name() {
        assert_eq!(SHAPE.name(), "a.thing");
        assert_eq!(SHAPE.members().collect::<Vec<_>>(), ["one", "o"]);
        for name in SHAPE.members() {
            assert_eq!(SHAPE.place(name).and_then(|place| SHAPE.at(place)), Some(name));
        }
        assert_eq!((SHAPE.place("id"), SHAPE.place("a.thing"), SHAPE.at(100)), (None, None, None));
    }

    #[test]
    fn a_mark_says_why_a_name_is_left_out() {
        let fixed = [
            ("id", WhyLeftOut::Key),
            ("+x", WhyLeftOut::ReadOnly),
            ("y", WhyLeftOut::SetByService),
            ("z", WhyLeftOut::NotListed),
        ];
        assert_eq!(SHAPE.fixed().collect::<Vec<_>>(), fixed);
        assert_eq!((SHAPE.why_left_out("o"), SHAPE.why_left_out("y")), (None, Some(WhyLeftOut::SetByService)));
        assert_eq!(SHAPE.why_left_out("w"), Some(WhyLeftOut::NotListed));
        assert_eq!(PatchShape { open: true, ..SHAPE }.why_left_out("w"), None);
    }
}
