//! The legend: only what occurs in the picture.

use std::collections::BTreeSet;

use super::{
    coverage::is_drawn,
    marks::{self, MarkFill, MarkKind},
    names,
    scene::{Measure, Point, Shape, Weight, point},
    text,
    theme::{self, Rgba, Theme},
};
use crate::model::{Day, Event, Form, Precision, Review, Status};

/// An entry of a legend: something drawn, and what it means.
struct Entry {
    shapes: Vec<Shape>,
    half_px: f32,
    words: String,
}

/// What occurs among some events.
#[expect(clippy::struct_excessive_bools, reason = "independent things that may occur")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Occurring {
    kinds: BTreeSet<MarkKind>,
    fills: BTreeSet<MarkFill>,
    is_smaller: bool,
    is_wide: bool,
    is_several: bool,
    is_conflicting: bool,
    is_reviewed: bool,
    is_gathered: bool,
    is_untold: bool,
}

impl Occurring {
    /// The same, where every plan lies before the day that the newest article was written: nobody tells its outcome.
    #[must_use]
    pub fn with_plans(mut self, events: &[&Event], newest: Option<Day>) -> Self {
        let mut plans = events.iter().filter(|event| event.status == Status::Planned).peekable();
        let past = |event: &&&Event| newest.is_some_and(|newest| event.days.last() < newest);
        self.is_untold = plans.peek().is_some() && plans.all(|event| past(&event));
        self
    }

    /// Looks through the events that are drawn.
    pub fn of(events: &[&Event], on_screens: &BTreeSet<String>, is_gathered: bool) -> Self {
        let mut found = Self { is_gathered, ..Self::default() };
        for event in events {
            found.kinds.insert(MarkKind::seen(event, on_screens));
            found.fills.insert(MarkFill::of(event.status));
            found.is_smaller |= matches!(event.form, Form::Forum | Form::Ceremony);
            found.is_wide |= event.precision != Precision::Day && is_drawn(event);
            found.is_several |= names::n_sources(event) > 1;
            found.is_conflicting |= !event.conflicts.is_empty();
            found.is_reviewed |= matches!(event.review, Review::Confirmed | Review::Edited);
        }
        found
    }
}

/// Draws a legend from `at` (its first middle line) in lines up to `width_px` wide; returns its shapes and height.
pub fn legend(
    occurring: &Occurring,
    at: Point,
    width_px: f32,
    (theme, measure): (&Theme, Measure<'_>),
) -> (Vec<Shape>, f32) {
    let mut shapes = Vec::new();
    let (mut x, mut y) = (at.x, at.y);
    for entry in entries(occurring, theme) {
        let words_px = measure(&entry.words, theme::SMALL_PX, Weight::Regular);
        let entry_px = entry.half_px * 2.0 + 7.0 + words_px;
        if x > at.x && x + entry_px > at.x + width_px {
            (x, y) = (at.x, y + ROW_PX);
        }
        let centre = point(x + entry.half_px, y);
        shapes.extend(entry.shapes.into_iter().map(|shape| moved(shape, centre)));
        let words_at = point(x + entry.half_px * 2.0 + 7.0, y + 4.8);
        shapes.push(text::start(words_at, entry.words, theme::SMALL_PX, theme.text_muted).into());
        x += entry_px + 24.0;
    }
    (shapes, y - at.y + ROW_PX)
}

const ROW_PX: f32 = 24.0;
const HERE: Point = point(0.0, 0.0);

fn entries(occurring: &Occurring, theme: &Theme) -> Vec<Entry> {
    let r = theme::MARK_RADIUS_PX;
    let entry = |shapes, half_px, words: &str| Entry { shapes, half_px, words: words.to_owned() };
    let mut entries: Vec<Entry> = occurring
        .kinds
        .iter()
        .map(|&kind| entry(marks::glyph(kind, MarkFill::Filled, HERE, r, theme), r, kind.name()))
        .collect();
    let plain = Theme { marks: [theme.text_muted; 5], ..*theme };
    if occurring.fills.iter().any(|&fill| fill != MarkFill::Filled) {
        for &fill in &occurring.fills {
            let kind = MarkKind::Attended;
            let half_px = if fill == MarkFill::Struck { r + 4.0 } else { r };
            let untold = occurring.is_untold && fill == MarkFill::Hollow;
            let words = if untold { "planned, outcome not in these articles" } else { fill.name() };
            entries.push(entry(marks::glyph(kind, fill, HERE, r, &plain), half_px, words));
        }
    }
    if occurring.is_smaller {
        let small = theme::SMALL_MARK_RADIUS_PX;
        let shapes = marks::glyph(MarkKind::Attended, MarkFill::Filled, HERE, small, &plain);
        entries.push(entry(shapes, small, "smaller: forum or ceremony, not counted as a summit"));
    }
    if occurring.is_wide {
        entries.push(entry(fading(theme.text_muted), 20.0, "possible days"));
    }
    if occurring.is_several {
        let number = text::middle(point(0.0, 4.0), "2", theme::TINY_PX, theme.text_muted);
        entries.push(entry(vec![number.into()], 4.0, "independent sources"));
    }
    if occurring.is_conflicting {
        entries.push(entry(vec![marks::warning(point(0.0, 4.0), theme)], 5.0, "articles disagree"));
    }
    if occurring.is_reviewed {
        entries.push(entry(vec![marks::check(point(0.0, 1.0), theme)], 5.0, "confirmed by a person"));
    }
    if occurring.is_gathered {
        entries.push(entry(
            marks::pill(12, HERE, theme.text_muted, theme),
            14.0,
            "so many, too close to part",
        ));
    }
    entries
}

fn fading(colour: Rgba) -> Vec<Shape> {
    let (strong, weak) = (colour.with_alpha(120), colour.with_alpha(18));
    let y = -theme::BAR_HEIGHT_PX / 2.0;
    let half = |x, left, right| Shape::Fade {
        rect: super::scene::rect(x, y, 20.0, theme::BAR_HEIGHT_PX),
        left,
        right,
    };
    vec![half(-20.0, weak, strong), half(0.0, strong, weak)]
}

/// The shape moved by `by`.
fn moved(shape: Shape, by: Point) -> Shape {
    let shift = |at: Point| point(at.x + by.x, at.y + by.y);
    let all = |points: Vec<Point>| points.into_iter().map(shift).collect();
    match shape {
        Shape::Line { points, stroke } => Shape::Line { points: all(points), stroke },
        Shape::Circle { centre, radius_px, fill, stroke } => {
            Shape::Circle { centre: shift(centre), radius_px, fill, stroke }
        }
        Shape::Rect { mut rect, corner_px, fill, stroke } => {
            (rect.x, rect.y) = (rect.x + by.x, rect.y + by.y);
            Shape::Rect { rect, corner_px, fill, stroke }
        }
        Shape::Polygon { points, fill, stroke } => Shape::Polygon { points: all(points), fill, stroke },
        Shape::Fade { mut rect, left, right } => {
            (rect.x, rect.y) = (rect.x + by.x, rect.y + by.y);
            Shape::Fade { rect, left, right }
        }
        Shape::Text(mut text) => {
            text.at = shift(text.at);
            Shape::Text(text)
        }
    }
}
