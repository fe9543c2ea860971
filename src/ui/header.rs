//! Above the timeline: whose timeline it is, what opens parts of the window, and the legend.

use super::{actions::Actions, commands::Command, leaders::Leaders, legend, say, style};
use crate::project::State;
use eframe::egui;

/// What a cut line would take less than says nothing any more.
const LEAST_SUMMARY_PX: f32 = 120.0;

/// Under this width the buttons stand in a line of their own.
const NARROW_PX: f32 = 640.0;
/// Under this height of the window the legend is one line.
const LOW_PX: f32 = 520.0;

/// The strip above the timeline.
#[derive(Debug, Default)]
pub(super) struct Header {
    leaders: Leaders,
}

/// Which parts of the window are open.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct OpenParts {
    /// The filter at the left.
    pub(super) filter: bool,
    /// The table below.
    pub(super) table: bool,
    /// The summary instead of the timeline.
    pub(super) summary: bool,
}

impl Header {
    /// Draws the strip.
    pub(super) fn ui(&mut self, ui: &mut egui::Ui, state: &State, open: OpenParts, actions: &Actions) {
        let frame = egui::Frame::new().fill(ui.visuals().extreme_bg_color).inner_margin(egui::Margin {
            left: 14,
            right: 12,
            top: 10,
            bottom: 8,
        });
        egui::Panel::top("header").frame(frame).show_separator_line(false).show(ui, |ui| {
            if ui.available_width() < NARROW_PX {
                self.leaders.ui(ui, state, actions);
                ui.horizontal_wrapped(|ui| tools(ui, state, open, actions));
            } else {
                ui.horizontal(|ui| {
                    self.leaders.ui(ui, state, actions);
                    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                        tools(ui, state, open, actions);
                        let rest = egui::Layout::left_to_right(egui::Align::Center);
                        ui.with_layout(rest, |ui| summary(ui, state));
                    });
                });
            }
            ui.add_space(2.0);
            // Where there is little height, the legend is one line that scrolls.
            if ui.ctx().content_rect().height() < LOW_PX {
                let line = egui::ScrollArea::horizontal().id_salt("legend");
                line.show(ui, |ui| ui.horizontal(|ui| legend::ui(ui, state, actions)));
            } else {
                ui.horizontal_wrapped(|ui| legend::ui(ui, state, actions));
            }
        });
    }

    /// Opens the chooser of the leader.
    pub(super) fn choose_leader(&mut self) {
        self.leaders.show();
    }
}

/// The buttons that open parts of the window, and those that zoom.
fn tools(ui: &mut egui::Ui, state: &State, open: OpenParts, actions: &Actions) {
    if !open.summary {
        zoom(ui, state, actions);
        ui.separator();
    }
    switches(ui, state, open, actions);
}

/// What the timeline rests on, in one line.
fn summary(ui: &mut egui::Ui, state: &State) {
    let n_articles = say::count(state.readings.len(), "article", "articles");
    let n_events = say::count(state.counts().shown, "event", "events");
    let muted = style::colour(style::palette(ui.ctx()).text_muted);
    let text = egui::RichText::new(format!("{n_events} from {n_articles}")).color(muted);
    if ui.available_width() < LEAST_SUMMARY_PX {
        return;
    }
    ui.add_space(4.0);
    ui.add(egui::Label::new(text).truncate());
}

/// Opens and closes the parts of the window, from right to left.
fn switches(ui: &mut egui::Ui, state: &State, open: OpenParts, actions: &Actions) {
    ui.spacing_mut().item_spacing.x = 4.0;
    let n_narrowing = state.filter.narrowing().count();
    let filter = if n_narrowing > 0 { format!("Filter {n_narrowing}") } else { "Filter".to_owned() };
    for (text, on, command) in [
        ("Table", open.table, Command::ToggleTable),
        ("Summary", open.summary, Command::ToggleSummary),
        (filter.as_str(), open.filter, Command::ToggleFilter),
    ] {
        let button =
            egui::Button::selectable(on, text).frame_when_inactive(true).min_size(egui::vec2(0.0, 26.0));
        let response = ui.add(button);
        response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, on, command.text()));
        let key = command.shortcut().map(|shortcut| ui.ctx().format_shortcut(&shortcut)).unwrap_or_default();
        if response.on_hover_text(format!("{} ({key})", command.tip())).clicked() {
            actions.run(command);
        }
    }
}

fn zoom(ui: &mut egui::Ui, state: &State, actions: &Actions) {
    for (text, command) in [("Fit all", Command::Fit), ("+", Command::ZoomIn), ("\u{2212}", Command::ZoomOut)]
    {
        let button = egui::Button::new(text).min_size(egui::vec2(28.0, 26.0));
        let response = ui.add_enabled(command.is_enabled(state), button);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, command.text()));
        let key = command.shortcut().map(|shortcut| ui.ctx().format_shortcut(&shortcut)).unwrap_or_default();
        if response.on_hover_text(format!("{} ({key})", command.tip())).clicked() {
            actions.run(command);
        }
    }
}
