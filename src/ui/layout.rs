//! The chart's layout, kept from frame to frame until events, view, size or colours change.

use eframe::egui::{self, Rect, Ui, pos2};

use super::{
    index::{TimeIndex, on_screens},
    paint,
    plot::converted,
    silent::SILENT_PX,
    style, undated,
};
use crate::{
    model::Event,
    project::{State, WeekStart},
    timeline::{
        self, AXIS_PX, Axis, Heights, LaneIndex, Mark, Plot, PlotInput, STRIP_PX, Scale, View, axis,
        is_drawn, lane_heights, lay_out_lanes, month_strip, ticks,
    },
};

/// Width of the lane names at the left.
pub(super) const NAMES_PX: f32 = 148.0;
/// Least height of a lane: its name and what is in it. Where not all have room, the lanes are scrolled.
const LEAST_LANE_PX: f32 = 40.0;

/// What a layout depends on.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Key {
    revision: u64,
    view: View,
    whole: Rect,
    dark: bool,
    zoom: f32,
    scroll_px: f32,
    week_start: WeekStart,
    dates: timeline::dates::Format,
    /// How full the texture of glyphs is, as bits: when it is full it is emptied, and kept texts would be drawn as rubbish.
    glyphs: u32,
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
    /// How high all lanes are together.
    pub(super) lanes_px: f32,
    /// Lanes, bars, labels and marks.
    pub(super) plot: Plot,
    /// Bars, labels and marks, ready for the screen.
    pub(super) shapes: Vec<egui::Shape>,
    /// The marks beside the ground: those of undated events.
    pub(super) beside: Vec<egui::Shape>,
    /// The axis with its lines.
    pub(super) axis: Axis,
    /// The same, ready for the screen, and the articles by month.
    pub(super) under: Vec<egui::Shape>,
    /// The names of the lanes.
    pub(super) names: Vec<LaneName>,
}

/// The last layout, and the lanes' heights, which stay while the view moves.
#[derive(Debug, Default)]
pub(super) struct Layout {
    heights: Option<(u64, egui::Vec2, Vec<f32>)>,
    last: Option<Drawn>,
}

/// The events of a mark, as far as it lists them.
pub(super) fn events_of<'a>(mark: &Mark, state: &'a State) -> Vec<&'a Event> {
    mark.events.iter().filter_map(|index| state.events().get(*index)).collect()
}

impl Layout {
    /// The layout for this state and view in `whole`: the last one, where nothing changed.
    pub(super) fn drawn(
        &mut self,
        ui: &Ui,
        (state, index): (&State, &TimeIndex),
        (view, scroll_px): (View, f32),
        whole: Rect,
    ) -> Drawn {
        let ctx = ui.ctx();
        let dark = ui.visuals().dark_mode;
        let zoom = ctx.pixels_per_point();
        let week_start = state.memory.settings.week_start;
        let dates = style::dates(ctx);
        let glyphs = ctx.fonts(|fonts| fonts.font_atlas_fill_ratio().to_bits());
        let revision = index.revision;
        let key = Key { revision, view, whole, dark, zoom, scroll_px, week_start, dates, glyphs };
        if let Some(drawn) = self.last.take()
            && drawn.key == key
        {
            return drawn;
        }
        let palette = style::palette(ctx);
        let undated_left = undated::any(&index.lanes).then(|| whole.right() - undated::WIDTH_PX);
        let strip_px = if index.months.is_empty() { 0.0 } else { STRIP_PX };
        let silent_px = if index.silent.is_empty() { 0.0 } else { SILENT_PX };
        let below_px = strip_px + silent_px;
        let area = area(whole, undated_left, below_px);
        let strip = scene_rect(area);
        let numbers = timeline::names::SourceNumbers::new();
        let scale = Scale::new(view, &index.folds, strip);
        let input = PlotInput {
            events: state.events(),
            lanes: &index.lanes,
            scale,
            rect: strip,
            clip: strip,
            heights: Heights::ByDemand,
            theme: palette,
            measure: &paint::measure,
            numbers: &numbers,
            dates,
            on_screens: on_screens(),
        };
        let heights = self.heights(index, &input);
        let moved = timeline::rect(strip.x, strip.y - scroll_px, strip.width, strip.height);
        let mut plot = lay_out_lanes(&PlotInput { rect: moved, heights: Heights::Given(&heights), ..input });
        let axis_rect = timeline::rect(strip.x, whole.top(), strip.width, AXIS_PX);
        let bottom = area.bottom() + below_px;
        let axis =
            axis(&ticks(scale, week_start.day()), scale, axis_rect, bottom, (palette, &paint::measure));
        let mut under = converted(ui, &mut axis.shapes.iter());
        let months = timeline::rect(strip.x, area.bottom() + silent_px, strip.width, strip_px);
        under.extend(months_shapes(ui, index, scale, (months, whole.left() + 14.0)));
        let mut shapes = converted(ui, &mut plot.bars.iter());
        shapes.extend(converted(ui, &mut plot.labels.iter().flat_map(|label| &label.shapes)));
        shapes.extend(marks(ui, state, &plot.marks));
        let n_dated = plot.marks.len();
        if let Some(left) = undated_left {
            undated::add(&mut plot, &index.lanes, (state.events(), strip), left, palette);
        }
        let beside = marks(ui, state, plot.marks.get(n_dated..).unwrap_or_default());
        let names = index.lanes.iter().map(|lane| name(lane, state.counts().filtered > 0)).collect();
        let lanes_px = heights.iter().sum();
        Drawn { key, area, undated_left, lanes_px, plot, shapes, beside, axis, under, names }
    }

    /// Where the labels of the last layout stand.
    pub(super) fn labels(&self) -> Vec<timeline::Rect> {
        let labels = self.last.iter().flat_map(|drawn| &drawn.plot.labels);
        labels.map(|label| label.rect).collect()
    }

    /// Keeps a layout for the next frame.
    pub(super) fn keep(&mut self, drawn: Drawn) {
        self.last = Some(drawn);
    }

    /// The lanes' heights: those that the view of everything wants, until events or size change.
    fn heights(&mut self, index: &TimeIndex, input: &PlotInput<'_>) -> Vec<f32> {
        let size = egui::vec2(input.rect.width, input.rect.height);
        if let Some((revision, known_size, heights)) = &self.heights
            && (*revision, *known_size) == (index.revision, size)
        {
            return heights.clone();
        }
        let scale = Scale::new(index.whole, &index.folds, input.rect);
        let heights = lane_heights(&PlotInput { scale, ..*input }, LEAST_LANE_PX);
        self.heights = Some((index.revision, size, heights.clone()));
        heights
    }
}

/// Where lanes are seen: right of their names, under the axis, over the strip of months.
fn area(whole: Rect, undated_left: Option<f32>, below_px: f32) -> Rect {
    let right = undated_left.unwrap_or_else(|| whole.right() - 12.0);
    let top_left = pos2(whole.left() + NAMES_PX, whole.top() + AXIS_PX);
    let bottom = (whole.bottom() - 6.0 - below_px).max(top_left.y + 20.0);
    Rect::from_min_max(top_left, pos2(right.max(top_left.x + 40.0), bottom))
}

/// The strip of articles by month, if any says when it was written.
fn months_shapes(
    ui: &Ui,
    index: &TimeIndex,
    scale: Scale<'_>,
    (strip, name_x): (timeline::Rect, f32),
) -> Vec<egui::Shape> {
    if index.months.is_empty() {
        return Vec::new();
    }
    let shapes =
        month_strip((&index.months, index.n_articles), scale, strip, name_x, style::palette(ui.ctx()));
    converted(ui, &mut shapes.iter())
}

/// A rectangle of the window for the chart.
pub(super) fn scene_rect(rect: Rect) -> timeline::Rect {
    timeline::rect(rect.left(), rect.top(), rect.width(), rect.height())
}

fn name(lane: &LaneIndex, is_filtered: bool) -> LaneName {
    let caption = match (lane.n_events(), is_filtered) {
        // What the filter hides is not what the articles are silent of.
        (0, true) => "none under this filter",
        (0, false) => "none told of here",
        _ => lane.caption.as_str(),
    };
    LaneName { name: lane.name.clone(), caption: caption.to_owned() }
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
