//! The chart's layout, kept from frame to frame until events, view, size or colours change.

use eframe::egui::{Rect, Ui};

use super::{paint, style};
use crate::{
    model::{Event, Weekday},
    project::State,
    timeline::{
        self, AXIS_PX, Heights, LaneIndex, LanesBy, Mark, Plot, PlotInput, Shape, View, axis, lanes,
        lay_out_lanes, ticks,
    },
};

/// What a layout depends on.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Key {
    revision: u64,
    view: View,
    area: Rect,
    dark: bool,
    zoom: f32,
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
    /// Lanes, bars, labels and marks.
    pub(super) plot: Plot,
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
    /// The layout for this state and view: the last one, where nothing changed.
    pub(super) fn drawn(&mut self, ui: &Ui, state: &State, view: View, area: Rect) -> Drawn {
        let ctx = ui.ctx();
        let dark = ui.visuals().dark_mode;
        let key = Key { revision: state.revision, view, area, dark, zoom: ctx.pixels_per_point() };
        if let Some(drawn) = self.last.take()
            && drawn.key == key
        {
            return drawn;
        }
        self.index(state);
        let palette = style::palette(ctx);
        let measure =
            |text: &str, size_px: f32, weight: timeline::Weight| paint::measure(ctx, text, size_px, weight);
        let numbers = timeline::names::SourceNumbers::new();
        let plot = lay_out_lanes(&PlotInput {
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
        let found = ticks(view, area.width(), Weekday::Monday);
        let axis = axis(&found, view, axis_rect, area.bottom(), (palette, &measure));
        let names = self
            .lanes
            .iter()
            .map(|lane| LaneName { name: lane.name.clone(), caption: caption(lane) })
            .collect();
        Drawn { key, plot, axis, names }
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

fn caption(lane: &LaneIndex) -> String {
    if lane.n_events() == 0 { "none told of here".to_owned() } else { lane.caption.clone() }
}
