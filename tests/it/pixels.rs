//! Finds coloured figures in a picture and tells their shapes apart, for tests that look at charts.

use image::RgbaImage;

/// One connected figure of one colour.
#[derive(Clone, Debug)]
pub(crate) struct Blob {
    /// Left, top, right, bottom, in pixels, all inside the figure.
    pub(crate) bounds: [u32; 4],
    /// How many pixels it has.
    pub(crate) area: usize,
    /// Whether the pixel in the middle of its bounds is its own.
    pub(crate) has_middle: bool,
    /// How much of its bounds it fills, 0 to 1.
    pub(crate) fill: f64,
    /// Whether the corners of its bounds are its own: top left, top right, bottom left, bottom right.
    pub(crate) corners: [bool; 4],
    /// Whether the middles of its bounds' sides are its own: left, top, right, bottom.
    pub(crate) sides: [bool; 4],
}

/// The shapes that marks have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Attended.
    Disc,
    /// By video; its dot is a blob of its own.
    Ring,
    /// Skipped.
    Cross,
    /// A meeting.
    Diamond,
    /// A call.
    Square,
}

impl Blob {
    pub(crate) fn width(&self) -> u32 {
        self.bounds[2] - self.bounds[0] + 1
    }

    pub(crate) fn height(&self) -> u32 {
        self.bounds[3] - self.bounds[1] + 1
    }

    pub(crate) fn middle(&self) -> (u32, u32) {
        (u32::midpoint(self.bounds[0], self.bounds[2]), u32::midpoint(self.bounds[1], self.bounds[3]))
    }

    /// Whether it is about as wide as high.
    pub(crate) fn is_square(&self) -> bool {
        self.width().abs_diff(self.height()) <= 2 + self.height() / 10
    }

    /// Its shape, if it has one of the marks'.
    pub(crate) fn shape(&self) -> Option<Shape> {
        let corners = self.corners.iter().filter(|&&own| own).count();
        let sides = self.sides.iter().filter(|&&own| own).count();
        match (self.has_middle, self.fill, corners, sides) {
            _ if !self.is_square() => None,
            (true, 0.9.., 2.., 4) => Some(Shape::Square),
            (true, 0.68..0.9, 0, 4) => Some(Shape::Disc),
            (true, 0.4..0.68, 0, 4) => Some(Shape::Diamond),
            (true, 0.2..0.7, _, 0) => Some(Shape::Cross),
            (false, 0.2..0.7, 0, 4) => Some(Shape::Ring),
            _ => None,
        }
    }
}

/// The connected figures of `colour` of at least `smallest` pixels, from top to bottom, then left to right.
pub(crate) fn blobs(image: &RgbaImage, colour: [u8; 4], smallest: usize) -> Vec<Blob> {
    let (width, height) = image.dimensions();
    let own = |x: u32, y: u32| near(image.get_pixel(x, y).0, colour);
    let mut seen = vec![false; (width * height) as usize];
    let mut found = Vec::new();
    for y in 0..height {
        for x in 0..width {
            if seen[(y * width + x) as usize] || !own(x, y) {
                continue;
            }
            let blob = grown(image, (x, y), colour, &mut seen);
            if blob.area >= smallest {
                found.push(blob);
            }
        }
    }
    found
}

/// How many pixels of `colour` there are.
pub(crate) fn count(image: &RgbaImage, colour: [u8; 4]) -> usize {
    image.pixels().filter(|pixel| near(pixel.0, colour)).count()
}

fn near(a: [u8; 4], b: [u8; 4]) -> bool {
    a.iter().zip(b).take(3).map(|(a, b)| u32::from(a.abs_diff(b))).sum::<u32>() <= 90
}

/// The figure around `start`, whose pixels are noted in `seen`.
fn grown(image: &RgbaImage, start: (u32, u32), colour: [u8; 4], seen: &mut [bool]) -> Blob {
    let (width, height) = image.dimensions();
    let mut waiting = vec![start];
    let mut bounds = [start.0, start.1, start.0, start.1];
    let mut own = std::collections::BTreeSet::new();
    while let Some((x, y)) = waiting.pop() {
        let index = (y * width + x) as usize;
        if seen[index] || !near(image.get_pixel(x, y).0, colour) {
            continue;
        }
        seen[index] = true;
        own.insert((x, y));
        bounds = [bounds[0].min(x), bounds[1].min(y), bounds[2].max(x), bounds[3].max(y)];
        for (dx, dy) in [(-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 1), (1, -1), (1, 0), (1, 1)] {
            if let (Some(x), Some(y)) = (x.checked_add_signed(dx), y.checked_add_signed(dy))
                && x < width
                && y < height
            {
                waiting.push((x, y));
            }
        }
    }
    let [left, top, right, bottom] = bounds;
    let (x, y) = (u32::midpoint(left, right), u32::midpoint(top, bottom));
    // A tenth inwards, so that soft edges do not count.
    let (dx, dy) = ((right - left) / 12, (bottom - top) / 12);
    let has = |x: u32, y: u32| own.contains(&(x, y));
    // Anywhere up to a pixel more inwards, for outlines that are thinner than they are soft.
    let (ex, ey) = (dx + 1, dy + 1);
    Blob {
        bounds,
        area: own.len(),
        has_middle: has(x, y),
        fill: own.len() as f64 / f64::from((right - left + 1) * (bottom - top + 1)),
        corners: [
            has(left + dx, top + dy),
            has(right - dx, top + dy),
            has(left + dx, bottom - dy),
            has(right - dx, bottom - dy),
        ],
        sides: [
            (0..=ex).any(|d| has(left + d, y)),
            (0..=ey).any(|d| has(x, top + d)),
            (0..=ex).any(|d| has(right.saturating_sub(d), y)),
            (0..=ey).any(|d| has(x, bottom.saturating_sub(d))),
        ],
    }
}

#[test]
fn shapes_are_told_apart() {
    let ink = [200, 60, 20, 255];
    let draw = |inside: &dyn Fn(i32, i32) -> bool| {
        let image = RgbaImage::from_fn(41, 41, |x, y| {
            let (x, y) = (i32::try_from(x).unwrap() - 20, i32::try_from(y).unwrap() - 20);
            image::Rgba(if inside(x, y) { ink } else { [255; 4] })
        });
        blobs(&image, ink, 30).first().and_then(Blob::shape)
    };
    assert_eq!(draw(&|x, y| x * x + y * y <= 15 * 15), Some(Shape::Disc));
    assert_eq!(draw(&|x, y| (10 * 10..=15 * 15).contains(&(x * x + y * y))), Some(Shape::Ring));
    assert_eq!(
        draw(&|x, y| (x - y).abs().min((x + y).abs()) <= 3 && x.abs().max(y.abs()) <= 15),
        Some(Shape::Cross)
    );
    assert_eq!(draw(&|x, y| x.abs() + y.abs() <= 15), Some(Shape::Diamond));
    assert_eq!(draw(&|x, y| x.abs().max(y.abs()) <= 12), Some(Shape::Square));
    assert_eq!(draw(&|x, y| y.abs() <= 2 && x.abs() <= 15), None);
}
