//! The words of a language by class, with the tense that a form shows.

use std::{collections::BTreeMap, sync::Arc};

use serde::Deserialize;

use super::spelling::spelled_out;

/// Which way a form of a verb looks by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WordTense {
    /// `met`.
    Past,
    /// `meets`.
    Present,
    /// `will meet` in one word.
    Future,
    /// `meet`, `meeting`: the words around it decide.
    Open,
}

/// A set of word classes, one bit a class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClassSet(u128);

impl ClassSet {
    /// The set with the class of this index (below 128) alone.
    pub fn one(index: usize) -> Self {
        Self(1_u128.checked_shl(u32::try_from(index).unwrap_or(u32::MAX)).unwrap_or(0))
    }

    /// Both sets together.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether they share a class.
    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether it has no class.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// One word or phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// As written, lower case where the case does not matter.
    pub text: String,
    /// What it can be.
    pub classes: ClassSet,
    /// Which way it looks.
    pub tense: WordTense,
    /// The office it names, if any.
    pub office: Option<Arc<OfficeWord>>,
    /// Read so only in machine-spun documents.
    pub spun: bool,
}

/// What an office word says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct OfficeWord {
    /// Its key: `president`, `prime_minister`; empty for any leader.
    pub key: String,
    /// A head of state or government, not a minister or aide.
    pub leader: bool,
    /// A member of a government.
    pub minister: bool,
    /// It speaks of several.
    pub plural: bool,
}

/// The words of one office, as a pack file has them.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct OfficeWords {
    leader: bool,
    minister: bool,
    one: Vec<String>,
    many: Vec<String>,
}

/// Why a lexicon does not load.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LexiconError {
    /// More than 128 classes.
    TooManyClasses,
    /// A sub-table that is no tense.
    UnknownTense(String),
    /// A spun form of a word that no class has.
    SpunOfNothing(String),
}

/// All words of a language.
#[derive(Debug, Default)]
pub struct Lexicon {
    names: Vec<String>,
    entries: Vec<Entry>,
}

type Forms = BTreeMap<String, Vec<String>>;

impl Lexicon {
    /// Puts the classes of a pack file together.
    pub(super) fn new(
        classes: &BTreeMap<String, Forms>,
        offices: &BTreeMap<String, OfficeWords>,
        spun: &Forms,
    ) -> Result<Self, LexiconError> {
        let names: Vec<String> = classes.keys().cloned().collect();
        if names.len() > 128 {
            return Err(LexiconError::TooManyClasses);
        }
        let mut entries: BTreeMap<String, Entry> = BTreeMap::new();
        for (index, forms) in classes.values().enumerate() {
            for (tense, words) in forms {
                let tense = tense_of(tense)?;
                for word in words.iter().flat_map(|word| spelled_out(word)) {
                    add(&mut entries, &word, ClassSet::one(index), tense, None);
                }
            }
        }
        for (key, words) in offices {
            for (plural, list) in [(false, &words.one), (true, &words.many)] {
                let key = if key == "any" || key.starts_with('_') { "" } else { key.as_str() };
                let OfficeWords { leader, minister, .. } = *words;
                let office = Arc::new(OfficeWord { key: key.to_owned(), leader, minister, plural });
                for word in list.iter().flat_map(|word| spelled_out(word)) {
                    add(&mut entries, &word, ClassSet::default(), WordTense::Open, Some(&office));
                }
            }
        }
        let mut entries: Vec<Entry> = entries.into_values().collect();
        add_spun(&mut entries, spun)?;
        Ok(Self { names, entries })
    }

    /// All words, in a fixed order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The class of this name, or `None` if the pack has none.
    pub fn class(&self, name: &str) -> Option<ClassSet> {
        self.names.binary_search_by(|known| known.as_str().cmp(name)).ok().map(ClassSet::one)
    }

    /// The class of this name, or the empty set.
    pub fn class_or_none(&self, name: &str) -> ClassSet {
        self.class(name).unwrap_or_default()
    }
}

fn add(
    entries: &mut BTreeMap<String, Entry>,
    word: &str,
    classes: ClassSet,
    tense: WordTense,
    office: Option<&Arc<OfficeWord>>,
) {
    let entry = entries.entry(word.to_owned()).or_insert_with(|| Entry {
        text: word.to_owned(),
        classes: ClassSet::default(),
        tense,
        office: None,
        spun: false,
    });
    entry.classes = entry.classes.with(classes);
    if entry.tense == WordTense::Open {
        entry.tense = tense;
    }
    entry.office = entry.office.take().or_else(|| office.cloned());
}

/// A spun form means what the plain word means, in documents of that kind alone.
fn add_spun(entries: &mut Vec<Entry>, spun: &Forms) -> Result<(), LexiconError> {
    for (plain, forms) in spun {
        let model = entries
            .iter()
            .find(|entry| entry.text == *plain && !entry.spun)
            .cloned()
            .ok_or_else(|| LexiconError::SpunOfNothing(plain.clone()))?;
        for form in forms {
            entries.push(Entry { text: form.clone(), spun: true, ..model.clone() });
        }
    }
    Ok(())
}

fn tense_of(name: &str) -> Result<WordTense, LexiconError> {
    match name {
        "past" => Ok(WordTense::Past),
        "present" => Ok(WordTense::Present),
        "future" => Ok(WordTense::Future),
        "open" => Ok(WordTense::Open),
        other => Err(LexiconError::UnknownTense(other.to_owned())),
    }
}
