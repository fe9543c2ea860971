//! The nouns of the house: plain data with its invariants, naming nobody else.

mod article;
mod claim;
mod day;
mod decision;
mod doubt;
mod event;
#[cfg(test)]
pub mod made;
mod span;
mod tag;
mod timex;
mod world;

pub use article::{Article, Block, BlockRole, Edit, Published, PublishedBasis, Sentence};
pub use claim::{
    ArticleFacts, Claim, Counterpart, Form, Grade, Kind, Participation, Place, Reason, ReasonKind, Sidelines,
    Speaker, Status, When, WindowConstraint,
};
pub use day::{Day, DayRange, Precision, Weekday};
pub use decision::{Decision, DecisionKey, Review, Verdict};
pub use doubt::{Doubt, DoubtKind, LeftOut, LeftOutReason};
pub use event::{ConfidenceReason, Conflict, Event, Evidence, Step, Window};
pub use span::Span;
pub use tag::tag;
pub use timex::{Anchor, Direction, MonthPart, Tense, TimeMention, Timex, Told, Unit};
pub use world::{
    Alias, City, Country, Edition, EditionFormat, Leader, Moment, Office, OfficeRole, OfficeSort, Series,
    SeriesClass,
};
