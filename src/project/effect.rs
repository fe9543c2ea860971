//! What the outside world must do for the window, and what comes back from it.
//!
//! [`Effect`]s go out through one bounded channel to `io`, [`Answer`]s come back through another, which
//! wakes the window. Nothing in here touches a disk.

use std::{collections::BTreeMap, fmt, path::PathBuf, sync::Arc};

use super::analyse::Reading;
use crate::model::{Decision, Event};

/// Counts the readings of this session, so that a late answer to an earlier one can be told and dropped.
pub type ReadingNumber = u32;

/// What is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// The sample articles that are built in.
    Demo,
    /// A folder (read recursively) or a single file.
    Path(PathBuf),
}

/// What a path is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SavePurpose {
    /// The project file.
    Project,
    /// A chart as PNG.
    Png,
    /// A chart as SVG.
    Svg,
    /// A chart as PDF.
    Pdf,
}

/// What is opened outside the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outside {
    /// A file of the input that is being read, by its path relative to the input.
    Article {
        /// Which input.
        input: Input,
        /// The relative path, with `/`.
        file: String,
    },
    /// A web address; `io` opens `http` and `https` only.
    Address(String),
}

/// Work that gives the bytes of a file; it may take a while, so `io` runs it off the window's thread.
pub struct Work(Box<dyn FnOnce() -> Result<Vec<u8>, String> + Send>);

/// Articles to merge into events, off the window's thread.
#[derive(Clone)]
pub struct MergeJob {
    /// Which merge this is; a later one makes it stale.
    pub number: u32,
    /// The articles, in any order.
    pub readings: Vec<Arc<Reading>>,
    /// Whose timeline, by canonical name.
    pub subject: String,
    /// The ledger's decisions.
    pub decisions: Vec<Decision>,
}

/// Something that the outside world must do.
#[derive(Debug)]
pub enum Effect {
    /// Ask the desktop for a folder; answered by [`Answer::FolderPicked`] or [`Answer::NoDialog`].
    PickFolder,
    /// Ask the desktop for a project file; answered by [`Answer::FilePicked`] or [`Answer::NoDialog`].
    PickFile,
    /// Ask the desktop where to save; answered by [`Answer::SavePathPicked`] or [`Answer::NoDialog`].
    PickSavePath {
        /// What for.
        purpose: SavePurpose,
        /// A file name to start from.
        suggested: String,
    },
    /// Read articles on workers; answered bit by bit and ended by [`Answer::ReadingDone`].
    ///
    /// A reading that is still going on is cancelled first.
    Read {
        /// Which reading this is.
        number: ReadingNumber,
        /// What to read.
        input: Input,
    },
    /// Stop reading; what was read stays.
    CancelReading,
    /// Merge articles into events; answered by [`Answer::Merged`]. Of several that wait, the last is enough.
    Merge(MergeJob),
    /// Read a project file; answered by [`Answer::ProjectRead`] or [`Answer::Failed`].
    ReadProject {
        /// Where it is.
        path: PathBuf,
    },
    /// Write the project file atomically; answered by [`Answer::Saved`] or [`Answer::Failed`].
    SaveProject {
        /// Where to.
        path: PathBuf,
        /// What.
        bytes: Vec<u8>,
    },
    /// Do the work and write what it gives; answered by [`Answer::Exported`] or [`Answer::Failed`].
    WriteExport {
        /// Where to.
        path: PathBuf,
        /// What gives the bytes.
        work: Work,
    },
    /// Open something in the desktop's own program; answered only by [`Answer::Failed`].
    OpenOutside(Outside),
    /// Read an article's file as it was saved; answered by [`Answer::AsSaved`] or [`Answer::Failed`].
    ReadAsSaved {
        /// Which input.
        input: Input,
        /// The relative path, with `/`.
        file: String,
    },
    /// Load what is remembered of the last visit to an input; answered by [`Answer::Session`].
    LoadSession {
        /// Which reading it is for.
        number: ReadingNumber,
        /// Which input.
        input: Input,
    },
    /// Remember this of an input for the next visit; a failure is no news.
    SaveSession {
        /// Which input.
        input: Input,
        /// What.
        bytes: Vec<u8>,
    },
    /// Load what the program remembers between runs; answered by [`Answer::Memory`].
    LoadMemory,
    /// Remember this for the next run; a failure is no news.
    SaveMemory(Vec<u8>),
}

/// A file of the input that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileFailure {
    /// Its path relative to the input.
    pub file: String,
    /// What is wrong, as a short sentence without a full stop.
    pub reason: String,
    /// What can be done about it; may be empty.
    pub advice: String,
}

/// What comes back from the outside world.
#[derive(Clone, Debug)]
pub enum Answer {
    /// A folder was picked, or the dialog was closed.
    FolderPicked(Option<PathBuf>),
    /// A file was picked, or the dialog was closed.
    FilePicked(Option<PathBuf>),
    /// A path to save to was picked, or the dialog was closed.
    SavePathPicked {
        /// What for.
        purpose: SavePurpose,
        /// Where to, or `None` if the dialog was closed.
        path: Option<PathBuf>,
    },
    /// The desktop has no file dialog; the user types the path instead.
    NoDialog {
        /// Why, as far as it is known.
        reason: String,
    },
    /// How far reading is.
    Progress {
        /// Which reading.
        number: ReadingNumber,
        /// Files found so far that look like articles.
        found: usize,
        /// How many of them are done, read or failed.
        done: usize,
    },
    /// Some articles were read and understood; workers may send several at once.
    ArticlesRead {
        /// Which reading.
        number: ReadingNumber,
        /// The articles.
        readings: Vec<Arc<Reading>>,
    },
    /// A file could not be read.
    FileFailed {
        /// Which reading.
        number: ReadingNumber,
        /// Which file, and why.
        failure: FileFailure,
    },
    /// Files that are no articles, counted by kind (`.jpg`, `saved page's folder`, …).
    Skipped {
        /// Which reading.
        number: ReadingNumber,
        /// How many of each kind.
        by_kind: BTreeMap<String, usize>,
    },
    /// Reading has ended.
    ReadingDone {
        /// Which reading.
        number: ReadingNumber,
        /// Whether it was cancelled before the end.
        cancelled: bool,
    },
    /// Events were merged.
    Merged {
        /// Which merge.
        number: u32,
        /// The events, sorted by start (undated last), then id.
        events: Vec<Event>,
    },
    /// A project file's bytes.
    ProjectRead {
        /// Where it is.
        path: PathBuf,
        /// What is in it.
        bytes: Vec<u8>,
    },
    /// The project file is on the disk.
    Saved {
        /// Where.
        path: PathBuf,
    },
    /// An export is on the disk.
    Exported {
        /// Where.
        path: PathBuf,
    },
    /// Something could not be done.
    Failed {
        /// What: `The chart could not be written to /tmp/chart.png`.
        what: String,
        /// Why: `the disk is full`.
        why: String,
        /// What can be done; may be empty.
        advice: String,
    },
    /// The first bytes of an article's file as it was saved.
    AsSaved {
        /// Which file.
        file: String,
        /// Its bytes, at most as many as a person would look at.
        bytes: Vec<u8>,
        /// Whether the file is longer.
        is_cut: bool,
    },
    /// What is remembered of the last visit to an input; empty if nothing is.
    Session {
        /// Which reading it was asked for.
        number: ReadingNumber,
        /// A project file's bytes.
        bytes: Vec<u8>,
    },
    /// What was remembered from the last run; empty on the first.
    Memory(Vec<u8>),
}

impl Work {
    /// Wraps a closure that gives a file's bytes, or says why it cannot.
    pub fn new(work: impl FnOnce() -> Result<Vec<u8>, String> + Send + 'static) -> Self {
        Self(Box::new(work))
    }

    /// Does it.
    pub fn run(self) -> Result<Vec<u8>, String> {
        (self.0)()
    }
}

impl fmt::Debug for Work {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Work")
    }
}

impl fmt::Debug for MergeJob {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MergeJob")
            .field("number", &self.number)
            .field("n_readings", &self.readings.len())
            .field("subject", &self.subject)
            .finish_non_exhaustive()
    }
}
