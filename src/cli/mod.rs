//! The command line of the contract: what was typed, carried out.

mod args;
mod articles;
mod chart;
mod claims;
mod explain;
mod extract;
mod output;
mod read;
mod report;
mod window;

use std::{ffi::OsString, io::Write as _, process::ExitCode};

use clap::Parser as _;

use args::{Args, Command};
use report::Status;

/// Carries out a command line, the program's name first.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args = match Args::try_parse_from(args) {
        Ok(args) => args,
        Err(error) => return usage(&error),
    };
    let status = match &args.command {
        Some(Command::Extract(args)) => extract::extract(args),
        Some(Command::Merge(args)) => extract::merge(args),
        Some(Command::Claims(args)) => claims::claims(args),
        Some(Command::Articles(args)) => articles::articles(args),
        Some(Command::Chart(args)) => chart::chart(args),
        Some(Command::Explain(args)) => explain::explain(args),
        None => window::window(&args),
    };
    status.into()
}

/// Prints help or what is wrong with the command line.
fn usage(error: &clap::Error) -> ExitCode {
    let text = error.render();
    // Nobody is left to tell if this cannot be written.
    let _is_told = if error.use_stderr() {
        write!(std::io::stderr(), "{text}")
    } else {
        write!(std::io::stdout(), "{text}")
    };
    if error.use_stderr() { Status::Usage.into() } else { Status::Done.into() }
}
