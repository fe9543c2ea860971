//! Events as rows of a table: one row an event, lists joined with `; `, the best quote with its file.

use super::{event::EventRecord, words};
use crate::model::Day;

/// The columns, in order.
const COLUMNS: [&str; 27] = [
    "id",
    "kind",
    "form",
    "held",
    "subject",
    "series",
    "name",
    "counterparts",
    "countries",
    "participation",
    "left_early",
    "host",
    "delegate",
    "reason",
    "status",
    "start",
    "end",
    "precision",
    "date_basis",
    "city",
    "country",
    "sidelines_of",
    "confidence",
    "review",
    "file",
    "quote",
    "n_quotes",
];

/// The first row, with its line break.
pub fn csv_header() -> String {
    row(COLUMNS.map(str::to_owned))
}

/// An event's row, with its line break.
pub fn csv_row(event: &EventRecord) -> String {
    let best = event.evidence.first();
    let place = event.place.clone().unwrap_or_default();
    row([
        event.id.clone(),
        words::kind::word(event.kind).to_owned(),
        words::form::word(event.form).to_owned(),
        event.held.to_string(),
        event.subject.clone(),
        event.series.clone().unwrap_or_default(),
        event.name.clone(),
        event.counterparts.join("; "),
        event.countries.join("; "),
        words::participation::word(event.participation).to_owned(),
        event.left_early.to_string(),
        event.host.to_string(),
        event.delegate.clone().unwrap_or_default(),
        event.reason.as_ref().map(|reason| words::reason::word(reason.kind).to_owned()).unwrap_or_default(),
        words::status::word(event.status).to_owned(),
        day(event.start),
        day(event.end),
        words::precision::word(event.precision).to_owned(),
        event.date_basis.join("; "),
        place.city.unwrap_or_default(),
        place.country.unwrap_or_default(),
        event.sidelines_of.clone().unwrap_or_default(),
        event.confidence.to_string(),
        words::review::word(event.review).to_owned(),
        best.map(|evidence| evidence.file.clone()).unwrap_or_default(),
        best.map(|evidence| evidence.quote.clone()).unwrap_or_default(),
        event.evidence.len().to_string(),
    ])
}

fn day(day: Option<Day>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// Cells as RFC 4180 has them, the row ended by CR LF.
fn row<const N: usize>(cells: [String; N]) -> String {
    let mut row = cells.map(|cell| quoted(&guarded(cell))).join(",");
    row.push_str("\r\n");
    row
}

/// A cell that a spreadsheet would run as a formula gets an apostrophe before it.
fn guarded(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { format!("'{cell}") } else { cell }
}

fn quoted(cell: &str) -> String {
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
    fn cells_are_quoted_and_formulas_guarded() {
        let cells = ["plain", "a,b", "say \"so\"", "=1+1", "-5", "@x"].map(str::to_owned);
        assert_eq!(row(cells), "plain,\"a,b\",\"say \"\"so\"\"\",'=1+1,'-5,'@x\r\n");
    }
}
