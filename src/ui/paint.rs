//! The chart's plain shapes as egui's.

use std::sync::LazyLock;

use eframe::egui::{self, Color32, FontId, Painter, Pos2, Rect, Shape, Vec2, epaint};

use super::style::{bold, colour};
use crate::{
    export::{Fonts, fonts::Metrics},
    timeline::{self as scene, Anchor, Rgba, Weight},
};

/// Paints shapes in order.
pub(super) fn shapes(painter: &Painter, shapes: &mut dyn Iterator<Item = &scene::Shape>) {
    let mut converted = Vec::new();
    for shape in shapes {
        push(painter, shape, &mut converted);
    }
    painter.extend(converted);
}

/// The width of a text, as the chart's layout asks for it.
///
/// It is the sum of the embedded font's advances, as in the exports: shaping every text that might become a label
/// would cost more than all the rest of a frame.
pub(super) fn measure(text: &str, size_px: f32, weight: Weight) -> f32 {
    static FONTS: LazyLock<Fonts> = LazyLock::new(Fonts::builtin);
    static METRICS: LazyLock<Metrics<'static>> = LazyLock::new(|| FONTS.metrics());
    METRICS.width(text, size_px, weight)
}

/// A rectangle of the chart.
pub(super) fn rect(rect: scene::Rect) -> Rect {
    Rect::from_min_size(Pos2::new(rect.x, rect.y), Vec2::new(rect.width, rect.height))
}

fn font(size_px: f32, weight: Weight) -> FontId {
    match weight {
        Weight::Regular => FontId::proportional(size_px),
        Weight::Bold => bold(size_px),
    }
}

fn pos(point: scene::Point) -> Pos2 {
    Pos2::new(point.x, point.y)
}

/// Adds what `shape` is for egui to `out`; `painter` is only asked for the fonts.
pub(super) fn push(painter: &Painter, shape: &scene::Shape, out: &mut Vec<Shape>) {
    match shape {
        scene::Shape::Line { points, stroke } => {
            let points: Vec<Pos2> = points.iter().map(|point| pos(*point)).collect();
            open(&points, *stroke, out);
        }
        scene::Shape::Circle { centre, radius_px, fill, stroke } => {
            let centre = pos(*centre);
            match stroke {
                Some(stroke) if stroke.dashes_px.is_some() => {
                    out.extend(fill.map(|fill| Shape::circle_filled(centre, *radius_px, colour(fill))));
                    open(&ring(centre, *radius_px), *stroke, out);
                }
                stroke => disc(centre, *radius_px, (*fill, *stroke), out),
            }
        }
        scene::Shape::Rect { rect: at, corner_px, fill, stroke } => {
            let at = rect(*at);
            out.extend(fill.map(|fill| Shape::rect_filled(at, *corner_px, colour(fill))));
            match stroke {
                Some(stroke) if stroke.dashes_px.is_some() => open(&closed(&corners(at)), *stroke, out),
                Some(stroke) => {
                    out.push(Shape::rect_stroke(at, *corner_px, solid(*stroke), egui::StrokeKind::Middle));
                }
                None => {}
            }
        }
        scene::Shape::Polygon { points, fill, stroke } => {
            let points: Vec<Pos2> = points.iter().map(|point| pos(*point)).collect();
            out.extend(fill.map(|fill| fan(&points, colour(fill))));
            match stroke {
                Some(stroke) if stroke.dashes_px.is_some() => open(&closed(&points), *stroke, out),
                Some(stroke) => out.push(Shape::closed_line(points, solid(*stroke))),
                None => {}
            }
        }
        scene::Shape::Fade { rect: at, left, right } => out.push(fade(rect(*at), *left, *right)),
        scene::Shape::Text(words) => out.push(text(painter, words)),
    }
}

/// A disc with its edge, as discs on each other: egui has those ready as pictures, and an edge would be a path.
fn disc(
    centre: Pos2,
    radius_px: f32,
    (fill, stroke): (Option<Rgba>, Option<scene::Stroke>),
    out: &mut Vec<Shape>,
) {
    let half_px = stroke.map_or(0.0, |stroke| stroke.width_px / 2.0);
    match (fill, stroke) {
        (Some(fill), Some(stroke)) if fill.alpha() == 255 && stroke.colour.alpha() == 255 => {
            out.push(Shape::circle_filled(centre, radius_px + half_px, colour(stroke.colour)));
            if fill != stroke.colour {
                out.push(Shape::circle_filled(centre, (radius_px - half_px).max(0.0), colour(fill)));
            }
        }
        (fill, stroke) => out.push(Shape::Circle(epaint::CircleShape {
            center: centre,
            radius: radius_px,
            fill: filling(fill),
            stroke: stroke.map_or(egui::Stroke::NONE, solid),
        })),
    }
}

fn filling(fill: Option<Rgba>) -> Color32 {
    fill.map_or(Color32::TRANSPARENT, colour)
}

fn solid(stroke: scene::Stroke) -> egui::Stroke {
    egui::Stroke::new(stroke.width_px, colour(stroke.colour))
}

/// A line through points, closed where the last is the first.
fn open(points: &[Pos2], stroke: scene::Stroke, out: &mut Vec<Shape>) {
    let is_closed = points.len() > 2 && points.first() == points.last();
    match stroke.dashes_px {
        Some([dash, gap]) => out.extend(Shape::dashed_line(points, solid(stroke), dash, gap)),
        None if is_closed => {
            out.push(Shape::closed_line(points.iter().skip(1).copied().collect(), solid(stroke)));
        }
        None => out.push(Shape::line(points.to_vec(), solid(stroke))),
    }
}

/// Fills a polygon that can be seen whole from its middle: a cross is such a one, and is not convex.
fn fan(points: &[Pos2], fill: Color32) -> Shape {
    let n = points.len().max(1) as f32;
    let middle = points.iter().fold(Vec2::ZERO, |sum, point| sum + point.to_vec2()) / n;
    let mut mesh = epaint::Mesh::default();
    mesh.colored_vertex(middle.to_pos2(), fill);
    for point in points {
        mesh.colored_vertex(*point, fill);
    }
    let n = u32::try_from(points.len()).unwrap_or_default();
    for index in 0..n {
        mesh.add_triangle(0, 1 + index, 1 + (index + 1) % n);
    }
    Shape::mesh(mesh)
}

fn fade(at: Rect, left: Rgba, right: Rgba) -> Shape {
    let mut mesh = epaint::Mesh::default();
    mesh.colored_vertex(at.left_top(), colour(left));
    mesh.colored_vertex(at.right_top(), colour(right));
    mesh.colored_vertex(at.right_bottom(), colour(right));
    mesh.colored_vertex(at.left_bottom(), colour(left));
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(0, 2, 3);
    Shape::mesh(mesh)
}

fn text(painter: &Painter, words: &scene::Text) -> Shape {
    let ink = colour(words.colour);
    let galley = painter.layout_no_wrap(words.text.clone(), font(words.size_px, words.weight), ink);
    let left = match words.anchor {
        Anchor::Start => words.at.x,
        Anchor::Middle => words.at.x - galley.size().x / 2.0,
        Anchor::End => words.at.x - galley.size().x,
    };
    // The chart gives baselines; a glyph's position is its own.
    let ascent =
        galley.rows.first().and_then(|row| row.glyphs.first()).map_or(words.size_px, |glyph| glyph.pos.y);
    Shape::galley(Pos2::new(left, words.at.y - ascent), galley, ink)
}

fn ring(centre: Pos2, radius_px: f32) -> Vec<Pos2> {
    let n = 32_u8;
    let around = (0..n).map(|index| {
        let angle = f32::from(index) / f32::from(n) * std::f32::consts::TAU;
        centre + radius_px * Vec2::angled(angle)
    });
    closed(&around.collect::<Vec<_>>())
}

fn corners(at: Rect) -> [Pos2; 4] {
    [at.left_top(), at.right_top(), at.right_bottom(), at.left_bottom()]
}

fn closed(points: &[Pos2]) -> Vec<Pos2> {
    points.iter().chain(points.first()).copied().collect()
}
