//! The first page: open a folder by dialog, by typed path or from the recent ones, or see the samples.

use eframe::egui;
use std::path::PathBuf;

use super::{actions::Actions, commands::Command, style};
use crate::project::{Action, State};

const WIDTH_PX: f32 = 560.0;

/// The first page.
#[derive(Debug, Default)]
pub(super) struct Welcome {
    typed: String,
}

impl Welcome {
    /// Draws the page.
    pub(super) fn ui(&mut self, ui: &mut egui::Ui, state: &State, actions: &Actions) {
        egui::ScrollArea::vertical().id_salt("welcome").auto_shrink([false, false]).show(ui, |ui| {
            let top = (ui.available_height() * 0.5 - 230.0).clamp(24.0, 140.0);
            ui.add_space(top);
            let side = ((ui.available_width() - WIDTH_PX) / 2.0).max(12.0);
            ui.horizontal_top(|ui| {
                ui.add_space(side);
                ui.vertical(|ui| {
                    ui.set_width(WIDTH_PX.min(ui.available_width()));
                    self.page(ui, state, actions);
                });
            });
        });
    }

    fn page(&mut self, ui: &mut egui::Ui, state: &State, actions: &Actions) {
        ui.label(egui::RichText::new("Summitline").font(style::bold(32.0)));
        ui.add_space(2.0);
        let muted = style::colour(style::palette(ui.ctx()).text_muted);
        let about = "Reads saved news articles and draws who met whom, and when. \
                     Every mark on the timeline opens the sentence that it rests on.";
        ui.add(egui::Label::new(egui::RichText::new(about).size(15.0).color(muted)).wrap());
        ui.add_space(20.0);
        ui.horizontal(|ui| {
            if primary(ui, "Open folder…").on_hover_text(Command::OpenFolder.tip()).clicked() {
                actions.run(Command::OpenFolder);
            }
            let samples = egui::Button::new("Open sample articles").min_size(egui::vec2(0.0, 34.0));
            if ui.add(samples).on_hover_text(Command::OpenDemo.tip()).clicked() {
                actions.run(Command::OpenDemo);
            }
        });
        ui.add_space(18.0);
        self.typed_path(ui, state, actions);
        recent(ui, state, actions);
    }

    fn typed_path(&mut self, ui: &mut egui::Ui, state: &State, actions: &Actions) {
        let label = ui.label("Or type the path of a folder, an article or a .summitline project");
        ui.horizontal(|ui| {
            let width = (ui.available_width() - 76.0).max(120.0);
            let field = egui::TextEdit::singleline(&mut self.typed)
                .hint_text("/home/you/articles")
                .desired_width(width)
                .margin(egui::Margin::symmetric(8, 5));
            let response = ui.add(field).labelled_by(label.id);
            let entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            let path = self.typed.trim();
            let clicked = ui.add_enabled(!path.is_empty(), egui::Button::new("Open")).clicked();
            if (clicked || entered) && !path.is_empty() {
                actions.push(Action::Open(PathBuf::from(path)));
            }
        });
        if let Some(reason) = &state.no_dialog {
            let warning = style::colour(style::palette(ui.ctx()).warning);
            let text = format!("This desktop offers no file dialog ({reason}), so type the path here");
            ui.add(egui::Label::new(egui::RichText::new(text).color(warning)).wrap());
        } else {
            ui.label(egui::RichText::new("A folder can also be dropped on this window").weak());
        }
    }
}

fn recent(ui: &mut egui::Ui, state: &State, actions: &Actions) {
    if state.memory.recent.is_empty() {
        return;
    }
    ui.add_space(20.0);
    ui.label(egui::RichText::new("Recent").font(style::bold(14.0)));
    for path in &state.memory.recent {
        ui.push_id(path, |ui| {
            let link = egui::Link::new(path.display().to_string());
            if ui.add(link).clicked() {
                actions.push(Action::Open(path.clone()));
            }
        });
    }
}

/// The button that most people want.
fn primary(ui: &mut egui::Ui, text: &str) -> egui::Response {
    let palette = style::palette(ui.ctx());
    let label = egui::RichText::new(text).color(style::colour(palette.on_accent)).size(15.0);
    let button =
        egui::Button::new(label).fill(style::colour(palette.accent)).min_size(egui::vec2(140.0, 34.0));
    ui.add(button)
}
