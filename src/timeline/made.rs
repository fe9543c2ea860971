//! Made-up events for the tests of this module.

use crate::model::{Day, DayRange, Event, Evidence, Form, Grade, Kind, Participation, Place, Review, Status};

/// The days from one ISO date to another.
pub(super) fn days(first: &str, last: &str) -> DayRange {
    DayRange::new(Day::parse(first).unwrap(), Day::parse(last).unwrap()).unwrap()
}

/// An event that one article tells.
pub(super) fn event(kind: Kind, participation: Participation, days: DayRange) -> Event {
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
        subject: "Somebody".to_owned(),
        series: None,
        edition: None,
        name: "Summit, Somewhere".to_owned(),
        counterparts: Vec::new(),
        countries: Vec::new(),
        participation,
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
        evidence: vec![evidence("a.txt", participation)],
    }
}

/// A quote of that file.
pub(super) fn evidence(file: &str, participation: Participation) -> Evidence {
    Evidence {
        claim: String::new(),
        article: file.to_owned(),
        source: file.to_owned(),
        file: file.to_owned(),
        title: None,
        published: None,
        url: None,
        quote: String::new(),
        prefix: String::new(),
        suffix: String::new(),
        start: 0,
        end: 0,
        language: "en".to_owned(),
        participation,
        status: Status::Happened,
        grade: Grade::Body,
        speaker: None,
        trigger: String::new(),
        rule: String::new(),
    }
}

/// So many attended summits, a day apart from 2000 on by a fixed scramble.
pub(super) fn crowd(n: usize) -> Vec<Event> {
    let first = Day::parse("2000-01-01").unwrap();
    let day = |index: usize| first.plus(i32::try_from(index * 7919 % 9000).unwrap());
    (0..n).map(|index| event(Kind::Summit, Participation::Attended, DayRange::day(day(index)))).collect()
}
