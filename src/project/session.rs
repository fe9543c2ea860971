//! The last visit to a folder: what was seen of it, and decisions that no project file holds.
//!
//! It is a project file in the user's own state folder, one for each input; nothing is written beside articles.

use super::{Effect, Input, State, saved::Saved};
use crate::model::Decision;

impl State {
    /// Asks for the last visit to `input`.
    pub(super) fn ask_for_session(&self, input: &Input) -> Effect {
        Effect::LoadSession { number: self.reading_number, input: input.clone() }
    }

    /// Remembers what is open for the next visit.
    pub(super) fn keep_session(&self) -> Option<Effect> {
        let input = self.input.clone()?;
        let mut saved = self.to_saved();
        // Nobody said that they are wrong: they are offered again.
        saved.decisions = self.offered.iter().chain(&saved.decisions).cloned().collect();
        Some(Effect::SaveSession { input, bytes: saved.to_bytes() })
    }

    /// Shows what the last visit showed, and offers its decisions; what the user did since then stands.
    pub(super) fn resume(&mut self, bytes: &[u8]) -> Vec<Effect> {
        let Ok(saved) = Saved::from_bytes(bytes) else { return Vec::new() };
        if self.input.as_ref() != Some(&saved.input) || self.project_path.is_some() {
            return Vec::new();
        }
        self.filter = saved.filter;
        self.kept_filters = saved.kept_filters;
        self.arrangement = saved.arrangement;
        self.kept_view = saved.view;
        self.awaited = saved.selected;
        self.n_openings += 1;
        self.offered = if self.ledger.decisions().is_empty() { saved.decisions } else { Vec::new() };
        let is_other = self.subject != saved.subject;
        self.subject = saved.subject;
        self.revision += 1;
        self.select_awaited();
        self.index();
        if is_other && !self.readings.is_empty() { self.ask_for_merge() } else { Vec::new() }
    }

    /// Takes the offered decisions over, or forgets them.
    pub(super) fn answer_offer(&mut self, takes_over: bool) -> Vec<Effect> {
        let offered = std::mem::take(&mut self.offered);
        if takes_over && !offered.is_empty() {
            self.take_over(&offered);
        }
        self.keep_session().into_iter().collect()
    }

    fn take_over(&mut self, offered: &[Decision]) {
        let made_since = self.ledger.decisions().to_vec();
        let all = offered.iter().chain(&made_since).cloned().collect();
        self.ledger = super::Ledger::from_decisions(all);
        self.review_again();
        let n = offered.len();
        let words = if n == 1 { "decision" } else { "decisions" };
        self.notices.done(format!("Taken over: {n} {words} of your last visit"));
    }

    /// Selects the event that the last visit had selected, once it is there.
    pub(super) fn select_awaited(&mut self) {
        let Some(id) = &self.awaited else { return };
        if self.selected.is_none() && self.events.iter().any(|event| event.id == *id) {
            let awaited = self.awaited.take();
            self.select(awaited);
        }
    }
}
