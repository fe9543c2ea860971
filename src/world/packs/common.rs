//! Counts the words of a text that are common in each language, in one pass over it.

use std::collections::BTreeMap;

use super::{regions::RegionWords, tree::PrefixTree};

/// The common words of all languages.
#[derive(Debug)]
pub(super) struct CommonWords {
    languages: Vec<String>,
    tree: PrefixTree,
    /// The languages of each word, by their index.
    speakers: Vec<Vec<usize>>,
}

impl CommonWords {
    pub(super) fn new(words: &BTreeMap<String, RegionWords>) -> Self {
        let mut common: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (language, pack) in words.values().enumerate() {
            for word in &pack.common {
                let speakers = common.entry(word).or_default();
                if speakers.last() != Some(&language) {
                    speakers.push(language);
                }
            }
        }
        common.remove("");
        let (keys, speakers): (Vec<&str>, Vec<Vec<usize>>) = common.into_iter().unzip();
        Self { languages: words.keys().cloned().collect(), tree: PrefixTree::new(&keys), speakers }
    }

    /// How many words a text has, and how many of them are common in each language.
    pub(super) fn count(&self, text: &str) -> (usize, Vec<(usize, &str)>) {
        let mut counts: Vec<(usize, &str)> =
            self.languages.iter().map(|language| (0, language.as_str())).collect();
        let mut n_words = 0;
        let mut count = |key: Option<usize>| {
            n_words += 1;
            for language in key.and_then(|key| self.speakers.get(key)).into_iter().flatten() {
                if let Some((count, _)) = counts.get_mut(*language) {
                    *count += 1;
                }
            }
        };
        if text.is_ascii() {
            let words = text.as_bytes().split(|byte| !byte.is_ascii_alphabetic());
            for word in words.filter(|word| !word.is_empty()) {
                count(self.tree.key(word.iter().map(u8::to_ascii_lowercase)));
            }
        } else {
            let lower = text.to_lowercase();
            let words = lower.split(|letter: char| !letter.is_alphabetic());
            for word in words.filter(|word| !word.is_empty()) {
                count(self.tree.key(word.bytes()));
            }
        }
        (n_words, counts)
    }
}
