//! Cuts what goes on without a full stop: tables, lists, and text that lost its punctuation.

use crate::model::Span;

/// Bytes of the longest sentence; what goes on without a stop beyond it is a table or a list.
///
/// A sentence is read as a whole, each word with those around it, so that its length must have an end.
pub(super) const LONGEST: usize = 4000;

/// `span` itself if a sentence can be so long, else its pieces, cut between words.
pub(super) fn pieces(text: &str, span: Span) -> impl Iterator<Item = Span> {
    let mut rest = Some(span);
    std::iter::from_fn(move || {
        let whole = rest.take()?;
        let end = if whole.len() > LONGEST { cut_of(whole.of(text)) } else { whole.len() };
        rest = (end < whole.len()).then(|| Span::new(whole.start() + end, whole.end()));
        Some(Span::new(whole.start(), whole.start() + end))
    })
}

/// Where a piece of at most [`LONGEST`] bytes ends: behind the last mark or space, else behind the last letter.
fn cut_of(words: &str) -> usize {
    let limit = (1..=LONGEST).rev().find(|at| words.is_char_boundary(*at)).unwrap_or(words.len());
    let head = words.get(..limit).unwrap_or_default();
    let between = |(_, letter): &(usize, char)| !letter.is_alphanumeric();
    head.char_indices().rev().find(between).map_or(limit, |(at, letter)| at + letter.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::LONGEST;
    use crate::{
        model::{Block, BlockRole, Span},
        text::sentences,
        world::packs::regions::Regions,
    };

    #[test]
    fn what_goes_on_without_a_stop_is_cut_between_words() {
        for word in ["and on ", "всё дальше ", "又说，", "aaaaaaaaaa"] {
            let text = word.repeat(10_000);
            let blocks = [Block { role: BlockRole::Body, span: Span::new(0, text.len()) }];
            let found = sentences(&text, &blocks, Regions::builtin().of("en"));
            let longest = found.iter().map(|sentence| sentence.span.len()).max().unwrap_or(0);
            assert!((LONGEST / 2..=LONGEST).contains(&longest), "{longest} bytes of {word}");
            let together: String = found.iter().map(|sentence| sentence.span.of(&text)).collect();
            let without_blanks = |text: &str| text.replace(' ', "");
            assert_eq!(without_blanks(&together), without_blanks(&text), "nothing is lost");
        }
    }
}
