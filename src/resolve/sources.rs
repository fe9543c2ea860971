//! Which articles are independent of each other: copies of one text, and articles that share a long sentence word
//! for word, are one source.

use std::collections::BTreeMap;

use super::dated::Dated;
use crate::model::ArticleFacts;

/// A sentence of so many words is never written twice by chance; one of ideographs counts two signs a word.
const COPIED_WORDS: usize = 14;

/// The sources of one cluster, by article.
#[derive(Clone, Debug, Default)]
pub(super) struct Sources {
    /// The key of each article's source: the least hash of the articles that are one.
    by_article: BTreeMap<String, String>,
}

impl Sources {
    /// The sources of these claims.
    pub(super) fn of(members: &[Dated<'_>]) -> Self {
        let mut sources = Self::default();
        for dated in members {
            sources.by_article.insert(dated.facts.hash.clone(), dated.facts.hash.clone());
        }
        let mut first_with: BTreeMap<String, &str> = BTreeMap::new();
        for dated in members {
            for mark in [copy_mark(dated.facts), sentence_mark(&dated.claim.quote)].into_iter().flatten() {
                match first_with.get(&mark) {
                    Some(first) => sources.join(first, &dated.facts.hash),
                    None => {
                        first_with.insert(mark, &dated.facts.hash);
                    }
                }
            }
        }
        sources
    }

    /// The key of an article's source.
    pub(super) fn key<'s>(&'s self, article: &'s str) -> &'s str {
        self.by_article.get(article).map_or(article, String::as_str)
    }

    fn join(&mut self, a: &str, b: &str) {
        let (a, b) = (self.key(a).to_owned(), self.key(b).to_owned());
        let (least, other) = if a <= b { (a, b) } else { (b, a) };
        for key in self.by_article.values_mut().filter(|key| **key == other) {
            key.clone_from(&least);
        }
    }
}

/// What copies of one text share.
fn copy_mark(facts: &ArticleFacts) -> Option<String> {
    (!facts.copy_key.is_empty()).then(|| format!("copy {}", facts.copy_key))
}

/// The words of a sentence that is long enough to be told from others by them.
fn sentence_mark(quote: &str) -> Option<String> {
    let words: Vec<String> = quote
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let is_ideograph = |letter: &char| ('\u{3400}'..='\u{9fff}').contains(letter);
    let n_ideographs: usize = words.iter().map(|word| word.chars().filter(is_ideograph).count()).sum();
    let n_words = words.iter().filter(|word| !word.contains(|letter| is_ideograph(&letter))).count();
    (n_words + n_ideographs / 2 >= COPIED_WORDS).then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::sentence_mark;

    #[test]
    fn a_short_sentence_is_no_sign_of_a_copy() {
        assert_eq!(
            sentence_mark("Putin will not attend the summit in Bali."),
            None,
            "anybody would write so"
        );
    }

    #[test]
    fn signs_and_capitals_make_no_other_sentence() {
        let one = "The two presidents met for three hours in the Kremlin, where they signed nothing at all.";
        let other =
            "The two Presidents met for three hours in the Kremlin – where they signed nothing at all";
        assert!(sentence_mark(one).is_some(), "long enough");
        assert_eq!(sentence_mark(one), sentence_mark(other));
    }

    #[test]
    fn ideographs_count_too() {
        let told = "俄罗斯总统普京与中国国家主席习近平在莫斯科克里姆林宫举行了长达三个小时的会谈";
        assert!(sentence_mark(told).is_some(), "a long sentence without spaces");
    }
}
