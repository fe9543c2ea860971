//! A compiled grammar of time expressions: numbered words, classes of them, and forms indexed by their first word.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::cues::Cues;
use crate::{
    model::{Anchor, Direction, Unit},
    world::packs::tree::PrefixTree,
};

/// A word of the lexicon, by number.
pub type WordId = u16;

/// Everything that matching needs to know of a language.
#[derive(Debug, Default)]
pub struct Grammar {
    /// Lower-case words and signs, numbered.
    pub lexicon: BTreeMap<String, WordId>,
    /// The same words for looking up.
    pub(super) index: WordIndex,
    /// The classes that a word begins an entry of, by its number.
    pub(super) traits: Vec<Traits>,
    /// What a sentence must have to be worth reading for times.
    pub cues: Cues,
    /// The longest word written without spaces around it, in characters.
    pub longest_ideographs: usize,
    /// Sets of words that a slot may stand for.
    pub classes: Vec<Class>,
    /// What is made of a form, by index.
    pub rules: Vec<Rule>,
    /// The passes, in order.
    pub stages: [Stage; 3],
    /// Endings that a day's number may carry.
    pub ordinals: Vec<String>,
    /// Letters that may be glued to the front of a word.
    pub prefixes: Vec<String>,
    /// Months and weekdays that are also other words, by their first word.
    pub ambiguous: Vec<WordId>,
    /// Words after which an ambiguous one is a time.
    pub lead: Vec<WordId>,
    /// Words after which a number is a count, not a year.
    pub count: Vec<WordId>,
    /// Words before which a number is a count, not a year.
    pub counted: Vec<WordId>,
}

/// A set of words or rows of words, each with a value.
#[derive(Debug, Default)]
pub struct Class {
    /// The entries by their first word, longest first.
    pub hits: BTreeMap<WordId, Vec<Hit>>,
}

/// One entry of a class.
#[derive(Clone, Debug)]
pub struct Hit {
    /// Its words, and whether each must be capitalised.
    pub words: Vec<(WordId, bool)>,
    /// A month's or weekday's number, an amount, the index of a unit or part.
    pub value: i32,
}

/// The forms of one pass.
#[derive(Debug, Default)]
pub struct Stage {
    /// The forms.
    pub forms: Vec<Form>,
    /// Indices of the forms that can begin with a word, by its number.
    by_word: Vec<Vec<usize>>,
    /// Indices of the forms that can begin with a number in digits.
    pub by_number: Vec<usize>,
    /// Indices of the forms that can begin with what an earlier pass found.
    pub by_time: Vec<usize>,
}

impl Stage {
    /// Indices of the forms that can begin with a word.
    pub fn beginning_with(&self, word: WordId) -> &[usize] {
        self.by_word.get(usize::from(word)).map_or(&[], Vec::as_slice)
    }

    /// Notes that a form can begin with a word.
    pub(super) fn note(&mut self, word: WordId, form: usize) {
        let index = usize::from(word);
        if self.by_word.len() <= index {
            self.by_word.resize_with(index + 1, Vec::new);
        }
        if let Some(forms) = self.by_word.get_mut(index) {
            forms.push(form);
        }
    }
}

/// A row of elements, without options.
#[derive(Clone, Debug)]
pub struct Form {
    /// Index of its rule.
    pub rule: usize,
    /// The row.
    pub elements: Vec<Element>,
    /// What a sentence must have for it to fit.
    pub needs: Traits,
}

/// What words and numbers a sentence has, or a form needs, as a set of bits.
///
/// Two classes may share a bit: then a form is tried in vain, and none is passed over that fits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Traits(u128);

impl Traits {
    /// A number in digits.
    pub const NUMBER: Self = Self(1 << 126);
    /// What an earlier pass found.
    pub const TIME: Self = Self(1 << 127);

    /// A word of the class of this index.
    pub fn class(index: usize) -> Self {
        Self(1 << (index % 126))
    }

    /// What the elements of a form need.
    pub(super) fn needed(elements: &[Element]) -> Self {
        elements.iter().fold(Self::default(), |needs, element| needs.with(element.what.needs()))
    }

    /// Both together.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it has all of `other`.
    pub fn has(self, other: Self) -> bool {
        other.0 & !self.0 == 0
    }
}

impl What {
    fn needs(self) -> Traits {
        match self {
            Self::Class { class, .. } => Traits::class(class),
            Self::Day | Self::MonthNumber | Self::Year => Traits::NUMBER,
            Self::Date | Self::Moment | Self::Time => Traits::TIME,
            // Digits will do for a number word, and anything for a gap.
            Self::Amount { .. } | Self::Gap(_) => Traits::default(),
        }
    }
}

/// One place of a form.
#[derive(Clone, Debug)]
pub struct Element {
    /// What may stand there.
    pub what: What,
    /// Whether white space before it is forbidden.
    pub tight: bool,
}

/// What may stand at a place of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A word of a class.
    Class {
        /// Index of the class.
        class: usize,
        /// What its value is kept as.
        keep: Capture,
    },
    /// An amount: digits or a number word.
    Amount {
        /// Index of the class of number words.
        class: usize,
    },
    /// Digits for a day of the month.
    Day,
    /// Two digits or one for a month.
    MonthNumber,
    /// Four digits for a year.
    Year,
    /// A calendar date that an earlier pass found.
    Date,
    /// A moment that an earlier pass found.
    Moment,
    /// Anything that an earlier pass found.
    Time,
    /// Up to this many words of any kind.
    Gap(usize),
}

/// What the value of a class is kept as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Capture {
    /// Nothing.
    Nothing,
    /// A month, 1 to 12.
    Month,
    /// A weekday, 1 to 7.
    Weekday,
    /// A unit, by its index.
    Unit,
    /// A part of a month, by its index.
    Part,
    /// The ends of a range part here.
    To,
    /// The same, but only for neighbouring days.
    And,
}

/// What is made of a form that fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Make {
    /// A calendar date, or a range of two where the form has `<to>` or `<and>`.
    Date,
    /// A range of two times that earlier passes found.
    Range,
    /// From the time that an earlier pass found until now.
    Since,
    /// The time that an earlier pass found, with the words around it.
    Same,
    /// A weekday.
    Weekday,
    /// A unit counted from the present one.
    Relative,
    /// A named month counted from the present.
    NamedMonth,
    /// A distance from an anchor.
    Offset,
    /// From a moment, for this long, until now: `two months since the inauguration`.
    Elapsed,
    /// A stretch up to now.
    Past,
    /// A stretch from now on.
    Coming,
    /// A stretch from an anchor on: `within two weeks`, `later that month`.
    Within,
    /// A length of time.
    Duration,
    /// A moment of the table of moments.
    Moment,
    /// No time: an age, a name, a count.
    Nothing,
}

/// What is made of a form, and with which values where the form leaves them out.
#[derive(Clone, Debug)]
pub struct Rule {
    /// What is made.
    pub make: Make,
    /// For relative ones: how many from the present.
    pub offset: i32,
    /// The amount where the form has no `<n>`.
    pub amount: Option<i32>,
    /// The unit where the form has no `<unit>`.
    pub unit: Option<Unit>,
    /// For offsets: which way.
    pub direction: Direction,
    /// For offsets: from what; `None` for the form's moment.
    pub anchor: Option<Anchor>,
    /// For moments: the key.
    pub moment: Option<String>,
    /// Whether nothing may follow in its clause.
    pub closed: bool,
}

/// Words for looking up: every word of every article is asked for.
#[derive(Debug, Default)]
pub(super) struct WordIndex {
    tree: PrefixTree,
    numbers: Vec<WordId>,
}

impl WordIndex {
    pub(super) fn new(lexicon: &BTreeMap<String, WordId>) -> Self {
        let words: Vec<&String> = lexicon.keys().collect();
        Self { tree: PrefixTree::new(&words), numbers: lexicon.values().copied().collect() }
    }

    fn number(&self, lower: &str) -> Option<WordId> {
        self.numbers.get(self.tree.key(lower.bytes())?).copied()
    }
}

impl Grammar {
    /// The number of a lower-case word.
    pub fn word(&self, lower: &str) -> Option<WordId> {
        self.index.number(lower)
    }

    /// The classes that a word begins an entry of.
    pub fn traits(&self, word: WordId) -> Traits {
        self.traits.get(usize::from(word)).copied().unwrap_or_default()
    }

    /// Notes which classes each word begins an entry of.
    pub(super) fn note_traits(&mut self) {
        self.traits = vec![Traits::default(); self.lexicon.len()];
        for (index, class) in self.classes.iter().enumerate() {
            for word in class.hits.keys() {
                if let Some(traits) = self.traits.get_mut(usize::from(*word)) {
                    *traits = traits.with(Traits::class(index));
                }
            }
        }
    }

    /// The class of an index; an empty one if there is none.
    pub fn class(&self, index: usize) -> Option<&Class> {
        self.classes.get(index)
    }
}

impl Class {
    /// The entries that begin with a word, longest first.
    pub fn starting_with(&self, word: WordId) -> &[Hit] {
        self.hits.get(&word).map_or(&[], Vec::as_slice)
    }
}
