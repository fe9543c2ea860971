//! The summary: what the events come to, each number with what it is of, and each a way to its events.

mod bars;
mod cells;
mod holes;
mod matrix;

use eframe::egui::{self, RichText, Ui};

use super::{actions::Actions, say, style};
use crate::{
    project::{State, summary::Summary},
    world::World,
};

/// From this width on, the parts below the matrix stand side by side.
const WIDE_PX: f32 = 760.0;

/// Between parts that stand side by side.
const GAP_PX: f32 = 32.0;

/// The panel.
#[derive(Debug, Default)]
pub(super) struct SummaryPanel {
    summary: Summary,
    /// What it was counted for: events and articles.
    counted_for: Option<(u64, usize, usize)>,
}

impl SummaryPanel {
    /// Draws the panel in the middle of the window.
    pub(super) fn ui(&mut self, ui: &mut Ui, state: &State, actions: &Actions) {
        let key = (state.revision, state.readings.len(), state.failures.len());
        if self.counted_for != Some(key) {
            self.summary = Summary::new(state, World::builtin());
            self.counted_for = Some(key);
        }
        let frame = egui::Frame::new().fill(ui.visuals().extreme_bg_color);
        egui::CentralPanel::default_margins().frame(frame).show(ui, |ui| {
            if self.summary.n_events == 0 {
                super::empty::ui(ui, state, actions);
                return;
            }
            egui::ScrollArea::vertical().id_salt("summary").auto_shrink([false, false]).show(ui, |ui| {
                let margin = egui::Margin { left: 16, right: 16, top: 12, bottom: 20 };
                egui::Frame::new().inner_margin(margin).show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    self.parts(ui, state, actions);
                });
            });
        });
    }

    fn parts(&self, ui: &mut Ui, state: &State, actions: &Actions) {
        matrix::ui(ui, &self.summary, state, actions);
        ui.add_space(22.0);
        let summary = &self.summary;
        if ui.available_width() < WIDE_PX {
            bars::by_year(ui, summary, actions);
            ui.add_space(22.0);
            bars::meetings(ui, summary, actions);
            ui.add_space(22.0);
            bars::articles(ui, summary);
            ui.add_space(22.0);
            holes::ui(ui, summary, actions);
            return;
        }
        ui.spacing_mut().item_spacing.x = GAP_PX;
        ui.columns(2, |columns| {
            for column in columns.iter_mut() {
                column.spacing_mut().item_spacing.x = 8.0;
            }
            let [left, right] = columns else { return };
            bars::by_year(left, summary, actions);
            left.add_space(22.0);
            bars::articles(left, summary);
            bars::meetings(right, summary, actions);
            right.add_space(22.0);
            holes::ui(right, summary, actions);
        });
    }
}

/// The name of a part, and in a smaller line what its numbers are of.
fn heading(ui: &mut Ui, name: &str, of: &str) {
    ui.label(RichText::new(name).font(style::bold(15.0)));
    let muted = style::colour(style::palette(ui.ctx()).text_muted);
    // Columns would spread the words of a line over their width.
    ui.with_layout(egui::Layout::top_down(egui::Align::LEFT), |ui| {
        ui.add(egui::Label::new(RichText::new(of).size(12.5).color(muted)).wrap());
    });
    ui.add_space(6.0);
}

/// 'skipped 3 of the 5 editions that these articles speak of'.
fn share(what: &str, n: usize, of: usize) -> String {
    let editions =
        if of == 1 { "the one edition".to_owned() } else { format!("the {} editions", say::grouped(of)) };
    format!("{what} {} of {editions} that these articles speak of", say::grouped(n))
}
