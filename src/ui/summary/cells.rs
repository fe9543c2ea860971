//! How each standing is drawn, told by shape as well as by colour.

use eframe::egui::{self, Pos2, Stroke, Ui, vec2};

use crate::{
    project::summary::Standing,
    timeline::{self, MarkFill, MarkKind},
    ui::{paint, style},
};

const RADIUS_PX: f32 = 6.0;

/// Draws a standing around `at`.
pub(super) fn standing(ui: &Ui, at: Pos2, standing: Standing) {
    let palette = style::palette(ui.ctx());
    let mark = |kind, fill| {
        let shapes = timeline::glyph(kind, fill, timeline::point(at.x, at.y), RADIUS_PX, palette);
        // Without the halo, which is for the timeline's ground.
        paint::shapes(ui.painter(), &mut shapes.iter().skip(1));
    };
    let faint = style::colour(palette.text_muted);
    match standing {
        Standing::Attended => mark(MarkKind::Attended, MarkFill::Filled),
        Standing::Virtual => mark(MarkKind::Virtual, MarkFill::Filled),
        Standing::VirtualForAll => {
            mark(MarkKind::Virtual, MarkFill::Filled);
            let ink = Stroke::new(1.5, style::colour(palette.mark(MarkKind::Virtual)));
            ui.painter().hline(at.x - RADIUS_PX..=at.x + RADIUS_PX, at.y + RADIUS_PX + 3.0, ink);
        }
        Standing::Skipped => mark(MarkKind::Skipped, MarkFill::Filled),
        Standing::Disagree => disagree(ui, at),
        Standing::Open => {
            let stroke = Stroke::new(1.5, style::colour(palette.text_muted));
            let points: Vec<Pos2> = (0..=16)
                .map(|step| {
                    let angle = std::f32::consts::TAU * step as f32 / 16.0;
                    at + RADIUS_PX * vec2(angle.cos(), angle.sin())
                })
                .collect();
            ui.painter().extend(egui::Shape::dashed_line(&points, stroke, 3.0, 2.5));
        }
        Standing::Silent => {
            ui.painter().circle_stroke(at, 2.5, Stroke::new(1.0, faint.gamma_multiply(0.75)));
        }
        Standing::NotApplicable(_) => {
            let stroke = Stroke::new(1.0, faint.gamma_multiply(0.75));
            ui.painter().hline(at.x - 4.0..=at.x + 4.0, at.y, stroke);
        }
    }
}

/// Two halves that do not fit, and a sign between them.
fn disagree(ui: &Ui, at: Pos2) {
    let palette = style::palette(ui.ctx());
    let ink = style::colour(palette.warning);
    let corners = [vec2(0.0, -7.0), vec2(7.0, 6.0), vec2(-7.0, 6.0)].map(|offset| at + offset);
    ui.painter().add(egui::Shape::closed_line(corners.to_vec(), Stroke::new(1.5, ink)));
    ui.painter().vline(at.x, at.y - 2.5..=at.y + 1.5, Stroke::new(1.5, ink));
    ui.painter().circle_filled(at + vec2(0.0, 3.8), 1.0, ink);
}
