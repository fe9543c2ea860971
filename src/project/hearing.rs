//! What the outside world answers, and what follows from it.

use std::{path::Path, sync::Arc};

use super::{Answer, AsSaved, Effect, Progress, SavePurpose, State, analyse::Reading};

impl State {
    pub(super) fn hear(&mut self, answer: Answer) -> Vec<Effect> {
        match answer {
            Answer::FolderPicked(Some(path)) | Answer::FilePicked(Some(path)) => self.open(path),
            Answer::SavePathPicked { purpose: SavePurpose::Project, path: Some(path) } => {
                self.apply(super::Action::SaveTo(path))
            }
            // An export's path is the export dialog's to use.
            Answer::SavePathPicked { .. } | Answer::FolderPicked(None) | Answer::FilePicked(None) => {
                Vec::new()
            }
            Answer::NoDialog { reason } => {
                self.notices.trouble("This desktop offers no file dialog, so type the path instead", &reason);
                self.no_dialog = Some(reason);
                Vec::new()
            }
            Answer::Merged { number, events } => self.merged(number, events),
            Answer::ProjectRead { path, bytes } => self.open_saved(path, &bytes),
            Answer::Saved { path } => self.saved(&path),
            Answer::Exported { path } => {
                self.notices.done(format!("Saved {}", path.display()));
                Vec::new()
            }
            Answer::Failed { what, why, advice } => {
                let sentences = [why, advice].into_iter().filter(|words| !words.is_empty());
                let detail = sentences.map(|words| capitalised(&words)).collect::<Vec<_>>().join(". ");
                self.notices.trouble(what, detail);
                Vec::new()
            }
            Answer::AsSaved { file, bytes, is_cut } => {
                let reading = self.readings.get(&file);
                let encoding = reading.map_or("UTF-8", |reading| reading.article.encoding);
                self.as_saved = Some(AsSaved::new(file, &bytes, encoding, is_cut));
                Vec::new()
            }
            Answer::Memory(bytes) => self.remember(&bytes),
            answer => self.hear_reading(answer),
        }
    }

    /// The answers of a reading; those of an earlier one come too late and are dropped.
    fn hear_reading(&mut self, answer: Answer) -> Vec<Effect> {
        let current = self.reading_number;
        match answer {
            Answer::Progress { number, found, done } if number == current => {
                if self.progress.is_some() {
                    self.progress = Some(Progress { found, done });
                }
                Vec::new()
            }
            Answer::ArticlesRead { number, readings } if number == current => self.take(readings),
            Answer::FileFailed { number, failure } if number == current => {
                let at = self.failures.binary_search(&failure).unwrap_or_else(|at| at);
                self.failures.insert(at, failure);
                Vec::new()
            }
            Answer::Skipped { number, by_kind } if number == current => {
                self.skipped = by_kind;
                Vec::new()
            }
            Answer::Session { number, bytes } if number == current => self.resume(&bytes),
            Answer::ReadingDone { number, cancelled } if number == current => {
                self.progress = None;
                self.cancelled = cancelled;
                self.ask_for_merge()
            }
            _ => Vec::new(),
        }
    }

    fn take(&mut self, readings: Vec<Arc<Reading>>) -> Vec<Effect> {
        self.search.expect_articles();
        for reading in readings {
            for claim in &reading.extraction.claims {
                *self.leaders.entry(claim.leader.clone()).or_default() += 1;
            }
            self.n_empty += usize::from(reading.extraction.claims.is_empty());
            self.n_left_out += reading.extraction.left_out.len();
            self.newest = self.newest.max(reading.article.published.map(|published| published.day));
            self.readings.insert(reading.article.file.clone(), reading);
        }
        if self.merge_pays() { self.ask_for_merge() } else { Vec::new() }
    }

    fn merged(&mut self, number: u32, events: Vec<crate::model::Event>) -> Vec<Effect> {
        if number != self.merge.number {
            return Vec::new();
        }
        self.merge.running = false;
        self.set_events(events);
        if self.merge.wanted { self.start_merge() } else { Vec::new() }
    }

    fn saved(&mut self, path: &Path) -> Vec<Effect> {
        self.notices.done(format!("Saved {}", path.display()));
        self.project_path = Some(path.to_owned());
        self.unsaved = false;
        self.read_only = false;
        self.memory.opened(path);
        self.save_memory().into_iter().collect()
    }

    fn remember(&mut self, bytes: &[u8]) -> Vec<Effect> {
        let opened = std::mem::take(&mut self.memory.recent);
        self.memory = super::Memory::from_bytes(bytes);
        for path in opened.iter().rev() {
            self.memory.opened(path);
        }
        self.memory_known = true;
        let last = self.memory.recent.first().cloned();
        match last {
            Some(path) if self.opens_last && self.input.is_none() => {
                self.opens_last = false;
                self.open(path)
            }
            _ if !opened.is_empty() => self.save_memory().into_iter().collect(),
            _ => Vec::new(),
        }
    }
}

/// A sentence with a capital.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
