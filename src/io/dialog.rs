//! File dialogs of the desktop, behind a trait so that a test can answer in a person's place.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use super::clock::Stopwatch;
use crate::project::SavePurpose;

/// Nobody closes a dialog faster: an empty answer within this means that there was none.
const FASTEST_PERSON: Duration = Duration::from_millis(200);

/// What the desktop is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// A folder to read.
    Folder,
    /// A project file to open.
    Project,
    /// A path to save to.
    Save {
        /// What for.
        purpose: SavePurpose,
        /// A file name to start from.
        suggested: String,
    },
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked {
    /// The person chose this.
    Path(PathBuf),
    /// The person closed the dialog.
    Closed,
    /// There is no dialog on this desktop, and why, as far as that is known.
    NoDialog(String),
}

/// Asks a person for a path. The call blocks, so it is made off the window's thread.
pub trait Dialogs: Send + Sync {
    /// Asks.
    fn ask(&self, request: &Request) -> Picked;
}

/// The desktop's own dialogs: its portal, else `zenity`.
#[derive(Clone, Copy, Debug)]
pub struct Desktop;

impl Dialogs for Desktop {
    fn ask(&self, request: &Request) -> Picked {
        if !has_dialogs() {
            return Picked::NoDialog("it has neither a portal nor zenity".to_owned());
        }
        let stopwatch = Stopwatch::start();
        match ask_desktop(request) {
            Some(path) => Picked::Path(path),
            None if stopwatch.elapsed() < FASTEST_PERSON => {
                Picked::NoDialog("neither its portal nor zenity answered".to_owned())
            }
            None => Picked::Closed,
        }
    }
}

fn ask_desktop(request: &Request) -> Option<PathBuf> {
    let dialog = rfd::FileDialog::new();
    match request {
        Request::Folder => dialog.set_title("Open a folder of articles").pick_folder(),
        Request::Project => dialog
            .set_title("Open a Summitline project")
            .add_filter("Summitline project", &["summitline"])
            .pick_file(),
        Request::Save { purpose, suggested } => {
            let (title, name, ending) = save_words(*purpose);
            let dialog = dialog.set_title(title).set_file_name(suggested).add_filter(name, &[ending]);
            dialog.save_file().map(|path| with_ending(path, ending))
        }
    }
}

/// Title of the dialog, name of the kind of file, and its ending.
fn save_words(purpose: SavePurpose) -> (&'static str, &'static str, &'static str) {
    match purpose {
        SavePurpose::Project => ("Save the project", "Summitline project", "summitline"),
        SavePurpose::Png => ("Export the chart as PNG", "PNG picture", "png"),
        SavePurpose::Svg => ("Export the chart as SVG", "SVG drawing", "svg"),
        SavePurpose::Pdf => ("Export the chart as PDF", "PDF document", "pdf"),
    }
}

/// The path with its ending, where a person left it out.
fn with_ending(path: PathBuf, ending: &str) -> PathBuf {
    if path.extension().is_some_and(|there| there.eq_ignore_ascii_case(ending)) {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(".");
    name.push(ending);
    name.into()
}

/// Whether a dialog can come at all: on free desktops there is a session bus with the portal, or `zenity`.
fn has_dialogs() -> bool {
    if !cfg!(all(unix, not(target_os = "macos"))) {
        return true;
    }
    let has_bus = std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some()
        || std::env::var_os("XDG_RUNTIME_DIR").is_some_and(|folder| Path::new(&folder).join("bus").exists());
    let has_zenity = std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join("zenity").exists()));
    has_bus || has_zenity
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ending_that_was_left_out_is_added() {
        assert_eq!(with_ending("a/chart".into(), "png"), PathBuf::from("a/chart.png"));
        assert_eq!(with_ending("a/chart.PNG".into(), "png"), PathBuf::from("a/chart.PNG"));
        assert_eq!(with_ending("a/putin.2022".into(), "png"), PathBuf::from("a/putin.2022.png"));
    }
}
