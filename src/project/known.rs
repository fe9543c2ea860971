//! What the calendar knows of a leader's time in office, so that nobody compares leaders by what it lacks.

use std::collections::BTreeMap;

use super::State;
use crate::{
    model::{EditionFormat, OfficeRole, SeriesClass},
    world::World,
};

/// How many editions of which series the calendar has from a leader's time in office.
///
/// It does not say who belongs to a series: a count is no list of what he ought to have attended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The series that these articles name for him, with their editions in his time, most first.
    pub named: Vec<(String, usize)>,
    /// Series that these articles name for him and of which the calendar has no edition in his time.
    pub lacking: Vec<String>,
    /// How many further series have editions in his time.
    pub n_others: usize,
}

impl State {
    /// What the calendar knows of the time in which `leader` was in office.
    pub fn known_of(&self, leader: &str) -> Known {
        let in_office = editions_in_office(leader, World::builtin());
        let claims = self.readings.values().flat_map(|reading| &reading.extraction.claims);
        let mut series: Vec<&str> = claims
            .filter(|claim| claim.leader == leader)
            .filter_map(|claim| claim.series.as_deref())
            .collect();
        series.sort_unstable();
        series.dedup();
        let count = |code: &str| in_office.get(code).copied().unwrap_or(0);
        let (mut named, mut lacking) = (Vec::new(), Vec::new());
        for code in series {
            match count(code) {
                0 => lacking.push(code.to_owned()),
                n => named.push((code.to_owned(), n)),
            }
        }
        named.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        let n_others = in_office.len() - named.len();
        Known { named, lacking, n_others }
    }
}

/// How many editions of each series fall into a leader's terms of office; numbered bilateral occasions and
/// editions that were cancelled aside.
fn editions_in_office(leader: &str, world: &World) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    let Some(leader) = world.register().by_name(leader) else { return counts };
    for edition in world.calendar().editions() {
        let series = world.series().by_code(&edition.series);
        let is_bilateral = series.is_some_and(|series| series.class == SeriesClass::Bilateral);
        let in_office = leader
            .offices
            .iter()
            .filter(|office| office.role != OfficeRole::Other)
            .any(|office| office.term.meet(edition.days).is_some());
        if in_office && !is_bilateral && edition.format != EditionFormat::Cancelled {
            *counts.entry(edition.series.clone()).or_default() += 1;
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_term_of_office_has_few_editions() {
        let world = World::builtin();
        let long = editions_in_office("Vladimir Putin", world);
        let short = editions_in_office("Liz Truss", world);
        assert!(long.get("G20").is_some_and(|n| *n > 10), "{long:?}");
        assert!(short.values().sum::<usize>() * 10 < long.values().sum(), "{short:?}");
        assert!(!long.contains_key("Russia-US"), "numbered occasions of two are no series of summits");
        assert!(editions_in_office("Nobody Known", world).is_empty());
    }
}
