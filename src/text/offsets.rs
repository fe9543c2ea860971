//! From bytes to Unicode scalar values, and from the repaired text back to the file's.

use crate::model::{Edit, Span};

/// Bytes between two counts that are kept.
const STEP: usize = 256;

/// Where the scalar values of a text stand: made in one pass, asked in constant time.
#[derive(Clone, Debug)]
pub struct CharIndex<'a> {
    text: &'a str,
    /// How many scalar values begin before each multiple of [`STEP`].
    counts: Vec<usize>,
}

impl<'a> CharIndex<'a> {
    /// Counts through `text`.
    pub fn new(text: &'a str) -> Self {
        let counts = text
            .as_bytes()
            .chunks(STEP)
            .scan(0, |total, chunk| {
                let before = *total;
                *total += n_starts(chunk);
                Some(before)
            })
            .collect();
        Self { text, counts }
    }

    /// How many scalar values begin before byte `at`; the end of the text if `at` lies beyond it.
    pub fn position(&self, at: usize) -> usize {
        let at = at.min(self.text.len());
        let chunk = at / STEP;
        let rest = self.text.as_bytes().get(chunk * STEP..at).unwrap_or_default();
        let before = self.counts.get(chunk).copied().unwrap_or_else(|| {
            self.counts.last().copied().unwrap_or(0)
                + n_starts(self.text.as_bytes().get(chunk.saturating_sub(1) * STEP..).unwrap_or_default())
        });
        before + n_starts(rest)
    }

    /// The scalar values that `span` covers: start, and end exclusive.
    pub fn positions(&self, span: Span) -> (usize, usize) {
        (self.position(span.start()), self.position(span.end()))
    }

    /// The byte at which scalar value number `position` begins, or the length of the text.
    pub fn byte(&self, position: usize) -> usize {
        let chunk = self.counts.partition_point(|&count| count <= position).saturating_sub(1);
        let base = chunk * STEP;
        let skipped = position.saturating_sub(self.counts.get(chunk).copied().unwrap_or(0));
        let bytes = self.text.as_bytes().get(base..).unwrap_or_default();
        let starts = bytes.iter().enumerate().filter(|(_, byte)| is_start(**byte));
        starts.map(|(at, _)| base + at).nth(skipped).unwrap_or(self.text.len())
    }
}

/// The stretch of the decoded file that became `span` of the repaired text.
///
/// A span that touches a repair covers the whole of what stood there.
pub fn original_span(edits: &[Edit], span: Span) -> Span {
    let mut start = span.start();
    let mut end = span.end();
    let mut shift = 0_isize;
    let mut start_shift = 0;
    let mut end_shift = None;
    for edit in edits {
        if edit.span.start() >= span.end() {
            break;
        }
        let grown = signed(edit.was.len()) - signed(edit.span.len());
        if edit.span.end() <= span.start() {
            start_shift = shift + grown;
        } else {
            start = start.min(edit.span.start());
            end = end.max(edit.span.end());
            end_shift = Some(shift + grown);
        }
        shift += grown;
    }
    Span::new(
        start.saturating_add_signed(start_shift),
        end.saturating_add_signed(end_shift.unwrap_or(start_shift)),
    )
}

/// The decoded file as it stood before the repairs.
pub fn original_text(text: &str, edits: &[Edit]) -> String {
    let mut original = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        original.push_str(text.get(at..edit.span.start()).unwrap_or_default());
        original.push_str(&edit.was);
        at = edit.span.end();
    }
    original.push_str(text.get(at..).unwrap_or_default());
    original
}

fn signed(length: usize) -> isize {
    isize::try_from(length).unwrap_or(isize::MAX)
}

fn is_start(byte: u8) -> bool {
    byte & 0xc0 != 0x80
}

fn n_starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| is_start(**byte)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_scalar_values() {
        let text = "Владимир 普京 met “X”. ".repeat(50);
        let index = CharIndex::new(&text);
        for (position, (at, _)) in text.char_indices().enumerate() {
            assert_eq!(index.position(at), position, "of byte {at}");
            assert_eq!(index.byte(position), at, "of scalar {position}");
        }
        assert_eq!(index.position(text.len()), text.chars().count(), "of the end");
        assert_eq!(index.position(usize::MAX), text.chars().count(), "beyond the end");
    }

    #[test]
    fn positions_at_a_multiple_of_the_step() {
        let text = "a".repeat(STEP * 2);
        let index = CharIndex::new(&text);
        assert_eq!(index.position(STEP * 2), STEP * 2, "of the end");
        assert_eq!(CharIndex::new("").position(0), 0, "of an empty text");
    }

    #[test]
    fn a_repaired_span_leads_back_to_the_file() {
        let edits = [
            Edit { span: Span::new(4, 7), was: "鈥".to_owned(), repair: "", lossy: true },
            Edit { span: Span::new(11, 12), was: "&amp;".to_owned(), repair: "", lossy: false },
        ];
        let text = "abc —def & ghi";
        let original = original_text(text, &edits);
        assert_eq!(original, "abc 鈥def &amp; ghi", "what stood there");
        assert_eq!(original_span(&edits, Span::new(0, 3)), Span::new(0, 3), "before");
        let moved = original_span(&edits, Span::new(13, 16));
        assert_eq!(moved.of(&original), "ghi", "after");
        assert_eq!(original_span(&edits, Span::new(4, 10)).of(&original), "鈥def", "across");
    }
}
