//! An event as a text that can be pasted into a note: what, when, how it is known, and where it says so.

use crate::{
    model::{DayRange, Event, Evidence, Status},
    timeline::{dates, names},
};

/// An event with its quotes as plain text, one line a quote.
pub fn citation(event: &Event) -> String {
    let mut text = format!(
        "{}: {}, {} ({}",
        event.subject,
        event.name,
        dates::long_with_precision(event.days, event.precision),
        names::participation(event)
    );
    if event.left_early {
        text.push_str(", left early");
    }
    if event.status != Status::Happened {
        text.push_str(", ");
        text.push_str(names::status(event.status));
    }
    text.push_str(").");
    for evidence in &event.evidence {
        text.push('\n');
        text.push_str(&quoted(evidence));
    }
    text
}

/// `“The sentence.” Title, file, 16 November 2022, https://…`
fn quoted(evidence: &Evidence) -> String {
    let quote = evidence.quote.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut parts = Vec::new();
    parts.extend(evidence.title.clone());
    parts.push(evidence.file.clone());
    parts
        .push(evidence.published.map_or_else(|| "undated".to_owned(), |day| dates::long(DayRange::day(day))));
    parts.extend(evidence.url.clone());
    format!("“{quote}” {}", parts.join(", "))
}
