//! Tells by how its words begin that a text names nobody, in one pass that stops nowhere else.
//!
//! Most articles of a large folder name no leader and no summit. They are passed over before anything is made of
//! their sentences, so this is the only look at their words that costs anything.

use super::{Script, automaton::joins};

/// Bits of the table, as a power of two: so many that few are set, so few that they stay in the nearest cache.
const LOG_2_BITS: u32 = 17;
/// Bytes that are looked at where letters have several.
const N_WIDE_BYTES: usize = 4;

/// The openings of all names.
#[derive(Clone, Debug, Default)]
pub(super) struct Sieve {
    bits: Vec<u64>,
    /// A name is too short to be known by its opening: every word may begin it.
    is_blind: bool,
    /// A name begins with a mark, so that marks are looked at too.
    has_marks: bool,
}

impl Sieve {
    /// The sieve of folded `names` in a language whose words are written so.
    pub(super) fn new(names: impl Iterator<Item = impl AsRef<str>>, script: &Script) -> Self {
        let mut sieve = Self { bits: vec![0; 1 << (LOG_2_BITS - 6)], is_blind: false, has_marks: false };
        let mut word = String::new();
        for name in names {
            let name = name.as_ref();
            let first = name.bytes().next().unwrap_or_default();
            sieve.is_blind |= !name.is_ascii() && name.len() < N_WIDE_BYTES;
            sieve.has_marks |= first.is_ascii() && !first.is_ascii_alphanumeric();
            for before in std::iter::once("").chain(script.proclitics.iter().map(String::as_str)) {
                for after in std::iter::once("").chain(script.clitics.iter().map(String::as_str)) {
                    word.clear();
                    word.extend([before, name, after]);
                    let (at, bit) = place_of(opening(word.as_bytes()));
                    if let Some(bits) = sieve.bits.get_mut(at) {
                        *bits |= bit;
                    }
                }
            }
        }
        sieve
    }

    /// The places of `text`, which is ASCII or folded, at which a name can begin.
    pub(super) fn places<'a>(&'a self, text: &'a str) -> Places<'a> {
        Places { sieve: self, text, is_ascii: text.is_ascii(), at: 0, before: None }
    }

    fn passes(&self, opening: u64) -> bool {
        let (at, bit) = place_of(opening);
        self.is_blind || self.bits.get(at).is_some_and(|bits| bits & bit != 0)
    }
}

/// A walk over the words of a text.
#[derive(Debug)]
pub(super) struct Places<'a> {
    sieve: &'a Sieve,
    text: &'a str,
    is_ascii: bool,
    at: usize,
    before: Option<char>,
}

impl Iterator for Places<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        if self.is_ascii { self.next_ascii() } else { self.next_of_any() }
    }
}

impl Places<'_> {
    /// Most of what is read is ASCII: each byte is looked at once, and nothing is decoded.
    fn next_ascii(&mut self) -> Option<usize> {
        let from = self.at;
        let rest = self.text.as_bytes().get(from..)?;
        let (mut start, mut opening) = (0, 0);
        for (offset, byte) in rest.iter().enumerate() {
            let letter = u64::from(lower(*byte));
            if letter > 0 {
                start = if opening == 0 { offset } else { start };
                opening = (opening << 8) | letter;
                continue;
            }
            let is_mark = self.sieve.has_marks && self.sieve.passes(u64::from(*byte));
            if opening > 0 && self.sieve.passes(opening) {
                // The mark behind the word is looked at again.
                self.at = from + offset;
                return Some(from + start);
            }
            opening = 0;
            if is_mark {
                self.at = from + offset + 1;
                return Some(from + offset);
            }
        }
        self.at = self.text.len();
        (opening > 0 && self.sieve.passes(opening)).then_some(from + start)
    }

    fn next_of_any(&mut self) -> Option<usize> {
        loop {
            let rest = self.text.get(self.at..)?;
            let letter = rest.chars().next()?;
            let (start, begins) = (self.at, !joins(self.before, Some(letter)));
            self.before = Some(letter);
            self.at += letter.len_utf8();
            if begins && self.sieve.passes(opening(rest.as_bytes())) {
                return Some(start);
            }
        }
    }
}

/// The opening of the word or mark with which `rest` begins.
///
/// A word of ASCII counts whole, of long ones the last eight letters; of other words the first four bytes count,
/// since behind them may stand a mark that is no ASCII and no letter.
fn opening(rest: &[u8]) -> u64 {
    let joined = |bytes: &[u8]| bytes.iter().fold(0, |all, byte| (all << 8) | u64::from(*byte));
    let first = rest.first().copied().unwrap_or_default();
    if !first.is_ascii() {
        let n_wide = rest.iter().take(N_WIDE_BYTES).take_while(|byte| !byte.is_ascii()).count();
        return joined(rest.get(..n_wide).unwrap_or_default());
    }
    let letters = rest.iter().map(|byte| lower(*byte)).take_while(|letter| *letter > 0);
    let word = letters.fold(0, |word, letter| (word << 8) | u64::from(letter));
    if word == 0 { u64::from(first) } else { word }
}

/// An ASCII letter or digit in lower case, 0 for every other byte.
fn lower(byte: u8) -> u8 {
    #[expect(
        clippy::indexing_slicing,
        reason = "made when compiled, where an index out of bounds is an error"
    )]
    const LOWER: [u8; 256] = {
        let mut table = [0; 256];
        let mut byte = 0_u8;
        while byte < 128 {
            if byte.is_ascii_alphanumeric() {
                table[byte as usize] = byte.to_ascii_lowercase();
            }
            byte += 1;
        }
        table
    };
    LOWER.get(usize::from(byte)).copied().unwrap_or_default()
}

/// The bit of an opening: which number of the table, and which bit of it.
fn place_of(opening: u64) -> (usize, u64) {
    // Multiplying by the golden ratio spreads near words far apart (Knuth, volume 3, section 6.4).
    let spread = opening.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - LOG_2_BITS);
    let index = usize::try_from(spread).unwrap_or_default();
    (index / 64, 1 << (index % 64))
}

#[cfg(test)]
mod tests {
    use super::Sieve;
    use crate::world::packs::Script;

    fn sieve(names: &[&str], script: &Script) -> Sieve {
        Sieve::new(names.iter(), script)
    }

    #[test]
    fn words_that_open_a_name_pass_and_others_do_not() {
        let sieve = sieve(&["g20", "xi jinping", "путин", "普京"], &Script::default());
        let n_places = |text: &str| sieve.places(text).count();
        assert_eq!(n_places("The G20, and Xi Jinping"), 2, "whole words in any case");
        assert_eq!(n_places("maxi g200 taxi"), 0, "parts of words");
        assert_eq!(n_places("путин… 他见普京和 in Riga"), 2, "in any script");
    }

    #[test]
    fn letters_glued_to_a_name_hide_it_not() {
        let script =
            Script {
                proclitics: vec!["و".to_owned()], clitics: vec!["nya".to_owned()], ..Script::default()
            };
        let sieve = sieve(&["بوتين", "g20"], &script);
        assert_eq!(sieve.places("وبوتين").count(), 1, "before it");
        assert_eq!(sieve.places("g20nya").count(), 1, "behind it");
    }
}
