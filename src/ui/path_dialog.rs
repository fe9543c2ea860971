//! A typed path, where the desktop has no file dialog and no page with a field is in sight.

use std::path::PathBuf;

use eframe::egui::{self, RichText};

use super::{actions::Actions, style};
use crate::project::{Action, Effect, SavePurpose, State};

/// What a path is typed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Purpose {
    Open,
    SaveProject,
}

/// The dialog, and what was last asked of the desktop's own.
#[derive(Debug, Default)]
pub(super) struct PathDialog {
    asked: Option<Purpose>,
    open: Option<Purpose>,
    path: String,
}

impl PathDialog {
    /// Whether it is open.
    pub(super) fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Notes what the desktop's dialog is asked for.
    pub(super) fn note(&mut self, effect: &Effect, state: &State) {
        match effect {
            Effect::PickFolder | Effect::PickFile => {
                self.asked = Some(Purpose::Open);
                self.path.clear();
            }
            Effect::PickSavePath { purpose: SavePurpose::Project, suggested } => {
                self.asked = Some(Purpose::SaveProject);
                let folder = state.input_path().and_then(std::path::Path::parent);
                let path = folder.map_or_else(|| PathBuf::from(suggested), |folder| folder.join(suggested));
                self.path = path.display().to_string();
            }
            // The export dialog has a field of its own.
            Effect::PickSavePath { .. } => self.asked = None,
            _ => {}
        }
    }

    /// The desktop has no dialog: opens this one, unless the first page's field is in sight.
    pub(super) fn take_over(&mut self, state: &State) {
        let asked = self.asked.take();
        self.open = asked.filter(|purpose| *purpose == Purpose::SaveProject || state.input.is_some());
    }

    /// Draws the dialog, if it is open.
    pub(super) fn ui(&mut self, ctx: &egui::Context, actions: &Actions) {
        let Some(purpose) = self.open else { return };
        let (title, label, button) = match purpose {
            Purpose::Open => ("Open", "Path of a folder, an article or a .summitline project", "Open"),
            Purpose::SaveProject => ("Save project", "Path of the .summitline file", "Save"),
        };
        let response = style::dialog(ctx, "path").show(ctx, |ui| {
            ui.set_width(440.0);
            ui.label(RichText::new(title).font(style::bold(18.0)));
            ui.add_space(6.0);
            let label = ui.label(label);
            let field = egui::TextEdit::singleline(&mut self.path)
                .desired_width(f32::INFINITY)
                .margin(egui::Margin::symmetric(8, 5));
            let field = ui.add(field).labelled_by(label.id);
            let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            ui.add_space(10.0);
            let path = self.path.trim();
            let row = egui::Layout::right_to_left(egui::Align::Center);
            let (done, cancelled) = ui
                .with_layout(row, |ui| {
                    let done = ui.add_enabled(!path.is_empty(), egui::Button::new(button)).clicked();
                    (done, ui.button("Cancel").clicked())
                })
                .inner;
            if (done || entered) && !path.is_empty() {
                actions.push(match purpose {
                    Purpose::Open => Action::Open(PathBuf::from(path)),
                    Purpose::SaveProject => Action::SaveTo(PathBuf::from(path)),
                });
                return true;
            }
            cancelled
        });
        if response.inner || response.should_close() {
            self.open = None;
        }
    }
}
