//! The time words of a language, read from its `times.toml` and compiled into a grammar of forms.
//!
//! A form is a row of words and slots, e.g. `<month> <day>[,] <year>`. `[…]` may be missing, `(a|b)` is either,
//! `…` skips up to five words, `<name>` is a slot or one of the file's own word lists. A space between two parts
//! allows white space in the text, no space forbids it. A word written with a capital must have one in the text.

mod compile;
mod cues;
mod form;
mod grammar;

use std::sync::OnceLock;

use serde::Deserialize;

pub use cues::Cues;
pub use grammar::{Capture, Class, Element, Form, Grammar, Hit, Make, Rule, Stage, Traits, What, WordId};

use crate::model::{Anchor, Direction, Unit};

/// The languages that have time words, by BCP 47 tag, with their files.
const FILES: &[(&str, &str)] = &[
    ("en", include_str!("../../../../assets/lang/en/times.toml")),
    ("id", include_str!("../../../../assets/lang/id/times.toml")),
    ("ru", include_str!("../../../../assets/lang/ru/times.toml")),
    ("zh", include_str!("../../../../assets/lang/zh/times.toml")),
    ("fr", include_str!("../../../../assets/lang/fr/times.toml")),
    ("de", include_str!("../../../../assets/lang/de/times.toml")),
    ("es", include_str!("../../../../assets/lang/es/times.toml")),
    ("it", include_str!("../../../../assets/lang/it/times.toml")),
    ("pl", include_str!("../../../../assets/lang/pl/times.toml")),
    ("tr", include_str!("../../../../assets/lang/tr/times.toml")),
    ("ar", include_str!("../../../../assets/lang/ar/times.toml")),
    ("pt", include_str!("../../../../assets/lang/pt/times.toml")),
    ("uk", include_str!("../../../../assets/lang/uk/times.toml")),
];

/// How one language speaks of time.
#[derive(Debug)]
pub struct TimePack {
    /// BCP 47.
    pub language: String,
    /// How the language is read.
    pub plain: Grammar,
    /// How machine-spun text in it is read: with synonyms that nobody would choose, such as a modal for a month.
    pub spun: Grammar,
    /// What its file promises.
    pub examples: Vec<Example>,
}

/// A text with the expressions that must be found in it, or none where it is a trap.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// The text.
    pub text: String,
    /// The tags of its time expressions in order, as `model::tag` writes them.
    pub gives: Vec<String>,
    /// Whether it is machine-spun.
    #[serde(default)]
    pub spun: bool,
}

/// The pack of a BCP 47 tag, by its language alone: `zh-Hant` is read with `zh`.
pub fn pack(language: &str) -> Option<&'static TimePack> {
    // Each is read when it is first asked for: most folders are in one or two languages.
    static PACKS: [OnceLock<Option<TimePack>>; FILES.len()] = [const { OnceLock::new() }; FILES.len()];
    let primary = language.split(['-', '_']).next().unwrap_or(language);
    let index = FILES.iter().position(|(tag, _)| *tag == primary)?;
    let (tag, file) = FILES.get(index)?;
    PACKS.get(index)?.get_or_init(|| read(tag, file).ok()).as_ref()
}

/// The tags of all languages that should have a pack, for the tests that ask whether it loads.
pub fn languages() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(language, _)| *language)
}

/// Reads one file again and says what is wrong with it; `None` if nothing is, or no such file exists.
pub fn fault(language: &str) -> Option<String> {
    let (language, file) = FILES.iter().find(|(tag, _)| *tag == language)?;
    read(language, file).err()
}

fn read(language: &str, file: &str) -> Result<TimePack, String> {
    let file: File = toml::from_str(file).map_err(|error| format!("{language}: {error}"))?;
    let plain = compile::grammar(&file, None).map_err(|error| format!("{language}: {error}"))?;
    let spun =
        compile::grammar(&file, file.spun.as_ref()).map_err(|error| format!("{language}, spun: {error}"))?;
    Ok(TimePack { language: language.to_owned(), plain, spun, examples: file.example })
}

/// Word lists by name or number.
type Lists = std::collections::BTreeMap<String, Vec<String>>;

/// A `times.toml` as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(flatten)]
    words: Words,
    /// Endings that a day's number may carry: `st`, `th`.
    #[serde(default)]
    ordinals: Vec<String>,
    /// Letters that may be glued to the front of a word.
    #[serde(default)]
    prefixes: Vec<String>,
    spun: Option<Words>,
    #[serde(default)]
    rule: Vec<RuleRow>,
    #[serde(default)]
    example: Vec<Example>,
}

/// The word lists of a reading.
#[derive(Debug, Default, Deserialize)]
struct Words {
    /// Forms of the months by number, 1 to 12.
    #[serde(default)]
    months: Lists,
    /// Forms of the weekdays by number, 1 (Monday) to 7.
    #[serde(default)]
    weekdays: Lists,
    /// `day`, `week`, `month`, `quarter`, `year`.
    #[serde(default)]
    units: Lists,
    /// `early`, `mid`, `late`.
    #[serde(default)]
    parts: Lists,
    /// Number words by their value.
    #[serde(default)]
    numbers: Lists,
    /// The file's own lists. `to` and `till` part the ends of a range,
    /// `and` those of two neighbouring days; a month or weekday in `ambiguous` stands
    /// alone only after a word of `lead`; a year is none after a word of `count` or before one of `counted`.
    #[serde(default)]
    #[serde(rename = "words")]
    lists: Lists,
}

/// Which pass a rule belongs to: later ones see what earlier ones found.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
enum StageName {
    Date,
    Relative,
    Compose,
}

/// A rule as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleRow {
    stage: StageName,
    make: Make,
    forms: Vec<String>,
    #[serde(default)]
    offset: i32,
    amount: Option<i32>,
    unit: Option<UnitName>,
    #[serde(default)]
    direction: DirectionName,
    #[serde(default)]
    anchor: AnchorName,
    moment: Option<String>,
    /// Whether nothing may follow in its clause: `the day before.`, but no `the day before the vote`.
    #[serde(default)]
    closed: bool,
    /// Whether only machine-spun text is read so.
    #[serde(default)]
    spun: bool,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum UnitName {
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
enum DirectionName {
    Before,
    #[default]
    After,
}

#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
enum AnchorName {
    #[default]
    Publication,
    Text,
    /// What the form's `<moment>` is.
    Moment,
}

impl From<UnitName> for Unit {
    fn from(name: UnitName) -> Self {
        match name {
            UnitName::Day => Self::Day,
            UnitName::Week => Self::Week,
            UnitName::Month => Self::Month,
            UnitName::Quarter => Self::Quarter,
            UnitName::Year => Self::Year,
        }
    }
}

impl From<DirectionName> for Direction {
    fn from(name: DirectionName) -> Self {
        match name {
            DirectionName::Before => Self::Before,
            DirectionName::After => Self::After,
        }
    }
}

impl RuleRow {
    fn rule(&self) -> Rule {
        Rule {
            make: self.make,
            offset: self.offset,
            amount: self.amount,
            unit: self.unit.map(Unit::from),
            direction: self.direction.into(),
            anchor: match self.anchor {
                AnchorName::Publication => Some(Anchor::Publication),
                AnchorName::Text => Some(Anchor::Text),
                AnchorName::Moment => None,
            },
            moment: self.moment.clone(),
            closed: self.closed,
        }
    }
}
