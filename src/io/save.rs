//! Writes a file so that a kill or a full disk leaves the old one or the new one, never half of either.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use tempfile::Builder;

/// Writes `bytes` to `path`: temporary file in the same folder, flush, fsync, rename, fsync of the folder.
///
/// A link is followed, so that it goes on pointing to the file; a device is written to as it is. The old file's
/// permissions are kept.
pub fn save(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = target_of(path);
    let before = fs::metadata(&path).ok();
    if let Some(metadata) = &before
        && !metadata.is_file()
    {
        return write_through(&path, metadata, bytes);
    }
    let folder =
        path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    let mut builder = Builder::new();
    builder.prefix(".summitline-").suffix(".part");
    set_permissions(&mut builder, before);
    let mut part = builder.tempfile_in(folder)?;
    part.write_all(bytes)?;
    part.flush()?;
    part.as_file().sync_all()?;
    part.persist(&path).map_err(|error| error.error)?;
    sync_folder(folder)
}

/// What a failed save means for a person: what is wrong, and what to do.
pub fn words_for(error: &io::Error) -> (String, &'static str) {
    match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            ("that folder may not be written to".to_owned(), "choose another folder")
        }
        io::ErrorKind::NotFound => ("there is no such folder".to_owned(), "make it, or choose another"),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            ("the disk is full".to_owned(), "make room, or choose another disk")
        }
        io::ErrorKind::IsADirectory => ("there is a folder of that name".to_owned(), "choose another name"),
        _ => (error.to_string(), "try another folder"),
    }
}

/// The file that a link leads to, or the path itself.
fn target_of(path: &Path) -> PathBuf {
    let is_link = fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_symlink());
    if is_link { path.canonicalize().unwrap_or_else(|_| path.to_owned()) } else { path.to_owned() }
}

/// Writes to a device or a pipe, which cannot be replaced.
fn write_through(path: &Path, metadata: &fs::Metadata, bytes: &[u8]) -> io::Result<()> {
    if metadata.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let mut opened = OpenOptions::new().write(true).open(path)?;
    opened.write_all(bytes)?;
    opened.flush()
}

/// Keeps the old file's permissions; a new one may be read by all whom the user's mask lets, as usual.
#[cfg(unix)]
fn set_permissions(builder: &mut Builder<'_, '_>, before: Option<fs::Metadata>) {
    use std::os::unix::fs::PermissionsExt as _;
    let usual = || fs::Permissions::from_mode(0o666);
    builder.permissions(before.map_or_else(usual, |metadata| metadata.permissions()));
}

#[cfg(not(unix))]
fn set_permissions(_builder: &mut Builder<'_, '_>, _before: Option<fs::Metadata>) {}

/// Makes the rename itself lasting; some file systems cannot, and then nothing more can be done.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        let opened = File::open(folder)?;
        return match opened.sync_all() {
            Err(error) if error.kind() != io::ErrorKind::InvalidInput => Err(error),
            Ok(()) | Err(_) => Ok(()),
        };
    }
    Ok(())
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test reads what was written")]
mod tests {
    use super::*;

    #[test]
    fn a_saved_file_is_whole_and_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("chart.svg");
        save(&path, b"one").unwrap();
        save(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_that_is_not_there_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let error = save(&folder.path().join("no/chart.svg"), b"").unwrap_err();
        assert_eq!(words_for(&error).0, "there is no such folder");
        let error = save(folder.path(), b"").unwrap_err();
        assert_eq!(words_for(&error).0, "there is a folder of that name");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_goes_on_pointing_to_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("file"), folder.path().join("link"));
        save(&file, b"one").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        save(&link, b"two").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&file).unwrap(), b"two");
    }
}
