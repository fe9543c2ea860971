//! An event as `extract` and `merge` print it.

use serde::Serialize;

use super::{
    claim::{PlaceRecord, ReasonRecord},
    words,
};
use crate::model::{Conflict, Day, Event, Evidence, Form, Kind, Participation, Precision, Review, Status};

/// One occasion; the fields are the contract's, in its order, and `maybe_same_as` only where there is one.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the contract's fields")]
pub struct EventRecord {
    pub id: String,
    #[serde(with = "words::kind")]
    pub kind: Kind,
    #[serde(with = "words::form")]
    pub form: Form,
    pub held: bool,
    pub subject: String,
    pub series: Option<String>,
    pub name: String,
    pub counterparts: Vec<String>,
    pub countries: Vec<String>,
    #[serde(with = "words::participation")]
    pub participation: Participation,
    pub left_early: bool,
    pub host: bool,
    pub delegate: Option<String>,
    pub reason: Option<ReasonRecord>,
    #[serde(with = "words::status")]
    pub status: Status,
    #[serde(with = "words::day")]
    pub start: Option<Day>,
    #[serde(with = "words::day")]
    pub end: Option<Day>,
    #[serde(with = "words::precision")]
    pub precision: Precision,
    pub date_basis: Vec<String>,
    pub inferred: Vec<String>,
    pub place: Option<PlaceRecord>,
    pub sidelines_of: Option<String>,
    pub confidence: f64,
    pub conflicts: Vec<ConflictRecord>,
    #[serde(with = "words::review")]
    pub review: Review,
    pub evidence: Vec<EvidenceRecord>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub maybe_same_as: Vec<String>,
}

/// A quote that an event rests on; `speaker` only where the text names one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the contract's fields")]
pub struct EvidenceRecord {
    pub file: String,
    pub title: Option<String>,
    #[serde(with = "words::day")]
    pub published: Option<Day>,
    pub quote: String,
    pub prefix: String,
    pub suffix: String,
    pub start: usize,
    pub end: usize,
    pub language: String,
    #[serde(with = "words::participation")]
    pub participation: Participation,
    #[serde(with = "words::status")]
    pub status: Status,
    pub rule: String,
    pub claim: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
}

/// A field on which the articles disagree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the contract's fields")]
pub struct ConflictRecord {
    pub field: &'static str,
    pub values: Vec<ConflictValue>,
}

/// What one file says of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the contract's fields")]
pub struct ConflictValue {
    pub value: String,
    pub file: String,
}

impl EventRecord {
    /// The record of `event`; `date_basis` is its derivation in words, which `export` has.
    pub fn new(event: &Event, date_basis: Vec<String>) -> Self {
        Self {
            id: event.id.clone(),
            kind: event.kind,
            form: event.form,
            held: event.held,
            subject: event.subject.clone(),
            series: event.series.clone(),
            name: event.name.clone(),
            counterparts: event.counterparts.clone(),
            countries: event.countries.clone(),
            participation: event.participation,
            left_early: event.left_early,
            host: event.host,
            delegate: event.delegate.clone(),
            reason: event.reason.as_ref().map(ReasonRecord::from),
            status: event.status,
            start: event.days.start(),
            end: event.days.end(),
            precision: event.precision,
            date_basis,
            inferred: event.inferred.clone(),
            place: PlaceRecord::or_null(&event.place),
            sidelines_of: event.sidelines_of.clone(),
            confidence: f64::from(event.confidence.clamp(0, 100)) / 100.0,
            conflicts: event.conflicts.iter().map(ConflictRecord::from).collect(),
            review: event.review,
            evidence: event.evidence.iter().map(EvidenceRecord::from).collect(),
            maybe_same_as: event.maybe_same_as.clone(),
        }
    }
}

impl From<&Evidence> for EvidenceRecord {
    fn from(evidence: &Evidence) -> Self {
        Self {
            file: evidence.file.clone(),
            title: evidence.title.clone(),
            published: evidence.published,
            quote: evidence.quote.clone(),
            prefix: evidence.prefix.clone(),
            suffix: evidence.suffix.clone(),
            start: evidence.start,
            end: evidence.end,
            language: evidence.language.clone(),
            participation: evidence.participation,
            status: evidence.status,
            rule: evidence.rule.clone(),
            claim: evidence.claim.clone(),
            speaker: evidence.speaker.as_ref().map(|speaker| speaker.name.clone()),
        }
    }
}

impl From<&Conflict> for ConflictRecord {
    fn from(conflict: &Conflict) -> Self {
        let value =
            |(value, file): &(String, String)| ConflictValue { value: value.clone(), file: file.clone() };
        Self { field: conflict.field, values: conflict.values.iter().map(value).collect() }
    }
}
