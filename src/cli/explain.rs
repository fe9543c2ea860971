//! `explain`: why this event, this date, this status, with every step and every quote.

use std::{collections::BTreeSet, fmt::Write as _};

use super::{
    args::ExplainArgs,
    output,
    read::{self, Ground},
    report::{self, Report, Status},
};
use crate::{
    export::words as told,
    model::{ArticleFacts, Claim, Event, Evidence},
    project::analyse,
    wire::words,
    world::World,
};

/// Prints how an event, or the event of a claim, came about.
pub(super) fn explain(args: &ExplainArgs) -> Status {
    told_event(args).unwrap_or_else(|status| status)
}

fn told_event(args: &ExplainArgs) -> Result<Status, Status> {
    let subject = read::subject(&args.subject.subject)?;
    let mut report = Report::new();
    let found = read::find(std::slice::from_ref(&args.input), &mut report)?;
    let ground = Ground::read(found, &args.machine, &mut report);
    let id = args.id.trim();
    let event = find(&ground, id, &subject).ok_or_else(|| {
        let input = args.input.display();
        report::usage(&format!(
            "{id}: no event and no claim has this id: `summitline extract {input} --all` prints the ids"
        ))
    })?;
    let claims: Vec<&Claim> = ground.claims.iter().collect();
    let mut text = explanation(&event, &claims).unwrap_or_default();
    text.push_str(&doubts(&event, &ground.facts));
    Ok(output::write_all(None, text.as_bytes(), report.status()))
}

/// The event of this id, or the one that rests on the claim of this id; the subject's own first.
fn find(ground: &Ground, id: &str, subject: &str) -> Option<Event> {
    let leaders: BTreeSet<&str> = ground.claims.iter().map(|claim| claim.leader.as_str()).collect();
    let others = leaders.into_iter().filter(|leader| *leader != subject);
    let is_meant =
        |event: &Event| event.id == id || event.evidence.iter().any(|evidence| evidence.claim == id);
    std::iter::once(subject).chain(others).find_map(|leader| {
        let (facts, claims) = (ground.facts.clone(), ground.claims.clone());
        let mut events = analyse::merge_claims(facts, claims, leader, World::builtin());
        let index =
            events.iter().position(|event| event.id == id).or_else(|| events.iter().position(is_meant))?;
        Some(events.swap_remove(index))
    })
}

fn explanation(event: &Event, claims: &[&Claim]) -> Result<String, std::fmt::Error> {
    let mut text = String::new();
    let participation = words::participation::word(event.participation);
    let (form, status) = (words::form::word(event.form), words::status::word(event.status));
    writeln!(text, "{}", event.name)?;
    writeln!(text, "id: {}", event.id)?;
    writeln!(text, "subject: {}", event.subject)?;
    writeln!(text, "what: {}, {form}: {participation}, {status}", words::kind::word(event.kind))?;
    for (name, list) in [("with", &event.counterparts), ("countries", &event.countries)] {
        if !list.is_empty() {
            writeln!(text, "{name}: {}", list.join(", "))?;
        }
    }
    writeln!(text)?;
    date(&mut text, event)?;
    belief(&mut text, event)?;
    writeln!(text, "\nevidence")?;
    for (number, evidence) in (1..).zip(&event.evidence) {
        let claim = claims.iter().find(|claim| claim.id == evidence.claim).copied();
        quote(&mut text, number, evidence, claim)?;
    }
    Ok(text)
}

/// What stayed open in the articles that the event rests on: other readings, and totals to be checked.
fn doubts(event: &Event, facts: &[ArticleFacts]) -> String {
    let files: BTreeSet<&str> = event.evidence.iter().map(|evidence| evidence.file.as_str()).collect();
    let told = facts.iter().filter(|facts| files.contains(facts.file.as_str()) && !facts.doubts.is_empty());
    let lines: Vec<String> = told
        .flat_map(|facts| facts.doubts.iter().map(move |doubt| format!("  {}: {doubt}\n", facts.file)))
        .collect();
    if lines.is_empty() { String::new() } else { format!("\nwhat stayed open\n{}", lines.concat()) }
}

/// When, and why then.
fn date(text: &mut String, event: &Event) -> std::fmt::Result {
    let end_of = |day: Option<crate::model::Day>| day.map_or_else(|| "?".to_owned(), |day| day.to_string());
    let (start, end) = (end_of(event.days.start()), end_of(event.days.end()));
    let days = if start == end { start } else { format!("{start} to {end}") };
    writeln!(text, "date: {days} ({})", words::precision::word(event.precision))?;
    for (number, step) in (1..).zip(told::steps(&event.derivation)) {
        writeln!(text, "  {number}. {step}")?;
    }
    if !event.inferred.is_empty() {
        writeln!(text, "inferred, not said by a sentence: {}", event.inferred.join(", "))?;
    }
    Ok(())
}

/// How sure, and what speaks against it.
fn belief(text: &mut String, event: &Event) -> std::fmt::Result {
    let held = if event.held { ", held back for review" } else { "" };
    writeln!(text, "\nconfidence: {} of 100{held}", event.confidence)?;
    for reason in &event.reasons {
        writeln!(text, "  {}", told::confidence_reason(reason))?;
    }
    for conflict in &event.conflicts {
        writeln!(text, "the articles disagree on {}:", conflict.field)?;
        for (value, file) in &conflict.values {
            writeln!(text, "  {value}: {file}")?;
        }
    }
    for (name, ids) in [
        ("perhaps the same as", event.maybe_same_as.as_slice()),
        ("on the margins of", event.sidelines_of.as_slice()),
    ] {
        if !ids.is_empty() {
            writeln!(text, "{name}: {}", ids.join(", "))?;
        }
    }
    Ok(())
}

fn quote(text: &mut String, number: usize, evidence: &Evidence, claim: Option<&Claim>) -> std::fmt::Result {
    let published = evidence.published.map_or_else(|| "undated".to_owned(), |day| day.to_string());
    let title = evidence.title.as_deref().unwrap_or("untitled");
    writeln!(text, "  [{number}] {}, characters {} to {}", evidence.file, evidence.start, evidence.end)?;
    writeln!(text, "      {title} ({published})")?;
    writeln!(text, "      “{}”", on_one_line(&evidence.quote))?;
    let (participation, status) =
        (words::participation::word(evidence.participation), words::status::word(evidence.status));
    let grade = words::grade::word(evidence.grade);
    writeln!(text, "      says: {participation}, {status}; in: {grade}; rule: {}", evidence.rule)?;
    if !evidence.trigger.is_empty() {
        writeln!(text, "      words: {}", evidence.trigger)?;
    }
    if let Some(speaker) = &evidence.speaker {
        writeln!(text, "      according to: {}", speaker.name)?;
    }
    if let Some(reason) = claim.and_then(|claim| claim.reason.as_ref()) {
        write!(text, "      reason: {}", words::reason::word(reason.kind))?;
        if !reason.quote.is_empty() && reason.quote != evidence.quote {
            write!(text, " (“{}”)", on_one_line(&reason.quote))?;
        }
        writeln!(text)?;
    }
    Ok(())
}

/// The words with single spaces: a quote may go over lines.
fn on_one_line(quote: &str) -> String {
    quote.split_whitespace().collect::<Vec<_>>().join(" ")
}
