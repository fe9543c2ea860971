//! What the registers know: editions, leaders, countries, moments.

use super::{Day, DayRange, Precision};

/// What class of occasion a series is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum SeriesClass {
    Summit,
    Forum,
    Ceremony,
    /// Numbered summits of two countries: only helps to date a meeting.
    Bilateral,
}

/// A series of occasions, e.g. `G20`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// The code of the closed list.
    pub code: String,
    /// Its class.
    pub class: SeriesClass,
    /// Names as articles write them.
    pub names: Vec<Alias>,
}

/// How an edition was held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum EditionFormat {
    InPerson,
    Virtual,
    Hybrid,
    Cancelled,
    Bilateral,
}

/// One edition of a series: when and where, never who came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Stable: series and year, with a letter where a year has several, e.g. `G20/2022`, `CIS/2020b`.
    pub id: String,
    /// The series' code.
    pub series: String,
    /// Its number, where the series counts.
    pub ordinal: Option<u32>,
    /// What a person would call it, e.g. `G20 summit, Bali`.
    pub name: String,
    /// Its days; a month or year where the day is not known.
    pub days: DayRange,
    /// How exactly they are known.
    pub precision: Precision,
    /// The host city's English name.
    pub city: Option<String>,
    /// The host country, ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// How it was held.
    pub format: EditionFormat,
    /// What the row was checked against.
    pub source: String,
}

/// What an office makes of its holder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfficeRole {
    /// Head of state or government.
    Leader,
    /// Head of an international organisation.
    Organisation,
    /// A minister, an envoy: known so that they are not taken for leaders.
    Other,
}

/// What sort of office a title is of; what differs here is not held by one person at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum OfficeSort {
    State,
    /// The head of a government, who may lead a ministry as well.
    Government,
    Foreign,
    Defence,
    Organisation,
}

/// An office held for a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// ISO 3166-1 alpha-2, or `None` for an organisation's.
    pub country: Option<String>,
    /// The office's English title as in the table, e.g. `Prime Minister`.
    pub title: String,
    /// The key by which language packs name it, where no other office goes with it: `prime_minister`.
    pub key: Option<String>,
    /// What it makes of its holder.
    pub role: OfficeRole,
    /// Whether it stands for the country where a text names only the country.
    pub principal: bool,
    /// The days of the term; open at the end while in office.
    pub term: DayRange,
}

/// A name in some language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Alias {
    /// BCP 47.
    pub language: String,
    /// The name.
    pub text: String,
}

/// A person in the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leader {
    /// Canonical name.
    pub name: String,
    /// Offices by start of term.
    pub offices: Vec<Office>,
    /// Names as articles write them, the canonical one first.
    pub aliases: Vec<Alias>,
    /// Day of birth, where known.
    pub born: Option<Day>,
}

/// A country in the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2.
    pub code: String,
    /// English name.
    pub name: String,
    /// Names by language.
    pub names: Vec<Alias>,
    /// Adjectives by language: `Russian`, `rusia`.
    pub adjectives: Vec<Alias>,
    /// Words that stand for its government: `Moscow`, `the Kremlin`.
    pub metonyms: Vec<Alias>,
}

/// A city, or another place where leaders meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct City {
    /// English name.
    pub name: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Names by language, former names and well-known venues among them; the English name first.
    pub names: Vec<Alias>,
}

/// A dated happening that articles count from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Its key, e.g. `inauguration`; one key can have several dates.
    pub key: String,
    /// The day.
    pub day: Day,
    /// Whose moment it is, by canonical name or country, as a sentence.
    pub what: String,
}
