//! Marks and labels as widgets: clicked, hovered, reached by Tab, found by a screen reader.

use eframe::egui::{self, Rect, Sense, Ui};

use super::{actions::Actions, layout::events_of, paint, style, tooltip};
use crate::{
    project::{Action, State},
    timeline::{Label, Mark, names},
};

/// Most marks that are widgets of their own; more are gathered by the layout.
const MOST_MARKS: usize = 2_000;

/// What the marks want of the view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Wanted {
    /// An event was double-clicked: show it near.
    Event(usize),
    /// A count was clicked: part these instants.
    Span(f64, f64),
}

/// Draws rings around marks and hears them; a selection that was made here is noted in `followed`.
pub(super) fn ui(
    ui: &Ui,
    state: &State,
    (marks, labels): (&[Mark], &[Label]),
    followed: &mut Option<String>,
    actions: &Actions,
) -> Option<Wanted> {
    let mut wanted = None;
    for label in labels {
        if label_clicked(ui, state, label)
            && let Some(event) = state.events().get(label.event_index)
        {
            *followed = Some(event.id.clone());
            actions.push(Action::Select(followed.clone()));
        }
    }
    for mark in marks.iter().take(MOST_MARKS) {
        wanted = self::mark(ui, state, mark, followed, actions).or(wanted);
    }
    wanted
}

fn mark(
    ui: &Ui,
    state: &State,
    mark: &Mark,
    followed: &mut Option<String>,
    actions: &Actions,
) -> Option<Wanted> {
    let first = *mark.events.first()?;
    let event = state.events().get(first)?;
    let is_count = mark.n_events > 1;
    let id = ui.scope_id().with(("mark", is_count, mark.lane_index, first));
    let rect = paint::rect(mark.rect);
    let response = ui.interact(rect, id, Sense::click());
    let is_selected = state.selected_index().is_some_and(|index| mark.events.contains(&index));
    let dates = style::dates(ui.ctx());
    response.widget_info(|| {
        let name = if is_count { mark.name.clone() } else { names::accessible_as(event, mark.kind, dates) };
        egui::WidgetInfo::selected(egui::Role::Button, true, is_selected, name)
    });
    if is_selected || response.hovered() || response.has_focus() {
        ring(ui, rect, is_selected, &response);
    }
    if response.has_focus() {
        // The arrows step through events; they do not move the focus.
        let filter =
            egui::EventFilter { horizontal_arrows: true, vertical_arrows: true, ..Default::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    }
    if response.hovered() {
        let response = response.clone().on_hover_cursor(egui::CursorIcon::PointingHand);
        response.on_hover_ui(|ui| tooltip::ui(ui, mark, &events_of(mark, state)));
    }
    if is_count {
        let (from, to) = mark.span;
        return (response.clicked() && from < to).then_some(Wanted::Span(from, to));
    }
    if response.clicked() {
        *followed = Some(event.id.clone());
        actions.push(Action::Select(followed.clone()));
    }
    response.double_clicked().then_some(Wanted::Event(first))
}

/// A label can be clicked as its mark can; for keyboard and screen reader the mark is enough.
fn label_clicked(ui: &Ui, state: &State, label: &Label) -> bool {
    let Some(event) = state.events().get(label.event_index) else { return false };
    let id = ui.scope_id().with(("label", &event.id));
    let response = ui.interact(paint::rect(label.rect), id, Sense::CLICK);
    if response.hovered() {
        return response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked();
    }
    response.clicked()
}

/// Shows which mark is selected, hovered or has the focus.
fn ring(ui: &Ui, rect: Rect, is_selected: bool, response: &egui::Response) {
    let palette = style::palette(ui.ctx());
    let corner = rect.height() / 2.0 + 3.0;
    if is_selected {
        let stroke = egui::Stroke::new(2.0, style::colour(palette.text));
        ui.painter().rect_stroke(rect.expand(1.5), corner, stroke, egui::StrokeKind::Outside);
    }
    if response.has_focus() || (response.hovered() && !is_selected) {
        let stroke = egui::Stroke::new(1.5, style::colour(palette.accent));
        let rect = rect.expand(if is_selected { 4.0 } else { 1.0 });
        ui.painter().rect_stroke(rect, corner + 2.0, stroke, egui::StrokeKind::Outside);
    }
}
