//! On request: the editions that no article here speaks of, as faint open dots in a row of their own.
//!
//! Silence is no absence, so they stand in none of the lanes.

use std::ops::Range;

use eframe::egui::{self, Rect, Sense, Ui, pos2};

use super::{index::TimeIndex, layout::NAMES_PX, say, style};
use crate::{
    model::DayRange,
    project::{
        State,
        summary::{Matrix, Standing},
    },
    timeline::Scale,
    world::World,
};

/// Height of the row.
pub(super) const SILENT_PX: f32 = 30.0;
const RADIUS_PX: f32 = 4.0;
/// Dots that would lie nearer to each other are drawn as one.
const APART_PX: f32 = 10.0;

/// An edition that no article speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Edition {
    days: DayRange,
    name: String,
}

/// The editions of the series in `state` that no article speaks of, by day; none where they are not asked for.
pub(super) fn editions(state: &State) -> Vec<Edition> {
    if !state.arrangement.silent {
        return Vec::new();
    }
    let matrix = Matrix::new(state.events(), &state.subject, World::builtin());
    let entries = matrix.summits.into_iter().flat_map(|row| row.cells).flatten();
    let mut editions: Vec<Edition> = entries
        .filter(|entry| entry.standing == Standing::Silent)
        .filter_map(|entry| Some(Edition { days: entry.days?, name: entry.name }))
        .collect();
    editions.sort_by(|a, b| (a.days, &a.name).cmp(&(b.days, &b.name)));
    editions
}

/// Draws the row in `row`, right of its name.
pub(super) fn ui(ui: &Ui, row: Rect, scale: Scale<'_>, index: &TimeIndex) {
    let palette = style::palette(ui.ctx());
    let muted = style::colour(palette.text_muted);
    let line = style::colour(palette.grid);
    ui.painter().hline(row.x_range(), row.top() + 0.5, (1.0, line));
    let at = pos2(row.left() + 14.0, row.center().y);
    let painter = ui
        .painter()
        .with_clip_rect(Rect::from_x_y_ranges(row.left()..=row.left() + NAMES_PX - 4.0, row.y_range()));
    let font = egui::FontId::proportional(12.0);
    painter.text(at, egui::Align2::LEFT_CENTER, "Not told of here", font, muted);
    let stroke = egui::Stroke::new(1.2, style::colour(palette.leader));
    for (x, range) in dots(&index.silent, scale) {
        let centre = pos2(x, row.center().y);
        ui.painter().circle_stroke(centre, RADIUS_PX, stroke);
        let Some(first) = index.silent.get(range.start) else { continue };
        let rect = Rect::from_center_size(centre, egui::Vec2::splat(RADIUS_PX * 2.0 + 4.0));
        let response = ui.interact(rect, ui.scope_id().with(("silent", range.start)), Sense::HOVER);
        let dates = style::dates(ui.ctx());
        let mut words = format!("{}, {}", first.name, dates.long(first.days));
        if range.len() > 1 {
            words += ", and ";
            words += &say::count(range.len() - 1, "more edition", "more editions");
        }
        words += ": no article here speaks of it";
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &words));
        if response.hovered() {
            response.on_hover_text(words);
        }
    }
}

/// Where dots stand, and which editions each is for.
fn dots(editions: &[Edition], scale: Scale<'_>) -> Vec<(f32, Range<usize>)> {
    let mut dots: Vec<(f32, Range<usize>)> = Vec::new();
    for (index, edition) in editions.iter().enumerate() {
        let first = f64::from(edition.days.first().epoch_days());
        let middle = first + f64::from(edition.days.n_days()) / 2.0;
        if !scale.shows(middle) {
            continue;
        }
        let x = scale.x_from_day(middle);
        match dots.last_mut() {
            Some((at, range)) if x - *at < APART_PX => range.end = index + 1,
            _ => dots.push((x, index..index + 1)),
        }
    }
    dots
}
