//! The days on which an article can have been written, solved from what it says.
//!
//! Each constraint allows a set of days. The sets are met, strongest kind first, and within a kind those first that
//! the fewest others contradict; one that would leave nothing is dropped. What needs to know the window already (which edition a bare name means, what `this month` or
//! `recently` can be) comes after, until nothing narrows it further.

use super::{
    allowed::{self, Allowed},
    dayset::DaySet,
    hints, meaning,
};
use crate::{
    model::{ArticleFacts, Claim, DayRange, Step, Tense, Timex, Unit, Window, WindowConstraint},
    world::World,
};

/// How often the hints are asked again; they narrow twice at most in practice.
const ROUNDS: usize = 3;

/// The days on which an article can have been written, from its own words alone.
pub fn window(facts: &ArticleFacts, world: &World) -> Window {
    of_claims(facts, &[], world)
}

/// The same, with its claims: a numbered meeting of two countries in the calendar helps where an article says
/// `this week`.
pub fn window_with(facts: &ArticleFacts, claims: &[Claim], world: &World) -> Window {
    of_claims(facts, &claims.iter().collect::<Vec<_>>(), world)
}

pub(super) fn of_claims(facts: &ArticleFacts, claims: &[&Claim], world: &World) -> Window {
    if let Some(day) = facts.published {
        let steps = vec![Step::PublicationStated { file: facts.file.clone(), day }];
        return Window { days: DayRange::day(day), steps };
    }
    let mut solver = Solver { file: &facts.file, left: DaySet::any(), steps: Vec::new() };
    let mut known: Vec<(usize, Allowed)> = Vec::new();
    let constraints = decisions_undated(&facts.constraints);
    for (index, constraint) in constraints.iter().enumerate() {
        known.extend(allowed::by(constraint, world).map(|allowed| (index, allowed)));
    }
    let clashes =
        |of: &Allowed| known.iter().filter(|(_, other)| of.days.meet(&other.days).is_empty()).count();
    let n_clashes: Vec<usize> = known.iter().map(|(_, allowed)| clashes(allowed)).collect();
    let mut known: Vec<(usize, (usize, Allowed))> = n_clashes.into_iter().zip(known).collect();
    known.sort_by_key(|(clashes, (index, allowed))| (allowed.strength, *clashes, *index));
    for (_, (_, allowed)) in &known {
        solver.narrow(allowed);
    }
    for _ in 0..ROUNDS {
        let before = solver.left.clone();
        for allowed in hints::all(&constraints, claims, &solver.left, world) {
            solver.narrow(&allowed);
        }
        if solver.left == before {
            break;
        }
    }
    Window { days: solver.left.hull().unwrap_or(DayRange::ANY), steps: solver.steps }
}

/// To have chosen to stay away from a summit does not make the summit past: where the words also look ahead to it,
/// or say `this week`, their past tense says nothing of its days.
fn decisions_undated(constraints: &[WindowConstraint]) -> Vec<WindowConstraint> {
    let looks_ahead = |code: &str| {
        constraints.iter().any(|constraint| {
            matches!(constraint, WindowConstraint::Edition { series, tense: Tense::Future, .. } if series == code)
        })
    };
    let undated = |constraint: &WindowConstraint| {
        let mut constraint = constraint.clone();
        if let WindowConstraint::Edition { series, times, tense, .. } = &mut constraint
            && *tense == Tense::Past
        {
            let this_week = times.contains(&Timex::Relative { unit: Unit::Week, offset: 0 });
            let of_year = times.iter().any(|timex| meaning::fixed(timex).is_some());
            if this_week || (looks_ahead(series) && !of_year) {
                *tense = Tense::Unknown;
            }
        }
        constraint
    };
    constraints.iter().map(undated).collect()
}

struct Solver<'a> {
    file: &'a str,
    left: DaySet,
    steps: Vec<Step>,
}

impl Solver<'_> {
    /// Keeps the days that are allowed, or drops the constraint if that leaves none.
    fn narrow(&mut self, allowed: &Allowed) {
        let left = self.left.meet(&allowed.days);
        let (file, quote, why) = (self.file.to_owned(), allowed.quote.clone(), allowed.why);
        if left.is_empty() {
            let dropped = Step::Dropped { file, quote, why };
            if !self.steps.contains(&dropped) {
                self.steps.push(dropped);
            }
            return;
        }
        let (before, after) = (self.left.hull(), left.hull());
        self.left = left;
        if let Some(window) = after.filter(|_| before != after) {
            self.steps.push(Step::WindowNarrowed { file, quote, why, window });
        }
    }
}

#[cfg(test)]
#[path = "window_tests.rs"]
mod tests;
