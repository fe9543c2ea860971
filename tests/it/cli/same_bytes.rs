//! The same input gives the same bytes, whatever the threads, the order of the inputs and the way through claims.

use std::path::Path;

use super::{arg, demo_articles, demo_claims, demo_events, folder, fs, run, run_with, seeds};

#[test]
fn threads_and_runs_change_nothing() {
    for (args, out) in [
        (["extract", "@demo", "--all"].as_slice(), demo_events()),
        (&["claims", "@demo"], demo_claims()),
        (&["articles", "@demo"], demo_articles()),
    ] {
        assert!(!out.is_empty(), "{args:?} prints nothing");
        for n_threads in ["1", "4"] {
            let again = run(&[args, &["--threads", n_threads]].concat()).ended(0).out;
            assert!(again == out, "{args:?} with {n_threads} threads");
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
        let args: Vec<&str> =
            ["extract", "--all"].into_iter().chain(files.iter().map(String::as_str)).collect();
        run(&args).ended(0).out
    };
    assert_eq!(extract(&files), demo_events());
    files.reverse();
    assert_eq!(extract(&files), demo_events());
}

#[test]
fn merging_claims_gives_what_extract_gives_for_three_subjects() {
    let folder = folder(&[("claims.jsonl", demo_claims())]);
    let path = folder.path().join("claims.jsonl");
    for subject in ["Vladimir Putin", "Xi Jinping", "Narendra Modi"] {
        let extracted = run(&["extract", "@demo", "--all", "--subject", subject]).ended(0).out;
        assert!(!extracted.is_empty(), "nothing is told of {subject}");
        assert_eq!(run(&["merge", arg(&path), "--all", "--subject", subject]).ended(0).out, extracted);
    }
    assert_eq!(run_with(&["merge", "-", "--all"], demo_claims()).ended(0).out, demo_events());
}

#[test]
fn merging_the_claims_of_the_seeds_gives_what_extract_gives() {
    let Some(seeds) = seeds() else { return };
    let extracted = run(&["extract", arg(&seeds), "--all"]).ended(0).out;
    let claims = run(&["claims", arg(&seeds)]).ended(0).out;
    assert_eq!(run_with(&["merge", "-", "--all"], &claims).ended(0).out, extracted);
}

#[test]
fn partitions_of_claims_merge_in_any_order() {
    let lines: Vec<&str> = demo_claims().lines().collect();
    let (one, two) = lines.split_at(lines.len() / 2);
    let join = |lines: &[&str]| lines.iter().rev().copied().collect::<Vec<_>>().join("\n");
    let folder = folder(&[("1.jsonl", &join(one)), ("2.jsonl", &join(two))]);
    let (one, two) = (folder.path().join("1.jsonl"), folder.path().join("2.jsonl"));
    assert_eq!(run(&["merge", arg(&two), arg(&one), "--all"]).ended(0).out, demo_events());
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
