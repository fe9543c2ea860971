//! Sets of days: what is left of the days on which an article can have been written.

use crate::model::DayRange;

/// A set of days, as ranges that lie in order and do not touch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DaySet {
    ranges: Vec<DayRange>,
}

impl DaySet {
    /// Every day.
    pub(super) fn any() -> Self {
        Self { ranges: vec![DayRange::ANY] }
    }

    /// The days of all `ranges` together.
    pub(super) fn of(ranges: impl IntoIterator<Item = DayRange>) -> Self {
        let mut sorted: Vec<DayRange> = ranges.into_iter().collect();
        sorted.sort_unstable();
        let mut joined: Vec<DayRange> = Vec::with_capacity(sorted.len());
        for range in sorted {
            match joined.last_mut() {
                Some(last) if range.first() <= last.last().plus(1) => *last = last.hull(range),
                _ => joined.push(range),
            }
        }
        Self { ranges: joined }
    }

    /// The days that both sets have.
    pub(super) fn meet(&self, other: &Self) -> Self {
        let pairs = self.ranges.iter().flat_map(|a| other.ranges.iter().filter_map(|b| a.meet(*b)));
        Self::of(pairs)
    }

    /// Whether no day is left.
    pub(super) fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }

    /// The smallest range that covers all, or `None` of an empty set.
    pub(super) fn hull(&self) -> Option<DayRange> {
        Some(self.ranges.first()?.hull(*self.ranges.last()?))
    }

    /// The ranges, in order.
    pub(super) fn ranges(&self) -> impl Iterator<Item = DayRange> {
        self.ranges.iter().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Day;

    fn range(first: &str, last: &str) -> DayRange {
        DayRange::new(Day::parse(first).unwrap(), Day::parse(last).unwrap()).unwrap()
    }

    #[test]
    fn touching_ranges_are_one() {
        let set = DaySet::of([range("2022-11-15", "2022-11-16"), range("2022-11-13", "2022-11-14")]);
        assert_eq!(set, DaySet::of([range("2022-11-13", "2022-11-16")]), "neighbours join");
    }

    #[test]
    fn meeting_keeps_the_gaps() {
        let set = DaySet::of([range("2020-01-01", "2020-01-31"), range("2022-01-01", "2022-01-31")]);
        let met = set.meet(&DaySet::of([range("2020-01-20", "2022-01-05")]));
        assert_eq!(
            met,
            DaySet::of([range("2020-01-20", "2020-01-31"), range("2022-01-01", "2022-01-05")]),
            "2021 stays out"
        );
    }
}
