//! Starts summitline.

use std::process::ExitCode;

fn main() -> ExitCode {
    summitline::cli::run(std::env::args_os())
}
