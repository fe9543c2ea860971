//! What a chart is made of: plain shapes with a place, a colour and, for marks, a name.

use super::{lanes::Lane, marks::MarkKind, theme::Rgba, theme::Theme};

/// A point, in pixels from the upper left.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Down.
    pub y: f32,
}

/// The point at `x`, `y`.
pub const fn point(x: f32, y: f32) -> Point {
    Point { x, y }
}

/// An upright rectangle, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f32,
    /// Upper edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// The rectangle at `x`, `y` of that width and height.
pub const fn rect(x: f32, y: f32, width: f32, height: f32) -> Rect {
    Rect { x, y, width, height }
}

impl Rect {
    /// Right edge.
    pub fn right(self) -> f32 {
        self.x + self.width
    }

    /// Lower edge.
    pub fn bottom(self) -> f32 {
        self.y + self.height
    }

    /// The middle.
    pub fn centre(self) -> Point {
        point(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// Whether the two share more than an edge.
    pub fn overlaps(self, other: Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Self) -> bool {
        self.x <= other.x
            && self.y <= other.y
            && other.right() <= self.right()
            && other.bottom() <= self.bottom()
    }

    /// Whether the point lies inside or on the edge.
    pub fn has(self, at: Point) -> bool {
        self.x <= at.x && at.x <= self.right() && self.y <= at.y && at.y <= self.bottom()
    }
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub colour: Rgba,
    /// Its width.
    pub width_px: f32,
    /// Lengths of dash and gap, or `None` for a whole line.
    pub dashes_px: Option<[f32; 2]>,
}

impl Stroke {
    /// A whole line.
    pub const fn solid(colour: Rgba, width_px: f32) -> Self {
        Self { colour, width_px, dashes_px: None }
    }

    /// A dashed line.
    pub const fn dashed(colour: Rgba, width_px: f32, dashes_px: [f32; 2]) -> Self {
        Self { colour, width_px, dashes_px: Some(dashes_px) }
    }
}

/// Where a text stands at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// It is centred there.
    Middle,
    /// It ends there.
    End,
}

/// How heavy a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Plain.
    Regular,
    /// Heavy.
    Bold,
}

/// Tells the width in pixels of a text at a size and weight.
pub type Measure<'a> = &'a dyn Fn(&str, f32, Weight) -> f32;

/// A line of text.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::struct_field_names, reason = "the words of a text are its text")]
pub struct Text {
    /// Where it is anchored, on its baseline.
    pub at: Point,
    /// The words.
    pub text: String,
    /// Font size.
    pub size_px: f32,
    /// How heavy.
    pub weight: Weight,
    /// Where it stands at its point.
    pub anchor: Anchor,
    /// Its colour.
    pub colour: Rgba,
}

/// A plain shape.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// An open line through points.
    Line {
        /// The points.
        points: Vec<Point>,
        /// How it is drawn.
        stroke: Stroke,
    },
    /// A circle.
    Circle {
        /// Its middle.
        centre: Point,
        /// Its radius.
        radius_px: f32,
        /// What fills it.
        fill: Option<Rgba>,
        /// Its outline.
        stroke: Option<Stroke>,
    },
    /// An upright rectangle.
    Rect {
        /// Where.
        rect: Rect,
        /// Radius of its corners.
        corner_px: f32,
        /// What fills it.
        fill: Option<Rgba>,
        /// Its outline.
        stroke: Option<Stroke>,
    },
    /// A closed polygon.
    Polygon {
        /// The corners.
        points: Vec<Point>,
        /// What fills it.
        fill: Option<Rgba>,
        /// Its outline.
        stroke: Option<Stroke>,
    },
    /// A rectangle whose colour goes from one to the other, left to right.
    Fade {
        /// Where.
        rect: Rect,
        /// At the left edge.
        left: Rgba,
        /// At the right edge.
        right: Rgba,
    },
    /// A line of text.
    Text(Text),
}

/// One mark: an event, or several gathered into a count.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Indices of the events in the input, from 0, by time; never empty.
    pub events: Vec<usize>,
    /// How many there are, where not all are listed in `events`.
    pub n_events: usize,
    /// The first and last day of a gathered count, as instants: what a click zooms to.
    pub span: (f64, f64),
    /// What it looks like; that of the first event for a count.
    pub kind: MarkKind,
    /// Index of its lane in the layout, from 0.
    pub lane_index: usize,
    /// The kind of lane, where lanes are by kind.
    pub lane: Option<Lane>,
    /// Where it is, and how far it can be hit.
    pub rect: Rect,
    /// What a screen reader says.
    pub name: String,
    /// What it is drawn with.
    pub shapes: Vec<Shape>,
}

/// The label of an event.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Index of the event in the input, from 0.
    pub event_index: usize,
    /// What it covers; no two labels overlap.
    pub rect: Rect,
    /// Its lines, and the line that leads to its mark; drawn under the marks.
    pub shapes: Vec<Shape>,
}

/// A chart, or a part of one, laid out. Drawn in the order furniture, labels, marks.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Width of the picture.
    pub width_px: f32,
    /// Height of the picture.
    pub height_px: f32,
    /// What it is of, for a picture's title.
    pub title: String,
    /// Paper.
    pub background: Rgba,
    /// Everything that is neither mark nor label.
    pub furniture: Vec<Shape>,
    /// The labels.
    pub labels: Vec<Label>,
    /// The marks, by lane and time.
    pub marks: Vec<Mark>,
}

impl Scene {
    /// An empty picture.
    pub fn new(width_px: f32, height_px: f32, theme: &Theme) -> Self {
        Self {
            width_px,
            height_px,
            title: String::new(),
            background: theme.background,
            furniture: Vec::new(),
            labels: Vec::new(),
            marks: Vec::new(),
        }
    }

    /// All its texts, in drawing order.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        let labels = self.labels.iter().flat_map(|label| &label.shapes);
        let marks = self.marks.iter().flat_map(|mark| &mark.shapes);
        self.furniture.iter().chain(labels).chain(marks).filter_map(|shape| match shape {
            Shape::Text(text) => Some(text),
            _ => None,
        })
    }
}
