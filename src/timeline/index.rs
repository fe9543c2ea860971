//! Events of a lane sorted by time, found by binary search and gathered in bins that lie still in time.

use super::{
    lanes::{Lane, LaneEvents},
    scale::Scale,
};
use crate::model::{DayRange, Event};

/// An event in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Twice the instant in the middle of its days, so that halves stay whole.
    centre_twice: i32,
    /// Index of the event in the input, from 0.
    pub event_index: usize,
}

impl Entry {
    /// The instant in the middle of its days.
    pub fn centre(self) -> f64 {
        f64::from(self.centre_twice) / 2.0
    }
}

/// The events of a stretch of time that lies still while the view moves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bin<'a> {
    /// Where its middle lies on the strip.
    pub x: f32,
    /// Its events by time; never empty.
    pub entries: &'a [Entry],
}

/// A lane with its events sorted by time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaneIndex {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub caption: String,
    /// Which lane it is, where lanes are by kind.
    pub lane: Option<Lane>,
    /// Indices of the events that have no date at all.
    pub undated: Vec<usize>,
    entries: Vec<Entry>,
}

impl LaneIndex {
    /// Sorts the events of a lane.
    pub fn new(events: &[Event], lane: LaneEvents) -> Self {
        let mut entries = Vec::with_capacity(lane.events.len());
        let mut undated = Vec::new();
        for event_index in lane.events {
            match events.get(event_index).and_then(|event| centre_twice(event.days)) {
                Some(centre_twice) => entries.push(Entry { centre_twice, event_index }),
                None => undated.push(event_index),
            }
        }
        entries.sort_unstable();
        Self { name: lane.name, caption: lane.caption, lane: lane.lane, undated, entries }
    }

    /// How many of its dated events lie in the middle of `from..to`, as instants.
    pub fn n_between(&self, from: f64, to: f64) -> usize {
        let before = |instant: f64| self.entries.partition_point(|entry| entry.centre() < instant);
        before(to).saturating_sub(before(from))
    }

    /// How many events it has, dated or not.
    pub fn n_events(&self) -> usize {
        self.entries.len() + self.undated.len()
    }

    /// All dated events, by time.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The events of the view and a little more, gathered in bins at least `bin_px` wide.
    ///
    /// Bins are powers of two of a day and begin at multiples of themselves, so panning never moves an event
    /// into another bin, and zooming does so only when the bins double.
    pub fn bins(&self, scale: Scale<'_>, bin_px: f64) -> Vec<Bin<'_>> {
        let view = scale.view();
        let bin_days = bin_days(bin_px / scale.px_per_day());
        let bin_of = |entry: &Entry| (scale.folds().folded(entry.centre()) / bin_days).floor();
        let first = (view.start() / bin_days).floor() - 2.0;
        let last = (view.end() / bin_days).floor() + 2.0;
        let from = self.entries.partition_point(|entry| bin_of(entry) < first);
        let mut rest = self.entries.get(from..).unwrap_or_default();
        let mut bins = Vec::new();
        while let Some(bin) = rest.first().map(bin_of).filter(|&bin| bin <= last) {
            let n = rest.partition_point(|entry| bin_of(entry) <= bin).max(1);
            let Some((here, later)) = rest.split_at_checked(n) else { break };
            bins.push(Bin { x: scale.x_from_chart((bin + 0.5) * bin_days), entries: here });
            rest = later;
        }
        bins
    }
}

/// The least power of two of a day that is not below `days`.
fn bin_days(days: f64) -> f64 {
    let mut bin = 1.0 / 4096.0;
    while bin < days && bin < 8e6 {
        bin *= 2.0;
    }
    bin
}

/// Twice the middle instant: of the known end where the other is not known, `None` where neither is.
fn centre_twice(days: DayRange) -> Option<i32> {
    let twice = match (days.start(), days.end()) {
        (Some(first), Some(last)) => first.epoch_days() + last.epoch_days() + 1,
        (Some(day), None) | (None, Some(day)) => day.epoch_days() * 2 + 1,
        (None, None) => return None,
    };
    Some(twice)
}

/// The days from the first to the last dated event, or `None` if there is none.
pub fn dated_days(events: &[Event], shown: &dyn Fn(&Event) -> bool) -> Option<DayRange> {
    let known = events.iter().filter(|event| shown(event)).filter_map(|event| known_days(event.days));
    known.reduce(DayRange::hull)
}

/// The known days; one day where only one end is known, `None` where nothing is.
pub(super) fn known_days(days: DayRange) -> Option<DayRange> {
    match (days.start(), days.end()) {
        (Some(_), Some(_)) => Some(days),
        (Some(day), None) | (None, Some(day)) => Some(DayRange::day(day)),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::Day,
        timeline::{LanesBy, View, lanes, made, scene::rect},
    };

    fn attended(events: &[Event]) -> LaneIndex {
        LaneIndex::new(events, lanes(events, LanesBy::Kind, &|_| true).swap_remove(0))
    }

    fn scale(view: View) -> Scale<'static> {
        Scale::plain(view, rect(0.0, 0.0, 1000.0, 40.0))
    }

    #[test]
    fn panning_never_moves_an_event_into_another_bin() {
        let events = made::crowd(500);
        let lane = attended(&events);
        let view = View::of_days(made::days("2005-01-01", "2010-12-31"));
        let bins_of = |view: View| -> Vec<Vec<Entry>> {
            lane.bins(scale(view), 38.0).into_iter().map(|bin| bin.entries.to_vec()).collect()
        };
        let (before, after) = (bins_of(view), bins_of(view.panned(3.7)));
        assert!(before.len() > 10, "{}", before.len());
        let shared = after.iter().filter(|bin| before.contains(bin)).count();
        assert!(shared + 2 >= before.len().min(after.len()), "{shared} of {}", before.len());
    }

    #[test]
    fn a_view_gathers_what_it_shows_and_little_more() {
        let events = made::crowd(2000);
        let lane = attended(&events);
        let days = made::days("2010-01-01", "2010-12-31");
        let n: usize = lane.bins(scale(View::of_days(days)), 38.0).iter().map(|bin| bin.entries.len()).sum();
        let inside = events.iter().filter(|event| days.contains(event.days)).count();
        assert!(n >= inside && n < inside + 80, "{n} of {inside}");
    }

    #[test]
    fn half_known_dates_stand_at_the_known_end() {
        let day = Day::parse("2022-03-01").unwrap();
        assert_eq!(centre_twice(DayRange::until(day)), centre_twice(DayRange::day(day)));
        assert_eq!(centre_twice(DayRange::ANY), None);
    }
}
