//! Which events are shown.

use std::collections::BTreeSet;

use crate::{
    model::{Event, Review},
    timeline::Lane,
};

/// What is shown; everything that is not rejected and not held back, to begin with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub(super) hidden: BTreeSet<Lane>,
    /// Events below the threshold are shown too.
    pub held: bool,
    /// Rejected events are shown too.
    pub rejected: bool,
}

/// Why an event is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hidden {
    /// It waits for review, below the threshold.
    Held,
    /// A person rejected it.
    Rejected,
    /// Its lane is switched off.
    Filtered,
}

impl Filter {
    /// Whether a lane is switched on.
    pub fn shows_lane(&self, lane: Lane) -> bool {
        !self.hidden.contains(&lane)
    }

    /// Switches a lane on or off.
    pub fn show_lane(&mut self, lane: Lane, shown: bool) {
        if shown {
            self.hidden.remove(&lane);
        } else {
            self.hidden.insert(lane);
        }
    }

    /// Why `event` is not shown, or `None` if it is. A confirmed event is never held back.
    pub fn hides(&self, event: &Event) -> Option<Hidden> {
        if !self.rejected && event.review == Review::Rejected {
            return Some(Hidden::Rejected);
        }
        if !self.held && event.held && event.review == Review::Unreviewed {
            return Some(Hidden::Held);
        }
        (!self.shows_lane(Lane::of(event))).then_some(Hidden::Filtered)
    }
}
