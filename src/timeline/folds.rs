//! Long empty stretches of time, folded: pure arithmetic between the days of the calendar and those of the chart.

use super::view::View;
use crate::model::DayRange;

/// A stretch is long if it takes at least this share of what is left when all are folded.
const LEAST_SHARE: f64 = 0.06;
/// No stretch shorter than this is folded.
const LEAST_DAYS: f64 = 45.0;
/// How much of a stretch stays open at each end, as a share of it.
const OPEN_SHARE: f64 = 0.05;
/// How wide a folded stretch is drawn, as a share of the whole chart.
const BREAK_SHARE: f64 = 0.025;
/// So many are folded at most, the longest first: a chart of nothing but breaks says nothing.
const MOST_FOLDS: usize = 24;

/// A stretch without events, drawn narrower than it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fold {
    /// The instant at which it begins.
    pub start: f64,
    /// The instant at which it ends.
    pub end: f64,
    /// How many days of the chart it takes.
    drawn_days: f64,
    /// How many days all folds before it save.
    saved_before: f64,
}

impl Fold {
    fn saved(self) -> f64 {
        self.end - self.start - self.drawn_days
    }

    /// Where it begins on the chart.
    fn chart_start(self) -> f64 {
        self.start - self.saved_before
    }
}

/// The folds of a chart, by time. Instants of the calendar go in, instants of the chart come out, and back.
///
/// Both directions never decrease, so what is sorted in one is sorted in the other; without folds both are the same.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Folds(Vec<Fold>);

/// Nothing is folded.
static NONE: Folds = Folds::NONE;

impl Folds {
    /// Nothing is folded.
    pub const NONE: Self = Self(Vec::new());

    /// Nothing is folded, for as long as anybody likes to borrow it.
    pub(super) fn none() -> &'static Self {
        &NONE
    }

    /// Folds the long empty stretches between `days`, which are sorted by their first day.
    pub fn between(days: impl Iterator<Item = DayRange>) -> Self {
        let (gaps, n_days) = gaps(days);
        let mut long: Vec<(f64, f64)> = gaps.into_iter().filter(|(a, b)| b - a >= LEAST_DAYS).collect();
        long.sort_by(|a, b| (b.1 - b.0).total_cmp(&(a.1 - a.0)));
        // The longest first, each measured against what is left without it and those before it.
        let mut left_days = n_days;
        let mut n_folded = 0;
        for (start, end) in &long {
            left_days -= (end - start) * (1.0 - 2.0 * OPEN_SHARE);
            if n_folded == MOST_FOLDS || end - start < left_days * LEAST_SHARE {
                break;
            }
            n_folded += 1;
        }
        long.truncate(n_folded);
        long.sort_by(|a, b| a.0.total_cmp(&b.0));
        let open_days: f64 = n_days - long.iter().map(|(a, b)| b - a).sum::<f64>();
        let drawn_days = (open_days * BREAK_SHARE).max(1.0);
        let mut saved = 0.0;
        let folds = long.into_iter().map(|(start, end)| {
            let open = (end - start) * OPEN_SHARE;
            // Whole days, so that a break never cuts one.
            let (start, end) = ((start + open).ceil(), (end - open).floor());
            let fold = Fold { start, end, drawn_days: drawn_days.min(end - start), saved_before: saved };
            saved += fold.saved();
            fold
        });
        Self(folds.collect())
    }

    /// Whether nothing is folded.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The folds by time.
    pub fn iter(&self) -> impl Iterator<Item = &Fold> {
        self.0.iter()
    }

    /// Where an instant of the calendar lies on the chart.
    pub fn folded(&self, instant: f64) -> f64 {
        let n_begun = self.0.partition_point(|fold| fold.start <= instant);
        match n_begun.checked_sub(1).and_then(|last| self.0.get(last)) {
            None => instant,
            Some(fold) if instant < fold.end => {
                let share = (instant - fold.start) / (fold.end - fold.start);
                fold.chart_start() + share * fold.drawn_days
            }
            Some(fold) => instant - fold.saved_before - fold.saved(),
        }
    }

    /// Which instant of the calendar lies there on the chart.
    pub fn unfolded(&self, at: f64) -> f64 {
        let n_begun = self.0.partition_point(|fold| fold.chart_start() <= at);
        match n_begun.checked_sub(1).and_then(|last| self.0.get(last)) {
            None => at,
            Some(fold) if at < fold.chart_start() + fold.drawn_days => {
                let share = (at - fold.chart_start()) / fold.drawn_days;
                fold.start + share * (fold.end - fold.start)
            }
            Some(fold) => at + fold.saved_before + fold.saved(),
        }
    }

    /// A view of the calendar as one of the chart.
    pub fn folded_view(&self, view: View) -> View {
        View::new(self.folded(view.start()), self.folded(view.end()))
    }

    /// A view of the chart as one of the calendar.
    pub fn unfolded_view(&self, view: View) -> View {
        View::new(self.unfolded(view.start()), self.unfolded(view.end()))
    }
}

/// The stretches that no day touches, as instants, and how many days there are from the first to the last.
fn gaps(days: impl Iterator<Item = DayRange>) -> (Vec<(f64, f64)>, f64) {
    let mut gaps = Vec::new();
    let mut first = None;
    let mut reached = f64::NEG_INFINITY;
    for days in days {
        let start = f64::from(days.first().epoch_days());
        let end = f64::from(days.last().epoch_days()) + 1.0;
        first.get_or_insert(start);
        if start > reached && reached.is_finite() {
            gaps.push((reached, start));
        }
        reached = reached.max(end);
    }
    (gaps, first.map_or(0.0, |first| reached - first))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::made;

    fn folds() -> Folds {
        let days = [("2001-05-01", "2001-05-03"), ("2001-08-01", "2001-08-01"), ("2013-02-01", "2013-02-02")]
            .into_iter()
            .chain([
                ("2013-03-01", "2013-03-01"),
                ("2013-09-10", "2013-09-12"),
                ("2024-01-01", "2024-01-02"),
            ]);
        Folds::between(days.map(|(first, last)| made::days(first, last)))
    }

    #[test]
    fn the_long_stretches_are_folded_and_the_short_ones_are_not() {
        let starts: Vec<i32> =
            folds().iter().map(|fold| crate::timeline::day_of(fold.start).year()).collect();
        // From May to August 2001, the years to 2013, from March to September 2013, the years to 2024; but not February.
        assert_eq!(starts, [2001, 2002, 2013, 2014], "{:?}", folds());
    }

    #[test]
    fn folding_and_unfolding_are_inverse_and_keep_the_order() {
        let folds = folds();
        let mut last = f64::NEG_INFINITY;
        for step in 0..40_000 {
            let instant = 10_000.0 + f64::from(step) * 0.31;
            let at = folds.folded(instant);
            assert!(at > last, "{instant} {at}");
            assert!((folds.unfolded(at) - instant).abs() < 1e-6, "{instant} {at}");
            last = at;
        }
    }

    #[test]
    fn outside_the_folds_a_day_stays_a_day() {
        let folds = folds();
        let day = |iso: &str| f64::from(made::days(iso, iso).first().epoch_days());
        let march = day("2013-03-01");
        assert!((folds.folded(march + 1.0) - folds.folded(march) - 1.0).abs() < 1e-9, "a day");
        assert!(folds.folded(day("2024-01-01")) - folds.folded(day("2001-05-01")) < 2_000.0, "it is shorter");
    }

    #[test]
    fn nothing_and_one_event_have_no_folds() {
        assert!(Folds::between(std::iter::empty()).is_empty(), "no event");
        assert!(Folds::between(std::iter::once(made::days("2001-01-01", "2001-01-01"))).is_empty(), "one");
        assert!((Folds::NONE.folded(77.25) - 77.25).abs() < 1e-12, "the same");
    }
}
