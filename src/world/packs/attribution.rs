//! The words by which a text says who says it: `according to`, `said`, `analysts`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::fold::{Folded, is_unspaced};
use crate::model::Span;

/// A word of a sentence, or a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// As it is compared.
    pub text: String,
    /// Where it stands in the article.
    pub span: Span,
    /// It is a mark of punctuation.
    pub is_mark: bool,
}

/// The words and marks of a text that begins at `origin` in its article.
pub fn words(text: &str, origin: usize) -> Vec<Word> {
    const USUAL_BYTES: usize = 5;
    let folded = Folded::new(text, origin);
    let mut words: Vec<Word> = Vec::with_capacity(folded.text.len() / USUAL_BYTES);
    let mut push = |from: usize, to: usize, is_mark: bool| {
        let text = folded.text.get(from..to).unwrap_or_default().to_owned();
        words.push(Word { text, span: Span::new(folded.origin(from), folded.origin(to)), is_mark });
    };
    let mut open: Option<usize> = None;
    for (at, letter) in folded.text.char_indices() {
        let is_word = letter.is_alphanumeric();
        if is_word && !is_unspaced(letter) {
            open.get_or_insert(at);
            continue;
        }
        if let Some(from) = open.take() {
            push(from, at, false);
        }
        if !letter.is_whitespace() {
            push(at, at + letter.len_utf8(), !is_word);
        }
    }
    if let Some(from) = open {
        push(from, folded.text.len(), false);
    }
    words
}

/// Phrases, found word by word.
#[derive(Clone, Debug, Default)]
pub struct Phrases {
    by_first: BTreeMap<String, Vec<Vec<String>>>,
}

impl Phrases {
    fn new(phrases: &[String]) -> Self {
        let mut by_first: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
        for phrase in phrases {
            let parts: Vec<String> = words(phrase, 0).into_iter().map(|word| word.text).collect();
            if let Some(first) = parts.first() {
                by_first.entry(first.clone()).or_default().push(parts);
            }
        }
        Self { by_first }
    }

    /// How many words of the longest phrase stand at `at`; none where no phrase does.
    pub fn at(&self, words: &[Word], at: usize) -> usize {
        let here = words.get(at..).unwrap_or_default();
        let known = here.first().and_then(|first| self.by_first.get(&first.text)).into_iter().flatten();
        let fitting = known.filter(|phrase| {
            phrase.len() <= here.len() && phrase.iter().zip(here).all(|(part, word)| *part == word.text)
        });
        fitting.map(Vec::len).max().unwrap_or_default()
    }
}

/// The table `[attribution]` of a lexicon, as written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct AttributionTable {
    according: Vec<String>,
    according_after: Vec<String>,
    said: Vec<String>,
    content: Vec<String>,
    opener: Vec<String>,
    source: Vec<String>,
    filler: Vec<String>,
    article: Vec<String>,
    further: Vec<String>,
    nouns_have_capitals: bool,
}

/// The words by which a language names its sources.
#[derive(Clone, Debug, Default)]
pub struct Attribution {
    /// `according to`, before the source.
    pub according: Phrases,
    /// The same behind it: the Turkish `göre`.
    pub according_after: Phrases,
    /// `said`, `told reporters`.
    pub said: Phrases,
    /// `that`: what is said begins behind it.
    pub content: Phrases,
    /// `as`, before `the Kremlin said`.
    pub opener: Phrases,
    /// `analysts`, `official`, `news agency`: words for who may be asked.
    pub source: Phrases,
    /// `senior`, `unnamed`: words that a source's name may have with it.
    pub filler: Phrases,
    /// `the`, `a`.
    pub article: Phrases,
    /// `on condition of anonymity`, `in a statement`: what may stand behind the verb or the source.
    pub further: Phrases,
    /// A capital shows no name, as in German.
    pub nouns_have_capitals: bool,
}

impl From<&AttributionTable> for Attribution {
    fn from(table: &AttributionTable) -> Self {
        Self {
            according: Phrases::new(&table.according),
            according_after: Phrases::new(&table.according_after),
            said: Phrases::new(&table.said),
            content: Phrases::new(&table.content),
            opener: Phrases::new(&table.opener),
            source: Phrases::new(&table.source),
            filler: Phrases::new(&table.filler),
            article: Phrases::new(&table.article),
            further: Phrases::new(&table.further),
            nouns_have_capitals: table.nouns_have_capitals,
        }
    }
}
