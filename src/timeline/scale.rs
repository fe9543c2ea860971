//! Where days lie on the screen: the one mapping between instants and pixels that everything drawn uses.

use super::{
    folds::{Fold, Folds},
    scene::Rect,
    view::View,
};

/// A strip of pixels under a view of the chart, with what is folded in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale<'a> {
    view: View,
    folds: &'a Folds,
    left_px: f32,
    width_px: f32,
}

impl<'a> Scale<'a> {
    /// The whole width of `strip` under `view`, an extract of the chart as `folds` fold it.
    pub fn new(view: View, folds: &'a Folds, strip: Rect) -> Self {
        Self { view, folds, left_px: strip.x, width_px: strip.width }
    }

    /// Nothing is folded.
    pub fn plain(view: View, strip: Rect) -> Scale<'static> {
        Scale::new(view, Folds::none(), strip)
    }

    /// The view of the chart, in the chart's days.
    pub fn view(self) -> View {
        self.view
    }

    /// What is folded.
    pub fn folds(self) -> &'a Folds {
        self.folds
    }

    /// Left end of the strip.
    pub fn left_px(self) -> f32 {
        self.left_px
    }

    /// Right end of the strip.
    pub fn right_px(self) -> f32 {
        self.left_px + self.width_px
    }

    /// The first instant shown.
    pub fn start(self) -> f64 {
        self.folds.unfolded(self.view.start())
    }

    /// The last instant shown.
    pub fn end(self) -> f64 {
        self.folds.unfolded(self.view.end())
    }

    /// Whether an instant is shown.
    pub fn shows(self, instant: f64) -> bool {
        let at = self.folds.folded(instant);
        self.view.start() <= at && at <= self.view.end()
    }

    /// Where an instant lies.
    pub fn x_from_day(self, instant: f64) -> f32 {
        self.x_from_chart(self.folds.folded(instant))
    }

    /// Where an instant lies, moved to the nearer end of the strip if it lies outside.
    pub fn x_inside(self, instant: f64) -> f32 {
        self.x_from_day(instant).clamp(self.left_px, self.right_px())
    }

    /// Where an instant of the chart lies, folded already.
    pub(super) fn x_from_chart(self, at: f64) -> f32 {
        self.view.x_from_day(at, self.left_px, self.width_px)
    }

    /// Which instant lies there.
    pub fn day_from_x(self, x_px: f32) -> f64 {
        self.folds.unfolded(self.chart_from_x(x_px))
    }

    /// Which instant of the chart lies there: what the view zooms at.
    pub fn chart_from_x(self, x_px: f32) -> f64 {
        self.view.day_from_x(x_px, self.left_px, self.width_px)
    }

    /// How many pixels a day takes where nothing is folded.
    pub fn px_per_day(self) -> f64 {
        self.view.px_per_day(self.width_px)
    }

    /// The folds that are at least partly shown.
    pub fn folds_shown(self) -> impl Iterator<Item = &'a Fold> {
        let (start, end) = (self.start(), self.end());
        self.folds.iter().filter(move |fold| fold.start < end && start < fold.end)
    }

    /// The stretches of time that are shown as long as they are, by time.
    pub fn open_stretches(self) -> Vec<(f64, f64)> {
        let mut stretches = Vec::new();
        let mut from = self.start();
        for fold in self.folds_shown() {
            if from < fold.start {
                stretches.push((from, fold.start));
            }
            from = fold.end;
        }
        if from < self.end() {
            stretches.push((from, self.end()));
        }
        stretches
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::{made, scene::rect};

    #[test]
    fn what_lies_at_a_pixel_lies_there_when_asked_for_folded_or_not() {
        let days = [("2001-05-01", "2001-05-03"), ("2020-08-01", "2020-08-01"), ("2020-09-01", "2020-09-02")];
        let folds = Folds::between(days.into_iter().map(|(first, last)| made::days(first, last)));
        let view = folds.folded_view(View::of_days(made::days("2001-01-01", "2021-01-01")));
        let scale = Scale::new(view, &folds, rect(100.0, 0.0, 900.0, 40.0));
        assert_eq!(scale.folds_shown().count(), 1);
        assert_eq!(scale.open_stretches().len(), 2);
        for x in [100.0, 333.0, 512.5, 700.0, 999.0] {
            assert!((scale.x_from_day(scale.day_from_x(x)) - x).abs() < 0.01, "{x}");
        }
        let zoomed =
            Scale::new(view.zoomed_at(scale.chart_from_x(333.0), 1.7), &folds, rect(100.0, 0.0, 900.0, 40.0));
        let moved = (zoomed.day_from_x(333.0) - scale.day_from_x(333.0)).abs();
        assert!(moved < 0.01, "the day under the pointer stays: {moved}");
    }
}
