//! Where the marks of a lane stand: each in the lowest row that is free, what finds none gathered into a count.

use super::{
    index::{Bin, Entry, LaneIndex},
    marks,
    plot::{Heights, LABEL_ROW_PX, LANE_PAD_PX, MARK_ROW_PX, PlotInput, whole_rows},
    theme,
};
use crate::model::Event;

/// Most marks above each other; more are gathered.
const MOST_MARK_ROWS: usize = 8;
/// The same where there are so many events that stacks would fill the picture, or lanes of fixed height.
const FEW_MARK_ROWS: usize = 4;
/// How many events are so many.
const MANY_EVENTS: usize = 120;
/// Least width of what is gathered: that of a count of three digits.
const BIN_PX: f64 = 38.0;
/// How far a count may stand later than its events, so that it touches none.
const MOST_LATE_PX: f32 = 14.0;
/// The same where no other row is free.
const CROWDED_LATE_PX: f32 = 34.0;

/// One place in a lane: a mark, or a count of several.
pub(super) struct Spot<'a> {
    pub(super) entries: &'a [Entry],
    pub(super) x: f32,
    pub(super) half_px: f32,
    pub(super) is_count: bool,
    pub(super) row: usize,
}

impl<'a> Spot<'a> {
    /// The event, unless it is a count.
    pub(super) fn event(&self, events: &'a [Event]) -> Option<(usize, &'a Event)> {
        let entry = self.entries.first().filter(|_| !self.is_count)?;
        events.get(entry.event_index).map(|event| (entry.event_index, event))
    }
}

/// The marks of a lane by time, each in the lowest row that is free; what finds none is gathered into a count.
pub(super) fn spots<'a>(input: &PlotInput<'a>, lane: &'a LaneIndex, height: Option<f32>) -> Vec<Spot<'a>> {
    let n_rows = n_mark_rows(input, height);
    let mut row_ends = [f32::NEG_INFINITY; MOST_MARK_ROWS];
    row_ends.iter_mut().skip(n_rows).for_each(|end| *end = f32::INFINITY);
    let mut spots = Vec::new();
    for bin in lane.bins(input.scale, BIN_PX) {
        let parted = if bin.entries.len() > n_rows * 3 { None } else { parted(input, bin, row_ends) };
        if let Some((parted, ends)) = parted {
            spots.extend(parted);
            row_ends = ends;
        } else {
            let half_px = marks::pill_px(bin.entries.len()) / 2.0;
            let (row, x) = place_of_count(input, bin, half_px, &row_ends);
            take_row(&mut row_ends, row, x + half_px);
            // One that finds no row of its own is still no count.
            let is_count = bin.entries.len() > 1;
            spots.push(Spot { entries: bin.entries, x, half_px, is_count, row });
        }
    }
    spots
}

/// How many marks may stand above each other.
fn n_mark_rows(input: &PlotInput<'_>, height: Option<f32>) -> usize {
    let n_events: usize = input.lanes.iter().map(LaneIndex::n_events).sum();
    let most = if n_events <= MANY_EVENTS { MOST_MARK_ROWS } else { FEW_MARK_ROWS };
    let in_height = |height: f32| whole_rows((height - LANE_PAD_PX * 2.0) / MARK_ROW_PX);
    match (input.heights, height) {
        // Where there is room for both, marks leave a row to the labels.
        (_, Some(height)) => in_height(height - LABEL_ROW_PX).clamp(1, most),
        (Heights::Equal, None) => {
            in_height(input.rect.height / input.lanes.len().max(1) as f32).clamp(1, FEW_MARK_ROWS)
        }
        (Heights::ByDemand | Heights::Given(_), None) => most,
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
        let entry = entries.first()?;
        let x = input.scale.x_from_day(entry.centre());
        let half_px = theme::MARK_RADIUS_PX;
        let (before_px, after_px) = input.events.get(entry.event_index).map_or((0.0, 0.0), marks::beside_px);
        let row = free_row(&row_ends, x - half_px - before_px)?;
        take_row(&mut row_ends, row, x + half_px + after_px);
        spots.push(Spot { entries, x, half_px, is_count: false, row });
    }
    Some((spots, row_ends))
}

/// The row and the middle of a count: amid its events, and a little later where the mark before it reaches so far.
fn place_of_count(input: &PlotInput<'_>, bin: Bin<'_>, half_px: f32, row_ends: &RowEnds) -> (usize, f32) {
    let x_of = |entry: &Entry| input.scale.x_from_day(entry.centre());
    let (first, last) = (bin.entries.first().map_or(bin.x, x_of), bin.entries.last().map_or(bin.x, x_of));
    let x = bin.x.max(first).min(last.max(first));
    let late_px = |row: usize| row_ends.get(row).map_or(0.0, |end| end + half_px - x);
    if late_px(0) <= MOST_LATE_PX {
        return (0, x + late_px(0).max(0.0));
    }
    if let Some(row) = free_row(row_ends, x - half_px) {
        return (row, x);
    }
    // None is free: where it must move least, if that is not into another bin.
    let soonest = (0..row_ends.len()).min_by(|a, b| late_px(*a).total_cmp(&late_px(*b))).unwrap_or(0);
    if late_px(soonest) < CROWDED_LATE_PX { (soonest, x + late_px(soonest)) } else { (0, x) }
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
