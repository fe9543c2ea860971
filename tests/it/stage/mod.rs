//! A stage for the window: a few articles and events made by hand, and an outside world that answers.

mod articles;
mod events;

use std::{
    path::PathBuf,
    sync::{
        Arc,
        mpsc::{Receiver, SyncSender, sync_channel},
    },
};

use eframe::egui;
use egui_kittest::Harness;
use summitline::{
    project::{Answer, Effect, FileFailure, Input, State},
    ui::{App, Initial, Port},
};

use crate::render::Textures;
pub(crate) use articles::{ARTICLES, reading};
pub(crate) use events::events;

/// What the outside world of the tests is asked and how it answers.
pub(crate) struct Stage {
    pub(crate) app: Option<App>,
    effects: Receiver<Effect>,
    answers: SyncSender<Answer>,
    port: Option<(Port, Initial)>,
    /// What was asked and is not answered by itself.
    pub(crate) asked: Vec<Effect>,
    /// The desktop has no dialog service.
    pub(crate) no_dialog: bool,
    /// What a dialog gives.
    pub(crate) picked: Option<PathBuf>,
    /// What is remembered between runs, and of each visit.
    pub(crate) memory: Vec<u8>,
    pub(crate) visits: Vec<(Input, Vec<u8>)>,
    /// How often articles were read.
    pub(crate) n_readings: usize,
    /// What was copied.
    pub(crate) copied: Vec<String>,
    /// Reading never ends.
    pub(crate) reads_on: bool,
}

impl Stage {
    pub(crate) fn new(initial: Initial) -> Self {
        let (effect_sender, effects) = sync_channel(64);
        let (answers, answer_receiver) = sync_channel(256);
        let port = Port { effects: effect_sender, answers: answer_receiver };
        Self {
            app: None,
            effects,
            answers,
            port: Some((port, initial)),
            asked: Vec::new(),
            no_dialog: false,
            picked: None,
            memory: Vec::new(),
            visits: Vec::new(),
            n_readings: 0,
            copied: Vec::new(),
            reads_on: false,
        }
    }

    /// One frame: the outside world first, then the window.
    pub(crate) fn frame(&mut self, ui: &mut egui::Ui) {
        if let Some((port, initial)) = self.port.take() {
            // The fonts that it installs are there from the next frame on.
            self.app = Some(App::new(ui.ctx(), port, initial));
            ui.ctx().request_repaint();
            return;
        }
        while let Ok(effect) = self.effects.try_recv() {
            self.answer(effect);
        }
        let app = self.app.as_mut().unwrap();
        app.logic(ui.ctx());
        app.ui(ui);
        ui.ctx().output(|output| {
            self.copied.extend(output.commands.iter().filter_map(|command| match command {
                egui::OutputCommand::CopyText(text) => Some(text.clone()),
                _ => None,
            }));
        });
    }

    pub(crate) fn state(&self) -> &State {
        self.app.as_ref().unwrap().state()
    }

    /// Closes the window: it remembers what is open.
    pub(crate) fn leave(&mut self) {
        self.app.as_mut().unwrap().leave();
        while let Ok(effect) = self.effects.try_recv() {
            self.answer(effect);
        }
    }

    fn say(&self, answer: Answer) {
        self.answers.send(answer).unwrap();
    }

    fn answer(&mut self, effect: Effect) {
        match effect {
            Effect::Read { number, input } => self.read(number, &input),
            Effect::Merge(job) => {
                let subject = &job.subject;
                let events = if subject == "Vladimir Putin" { events(&job.readings) } else { Vec::new() };
                self.say(Answer::Merged { number: job.number, events });
            }
            Effect::LoadMemory => self.say(Answer::Memory(self.memory.clone())),
            Effect::SaveMemory(bytes) => self.memory = bytes,
            Effect::LoadSession { number, input } => {
                let visit = self.visits.iter().rev().find(|(of, _)| *of == input);
                let bytes = visit.map(|(_, bytes)| bytes.clone()).unwrap_or_default();
                self.say(Answer::Session { number, bytes });
            }
            Effect::SaveSession { input, bytes } => self.visits.push((input, bytes)),
            Effect::ReadAsSaved { file, .. } => {
                let article = ARTICLES.iter().find(|(name, _)| *name == file);
                let bytes = article.map(|(_, text)| text.replace("Kremlin", "Kreml?n").into_bytes());
                self.say(Answer::AsSaved { file, bytes: bytes.unwrap_or_default(), is_cut: false });
            }
            Effect::PickFolder if self.no_dialog => {
                self.say(Answer::NoDialog { reason: "no portal and no zenity".to_owned() });
            }
            Effect::PickFolder => self.say(Answer::FolderPicked(self.picked.clone())),
            Effect::PickSavePath { .. } if self.no_dialog => {
                self.say(Answer::NoDialog { reason: "no portal and no zenity".to_owned() });
            }
            Effect::PickSavePath { purpose, .. } => {
                self.say(Answer::SavePathPicked { purpose, path: self.picked.clone() });
            }
            other => self.asked.push(other),
        }
    }

    fn read(&mut self, number: u32, input: &Input) {
        self.n_readings += 1;
        self.say(Answer::Progress { number, found: 4, done: 1 });
        if *input != Input::Path(PathBuf::from("/empty")) {
            let readings = ARTICLES.iter().map(|(file, text)| Arc::new(reading(file, text))).collect();
            self.say(Answer::ArticlesRead { number, readings });
            let failure = FileFailure {
                file: "scan.txt".to_owned(),
                reason: "it is a picture, not text".to_owned(),
                advice: "Save the article as text or HTML".to_owned(),
            };
            self.say(Answer::FileFailed { number, failure });
            self.say(Answer::Skipped { number, by_kind: [(".jpg".to_owned(), 2)].into() });
        }
        if !self.reads_on {
            self.say(Answer::ReadingDone { number, cancelled: false });
        }
    }
}

/// A window of that size on the stage; the pictures are drawn from the textures.
pub(crate) fn window(initial: Initial, size: [f32; 2], scale: f32) -> (Harness<'static, Stage>, Textures) {
    window_on(Stage::new(initial), size, scale)
}

/// A window on a stage that was set before.
pub(crate) fn window_on(stage: Stage, size: [f32; 2], scale: f32) -> (Harness<'static, Stage>, Textures) {
    let textures = Textures::default();
    let mut harness = Harness::builder()
        .with_size(size)
        .with_pixels_per_point(scale)
        .with_max_steps(40)
        .renderer(textures.clone())
        .build_ui_state(|ui, stage: &mut Stage| stage.frame(ui), stage);
    harness.run();
    (harness, textures)
}
