//! Dates as people write them, short for labels and long for names.

use crate::model::{Day, DayRange, Precision};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The English name of a month, 1 to 12.
pub fn month_name(month: u32) -> &'static str {
    let index = usize::try_from(month).unwrap_or(0).wrapping_sub(1);
    MONTHS.get(index).copied().unwrap_or_default()
}

/// The first three letters of a month's name.
pub fn month_short(month: u32) -> &'static str {
    month_name(month).get(..3).unwrap_or_default()
}

/// How days are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// `15 November 2022`.
    #[default]
    DayFirst,
    /// `November 15, 2022`.
    MonthFirst,
    /// `2022-11-15`.
    Iso,
}

impl Format {
    /// All of them, in the order of a menu.
    pub const ALL: [Self; 3] = [Self::DayFirst, Self::MonthFirst, Self::Iso];

    /// The name by which it is remembered.
    pub const fn key(self) -> &'static str {
        match self {
            Self::DayFirst => "day first",
            Self::MonthFirst => "month first",
            Self::Iso => "iso",
        }
    }

    /// The format of that name.
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.key() == key)
    }

    /// `15–16 Nov 2022`, `Nov 2022`, `2022`, `before 5 Mar 2023`, `no date`.
    pub fn short(self, days: DayRange) -> String {
        Style { format: self, month: month_short, to: "–", spaced_to: " – " }.write(days)
    }

    /// `15 to 16 November 2022`, `November 2022`, `2022`, `before 5 March 2023`, `no date`.
    pub fn long(self, days: DayRange) -> String {
        Style { format: self, month: month_name, to: " to ", spaced_to: " to " }.write(days)
    }

    /// The same, with how exactly it is known where that is not what the words say.
    pub fn long_with_precision(self, days: DayRange, precision: Precision) -> String {
        let dates = self.long(days);
        let known = days.is_bounded() && precision != Precision::Day && !is_calendar_unit(days);
        if known { format!("some day from {dates}") } else { dates }
    }

    /// One day: `15 November 2022`.
    pub fn long_day(self, day: Day) -> String {
        self.long(DayRange::day(day))
    }
}

/// [`Format::short`] as the exports write it.
pub fn short(days: DayRange) -> String {
    Format::default().short(days)
}

/// [`Format::long`] as the exports write it.
pub fn long(days: DayRange) -> String {
    Format::default().long(days)
}

/// [`Format::long_with_precision`] as the exports write it.
pub fn long_with_precision(days: DayRange, precision: Precision) -> String {
    Format::default().long_with_precision(days, precision)
}

/// [`Format::long_day`] as the exports write it.
pub fn long_day(day: Day) -> String {
    Format::default().long_day(day)
}

/// Whether a range is a whole month or year, so that its name says how exact it is.
fn is_calendar_unit(days: DayRange) -> bool {
    let (year, month, _) = days.first().ymd();
    DayRange::month(year, month) == Some(days) || DayRange::year(year) == Some(days)
}

struct Style {
    format: Format,
    month: fn(u32) -> &'static str,
    to: &'static str,
    spaced_to: &'static str,
}

impl Style {
    fn write(&self, days: DayRange) -> String {
        match (days.start(), days.end()) {
            (None, None) => "no date".to_owned(),
            (Some(first), None) => format!("after {}", self.day(first.plus(-1))),
            (None, Some(last)) => format!("before {}", self.day(last.plus(1))),
            (Some(first), Some(last)) => self.bounded(days, first, last),
        }
    }

    fn bounded(&self, days: DayRange, first: Day, last: Day) -> String {
        let (first_year, first_month, _) = first.ymd();
        let (last_year, last_month, _) = last.ymd();
        if first == last {
            self.day(first)
        } else if DayRange::year(first_year) == Some(days) {
            first_year.to_string()
        } else if DayRange::month(first_year, first_month) == Some(days) {
            self.whole_month(first_year, first_month)
        } else if is_year_start(first) && is_year_end(last) {
            format!("{first_year}{}{last_year}", self.to)
        } else if (first_year, first_month) == (last_year, last_month) {
            self.in_one_month(first, last)
        } else if first_year == last_year {
            self.in_one_year(first, last)
        } else {
            format!("{}{}{}", self.day(first), self.spaced_to, self.day(last))
        }
    }

    fn whole_month(&self, year: i32, month: u32) -> String {
        match self.format {
            Format::DayFirst | Format::MonthFirst => format!("{} {year}", (self.month)(month)),
            Format::Iso => format!("{year}-{month:02}"),
        }
    }

    fn in_one_month(&self, first: Day, last: Day) -> String {
        let ((_, month, first_day), (year, _, last_day)) = (first.ymd(), last.ymd());
        let (month, to) = ((self.month)(month), self.to);
        match self.format {
            Format::DayFirst => format!("{first_day}{to}{last_day} {month} {year}"),
            Format::MonthFirst => format!("{month} {first_day}{to}{last_day}, {year}"),
            Format::Iso => format!("{}{}{}", self.day(first), self.spaced_to, self.day(last)),
        }
    }

    fn in_one_year(&self, first: Day, last: Day) -> String {
        let (_, month, day) = first.ymd();
        let first = match self.format {
            Format::DayFirst => format!("{day} {}", (self.month)(month)),
            Format::MonthFirst => format!("{} {day}", (self.month)(month)),
            Format::Iso => self.day(first),
        };
        format!("{first}{}{}", self.spaced_to, self.day(last))
    }

    fn day(&self, day: Day) -> String {
        let (year, month, day) = day.ymd();
        match self.format {
            Format::DayFirst => format!("{day} {} {year}", (self.month)(month)),
            Format::MonthFirst => format!("{} {day}, {year}", (self.month)(month)),
            Format::Iso => format!("{year:04}-{month:02}-{day:02}"),
        }
    }
}

fn is_year_start(day: Day) -> bool {
    let (_, month, day) = day.ymd();
    (month, day) == (1, 1)
}

fn is_year_end(day: Day) -> bool {
    let (_, month, day) = day.ymd();
    (month, day) == (12, 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(first: &str, last: &str) -> DayRange {
        DayRange::new(Day::parse(first).unwrap(), Day::parse(last).unwrap()).unwrap()
    }

    #[test]
    fn ranges_are_written_as_briefly_as_they_can_be() {
        let cases = [
            ("2022-11-15", "2022-11-16", "15–16 Nov 2022", "15 to 16 November 2022"),
            ("2022-11-15", "2022-11-15", "15 Nov 2022", "15 November 2022"),
            ("2022-11-01", "2022-11-30", "Nov 2022", "November 2022"),
            ("2022-01-01", "2022-12-31", "2022", "2022"),
            ("2014-01-01", "2024-12-31", "2014–2024", "2014 to 2024"),
            ("2022-08-30", "2022-09-02", "30 Aug – 2 Sep 2022", "30 August to 2 September 2022"),
            ("2022-12-30", "2023-01-02", "30 Dec 2022 – 2 Jan 2023", "30 December 2022 to 2 January 2023"),
        ];
        for (first, last, brief, full) in cases {
            assert_eq!(short(range(first, last)), brief);
            assert_eq!(long(range(first, last)), full);
        }
    }

    #[test]
    fn other_countries_write_dates_otherwise() {
        let cases = [
            ("2022-11-15", "2022-11-16", "November 15 to 16, 2022", "2022-11-15 – 2022-11-16"),
            ("2022-11-15", "2022-11-15", "November 15, 2022", "2022-11-15"),
            ("2022-11-01", "2022-11-30", "November 2022", "2022-11"),
            ("2022-08-30", "2022-09-02", "August 30 to September 2, 2022", "2022-08-30 – 2022-09-02"),
        ];
        for (first, last, month_first, iso) in cases {
            assert_eq!(Format::MonthFirst.long(range(first, last)), month_first);
            assert_eq!(Format::Iso.short(range(first, last)), iso);
        }
    }

    #[test]
    fn open_ends_are_said() {
        let day = Day::parse("2023-03-05").unwrap();
        assert_eq!(short(DayRange::until(day)), "before 6 Mar 2023");
        assert_eq!(short(DayRange::from(day)), "after 4 Mar 2023");
        assert_eq!(short(DayRange::ANY), "no date");
    }

    #[test]
    fn a_wide_interval_is_no_stay_of_weeks() {
        let days = range("2022-09-05", "2022-09-25");
        assert_eq!(long_with_precision(days, Precision::Month), "some day from 5 to 25 September 2022");
        assert_eq!(
            long_with_precision(range("2022-11-15", "2022-11-16"), Precision::Day),
            "15 to 16 November 2022"
        );
    }
}
