//! The ledger: actions and effects, undo, search and filters, the saved file, and the whole pipe.

mod action;
pub mod analyse;
mod effect;
mod filter;
pub mod ledger;

pub use action::Action;
pub use effect::{Answer, Effect, FileFailure, Input, MergeJob, Outside, ReadingNumber, SavePurpose, Work};
pub use filter::{Category, Filter, Hidden};
