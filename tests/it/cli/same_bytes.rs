//! The same input gives the same bytes, whatever the threads, the order of the inputs and the way through claims.

use std::path::Path;

use super::{arg, folder, fs, run, run_with, seeds};

/// Inputs to compare on: the sample articles, and the seeds where they are there.
fn inputs() -> Vec<String> {
    std::iter::once("@demo".to_owned()).chain(seeds().map(|seeds| arg(&seeds).to_owned())).collect()
}

#[test]
fn threads_and_runs_change_nothing() {
    for input in inputs() {
        for command in ["extract", "claims", "articles"] {
            let one = run(&[command, &input, "--threads", "1"]).ended(0).out;
            assert!(!one.is_empty(), "{command} {input} prints nothing");
            for _ in 0..2 {
                assert!(run(&[command, &input, "--threads", "4"]).ended(0).out == one, "{command} {input}");
            }
        }
    }
}

#[test]
fn the_order_of_files_changes_nothing() {
    let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/demo");
    let mut files: Vec<String> =
        fs::read_dir(demo).unwrap().map(|entry| arg(&entry.unwrap().path()).to_owned()).collect();
    files.sort();
    let extract = |files: &[String]| {
        let args: Vec<&str> = std::iter::once("extract").chain(files.iter().map(String::as_str)).collect();
        run(&args).ended(0).out
    };
    let forward = extract(&files);
    files.reverse();
    assert_eq!(extract(&files), forward);
    assert_eq!(run(&["extract", "@demo"]).ended(0).out, forward);
}

#[test]
fn merging_claims_gives_what_extract_gives_for_three_subjects() {
    for input in inputs() {
        let claims = run(&["claims", &input]).ended(0).out;
        let folder = folder(&[("claims.jsonl", &claims)]);
        let path = folder.path().join("claims.jsonl");
        for subject in ["Vladimir Putin", "Xi Jinping", "Narendra Modi"] {
            let extracted = run(&["extract", &input, "--all", "--subject", subject]).ended(0).out;
            assert_eq!(run(&["merge", arg(&path), "--all", "--subject", subject]).ended(0).out, extracted);
            let args = ["merge", "-", "--all", "--subject", subject];
            assert_eq!(run_with(&args, &claims).ended(0).out, extracted);
        }
    }
}

#[test]
fn partitions_of_claims_merge_in_any_order() {
    let claims = run(&["claims", "@demo"]).ended(0).out;
    let lines: Vec<&str> = claims.lines().collect();
    let (one, two) = lines.split_at(lines.len() / 2);
    let join = |lines: &[&str]| lines.iter().rev().copied().collect::<Vec<_>>().join("\n");
    let folder = folder(&[("1.jsonl", &join(one)), ("2.jsonl", &join(two))]);
    let (one, two) = (folder.path().join("1.jsonl"), folder.path().join("2.jsonl"));
    let extracted = run(&["extract", "@demo"]).ended(0).out;
    assert_eq!(run(&["merge", arg(&two), arg(&one)]).ended(0).out, extracted);
}

#[test]
fn a_chart_is_the_same_twice() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["c.svg", "c.png"] {
        let path = folder.path().join(name);
        let draw = || {
            run(&["chart", "@demo", "-o", arg(&path), "--scale", "1"]).ended(0);
            fs::read(&path).unwrap()
        };
        assert!(draw() == draw(), "{name}");
    }
}
