//! The table of events as text: its cells in words, and its rows as CSV for a spreadsheet.

use super::csv::{guarded, quoted};
use crate::{
    model::{Event, Form},
    project::Column,
    timeline::{dates::Format, names},
    wire::words,
};

/// What stands in a cell.
pub fn cell(event: &Event, column: Column, dates: Format) -> String {
    match column {
        Column::Date => date(event, dates),
        Column::Kind => kind(event),
        Column::Name => event.name.clone(),
        Column::Counterparts => event.counterparts.join(", "),
        Column::Place => {
            let parts = event.place.city.iter().chain(&event.place.country);
            parts.map(String::as_str).collect::<Vec<_>>().join(", ")
        }
        Column::Status => status(event),
        Column::Sources => names::n_sources(event).to_string(),
        Column::Confidence => event.confidence.to_string(),
        Column::Review if event.held => format!("{}, held back", review(event)),
        Column::Review => review(event),
    }
}

/// The rows of `events` with their head, as CSV; the date is also given by its first and last day.
pub fn rows_csv(events: &mut dyn Iterator<Item = &Event>, dates: Format) -> String {
    let mut head: Vec<String> = Column::ALL.map(|column| column.name().to_owned()).into();
    head.extend(["First day", "Last day", "Files"].map(str::to_owned));
    let mut out = line(&head);
    for event in events {
        let mut cells: Vec<String> = Column::ALL.map(|column| cell(event, column, dates)).into();
        cells.push(event.days.start().map_or_else(String::new, |day| day.to_string()));
        cells.push(event.days.end().map_or_else(String::new, |day| day.to_string()));
        let mut files: Vec<&str> = event.evidence.iter().map(|evidence| evidence.file.as_str()).collect();
        files.sort_unstable();
        files.dedup();
        cells.push(files.join("; "));
        out.push_str(&line(&cells));
    }
    out
}

fn line(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| quoted(&guarded(cell))).collect();
    format!("{}\r\n", cells.join(","))
}

/// The date as exactly as it is known; a range that only bounds the day says so.
fn date(event: &Event, dates: Format) -> String {
    if event.days.start().or_else(|| event.days.end()).is_none() {
        return "not known".to_owned();
    }
    names::label_date(event.days, event.precision, dates)
}

fn kind(event: &Event) -> String {
    let word = match event.form {
        Form::Summit | Form::Talks => names::participation(event),
        Form::Forum | Form::Ceremony | Form::Trilateral => {
            return format!("{}, {}", words::form::word(event.form), names::participation(event));
        }
        Form::Visit | Form::Handshake => words::form::word(event.form),
        Form::Phone => "phone call",
        Form::Video => "video call",
    };
    if event.left_early { format!("{word}, left early") } else { word.to_owned() }
}

/// The status; what is disputed says so.
fn status(event: &Event) -> String {
    let word = names::status(event.status);
    if event.conflicts.is_empty() { word.to_owned() } else { format!("{word}, disputed") }
}

fn review(event: &Event) -> String {
    words::review::word(event.review).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_without_rows_has_a_head() {
        let csv = rows_csv(&mut std::iter::empty(), Format::default());
        assert!(
            csv.starts_with("Date,Kind,Name,Counterparts,Place,Status,Sources,Confidence,Review"),
            "{csv}"
        );
        assert!(csv.ends_with("First day,Last day,Files\r\n"), "{csv}");
    }
}
