//! What is seen of time: follows the events until the user moves it, and glides where a command moves it.

use eframe::egui;

use crate::{
    model::{Day, Event},
    project::State,
    timeline::{View, dated_days},
};

/// How long a glide takes, in seconds.
const GLIDE_SECONDS: f64 = 0.18;

/// The view, and where it is going.
#[derive(Debug, Default)]
pub(super) struct Camera {
    view: Option<View>,
    /// Whether the user moved the view; until then it follows the events.
    moved: bool,
    glide: Option<Glide>,
    /// The view that fits all, by the revision that it was made for.
    fitted: Option<(u64, View)>,
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
    pub(super) fn look(&mut self, ctx: &egui::Context, state: &State) -> View {
        let now = ctx.input(|input| input.time);
        if let Some(glide) = &mut self.glide {
            let t = (now - *glide.since.get_or_insert(now)) / GLIDE_SECONDS;
            // Quick at first, slow at the end.
            let eased = 1.0 - (1.0 - t.clamp(0.0, 1.0)).powi(3);
            self.view = Some(glide.from.towards(glide.to, eased));
            if t >= 1.0 {
                self.glide = None;
            }
            ctx.request_repaint();
        }
        let view = self.current(state);
        self.view = Some(view);
        view
    }

    /// What is seen now.
    pub(super) fn current(&mut self, state: &State) -> View {
        match self.view {
            Some(view) if self.moved || self.glide.is_some() => view,
            _ => self.fitted(state),
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
    pub(super) fn goal(&mut self, state: &State) -> View {
        self.glide.map_or_else(|| self.current(state), |glide| glide.to)
    }

    /// Shows `view` at once: the hand moves it.
    pub(super) fn jump_to(&mut self, view: View) {
        self.view = Some(view);
        self.moved = true;
        self.glide = None;
    }

    /// Shows `view` after a short glide: a command moves it.
    pub(super) fn glide_to(&mut self, view: View, state: &State) {
        if state.memory.settings.less_motion {
            self.jump_to(view);
            return;
        }
        let from = self.current(state);
        self.moved = true;
        self.glide = Some(Glide { from, to: view, since: None });
    }

    /// Shows all events, and follows them from now on.
    pub(super) fn fit(&mut self, state: &State) {
        let to = self.fitted(state);
        self.glide_to(to, state);
        self.moved = false;
    }

    /// Starts afresh, at the view that was saved or at all events.
    pub(super) fn start_over(&mut self, kept: Option<(i32, i32)>) {
        self.view = kept.map(|(start, end)| View::new(f64::from(start), f64::from(end)));
        self.moved = self.view.is_some();
        self.glide = None;
    }

    fn fitted(&mut self, state: &State) -> View {
        match self.fitted {
            Some((revision, view)) if revision == state.revision => view,
            _ => {
                let view =
                    View::fit(dated_days(state.events(), &|event| state.filter.hides(event).is_none()));
                self.fitted = Some((state.revision, view));
                view
            }
        }
    }
}

/// The view moved so that the selected event is in its middle.
pub(super) fn centred(state: &State, view: View) -> View {
    match state.selected_event().and_then(middle) {
        Some(day) => view.panned(day - view.centre()),
        None => view,
    }
}

/// The instant in the middle of an event's days, if it has a date.
pub(super) fn middle(event: &Event) -> Option<f64> {
    let known = |day: Day| f64::from(day.epoch_days());
    match (event.days.start(), event.days.end()) {
        (Some(first), Some(last)) => Some(f64::midpoint(known(first), known(last) + 1.0)),
        (Some(day), None) | (None, Some(day)) => Some(known(day)),
        (None, None) => None,
    }
}
