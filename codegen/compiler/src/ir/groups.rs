//! Numbers in groups that grow together (disjoint sets).

use std::collections::BTreeMap;

/// Groups of the numbers below a bound; each is alone at first.
pub(super) struct Groups {
    /// A smaller number of the same group, or the number itself.
    towards: Vec<usize>,
}

impl Groups {
    pub(super) fn new(count: usize) -> Self {
        Self { towards: (0..count).collect() }
    }

    /// Puts two numbers, and all that are with either, into one group.
    pub(super) fn join(&mut self, one: usize, two: usize) {
        let (one, two) = (self.first(one), self.first(two));
        self.towards[one.max(two)] = one.min(two);
    }

    /// The smallest number of a group; on the way there, ways become shorter.
    fn first(&mut self, mut of: usize) -> usize {
        while self.towards[of] != of {
            self.towards[of] = self.towards[self.towards[of]];
            of = self.towards[of];
        }
        of
    }

    /// The groups in the order of their smallest numbers, each in order.
    pub(super) fn all(mut self) -> Vec<Vec<usize>> {
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for number in 0..self.towards.len() {
            groups.entry(self.first(number)).or_default().push(number);
        }
        groups.into_values().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_joined_by_others_is_together() {
        let mut groups = Groups::new(6);
        groups.join(5, 3);
        groups.join(1, 4);
        groups.join(4, 5);
        assert_eq!(groups.all(), [vec![0], vec![1, 3, 4, 5], vec![2]]);
    }
}
