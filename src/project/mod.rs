//! The ledger: actions and effects, undo, search and filters, the saved file, and the whole pipe.

mod action;
pub mod analyse;
mod counts;
mod effect;
mod filter;
mod hearing;
pub mod ledger;
mod memory;
mod notice;
mod opening;
pub mod saved;
mod selection;
mod state;

pub use action::Action;
pub use counts::Counts;
pub use effect::{Answer, Effect, FileFailure, Input, MergeJob, Outside, ReadingNumber, SavePurpose, Work};
pub use filter::{Filter, Hidden};
pub use ledger::Ledger;
pub use memory::Memory;
pub use notice::{Notice, NoticeKind, Notices};
pub use state::{DEFAULT_SUBJECT, Progress, State};
