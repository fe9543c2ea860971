//! The strip under the timeline: the whole span as a histogram, and the visible window as a handle on it.

use eframe::egui::{self, CursorIcon, Key, Rect, Response, Sense, Ui, pos2, vec2};

use super::{
    camera::Camera,
    index::TimeIndex,
    layout::{NAMES_PX, scene_rect},
    style,
};
use crate::timeline::{Folds, Scale, View, dates};

/// Height of the strip.
pub(super) const OVERVIEW_PX: f32 = 58.0;
/// Width of a column of the histogram.
const COLUMN_PX: f32 = 4.0;
/// How far from an edge of the window the pointer takes hold of it.
const GRIP_PX: f32 = 7.0;
/// How far a key moves the window or an edge, as a share of the window.
const KEY_SHARE: f64 = 0.1;
/// Height of the line of years under the histogram.
const YEARS_PX: f32 = 16.0;

/// The handle's parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Window,
    Start,
    End,
}

impl Part {
    const ALL: [Self; 3] = [Self::Window, Self::Start, Self::End];

    fn id(self) -> egui::Id {
        egui::Id::unique(match self {
            Self::Window => "overview window",
            Self::Start => "overview start",
            Self::End => "overview end",
        })
    }

    /// Where a move by `days` brings `view`; edges never pass each other.
    fn moved(self, view: View, days: f64) -> View {
        match self {
            Self::Window => view.panned(days),
            Self::Start => View::new((view.start() + days).min(view.end()), view.end()),
            Self::End => View::new(view.start(), (view.end() + days).max(view.start())),
        }
    }
}

/// The strip, with its histogram as it was counted last.
#[derive(Debug, Default)]
pub(super) struct Overview {
    counted: Option<(u64, f32, Vec<f32>)>,
}

/// Whether the arrows move a part of the overview, and nothing else.
pub(super) fn has_focus(ctx: &egui::Context) -> bool {
    let focused = ctx.memory(egui::Memory::focused);
    Part::ALL.into_iter().any(|part| focused == Some(part.id()))
}

impl Overview {
    /// Draws the strip in `whole` and moves the camera.
    pub(super) fn ui(&mut self, ui: &Ui, whole: Rect, right: f32, index: &TimeIndex, camera: &mut Camera) {
        let area = Rect::from_min_max(
            pos2(whole.left() + NAMES_PX, whole.top() + 6.0),
            pos2(right.max(whole.left() + NAMES_PX + 40.0), whole.bottom() - YEARS_PX),
        );
        let span = spanned(index.whole, camera.goal(index));
        let scale = Scale::new(span, &index.folds, scene_rect(area));
        let view = camera.last().unwrap_or(index.whole);
        let handle =
            Rect::from_x_y_ranges(x_of(scale, view.start())..=x_of(scale, view.end()), area.y_range());
        head(ui, whole);
        self.histogram(ui, area, scale, index);
        paint_window(ui, area, handle);
        years(ui, area, scale);
        outside(ui, area, scale, index, camera);
        for part in Part::ALL {
            let rect = match part {
                Part::Window => handle.expand2(vec2(-GRIP_PX, 0.0)),
                Part::Start => grip(handle.left(), area),
                Part::End => grip(handle.right(), area),
            };
            let rect = Rect::from_center_size(rect.center(), rect.size().max(vec2(2.0, 2.0)));
            let response = ui.interact(rect, part.id(), Sense::click_and_drag());
            name(&response, part, view, &index.folds);
            let days = f64::from(response.drag_delta().x) / scale.px_per_day();
            let moved = if response.dragged() { part.moved(view, days) } else { view };
            let moved = keys(ui, &response, part, moved);
            if moved != view {
                camera.jump_to(moved, index);
            }
        }
    }

    fn histogram(&mut self, ui: &Ui, area: Rect, scale: Scale<'_>, index: &TimeIndex) {
        // While all is seen the columns stay; only one who looks beyond it has them counted anew.
        let key = index.revision.wrapping_mul(31).wrapping_add(scale.view().n_days().to_bits());
        let columns = match &self.counted {
            Some((known, width, columns)) if (*known, *width) == (key, area.width()) => columns,
            _ => {
                let columns = columns(area, scale, index);
                &self.counted.insert((key, area.width(), columns)).2
            }
        };
        let fill = style::colour(style::palette(ui.ctx()).articles);
        for (n, share) in (0_u16..).zip(columns) {
            if *share > 0.0 {
                let left = area.left() + f32::from(n) * COLUMN_PX;
                let top = area.bottom() - (area.height() * share).max(2.0);
                let column = Rect::from_min_max(pos2(left, top), pos2(left + COLUMN_PX - 1.0, area.bottom()));
                ui.painter().rect_filled(column, 0.0, fill);
            }
        }
        let base = style::colour(style::palette(ui.ctx()).grid_strong);
        ui.painter().hline(area.x_range(), area.bottom() + 0.5, (1.0, base));
    }
}

/// How high each column is, as a share of the highest.
fn columns(area: Rect, scale: Scale<'_>, index: &TimeIndex) -> Vec<f32> {
    let mut counts = Vec::new();
    let mut left = area.left();
    while left < area.right() {
        let (from, to) = (scale.day_from_x(left), scale.day_from_x(left + COLUMN_PX));
        counts.push(index.lanes.iter().map(|lane| lane.n_between(from, to)).sum::<usize>());
        left += COLUMN_PX;
    }
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    counts.into_iter().map(|n| n as f32 / most as f32).collect()
}

/// All events, and what is seen beside them.
fn spanned(whole: View, view: View) -> View {
    let is_beyond = view.start() < whole.start() || whole.end() < view.end();
    if is_beyond && view.n_days() > whole.n_days() {
        View::new(whole.start().min(view.start()), whole.end().max(view.end()))
    } else {
        whole
    }
}

fn x_of(scale: Scale<'_>, at: f64) -> f32 {
    scale.x_inside(scale.folds().unfolded(at))
}

fn grip(x: f32, area: Rect) -> Rect {
    Rect::from_x_y_ranges(x - GRIP_PX..=x + GRIP_PX, area.y_range())
}

/// What the strip is, in the column of names.
fn head(ui: &Ui, whole: Rect) {
    let muted = style::colour(style::palette(ui.ctx()).text_muted);
    let at = pos2(whole.left() + 14.0, whole.top() + 14.0);
    ui.painter().text(at, egui::Align2::LEFT_TOP, "Whole span", egui::FontId::proportional(12.0), muted);
}

/// The visible window: what lies outside is veiled, its edges are grips.
fn paint_window(ui: &Ui, area: Rect, handle: Rect) {
    let palette = style::palette(ui.ctx());
    let veil = style::colour(palette.background.with_alpha(170));
    let left = Rect::from_x_y_ranges(area.left()..=handle.left().max(area.left()), area.y_range());
    let right = Rect::from_x_y_ranges(handle.right().min(area.right())..=area.right(), area.y_range());
    for outside in [left, right] {
        ui.painter().rect_filled(outside, 0.0, veil);
    }
    let accent = style::colour(palette.accent);
    ui.painter().rect_filled(handle, 3.0, style::colour(palette.accent.with_alpha(22)));
    ui.painter().rect_stroke(handle, 3.0, (1.0, accent), egui::StrokeKind::Inside);
    for x in [handle.left(), handle.right()] {
        let knob = Rect::from_center_size(pos2(x, area.center().y), vec2(5.0, 18.0));
        ui.painter().rect_filled(knob, 2.5, accent);
    }
}

/// The years under the histogram, as many as have room.
fn years(ui: &Ui, area: Rect, scale: Scale<'_>) {
    let muted = style::colour(style::palette(ui.ctx()).text_muted);
    let font = egui::FontId::proportional(11.0);
    let ticks = crate::timeline::ticks(scale, crate::model::Weekday::Monday);
    let mut free_from = area.left();
    let bands = ticks.bands.iter().map(|band| (band.start, band.label.as_str()));
    let years = ticks.ticks.iter().map(|tick| (tick.day, tick.label.as_str()));
    let labels: Vec<_> = if ticks.bands.is_empty() { years.collect() } else { bands.collect() };
    for (day, label) in labels {
        let x = scale.x_inside(day);
        let galley = ui.painter().layout_no_wrap(label.to_owned(), font.clone(), muted);
        if x >= free_from && x + galley.size().x <= area.right() {
            free_from = x + galley.size().x + 8.0;
            ui.painter().galley(pos2(x, area.bottom() + 2.0), galley, muted);
        }
    }
}

/// A click beside the window brings it there.
fn outside(ui: &Ui, area: Rect, scale: Scale<'_>, index: &TimeIndex, camera: &mut Camera) {
    let response = ui.interact(area, egui::Id::unique("overview"), Sense::CLICK);
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::Role::GraphicsDocument, true, "Events over the whole span")
    });
    if response.clicked()
        && let Some(at) = response.interact_pointer_pos()
    {
        let view = camera.goal(index);
        camera.glide_to(view.panned(scale.chart_from_x(at.x) - view.centre()), index);
    }
}

/// What a screen reader says of a part.
fn name(response: &Response, part: Part, view: View, folds: &Folds) {
    let days = folds.unfolded_view(view).days();
    let day = dates::long_day;
    let words = match part {
        Part::Window => format!("Visible time, {} to {}", day(days.first()), day(days.last())),
        Part::Start => format!("Start of the visible time, {}", day(days.first())),
        Part::End => format!("End of the visible time, {}", day(days.last())),
    };
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Slider, true, &words));
    if response.hovered() || response.dragged() {
        let icon = match part {
            Part::Window if response.dragged() => CursorIcon::Grabbing,
            Part::Window => CursorIcon::Grab,
            Part::Start | Part::End => CursorIcon::ResizeHorizontal,
        };
        response.clone().on_hover_cursor(icon);
    }
}

/// The arrows move the part that has the focus; up and down stretch the window.
fn keys(ui: &Ui, response: &Response, part: Part, view: View) -> View {
    if !response.has_focus() {
        return view;
    }
    let filter = egui::EventFilter { horizontal_arrows: true, vertical_arrows: true, ..Default::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let accent = style::colour(style::palette(ui.ctx()).accent);
    ui.painter().rect_stroke(response.rect.expand(2.0), 4.0, (1.5, accent), egui::StrokeKind::Outside);
    let step = view.n_days() * KEY_SHARE;
    ui.input(|input| {
        let mut view = view;
        for (key, days) in [(Key::ArrowLeft, -step), (Key::ArrowRight, step)] {
            if input.key_pressed(key) {
                view = part.moved(view, days);
            }
        }
        for (key, factor) in [(Key::ArrowUp, 1.2), (Key::ArrowDown, 1.0 / 1.2)] {
            if part == Part::Window && input.key_pressed(key) {
                view = view.zoomed_at(view.centre(), factor);
            }
        }
        view
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_never_pass_each_other() {
        let view = View::new(100.0, 200.0);
        let squeezed = Part::Start.moved(view, 500.0);
        assert!(squeezed.start() <= squeezed.end() && squeezed.end() >= 200.0, "{squeezed:?}");
        let squeezed = Part::End.moved(view, -500.0);
        assert!((squeezed.start() - 100.0).abs() < 1e-9 && squeezed.n_days() < 1.0, "{squeezed:?}");
    }

    #[test]
    fn the_window_keeps_its_length_when_it_is_moved() {
        let moved = Part::Window.moved(View::new(100.0, 200.0), 33.0);
        assert_eq!((moved.start(), moved.end()), (133.0, 233.0));
    }
}
