//! Opens a file or an address in the desktop's own program.

use std::{
    io,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use super::{demo, save};
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

/// Where an article's file is; a sample article is put into the temporary folder first.
fn path_of(input: &Input, file: &str) -> Result<PathBuf, (String, &'static str)> {
    match input {
        Input::Path(path) => {
            let path = if path.is_dir() { path.join(file) } else { path.clone() };
            Ok(std::path::absolute(&path).unwrap_or(path))
        }
        Input::Demo => {
            let sample = demo::ARTICLES.iter().find(|(name, _)| *name == file);
            let (name, bytes) = sample.ok_or_else(|| (format!("there is no sample article {file}"), ""))?;
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
        }
    }
}
