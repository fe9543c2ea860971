//! The palette: finds a command by a few letters and runs it; what cannot act now says why.

use eframe::egui::{self, Key, Modifiers, RichText};

use super::{actions::Actions, commands::Command, fuzzy, style};
use crate::project::State;

/// Height of a line of the list.
const ROW_PX: f32 = 28.0;

/// The palette.
#[derive(Debug, Default)]
pub(super) struct Palette {
    open: bool,
    typed: String,
    /// Which line is chosen, from 0.
    at: usize,
}

impl Palette {
    /// Whether it is open.
    pub(super) fn is_open(&self) -> bool {
        self.open
    }

    /// Opens it, with nothing typed.
    pub(super) fn show(&mut self) {
        *self = Self { open: true, ..Self::default() };
    }

    /// Draws it, if it is open.
    pub(super) fn ui(&mut self, ctx: &egui::Context, state: &State, actions: &Actions) {
        if !self.open {
            return;
        }
        // Before the field takes them.
        let (down, up, enter) = ctx.input_mut(|input| {
            (
                input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown),
                input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp),
                input.consume_key(Modifiers::NONE, Key::Enter),
            )
        });
        let response = style::dialog(ctx, "palette").show(ctx, |ui| {
            ui.set_width(style::dialog_width(ctx, 520.0));
            self.field(ui);
            let found = found(&self.typed, state);
            self.at = (self.at + down).min(found.len().saturating_sub(1)).saturating_sub(up);
            let clicked = self.list(ui, &found, state, down + up > 0);
            let entered = found.get(self.at).copied().filter(|_| enter);
            clicked.or_else(|| entered.filter(|command| command.is_enabled(state)))
        });
        if let Some(command) = response.inner {
            actions.run(command);
        }
        if response.inner.is_some() || response.should_close() {
            self.open = false;
        }
    }

    fn field(&mut self, ui: &mut egui::Ui) {
        let field = egui::TextEdit::singleline(&mut self.typed)
            .hint_text("Type a few letters of a command")
            .desired_width(f32::INFINITY)
            .margin(egui::Margin::symmetric(8, 6));
        let response = ui.add(field);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, "Find a command"));
        if response.changed() {
            self.at = 0;
        }
        response.request_focus();
        ui.add_space(4.0);
    }

    /// Draws the list; gives what was clicked.
    fn list(&self, ui: &mut egui::Ui, found: &[Command], state: &State, moved: bool) -> Option<Command> {
        if found.is_empty() {
            ui.label(RichText::new("No command has these letters").weak());
        }
        let mut clicked = None;
        let height = (ui.ctx().content_rect().height() * 0.6).clamp(120.0, 420.0);
        egui::ScrollArea::vertical().id_salt("palette").max_height(height).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            for (index, command) in found.iter().enumerate() {
                let response = line(ui, *command, index == self.at, state);
                if index == self.at && moved {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    clicked = Some(*command);
                }
            }
        });
        clicked
    }
}

/// The commands that fit what is typed: those that can act first, then the best fit first.
fn found(typed: &str, state: &State) -> Vec<Command> {
    let mut found: Vec<(i32, Command)> = Command::all()
        .filter(|command| *command != Command::Palette)
        .filter_map(|command| Some((fuzzy::fit(typed, command.text())?, command)))
        .collect();
    if typed.trim().is_empty() {
        // As in the menus.
        for (points, _) in &mut found {
            *points = 0;
        }
    }
    found.sort_by_key(|(points, command)| (!command.is_enabled(state), std::cmp::Reverse(*points)));
    found.into_iter().map(|(_, command)| command).collect()
}

fn line(ui: &mut egui::Ui, command: Command, is_chosen: bool, state: &State) -> egui::Response {
    let why_not = command.why_not(state);
    let muted = style::colour(style::palette(ui.ctx()).text_muted);
    let right = match (why_not, command.shortcut()) {
        (Some(why), _) => why.to_owned(),
        (None, Some(key)) => ui.ctx().format_shortcut(&key),
        (None, None) => String::new(),
    };
    let button = egui::Button::selectable(is_chosen, command.text())
        .right_text(RichText::new(right).color(muted).size(13.0))
        .min_size(egui::vec2(ui.available_width(), ROW_PX));
    let response = ui.add_enabled(why_not.is_none(), button);
    style::name_command(&response, command, why_not);
    response
}
