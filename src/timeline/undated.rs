//! A column beside the axis for events that have no date: they are told, but stand at no day.

use std::collections::BTreeSet;

use super::{
    dates,
    index::LaneIndex,
    marks::{self, MarkFill, MarkKind},
    names::{self, SourceNumbers},
    scene::{Label, Mark, Measure, Rect, Scene, Shape, Stroke, Weight, point, rect},
    text,
    theme::{self, Theme},
};
use crate::model::Event;

const COLUMN_PX: f32 = 232.0;
const ROW_PX: f32 = 40.0;

/// The width of the column, 0 where every event has a date.
pub(super) fn width_px(lanes: &[LaneIndex]) -> f32 {
    if lanes.iter().all(|lane| lane.undated.is_empty()) { 0.0 } else { COLUMN_PX }
}

/// Draws the column at the right of the lanes: as many events as a lane has room for, and how many more there are.
pub(super) fn column(
    scene: &mut Scene,
    (events, numbers, on_screens): (&[Event], &SourceNumbers, &BTreeSet<String>),
    (lanes, areas): (&[LaneIndex], &[Rect]),
    column_px: f32,
    (theme, measure): (&Theme, Measure<'_>),
) {
    let (Some(first), Some(last)) = (areas.first(), areas.last()) else { return };
    let left = first.right() + 10.5;
    scene.furniture.push(Shape::Line {
        points: vec![point(left, first.y), point(left, last.bottom())],
        stroke: Stroke::solid(theme.grid_strong, theme::HAIRLINE_PX),
    });
    let head = text::start(point(left + 6.0, first.y - 7.0), "No date", theme::SMALL_PX, theme.text);
    scene.furniture.push(head.bold().into());
    for (lane_index, (lane, area)) in lanes.iter().zip(areas).enumerate() {
        let column = rect(left + 6.0, area.y, column_px - 20.0, area.height);
        let n_rows = n_rows(area.height);
        let n_shown =
            if lane.undated.len() <= n_rows { lane.undated.len() } else { n_rows.saturating_sub(1) };
        let n_drawn_rows = n_shown + usize::from(n_shown < lane.undated.len());
        let top = column.y + (column.height - n_drawn_rows as f32 * ROW_PX) / 2.0;
        for (row, &event_index) in lane.undated.iter().take(n_shown).enumerate() {
            if let Some(event) = events.get(event_index) {
                let y = top + (row as f32 + 0.5) * ROW_PX;
                let kind = MarkKind::seen(event, on_screens);
                scene.marks.push(mark(
                    (event_index, event, kind),
                    (lane, lane_index),
                    (column.x + 8.0, y),
                    theme,
                ));
                scene.labels.push(label((event_index, event), numbers, column, y, (theme, measure)));
            }
        }
        let n_left = lane.undated.len() - n_shown;
        if n_left > 0 {
            let at = point(column.x, top + (n_shown as f32 + 0.5) * ROW_PX + 5.0);
            let words =
                if n_shown == 0 { format!("{n_left} without a date") } else { format!("and {n_left} more") };
            scene.furniture.push(text::start(at, words, theme::SMALL_PX, theme.text_muted).into());
        }
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to a few rows before")]
fn n_rows(height_px: f32) -> usize {
    (height_px / ROW_PX).clamp(0.0, 50.0) as usize
}

fn mark(
    (event_index, event, kind): (usize, &Event, MarkKind),
    (lane, lane_index): (&LaneIndex, usize),
    (x, y): (f32, f32),
    theme: &Theme,
) -> Mark {
    let (at, half) = (point(x, y), theme::MARK_RADIUS_PX + 1.5);
    let radius_px = marks::radius_px(event);
    let mut shapes = marks::glyph(kind, MarkFill::of(event.status), at, radius_px, theme);
    shapes.extend(marks::badges(event, 0, at, radius_px, theme));
    Mark {
        events: vec![event_index],
        n_events: 1,
        span: (0.0, 0.0),
        kind,
        lane_index,
        lane: lane.lane,
        rect: rect(x - half, y - half, half * 2.0, half * 2.0),
        name: names::accessible_as(event, kind, dates::Format::default()),
        shapes,
    }
}

fn label(
    (event_index, event): (usize, &Event),
    numbers: &SourceNumbers,
    column: Rect,
    y: f32,
    (theme, measure): (&Theme, Measure<'_>),
) -> Label {
    let (x, room) = (column.x + 24.0, column.width - 24.0);
    let fitted = |words: &str, size_px| text::fitted(words, size_px, Weight::Regular, room, measure);
    let name = fitted(&names::label_name(event), theme::LABEL_PX);
    let detail = fitted(&names::label_detail(event, numbers, dates::Format::default()), theme::SMALL_PX);
    Label {
        event_index,
        rect: rect(x, y - 19.0, room, 38.0),
        shapes: vec![
            text::start(point(x, y - 3.0), name, theme::LABEL_PX, theme.text).into(),
            text::start(point(x, y + 14.0), detail, theme::SMALL_PX, theme.text_muted).into(),
        ],
    }
}
