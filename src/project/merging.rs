//! When the articles are put together into events: one merge at a time, and again when enough is new.

use super::{Effect, MergeJob, State};

/// What is merging, and whether it must be done again.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct MergeState {
    pub(super) number: u32,
    pub(super) running: bool,
    pub(super) wanted: bool,
    pub(super) n_readings: usize,
}

impl State {
    /// Whether events are being put together.
    pub fn merging(&self) -> bool {
        self.merge.running
    }

    /// Wants the articles merged again, now or when the merge that runs is done.
    pub(super) fn ask_for_merge(&mut self) -> Vec<Effect> {
        self.merge.wanted = true;
        if self.merge.running { Vec::new() } else { self.start_merge() }
    }

    /// Whether enough articles came since the last merge to make another worth while.
    pub(super) fn merge_pays(&self) -> bool {
        self.readings.len() > self.merge.n_readings + self.merge.n_readings / 4
    }

    pub(super) fn start_merge(&mut self) -> Vec<Effect> {
        self.merge.number += 1;
        self.merge.wanted = false;
        self.merge.running = true;
        self.merge.n_readings = self.readings.len();
        vec![Effect::Merge(MergeJob {
            number: self.merge.number,
            readings: self.readings.values().cloned().collect(),
            subject: self.subject.clone(),
            decisions: self.ledger.decisions().to_vec(),
        })]
    }
}
