//! Lays out lanes, marks and labels inside a rectangle: the part that the window and the charts share.

use super::{
    index::{Entry, LaneIndex},
    labels::{self, Place, Side, Wish},
    marks::{self, MarkFill, MarkKind},
    names::{self, SourceNumbers},
    scene::{Label, Mark, Measure, Point, Rect, Shape, Stroke, Weight, point, rect},
    text,
    theme::{self, Theme},
    view::View,
};
use crate::model::{Event, Precision};

/// Height of a label's two lines with the room between rows.
const LABEL_ROW_PX: f32 = 41.0;
/// Distance between stacked marks.
const MARK_ROW_PX: f32 = 20.0;
/// Least height of the strip in which marks stand.
const ZONE_PX: f32 = 40.0;
/// Room above and below in a lane.
const LANE_PAD_PX: f32 = 9.0;
/// Most rows of labels in a lane.
const MOST_LABEL_ROWS: usize = 6;
/// Most marks above each other; more are gathered.
const MOST_MARK_ROWS: usize = 4;
/// Least height of a lane.
const LEAST_LANE_PX: f32 = 26.0;

/// How high lanes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Heights {
    /// All the same, so that nothing moves while panning.
    Equal,
    /// As each needs for its labels.
    ByDemand,
}

/// What is laid out.
#[derive(Clone, Copy)]
#[expect(missing_debug_implementations, reason = "it holds a function")]
pub struct PlotInput<'a> {
    /// All events.
    pub events: &'a [Event],
    /// The lanes, from above.
    pub lanes: &'a [LaneIndex],
    /// What is seen of time.
    pub view: View,
    /// Where the lanes go; time runs over its whole width.
    pub rect: Rect,
    /// How high lanes are.
    pub heights: Heights,
    /// The colours.
    pub theme: &'a Theme,
    /// How wide text is.
    pub measure: Measure<'a>,
    /// Numbers of the sources, to be named in labels; may be empty.
    pub numbers: &'a SourceNumbers,
}

/// Lanes, marks and labels with their places.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plot {
    /// A rectangle a lane, from above.
    pub lanes: Vec<Rect>,
    /// Bars of possible days, under everything.
    pub bars: Vec<Shape>,
    /// The labels.
    pub labels: Vec<Label>,
    /// The marks.
    pub marks: Vec<Mark>,
}

/// One place in a lane: a mark, or a count of several.
struct Spot<'a> {
    entries: &'a [Entry],
    x: f32,
    row: usize,
    half_px: f32,
    is_count: bool,
}

/// A lane on the way: everything but its height.
struct Draft<'a> {
    lane: &'a LaneIndex,
    spots: Vec<Spot<'a>>,
    texts: Vec<Option<(String, String)>>,
    places: Vec<Place>,
    n_mark_rows: usize,
    n_label_rows: usize,
}

/// Lays out lanes, marks and labels.
pub fn lay_out_lanes(input: &PlotInput<'_>) -> Plot {
    let mut drafts: Vec<_> = input.lanes.iter().map(|lane| draft(input, lane)).collect();
    let heights = match input.heights {
        Heights::Equal => equal_heights(input, &mut drafts),
        Heights::ByDemand => heights_by_demand(input, &mut drafts),
    };
    let mut plot = Plot::default();
    let mut y = input.rect.y;
    for (lane_index, (draft, height)) in drafts.iter().zip(heights).enumerate() {
        let lane_rect = rect(input.rect.x, y, input.rect.width, height);
        y += height;
        plot.lanes.push(lane_rect);
        emit(input, draft, lane_index, lane_rect, &mut plot);
    }
    plot
}

fn draft<'a>(input: &PlotInput<'a>, lane: &'a LaneIndex) -> Draft<'a> {
    let spots = spots(input, lane);
    let texts: Vec<_> = spots
        .iter()
        .map(|spot| {
            let event = single(spot).and_then(|entry| input.events.get(entry.event_index))?;
            in_view(input, spot.x)
                .then(|| (names::label_name(event), names::label_detail(event, input.numbers)))
        })
        .collect();
    let n_mark_rows = spots.iter().map(|spot| spot.row + 1).max().unwrap_or(1);
    let mut draft = Draft { lane, spots, texts, places: Vec::new(), n_mark_rows, n_label_rows: 0 };
    place_labels(input, &mut draft, MOST_LABEL_ROWS);
    draft
}

fn in_view(input: &PlotInput<'_>, x: f32) -> bool {
    input.rect.x <= x && x <= input.rect.right()
}

fn single<'a>(spot: &Spot<'a>) -> Option<&'a Entry> {
    if spot.is_count { None } else { spot.entries.first() }
}

/// The marks of a lane by time, each in the lowest row that is free.
fn spots<'a>(input: &PlotInput<'a>, lane: &'a LaneIndex) -> Vec<Spot<'a>> {
    let bin_px = f64::from(theme::MARK_RADIUS_PX * 2.0 + theme::MARK_GAP_PX);
    let mut row_ends = [f32::NEG_INFINITY; MOST_MARK_ROWS];
    let mut spots = Vec::new();
    for bin in lane.bins(input.view, input.rect.width, bin_px) {
        let is_count = bin.len() > MOST_MARK_ROWS;
        let parts: Vec<&[Entry]> = if is_count { vec![bin] } else { bin.chunks(1).collect() };
        for entries in parts {
            let (Some(first), Some(last)) = (entries.first(), entries.last()) else { continue };
            let centre = first.centre().midpoint(last.centre());
            let x = input.view.x_from_day(centre, input.rect.x, input.rect.width);
            let half_px = if is_count { pill_px(entries.len()) / 2.0 } else { theme::MARK_RADIUS_PX };
            let row = free_row(&row_ends, x - half_px);
            if let Some(end) = row_ends.get_mut(row) {
                *end = x + half_px + theme::MARK_GAP_PX;
            }
            spots.push(Spot { entries, x, row, half_px, is_count });
        }
    }
    spots
}

fn pill_px(n: usize) -> f32 {
    14.0 + marks::count(n).len() as f32 * 6.5
}

/// The lowest row that ends before `from`, else the one that ends first.
fn free_row(row_ends: &[f32], from: f32) -> usize {
    row_ends.iter().position(|&end| end <= from).unwrap_or_else(|| {
        let by_end = row_ends.iter().enumerate().min_by(|a, b| a.1.total_cmp(b.1));
        by_end.map_or(0, |(row, _)| row)
    })
}

fn place_labels(input: &PlotInput<'_>, draft: &mut Draft<'_>, n_rows: usize) {
    let wishes: Vec<Wish> = draft
        .spots
        .iter()
        .zip(&draft.texts)
        .map(|(spot, text)| {
            let event = single(spot).and_then(|entry| input.events.get(entry.event_index));
            Wish {
                x: spot.x,
                half_px: spot.half_px + event.map_or(2.0, |event| badge_px(event)),
                label_px: text.as_ref().map(|lines| label_px(input, lines)),
                importance: event.map_or(0, names::importance),
            }
        })
        .collect();
    draft.places = labels::placed(&wishes, input.rect.x, input.rect.right(), n_rows);
    draft.n_label_rows = draft.places.iter().map(|place| place.row).max().unwrap_or(0);
}

fn badge_px(event: &Event) -> f32 {
    if names::n_sources(event) > 1 || !event.conflicts.is_empty() { 8.0 } else { 2.0 }
}

fn label_px(input: &PlotInput<'_>, (name, detail): &(String, String)) -> f32 {
    let name_px = (input.measure)(name, theme::LABEL_PX, Weight::Regular);
    name_px.max((input.measure)(detail, theme::SMALL_PX, Weight::Regular))
}

fn zone_px(draft: &Draft<'_>) -> f32 {
    (draft.n_mark_rows as f32 * MARK_ROW_PX).max(ZONE_PX)
}

fn wanted_px(draft: &Draft<'_>) -> f32 {
    if draft.spots.is_empty() {
        return ZONE_PX + LANE_PAD_PX;
    }
    zone_px(draft) + draft.n_label_rows as f32 * LABEL_ROW_PX + LANE_PAD_PX * 2.0
}

/// Takes rows of labels from the fullest lanes until all fit, then shares out what is left.
fn heights_by_demand(input: &PlotInput<'_>, drafts: &mut [Draft<'_>]) -> Vec<f32> {
    let room = input.rect.height;
    while drafts.iter().map(wanted_px).sum::<f32>() > room {
        let Some(fullest) = drafts.iter_mut().max_by_key(|draft| draft.n_label_rows) else { break };
        if fullest.n_label_rows == 0 {
            break;
        }
        let n_rows = fullest.n_label_rows - 1;
        place_labels(input, fullest, n_rows);
    }
    let wanted: Vec<f32> = drafts.iter().map(wanted_px).collect();
    let sum: f32 = wanted.iter().sum();
    if sum > room {
        return wanted.into_iter().map(|height| height * room / sum).collect();
    }
    let filled = drafts.iter().filter(|draft| !draft.spots.is_empty()).count().max(1);
    let extra = ((room - sum) / filled as f32).min(LABEL_ROW_PX);
    let share = |draft: &Draft<'_>| if draft.spots.is_empty() { 0.0 } else { extra };
    drafts.iter().zip(wanted).map(|(draft, height)| height + share(draft)).collect()
}

fn equal_heights(input: &PlotInput<'_>, drafts: &mut [Draft<'_>]) -> Vec<f32> {
    let height = (input.rect.height / drafts.len().max(1) as f32).max(LEAST_LANE_PX);
    for draft in drafts.iter_mut() {
        let room = height - LANE_PAD_PX * 2.0 - zone_px(draft);
        let n_rows = whole_rows(room / LABEL_ROW_PX);
        if draft.n_label_rows > n_rows {
            place_labels(input, draft, n_rows);
        }
    }
    vec![height; drafts.len()]
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to a few rows before")]
fn whole_rows(rows: f32) -> usize {
    rows.clamp(0.0, MOST_LABEL_ROWS as f32) as usize
}

/// Puts a lane's marks and labels at their heights: marks below, labels above them.
fn emit(input: &PlotInput<'_>, draft: &Draft<'_>, lane_index: usize, lane_rect: Rect, plot: &mut Plot) {
    let spare = (lane_rect.height - wanted_px(draft)).max(0.0);
    let zone = zone_px(draft).min(lane_rect.height);
    let pad = LANE_PAD_PX.min((lane_rect.height - zone) / 2.0);
    let zone_rect = rect(lane_rect.x, lane_rect.bottom() - pad - zone - spare / 2.0, lane_rect.width, zone);
    let mark_y = |spot: &Spot<'_>| {
        let row_px = MARK_ROW_PX.min(zone / draft.n_mark_rows.max(1) as f32);
        let stack_px = (draft.n_mark_rows as f32 - 1.0) * row_px;
        zone_rect.centre().y + stack_px / 2.0 - spot.row as f32 * row_px
    };
    for spot in draft.spots.iter().filter(|spot| in_view(input, spot.x)) {
        let at = point(spot.x, mark_y(spot));
        match single(spot).and_then(|entry| input.events.get(entry.event_index).map(|event| (entry, event))) {
            Some((entry, event)) => {
                plot.bars.extend(bar(input, event, at));
                plot.marks.push(mark(input, (entry, event), draft.lane, lane_index, at));
            }
            None => plot.marks.extend(gathered(input, spot, draft.lane, lane_index, at)),
        }
    }
    let has_room = lane_rect.height >= LABEL_ROW_PX;
    for place in draft.places.iter().filter(|_| has_room) {
        let spot = draft.spots.get(place.wish_index);
        let texts = draft.texts.get(place.wish_index).and_then(Option::as_ref);
        if let (Some(spot), Some(texts)) = (spot, texts) {
            let at = point(spot.x, mark_y(spot));
            plot.labels.extend(label(input, spot, texts, *place, (at, zone_rect.y)));
        }
    }
}

fn mark(
    input: &PlotInput<'_>,
    (entry, event): (&Entry, &Event),
    lane: &LaneIndex,
    lane_index: usize,
    at: Point,
) -> Mark {
    let kind = MarkKind::of(event);
    let radius_px = marks::radius_px(event);
    let mut shapes = marks::glyph(kind, MarkFill::of(event.status), at, radius_px, input.theme);
    shapes.extend(marks::badges(event, names::n_sources(event), at, radius_px, input.theme));
    let half = theme::MARK_RADIUS_PX + 1.5;
    Mark {
        events: vec![entry.event_index],
        n_events: 1,
        span: (entry.centre(), entry.centre()),
        kind,
        lane_index,
        lane: lane.lane,
        rect: rect(at.x - half, at.y - half, half * 2.0, half * 2.0),
        name: names::accessible(event),
        shapes,
    }
}

fn gathered(
    input: &PlotInput<'_>,
    spot: &Spot<'_>,
    lane: &LaneIndex,
    lane_index: usize,
    at: Point,
) -> Option<Mark> {
    let (first, last) = (spot.entries.first()?, spot.entries.last()?);
    let kind = MarkKind::of(input.events.get(first.event_index)?);
    let n = spot.entries.len();
    let (width_px, half) = (spot.half_px * 2.0, theme::MARK_RADIUS_PX + 1.5);
    Some(Mark {
        events: spot.entries.iter().take(MOST_GATHERED).map(|entry| entry.event_index).collect(),
        n_events: n,
        span: (first.centre(), last.centre()),
        kind,
        lane_index,
        lane: lane.lane,
        rect: rect(at.x - spot.half_px, at.y - half, width_px, half * 2.0),
        name: format!("{n} events, {}, zoom in to part them", lane.name),
        shapes: marks::pill(n, at, width_px, input.theme.mark(kind), input.theme),
    })
}

/// Most events that a count lists.
const MOST_GATHERED: usize = 64;

/// The bar of an event whose days are wider than its mark: whole for known days, fading for possible ones.
fn bar(input: &PlotInput<'_>, event: &Event, at: Point) -> Vec<Shape> {
    let x_of = |instant: f64| {
        let x = input.view.x_from_day(instant, input.rect.x, input.rect.width);
        x.clamp(input.rect.x, input.rect.right())
    };
    let open_px = 70.0;
    let left = event
        .days
        .start()
        .map_or((at.x - open_px).max(input.rect.x), |day| x_of(f64::from(day.epoch_days())));
    let right = event
        .days
        .end()
        .map_or((at.x + open_px).min(input.rect.right()), |day| x_of(f64::from(day.epoch_days()) + 1.0));
    if right - left <= theme::MARK_RADIUS_PX * 2.0 + 2.0 {
        return Vec::new();
    }
    let colour = input.theme.mark(MarkKind::of(event));
    let y = at.y - theme::BAR_HEIGHT_PX / 2.0;
    if event.precision == Precision::Day && event.days.is_bounded() {
        return vec![Shape::Rect {
            rect: rect(left, y, right - left, theme::BAR_HEIGHT_PX),
            corner_px: theme::BAR_HEIGHT_PX / 2.0,
            fill: Some(colour.with_alpha(110)),
            stroke: None,
        }];
    }
    let (strong, weak) = (colour.with_alpha(120), colour.with_alpha(18));
    let half = |left: f32, right: f32, from, to| Shape::Fade {
        rect: rect(left, y, (right - left).max(0.0), theme::BAR_HEIGHT_PX),
        left: from,
        right: to,
    };
    vec![half(left, at.x, weak, strong), half(at.x, right, strong, weak)]
}

fn label(
    input: &PlotInput<'_>,
    spot: &Spot<'_>,
    (name, detail): &(String, String),
    place: Place,
    (at, zone_top): (Point, f32),
) -> Option<Label> {
    let event_index = single(spot)?.event_index;
    let top = if place.row == 0 { at.y - 18.0 } else { zone_top - place.row as f32 * LABEL_ROW_PX };
    let mut shapes = Vec::new();
    if place.row > 0 {
        shapes.push(Shape::Line {
            points: vec![point(at.x, top + 2.0), point(at.x, at.y)],
            stroke: Stroke::solid(input.theme.grid_strong, theme::HAIRLINE_PX),
        });
    }
    let (x, line): (f32, fn(Point, &str, f32, theme::Rgba) -> Shape) = match place.side {
        Side::Right => (place.left_px, |at, words, size, colour| text::start(at, words, size, colour).into()),
        Side::Left => (place.right_px, |at, words, size, colour| text::end(at, words, size, colour).into()),
    };
    shapes.push(line(point(x, top + 15.0), name, theme::LABEL_PX, input.theme.text));
    shapes.push(line(point(x, top + 32.0), detail, theme::SMALL_PX, input.theme.text_muted));
    let bounds = rect(place.left_px, top, place.right_px - place.left_px, 37.0);
    Some(Label { event_index, rect: bounds, shapes })
}
