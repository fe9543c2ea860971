//! What is sought: words that must all be there, in any order; between quotes, word for word.

use std::ops::Range;

use aho_corasick::AhoCorasick;

use super::fold::folded;

/// A search, ready to be looked for.
#[derive(Clone, Debug)]
pub(super) struct Query {
    terms: Vec<Term>,
    /// The whole, where it has several words.
    phrase: Option<Term>,
}

/// A folded word or phrase with what finds it.
#[derive(Clone, Debug)]
struct Term {
    text: String,
    finder: AhoCorasick,
}

impl Query {
    /// The search for `text`, or `None` if that is nothing to look for.
    pub(super) fn new(text: &str) -> Option<Self> {
        let all = folded(text.trim());
        let mut terms: Vec<String> = Vec::new();
        for (number, part) in all.split('"').enumerate() {
            if number % 2 == 1 {
                terms.push(part.trim().to_owned());
            } else {
                terms.extend(part.split(' ').map(ToOwned::to_owned));
            }
        }
        terms.retain(|term| !term.is_empty());
        terms.sort_by_key(|term| std::cmp::Reverse(term.len()));
        terms.dedup();
        let terms: Vec<Term> = terms.into_iter().filter_map(Term::new).collect();
        let phrase = (terms.len() > 1 && !all.contains('"')).then(|| Term::new(all)).flatten();
        (!terms.is_empty()).then_some(Self { terms, phrase })
    }

    /// Whether all its words stand in the folded text.
    pub(super) fn is_in(&self, haystack: &str) -> bool {
        self.terms.iter().all(|term| term.finder.is_match(haystack))
    }

    /// Whether everything that this finds, `other` finds too.
    pub(super) fn refines(&self, other: &Self) -> bool {
        let is_wider = |old: &Term| self.terms.iter().any(|term| term.text.contains(&old.text));
        other.terms.iter().all(is_wider)
    }

    /// Where it stands in the folded text, in order: word for word if it does, else each word; at most `most`.
    pub(super) fn places(&self, haystack: &str, most: usize) -> Vec<Range<usize>> {
        let whole = self.phrase.as_ref().map(|phrase| phrase.places(haystack, most)).unwrap_or_default();
        if !whole.is_empty() {
            return whole;
        }
        let mut places: Vec<_> = self.terms.iter().flat_map(|term| term.places(haystack, most)).collect();
        places.sort_by_key(|place| (place.start, std::cmp::Reverse(place.end)));
        let mut end = 0;
        places.retain(|place| {
            let is_free = place.start >= end;
            end = end.max(place.end);
            is_free
        });
        places.truncate(most);
        places
    }
}

impl Term {
    fn new(text: String) -> Option<Self> {
        let finder = AhoCorasick::new([&text]).ok()?;
        Some(Self { text, finder })
    }

    fn places(&self, haystack: &str, most: usize) -> Vec<Range<usize>> {
        self.finder.find_iter(haystack).take(most).map(|found| found.range()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(query: &str, text: &str) -> bool {
        Query::new(query).is_some_and(|query| query.is_in(&folded(text)))
    }

    #[test]
    fn all_words_must_be_there_in_any_order() {
        assert!(finds("bali g20", "The G20 summit in Bali"), "order does not matter");
        assert!(!finds("bali brics", "The G20 summit in Bali"), "one is missing");
        assert!(finds("putin", "Chief Putin’s aide"), "within a word");
        assert!(finds("习近平", "国家主席习近平出席"), "no spaces needed");
    }

    #[test]
    fn between_quotes_word_for_word() {
        assert!(finds("\"summit in bali\"", "the  Summit\nin Bali"), "white space aside");
        assert!(!finds("\"bali summit\"", "the summit in Bali"), "not in this order");
        assert!(finds("\"the quote", "he left the quote open"), "one that is still open runs to the end");
    }

    #[test]
    fn nothing_is_no_search() {
        for text in ["", "  ", "\"\"", "\u{301}"] {
            assert!(Query::new(text).is_none(), "{text:?}");
        }
    }

    #[test]
    fn the_phrase_wins_over_its_words() {
        let text = folded("In Bali a summit: the Bali summit");
        let query = Query::new("bali summit").unwrap();
        let last = text.rfind("bali").unwrap()..text.len();
        assert_eq!(query.places(&text, 5), std::slice::from_ref(&last));
        let apart = folded("the summit in Bali");
        let places = query.places(&apart, 5);
        assert_eq!(places.len(), 2, "each word where they stand apart");
    }

    #[test]
    fn a_longer_word_narrows_a_search_and_another_does_not() {
        let query = |text| Query::new(text).unwrap();
        assert!(query("puti").refines(&query("put")), "a letter more");
        assert!(query("put xi").refines(&query("put")), "a word more");
        assert!(!query("pu").refines(&query("put")), "a letter less");
        assert!(!query("xi").refines(&query("put")), "another word");
    }
}
