//! One automaton over all names and words of a language: a single pass finds every mention.

#[path = "cuts.rs"]
mod cuts;

use std::{cmp::Reverse, collections::BTreeMap};

use unicode_normalization::UnicodeNormalization as _;

use super::{
    Pack, Script,
    declined::forms,
    fold::{Folded, fold, folded_bytes, is_unspaced, plain_text},
    lexicon::{ClassSet, Entry},
    sieve::Sieve,
    tree::PrefixTree,
};

/// What a name names, by index in its register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Named {
    /// A person of the register.
    Leader(usize),
    /// A country's own name.
    Country(usize),
    /// An adjective or demonym of a country.
    Adjective(usize),
    /// A word that stands for its government.
    Metonym(usize),
    /// A city.
    City(usize),
    /// A series.
    Series(usize),
}

/// A name as a register has it.
#[derive(Clone, Debug)]
pub struct Name {
    /// As articles write it.
    pub text: String,
    /// What it names.
    pub named: Named,
    /// Counts only where the person is named in full elsewhere in the article.
    pub weak: bool,
}

/// Something that an automaton found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning<'a> {
    /// A name; `weak` as in [`Name`].
    Name(Named, bool),
    /// A word of the lexicon.
    Word(&'a Entry),
}

#[derive(Clone, Copy, Debug)]
enum Target {
    Name {
        named: Named,
        weak: bool,
        case: Case,
    },
    /// `marked` where it must be written with its very marks.
    Word {
        entry: usize,
        marked: bool,
    },
}

impl Target {
    /// Whether an article that has it is about somebody or some summit: a full name or a series.
    fn tells(&self) -> bool {
        matches!(self, Self::Name { named: Named::Leader(_), weak: false, .. })
            || matches!(self, Self::Name { named: Named::Series(_), .. })
    }

    /// Whether it counts in small letters too.
    fn any_case(&self) -> bool {
        matches!(self, Self::Name { case: Case::Any, .. } | Self::Word { .. })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Case {
    Any,
    /// The first letter is a capital.
    Capital,
    /// All letters are capitals: `US`.
    Upper,
}

/// The automaton of one language.
#[derive(Debug)]
pub struct Automaton {
    tree: PrefixTree,
    /// What each key of the tree means.
    targets: Vec<Vec<Target>>,
    entries: Vec<Entry>,
    script: Script,
    /// How full names and series begin.
    telling: Sieve,
    /// How those of them begin that count in small letters too.
    telling_small: Sieve,
    /// How everything begins that makes a sentence worth reading.
    heads: Sieve,
    head_classes: ClassSet,
}

/// The classes whose words make a sentence matter that names nobody: pronouns, titles, and nouns for meetings. What
/// `extract` reads from other words alone must be named here.
const HEAD_CLASSES: [&str; 8] =
    ["he", "they", "former", "last_of_two", "summit_noun", "gathering_noun", "lesser_format", "meeting_noun"];

/// The class of words for a summit.
const SUMMIT_NOUN: &str = "summit_noun";

impl Automaton {
    /// Builds the automaton of a pack's words and the names of the world.
    pub fn new(pack: &Pack, names: &[Name]) -> Self {
        let mut patterns: BTreeMap<String, Vec<Target>> = BTreeMap::new();
        let summit_noun = pack.lexicon.class_or_none(SUMMIT_NOUN);
        let entries = pack.lexicon.entries().to_vec();
        // `NATO summit` is a name that says itself that it is a summit.
        let noun_in = |form: &str| {
            entries.iter().position(|word| {
                word.classes.meets(summit_noun) && form.split(' ').any(|part| part == word.text)
            })
        };
        for name in names {
            let case = case_of(&name.text);
            let target = Target::Name { named: name.named, weak: name.weak, case };
            let inflects = case == Case::Capital && !pack.script.declensions.is_empty();
            let forms = if inflects { forms(&name.text, &pack.script) } else { vec![fold(&name.text)] };
            for form in forms {
                let noun = Some(&form)
                    .filter(|_| matches!(name.named, Named::Series(_)))
                    .and_then(|form| noun_in(form));
                let targets = patterns.entry(form).or_default();
                targets.push(target);
                targets.extend(noun.map(|entry| Target::Word { entry, marked: false }));
            }
        }
        for (entry, word) in entries.iter().enumerate() {
            let marked = pack.script.marked.contains(&word.text);
            patterns.entry(fold(&word.text)).or_default().push(Target::Word { entry, marked });
        }
        patterns.remove("");
        let (keys, targets): (Vec<String>, Vec<Vec<Target>>) = patterns.into_iter().unzip();
        let script = pack.script.clone();
        let head_classes = HEAD_CLASSES
            .into_iter()
            .fold(ClassSet::default(), |set, name| set.with(pack.lexicon.class_or_none(name)));
        let mut automaton = Self {
            tree: PrefixTree::new(&keys),
            targets,
            entries,
            telling: Sieve::default(),
            telling_small: Sieve::default(),
            heads: Sieve::default(),
            head_classes,
            script,
        };
        let telling = automaton.sieve(&keys, Target::tells);
        let telling_small = automaton.sieve(&keys, |target| target.tells() && target.any_case());
        let heads = automaton.sieve(&keys, |target| automaton.is_head(target));
        (automaton.telling, automaton.telling_small, automaton.heads) = (telling, telling_small, heads);
        automaton
    }

    /// The sieve of those keys that can mean what is `wanted`.
    fn sieve(&self, keys: &[String], wanted: impl Fn(&Target) -> bool) -> Sieve {
        let all = keys.iter().zip(&self.targets);
        let wanted = all.filter(|(_, targets)| targets.iter().any(&wanted)).map(|(key, _)| key);
        Sieve::new(wanted, &self.script)
    }

    /// Whether a sentence that has it may speak of somebody, of a country or of a summit.
    fn is_head(&self, target: &Target) -> bool {
        match *target {
            Target::Name { named, .. } => !matches!(named, Named::City(_)),
            Target::Word { entry, .. } => self
                .entries
                .get(entry)
                .is_some_and(|entry| entry.office.is_some() || entry.classes.meets(self.head_classes)),
        }
    }

    /// Finds everything in `folded`, leftmost first and longest first, without overlaps, and gives `each` the bytes
    /// of it and all that they can mean; `original` is the article's text, to see the case of letters. Spun words
    /// only count where `spun`.
    pub fn find<'a>(
        &'a self,
        folded: &Folded,
        original: &str,
        spun: bool,
        mut each: impl FnMut((usize, usize), &[Meaning<'a>]),
    ) {
        let text = folded.text.as_str();
        // Both are emptied and filled again for each place: a sentence has hundreds.
        let (mut hits, mut meanings) = (Vec::new(), Vec::new());
        let (mut free_from, mut before) = (0, None);
        for (start, letter) in text.char_indices() {
            let is_free = start >= free_from && self.starts_at_boundary(text, start, (before, letter));
            before = Some(letter);
            if !is_free {
                continue;
            }
            hits.clear();
            let rest = text.get(start..).unwrap_or_default();
            hits.extend(self.tree.prefixes(rest.bytes()).filter_map(|(length, key)| {
                self.end_at_boundary(text, (start, start + length)).map(|end| (end, key))
            }));
            hits.sort_unstable_by_key(|&(end, key)| (Reverse(end), key));
            meanings.clear();
            let mut longest = start;
            for &(end, key) in &hits {
                if end < longest && !meanings.is_empty() {
                    break;
                }
                if self.cuts_a_name(text, (start, end), key) {
                    continue;
                }
                longest = end;
                let written = original.get(folded.origin(start)..folded.origin(end)).unwrap_or_default();
                meanings.extend(self.meanings(key, written, spun));
            }
            if !meanings.is_empty() {
                each((start, longest), &meanings);
                free_from = longest;
            }
        }
    }

    /// Whether `text` can name a person or a series: a quick look that passes over most articles that name none.
    ///
    /// It never says no where [`Self::find`] finds a full name; where it says yes, there may be none.
    pub fn may_tell(&self, text: &str) -> bool {
        // ASCII folds byte by byte, on the way.
        if text.is_ascii() {
            return self.may_tell_ascii(text);
        }
        if let Some(plain) = plain_text(text) {
            return self.may_tell_ascii(&plain);
        }
        let folded = Folded::new(text, 0);
        let written_at = |at| text.get(folded.origin(at)..)?.chars().next();
        self.telling.places(&folded.text).any(|at| {
            let is_capital = written_at(at).is_none_or(|letter| !letter.is_lowercase());
            self.may_tell_at(&folded.text, at, is_capital)
        })
    }

    fn may_tell_ascii(&self, text: &str) -> bool {
        self.telling.places_by_case(&self.telling_small, text).any(|at| {
            let is_capital = !text.as_bytes().get(at).is_some_and(u8::is_ascii_lowercase);
            self.may_tell_at(text, at, is_capital)
        })
    }

    fn may_tell_at(&self, text: &str, at: usize, is_capital: bool) -> bool {
        self.begins(text, at, |target| target.tells() && (is_capital || target.any_case()))
    }

    /// Whether a sentence, which is ASCII or folded, can speak of somebody, of a country or of a summit; as quick a
    /// look as [`Self::may_tell`], and as sure where it says no.
    pub fn may_matter(&self, sentence: &str) -> bool {
        self.heads.places(sentence).any(|at| self.begins(sentence, at, |target| self.is_head(target)))
    }

    /// Whether something that is `wanted` can begin at a place of a text that is ASCII or folded, or behind a letter
    /// that is glued before it there.
    fn begins(&self, text: &str, at: usize, wanted: impl Fn(&Target) -> bool) -> bool {
        let rest = text.get(at..).unwrap_or_default();
        let unglued = self.script.proclitics.iter().filter_map(|glued| rest.strip_prefix(glued.as_str()));
        std::iter::once(rest).chain(unglued).any(|rest| {
            let mut keys = self.tree.prefixes(folded_bytes(rest));
            keys.any(|(_, key)| self.targets.get(key).is_some_and(|targets| targets.iter().any(&wanted)))
        })
    }

    fn meanings<'a>(&'a self, key: usize, written: &str, spun: bool) -> impl Iterator<Item = Meaning<'a>> {
        let targets = self.targets.get(key).map_or(&[][..], Vec::as_slice);
        targets.iter().filter_map(move |target| match *target {
            Target::Name { named, weak, case } => {
                fits_case(written, case).then_some(Meaning::Name(named, weak))
            }
            Target::Word { entry, marked } => {
                let entry = self.entries.get(entry)?;
                let as_written = !marked || has_its_marks(written, &entry.text);
                (as_written && (spun || !entry.spun)).then_some(Meaning::Word(entry))
            }
        })
    }

    fn starts_at_boundary(&self, text: &str, start: usize, (last, first): (Option<char>, char)) -> bool {
        if joins(last, Some(first)) {
            let before = text.get(..start).unwrap_or_default();
            return self.script.proclitics.iter().any(|glued| {
                before
                    .strip_suffix(glued.as_str())
                    .is_some_and(|rest| !rest.chars().next_back().is_some_and(char::is_alphanumeric))
            });
        }
        true
    }

    /// Where the word ends that a match ends in: at the match, or after a clitic. A word that is a letter
    /// glued before others, such as the Arabic `و`, ends where they begin.
    fn end_at_boundary(&self, text: &str, (start, end): (usize, usize)) -> Option<usize> {
        let rest = text.get(end..).unwrap_or_default();
        let word = text.get(start..end).unwrap_or_default();
        if self.script.proclitics.iter().any(|glued| glued == word) {
            return Some(end);
        }
        if !joins(text.get(..end).and_then(|head| head.chars().next_back()), rest.chars().next()) {
            return Some(end);
        }
        let clitic = self.script.clitics.iter().find(|clitic| {
            rest.strip_prefix(clitic.as_str())
                .is_some_and(|after| !after.chars().next().is_some_and(char::is_alphanumeric))
        })?;
        Some(end + clitic.len())
    }
}

/// Whether two neighbouring letters belong to one word.
fn joins(before: Option<char>, after: Option<char>) -> bool {
    match (before, after) {
        (Some(before), Some(after)) => {
            before.is_alphanumeric() && after.is_alphanumeric() && !is_unspaced(before) && !is_unspaced(after)
        }
        _ => false,
    }
}

fn case_of(name: &str) -> Case {
    let letters = || name.chars().filter(|letter| letter.is_alphabetic());
    if letters().count() <= 4 && letters().all(char::is_uppercase) {
        Case::Upper
    } else if letters().next().is_some_and(char::is_uppercase) {
        Case::Capital
    } else {
        Case::Any
    }
}

/// Whether a word is written with the marks of `word`, whichever way they are encoded.
fn has_its_marks(written: &str, word: &str) -> bool {
    written.nfc().flat_map(char::to_lowercase).eq(word.nfc())
}

fn fits_case(written: &str, case: Case) -> bool {
    let mut letters = written.chars().filter(|letter| letter.is_alphabetic());
    match case {
        Case::Any => true,
        Case::Capital => letters.next().is_none_or(|first| !first.is_lowercase()),
        Case::Upper => letters.filter(|letter| letter.is_lowercase()).count() == 0,
    }
}
