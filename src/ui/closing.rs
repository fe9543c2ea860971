//! Asks before decisions that are not saved would be lost: on quitting, and on opening something else.

use eframe::egui::{self, RichText};

use super::{actions::Actions, style};
use crate::project::{Action, State};

/// What waits for the answer.
#[derive(Debug)]
pub(super) enum Waiting {
    /// Quitting.
    Quit,
    /// An action that would forget the decisions.
    Action(Action),
}

/// The question.
#[derive(Debug, Default)]
pub(super) struct Closing {
    waiting: Option<Waiting>,
    /// It was answered with 'Save'; what waits is done once the project is on the disk.
    saving: bool,
    may_quit: bool,
}

impl Closing {
    /// Whether the question is on the screen.
    pub(super) fn is_open(&self) -> bool {
        self.waiting.is_some() && !self.saving
    }

    /// Holds the window open while there is something to save.
    pub(super) fn watch(&mut self, ctx: &egui::Context, state: &State) {
        let wants_to_quit = ctx.input(|input| input.viewport().close_requested());
        if wants_to_quit && state.unsaved && !self.may_quit {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            self.ask(Waiting::Quit);
        }
    }

    /// The action, unless it would forget decisions: then it waits for the answer.
    pub(super) fn let_through(&mut self, action: Action, state: &State) -> Option<Action> {
        let forgets = matches!(action, Action::Open(_) | Action::OpenDemo | Action::Close);
        if forgets && state.unsaved && self.waiting.is_none() {
            self.ask(Waiting::Action(action));
            return None;
        }
        Some(action)
    }

    /// Draws the question; gives what may be done now.
    pub(super) fn ui(&mut self, ctx: &egui::Context, state: &State, actions: &Actions) -> Option<Waiting> {
        self.waiting.as_ref()?;
        if self.saving {
            return if state.unsaved { None } else { self.done() };
        }
        let mut answer = None;
        let response = style::dialog(ctx, "closing").show(ctx, |ui| {
            ui.set_width(380.0);
            ui.label(RichText::new("Save your decisions?").font(style::bold(18.0)));
            ui.add_space(4.0);
            ui.add(egui::Label::new("There are changes that are not saved in a project").wrap());
            ui.add_space(10.0);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                answer =
                    ["Save", "Do not save", "Cancel"].into_iter().find(|text| ui.button(*text).clicked());
            });
        });
        match answer {
            Some("Save") => {
                self.saving = true;
                actions.push(Action::Save);
                None
            }
            Some("Do not save") => self.done(),
            Some(_) => {
                self.waiting = None;
                None
            }
            None if response.should_close() => {
                self.waiting = None;
                None
            }
            None => None,
        }
    }

    fn ask(&mut self, waiting: Waiting) {
        self.waiting = Some(waiting);
        self.saving = false;
    }

    fn done(&mut self) -> Option<Waiting> {
        self.saving = false;
        self.may_quit = true;
        self.waiting.take()
    }
}
