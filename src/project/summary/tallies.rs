//! Meetings by country, articles by month, and the holes.

use std::{collections::BTreeMap, sync::Arc};

use super::Matrix;
use crate::{
    model::{DayRange, DoubtKind, Event, Kind, LeftOutReason, Status},
    project::{Hole, State, analyse::Reading},
    timeline::{articles_by_month, is_drawn},
    world::World,
};

/// The summary of one leader's events.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Series by year.
    pub matrix: Matrix,
    /// How many events it counts: not rejected and not held back.
    pub n_events: usize,
    /// Meetings that took place by the counterparts' country, the most first.
    pub meetings: Vec<(String, usize)>,
    /// How many meetings that is; one with two countries counts once.
    pub n_meetings: usize,
    /// Articles that state their date, by month.
    pub articles: BTreeMap<DayRange, usize>,
    /// How many articles do not state their date.
    pub n_undated_articles: usize,
    /// How many events have each hole.
    pub holes: Vec<(Hole, usize)>,
    /// Articles that gave nothing, by what they say of it, the most first.
    pub empty: Vec<(String, usize)>,
    /// What was recognised and left out on purpose, by why, the most first.
    pub left_out: Vec<(LeftOutReason, usize)>,
    /// Files that could not be read, by why, the most first.
    pub unread: Unread,
}

/// How many files could not be read, by why.
pub type Unread = Vec<(String, usize)>;

impl Summary {
    /// Counts everything.
    pub fn new(state: &State, world: &World) -> Self {
        let drawn: Vec<&Event> = state.events().iter().filter(|event| is_drawn(event)).collect();
        let meetings: Vec<&Event> = drawn.iter().copied().filter(|event| took_place(event)).collect();
        let readings = || state.readings.values();
        let dated: Vec<DayRange> = readings()
            .filter_map(|reading| reading.article.published)
            .map(|published| DayRange::day(published.day))
            .collect();
        Self {
            matrix: Matrix::new(state.events(), &state.subject, world),
            n_events: drawn.len(),
            n_meetings: meetings.len(),
            meetings: counted(meetings.iter().flat_map(|event| countries(event))),
            articles: articles_by_month(&dated),
            n_undated_articles: state.readings.len() - dated.len(),
            holes: Hole::ALL
                .into_iter()
                .map(|hole| (hole, drawn.iter().filter(|event| hole.is_in(event)).count()))
                .collect(),
            empty: counted(readings().filter_map(why_empty)),
            left_out: counted(
                readings().flat_map(|reading| &reading.extraction.left_out).map(|left| left.reason),
            ),
            unread: counted(state.failures.iter().map(|failure| failure.reason.clone())),
        }
    }
}

fn took_place(event: &Event) -> bool {
    event.kind == Kind::Meeting && event.status == Status::Happened
}

fn countries(event: &Event) -> Vec<String> {
    let mut countries = event.countries.clone();
    countries.sort();
    countries.dedup();
    countries
}

/// Why an article gave nothing, or `None` if it gave something.
fn why_empty(reading: &Arc<Reading>) -> Option<String> {
    let extraction = &reading.extraction;
    if !extraction.claims.is_empty() {
        return None;
    }
    let doubts = extraction.doubts.iter().chain(&reading.article.doubts);
    let mut told =
        doubts.filter(|doubt| doubt.kind == DoubtKind::NothingFound).map(|doubt| doubt.message.clone());
    Some(told.next_back().unwrap_or_else(|| "it names no leader and no summit".to_owned()))
}

/// How often each thing comes, the most frequent first.
fn counted<T: Ord>(things: impl Iterator<Item = T>) -> Vec<(T, usize)> {
    let mut counts: BTreeMap<T, usize> = BTreeMap::new();
    for thing in things {
        *counts.entry(thing).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_frequent_comes_first_and_equals_by_name() {
        let expected = [("b", 2), ("a", 1), ("c", 1)];
        assert_eq!(counted(["c", "b", "a", "b"].into_iter()), expected);
    }

    #[test]
    fn nothing_read_is_nothing_counted() {
        let summary = Summary::new(&State::default(), World::builtin());
        assert!(summary.matrix.years.is_empty() && summary.meetings.is_empty(), "nothing");
        assert!(summary.holes.iter().all(|(_, n)| *n == 0), "{:?}", summary.holes);
    }
}
