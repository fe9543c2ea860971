//! Which event and which of its quotes is selected.

use super::State;

impl State {
    pub(super) fn select(&mut self, id: Option<String>) {
        self.passage = None;
        if self.selected != id {
            self.selected = id;
            self.quote_index = 0;
            self.find_selected();
        }
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

    pub(super) fn next_quote(&mut self) {
        let n_quotes = self.selected_event().map_or(0, |event| event.evidence.len());
        if n_quotes > 0 {
            self.quote_index = (self.quote_index + 1) % n_quotes;
        }
    }
}
