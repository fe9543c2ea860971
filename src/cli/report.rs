//! What is told on standard error, and how the program ends.

use std::{
    io::{IsTerminal as _, Write as _, stderr},
    process::ExitCode,
};

use crate::{io::inputs::Found, project::FileFailure};

/// How the program ends: the contract's exit statuses. An interrupt ends it from outside, with 130.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    /// Done.
    Done,
    /// Done, but some inputs could not be read.
    SomeUnread,
    /// Wrong usage, an unknown subject, a missing input or no article in it.
    Usage,
    /// No display for the window.
    NoDisplay,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(match status {
            Status::Done => 0,
            Status::SomeUnread => 1,
            Status::Usage => 2,
            Status::NoDisplay => 3,
        })
    }
}

/// Tells of everything that went wrong, and counts what could not be read.
#[derive(Debug)]
pub(super) struct Report {
    n_unread: usize,
    n_done: usize,
    n_found: usize,
    shows_progress: bool,
}

impl Report {
    /// A report that nothing was told in yet.
    pub(super) fn new() -> Self {
        Self { n_unread: 0, n_done: 0, n_found: 0, shows_progress: stderr().is_terminal() }
    }

    /// Tells what is wrong with the files that were found.
    pub(super) fn found(&mut self, found: &Found) {
        self.n_found = found.candidates.len();
        for notice in &found.notices {
            self.line(&told(notice));
        }
        for failure in &found.failures {
            self.failed(failure);
        }
        if self.shows_progress && !found.skipped.is_empty() {
            let kinds: Vec<_> = found.skipped.iter().map(|(kind, n)| format!("{n} × {kind}")).collect();
            self.line(&format!("skipped: {}", kinds.join(", ")));
        }
    }

    /// Tells of one input that could not be read.
    pub(super) fn failed(&mut self, failure: &FileFailure) {
        self.n_unread += 1;
        self.line(&told(failure));
    }

    /// Counts one article done.
    pub(super) fn step(&mut self) {
        self.n_done += 1;
        if self.shows_progress && (self.n_done.is_multiple_of(16) || self.n_done == self.n_found) {
            let _is_told = write!(stderr(), "\r{} of {} articles", self.n_done, self.n_found);
            if self.n_done == self.n_found {
                let _is_told = writeln!(stderr());
            }
        }
    }

    /// How many inputs could not be read.
    pub(super) fn n_unread(&self) -> usize {
        self.n_unread
    }

    /// How the program ends, when all is written.
    pub(super) fn status(&self) -> Status {
        if self.n_unread == 0 { Status::Done } else { Status::SomeUnread }
    }

    fn line(&self, line: &str) {
        if self.shows_progress {
            // Back to the start of the line, and wipe the count that stands there.
            let _is_told = write!(stderr(), "\r\u{1b}[K");
        }
        tell(line);
    }
}

/// Writes one line to standard error; control characters in it, as file names may hold, are written out.
pub(super) fn tell(line: &str) {
    let escape = |char: char| -> String {
        if char.is_control() { char.escape_default().to_string() } else { char.to_string() }
    };
    let line: String = line.chars().map(escape).collect();
    // Nobody is left to tell if this cannot be written.
    let _is_told = writeln!(stderr(), "{line}");
}

/// Tells why nothing can be done, and ends as wrong usage does.
pub(super) fn usage(line: &str) -> Status {
    tell(line);
    Status::Usage
}

/// A failure as one line: file, what is wrong, what to do.
fn told(failure: &FileFailure) -> String {
    let FileFailure { file, reason, advice } = failure;
    if advice.is_empty() { format!("{file}: {reason}") } else { format!("{file}: {reason}: {advice}") }
}
