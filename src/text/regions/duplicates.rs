//! Words that stood before, letter for letter but for case and punctuation: echoed headlines, repeated captions.

use std::collections::{BTreeMap, BTreeSet, btree_map::Entry};

use super::{Part, labels::without_site};
use crate::model::BlockRole;

/// Longer paragraphs are printed once.
const MAX_BYTES: usize = 3000;
/// Letters at both ends by which paragraphs are told apart before they are compared whole: hardly two are alike.
const N_ENDS: usize = 16;
/// Shorter words come again without being an echo, in bytes of their letters.
const MIN_BYTES: usize = 12;

/// Gives paragraphs that stood before their role.
pub(super) fn mark(text: &str, parts: &mut [Part]) {
    let is_title = |part: &&Part| part.role == Some(BlockRole::Title);
    let title = parts.iter().find(is_title).map(|part| key(without_site(part.span.of(text))));
    let mut seen = Seen::default();
    for part in parts.iter_mut().filter(|part| part.role != Some(BlockRole::Boilerplate)) {
        if part.span.len() > MAX_BYTES {
            continue;
        }
        let words = part.span.of(text);
        let echoes = part.role != Some(BlockRole::Title)
            && title.as_ref().is_some_and(|title| echoes_title(words, title));
        if echoes || seen.stood_before(words) {
            part.role = Some(BlockRole::Duplicate);
        }
    }
}

/// A menu's word before the headline: `Events` and the headline again.
fn echoes_title(words: &str, title: &str) -> bool {
    let mut own = letters(words).rev();
    title.len() > 20
        && title.chars().rev().all(|letter| own.next() == Some(letter))
        && key(words).len() < title.len() + 24
}

/// The paragraphs so far.
#[derive(Default)]
struct Seen<'a> {
    /// The first paragraph with such letters at its ends, until another has them.
    first: BTreeMap<(u64, u64), Option<&'a str>>,
    /// The letters of all paragraphs that are not the only ones of their kind.
    again: BTreeSet<String>,
}

impl<'a> Seen<'a> {
    /// Whether the same letters stood before; from now on they have.
    fn stood_before(&mut self, words: &'a str) -> bool {
        let Some(opening) = opening(words) else { return false };
        match self.first.entry((opening, closing(words))) {
            Entry::Vacant(place) => {
                place.insert(Some(words));
                false
            }
            Entry::Occupied(mut place) => {
                self.again.extend(place.get_mut().take().map(key));
                !self.again.insert(key(words))
            }
        }
    }
}

/// A sum of the first letters, or `None` if there are hardly any. It differs for most openings, which will do:
/// those of one sum are told apart by their last letters, then by all of them.
fn opening(words: &str) -> Option<u64> {
    let (sum, n_bytes) = sum(words.chars());
    (n_bytes >= MIN_BYTES).then_some(sum)
}

/// A sum of the last letters.
fn closing(words: &str) -> u64 {
    sum(words.chars().rev()).0
}

/// A sum of the first of these letters, and how many bytes they have.
fn sum(letters: impl Iterator<Item = char>) -> (u64, usize) {
    let start: (u64, usize) = (0, 0);
    // One letter in lower case stands for each: for `İ`, which has two, its first.
    let lower = |letter: char| match letter {
        'a'..='z' | '0'..='9' => Some(letter),
        'A'..='Z' => Some(letter.to_ascii_lowercase()),
        '\0'..='\u{7f}' => None,
        _ => letter.is_alphanumeric().then(|| lower_first(letter)),
    };
    letters.filter_map(lower).take(N_ENDS).fold(start, |(sum, n_bytes), letter| {
        let next = sum.wrapping_mul(0x0100_0000_01b3) ^ u64::from(u32::from(letter));
        (next, n_bytes + letter.len_utf8())
    })
}

fn lower_first(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

/// The letters and digits of `words` in lower case.
fn key(words: &str) -> String {
    let mut key = String::with_capacity(words.len());
    key.extend(letters(words));
    key
}

fn letters(words: &str) -> impl DoubleEndedIterator<Item = char> {
    // No branch for ASCII is needed: its letters are the first that both functions look for.
    words.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase)
}

#[cfg(test)]
#[expect(clippy::indexing_slicing, reason = "a test that indexes wrongly fails")]
mod tests {
    use super::*;
    use crate::model::Span;

    #[test]
    fn only_what_stood_before_in_full_is_a_duplicate() {
        let lines = [
            "Minister denies a rift in the cabinet",
            "Talks in the garden, in March",
            "Talks in the garden in March and April",
            "TALKS in the Garden in March!",
            "Share",
            "Share",
            "News: Minister denies a rift in the cabinet",
        ];
        let text = lines.join("\n");
        let mut at = 0;
        let mut parts = Vec::new();
        for line in lines {
            parts.push(Part { span: Span::new(at, at + line.len()), role: None });
            at += line.len() + 1;
        }
        parts[0].role = Some(BlockRole::Title);
        mark(&text, &mut parts);
        let found: Vec<bool> = parts.iter().map(|part| part.role == Some(BlockRole::Duplicate)).collect();
        assert_eq!(
            found,
            [false, false, false, true, false, false, true],
            "by letters, not by case or marks"
        );
    }
}
