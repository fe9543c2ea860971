//! The outlines of marks, as the corners of polygons.

use super::scene::{Point, point};

/// A square on its corner, that reaches to `r`.
pub(super) fn diamond(at: Point, r: f32) -> Vec<Point> {
    vec![point(at.x, at.y - r), point(at.x + r, at.y), point(at.x, at.y + r), point(at.x - r, at.y)]
}

/// An upright plus turned by half a right angle: arms of half-width `a` that reach to `r`.
pub(super) fn cross(at: Point, r: f32) -> Vec<Point> {
    let a = r * 0.30;
    let turned = |x: f32, y: f32| {
        let half = std::f32::consts::FRAC_1_SQRT_2;
        point(at.x + (x - y) * half, at.y + (x + y) * half)
    };
    let r = r * 1.12;
    let corners = [
        (a, -r),
        (a, -a),
        (r, -a),
        (r, a),
        (a, a),
        (a, r),
        (-a, r),
        (-a, a),
        (-r, a),
        (-r, -a),
        (-a, -a),
        (-a, -r),
    ];
    corners.into_iter().map(|(x, y)| turned(x, y)).collect()
}

/// Sines of 0, 15, … 90 degrees, written out so that every machine has the same.
const SINES: [f32; 7] = [0.0, 0.258_819, 0.5, std::f32::consts::FRAC_1_SQRT_2, 0.866_025_4, 0.965_925_8, 1.0];

/// The sine of a multiple of 15 degrees.
fn sine(n: usize) -> f32 {
    let n = n % 24;
    let (quarter, sign) = if n < 12 { (n, 1.0) } else { (n - 12, -1.0) };
    let index = if quarter <= 6 { quarter } else { 12 - quarter };
    SINES.get(index).copied().unwrap_or_default() * sign
}

/// A disc from which a wedge is cut at the right, where time goes on without him.
pub(super) fn notched(at: Point, r: f32) -> Vec<Point> {
    let rim = (3..=21).map(|n| point(at.x + r * sine(n + 6), at.y + r * sine(n)));
    std::iter::once(point(at.x, at.y)).chain(rim).collect()
}
