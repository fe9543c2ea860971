//! Draws what a plot has placed: marks, counts, bars of days, labels.

use super::{
    labels::{Place, Side},
    lanes::Lane,
    marks::{self, MarkFill, MarkKind},
    names,
    plot::{LABEL_ROW_PX, Plot, PlotInput},
    scene::{Anchor, Label, Mark, Shape, Stroke, Text, Weight, point, rect},
    spots::Spot,
    theme::{self, Rgba},
};
use crate::model::{Event, Precision};

/// Most events that a count lists.
const MOST_GATHERED: usize = 64;
/// How far a bar reaches on the side where no end is known.
const OPEN_PX: f32 = 70.0;

/// Draws the mark or the count of a spot, with its bar.
pub(super) fn spot(
    input: &PlotInput<'_>,
    spot: &Spot<'_>,
    y: f32,
    (lane, lane_index, lane_name): (Option<Lane>, usize, &str),
    plot: &mut Plot,
) {
    let at = point(spot.x, y);
    let half = theme::MARK_RADIUS_PX + 1.5;
    let half_width = half.max(spot.half_px);
    let (Some(first), Some(last)) = (spot.entries.first(), spot.entries.last()) else { return };
    let Some(event) = input.events.get(first.event_index) else { return };
    let kind = MarkKind::seen(event, input.on_screens);
    let (name, shapes) = if spot.is_count {
        let name = format!("{} events, {lane_name}, zoom in to part them", spot.entries.len());
        // Where lanes are not by kind, a count may be of several.
        let colour = if lane.is_some() { input.theme.mark(kind) } else { input.theme.text_muted };
        (name, marks::pill(spot.entries.len(), at, colour, input.theme))
    } else {
        plot.bars.extend(bar(input, event, spot.x, y));
        let radius_px = marks::radius_px(event);
        let mut shapes = marks::glyph(kind, MarkFill::of(event.status), at, radius_px, input.theme);
        shapes.extend(marks::badges(event, names::n_sources(event), at, radius_px, input.theme));
        (names::accessible_as(event, kind, input.dates), shapes)
    };
    plot.marks.push(Mark {
        events: spot.entries.iter().take(MOST_GATHERED).map(|entry| entry.event_index).collect(),
        n_events: spot.entries.len(),
        span: (first.centre(), last.centre()),
        kind,
        lane_index,
        lane,
        rect: rect(at.x - half_width, y - half, half_width * 2.0, half * 2.0),
        name,
        shapes,
    });
}

/// Where the bar of an event begins and ends, or `None` if its days are no wider than its mark.
pub(super) fn bar_ends(input: &PlotInput<'_>, event: &Event, x: f32) -> Option<(f32, f32)> {
    let x_of = |instant: f64| input.scale.x_inside(instant);
    let (first, last) = (event.days.start(), event.days.end());
    let left = first.map_or_else(|| (x - OPEN_PX).max(input.rect.x), |day| x_of(f64::from(day.epoch_days())));
    let right = last
        .map_or_else(|| (x + OPEN_PX).min(input.rect.right()), |day| x_of(f64::from(day.epoch_days()) + 1.0));
    (right - left > theme::MARK_RADIUS_PX * 2.0 + 2.0).then_some((left, right))
}

/// The bar of an event: whole for known days, fading for possible ones.
fn bar(input: &PlotInput<'_>, event: &Event, x: f32, y: f32) -> Vec<Shape> {
    let Some((left, right)) = bar_ends(input, event, x) else { return Vec::new() };
    let colour = input.theme.mark(MarkKind::of(event));
    let y = y - theme::BAR_HEIGHT_PX / 2.0;
    if event.precision == Precision::Day && event.days.is_bounded() {
        return vec![Shape::Rect {
            rect: rect(left, y, right - left, theme::BAR_HEIGHT_PX),
            corner_px: theme::BAR_HEIGHT_PX / 2.0,
            fill: Some(colour.with_alpha(110)),
            stroke: None,
        }];
    }
    let (strong, weak) = (colour.with_alpha(130), colour.with_alpha(14));
    let half = |left: f32, right: f32, from, to| Shape::Fade {
        rect: rect(left, y, (right - left).max(0.0), theme::BAR_HEIGHT_PX),
        left: from,
        right: to,
    };
    vec![half(left, x, weak, strong), half(x, right, strong, weak)]
}

/// Draws a label at its place, on a ground that keeps the axis' lines out of its words.
pub(super) fn label(
    input: &PlotInput<'_>,
    spot: &Spot<'_>,
    (name, detail): &(String, String),
    place: Place,
    (mark_y, (zone_top, zone_bottom), ground): (f32, (f32, f32), Rgba),
) -> Option<Label> {
    let event_index = spot.entries.first()?.event_index;
    let top = if place.row == 0 {
        (mark_y - 19.0).min(zone_bottom - 38.0).max(zone_top)
    } else {
        zone_top - place.row as f32 * LABEL_ROW_PX
    };
    let bounds = rect(place.left_px, top, place.right_px - place.left_px, 38.0);
    let mut shapes = vec![Shape::Rect {
        rect: rect(bounds.x - 2.0, bounds.y + 1.0, bounds.width + 4.0, bounds.height - 2.0),
        corner_px: 0.0,
        fill: Some(ground),
        stroke: None,
    }];
    if place.row > 0 {
        shapes.push(Shape::Line {
            points: vec![point(spot.x, top + 3.0), point(spot.x, mark_y)],
            stroke: Stroke::solid(input.theme.leader, theme::HAIRLINE_PX),
        });
    }
    let (x, anchor) = match place.side {
        Side::Right => (place.left_px, Anchor::Start),
        Side::Left => (place.right_px, Anchor::End),
    };
    let line = |y: f32, text: &str, size_px, colour| {
        Shape::Text(Text {
            at: point(x, y),
            text: text.to_owned(),
            size_px,
            weight: Weight::Regular,
            anchor,
            colour,
        })
    };
    shapes.push(line(top + 16.0, name, theme::LABEL_PX, input.theme.text));
    shapes.push(line(top + 33.0, detail, theme::SMALL_PX, input.theme.text_muted));
    Some(Label { event_index, rect: bounds, shapes })
}
