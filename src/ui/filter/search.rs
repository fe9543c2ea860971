//! The search field, and the keys that walk through what it found.

use eframe::egui::{self, Key, Modifiers};

use crate::{
    project::{Action, State},
    ui::actions::Actions,
};

/// The field.
#[derive(Debug, Default)]
pub(super) struct SearchField {
    typed: String,
    /// What the search was when it was last looked at, to notice that it was changed elsewhere.
    known: String,
    /// The next frame puts the cursor into it.
    pub(super) wants_focus: bool,
}

impl SearchField {
    /// Draws the field.
    pub(super) fn ui(&mut self, ui: &mut egui::Ui, state: &State, actions: &Actions) {
        if self.known != state.search.text() {
            state.search.text().clone_into(&mut self.known);
            self.typed.clone_from(&self.known);
        }
        let id = ui.make_persistent_id("search");
        if ui.memory(|memory| memory.has_focus(id)) {
            self.keys(ui, id, state, actions);
        }
        let size = egui::vec2(ui.available_width(), 30.0);
        ui.allocate_ui_with_layout(size, egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let tip = "Ends the search (Escape)";
            if !self.typed.is_empty() && ui.button("Clear").on_hover_text(tip).clicked() {
                self.clear(actions);
            }
            self.field(ui, id, actions);
        });
    }

    fn field(&mut self, ui: &mut egui::Ui, id: egui::Id, actions: &Actions) {
        let field = egui::TextEdit::singleline(&mut self.typed)
            .id(id)
            .hint_text("Search events and articles")
            .desired_width(f32::INFINITY)
            .margin(egui::Margin::symmetric(8, 5));
        let response = ui.add(field);
        response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::Role::TextInput, true, "Search events and articles")
        });
        if response.has_focus() {
            // Escape ends the search first; the arrows walk through the hits.
            let filter = egui::EventFilter {
                escape: true,
                horizontal_arrows: true,
                vertical_arrows: true,
                ..Default::default()
            };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        }
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
        }
        if response.changed() {
            actions.push(Action::Search(self.typed.clone()));
            self.known.clone_from(&self.typed);
        }
        response.on_hover_text("Words that must all be there; \"in quotes\" word for word (/ or Ctrl+F)");
    }

    fn keys(&mut self, ui: &egui::Ui, id: egui::Id, state: &State, actions: &Actions) {
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        // With Shift first: the looser one would take both.
        if pressed(Modifiers::SHIFT, Key::Enter) || pressed(Modifiers::NONE, Key::ArrowUp) {
            actions.push(Action::StepHit(false));
        } else if pressed(Modifiers::NONE, Key::Enter) || pressed(Modifiers::NONE, Key::ArrowDown) {
            actions.push(Action::StepHit(true));
        }
        if pressed(Modifiers::NONE, Key::Escape) {
            if state.search.text().is_empty() {
                ui.memory_mut(|memory| memory.surrender_focus(id));
            }
            self.clear(actions);
        }
    }

    fn clear(&mut self, actions: &Actions) {
        self.typed.clear();
        self.known.clear();
        actions.push(Action::Search(String::new()));
    }
}
