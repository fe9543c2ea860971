//! What the program remembers between runs, in the user's own state folder and never beside articles.

use std::{
    env, fs,
    fs::File,
    io::{self, Read as _},
    path::{Path, PathBuf},
};

use super::save;

/// More than this was not written by us.
const LIMIT_BYTES: u64 = 1_000_000;

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
}
