//! The program itself: every command, every way it ends, and every kind of bad input.

mod bad_inputs;
mod commands;
mod records;
mod same_bytes;

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    sync::LazyLock,
};

use serde_json::Value;

/// The built program.
const PROGRAM: &str = env!("CARGO_BIN_EXE_summitline");

/// What a run gave.
struct Run {
    status: i32,
    out: String,
    err: String,
}

impl Run {
    fn from(output: Output) -> Self {
        Self {
            status: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).expect("standard output is UTF-8"),
            err: String::from_utf8(output.stderr).expect("standard error is UTF-8"),
        }
    }

    /// Standard output, a JSON object a line.
    fn records(&self) -> Vec<Value> {
        records(&self.out)
    }

    /// The same run, which must have ended so.
    fn ended(self, status: i32) -> Self {
        assert_eq!(self.status, status, "{}", self.err);
        self
    }
}

/// A JSON object a line.
fn records(lines: &str) -> Vec<Value> {
    lines.lines().map(|line| serde_json::from_str(line).expect("a JSON object a line")).collect()
}

/// All events of the sample articles, as `extract --all` prints them; run once for all tests.
fn demo_events() -> &'static str {
    static OUT: LazyLock<String> = LazyLock::new(|| run(&["extract", "@demo", "--all"]).ended(0).out);
    &OUT
}

/// The claims of the sample articles; run once for all tests.
fn demo_claims() -> &'static str {
    static OUT: LazyLock<String> = LazyLock::new(|| run(&["claims", "@demo"]).ended(0).out);
    &OUT
}

/// What was made of the sample articles; run once for all tests.
fn demo_articles() -> &'static str {
    static OUT: LazyLock<String> = LazyLock::new(|| run(&["articles", "@demo"]).ended(0).out);
    &OUT
}

/// Runs the program without a display.
fn run(args: &[&str]) -> Run {
    Run::from(command(args).output().expect("the program starts"))
}

/// Runs the program with `input` on its standard input.
fn run_with(args: &[&str], input: &str) -> Run {
    let mut command = command(args);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("it is piped");
    let input = input.to_owned();
    let writer = std::thread::Builder::new().spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().expect("the program ends");
    writer.expect("a thread starts").join().expect("it is no panic").expect("the program reads all");
    Run::from(output)
}

fn command(args: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    command.args(args).stdin(Stdio::null());
    for name in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
        command.env_remove(name);
    }
    command
}

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("it lies in the folder")).expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
    }
    folder
}

/// A path as an argument.
fn arg(path: &Path) -> &str {
    path.to_str().expect("a UTF-8 path")
}

/// The shared seeds, where they are there.
fn seeds() -> Option<PathBuf> {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds");
    let found = seeds.is_dir().then_some(seeds);
    if found.is_none() {
        println!("skipped: there is no ../shared/seeds");
    }
    found
}
