//! Where sentences end, in all scripts.
//!
//! One pass over each block: at each full stop, question mark, exclamation mark or ellipsis the word before
//! and the letter after decide. Line breaks inside a block end nothing; the end of the block does.

use std::borrow::Cow;

use super::pieces;
use crate::{
    model::{Block, BlockRole, Sentence, Span},
    world::packs::regions::RegionWords,
};

/// The sentences of `blocks`, in order; `words` are those of the text's language.
pub fn sentences(text: &str, blocks: &[Block], words: &RegionWords) -> Vec<Sentence> {
    let mut found = Vec::new();
    for (block_index, block) in blocks.iter().enumerate() {
        each(text, block, words, |span| found.push(Sentence { span, block_index }));
    }
    found
}

/// Hands over the sentences of one block, in order.
pub(super) fn each(text: &str, block: &Block, words: &RegionWords, mut found: impl FnMut(Span)) {
    let mut push = |start: usize, end: usize| {
        for piece in pieces::pieces(text, Span::new(start, end)) {
            let span = trimmed(text, piece);
            if !span.is_empty() {
                found(span);
            }
        }
    };
    let mut start = block.span.start();
    if may_hold_several(block.role) {
        let inside = trimmed(text, block.span);
        for end in boundaries(inside.of(text), words) {
            let end = inside.start() + end;
            push(start, end);
            start = end;
        }
    }
    push(start, block.span.end());
}

/// `span` without the white space, bullets and markers around it.
pub(super) fn trimmed(text: &str, span: Span) -> Span {
    let inside = span.of(text);
    let head = inside.trim_start_matches(|letter| is_blank(letter) || is_bullet(letter));
    // Hyphens and stars are bullets only when a space follows them.
    let head = head
        .strip_prefix(['-', '*', '+', '#', '>', '–', '—', '|'])
        .map(|rest| rest.trim_start_matches(['#', '*', '>', '-']))
        .filter(|rest| rest.starts_with(is_blank))
        .map_or(head, |rest| rest.trim_start_matches(is_blank));
    let kept = head.trim_end_matches(is_blank);
    let start = span.end() - head.len();
    Span::new(start, start + kept.len())
}

/// White space, with the invisible characters that behave like it.
pub(super) fn is_blank(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}' | '\u{2060}')
}

/// Marks before list items.
pub(super) fn is_bullet(letter: char) -> bool {
    matches!(
        letter,
        '•' | '‣'
            | '◦'
            | '▪'
            | '●'
            | '■'
            | '◆'
            | '►'
            | '▶'
            | '·'
            | '○'
            | '✓'
            | '✔'
            | '➤'
            | '\u{f0b7}'
    )
}

fn may_hold_several(role: BlockRole) -> bool {
    match role {
        BlockRole::RelatedLink | BlockRole::Byline | BlockRole::Dateline => false,
        // `Putin arrives in China. Talks with Xi tomorrow`: many papers put two sentences above an article.
        BlockRole::Title
        | BlockRole::Deck
        | BlockRole::Caption
        | BlockRole::Body
        | BlockRole::ListItem
        | BlockRole::Boilerplate
        | BlockRole::Duplicate => true,
    }
}

/// The bytes of `text` behind which a sentence ends, the last one left out.
fn boundaries(text: &str, words: &RegionWords) -> Vec<usize> {
    let bytes = text.as_bytes();
    let mut ends = Vec::new();
    let mut at = 0;
    let mut start = 0;
    while let Some(length) = bytes.get(at..).and_then(|rest| rest.iter().position(|byte| may_stop(*byte))) {
        at += length;
        let Some(stop) = text.get(at..).and_then(|rest| rest.chars().next()).and_then(stop_of) else {
            at += 1;
            continue;
        };
        let run_end = at + stops_length(text.get(at..).unwrap_or_default());
        let place = Place { text, start, stop, at, run_end };
        if let Some(end) = place.boundary(words) {
            ends.push(end);
            start = end;
        }
        at = run_end;
    }
    ends
}

/// Which sort of full stop stands somewhere.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stop {
    /// `.`, which abbreviations have too.
    Dot,
    /// `!`, `?`, `…` and the like, with a space after them.
    Mark,
    /// `。` and the like, which need no space after them.
    Wide,
}

/// Whether a full stop of any script begins with this byte.
fn may_stop(byte: u8) -> bool {
    #[expect(
        clippy::indexing_slicing,
        reason = "made when compiled, where an index out of bounds is an error"
    )]
    const FIRST: [bool; 256] = {
        let mut table = [false; 256];
        let firsts = [b'.', b'!', b'?', 0xd6, 0xd8, 0xdb, 0xe0, 0xe1, 0xe2, 0xe3, 0xef];
        let mut index = 0;
        while index < firsts.len() {
            table[firsts[index] as usize] = true;
            index += 1;
        }
        table
    };
    FIRST.get(usize::from(byte)).copied().unwrap_or_default()
}

fn stop_of(letter: char) -> Option<Stop> {
    match letter {
        '.' => Some(Stop::Dot),
        '!' | '?' | '…' | '‥' | '؟' | '۔' | '।' | '॥' | '։' | '‽' | '⁇' | '⁈' | '⁉' | '‼' | '។' | '။' => {
            Some(Stop::Mark)
        }
        '。' | '！' | '？' | '｡' | '．' => Some(Stop::Wide),
        _ => None,
    }
}

fn stops_length(text: &str) -> usize {
    text.len() - text.trim_start_matches(|letter| stop_of(letter).is_some()).len()
}

/// A run of full stops, and the sentence so far.
struct Place<'a> {
    text: &'a str,
    /// Where the sentence began.
    start: usize,
    stop: Stop,
    at: usize,
    run_end: usize,
}

impl Place<'_> {
    /// Where the sentence ends, if it ends here.
    fn boundary(&self, words: &RegionWords) -> Option<usize> {
        let after = self.text.get(self.run_end..)?;
        let closers = closers_length(after);
        let rest = after.get(closers..)?;
        let end = self.run_end + closers;
        let next = rest.chars().next()?;
        if self.stop == Stop::Wide {
            return Some(end);
        }
        if !is_blank(next) {
            return self.glued_boundary(end, rest);
        }
        let opening = rest.trim_start_matches(|letter: char| !letter.is_alphanumeric());
        let Some(letter) = opening.chars().next() else { return Some(end) };
        if letter.is_lowercase() {
            return None;
        }
        let is_single_dot = self.stop == Stop::Dot && self.run_end == self.at + 1 && closers == 0;
        (!is_single_dot || self.dot_ends_sentence(opening, words)).then_some(end)
    }

    /// Whether a single dot with a space and no small letter after it is a full stop.
    fn dot_ends_sentence(&self, opening: &str, words: &RegionWords) -> bool {
        let before = self.text.get(self.start..self.at).unwrap_or_default();
        let token_start =
            before.rfind(|letter: char| is_blank(letter) || is_opener(letter)).map_or(0, |at| {
                at + before.get(at..).and_then(|tail| tail.chars().next()).map_or(1, char::len_utf8)
            });
        let token = before.get(token_start..).unwrap_or_default().trim_matches(['-', '–', '—', '/']);
        let before_number = opening.starts_with(|letter: char| letter.is_numeric());
        if token.chars().all(|letter| letter.is_ascii_digit()) && !token.is_empty() {
            let numbers_an_item = token_start == 0 && token.len() <= 2;
            let is_ordinal = words.ordinal_dot && token.len() <= 2 && !starts_sentence(opening, words);
            return !numbers_an_item && !is_ordinal;
        }
        let is_initial = token.chars().count() == 1 && token.starts_with(char::is_uppercase);
        let is_roman = words.ordinal_dot && token.chars().all(|letter| "IVXLC".contains(letter));
        let is_acronym = token.contains('.');
        let is_abbreviation = words.is_abbreviation(&in_lower_case(token), before_number)
            || (is_acronym && in_lower_case(token).split('.').all(|part| part.chars().count() <= 2));
        !(is_initial || is_roman || is_abbreviation) || (starts_sentence(opening, words) && !before_number)
    }

    /// Where the sentence ends when no space follows: only between a small letter and a capital one.
    fn glued_boundary(&self, end: usize, rest: &str) -> Option<usize> {
        let before = self.text.get(self.start..self.at)?;
        let mut tail = before.chars().rev();
        if !tail.by_ref().take(3).all(|letter| letter.is_alphabetic() && !letter.is_uppercase()) {
            return None;
        }
        let mut ahead = rest.chars();
        let next = ahead.next()?;
        let quoted = end > self.run_end;
        if quoted && next == ',' {
            // A list of quoted sentences, as programs print them.
            let mut rest = ahead.skip_while(|letter| is_blank(*letter));
            return rest.next().is_some_and(is_quote).then_some(end + 1);
        }
        if is_opening_quote(next) {
            return Some(end);
        }
        let is_word = next.is_uppercase() && ahead.next().is_some_and(char::is_lowercase);
        if !is_word
            || rest.split(is_blank).next().is_some_and(|word| word.contains("://") || word.contains('@'))
        {
            return None;
        }
        // A straight quote may close this sentence or open the next; an even number before it opens.
        let opens = self.text.get(self.run_end..end) == Some("\"") && before.matches('"').count() % 2 == 0;
        Some(if opens { self.run_end } else { end })
    }
}

/// Whether `opening` begins with a word that often opens sentences.
fn starts_sentence(opening: &str, words: &RegionWords) -> bool {
    let is_inside = |letter: &char| letter.is_alphanumeric() || *letter == '\'';
    let length: usize = opening.chars().take_while(is_inside).take(24).map(char::len_utf8).sum();
    words.is_starter(&in_lower_case(opening.get(..length).unwrap_or_default()))
}

/// A word in lower case, which most words are in already.
fn in_lower_case(word: &str) -> Cow<'_, str> {
    let is_lower = word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if is_lower { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) }
}

/// How many bytes of closing quotes and brackets stand at the start of `after`.
fn closers_length(after: &str) -> usize {
    let mut length = 0;
    let mut letters = after.chars().peekable();
    while let Some(letter) = letters.next() {
        // German closes with the mark with which English opens.
        let closes = is_closer(letter)
            || (matches!(letter, '“' | '‘' | '«') && letters.peek().is_none_or(|next| is_blank(*next)));
        if !closes {
            // French sets a space before its closing mark.
            let is_spaced =
                length == 0 && matches!(letter, ' ' | '\u{a0}' | '\u{202f}') && letters.peek() == Some(&'»');
            if is_spaced {
                return letter.len_utf8() + '»'.len_utf8();
            }
            break;
        }
        length += letter.len_utf8();
    }
    length
}

fn is_closer(letter: char) -> bool {
    matches!(
        letter,
        '"' | '\''
            | '”'
            | '’'
            | '»'
            | '›'
            | ')'
            | ']'
            | '}'
            | '」'
            | '』'
            | '）'
            | '】'
            | '》'
            | '〉'
            | '＂'
            | '〞'
            | '*'
    )
}

fn is_opener(letter: char) -> bool {
    matches!(letter, '"' | '\'' | '“' | '‘' | '«' | '‹' | '„' | '(' | '[' | '{' | '「' | '『' | '（' | '【')
}

fn is_opening_quote(letter: char) -> bool {
    matches!(letter, '“' | '‘' | '«' | '„' | '「' | '『')
}

fn is_quote(letter: char) -> bool {
    is_opening_quote(letter) || matches!(letter, '"' | '\'')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::packs::regions::Regions;

    /// Splits `marked` at `|` and checks that the sentences come out so.
    fn check(language: &str, marked: &str) {
        let text: String = marked.split('|').collect();
        let blocks = [Block { role: BlockRole::Body, span: Span::new(0, text.len()) }];
        let found = sentences(&text, &blocks, Regions::builtin().of(language));
        let found: Vec<&str> = found.iter().map(|sentence| sentence.span.of(&text)).collect();
        let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
        assert_eq!(found, expected, "in {language}");
    }

    #[test]
    fn stops_end_sentences_and_abbreviations_do_not() {
        check("en", "Mr. Hale met Gen. Ode at 10 a.m. in Oslo. |They spoke for an hour.");
        check("en", "The U.S. President left. |The talks in the U.S. |They went on. |J. R. Hale stayed.");
        check("en", "He cited No. 5 of the list. |She said no. |Then it rose 3.5 per cent.");
        check("en", "“Will he come?” she asked. |“He will not,” they said. |(Nobody knew.) |So it went.");
        check("en", "Talks began… and ended. |Nobody spoke... |All went home!");
    }

    #[test]
    fn other_languages_have_their_own_stops_and_abbreviations() {
        check(
            "de",
            "Am 2. Mai traf er den Kanzler. |Am 3. |Danach reiste er ab. |Er sagte: „Ja.“ |Dann ging er.",
        );
        check(
            "ru",
            "В 2024 г. Иванов прибыл в Минск. |Встреча с А. Б. Петровым прошла в 10 ч. утра. |Он уехал.",
        );
        check("zh", "他昨天抵达。|双方会谈了吗？|“没有。”|他说。");
        check("ar", "وصل الرئيس أمس. |هل التقى الوزير؟ |لم يعلن ذلك.");
        check("fr", "M. Durand a vu Mme Petit. |Il est parti. |« Oui. » |Elle est restée.");
    }

    #[test]
    fn line_breaks_and_missing_spaces() {
        check("en", "The leaders of the two\ncountries met. |They\nspoke.");
        check("en", "They met.|Then they left. |See example.org for more.");
        check("fr", "Il a parlé de questions internationales.|\"Malgré tout\", dit-il.");
        check("ar", "['وصل الرئيس.',| 'ثم غادر.']");
    }

    #[test]
    fn spans_are_trimmed_of_bullets() {
        let text = "  • One item. ";
        let span = trimmed(text, Span::new(0, text.len()));
        assert_eq!(span.of(text), "One item.", "without bullet and space");
        let dash = "- another";
        assert_eq!(trimmed(dash, Span::new(0, dash.len())).of(dash), "another", "after a hyphen");
        let minus = "-5 degrees";
        assert_eq!(trimmed(minus, Span::new(0, minus.len())).of(minus), minus, "no bullet");
    }
}
