//! The word among several that is a slip of the pen away from another.

/// The one of `names` that is a slip of the pen away.
pub(crate) fn similar<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let limit = limit(name);
    let (name, length) = (name.to_lowercase(), name.chars().count());
    // Each letter more or less is one of the distance.
    let names = names.filter(|it| it.chars().count().abs_diff(length) <= limit);
    let ranked = names.map(|it| (distance(&name, &it.to_lowercase()), it));
    ranked.filter(|(distance, _)| *distance <= limit).min().map(|(_, it)| it)
}

/// The one of `names` that is a single slip of the pen away, where no other is near: sure enough to be written without a
/// look. Other digits are no slip, unless two changed places: `Int23` is `Int32`, and `windows81` is not `windows10`.
pub(crate) fn slip<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let limit = limit(name);
    let ranked = names.map(|it| (distance(&name.to_lowercase(), &it.to_lowercase()), it));
    let mut near: Vec<(usize, &str)> = ranked.filter(|(distance, _)| *distance <= limit).collect();
    near.sort_unstable();
    near.dedup();
    let [(1, only)] = near[..] else { return None };
    (digits(only) == digits(name)).then_some(only)
}

fn digits(name: &str) -> Vec<char> {
    let mut digits: Vec<char> = name.chars().filter(char::is_ascii_digit).collect();
    digits.sort_unstable();
    digits
}

/// How many letters of a name a slip changes at most.
fn limit(name: &str) -> usize {
    (name.len() / 6).clamp(1, 3)
}

/// The number of letters to insert, delete, replace or swap with their neighbour (optimal string alignment).
fn distance(one: &str, two: &str) -> usize {
    let (one, two): (Vec<char>, Vec<char>) = (one.chars().collect(), two.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=two.len()).collect();
    for at in 0..one.len() {
        let mut next = vec![at + 1];
        for to in 0..two.len() {
            let replaced = row[to] + usize::from(one[at] != two[to]);
            let is_swap = at > 0 && to > 0 && one[at] == two[to - 1] && one[at - 1] == two[to];
            let swapped = if is_swap { before[to - 1] + 1 } else { usize::MAX };
            next.push(replaced.min(swapped).min(row[to + 1] + 1).min(next[to] + 1));
        }
        before = std::mem::replace(&mut row, next);
    }
    row[two.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_a_letter_or_two_by_the_length_of_the_word() {
        let similar = |name| similar(name, ["Int32", "displayName", "id"].into_iter());
        assert_eq!(similar("Int3"), Some("Int32"));
        assert_eq!(similar("dispalyName"), Some("displayName"));
        assert_eq!(similar("displayname"), Some("displayName"));
        assert_eq!(similar("Int23"), Some("Int32"));
        assert_eq!(similar("ie"), Some("id"));
        assert_eq!(similar("name"), None);
    }

    #[test]
    fn only_a_single_slip_with_one_outcome_is_sure() {
        let slip = |name| slip(name, ["Int16", "Int32", "Int64", "String", "macosapp", "iosapp"].into_iter());
        assert_eq!(slip("Sting"), Some("String"));
        assert_eq!(slip("Int23"), Some("Int32"));
        for unsure in ["Int3", "Int6", "Int34", "Int33", "Strng1", "String", "mcosap"] {
            assert_eq!(slip(unsure), None, "{unsure}");
        }
    }
}
