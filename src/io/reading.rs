//! Reads a folder for the window: articles as they come, with progress, until it is done or cancelled.

use std::{
    ops::ControlFlow,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use super::{
    clock::Stopwatch,
    executor::Answers,
    inputs::{self, Candidate, Found, Missing},
    kinds, worker,
};
use crate::project::{
    Answer, FileFailure, Input, ReadingNumber,
    analyse::{self, Reading},
};

/// Articles are handed over at least this often, and no more often: a window draws no faster than people see.
const BATCH_TIME: Duration = Duration::from_millis(100);

/// At most so many articles are handed over at once.
const BATCH_LIMIT: usize = 256;

/// One reading of one input.
#[derive(Debug)]
pub(super) struct Job {
    /// Which reading this is.
    pub(super) number: ReadingNumber,
    /// What to read.
    pub(super) input: Input,
    /// Set when nobody wants the rest.
    pub(super) is_cancelled: Arc<AtomicBool>,
}

/// What waits to be handed over.
struct Batch<'a> {
    number: ReadingNumber,
    answers: &'a Answers,
    readings: Vec<Arc<Reading>>,
    found: usize,
    done: usize,
    since: Stopwatch,
}

impl Job {
    /// Reads the input, and answers bit by bit until [`Answer::ReadingDone`].
    pub(super) fn run(self, answers: &Answers) {
        let is_cancelled = || self.is_cancelled.load(Ordering::Relaxed);
        let is_told = match inputs::find(std::slice::from_ref(&self.input), &is_cancelled) {
            Ok(found) => self.read(found, answers),
            Err(Missing(path)) => answers.send(Answer::Failed {
                what: format!("{} could not be opened", path.display()),
                why: "there is no such file or folder".to_owned(),
                advice: "check the path".to_owned(),
            }),
        };
        if is_told {
            answers.send(Answer::ReadingDone { number: self.number, cancelled: is_cancelled() });
        }
    }

    /// Whether the window still listens.
    fn read(&self, found: Found, answers: &Answers) -> bool {
        let number = self.number;
        let failed = |failure: FileFailure| answers.send(Answer::FileFailed { number, failure });
        let mut batch = Batch::new(number, answers, found.candidates.len());
        let is_heard = answers.send(Answer::Skipped { number, by_kind: found.skipped })
            && found.failures.into_iter().all(failed)
            && batch.flush();
        if !is_heard {
            return false;
        }
        let mut is_heard = true;
        let candidates =
            found.candidates.into_iter().take_while(|_| !self.is_cancelled.load(Ordering::Relaxed));
        worker::run(candidates, worker::n_threads(), worker::Order::AsDone, read_one, |result| {
            is_heard = match result {
                Ok(reading) => batch.add(reading),
                Err(failure) => batch.count() && failed(failure),
            };
            let goes_on = is_heard && !self.is_cancelled.load(Ordering::Relaxed);
            if goes_on { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
        is_heard && batch.flush()
    }
}

impl<'a> Batch<'a> {
    fn new(number: ReadingNumber, answers: &'a Answers, found: usize) -> Self {
        Self { number, answers, readings: Vec::new(), found, done: 0, since: Stopwatch::start() }
    }

    /// Adds an article; whether the window still listens.
    fn add(&mut self, reading: Arc<Reading>) -> bool {
        self.readings.push(reading);
        self.count()
    }

    /// Counts a file done; whether the window still listens.
    fn count(&mut self) -> bool {
        self.done += 1;
        let is_due = self.readings.len() >= BATCH_LIMIT || self.since.elapsed() >= BATCH_TIME;
        !is_due || self.flush()
    }

    /// Hands over what waits; whether the window still listens.
    fn flush(&mut self) -> bool {
        self.since = Stopwatch::start();
        let number = self.number;
        let readings = std::mem::take(&mut self.readings);
        let is_heard = readings.is_empty() || self.answers.send(Answer::ArticlesRead { number, readings });
        is_heard && self.answers.send(Answer::Progress { number, found: self.found, done: self.done })
    }
}

fn read_one(candidate: Candidate) -> Result<Arc<Reading>, FileFailure> {
    let bytes = kinds::read(&candidate)?;
    let read = worker::guarded(|| analyse::read(&candidate.file, &bytes, analyse::world()));
    read.map(Arc::new).map_err(|message| kinds::defect(candidate.file, &message))
}
