//! Reads the inputs of a command on worker threads, and hands over what is made of each article, by path.

use std::{
    ops::ControlFlow,
    path::{Path, PathBuf},
};

use super::{
    args::MachineArgs,
    report::{self, Report, Status},
};
use crate::{
    io::{
        inputs::{self, Candidate, Found},
        kinds, worker,
    },
    model::{ArticleFacts, Claim, Event},
    project::{
        Input,
        analyse::{self, Reading},
    },
    world::World,
};

/// What merging needs of all articles.
#[derive(Debug, Default)]
pub(super) struct Ground {
    pub(super) facts: Vec<ArticleFacts>,
    pub(super) claims: Vec<Claim>,
}

impl Ground {
    /// Reads the articles, and keeps of each only what merging needs.
    pub(super) fn read(found: Found, machine: &MachineArgs, report: &mut Report) -> Self {
        let mut ground = Self::default();
        let make = |reading: Reading| (reading.extraction.facts, reading.extraction.claims);
        each(found, machine, report, make, |(facts, claims)| {
            ground.facts.push(facts);
            ground.claims.extend(claims);
            ControlFlow::Continue(())
        });
        ground
    }

    /// The events of one leader, or a defect told.
    pub(super) fn merged(self, subject: &str) -> Result<Vec<Event>, Status> {
        let world = World::builtin();
        let merged = worker::guarded(|| analyse::merge_claims(self.facts, self.claims, subject, world));
        merged.map_err(|message| {
            report::tell(&format!(
                "{subject}: the claims could not be merged because of a defect in the program ({message}): \
                 report it with the articles"
            ));
            Status::SomeUnread
        })
    }
}

/// Finds the articles, or tells why there are none.
pub(super) fn find(inputs: &[PathBuf], report: &mut Report) -> Result<Found, Status> {
    let inputs: Vec<Input> = inputs.iter().map(|path| input_from_path(path)).collect();
    let found = inputs::find(&inputs, &|| false).map_err(|inputs::Missing(path)| {
        report::usage(&format!("{}: there is no such file or folder: check the path", path.display()))
    })?;
    report.found(&found);
    if found.candidates.is_empty() && found.failures.is_empty() {
        return Err(no_article(&inputs, &found));
    }
    Ok(found)
}

/// Reads and understands each article, and hands the result of `make` over in the order of paths.
pub(super) fn each<T: Send>(
    found: Found,
    machine: &MachineArgs,
    report: &mut Report,
    make: impl Fn(Reading) -> T + Sync,
    mut hand_over: impl FnMut(T) -> ControlFlow<()>,
) {
    let world = World::builtin();
    let work = |candidate: Candidate| {
        let bytes = kinds::read(&candidate)?;
        worker::guarded(|| make(analyse::read(&candidate.file, &bytes, world)))
            .map_err(|message| kinds::defect(candidate.file, &message))
    };
    let n_threads = machine.threads.unwrap_or_else(worker::n_threads);
    worker::run(found.candidates.into_iter(), n_threads, worker::Order::OfJobs, work, |outcome| {
        report.step();
        match outcome {
            Ok(result) => hand_over(result),
            Err(failure) => {
                report.failed(&failure);
                ControlFlow::Continue(())
            }
        }
    });
}

/// The canonical name of a subject, or wrong usage with the names that may have been meant.
pub(super) fn subject(typed: &str) -> Result<String, Status> {
    let register = World::builtin().register();
    if let Some(leader) = register.find(typed) {
        return Ok(leader.name.clone());
    }
    let near = register.near(typed);
    let meant = if near.is_empty() {
        "give a head of state or government by name".to_owned()
    } else {
        format!("did you mean {}?", near.join(", "))
    };
    Err(report::usage(&format!("{typed}: no one leader of this name is known: {meant}")))
}

/// Whether this stands for the sample articles.
pub(super) fn is_demo(path: &Path) -> bool {
    path == Path::new("@demo")
}

fn input_from_path(path: &Path) -> Input {
    if is_demo(path) { Input::Demo } else { Input::Path(path.to_owned()) }
}

fn no_article(inputs: &[Input], found: &Found) -> Status {
    let names: Vec<String> = inputs
        .iter()
        .map(|input| match input {
            Input::Demo => "@demo".to_owned(),
            Input::Path(path) => path.display().to_string(),
        })
        .collect();
    let n_skipped: usize = found.skipped.values().sum();
    let skipped = match n_skipped {
        0 => String::new(),
        1 => " (1 file of another kind)".to_owned(),
        n => format!(" ({n} files of other kinds)"),
    };
    report::usage(&format!(
        "{}: there is no article in it{skipped}: give a folder with .txt, .md, .html or .htm files",
        names.join(", ")
    ))
}
