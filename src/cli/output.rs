//! Where the records go: standard output, or a file that is written whole.

use std::{
    io::{self, BufWriter, StdoutLock, Write as _},
    ops::ControlFlow,
    path::{Path, PathBuf},
};

use super::report::{self, Status};
use crate::io::save;

/// Standard output as a stream of lines. A reader that has enough is no error: writing then breaks off.
#[derive(Debug)]
pub(super) struct Lines {
    out: BufWriter<StdoutLock<'static>>,
    failed: Option<io::Error>,
}

impl Lines {
    /// Takes standard output.
    pub(super) fn new() -> Self {
        Self { out: BufWriter::new(io::stdout().lock()), failed: None }
    }

    /// Writes one line, or breaks off if nobody reads any more.
    pub(super) fn line(&mut self, line: &str) -> ControlFlow<()> {
        let written = writeln!(self.out, "{line}");
        self.check(written)
    }

    /// Hands over what was written so far, for a reader that waits for it.
    pub(super) fn flush(&mut self) -> ControlFlow<()> {
        let flushed = self.out.flush();
        self.check(flushed)
    }

    /// Ends the stream: `status`, unless writing failed.
    pub(super) fn end(mut self, status: Status) -> Status {
        let _is_open = self.flush();
        match self.failed {
            Some(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                report::tell(&format!("standard output: cannot be written ({error}): check the disk"));
                Status::SomeUnread
            }
            Some(_) | None => status,
        }
    }

    fn check(&mut self, result: io::Result<()>) -> ControlFlow<()> {
        match result {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                self.failed.get_or_insert(error);
                ControlFlow::Break(())
            }
        }
    }
}

/// Writes everything at once, to `path` or to standard output.
pub(super) fn write_all(path: Option<&PathBuf>, bytes: &[u8], status: Status) -> Status {
    if let Some(path) = path {
        return save_to(path, bytes, status);
    }
    let mut lines = Lines::new();
    let written = lines.out.write_all(bytes);
    let _is_open = lines.check(written);
    lines.end(status)
}

/// Saves a file; a failure is told, and ends the program as a wrong argument does.
pub(super) fn save_to(path: &Path, bytes: &[u8], status: Status) -> Status {
    match save::save(path, bytes) {
        Ok(()) => status,
        Err(error) => {
            let (what, remedy) = save::words_for(&error);
            report::usage(&format!("{}: {what}: {remedy}", path.display()))
        }
    }
}
