//! What the project's files look like: where they may lie, how they begin, how long they may be.

use super::nothing_breaks;
use super::scan::{files, root, shown, sources};
use std::fs;

/// No file is longer, unless it stands in [`LONG_FILES`].
const MOST_LINES: usize = 400;

/// Files that may be longer, each with its reason.
const LONG_FILES: [(&str, &str); 0] = [];

/// The folders at the top of the project; dot-folders and build output aside.
const TOP_FOLDERS: [&str; 5] = ["src", "assets", "tests", "packaging", "target"];

/// The documents at the top of the project.
const DOCUMENTS: [&str; 7] = [
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "LICENSE-MIT",
    "LICENSE-APACHE",
    "assets/README.md",
];

#[test]
fn the_top_has_four_folders() {
    let mut broken = Vec::new();
    for entry in fs::read_dir(root()).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().to_string_lossy().into_owned();
        let folder = entry.file_type().unwrap().is_dir();
        if folder && !name.starts_with('.') && !TOP_FOLDERS.contains(&name.as_str()) {
            broken.push(name);
        }
    }
    nothing_breaks("Only src, assets, tests and packaging lie at the top:", &broken);
}

#[test]
fn every_file_says_what_it_is_for() {
    let all = sources("src").into_iter().chain(sources("tests"));
    let broken: Vec<String> = all.filter(|s| !s.text.starts_with("//! ")).map(|s| s.path).collect();
    nothing_breaks("Every Rust file begins with `//!` and one sentence on what it is for:", &broken);
}

#[test]
fn files_are_short_enough_to_read() {
    let mut broken = Vec::new();
    for source in sources("src").into_iter().chain(sources("tests")) {
        let lines = source.text.lines().count();
        let excused = LONG_FILES.iter().any(|(path, _)| *path == source.path);
        if lines > MOST_LINES && !excused {
            broken.push(format!("{}: {lines} lines", source.path));
        }
        if lines <= MOST_LINES && excused {
            broken.push(format!("{}: {lines} lines, no exception needed any more", source.path));
        }
    }
    nothing_breaks("A file has one reason to exist and at most 400 lines:", &broken);
}

#[test]
fn the_documents_are_there() {
    let missing: Vec<String> =
        DOCUMENTS.iter().filter(|name| !root().join(name).is_file()).map(|&name| name.to_owned()).collect();
    nothing_breaks("Documents that a newcomer looks for are missing:", &missing);
}

#[test]
fn the_architecture_fits_on_a_page() {
    let lines = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap().lines().count();
    assert!(lines <= 120, "ARCHITECTURE.md has {lines} lines; it is read by people in a hurry: 120 at most");
}

#[test]
fn links_between_documents_lead_somewhere() {
    let link = regex::Regex::new(r"\]\(([^)#:]+)(?:#[^)]*)?\)").unwrap();
    let mut broken = Vec::new();
    for document in DOCUMENTS.iter().filter(|name| !name.starts_with("LICENSE")) {
        let path = root().join(document);
        let text = fs::read_to_string(&path).unwrap_or_default();
        for target in link.captures_iter(&text).map(|c| c[1].to_owned()) {
            if !path.parent().unwrap().join(&target).exists() {
                broken.push(format!("{document}: {target}"));
            }
        }
    }
    nothing_breaks("A link leads nowhere:", &broken);
}

#[test]
fn no_file_knows_the_machine_it_was_written_on() {
    let machine = [concat!("/ro", "ot/"), concat!("/wo", "rk/"), concat!("/tmp", "/w/")];
    let mut broken = Vec::new();
    for path in files(".") {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        for (number, line) in text.lines().enumerate() {
            if machine.iter().any(|folder| line.contains(folder)) {
                broken.push(format!("{}:{}", shown(&path), number + 1));
            }
        }
    }
    nothing_breaks("A path of somebody's machine stands in the project:", &broken);
}

#[test]
fn no_test_is_switched_off() {
    let ignored = regex::Regex::new(r"#\[ignore").unwrap();
    let all = sources("src").into_iter().chain(sources("tests"));
    // Unit tests are blanked out of `code`, so this reads the text, comments and all.
    let broken: Vec<String> = all
        .filter(|s| s.path != "tests/it/tidy/files.rs" && ignored.is_match(&s.text))
        .map(|s| s.path)
        .collect();
    nothing_breaks("A test that does not run checks nothing:", &broken);
}
