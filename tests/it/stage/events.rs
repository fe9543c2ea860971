//! What the stage's articles say, made by hand.

use std::sync::Arc;

use summitline::{
    model::{
        ConfidenceReason, Conflict, Day, DayRange, Event, Evidence, Form, Grade, Kind, Participation, Place,
        Precision, Review, Speaker, Status, Step,
    },
    project::analyse::Reading,
};

use super::articles::ARTICLES;

fn days(first: &str, last: &str) -> DayRange {
    DayRange::new(Day::parse(first).unwrap(), Day::parse(last).unwrap()).unwrap()
}

fn evidence(file: &str, quote: &str) -> Evidence {
    let (_, text) = ARTICLES.iter().find(|(name, _)| *name == file).unwrap();
    let byte = text.find(quote).unwrap();
    let start = text[..byte].chars().count();
    Evidence {
        claim: format!("{file}:{start}"),
        article: format!("hash of {file}"),
        source: format!("hash of {file}"),
        file: file.to_owned(),
        title: text.lines().next().map(ToOwned::to_owned),
        published: None,
        url: None,
        quote: quote.to_owned(),
        prefix: String::new(),
        suffix: String::new(),
        start,
        end: start + quote.chars().count(),
        language: "en".to_owned(),
        participation: Participation::Attended,
        status: Status::Happened,
        grade: Grade::Body,
        speaker: None,
        trigger: String::new(),
        rule: "en.test".to_owned(),
    }
}

/// An event with one quote; what it is otherwise is changed by the caller.
fn event(name: &str, kind: Kind, days: DayRange, quote: Evidence) -> Event {
    let form = match kind {
        Kind::Summit => Form::Summit,
        Kind::Meeting => Form::Talks,
        Kind::Call => Form::Phone,
    };
    Event {
        id: name.to_lowercase().replace([' ', ','], "-"),
        kind,
        form,
        held: false,
        subject: "Vladimir Putin".to_owned(),
        series: None,
        edition: None,
        name: name.to_owned(),
        counterparts: Vec::new(),
        countries: Vec::new(),
        participation: Participation::Attended,
        left_early: false,
        host: false,
        delegate: None,
        reason: None,
        status: Status::Happened,
        days,
        precision: days.precision(),
        derivation: vec![Step::Tense { days }],
        inferred: Vec::new(),
        place: Place::default(),
        sidelines_of: None,
        maybe_same_as: Vec::new(),
        confidence: 80,
        reasons: vec![ConfidenceReason { why: "edition", points: 30 }],
        conflicts: Vec::new(),
        review: Review::Unreviewed,
        evidence: vec![quote],
    }
}

/// What the articles say, made by hand.
pub(crate) fn events(readings: &[Arc<Reading>]) -> Vec<Event> {
    if readings.len() < ARTICLES.len() {
        return Vec::new();
    }
    let mut events = summits();
    events.extend(meetings());
    events.sort_by(|a, b| {
        (a.days.start().is_none(), a.days, &a.id).cmp(&(b.days.start().is_none(), b.days, &b.id))
    });
    events
}

fn summits() -> Vec<Event> {
    let mut bali = event(
        "G20 summit, Bali",
        Kind::Summit,
        days("2022-11-15", "2022-11-16"),
        evidence(
            "2022/bali.txt",
            "Vladimir Putin stayed away from the G20 summit in Bali, the Kremlin said.",
        ),
    );
    of_edition(&mut bali, "G20/2022");
    bali.participation = Participation::Skipped;
    bali.precision = Precision::Day;
    bali.place = Place { city: Some("Bali".to_owned()), country: Some("ID".to_owned()) };
    bali.delegate = Some("his foreign minister".to_owned());
    bali.evidence[0].speaker = Some(Speaker { name: "the Kremlin".to_owned() });
    "stayed away".clone_into(&mut bali.evidence[0].trigger);
    bali.evidence[0].participation = Participation::Skipped;
    bali.inferred = vec!["place".to_owned()];
    bali.derivation = vec![Step::EditionFound {
        edition: "G20/2022".to_owned(),
        name: "G20 summit, Bali".to_owned(),
        days: bali.days,
        source: "a table".to_owned(),
    }];
    let mut johannesburg = event(
        "BRICS summit, Johannesburg",
        Kind::Summit,
        days("2023-08-22", "2023-08-24"),
        evidence("2023/johannesburg.txt", "Vladimir Putin joined the BRICS summit in Johannesburg by video."),
    );
    of_edition(&mut johannesburg, "BRICS/2023");
    johannesburg.participation = Participation::Virtual;
    johannesburg.precision = Precision::Day;
    let rumour = "Some papers had written that Putin would fly to South Africa after all.";
    johannesburg.evidence.push(evidence("2023/johannesburg.txt", rumour));
    johannesburg.conflicts = vec![Conflict {
        field: "participation",
        values: vec![
            ("virtual".to_owned(), "2023/johannesburg.txt".to_owned()),
            ("attended".to_owned(), "2023/johannesburg.txt".to_owned()),
        ],
    }];
    let mut delhi = event(
        "G20 summit, New Delhi",
        Kind::Summit,
        days("2023-09-09", "2023-09-10"),
        evidence("2023/johannesburg.txt", "the G20 summit there went on without him."),
    );
    of_edition(&mut delhi, "G20/2023");
    delhi.participation = Participation::Skipped;
    delhi.precision = Precision::Day;
    let mut kazan = event(
        "BRICS summit, Kazan",
        Kind::Summit,
        days("2024-10-22", "2024-10-24"),
        evidence("2024/kazan.txt", "Putin opened the BRICS summit in Kazan on Tuesday."),
    );
    of_edition(&mut kazan, "BRICS/2024");
    kazan.host = true;
    kazan.precision = Precision::Day;
    vec![bali, johannesburg, delhi, kazan]
}

/// Makes a summit an edition of the calendar.
fn of_edition(event: &mut Event, id: &str) {
    event.series = id.split('/').next().map(ToOwned::to_owned);
    event.edition = Some(id.to_owned());
}

fn meetings() -> Vec<Event> {
    let mut xi = event(
        "Meeting with Xi Jinping",
        Kind::Meeting,
        days("2022-09-01", "2022-11-16"),
        evidence(
            "2022/bali.txt",
            "Earlier that autumn he met Xi Jinping in Samarkand, where both had come for the SCO summit.",
        ),
    );
    xi.counterparts = vec!["Xi Jinping".to_owned()];
    let mut macron = event(
        "Call with Emmanuel Macron",
        Kind::Call,
        days("2022-11-13", "2022-11-14"),
        evidence("2022/bali.txt", "A day earlier Putin spoke with Emmanuel Macron by phone about grain."),
    );
    macron.participation = Participation::Virtual;
    macron.counterparts = vec!["Emmanuel Macron".to_owned()];
    let mut modi = event(
        "Meeting with Narendra Modi",
        Kind::Meeting,
        days("2024-10-22", "2024-10-22"),
        evidence("2024/kazan.txt", "On its margins he met Narendra Modi."),
    );
    modi.counterparts = vec!["Narendra Modi".to_owned()];
    modi.evidence[0].url = Some("https://example.org/kazan".to_owned());
    modi.sidelines_of = Some("brics-summit--kazan".to_owned());
    let mut mongolia = event(
        "Visit to Mongolia",
        Kind::Meeting,
        DayRange::year(2025).unwrap(),
        evidence("2024/kazan.txt", "He will visit Mongolia next year, an aide said."),
    );
    mongolia.status = Status::Planned;
    mongolia.form = Form::Visit;
    mongolia.countries = vec!["MN".to_owned()];
    let mut kim = event(
        "Meeting with Kim Jong Un",
        Kind::Meeting,
        DayRange::ANY,
        evidence("2024/kazan.txt", "It is rumoured that he will see Kim Jong Un in the spring."),
    );
    kim.status = Status::Speculated;
    kim.held = true;
    kim.confidence = 30;
    kim.counterparts = vec!["Kim Jong Un".to_owned()];
    let quote = "on the ice of a river, an old friend recalled";
    let mut niinisto =
        event("Meeting with Sauli Niinistö", Kind::Meeting, DayRange::ANY, evidence("2024/kazan.txt", quote));
    niinisto.counterparts = vec!["Sauli Niinistö".to_owned()];
    vec![xi, macron, modi, mongolia, kim, niinisto]
}
