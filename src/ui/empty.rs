//! What stands where there is nothing to draw, and what can be done about it.

use eframe::egui::{self, Ui};

use super::{actions::Actions, commands::Command};
use crate::project::{Action, State};

/// Says why the timeline is empty.
pub(super) fn ui(ui: &mut Ui, state: &State, actions: &Actions) {
    let room = ui.available_height();
    ui.vertical_centered(|ui| {
        ui.add_space((room / 2.0 - 70.0).max(20.0));
        if state.progress.is_some() {
            ui.label(egui::RichText::new("Reading articles…").size(16.0));
            return;
        }
        ui.label(egui::RichText::new(why_empty(state)).size(16.0));
        ui.add_space(4.0);
        let counts = state.counts();
        if counts.filtered + counts.held + counts.rejected > 0 {
            if ui.button("Show all events").clicked() {
                actions.push(Action::ShowAll);
            }
        } else if state.readings.is_empty() {
            let hint = "Summitline reads .txt, .md, .html and .htm files";
            ui.label(egui::RichText::new(hint).weak());
            ui.add_space(8.0);
            if ui.button("Open folder…").clicked() {
                actions.run(Command::OpenFolder);
            }
        } else if let Some((name, _)) = state.leaders.iter().max_by_key(|(_, n)| **n) {
            if ui.button(format!("Show {name}")).clicked() {
                actions.push(Action::ChooseSubject(name.clone()));
            }
        } else {
            let hint = "The list of articles says of each what was found and why nothing came of it";
            ui.label(egui::RichText::new(hint).weak());
            ui.add_space(8.0);
            if ui.button("Show articles").clicked() {
                actions.run(Command::ToggleArticles);
            }
        }
    });
}

fn why_empty(state: &State) -> String {
    let counts = state.counts();
    if counts.filtered + counts.held + counts.rejected > 0 {
        "All events are hidden".to_owned()
    } else if state.readings.is_empty() {
        "There is no article in this folder".to_owned()
    } else if state.merging() {
        "Putting events together…".to_owned()
    } else {
        format!("These articles say nothing of {} at a summit or with another leader", state.subject)
    }
}
