//! The corner above the lane names, where it is chosen what the lanes stand for.

use eframe::egui::{self, Rect, Ui, vec2};

use super::style;
use super::{actions::Actions, commands::Command, layout::NAMES_PX};
use crate::{
    project::{Action, Arrangement, State},
    timeline::{AXIS_PX, LanesBy},
};

/// Draws the choice in the corner of `whole`.
pub(super) fn ui(ui: &mut Ui, whole: Rect, state: &State, actions: &Actions) {
    let corner = Rect::from_min_size(whole.min, vec2(NAMES_PX, AXIS_PX)).shrink2(vec2(14.0, 9.0));
    let mut corner_ui = ui.new_child(egui::UiBuilder::new().max_rect(corner));
    let now = state.arrangement;
    let response = egui::ComboBox::from_id_salt("lanes")
        .selected_text(format!("By {}", now.lanes_by.name().to_lowercase()))
        .width(NAMES_PX - 32.0)
        .height(340.0)
        .show_ui(&mut corner_ui, |ui| {
            for lanes_by in LanesBy::ALL {
                let name = format!("By {}", lanes_by.name().to_lowercase());
                if ui.selectable_label(now.lanes_by == lanes_by, name).clicked() {
                    actions.push(Action::Arrange(Arrangement { lanes_by, ..now }));
                }
            }
            ui.separator();
            for command in [Command::ToggleFolds, Command::ToggleSilent] {
                let mut on = if command == Command::ToggleFolds { now.folded } else { now.silent };
                let response = style::ticked(ui, |ui| ui.checkbox(&mut on, command.text()));
                if response.on_hover_text(command.tip()).changed() {
                    actions.run(command);
                }
            }
        })
        .response;
    let name = format!("Lanes by {}", now.lanes_by.name().to_lowercase());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ComboBox, true, &name));
    response.on_hover_text("What the lanes stand for");
}
