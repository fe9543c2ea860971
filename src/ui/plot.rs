//! The plot itself, the only file that knows `egui_plot`: it gives the ground that is dragged, wheeled and
//! clicked, and draws the chart's own layout.

use std::{cell::Cell, ops::RangeInclusive};

use eframe::egui::{self, Color32, PointerButton, Response, Sense, Ui};
use egui_plot::{PlotBounds, PlotGeometry, PlotItem, PlotItemBase, PlotTransform};

use super::paint;
use crate::timeline::{Scale, Shape, View};

/// How much nearer one notch of the wheel goes.
pub(super) const NOTCH: f64 = 1.2;
/// How far one notch with Shift pans, as a share of the view.
pub(super) const PAN_SHARE: f64 = 0.12;
/// How far one notch with Alt scrolls the lanes.
const LINE_PX: f32 = 48.0;

/// What the ground heard in this frame.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Heard {
    /// The view after a drag, a trackpad or a pinch, if they moved it.
    pub(super) dragged: Option<View>,
    /// Where a wheel's notches or a drawn range send the view, if they do.
    pub(super) sent: Option<View>,
    /// How far the lanes are scrolled, in pixels.
    pub(super) scrolled_px: f32,
    /// The range that is being drawn with the right button, in pixels.
    pub(super) range_px: Option<(f32, f32)>,
    /// The ground was double-clicked.
    pub(super) wants_all: bool,
    /// Where the pointer rests on the ground, in pixels.
    pub(super) pointer_px: Option<f32>,
}

/// The ground of the timeline, and the range that is being drawn on it.
#[derive(Debug, Default)]
pub(super) struct Ground {
    range_from_px: Option<f32>,
}

impl Ground {
    /// Draws `shapes` on a plot that fills `ui`, and says what the mouse wants.
    ///
    /// `goal` is where the view is going: notches of the wheel add up although it has not arrived.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        (scale, goal): (Scale<'_>, View),
        shapes: Vec<egui::Shape>,
    ) -> Heard {
        let name = "Timeline: drag to move, wheel to zoom";
        let view = scale.view();
        let plot = egui_plot::Plot::new("timeline")
            .show_axes(false)
            .show_grid(false)
            .show_background(false)
            .show_crosshair(false)
            .show_x(false)
            .show_y(false)
            .allow_zoom(false)
            .allow_drag(false)
            .allow_scroll(false)
            .allow_boxed_zoom(false)
            .allow_double_click_reset(false)
            .allow_axis_zoom_drag(false)
            .set_margin_fraction(egui::Vec2::ZERO)
            .sense(Sense::CLICK | Sense::DRAG);
        let item = Item { base: PlotItemBase::new(name.to_owned()), shapes: Cell::new(shapes) };
        let response = plot
            .show(ui, |plot| {
                plot.set_plot_bounds_x(view.start()..=view.end());
                plot.set_plot_bounds_y(0.0..=1.0);
                plot.add(item);
            })
            .response;
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::GraphicsDocument, true, name));
        self.hear(ui, &response, (scale, goal))
    }

    fn hear(&mut self, ui: &Ui, response: &Response, (scale, goal): (Scale<'_>, View)) -> Heard {
        let view = scale.view();
        let width_px = response.rect.width();
        let mut heard = Heard { pointer_px: response.hover_pos().map(|at| at.x), ..Heard::default() };
        let mut hands = Hands { dragged: view, sent: goal, scrolled_px: 0.0 };
        if response.contains_pointer()
            && let Some(pointer) = ui.input(|input| input.pointer.hover_pos())
        {
            let pivot_at = |view: View| view.day_from_x(pointer.x, response.rect.left(), width_px);
            ui.input(|input| hands.wheel(input, (pivot_at(view), pivot_at(goal)), width_px));
        }
        if response.dragged_by(PointerButton::Primary) || response.dragged_by(PointerButton::Middle) {
            let days = f64::from(response.drag_delta().x) / view.px_per_day(width_px);
            hands.dragged = hands.dragged.panned(-days);
        }
        let (range_px, range_view) = self.range(ui, response, view);
        heard.range_px = range_px;
        heard.sent = range_view.or_else(|| (hands.sent != goal).then_some(hands.sent));
        heard.dragged = (hands.dragged != view).then_some(hands.dragged);
        heard.scrolled_px = hands.scrolled_px;
        heard.wants_all = response.double_clicked();
        heard
    }

    /// The range under the right button, and the view it gives when the button is let go.
    fn range(&mut self, ui: &Ui, response: &Response, view: View) -> (Option<(f32, f32)>, Option<View>) {
        let pointer = ui.input(|input| input.pointer.interact_pos()).map(|at| at.x);
        if response.drag_started_by(PointerButton::Secondary) {
            self.range_from_px = ui.input(|input| input.pointer.press_origin()).map(|at| at.x);
        }
        let (Some(from), Some(to)) = (self.range_from_px, pointer) else { return (None, None) };
        let rect = response.rect;
        let range = (from.min(to).max(rect.left()), from.max(to).min(rect.right()));
        if response.dragged_by(PointerButton::Secondary) {
            return (Some(range), None);
        }
        self.range_from_px = None;
        let is_wide = range.1 - range.0 >= 4.0;
        let day = |x: f32| view.day_from_x(x, rect.left(), rect.width());
        (None, is_wide.then(|| View::new(day(range.0), day(range.1))))
    }
}

/// What wheel, trackpad and fingers did in this frame.
struct Hands {
    dragged: View,
    sent: View,
    scrolled_px: f32,
}

impl Hands {
    fn wheel(&mut self, input: &egui::InputState, (pivot, goal_pivot): (f64, f64), width_px: f32) {
        for event in &input.events {
            match event {
                egui::Event::Zoom(factor) => {
                    self.dragged = self.dragged.zoomed_at(pivot, f64::from(*factor));
                }
                egui::Event::MouseWheel { unit, delta, modifiers, .. } => {
                    let (x, y) = (f64::from(delta.x), f64::from(delta.y));
                    let is_fine = *unit == egui::MouseWheelUnit::Point;
                    if modifiers.alt {
                        self.scrolled_px -= delta.y * if is_fine { 1.0 } else { LINE_PX };
                    } else if is_fine && modifiers.command {
                        self.dragged = self.dragged.zoomed_at(pivot, NOTCH.powf(y / 40.0));
                    } else if is_fine {
                        // A trackpad's fingers move the paper.
                        self.dragged = self.dragged.panned(-(x + y) / self.dragged.px_per_day(width_px));
                    } else if modifiers.shift {
                        self.sent = self.sent.panned(-(x + y) * PAN_SHARE * self.sent.n_days());
                    } else {
                        let zoomed = self.sent.zoomed_at(goal_pivot, NOTCH.powf(y));
                        self.sent = zoomed.panned(-x * PAN_SHARE * zoomed.n_days());
                    }
                }
                _ => {}
            }
        }
    }
}

/// The chart's shapes, already laid out for the screen.
struct Item {
    base: PlotItemBase,
    /// Drawn once, so they are handed over and not copied.
    shapes: Cell<Vec<egui::Shape>>,
}

impl PlotItem for Item {
    fn shapes(&self, _ui: &Ui, _transform: &PlotTransform, shapes: &mut Vec<egui::Shape>) {
        shapes.append(&mut self.shapes.take());
    }

    fn initialize(&mut self, _x_range: RangeInclusive<f64>) {}

    fn color(&self) -> Color32 {
        Color32::TRANSPARENT
    }

    fn geometry(&self) -> PlotGeometry<'_> {
        PlotGeometry::None
    }

    fn bounds(&self) -> PlotBounds {
        PlotBounds::NOTHING
    }

    fn base(&self) -> &PlotItemBase {
        &self.base
    }

    fn base_mut(&mut self) -> &mut PlotItemBase {
        &mut self.base
    }
}

/// The chart's shapes for egui, in order.
pub(super) fn converted(ui: &Ui, shapes: &mut dyn Iterator<Item = &Shape>) -> Vec<egui::Shape> {
    let mut converted = Vec::new();
    for shape in shapes {
        paint::push(ui.painter(), shape, &mut converted);
    }
    converted
}
