//! What can be typed.

use std::{num::NonZeroUsize, path::PathBuf};

use clap::{Parser, Subcommand, ValueEnum};

use super::chart::{self, Size};
use crate::{model::DayRange, project::DEFAULT_SUBJECT, timeline::ThemeName};

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
    /// Draw the chart as PNG, SVG or PDF; needs no display.
    Chart(ChartArgs),
    /// Say why this event, this date and this status, step by step, with the quotes.
    Explain(ExplainArgs),
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
pub(super) struct ChartArgs {
    /// Folders, files, or @demo.
    #[arg(required = true)]
    pub(super) input: Vec<PathBuf>,
    /// The picture; its ending says which kind: .png, .svg or .pdf.
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: PathBuf,
    #[command(flatten)]
    pub(super) subject: SubjectArgs,
    /// Width and height in pixels, before they are scaled.
    #[arg(long, value_name = "WIDTHxHEIGHT", default_value = "1920x1080", value_parser = chart::size_from_text)]
    pub(super) size: Size,
    /// How many pixels of a PNG stand for one of the size.
    #[arg(long, value_name = "FACTOR", default_value = "2", value_parser = chart::scale_from_text)]
    pub(super) scale: f32,
    /// The first day drawn: YYYY-MM-DD, YYYY-MM or YYYY.
    #[arg(long, value_name = "DATE", value_parser = chart::date_from_text)]
    pub(super) from: Option<DayRange>,
    /// The last day drawn.
    #[arg(long, value_name = "DATE", value_parser = chart::date_from_text)]
    pub(super) to: Option<DayRange>,
    /// The colours: light or dark.
    #[arg(long, value_name = "NAME", default_value = "light", value_parser = chart::theme_from_text)]
    pub(super) theme: ThemeName,
    /// A font for characters that the built-in ones lack.
    #[arg(long, value_name = "FILE")]
    pub(super) font: Option<PathBuf>,
    #[command(flatten)]
    pub(super) machine: MachineArgs,
}

#[derive(Debug, clap::Args)]
pub(super) struct ExplainArgs {
    /// A folder, a file, or @demo.
    pub(super) input: PathBuf,
    /// The id of an event or of a claim.
    pub(super) id: String,
    #[command(flatten)]
    pub(super) subject: SubjectArgs,
    #[command(flatten)]
    pub(super) machine: MachineArgs,
}

impl Default for SubjectArgs {
    fn default() -> Self {
        Self { subject: DEFAULT_SUBJECT.to_owned() }
    }
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
