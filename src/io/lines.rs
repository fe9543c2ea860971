//! Lines of a stream with their numbers, none longer than an article may be.

use std::{
    fmt,
    fs::File,
    io::{self, BufRead, BufReader, Read as _},
    path::Path,
};

use super::kinds::SIZE_LIMIT_BYTES;

/// A record holds an article and its escapes.
const LINE_LIMIT_BYTES: u64 = 2 * SIZE_LIMIT_BYTES;

/// The lines of a stream, numbered from 1, without their breaks; blank ones are passed over.
///
/// A line that cannot be read is an error for a person. After a failure of the stream itself nothing comes.
pub struct Lines<R> {
    reader: R,
    line_number: usize,
    has_failed: bool,
}

/// Opens a file, or standard input for `-`.
pub fn open(path: &Path) -> io::Result<Lines<Box<dyn BufRead>>> {
    if path == Path::new("-") {
        return Ok(Lines::new(Box::new(io::stdin().lock())));
    }
    let opened = File::open(path)?;
    if opened.metadata()?.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    Ok(Lines::new(Box::new(BufReader::new(opened))))
}

impl<R> fmt::Debug for Lines<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lines").field("line_number", &self.line_number).finish_non_exhaustive()
    }
}

impl<R: BufRead> Lines<R> {
    /// The lines of `reader`.
    pub fn new(reader: R) -> Self {
        Self { reader, line_number: 0, has_failed: false }
    }

    /// The next line's bytes, or `None` at the end.
    fn next_bytes(&mut self) -> io::Result<Option<Result<Vec<u8>, String>>> {
        let mut bytes = Vec::new();
        let n_read = (&mut self.reader).take(LINE_LIMIT_BYTES).read_until(b'\n', &mut bytes)?;
        if n_read == 0 {
            return Ok(None);
        }
        if n_read as u64 == LINE_LIMIT_BYTES && bytes.last() != Some(&b'\n') {
            self.reader.skip_until(b'\n')?;
            return Ok(Some(Err("is longer than 100 MB".to_owned())));
        }
        Ok(Some(Ok(bytes)))
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = (usize, Result<String, String>);

    fn next(&mut self) -> Option<Self::Item> {
        while !self.has_failed {
            self.line_number += 1;
            let line = match self.next_bytes() {
                Ok(None) => return None,
                Ok(Some(line)) => line,
                Err(error) => {
                    self.has_failed = true;
                    Err(format!("cannot be read ({error})"))
                }
            };
            let line = line.and_then(|bytes| {
                String::from_utf8(bytes).map_err(|error| format!("is not UTF-8 ({})", error.utf8_error()))
            });
            let is_blank = line.as_ref().is_ok_and(|line| line.trim().is_empty());
            if !is_blank {
                return Some((self.line_number, line));
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_numbered_and_bad_ones_cost_only_themselves() {
        let lines: Vec<_> = Lines::new(b"one\n\n\xFF\nlast".as_slice()).collect();
        let numbers: Vec<_> = lines.iter().map(|(number, line)| (*number, line.is_ok())).collect();
        assert_eq!(numbers, [(1, true), (3, false), (4, true)]);
    }
}
