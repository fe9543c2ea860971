//! The head of the filter: what it hides, how to get rid of it, and the filters that were kept under a name.

use eframe::egui::{self, RichText, Ui};

use crate::{
    project::{Action, State},
    ui::{actions::Actions, say, style},
};

/// The head.
#[derive(Debug, Default)]
pub(super) struct Kept {
    /// The name that is being typed, while one is.
    name: Option<String>,
}

impl Kept {
    /// Draws the head.
    pub(super) fn ui(&mut self, ui: &mut Ui, state: &State, actions: &Actions) {
        let is_narrow = state.filter.narrowing().next().is_some();
        ui.horizontal(|ui| {
            ui.label(RichText::new("Filter").font(style::bold(15.0)));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                self.buttons(ui, is_narrow, state, actions);
            });
        });
        if is_narrow {
            let hidden = say::count(state.counts().filtered, "event hidden", "events hidden");
            let muted = style::colour(style::palette(ui.ctx()).text_muted);
            ui.label(RichText::new(format!("{hidden} by this filter")).size(13.0).color(muted));
        }
        if self.name.is_some() {
            self.naming(ui, actions);
        }
        list(ui, state, actions);
        ui.add_space(2.0);
    }

    fn buttons(&mut self, ui: &mut Ui, is_narrow: bool, state: &State, actions: &Actions) {
        let quiet =
            |text: &str| egui::Button::new(RichText::new(text).size(13.0)).min_size(egui::vec2(0.0, 24.0));
        let clear = ui.add_enabled(is_narrow, quiet("Clear"));
        clear.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, is_narrow, "Clear all facets"));
        if clear.on_hover_text("Lets everything through again").clicked() {
            actions.push(Action::ClearFilters);
        }
        let keep = ui.add_enabled(is_narrow, quiet("Keep…"));
        keep.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, is_narrow, "Keep filter…"));
        if keep.on_hover_text("Keeps this filter under a name in the project").clicked() {
            self.name = Some(String::new());
        }
        let can_go_back = state.can_filter_back();
        let back = ui.add_enabled(can_go_back, quiet("Back"));
        back.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, can_go_back, "Filter back"));
        if back.on_hover_text("Goes back to the filter before this one").clicked() {
            actions.push(Action::FilterBack);
        }
    }

    fn naming(&mut self, ui: &mut Ui, actions: &Actions) {
        let Some(name) = &mut self.name else { return };
        let (mut is_done, mut is_off) = (false, false);
        ui.horizontal(|ui| {
            let field = egui::TextEdit::singleline(name)
                .hint_text("Name")
                .desired_width(ui.available_width() - 130.0);
            let response = ui.add(field);
            response
                .widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, "Name of the filter"));
            if name.is_empty() && !response.lost_focus() {
                response.request_focus();
            }
            is_done = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            is_done |= ui.add_enabled(!name.trim().is_empty(), egui::Button::new("Keep")).clicked();
            is_off = ui.button("Cancel").clicked() || ui.input(|input| input.key_pressed(egui::Key::Escape));
        });
        if is_done && !name.trim().is_empty() {
            actions.push(Action::KeepFilter(name.trim().to_owned()));
        }
        if is_done || is_off {
            self.name = None;
        }
    }
}

fn list(ui: &mut Ui, state: &State, actions: &Actions) {
    for kept in &state.kept_filters {
        ui.push_id(&kept.name, |ui| {
            ui.horizontal(|ui| {
                let on = kept.filter == state.filter;
                let width = ui.available_width() - 76.0;
                let button = egui::Button::selectable(on, kept.name.as_str()).truncate();
                let response = ui.add_sized([width, 24.0], button);
                let label = format!("Kept filter {}", kept.name);
                response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, on, &label));
                if response.on_hover_text("Shows what this filter lets through").clicked() {
                    actions.push(Action::UseFilter(kept.name.clone()));
                }
                let forget = ui.button(RichText::new("Forget").size(13.0));
                let label = format!("Forget filter {}", kept.name);
                forget.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &label));
                if forget.clicked() {
                    actions.push(Action::ForgetFilter(kept.name.clone()));
                }
            });
        });
    }
}
