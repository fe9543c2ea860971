//! Cuts a sentence into words, numbers and signs, and numbers the words that the grammar knows.

use crate::{
    model::{Span, Timex},
    world::packs::times::{Grammar, WordId},
};

/// A word, a number, a sign, or what an earlier pass found.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) span: Span,
    /// Its number in the lexicon, if the grammar knows it.
    pub(super) word: Option<WordId>,
    /// Its value and how many digits it has.
    pub(super) number: Option<(i32, usize)>,
    pub(super) capital: bool,
    /// Whether white space stands before it.
    pub(super) spaced: bool,
    /// What an earlier pass found here.
    pub(super) time: Option<Timex>,
    /// The ends of a range that an earlier pass found here.
    pub(super) ends: Vec<(Span, Timex)>,
}

/// Cuts `sentence` into tokens.
pub(super) fn tokens(text: &str, sentence: Span, grammar: &Grammar) -> Vec<Token> {
    const USUAL_BYTES: usize = 5;
    let tokens = Vec::with_capacity(sentence.len() / USUAL_BYTES);
    let mut cutter = Cutter { text, end: sentence.end().min(text.len()), grammar, tokens };
    cutter.cut(sentence.start());
    cutter.tokens
}

struct Cutter<'a> {
    text: &'a str,
    end: usize,
    grammar: &'a Grammar,
    tokens: Vec<Token>,
}

impl Cutter<'_> {
    fn cut(&mut self, start: usize) {
        let mut at = start;
        let mut spaced = true;
        let mut lower = String::new();
        while let Some(first) = self.rest(at).chars().next() {
            if first.is_whitespace() || is_invisible(first) {
                spaced |= first.is_whitespace();
                at += first.len_utf8();
                continue;
            }
            let end = if first.is_numeric() && digit(first).is_some() {
                self.number(at, spaced)
            } else if is_ideograph(first) {
                self.ideographs(at, spaced)
            } else if first.is_alphabetic() {
                self.word(at, spaced, &mut lower)
            } else {
                self.sign(at, first, spaced)
            };
            spaced = false;
            at = end;
        }
    }

    fn rest(&self, at: usize) -> &str {
        self.text.get(at..self.end).unwrap_or_default()
    }

    fn push(&mut self, span: Span, word: Option<WordId>, spaced: bool) -> Option<&mut Token> {
        let token = Token { span, word, number: None, capital: false, spaced, time: None, ends: Vec::new() };
        self.tokens.push(token);
        self.tokens.last_mut()
    }

    fn number(&mut self, at: usize, spaced: bool) -> usize {
        let (mut value, mut n_digits, mut end) = (0_i32, 0, at);
        for c in self.rest(at).chars() {
            let Some(digit) = digit(c) else { break };
            value = value.saturating_mul(10).saturating_add(digit);
            n_digits += 1;
            end += c.len_utf8();
        }
        let after = self.rest(end);
        let ordinal = self.grammar.ordinals.iter().find(|ending| {
            after.strip_prefix(ending.as_str()).is_some_and(|left| !left.starts_with(char::is_alphanumeric))
        });
        let end = end + ordinal.map_or(0, String::len);
        let is_name = !spaced && self.is_glued_to_letters(at);
        if let Some(token) = self.push(Span::new(at, end), None, spaced) {
            token.number = (!is_name).then_some((value, n_digits));
        }
        end
    }

    /// Whether the digits at `at` go on a word, as in `G20`: then they are part of a name. A glued `and` is none.
    fn is_glued_to_letters(&self, at: usize) -> bool {
        self.tokens.last().filter(|token| token.span.end() == at).is_some_and(|token| {
            let word = token.span.of(self.text);
            let letters = word.chars().all(|c| c.is_alphabetic() && !is_ideograph(c));
            letters && token.word.is_none() && !self.grammar.prefixes.iter().any(|prefix| prefix == word)
        })
    }

    fn word(&mut self, at: usize, spaced: bool, lower: &mut String) -> usize {
        let mut end = at;
        let capital = self.rest(at).chars().next().is_some_and(char::is_uppercase);
        lower.clear();
        for c in self.rest(at).chars() {
            if !(c.is_alphabetic() || is_mark(c)) || is_ideograph(c) {
                break;
            }
            end += c.len_utf8();
            if c.is_ascii() {
                lower.push(c.to_ascii_lowercase());
            } else {
                lower.extend(c.to_lowercase().filter(|c| *c != '\u{307}' && !is_invisible(*c)));
            }
        }
        let word = self.grammar.word(lower);
        let unglued = if word.is_none() { self.unglued(lower) } else { None };
        let (start, word) = unglued.map_or((at, word), |(cut, word)| (at + cut, Some(word)));
        if let Some(token) = self.push(Span::new(start, end), word, spaced) {
            token.capital = capital;
        }
        end
    }

    /// The known word that is left when a glued prefix is taken off, and the prefix's length.
    fn unglued(&self, lower: &str) -> Option<(usize, WordId)> {
        self.grammar.prefixes.iter().find_map(|prefix| {
            let left = lower.strip_prefix(prefix.as_str())?;
            Some((prefix.len(), self.grammar.word(left)?))
        })
    }

    /// The longest known word that begins here, or one character.
    fn ideographs(&mut self, at: usize, spaced: bool) -> usize {
        let ends: Vec<usize> = self
            .rest(at)
            .char_indices()
            .take_while(|(_, c)| is_ideograph(*c))
            .take(self.grammar.longest_ideographs.max(1))
            .map(|(index, c)| index + c.len_utf8())
            .collect();
        let known = ends.iter().rev().find_map(|length| {
            let word = self.grammar.word(self.rest(at).get(..*length)?)?;
            Some((*length, Some(word)))
        });
        let (length, word) = known.unwrap_or_else(|| (ends.first().copied().unwrap_or(1), None));
        self.push(Span::new(at, at + length), word, spaced);
        at + length
    }

    fn sign(&mut self, at: usize, sign: char, spaced: bool) -> usize {
        let end = at + sign.len_utf8();
        let word = self.grammar.word(sign.encode_utf8(&mut [0; 4]));
        self.push(Span::new(at, end), word, spaced);
        end
    }
}

/// The value of a decimal digit of the scripts that articles use.
fn digit(c: char) -> Option<i32> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{ff10}'..='\u{ff19}' => '\u{ff10}',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        _ => return None,
    };
    i32::try_from(u32::from(c) - u32::from(zero)).ok()
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}') || is_invisible(c)
}

/// Soft hyphens and the marks of writing direction stand inside words and mean nothing here.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}')
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}
