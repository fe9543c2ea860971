//! The timeline panel: axis above, lane names at the left, the plot, and a mark for every event.

use eframe::egui::{self, Rect, Sense, Ui, pos2, vec2};

use super::{
    actions::Actions,
    commands::Command,
    layout::{Drawn, Layout, events_of},
    paint,
    plot::{Ground, NOTCH, converted},
    style, tooltip,
};
use crate::{
    project::{Action, State},
    timeline::{AXIS_PX, Mark, View, dated_days},
};

/// Width of the lane names at the left.
const NAMES_PX: f32 = 126.0;
/// Most marks that are widgets of their own; more are gathered by the layout.
const MOST_MARKS: usize = 2_000;

/// The timeline panel; it owns what is seen of time.
#[derive(Debug, Default)]
pub(super) struct TimelinePanel {
    view: Option<View>,
    /// Whether the user moved the view; until then it follows the events.
    moved: bool,
    layout: Layout,
    ground: Ground,
    /// The selected event that the view was last brought to.
    followed: Option<String>,
    reading_of: Option<crate::project::Input>,
}

impl TimelinePanel {
    /// What is seen of time, for an export of the view.
    pub(super) fn chart_view(&self) -> Option<View> {
        self.view
    }

    /// Runs a command of the view.
    pub(super) fn run(&mut self, command: Command, state: &State) {
        let view = self.current(state);
        let pivot = view.centre();
        let view = match command {
            Command::ZoomIn => view.zoomed_at(pivot, NOTCH * NOTCH),
            Command::ZoomOut => view.zoomed_at(pivot, 1.0 / (NOTCH * NOTCH)),
            Command::FitSelection => centred(state, view),
            _ => {
                self.moved = false;
                self.view = Some(fitted(state));
                return;
            }
        };
        self.move_to(view);
    }

    /// Draws the panel.
    pub(super) fn ui(&mut self, ui: &mut Ui, state: &State, actions: &Actions) {
        let frame = egui::Frame::new().fill(ui.visuals().extreme_bg_color);
        egui::CentralPanel::default_margins().frame(frame).show(ui, |ui| {
            self.start_over_for_a_new_folder(state);
            if state.counts().shown == 0 {
                empty(ui, state, actions);
                return;
            }
            self.follow_selection(state);
            let view = self.current(state);
            self.view = Some(view);
            let whole = ui.available_rect_before_wrap();
            let area = Rect::from_min_max(
                pos2(whole.left() + NAMES_PX, whole.top() + AXIS_PX),
                whole.max - vec2(12.0, 8.0),
            );
            let drawn = self.layout.drawn(ui, state, view, area);
            under(ui, &drawn, whole, area);
            self.draw(ui, state, (&drawn, area), actions);
            self.layout.keep(drawn);
        });
    }

    fn draw(&mut self, ui: &mut Ui, state: &State, (drawn, area): (&Drawn, Rect), actions: &Actions) {
        let view = self.view.unwrap_or_else(View::everything);
        let mut shapes = converted(ui, &mut drawn.plot.bars.iter());
        shapes.extend(converted(ui, &mut drawn.plot.labels.iter().flat_map(|label| &label.shapes)));
        shapes.extend(converted(ui, &mut drawn.plot.marks.iter().flat_map(|mark| &mark.shapes)));
        let mut plot_ui = ui.new_child(egui::UiBuilder::new().max_rect(area));
        let (_, heard) = self.ground.ui(&mut plot_ui, view, shapes);
        if let Some((from, to)) = heard.range_px {
            let band = Rect::from_x_y_ranges(from..=to, area.y_range());
            let accent = style::palette(ui.ctx()).accent;
            ui.painter().rect_filled(band, 0.0, style::colour(accent.with_alpha(40)));
            ui.painter().vline(from, area.y_range(), (1.0, style::colour(accent)));
            ui.painter().vline(to, area.y_range(), (1.0, style::colour(accent)));
        }
        for mark in drawn.plot.marks.iter().take(MOST_MARKS) {
            self.mark(&plot_ui, state, mark, actions);
        }
        if let Some(view) = heard.view {
            self.move_to(view);
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
        } else if response.clicked() && is_count {
            let pad = ((mark.span.1 - mark.span.0) * 0.2).max(2.0);
            self.move_to(View::new(mark.span.0 - pad, mark.span.1 + pad));
        } else if response.clicked() {
            actions.push(Action::Select(Some(first.id.clone())));
            self.followed = Some(first.id.clone());
        }
        response.on_hover_ui(|ui| tooltip::ui(ui, mark, &events));
    }

    fn move_to(&mut self, view: View) {
        self.view = Some(view);
        self.moved = true;
    }

    fn current(&self, state: &State) -> View {
        match self.view {
            Some(view) if self.moved => view,
            _ => fitted(state),
        }
    }

    fn start_over_for_a_new_folder(&mut self, state: &State) {
        if self.reading_of == state.input {
            return;
        }
        self.reading_of.clone_from(&state.input);
        self.view = state.kept_view.map(|(start, end)| View::new(f64::from(start), f64::from(end)));
        self.moved = self.view.is_some();
        self.followed = None;
    }

    /// Brings a selection that was made by key into view.
    fn follow_selection(&mut self, state: &State) {
        if self.followed == state.selected {
            return;
        }
        self.followed.clone_from(&state.selected);
        let view = self.current(state);
        let centre = state.selected_event().and_then(middle);
        if centre.is_some_and(|day| day < view.start() || day > view.end()) {
            let view = centred(state, view);
            self.move_to(view);
        }
    }
}

/// The view moved so that the selected event is in its middle.
fn centred(state: &State, view: View) -> View {
    match state.selected_event().and_then(middle) {
        Some(day) => view.panned(day - view.centre()),
        None => view,
    }
}

fn fitted(state: &State) -> View {
    View::fit(dated_days(state.events(), &|event| state.filter.hides(event).is_none()))
}

/// The instant in the middle of an event's days, if it has a date.
fn middle(event: &crate::model::Event) -> Option<f64> {
    let known = |day: crate::model::Day| f64::from(day.epoch_days());
    match (event.days.start(), event.days.end()) {
        (Some(first), Some(last)) => Some((known(first) + known(last) + 1.0) / 2.0),
        (Some(day), None) | (None, Some(day)) => Some(known(day)),
        (None, None) => None,
    }
}

/// Grounds of the lanes, their names, and the axis.
fn under(ui: &Ui, drawn: &Drawn, whole: Rect, area: Rect) {
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
    let painter = ui.painter().with_clip_rect(Rect::from_x_y_ranges(area.x_range(), whole.y_range()));
    paint::shapes(&painter, &mut drawn.axis.iter());
}

/// Shows which mark is selected, hovered or has the focus.
fn ring(ui: &Ui, rect: Rect, is_selected: bool, response: &egui::Response) {
    let palette = style::palette(ui.ctx());
    let corner = rect.height() / 2.0 + 3.0;
    if is_selected {
        let stroke = egui::Stroke::new(2.0, style::colour(palette.text));
        ui.painter().rect_stroke(rect.expand(2.0), corner, stroke, egui::StrokeKind::Outside);
    } else if response.hovered() || response.has_focus() {
        let stroke = egui::Stroke::new(1.5, style::colour(palette.accent));
        ui.painter().rect_stroke(rect.expand(1.0), corner, stroke, egui::StrokeKind::Outside);
    }
}

/// What stands where there is nothing to draw, and what can be done about it.
fn empty(ui: &mut Ui, state: &State, actions: &Actions) {
    let room = ui.available_height();
    ui.vertical_centered(|ui| {
        ui.add_space((room / 2.0 - 70.0).max(20.0));
        if state.progress.is_some() {
            ui.label(egui::RichText::new("Reading articles…").size(16.0));
            return;
        }
        ui.label(egui::RichText::new(why_empty(state)).size(16.0));
        ui.add_space(4.0);
        let counts = state.counts();
        if counts.filtered + counts.held + counts.rejected > 0 {
            if ui.button("Show all events").clicked() {
                actions.push(Action::ShowAll);
            }
        } else if state.readings.is_empty() {
            let hint = "Summitline reads .txt, .md, .html and .htm files";
            ui.label(egui::RichText::new(hint).weak());
            ui.add_space(8.0);
            if ui.button("Open folder…").clicked() {
                actions.run(Command::OpenFolder);
            }
        } else if let Some((name, _)) = state.leaders.iter().max_by_key(|(_, n)| **n) {
            if ui.button(format!("Show {name}")).clicked() {
                actions.push(Action::ChooseSubject(name.clone()));
            }
        } else {
            let hint = "The list of articles says of each what was found and why nothing came of it";
            ui.label(egui::RichText::new(hint).weak());
            ui.add_space(8.0);
            if ui.button("Show articles").clicked() {
                actions.run(Command::ToggleArticles);
            }
        }
    });
}

fn why_empty(state: &State) -> String {
    let counts = state.counts();
    if counts.filtered + counts.held + counts.rejected > 0 {
        "All events are hidden".to_owned()
    } else if state.readings.is_empty() {
        "There is no article in this folder".to_owned()
    } else if state.merging() {
        "Putting events together…".to_owned()
    } else {
        format!("These articles say nothing of {} at a summit or with another leader", state.subject)
    }
}
