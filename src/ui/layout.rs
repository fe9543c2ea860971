//! The chart's layout, kept from frame to frame until events, view, size or colours change.

use eframe::egui::{self, Rect, Ui, pos2};

use super::{paint, plot::converted, style, undated};
use crate::{
    model::Event,
    project::{State, WeekStart},
    timeline::{
        self, AXIS_PX, Heights, LaneIndex, LanesBy, Mark, Plot, PlotInput, Shape, View, axis, is_drawn,
        lanes, lay_out_lanes, ticks,
    },
};

/// Width of the lane names at the left.
pub(super) const NAMES_PX: f32 = 126.0;

/// What a layout depends on.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Key {
    revision: u64,
    view: View,
    whole: Rect,
    dark: bool,
    zoom: f32,
    week_start: WeekStart,
}

/// A lane's name, and what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LaneName {
    /// Its name.
    pub(super) name: String,
    /// What is in it.
    pub(super) caption: String,
}

/// A layout that is ready to be drawn.
#[derive(Clone, Debug)]
pub(super) struct Drawn {
    key: Key,
    /// The part of the panel in which time runs.
    pub(super) area: Rect,
    /// Where the column of undated events begins, if there is one.
    pub(super) undated_left: Option<f32>,
    /// Lanes, bars, labels and marks.
    pub(super) plot: Plot,
    /// Bars, labels and marks, ready for the screen.
    pub(super) shapes: Vec<egui::Shape>,
    /// The marks beside the ground: those of undated events.
    pub(super) beside: Vec<egui::Shape>,
    /// The axis with its lines.
    pub(super) axis: Vec<Shape>,
    /// The names of the lanes.
    pub(super) names: Vec<LaneName>,
}

/// The lanes' index by revision, and the last layout.
#[derive(Debug, Default)]
pub(super) struct Layout {
    revision: Option<u64>,
    lanes: Vec<LaneIndex>,
    last: Option<Drawn>,
}

/// The events of a mark, as far as it lists them.
pub(super) fn events_of<'a>(mark: &Mark, state: &'a State) -> Vec<&'a Event> {
    mark.events.iter().filter_map(|index| state.events().get(*index)).collect()
}

impl Layout {
    /// The layout for this state and view in `whole`: the last one, where nothing changed.
    pub(super) fn drawn(&mut self, ui: &Ui, state: &State, view: View, whole: Rect) -> Drawn {
        let ctx = ui.ctx();
        let dark = ui.visuals().dark_mode;
        let key = Key {
            revision: state.revision,
            view,
            whole,
            dark,
            zoom: ctx.pixels_per_point(),
            week_start: state.memory.settings.week_start,
        };
        if let Some(drawn) = self.last.take()
            && drawn.key == key
        {
            return drawn;
        }
        self.index(state);
        let palette = style::palette(ctx);
        let undated_left = undated::any(&self.lanes).then(|| whole.right() - undated::WIDTH_PX);
        let right = undated_left.unwrap_or_else(|| whole.right() - 12.0);
        let area = Rect::from_min_max(
            pos2(whole.left() + NAMES_PX, whole.top() + AXIS_PX),
            pos2(right.max(whole.left() + NAMES_PX + 40.0), whole.bottom() - 6.0),
        );
        let measure =
            |text: &str, size_px: f32, weight: timeline::Weight| paint::measure(ctx, text, size_px, weight);
        let numbers = timeline::names::SourceNumbers::new();
        let mut plot = lay_out_lanes(&PlotInput {
            events: state.events(),
            lanes: &self.lanes,
            view,
            rect: timeline::rect(area.left(), area.top(), area.width(), area.height()),
            heights: Heights::ByDemand,
            theme: palette,
            measure: &measure,
            numbers: &numbers,
        });
        let axis_rect = timeline::rect(area.left(), area.top() - AXIS_PX, area.width(), AXIS_PX);
        let found = ticks(view, area.width(), state.memory.settings.week_start.day());
        let axis = axis(&found, view, axis_rect, area.bottom(), (palette, &measure));
        let names = self
            .lanes
            .iter()
            .map(|lane| LaneName { name: lane.name.clone(), caption: caption(lane) })
            .collect();
        let mut shapes = converted(ui, &mut plot.bars.iter());
        shapes.extend(converted(ui, &mut plot.labels.iter().flat_map(|label| &label.shapes)));
        shapes.extend(marks(ui, state, &plot.marks));
        let n_dated = plot.marks.len();
        if let Some(left) = undated_left {
            undated::add(&mut plot, &self.lanes, state.events(), left, palette);
        }
        let beside = marks(ui, state, plot.marks.get(n_dated..).unwrap_or_default());
        Drawn { key, area, undated_left, plot, shapes, beside, axis, names }
    }

    /// Keeps a layout for the next frame.
    pub(super) fn keep(&mut self, drawn: Drawn) {
        self.last = Some(drawn);
    }

    fn index(&mut self, state: &State) {
        if self.revision == Some(state.revision) {
            return;
        }
        let shown = |event: &Event| state.filter.hides(event).is_none();
        self.lanes = lanes(state.events(), LanesBy::Kind, &shown)
            .into_iter()
            .filter(|lane| lane.lane.is_none_or(|lane| state.filter.shows_lane(lane)))
            .map(|lane| LaneIndex::new(state.events(), lane))
            .collect();
        self.revision = Some(state.revision);
    }
}

/// Marks for the screen. What is no fact lies under a veil.
fn marks(ui: &Ui, state: &State, marks: &[Mark]) -> Vec<egui::Shape> {
    let mut shapes = Vec::new();
    let paper = style::colour(style::palette(ui.ctx()).background.with_alpha(150));
    for mark in marks {
        shapes.extend(converted(ui, &mut mark.shapes.iter()));
        let event = mark.events.first().and_then(|index| state.events().get(*index));
        if mark.n_events == 1 && event.is_some_and(|event| !is_drawn(event)) {
            shapes.push(egui::Shape::rect_filled(paint::rect(mark.rect), 0.0, paper));
        }
    }
    shapes
}

fn caption(lane: &LaneIndex) -> String {
    if lane.n_events() == 0 { "none told of here".to_owned() } else { lane.caption.clone() }
}
