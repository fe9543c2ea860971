//! Sorts the events into shown and hidden, and counts them.

use super::{Hidden, State};
use crate::{model::Review, timeline::Lane};

/// How many events there are of each standing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// On the timeline.
    pub shown: usize,
    /// Below the threshold, waiting for review, and not shown.
    pub held: usize,
    /// Rejected, and not shown.
    pub rejected: usize,
    /// Switched off in the legend.
    pub filtered: usize,
    /// Confirmed, shown or not.
    pub confirmed: usize,
    /// Nobody decided yet, shown or not.
    pub unreviewed: usize,
    /// Below the threshold and not decided, shown or not.
    pub all_held: usize,
    /// Rejected, shown or not.
    pub all_rejected: usize,
    /// By lane, in the order of [`Lane::ALL`]: what is shown, or would be if its lane were switched on.
    pub by_lane: [usize; Lane::ALL.len()],
}

impl State {
    /// Sorts the events into shown and hidden, and counts them.
    pub(super) fn index(&mut self) {
        let mut counts = Counts::default();
        let mut shown = Vec::with_capacity(self.events.len());
        for (index, event) in self.events.iter().enumerate() {
            match event.review {
                Review::Confirmed => counts.confirmed += 1,
                Review::Unreviewed => counts.unreviewed += 1,
                Review::Rejected => counts.all_rejected += 1,
                Review::Edited => {}
            }
            counts.all_held += usize::from(event.held && event.review == Review::Unreviewed);
            let hidden = self.filter.hides(event);
            if hidden.is_none_or(|hidden| hidden == Hidden::Filtered)
                && let Some(number) = counts.by_lane.get_mut(Lane::of(event) as usize)
            {
                *number += 1;
            }
            match hidden {
                None => shown.push(index),
                Some(Hidden::Held) => counts.held += 1,
                Some(Hidden::Rejected) => counts.rejected += 1,
                Some(Hidden::Filtered) => counts.filtered += 1,
            }
        }
        counts.shown = shown.len();
        if shown != self.shown {
            self.revision += 1;
        }
        self.shown = shown;
        self.counts = counts;
        self.find_selected();
    }

    /// Looks up where the selected event is.
    pub(super) fn find_selected(&mut self) {
        let id = self.selected.as_ref();
        self.selected_index = id.and_then(|id| self.events.iter().position(|event| event.id == *id));
    }
}
