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
        let x = x_of(tick.day);
        let (colour, top) = if tick.major || !has_bands {
            (theme.grid_strong, if has_bands { axis.y } else { axis.y + 22.0 })
        } else {
            (theme.grid, axis.y + 24.0)
        };
        shapes.push(line(x, top, bottom, colour));
        let weight = if has_bands { Weight::Regular } else { Weight::Bold };
        if x + 5.0 + measure(&tick.label, theme::SMALL_PX, weight) <= axis.right() {
            let mut words =
                text::start(point(x + 5.0, axis.y + 40.0), &*tick.label, theme::SMALL_PX, theme.text_muted);
            words.weight = weight;
            if !has_bands {
                words.colour = theme.text;
            }
            shapes.push(words.into());
        }
    }
    for band in &ticks.bands {
        let (left, right) = (x_of(band.start).max(axis.x), x_of(band.end).min(axis.right()));
        if measure(&band.label, theme::LABEL_PX, Weight::Bold) + 8.0 <= right - left {
            let at = point(left + 5.0, axis.y + 17.0);
            shapes.push(text::start(at, &*band.label, theme::LABEL_PX, theme.text).bold().into());
        }
    }
    shapes
}

fn line(x: f32, top: f32, bottom: f32, colour: theme::Rgba) -> Shape {
    Shape::Line {
        points: vec![point(x, top), point(x, bottom)],
        stroke: Stroke::solid(colour, theme::HAIRLINE_PX),
    }
}
