//! Opens a file or an address in the desktop's own program.

use std::{
    fs::File,
    io::{self, Read as _},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use super::{demo, kinds, save};
use crate::project::{Input, Outside};

/// Programs that open things, the usual one first.
#[cfg(target_os = "macos")]
const OPENERS: &[(&str, &[&str])] = &[("open", &[])];
#[cfg(target_os = "windows")]
const OPENERS: &[(&str, &[&str])] = &[("rundll32", &["url.dll,FileProtocolHandler"])];
#[cfg(not(any(target_os = "macos", target_os = "windows")))]
const OPENERS: &[(&str, &[&str])] = &[("xdg-open", &[]), ("gio", &["open"])];

/// Opens it, and waits for the opener; the error says what is wrong and what can be done.
pub fn open(outside: &Outside) -> Result<(), (String, &'static str)> {
    match outside {
        Outside::Article { input, file } => {
            let path = path_of(input, file)?;
            if !path.is_file() {
                return Err((format!("{} is not there any more", path.display()), "read the folder again"));
            }
            open_target(path.as_os_str())
        }
        Outside::Address(address) if is_web_address(address) => open_target(address.as_ref()),
        Outside::Address(_) => {
            Err(("only http and https addresses are opened".to_owned(), "copy the address"))
        }
    }
}

/// How much of a file is shown as it was saved: more than anybody reads.
const SHOWN_BYTES: u64 = 2_000_000;

/// The first bytes of an article's file, and whether there are more of them.
pub fn as_saved(input: &Input, file: &str) -> Result<(Vec<u8>, bool), (String, &'static str)> {
    if let (Input::Demo, Some((_, bytes))) = (input, sample(file)) {
        return Ok((bytes.to_vec(), false));
    }
    let path = path_of(input, file)?;
    if !path.is_file() {
        return Err((format!("{} is not there any more", path.display()), "read the folder again"));
    }
    let read = || -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        File::open(&path)?.take(SHOWN_BYTES + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    let mut bytes = read().map_err(|error| kinds::words_for(&error))?;
    let is_cut = bytes.len() as u64 > SHOWN_BYTES;
    if is_cut {
        bytes.pop();
    }
    Ok((bytes, is_cut))
}

fn sample(file: &str) -> Option<(&'static str, &'static [u8])> {
    demo::ARTICLES.iter().find(|(name, _)| *name == file).map(|(name, bytes)| (*name, *bytes))
}

/// Where an article's file is; a sample article is put into the temporary folder first.
fn path_of(input: &Input, file: &str) -> Result<PathBuf, (String, &'static str)> {
    match input {
        Input::Path(path) => {
            let path = if path.is_dir() { path.join(file) } else { path.clone() };
            Ok(std::path::absolute(&path).unwrap_or(path))
        }
        Input::Demo => {
            let (name, bytes) =
                sample(file).ok_or_else(|| (format!("there is no sample article {file}"), ""))?;
            let path = std::env::temp_dir().join(format!("summitline-{name}"));
            save::save(&path, bytes).map_err(|error| save::words_for(&error))?;
            Ok(path)
        }
    }
}

/// Whether an address is one of the web, without anything that could be taken for something else.
fn is_web_address(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    (lower.starts_with("http://") || lower.starts_with("https://"))
        && !address.contains(|char: char| char.is_control() || char.is_whitespace())
}

fn open_target(target: &std::ffi::OsStr) -> Result<(), (String, &'static str)> {
    let shown = Path::new(target).display();
    for (program, arguments) in OPENERS {
        let status = Command::new(program)
            .args(*arguments)
            .arg(target)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        match status {
            Ok(status) if status.success() => return Ok(()),
            Ok(_) => return Err((format!("the desktop has no program for {shown}"), "open it by hand")),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => {
                return Err((format!("{program} could not be started ({error})"), "open it by hand"));
            }
        }
    }
    Err(("this desktop has no program that opens files".to_owned(), "install xdg-utils, or open it by hand"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_are_opened() {
        assert!(is_web_address("https://example.org/a?b=c"));
        for address in ["file:///etc/passwd", "javascript:alert(1)", "https://a b", "--help", "http://a\nb"] {
            assert!(!is_web_address(address), "{address}");
        }
    }

    #[test]
    fn a_file_in_a_folder_is_found_from_both() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        save::save(&path, b"x").unwrap();
        for input in [folder.path(), &path] {
            assert_eq!(path_of(&Input::Path(input.to_owned()), "a.txt").unwrap(), path);
            assert_eq!(as_saved(&Input::Path(input.to_owned()), "a.txt").unwrap(), (b"x".to_vec(), false));
        }
    }
}
