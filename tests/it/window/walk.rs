//! The keyboard alone goes through all events of real articles; the folder opens again as it was left.

use std::{fs, path::Path, process::Command};

use super::{
    desktop::{Desktop, wait_for},
    open_window,
};

/// The articles to walk through: the seeds where they lie beside the project, else the sample articles.
fn input() -> String {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds");
    if seeds.is_dir() { seeds.display().to_string() } else { "@demo".to_owned() }
}

/// The names of the events that are shown, in their order, as the command line tells them.
fn names(input: &str) -> Vec<String> {
    let told = Command::new(env!("CARGO_BIN_EXE_summitline"))
        .args(["extract", input, "--format", "jsonl"])
        .output()
        .unwrap();
    let text = String::from_utf8(told.stdout).unwrap();
    let name = |line: &str| {
        let event: serde_json::Value = serde_json::from_str(line).unwrap();
        event["name"].as_str().unwrap().to_owned()
    };
    text.lines().map(name).collect()
}

#[test]
fn the_keyboard_walks_through_all_events_and_a_second_opening_shows_the_last() {
    let input = input();
    let names = names(&input);
    assert!(names.len() > 5, "there is something to walk through: {names:?}");
    let home = tempfile::tempdir().unwrap().keep();
    let desktop = Desktop::start(1280, 800);
    let program = env!("CARGO_BIN_EXE_summitline");

    let mut running = desktop.run(program, &[&input], &home, &home);
    let window = open_window(&desktop, &mut running);
    wait_for("the events", || {
        running.check_alive();
        desktop.key("Right");
        desktop.title(&window).starts_with(&format!("{} – ", names[0])).then_some(())
    });
    // Several presses may have been heard while the articles were read: back to the first event.
    walk(&desktop, &window, "Left", names.len(), &names[0]);
    for pair in names.windows(2) {
        desktop.key("Right");
        if pair[0] == pair[1] {
            // The title stays the same; the next step tells whether the press was heard.
            desktop.still_picture();
        }
        wait_for(&format!("`{}` after `{}`", pair[1], pair[0]), || {
            running.check_alive();
            desktop.title(&window).starts_with(&format!("{} – ", pair[1])).then_some(())
        });
    }
    let last = names.last().unwrap();
    desktop.key("ctrl+q");
    assert!(wait_for("the program's end", || running.has_ended()), "it ended with an error");

    let mut running = desktop.run(program, &[&input], &home, &home);
    let window = open_window(&desktop, &mut running);
    wait_for("the event of the last visit", || {
        running.check_alive();
        desktop.title(&window).starts_with(&format!("{last} – ")).then_some(())
    });
    drop(running);
    fs::remove_dir_all(&home).unwrap();
}

/// Presses a key until it has no more effect than to stay at an event.
fn walk(desktop: &Desktop, window: &str, key: &str, n_times: usize, name: &str) {
    for _ in 0..n_times {
        desktop.key(key);
    }
    wait_for(name, || desktop.title(window).starts_with(&format!("{name} – ")).then_some(()));
    desktop.still_picture();
}
