//! A sentence as a row of tokens: everything in it that means something, with the words between counted.

use std::sync::Arc;

use crate::{
    model::{Span, TimeMention},
    world::{Automaton, ClassSet, Folded, Meaning, Named, OfficeWord, WordTense, packs::fold::is_unspaced},
};

/// How a country is spoken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountryForm {
    /// By its name.
    Name,
    /// By an adjective or demonym.
    Adjective,
    /// By a word that stands for its government.
    Metonym,
}

/// Something in a sentence that means something.
#[derive(Clone, Debug, Default)]
pub struct Token {
    /// Where it stands in the article.
    pub span: Span,
    /// Index in the sentence of its first word.
    pub first_word: usize,
    /// Index in the sentence of its last word.
    pub last_word: usize,
    /// People of the register that it can name.
    pub leaders: Vec<usize>,
    /// People that it names only where they were named in full.
    pub weak_leaders: Vec<usize>,
    /// A country, and how it is spoken of.
    pub country: Option<(usize, CountryForm)>,
    /// Another country that bears the same name, until the article tells which is meant: then neither is.
    pub namesake: Option<usize>,
    /// A city.
    pub city: Option<usize>,
    /// A series.
    pub series: Option<usize>,
    /// The classes of the lexicon that it is in.
    pub classes: ClassSet,
    /// Which way its form looks.
    pub tense: Option<WordTense>,
    /// The office that it names.
    pub office: Option<Arc<OfficeWord>>,
    /// Index of a time expression of the article.
    pub time: Option<usize>,
    /// It begins with a small letter; told of offices alone.
    pub is_small: bool,
    /// A mark of punctuation, folded.
    pub mark: Option<char>,
    /// An unknown word that starts with a capital, not at the start of the sentence.
    pub capital: bool,
    /// An unknown word whose ending shows the past.
    pub past_ending: bool,
    /// A number in digits.
    pub number: Option<u32>,
    /// A number with the ending of an ordinal: `22nd`, `16e`.
    pub ordinal: Option<u32>,
}

impl Token {
    /// Whether nothing but an unknown word.
    pub fn is_plain(&self) -> bool {
        self.leaders.is_empty()
            && self.weak_leaders.is_empty()
            && self.country.is_none()
            && self.namesake.is_none()
            && self.city.is_none()
            && self.series.is_none()
            && self.classes.is_empty()
            && self.office.is_none()
            && self.time.is_none()
            && self.mark.is_none()
    }
}

/// A sentence read into tokens.
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    /// The tokens, in order, unknown words included; none where nothing in it matters.
    pub row: Vec<Token>,
}

/// Reads a sentence; `times` are the article's time expressions, in order.
///
/// A sentence that speaks of nobody, no country, no summit and no time gives no tokens, unless it begins as one
/// about somebody unknown does: nothing could be made of them, and most sentences are of that kind.
pub fn tokens(
    text: &str,
    sentence: Span,
    times: &[TimeMention],
    automaton: &Automaton,
    (spun, past_endings): (bool, &[String]),
) -> Tokens {
    let words = sentence.of(text);
    let first_time = times.partition_point(|time| time.span.end() <= sentence.start());
    let has_time = times.get(first_time).is_some_and(|time| time.span.start() < sentence.end());
    let is_open = has_time || may_begin_with_name(words);
    // ASCII can be looked at before it is folded.
    if !is_open && words.is_ascii() && !automaton.may_matter(words) {
        return Tokens::default();
    }
    let folded = Folded::new(words, sentence.start());
    if !is_open && !words.is_ascii() && !automaton.may_matter(&folded.text) {
        return Tokens::default();
    }
    let mut row = with_times(read(text, &folded, automaton, (spun, past_endings)), sentence, times);
    count_words(&mut row, text);
    Tokens { row }
}

/// Reads a folded sentence of `text`, without its times.
pub fn read(
    text: &str,
    folded: &Folded,
    automaton: &Automaton,
    (spun, past_endings): (bool, &[String]),
) -> Vec<Token> {
    const USUAL_BYTES: usize = 6;
    let mut row = Vec::with_capacity(folded.text.len() / USUAL_BYTES);
    let mut at = 0;
    automaton.find(folded, text, spun, |(start, end), meanings| {
        if start > at {
            plain(folded, (at, start), text, past_endings, &mut row);
        }
        let span = Span::new(folded.origin(start), folded.origin(end));
        let mut token = Token { span, ..Token::default() };
        for meaning in meanings {
            take(&mut token, *meaning);
        }
        token.is_small = token.office.is_some() && span.of(text).starts_with(char::is_lowercase);
        row.push(token);
        at = end;
    });
    plain(folded, (at, folded.text.len()), text, past_endings, &mut row);
    row
}

/// Whether one of the words behind the first begins with a capital, as a person's second name does.
fn may_begin_with_name(words: &str) -> bool {
    let mut words = words.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.by_ref().take(3).skip(1).any(|word| word.starts_with(char::is_uppercase))
}

fn take(token: &mut Token, meaning: Meaning<'_>) {
    match meaning {
        Meaning::Name(Named::Leader(index), weak) => {
            let list = if weak { &mut token.weak_leaders } else { &mut token.leaders };
            if !list.contains(&index) {
                list.push(index);
            }
        }
        Meaning::Name(Named::Country(index), _) => take_country(token, index, CountryForm::Name),
        Meaning::Name(Named::Adjective(index), _) => take_country(token, index, CountryForm::Adjective),
        Meaning::Name(Named::Metonym(index), _) => take_country(token, index, CountryForm::Metonym),
        Meaning::Name(Named::City(index), _) => token.city = Some(index),
        Meaning::Name(Named::Series(index), _) => token.series = Some(index),
        Meaning::Word(entry) => {
            token.classes = token.classes.with(entry.classes);
            token.tense = token.tense.or(Some(entry.tense));
            token.office = token.office.take().or_else(|| entry.office.clone());
        }
    }
}

/// A name wins over an adjective; two countries that bear the same are namesakes.
fn take_country(token: &mut Token, index: usize, form: CountryForm) {
    match token.country {
        Some((known, same)) if same == form && known != index => token.namesake = Some(index),
        Some(_) if form != CountryForm::Name => {}
        _ => token.country = Some((index, form)),
    }
}

/// The unknown words and marks between two matches.
fn plain(folded: &Folded, (start, end): (usize, usize), text: &str, past: &[String], row: &mut Vec<Token>) {
    let part = folded.text.get(start..end).unwrap_or_default();
    let mut word_start = None;
    for (offset, letter) in part.char_indices().chain([(part.len(), ' ')]) {
        let is_word = letter.is_alphanumeric() || letter == '_';
        if is_word && !is_unspaced(letter) {
            word_start = word_start.or(Some(offset));
            continue;
        }
        if let Some(from) = word_start.take() {
            row.push(word(folded, (start + from, start + offset), text, past));
        }
        if is_word {
            row.push(word(folded, (start + offset, start + offset + letter.len_utf8()), text, past));
        } else if !letter.is_whitespace() {
            let span =
                Span::new(folded.origin(start + offset), folded.origin(start + offset + letter.len_utf8()));
            // Folding makes every comma one; the comma that only lists is told from the others here.
            let mark = if span.of(text) == "、" { '、' } else { letter };
            row.push(Token { span, mark: Some(mark), ..Token::default() });
        }
    }
}

fn word(folded: &Folded, (start, end): (usize, usize), text: &str, past: &[String]) -> Token {
    let span = Span::new(folded.origin(start), folded.origin(end));
    let lower = folded.text.get(start..end).unwrap_or_default();
    Token {
        span,
        capital: start > 0 && span.of(text).chars().next().is_some_and(char::is_uppercase),
        past_ending: past
            .iter()
            .any(|ending| lower.len() > ending.len() + 2 && lower.ends_with(ending.as_str())),
        number: lower.parse().ok(),
        ordinal: ordinal(lower),
        ..Token::default()
    }
}

/// The number of an ordinal in digits: one or two of them, and an ending of two or three letters.
fn ordinal(lower: &str) -> Option<u32> {
    let end = lower.find(|letter: char| !letter.is_ascii_digit())?;
    let (digits, ending) = lower.split_at_checked(end)?;
    let ends = ending.chars().all(char::is_alphabetic) && (2..=3).contains(&ending.chars().count());
    ((1..=2).contains(&digits.len()) && ends).then(|| digits.parse().ok()).flatten()
}

/// Puts the time expressions in place of the tokens that they cover.
fn with_times(row: Vec<Token>, sentence: Span, times: &[TimeMention]) -> Vec<Token> {
    let first = times.partition_point(|time| time.span.end() <= sentence.start());
    let here: Vec<(usize, Span)> = times
        .iter()
        .enumerate()
        .skip(first)
        .map(|(index, time)| (index, time.span))
        .take_while(|(_, span)| span.start() < sentence.end())
        .collect();
    if here.is_empty() {
        return row;
    }
    let mut kept: Vec<Token> =
        row.into_iter().filter(|token| !here.iter().any(|(_, span)| span.overlaps(token.span))).collect();
    kept.extend(here.iter().map(|&(index, span)| Token { span, time: Some(index), ..Token::default() }));
    kept.sort_by_key(|token| token.span);
    kept
}

fn count_words(row: &mut [Token], text: &str) {
    let mut next = 0;
    for token in row {
        let n_words = if token.mark.is_some() { 0 } else { n_words(token.span.of(text)).max(1) };
        token.first_word = next;
        token.last_word = next + n_words.saturating_sub(1);
        next += n_words;
    }
}

fn n_words(text: &str) -> usize {
    let mut n_words = 0;
    let mut inside = false;
    for letter in text.chars() {
        let is_word = letter.is_alphanumeric();
        if is_word && (!inside || is_unspaced(letter)) {
            n_words += 1;
        }
        inside = is_word;
    }
    n_words
}
