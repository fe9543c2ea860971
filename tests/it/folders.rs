//! The literate cases of `tests/golden/folders/*.md`: a few short articles, and the events that they come to together.
//!
//! `## ` opens a case, `### NAME [DATE]` an article with the date that it is given, if any. Then come lines that begin
//! with `->`, one for each event, held ones too, or `-> nothing`. `-> window NAME DAYS` tells when an article was
//! written, `-> doubt NAME: WORDS` which title of it the register knows to be otherwise. `subject: NAME` under a case's
//! head is whose timeline it is, `language: CODE` the language, English where it says none. `known miss:` below a case says why it fails
//! today; when it comes right, the mark has to go. Each case is read three times: as it stands, with its articles in
//! backward order, and with each of them twice; nothing may change.

use std::{collections::BTreeSet, fs, path::Path};

use summitline::{
    model::{Day, DayRange, Event, Kind, Participation, Published, PublishedBasis, Status, Step},
    project::analyse::{self, Reading},
    resolve, text, wire,
    world::World,
};

#[derive(Default)]
struct Case {
    name: String,
    subject: Option<String>,
    language: Option<String>,
    articles: Vec<(String, Option<Day>, String)>,
    expected: BTreeSet<String>,
    known_miss: bool,
}

#[test]
fn every_folder_comes_to_the_events_that_it_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/folders");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut wrong = Vec::new();
    let mut n_cases = 0;
    for file in &files {
        let page = file.file_stem().unwrap().to_str().unwrap();
        for case in cases(&fs::read_to_string(file).unwrap()) {
            n_cases += 1;
            let said = said(&case);
            match (said == case.expected, case.known_miss) {
                (true, false) | (false, true) => {}
                (true, true) => {
                    wrong.push(format!("{page}, {}: is right now, take the mark away", case.name));
                }
                (false, false) => {
                    let missing: Vec<_> = case.expected.difference(&said).collect();
                    let more: Vec<_> = said.difference(&case.expected).collect();
                    wrong.push(format!(
                        "{page}, {}:\n  missing {missing:#?}\n  too many {more:#?}",
                        case.name
                    ));
                }
            }
        }
    }
    println!("{n_cases} folders");
    assert!(n_cases >= 40, "{n_cases} cases");
    assert!(wrong.is_empty(), "{} of {n_cases} cases:\n{}", wrong.len(), wrong.join("\n"));
}

fn cases(page: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for line in page.lines() {
        if let Some(name) = line.strip_prefix("## ") {
            cases.push(Case { name: name.to_owned(), ..Case::default() });
        }
        let Some(case) = cases.last_mut() else { continue };
        if let Some(head) = line.strip_prefix("### ") {
            let (name, day) = head.split_once(' ').unwrap_or((head, ""));
            case.articles.push((name.to_owned(), Day::parse(day), String::new()));
        } else if let Some(subject) = line.strip_prefix("subject: ") {
            case.subject = Some(subject.to_owned());
        } else if let Some(language) = line.strip_prefix("language: ") {
            case.language = Some(language.to_owned());
        } else if let Some(expected) = line.strip_prefix("->") {
            case.expected.insert(expected.trim().to_owned());
        } else if line.starts_with("known miss:") {
            case.known_miss = true;
        } else if let Some((_, _, body)) = case.articles.last_mut() {
            body.push_str(line);
            body.push('\n');
        }
    }
    for case in &mut cases {
        case.expected.remove("nothing");
        assert!(!case.articles.is_empty(), "{}: no article", case.name);
    }
    cases
}

/// What the articles of a case come to, whatever their order and however often they are given.
fn said(case: &Case) -> BTreeSet<String> {
    let subject = case.subject.as_deref().unwrap_or("Vladimir Putin");
    let readings: Vec<Reading> = case.articles.iter().map(|article| reading(case, article)).collect();
    let forward: Vec<&Reading> = readings.iter().collect();
    let backward: Vec<&Reading> = readings.iter().rev().collect();
    let twice: Vec<&Reading> = readings.iter().chain(&readings).collect();
    let world = World::builtin();
    let events = analyse::merge(&forward, subject, &[], world);
    assert_eq!(
        analyse::merge(&backward, subject, &[], world),
        events,
        "{}: the order of articles",
        case.name
    );
    assert_eq!(analyse::merge(&twice, subject, &[], world), events, "{}: each counts once", case.name);
    let told = events.iter().map(|event| told(event, &events));
    told.chain(windows(case, &readings)).chain(doubts(case, &readings)).collect()
}

fn reading(case: &Case, (name, given, body): &(String, Option<Day>, String)) -> Reading {
    let world = World::builtin();
    let mut article = text::article(&format!("{name}.txt"), body.trim().as_bytes(), world);
    // Telling the language of two short sentences is another test's business.
    case.language.as_deref().unwrap_or("en").clone_into(&mut article.language);
    if let Some(day) = given {
        article.published = Some(Published { day: *day, basis: PublishedBasis::Given });
    }
    analyse::understand(article, world)
}

/// The windows that the case asks for.
fn windows(case: &Case, readings: &[Reading]) -> Vec<String> {
    let asked = |name: &str| case.expected.iter().any(|line| line.starts_with(&format!("window {name} ")));
    let articles = case.articles.iter().zip(readings).filter(|((name, _, _), _)| asked(name));
    articles
        .map(|((name, _, _), reading)| {
            let (facts, claims) = (&reading.extraction.facts, &reading.extraction.claims);
            format!("window {name} {}", days(resolve::window_with(facts, claims, World::builtin()).days))
        })
        .collect()
}

/// The titles that are doubted.
fn doubts(case: &Case, readings: &[Reading]) -> Vec<String> {
    let world = World::builtin();
    let mut doubts = Vec::new();
    for ((name, _, _), reading) in case.articles.iter().zip(readings) {
        let facts = &reading.extraction.facts;
        let window = resolve::window_with(facts, &reading.extraction.claims, world);
        for step in resolve::doubted_titles(facts, window.days, world) {
            if let Step::TitleDoubted { quote, .. } = step {
                doubts.push(format!("doubt {name}: {quote}"));
            }
        }
    }
    doubts
}

fn days(days: DayRange) -> String {
    wire::edtf_from_days(days).unwrap_or_else(|| "?".to_owned())
}

fn told(event: &Event, all: &[Event]) -> String {
    let mut parts = vec![format!("{} {}", wire::words::kind::word(event.kind), what(event))];
    if event.kind == Kind::Summit {
        parts.push(wire::words::participation::word(event.participation).to_owned());
    }
    parts.push(wire::words::status::word(event.status).to_owned());
    parts.push(days(event.days));
    let sources: BTreeSet<&str> = event.evidence.iter().map(|quote| quote.source.as_str()).collect();
    if sources.len() > 1 {
        parts.push(format!("{} sources", sources.len()));
    }
    let aside = event.sidelines_of.as_ref().and_then(|id| all.iter().find(|other| other.id == *id));
    parts.extend(aside.map(|summit| format!("beside {}", what(summit))));
    parts.extend(event.delegate.iter().map(|name| format!("delegate {name}")));
    parts.extend(event.conflicts.iter().map(|conflict| format!("conflict: {}", conflict.field)));
    let absent = event.participation != Participation::Attended;
    let doubted = event.derivation.iter().any(|step| matches!(step, Step::TitleDoubted { .. }));
    let untold = event.derivation.iter().any(|step| matches!(step, Step::OutcomeNotTold { .. }));
    for (holds, word) in [
        (event.host && event.kind == Kind::Summit, "host"),
        (event.left_early && !absent, "left early"),
        (!event.maybe_same_as.is_empty(), "perhaps another"),
        (untold && event.status == Status::Planned, "outcome not told"),
        (doubted, "title doubted"),
        (event.held, "held"),
    ] {
        if holds {
            parts.push(word.to_owned());
        }
    }
    parts.join(" | ")
}

/// The edition or series of a summit, else who was met, else which country.
fn what(event: &Event) -> String {
    let series = event.edition.clone().or_else(|| event.series.clone());
    let people = if event.counterparts.is_empty() { &event.countries } else { &event.counterparts };
    series.unwrap_or_else(|| people.join(" + "))
}
