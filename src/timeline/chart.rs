//! Lays out a whole chart: title, axis, lanes, legend, sources, and what it rests on.

use super::{
    axis::{AXIS_PX, axis},
    coverage::{Coverage, is_drawn},
    index::{LaneIndex, dated_days, known_days},
    lanes::{LanesBy, lanes},
    legend::{Occurring, legend},
    page,
    plot::{Heights, PlotInput, lay_out_lanes},
    scale::Scale,
    scene::{Measure, Scene, point, rect},
    sources::{numbers, sources},
    strip,
    theme::Theme,
    ticks::ticks,
    undated,
    view::View,
};
use crate::model::{Day, DayRange, Event, Weekday};

/// What a chart is made from.
#[derive(Clone, Copy)]
#[expect(missing_debug_implementations, reason = "it holds a function")]
pub struct ChartInput<'a> {
    /// Whose timeline it is, by canonical name.
    pub subject: &'a str,
    /// The events; those held back or rejected are not drawn, but counted.
    pub events: &'a [Event],
    /// What it rests on; its counts of events are made here.
    pub coverage: &'a Coverage,
    /// The first day drawn, or `None` for as the events have it.
    pub from: Option<Day>,
    /// The last day drawn, or `None` for as the events have it.
    pub to: Option<Day>,
    /// What the lanes stand for.
    pub lanes_by: LanesBy,
    /// Width and height of the picture.
    pub size_px: (f32, f32),
    /// The colours.
    pub theme: &'a Theme,
    /// How wide text is.
    pub measure: Measure<'a>,
}

/// Room at the picture's left and right edge.
const MARGIN_PX: f32 = 48.0;
/// Room above the title.
const TOP_PX: f32 = 36.0;
/// Room under the last line.
const BOTTOM_PX: f32 = 26.0;
/// Width of the names left of the lanes.
const NAMES_PX: f32 = 168.0;

/// The least span that is fitted, so that a lone event does not stand on an axis of hours.
const LEAST_DAYS: i32 = 90;
/// Room right of the last mark for its label.
const LABEL_ROOM_PX: f32 = 110.0;

/// Lays out a chart. The same input gives the same scene, to the last bit.
pub fn lay_out(input: &ChartInput<'_>) -> Scene {
    let (width_px, height_px) = (input.size_px.0.max(320.0), input.size_px.1.max(240.0));
    let style = (input.theme, input.measure);
    let view = view(input, width_px - MARGIN_PX * 2.0 - NAMES_PX);
    let shown = |event: &Event| is_drawn(event) && is_seen(event, view);
    let drawn: Vec<&Event> = input.events.iter().filter(|event| shown(event)).collect();
    let coverage = input.coverage.clone().with_events(input.events, &shown);
    let list = sources(&drawn);
    let numbers = numbers(&list);
    let mut scene = Scene::new(width_px, height_px, input.theme);
    scene.title = page::title(input.subject, &drawn, view);

    let mut page = rect(MARGIN_PX, TOP_PX, width_px - MARGIN_PX * 2.0, height_px - TOP_PX - BOTTOM_PX);
    page::head(&mut scene, &mut page, &page::subtitle(&drawn, coverage.n_articles), style);
    page::foot(&mut scene, &mut page, &coverage, style);
    page::source_list(&mut scene, &mut page, &list, style);

    let indexed: Vec<LaneIndex> = lanes(input.events, input.lanes_by, &shown)
        .into_iter()
        .map(|lane| LaneIndex::new(input.events, lane))
        .collect();
    let newest = strip::newest_first(&coverage.written);
    let occurring =
        |is_gathered| Occurring::of(&drawn, &coverage.on_screens, is_gathered).with_plans(&drawn, newest);
    let undated_px = undated::width_px(&indexed);
    let (_, legend_px) = legend(&occurring(true), point(0.0, 0.0), page.width, style);
    let area = rect(
        page.x + NAMES_PX,
        page.y + AXIS_PX,
        (page.width - NAMES_PX - undated_px).max(80.0),
        (page.height - AXIS_PX - strip::STRIP_PX - legend_px - 16.0).max(60.0),
    );
    let scale = Scale::plain(view, area);
    let plot = lay_out_lanes(&PlotInput {
        events: input.events,
        lanes: &indexed,
        scale,
        rect: area,
        clip: area,
        heights: Heights::ByDemand,
        theme: input.theme,
        measure: input.measure,
        numbers: &numbers,
        dates: super::dates::Format::default(),
        on_screens: &coverage.on_screens,
    });
    let bottom = plot.lanes.last().map_or(area.y, |lane| lane.bottom());

    page::lane_names(&mut scene, page, NAMES_PX, (&plot, &indexed), style);
    let axis_rect = rect(area.x, page.y, area.width, AXIS_PX);
    let ticks = ticks(scale, Weekday::Monday);
    scene.furniture.extend(axis(&ticks, scale, axis_rect, bottom + strip::STRIP_PX, style).shapes);
    let strip_rect = rect(area.x, bottom, area.width, strip::STRIP_PX);
    scene.furniture.extend(strip::month_strip(
        (&strip::articles_by_month(&coverage.written), coverage.written.len()),
        scale,
        strip_rect,
        page.x + 12.0,
        input.theme,
    ));
    scene.furniture.extend(strip::newest(
        &coverage.written,
        scale,
        rect(area.x, area.y, area.width, bottom - area.y),
        style,
    ));
    let is_gathered = plot.marks.iter().any(|mark| mark.n_events > 1);
    let legend_at = point(page.x, bottom + strip::STRIP_PX + 24.0);
    let (legend, _) = legend(&occurring(is_gathered), legend_at, page.width, style);
    scene.furniture.extend(legend);
    scene.furniture.extend(plot.bars);
    scene.labels = plot.labels;
    scene.marks = plot.marks;
    if undated_px > 0.0 {
        let told = (input.events, &numbers, &coverage.on_screens);
        undated::column(&mut scene, told, (&indexed, &plot.lanes), undated_px, style);
    }
    scene
}

/// What is seen: the asked days, else the events with room around them, most at the right: there stand the
/// labels of the last ones.
fn view(input: &ChartInput<'_>, width_px: f32) -> View {
    let days = dated_days(input.events, &is_drawn);
    let fitted = View::fit(days.map(|days| days.widened((LEAST_DAYS - days.n_days()).max(0) / 2)));
    let share = f64::from((LABEL_ROOM_PX / (width_px - LABEL_ROOM_PX).max(1.0)).min(0.15));
    let start = input.from.map_or_else(|| fitted.start(), |day| f64::from(day.epoch_days()));
    let end = input
        .to
        .map_or_else(|| fitted.end() + fitted.n_days() * share, |day| f64::from(day.epoch_days()) + 1.0);
    View::new(start, end)
}

/// Whether an event's mark lies in the view; what has no date is always there.
fn is_seen(event: &Event, view: View) -> bool {
    known_days(event.days).is_none_or(|days: DayRange| {
        let (first, last) = (f64::from(days.first().epoch_days()), f64::from(days.last().epoch_days()) + 1.0);
        let centre = first.midpoint(last);
        view.start() <= centre && centre <= view.end()
    })
}
