//! The table of the events that are shown: sorted by any column, one selection with the timeline.

use eframe::egui::{self, FontId, Key, Modifiers, Rect, RichText, Sense, Ui, pos2, vec2};

use super::{actions::Actions, filter::one_line, say, style};
use crate::{
    export::{cell, rows_csv},
    model::Event,
    project::{Action, Column, Sort, State},
    timeline::{MarkFill, MarkKind, dates::Format, glyph, names, point},
};

const ROW_PX: f32 = 26.0;
const CELL_SIDE_PX: f32 = 7.0;
/// The least width of all columns together; a narrower panel scrolls.
const LEAST_PX: f32 = 1000.0;
/// How far one page goes, in rows.
const PAGE: usize = 12;

/// The table.
#[derive(Debug, Default)]
pub(super) struct Table {
    sort: Sort,
    rows: Vec<usize>,
    /// What the rows were sorted for.
    sorted_for: Option<(u64, Sort)>,
    /// The selected event that was last brought into sight.
    seen: Option<String>,
    /// One of the rows has the focus, so that the arrow keys are the table's.
    active: bool,
    /// A key moved the selection; the row takes the focus as soon as it is drawn.
    moving: bool,
}

/// How wide a column is where the table has its least width; wider tables widen all alike.
const fn width_px(column: Column) -> f32 {
    match column {
        Column::Date => 146.0,
        Column::Kind => 124.0,
        Column::Name => 180.0,
        Column::Counterparts => 126.0,
        Column::Place => 96.0,
        Column::Status => 86.0,
        Column::Sources => 66.0,
        Column::Confidence => 86.0,
        Column::Review => 90.0,
    }
}

/// Whether a column holds numbers, which stand at the right.
const fn is_number(column: Column) -> bool {
    matches!(column, Column::Sources | Column::Confidence)
}

impl Table {
    /// Hears the arrow keys before the rest of the window does, if the table has the focus.
    pub(super) fn keys(&mut self, ctx: &egui::Context, state: &State, actions: &Actions) {
        if !self.active {
            return;
        }
        let Some(last) = self.rows.len().checked_sub(1) else { return };
        let at = self.selected_row(state);
        let steps: [(Key, usize); 6] = [
            (Key::ArrowDown, at.map_or(0, |at| at + 1)),
            (Key::ArrowUp, at.map_or(0, |at| at.saturating_sub(1))),
            (Key::PageDown, at.map_or(0, |at| at + PAGE)),
            (Key::PageUp, at.map_or(0, |at| at.saturating_sub(PAGE))),
            (Key::Home, 0),
            (Key::End, last),
        ];
        for (key, to) in steps {
            let is_pressed = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key));
            let event = self.rows.get(to.min(last)).and_then(|row| state.events().get(*row));
            if let Some(event) = event.filter(|_| is_pressed) {
                actions.push(Action::Select(Some(event.id.clone())));
                self.moving = true;
            }
        }
    }

    /// Draws the table.
    pub(super) fn ui(&mut self, ui: &mut Ui, state: &State, actions: &Actions) {
        self.sort_rows(state);
        self.active = self.moving;
        if self.rows.is_empty() {
            nothing(ui, state, actions);
            return;
        }
        egui::ScrollArea::horizontal().id_salt("table across").auto_shrink([false, false]).show(ui, |ui| {
            let width = ui.available_width().max(LEAST_PX);
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 0.0;
            self.head(ui, width - ui.spacing().scroll.allocated_width());
            self.body(ui, state, actions);
        });
    }

    /// The rows as CSV, in the order in which they stand.
    pub(super) fn csv(&mut self, state: &State) -> String {
        self.sort_rows(state);
        let mut rows = self.rows.iter().filter_map(|row| state.events().get(*row));
        rows_csv(&mut rows, state.memory.settings.dates)
    }

    fn sort_rows(&mut self, state: &State) {
        let key = (state.revision, self.sort);
        if self.sorted_for != Some(key) {
            self.rows = self.sort.sorted(state.events(), state.shown_indices());
            self.sorted_for = Some(key);
        }
    }

    fn selected_row(&self, state: &State) -> Option<usize> {
        let id = state.selected.as_deref()?;
        self.rows.iter().position(|row| state.events().get(*row).is_some_and(|event| event.id == id))
    }

    fn head(&mut self, ui: &mut Ui, width_px: f32) {
        let (rect, _) = ui.allocate_exact_size(vec2(width_px, ROW_PX), Sense::empty());
        let palette = style::palette(ui.ctx());
        for (column, area) in columns(rect) {
            let id = ui.scope_id().with(("head", column.name()));
            let response = ui.interact(area, id, Sense::click());
            let is_sorted = self.sort.column == column;
            let order = match (is_sorted, self.sort.reversed) {
                (false, _) => "",
                (true, false) => ", sorted",
                (true, true) => ", sorted the other way round",
            };
            response.widget_info(|| {
                let label = format!("Sort by {}{order}", column.name().to_lowercase());
                egui::WidgetInfo::selected(egui::Role::Button, true, is_sorted, label)
            });
            if response.hovered() || response.has_focus() {
                ui.painter().rect_filled(area, 3.0, style::colour(palette.raised));
            }
            if response.clicked() {
                self.sort = self.sort.clicked(column);
            }
            let ink = style::colour(if is_sorted { palette.text } else { palette.text_muted });
            let room = area.width() - 2.0 * CELL_SIDE_PX - if is_sorted { 12.0 } else { 0.0 };
            let galley = one_line(ui, column.name(), style::bold(12.5), ink, room);
            let left = if is_number(column) {
                area.right() - CELL_SIDE_PX - galley.size().x
            } else {
                area.left() + CELL_SIDE_PX
            };
            let top = area.center().y - galley.size().y / 2.0;
            let beside = if is_number(column) { left - 8.0 } else { left + galley.size().x + 8.0 };
            ui.painter().galley(pos2(left, top), galley, ink);
            if is_sorted {
                arrow(ui, pos2(beside, area.center().y), self.sort.reversed);
            }
        }
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, style::colour(palette.grid_strong)));
    }

    fn body(&mut self, ui: &mut Ui, state: &State, actions: &Actions) {
        let mut area = egui::ScrollArea::vertical().id_salt("table rows").auto_shrink([false, false]);
        if self.seen != state.selected {
            self.seen.clone_from(&state.selected);
            if let Some(row) = self.selected_row(state) {
                let room = ui.available_height();
                area = area.vertical_scroll_offset((row as f32 * ROW_PX - room * 0.4).max(0.0));
            }
        }
        area.show_rows(ui, ROW_PX, self.rows.len(), |ui, range| {
            for number in range {
                let event = self.rows.get(number).and_then(|row| state.events().get(*row));
                if let Some(event) = event {
                    ui.push_id(&event.id, |ui| self.row(ui, (event, number), state, actions));
                }
            }
        });
    }

    fn row(&mut self, ui: &mut Ui, (event, number): (&Event, usize), state: &State, actions: &Actions) {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW_PX), Sense::click());
        let is_selected = state.selected.as_ref() == Some(&event.id);
        response.widget_info(|| {
            let label = format!("Row: {}", names::accessible(event));
            egui::WidgetInfo::selected(egui::Role::Row, true, is_selected, label)
        });
        if response.clicked() {
            response.request_focus();
            actions.push(Action::Select(Some(event.id.clone())));
            // The row is in sight already.
            self.seen = Some(event.id.clone());
        }
        if response.double_clicked() {
            actions.run(super::commands::Command::FitSelection);
        }
        if is_selected && self.moving {
            response.request_focus();
            self.moving = false;
        }
        if response.has_focus() {
            self.active = true;
            let filter =
                egui::EventFilter { vertical_arrows: true, horizontal_arrows: true, ..Default::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        }
        if ui.is_rect_visible(rect) {
            ground(ui, rect, (number, is_selected), &response);
            cells(ui, rect, event, state.memory.settings.dates);
        }
        response.on_hover_cursor(egui::CursorIcon::PointingHand);
    }
}

/// The ground of a row: selected, under the pointer, or every other.
fn ground(ui: &Ui, rect: Rect, (number, is_selected): (usize, bool), response: &egui::Response) {
    let palette = style::palette(ui.ctx());
    if is_selected {
        ui.painter().rect_filled(rect, 0.0, style::colour(palette.accent.with_alpha(50)));
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, style::colour(palette.raised));
    } else if number % 2 == 1 {
        ui.painter().rect_filled(rect, 0.0, style::colour(palette.raised.with_alpha(70)));
    }
    if response.has_focus() {
        let stroke = egui::Stroke::new(1.5, style::colour(palette.accent));
        ui.painter().rect_stroke(rect.shrink(1.0), 3.0, stroke, egui::StrokeKind::Inside);
    }
}

fn cells(ui: &Ui, rect: Rect, event: &Event, dates: Format) {
    let palette = style::palette(ui.ctx());
    for (column, area) in columns(rect) {
        let is_main = matches!(column, Column::Name | Column::Date | Column::Kind);
        let ink = style::colour(if is_main { palette.text } else { palette.text_muted });
        let mut left = area.left() + CELL_SIDE_PX;
        if column == Column::Kind {
            let at = point(left + 6.0, area.center().y);
            let shapes = glyph(MarkKind::of(event), MarkFill::of(event.status), at, 5.5, palette);
            // Without the halo, which is for the timeline's ground.
            super::paint::shapes(ui.painter(), &mut shapes.iter().skip(1));
            left += 18.0;
        }
        let room = area.right() - CELL_SIDE_PX - left;
        let galley = one_line(ui, &cell(event, column, dates), FontId::proportional(13.0), ink, room);
        if is_number(column) {
            left = area.right() - CELL_SIDE_PX - galley.size().x;
        }
        ui.painter().galley(pos2(left, area.center().y - galley.size().y / 2.0), galley, ink);
    }
}

/// The columns with the part of `row` that each takes.
fn columns(row: Rect) -> impl Iterator<Item = (Column, Rect)> {
    let mut left = row.left();
    Column::ALL.into_iter().map(move |column| {
        let width = row.width() * width_px(column) / LEAST_PX;
        let area = Rect::from_min_size(pos2(left, row.top()), vec2(width, row.height()));
        left += width;
        (column, area)
    })
}

fn arrow(ui: &Ui, at: egui::Pos2, points_down: bool) {
    let ink = style::colour(style::palette(ui.ctx()).text_muted);
    let sign = if points_down { 1.0 } else { -1.0 };
    let points = [vec2(-4.0, -2.0 * sign), vec2(4.0, -2.0 * sign), vec2(0.0, 3.0 * sign)];
    ui.painter().add(egui::Shape::convex_polygon(
        points.map(|offset| at + offset).to_vec(),
        ink,
        egui::Stroke::NONE,
    ));
}

fn nothing(ui: &mut Ui, state: &State, actions: &Actions) {
    ui.add_space(16.0);
    ui.vertical_centered(|ui| {
        let counts = state.counts();
        let n_hidden = counts.filtered + counts.held + counts.rejected;
        if n_hidden == 0 {
            ui.label(RichText::new("No event yet").weak());
            return;
        }
        let text = format!("{} hidden", say::count(n_hidden, "event is", "events are"));
        ui.label(RichText::new(text).weak());
        if counts.filtered > 0 && ui.button("Clear the filter").clicked() {
            actions.push(Action::ClearFilters);
        }
    });
}
