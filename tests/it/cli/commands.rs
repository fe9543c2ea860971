//! Every command, and every way the program ends.

use super::{arg, demo_claims, demo_events, folder, fs, records, run};

#[test]
fn help_and_version_are_no_errors() {
    assert!(run(&["--help"]).ended(0).out.contains("Usage: summitline"));
    assert!(run(&["--version"]).ended(0).out.starts_with("summitline "));
    for name in ["extract", "claims", "merge", "articles", "chart", "explain"] {
        assert!(run(&[name, "--help"]).ended(0).out.contains(name), "{name}");
    }
}

#[test]
fn wrong_usage_ends_with_2() {
    for args in [
        ["extract"].as_slice(),
        &["extract", "@demo", "--format", "xml"],
        &["extract", "@demo", "--subjekt", "x"],
        &["claims"],
        &["merge"],
        &["merge", "/no/such/claims.jsonl"],
        &["chart", "@demo"],
        &["chart", "@demo", "-o", "chart.gif"],
        &["chart", "@demo", "-o", "/no/such/folder/chart.svg"],
        &["chart", "@demo", "-o", "c.png", "--size", "big"],
        &["chart", "@demo", "-o", "c.png", "--scale", "0"],
        &["chart", "@demo", "-o", "c.png", "--theme", "pink"],
        &["chart", "@demo", "-o", "c.png", "--from", "soon"],
        &["chart", "@demo", "-o", "c.png", "--from", "2023", "--to", "2022"],
        &["explain", "@demo"],
        &["explain", "@demo", "no such id"],
        &["claims", "-", "@demo"],
        &["--demo", "folder"],
        &["no such folder or command"],
    ] {
        let run = run(args);
        assert_eq!(run.status, 2, "{args:?}: {}", run.err);
        assert!(!run.err.is_empty() && run.out.is_empty(), "{args:?} says nothing");
    }
}

#[test]
fn a_missing_input_and_one_without_articles_end_with_2() {
    let missing = run(&["extract", "/no/such/folder"]).ended(2);
    assert!(missing.err.contains("/no/such/folder: there is no such file or folder"), "{}", missing.err);
    let folder = folder(&[("picture.jpg", "x"), ("notes.docx", "x")]);
    let empty = run(&["articles", arg(folder.path())]).ended(2);
    assert!(empty.err.contains("there is no article in it (2 files of other kinds)"), "{}", empty.err);
}

#[test]
fn a_name_that_looks_like_a_command_is_given_with_its_folder() {
    let folder = folder(&[("merge/a.txt", "Nobody met anybody.")]);
    let output = super::command(&["articles", "./merge"]).current_dir(folder.path()).output().unwrap();
    assert!(output.status.success());
}

#[test]
fn an_unknown_subject_gets_near_names() {
    let run = run(&["extract", "@demo", "--subject", "Vladmir Puttin"]).ended(2);
    assert!(run.err.contains("Vladimir Putin"), "{}", run.err);
}

#[test]
fn a_subject_is_known_by_any_name() {
    for alias in ["vladimir putin", "Путин"] {
        let by_alias = run(&["extract", "@demo", "--all", "--subject", alias]).ended(0).out;
        assert!(by_alias == demo_events(), "{alias} is somebody else");
    }
}

#[test]
fn without_a_display_the_window_says_so_and_the_sample_chart_is_drawn() {
    let folder = tempfile::tempdir().unwrap();
    let output = super::command(&["--demo"])
        .current_dir(folder.path())
        .env("XDG_RUNTIME_DIR", folder.path())
        .env("XDG_STATE_HOME", folder.path())
        .output()
        .unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(3), "{err}");
    let png = fs::read(folder.path().join("summitline-demo.png")).expect("the chart is there");
    assert!(png.starts_with(b"\x89PNG"));
    assert!(err.contains("summitline-demo.png"), "{err}");
}

#[test]
fn charts_are_drawn_at_the_size_that_was_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let (png, svg) = (folder.path().join("c.png"), folder.path().join("c.svg"));
    run(&["chart", "@demo", "-o", arg(&png), "--size", "1600x900", "--scale", "1.5", "--theme", "dark"])
        .ended(0);
    let png = fs::read(png).unwrap();
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    assert_eq!((number(16), number(20)), (2400, 1350));
    run(&["chart", "@demo", "-o", arg(&svg), "--from", "2022", "--to", "2023-06-30"]).ended(0);
    let svg = fs::read_to_string(svg).unwrap();
    assert!(svg.contains("No mark does not mean"), "the coverage line is missing");
}

#[test]
fn events_come_as_lines_as_an_array_and_as_a_table() {
    let lines = records(demo_events());
    let array = run(&["extract", "@demo", "--all", "--format", "json"]).ended(0);
    assert_eq!(serde_json::from_str::<Vec<serde_json::Value>>(&array.out).unwrap(), lines);
    let table = run(&["extract", "@demo", "--all", "--format", "csv"]).ended(0);
    assert!(table.out.starts_with("id,kind,form,held,subject,"), "{}", table.out);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("events.json");
    let saved = run(&["extract", "@demo", "--all", "--format", "json", "-o", arg(&path)]).ended(0);
    assert_eq!(saved.out, "");
    assert_eq!(fs::read_to_string(path).unwrap(), array.out);
}

#[test]
fn events_are_held_back_below_the_threshold_and_sorted() {
    let all = records(demo_events());
    let shown = run(&["extract", "@demo"]).ended(0).records();
    assert!(!shown.is_empty(), "the sample articles give no event");
    assert!(shown.iter().all(|event| event["held"] == false), "one below the threshold is shown");
    assert_eq!(all.iter().filter(|event| event["held"] == false).count(), shown.len());
    let key = |event: &serde_json::Value| {
        let start = event["start"].as_str().map(str::to_owned);
        (start.is_none(), start, event["id"].as_str().unwrap().to_owned())
    };
    assert!(all.iter().map(key).is_sorted(), "they are not sorted by start, then id");
}

#[test]
fn every_event_and_every_claim_can_be_explained() {
    let events = records(demo_events());
    let event = events.first().expect("the sample articles give events");
    let explained = run(&["explain", "@demo", event["id"].as_str().unwrap()]).ended(0);
    let quote: Vec<_> = event["evidence"][0]["quote"].as_str().unwrap().split_whitespace().collect();
    for part in [event["name"].as_str().unwrap(), "date: ", "confidence: ", &quote.join(" ")] {
        assert!(explained.out.contains(part), "{part} is missing in {}", explained.out);
    }
    let claims = records(demo_claims());
    let merged: Vec<_> = events.iter().flat_map(|event| event["evidence"].as_array().unwrap()).collect();
    let claim = claims
        .iter()
        .find(|claim| merged.iter().any(|evidence| evidence["claim"] == claim["id"]))
        .expect("an event rests on a claim");
    run(&["explain", "@demo", claim["id"].as_str().unwrap()]).ended(0);
}

#[cfg(unix)]
#[test]
fn a_reader_that_has_enough_is_no_error() {
    let mut child = super::command(&["articles", "@demo"])
        .stdout(super::Stdio::piped())
        .stderr(super::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty(), "{:?}", String::from_utf8(output.stderr));
}

#[test]
fn records_are_answered_while_more_are_waited_for() {
    use std::io::{BufRead as _, Write as _};
    let mut child = super::command(&["claims", "-"])
        .stdin(super::Stdio::piped())
        .stdout(super::Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut answers = std::io::BufReader::new(child.stdout.take().unwrap()).lines();
    for id in ["one", "two"] {
        writeln!(stdin, "{{\"id\": \"{id}\", \"text\": \"The baker sold bread.\"}}").unwrap();
        stdin.flush().unwrap();
        let answer = answers.next().unwrap().unwrap();
        assert!(answer.contains("\"record\":\"article\""), "{answer}");
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_it_as_a_shell_expects() {
    use std::os::unix::process::ExitStatusExt as _;
    if ignores_interrupts() {
        println!(
            "skipped: whoever started the tests has interrupts ignored, and every program below inherits that"
        );
        return;
    }
    let mut child = super::command(&["claims", "-"]).stdin(super::Stdio::piped()).spawn().unwrap();
    let sent = std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(sent.is_ok_and(|status| status.success()), "the signal could not be sent");
    // A shell reports the end by signal 2 as status 130.
    assert_eq!(child.wait().unwrap().signal(), Some(2));
}

/// Whether this process was started with signal 2 ignored, as shells do for what they run in the background.
#[cfg(unix)]
fn ignores_interrupts() -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).is_some_and(|mask| mask & 0b10 != 0)
}
