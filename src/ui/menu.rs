//! The menu bar, drawn from the list of commands.

use super::{
    actions::Actions,
    commands::{Command, MENUS},
    style,
};
use crate::project::{Action, State};
use eframe::egui;

/// Draws the menu bar.
pub(super) fn ui(ui: &mut egui::Ui, state: &State, actions: &Actions) {
    let frame = egui::Frame::new().fill(ui.visuals().panel_fill).inner_margin(egui::Margin::symmetric(8, 3));
    egui::Panel::top("menu").frame(frame).show_separator_line(true).show(ui, |ui| {
        egui::MenuBar::new().ui(ui, |ui| {
            for (title, commands) in MENUS {
                ui.menu_button(title, |ui| items(ui, commands, state, actions));
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                theme_switch(ui, actions);
                what_is_open(ui, state);
            });
        });
    });
}

fn items(ui: &mut egui::Ui, commands: &[Option<Command>], state: &State, actions: &Actions) {
    ui.set_min_width(250.0);
    ui.set_max_width(420.0);
    // With large text a menu is higher than the window.
    let height = ui.ctx().content_rect().height() - 60.0;
    egui::ScrollArea::vertical().id_salt("items").max_height(height).show(ui, |ui| {
        for command in commands {
            match command {
                Some(Command::ForgetRecent) => {
                    recent(ui, state, actions);
                    item(ui, Command::ForgetRecent, state, actions);
                }
                Some(command) => item(ui, *command, state, actions),
                None => drop(ui.separator()),
            }
        }
    });
}

/// The recent folders and projects, but for the one that is open.
fn recent(ui: &mut egui::Ui, state: &State, actions: &Actions) {
    let open = state.project_path.as_deref().or_else(|| state.input_path());
    for path in state.memory.recent.iter().filter(|path| Some(path.as_path()) != open) {
        let text = format!("Open {}", path.display());
        let button = egui::Button::new(&text).wrap_mode(egui::TextWrapMode::Truncate);
        if ui.add(button).on_hover_text(&text).clicked() {
            actions.push(Action::Open(path.clone()));
            ui.close();
        }
    }
}

fn item(ui: &mut egui::Ui, command: Command, state: &State, actions: &Actions) {
    let mut button = egui::Button::new(command.text()).wrap_mode(egui::TextWrapMode::Extend);
    if let Some(shortcut) = command.shortcut() {
        button = button.shortcut_text(ui.ctx().format_shortcut(&shortcut));
    }
    let why_not = command.why_not(state);
    let response = ui.add_enabled(why_not.is_none(), button);
    style::name_command(&response, command, why_not);
    let response = response.on_hover_text(command.tip());
    let response = response.on_disabled_hover_text(why_not.unwrap_or_default());
    if response.clicked() {
        actions.run(command);
        ui.close();
    }
}

fn theme_switch(ui: &mut egui::Ui, actions: &Actions) {
    let text = if style::is_dark(ui.ctx()) { "Light" } else { "Dark" };
    let button = egui::Button::new(text).frame_when_inactive(false);
    if ui.add(button).on_hover_text(Command::ToggleDark.tip()).clicked() {
        actions.run(Command::ToggleDark);
    }
}

/// Which folder or project is shown, and whether there is something to save.
fn what_is_open(ui: &mut egui::Ui, state: &State) {
    let Some(input) = &state.input else { return };
    let name = match (&state.project_path, input) {
        (Some(path), _) | (None, crate::project::Input::Path(path)) => path.display().to_string(),
        (None, crate::project::Input::Demo) => "Sample articles".to_owned(),
    };
    let mut text = name;
    if state.read_only {
        text.push_str(" (read-only)");
    } else if state.unsaved {
        text.push_str(" (not saved)");
    }
    let muted = style::colour(style::palette(ui.ctx()).text_muted);
    ui.add(egui::Label::new(egui::RichText::new(text).color(muted)).truncate());
}
