//! Language packs: everything by which text is understood, as data. Adding a language adds files.

mod attribution;
pub mod automaton;
mod common;
mod declined;
pub mod fold;
mod lexicon;
pub mod regions;
mod rules;
mod sieve;
mod spelling;
mod spun;
pub mod times;
mod tree;

pub use attribution::{Attribution, Phrases, Word, words};
pub use automaton::{Automaton, Meaning, Name, Named};
pub use fold::Folded;
pub use lexicon::{ClassSet, Entry, Lexicon, LexiconError, OfficeWord, WordTense};
pub use rules::{Element, Gives, Pattern, PatternError, Rule, Slot, WhatToFind};
pub use spun::SpunMarkers;

use std::collections::BTreeMap;

use serde::Deserialize;

/// One language: its words, its rules, and how its words are written.
#[derive(Debug, Default)]
pub struct Pack {
    /// BCP 47.
    pub language: String,
    /// How words are written.
    pub script: Script,
    /// The words that rules speak of.
    pub lexicon: Lexicon,
    /// What the words mean together.
    pub rules: Vec<Rule>,
    /// Forms that only machine-spun documents are full of.
    pub spun_markers: SpunMarkers,
    /// The words by which a text says who says it.
    pub attribution: Attribution,
}

/// How words are written and inflected.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Script {
    /// Words stand without spaces between them.
    pub unspaced: bool,
    /// Endings by which an unknown verb shows that it is in the past: `ed`.
    pub past_endings: Vec<String>,
    /// Endings that a name may take after an apostrophe or a hyphen: `'in`.
    pub clitics: Vec<String>,
    /// Endings of names by their last letters, longest first: what replaces `ия` in `Россия`.
    pub declensions: Vec<Declension>,
    /// Several words of negation in one clause do not cancel out: `no … nunca`.
    pub negative_concord: bool,
    /// Letters that may stand glued before a name: the Arabic `و`, `ب`, `ل`.
    pub proclitics: Vec<String>,
    /// Words that only the marks on their letters tell from others: `würde` from `wurde`, `è` from `e`.
    pub marked: Vec<String>,
}

/// A way in which names ending so are inflected.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Declension {
    /// The letters at the end that are replaced; empty matches any name.
    pub of: String,
    /// What they are replaced with, the dictionary form included.
    pub forms: Vec<String>,
}

/// The files of one pack, as written.
#[derive(Clone, Copy, Debug)]
pub struct PackFiles {
    /// BCP 47.
    pub language: &'static str,
    /// `lexicon.toml`.
    pub lexicon: &'static str,
    /// `rules.toml`.
    pub rules: &'static str,
}

/// Why a pack does not load.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackError {
    /// The language.
    pub language: String,
    /// What is wrong, as a sentence.
    pub message: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LexiconFile {
    #[serde(default)]
    script: Script,
    class: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    #[serde(default)]
    office: BTreeMap<String, lexicon::OfficeWords>,
    #[serde(default)]
    spun_markers: Markers,
    #[serde(default)]
    spun: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    attribution: attribution::AttributionTable,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Markers {
    words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RulesFile {
    #[serde(default)]
    rule: Vec<rules::RuleText>,
}

impl Pack {
    /// Reads a pack from its files.
    pub fn read(files: PackFiles) -> Result<Self, PackError> {
        let fail = |message: String| PackError { language: files.language.to_owned(), message };
        let words: LexiconFile = toml::from_str(files.lexicon).map_err(|error| fail(error.to_string()))?;
        let rules: RulesFile = toml::from_str(files.rules).map_err(|error| fail(error.to_string()))?;
        let lexicon = Lexicon::new(&words.class, &words.office, &words.spun)
            .map_err(|error| fail(format!("{error:?}")))?;
        let rules = rules
            .rule
            .into_iter()
            .map(|text| text.read(&lexicon).map_err(|error| fail(format!("{error:?}"))))
            .collect::<Result<Vec<_>, _>>()?;
        let spun_markers = SpunMarkers::new(&words.spun_markers.words);
        let attribution = Attribution::from(&words.attribution);
        let language = files.language.to_owned();
        Ok(Self { language, script: words.script, lexicon, rules, spun_markers, attribution })
    }
}

macro_rules! pack_files {
    ($($language:literal),* $(,)?) => {
        &[$(PackFiles {
            language: $language,
            lexicon: include_str!(concat!("../../../assets/lang/", $language, "/lexicon.toml")),
            rules: include_str!(concat!("../../../assets/lang/", $language, "/rules.toml")),
        }),*]
    };
}

/// The packs that are built in, in a fixed order.
pub const BUILTIN: &[PackFiles] =
    pack_files!["en", "id", "ru", "zh", "fr", "es", "pl", "tr", "ar", "de", "it", "pt", "uk"];

#[cfg(test)]
mod tests {
    use super::{BUILTIN, Pack};

    #[test]
    fn every_pack_loads() {
        for files in BUILTIN {
            assert!(Pack::read(*files).is_ok(), "{:?}", Pack::read(*files).err());
        }
    }
}
