//! Events made by hand, for the unit tests of every layer.

use super::{Day, DayRange, Event, Evidence, Form, Grade, Kind, Participation, Place, Review, Status};

/// The days from one ISO date to another.
///
/// # Panics
///
/// Where they are no dates, or the wrong way round.
pub fn days(first: &str, last: &str) -> DayRange {
    DayRange::new(Day::parse(first).unwrap(), Day::parse(last).unwrap()).unwrap()
}

/// An event of Putin's that one article tells.
pub fn event(kind: Kind, days: DayRange) -> Event {
    let form = match kind {
        Kind::Summit => Form::Summit,
        Kind::Meeting => Form::Talks,
        Kind::Call => Form::Phone,
    };
    Event {
        id: String::new(),
        kind,
        form,
        held: false,
        subject: "Vladimir Putin".to_owned(),
        series: None,
        edition: None,
        name: "Summit, Somewhere".to_owned(),
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
        derivation: Vec::new(),
        inferred: Vec::new(),
        place: Place::default(),
        sidelines_of: None,
        maybe_same_as: Vec::new(),
        confidence: 80,
        reasons: Vec::new(),
        conflicts: Vec::new(),
        review: Review::Unreviewed,
        evidence: vec![evidence("a.txt", "He went there.")],
    }
}

/// A quote of an article.
pub fn evidence(file: &str, quote: &str) -> Evidence {
    Evidence {
        claim: format!("{file}/{quote}"),
        article: format!("hash of {file}"),
        source: format!("hash of {file}"),
        file: file.to_owned(),
        title: None,
        published: None,
        url: None,
        quote: quote.to_owned(),
        prefix: String::new(),
        suffix: String::new(),
        start: 0,
        end: quote.chars().count(),
        language: "en".to_owned(),
        participation: Participation::Attended,
        status: Status::Happened,
        grade: Grade::Body,
        speaker: None,
        trigger: String::new(),
        rule: "test".to_owned(),
    }
}
