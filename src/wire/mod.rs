//! The records of the contract as serde structs, converted from and to the model's.
//!
//! The field order is CONTRACT.md's. What the contract does not name comes last. Everything that merging needs
//! is in the two records that `claims` prints, so that `merge` of them gives what `extract` gives, byte for byte.

mod article;
mod claim;
mod csv;
mod event;
mod input;
mod offsets;
mod reading;
mod timex;
pub mod words;

pub use article::{ArticleRecord, ConstraintRecord};
pub use claim::{ClaimRecord, CounterpartRecord, PlaceRecord, ReasonRecord, SidelinesRecord, WhenRecord};
pub use csv::{csv_header, csv_row};
pub use event::{ConflictRecord, ConflictValue, EventRecord, EvidenceRecord};
pub use input::InputRecord;
pub use offsets::Offsets;
pub use reading::{
    BlockRecord, DoubtRecord, EditRecord, LeftOutRecord, ReadingRecord, TimeRecord, WindowRecord,
    edtf_from_days,
};
pub use timex::{AnchorRecord, TimexRecord};

use serde::{Deserialize, Serialize};

/// One line of `claims` output.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "record", rename_all = "snake_case")]
pub enum Record {
    /// An article; its claims follow.
    Article(ArticleRecord),
    /// What one of its sentences says.
    Claim(Box<ClaimRecord>),
}

/// A record as one line of JSON, without the line break.
///
/// None of the records here can fail to be written: they hold no map with keys that are not strings.
pub fn json_line<T: Serialize>(record: &T) -> String {
    serde_json::to_string(record).unwrap_or_default()
}

/// Reads one line of `claims` output; the error says what is wrong, for a person.
pub fn record_from_line(line: &str) -> Result<Record, String> {
    serde_json::from_str(line).map_err(|error| format!("not a claim or article record ({error})"))
}
