//! The values of all events by facet, numbered once, so that a choice is counted in one pass over numbers.
//!
//! A facet's counts are those under all other filters: what a choice would show. An event counts for every
//! facet if all let it through, and for one facet alone if that is the only one that does not.

use std::collections::{BTreeMap, BTreeSet};

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

/// All events' values.
#[derive(Clone, Debug, Default)]
pub(super) struct Sieve {
    columns: [Column; N_FACETS],
}

/// One facet's values of all events.
#[derive(Clone, Debug, Default)]
struct Column {
    /// Each value once, sorted.
    values: Vec<String>,
    /// The values' numbers, event after event.
    numbers: Vec<u32>,
    /// Where each event's numbers begin, and one more at the end.
    starts: Vec<u32>,
    /// How many events each value would show.
    counts: Vec<u32>,
}

impl Sieve {
    /// Numbers the values of all events.
    pub(super) fn new(events: &[Event]) -> Self {
        Self { columns: Facet::ALL.map(|facet| Column::new(facet, events)) }
    }

    /// Numbers the values of one facet again.
    pub(super) fn renew(&mut self, facet: Facet, events: &[Event]) {
        if let Some(column) = self.columns.get_mut(facet as usize) {
            *column = Column::new(facet, events);
        }
    }

    /// Says of each event why it is hidden, in order, and counts the values anew.
    pub(super) fn sift(&mut self, events: &[Event], filter: &Filter) -> Vec<Option<Hidden>> {
        let chosen =
            Facet::ALL.map(|facet| self.column(facet).and_then(|column| column.chosen(facet, filter)));
        for column in &mut self.columns {
            column.counts = vec![0; column.values.len()];
        }
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
            ValueOrder::Named => found.sort_by_key(|count| count.value == NONE),
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
        let mut stopping =
            self.columns.iter().zip(chosen).enumerate().filter_map(|(number, (column, chosen))| {
                let chosen = chosen.as_ref()?;
                let is_chosen = |value: &u32| chosen.get(*value as usize).copied().unwrap_or(false);
                (!column.of(index).iter().any(is_chosen)).then_some(number)
            });
        let (first, second) = (stopping.next(), stopping.next());
        if second.is_some() {
            return Some(Hidden::Filtered);
        }
        for (number, column) in self.columns.iter_mut().enumerate() {
            if first.is_none_or(|first| first == number) {
                column.count(index);
            }
        }
        first.map(|_| Hidden::Filtered)
    }

    fn column(&self, facet: Facet) -> Option<&Column> {
        self.columns.get(facet as usize)
    }
}

impl Column {
    fn new(facet: Facet, events: &[Event]) -> Self {
        let mut values = BTreeSet::new();
        for event in events {
            facet.values(event, &mut |value| {
                if !values.contains(value) {
                    values.insert(value.to_owned());
                }
            });
        }
        let numbered: BTreeMap<&str, u32> = values.iter().map(String::as_str).zip(0..).collect();
        let (mut numbers, mut starts) =
            (Vec::with_capacity(events.len()), Vec::with_capacity(events.len() + 1));
        for event in events {
            let start = numbers.len();
            starts.push(u32::try_from(start).unwrap_or(u32::MAX));
            facet.values(event, &mut |value| {
                let number = numbered.get(value).copied().unwrap_or(0);
                if !numbers.iter().skip(start).any(|known| *known == number) {
                    numbers.push(number);
                }
            });
        }
        starts.push(u32::try_from(numbers.len()).unwrap_or(u32::MAX));
        Self { values: values.into_iter().collect(), numbers, starts, counts: Vec::new() }
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
        let mut sieve = Sieve::new(&events);
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
        let mut sieve = Sieve::new(&events);
        sieve.sift(&events, &filter);
        assert_eq!(counts(&sieve, Facet::Year, &filter), pairs(&[("2023", 1)]));
        let series = counts(&sieve, Facet::Series, &filter);
        assert_eq!(series, pairs(&[("BRICS", 1), ("G20", 1), ("-", 1)]));
    }

    #[test]
    fn a_chosen_value_stays_in_the_list_though_nothing_has_it_now() {
        let filter = Filter::default().with(Facet::Series, "G20").with(Facet::Counterpart, "Xi Jinping");
        let events = events();
        let mut sieve = Sieve::new(&events);
        sieve.sift(&events, &filter);
        assert!(
            counts(&sieve, Facet::Series, &filter).contains(&("G20".to_owned(), 0)),
            "it can be taken back"
        );
    }

    #[test]
    fn the_sieve_and_the_filter_agree_about_every_event() {
        let events = events();
        let mut sieve = Sieve::new(&events);
        for filter in [
            Filter::default(),
            Filter::default().with(Facet::Kind, "meetings"),
            Filter::default().with(Facet::Series, "G20").with(Facet::Year, "2022"),
            Filter::default().with(Facet::Counterpart, "Xi Jinping").with(Facet::Hole, "single_source"),
        ] {
            let expected: Vec<_> = events.iter().map(|event| filter.hides(event)).collect();
            assert_eq!(sieve.sift(&events, &filter), expected, "{filter:?}");
        }
    }
}
