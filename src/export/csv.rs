//! Events as one table that `TimelineJS` and Timesketch both read.
//!
//! `TimelineJS` wants dates in parts, `Headline` and `Text`; Timesketch wants `datetime`, `timestamp_desc` and
//! `message`. Undated events have no place in either and are left out; [`undated`] counts them.

use crate::{
    model::{Day, Event},
    timeline::{Lane, dates, names},
};

const COLUMNS: [&str; 15] = [
    "Year",
    "Month",
    "Day",
    "End Year",
    "End Month",
    "End Day",
    "Display Date",
    "Headline",
    "Text",
    "Media",
    "Group",
    "datetime",
    "timestamp_desc",
    "message",
    "source",
];

/// The table with its head, in the order of the events.
pub fn csv(events: &[Event]) -> String {
    let mut out = row(&COLUMNS.map(str::to_owned));
    for event in events {
        if let Some(first) = event.days.start().or_else(|| event.days.end()) {
            let last = event.days.end().unwrap_or(first);
            out.push_str(&row(&cells(event, first, last)));
        }
    }
    out
}

/// How many events the table leaves out because nothing tells their date.
pub fn undated(events: &[Event]) -> usize {
    events.iter().filter(|event| event.days.start().or_else(|| event.days.end()).is_none()).count()
}

fn cells(event: &Event, first: Day, last: Day) -> [String; 15] {
    let [year, month, day] = parts(first);
    let [end_year, end_month, end_day] = parts(last);
    let quotes: Vec<String> =
        event.evidence.iter().map(|evidence| format!("“{}” ({})", evidence.quote, evidence.file)).collect();
    let best = event.evidence.first();
    let name = names::accessible(event);
    [
        year,
        month,
        day,
        end_year,
        end_month,
        end_day,
        dates::long_with_precision(event.days, event.precision),
        event.name.clone(),
        quotes.join("\n"),
        best.and_then(|evidence| evidence.url.clone()).unwrap_or_default(),
        Lane::of(event).name().to_owned(),
        format!("{first}T00:00:00+00:00"),
        names::participation(event).to_owned(),
        name,
        best.map(|evidence| evidence.file.clone()).unwrap_or_default(),
    ]
}

fn parts(day: Day) -> [String; 3] {
    let (year, month, day) = day.ymd();
    [year.to_string(), month.to_string(), day.to_string()]
}

fn row(cells: &[String; 15]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| quoted(&guarded(cell))).collect();
    format!("{}\r\n", cells.join(","))
}

/// A cell that a spreadsheet would run as a formula begins with an apostrophe.
pub(super) fn guarded(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

pub(super) fn quoted(cell: &str) -> String {
    if cell.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_guarded_and_quotes_doubled() {
        assert_eq!(quoted(&guarded("=SUM(A1)")), "'=SUM(A1)");
        assert_eq!(quoted("he said \"no\""), "\"he said \"\"no\"\"\"");
    }

    #[test]
    fn the_head_has_what_both_programs_want() {
        let head = csv(&[]);
        for column in ["Year", "Headline", "datetime", "timestamp_desc", "message"] {
            assert!(head.contains(column), "{head}");
        }
    }
}
