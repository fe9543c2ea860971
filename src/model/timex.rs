//! What a time expression says, before anybody knows when it was written.
//!
//! The vocabulary is that of TIMEX3: a small syntax tree, resolved later against a publication window.

use super::{Span, Weekday};

/// A unit of time that language counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Unit {
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

/// A part of a month or year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum MonthPart {
    Early,
    Mid,
    Late,
}

/// Which way a clause looks from the day it was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tense {
    /// It lies behind the writer.
    Past,
    /// It is going on.
    Present,
    /// It lies ahead of the writer.
    Future,
    /// The words do not say.
    #[default]
    Unknown,
}

/// On which side of its anchor an offset lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// Earlier.
    Before,
    /// Later.
    After,
}

/// What an offset is counted from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Anchor {
    /// The day of writing: `three days ago`, `in two weeks`.
    Publication,
    /// The date that the text named last, not looked for yet: `eight years later`.
    Text,
    /// The date that the text named last, found.
    Told(Box<Told>),
    /// A date that articles count from, by its key in the table of moments: `a week after being sworn in`.
    Moment(String),
}

/// A time that an expression further on is counted from: `On August 15 …. The next day …`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Told {
    /// What it says; it may be counted from an earlier one itself.
    pub timex: Timex,
    /// Which way the clause around it looks.
    pub tense: Tense,
    /// The sentence that it stands in.
    pub quote: String,
}

/// A time expression as a tree, unresolved.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Timex {
    /// A calendar date with what is left unsaid as `None`: `2014`, `July 2023`, `September 9`, `mid-November`.
    Date {
        /// The year.
        year: Option<i32>,
        /// 1 to 12.
        month: Option<u32>,
        /// 1 to 31.
        day: Option<u32>,
        /// `early`, `mid`, `late`.
        part: Option<MonthPart>,
    },
    /// From one to another, both included; the second may lean on the first: `September 9 and 10`.
    Range(Box<Self>, Box<Self>),
    /// `Friday` (0), `last Friday` (-1), `next Friday` (+1).
    Weekday {
        /// Which day.
        weekday: Weekday,
        /// 0: the nearest in the direction of the tense.
        offset: i32,
    },
    /// A unit counted from the present one: `this week` (0), `last month` (-1), `tomorrow` (+1 day).
    Relative {
        /// What is counted.
        unit: Unit,
        /// How many from the present one.
        offset: i32,
    },
    /// A named month counted from the present: `last September` (-1), `next May` (+1).
    NamedMonth {
        /// 1 to 12.
        month: u32,
        /// -1 or +1.
        offset: i32,
    },
    /// A distance from an anchor: `eight years later`, `two months ago`, `a week after being sworn in`.
    Offset {
        /// How many units.
        amount: i32,
        /// Which units.
        unit: Unit,
        /// Which way.
        direction: Direction,
        /// From what.
        anchor: Anchor,
    },
    /// A stretch from an anchor on, or up to it: `within two weeks`; of no amount, what is left of the unit that the
    /// anchor is in: `later that month`.
    Within {
        /// How many units.
        amount: i32,
        /// Which units.
        unit: Unit,
        /// Which way.
        direction: Direction,
        /// From what.
        anchor: Anchor,
    },
    /// A stretch up to the day of writing: `over the last two months`.
    Past {
        /// How many units.
        amount: i32,
        /// Which units.
        unit: Unit,
    },
    /// A stretch from now on: `in the coming days`.
    Coming {
        /// How many units.
        amount: i32,
        /// Which units.
        unit: Unit,
    },
    /// From a date until the day of writing: `since May`.
    Since(Box<Self>),
    /// A moment by its key: `since the invasion`.
    Moment(String),
    /// `a two-day visit`: never a date.
    Duration {
        /// How many units.
        amount: i32,
        /// Which units.
        unit: Unit,
    },
}

/// A time expression where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeMention {
    /// The words.
    pub span: Span,
    /// What they say.
    pub timex: Timex,
    /// Which way the clause around it looks.
    pub tense: Tense,
}
