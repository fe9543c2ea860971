//! Whole days and ranges of days; no clock, no time zone, no floats.

use std::fmt;

use chrono::{Datelike as _, NaiveDate};

/// A day of the proleptic Gregorian calendar, as days since 1970-01-01.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

/// A day of the week; Monday is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

/// How exactly a date is known; finer first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// One day, or the known days of an edition.
    Day,
    /// About a week.
    Week,
    /// A month.
    Month,
    /// About three months.
    Quarter,
    /// A year.
    Year,
    /// Wider, or open at an end.
    Unknown,
}

/// A closed range of days. [`Day::MIN`] and [`Day::MAX`] stand for an end that is not known.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DayRange {
    first: Day,
    last: Day,
}

impl Weekday {
    /// All seven, Monday first.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// Days after Monday, 0 to 6.
    pub fn index(self) -> i32 {
        self as i32
    }
}

impl Day {
    /// The first day that is told apart: 0001-01-01. As the start of a range: not known.
    pub const MIN: Self = Self(-719_162);
    /// The last day that is told apart: 9999-12-31. As the end of a range: not known.
    pub const MAX: Self = Self(2_932_896);

    /// The day `days` after 1970-01-01, kept within [`Self::MIN`] and [`Self::MAX`].
    pub fn from_epoch_days(days: i32) -> Self {
        Self(days.clamp(Self::MIN.0, Self::MAX.0))
    }

    /// The day of this year, month (1 to 12) and day of month, or `None` if there is none.
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        let date = NaiveDate::from_ymd_opt(year, month, day)?;
        (1..=9999).contains(&year).then(|| Self(date.num_days_from_ce() - 719_163))
    }

    /// Reads `YYYY-MM-DD`.
    pub fn parse(iso: &str) -> Option<Self> {
        let mut parts = iso.trim().splitn(3, '-');
        let year = parts.next()?.parse().ok()?;
        let month = parts.next()?.parse().ok()?;
        Self::from_ymd(year, month, parts.next()?.parse().ok()?)
    }

    /// Days since 1970-01-01.
    pub fn epoch_days(self) -> i32 {
        self.0
    }

    /// Year, month (1 to 12) and day of month.
    pub fn ymd(self) -> (i32, u32, u32) {
        NaiveDate::from_num_days_from_ce_opt(self.0 + 719_163)
            .map_or((1, 1, 1), |date| (date.year(), date.month(), date.day()))
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.ymd().0
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        const ALL: [Weekday; 7] = Weekday::ALL;
        let index = (self.0 + 3).rem_euclid(7);
        usize::try_from(index).ok().and_then(|index| ALL.get(index).copied()).unwrap_or(Weekday::Monday)
    }

    /// The day `days` later, or earlier where negative.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self::from_epoch_days(self.0.saturating_add(days))
    }

    /// How many days `self` lies after `other`.
    pub fn since(self, other: Self) -> i32 {
        self.0 - other.0
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl DayRange {
    /// All days: nothing is known.
    pub const ANY: Self = Self { first: Day::MIN, last: Day::MAX };

    /// The range from `first` to `last`, or `None` if they are the wrong way round.
    pub fn new(first: Day, last: Day) -> Option<Self> {
        (first <= last).then_some(Self { first, last })
    }

    /// One day.
    pub fn day(day: Day) -> Self {
        Self { first: day, last: day }
    }

    /// A whole month, 1 to 12, or `None` if there is none.
    pub fn month(year: i32, month: u32) -> Option<Self> {
        let first = Day::from_ymd(year, month, 1)?;
        let (next_year, next_month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        let last = Day::from_ymd(next_year, next_month, 1).map_or(Day::MAX, |day| day.plus(-1));
        Some(Self { first, last })
    }

    /// A whole year, or `None` outside 1 to 9999.
    pub fn year(year: i32) -> Option<Self> {
        Some(Self { first: Day::from_ymd(year, 1, 1)?, last: Day::from_ymd(year, 12, 31)? })
    }

    /// From `day` on, without an end.
    pub fn from(day: Day) -> Self {
        Self { first: day, last: Day::MAX }
    }

    /// Up to and with `day`, without a start.
    pub fn until(day: Day) -> Self {
        Self { first: Day::MIN, last: day }
    }

    /// The first day; [`Day::MIN`] means not known.
    pub fn first(self) -> Day {
        self.first
    }

    /// The last day; [`Day::MAX`] means not known.
    pub fn last(self) -> Day {
        self.last
    }

    /// The first day, or `None` if not known.
    pub fn start(self) -> Option<Day> {
        (self.first != Day::MIN).then_some(self.first)
    }

    /// The last day, or `None` if not known.
    pub fn end(self) -> Option<Day> {
        (self.last != Day::MAX).then_some(self.last)
    }

    /// Whether both ends are known.
    pub fn is_bounded(self) -> bool {
        self.start().is_some() && self.end().is_some()
    }

    /// How many days it has.
    pub fn n_days(self) -> i32 {
        self.last.since(self.first) + 1
    }

    /// Whether `day` lies inside.
    pub fn has(self, day: Day) -> bool {
        self.first <= day && day <= self.last
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Self) -> bool {
        self.first <= other.first && other.last <= self.last
    }

    /// The days that both ranges allow, or `None` if they contradict each other.
    pub fn meet(self, other: Self) -> Option<Self> {
        Self::new(self.first.max(other.first), self.last.min(other.last))
    }

    /// The smallest range that covers both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self { first: self.first.min(other.first), last: self.last.max(other.last) }
    }

    /// The range with `days` more at each end that is known.
    #[must_use]
    pub fn widened(self, days: i32) -> Self {
        Self {
            first: self.start().map_or(Day::MIN, |day| day.plus(-days)),
            last: self.end().map_or(Day::MAX, |day| day.plus(days)),
        }
    }

    /// How exact a range of this length is.
    pub fn precision(self) -> Precision {
        match self.is_bounded().then(|| self.n_days()) {
            Some(..=1) => Precision::Day,
            Some(..=8) => Precision::Week,
            Some(..=31) => Precision::Month,
            Some(..=93) => Precision::Quarter,
            Some(..=366) => Precision::Year,
            Some(_) | None => Precision::Unknown,
        }
    }
}

impl fmt::Debug for DayRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.first, self.last)
    }
}
