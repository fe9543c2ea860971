//! What one sentence says of one occasion.

use super::{Day, Tense, Timex};

/// What kind of occasion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A multilateral occasion.
    Summit,
    /// A meeting in person with another leader.
    Meeting,
    /// A phone or video call.
    Call,
}

/// The form within the kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// A summit proper.
    Summit,
    /// EEF, SPIEF, Valdai, …
    Forum,
    /// Parades, openings.
    Ceremony,
    /// Three or more leaders apart from a series.
    Trilateral,
    /// A meeting with talks.
    Talks,
    /// A visit where no meeting is named.
    Visit,
    /// A handshake reported as a meeting.
    Handshake,
    /// A phone call.
    Phone,
    /// A video call.
    Video,
}

/// How the leader took part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Participation {
    /// In person, hosts included.
    Attended,
    /// From a distance.
    Virtual,
    /// Not at all.
    Skipped,
}

/// What became of it, as the words have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// It took place.
    Happened,
    /// It was announced.
    Planned,
    /// A rumour of something to come.
    Speculated,
    /// A rumour of something past.
    Alleged,
    /// Somebody says that it is not so.
    Denied,
    /// It was called off or put off.
    Cancelled,
}

/// Why somebody was absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the contract's words")]
pub enum ReasonKind {
    Declined,
    Withdrew,
    NotInvited,
    Prevented,
    Unstated,
}

/// A reason for an absence, with the words that say so.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reason {
    /// Which.
    pub kind: ReasonKind,
    /// The words.
    pub quote: String,
}

/// How good a witness the block is; better first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Grade {
    Body,
    Title,
    Caption,
    Related,
}

/// Who says it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Speaker {
    /// The words that name the source, e.g. `the Kremlin`.
    pub name: String,
}

/// The other leader of a meeting or call.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Counterpart {
    /// By canonical name in the register.
    Named(String),
    /// By office; merging names the person by the solved date.
    Office {
        /// ISO 3166-1 alpha-2.
        country: String,
        /// The office's key (`president`, `prime_minister`, …), or `None` for whoever is principal.
        office: Option<String>,
    },
}

/// Where; either may be unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// A city's English name.
    pub city: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
}

/// The summit on whose margins a meeting took place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sidelines {
    /// A series code; empty where the words name only the place: `a regional summit in Astana`.
    pub series: String,
    /// What the sentence says of its place.
    pub place: Place,
}

/// What the words say of the time: everything unresolved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct When {
    /// Expressions that tell the occasion's own time; the first is the nearest to the trigger.
    pub times: Vec<Timex>,
    /// Which way the clause looks.
    pub tense: Tense,
    /// The summit that it was a part of.
    pub sidelines: Option<Sidelines>,
    /// Time expressions that govern the passage (`since May`), weaker than `times`.
    pub scope: Vec<Timex>,
    /// Which of its series a summit was, where the words number it: `the 16th BRICS summit`.
    pub ordinal: Option<u32>,
}

/// What one sentence says of one occasion: who, took part how, when, where, in what status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Made of article hash, span, kind, leader and counterpart.
    pub id: String,
    /// The article's hash.
    pub article: String,
    /// Whose claim it is, by canonical name.
    pub leader: String,
    /// What kind of occasion.
    pub kind: Kind,
    /// The form within the kind.
    pub form: Form,
    /// A series code, for summits.
    pub series: Option<String>,
    /// The other leader, for meetings and calls; several for a trilateral.
    pub counterparts: Vec<Counterpart>,
    /// How the leader took part.
    pub participation: Participation,
    /// He left before the end.
    pub left_early: bool,
    /// His own country hosted.
    pub host: bool,
    /// Who went instead.
    pub delegate: Option<String>,
    /// Why he was absent.
    pub reason: Option<Reason>,
    /// What became of it, as the sentence has it.
    pub status: Status,
    /// What the words say of the time.
    pub when: When,
    /// Where, as the words have it.
    pub place: Place,
    /// The sentence, as repaired.
    pub quote: String,
    /// Up to 32 characters before it.
    pub prefix: String,
    /// Up to 32 characters after it.
    pub suffix: String,
    /// First character (Unicode scalar value) of the quote in the repaired text.
    pub start: usize,
    /// The character after its last.
    pub end: usize,
    /// BCP 47.
    pub language: String,
    /// How good a witness the block is.
    pub grade: Grade,
    /// Who says it, where the text names a source.
    pub speaker: Option<Speaker>,
    /// The words of the trigger.
    pub trigger: String,
    /// Which rule found it.
    pub rule: String,
    /// Fields that rest on a named inference, not on a sentence.
    pub inferred: Vec<String>,
}

/// Something in an article that narrows the days on which it can have been written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WindowConstraint {
    /// A time expression whose clause looks backward or forward.
    Timed {
        /// What the words say.
        timex: Timex,
        /// Which way the clause looks.
        tense: Tense,
        /// The words.
        quote: String,
    },
    /// A summit whose clause looks backward or forward.
    Edition {
        /// A series code.
        series: String,
        /// Which of the series, where the words number it.
        ordinal: Option<u32>,
        /// What the sentence says of its place.
        place: Place,
        /// What it says of its time.
        times: Vec<Timex>,
        /// Which way the clause looks.
        tense: Tense,
        /// The words.
        quote: String,
    },
    /// Somebody named with a present office: `US President Joe Biden`.
    Office {
        /// Canonical name.
        leader: String,
        /// ISO 3166-1 alpha-2 of the office, where the register has one.
        country: Option<String>,
        /// The office's key (`president`, …), if the words name one.
        office: Option<String>,
        /// It is a minister's.
        minister: bool,
        /// Which way the clause looks.
        tense: Tense,
        /// The words.
        quote: String,
    },
    /// Somebody's age: `the 70-year-old leader`.
    Age {
        /// Canonical name.
        leader: String,
        /// Full years.
        years: i32,
        /// The words.
        quote: String,
    },
}

/// What merging needs to know of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleFacts {
    /// The content hash that its claims name.
    pub hash: String,
    /// Path relative to the input.
    pub file: String,
    /// The title.
    pub title: Option<String>,
    /// The publication date that it states.
    pub published: Option<Day>,
    /// Its web address.
    pub url: Option<String>,
    /// BCP 47.
    pub language: String,
    /// What narrows its publication window.
    pub constraints: Vec<WindowConstraint>,
    /// The same for copies of one text: a fingerprint of its words.
    pub copy_key: String,
    /// It is a short report under a date of its own: what it tells first is the news of that day.
    pub bulletin: bool,
    /// Its doubts, as sentences.
    pub doubts: Vec<String>,
}
