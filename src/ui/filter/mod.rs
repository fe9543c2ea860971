//! The panel at the left: search above, and below it either what was found or the facets.

mod facets;
mod kept;
mod names;
mod results;
mod row;
mod search;

use eframe::egui;

use self::{facets::Facets, kept::Kept, results::Results, search::SearchField};
use super::{actions::Actions, places};
use crate::project::{Action, State};

pub(super) use row::one_line;

/// How wide the panel is to begin with.
const DEFAULT_PX: f32 = 264.0;
/// From this width of the window on, the panel is open unless it was closed.
const WIDE_PX: f32 = 1500.0;

/// The panel.
#[derive(Debug, Default)]
pub(super) struct FilterPanel {
    /// Whether it was opened or closed by hand.
    open: Option<bool>,
    search: SearchField,
    results: Results,
    facets: Facets,
    kept: Kept,
}

impl FilterPanel {
    /// Whether the panel is open in a window of this width.
    pub(super) fn is_open(&self, width_px: f32) -> bool {
        self.open.unwrap_or(width_px >= WIDE_PX)
    }

    /// Opens or closes the panel.
    pub(super) fn toggle(&mut self, width_px: f32) {
        self.open = Some(!self.is_open(width_px));
    }

    /// Whether it was opened or closed by hand; `None` if the window's width decides.
    pub(super) fn chosen(&self) -> Option<bool> {
        self.open
    }

    /// Opens or closes it as it was left last time.
    pub(super) fn restore(&mut self, open: Option<bool>) {
        self.open = self.open.or(open);
    }

    /// Opens the panel with the cursor in the search field.
    pub(super) fn seek(&mut self) {
        self.open = Some(true);
        self.search.wants_focus = true;
    }

    /// Draws the panel, if it is open.
    pub(super) fn ui(&mut self, ui: &mut egui::Ui, state: &State, actions: &Actions) {
        let width = ui.ctx().content_rect().width();
        if !self.is_open(width) {
            return;
        }
        if !state.counts_facets() {
            actions.push(Action::CountFacets);
        }
        let frame = egui::Frame::new().fill(ui.visuals().panel_fill);
        let response = egui::Panel::left(places::salt(ui.ctx(), state, "filter"))
            .frame(frame)
            .resizable(true)
            .default_size(places::size(state, "filter", DEFAULT_PX))
            .size_range(200.0..=(width * 0.42).max(201.0))
            .show(ui, |ui| {
                ui.take_available_width();
                padded(ui, |ui| {
                    ui.add_space(10.0);
                    self.search.ui(ui, state, actions);
                    ui.add_space(4.0);
                });
                if state.search.is_on() {
                    self.results.ui(ui, state, actions);
                } else {
                    padded(ui, |ui| self.kept.ui(ui, state, actions));
                    ui.separator();
                    self.facets.ui(ui, state, actions);
                }
            });
        places::note(ui.ctx(), "filter", response.response.rect.width());
    }
}

/// Draws with the panel's margins at the sides.
fn padded(ui: &mut egui::Ui, draw: impl FnOnce(&mut egui::Ui)) {
    egui::Frame::new().inner_margin(egui::Margin::symmetric(12, 0)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        draw(ui);
    });
}
