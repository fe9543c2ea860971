//! Does what the window asks of the outside world, each thing on a thread where it can take its time.

use std::{
    fmt, io,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, SyncSender, sync_channel},
    },
    thread::{self, JoinHandle},
};

use super::{
    dialog::{Dialogs, Picked, Request},
    kinds, memory, merger, open, reading, save, worker,
};
use crate::project::{Answer, Effect, Input, Outside, Work, analyse};

/// Writes that may wait for the disk; a person does not make more.
const DISK_QUEUE: usize = 64;

/// The way back to the window: a bounded channel, and what wakes the window to look into it.
#[derive(Clone)]
pub struct Answers {
    sender: SyncSender<Answer>,
    wake: Arc<dyn Fn() + Send + Sync>,
}

/// Carries out effects until their channel is closed.
#[derive(Debug)]
pub struct Executor {
    thread: Option<JoinHandle<()>>,
}

/// What the executor's own thread holds.
struct Hands {
    answers: Answers,
    dialogs: Arc<dyn Dialogs>,
    disk: SyncSender<Box<dyn FnOnce() + Send>>,
    merges: Arc<merger::Slot>,
    /// Cancels the reading that goes on.
    reading: Arc<AtomicBool>,
    /// Exports that go on; a window that is closed waits for them.
    exports: Vec<JoinHandle<()>>,
}

impl Answers {
    /// Answers go into `sender`, and `wake` is called after each.
    pub fn new(sender: SyncSender<Answer>, wake: impl Fn() + Send + Sync + 'static) -> Self {
        Self { sender, wake: Arc::new(wake) }
    }

    /// Sends an answer, waiting while the channel is full; whether anybody still listens.
    pub fn send(&self, answer: Answer) -> bool {
        let is_heard = self.sender.send(answer).is_ok();
        if is_heard {
            (self.wake)();
        }
        is_heard
    }

    fn failed(&self, what: String, (why, advice): (String, &str)) {
        self.send(Answer::Failed { what, why, advice: advice.to_owned() });
    }
}

impl fmt::Debug for Answers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Answers")
    }
}

impl Executor {
    /// Starts carrying out what comes from `effects`.
    pub fn start(effects: Receiver<Effect>, answers: Answers, dialogs: Arc<dyn Dialogs>) -> io::Result<Self> {
        let (disk, writes) = sync_channel::<Box<dyn FnOnce() + Send>>(DISK_QUEUE);
        let disk_thread = spawn("disk", move || writes.into_iter().for_each(|write| write()))?;
        let merges = Arc::new(merger::Slot::default());
        let (slot, merge_answers) = (Arc::clone(&merges), answers.clone());
        let merge_thread = spawn("merger", move || merge_all(&slot, &merge_answers))?;
        let reading = Arc::new(AtomicBool::new(false));
        let mut hands = Hands { answers, dialogs, disk, merges, reading, exports: Vec::new() };
        let thread = spawn("executor", move || {
            for effect in effects {
                hands.carry_out(effect);
            }
            hands.reading.store(true, Ordering::Relaxed);
            hands.merges.close();
            let Hands { disk, exports, .. } = hands;
            drop(disk);
            for thread in exports.into_iter().chain([disk_thread, merge_thread]) {
                // A thread that panicked has nothing more to write.
                let _is_whole = thread.join();
            }
        })?;
        Ok(Self { thread: Some(thread) })
    }

    /// Waits until everything that was to be written is on the disk. Call it when the effects' sender is dropped.
    pub fn join(mut self) {
        if let Some(thread) = self.thread.take() {
            // As above.
            let _is_whole = thread.join();
        }
    }
}

impl Hands {
    fn carry_out(&mut self, effect: Effect) {
        match effect {
            Effect::PickFolder => self.ask(Request::Folder),
            Effect::PickFile => self.ask(Request::Project),
            Effect::PickSavePath { purpose, suggested } => self.ask(Request::Save { purpose, suggested }),
            Effect::Read { number, input } => {
                self.reading.store(true, Ordering::Relaxed);
                self.reading = Arc::new(AtomicBool::new(false));
                let job = reading::Job { number, input, is_cancelled: Arc::clone(&self.reading) };
                self.on_thread("reading", move |answers| job.run(answers));
            }
            Effect::CancelReading => self.reading.store(true, Ordering::Relaxed),
            Effect::Merge(job) => self.merges.put(job),
            Effect::ReadProject { path } => self.on_disk(move |answers| read_project(path, answers)),
            Effect::SaveProject { path, bytes } => {
                self.on_disk(move |answers| save_project(path, &bytes, answers));
            }
            Effect::WriteExport { path, work } => {
                self.exports.retain(|thread| !thread.is_finished());
                let export = self.on_thread("export", move |answers| write_export(path, work, answers));
                self.exports.extend(export);
            }
            Effect::OpenOutside(outside) => {
                self.on_thread("opener", move |answers| open_outside(&outside, answers));
            }
            Effect::ReadAsSaved { input, file } => {
                self.on_thread("opener", move |answers| read_as_saved(&input, file, answers));
            }
            Effect::LoadSession { number, input } => self.on_disk(move |answers| {
                answers.send(Answer::Session { number, bytes: memory::load_session(&input) });
            }),
            Effect::SaveSession { input, bytes } => {
                self.on_disk(move |_| drop(memory::store_session(&input, &bytes)));
            }
            Effect::LoadMemory => self.on_disk(|answers| {
                answers.send(Answer::Memory(memory::load()));
            }),
            // What is not remembered costs a click; the window has nothing to say about it.
            Effect::SaveMemory(bytes) => self.on_disk(move |_| drop(memory::store(&bytes))),
        }
    }

    /// Asks on a thread of its own: a dialog stands as long as a person likes.
    fn ask(&self, request: Request) {
        let dialogs = Arc::clone(&self.dialogs);
        self.on_thread("dialog", move |answers| {
            let picked = dialogs.ask(&request);
            answers.send(answer_of(&request, picked));
        });
    }

    fn on_thread(&self, name: &str, work: impl FnOnce(&Answers) + Send + 'static) -> Option<JoinHandle<()>> {
        let answers = self.answers.clone();
        let started = spawn(name, move || work(&answers));
        started
            .inspect_err(|error| {
                let why = (format!("no thread could be started ({error})"), "close other programs");
                self.answers.failed("That could not be done".to_owned(), why);
            })
            .ok()
    }

    /// Puts work into the disk's queue: what was asked first is on the disk first.
    fn on_disk(&self, work: impl FnOnce(&Answers) + Send + 'static) {
        let answers = self.answers.clone();
        let is_queued = self.disk.send(Box::new(move || work(&answers))).is_ok();
        if !is_queued {
            let why = ("the thread that writes has ended".to_owned(), "start the program again");
            self.answers.failed("Nothing can be written".to_owned(), why);
        }
    }
}

/// Starts a named thread.
fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<JoinHandle<()>> {
    thread::Builder::new().name(name.to_owned()).spawn(work)
}

fn merge_all(slot: &merger::Slot, answers: &Answers) {
    while let Some(job) = slot.take() {
        let readings: Vec<_> = job.readings.iter().map(AsRef::as_ref).collect();
        let merge = || analyse::merge(&readings, &job.subject, &job.decisions, analyse::world());
        let is_heard = match worker::guarded(merge) {
            Ok(events) => answers.send(Answer::Merged { number: job.number, events }),
            Err(message) => answers.send(Answer::Failed {
                what: "The articles could not be merged".to_owned(),
                why: format!("a defect in the program ({message})"),
                advice: "report it with the articles".to_owned(),
            }),
        };
        if !is_heard {
            return;
        }
    }
}

fn answer_of(request: &Request, picked: Picked) -> Answer {
    let path = match picked {
        Picked::Path(path) => Some(path),
        Picked::Closed => None,
        Picked::NoDialog(reason) => return Answer::NoDialog { reason },
    };
    match request {
        Request::Folder => Answer::FolderPicked(path),
        Request::Project => Answer::FilePicked(path),
        Request::Save { purpose, .. } => Answer::SavePathPicked { purpose: *purpose, path },
    }
}

fn read_as_saved(input: &Input, file: String, answers: &Answers) {
    match open::as_saved(input, &file) {
        Ok((bytes, is_cut)) => {
            answers.send(Answer::AsSaved { file, bytes, is_cut });
        }
        Err(why) => answers.failed(format!("{file} could not be read"), why),
    }
}

fn read_project(path: PathBuf, answers: &Answers) {
    match kinds::read_whole(&path) {
        Ok(bytes) => {
            answers.send(Answer::ProjectRead { path, bytes });
        }
        Err(error) => {
            answers.failed(
                format!("The project {} could not be opened", path.display()),
                kinds::words_for(&error),
            );
        }
    }
}

fn save_project(path: PathBuf, bytes: &[u8], answers: &Answers) {
    match save::save(&path, bytes) {
        Ok(()) => {
            answers.send(Answer::Saved { path });
        }
        Err(error) => {
            answers.failed(
                format!("The project could not be saved to {}", path.display()),
                save::words_for(&error),
            );
        }
    }
}

fn write_export(path: PathBuf, work: Work, answers: &Answers) {
    let made = worker::guarded(|| work.run())
        .unwrap_or_else(|message| Err(format!("a defect in the program ({message})")))
        .map_err(|why| (why, ""));
    let written = made.and_then(|bytes| save::save(&path, &bytes).map_err(|error| save::words_for(&error)));
    match written {
        Ok(()) => {
            answers.send(Answer::Exported { path });
        }
        Err(why) => answers.failed(format!("The chart could not be written to {}", path.display()), why),
    }
}

fn open_outside(outside: &Outside, answers: &Answers) {
    if let Err(why) = open::open(outside) {
        let what = match outside {
            Outside::Article { file, .. } => format!("{file} could not be opened"),
            Outside::Address(address) => format!("{address} could not be opened"),
        };
        answers.failed(what, why);
    }
}

#[cfg(test)]
#[path = "executor_tests.rs"]
mod tests;
