//! The timeline panel: axis above, lane names at the left, the plot, a mark for every event, the overview below.

use eframe::egui::{self, Rect, Sense, Ui, pos2};

use super::{
    actions::Actions,
    camera::{self, Camera},
    commands::Command,
    empty,
    index::TimeIndex,
    lane_choice, lane_steps,
    layout::{Drawn, Layout},
    marks::{self, Wanted},
    overlay,
    overview::{OVERVIEW_PX, Overview},
    paint,
    plot::{Ground, Heard, NOTCH, PAN_SHARE},
    silent::{self, SILENT_PX},
};
use crate::{
    project::{Action, State},
    timeline::{AXIS_PX, Scale, View},
};

/// The timeline panel.
#[derive(Debug, Default)]
pub(super) struct TimelinePanel {
    camera: Camera,
    index: TimeIndex,
    layout: Layout,
    ground: Ground,
    overview: Overview,
    scroll_px: f32,
    /// The selection was made elsewhere, and its lane is to be brought into view.
    wants_lane: bool,
    /// The selected event that the view was last brought to.
    followed: Option<String>,
    /// Which opening the view belongs to.
    opening: Option<u32>,
}

impl TimelinePanel {
    /// What is seen of the calendar, for an export of the view.
    pub(super) fn chart_view(&self) -> Option<View> {
        self.camera.last().map(|view| self.index.folds.unfolded_view(view))
    }

    /// What is seen of the calendar, if the user chose it, as whole days for the project file.
    pub(super) fn chosen_days(&self) -> Option<(i32, i32)> {
        let days = self.index.folds.unfolded_view(self.camera.chosen()?).days();
        Some((days.first().epoch_days(), days.last().epoch_days()))
    }

    /// Where the labels of the last frame stand.
    pub(super) fn labels(&self) -> Vec<crate::timeline::Rect> {
        self.layout.labels()
    }

    /// Runs a command of the view; gives what it wants of the state.
    pub(super) fn run(&mut self, command: Command, state: &State) -> Option<Action> {
        self.update(state);
        let (camera, index) = (&mut self.camera, &self.index);
        let view = camera.goal(index);
        let pivot = view.centre();
        match command {
            Command::ZoomIn => camera.glide_to(view.zoomed_at(pivot, NOTCH * NOTCH), index),
            Command::ZoomOut => camera.glide_to(view.zoomed_at(pivot, 1.0 / (NOTCH * NOTCH)), index),
            Command::PanLeft => camera.glide_to(view.panned(-view.n_days() * PAN_SHARE), index),
            Command::PanRight => camera.glide_to(view.panned(view.n_days() * PAN_SHARE), index),
            Command::ViewBack => camera.step_through_history(true, index),
            Command::ViewForward => camera.step_through_history(false, index),
            Command::LaneUp => return lane_steps::step(state, &index.lanes, false),
            Command::LaneDown => return lane_steps::step(state, &index.lanes, true),
            Command::FitSelection => {
                if let Some(event) = state.selected_event() {
                    camera.glide_to(camera::centred_or_fitted(event, view, &index.folds), index);
                }
            }
            _ => camera.fit(index),
        }
        None
    }

    /// Draws the panel.
    pub(super) fn ui(&mut self, ui: &mut Ui, state: &State, actions: &Actions) {
        let frame = egui::Frame::new().fill(ui.visuals().extreme_bg_color);
        egui::CentralPanel::default_margins().frame(frame).show(ui, |ui| {
            self.update(state);
            if state.counts().shown == 0 {
                empty::ui(ui, state, actions);
                return;
            }
            self.follow_selection(state);
            let view = self.camera.look(ui.ctx(), &self.index);
            let (whole, below) = halves(ui.available_rect_before_wrap());
            let drawn = self.layout.drawn(ui, (state, &self.index), (view, self.scroll_px), whole);
            overlay::under(ui, &drawn, whole);
            lane_choice::ui(ui, whole, state, actions);
            self.draw(ui, state, (&drawn, view, whole), actions);
            self.overview.ui(ui, below, drawn.area.right(), &self.index, &mut self.camera);
            self.layout.keep(drawn);
        });
    }

    fn draw(
        &mut self,
        ui: &mut Ui,
        state: &State,
        (drawn, view, whole): (&Drawn, View, Rect),
        actions: &Actions,
    ) {
        let area = drawn.area;
        let folds = self.index.folds.clone();
        let scale = Scale::new(view, &folds, super::layout::scene_rect(area));
        let seen = Rect::from_x_y_ranges(area.left()..=whole.right(), area.y_range());
        let silent_px = if self.index.silent.is_empty() { 0.0 } else { SILENT_PX };
        overlay::newest(ui, (area, area.bottom() + silent_px), scale, state.newest);
        let mut lanes_ui = child(ui, area, seen);
        let goal = self.camera.goal(&self.index);
        let heard = self.ground.ui(&mut lanes_ui, (scale, goal), drawn.shapes.clone());
        lanes_ui.painter().with_clip_rect(seen).extend(drawn.beside.iter().cloned());
        if silent_px > 0.0 {
            let row =
                Rect::from_x_y_ranges(whole.left()..=area.right(), area.bottom()..=area.bottom() + silent_px);
            silent::ui(ui, row, scale, &self.index);
        }
        overlay::range(ui, area, scale, heard.range_px);
        overlay::cursor(ui, area, scale, heard.pointer_px.filter(|_| heard.range_px.is_none()));
        let marks_ui = child(ui, seen, seen);
        let marked = (drawn.plot.marks.as_slice(), drawn.plot.labels.as_slice());
        let wanted = marks::ui(&marks_ui, state, marked, &mut self.followed, actions);
        let clicked = date_labels(ui, drawn);
        self.move_as_heard(&heard, drawn);
        if std::mem::take(&mut self.wants_lane) {
            self.bring_lane(ui, state, drawn);
        }
        if heard.wants_all {
            actions.run(Command::Fit);
        }
        let goal = match wanted {
            Some(Wanted::Event(event)) => {
                state.events().get(event).and_then(|event| camera::around(event, &folds))
            }
            Some(Wanted::Span(from, to)) => Some(self.padded(from, to, 0.2)),
            None => clicked.map(|(from, to)| self.padded(from, to, 0.0)),
        };
        if let Some(goal) = goal {
            self.camera.glide_to(goal, &self.index);
        }
    }

    fn move_as_heard(&mut self, heard: &Heard, drawn: &Drawn) {
        if let Some(view) = heard.dragged {
            self.camera.jump_to(view, &self.index);
        }
        if let Some(view) = heard.sent {
            self.camera.wheel_to(view, &self.index);
        }
        let most = (drawn.lanes_px - drawn.area.height()).max(0.0);
        self.scroll_px = (self.scroll_px + heard.scrolled_px).clamp(0.0, most);
    }

    /// Scrolls the lanes until that of the selected event is in view.
    fn bring_lane(&mut self, ui: &Ui, state: &State, drawn: &Drawn) {
        let lane = state.selected_index().and_then(|index| lane_steps::lane_of(&self.index.lanes, index));
        let Some(lane) = lane.and_then(|lane| drawn.plot.lanes.get(lane)) else { return };
        let area = drawn.area;
        let below = (lane.bottom() - area.bottom()).min(lane.y - area.top()).max(0.0);
        let above = (area.top() - lane.y).max(0.0);
        if below > 0.0 || above > 0.0 {
            let most = (drawn.lanes_px - area.height()).max(0.0);
            self.scroll_px = (self.scroll_px + below - above).clamp(0.0, most);
            ui.ctx().request_repaint();
        }
    }

    /// The view of the chart from one instant of the calendar to another, with room around it.
    fn padded(&self, from: f64, to: f64, share: f64) -> View {
        let (from, to) = (self.index.folds.folded(from), self.index.folds.folded(to));
        let pad = if share > 0.0 { ((to - from) * share).max(2.0) } else { 0.0 };
        View::new(from - pad, to + pad)
    }

    fn update(&mut self, state: &State) {
        if let Some(before) = self.index.update(state) {
            self.camera.refold(&before, &self.index.folds);
        }
        if self.opening != Some(state.n_openings) {
            self.opening = Some(state.n_openings);
            let kept = state.kept_view.map(|(start, end)| View::new(f64::from(start), f64::from(end) + 1.0));
            self.camera.start_over(kept, &self.index.folds);
            self.scroll_px = 0.0;
            self.followed = None;
        }
    }

    /// Brings a selection that was made by key into view.
    fn follow_selection(&mut self, state: &State) {
        if self.followed == state.selected {
            return;
        }
        self.followed.clone_from(&state.selected);
        self.wants_lane = true;
        let view = self.camera.goal(&self.index);
        let Some(event) = state.selected_event() else { return };
        let at = camera::middle(event).map(|day| self.index.folds.folded(day));
        if let Some(at) = at.filter(|at| *at < view.start() || *at > view.end()) {
            self.camera.glide_to(view.panned(at - view.centre()), &self.index);
        }
    }
}

/// A label of the axis zooms to what it names; gives its instants if one was clicked.
fn date_labels(ui: &Ui, drawn: &Drawn) -> Option<(f64, f64)> {
    let mut clicked = None;
    for label in &drawn.axis.labels {
        let id = ui.scope_id().with(("date", &label.name));
        let rect = paint::rect(label.rect);
        let response = ui.interact(rect, id, Sense::CLICK);
        let name = || format!("Zoom to {}", label.name);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, name()));
        if response.clicked() {
            clicked = Some(label.span);
        }
        if response.hovered() {
            let ink = ui.visuals().hyperlink_color;
            ui.painter().hline(rect.x_range(), rect.bottom() - 1.0, (1.0, ink));
            response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text(name());
        }
    }
    clicked
}

/// The timeline above, the overview below; one too low for both has no overview.
fn halves(whole: Rect) -> (Rect, Rect) {
    let split = (whole.bottom() - OVERVIEW_PX).max(whole.top() + AXIS_PX + 40.0);
    let (above, below) = whole.split_top_bottom_at_y(split);
    (above, Rect::from_min_max(below.min, pos2(below.right(), below.bottom())))
}

/// A part of the panel that draws and hears nothing outside `seen`.
fn child(ui: &mut Ui, area: Rect, seen: Rect) -> Ui {
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(area));
    child.set_clip_rect(seen.intersect(ui.clip_rect()));
    child
}
