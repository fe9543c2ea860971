//! What is seen of time: follows the events until the user moves it, and glides where a command moves it.
//!
//! Its views are the chart's: what is folded is folded in them already.

use eframe::egui;

use super::{history::History, index::TimeIndex};
use crate::{
    model::{Day, Event},
    timeline::{Folds, View},
};

/// How long a glide takes, in seconds.
const GLIDE_SECONDS: f64 = 0.18;
/// Moves by hand that follow each other within so many seconds are one step of the history.
const ONE_MOVE_SECONDS: f64 = 0.8;

/// The view, and where it is going.
#[derive(Debug, Default)]
pub(super) struct Camera {
    view: Option<View>,
    /// Whether the user moved the view; until then it follows the events.
    moved: bool,
    glide: Option<Glide>,
    history: History,
    /// The window's time of this frame, and of the last move by hand.
    now: f64,
    last_move: Option<f64>,
    /// The desktop or the user asks for less motion.
    is_still: bool,
}

#[derive(Clone, Copy, Debug)]
struct Glide {
    from: View,
    to: View,
    /// The window's time at its first frame.
    since: Option<f64>,
}

impl Camera {
    /// The view of this frame; asks for another frame while it glides.
    pub(super) fn look(&mut self, ctx: &egui::Context, index: &TimeIndex) -> View {
        self.now = ctx.input(|input| input.time);
        self.is_still = ctx.style_of(ctx.theme()).animation_time <= 0.0;
        if let Some(glide) = &mut self.glide {
            let t = (self.now - *glide.since.get_or_insert(self.now)) / GLIDE_SECONDS;
            let t = if self.is_still { 1.0 } else { t.clamp(0.0, 1.0) };
            // Quick at first, slow at the end.
            let eased = 1.0 - (1.0 - t).powi(3);
            self.view = Some(glide.from.towards(glide.to, eased));
            if t >= 1.0 {
                self.glide = None;
            }
            ctx.request_repaint();
        }
        let view = self.current(index);
        self.view = Some(view);
        view
    }

    /// What is seen now.
    fn current(&self, index: &TimeIndex) -> View {
        match self.view {
            Some(view) if self.moved || self.glide.is_some() => view,
            _ => index.whole,
        }
    }

    /// What is seen now, if the user chose it.
    pub(super) fn chosen(&self) -> Option<View> {
        self.view.filter(|_| self.moved)
    }

    /// What was seen last.
    pub(super) fn last(&self) -> Option<View> {
        self.view
    }

    /// Where the view is going, or is.
    pub(super) fn goal(&self, index: &TimeIndex) -> View {
        self.glide.map_or_else(|| self.current(index), |glide| glide.to)
    }

    /// Shows `view` at once: the hand moves it.
    pub(super) fn jump_to(&mut self, view: View, index: &TimeIndex) {
        self.leave_by_hand(index);
        self.view = Some(view);
        self.moved = true;
        self.glide = None;
    }

    /// Shows `view` after a short glide: the wheel moves it, notch by notch.
    pub(super) fn wheel_to(&mut self, view: View, index: &TimeIndex) {
        self.leave_by_hand(index);
        self.set_off(view, index);
        // Its clock runs from this frame on: a wheel that turns in every frame would hold the view still otherwise.
        let now = self.now;
        if let Some(glide) = &mut self.glide {
            glide.since = Some(now);
        }
    }

    /// Shows `view` after a short glide: a command moves it.
    pub(super) fn glide_to(&mut self, view: View, index: &TimeIndex) {
        self.history.leave(self.goal(index));
        self.last_move = None;
        self.set_off(view, index);
    }

    /// Shows all events, and follows them from now on.
    pub(super) fn fit(&mut self, index: &TimeIndex) {
        if self.goal(index) != index.whole {
            self.glide_to(index.whole, index);
        }
        self.moved = false;
    }

    /// Shows the view before, or the one after.
    pub(super) fn step_through_history(&mut self, back: bool, index: &TimeIndex) {
        let now = self.goal(index);
        let view = if back { self.history.go_back(now) } else { self.history.go_forward(now) };
        self.last_move = None;
        if let Some(view) = view {
            self.set_off(view, index);
        }
    }

    /// Starts afresh, at the view of the calendar that was saved or at all events.
    pub(super) fn start_over(&mut self, kept: Option<View>, folds: &Folds) {
        self.view = kept.map(|view| folds.folded_view(view));
        self.moved = self.view.is_some();
        self.glide = None;
        self.history.clear();
    }

    /// Keeps looking at the same days although the chart is folded otherwise.
    pub(super) fn refold(&mut self, before: &Folds, after: &Folds) {
        if before == after {
            return;
        }
        let change = |view: View| after.folded_view(before.unfolded_view(view));
        self.view = self.view.map(change);
        self.glide = None;
        self.history.change(change);
    }

    fn leave_by_hand(&mut self, index: &TimeIndex) {
        let goes_on = self.last_move.is_some_and(|last| self.now - last < ONE_MOVE_SECONDS);
        if !goes_on {
            self.history.leave(self.goal(index));
        }
        self.last_move = Some(self.now);
    }

    fn set_off(&mut self, to: View, index: &TimeIndex) {
        let from = self.current(index);
        self.moved = true;
        self.glide = Some(Glide { from, to, since: None });
    }
}

/// The view with the event in its middle; if it is there already, the event fills it.
pub(super) fn centred_or_fitted(event: &Event, view: View, folds: &Folds) -> View {
    let Some(middle) = middle(event).map(|day| folds.folded(day)) else { return view };
    let is_centred = (middle - view.centre()).abs() < view.n_days() * 0.005;
    if is_centred { around(event, folds).unwrap_or(view) } else { view.panned(middle - view.centre()) }
}

/// The view that an event fills, with as much room around it as a reader needs.
pub(super) fn around(event: &Event, folds: &Folds) -> Option<View> {
    let days = crate::timeline::dated_days(std::slice::from_ref(event), &|_| true)?;
    let exact = folds.folded_view(View::of_days(days));
    let pad = (exact.n_days() * 0.5).max(14.0);
    Some(View::new(exact.start() - pad, exact.end() + pad))
}

/// The instant in the middle of an event's days, if it has a date.
pub(super) fn middle(event: &Event) -> Option<f64> {
    let known = |day: Day| f64::from(day.epoch_days());
    match (event.days.start(), event.days.end()) {
        (Some(first), Some(last)) => Some(f64::midpoint(known(first), known(last) + 1.0)),
        (Some(day), None) | (None, Some(day)) => Some(known(day) + 0.5),
        (None, None) => None,
    }
}
