//! Reads the tables of `assets/`: tab-separated, a header row, no quoting, `#` before a remark.

use std::fmt;

use crate::model::{Day, DayRange, Precision};

/// A row that could not be used; the program goes on without it, and a test names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadRow {
    /// The file in `assets/`.
    pub table: &'static str,
    /// From 1.
    pub line_number: usize,
    /// What is wrong with it.
    pub why: String,
}

impl fmt::Display for BadRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "assets/{}:{}: {}", self.table, self.line_number, self.why)
    }
}

/// The rows of one table as far as they are sound, and where each stands.
pub(super) struct Table<const N: usize> {
    name: &'static str,
    rows: Vec<(usize, [&'static str; N])>,
}

impl<const N: usize> Table<N> {
    /// Reads `text`, whose header must be `columns`; a row with another number of cells is bad.
    pub(super) fn read(
        name: &'static str,
        columns: [&str; N],
        text: &'static str,
        bad: &mut Vec<BadRow>,
    ) -> Self {
        let mut rows = Vec::new();
        let mut lines =
            (1..).zip(text.lines()).filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
        let header = lines.next().map_or((1, ""), |header| header);
        if header.1.split('\t').ne(columns) {
            let why = format!("the header is not {columns:?}");
            bad.push(BadRow { table: name, line_number: header.0, why });
            return Self { name, rows };
        }
        for (line_number, line) in lines {
            let cells: Vec<&'static str> = line.split('\t').map(str::trim).collect();
            match <[&'static str; N]>::try_from(cells) {
                Ok(cells) => rows.push((line_number, cells)),
                Err(cells) => {
                    let why = format!("has {} cells where the header has {N}", cells.len());
                    bad.push(BadRow { table: name, line_number, why });
                }
            }
        }
        Self { name, rows }
    }

    /// What `make` makes of each row, in order; what it refuses goes to `bad` with its reason.
    pub(super) fn map<T>(
        &self,
        bad: &mut Vec<BadRow>,
        mut make: impl FnMut([&'static str; N]) -> Result<T, String>,
    ) -> Vec<T> {
        let mut things = Vec::with_capacity(self.rows.len());
        for (line_number, cells) in &self.rows {
            match make(*cells) {
                Ok(thing) => things.push(thing),
                Err(why) => bad.push(BadRow { table: self.name, line_number: *line_number, why }),
            }
        }
        things
    }
}

/// A cell that must not be empty.
pub(super) fn required(cell: &str, column: &str) -> Result<String, String> {
    optional(cell).ok_or_else(|| format!("`{column}` is empty"))
}

/// A cell, or `None` where it is empty.
pub(super) fn optional(cell: &str) -> Option<String> {
    (!cell.is_empty()).then(|| cell.to_owned())
}

/// The days of a date as the tables write it: `2022`, `2022-09` or `2022-09-15`.
pub(super) fn days(cell: &str) -> Result<DayRange, String> {
    let found = match cell.len() {
        4 => cell.parse().ok().and_then(DayRange::year),
        7 => cell
            .split_once('-')
            .and_then(|(year, month)| DayRange::month(year.parse().ok()?, month.parse().ok()?)),
        _ => Day::parse(cell).map(DayRange::day),
    };
    found.ok_or_else(|| format!("`{cell}` is no date"))
}

/// The days from one date to another, and how exactly they are known.
pub(super) fn span(start: &str, end: &str) -> Result<(DayRange, Precision), String> {
    let (first, last) = (days(start)?, days(end)?);
    let range =
        DayRange::new(first.first(), last.last()).ok_or_else(|| format!("{end} lies before {start}"))?;
    let precision = if start.len() == 10 && end.len() == 10 { Precision::Day } else { range.precision() };
    Ok((range, precision))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_row_is_named_and_the_rest_is_read() {
        let mut bad = Vec::new();
        let table = Table::read("x.tsv", ["a", "b"], "# remark\na\tb\n1\t2\n3\n\n5\t6\n", &mut bad);
        let sums = table
            .map(&mut bad, |[a, b]| if a == "5" { Err("five".to_owned()) } else { Ok(format!("{a}{b}")) });
        assert_eq!(sums, ["12"]);
        let told: Vec<String> = bad.iter().map(ToString::to_string).collect();
        assert_eq!(told, ["assets/x.tsv:4: has 1 cells where the header has 2", "assets/x.tsv:6: five"]);
    }

    #[test]
    fn a_wrong_header_gives_no_rows() {
        let mut bad = Vec::new();
        let table = Table::read("x.tsv", ["a", "b"], "a\tc\n1\t2\n", &mut bad);
        assert!(table.rows.is_empty(), "nothing is guessed");
        assert_eq!(bad.len(), 1);
    }

    #[test]
    fn dates_may_be_as_coarse_as_a_year() {
        assert_eq!(format!("{:?}", days("2024-02").unwrap()), "2024-02-01..2024-02-29");
        assert_eq!(span("2026", "2026").unwrap().1, Precision::Year);
        assert_eq!(span("2022-11-15", "2022-11-16").unwrap().1, Precision::Day);
        assert!(span("2022-11-15", "2022-11-14").is_err(), "the wrong way round");
        assert!(days("soon").is_err(), "not a date");
    }
}
