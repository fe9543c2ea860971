//! What of the timeline depends on the events alone: lanes sorted by time, folds, and the view that fits all.

use std::collections::{BTreeMap, BTreeSet};

use super::silent;
use crate::{
    model::DayRange,
    project::{Arrangement, State},
    timeline::{Folds, LaneIndex, LanesBy, View, articles_by_month, dated_days, lanes_of},
    world::World,
};

/// The lanes of one state of events, filter and arrangement.
#[derive(Debug)]
pub(super) struct TimeIndex {
    made_for: Option<(u64, Arrangement)>,
    /// Counts up whenever it is made anew.
    pub(super) revision: u64,
    /// The lanes, from above.
    pub(super) lanes: Vec<LaneIndex>,
    /// What is folded.
    pub(super) folds: Folds,
    /// The view of the chart that fits all.
    pub(super) whole: View,
    /// How many articles say that they were written in each month.
    pub(super) months: BTreeMap<DayRange, usize>,
    /// How many articles there are, dated or not.
    pub(super) n_articles: usize,
    /// The editions that no article speaks of, if they are asked for.
    pub(super) silent: Vec<silent::Edition>,
}

impl Default for TimeIndex {
    fn default() -> Self {
        Self {
            made_for: None,
            revision: 0,
            lanes: Vec::new(),
            folds: Folds::NONE,
            whole: View::fit(None),
            months: BTreeMap::new(),
            n_articles: 0,
            silent: Vec::new(),
        }
    }
}

impl TimeIndex {
    /// Makes it anew if events, filter or arrangement changed; gives the folds that were there before.
    pub(super) fn update(&mut self, state: &State) -> Option<Folds> {
        let made_for = Some((state.revision, state.arrangement));
        if self.made_for == made_for {
            return None;
        }
        self.made_for = made_for;
        self.revision += 1;
        self.lanes = lanes(state);
        let published = state.readings.values().filter_map(|reading| reading.article.published.as_ref());
        let written: Vec<_> = published.map(|published| DayRange::day(published.day)).collect();
        self.months = articles_by_month(&written);
        self.n_articles = state.readings.len();
        self.silent = silent::editions(state);
        let known = state.shown().filter_map(|event| dated_days(std::slice::from_ref(event), &|_| true));
        let all = known.clone().reduce(DayRange::hull);
        let folds = if state.arrangement.folded { Folds::between(known) } else { Folds::NONE };
        self.whole = fitted(all, &folds);
        Some(std::mem::replace(&mut self.folds, folds))
    }
}

fn fitted(all: Option<DayRange>, folds: &Folds) -> View {
    let exact = all.map(|days| folds.folded_view(View::of_days(days)));
    exact.map_or_else(|| View::fit(None), |view| View::new(view.start(), view.end()).widened())
}

fn lanes(state: &State) -> Vec<LaneIndex> {
    let by = state.arrangement.lanes_by;
    let mut lanes = lanes_of(state.events(), by, state.shown_indices().iter().copied());
    lanes.retain(|lane| lane.lane.is_none_or(|lane| state.filter.shows_lane(lane)));
    if by == LanesBy::Country {
        for lane in &mut lanes {
            if let Some(country) = World::builtin().countries().by_code(&lane.name) {
                lane.name.clone_from(&country.name);
            }
        }
    }
    lanes.into_iter().map(|lane| LaneIndex::new(state.events(), lane)).collect()
}

/// Ids of the editions that were held on screens for everybody.
pub(super) fn on_screens() -> &'static BTreeSet<String> {
    static IDS: std::sync::OnceLock<BTreeSet<String>> = std::sync::OnceLock::new();
    IDS.get_or_init(|| World::builtin().calendar().on_screens().map(|edition| edition.id.clone()).collect())
}
