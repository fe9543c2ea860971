//! Events made by hand for the unit tests of this folder.

use crate::model::{
    Day, DayRange, Event, Evidence, Form, Grade, Kind, Participation, Place, Precision, Review, Status,
};

pub(super) fn days(first: &str, last: &str) -> DayRange {
    DayRange::new(Day::parse(first).unwrap(), Day::parse(last).unwrap()).unwrap()
}

/// A summit that he attended, of the edition `SERIES/YEAR`.
pub(super) fn summit(edition: &str, first: &str, last: &str) -> Event {
    let series = edition.split('/').next().unwrap();
    Event {
        id: edition.to_owned(),
        series: Some(series.to_owned()),
        edition: Some(edition.to_owned()),
        name: format!("{series} summit"),
        ..event(Kind::Summit, Form::Summit, days(first, last))
    }
}

/// A meeting with one counterpart.
pub(super) fn meeting(counterpart: &str, first: &str, last: &str) -> Event {
    Event {
        id: format!("{counterpart}/{first}"),
        name: format!("Meeting with {counterpart}"),
        counterparts: vec![counterpart.to_owned()],
        ..event(Kind::Meeting, Form::Talks, days(first, last))
    }
}

fn event(kind: Kind, form: Form, days: DayRange) -> Event {
    Event {
        id: String::new(),
        kind,
        form,
        held: false,
        subject: "Vladimir Putin".to_owned(),
        series: None,
        edition: None,
        name: String::new(),
        counterparts: Vec::new(),
        countries: Vec::new(),
        participation: Participation::Attended,
        left_early: false,
        host: false,
        delegate: None,
        reason: None,
        status: Status::Happened,
        days,
        precision: Precision::Day,
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
pub(super) fn evidence(file: &str, quote: &str) -> Evidence {
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
