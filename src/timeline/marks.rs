//! What a mark looks like: its shape tells kind and participation, its fill the status.

use std::collections::BTreeSet;

use super::{
    figures::{cross, diamond, notched},
    scene::{Point, Shape, Stroke, point, rect},
    theme::{self, Rgba, Theme},
};
use crate::model::{Event, Form, Kind, Participation, Review, Status};

/// The shapes of marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MarkKind {
    /// A disc.
    Attended,
    /// A disc with a notch.
    LeftEarly,
    /// A ring with a dot.
    Virtual,
    /// A ring with three dots: the whole summit was held on screens.
    VirtualForAll,
    /// A cross.
    Skipped,
    /// A diamond.
    Meeting,
    /// A small square.
    Call,
}

/// How a mark is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MarkFill {
    /// It happened.
    Filled,
    /// It is planned.
    Hollow,
    /// It is speculated or alleged.
    Dashed,
    /// It is denied or cancelled.
    Struck,
}

impl MarkKind {
    /// All of them, in the order of a legend.
    pub const ALL: [Self; 7] = [
        Self::Attended,
        Self::LeftEarly,
        Self::Virtual,
        Self::VirtualForAll,
        Self::Skipped,
        Self::Meeting,
        Self::Call,
    ];

    /// The shape of an event's mark.
    pub const fn of(event: &Event) -> Self {
        match (event.kind, event.participation) {
            (Kind::Summit, Participation::Attended) if event.left_early => Self::LeftEarly,
            (Kind::Summit, Participation::Attended) => Self::Attended,
            (Kind::Summit, Participation::Virtual) => Self::Virtual,
            (Kind::Summit, Participation::Skipped) => Self::Skipped,
            (Kind::Meeting, _) => Self::Meeting,
            (Kind::Call, _) => Self::Call,
        }
    }

    /// The same, told from the summits that were held `on_screens` for everybody, by their editions' ids.
    pub fn seen(event: &Event, on_screens: &BTreeSet<String>) -> Self {
        let is_on_screens = event.edition.as_ref().is_some_and(|edition| on_screens.contains(edition));
        match Self::of(event) {
            Self::Virtual if is_on_screens => Self::VirtualForAll,
            kind => kind,
        }
    }

    /// What a legend says.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Attended => "attended",
            Self::LeftEarly => "left early",
            Self::Virtual => "by video",
            Self::VirtualForAll => "by video, as everybody",
            Self::Skipped => "skipped",
            Self::Meeting => "meeting",
            Self::Call => "call",
        }
    }

    /// A word for file formats and tests.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Attended => "attended",
            Self::LeftEarly => "left-early",
            Self::Virtual => "virtual",
            Self::VirtualForAll => "virtual-for-all",
            Self::Skipped => "skipped",
            Self::Meeting => "meeting",
            Self::Call => "call",
        }
    }
}

impl MarkFill {
    /// All of them, in the order of a legend.
    pub const ALL: [Self; 4] = [Self::Filled, Self::Hollow, Self::Dashed, Self::Struck];

    /// The fill for a status.
    pub const fn of(status: Status) -> Self {
        match status {
            Status::Happened => Self::Filled,
            Status::Planned => Self::Hollow,
            Status::Speculated | Status::Alleged => Self::Dashed,
            Status::Denied | Status::Cancelled => Self::Struck,
        }
    }

    /// What a legend says.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Filled => "happened",
            Self::Hollow => "planned",
            Self::Dashed => "speculated or alleged",
            Self::Struck => "denied or cancelled",
        }
    }

    /// A word for file formats and tests.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Filled => "filled",
            Self::Hollow => "hollow",
            Self::Dashed => "dashed",
            Self::Struck => "struck",
        }
    }
}

/// The radius of an event's mark; forums and ceremonies are smaller, since they are no summits.
pub(super) const fn radius_px(event: &Event) -> f32 {
    match event.form {
        Form::Forum | Form::Ceremony => theme::SMALL_MARK_RADIUS_PX,
        _ => theme::MARK_RADIUS_PX,
    }
}

/// The shapes of a mark alone, as in a legend.
pub fn glyph(kind: MarkKind, fill: MarkFill, at: Point, radius_px: f32, theme: &Theme) -> Vec<Shape> {
    let colour = theme.mark(kind);
    let paper = theme.background;
    let inside = if fill == MarkFill::Filled { colour } else { paper };
    let stroke = match fill {
        MarkFill::Dashed => Stroke::dashed(colour, theme::OUTLINE_PX * 0.85, theme::DASHES_PX),
        _ => Stroke::solid(colour, theme::OUTLINE_PX * 0.85),
    };
    let mut shapes = vec![halo(kind, at, radius_px, paper)];
    match kind {
        MarkKind::Attended => shapes.push(circle(at, radius_px - 0.85, inside, stroke)),
        MarkKind::LeftEarly => shapes.push(polygon(notched(at, radius_px - 0.4), inside, stroke)),
        MarkKind::Virtual => {
            shapes.push(circle(at, radius_px - 0.85, paper, stroke));
            shapes.push(circle(at, radius_px * 0.38, inside, Stroke::solid(colour, 1.2)));
        }
        MarkKind::VirtualForAll => {
            shapes.push(circle(at, radius_px - 0.85, paper, stroke));
            for dx in [-0.46, 0.0, 0.46] {
                let dot = point(at.x + radius_px * dx, at.y);
                shapes.push(circle(dot, radius_px * 0.13, inside, Stroke::solid(colour, 0.9)));
            }
        }
        MarkKind::Skipped => shapes.push(polygon(cross(at, radius_px), inside, thin(stroke))),
        MarkKind::Meeting => shapes.push(polygon(diamond(at, radius_px + 0.6), inside, stroke)),
        MarkKind::Call => shapes.push(square(at, radius_px * 0.74, inside, stroke)),
    }
    if fill == MarkFill::Struck {
        shapes.push(strike(at, radius_px, theme));
    }
    shapes
}

/// The width of a gathered count.
pub(super) fn pill_px(n: usize) -> f32 {
    15.0 + count(n).len() as f32 * 6.5
}

/// A gathered count: a pill with a number, in the colour of its lane.
pub(super) fn pill(n: usize, at: Point, colour: Rgba, theme: &Theme) -> Vec<Shape> {
    let (width_px, height_px) = (pill_px(n), theme::MARK_RADIUS_PX * 2.0 + 3.0);
    let number_at = point(at.x, at.y + theme::TINY_PX * 0.37);
    vec![
        Shape::Rect {
            rect: rect(at.x - width_px / 2.0, at.y - height_px / 2.0, width_px, height_px),
            corner_px: height_px / 2.0,
            fill: Some(theme.background),
            stroke: Some(Stroke::solid(colour, theme::OUTLINE_PX * 0.75)),
        },
        super::text::middle(number_at, count(n), theme::TINY_PX, colour).bold().into(),
    ]
}

/// A count that fits a pill: `12`, `940`, `1.4k`, `12k`, `3M`; never more than there are.
pub(super) fn count(n: usize) -> String {
    match n {
        0..1_000 => n.to_string(),
        1_000..10_000 => format!("{}.{}k", n / 1_000, n % 1_000 / 100),
        10_000..1_000_000 => format!("{}k", n / 1_000),
        _ => format!("{}M", n / 1_000_000),
    }
}

/// How far the small marks reach beyond a mark's left and right edge: the review before it, sources and conflict after.
pub(super) fn beside_px(event: &Event) -> (f32, f32) {
    let before_px = if event.review == Review::Unreviewed { 0.0 } else { 8.0 };
    let n_sources = super::names::n_sources(event);
    let after_px = match n_sources {
        0 | 1 if event.conflicts.is_empty() => 0.0,
        0..=9 => 9.5,
        // A second digit, and a third.
        n => 3.0 + count(n).len() as f32 * 6.5,
    };
    (before_px, after_px)
}

/// The small marks around a mark: sources, conflict, review.
pub fn badges(event: &Event, n_sources: usize, at: Point, radius_px: f32, theme: &Theme) -> Vec<Shape> {
    let mut shapes = Vec::new();
    if n_sources > 1 {
        let place = point(at.x + radius_px + 2.5, at.y - 2.5);
        shapes.push(super::text::start(place, count(n_sources), theme::TINY_PX, theme.text_muted).into());
    }
    if !event.conflicts.is_empty() {
        shapes.push(warning(point(at.x + radius_px + 5.0, at.y + radius_px), theme));
    }
    let corner = point(at.x - radius_px - 4.5, at.y + radius_px - 2.5);
    match event.review {
        Review::Unreviewed => {}
        Review::Confirmed | Review::Edited => shapes.push(check(corner, theme)),
        Review::Rejected => shapes.push(Shape::Line {
            points: vec![point(corner.x - 3.0, corner.y + 2.0), point(corner.x + 3.0, corner.y - 4.0)],
            stroke: Stroke::solid(theme.error, 1.8),
        }),
    }
    shapes
}

/// The small triangle of a conflict, standing on `at`.
pub(super) fn warning(at: Point, theme: &Theme) -> Shape {
    Shape::Polygon {
        points: vec![point(at.x, at.y - 7.5), point(at.x + 4.2, at.y), point(at.x - 4.2, at.y)],
        fill: Some(theme.warning),
        stroke: Some(Stroke::solid(theme.background, 1.0)),
    }
}

/// The small tick of a confirmed event.
pub(super) fn check(at: Point, theme: &Theme) -> Shape {
    Shape::Line {
        points: vec![
            point(at.x - 3.5, at.y - 1.0),
            point(at.x - 1.0, at.y + 2.0),
            point(at.x + 3.5, at.y - 4.0),
        ],
        stroke: Stroke::solid(theme.confirmed, 1.8),
    }
}

/// A ground in the colour of the paper, so that neighbours stay apart.
fn halo(kind: MarkKind, at: Point, radius_px: f32, paper: Rgba) -> Shape {
    let edge = Stroke::solid(paper, 3.0);
    match kind {
        MarkKind::Attended | MarkKind::LeftEarly | MarkKind::Virtual | MarkKind::VirtualForAll => {
            circle(at, radius_px, paper, edge)
        }
        MarkKind::Skipped => polygon(cross(at, radius_px), paper, edge),
        MarkKind::Meeting => polygon(diamond(at, radius_px + 0.6), paper, edge),
        MarkKind::Call => square(at, radius_px * 0.74, paper, edge),
    }
}

fn circle(centre: Point, radius_px: f32, fill: Rgba, stroke: Stroke) -> Shape {
    Shape::Circle { centre, radius_px, fill: Some(fill), stroke: Some(stroke) }
}

fn polygon(points: Vec<Point>, fill: Rgba, stroke: Stroke) -> Shape {
    Shape::Polygon { points, fill: Some(fill), stroke: Some(stroke) }
}

fn square(at: Point, half_px: f32, fill: Rgba, stroke: Stroke) -> Shape {
    Shape::Rect {
        rect: rect(at.x - half_px, at.y - half_px, half_px * 2.0, half_px * 2.0),
        corner_px: 0.0,
        fill: Some(fill),
        stroke: Some(stroke),
    }
}

fn thin(stroke: Stroke) -> Stroke {
    Stroke { width_px: 1.2, ..stroke }
}

fn strike(at: Point, radius_px: f32, theme: &Theme) -> Shape {
    let reach = radius_px + 4.0;
    Shape::Line {
        points: vec![point(at.x - reach, at.y + 2.5), point(at.x + reach, at.y - 2.5)],
        stroke: Stroke::solid(theme.text, 1.6),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::{made, theme::LIGHT};

    #[test]
    fn shape_tells_kind_and_participation() {
        let days = made::days("2014-11-15", "2014-11-16");
        let mut event = made::event(Kind::Summit, Participation::Attended, days);
        assert_eq!(MarkKind::of(&event), MarkKind::Attended);
        event.left_early = true;
        assert_eq!(MarkKind::of(&event), MarkKind::LeftEarly);
        event.participation = Participation::Skipped;
        assert_eq!(MarkKind::of(&event), MarkKind::Skipped);
        event.form = Form::Forum;
        assert!(radius_px(&event) < theme::MARK_RADIUS_PX, "a forum is smaller");
    }

    #[test]
    fn a_summit_on_screens_is_told_from_one_where_only_he_is() {
        let days = made::days("2022-06-23", "2022-06-24");
        let mut event = made::event(Kind::Summit, Participation::Virtual, days);
        event.edition = Some("BRICS/2022".to_owned());
        let on_screens = BTreeSet::from(["BRICS/2022".to_owned()]);
        assert_eq!(MarkKind::seen(&event, &on_screens), MarkKind::VirtualForAll);
        assert_eq!(MarkKind::seen(&event, &BTreeSet::new()), MarkKind::Virtual);
        event.participation = Participation::Skipped;
        assert_eq!(MarkKind::seen(&event, &on_screens), MarkKind::Skipped);
    }

    #[test]
    fn fill_tells_the_status() {
        let drawn = |fill| glyph(MarkKind::Attended, fill, point(0.0, 0.0), 7.5, &LIGHT);
        let is_dashed = |shapes: &[Shape]| {
            shapes.iter().any(|shape| match shape {
                Shape::Circle { stroke: Some(stroke), .. } => stroke.dashes_px.is_some(),
                _ => false,
            })
        };
        assert!(is_dashed(&drawn(MarkFill::of(Status::Alleged))), "alleged is dashed");
        assert!(!is_dashed(&drawn(MarkFill::of(Status::Planned))), "planned is not");
        assert_eq!(drawn(MarkFill::of(Status::Cancelled)).len(), drawn(MarkFill::Hollow).len() + 1);
        assert_ne!(drawn(MarkFill::Filled), drawn(MarkFill::Hollow));
    }

    #[test]
    fn counts_stay_short() {
        let counts = [7, 999, 1_999, 12_345, 3_000_000].map(count);
        assert_eq!(counts, ["7", "999", "1.9k", "12k", "3M"]);
    }
}
