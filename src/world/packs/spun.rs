//! The forms that only machine-spun documents are full of, counted in one pass.

use aho_corasick::AhoCorasick;

use super::fold::fold;

/// Forms that only machine-spun documents are full of.
#[derive(Clone, Debug, Default)]
pub struct SpunMarkers {
    automaton: Option<AhoCorasick>,
}

impl SpunMarkers {
    /// The markers as a pack writes them.
    pub(super) fn new(words: &[String]) -> Self {
        let words: Vec<String> =
            words.iter().map(|word| fold(word)).filter(|word| !word.is_empty()).collect();
        let automaton = if words.is_empty() { None } else { AhoCorasick::new(&words).ok() };
        Self { automaton }
    }

    /// Whether the language has none.
    pub fn is_empty(&self) -> bool {
        self.automaton.is_none()
    }

    /// How many different markers stand in `folded`, and how many in all.
    pub fn count(&self, folded: &str) -> (usize, usize) {
        let Some(automaton) = &self.automaton else { return (0, 0) };
        let mut counts = vec![0_usize; automaton.patterns_len()];
        for found in automaton.find_overlapping_iter(folded) {
            if let Some(count) = counts.get_mut(found.pattern().as_usize()) {
                *count += 1;
            }
        }
        (counts.iter().filter(|count| **count > 0).count(), counts.iter().sum())
    }
}

#[cfg(test)]
mod tests {
    use super::SpunMarkers;

    #[test]
    fn different_markers_and_all_are_counted() {
        let markers = SpunMarkers::new(&["met with up".to_owned(), "the Might summit".to_owned()]);
        assert_eq!(markers.count("he met with up him, and met with up her at the might summit"), (2, 3));
        assert!(SpunMarkers::new(&[]).is_empty(), "a language without any");
    }
}
