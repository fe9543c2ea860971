//! What a person decided about an event.

use super::Kind;

/// What a person made of an event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Review {
    /// Nobody looked yet.
    #[default]
    Unreviewed,
    /// A person found it right.
    Confirmed,
    /// A person found it wrong.
    Rejected,
    /// A person changed it.
    Edited,
}

/// What a decision says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// It is right.
    Confirm,
    /// It is wrong.
    Reject,
}

/// What a decision hangs on, so that it survives a moved folder and a better extractor.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DecisionKey {
    /// The article's content hash.
    pub article: String,
    /// The sentence.
    pub quote: String,
    /// Up to 32 characters before it.
    pub prefix: String,
    /// Up to 32 characters after it.
    pub suffix: String,
    /// What kind of occasion.
    pub kind: Kind,
    /// Whose timeline.
    pub subject: String,
    /// The edition's id, or the counterpart's name or country; empty if neither is known.
    pub object: String,
}

/// One entry of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What it hangs on: one key for each quote of the event.
    pub keys: Vec<DecisionKey>,
    /// What it says.
    pub verdict: Verdict,
}
