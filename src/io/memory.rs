//! What the program remembers between runs, in the user's own state folder and never beside articles.

use std::{
    env, fs,
    fs::File,
    io::{self, Read as _},
    path::{Path, PathBuf},
};

use sha2::{Digest as _, Sha256};

use super::save;
use crate::project::Input;

/// More than this was not written by us.
const LIMIT_BYTES: u64 = 20_000_000;
/// How many visits are remembered.
const MOST_SESSIONS: usize = 100;

/// Loads what was remembered; empty on the first run or where it cannot be read.
pub(super) fn load() -> Vec<u8> {
    path().and_then(|path| load_from(&path).ok()).unwrap_or_default()
}

/// Remembers `bytes` for the next run.
pub(super) fn store(bytes: &[u8]) -> io::Result<()> {
    store_to(&path().ok_or(io::ErrorKind::NotFound)?, bytes)
}

fn load_from(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(LIMIT_BYTES).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn store_to(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    save::save(path, bytes)
}

/// Loads what is remembered of the last visit to `input`; empty where there was none.
pub(super) fn load_session(input: &Input) -> Vec<u8> {
    session_path(input).and_then(|path| load_from(&path).ok()).unwrap_or_default()
}

/// Remembers a visit to `input`.
pub(super) fn store_session(input: &Input, bytes: &[u8]) -> io::Result<()> {
    let path = session_path(input).ok_or(io::ErrorKind::NotFound)?;
    store_to(&path, bytes)?;
    path.parent().map_or(Ok(()), |folder| forget_oldest(folder, MOST_SESSIONS))
}

fn session_path(input: &Input) -> Option<PathBuf> {
    Some(path()?.with_file_name("visits").join(session_name(input)))
}

/// A file name that stands for one input and tells nobody its path.
fn session_name(input: &Input) -> String {
    match input {
        Input::Demo => "samples.json".to_owned(),
        Input::Path(path) => {
            let digest = Sha256::digest(path.as_os_str().as_encoded_bytes());
            let number = digest.iter().take(8).fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
            format!("{number:016x}.json")
        }
    }
}

/// Removes all but the `most` files that were written last.
fn forget_oldest(folder: &Path, most: usize) -> io::Result<()> {
    let mut files: Vec<_> = fs::read_dir(folder)?
        .filter_map(|entry| {
            let entry = entry.ok()?;
            Some((entry.metadata().ok()?.modified().ok()?, entry.path()))
        })
        .filter(|(_, path)| path.extension().is_some_and(|ending| ending == "json"))
        .collect();
    files.sort();
    let n_surplus = files.len().saturating_sub(most);
    files.iter().take(n_surplus).try_for_each(|(_, path)| fs::remove_file(path))
}

/// Where it is kept: as the XDG base directories have it, or the platform's own place.
fn path() -> Option<PathBuf> {
    let absolute = |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let state = if cfg!(target_os = "windows") {
        absolute("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        absolute("HOME").map(|home| home.join("Library/Application Support"))
    } else {
        absolute("XDG_STATE_HOME").or_else(|| absolute("HOME").map(|home| home.join(".local/state")))
    };
    Some(state?.join("summitline").join("memory.json"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_remembered_comes_back_and_a_first_run_remembers_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state").join("summitline").join("memory.json");
        assert!(load_from(&path).is_err());
        store_to(&path, b"{}").unwrap();
        assert_eq!(load_from(&path).unwrap(), b"{}");
    }

    #[test]
    fn each_input_has_a_file_of_its_own() {
        let names = [
            session_name(&Input::Demo),
            session_name(&Input::Path(PathBuf::from("/articles"))),
            session_name(&Input::Path(PathBuf::from("/articles/2022"))),
        ];
        assert!(names[0] != names[1] && names[1] != names[2], "{names:?}");
        assert!(names.iter().all(|name| !name.contains("articles")), "{names:?}");
    }

    #[test]
    fn the_oldest_visits_are_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["a.json", "b.json", "c.json", "keep.txt"] {
            store_to(&folder.path().join(name), b"{}").unwrap();
        }
        forget_oldest(folder.path(), 2).unwrap();
        let left = fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(left, 3, "two visits, and what is none");
    }
}
