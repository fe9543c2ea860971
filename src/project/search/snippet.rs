//! The words around a hit, with what was sought marked in them.

use std::ops::Range;

use super::{
    fold::{folded, unfolded},
    query::Query,
};

/// Most characters before a hit: few, so that the hit is seen in a narrow column.
const BEFORE: usize = 18;
/// Most characters from a hit on.
const AFTER: usize = 140;
/// Most marks in one snippet.
const MOST_MARKS: usize = 20;

/// A stretch of text, and what was sought in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snippet {
    /// The text.
    pub text: String,
    /// The bytes of it that were sought, in order.
    pub marks: Vec<Range<usize>>,
}

impl Snippet {
    /// The whole of `text`, in one line, marked.
    pub(super) fn whole(text: &str, query: &Query) -> Self {
        Self::marked(one_line(text), query)
    }

    /// The words of `text` around the bytes `place`, in one line, marked.
    pub(super) fn around(text: &str, place: &Range<usize>, query: &Query) -> Self {
        let before = text.get(..place.start).unwrap_or_default();
        let from = before.char_indices().rev().nth(BEFORE).map_or(0, |(at, _)| word_after(before, at));
        let rest = text.get(place.start..).unwrap_or_default();
        let to = rest.char_indices().nth(AFTER).map_or(text.len(), |(at, _)| place.start + at);
        let mut line = one_line(text.get(from..to).unwrap_or_default());
        if from > 0 {
            line.insert(0, '…');
        }
        if to < text.len() {
            line.push('…');
        }
        Self::marked(line, query)
    }

    fn marked(text: String, query: &Query) -> Self {
        let marks = unfolded(&text, &query.places(&folded(&text), MOST_MARKS));
        Self { text, marks }
    }
}

/// Where the next word begins, so that none is cut; right here in scripts without spaces.
fn word_after(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    rest.find(char::is_whitespace).map_or(at, |space| at + space)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "a test may panic")]
mod tests {
    use super::*;

    #[test]
    fn the_words_around_a_hit_stand_in_one_line_and_no_word_is_cut_before_it() {
        let text =
            format!("{}\n\nPutin met Erdoğan in Sochi {}", "word ".repeat(40), "and so on ".repeat(40));
        let place = text.find("Erdo").unwrap();
        let snippet = Snippet::around(&text, &(place..place + 8), &Query::new("erdogan").unwrap());
        assert!(snippet.text.starts_with("…word Putin"), "{}", snippet.text);
        assert!(snippet.text.contains("word Putin met Erdoğan in Sochi and"), "{}", snippet.text);
        assert!(snippet.text.ends_with('…'), "{}", snippet.text);
        let marked: Vec<_> = snippet.marks.iter().map(|mark| &snippet.text[mark.clone()]).collect();
        assert_eq!(marked, ["Erdoğan"]);
    }
}
