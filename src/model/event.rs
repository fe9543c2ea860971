//! What the claims of all articles together say of one occasion: the thing that is drawn.

use super::{
    Day, DayRange, Form, Grade, Kind, Participation, Place, Precision, Reason, Review, Speaker, Status,
};

/// One step of a derivation, told by kind; `export` puts it into words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The article states its publication date.
    PublicationStated {
        /// Path of the article.
        file: String,
        /// The day.
        day: Day,
    },
    /// The publication window was narrowed by words of the article.
    WindowNarrowed {
        /// Path of the article.
        file: String,
        /// The words.
        quote: String,
        /// Why: a key of the table of reasons in `export`.
        why: &'static str,
        /// The window after it.
        window: DayRange,
    },
    /// Words were dropped because they contradict stronger ones.
    Dropped {
        /// Path of the article.
        file: String,
        /// The words.
        quote: String,
        /// Why they narrow: a key of the table of reasons.
        why: &'static str,
    },
    /// A time expression was resolved.
    TimeResolved {
        /// The words, or the expression written out.
        quote: String,
        /// Its days.
        days: DayRange,
        /// Against this window.
        window: DayRange,
    },
    /// A time is counted from one that the text told before.
    Counted {
        /// The sentence that tells the other.
        from: String,
        /// The days that the other means.
        days: DayRange,
    },
    /// The calendar knows one edition that fits.
    EditionFound {
        /// The edition's id.
        edition: String,
        /// Its name.
        name: String,
        /// Its days.
        days: DayRange,
        /// Where the calendar has it from.
        source: String,
    },
    /// Several editions fit: the date is left open.
    EditionsFit {
        /// Their ids.
        editions: Vec<String>,
    },
    /// It took place on the margins of a summit, so within its days.
    Sidelines {
        /// The edition's id.
        edition: String,
        /// Its days.
        days: DayRange,
    },
    /// The passage is bounded by an expression that governs it.
    Scope {
        /// The days that it allows.
        days: DayRange,
    },
    /// A short report under a date tells it first and without another time: as the news of that day or the one
    /// before.
    News {
        /// The days that it allows.
        days: DayRange,
    },
    /// Only the tense bounds it: before or after the article was written.
    Tense {
        /// The days that it allows.
        days: DayRange,
    },
    /// An office was held by this person on that day.
    OfficeHeld {
        /// The person.
        leader: String,
        /// ISO 3166-1 alpha-2.
        country: String,
        /// During these days.
        days: DayRange,
    },
    /// The text gives somebody a title that the register knows to be otherwise; he is taken by his name.
    TitleDoubted {
        /// The person.
        leader: String,
        /// The words.
        quote: String,
        /// `other_office`: another office was his then; `not_yet`, `no_longer`: it was his later, or before.
        why: &'static str,
        /// The office's title in the register.
        held: String,
        /// Its country.
        country: Option<String>,
        /// Its term.
        term: DayRange,
    },
    /// It was planned for days that were over when the newest article was written, and none tells what came of it.
    OutcomeNotTold {
        /// When the newest article was written, at the earliest.
        newest: Day,
    },
    /// Nothing in the text bounds it.
    NothingKnown,
}

/// The days on which an article can have been written, and how that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// The days.
    pub days: DayRange,
    /// What narrowed it, in order.
    pub steps: Vec<Step>,
}

/// A quote that an event rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The claim's id.
    pub claim: String,
    /// The article's content hash.
    pub article: String,
    /// The key of its source: the same for quotes that are not independent of each other.
    pub source: String,
    /// Path of the article relative to the input.
    pub file: String,
    /// Its title.
    pub title: Option<String>,
    /// Its publication date, if it states one.
    pub published: Option<Day>,
    /// Its web address.
    pub url: Option<String>,
    /// The sentence, as repaired.
    pub quote: String,
    /// Up to 32 characters before it.
    pub prefix: String,
    /// Up to 32 characters after it.
    pub suffix: String,
    /// First character of the quote in the repaired text.
    pub start: usize,
    /// The character after its last.
    pub end: usize,
    /// BCP 47.
    pub language: String,
    /// How the leader took part, as this quote has it.
    pub participation: Participation,
    /// What became of it, as this quote has it.
    pub status: Status,
    /// How good a witness the block is.
    pub grade: Grade,
    /// Who says it.
    pub speaker: Option<Speaker>,
    /// The words of the trigger.
    pub trigger: String,
    /// Which rule found it.
    pub rule: String,
}

/// A field on which the articles disagree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The field's name in the contract.
    pub field: &'static str,
    /// Each value with the file that says so.
    pub values: Vec<(String, String)>,
}

/// One reason for or against believing an event, from a fixed table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConfidenceReason {
    /// A key of the table of reasons in `export`.
    pub why: &'static str,
    /// Whole points out of 100, negative against.
    pub points: i32,
}

/// What the claims of all articles together say of one occasion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Stable from run to run: subject and edition, else the first claim's id.
    pub id: String,
    /// What kind of occasion.
    pub kind: Kind,
    /// The form within the kind.
    pub form: Form,
    /// Below the threshold: waits for review, is not drawn as fact.
    pub held: bool,
    /// Whose timeline this is.
    pub subject: String,
    /// A series code.
    pub series: Option<String>,
    /// The edition of the calendar, if one was found.
    pub edition: Option<String>,
    /// What a person would call it.
    pub name: String,
    /// Canonical names of the other leaders.
    pub counterparts: Vec<String>,
    /// ISO 3166-1 alpha-2 of the counterparts; for a summit, of the host.
    pub countries: Vec<String>,
    /// How the subject took part.
    pub participation: Participation,
    /// He left before the end.
    pub left_early: bool,
    /// His own country hosted.
    pub host: bool,
    /// Who went instead.
    pub delegate: Option<String>,
    /// Why he was absent.
    pub reason: Option<Reason>,
    /// What became of it, as the newest evidence that settles it has it.
    pub status: Status,
    /// The days that are known.
    pub days: DayRange,
    /// How exactly.
    pub precision: Precision,
    /// The derivation of the days.
    pub derivation: Vec<Step>,
    /// Fields that rest on the calendar or on a named inference.
    pub inferred: Vec<String>,
    /// Where.
    pub place: Place,
    /// The event of the summit on whose margins it was.
    pub sidelines_of: Option<String>,
    /// An event that it is perhaps the same as.
    pub maybe_same_as: Vec<String>,
    /// Whole points, 0 to 100.
    pub confidence: i32,
    /// What the confidence is the sum of.
    pub reasons: Vec<ConfidenceReason>,
    /// Where the articles disagree.
    pub conflicts: Vec<Conflict>,
    /// What a person decided.
    pub review: Review,
    /// The quotes, best first; never empty.
    pub evidence: Vec<Evidence>,
}
