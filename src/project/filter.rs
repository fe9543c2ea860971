//! Which events are shown: or within a facet, and between facets.

use std::collections::{BTreeMap, BTreeSet};

use super::Facet;
use crate::{
    model::{Event, Review},
    timeline::Lane,
};

/// What is shown; everything that is not rejected and not held back, to begin with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub(super) hidden: BTreeSet<Lane>,
    /// The chosen values of each facet but the kind; one that is not in it lets everything through.
    pub(super) chosen: BTreeMap<Facet, BTreeSet<String>>,
    /// Events below the threshold are shown too.
    pub held: bool,
    /// Rejected events are shown too.
    pub rejected: bool,
}

/// A filter that was kept under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedFilter {
    /// Its name; no two are alike.
    pub name: String,
    /// What it shows.
    pub filter: Filter,
}

/// Why an event is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hidden {
    /// It waits for review, below the threshold.
    Held,
    /// A person rejected it.
    Rejected,
    /// A facet does not let it through.
    Filtered,
}

impl Filter {
    /// Whether a lane is switched on.
    pub fn shows_lane(&self, lane: Lane) -> bool {
        !self.hidden.contains(&lane)
    }

    /// Switches a lane on or off.
    pub fn show_lane(&mut self, lane: Lane, shown: bool) {
        if shown {
            self.hidden.remove(&lane);
        } else {
            self.hidden.insert(lane);
        }
    }

    /// A filter that lets through what has this value of `facet`, and as much of the rest as this one.
    #[must_use]
    pub fn with(mut self, facet: Facet, value: &str) -> Self {
        self.choose(facet, value, true);
        self
    }

    /// Whether `facet` lets only some values through.
    pub fn narrows(&self, facet: Facet) -> bool {
        match facet {
            Facet::Kind => !self.hidden.is_empty(),
            facet => self.chosen.contains_key(&facet),
        }
    }

    /// The facets that let only some values through, in the order of the panel.
    pub fn narrowing(&self) -> impl Iterator<Item = Facet> {
        Facet::ALL.into_iter().filter(|facet| self.narrows(*facet))
    }

    /// Whether this value was chosen, among others perhaps.
    pub fn chooses(&self, facet: Facet, value: &str) -> bool {
        match facet {
            Facet::Kind => self.narrows(facet) && self.shown_lanes().any(|lane| lane.key() == value),
            facet => self.chosen.get(&facet).is_some_and(|chosen| chosen.contains(value)),
        }
    }

    /// The values that were chosen of a facet, by name.
    pub fn chosen(&self, facet: Facet) -> Vec<&str> {
        match facet {
            Facet::Kind if self.narrows(facet) => self.shown_lanes().map(Lane::key).collect(),
            facet => self.chosen.get(&facet).into_iter().flatten().map(String::as_str).collect(),
        }
    }

    /// Chooses a value, or takes the choice back; with the last one gone, everything is let through again.
    pub fn choose(&mut self, facet: Facet, value: &str, on: bool) {
        if facet == Facet::Kind {
            self.choose_lane(value, on);
            return;
        }
        let chosen = self.chosen.entry(facet).or_default();
        if on {
            chosen.insert(value.to_owned());
        } else {
            chosen.remove(value);
        }
        if chosen.is_empty() {
            self.chosen.remove(&facet);
        }
    }

    /// Whether this value is let through: chosen, or nothing was.
    pub fn lets_through(&self, facet: Facet, value: &str) -> bool {
        !self.narrows(facet) || self.chooses(facet, value)
    }

    /// Switches one value on or off and leaves the others of `all` as they are; with all on, or none, it is no filter.
    pub fn switch(&mut self, facet: Facet, value: &str, (on, all): (bool, &[&str])) {
        let through: Vec<&str> = all
            .iter()
            .copied()
            .filter(|other| if *other == value { on } else { self.lets_through(facet, other) })
            .collect();
        self.widen(facet);
        if through.len() < all.len() {
            for value in through {
                self.choose(facet, value, true);
            }
        }
    }

    /// Lets every value of `facet` through.
    pub fn widen(&mut self, facet: Facet) {
        self.chosen.remove(&facet);
        if facet == Facet::Kind {
            self.hidden.clear();
        }
    }

    /// Why `event` is not shown, or `None` if it is. A confirmed event is never held back.
    pub fn hides(&self, event: &Event) -> Option<Hidden> {
        self.stops(event).or_else(|| {
            let is_let_through = self.shows_lane(Lane::of(event))
                && self
                    .chosen
                    .iter()
                    .all(|(facet, chosen)| facet.is_among(event, &|value| chosen.contains(value)));
            (!is_let_through).then_some(Hidden::Filtered)
        })
    }

    /// Why `event` is not shown whatever its values, or `None`.
    pub(super) fn stops(&self, event: &Event) -> Option<Hidden> {
        if !self.rejected && event.review == Review::Rejected {
            return Some(Hidden::Rejected);
        }
        (!self.held && event.held && event.review == Review::Unreviewed).then_some(Hidden::Held)
    }

    fn shown_lanes(&self) -> impl Iterator<Item = Lane> {
        Lane::ALL.into_iter().filter(|lane| self.shows_lane(*lane))
    }

    /// Of kinds it is kept which are hidden, for the legend, which switches each by itself.
    fn choose_lane(&mut self, key: &str, on: bool) {
        let Some(lane) = Lane::ALL.into_iter().find(|lane| lane.key() == key) else { return };
        if on && self.hidden.is_empty() {
            self.hidden.extend(Lane::ALL);
        }
        self.show_lane(lane, on);
        if self.hidden.len() == Lane::ALL.len() {
            self.hidden.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::made;

    #[test]
    fn or_within_a_facet_and_between_facets() {
        let filter = Filter::default()
            .with(Facet::Series, "G20")
            .with(Facet::Series, "BRICS")
            .with(Facet::Year, "2023");
        for (edition, day, hidden) in [
            ("G20/2023", "2023-09-09", None),
            ("BRICS/2023", "2023-08-22", None),
            ("SCO/2023", "2023-07-04", Some(Hidden::Filtered)),
            ("G20/2022", "2022-11-15", Some(Hidden::Filtered)),
        ] {
            assert_eq!(filter.hides(&made::summit(edition, day, day)), hidden, "{edition}");
        }
    }

    #[test]
    fn the_first_kind_that_is_chosen_hides_the_others_and_the_last_one_shows_all_again() {
        let mut filter = Filter::default();
        filter.choose(Facet::Kind, "skipped", true);
        assert_eq!(filter.chosen(Facet::Kind), ["skipped"]);
        filter.choose(Facet::Kind, "calls", true);
        assert!(filter.shows_lane(Lane::Calls) && !filter.shows_lane(Lane::Meetings), "two are shown");
        filter.choose(Facet::Kind, "skipped", false);
        filter.choose(Facet::Kind, "calls", false);
        assert_eq!(filter, Filter::default());
    }

    #[test]
    fn a_value_that_is_switched_off_leaves_the_others_on() {
        let all = ["happened", "planned", "denied"];
        let mut filter = Filter::default();
        filter.switch(Facet::Status, "planned", (false, &all));
        assert_eq!(filter.chosen(Facet::Status), ["denied", "happened"]);
        filter.switch(Facet::Status, "denied", (false, &all));
        assert_eq!(filter.chosen(Facet::Status), ["happened"]);
        filter.switch(Facet::Status, "planned", (true, &all));
        filter.switch(Facet::Status, "denied", (true, &all));
        assert_eq!(filter, Filter::default(), "with all on there is no filter");
    }

    #[test]
    fn taking_the_last_choice_back_is_no_filter() {
        let mut filter = Filter::default().with(Facet::Country, "CN");
        assert!(filter.narrows(Facet::Country), "it is chosen");
        filter.choose(Facet::Country, "CN", false);
        assert_eq!(filter, Filter::default());
        let mut filter = Filter::default().with(Facet::Country, "CN").with(Facet::Kind, "calls");
        filter.widen(Facet::Country);
        filter.widen(Facet::Kind);
        assert_eq!(filter, Filter::default());
    }

    #[test]
    fn held_back_and_rejected_events_say_so_before_any_facet() {
        let mut event = made::summit("G20/2022", "2022-11-15", "2022-11-16");
        event.held = true;
        let filter = Filter::default().with(Facet::Series, "BRICS");
        assert_eq!(filter.hides(&event), Some(Hidden::Held));
        event.review = Review::Rejected;
        assert_eq!(filter.hides(&event), Some(Hidden::Rejected));
    }
}
