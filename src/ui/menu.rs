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
                theme_switch(ui, state, actions);
                what_is_open(ui, state);
            });
        });
    });
}

fn items(ui: &mut egui::Ui, commands: &[Option<Command>], state: &State, actions: &Actions) {
    ui.set_min_width(230.0);
    for command in commands {
        match command {
            Some(command) => item(ui, *command, state, actions),
            None => drop(ui.separator()),
        }
    }
}

fn item(ui: &mut egui::Ui, command: Command, state: &State, actions: &Actions) {
    let mut button = egui::Button::new(label(command, state)).wrap_mode(egui::TextWrapMode::Extend);
    if let Some(shortcut) = command.shortcut() {
        button = button.shortcut_text(ui.ctx().format_shortcut(&shortcut));
    }
    let response = ui.add_enabled(command.is_enabled(state), button).on_hover_text(command.tip());
    if response.clicked() {
        actions.run(command);
        ui.close();
    }
}

fn label(command: Command, state: &State) -> &'static str {
    match command {
        Command::ToggleDark if state.memory.dark => "Light colours",
        command => command.text(),
    }
}

fn theme_switch(ui: &mut egui::Ui, state: &State, actions: &Actions) {
    let text = if state.memory.dark { "Light" } else { "Dark" };
    let button = egui::Button::new(text).frame_when_inactive(false);
    if ui.add(button).on_hover_text(Command::ToggleDark.tip()).clicked() {
        actions.push(Action::SetDark(!state.memory.dark));
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
