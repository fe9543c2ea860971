//! Finds articles in folders and reads them; whatever is wrong with one costs no other.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::{Path, PathBuf},
};

use super::{demo, kinds};
use crate::project::{FileFailure, Input};

/// Where an article's bytes are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A file.
    Disk(PathBuf),
    /// Built in.
    BuiltIn(&'static [u8]),
}

/// A file that looks like an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Its path relative to the input, with `/`; what is not UTF-8 in it shows as `\u{FFFD}`.
    pub file: String,
    /// Where its bytes are.
    pub place: Place,
}

/// What was found in the inputs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// What looks like an article, sorted by path.
    pub candidates: Vec<Candidate>,
    /// What is wrong with others, sorted by path.
    pub failures: Vec<FileFailure>,
    /// What is odd about files that are read all the same.
    pub notices: Vec<FileFailure>,
    /// What was passed over, counted by kind.
    pub skipped: BTreeMap<String, usize>,
}

/// An input that is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing(pub PathBuf);

/// Finds the articles of all inputs; `is_cancelled` is asked before each folder.
pub fn find(inputs: &[Input], is_cancelled: &dyn Fn() -> bool) -> Result<Found, Missing> {
    let mut walk = Walk { found: Found::default(), seen: BTreeSet::new(), links: Vec::new(), is_cancelled };
    for input in inputs {
        match input {
            Input::Demo => walk.add_demo(),
            Input::Path(path) => walk.add_input(path)?,
        }
    }
    let mut found = walk.found;
    name_apart(&mut found.candidates, inputs);
    found.candidates.sort_by(|a, b| a.file.cmp(&b.file));
    found.failures.sort();
    found.notices.sort();
    Ok(found)
}

/// The walk through the inputs.
struct Walk<'a> {
    found: Found,
    /// Real paths of the folders and files that were found, so that a link brings nothing twice.
    seen: BTreeSet<PathBuf>,
    /// Links met on the way, followed only when everything real was found.
    links: Vec<(PathBuf, String)>,
    is_cancelled: &'a dyn Fn() -> bool,
}

impl Walk<'_> {
    fn add_demo(&mut self) {
        let candidates = demo::ARTICLES
            .iter()
            .map(|(name, bytes)| Candidate { file: (*name).to_owned(), place: Place::BuiltIn(bytes) });
        self.found.candidates.extend(candidates);
    }

    fn add_input(&mut self, path: &Path) -> Result<(), Missing> {
        let shown = path.to_string_lossy().into_owned();
        let metadata = match fs::metadata(path) {
            Ok(metadata) => metadata,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(Missing(path.to_owned())),
            Err(error) => {
                self.fail(shown, &error);
                return Ok(());
            }
        };
        if metadata.is_dir() {
            self.add_folder(path.to_owned(), String::new());
            self.follow_links();
        } else {
            let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
            self.add_file(path.to_owned(), name, &metadata, true);
        }
        Ok(())
    }

    /// Goes through a folder and the folders in it, without recursion: no depth is too deep.
    fn add_folder(&mut self, path: PathBuf, file: String) {
        let mut waiting = vec![(path, file)];
        while let Some((path, file)) = waiting.pop() {
            if (self.is_cancelled)() {
                return;
            }
            let is_new = path.canonicalize().is_ok_and(|real| self.seen.insert(real));
            if !is_new && path.is_dir() {
                self.skip("folder given twice");
                continue;
            }
            match entries(&path) {
                Ok(entries) => {
                    for entry in entries {
                        self.add_entry(&entry, &file, &mut waiting);
                    }
                }
                Err(error) => self.fail(shown_folder(&path, &file), &error),
            }
        }
    }

    fn add_entry(&mut self, entry: &fs::DirEntry, folder: &str, waiting: &mut Vec<(PathBuf, String)>) {
        let path = entry.path();
        let name = entry.file_name();
        let shown = name.to_string_lossy();
        let file = if folder.is_empty() { shown.to_string() } else { format!("{folder}/{shown}") };
        let kind = match entry.file_type() {
            Ok(kind) => kind,
            Err(error) => return self.fail(file, &error),
        };
        if shown.starts_with('.') {
            self.skip("hidden");
        } else if kind.is_symlink() {
            self.links.push((path, file));
        } else if kind.is_dir() && shown.ends_with("_files") {
            self.skip("saved page's folder");
        } else if kind.is_dir() {
            waiting.push((path, file));
        } else {
            match entry.metadata() {
                Ok(metadata) => self.add_file(path, file, &metadata, false),
                Err(error) => self.fail(file, &error),
            }
        }
    }

    /// Adds what is no folder; `is_given` if it was named itself, and not met in a folder.
    fn add_file(&mut self, path: PathBuf, file: String, metadata: &fs::Metadata, is_given: bool) {
        if !kinds::is_article(&path, is_given) {
            self.skip(&kinds::ending(&path));
            return;
        }
        if let Some(failure) = kinds::special(&file, metadata) {
            self.found.failures.push(failure);
            return;
        }
        if path.canonicalize().is_ok_and(|real| !self.seen.insert(real)) {
            self.skip("file given twice");
            return;
        }
        if path.to_str().is_none() {
            self.found.notices.push(kinds::odd_name(&file));
        }
        self.found.candidates.push(Candidate { file, place: Place::Disk(path) });
    }

    /// Follows the links, those in linked folders too. Each real folder is entered once, so this ends.
    fn follow_links(&mut self) {
        while !self.links.is_empty() {
            let mut links = std::mem::take(&mut self.links);
            links.sort();
            for (path, file) in links {
                self.follow(path, file);
            }
        }
    }

    fn follow(&mut self, path: PathBuf, file: String) {
        let metadata = match fs::metadata(&path) {
            Ok(metadata) => metadata,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let failure =
                    kinds::failure(file, "is a link that points to nothing", "mend or remove the link");
                self.found.failures.push(failure);
                return;
            }
            Err(error) => return self.fail(file, &error),
        };
        if !metadata.is_dir() {
            self.add_file(path, file, &metadata, false);
            return;
        }
        let stands_in = path.parent().and_then(|parent| parent.canonicalize().ok());
        match (path.canonicalize(), stands_in) {
            (Ok(target), Some(folder)) if folder.starts_with(&target) => {
                let failure =
                    kinds::failure(file, "is a link to a folder that it stands in itself", "remove the link");
                self.found.failures.push(failure);
            }
            (Ok(target), _) if self.seen.contains(&target) => self.skip("link to a folder read already"),
            _ => self.add_folder(path, file),
        }
    }

    fn skip(&mut self, kind: &str) {
        *self.found.skipped.entry(kind.to_owned()).or_default() += 1;
    }

    fn fail(&mut self, file: String, error: &io::Error) {
        self.found.failures.push(kinds::failure_from_error(file, error));
    }
}

/// A folder's entries by name, from the last to the first.
fn entries(path: &Path) -> io::Result<Vec<fs::DirEntry>> {
    let mut entries = fs::read_dir(path)?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    Ok(entries)
}

fn shown_folder(path: &Path, file: &str) -> String {
    if file.is_empty() { path.to_string_lossy().into_owned() } else { file.to_owned() }
}

/// Files of the same relative path from several inputs are told apart by the path as it was given.
fn name_apart(candidates: &mut [Candidate], inputs: &[Input]) {
    if inputs.len() < 2 {
        return;
    }
    let mut n_of_name: BTreeMap<String, usize> = BTreeMap::new();
    for candidate in &*candidates {
        *n_of_name.entry(candidate.file.clone()).or_default() += 1;
    }
    for candidate in candidates {
        if let Place::Disk(path) = &candidate.place
            && n_of_name.get(&candidate.file).is_some_and(|n| *n > 1)
        {
            candidate.file = path.to_string_lossy().into_owned();
        }
    }
}

#[cfg(test)]
#[path = "inputs_tests.rs"]
mod tests;
