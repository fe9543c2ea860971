//! What the program remembers between runs, in the user's own state folder and never beside articles.

use std::{
    env, fs,
    fs::File,
    io::{self, Read as _},
    path::PathBuf,
};

use super::save;

/// More than this was not written by us.
const LIMIT_BYTES: u64 = 1_000_000;

/// Loads what was remembered; empty on the first run or where it cannot be read.
pub(super) fn load() -> Vec<u8> {
    let mut bytes = Vec::new();
    let read = path()
        .and_then(|path| File::open(path).ok())
        .map(|opened| opened.take(LIMIT_BYTES).read_to_end(&mut bytes));
    if matches!(read, Some(Ok(_))) { bytes } else { Vec::new() }
}

/// Remembers `bytes` for the next run.
pub(super) fn store(bytes: &[u8]) -> io::Result<()> {
    let path = path().ok_or(io::ErrorKind::NotFound)?;
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    save::save(&path, bytes)
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
