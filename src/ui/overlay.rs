//! What lies over and under the lanes: their names and grounds, the day under the pointer, the newest article.

use eframe::egui::{self, Rect, Ui, pos2};

use super::{
    layout::{Drawn, NAMES_PX},
    paint, say, style, undated,
};
use crate::{
    model::{Day, DayRange},
    timeline::{self, AXIS_PX, Scale},
};

/// Grounds of the lanes, their names, the axis, and the articles by month.
pub(super) fn under(ui: &Ui, drawn: &Drawn, whole: Rect) {
    let palette = style::palette(ui.ctx());
    let seen = Rect::from_x_y_ranges(whole.x_range(), drawn.area.y_range());
    for (index, (name, lane)) in drawn.names.iter().zip(&drawn.plot.lanes).enumerate() {
        let lane = paint::rect(*lane);
        let row = Rect::from_x_y_ranges(whole.x_range(), lane.y_range()).intersect(seen);
        if row.height() <= 0.0 {
            continue;
        }
        if index % 2 == 0 {
            ui.painter().rect_filled(row, 0.0, style::colour(palette.surface));
        }
        let painter = ui.painter().with_clip_rect(row);
        let n_rows = match lane.height() {
            height if height >= 84.0 => 3,
            height if height >= 68.0 => 2,
            _ => 1,
        };
        let top = lane.top() + ((lane.height() - 38.0) / 2.0).clamp(2.0, 14.0);
        let left = whole.left() + 14.0;
        let text = style::colour(palette.text);
        let galley = painter.layout_job(cut(&name.name, style::bold(14.0), text, 1));
        painter.galley(pos2(left, top), galley, text);
        let muted = style::colour(palette.text_muted);
        let caption = kept_together(&name.caption);
        let galley = painter.layout_job(cut(&caption, egui::FontId::proportional(12.0), muted, n_rows));
        painter.galley(pos2(left, top + 20.0), galley, muted);
        let head = Rect::from_x_y_ranges(whole.left()..=drawn.area.left(), row.y_range());
        let spoken = format!("{}, {}", name.name, name.caption);
        let response = ui.interact(head, ui.scope_id().with(("lane", index)), egui::Sense::HOVER);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &spoken));
        if response.hovered() {
            response.on_hover_text(spoken);
        }
    }
    if let Some(left) = drawn.undated_left {
        no_date(ui, left, whole);
    }
    let painter = ui
        .painter()
        .with_clip_rect(Rect::from_x_y_ranges(whole.left()..=drawn.area.right(), whole.y_range()));
    painter.extend(drawn.under.iter().cloned());
}

/// The same with its numbers grouped, and never at the end of a line: a number belongs to what it counts.
fn kept_together(caption: &str) -> String {
    let mut kept = String::with_capacity(caption.len() + 8);
    for word in caption.split(' ') {
        if !kept.is_empty() && !kept.ends_with('\u{a0}') {
            kept.push(' ');
        }
        match word.parse::<usize>() {
            Ok(n) => kept.extend([say::grouped(n).as_str(), "\u{a0}"]),
            Err(_) => kept.push_str(word),
        }
    }
    kept
}

/// Words in the column of names, cut with an ellipsis after so many rows.
fn cut(words: &str, font: egui::FontId, ink: egui::Color32, n_rows: usize) -> egui::text::LayoutJob {
    let mut job = egui::text::LayoutJob::simple(words.to_owned(), font, ink, NAMES_PX - 22.0);
    job.wrap.max_rows = n_rows;
    job
}

/// The head of the column of undated events, and the line that parts it from time.
fn no_date(ui: &Ui, left: f32, whole: Rect) {
    let palette = style::palette(ui.ctx());
    let line = egui::Stroke::new(1.0, style::colour(palette.grid_strong));
    ui.painter().vline(left, whole.y_range(), line);
    let muted = style::colour(palette.text_muted);
    let at = pos2(left + undated::WIDTH_PX / 2.0, whole.top() + AXIS_PX - 16.0);
    ui.painter().text(at, egui::Align2::CENTER_CENTER, "No date", egui::FontId::proportional(13.0), muted);
}

/// The day under the pointer, as a line with its date on the axis.
pub(super) fn cursor(ui: &Ui, area: Rect, scale: Scale<'_>, pointer_px: Option<f32>) {
    let Some(x) = pointer_px else { return };
    let palette = style::palette(ui.ctx());
    let day = timeline::day_of(scale.day_from_x(x));
    let line = egui::Stroke::new(1.0, style::colour(palette.text.with_alpha(90)));
    ui.painter().vline(x, area.y_range(), line);
    let ink = style::colour(palette.background);
    let font = egui::FontId::proportional(12.0);
    let galley = ui.painter().layout_no_wrap(style::dates(ui.ctx()).short(DayRange::day(day)), font, ink);
    let size = galley.size() + egui::vec2(12.0, 4.0);
    let left = (x - size.x / 2.0).clamp(area.left(), (area.right() - size.x).max(area.left()));
    let flag = Rect::from_min_size(pos2(left, area.top() - size.y - 2.0), size);
    ui.painter().rect_filled(flag, 4.0, style::colour(palette.text));
    ui.painter().galley(flag.min + egui::vec2(6.0, 2.0), galley, ink);
}

/// The range that is being drawn with the right button, with its days on the axis.
pub(super) fn range(ui: &Ui, area: Rect, scale: Scale<'_>, range_px: Option<(f32, f32)>) {
    let Some((from, to)) = range_px else { return };
    let band = Rect::from_x_y_ranges(from..=to, area.y_range());
    let accent = style::palette(ui.ctx()).accent;
    ui.painter().rect_filled(band, 0.0, style::colour(accent.with_alpha(40)));
    for x in [from, to] {
        ui.painter().vline(x, area.y_range(), (1.0, style::colour(accent)));
        cursor(ui, area, scale, Some(x));
    }
}

/// The day on which the newest article was written: what lies to the right of it, nobody could know yet.
///
/// It is drawn before marks and labels, so it runs under them. Its words stand at `foot`, the upper edge of the strip
/// of articles by month, which leaves its bars' top free for them.
pub(super) fn newest(ui: &Ui, (area, foot): (Rect, f32), scale: Scale<'_>, day: Option<Day>) {
    let Some(day) = day else { return };
    let instant = f64::from(day.epoch_days()) + 1.0;
    if !scale.shows(instant) {
        return;
    }
    let x = scale.x_from_day(instant).floor() + 0.5;
    let palette = style::palette(ui.ctx());
    let muted = style::colour(palette.text_muted);
    let ends = [pos2(x, area.top()), pos2(x, foot + 13.0)];
    ui.painter().extend(egui::Shape::dashed_line(&ends, egui::Stroke::new(1.0, muted), 4.0, 4.0));
    let words = format!("newest article, {}", style::dates(ui.ctx()).short(DayRange::day(day)));
    let galley = ui.painter().layout_no_wrap(words, egui::FontId::proportional(11.0), muted);
    let is_left = x + galley.size().x + 8.0 > area.right();
    let left = if is_left { x - galley.size().x - 4.0 } else { x + 4.0 };
    ui.painter().galley(pos2(left, foot), galley, muted);
}
