//! What is missing or contradictory about an event: a reader of the picture must be able to find it.

use crate::{
    model::{Event, Status},
    timeline::names,
};

/// One thing that is wanting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hole {
    /// Nothing bounds its days on both sides.
    Undated,
    /// It rests on one source alone; copies of one text are one source.
    SingleSource,
    /// Articles say different things of it.
    Conflict,
    /// It was announced or rumoured, and no article here says what came of it.
    OpenPlan,
}

impl Hole {
    /// All of them, in the order of the summary.
    pub const ALL: [Self; 4] = [Self::Undated, Self::SingleSource, Self::Conflict, Self::OpenPlan];
    /// Their words, in the same order.
    pub(super) const KEYS: [&'static str; 4] =
        [Self::Undated.key(), Self::SingleSource.key(), Self::Conflict.key(), Self::OpenPlan.key()];

    /// Its word in a project file.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Undated => "undated",
            Self::SingleSource => "single_source",
            Self::Conflict => "conflict",
            Self::OpenPlan => "open_plan",
        }
    }

    /// Its name on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Undated => "undated",
            Self::SingleSource => "one source only",
            Self::Conflict => "articles disagree",
            Self::OpenPlan => "outcome not in these articles",
        }
    }

    /// Whether `event` has it.
    pub fn is_in(self, event: &Event) -> bool {
        match self {
            Self::Undated => !event.days.is_bounded(),
            Self::SingleSource => names::n_sources(event) == 1,
            Self::Conflict => !event.conflicts.is_empty(),
            Self::OpenPlan => matches!(event.status, Status::Planned | Status::Speculated),
        }
    }

    /// What is wanting in `event`.
    pub fn of(event: &Event) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|hole| hole.is_in(event))
    }
}
