//! The visible span of time: pure arithmetic that owns zoom and pan.

use crate::model::{Day, DayRange};

/// The shortest span: a minute.
const LEAST_DAYS: f64 = 1.0 / 1440.0;

/// A span of time in days since 1970-01-01; day `d` fills `d..d + 1`.
///
/// Always finite, inside the years 1 to 9999, and at least a minute long, whatever it was made of.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct View {
    start: f64,
    end: f64,
}

impl View {
    /// The start of year 1.
    fn least() -> f64 {
        f64::from(Day::MIN.epoch_days())
    }

    /// The end of year 9999.
    fn most() -> f64 {
        f64::from(Day::MAX.epoch_days()) + 1.0
    }

    /// The span from `start` to `end`, put right where they are swapped, too close, too far or no numbers.
    pub fn new(start: f64, end: f64) -> Self {
        let (least, most) = (Self::least(), Self::most());
        let (start, end) = if start <= end { (start, end) } else { (end, start) };
        let start = if start.is_nan() { least } else { start.clamp(least, most) };
        let end = if end.is_nan() { most } else { end.clamp(least, most) };
        let start = start.min(most - LEAST_DAYS);
        Self { start, end: end.max(start + LEAST_DAYS) }
    }

    /// All years, 1 to 9999.
    pub fn everything() -> Self {
        Self::new(Self::least(), Self::most())
    }

    /// Exactly these days.
    pub fn of_days(days: DayRange) -> Self {
        Self::new(f64::from(days.first().epoch_days()), f64::from(days.last().epoch_days()) + 1.0)
    }

    /// All of `days` with room around them; `None` gives the ten years up to 2025.
    pub fn fit(days: Option<DayRange>) -> Self {
        let Some(days) = days else { return Self::new(16_436.0, 20_454.0) };
        Self::of_days(days).widened()
    }

    /// The same with a little room at both sides.
    #[must_use]
    pub fn widened(self) -> Self {
        let pad = (self.n_days() * 0.04).max(3.0);
        Self::new(self.start - pad, self.end + pad)
    }

    /// The first instant shown.
    pub fn start(self) -> f64 {
        self.start
    }

    /// The last instant shown.
    pub fn end(self) -> f64 {
        self.end
    }

    /// The instant in the middle.
    pub fn centre(self) -> f64 {
        self.start.midpoint(self.end)
    }

    /// How many days are shown.
    pub fn n_days(self) -> f64 {
        self.end - self.start
    }

    /// The days that are at least partly shown.
    pub fn days(self) -> DayRange {
        let first = day_of(self.start);
        let last = day_of(self.end.ceil() - 1.0);
        DayRange::new(first, last).unwrap_or_else(|| DayRange::day(first))
    }

    /// The view after zooming by `factor` (above 1 goes nearer), with `pivot_day` held still.
    #[must_use]
    pub fn zoomed_at(self, pivot_day: f64, factor: f64) -> Self {
        if !factor.is_finite() || factor <= 0.0 || !pivot_day.is_finite() {
            return self;
        }
        let most = Self::most() - Self::least();
        let n_days = (self.n_days() / factor).clamp(LEAST_DAYS, most);
        let share = (pivot_day - self.start) / self.n_days();
        let start = pivot_day - share * n_days;
        Self::kept_inside(start, n_days)
    }

    /// The view moved by `days`, stopped at the ends of time without changing its length.
    #[must_use]
    pub fn panned(self, days: f64) -> Self {
        if days.is_finite() { Self::kept_inside(self.start + days, self.n_days()) } else { self }
    }

    /// The view on the way to `other`, `t` from 0 to 1, for eased zooming: lengths change by ratio.
    #[must_use]
    pub fn towards(self, other: Self, t: f64) -> Self {
        if t >= 1.0 || t.is_nan() {
            return other;
        }
        let t = t.max(0.0);
        let ratio = other.n_days() / self.n_days();
        let n_days = self.n_days() * ratio.powf(t);
        let share = if (ratio - 1.0).abs() < 1e-6 { t } else { (ratio.powf(t) - 1.0) / (ratio - 1.0) };
        let start = self.start + (other.start - self.start) * share;
        Self::kept_inside(start, n_days)
    }

    /// Where an instant lies on a strip that begins at `left_px` and is `width_px` wide.
    pub fn x_from_day(self, day: f64, left_px: f32, width_px: f32) -> f32 {
        let x = f64::from(left_px) + (day - self.start) / self.n_days() * f64::from(width_px);
        px(if x.is_nan() { f64::from(left_px) } else { x.clamp(-1e6, 1e6) })
    }

    /// Which instant lies at `x_px` on such a strip.
    pub fn day_from_x(self, x_px: f32, left_px: f32, width_px: f32) -> f64 {
        let share = f64::from(x_px - left_px) / f64::from(width_px.max(1e-3));
        let day = self.start + share * self.n_days();
        if day.is_nan() { self.start } else { day.clamp(Self::least(), Self::most()) }
    }

    /// How many pixels a day takes on a strip `width_px` wide.
    pub fn px_per_day(self, width_px: f32) -> f64 {
        f64::from(width_px.max(1.0)) / self.n_days()
    }

    fn kept_inside(start: f64, n_days: f64) -> Self {
        let start = start.min(Self::most() - n_days).max(Self::least());
        Self::new(start, start + n_days)
    }
}

/// The day that an instant falls on.
#[expect(clippy::cast_possible_truncation, reason = "clamped to the days of years 1 to 9999 before")]
pub fn day_of(instant: f64) -> Day {
    Day::from_epoch_days(instant.floor().clamp(-1e9, 1e9) as i32)
}

/// Pixels as the scene has them.
#[expect(clippy::cast_possible_truncation, reason = "pixels, already clamped to the picture")]
pub(super) fn px(value: f64) -> f32 {
    value as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zoom_keeps_its_pivot() {
        let view = View::new(100.0, 300.0);
        let zoomed = view.zoomed_at(150.0, 1.2);
        let before = view.x_from_day(150.0, 40.0, 800.0);
        let after = zoomed.x_from_day(150.0, 40.0, 800.0);
        assert!((before - after).abs() < 1e-3, "{before} {after}");
        assert!((zoomed.n_days() - 200.0 / 1.2).abs() < 1e-9, "{zoomed:?}");
    }

    #[test]
    fn x_and_day_are_inverse() {
        let view = View::new(19_000.0, 20_000.0);
        for day in [19_000.0, 19_123.25, 20_000.0] {
            let x = view.x_from_day(day, 100.0, 1000.0);
            assert!((view.day_from_x(x, 100.0, 1000.0) - day).abs() < 1e-3, "{day}");
        }
    }

    #[test]
    fn nothing_makes_it_invalid() {
        let odd = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 0.0, -1.0, 1e300, -1e300, 1e-300];
        for a in odd {
            for b in odd {
                let view = View::new(a, b);
                for view in [view, view.zoomed_at(a, b), view.panned(b), view.towards(View::everything(), a)]
                {
                    assert!(view.start().is_finite() && view.end().is_finite(), "{a} {b} {view:?}");
                    assert!(view.n_days() >= LEAST_DAYS * 0.5, "{a} {b} {view:?}");
                    assert!(view.x_from_day(a, 0.0, 100.0).is_finite(), "{a} {b}");
                }
            }
        }
    }

    #[test]
    fn panning_stops_at_the_ends_of_time() {
        let view = View::new(0.0, 10.0).panned(1e12);
        assert!((view.n_days() - 10.0).abs() < 1e-6, "{view:?}");
        assert_eq!(view.days().last(), Day::MAX);
    }

    #[test]
    fn fitting_leaves_room_on_both_sides() {
        let days = DayRange::year(2022).unwrap();
        let view = View::fit(Some(days));
        assert!(view.days().contains(days), "{view:?}");
        assert!(view.start() < f64::from(days.first().epoch_days()), "{view:?}");
    }
}
