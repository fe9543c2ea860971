//! The line at the bottom: what was read and what is shown, and how far reading is.

use super::{
    actions::Actions,
    articles::{ArticlesPanel, Tab},
    commands::Command,
    pace::Pace,
    say, style,
};
use crate::project::State;
use eframe::egui;

/// The status bar; it measures how quickly articles are read.
#[derive(Debug, Default)]
pub(super) struct StatusBar {
    pace: Pace,
}

impl StatusBar {
    /// Draws the status bar.
    pub(super) fn ui(
        &mut self,
        ui: &mut egui::Ui,
        state: &State,
        articles: &mut ArticlesPanel,
        actions: &Actions,
    ) {
        self.pace.watch(state.progress.map(|progress| progress.done), ui.input(|input| input.time));
        bar(ui, state, (&self.pace, articles), actions);
    }
}

fn bar(ui: &mut egui::Ui, state: &State, (pace, articles): (&Pace, &mut ArticlesPanel), actions: &Actions) {
    let frame = egui::Frame::new().fill(ui.visuals().panel_fill).inner_margin(egui::Margin {
        left: 4,
        right: 12,
        top: 4,
        bottom: 4,
    });
    egui::Panel::bottom("status").frame(frame).exact_size(34.0).show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            progress(ui, state, pace, actions);
            files(ui, state, articles);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| events(ui, state, actions));
        });
    });
}

fn progress(ui: &mut egui::Ui, state: &State, pace: &Pace, actions: &Actions) {
    let Some(progress) = state.progress else { return };
    let share = if progress.found == 0 { 0.0 } else { progress.done as f32 / progress.found as f32 };
    let mut text = format!("Reading {} of {}", say::grouped(progress.done), say::grouped(progress.found));
    text.push_str(&pace.in_words(progress.found.saturating_sub(progress.done)));
    ui.add_space(8.0);
    let bar = egui::ProgressBar::new(share).desired_width(140.0).desired_height(6.0);
    let response = ui.add(bar);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ProgressIndicator, true, &text));
    ui.label(&text);
    if ui.small_button("Cancel").on_hover_text("Stops reading; what was read stays").clicked() {
        actions.run(Command::CancelReading);
    }
    ui.separator();
}

/// What was read, skipped and not read; each opens its list.
fn files(ui: &mut egui::Ui, state: &State, articles: &mut ArticlesPanel) {
    let mut link = |ui: &mut egui::Ui, text: String, tip: &str, tab: Tab| {
        let button = egui::Button::new(egui::RichText::new(text).size(13.0)).frame_when_inactive(false);
        if ui.add(button).on_hover_text(tip).clicked() {
            articles.show(tab);
        }
    };
    let n_read = say::count(state.readings.len(), "article read", "articles read");
    link(ui, n_read, "Lists the articles", Tab::Articles);
    if state.n_empty > 0 {
        link(
            ui,
            format!("{} gave nothing", say::grouped(state.n_empty)),
            "Lists the articles without an event, and why",
            Tab::Empty,
        );
    }
    if !state.failures.is_empty() {
        let text = format!("{} unreadable", say::grouped(state.failures.len()));
        link(ui, text, "Lists the files that could not be read, and why", Tab::Unreadable);
    }
    let n_skipped: usize = state.skipped.values().sum();
    if n_skipped > 0 {
        let kinds: Vec<_> = state.skipped.iter().map(|(kind, n)| format!("{n} {kind}")).collect();
        let tip = format!("No articles: {}", kinds.join(", "));
        link(ui, format!("{} skipped", say::grouped(n_skipped)), &tip, Tab::Articles);
    }
    if state.cancelled {
        ui.label(egui::RichText::new("reading was cancelled").color(ui.visuals().warn_fg_color));
    }
}

/// What is shown and what is hidden, from right to left.
fn events(ui: &mut egui::Ui, state: &State, actions: &Actions) {
    let counts = state.counts();
    if counts.filtered > 0 {
        let button = egui::Button::new(egui::RichText::new("Clear filter").size(13.0));
        if ui.add(button).on_hover_text("Shows what is filtered out").clicked() {
            actions.run(Command::ClearFilter);
        }
    }
    let mut parts = vec![format!("{} shown", say::count(counts.shown, "event", "events"))];
    for (n, what) in [
        (counts.held, "held back"),
        (counts.rejected, "rejected"),
        (counts.filtered, "filtered out"),
        (counts.confirmed, "confirmed"),
    ] {
        if n > 0 {
            parts.push(format!("{} {what}", say::grouped(n)));
        }
    }
    if state.n_unmatched > 0 {
        parts.push(format!("{} without an event", say::count(state.n_unmatched, "decision", "decisions")));
    }
    let muted = style::colour(style::palette(ui.ctx()).text_muted);
    ui.add(egui::Label::new(egui::RichText::new(parts.join(", ")).size(13.0).color(muted)).truncate());
}
