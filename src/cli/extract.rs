//! `extract` and `merge`: events on standard output.

use std::{collections::BTreeSet, io::BufRead, path::Path};

use super::{
    args::{EventArgs, ExtractArgs, Format, MergeArgs},
    output,
    read::{self, Ground},
    report::{self, Report, Status},
};
use crate::{
    export::words,
    io::{kinds, lines},
    model::Event,
    project::FileFailure,
    wire::{self, EventRecord, Record},
};

/// Prints the events of the inputs.
pub(super) fn extract(args: &ExtractArgs) -> Status {
    let mut report = Report::new();
    let read = read::subject(&args.events.subject.subject).and_then(|subject| {
        let found = read::find(&args.input, &mut report)?;
        Ok((subject, Ground::read(found, &args.machine, &mut report)))
    });
    match read {
        Ok((subject, ground)) => print(ground, &subject, &args.events, report.status()),
        Err(status) => status,
    }
}

/// Prints the events of claims that were written before.
pub(super) fn merge(args: &MergeArgs) -> Status {
    let subject = match read::subject(&args.events.subject.subject) {
        Ok(subject) => subject,
        Err(status) => return status,
    };
    let mut report = Report::new();
    let mut ground = Ground::default();
    for path in &args.claims {
        match lines::open(path) {
            Ok(lines) => add_records(&mut ground, lines, path, &mut report),
            Err(error) => {
                let (what, remedy) = kinds::words_for(&error);
                return report::usage(&format!("{}: {what}: {remedy}", path.display()));
            }
        }
    }
    drop_orphans(&mut ground, &mut report);
    print(ground, &subject, &args.events, report.status())
}

/// Adds the records of one file; a line that is none is told with its number.
fn add_records(ground: &mut Ground, lines: lines::Lines<Box<dyn BufRead>>, path: &Path, report: &mut Report) {
    for (line_number, line) in lines {
        let record = line.and_then(|line| wire::record_from_line(&line));
        match record {
            Ok(Record::Article(record)) => ground.facts.push(record.into()),
            Ok(Record::Claim(record)) => ground.claims.push((*record).into()),
            Err(reason) => report.failed(&bad_line(path, line_number, reason)),
        }
    }
}

/// What is wrong with one line of a file.
pub(super) fn bad_line(path: &Path, line_number: usize, reason: String) -> FileFailure {
    let name = if path == Path::new("-") { "standard input".to_owned() } else { path.display().to_string() };
    FileFailure {
        file: format!("{name}, line {line_number}"),
        reason,
        advice: "mend or remove the line".to_owned(),
    }
}

/// A claim whose article nobody gave cannot be cited, so it is told and dropped.
fn drop_orphans(ground: &mut Ground, report: &mut Report) {
    let known: BTreeSet<&str> = ground.facts.iter().map(|facts| facts.hash.as_str()).collect();
    let orphans: BTreeSet<String> = ground
        .claims
        .iter()
        .filter(|claim| !known.contains(claim.article.as_str()))
        .map(|claim| claim.article.clone())
        .collect();
    for hash in &orphans {
        report.failed(&FileFailure {
            file: format!("article {hash}"),
            reason: "has claims but no article record".to_owned(),
            advice: "merge all files that `claims` wrote together".to_owned(),
        });
    }
    ground.claims.retain(|claim| !orphans.contains(&claim.article));
}

fn print(ground: Ground, subject: &str, args: &EventArgs, status: Status) -> Status {
    let events = match ground.merged(subject) {
        Ok(events) => events,
        Err(status) => return status,
    };
    let records: Vec<EventRecord> =
        events.iter().filter(|event| args.all || !event.held).map(record_of).collect();
    output::write_all(args.output.as_ref(), formatted(&records, args.format).as_bytes(), status)
}

/// An event's record, with its derivation in words.
fn record_of(event: &Event) -> EventRecord {
    EventRecord::new(event, words::steps(&event.derivation))
}

fn formatted(records: &[EventRecord], format: Format) -> String {
    let lines = || records.iter().map(wire::json_line);
    match format {
        Format::Jsonl => lines().fold(String::new(), |mut all, line| {
            all.push_str(&line);
            all.push('\n');
            all
        }),
        Format::Json if records.is_empty() => "[]\n".to_owned(),
        Format::Json => format!("[\n{}\n]\n", lines().collect::<Vec<_>>().join(",\n")),
        Format::Csv => std::iter::once(wire::csv_header()).chain(records.iter().map(wire::csv_row)).collect(),
    }
}
