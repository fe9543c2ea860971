//! The holes: what is undated, disputed, or rests on one article, and what was read in vain.

use eframe::egui::{self, FontId, RichText, Sense, Ui, pos2, vec2};

use super::heading;
use crate::{
    project::{Action, Facet, Filter, summary::Summary},
    ui::{actions::Actions, articles, filter::one_line, say, style},
};

const ROW_PX: f32 = 24.0;
/// How many reasons of each list are shown.
const N_REASONS: usize = 6;

/// Draws the holes.
pub(super) fn ui(ui: &mut Ui, summary: &Summary, actions: &Actions) {
    let of = format!("Of {}", say::count(summary.n_events, "event", "events"));
    heading(ui, "Holes", &of);
    ui.spacing_mut().item_spacing.y = 0.0;
    for (hole, n) in &summary.holes {
        let tip = "Click to see only these events";
        if line(ui, &say::capitalised(hole.name()), *n, tip).clicked() && *n > 0 {
            actions.push(Action::FilterBy(Filter::default().with(Facet::Hole, hole.key())));
        }
    }
    list(ui, "Articles that gave nothing", &summary.empty, (articles::Tab::Empty, actions));
    list(ui, "Files that could not be read", &summary.unread, (articles::Tab::Unreadable, actions));
    let left_out: Vec<(String, usize)> =
        summary.left_out.iter().map(|(reason, n)| (articles::why_left_out(*reason).to_owned(), *n)).collect();
    list(ui, "Recognised and left out", &left_out, (articles::Tab::LeftOut, actions));
}

/// Reasons with their numbers; a click opens the list that has them one by one.
fn list(ui: &mut Ui, name: &str, reasons: &[(String, usize)], (tab, actions): (articles::Tab, &Actions)) {
    if reasons.is_empty() {
        return;
    }
    ui.add_space(10.0);
    let n_all: usize = reasons.iter().map(|(_, n)| n).sum();
    ui.label(RichText::new(format!("{name}: {}", say::grouped(n_all))).font(style::bold(13.0)));
    ui.add_space(2.0);
    for (reason, n) in reasons.iter().take(N_REASONS) {
        if line(ui, &say::capitalised(reason), *n, "Click to see them one by one").clicked() {
            actions.list(tab);
        }
    }
    if reasons.len() > N_REASONS {
        let text = format!("and {}", say::count(reasons.len() - N_REASONS, "rarer reason", "rarer reasons"));
        ui.label(RichText::new(text).size(12.5).weak());
    }
}

fn line(ui: &mut Ui, name: &str, n: usize, tip: &str) -> egui::Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW_PX), Sense::click());
    let label = format!("{name}: {}", say::grouped(n));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, n > 0, &label));
    let palette = style::palette(ui.ctx());
    if n > 0 && (response.hovered() || response.has_focus()) {
        ui.painter().rect_filled(rect, 3.0, style::colour(palette.raised));
    }
    let ink = style::colour(if n > 0 { palette.text } else { palette.text_muted });
    let number = ui.painter().layout_no_wrap(say::grouped(n), FontId::proportional(13.0), ink);
    let left = rect.right() - 4.0 - number.size().x;
    ui.painter().galley(pos2(left, rect.center().y - number.size().y / 2.0), number, ink);
    let galley = one_line(ui, name, FontId::proportional(13.0), ink, left - rect.left() - 14.0);
    ui.painter().galley(pos2(rect.left() + 2.0, rect.center().y - galley.size().y / 2.0), galley, ink);
    if n > 0 { response.on_hover_text(tip) } else { response }
}
