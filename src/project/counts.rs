//! Sorts the events into shown and hidden, and counts them.

use super::{Facet, Hidden, State, ValueCount};
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
    /// A facet of the filter does not let them through.
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
        let hidden = self.sieve.sift(&self.events, &self.filter);
        let shown: Vec<usize> =
            (0..).zip(&hidden).filter(|(_, hidden)| hidden.is_none()).map(|(n, _)| n).collect();
        self.counts = self.counted(&hidden);
        if shown != self.shown {
            self.revision += 1;
        }
        self.shown = shown;
        self.find_selected();
    }

    fn counted(&self, hidden: &[Option<Hidden>]) -> Counts {
        let mut counts = Counts::default();
        for (event, hidden) in self.events.iter().zip(hidden) {
            match event.review {
                Review::Confirmed => counts.confirmed += 1,
                Review::Unreviewed => counts.unreviewed += 1,
                Review::Rejected => counts.all_rejected += 1,
                Review::Edited => {}
            }
            counts.all_held += usize::from(event.held && event.review == Review::Unreviewed);
            match hidden {
                None => counts.shown += 1,
                Some(Hidden::Held) => counts.held += 1,
                Some(Hidden::Rejected) => counts.rejected += 1,
                Some(Hidden::Filtered) => counts.filtered += 1,
            }
        }
        for count in self.sieve.values(Facet::Kind, &self.filter) {
            let lane = Lane::ALL.iter().position(|lane| lane.key() == count.value);
            if let Some(n) = lane.and_then(|lane| counts.by_lane.get_mut(lane)) {
                *n = count.n_events;
            }
        }
        counts
    }

    /// Whether all facets' values are counted; [`super::Action::CountFacets`] does it.
    pub fn counts_facets(&self) -> bool {
        self.sieve.counts_all()
    }

    /// The values of a facet with their counts under all other filters, in the order of the panel.
    pub fn facet_values(&self, facet: Facet) -> Vec<ValueCount<'_>> {
        self.sieve.values(facet, &self.filter)
    }
}
