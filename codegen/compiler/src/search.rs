//! Finds a piece of a text where it mostly is not.

/// Where `piece` begins first. Whether a text has a piece at all is told many times faster than where.
pub(crate) fn find(text: &str, piece: &str) -> Option<usize> {
    if text.contains(piece) { text.find(piece) } else { None }
}

/// Where that one of some phrases ends that ends last; each counts where it stands first.
pub(crate) fn last_end(text: &str, phrases: &[&str]) -> Option<usize> {
    phrases.iter().filter_map(|phrase| Some(find(text, phrase)? + phrase.len())).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_phrase_counts_that_ends_last() {
        let text = "values are b, values are c, allowed values";
        assert_eq!(last_end(text, &["values", "values are", "none"]), Some("values are".len()));
        assert_eq!(last_end(text, &["none"]), None);
        assert_eq!(find(text, "allowed"), text.find("allowed"));
    }
}
