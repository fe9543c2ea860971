//! What is found in folders of every kind.

#![expect(clippy::disallowed_methods, reason = "a test writes what it reads, and fails by panicking")]

use super::*;

fn found(inputs: &[&Path]) -> Found {
    let inputs: Vec<Input> = inputs.iter().map(|path| Input::Path((*path).to_owned())).collect();
    find(&inputs, &|| false).unwrap()
}

fn files(found: &Found) -> Vec<&str> {
    found.candidates.iter().map(|candidate| candidate.file.as_str()).collect()
}

#[test]
fn folders_are_read_through_and_sorted_by_path() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    for name in ["b", "page_files", ".git"] {
        fs::create_dir(root.join(name)).unwrap();
    }
    for name in
        ["z.txt", "a.html", "b/c.md", "b/d.HTM", "page_files/ad.html", ".git/x.txt", ".hidden.txt", "p.jpg"]
    {
        fs::write(root.join(name), "x").unwrap();
    }
    let found = found(&[root]);
    assert_eq!(files(&found), ["a.html", "b/c.md", "b/d.HTM", "z.txt"]);
    let skipped: Vec<_> = found.skipped.iter().map(|(kind, n)| (kind.as_str(), *n)).collect();
    assert_eq!(skipped, [(".jpg", 1), ("hidden", 2), ("saved page's folder", 1)]);
    assert_eq!(found.failures, []);
}

#[test]
fn same_names_from_two_inputs_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let (one, two) = (folder.path().join("1"), folder.path().join("2"));
    for input in [&one, &two] {
        fs::create_dir(input).unwrap();
        fs::write(input.join("a.txt"), "x").unwrap();
    }
    fs::write(two.join("b.txt"), "x").unwrap();
    let found = found(&[&one, &two, &two]);
    let apart = |input: &Path| input.join("a.txt").to_string_lossy().into_owned();
    assert_eq!(files(&found), [apart(&one).as_str(), apart(&two).as_str(), "b.txt"]);
}

#[cfg(unix)]
#[test]
fn links_bring_nothing_twice_and_never_loop() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    fs::create_dir(root.join("b")).unwrap();
    fs::write(root.join("b/a.txt"), "x").unwrap();
    let other = tempfile::tempdir().unwrap();
    fs::write(other.path().join("o.txt"), "x").unwrap();
    symlink(root, other.path().join("back")).unwrap();
    for (target, link) in [
        (root, "b/up"),
        (&root.join("b"), "a"),
        (&root.join("b/a.txt"), "again.txt"),
        (&root.join("nothing"), "broken.txt"),
        (&root.join("self.txt"), "self.txt"),
        (other.path(), "out"),
    ] {
        symlink(target, root.join(link)).unwrap();
    }
    let found = found(&[root]);
    assert_eq!(files(&found), ["b/a.txt", "out/o.txt"]);
    let failures: Vec<_> = found.failures.iter().map(|failure| failure.file.as_str()).collect();
    assert_eq!(failures, ["b/up", "broken.txt", "self.txt"], "{:?}", found.failures);
}

#[cfg(unix)]
#[test]
fn special_files_are_named_and_never_opened() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("socket.txt");
    let _listener = std::os::unix::net::UnixListener::bind(&path).unwrap();
    let found = found(&[folder.path()]);
    assert!(found.candidates.is_empty());
    assert_eq!(found.failures.first().unwrap().reason, "is a socket and was not opened");
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_not_utf_8_is_named_and_read() {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt as _};
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(OsStr::from_bytes(b"caf\xe9.txt")), "x").unwrap();
    let found = found(&[folder.path()]);
    assert_eq!(files(&found), ["caf\u{FFFD}.txt"]);
    assert_eq!(found.notices.len(), 1);
    assert_eq!(kinds::read(found.candidates.first().unwrap()).unwrap(), b"x");
}

#[test]
fn each_bad_file_says_what_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("1-empty.txt"), "").unwrap();
    fs::write(folder.path().join("2-binary.txt"), b"a\0b").unwrap();
    fs::File::create(folder.path().join("3-huge.txt")).unwrap().set_len(51_000_000).unwrap();
    fs::write(folder.path().join("4-gone.txt"), "x").unwrap();
    let found = found(&[folder.path()]);
    fs::remove_file(folder.path().join("4-gone.txt")).unwrap();
    let reasons: Vec<_> =
        found.candidates.iter().map(|candidate| kinds::read(candidate).unwrap_err().reason).collect();
    assert_eq!(
        reasons,
        ["is empty", "is binary and not text", "is larger than 50 MB", "is gone since the folder was listed"]
    );
}

#[test]
fn a_missing_input_is_told_apart() {
    let missing = PathBuf::from("/no/such/folder");
    assert_eq!(find(&[Input::Path(missing.clone())], &|| false), Err(Missing(missing)));
}
