//! The column at the right for events that no article dates: they are shown, but not in time.

use eframe::egui::Rect;

use super::index::on_screens;
use crate::{
    model::Event,
    timeline::{self, LaneIndex, Mark, MarkFill, MarkKind, Plot, Theme, names, theme},
};

/// Width of the column.
pub(super) const WIDTH_PX: f32 = 74.0;
/// Distance between two marks.
const STEP_PX: f32 = 22.0;
const N_COLUMNS: usize = 3;

/// Whether any lane has an event without a date.
pub(super) fn any(lanes: &[LaneIndex]) -> bool {
    lanes.iter().any(|lane| !lane.undated.is_empty())
}

/// Adds the marks of undated events to `plot`, in the column that begins at `left`.
///
/// Lanes outside `seen` are scrolled away and passed over.
pub(super) fn add(
    plot: &mut Plot,
    lanes: &[LaneIndex],
    (events, seen): (&[Event], timeline::Rect),
    left: f32,
    palette: &Theme,
) {
    for (lane_index, lane) in lanes.iter().enumerate() {
        let Some(area) = plot.lanes.get(lane_index).copied().filter(|area| area.overlaps(seen)) else {
            continue;
        };
        let area =
            Rect::from_min_size(eframe::egui::pos2(left, area.y), eframe::egui::vec2(WIDTH_PX, area.height));
        let n_rows = rows(area.height());
        let n_cells = n_rows * N_COLUMNS;
        let fits = lane.undated.len() <= n_cells;
        let n_single = if fits { lane.undated.len() } else { n_cells - 1 };
        let n_used = lane.undated.len().min(n_cells).div_ceil(N_COLUMNS);
        let top = area.center().y - (n_used as f32 - 1.0) * STEP_PX / 2.0;
        let place = |cell: usize| {
            let (column, row) = (cell % N_COLUMNS, cell / N_COLUMNS);
            timeline::point(left + 14.0 + column as f32 * STEP_PX, top + row as f32 * STEP_PX)
        };
        for (cell, event_index) in lane.undated.iter().copied().take(n_single).enumerate() {
            if let Some(event) = events.get(event_index) {
                plot.marks.push(mark(event, event_index, (lane, lane_index), place(cell), palette));
            }
        }
        let rest: Vec<usize> = lane.undated.iter().copied().skip(n_single).collect();
        if let Some(first) = rest.first().and_then(|index| events.get(*index)) {
            let mut mark = mark(first, 0, (lane, lane_index), place(n_single), palette);
            let at = place(n_single);
            let number = timeline::text::middle(
                timeline::point(at.x, at.y + theme::TINY_PX * 0.36),
                format!("+{}", rest.len()),
                theme::TINY_PX,
                palette.text_muted,
            );
            mark.shapes = vec![number.into()];
            mark.name = format!("{} more events without a date, {}", rest.len(), lane.name);
            mark.n_events = rest.len();
            mark.events = rest;
            plot.marks.push(mark);
        }
    }
}

fn mark(
    event: &Event,
    event_index: usize,
    (lane, lane_index): (&LaneIndex, usize),
    at: timeline::Point,
    palette: &Theme,
) -> Mark {
    let kind = MarkKind::seen(event, on_screens());
    let half = theme::MARK_RADIUS_PX + 1.5;
    Mark {
        events: vec![event_index],
        n_events: 1,
        span: (0.0, 0.0),
        kind,
        lane_index,
        lane: lane.lane,
        rect: timeline::rect(at.x - half, at.y - half, half * 2.0, half * 2.0),
        name: names::accessible(event),
        shapes: timeline::glyph(kind, MarkFill::of(event.status), at, theme::MARK_RADIUS_PX, palette),
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to a screen's rows")]
fn rows(height_px: f32) -> usize {
    (height_px / STEP_PX).clamp(1.0, 100.0) as usize
}
