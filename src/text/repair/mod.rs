//! Mends text that was decoded wrongly, place by place, and keeps what stood there.
//!
//! A place is mended when its characters, taken back to the bytes of a legacy encoding, are well-formed UTF-8
//! that fits its surroundings; where a byte was lost, the context decides. Clean text is never altered, and
//! repairing twice is repairing once.

mod chains;
mod codec;
mod entities;
mod hyphens;
mod lost;
mod verdict;

use chains::{Chain, Tail};
use codec::Codec;
pub(super) use entities::entity;
use lost::{Around, Quotes};

use crate::model::{Edit, Span};

/// Damage upon damage: three misreadings and an entity on top are the most that was ever seen.
const MAX_PASSES: usize = 6;

/// One mended place of a text: what to put for the bytes from `start` to `end`.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Mend {
    start: usize,
    end: usize,
    now: String,
    repair: &'static str,
    lossy: bool,
}

/// Repairs `text`; clean text comes back as it is, without edits.
pub fn repair(text: String) -> (String, Vec<Edit>) {
    let mut edits: Vec<Edit> = Vec::new();
    let mut text = text;
    for _ in 0..MAX_PASSES {
        let mut mended = if text.contains('&') { entities::mends(&text) } else { Vec::new() };
        if mended.is_empty() && !text.is_ascii() {
            mended = mojibake(&text);
        }
        if mended.is_empty() {
            break;
        }
        (text, edits) = apply(&text, &edits, mended);
    }
    // Last of all: read as a byte, a soft hyphen is part of many a misread letter.
    let hyphens = hyphens::mends(&text);
    if hyphens.is_empty() { (text, edits) } else { apply(&text, &edits, hyphens) }
}

/// The misread places of `text`, by the encoding that explains most of them.
fn mojibake(text: &str) -> Vec<Mend> {
    let letters = verdict::Letters::of(text);
    let runs = chains::runs(text);
    let mut best: (usize, Vec<Mend>) = (0, Vec::new());
    for codec in codec::codecs() {
        let found = chains::chains(text, &runs, codec);
        if found.is_empty() {
            continue;
        }
        let (accepted, weight) = verdict::accepted(text, found, codec, letters);
        if weight > best.0 {
            best = (weight, mends(text, accepted, codec));
        }
    }
    best.1
}

/// Turns chains into mends, deciding what was lost.
fn mends(text: &str, chains: Vec<Chain>, codec: &Codec) -> Vec<Mend> {
    let marker = marker_of(text, &chains);
    let mut quotes = Quotes::default();
    let mut at = 0;
    let mut mends = Vec::new();
    let mut previous = None;
    for chain in chains {
        let gap = text.get(at..chain.start).unwrap_or_default();
        follow(&mut quotes, gap);
        previous = gap.chars().next_back().or(previous);
        let mut place = Mend {
            start: chain.start,
            end: chain.end,
            now: chain.decoded,
            repair: codec.repair,
            lossy: chain.tail.is_some(),
        };
        follow(&mut quotes, &place.now);
        if let Some(tail) = chain.tail {
            let before = place.now.chars().next_back().or(previous);
            let lost = Lost { tail, before, marker };
            complete(text, &mut place, &lost, &quotes);
        }
        if let Some(end) = place.now.chars().next_back() {
            if place.lossy {
                quotes.follow(end, text.get(place.end..).and_then(|rest| rest.chars().next()));
            }
            previous = Some(end);
        }
        at = place.end;
        if text.get(place.start..place.end) != Some(place.now.as_str()) {
            mends.push(place);
        }
    }
    mends
}

/// What programs put for a byte that they could not read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Marker {
    /// Nothing, or U+FFFD.
    Nothing,
    /// A question mark, which took the next character too.
    Question,
}

/// A question mark stands for lost bytes only if every place where one could stand has one.
fn marker_of(text: &str, chains: &[Chain]) -> Marker {
    let mut tails = chains.iter().filter(|chain| chain.tail == Some(Tail::Punctuation)).peekable();
    let any = tails.peek().is_some();
    let all = tails.all(|chain| text.get(chain.end..).is_some_and(|rest| rest.starts_with('?')));
    if any && all { Marker::Question } else { Marker::Nothing }
}

/// What is known of a place where a byte was lost.
struct Lost {
    tail: Tail,
    before: Option<char>,
    marker: Marker,
}

/// Adds the lost mark to `mend`, and takes in what stands for it.
fn complete(text: &str, mend: &mut Mend, lost: &Lost, quotes: &Quotes) {
    let rest = text.get(mend.end..).unwrap_or_default();
    let mut took_space = false;
    let is_question = lost.marker == Marker::Question || lost.tail == Tail::CapitalI;
    if rest.starts_with('\u{fffd}') {
        mend.end += '\u{fffd}'.len_utf8();
    } else if is_question && rest.starts_with('?') {
        mend.end += 1;
        took_space = lost.tail == Tail::Punctuation
            && rest.get(1..).is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    }
    match lost.tail {
        Tail::Punctuation => {
            let after = text.get(mend.end..).unwrap_or_default();
            let after = if took_space { " " } else { after };
            mend.now.push(lost::lost_mark(Around { before: lost.before, after }, quotes));
            if took_space {
                mend.now.push(' ');
            }
        }
        Tail::CapitalI => mend.now.push('И'),
    }
}

fn follow(quotes: &mut Quotes, text: &str) {
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        quotes.follow(letter, letters.peek().copied());
    }
}

/// Puts `mends` into `text`, and says what the text and `earlier` edits together have become.
fn apply(text: &str, earlier: &[Edit], mends: Vec<Mend>) -> (String, Vec<Edit>) {
    let mut now = String::with_capacity(text.len());
    let mut edits = Vec::with_capacity(earlier.len() + mends.len());
    let mut at = 0;
    let mut earlier = earlier.iter().peekable();
    for mend in mends {
        // Earlier edits that end before this place only move.
        while let Some(edit) = earlier.next_if(|edit| edit.span.end() <= mend.start) {
            now.push_str(text.get(at..edit.span.start()).unwrap_or_default());
            at = edit.span.start().max(at);
            let start = now.len();
            now.push_str(text.get(at..edit.span.end()).unwrap_or_default());
            at = edit.span.end();
            edits.push(Edit { span: Span::new(start, now.len()), ..edit.clone() });
        }
        let mut joined = Joined { start: mend.start, end: mend.end, was: String::new(), lossy: mend.lossy };
        let mut inside = mend.start;
        while let Some(edit) = earlier.next_if(|edit| edit.span.start() < mend.end) {
            joined.take(text, edit, &mut inside);
        }
        joined.was.push_str(text.get(inside..mend.end.max(inside)).unwrap_or_default());
        now.push_str(text.get(at..joined.start).unwrap_or_default());
        let start = now.len();
        now.push_str(text.get(joined.start..mend.start).unwrap_or_default());
        now.push_str(&mend.now);
        now.push_str(text.get(mend.end..joined.end).unwrap_or_default());
        at = joined.end;
        edits.push(Edit {
            span: Span::new(start, now.len()),
            was: joined.was,
            repair: mend.repair,
            lossy: joined.lossy,
        });
    }
    for edit in earlier {
        now.push_str(text.get(at..edit.span.start()).unwrap_or_default());
        let start = now.len();
        now.push_str(edit.span.of(text));
        at = edit.span.end();
        edits.push(Edit { span: Span::new(start, now.len()), ..edit.clone() });
    }
    now.push_str(text.get(at..).unwrap_or_default());
    (now, edits)
}

/// A mend that overlaps earlier edits becomes one edit with them.
struct Joined {
    start: usize,
    end: usize,
    was: String,
    lossy: bool,
}

impl Joined {
    fn take(&mut self, text: &str, edit: &Edit, inside: &mut usize) {
        if edit.span.start() < self.start {
            self.start = edit.span.start();
        } else {
            self.was.push_str(text.get(*inside..edit.span.start()).unwrap_or_default());
        }
        self.was.push_str(&edit.was);
        *inside = edit.span.end();
        self.end = self.end.max(edit.span.end());
        self.lossy |= edit.lossy;
    }
}

#[cfg(test)]
mod tests;
