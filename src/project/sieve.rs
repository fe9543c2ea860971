//! The values of all events by facet, numbered once, so that a choice is counted in one pass over numbers.
//!
//! A facet's counts are those under all other filters: what a choice would show. An event counts for every
//! facet if all let it through, and for one facet alone if that is the only one that does not.

use std::collections::BTreeMap;

use super::{
    Facet, Filter, Hidden,
    facet::{NONE, ValueOrder},
};
use crate::model::Event;

const N_FACETS: usize = Facet::ALL.len();

/// One value of a facet, and how many events would be shown by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ValueCount<'a> {
    /// The value, as [`Facet::values`] gives it.
    pub value: &'a str,
    /// How many events have it, under all other filters.
    pub n_events: usize,
}

/// All events' values, of each facet as soon as it is needed.
#[derive(Clone, Debug, Default)]
pub(super) struct Sieve {
    columns: [Option<Column>; N_FACETS],
    /// Somebody looks at the counts of all facets.
    counts_all: bool,
}

/// One facet's values of all events.
#[derive(Clone, Debug, Default)]
struct Column {
    /// Each value once, by number.
    values: Vec<String>,
    /// The values' numbers, event after event.
    numbers: Vec<u32>,
    /// Where each event's numbers begin, and one more at the end.
    starts: Vec<u32>,
    /// How many events each value would show.
    counts: Vec<u32>,
}

impl Sieve {
    /// The events are others than before.
    pub(super) fn forget(&mut self) {
        *self = Self::default();
    }

    /// The values of one facet are others than before.
    pub(super) fn forget_facet(&mut self, facet: Facet) {
        if let Some(column) = self.columns.get_mut(facet as usize) {
            *column = None;
        }
    }

    /// Counts the values of all facets from the next sifting on.
    pub(super) fn count_all(&mut self) {
        self.counts_all = true;
    }

    /// Whether the values of all facets are counted.
    pub(super) fn counts_all(&self) -> bool {
        self.counts_all
    }

    /// Says of each event why it is hidden, in order, and counts the values anew.
    pub(super) fn sift(&mut self, events: &[Event], filter: &Filter) -> Vec<Option<Hidden>> {
        for (column, facet) in self.columns.iter_mut().zip(Facet::ALL) {
            let is_in_legend = matches!(facet, Facet::Kind | Facet::Status);
            if self.counts_all || is_in_legend || filter.narrows(facet) {
                column.get_or_insert_with(|| Column::new(facet, events)).start_counting();
            }
        }
        let chosen = Facet::ALL.map(|facet| self.column(facet)?.chosen(facet, filter));
        let mut hidden = Vec::with_capacity(events.len());
        for (index, event) in events.iter().enumerate() {
            let stopped = filter.stops(event);
            hidden.push(stopped.or_else(|| self.sift_one(index, &chosen)));
        }
        hidden
    }

    /// A facet's values that can be chosen or are, in the order of the panel.
    pub(super) fn values(&self, facet: Facet, filter: &Filter) -> Vec<ValueCount<'_>> {
        let Some(column) = self.column(facet) else { return Vec::new() };
        let mut found: Vec<_> = column
            .values
            .iter()
            .zip(&column.counts)
            .map(|(value, n)| ValueCount { value, n_events: *n as usize })
            .filter(|count| count.n_events > 0 || filter.chooses(facet, count.value))
            .collect();
        match facet.order() {
            ValueOrder::Named => found.sort_by_key(|count| (count.value == NONE, count.value)),
            ValueOrder::Listed(list) => {
                found.sort_by_key(|count| list.iter().position(|value| *value == count.value));
            }
            ValueOrder::Counted => {
                found.sort_by_key(|count| {
                    (count.value == NONE, std::cmp::Reverse(count.n_events), count.value)
                });
            }
        }
        found
    }

    /// Counts one event, and says whether a facet hides it.
    fn sift_one(&mut self, index: usize, chosen: &[Option<Vec<bool>>; N_FACETS]) -> Option<Hidden> {
        let columns = self.columns.iter().zip(chosen).enumerate();
        let mut stopping = columns.filter_map(|(number, (column, chosen))| {
            let (column, chosen) = (column.as_ref()?, chosen.as_ref()?);
            let is_chosen = |value: &u32| chosen.get(*value as usize).copied().unwrap_or(false);
            (!column.of(index).iter().any(is_chosen)).then_some(number)
        });
        let (first, second) = (stopping.next(), stopping.next());
        if second.is_some() {
            return Some(Hidden::Filtered);
        }
        for (number, column) in self.columns.iter_mut().enumerate() {
            if let Some(column) = column
                && first.is_none_or(|first| first == number)
            {
                column.count(index);
            }
        }
        first.map(|_| Hidden::Filtered)
    }

    fn column(&self, facet: Facet) -> Option<&Column> {
        self.columns.get(facet as usize)?.as_ref()
    }
}

impl Column {
    fn new(facet: Facet, events: &[Event]) -> Self {
        let mut numbered: BTreeMap<String, u32> = BTreeMap::new();
        let (mut numbers, mut starts) =
            (Vec::with_capacity(events.len()), Vec::with_capacity(events.len() + 1));
        for event in events {
            let start = numbers.len();
            starts.push(u32::try_from(start).unwrap_or(u32::MAX));
            facet.values(event, &mut |value| {
                let known = numbered.get(value).copied();
                let number = known.unwrap_or_else(|| {
                    let next = u32::try_from(numbered.len()).unwrap_or(u32::MAX);
                    numbered.insert(value.to_owned(), next);
                    next
                });
                if !numbers.iter().skip(start).any(|known| *known == number) {
                    numbers.push(number);
                }
            });
        }
        starts.push(u32::try_from(numbers.len()).unwrap_or(u32::MAX));
        let mut by_number: Vec<(u32, String)> =
            numbered.into_iter().map(|(value, number)| (number, value)).collect();
        by_number.sort_unstable();
        let values = by_number.into_iter().map(|(_, value)| value).collect();
        Self { values, numbers, starts, counts: Vec::new() }
    }

    fn start_counting(&mut self) {
        self.counts.clear();
        self.counts.resize(self.values.len(), 0);
    }

    /// Of each value whether it was chosen, or `None` if the facet lets everything through.
    fn chosen(&self, facet: Facet, filter: &Filter) -> Option<Vec<bool>> {
        let of_value = |value: &String| filter.chooses(facet, value);
        filter.narrows(facet).then(|| self.values.iter().map(of_value).collect())
    }

    /// The numbers of an event's values.
    fn of(&self, index: usize) -> &[u32] {
        let at = |index: usize| self.starts.get(index).map_or(0, |start| *start as usize);
        self.numbers.get(at(index)..at(index + 1)).unwrap_or_default()
    }

    fn count(&mut self, index: usize) {
        let at = |index: usize| self.starts.get(index).map_or(0, |start| *start as usize);
        let numbers = self.numbers.get(at(index)..at(index + 1)).unwrap_or_default();
        for number in numbers {
            if let Some(n) = self.counts.get_mut(*number as usize) {
                *n += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::made;

    fn events() -> Vec<Event> {
        vec![
            made::summit("G20/2022", "2022-11-15", "2022-11-16"),
            made::summit("G20/2023", "2023-09-09", "2023-09-10"),
            made::summit("BRICS/2023", "2023-08-22", "2023-08-24"),
            made::meeting("Xi Jinping", "2023-03-20", "2023-03-22"),
        ]
    }

    fn counting() -> Sieve {
        let mut sieve = Sieve::default();
        sieve.count_all();
        sieve
    }

    fn counts(sieve: &Sieve, facet: Facet, filter: &Filter) -> Vec<(String, usize)> {
        let values = sieve.values(facet, filter);
        values.into_iter().map(|count| (count.value.to_owned(), count.n_events)).collect()
    }

    fn pairs(expected: &[(&str, usize)]) -> Vec<(String, usize)> {
        expected.iter().map(|(value, n)| ((*value).to_owned(), *n)).collect()
    }

    #[test]
    fn a_facets_counts_are_those_under_all_other_filters() {
        let (events, filter) = (events(), Filter::default().with(Facet::Year, "2023"));
        let mut sieve = counting();
        let hidden = sieve.sift(&events, &filter);
        assert_eq!(hidden, [Some(Hidden::Filtered), None, None, None]);
        let years = counts(&sieve, Facet::Year, &filter);
        assert_eq!(years, pairs(&[("2022", 1), ("2023", 3)]), "its own choice takes nothing from a facet");
        let series = counts(&sieve, Facet::Series, &filter);
        assert_eq!(series, pairs(&[("BRICS", 1), ("G20", 1), ("-", 1)]), "2022 is not counted");
    }

    #[test]
    fn an_event_that_two_facets_hide_counts_for_none() {
        let filter = Filter::default().with(Facet::Year, "2023").with(Facet::Series, "BRICS");
        let events = events();
        let mut sieve = counting();
        sieve.sift(&events, &filter);
        assert_eq!(counts(&sieve, Facet::Year, &filter), pairs(&[("2023", 1)]));
        let series = counts(&sieve, Facet::Series, &filter);
        assert_eq!(series, pairs(&[("BRICS", 1), ("G20", 1), ("-", 1)]));
    }

    #[test]
    fn a_chosen_value_stays_in_the_list_though_nothing_has_it_now() {
        let filter = Filter::default().with(Facet::Series, "G20").with(Facet::Counterpart, "Xi Jinping");
        let events = events();
        let mut sieve = counting();
        sieve.sift(&events, &filter);
        assert!(
            counts(&sieve, Facet::Series, &filter).contains(&("G20".to_owned(), 0)),
            "it can be taken back"
        );
    }

    #[test]
    fn the_sieve_and_the_filter_agree_about_every_event() {
        let events = events();
        let mut sieve = counting();
        for filter in [
            Filter::default(),
            Filter::default().with(Facet::Kind, "meetings"),
            Filter::default().with(Facet::Series, "G20").with(Facet::Year, "2022"),
            Filter::default().with(Facet::Counterpart, "Xi Jinping").with(Facet::Hole, "single_source"),
        ] {
            let expected: Vec<_> = events.iter().map(|event| filter.hides(event)).collect();
            assert_eq!(sieve.sift(&events, &filter), expected, "{filter:?}");
            assert_eq!(Sieve::default().sift(&events, &filter), expected, "without all counts: {filter:?}");
        }
    }
}
