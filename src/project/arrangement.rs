//! How the timeline is arranged: what its lanes stand for, and what is folded or added on request.

use crate::timeline::LanesBy;

/// The user's choices about the timeline, kept in the project.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Arrangement {
    /// What the lanes stand for.
    pub lanes_by: LanesBy,
    /// Long stretches without events are folded.
    pub folded: bool,
    /// Editions that no article speaks of are shown, as faint open dots.
    pub silent: bool,
}
