//! The words by which parts of a page are told apart, read from each language's `regions.toml`.
//!
//! Pages mix languages (an English comment form under an Indonesian article), so the cues of all languages
//! are looked for together; only abbreviations and ordinals depend on the language of the text.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use serde::Deserialize;

use super::{Script, common::CommonWords, sieve::Sieve, tree::PrefixTree};

/// The files, in a fixed order.
const FILES: [(&str, &str); 13] = [
    ("ar", include_str!("../../../assets/lang/ar/regions.toml")),
    ("de", include_str!("../../../assets/lang/de/regions.toml")),
    ("en", include_str!("../../../assets/lang/en/regions.toml")),
    ("es", include_str!("../../../assets/lang/es/regions.toml")),
    ("fr", include_str!("../../../assets/lang/fr/regions.toml")),
    ("id", include_str!("../../../assets/lang/id/regions.toml")),
    ("it", include_str!("../../../assets/lang/it/regions.toml")),
    ("pl", include_str!("../../../assets/lang/pl/regions.toml")),
    ("pt", include_str!("../../../assets/lang/pt/regions.toml")),
    ("ru", include_str!("../../../assets/lang/ru/regions.toml")),
    ("tr", include_str!("../../../assets/lang/tr/regions.toml")),
    ("uk", include_str!("../../../assets/lang/uk/regions.toml")),
    ("zh", include_str!("../../../assets/lang/zh/regions.toml")),
];

/// One language's cue words, as in its file; all in lower case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RegionWords {
    /// Words that open a byline.
    pub byline: Vec<String>,
    /// Headings, alone on their line, under which links to other stories stand.
    pub related: Vec<String>,
    /// Openings of a line that is a link to another story.
    pub related_prefix: Vec<String>,
    /// Phrases that make a short line boilerplate wherever they stand in it.
    pub boilerplate: Vec<String>,
    /// Lines that are furniture of a page when they stand alone.
    pub furniture: Vec<String>,
    /// Lines from which on everything is boilerplate: comment forms.
    pub tail: Vec<String>,
    /// Words of gambling and other spam.
    pub spam: Vec<String>,
    /// Phrases that make a short block a caption.
    pub caption: Vec<String>,
    /// Agencies and sources that sign pictures.
    pub credits: Vec<String>,
    /// Words before a day of publication.
    pub published: Vec<String>,
    /// Words before a day of a later change.
    pub updated: Vec<String>,
    /// Words that may stand beside a date on a line of its own: time zones, `at`.
    pub date_fillers: Vec<String>,
    /// What stands behind year, month and day where dates are written so: three marks a row.
    pub date_marks: Vec<String>,
    /// Abbreviations that end in a dot and do not end a sentence, without that last dot.
    pub abbreviations: Vec<String>,
    /// Abbreviations that are such only before a number: `no. 5`.
    pub before_numbers: Vec<String>,
    /// Words that open sentences, capitalised in the text, listed in lower case.
    pub starters: Vec<String>,
    /// The words that every text in the language is full of, by which it is told from others in its script.
    pub common: Vec<String>,
    /// Whether a dot after a short number makes it an ordinal, as in German.
    pub ordinal_dot: bool,
    /// The same words for looking up: the word before each full stop is asked for.
    #[serde(skip)]
    sets: WordSets,
}

/// Words of a language for looking up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct WordSets {
    abbreviations: PrefixTree,
    before_numbers: PrefixTree,
    starters: PrefixTree,
}

impl RegionWords {
    /// The lists that are searched word by word, in order.
    fn sorted(mut self) -> Self {
        self.sets = WordSets {
            abbreviations: set_of(&self.abbreviations),
            before_numbers: set_of(&self.before_numbers),
            starters: set_of(&self.starters),
        };
        self
    }

    /// Whether `lower` is an abbreviation, given without its last dot; some are such only before a number.
    pub fn is_abbreviation(&self, lower: &str, before_number: bool) -> bool {
        let has = |set: &PrefixTree| set.key(lower.bytes()).is_some();
        has(&self.sets.abbreviations) || (before_number && has(&self.sets.before_numbers))
    }

    /// Whether `lower` often opens a sentence.
    pub fn is_starter(&self, lower: &str) -> bool {
        self.sets.starters.key(lower.bytes()).is_some()
    }
}

fn set_of(words: &[String]) -> PrefixTree {
    let words: BTreeSet<&String> = words.iter().filter(|word| !word.is_empty()).collect();
    PrefixTree::new(&words.into_iter().collect::<Vec<_>>())
}

/// What a phrase found in a line says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cue {
    /// It is boilerplate.
    Boilerplate,
    /// It is spam.
    Spam,
    /// It is a caption.
    Caption,
    /// It names who took the picture.
    Credit,
}

/// What a whole line, or its opening, says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LineCue {
    /// Links to other stories follow.
    Related,
    /// Furniture of a page.
    Furniture,
    /// Nothing but boilerplate follows.
    Tail,
}

/// The cue words of all languages, ready for looking up.
#[derive(Debug)]
pub struct Regions {
    words: BTreeMap<String, RegionWords>,
    phrases: PrefixTree,
    /// What each phrase says, by its index in the tree.
    kinds: Vec<Vec<Cue>>,
    openings: Sieve,
    related_prefixes: PrefixTree,
    bylines: PrefixTree,
    published: PrefixTree,
    common: CommonWords,
    lines: BTreeMap<String, LineCue>,
    empty: RegionWords,
}

impl Regions {
    /// The cue words that are built in.
    pub fn builtin() -> &'static Self {
        static BUILTIN: LazyLock<Regions> = LazyLock::new(|| Regions::load(&FILES).0);
        &BUILTIN
    }

    /// Reads the files of `(language, toml)`; a file that cannot be read is left out and named.
    pub fn load(files: &[(&str, &str)]) -> (Self, Vec<String>) {
        let mut problems = Vec::new();
        let mut words = BTreeMap::new();
        for (language, file) in files {
            match toml::from_str::<RegionWords>(file) {
                Ok(read) => drop(words.insert((*language).to_owned(), read.sorted())),
                Err(error) => problems.push(format!("{language}/regions.toml: {error}")),
            }
        }
        (Self::new(words), problems)
    }

    fn new(words: BTreeMap<String, RegionWords>) -> Self {
        let mut phrases: BTreeMap<String, Vec<Cue>> = BTreeMap::new();
        let mut lines = BTreeMap::new();
        for pack in words.values() {
            let lists = [
                (Cue::Boilerplate, &pack.boilerplate),
                (Cue::Spam, &pack.spam),
                (Cue::Caption, &pack.caption),
                (Cue::Credit, &pack.credits),
            ];
            for (kind, list) in lists {
                for phrase in list {
                    phrases.entry(phrase.clone()).or_default().push(kind);
                }
            }
            let wholes = [
                (LineCue::Related, &pack.related),
                (LineCue::Furniture, &pack.furniture),
                (LineCue::Tail, &pack.tail),
            ];
            for (kind, list) in wholes {
                lines.extend(list.iter().map(|line| (line.clone(), kind)));
            }
        }
        phrases.remove("");
        let (phrases, kinds): (Vec<String>, Vec<Vec<Cue>>) = phrases.into_iter().unzip();
        let tree = |list: fn(&RegionWords) -> &Vec<String>| {
            set_of(&words.values().flat_map(list).cloned().collect::<Vec<_>>())
        };
        Self {
            related_prefixes: tree(|pack| &pack.related_prefix),
            bylines: tree(|pack| &pack.byline),
            published: tree(|pack| &pack.published),
            common: CommonWords::new(&words),
            words,
            openings: Sieve::new(phrases.iter(), &Script::default()),
            phrases: PrefixTree::new(&phrases),
            kinds,
            lines,
            empty: RegionWords::default(),
        }
    }

    /// The cue words of one language, empty for a language without a file.
    pub fn of(&self, language: &str) -> &RegionWords {
        self.words.get(language).unwrap_or(&self.empty)
    }

    /// The cue words of each language, in a fixed order.
    pub fn all(&self) -> impl Iterator<Item = &RegionWords> {
        self.words.values()
    }

    /// The phrases in `line`, which is ASCII or in lower case, as what each says and the bytes it covers, on whole
    /// words.
    pub fn phrases<'a>(&'a self, line: &'a str) -> impl Iterator<Item = (Cue, std::ops::Range<usize>)> + 'a {
        let found = self.openings.places(line).flat_map(move |start| {
            let rest = line.get(start..).unwrap_or_default();
            let bytes = rest.bytes().map(|byte| byte.to_ascii_lowercase());
            self.phrases.prefixes(bytes).map(move |(length, phrase)| (phrase, start..start + length))
        });
        found.filter(|(_, range)| on_word_edges(line, range.clone())).flat_map(|(phrase, range)| {
            let kinds = self.kinds.get(phrase).map_or(&[][..], Vec::as_slice);
            kinds.iter().map(move |kind| (*kind, range.clone()))
        })
    }

    /// Whether a line opens as a link to another story does.
    pub fn opens_link(&self, line: &str) -> bool {
        opens(&self.related_prefixes, line)
    }

    /// Whether a line opens as a byline does in some language, perhaps within a word.
    pub fn may_open_byline(&self, line: &str) -> bool {
        opens(&self.bylines, line)
    }

    /// Whether a line opens as one that states its day does in some language, perhaps within a word.
    pub fn may_be_published(&self, line: &str) -> bool {
        opens(&self.published, line)
    }

    /// How many words a text has, and how many of them are common in each language.
    pub fn common_words<'a>(&'a self, text: &str) -> (usize, Vec<(usize, &'a str)>) {
        self.common.count(text)
    }

    /// What a whole line says, given in lower case without punctuation around it.
    pub fn line(&self, lower: &str) -> Option<LineCue> {
        self.lines.get(lower).copied()
    }
}

/// Whether a line, once in lower case, begins with one of the words.
fn opens(words: &PrefixTree, line: &str) -> bool {
    let lower = line.chars().flat_map(char::to_lowercase);
    let bytes = lower.flat_map(|letter| {
        let mut bytes = [0; 4];
        let length = letter.encode_utf8(&mut bytes).len();
        bytes.into_iter().take(length)
    });
    words.prefixes(bytes).next().is_some()
}

/// Whether no letter of an alphabet runs on over either end of `range`.
fn on_word_edges(text: &str, range: std::ops::Range<usize>) -> bool {
    let inside = text.get(range.clone()).unwrap_or_default();
    let before = text.get(..range.start).and_then(|head| head.chars().next_back());
    let after = text.get(range.end..).and_then(|tail| tail.chars().next());
    let joins = |outer: Option<char>, inner: Option<char>| {
        outer.is_some_and(spells_words) && inner.is_some_and(spells_words)
    };
    !joins(before, inside.chars().next()) && !joins(after, inside.chars().next_back())
}

/// Whether words of this letter's script are parted by spaces.
fn spells_words(letter: char) -> bool {
    letter.is_alphanumeric() && !matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_read_and_in_lower_case() {
        let (regions, problems) = Regions::load(&FILES);
        assert_eq!(problems, Vec::<String>::new(), "files that cannot be read");
        for pack in regions.all() {
            let lists =
                [&pack.byline, &pack.related, &pack.boilerplate, &pack.furniture, &pack.tail, &pack.spam];
            for word in lists.into_iter().flatten() {
                assert_eq!(*word, word.to_lowercase(), "not in lower case");
            }
        }
    }

    #[test]
    fn phrases_stand_on_word_edges() {
        let regions = Regions::builtin();
        assert!(regions.phrases("read it all: reuters").any(|(kind, _)| kind == Cue::Credit), "a credit");
        assert!(!regions.phrases("a mishap").any(|(kind, _)| kind == Cue::Credit), "part of a word");
    }
}
