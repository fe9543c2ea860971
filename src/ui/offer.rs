//! Offers the decisions of the last visit to this folder that no project file holds.

use eframe::egui;

use super::{actions::Actions, say, style};
use crate::project::{Action, State};

/// Draws the offer, if there is one.
pub(super) fn ui(ui: &mut egui::Ui, state: &State, actions: &Actions) {
    if state.offered.is_empty() {
        return;
    }
    let palette = style::palette(ui.ctx());
    let frame =
        egui::Frame::new().fill(style::colour(palette.quote)).inner_margin(egui::Margin::symmetric(14, 6));
    egui::Panel::top("offer").frame(frame).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            let n = say::count(state.offered.len(), "decision", "decisions");
            ui.label(format!("Your last visit to this folder made {n} that no project holds"));
            if ui.button("Take over").on_hover_text("Makes them again; they can be saved then").clicked() {
                actions.push(Action::AnswerOffer(true));
            }
            if ui.button("Forget").on_hover_text("Forgets them for good").clicked() {
                actions.push(Action::AnswerOffer(false));
            }
        });
    });
}
