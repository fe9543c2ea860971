//! Tells by how its words begin that a text names nobody, in one pass that stops nowhere else.
//!
//! Most articles of a large folder name no leader and no summit. They are passed over before anything is made of
//! their sentences, so this is the only look at their words that costs anything.

use super::{Script, fold::is_unspaced};

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
    /// The marks of ASCII with which a name begins, a bit for each.
    marks: [u64; 2],
}

impl Sieve {
    /// The sieve of folded `names` in a language whose words are written so.
    pub(super) fn new(names: impl Iterator<Item = impl AsRef<str>>, script: &Script) -> Self {
        let mut sieve = Self { bits: vec![0; 1 << (LOG_2_BITS - 6)], is_blind: false, marks: [0; 2] };
        let mut word = String::new();
        for name in names {
            let name = name.as_ref();
            let first = name.bytes().next().unwrap_or_default();
            sieve.is_blind |= !name.is_ascii() && name.len() < N_WIDE_BYTES;
            if let Some(marks) = sieve.marks.get_mut(usize::from(first >> 6)).filter(|_| lower(first) == 0) {
                *marks |= 1 << (first & 63);
            }
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
        self.places_by_case(self, text)
    }

    /// The same, where words that begin in small letters begin only names of the sieve `small`.
    pub(super) fn places_by_case<'a>(&'a self, small: &'a Self, text: &'a str) -> Places<'a> {
        Places { sieve: self, small, text, at: 0, is_inside: false }
    }

    fn has_mark(&self, byte: u8) -> bool {
        self.marks.get(usize::from(byte >> 6)).is_some_and(|marks| marks & (1 << (byte & 63)) != 0)
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
    small: &'a Sieve,
    text: &'a str,
    at: usize,
    /// A word goes on at `at`: no other begins there.
    is_inside: bool,
}

impl Iterator for Places<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        loop {
            if let Some(place) = self.next_ascii().or_else(|| self.next_wide()) {
                return Some(place);
            }
            if self.at >= self.text.len() {
                return None;
            }
        }
    }
}

impl Places<'_> {
    /// The first place in a run of ASCII, which most of what is read is: each byte is looked at once, and nothing is
    /// decoded.
    fn next_ascii(&mut self) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let (mut at, mut is_inside) = (self.at, self.is_inside);
        let mut found = None;
        while let Some(&byte) = bytes.get(at) {
            let start = at;
            if lower(byte) == 0 {
                if !byte.is_ascii() {
                    break;
                }
                is_inside = false;
                at += 1;
                if self.sieve.has_mark(byte) {
                    found = Some(start);
                    break;
                }
                continue;
            }
            let (length, opening) = word(bytes.get(at..).unwrap_or_default());
            at += length;
            let sieve = if byte.is_ascii_lowercase() { self.small } else { self.sieve };
            let opens = !is_inside && sieve.passes(opening);
            is_inside = true;
            if opens {
                found = Some(start);
                break;
            }
        }
        (self.at, self.is_inside) = (at, is_inside);
        found
    }

    /// The first place in a run of letters and marks that are no ASCII.
    fn next_wide(&mut self) -> Option<usize> {
        loop {
            let start = self.at;
            let rest = self.text.get(start..)?;
            let letter = rest.chars().next().filter(|letter| !letter.is_ascii())?;
            let (begins, is_letter) = (!self.is_inside, letter.is_alphanumeric() && !is_unspaced(letter));
            self.is_inside = is_letter;
            self.at += letter.len_utf8();
            if (begins || !is_letter) && self.sieve.passes(opening(rest.as_bytes())) {
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

/// The word of ASCII with which `rest` begins: its length, and its [`opening`].
fn word(rest: &[u8]) -> (usize, u64) {
    const STEP: usize = 8;
    if let Some(chunk) = rest.first_chunk::<STEP>() {
        let (lower, others) = eight(u64::from_be_bytes(*chunk));
        let length = others.leading_zeros() as usize / STEP;
        if length < STEP {
            return (length, lower >> (64 - 8 * length.max(1)));
        }
    }
    let letters = rest.iter().map(|byte| lower(*byte)).take_while(|letter| *letter > 0);
    letters.fold((0, 0), |(length, word), letter| (length + 1, (word << 8) | u64::from(letter)))
}

/// Eight bytes in lower case, and the high bits of those that are no letter or digit of ASCII.
///
/// All eight are compared at once: what is added carries into a byte's high bit from the first letter on, or from
/// behind the last (Warren, Hacker's Delight, chapter 6).
fn eight(bytes: u64) -> (u64, u64) {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * ONES;
    let low = bytes & !HIGH;
    let from = |bytes: u64, first: u8| bytes + ONES * u64::from(0x80 - first);
    let lower = low | (0x20 * ONES);
    let letters = from(lower, b'a') & !from(lower, b'z' + 1);
    let digits = from(low, b'0') & !from(low, b'9' + 1);
    (lower, !(letters | digits) & HIGH | (bytes & HIGH))
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
#[expect(clippy::indexing_slicing, reason = "a test that indexes wrongly fails")]
mod tests {
    use super::{Sieve, lower, opening, word};
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
    fn eight_bytes_at_once_are_read_as_each_alone() {
        for byte in 0..=u8::MAX {
            for at in 0..8 {
                let mut bytes = *b"aZ09zA5m more";
                bytes[at] = byte;
                let alone = bytes.iter().map(|byte| lower(*byte)).take_while(|letter| *letter > 0);
                let alone = alone.fold((0, 0), |(n, all), letter| (n + 1, (all << 8) | u64::from(letter)));
                if alone.0 > 0 {
                    assert_eq!(word(&bytes), alone, "{bytes:?}");
                    assert_eq!(opening(&bytes), alone.1, "{bytes:?}");
                }
            }
        }
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
