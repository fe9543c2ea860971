//! Places whose characters, taken back to bytes, are well-formed UTF-8.

use std::ops::Range;

use super::codec::{Bytes, Codec};

/// A stretch that may be UTF-8 misread as a legacy encoding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chain {
    /// The first byte of the stretch.
    pub(super) start: usize,
    /// The byte after it.
    pub(super) end: usize,
    /// What it says when read as UTF-8.
    pub(super) decoded: String,
    /// How many sequences of two bytes, and of more, it is made of.
    pub(super) n_pairs: usize,
    pub(super) n_longer: usize,
    /// The beginning of one more sequence, the rest of which was lost.
    pub(super) tail: Option<Tail>,
}

/// What is left of a sequence whose last byte was lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tail {
    /// `E2 80`: a dash, a quote, an ellipsis.
    Punctuation,
    /// `D0`, of the Cyrillic letter И: windows-1251 lacks its second byte.
    CapitalI,
}

/// The stretches of `text` without ASCII, in order, as byte ranges.
pub(super) fn runs(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(length) = bytes.get(at..).and_then(|rest| rest.iter().position(|byte| *byte >= 0x80)) {
        let start = at + length;
        let rest = bytes.get(start..).unwrap_or_default();
        at = start + rest.iter().position(|byte| *byte < 0x80).unwrap_or(rest.len());
        found.push(start..at);
    }
    found
}

/// All chains of `text` under `codec`, in order; linear in the text.
pub(super) fn chains(text: &str, runs: &[Range<usize>], codec: &Codec) -> Vec<Chain> {
    let mut found = Vec::new();
    for run in runs {
        let mut at = run.start;
        while let Some(rest) = text.get(at..run.end).filter(|rest| !rest.is_empty()) {
            // What follows the run decides nothing here, but a lost byte is known by it.
            let chain = may_begin(rest, codec)
                .then(|| chain_at(text.get(at..).unwrap_or_default(), at, codec))
                .flatten();
            let step = rest.chars().next().map_or(1, char::len_utf8);
            at = chain.as_ref().map_or(at + step, |chain| chain.end.max(at + step));
            found.extend(chain);
        }
    }
    found
}

/// Whether the first two characters can begin a sequence: a quick look that clean text hardly ever passes.
fn may_begin(rest: &str, codec: &Codec) -> bool {
    let mut letters = rest.chars();
    let Some(first) = letters.next() else { return false };
    let is_lead = |byte: u8| (0xc2..=0xf4).contains(&byte);
    let is_next = |byte: u8| (0x80..=0xbf).contains(&byte);
    match codec.bytes(first) {
        Some(Bytes::Two([lead, next])) => is_lead(lead) && is_next(next),
        Some(Bytes::One([lead])) if is_lead(lead) => match letters.next() {
            // A capital И may have lost its second byte to a sign or to nothing.
            None | Some('\u{fffd}') => true,
            Some(next) => {
                codec.bytes(next).is_some_and(|next| next.as_slice().first().copied().is_some_and(is_next))
            }
        },
        Some(Bytes::One(_)) => false,
        None => first == '\u{fffd}' && codec.loses_quotes,
    }
}

/// A reader of bytes that were characters.
#[derive(Default)]
struct Reader {
    decoded: String,
    /// The sequence that is being read.
    open: [u8; 4],
    n_open: usize,
    n_needed: usize,
    n_pairs: usize,
    n_longer: usize,
}

impl Reader {
    /// Takes one byte; `None` if it cannot follow.
    fn take(&mut self, byte: u8) -> Option<()> {
        if self.n_open == 0 {
            self.n_needed = match byte {
                0x20..=0x7e => {
                    self.decoded.push(char::from(byte));
                    return Some(());
                }
                0xc2..=0xdf => 2,
                0xe0..=0xef => 3,
                0xf0..=0xf4 => 4,
                _ => return None,
            };
        } else if !(0x80..=0xbf).contains(&byte) {
            return None;
        }
        *self.open.get_mut(self.n_open)? = byte;
        self.n_open += 1;
        if self.n_open == self.n_needed {
            let sequence = self.open.get(..self.n_open)?;
            self.decoded.push_str(std::str::from_utf8(sequence).ok()?);
            self.n_pairs += usize::from(self.n_open == 2);
            self.n_longer += usize::from(self.n_open > 2);
            self.n_open = 0;
        }
        Some(())
    }

    fn tail(&self) -> Option<Tail> {
        match self.open.get(..self.n_open)? {
            [0xe2, 0x80] => Some(Tail::Punctuation),
            [0xd0] => Some(Tail::CapitalI),
            _ => None,
        }
    }
}

fn chain_at(rest: &str, start: usize, codec: &Codec) -> Option<Chain> {
    let mut reader = Reader::default();
    let mut chain = Chain { start, end: start, decoded: String::new(), n_pairs: 0, n_longer: 0, tail: None };
    let mut good_length = 0;
    let mut broke = false;
    let mut end = 0;
    let mut letters = rest.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let bytes = match letter {
            '\u{fffd}' if codec.loses_quotes && reader.n_open == 0 => letters
                .peek()
                .and_then(|(_, next)| codec.bytes(*next))
                .filter(|next| continues_quote(*next))
                .map(|_| QUOTE),
            _ => codec.bytes(letter),
        };
        let Some(bytes) = bytes else { break };
        if bytes.as_slice().iter().any(|byte| reader.take(*byte).is_none()) {
            broke = true;
            break;
        }
        end = at + letter.len_utf8();
        if reader.n_open == 0 {
            chain.end = start + end;
            good_length = reader.decoded.len();
            (chain.n_pairs, chain.n_longer) = (reader.n_pairs, reader.n_longer);
        }
    }
    if !broke && reader.n_open > 0 {
        let marked = rest.get(end..).is_some_and(|rest| rest.starts_with(['\u{fffd}', '?']));
        chain.tail = reader.tail().filter(|tail| *tail == Tail::Punctuation || (codec.is_cyrillic && marked));
        if chain.tail.is_some() {
            chain.end = start + end;
            good_length = reader.decoded.len();
            (chain.n_pairs, chain.n_longer) = (reader.n_pairs, reader.n_longer);
        }
    }
    reader.decoded.truncate(good_length);
    chain.decoded = reader.decoded;
    (chain.end > start).then_some(chain)
}

/// The bytes with which all curly quotes and dashes begin.
const QUOTE: Bytes = Bytes::Two([0xe2, 0x80]);

/// Whether `bytes` are the last of a dash, quote or ellipsis, with a swallowed letter.
fn continues_quote(bytes: Bytes) -> bool {
    matches!(bytes.as_slice(), [0x93 | 0x94 | 0x98 | 0x99 | 0x9c | 0x9d | 0xa6, 0x40..=0x7e])
}
