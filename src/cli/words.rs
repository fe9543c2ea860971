//! Derivations and reasons as sentences.

use crate::model::{ConfidenceReason, Step};

/// The steps of a derivation, a sentence each.
pub(super) fn steps(steps: &[Step]) -> Vec<String> {
    steps.iter().map(|step| format!("{step:?}")).collect()
}

/// A reason for or against believing an event.
pub(super) fn confidence(reason: &ConfidenceReason) -> &'static str {
    reason.why
}
