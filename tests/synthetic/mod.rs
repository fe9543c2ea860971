//! Events and articles made up from a seed, for benches and tests: the same seed gives the same on every machine.
//!
//! Leaders and editions are drawn from the built-in registers; the sentences are our own.

pub(crate) mod articles;
pub(crate) mod chance;
pub(crate) mod events;
