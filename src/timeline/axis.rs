//! The time axis: two levels of labels over fine lines, and where a click on a label zooms to.

use super::{
    dates,
    scale::Scale,
    scene::{Measure, Rect, Shape, Stroke, Weight, point, rect},
    text,
    theme::{self, Theme},
    ticks::{Tick, Ticks},
    view::day_of,
};
use crate::model::DayRange;

/// Height of the axis: two rows of labels.
pub const AXIS_PX: f32 = 46.0;
/// Where the upper row ends and the lower begins.
const ROWS_PX: f32 = 24.0;

/// A label of the axis that can be clicked.
#[derive(Clone, Debug, PartialEq)]
pub struct DateLabel {
    /// Where it can be hit.
    pub rect: Rect,
    /// What it stands for, as instants.
    pub span: (f64, f64),
    /// Its name: `November 2022`.
    pub name: String,
}

/// The axis, drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Axis {
    /// Lines and labels.
    pub shapes: Vec<Shape>,
    /// The labels that stand on it.
    pub labels: Vec<DateLabel>,
}

/// What is drawn, and with what.
struct Drawing<'a> {
    axis: Axis,
    scale: Scale<'a>,
    area: Rect,
    has_bands: bool,
    theme: &'a Theme,
    measure: Measure<'a>,
}

/// Draws the axis in the strip `area`, with lines down to `bottom`.
pub fn axis(
    ticks: &Ticks,
    scale: Scale<'_>,
    area: Rect,
    bottom: f32,
    (theme, measure): (&Theme, Measure<'_>),
) -> Axis {
    let has_bands = !ticks.bands.is_empty();
    let mut drawing = Drawing { axis: Axis::default(), scale, area, has_bands, theme, measure };
    for tick in &ticks.ticks {
        let x = snapped(scale.x_from_day(tick.day));
        let (colour, top) = match (has_bands, tick.major) {
            (false, _) => (theme.grid_strong, area.y + ROWS_PX),
            (true, true) => (theme.grid_strong, area.y + 2.0),
            (true, false) => (theme.grid, area.y + ROWS_PX + 2.0),
        };
        drawing.axis.shapes.push(line(x, top, bottom, colour));
        drawing.words(tick, x);
    }
    let first_x = ticks.ticks.first().map_or_else(|| area.right(), |tick| scale.x_from_day(tick.day));
    if let Some(lead) = &ticks.lead
        && area.x + 10.0 + measure(&lead.label, theme::SMALL_PX, Weight::Bold) <= first_x
    {
        drawing.words(lead, area.x - 4.0);
    }
    for band in &ticks.bands {
        drawing.band(&band.label, (band.start, band.end));
    }
    drawing.breaks(bottom);
    drawing.axis
}

impl Drawing<'_> {
    /// The label of a tick, or nothing where it would leave the axis or run into a break.
    fn words(&mut self, tick: &Tick, x: f32) {
        let (weight, colour) = if self.has_bands {
            (Weight::Regular, self.theme.text_muted)
        } else {
            (Weight::Bold, self.theme.text)
        };
        let width = (self.measure)(&tick.label, theme::SMALL_PX, weight);
        let right = x + 5.0 + width;
        let at_break = self.scale.folds_shown().any(|fold| {
            let left = self.scale.x_from_day(fold.start);
            x <= left && left < right
        });
        if right > self.area.right() || at_break {
            return;
        }
        let mut text =
            text::start(point(x + 5.0, self.area.y + 39.0), tick.label.as_str(), theme::SMALL_PX, colour);
        text.weight = weight;
        self.axis.shapes.push(text.into());
        self.axis.labels.push(DateLabel {
            rect: rect(x + 1.0, self.area.y + ROWS_PX, width + 8.0, self.area.height - ROWS_PX),
            span: (tick.day, tick.end),
            name: spoken(tick.day, tick.end),
        });
    }

    fn band(&mut self, label: &str, (start, end): (f64, f64)) {
        if start > self.scale.start() {
            let x = snapped(self.scale.x_from_day(start));
            let bottom = self.area.y + ROWS_PX;
            self.axis.shapes.push(line(x, self.area.y + 2.0, bottom, self.theme.grid_strong));
        }
        let (left, right) = (self.scale.x_inside(start), self.scale.x_inside(end));
        let width = (self.measure)(label, theme::LABEL_PX, Weight::Bold);
        if width + 8.0 <= right - left {
            let x = left + if start < self.scale.start() { 1.0 } else { 5.0 };
            let at = point(x, self.area.y + 17.0);
            self.axis.shapes.push(text::start(at, label, theme::LABEL_PX, self.theme.text).bold().into());
            self.axis.labels.push(DateLabel {
                rect: rect(x - 2.0, self.area.y, width + 6.0, ROWS_PX - 1.0),
                span: (start, end),
                name: spoken(start, end),
            });
        }
    }

    /// A folded stretch: two broken edges through the lanes, and how much is left out between them.
    fn breaks(&mut self, bottom: f32) {
        for fold in self.scale.folds_shown() {
            let (left, right) = (self.scale.x_inside(fold.start), self.scale.x_inside(fold.end));
            let top = self.area.y + ROWS_PX;
            let band = rect(left, top, right - left, bottom - top);
            let paper =
                Shape::Rect { rect: band, corner_px: 0.0, fill: Some(self.theme.raised), stroke: None };
            self.axis.shapes.push(paper);
            for x in [left, right] {
                if self.area.x < x && x < self.area.right() {
                    self.axis.shapes.push(zigzag(x, (top, bottom), self.theme));
                }
            }
            let words = left_out(fold.end - fold.start);
            let width = (self.measure)(&words, theme::TINY_PX, Weight::Regular);
            if width + 6.0 <= right - left {
                let at = point(left.midpoint(right), self.area.y + 38.0);
                self.axis.shapes.push(text::middle(at, words, theme::TINY_PX, self.theme.text_muted).into());
            }
        }
    }
}

/// How long a folded stretch is: `12 years`, `7 months`.
fn left_out(n_days: f64) -> String {
    let (n, unit) = if n_days >= 730.0 {
        (n_days / 365.25, "years")
    } else if n_days >= 61.0 {
        (n_days / 30.44, "months")
    } else {
        (n_days, "days")
    };
    format!("{n:.0} {unit}")
}

/// The name of a stretch that begins and ends with days.
fn spoken(start: f64, end: f64) -> String {
    let days = DayRange::new(day_of(start), day_of(end - 1.0));
    days.map_or_else(String::new, dates::long)
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

/// A torn edge from top to bottom.
fn zigzag(x: f32, (top, bottom): (f32, f32), theme: &Theme) -> Shape {
    let mut points = Vec::new();
    let (mut y, mut side) = (top, 2.5);
    while y < bottom {
        points.push(point(x + side, y));
        (y, side) = (y + 7.0, -side);
    }
    points.push(point(x, bottom));
    Shape::Line { points, stroke: Stroke::solid(theme.leader, theme::HAIRLINE_PX) }
}
