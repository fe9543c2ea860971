//! The words without which a sentence speaks of no time: most sentences are passed over for want of one.

use super::{Capture, Element, Form, Grammar, Hit, What, WordId};
use crate::world::packs::{Script, sieve::Sieve};

/// What every form of a grammar needs one of: a number, or one of these words.
#[derive(Debug, Default)]
pub struct Cues {
    /// Whether a word is one, by its number.
    words: Vec<bool>,
    /// The words, for texts in ASCII; `None` where one of them is no ASCII word or may be glued to others.
    sieve: Option<Sieve>,
}

impl Cues {
    /// The cues of a grammar that is otherwise complete.
    pub(super) fn of(grammar: &Grammar) -> Self {
        let mut words = vec![false; grammar.lexicon.len()];
        let mut lengths = vec![0; grammar.lexicon.len()];
        for (spelled, word) in &grammar.lexicon {
            if let Some(length) = lengths.get_mut(usize::from(*word)) {
                *length = spelled.len();
            }
        }
        for form in grammar.stages.iter().flat_map(|stage| &stage.forms) {
            for word in cues_of(form, grammar, &lengths) {
                if let Some(is_cue) = words.get_mut(usize::from(word)) {
                    *is_cue = true;
                }
            }
        }
        let is_cue = |word: WordId| words.get(usize::from(word)) == Some(&true);
        let spelled: Vec<&String> =
            grammar.lexicon.iter().filter(|(_, word)| is_cue(**word)).map(|(spelled, _)| spelled).collect();
        let is_plain = |word: &&String| word.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic());
        let sieve = (grammar.prefixes.is_empty() && spelled.iter().all(is_plain))
            .then(|| Sieve::new(spelled.iter().copied(), &Script::default()));
        Self { words, sieve }
    }

    /// Whether a word of this number is one.
    pub fn has(&self, word: WordId) -> bool {
        self.words.get(usize::from(word)) == Some(&true)
    }

    /// Whether `sentence` can have one: a look that is much quicker than reading its words.
    pub fn may_be_in(&self, sentence: &str) -> bool {
        match &self.sieve {
            Some(sieve) if sentence.is_ascii() => {
                sentence.bytes().any(|byte| byte.is_ascii_digit()) || sieve.places(sentence).next().is_some()
            }
            _ => true,
        }
    }
}

/// The words of which a form cannot do without one; none where it needs a number, or what an earlier pass found
/// by a cue of its own.
fn cues_of(form: &Form, grammar: &Grammar, lengths: &[usize]) -> Vec<WordId> {
    let is_told = |element: &Element| match element.what {
        What::Day | What::MonthNumber | What::Year | What::Date | What::Moment | What::Time => true,
        What::Class { .. } | What::Amount { .. } | What::Gap(_) => false,
    };
    if form.elements.iter().any(is_told) {
        return Vec::new();
    }
    let choices = form.elements.iter().filter_map(|element| {
        let (class, rank) = match element.what {
            What::Class { class, keep } => (class, rank(keep)),
            What::Amount { class } => (class, 2),
            _ => return None,
        };
        let words: Vec<(usize, WordId)> =
            grammar.class(class)?.hits.values().flatten().filter_map(|hit| rarest(hit, lengths)).collect();
        // The longer the shortest word of a class is, the rarer its words are.
        let shortest = words.iter().map(|(length, _)| *length).min().unwrap_or(0);
        Some((rank, std::cmp::Reverse(shortest), words))
    });
    let best = choices.min_by_key(|(rank, shortest, _)| (*rank, *shortest));
    best.map_or_else(Vec::new, |(_, _, words)| words.into_iter().map(|(_, word)| word).collect())
}

/// Names of months and units of time are rarer than the words around them.
fn rank(keep: Capture) -> u8 {
    match keep {
        Capture::Month | Capture::Weekday | Capture::Unit | Capture::Part => 0,
        Capture::Nothing => 1,
        Capture::To | Capture::And => 2,
    }
}

/// The longest word of an entry, with its length.
fn rarest(hit: &Hit, lengths: &[usize]) -> Option<(usize, WordId)> {
    let length = |word: WordId| lengths.get(usize::from(word)).copied().unwrap_or(0);
    hit.words.iter().map(|(word, _)| (length(*word), *word)).max()
}

#[cfg(test)]
mod tests {
    use crate::world::packs::times::pack;

    #[test]
    fn sentences_without_a_cue_are_passed_over() {
        let cues = &pack("en").unwrap().plain.cues;
        assert!(!cues.may_be_in("The two of them said that it had gone on and on."), "no word of time");
        for told in ["They met on Monday.", "It was in 2014.", "He came yesterday.", "It ends next week."] {
            assert!(cues.may_be_in(told), "{told}");
        }
    }
}
