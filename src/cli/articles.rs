//! `articles`: what was made of each article.

use super::{
    args::ClaimsArgs,
    output::Lines,
    read,
    report::{Report, Status},
};
use crate::{
    export::words,
    extract::{self, times},
    model::{Doubt, DoubtKind, Span, Step, Window},
    project::analyse::Reading,
    resolve, text,
    wire::{self, ReadingRecord},
    world::World,
};

/// Prints a record of each article of the inputs.
pub(super) fn articles(args: &ClaimsArgs) -> Status {
    let mut report = Report::new();
    let found = match read::find(&args.input, &mut report) {
        Ok(found) => found,
        Err(status) => return status,
    };
    let mut out = Lines::new();
    let make = |reading: Reading| wire::json_line(&record_of(&reading, World::builtin()));
    read::each(found, &args.machine, &mut report, make, |line| out.line(&line));
    out.end(report.status())
}

fn record_of(reading: &Reading, world: &World) -> ReadingRecord {
    let extraction = &reading.extraction;
    let window = resolve::window_with(&extraction.facts, &extraction.claims, world);
    let steps = words::window(&window);
    let mentions = if extraction.times.is_empty() {
        let mut article = reading.article.clone();
        text::divide(&mut article);
        extract::times_of(&article, world)
    } else {
        extraction.times.clone()
    };
    let times: Vec<_> = mentions
        .iter()
        .flat_map(|mention| times::apart(&reading.article.text, mention, &reading.article.language))
        .map(|mention| {
            let days = resolve::days(&mention.timex, mention.tense, window.days, world);
            (mention, days)
        })
        .collect();
    ReadingRecord::new(&reading.article)
        .with_window(window.days, steps)
        .with_times(&times)
        .with_doubts(&doubts(reading, &window, world), &extraction.left_out)
}

/// What could not be settled, and the titles that the register knows to be otherwise.
fn doubts(reading: &Reading, window: &Window, world: &World) -> Vec<Doubt> {
    let titles = resolve::doubted_titles(&reading.extraction.facts, window.days, world);
    let text = &reading.article.text;
    let titles = titles.iter().map(|step| {
        let quote = match step {
            Step::TitleDoubted { quote, .. } => quote.as_str(),
            _ => "",
        };
        let span = text.find(quote).map(|start| Span::new(start, start + quote.len()));
        Doubt { kind: DoubtKind::Contradiction, span, message: words::step(step) }
    });
    reading.extraction.doubts.iter().cloned().chain(titles).collect()
}
