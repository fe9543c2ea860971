//! Byte offsets as character offsets: inside the program a span counts bytes, in the records Unicode scalar values.

use crate::model::Span;

/// How many bytes lie between two known places.
const STRIDE: usize = 256;

/// Turns the byte offsets of one text into character offsets, without counting from its start each time.
#[derive(Clone, Debug)]
pub struct Offsets<'a> {
    text: &'a str,
    /// Characters that begin before each multiple of [`STRIDE`] bytes.
    known: Vec<usize>,
}

impl<'a> Offsets<'a> {
    /// Counts the characters of `text` once.
    pub fn new(text: &'a str) -> Self {
        let mut known = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut n_chars = 0;
        for chunk in text.as_bytes().chunks(STRIDE) {
            known.push(n_chars);
            n_chars += n_starts(chunk);
        }
        known.push(n_chars);
        Self { text, known }
    }

    /// How many characters begin before `byte`; all of them where it lies past the end.
    pub fn chars_before(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let base = byte / STRIDE;
        let known = self.known.get(base).copied().unwrap_or_default();
        let rest = self.text.as_bytes().get(base * STRIDE..byte).unwrap_or_default();
        known + n_starts(rest)
    }

    /// First character of a span, and the character after its last.
    pub fn chars_of(&self, span: Span) -> (usize, usize) {
        (self.chars_before(span.start()), self.chars_before(span.end()))
    }
}

/// How many characters begin in these bytes: all that are no UTF-8 continuation.
fn n_starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte & 0xC0) != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_as_counting_from_the_start_does() {
        let text = "né → Пу́тин ".repeat(100);
        let offsets = Offsets::new(&text);
        for (n_chars, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(offsets.chars_before(byte), n_chars);
        }
        assert_eq!(offsets.chars_before(usize::MAX), text.chars().count());
        assert_eq!(Offsets::new("").chars_before(3), 0);
    }
}
