//! Lays out a whole chart: title, axis, lanes, legend, sources, and what it rests on.

use super::{
    axis::{AXIS_PX, axis},
    coverage::{Coverage, is_drawn},
    dates,
    index::{LaneIndex, dated_days, known_days},
    lanes::{LanesBy, lanes},
    legend::{Occurring, legend},
    plot::{Heights, Plot, PlotInput, lay_out_lanes},
    scene::{Measure, Rect, Scene, Shape, Stroke, Weight, point, rect},
    sources, text,
    theme::{self, Theme},
    ticks::ticks,
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

/// Room at the picture's edges.
const MARGIN_PX: f32 = 48.0;
/// Width of the names left of the lanes.
const NAMES_PX: f32 = 168.0;
/// Height of the strip of articles per month.
const STRIP_PX: f32 = 34.0;
/// Height of a line of small print.
const NOTE_LINE_PX: f32 = 18.0;

/// Lays out a chart. The same input gives the same scene, to the last bit.
pub fn lay_out(input: &ChartInput<'_>) -> Scene {
    let (width_px, height_px) = (input.size_px.0.max(320.0), input.size_px.1.max(240.0));
    let view = view(input);
    let shown = |event: &Event| is_drawn(event) && is_seen(event, view);
    let drawn: Vec<&Event> = input.events.iter().filter(|event| shown(event)).collect();
    let coverage = input.coverage.clone().with_events(input.events, &shown);
    let mut scene = Scene::new(width_px, height_px, input.theme);
    scene.title = title(input.subject, &drawn, view);
    let mut page = rect(MARGIN_PX, 40.0, width_px - MARGIN_PX * 2.0, height_px - 40.0 - 28.0);

    head(input, &mut scene, &mut page, &drawn, view);
    foot(input, &mut scene, &mut page, &coverage);
    let list = sources::sources(drawn.iter().copied());
    source_list(input, &mut scene, &mut page, &list);
    let legend_px = 30.0;
    let plot_area = rect(
        page.x + NAMES_PX,
        page.y + AXIS_PX,
        page.width - NAMES_PX,
        page.height - AXIS_PX - STRIP_PX - legend_px,
    );

    let numbers = sources::numbers(&list);
    let indexed: Vec<LaneIndex> = lanes(input.events, input.lanes_by, &shown)
        .into_iter()
        .map(|lane| LaneIndex::new(input.events, lane))
        .collect();
    let plot = lay_out_lanes(&PlotInput {
        events: input.events,
        lanes: &indexed,
        view,
        rect: plot_area,
        heights: Heights::ByDemand,
        theme: input.theme,
        measure: input.measure,
        numbers: &numbers,
    });
    let bottom = plot.lanes.last().map_or(plot_area.y, |lane| lane.bottom());
    lane_names(input, &mut scene, page, &plot, &indexed);
    let axis_rect = rect(plot_area.x, page.y, plot_area.width, AXIS_PX);
    let found = ticks(view, plot_area.width, Weekday::Monday);
    scene.furniture.extend(axis(&found, view, axis_rect, bottom + STRIP_PX, (input.theme, input.measure)));
    strip(input, &mut scene, rect(plot_area.x, bottom, plot_area.width, STRIP_PX), page.x, view);
    let is_gathered = plot.marks.iter().any(|mark| mark.n_events > 1);
    let occurring = Occurring::of(drawn.iter().copied(), is_gathered);
    let legend_at = point(page.x, bottom + STRIP_PX + 26.0);
    let (shapes, _) = legend(&occurring, legend_at, page.width, (input.theme, input.measure));
    scene.furniture.extend(shapes);
    scene.furniture.extend(plot.bars);
    scene.labels = plot.labels;
    scene.marks = plot.marks;
    scene
}

/// What is seen: the asked days, else the events with room around them.
fn view(input: &ChartInput<'_>) -> View {
    let fitted = View::fit(dated_days(input.events, &is_drawn));
    let start = input.from.map_or(fitted.start(), |day| f64::from(day.epoch_days()));
    let end = input.to.map_or(fitted.end(), |day| f64::from(day.epoch_days()) + 1.0);
    View::new(start, end)
}

/// Whether an event's mark lies in the view; what has no date is always there.
fn is_seen(event: &Event, view: View) -> bool {
    known_days(event.days).is_none_or(|days| {
        let (first, last) = (f64::from(days.first().epoch_days()), f64::from(days.last().epoch_days()) + 1.0);
        let centre = first.midpoint(last);
        view.start() <= centre && centre <= view.end()
    })
}

fn title(subject: &str, drawn: &[&Event], view: View) -> String {
    let days = drawn.iter().filter_map(|event| known_days(event.days)).reduce(DayRange::hull);
    let (first, last) = days.map_or_else(
        || (view.days().first().year(), view.days().last().year()),
        |days| (days.first().year(), days.last().year()),
    );
    if first == last {
        format!("{subject}: summits and meetings, {first}")
    } else {
        format!("{subject}: summits and meetings, {first}–{last}")
    }
}

fn head(input: &ChartInput<'_>, scene: &mut Scene, page: &mut Rect, drawn: &[&Event], view: View) {
    let title = text::fitted(&scene.title, theme::TITLE_PX, Weight::Bold, page.width, input.measure);
    let at = point(page.x, page.y + 30.0);
    scene.furniture.push(text::start(at, title, theme::TITLE_PX, input.theme.text).bold().into());
    let n_undated = drawn.iter().filter(|event| known_days(event.days).is_none()).count();
    let mut subtitle = format!("{}, {}", counted(drawn.len()), dates::long(view.days()));
    if n_undated > 0 {
        subtitle.push_str(&format!("; {n_undated} more without a date are not drawn"));
    }
    let at = point(page.x, page.y + 60.0);
    scene.furniture.push(text::start(at, subtitle, theme::SUBTITLE_PX, input.theme.text_muted).into());
    cut_above(page, 84.0);
}

fn counted(n: usize) -> String {
    match n {
        0 => "No events".to_owned(),
        1 => "1 event".to_owned(),
        n => format!("{n} events"),
    }
}

/// The line that says what the chart rests on.
fn foot(input: &ChartInput<'_>, scene: &mut Scene, page: &mut Rect, coverage: &Coverage) {
    let words = coverage.sentences().join(" ");
    let lines = text::wrapped(&words, theme::NOTE_PX, page.width, input.measure);
    let top = page.bottom() - lines.len() as f32 * NOTE_LINE_PX;
    rule(scene, page, top - 8.0, input.theme);
    for (index, line) in lines.into_iter().enumerate() {
        let at = point(page.x, top + 14.0 + index as f32 * NOTE_LINE_PX);
        scene.furniture.push(text::start(at, line, theme::NOTE_PX, input.theme.text_muted).into());
    }
    page.height = top - 8.0 - page.y;
}

fn source_list(input: &ChartInput<'_>, scene: &mut Scene, page: &mut Rect, list: &[sources::Source]) {
    if list.is_empty() {
        return;
    }
    let height = sources::wanted_px(list.len(), page.width).min(page.height * 0.24) + 14.0;
    let area = rect(page.x, page.bottom() - height + 8.0, page.width, height - 14.0);
    scene.furniture.extend(sources::list(list, area, (input.theme, input.measure)));
    rule(scene, page, area.y - 8.0, input.theme);
    page.height -= height + 10.0;
}

fn rule(scene: &mut Scene, page: &Rect, y: f32, theme: &Theme) {
    scene.furniture.push(Shape::Line {
        points: vec![point(page.x, y), point(page.right(), y)],
        stroke: Stroke::solid(theme.grid, theme::HAIRLINE_PX),
    });
}

fn cut_above(page: &mut Rect, height: f32) {
    page.y += height;
    page.height -= height;
}

fn lane_names(input: &ChartInput<'_>, scene: &mut Scene, page: Rect, plot: &Plot, lanes: &[LaneIndex]) {
    for (index, (lane, area)) in lanes.iter().zip(&plot.lanes).enumerate() {
        if index % 2 == 0 {
            scene.furniture.push(Shape::Rect {
                rect: rect(page.x, area.y, page.width, area.height),
                corner_px: 0.0,
                fill: Some(input.theme.surface),
                stroke: None,
            });
        }
        let room = NAMES_PX - 22.0;
        let name = text::fitted(&lane.name, theme::LANE_NAME_PX, Weight::Bold, room, input.measure);
        let caption = if lane.n_events() == 0 { "none told of here" } else { &*lane.caption };
        let caption = text::wrapped(caption, theme::SMALL_PX, room, input.measure);
        let block_px = 20.0 + caption.len() as f32 * 18.0;
        let top = area.y + ((area.height - block_px) / 2.0).clamp(3.0, 14.0);
        let at = point(page.x + 12.0, top + 15.0);
        scene.furniture.push(text::start(at, name, theme::LANE_NAME_PX, input.theme.text).bold().into());
        for (line, words) in caption.into_iter().enumerate() {
            let at = point(page.x + 12.0, top + 34.0 + line as f32 * 18.0);
            scene.furniture.push(text::start(at, words, theme::SMALL_PX, input.theme.text_muted).into());
        }
    }
}

/// The strip of articles per month, and the line of the newest.
fn strip(input: &ChartInput<'_>, scene: &mut Scene, area: Rect, names_x: f32, view: View) {
    let name = text::start(
        point(names_x + 12.0, area.y + 22.0),
        "Articles by month",
        theme::SMALL_PX,
        input.theme.text_muted,
    );
    scene.furniture.push(name.into());
    let months = articles_by_month(&input.coverage.written);
    let most = months.iter().map(|&(_, n)| n).max().unwrap_or(1) as f32;
    for (month, n) in months {
        let x_of = |instant: f64| view.x_from_day(instant, area.x, area.width).clamp(area.x, area.right());
        let left = x_of(f64::from(month.first().epoch_days()));
        let right = x_of(f64::from(month.last().epoch_days()) + 1.0);
        if right <= left {
            continue;
        }
        let height = (area.height - 10.0) * n as f32 / most;
        scene.furniture.push(Shape::Rect {
            rect: rect(left + 0.5, area.bottom() - height, (right - left - 1.0).max(1.5), height),
            corner_px: 0.0,
            fill: Some(input.theme.articles),
            stroke: None,
        });
    }
    scene.furniture.push(Shape::Line {
        points: vec![point(area.x, area.bottom()), point(area.right(), area.bottom())],
        stroke: Stroke::solid(input.theme.grid_strong, theme::HAIRLINE_PX),
    });
}

/// How many articles were written in each month; only those whose window lies within about a month.
fn articles_by_month(written: &[DayRange]) -> Vec<(DayRange, usize)> {
    let mut months = std::collections::BTreeMap::new();
    for days in written.iter().filter(|days| days.is_bounded() && days.n_days() <= 45) {
        let middle = days.first().plus(days.n_days() / 2);
        let (year, month, _) = middle.ymd();
        if let Some(range) = DayRange::month(year, month) {
            *months.entry(range).or_insert(0_usize) += 1;
        }
    }
    months.into_iter().collect()
}
