//! Each bad input costs its own file and no other, and gets a line with its reason and what to do.

use super::{arg, demo_claims, demo_events, folder, fs, run, run_with};

/// A sentence that any version of the program reads.
const GOOD: &str = "Vladimir Putin met Xi Jinping in Beijing on 4 February 2022.";

/// Lines on standard error that name `file`.
fn lines_of<'a>(err: &'a str, file: &str) -> Vec<&'a str> {
    err.lines().filter(|line| line.starts_with(&format!("{file}: "))).collect()
}

#[test]
fn each_bad_file_is_named_with_its_reason_and_the_rest_is_read() {
    let folder = folder(&[("good.txt", GOOD), ("sub/other.md", GOOD), ("empty.txt", ""), ("p.jpg", "x")]);
    let path = |name: &str| folder.path().join(name);
    fs::write(path("binary.txt"), b"\x89PNG\r\n\x1a\n\0\0").unwrap();
    fs::File::create(path("huge.html")).unwrap().set_len(51_000_000).unwrap();
    let run = run(&["articles", arg(folder.path())]).ended(1);
    for (file, reason) in [
        ("empty.txt", "is empty"),
        ("binary.txt", "is binary and not text"),
        ("huge.html", "is larger than 50 MB"),
    ] {
        let lines = lines_of(&run.err, file);
        assert_eq!(lines.len(), 1, "{file}: {}", run.err);
        assert!(lines[0].contains(reason), "{}", run.err);
        assert_eq!(lines[0].matches(": ").count(), 2, "no advice in {}", lines[0]);
    }
    assert_eq!(run.err.lines().count(), 3, "{}", run.err);
    let files: Vec<_> =
        run.records().iter().map(|record| record["file"].as_str().unwrap().to_owned()).collect();
    assert_eq!(files, ["good.txt", "sub/other.md"]);
}

#[cfg(unix)]
#[test]
fn links_pipes_and_odd_names_are_named() {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt as _, os::unix::fs::symlink};
    let folder = folder(&[("good.txt", GOOD), ("sub/a.txt", GOOD)]);
    let path = |name: &str| folder.path().join(name);
    symlink(folder.path(), path("sub/loop")).unwrap();
    symlink(path("self.txt"), path("self.txt")).unwrap();
    symlink(path("nothing"), path("broken.txt")).unwrap();
    let _listener = std::os::unix::net::UnixListener::bind(path("socket.txt")).unwrap();
    let made_pipe = std::process::Command::new("mkfifo").arg(path("pipe.txt")).status();
    let has_odd_name = fs::write(folder.path().join(OsStr::from_bytes(b"caf\xe9.txt")), GOOD).is_ok();
    let run = run(&["articles", arg(folder.path())]).ended(1);
    let mut wanted = vec![
        ("sub/loop", "it stands in itself"),
        ("self.txt", "leads back to itself"),
        ("broken.txt", "points to nothing"),
        ("socket.txt", "is a socket and was not opened"),
    ];
    if made_pipe.is_ok_and(|status| status.success()) {
        wanted.push(("pipe.txt", "is a pipe and was not opened"));
    }
    if has_odd_name {
        wanted.push(("caf\u{FFFD}.txt", "not UTF-8"));
    }
    for (file, reason) in &wanted {
        let lines = lines_of(&run.err, file);
        assert!(lines.len() == 1 && lines[0].contains(reason), "{file}: {}", run.err);
    }
    assert_eq!(run.err.lines().count(), wanted.len(), "{}", run.err);
    assert_eq!(run.records().len(), 2 + usize::from(has_odd_name));
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder(&[("good.txt", GOOD), ("secret.txt", GOOD)]);
    let secret = folder.path().join("secret.txt");
    fs::set_permissions(&secret, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::File::open(&secret).is_ok() {
        println!("skipped: this user may read every file");
        return;
    }
    let run = run(&["articles", arg(folder.path())]).ended(1);
    assert!(lines_of(&run.err, "secret.txt")[0].contains("permissions"), "{}", run.err);
    assert_eq!(run.records().len(), 1);
}

#[test]
fn a_single_bad_file_ends_with_1() {
    let folder = folder(&[("empty.txt", "")]);
    let run = run(&["extract", arg(&folder.path().join("empty.txt"))]).ended(1);
    assert_eq!(lines_of(&run.err, "empty.txt").len(), 1, "{}", run.err);
}

#[test]
fn bad_records_on_standard_input_are_told_with_their_numbers() {
    let input = format!(
        "{{\"id\": \"one\", \"text\": \"{GOOD}\"}}\nnot json\n\n{{\"id\": \"two\"}}\n{{\"id\": \"three\", \"html\": \"<p>{GOOD}</p>\"}}\n"
    );
    let run = run_with(&["claims", "-"], &input).ended(1);
    let numbers: Vec<_> = run.err.lines().map(|line| line.split(':').next().unwrap()).collect();
    assert_eq!(numbers, ["standard input, line 2", "standard input, line 4"], "{}", run.err);
    let n_articles = run.records().iter().filter(|record| record["record"] == "article").count();
    assert_eq!(n_articles, 2);
}

#[test]
fn bad_claims_are_told_with_their_numbers() {
    let claims = demo_claims();
    let folder = folder(&[("claims.jsonl", &format!("{claims}{{\"record\": \"claim\"}}\n"))]);
    let path = folder.path().join("claims.jsonl");
    let merged = run(&["merge", arg(&path), "--all"]).ended(1);
    let line_number = claims.lines().count() + 1;
    assert!(merged.err.starts_with(&format!("{}, line {line_number}: ", path.display())), "{}", merged.err);
    assert_eq!(merged.out, demo_events());
}
