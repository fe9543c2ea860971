//! An article as `claims` prints it: what merging needs to know of it.

use serde::{Deserialize, Serialize};

use super::{
    claim::PlaceRecord,
    timex::{TimexRecord, records_from_times, times_from_records},
    words,
};
use crate::model::{ArticleFacts, Day, Tense, WindowConstraint};

/// What merging needs to know of an article; `article` is its content hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the contract's fields")]
pub struct ArticleRecord {
    pub article: String,
    pub file: String,
    pub title: Option<String>,
    #[serde(with = "words::day")]
    pub published: Option<Day>,
    pub url: Option<String>,
    pub language: String,
    pub window_constraints: Vec<ConstraintRecord>,
    pub copy_key: String,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub bulletin: bool,
    pub doubts: Vec<String>,
}

/// Something that narrows the days on which an article can have been written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[expect(missing_docs, reason = "the fields are those of `model::WindowConstraint`")]
pub enum ConstraintRecord {
    /// A time expression whose clause looks backward or forward.
    Timed {
        time: TimexRecord,
        #[serde(with = "words::tense")]
        tense: Tense,
        quote: String,
    },
    /// A summit whose clause looks backward or forward.
    Edition {
        series: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ordinal: Option<u32>,
        place: Option<PlaceRecord>,
        times: Vec<TimexRecord>,
        #[serde(with = "words::tense")]
        tense: Tense,
        quote: String,
    },
    /// Somebody named with a present office.
    Office {
        leader: String,
        country: Option<String>,
        office: Option<String>,
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        minister: bool,
        #[serde(default, with = "words::tense")]
        tense: Tense,
        quote: String,
    },
    /// Somebody's age.
    Age { leader: String, years: i32, quote: String },
}

impl From<&ArticleFacts> for ArticleRecord {
    fn from(facts: &ArticleFacts) -> Self {
        Self {
            article: facts.hash.clone(),
            file: facts.file.clone(),
            title: facts.title.clone(),
            published: facts.published,
            url: facts.url.clone(),
            language: facts.language.clone(),
            window_constraints: facts.constraints.iter().map(ConstraintRecord::from).collect(),
            copy_key: facts.copy_key.clone(),
            bulletin: facts.bulletin,
            doubts: facts.doubts.clone(),
        }
    }
}

impl From<ArticleRecord> for ArticleFacts {
    fn from(record: ArticleRecord) -> Self {
        Self {
            hash: record.article,
            file: record.file,
            title: record.title,
            published: record.published,
            url: record.url,
            language: record.language,
            constraints: record.window_constraints.into_iter().map(WindowConstraint::from).collect(),
            copy_key: record.copy_key,
            bulletin: record.bulletin,
            doubts: record.doubts,
        }
    }
}

impl From<&WindowConstraint> for ConstraintRecord {
    fn from(constraint: &WindowConstraint) -> Self {
        match constraint {
            WindowConstraint::Timed { timex, tense, quote } => {
                Self::Timed { time: timex.into(), tense: *tense, quote: quote.clone() }
            }
            WindowConstraint::Edition { series, ordinal, place, times, tense, quote } => Self::Edition {
                series: series.clone(),
                ordinal: *ordinal,
                place: PlaceRecord::or_null(place),
                times: records_from_times(times),
                tense: *tense,
                quote: quote.clone(),
            },
            WindowConstraint::Office { leader, country, office, minister, tense, quote } => Self::Office {
                leader: leader.clone(),
                country: country.clone(),
                office: office.clone(),
                minister: *minister,
                tense: *tense,
                quote: quote.clone(),
            },
            WindowConstraint::Age { leader, years, quote } => {
                Self::Age { leader: leader.clone(), years: *years, quote: quote.clone() }
            }
        }
    }
}

impl From<ConstraintRecord> for WindowConstraint {
    fn from(record: ConstraintRecord) -> Self {
        match record {
            ConstraintRecord::Timed { time, tense, quote } => {
                Self::Timed { timex: time.into(), tense, quote }
            }
            ConstraintRecord::Edition { series, ordinal, place, times, tense, quote } => Self::Edition {
                series,
                ordinal,
                place: PlaceRecord::or_default(place),
                times: times_from_records(times),
                tense,
                quote,
            },
            ConstraintRecord::Office { leader, country, office, minister, tense, quote } => {
                Self::Office { leader, country, office, minister, tense, quote }
            }
            ConstraintRecord::Age { leader, years, quote } => {
                Self::Age { leader, years: years.clamp(0, 200), quote }
            }
        }
    }
}
