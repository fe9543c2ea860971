//! Time expressions as records: the tree of TIMEX3, unresolved.

use serde::{Deserialize, Serialize};

use super::words;
use crate::model::{Anchor, Direction, MonthPart, Tense, Timex, Told, Unit, Weekday};

/// Counts from a stranger's file are kept within this, so that no arithmetic on days can overflow.
const COUNT_LIMIT: i32 = 1_000_000;

/// A time expression as a tree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[expect(missing_docs, reason = "the fields are those of `model::Timex`")]
pub enum TimexRecord {
    /// A calendar date with what is left unsaid as null.
    Date {
        year: Option<i32>,
        month: Option<u32>,
        day: Option<u32>,
        #[serde(default, with = "words::month_part_or_null")]
        part: Option<MonthPart>,
    },
    /// From one to another.
    Range { from: Box<Self>, to: Box<Self> },
    /// `last Friday`.
    Weekday {
        #[serde(with = "words::weekday")]
        weekday: Weekday,
        offset: i32,
    },
    /// `this week`.
    Relative {
        #[serde(with = "words::unit")]
        unit: Unit,
        offset: i32,
    },
    /// `last September`.
    NamedMonth { month: u32, offset: i32 },
    /// `two months ago`.
    Offset {
        amount: i32,
        #[serde(with = "words::unit")]
        unit: Unit,
        #[serde(with = "words::direction")]
        direction: Direction,
        anchor: AnchorRecord,
    },
    /// `within two weeks` of a day, `later that month`.
    Within {
        amount: i32,
        #[serde(with = "words::unit")]
        unit: Unit,
        #[serde(with = "words::direction")]
        direction: Direction,
        anchor: AnchorRecord,
    },
    /// `over the last two months`.
    Past {
        amount: i32,
        #[serde(with = "words::unit")]
        unit: Unit,
    },
    /// `in the coming days`.
    Coming {
        amount: i32,
        #[serde(with = "words::unit")]
        unit: Unit,
    },
    /// `since May`.
    Since { from: Box<Self> },
    /// A moment by its key.
    Moment { key: String },
    /// `a two-day visit`.
    Duration {
        amount: i32,
        #[serde(with = "words::unit")]
        unit: Unit,
    },
}

/// What an offset is counted from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnchorRecord {
    /// The day of writing.
    Publication,
    /// The date that the text named last, where none was found.
    Text,
    /// The date that the text named last.
    Told {
        /// The date.
        time: Box<TimexRecord>,
        /// The tense of the words around it.
        #[serde(with = "words::tense")]
        tense: Tense,
        /// Its sentence.
        quote: String,
    },
    /// A moment by its key.
    Moment(String),
}

impl From<&Timex> for TimexRecord {
    fn from(timex: &Timex) -> Self {
        match timex {
            Timex::Date { year, month, day, part } => {
                Self::Date { year: *year, month: *month, day: *day, part: *part }
            }
            Timex::Range(from, to) => {
                Self::Range { from: Box::new(from.as_ref().into()), to: Box::new(to.as_ref().into()) }
            }
            Timex::Weekday { weekday, offset } => Self::Weekday { weekday: *weekday, offset: *offset },
            Timex::Relative { unit, offset } => Self::Relative { unit: *unit, offset: *offset },
            Timex::NamedMonth { month, offset } => Self::NamedMonth { month: *month, offset: *offset },
            Timex::Offset { amount, unit, direction, anchor } => {
                Self::Offset { amount: *amount, unit: *unit, direction: *direction, anchor: anchor.into() }
            }
            Timex::Within { amount, unit, direction, anchor } => {
                Self::Within { amount: *amount, unit: *unit, direction: *direction, anchor: anchor.into() }
            }
            Timex::Past { amount, unit } => Self::Past { amount: *amount, unit: *unit },
            Timex::Coming { amount, unit } => Self::Coming { amount: *amount, unit: *unit },
            Timex::Since(from) => Self::Since { from: Box::new(from.as_ref().into()) },
            Timex::Moment(key) => Self::Moment { key: key.clone() },
            Timex::Duration { amount, unit } => Self::Duration { amount: *amount, unit: *unit },
        }
    }
}

impl From<TimexRecord> for Timex {
    fn from(record: TimexRecord) -> Self {
        match record {
            TimexRecord::Date { year, month, day, part } => {
                Self::Date { year: year.map(limited), month, day, part }
            }
            TimexRecord::Range { from, to } => Self::Range(Box::new((*from).into()), Box::new((*to).into())),
            TimexRecord::Weekday { weekday, offset } => Self::Weekday { weekday, offset: limited(offset) },
            TimexRecord::Relative { unit, offset } => Self::Relative { unit, offset: limited(offset) },
            TimexRecord::NamedMonth { month, offset } => Self::NamedMonth { month, offset: limited(offset) },
            TimexRecord::Offset { amount, unit, direction, anchor } => {
                Self::Offset { amount: limited(amount), unit, direction, anchor: anchor.into() }
            }
            TimexRecord::Within { amount, unit, direction, anchor } => {
                Self::Within { amount: limited(amount), unit, direction, anchor: anchor.into() }
            }
            TimexRecord::Past { amount, unit } => Self::Past { amount: limited(amount), unit },
            TimexRecord::Coming { amount, unit } => Self::Coming { amount: limited(amount), unit },
            TimexRecord::Since { from } => Self::Since(Box::new((*from).into())),
            TimexRecord::Moment { key } => Self::Moment(key),
            TimexRecord::Duration { amount, unit } => Self::Duration { amount: limited(amount), unit },
        }
    }
}

impl From<&Anchor> for AnchorRecord {
    fn from(anchor: &Anchor) -> Self {
        match anchor {
            Anchor::Publication => Self::Publication,
            Anchor::Text => Self::Text,
            Anchor::Told(told) => Self::Told {
                time: Box::new((&told.timex).into()),
                tense: told.tense,
                quote: told.quote.clone(),
            },
            Anchor::Moment(key) => Self::Moment(key.clone()),
        }
    }
}

impl From<AnchorRecord> for Anchor {
    fn from(record: AnchorRecord) -> Self {
        match record {
            AnchorRecord::Publication => Self::Publication,
            AnchorRecord::Text => Self::Text,
            AnchorRecord::Told { time, tense, quote } => {
                Self::Told(Box::new(Told { timex: (*time).into(), tense, quote }))
            }
            AnchorRecord::Moment(key) => Self::Moment(key),
        }
    }
}

/// The count, kept within what arithmetic on days bears.
fn limited(count: i32) -> i32 {
    count.clamp(-COUNT_LIMIT, COUNT_LIMIT)
}

/// All trees as records.
pub(super) fn records_from_times(times: &[Timex]) -> Vec<TimexRecord> {
    times.iter().map(TimexRecord::from).collect()
}

/// All records as trees.
pub(super) fn times_from_records(records: Vec<TimexRecord>) -> Vec<Timex> {
    records.into_iter().map(Timex::from).collect()
}
