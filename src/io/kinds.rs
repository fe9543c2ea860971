//! What kinds of files there are, and the words for what is wrong with one.

use std::{
    fs::{self, File},
    io::{self, Read as _},
    path::Path,
};

use super::inputs::{Candidate, Place};
use crate::project::FileFailure;

/// No article is larger: a file over this is something else.
pub const SIZE_LIMIT_BYTES: u64 = 50_000_000;

/// Endings of files that are read.
const ENDINGS: [&str; 4] = ["txt", "md", "html", "htm"];

/// How many bytes are looked at to tell text from something else.
const SNIFFED_BYTES: usize = 8192;

/// Whether a file is read; one that was named itself also without an ending.
pub(super) fn is_article(path: &Path, is_given: bool) -> bool {
    match path.extension() {
        Some(ending) => ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)),
        None => is_given,
    }
}

/// A kind to count a skipped file under: `.jpg`, or `no ending`.
pub(super) fn ending(path: &Path) -> String {
    path.extension().map_or_else(
        || "no ending".to_owned(),
        |ending| format!(".{}", ending.to_string_lossy().to_lowercase()),
    )
}

/// Reads a file, or says what is wrong with it. Pipes and devices are never opened.
pub fn read(candidate: &Candidate) -> Result<Vec<u8>, FileFailure> {
    let file = &candidate.file;
    let path = match &candidate.place {
        Place::BuiltIn(bytes) => return Ok(bytes.to_vec()),
        Place::Disk(path) => path,
    };
    let from_error = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => failure(
            file.clone(),
            "is gone since the folder was listed",
            "read the folder again when nothing changes in it",
        ),
        _ => failure_from_error(file.clone(), &error),
    };
    let metadata = fs::metadata(path).map_err(from_error)?;
    if let Some(failure) = special(file, &metadata) {
        return Err(failure);
    }
    if metadata.len() > SIZE_LIMIT_BYTES {
        return Err(too_large(file));
    }
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|opened| opened.take(SIZE_LIMIT_BYTES + 1).read_to_end(&mut bytes))
        .map_err(from_error)?;
    check(file, bytes)
}

/// The bytes of a file of any kind; a pipe is refused, for nobody may ever write into it.
pub fn read_whole(path: &Path) -> io::Result<Vec<u8>> {
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::other("it is no file"));
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(SIZE_LIMIT_BYTES).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Refuses bytes that cannot be an article.
fn check(file: &str, bytes: Vec<u8>) -> Result<Vec<u8>, FileFailure> {
    if bytes.is_empty() {
        Err(failure(file, "is empty", "save the article again"))
    } else if bytes.len() as u64 > SIZE_LIMIT_BYTES {
        Err(too_large(file))
    } else if is_binary(&bytes) {
        Err(failure(file, "is binary and not text", "save the article as text or as a web page"))
    } else {
        Ok(bytes)
    }
}

/// Whether these bytes are no text: a zero byte without the mark of UTF-16, or many control characters.
fn is_binary(bytes: &[u8]) -> bool {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return false;
    }
    if bytes.starts_with(b"%PDF-") {
        return true;
    }
    let start = bytes.get(..SNIFFED_BYTES).unwrap_or(bytes);
    let is_control = |byte: &&u8| matches!(**byte, 0x01..=0x08 | 0x0E..=0x1A | 0x1C..=0x1F | 0x7F);
    start.contains(&0) || start.iter().filter(is_control).count() * 20 > start.len()
}

/// What is wrong with a thing that is neither file nor folder, or `None` if it is one of them.
pub(super) fn special(file: &str, metadata: &fs::Metadata) -> Option<FileFailure> {
    let kind = metadata.file_type();
    if kind.is_file() || kind.is_dir() {
        return None;
    }
    let what = format!("is {} and was not opened", special_kind(kind));
    Some(failure(file, &what, "save its contents to a file"))
}

#[cfg(unix)]
fn special_kind(kind: fs::FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt as _;
    if kind.is_fifo() {
        "a pipe"
    } else if kind.is_socket() {
        "a socket"
    } else {
        "a device"
    }
}

#[cfg(not(unix))]
fn special_kind(_kind: fs::FileType) -> &'static str {
    "no file"
}

/// What is odd about a file whose name is not UTF-8; it is read all the same.
pub(super) fn odd_name(file: &str) -> FileFailure {
    failure(
        file,
        "has a name that is not UTF-8, so it is shown with � in it",
        "it was read; rename it to be able to cite it",
    )
}

fn too_large(file: &str) -> FileFailure {
    failure(file, "is larger than 50 MB", "cut the article out of it, or leave it out")
}

/// An article on which the program itself failed.
pub fn defect(file: String, message: &str) -> FileFailure {
    let reason = format!("could not be understood because of a defect in the program ({message})");
    failure(file, &reason, "report it with the file")
}

/// A failure from its three parts.
pub(super) fn failure(file: impl Into<String>, reason: &str, advice: &str) -> FileFailure {
    FileFailure { file: file.into(), reason: reason.to_owned(), advice: advice.to_owned() }
}

/// A failure from what the system says.
pub(super) fn failure_from_error(file: String, error: &io::Error) -> FileFailure {
    let (reason, advice) = words_for(error);
    failure(file, &reason, advice)
}

/// What the system says, in plain words, and what can be done.
pub fn words_for(error: &io::Error) -> (String, &'static str) {
    /// `ELOOP` on Linux, and on macOS and the BSDs.
    const LOOPS: [i32; 2] = [40, 62];
    let is_loop = error.raw_os_error().is_some_and(|code| cfg!(unix) && LOOPS.contains(&code));
    match error.kind() {
        io::ErrorKind::PermissionDenied => {
            ("may not be read with your permissions".to_owned(), "change its permissions")
        }
        io::ErrorKind::NotFound => ("is not there".to_owned(), "check the path"),
        io::ErrorKind::IsADirectory => ("is a folder and not a file".to_owned(), "give the files in it"),
        _ if is_loop => ("is a link that leads back to itself".to_owned(), "mend or remove the link"),
        _ => (format!("cannot be read ({error})"), "check the disk, or copy the file to another"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_told_from_other_bytes() {
        assert!(!is_binary("Saved from a site, with \u{FFFD} and 鈥 in it\r\n\t".as_bytes()));
        assert!(!is_binary(b"\xFF\xFEM\0e\0t\0"));
        assert!(!is_binary(&[0xCC, 0xE5, 0xF0, 0xEA, 0xE5, 0xEB]));
        for bytes in [b"\x89PNG\r\n\x1a\n\0\0\0".as_slice(), b"%PDF-1.7\n", b"PK\x03\x04\x14\0", &[1; 40]] {
            assert!(is_binary(bytes), "{bytes:?}");
        }
    }

    #[test]
    fn endings_count_in_either_case() {
        assert!(is_article(Path::new("a.TXT"), false));
        assert!(!is_article(Path::new("notes"), false));
        assert!(is_article(Path::new("notes"), true));
        assert!(!is_article(Path::new("a.pdf"), true));
        assert_eq!(ending(Path::new("a.JPG")), ".jpg");
    }
}
