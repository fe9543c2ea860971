//! What could not be settled, and what was left out on purpose.

use super::Span;

/// What kind of thing stayed open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DoubtKind {
    /// Bytes could not be decoded, or a lossy place could not be repaired.
    Encoding,
    /// The main text could not be told from the rest of the page.
    Markup,
    /// The language is not known, or has no pack.
    Language,
    /// Nothing was found, and why.
    NothingFound,
    /// A name or a date fits several.
    Ambiguous,
    /// The text says a thing that the registers know to be otherwise, e.g. a wrong title.
    Contradiction,
    /// A number that the text gives, beside what was found.
    Total,
    /// A limit was reached: depth, time, size.
    Limit,
}

/// Something that understanding could not settle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// What kind it is.
    pub kind: DoubtKind,
    /// Where, or `None` for the whole article.
    pub span: Option<Span>,
    /// One short sentence for a person, without a full stop.
    pub message: String,
}

/// Why something that was recognised gives no claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LeftOutReason {
    /// A minister, an aide or an envoy, not a leader.
    Minister,
    /// A former leader, or one who is not in office yet.
    Former,
    /// A greeting, a letter or a message.
    Message,
    /// An invitation that nobody accepted yet.
    Invitation,
    /// A total: `more than 20 meetings`.
    Total,
    /// What did not come to pass: `if he had decided to participate`.
    Counterfactual,
    /// A question, a general truth, a definition or a list of members.
    Generic,
    /// An occasion of another format: ministers' meeting, delegation.
    OtherFormat,
    /// It stands in boilerplate, spam or a related link.
    Boilerplate,
    /// Nobody could say who or which summit is meant.
    Unresolved,
}

/// Something recognised and left out on purpose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The sentence.
    pub span: Span,
    /// Why.
    pub reason: LeftOutReason,
}
