//! A claim as `claims` prints it.

use serde::{Deserialize, Serialize};

use super::{
    timex::{TimexRecord, records_from_times, times_from_records},
    words,
};
use crate::model::{
    Claim, Counterpart, Form, Grade, Kind, Participation, Place, Reason, ReasonKind, Sidelines, Speaker,
    Status, Tense, When,
};

/// What one sentence says of one occasion.
///
/// The fields are those of [`Claim`]; `further_counterparts` holds all but the first, for a trilateral.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the contract's fields")]
pub struct ClaimRecord {
    pub id: String,
    pub article: String,
    pub leader: String,
    #[serde(with = "words::kind")]
    pub kind: Kind,
    #[serde(with = "words::form")]
    pub form: Form,
    pub series: Option<String>,
    pub counterpart: Option<CounterpartRecord>,
    #[serde(with = "words::participation")]
    pub participation: Participation,
    pub left_early: bool,
    pub host: bool,
    pub delegate: Option<String>,
    pub reason: Option<ReasonRecord>,
    #[serde(with = "words::status")]
    pub status: Status,
    pub when: WhenRecord,
    pub place: Option<PlaceRecord>,
    pub quote: String,
    pub prefix: String,
    pub suffix: String,
    pub start: usize,
    pub end: usize,
    pub language: String,
    #[serde(with = "words::grade")]
    pub grade: Grade,
    pub rule: String,
    pub inferred: Vec<String>,
    #[serde(default)]
    pub trigger: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub further_counterparts: Vec<CounterpartRecord>,
}

/// The other leader: `{"name"}`, or `{"country", "office"}` until merging names the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
#[expect(missing_docs, reason = "the contract's fields")]
pub enum CounterpartRecord {
    /// By canonical name.
    Named { name: String },
    /// By office.
    Office { country: String, office: Option<String> },
}

/// Why somebody was absent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the contract's fields")]
pub struct ReasonRecord {
    #[serde(with = "words::reason")]
    pub kind: ReasonKind,
    pub quote: String,
}

/// Where.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the contract's fields")]
pub struct PlaceRecord {
    pub city: Option<String>,
    pub country: Option<String>,
}

/// The summit on whose margins a meeting took place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields of `model::Sidelines`")]
pub struct SidelinesRecord {
    pub series: String,
    pub place: Option<PlaceRecord>,
}

/// What the words say of the time, unresolved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields of `model::When`")]
pub struct WhenRecord {
    pub times: Vec<TimexRecord>,
    #[serde(with = "words::tense")]
    pub tense: Tense,
    pub sidelines: Option<SidelinesRecord>,
    pub scope: Vec<TimexRecord>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ordinal: Option<u32>,
}

impl From<&Claim> for ClaimRecord {
    fn from(claim: &Claim) -> Self {
        let mut counterparts = claim.counterparts.iter().map(CounterpartRecord::from);
        Self {
            id: claim.id.clone(),
            article: claim.article.clone(),
            leader: claim.leader.clone(),
            kind: claim.kind,
            form: claim.form,
            series: claim.series.clone(),
            counterpart: counterparts.next(),
            participation: claim.participation,
            left_early: claim.left_early,
            host: claim.host,
            delegate: claim.delegate.clone(),
            reason: claim.reason.as_ref().map(ReasonRecord::from),
            status: claim.status,
            when: WhenRecord::from(&claim.when),
            place: PlaceRecord::or_null(&claim.place),
            quote: claim.quote.clone(),
            prefix: claim.prefix.clone(),
            suffix: claim.suffix.clone(),
            start: claim.start,
            end: claim.end,
            language: claim.language.clone(),
            grade: claim.grade,
            rule: claim.rule.clone(),
            inferred: claim.inferred.clone(),
            trigger: claim.trigger.clone(),
            speaker: claim.speaker.as_ref().map(|speaker| speaker.name.clone()),
            further_counterparts: counterparts.collect(),
        }
    }
}

impl From<ClaimRecord> for Claim {
    fn from(record: ClaimRecord) -> Self {
        Self {
            id: record.id,
            article: record.article,
            leader: record.leader,
            kind: record.kind,
            form: record.form,
            series: record.series,
            counterparts: record
                .counterpart
                .into_iter()
                .chain(record.further_counterparts)
                .map(Counterpart::from)
                .collect(),
            participation: record.participation,
            left_early: record.left_early,
            host: record.host,
            delegate: record.delegate,
            reason: record.reason.map(Reason::from),
            status: record.status,
            when: When::from(record.when),
            place: PlaceRecord::or_default(record.place),
            quote: record.quote,
            prefix: record.prefix,
            suffix: record.suffix,
            start: record.start,
            end: record.end,
            language: record.language,
            grade: record.grade,
            speaker: record.speaker.map(|name| Speaker { name }),
            trigger: record.trigger,
            rule: record.rule,
            inferred: record.inferred,
        }
    }
}

impl From<&Counterpart> for CounterpartRecord {
    fn from(counterpart: &Counterpart) -> Self {
        match counterpart {
            Counterpart::Named(name) => Self::Named { name: name.clone() },
            Counterpart::Office { country, office } => {
                Self::Office { country: country.clone(), office: office.clone() }
            }
        }
    }
}

impl From<CounterpartRecord> for Counterpart {
    fn from(record: CounterpartRecord) -> Self {
        match record {
            CounterpartRecord::Named { name } => Self::Named(name),
            CounterpartRecord::Office { country, office } => Self::Office { country, office },
        }
    }
}

impl From<&Reason> for ReasonRecord {
    fn from(reason: &Reason) -> Self {
        Self { kind: reason.kind, quote: reason.quote.clone() }
    }
}

impl From<ReasonRecord> for Reason {
    fn from(record: ReasonRecord) -> Self {
        Self { kind: record.kind, quote: record.quote }
    }
}

impl PlaceRecord {
    /// The place, or `None` where neither city nor country is known.
    pub fn or_null(place: &Place) -> Option<Self> {
        let Place { city, country } = place;
        (city.is_some() || country.is_some()).then(|| Self { city: city.clone(), country: country.clone() })
    }

    /// The place, with both unknown where there is none.
    pub fn or_default(record: Option<Self>) -> Place {
        record.map_or_else(Place::default, |Self { city, country }| Place { city, country })
    }
}

impl From<&When> for WhenRecord {
    fn from(when: &When) -> Self {
        Self {
            times: records_from_times(&when.times),
            tense: when.tense,
            sidelines: when.sidelines.as_ref().map(|sidelines| SidelinesRecord {
                series: sidelines.series.clone(),
                place: PlaceRecord::or_null(&sidelines.place),
            }),
            scope: records_from_times(&when.scope),
            ordinal: when.ordinal,
        }
    }
}

impl From<WhenRecord> for When {
    fn from(record: WhenRecord) -> Self {
        Self {
            times: times_from_records(record.times),
            tense: record.tense,
            sidelines: record.sidelines.map(|sidelines| Sidelines {
                series: sidelines.series,
                place: PlaceRecord::or_default(sidelines.place),
            }),
            scope: times_from_records(record.scope),
            ordinal: record.ordinal,
        }
    }
}
