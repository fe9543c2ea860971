//! Which event and which of its quotes is selected, and in which order its quotes are read.

use super::State;
use crate::{
    model::{Day, DayRange, Event, Evidence, Window},
    resolve,
    world::World,
};

impl State {
    /// The chosen quote of the selected event.
    pub fn chosen_quote(&self) -> Option<&Evidence> {
        self.selected_event()?.evidence.get(self.quote_index)
    }

    /// The selected event's quotes with their places in the event, the newest article's first.
    pub fn quotes(&self) -> impl Iterator<Item = (usize, &Evidence)> {
        let evidence = self.selected_event().map_or(&[][..], |event| &event.evidence);
        self.quote_order.iter().filter_map(move |index| Some((*index, evidence.get(*index)?)))
    }

    /// When an article of the selected event can have been written, where it does not say so.
    pub fn written(&self, file: &str) -> Option<&Window> {
        self.written.get(file)
    }

    pub(super) fn select(&mut self, id: Option<String>) {
        self.passage = None;
        if self.selected != id {
            self.selected = id;
            self.find_selected();
            self.quote_index = self.quote_order.first().copied().unwrap_or(0);
        }
    }

    /// Looks up where the selected event is, and orders its quotes.
    pub(super) fn find_selected(&mut self) {
        let id = self.selected.as_ref();
        self.selected_index = id.and_then(|id| self.events.iter().position(|event| event.id == *id));
        let Some(event) = self.selected_index.and_then(|index| self.events.get(index)).cloned() else {
            self.quote_order.clear();
            return;
        };
        self.look_up_windows(&event);
        self.quote_order = self.newest_first(&event);
        self.quote_index = self.quote_index.min(event.evidence.len().saturating_sub(1));
    }

    /// Selects the first or the last shown event.
    pub(super) fn select_end(&mut self, last: bool) {
        let event = if last { self.shown().next_back() } else { self.shown().next() };
        let id = event.map(|event| event.id.clone());
        self.select(id);
    }

    /// Selects the next or previous shown event; the first or last if none is selected.
    pub(super) fn step_selection(&mut self, forward: bool) {
        let ids: Vec<&str> = self.shown().map(|event| event.id.as_str()).collect();
        let Some(last) = ids.len().checked_sub(1) else { return };
        let at = self.selected.as_deref().and_then(|id| ids.iter().position(|known| *known == id));
        let next = match (at, forward) {
            (None, true) => 0,
            (None, false) => last,
            (Some(at), true) => (at + 1).min(last),
            (Some(at), false) => at.saturating_sub(1),
        };
        let id = ids.get(next).map(|id| (*id).to_owned());
        self.select(id);
    }

    /// Chooses the next or previous quote, around at the ends.
    pub(super) fn step_quote(&mut self, forward: bool) {
        let n_quotes = self.quote_order.len();
        let at = self.quote_order.iter().position(|index| *index == self.quote_index);
        let (Some(at), true) = (at, n_quotes > 0) else { return };
        let step = if forward { 1 } else { n_quotes - 1 };
        self.quote_index = self.quote_order.get((at + step) % n_quotes).copied().unwrap_or(0);
    }

    fn look_up_windows(&mut self, event: &Event) {
        for evidence in event.evidence.iter().filter(|evidence| evidence.published.is_none()) {
            let Some(reading) = self.readings.get(&evidence.file) else { continue };
            if !self.written.contains_key(&evidence.file) {
                let extraction = &reading.extraction;
                let window = resolve::window_with(&extraction.facts, &extraction.claims, World::builtin());
                self.written.insert(evidence.file.clone(), window);
            }
        }
    }

    /// The newest article's quotes first, those of unknown age last; else the best first.
    fn newest_first(&self, event: &Event) -> Vec<usize> {
        let newest = |evidence: &Evidence| -> Option<Day> {
            let last = || {
                let window = self.written.get(&evidence.file)?;
                window.days.end().filter(|_| window.days != DayRange::ANY)
            };
            evidence.published.or_else(last)
        };
        let mut order: Vec<usize> = (0..event.evidence.len()).collect();
        order.sort_by_key(|index| {
            let day = event.evidence.get(*index).and_then(newest);
            std::cmp::Reverse(day)
        });
        order
    }
}
