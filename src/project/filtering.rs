//! The actions that change what is shown; each can be taken back.

use super::{Action, Filter, NamedFilter, State};

/// How many filters one can go back.
const MOST_PAST: usize = 100;

impl State {
    /// Carries out an action that changes what is shown, or the filters that are kept.
    pub(super) fn steer_filter(&mut self, action: Action) {
        match action {
            Action::CountFacets => {
                self.sieve.count_all();
                self.index();
            }
            Action::FilterBack => self.filter_back(),
            Action::KeepFilter(name) => self.keep_filter(&name),
            Action::ForgetFilter(name) => self.forget_filter(&name),
            action => {
                if let Some(filter) = self.changed_filter(action) {
                    self.filter_by(filter);
                }
            }
        }
    }

    /// The filter as `action` wants it, or `None` if that is no matter of the filter.
    fn changed_filter(&self, action: Action) -> Option<Filter> {
        let mut filter = self.filter.clone();
        match action {
            Action::ShowLane(lane, shown) => filter.show_lane(lane, shown),
            Action::ShowHeld(shown) => filter.held = shown,
            Action::ShowRejected(shown) => filter.rejected = shown,
            Action::Choose { facet, value, on } => filter.choose(facet, &value, on),
            Action::Widen(facet) => filter.widen(facet),
            Action::FilterBy(wanted) => filter = wanted,
            Action::UseFilter(name) => {
                filter = self.kept_filters.iter().find(|kept| kept.name == name)?.filter.clone();
            }
            Action::ClearFilters => filter = Filter::default(),
            Action::ShowAll => filter = Filter { held: true, rejected: true, ..Filter::default() },
            _ => return None,
        }
        Some(filter)
    }

    /// Shows what `filter` lets through, and remembers what was shown before.
    fn filter_by(&mut self, filter: Filter) {
        if filter == self.filter {
            return;
        }
        if self.past_filters.len() == MOST_PAST {
            self.past_filters.remove(0);
        }
        self.past_filters.push(std::mem::replace(&mut self.filter, filter));
        self.index();
    }

    fn filter_back(&mut self) {
        if let Some(filter) = self.past_filters.pop() {
            self.filter = filter;
            self.index();
        }
    }

    /// Whether there is a filter to go back to.
    pub fn can_filter_back(&self) -> bool {
        !self.past_filters.is_empty()
    }

    /// Keeps the filter under a name; one of the same name makes room.
    fn keep_filter(&mut self, name: &str) {
        let name = name.trim();
        if name.is_empty() {
            return;
        }
        self.kept_filters.retain(|kept| kept.name != name);
        let at = self.kept_filters.partition_point(|kept| kept.name.as_str() < name);
        self.kept_filters.insert(at, NamedFilter { name: name.to_owned(), filter: self.filter.clone() });
        self.unsaved = true;
    }

    fn forget_filter(&mut self, name: &str) {
        let n_kept = self.kept_filters.len();
        self.kept_filters.retain(|kept| kept.name != name);
        self.unsaved |= self.kept_filters.len() < n_kept;
    }
}
