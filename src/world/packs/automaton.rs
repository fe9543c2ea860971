//! One automaton over all names and words of a language: a single pass finds every mention.

use aho_corasick::{AhoCorasick, MatchKind};

use super::{
    Pack, Script,
    fold::{Folded, fold, is_unspaced},
    lexicon::Entry,
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

/// A match: a range of bytes of the folded text, and what it can mean.
#[derive(Clone, Debug)]
pub struct Found<'a> {
    /// First byte in the folded text.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// All that it can mean.
    pub meanings: Vec<Meaning<'a>>,
}

#[derive(Clone, Copy, Debug)]
enum Target {
    Name { named: Named, weak: bool, case: Case },
    Word { entry: usize },
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
    searcher: Option<AhoCorasick>,
    targets: Vec<Vec<Target>>,
    entries: Vec<Entry>,
    script: Script,
}

impl Automaton {
    /// Builds the automaton of a pack's words and the names of the world.
    pub fn new(pack: &Pack, names: &[Name]) -> Self {
        let mut patterns: std::collections::BTreeMap<String, Vec<Target>> = std::collections::BTreeMap::new();
        for name in names {
            let case = case_of(&name.text);
            let target = Target::Name { named: name.named, weak: name.weak, case };
            let inflects = case == Case::Capital && !pack.script.declensions.is_empty();
            let forms = if inflects { forms(&name.text, &pack.script) } else { vec![fold(&name.text)] };
            for form in forms {
                patterns.entry(form).or_default().push(target);
            }
        }
        let entries = pack.lexicon.entries().to_vec();
        for (entry, word) in entries.iter().enumerate() {
            patterns.entry(fold(&word.text)).or_default().push(Target::Word { entry });
        }
        patterns.remove("");
        let searcher = AhoCorasick::builder().match_kind(MatchKind::Standard).build(patterns.keys()).ok();
        Self { searcher, targets: patterns.into_values().collect(), entries, script: pack.script.clone() }
    }

    /// Finds everything in `folded`, leftmost first and longest first, without overlaps; `original` is the
    /// article's text, to see the case of letters. Spun words only count where `spun`.
    pub fn find<'a>(&'a self, folded: &Folded, original: &str, spun: bool) -> Vec<Found<'a>> {
        let Some(searcher) = &self.searcher else { return Vec::new() };
        let mut all: Vec<(usize, usize, usize)> = searcher
            .find_overlapping_iter(&folded.text)
            .filter_map(|found| {
                let start = found.start();
                let end = self.end_at_boundary(&folded.text, (start, found.end()))?;
                self.starts_at_boundary(&folded.text, start).then_some((
                    start,
                    end,
                    found.pattern().as_usize(),
                ))
            })
            .collect();
        all.sort_by_key(|&(start, end, pattern)| (start, std::cmp::Reverse(end), pattern));
        let mut kept: Vec<Found<'a>> = Vec::new();
        for (start, end, pattern) in all {
            let meanings = self.meanings(pattern, folded, (start, end), original, spun);
            if meanings.is_empty() {
                continue;
            }
            match kept.last_mut() {
                Some(last) if (last.start, last.end) == (start, end) => last.meanings.extend(meanings),
                Some(last) if start < last.end => {}
                _ => kept.push(Found { start, end, meanings }),
            }
        }
        kept
    }

    fn meanings<'a>(
        &'a self,
        pattern: usize,
        folded: &Folded,
        (start, end): (usize, usize),
        original: &str,
        spun: bool,
    ) -> Vec<Meaning<'a>> {
        let written = original.get(folded.origin(start)..folded.origin(end)).unwrap_or_default();
        let targets = self.targets.get(pattern).map_or(&[][..], Vec::as_slice);
        targets
            .iter()
            .filter_map(|target| match *target {
                Target::Name { named, weak, case } => {
                    fits_case(written, case).then_some(Meaning::Name(named, weak))
                }
                Target::Word { entry } => {
                    let entry = self.entries.get(entry)?;
                    (spun || !entry.spun).then_some(Meaning::Word(entry))
                }
            })
            .collect()
    }

    fn starts_at_boundary(&self, text: &str, start: usize) -> bool {
        let before = text.get(..start).unwrap_or_default();
        if joins(before.chars().next_back(), text.get(start..).and_then(|rest| rest.chars().next())) {
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

fn fits_case(written: &str, case: Case) -> bool {
    let mut letters = written.chars().filter(|letter| letter.is_alphabetic());
    match case {
        Case::Any => true,
        Case::Capital => letters.next().is_none_or(|first| !first.is_lowercase()),
        Case::Upper => letters.filter(|letter| letter.is_lowercase()).count() == 0,
    }
}

/// All forms of a name: its words in each case together, or the last of them alone (`Kim Dzong Una`).
fn forms(name: &str, script: &Script) -> Vec<String> {
    let name = fold(name);
    let words: Vec<Vec<String>> = name.split(' ').map(|word| declined(word, script)).collect();
    let n_forms = words.iter().map(Vec::len).max().unwrap_or(1);
    let mut all = vec![name.clone()];
    for index in 0..n_forms {
        let agreeing: Vec<&str> = words
            .iter()
            .filter_map(|forms| forms.get(index).or_else(|| forms.first()))
            .map(String::as_str)
            .collect();
        all.push(agreeing.join(" "));
    }
    if let (Some((head, _)), Some(last)) = (name.rsplit_once(' '), words.last()) {
        all.extend(last.iter().map(|form| format!("{head} {form}")));
    }
    all.sort_unstable();
    all.dedup();
    all
}

fn declined(word: &str, script: &Script) -> Vec<String> {
    let Some((stem, declension)) = script
        .declensions
        .iter()
        .find_map(|declension| word.strip_suffix(declension.of.as_str()).map(|stem| (stem, declension)))
    else {
        return vec![word.to_owned()];
    };
    declension.forms.iter().map(|form| format!("{stem}{form}")).collect()
}
