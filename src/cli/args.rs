//! What can be typed.

use std::{num::NonZeroUsize, path::PathBuf};

use clap::{Parser, Subcommand, ValueEnum};

/// Whose timeline it is where nobody is named.
const DEFAULT_SUBJECT: &str = "Vladimir Putin";

/// Reads saved news articles and draws who met whom, and when.
///
/// Without a command it opens the window. INPUT is a folder (read with all folders in it), a file, or @demo for the
/// sample articles; a name that looks like a command is given as ./merge.
#[derive(Debug, Parser)]
#[command(name = "summitline", version, args_conflicts_with_subcommands = true)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    /// A folder or a .summitline project to open in the window.
    pub(super) path: Option<PathBuf>,
    /// Open the window on the built-in sample articles.
    #[arg(long, conflicts_with = "path")]
    pub(super) demo: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Print the events that the articles tell of.
    Extract(ExtractArgs),
    /// Print each article and its claims, before they are merged; `-` reads article records.
    Claims(ClaimsArgs),
    /// Merge claims into events, as `extract` would have.
    Merge(MergeArgs),
    /// Print what was made of each article.
    Articles(ClaimsArgs),
}

#[derive(Debug, clap::Args)]
pub(super) struct ExtractArgs {
    /// Folders, files, or @demo.
    #[arg(required = true)]
    pub(super) input: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) events: EventArgs,
    #[command(flatten)]
    pub(super) machine: MachineArgs,
}

#[derive(Debug, clap::Args)]
pub(super) struct MergeArgs {
    /// Files that `claims` wrote, or `-`.
    #[arg(required = true)]
    pub(super) claims: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) events: EventArgs,
}

#[derive(Debug, clap::Args)]
pub(super) struct EventArgs {
    #[command(flatten)]
    pub(super) subject: SubjectArgs,
    /// How to print them.
    #[arg(long, value_enum, default_value_t = Format::Jsonl)]
    pub(super) format: Format,
    /// Print those below the confidence threshold too, marked "held".
    #[arg(long)]
    pub(super) all: bool,
    /// Write to this file instead of standard output.
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct SubjectArgs {
    /// Whose timeline, by any of his or her names.
    #[arg(long, value_name = "NAME", default_value = DEFAULT_SUBJECT)]
    pub(super) subject: String,
}

#[derive(Debug, clap::Args)]
pub(super) struct ClaimsArgs {
    /// Folders, files, or @demo.
    #[arg(required = true)]
    pub(super) input: Vec<PathBuf>,
    /// How to print them.
    #[arg(long, value_enum, default_value_t = LinesFormat::Jsonl)]
    pub(super) format: LinesFormat,
    #[command(flatten)]
    pub(super) machine: MachineArgs,
}

#[derive(Debug, clap::Args)]
pub(super) struct MachineArgs {
    /// How many threads read articles; the result is the same with any number.
    #[arg(long, value_name = "N", hide = true)]
    pub(super) threads: Option<NonZeroUsize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// One JSON object a line.
    Jsonl,
    /// One JSON array.
    Json,
    /// A table for spreadsheets.
    Csv,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum LinesFormat {
    /// One JSON object a line.
    Jsonl,
}
