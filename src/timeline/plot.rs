//! Lays out lanes, marks and labels inside a rectangle: the part that the window and the charts share.

use super::{
    dates,
    index::{Bin, Entry, LaneIndex, known_days},
    labels::{self, Place, Room, Wish},
    marks,
    names::{self, SourceNumbers},
    paint,
    scene::{Label, Mark, Measure, Rect, Shape, Weight, rect},
    theme::{self, Theme},
    view::View,
};
use crate::model::{DayRange, Event};

/// How important the label of a count is, on the scale of [`names::importance`].
const COUNT_IMPORTANCE: i32 = 70;
/// Height of a label's two lines with the room between rows.
pub(super) const LABEL_ROW_PX: f32 = 41.0;
/// Distance between stacked marks.
pub(super) const MARK_ROW_PX: f32 = 20.0;
/// Least height of the strip in which marks stand.
const ZONE_PX: f32 = 40.0;
/// Room above and below in a lane.
const LANE_PAD_PX: f32 = 9.0;
/// Most rows of labels in a lane.
const MOST_LABEL_ROWS: usize = 8;
/// Most marks above each other; more are gathered.
const MOST_MARK_ROWS: usize = 8;
/// The same where there are so many events that stacks would fill the picture, or lanes of fixed height.
const FEW_MARK_ROWS: usize = 4;
/// How many events are so many.
const MANY_EVENTS: usize = 120;
/// Least width of what is gathered: that of a count of three digits.
const BIN_PX: f64 = 38.0;
/// Most events of a count whose days are looked at for its label.
const MOST_LOOKED_AT: usize = 100;
/// Most counts of a lane that are labelled; where there are more, the number in them is enough.
const MOST_LABELLED_COUNTS: usize = 6;
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
    /// Bars of known and possible days, under everything.
    pub bars: Vec<Shape>,
    /// The labels.
    pub labels: Vec<Label>,
    /// The marks.
    pub marks: Vec<Mark>,
}

/// One place in a lane: a mark, or a count of several.
pub(super) struct Spot<'a> {
    pub(super) entries: &'a [Entry],
    pub(super) x: f32,
    pub(super) half_px: f32,
    pub(super) is_count: bool,
    row: usize,
}

impl<'a> Spot<'a> {
    /// The event, unless it is a count.
    pub(super) fn event(&self, events: &'a [Event]) -> Option<(usize, &'a Event)> {
        let entry = self.entries.first().filter(|_| !self.is_count)?;
        events.get(entry.event_index).map(|event| (entry.event_index, event))
    }
}

/// A lane on the way: everything but its height.
struct Draft<'a> {
    lane: &'a LaneIndex,
    spots: Vec<Spot<'a>>,
    texts: Vec<Option<(String, String)>>,
    wishes: Vec<Wish>,
    places: Vec<Place>,
    n_mark_rows: usize,
    n_label_rows: usize,
    most_labels: usize,
}

/// Lays out lanes, marks and labels.
pub fn lay_out_lanes(input: &PlotInput<'_>) -> Plot {
    let most_labels = (labels::MOST_LABELS / input.lanes.len().max(1)).max(1);
    let mut drafts: Vec<_> = input.lanes.iter().map(|lane| draft(input, lane, most_labels)).collect();
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
        emit(input, draft, lane_index, &mut plot);
    }
    plot.labels.truncate(labels::MOST_LABELS);
    plot
}

fn draft<'a>(input: &PlotInput<'a>, lane: &'a LaneIndex, most_labels: usize) -> Draft<'a> {
    let spots = spots(input, lane);
    let n_counts = spots.iter().filter(|spot| spot.is_count).count();
    let text = |spot: &Spot<'a>| {
        if !in_view(input, spot.x) {
            return None;
        }
        match spot.event(input.events) {
            Some((_, event)) => Some((names::label_name(event), names::label_detail(event, input.numbers))),
            None if n_counts <= MOST_LABELLED_COUNTS => count_label(input, spot),
            None => None,
        }
    };
    let texts: Vec<_> = spots.iter().map(text).collect();
    let wishes = spots.iter().zip(&texts).map(|(spot, text)| wish(input, spot, text.as_ref())).collect();
    let n_mark_rows = spots.iter().map(|spot| spot.row + 1).max().unwrap_or(1);
    let mut draft =
        Draft { lane, spots, texts, wishes, places: Vec::new(), n_mark_rows, n_label_rows: 0, most_labels };
    place_labels(input, &mut draft, MOST_LABEL_ROWS);
    draft
}

/// `16 meetings` and the days of the first and the last.
fn count_label(input: &PlotInput<'_>, spot: &Spot<'_>) -> Option<(String, String)> {
    let event = |entry: &Entry| input.events.get(entry.event_index);
    let (_, many) = super::lanes::nouns(event(spot.entries.first()?)?);
    let ends = spot.entries.iter().take(MOST_LOOKED_AT).chain(spot.entries.last());
    let days = ends.filter_map(|entry| known_days(event(entry)?.days)).reduce(DayRange::hull)?;
    Some((format!("{} {many}", spot.entries.len()), dates::short(days)))
}

fn in_view(input: &PlotInput<'_>, x: f32) -> bool {
    input.rect.x <= x && x <= input.rect.right()
}

/// The marks of a lane by time, each in the lowest row that is free; what finds none is gathered into a count.
fn spots<'a>(input: &PlotInput<'a>, lane: &'a LaneIndex) -> Vec<Spot<'a>> {
    let n_rows = n_mark_rows(input);
    let mut row_ends = [f32::NEG_INFINITY; MOST_MARK_ROWS];
    row_ends.iter_mut().skip(n_rows).for_each(|end| *end = f32::INFINITY);
    let mut spots = Vec::new();
    for bin in lane.bins(input.view, input.rect.width, BIN_PX) {
        let parted = if bin.entries.len() > n_rows * 3 { None } else { parted(input, bin, row_ends) };
        if let Some((parted, ends)) = parted {
            spots.extend(parted);
            row_ends = ends;
        } else {
            let x = input.view.x_from_day(bin.centre, input.rect.x, input.rect.width);
            let half_px = marks::pill_px(bin.entries.len()) / 2.0;
            let row = free_row(&row_ends, x - half_px).unwrap_or(0);
            take_row(&mut row_ends, row, x + half_px);
            spots.push(Spot { entries: bin.entries, x, half_px, is_count: true, row });
        }
    }
    spots
}

/// How many marks may stand above each other.
fn n_mark_rows(input: &PlotInput<'_>) -> usize {
    let n_events: usize = input.lanes.iter().map(LaneIndex::n_events).sum();
    match input.heights {
        Heights::ByDemand if n_events <= MANY_EVENTS => MOST_MARK_ROWS,
        Heights::ByDemand => FEW_MARK_ROWS,
        Heights::Equal => {
            let lane_px = input.rect.height / input.lanes.len().max(1) as f32;
            whole_rows((lane_px - LANE_PAD_PX * 2.0) / MARK_ROW_PX).clamp(1, FEW_MARK_ROWS)
        }
    }
}

/// Where the last mark of each row ends.
type RowEnds = [f32; MOST_MARK_ROWS];

/// A mark for each event of a bin, or `None` if they do not fit above each other.
fn parted<'a>(
    input: &PlotInput<'a>,
    bin: Bin<'a>,
    mut row_ends: RowEnds,
) -> Option<(Vec<Spot<'a>>, RowEnds)> {
    let mut spots = Vec::with_capacity(bin.entries.len());
    for entries in bin.entries.chunks(1) {
        let centre = entries.first()?.centre();
        let x = input.view.x_from_day(centre, input.rect.x, input.rect.width);
        let half_px = theme::MARK_RADIUS_PX;
        let row = free_row(&row_ends, x - half_px)?;
        take_row(&mut row_ends, row, x + half_px);
        spots.push(Spot { entries, x, half_px, is_count: false, row });
    }
    Some((spots, row_ends))
}

/// The lowest row that ends before `from`.
fn free_row(row_ends: &RowEnds, from: f32) -> Option<usize> {
    row_ends.iter().position(|&end| end <= from)
}

fn take_row(row_ends: &mut RowEnds, row: usize, to: f32) {
    if let Some(end) = row_ends.get_mut(row) {
        *end = to + theme::MARK_GAP_PX;
    }
}

fn wish(input: &PlotInput<'_>, spot: &Spot<'_>, text: Option<&(String, String)>) -> Wish {
    let event = spot.event(input.events).map(|(_, event)| event);
    let badges_px = event.map_or(2.0, marks::badges_px);
    let (bar_left, bar_right) =
        event.and_then(|event| paint::bar_ends(input, event, spot.x)).unwrap_or((spot.x, spot.x));
    Wish {
        x: spot.x,
        left_px: (spot.x - spot.half_px - 2.0).min(bar_left),
        right_px: (spot.x + spot.half_px + badges_px).max(bar_right),
        label_px: text.map(|lines| label_px(input, lines)),
        importance: event.map_or(COUNT_IMPORTANCE, names::importance),
    }
}

fn label_px(input: &PlotInput<'_>, (name, detail): &(String, String)) -> f32 {
    let name_px = (input.measure)(name, theme::LABEL_PX, Weight::Regular);
    name_px.max((input.measure)(detail, theme::SMALL_PX, Weight::Regular))
}

fn place_labels(input: &PlotInput<'_>, draft: &mut Draft<'_>, n_rows: usize) {
    let room =
        Room { left_px: input.rect.x, right_px: input.rect.right(), n_rows, n_labels: draft.most_labels };
    draft.places = labels::placed(&draft.wishes, room);
    draft.n_label_rows = draft.places.iter().map(|place| place.row).max().unwrap_or(0);
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
    let extra = ((room - sum) / drafts.len().max(1) as f32).min(LABEL_ROW_PX * 1.6);
    wanted.into_iter().map(|height| height + extra).collect()
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
fn emit(input: &PlotInput<'_>, draft: &Draft<'_>, lane_index: usize, plot: &mut Plot) {
    let Some(&lane_rect) = plot.lanes.last() else { return };
    let zone_px = zone_px(draft).min(lane_rect.height);
    let used_px = zone_px + draft.n_label_rows as f32 * LABEL_ROW_PX;
    let top = lane_rect.y + ((lane_rect.height - used_px) / 2.0).max(0.0);
    let zone_top = (top + used_px - zone_px).min(lane_rect.bottom() - zone_px);
    let row_px = MARK_ROW_PX.min(zone_px / draft.n_mark_rows.max(1) as f32);
    let stack_px = (draft.n_mark_rows as f32 - 1.0) * row_px;
    let lowest = zone_top + zone_px.midpoint(stack_px);
    let y_of = |spot: &Spot<'_>| lowest - spot.row as f32 * row_px;
    let at_lane = (draft.lane.lane, lane_index, draft.lane.name.as_str());
    for spot in draft.spots.iter().filter(|spot| in_view(input, spot.x)) {
        paint::spot(input, spot, y_of(spot), at_lane, plot);
    }
    let has_room = lane_rect.height >= LABEL_ROW_PX;
    let ground = input.theme.lane(lane_index);
    let zone = (zone_top, zone_top + zone_px);
    for place in draft.places.iter().filter(|_| has_room) {
        let spot = draft.spots.get(place.wish_index);
        let texts = draft.texts.get(place.wish_index).and_then(Option::as_ref);
        if let (Some(spot), Some(texts)) = (spot, texts) {
            plot.labels.extend(paint::label(input, spot, texts, *place, (y_of(spot), zone, ground)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::{LanesBy, ThemeName, lanes, made};

    fn plot(events: &[Event], view: View, heights: Heights) -> Plot {
        let lanes: Vec<LaneIndex> = lanes(events, LanesBy::Kind, &|_| true)
            .into_iter()
            .map(|lane| LaneIndex::new(events, lane))
            .collect();
        lay_out_lanes(&PlotInput {
            events,
            lanes: &lanes,
            view,
            rect: rect(100.0, 50.0, 1000.0, 600.0),
            heights,
            theme: ThemeName::Dark.theme(),
            measure: &|text, size_px, _| text.chars().count() as f32 * size_px * 0.5,
            numbers: &SourceNumbers::new(),
        })
    }

    #[test]
    fn no_zoom_breaks_it() {
        for events in [Vec::new(), made::crowd(1), made::crowd(3000)] {
            let mut view = View::everything();
            while view.n_days() > 0.01 {
                let plot = plot(&events, view, Heights::Equal);
                assert!(plot.labels.len() <= labels::MOST_LABELS, "{view:?}");
                assert!(plot.marks.iter().all(|mark| mark.rect.x.is_finite()), "{view:?}");
                view = view.zoomed_at(11_000.5, 2.3);
            }
        }
    }

    #[test]
    fn no_two_labels_overlap_at_any_zoom() {
        let events = made::crowd(400);
        let mut view = View::of_days(made::days("2000-01-01", "2024-12-31"));
        for _ in 0..12 {
            for heights in [Heights::Equal, Heights::ByDemand] {
                let labels = plot(&events, view, heights).labels;
                let apart = |a: &Label, b: &Label| a == b || !a.rect.overlaps(b.rect);
                assert!(labels.iter().all(|a| labels.iter().all(|b| apart(a, b))), "{view:?}");
            }
            view = view.zoomed_at(13_000.0, 1.7);
        }
    }

    #[test]
    fn every_event_in_view_is_drawn_or_counted() {
        let events = made::crowd(700);
        let plot = plot(&events, View::of_days(made::days("1999-01-01", "2025-12-31")), Heights::Equal);
        assert_eq!(plot.marks.iter().map(|mark| mark.n_events).sum::<usize>(), 700);
        assert!(plot.marks.iter().any(|mark| mark.n_events > 1), "so many are gathered");
    }
}
