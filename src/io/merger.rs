//! Merges articles into events on a thread of its own; of several jobs that wait, only the last is done.

use std::sync::{Condvar, Mutex, PoisonError};

use crate::project::MergeJob;

/// A place for one job.
#[derive(Debug, Default)]
pub(super) struct Slot {
    waiting: Mutex<Waiting>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct Waiting {
    job: Option<MergeJob>,
    is_over: bool,
}

impl Slot {
    /// Puts a job in, in place of one that still waits.
    pub(super) fn put(&self, job: MergeJob) {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).job = Some(job);
        self.changed.notify_one();
    }

    /// No further job comes.
    pub(super) fn close(&self) {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).is_over = true;
        self.changed.notify_one();
    }

    /// Waits for a job; `None` when no further one comes.
    pub(super) fn take(&self) -> Option<MergeJob> {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if waiting.is_over {
                return None;
            }
            if let Some(job) = waiting.job.take() {
                return Some(job);
            }
            waiting = self.changed.wait(waiting).unwrap_or_else(PoisonError::into_inner);
        }
    }
}
