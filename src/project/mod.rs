//! The ledger: actions and effects, undo, search and filters, the saved file, and the whole pipe.

mod action;
pub mod analyse;
mod arrangement;
mod as_saved;
mod counts;
mod effect;
mod facet;
mod filter;
mod filtering;
mod hearing;
mod hole;
mod known;
pub mod ledger;
#[cfg(test)]
mod made;
mod memory;
mod merging;
mod notice;
mod opening;
pub mod saved;
mod search;
mod selection;
mod session;
mod settings;
mod sieve;
mod state;
pub mod summary;
mod table;

pub use action::Action;
pub use arrangement::Arrangement;
pub use as_saved::AsSaved;
pub use counts::Counts;
pub use effect::{Answer, Effect, FileFailure, Input, MergeJob, Outside, ReadingNumber, SavePurpose, Work};
pub use facet::{Facet, NONE, ValueOrder, years_of};
pub use filter::{Filter, Hidden, NamedFilter};
pub use hole::Hole;
pub use known::Known;
pub use ledger::Ledger;
pub use memory::{Layout, Memory};
pub use notice::{Notice, NoticeKind, Notices};
pub use search::{Hit, Passage, Search, Snippet};
pub use settings::{Setting, Settings, ThemeChoice, WeekStart};
pub use sieve::ValueCount;
pub use state::{DEFAULT_SUBJECT, Progress, State};
pub use table::{Column, Sort};
