//! Opening, reading, saving: the actions that ask something of the outside world.

use std::path::PathBuf;

use super::{Action, Effect, Input, Ledger, Progress, SavePurpose, State, saved::Saved};

/// How a project file ends.
const ENDING: &str = "summitline";

impl State {
    /// Opens a project file by its ending, anything else as articles.
    pub(super) fn open(&mut self, path: PathBuf) -> Vec<Effect> {
        if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(ENDING)) {
            vec![Effect::ReadProject { path }]
        } else {
            self.read(&Input::Path(path))
        }
    }

    /// Starts afresh on `input`.
    pub(super) fn read(&mut self, input: &Input) -> Vec<Effect> {
        let mut effects: Vec<_> = self.keep_session().into_iter().collect();
        self.forget();
        if let Input::Path(path) = input {
            self.memory.opened(path);
            effects.extend(self.save_memory());
        }
        effects.extend(self.start_reading(input.clone()));
        effects.push(self.ask_for_session(input));
        effects
    }

    /// Reads the same input again; what was decided stays.
    pub(super) fn reload(&mut self, input: Input) -> Vec<Effect> {
        self.readings.clear();
        self.search.expect_articles();
        self.written.clear();
        self.leaders.clear();
        (self.n_empty, self.n_left_out, self.newest) = (0, 0, None);
        self.failures.clear();
        self.skipped.clear();
        self.start_reading(input)
    }

    pub(super) fn close(&mut self) -> Vec<Effect> {
        let reads = self.progress.is_some();
        let mut effects: Vec<_> = self.keep_session().into_iter().collect();
        self.forget();
        effects.extend(reads.then_some(Effect::CancelReading));
        effects
    }

    /// Opens what a project file holds.
    pub(super) fn open_saved(&mut self, path: PathBuf, bytes: &[u8]) -> Vec<Effect> {
        let saved = match Saved::from_bytes(bytes) {
            Ok(saved) => saved,
            Err(why) => {
                self.notices.trouble(
                    format!("{} could not be opened", path.display()),
                    format!("{why}. The file was left as it is"),
                );
                return Vec::new();
            }
        };
        let kept = self.keep_session();
        self.forget();
        self.memory.opened(&path);
        self.subject = saved.subject;
        self.ledger = Ledger::from_decisions(saved.decisions);
        self.filter = saved.filter;
        self.kept_filters = saved.kept_filters;
        self.arrangement = saved.arrangement;
        self.kept_view = saved.view;
        self.awaited = saved.selected;
        self.unknown_fields = saved.unknown;
        self.read_only = saved.newer;
        self.project_path = Some(path);
        if saved.newer {
            self.notices.trouble(
                "This project was written by a newer version and is opened read-only",
                "Save it under another name to keep your changes",
            );
        }
        let mut effects: Vec<_> = kept.into_iter().chain(self.save_memory()).collect();
        effects.extend(self.start_reading(saved.input));
        effects
    }

    fn start_reading(&mut self, input: Input) -> Vec<Effect> {
        self.reading_number += 1;
        self.progress = Some(Progress::default());
        self.cancelled = false;
        self.input = Some(input.clone());
        vec![Effect::Read { number: self.reading_number, input }]
    }

    pub(super) fn save(&self, action: Action) -> Vec<Effect> {
        if self.input.is_none() {
            return Vec::new();
        }
        let path = match action {
            Action::SaveTo(path) => Some(path),
            Action::Save if !self.read_only => self.project_path.clone(),
            _ => None,
        };
        let Some(mut path) = path else {
            return vec![Effect::PickSavePath {
                purpose: SavePurpose::Project,
                suggested: self.suggested_name(ENDING),
            }];
        };
        if path.extension().is_none() {
            path.set_extension(ENDING);
        }
        vec![Effect::SaveProject { path, bytes: self.to_saved().to_bytes() }]
    }

    /// What the project file holds.
    pub fn to_saved(&self) -> Saved {
        Saved {
            input: self.input.clone().unwrap_or(Input::Demo),
            subject: self.subject.clone(),
            decisions: self.ledger.decisions().to_vec(),
            filter: self.filter.clone(),
            kept_filters: self.kept_filters.clone(),
            arrangement: self.arrangement,
            view: self.kept_view,
            selected: self.selected.clone().or_else(|| self.awaited.clone()),
            unknown: self.unknown_fields.clone(),
            newer: self.read_only,
        }
    }

    /// What is open, in a word: the name of the project's file, of the folder, or of the samples.
    pub fn name(&self) -> String {
        let path = self.project_path.as_deref().or_else(|| self.input_path());
        path.map_or_else(
            || "Sample articles".to_owned(),
            |path| path.file_stem().unwrap_or(path.as_os_str()).to_string_lossy().into_owned(),
        )
    }

    /// A file name made of what is open, e.g. `articles.png`.
    pub fn suggested_name(&self, ending: &str) -> String {
        let stem = self
            .input_path()
            .and_then(|path| path.file_stem())
            .map_or_else(|| "summitline".to_owned(), |stem| stem.to_string_lossy().into_owned());
        format!("{stem}.{ending}")
    }
}
