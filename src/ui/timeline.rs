//! The timeline panel: axis above, lane names at the left, the plot, and a mark for every event.

use eframe::egui::{self, Rect, Sense, Ui, pos2};

use super::{
    actions::Actions,
    camera::{Camera, centred, middle},
    commands::Command,
    empty,
    layout::{Drawn, Layout, NAMES_PX, events_of},
    paint,
    plot::{Ground, NOTCH},
    style, tooltip, undated,
};
use crate::{
    project::{Action, State},
    timeline::{self, AXIS_PX, Label, Mark, View},
};

/// Most marks that are widgets of their own; more are gathered by the layout.
const MOST_MARKS: usize = 2_000;

/// The timeline panel.
#[derive(Debug, Default)]
pub(super) struct TimelinePanel {
    camera: Camera,
    layout: Layout,
    ground: Ground,
    /// The selected event that the view was last brought to.
    followed: Option<String>,
    /// Which opening the view belongs to.
    opening: Option<u32>,
}

impl TimelinePanel {
    /// What is seen of time, for an export of the view.
    pub(super) fn chart_view(&self) -> Option<View> {
        self.camera.last()
    }

    /// What is seen of time, if the user chose it, as whole days for the project file.
    pub(super) fn chosen_days(&self) -> Option<(i32, i32)> {
        let days = self.camera.chosen()?.days();
        Some((days.first().epoch_days(), days.last().epoch_days()))
    }

    /// Runs a command of the view.
    pub(super) fn run(&mut self, command: Command, state: &State) {
        let view = self.camera.goal(state);
        let pivot = view.centre();
        match command {
            Command::ZoomIn => self.camera.glide_to(view.zoomed_at(pivot, NOTCH * NOTCH), state),
            Command::ZoomOut => self.camera.glide_to(view.zoomed_at(pivot, 1.0 / (NOTCH * NOTCH)), state),
            Command::FitSelection => self.camera.glide_to(centred(state, view), state),
            _ => self.camera.fit(state),
        }
    }

    /// Draws the panel.
    pub(super) fn ui(&mut self, ui: &mut Ui, state: &State, actions: &Actions) {
        let frame = egui::Frame::new().fill(ui.visuals().extreme_bg_color);
        egui::CentralPanel::default_margins().frame(frame).show(ui, |ui| {
            self.start_over_for_a_new_folder(state);
            if state.counts().shown == 0 {
                empty::ui(ui, state, actions);
                return;
            }
            self.follow_selection(state);
            let view = self.camera.look(ui.ctx(), state);
            let whole = ui.available_rect_before_wrap();
            let drawn = self.layout.drawn(ui, state, view, whole);
            under(ui, &drawn, whole);
            self.draw(ui, state, (&drawn, view), actions);
            self.layout.keep(drawn);
        });
    }

    fn draw(&mut self, ui: &mut Ui, state: &State, (drawn, view): (&Drawn, View), actions: &Actions) {
        let area = drawn.area;
        let mut plot_ui = ui.new_child(egui::UiBuilder::new().max_rect(area));
        let heard = self.ground.ui(&mut plot_ui, view, drawn.shapes.clone());
        ui.painter().extend(drawn.beside.iter().cloned());
        if let Some((from, to)) = heard.range_px {
            let band = Rect::from_x_y_ranges(from..=to, area.y_range());
            let accent = style::palette(ui.ctx()).accent;
            ui.painter().rect_filled(band, 0.0, style::colour(accent.with_alpha(40)));
            ui.painter().vline(from, area.y_range(), (1.0, style::colour(accent)));
            ui.painter().vline(to, area.y_range(), (1.0, style::colour(accent)));
        }
        cursor(ui, drawn, (view, heard.pointer_px));
        newest(ui, drawn, view, state);
        for label in &drawn.plot.labels {
            self.label(&plot_ui, state, label, actions);
        }
        for mark in drawn.plot.marks.iter().take(MOST_MARKS) {
            self.mark(&plot_ui, state, mark, actions);
        }
        if let Some(view) = heard.view {
            self.camera.jump_to(view);
        }
        if heard.wants_all {
            actions.run(Command::Fit);
        }
    }

    /// Makes a mark a widget with a name: clicked, hovered, reached by Tab, found by a screen reader.
    fn mark(&mut self, ui: &Ui, state: &State, mark: &Mark, actions: &Actions) {
        let events = events_of(mark, state);
        let Some(first) = events.first() else { return };
        let is_count = mark.n_events > 1;
        let id = ui.scope_id().with(("mark", is_count, &first.id));
        let rect = paint::rect(mark.rect);
        let response = ui.interact(rect, id, Sense::click()).on_hover_cursor(egui::CursorIcon::PointingHand);
        let is_selected = events.iter().any(|event| state.selected.as_ref() == Some(&event.id));
        response
            .widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, is_selected, &mark.name));
        if response.has_focus() {
            // The arrows step through events; they do not move the focus.
            let filter = egui::EventFilter { horizontal_arrows: true, ..Default::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        }
        ring(ui, rect, is_selected, &response);
        if response.double_clicked() && !is_count {
            actions.push(Action::Select(Some(first.id.clone())));
            actions.run(Command::FitSelection);
        } else if response.clicked() && is_count && mark.span.0 < mark.span.1 {
            let pad = ((mark.span.1 - mark.span.0) * 0.2).max(2.0);
            self.camera.glide_to(View::new(mark.span.0 - pad, mark.span.1 + pad), state);
        } else if response.clicked() {
            actions.push(Action::Select(Some(first.id.clone())));
            self.followed = Some(first.id.clone());
        }
        response.on_hover_ui(|ui| tooltip::ui(ui, mark, &events));
    }

    /// A label can be clicked as its mark can; for keyboard and screen reader the mark is enough.
    fn label(&mut self, ui: &Ui, state: &State, label: &Label, actions: &Actions) {
        let Some(event) = state.events().get(label.event_index) else { return };
        let id = ui.scope_id().with(("label", &event.id));
        let response = ui.interact(paint::rect(label.rect), id, Sense::CLICK);
        if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
            actions.push(Action::Select(Some(event.id.clone())));
            self.followed = Some(event.id.clone());
        }
    }

    fn start_over_for_a_new_folder(&mut self, state: &State) {
        if self.opening == Some(state.n_openings) {
            return;
        }
        self.opening = Some(state.n_openings);
        self.camera.start_over(state.kept_view);
        self.followed = None;
    }

    /// Brings a selection that was made by key into view.
    fn follow_selection(&mut self, state: &State) {
        if self.followed == state.selected {
            return;
        }
        self.followed.clone_from(&state.selected);
        let view = self.camera.goal(state);
        let centre = state.selected_event().and_then(middle);
        if centre.is_some_and(|day| day < view.start() || day > view.end()) {
            self.camera.glide_to(centred(state, view), state);
        }
    }
}

/// Grounds of the lanes, their names, and the axis.
fn under(ui: &Ui, drawn: &Drawn, whole: Rect) {
    let palette = style::palette(ui.ctx());
    for (index, (name, lane)) in drawn.names.iter().zip(&drawn.plot.lanes).enumerate() {
        let lane = paint::rect(*lane);
        let row = Rect::from_x_y_ranges(whole.x_range(), lane.y_range());
        if index % 2 == 0 {
            ui.painter().rect_filled(row, 0.0, style::colour(palette.surface));
        }
        let top = lane.top() + ((lane.height() - 36.0) / 2.0).clamp(2.0, 14.0);
        let left = whole.left() + 14.0;
        let painter = ui.painter().with_clip_rect(row);
        let text = style::colour(palette.text);
        let galley = painter.layout_no_wrap(name.name.clone(), style::bold(14.0), text);
        painter.galley(pos2(left, top), galley, text);
        let muted = style::colour(palette.text_muted);
        let width = NAMES_PX - 22.0;
        let galley = painter.layout(name.caption.clone(), egui::FontId::proportional(12.0), muted, width);
        painter.galley(pos2(left, top + 20.0), galley, muted);
    }
    if let Some(left) = drawn.undated_left {
        no_date(ui, left, whole);
    }
    let painter = ui.painter().with_clip_rect(Rect::from_x_y_ranges(drawn.area.x_range(), whole.y_range()));
    paint::shapes(&painter, &mut drawn.axis.iter());
}

/// The head of the column of undated events, and the line that parts it from time.
fn no_date(ui: &Ui, left: f32, whole: Rect) {
    let palette = style::palette(ui.ctx());
    let line = egui::Stroke::new(1.0, style::colour(palette.grid_strong));
    ui.painter().vline(left, whole.y_range(), line);
    let muted = style::colour(palette.text_muted);
    let at = pos2(left + undated::WIDTH_PX / 2.0, whole.top() + AXIS_PX - 16.0);
    ui.painter().text(at, egui::Align2::CENTER_CENTER, "No date", egui::FontId::proportional(13.0), muted);
}

/// The day under the pointer, as a line with its date on the axis.
fn cursor(ui: &Ui, drawn: &Drawn, (view, pointer_px): (View, Option<f32>)) {
    let Some(x) = pointer_px else { return };
    let area = drawn.area;
    let palette = style::palette(ui.ctx());
    let day = timeline::day_of(view.day_from_x(x, area.left(), area.width()));
    let line = egui::Stroke::new(1.0, style::colour(palette.text.with_alpha(90)));
    ui.painter().vline(x, area.y_range(), line);
    let ink = style::colour(palette.background);
    let font = egui::FontId::proportional(12.0);
    let words = style::dates(ui.ctx()).short(crate::model::DayRange::day(day));
    let galley = ui.painter().layout_no_wrap(words, font, ink);
    let size = galley.size() + egui::vec2(12.0, 4.0);
    let left = (x - size.x / 2.0).clamp(area.left(), (area.right() - size.x).max(area.left()));
    let flag = Rect::from_min_size(pos2(left, area.top() - size.y - 2.0), size);
    ui.painter().rect_filled(flag, 4.0, style::colour(palette.text));
    ui.painter().galley(flag.min + egui::vec2(6.0, 2.0), galley, ink);
}

/// The day on which the newest article was written: what lies to the right of it, nobody could know yet.
fn newest(ui: &Ui, drawn: &Drawn, view: View, state: &State) {
    let Some(day) = state.newest else { return };
    let area = drawn.area;
    let x = view.x_from_day(f64::from(day.epoch_days()) + 1.0, area.left(), area.width());
    if !area.x_range().contains(x) {
        return;
    }
    let palette = style::palette(ui.ctx());
    let stroke = egui::Stroke::new(1.0, style::colour(palette.text_muted));
    let ends = [pos2(x, area.top()), pos2(x, area.bottom())];
    ui.painter().extend(egui::Shape::dashed_line(&ends, stroke, 4.0, 4.0));
    let muted = style::colour(palette.text_muted);
    let font = egui::FontId::proportional(11.0);
    let galley = ui.painter().layout_no_wrap("newest article".to_owned(), font, muted);
    let is_left = x + galley.size().x + 8.0 > area.right();
    let left = if is_left { x - galley.size().x - 4.0 } else { x + 4.0 };
    ui.painter().galley(pos2(left, area.bottom() - galley.size().y - 1.0), galley, muted);
}

/// Shows which mark is selected, hovered or has the focus.
fn ring(ui: &Ui, rect: Rect, is_selected: bool, response: &egui::Response) {
    let palette = style::palette(ui.ctx());
    let corner = rect.height() / 2.0 + 3.0;
    if is_selected {
        let stroke = egui::Stroke::new(2.0, style::colour(palette.text));
        ui.painter().rect_stroke(rect.expand(1.5), corner, stroke, egui::StrokeKind::Outside);
    } else if response.hovered() || response.has_focus() {
        let stroke = egui::Stroke::new(1.5, style::colour(palette.accent));
        ui.painter().rect_stroke(rect.expand(1.0), corner, stroke, egui::StrokeKind::Outside);
    }
}
