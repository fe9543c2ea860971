//! `claims`: each article and what its sentences say, before anything is merged.

use std::{
    io::{BufReader, stdin},
    ops::ControlFlow,
    path::Path,
};

use super::{
    args::ClaimsArgs,
    extract::bad_line,
    output::Lines,
    read,
    report::{Report, Status},
};
use crate::{
    io::{lines, worker},
    project::analyse::{self, Reading},
    text,
    wire::{self, ArticleRecord, ClaimRecord, InputRecord, Record},
    world::World,
};

/// Prints the article records and claims of the inputs, or of the records on standard input.
pub(super) fn claims(args: &ClaimsArgs) -> Status {
    if args.input.iter().any(|path| path == Path::new("-")) {
        return from_records(args);
    }
    let mut report = Report::new();
    let found = match read::find(&args.input, &mut report) {
        Ok(found) => found,
        Err(status) => return status,
    };
    let mut out = Lines::new();
    read::each(found, &args.machine, &mut report, |reading| lines_of(&reading), |lines| out.line(&lines));
    out.end(report.status())
}

/// Reads article records line by line, and prints what is made of each as soon as all before it are printed.
fn from_records(args: &ClaimsArgs) -> Status {
    if args.input.len() > 1 {
        return super::report::usage("-: standard input cannot be mixed with other inputs: give it alone");
    }
    let mut report = Report::new();
    let mut out = Lines::new();
    let work = |(line_number, line): (usize, Result<String, String>)| {
        let made = line.and_then(|line| InputRecord::from_line(&line)).and_then(|record| {
            worker::guarded(|| lines_of(&understood(&record))).map_err(|message| {
                format!("could not be understood because of a defect in the program ({message})")
            })
        });
        made.map_err(|reason| bad_line(Path::new("-"), line_number, reason))
    };
    let n_threads = args.machine.threads.unwrap_or_else(worker::n_threads);
    let records = lines::Lines::new(BufReader::new(stdin()));
    worker::run(records, n_threads, worker::Order::OfJobs, work, |result| match result {
        Ok(lines) => {
            out.line(&lines)?;
            out.flush()
        }
        Err(failure) => {
            report.failed(&failure);
            ControlFlow::Continue(())
        }
    });
    out.end(report.status())
}

fn understood(record: &InputRecord) -> Reading {
    let world = World::builtin();
    let record = text::Record {
        id: &record.id,
        body: record.html.as_ref().or(record.text.as_ref()).map_or("", String::as_str),
        is_page: record.html.is_some(),
        title: record.title.as_deref(),
        published: record.published,
        url: record.url.as_deref(),
    };
    analyse::understand(text::article_from_record(&record, world), world)
}

/// The article's record and those of its claims, a line each.
fn lines_of(reading: &Reading) -> String {
    let mut lines = wire::json_line(&Record::Article(ArticleRecord::from(&reading.extraction.facts)));
    for claim in &reading.extraction.claims {
        lines.push('\n');
        lines.push_str(&wire::json_line(&Record::Claim(Box::new(ClaimRecord::from(claim)))));
    }
    lines
}
