//! What an event is called: on its label, and to a screen reader.

use std::collections::{BTreeMap, BTreeSet};

use super::{dates, marks::MarkKind};
use crate::model::{DayRange, Event, Form, Kind, Participation, Precision, Review, Status};

/// The numbers of the sources under a chart, by file.
pub type SourceNumbers = BTreeMap<String, usize>;

/// How many independent sources speak of it: copies of one text count once.
pub fn n_sources(event: &Event) -> usize {
    match event.evidence.as_slice() {
        [] | [_] => event.evidence.len(),
        many => many.iter().map(|evidence| evidence.source.as_str()).collect::<BTreeSet<_>>().len(),
    }
}

/// The upper line of a label: the summit, or who was met.
pub fn label_name(event: &Event) -> String {
    match event.kind {
        Kind::Summit => event.name.clone(),
        Kind::Meeting | Kind::Call if event.counterparts.is_empty() => event.name.clone(),
        Kind::Meeting | Kind::Call => event.counterparts.join(", "),
    }
}

/// The lower line of a label: status where it is not a fact, form where it is no summit, date, sources.
pub fn label_detail(event: &Event, numbers: &SourceNumbers, dates: dates::Format) -> String {
    let mut parts = Vec::new();
    if event.status != Status::Happened {
        parts.push(status(event.status).to_owned());
    }
    match event.form {
        Form::Forum => parts.push("forum".to_owned()),
        Form::Ceremony => parts.push("ceremony".to_owned()),
        _ => {}
    }
    if event.left_early {
        parts.push("left early".to_owned());
    }
    parts.push(label_date(event.days, event.precision, dates));
    let detail = parts.join(", ");
    let references = references(event, numbers);
    if references.is_empty() { detail } else { format!("{detail} [{references}]") }
}

/// The date of a label; a range that only bounds the day says so.
pub fn label_date(days: DayRange, precision: Precision, dates: dates::Format) -> String {
    let date = dates.short(days);
    let bounds_only = days.is_bounded() && precision != Precision::Day && date.contains('–');
    if bounds_only { format!("within {date}") } else { date }
}

/// The numbers of an event's sources, `1, 3`.
fn references(event: &Event, numbers: &SourceNumbers) -> String {
    let numbers: BTreeSet<usize> =
        event.evidence.iter().filter_map(|evidence| numbers.get(&evidence.file).copied()).collect();
    let numbers: Vec<String> = numbers.into_iter().map(|number| number.to_string()).collect();
    numbers.join(", ")
}

/// A status in a word.
pub const fn status(status: Status) -> &'static str {
    match status {
        Status::Happened => "happened",
        Status::Planned => "planned",
        Status::Speculated => "speculated",
        Status::Alleged => "alleged",
        Status::Denied => "denied",
        Status::Cancelled => "cancelled",
    }
}

/// How he took part, in a word or two.
pub const fn participation(event: &Event) -> &'static str {
    match (event.kind, event.participation) {
        (Kind::Meeting, _) => "meeting",
        (Kind::Call, _) => "call",
        (Kind::Summit, Participation::Attended) => "attended",
        (Kind::Summit, Participation::Virtual) => "by video",
        (Kind::Summit, Participation::Skipped) => "skipped",
    }
}

/// What a screen reader says: `G20 summit, Bali, 15 to 16 November 2022, skipped, 3 sources`.
pub fn accessible(event: &Event) -> String {
    accessible_dated(event, dates::Format::default())
}

/// The same with dates written in a format.
pub fn accessible_dated(event: &Event, dates: dates::Format) -> String {
    let mut parts = vec![event.name.clone()];
    parts.push(dates.long_with_precision(event.days, event.precision));
    parts.push(participation(event).to_owned());
    if event.left_early {
        parts.push("left early".to_owned());
    }
    if event.status != Status::Happened {
        parts.push(status(event.status).to_owned());
    }
    parts.push(match n_sources(event) {
        1 => "1 source".to_owned(),
        n => format!("{n} sources"),
    });
    if !event.conflicts.is_empty() {
        parts.push("articles disagree".to_owned());
    }
    match event.review {
        Review::Unreviewed => {}
        Review::Confirmed => parts.push("confirmed".to_owned()),
        Review::Rejected => parts.push("rejected".to_owned()),
        Review::Edited => parts.push("edited".to_owned()),
    }
    if event.held {
        parts.push("held back".to_owned());
    }
    parts.join(", ")
}

/// The same, told with the shape of its mark: a summit on screens is no choice of his.
pub fn accessible_as(event: &Event, kind: MarkKind, dates: dates::Format) -> String {
    let name = accessible_dated(event, dates);
    if kind == MarkKind::VirtualForAll { format!("{name}, everybody by video") } else { name }
}

/// Which labels are kept where there is no room for all: higher is more important.
pub fn importance(event: &Event) -> i32 {
    let kind = match event.kind {
        Kind::Summit => 40,
        Kind::Meeting => 20,
        Kind::Call => 10,
    };
    let form = match event.form {
        Form::Summit | Form::Trilateral => 20,
        Form::Talks | Form::Forum | Form::Ceremony => 5,
        Form::Visit | Form::Handshake | Form::Phone | Form::Video => 0,
    };
    let status = match event.status {
        Status::Happened => 30,
        Status::Planned => 15,
        Status::Speculated | Status::Alleged | Status::Denied | Status::Cancelled => 0,
    };
    let sources = i32::try_from(n_sources(event).min(9)).unwrap_or(9) * 10;
    let reviewed = if event.review == Review::Confirmed { 25 } else { 0 };
    kind + form + status + sources + reviewed + event.confidence / 5
}
