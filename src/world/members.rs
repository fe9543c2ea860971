//! Which countries belong to the organisations whose membership is fixed, from when to when.

use super::table::{self, BadRow, Table};
use crate::model::{Day, DayRange};

/// A country's membership.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Membership {
    series: String,
    country: String,
    days: DayRange,
}

/// The members of the series that have a fixed list of them.
#[derive(Debug, Default)]
pub struct Members {
    all: Vec<Membership>,
}

impl Members {
    pub(super) fn read(bad: &mut Vec<BadRow>) -> Self {
        let text = include_str!("../../assets/members.tsv");
        let table = Table::read("members.tsv", ["series", "country", "from", "until", "source"], text, bad);
        Self { all: table.map(bad, membership) }
    }

    /// Whether a country was a member on some of the days; `None` for a series without a fixed list.
    pub fn is_member(&self, series: &str, country: &str, days: DayRange) -> Option<bool> {
        let mut listed = self.all.iter().filter(|row| row.series == series).peekable();
        listed.peek()?;
        Some(listed.any(|row| row.country == country && row.days.meet(days).is_some()))
    }
}

fn membership([series, country, from, until, source]: [&str; 5]) -> Result<Membership, String> {
    table::required(source, "source")?;
    let day = |cell: &str| match table::optional(cell) {
        Some(text) => Day::parse(&text).map(Some).ok_or_else(|| format!("`{text}` is no day")),
        None => Ok(None),
    };
    let first = day(from)?.map_or(DayRange::ANY, DayRange::from);
    let last = day(until)?.map_or(DayRange::ANY, DayRange::until);
    Ok(Membership {
        series: table::required(series, "series")?,
        country: table::required(country, "country")?,
        days: first.meet(last).ok_or("it ends before it begins")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::World;

    #[test]
    fn members_come_and_go() {
        let is_member = |series: &str, country: &str, day: &str| {
            World::builtin().members().is_member(series, country, DayRange::day(Day::parse(day).unwrap()))
        };
        assert_eq!(is_member("G8", "RU", "2013-06-17"), Some(true));
        assert_eq!(is_member("G7", "RU", "2023-05-20"), Some(false));
        assert_eq!(is_member("BRICS", "IR", "2023-08-22"), Some(false), "not yet");
        assert_eq!(is_member("BRICS", "IR", "2024-10-22"), Some(true));
        assert_eq!(is_member("Valdai", "RU", "2024-10-22"), None, "a forum has no members");
    }
}
