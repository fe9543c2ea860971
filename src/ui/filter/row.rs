//! One line of the panel: a box to tick, a name, and how many.

use eframe::egui::{self, Rect, Sense, Ui, pos2, vec2};

use crate::{
    timeline::{self, MarkFill, MarkKind},
    ui::{paint, say, style},
};

/// Height of a line.
pub(super) const HEIGHT_PX: f32 = 25.0;
const SIDE_PX: f32 = 12.0;
const BOX_PX: f32 = 14.0;

/// What a line shows.
#[derive(Debug)]
pub(super) struct Line<'a> {
    /// What it stands for.
    pub(super) name: &'a str,
    /// What a screen reader says before the name, so that names alone need not be unique.
    pub(super) group: &'a str,
    /// How many events it has.
    pub(super) n_events: usize,
    /// Whether it is ticked.
    pub(super) on: bool,
    /// The mark that it has on the timeline.
    pub(super) mark: Option<MarkKind>,
}

impl Line<'_> {
    /// Draws the line over the whole width; the response is clicked when it is to be ticked or not.
    pub(super) fn ui(&self, ui: &mut Ui) -> egui::Response {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT_PX), Sense::click());
        let label =
            format!("{}: {}, {}", self.group, self.name, say::count(self.n_events, "event", "events"));
        response.widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, true, self.on, &label));
        if ui.is_rect_visible(rect) {
            self.paint(ui, rect, &response);
        }
        response
    }

    fn paint(&self, ui: &Ui, rect: Rect, response: &egui::Response) {
        let palette = style::palette(ui.ctx());
        ground(ui, rect, response);
        let square = Rect::from_center_size(
            pos2(rect.left() + SIDE_PX + BOX_PX / 2.0, rect.center().y),
            vec2(BOX_PX, BOX_PX),
        );
        tick(ui, square, self.on);
        let mut left = square.right() + 8.0;
        if let Some(mark) = self.mark {
            let at = timeline::point(left + 7.0, rect.center().y);
            let glyph = timeline::glyph(mark, MarkFill::Filled, at, 5.5, palette);
            // Without the halo, which is for the timeline's ground.
            paint::shapes(ui.painter(), &mut glyph.iter().skip(1));
            left += 22.0;
        }
        let muted = style::colour(palette.text_muted);
        let text = if self.n_events == 0 { muted } else { style::colour(palette.text) };
        let font = egui::FontId::proportional(13.5);
        let number =
            ui.painter().layout_no_wrap(say::grouped(self.n_events), egui::FontId::proportional(12.5), muted);
        let right = rect.right() - SIDE_PX - 4.0;
        let number_left = right - number.size().x;
        ui.painter().galley(pos2(number_left, rect.center().y - number.size().y / 2.0), number, muted);
        let name = one_line(ui, self.name, font, text, number_left - 8.0 - left);
        ui.painter().galley(pos2(left, rect.center().y - name.size().y / 2.0), name, text);
    }
}

/// What shows that a line is under the pointer or has the focus.
pub(super) fn ground(ui: &Ui, rect: Rect, response: &egui::Response) {
    let palette = style::palette(ui.ctx());
    if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, style::colour(palette.raised.with_alpha(150)));
    }
    if response.has_focus() {
        let stroke = egui::Stroke::new(1.5, style::colour(palette.accent));
        ui.painter().rect_stroke(rect.shrink(1.5), 3.0, stroke, egui::StrokeKind::Inside);
    }
}

fn tick(ui: &Ui, square: Rect, on: bool) {
    let palette = style::palette(ui.ctx());
    if on {
        ui.painter().rect_filled(square, 3.0, style::colour(palette.accent));
        let (centre, stroke) = (square.center(), egui::Stroke::new(2.0, style::colour(palette.on_accent)));
        let points = [vec2(-3.5, 0.2), vec2(-1.0, 2.8), vec2(3.8, -3.0)].map(|offset| centre + offset);
        ui.painter().add(egui::Shape::line(points.to_vec(), stroke));
    } else {
        let stroke = egui::Stroke::new(1.0, style::colour(palette.grid_strong));
        ui.painter().rect_stroke(square, 3.0, stroke, egui::StrokeKind::Inside);
    }
}

/// A text in one line, cut with '…' where it does not fit.
pub(in crate::ui) fn one_line(
    ui: &Ui,
    text: &str,
    font: egui::FontId,
    ink: egui::Color32,
    width_px: f32,
) -> std::sync::Arc<egui::Galley> {
    let mut job = egui::text::LayoutJob::simple_singleline(text.to_owned(), font, ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(width_px.max(10.0));
    ui.ctx().fonts_mut(|fonts| fonts.layout_job(job))
}
