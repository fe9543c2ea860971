//! The time axis: two levels of labels over fine lines.

use super::{
    scene::{Measure, Rect, Shape, Stroke, Weight, point},
    text,
    theme::{self, Theme},
    ticks::Ticks,
    view::View,
};

/// Height of the axis: two rows of labels.
pub const AXIS_PX: f32 = 46.0;

/// Draws the axis in the strip `axis`, with lines down to `bottom`.
pub fn axis(
    ticks: &Ticks,
    view: View,
    axis: Rect,
    bottom: f32,
    (theme, measure): (&Theme, Measure<'_>),
) -> Vec<Shape> {
    let x_of = |instant: f64| view.x_from_day(instant, axis.x, axis.width);
    let mut shapes = Vec::new();
    let has_bands = !ticks.bands.is_empty();
    for tick in &ticks.ticks {
        let x = snapped(x_of(tick.day));
        let (colour, top) = match (has_bands, tick.major) {
            (false, _) => (theme.grid_strong, axis.y + 24.0),
            (true, true) => (theme.grid_strong, axis.y + 2.0),
            (true, false) => (theme.grid, axis.y + 26.0),
        };
        shapes.push(line(x, top, bottom, colour));
        shapes.extend(words(&tick.label, x, axis, has_bands, (theme, measure)));
    }
    let first_x = ticks.ticks.first().map_or_else(|| axis.right(), |tick| x_of(tick.day));
    if let Some(lead) = &ticks.lead
        && axis.x + 10.0 + measure(lead, theme::SMALL_PX, Weight::Bold) <= first_x
    {
        shapes.extend(words(lead, axis.x - 4.0, axis, has_bands, (theme, measure)));
    }
    for band in &ticks.bands {
        if band.start > view.start() {
            let x = snapped(x_of(band.start));
            shapes.push(line(x, axis.y + 2.0, axis.y + 24.0, theme.grid_strong));
        }
        let (left, right) = (x_of(band.start).max(axis.x), x_of(band.end).min(axis.right()));
        if measure(&band.label, theme::LABEL_PX, Weight::Bold) + 8.0 <= right - left {
            let at = point(left + if band.start < view.start() { 1.0 } else { 5.0 }, axis.y + 17.0);
            shapes.push(text::start(at, &*band.label, theme::LABEL_PX, theme.text).bold().into());
        }
    }
    shapes
}

/// The label of a tick, or nothing where it would leave the axis.
fn words(
    label: &str,
    x: f32,
    axis: Rect,
    has_bands: bool,
    (theme, measure): (&Theme, Measure<'_>),
) -> Option<Shape> {
    let (weight, colour) =
        if has_bands { (Weight::Regular, theme.text_muted) } else { (Weight::Bold, theme.text) };
    let fits = x + 5.0 + measure(label, theme::SMALL_PX, weight) <= axis.right();
    let mut text = text::start(point(x + 5.0, axis.y + 39.0), label, theme::SMALL_PX, colour);
    text.weight = weight;
    fits.then(|| text.into())
}

/// The middle of a pixel, so that a fine line stays fine.
fn snapped(x: f32) -> f32 {
    x.floor() + 0.5
}

fn line(x: f32, top: f32, bottom: f32, colour: theme::Rgba) -> Shape {
    Shape::Line {
        points: vec![point(x, top), point(x, bottom)],
        stroke: Stroke::solid(colour, theme::HAIRLINE_PX),
    }
}
