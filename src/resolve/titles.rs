//! Titles that the register knows to be otherwise: who is meant is told by the name, and the title is a doubt.
//!
//! Only what the register can bear is doubted: that somebody held another office through all the days on which the
//! article can have been written, or that he came to the office later, or left it before. That the register knows
//! nothing of an office is no reason, nor is a title of a past that is told.

use std::collections::BTreeSet;

use super::{
    allowed,
    dated::{self, Dated},
    people,
};
use crate::{
    model::{
        ArticleFacts, Claim, Counterpart, DayRange, Leader, Office, OfficeSort, Step, Tense, WindowConstraint,
    },
    world::World,
};

/// Terms are told with so many days' grace: an office is handed over, and news are of the day before.
const GRACE_DAYS: i32 = 7;

/// Solves the claims of one article, in the light of the titles that it gives people: who is told as a minister is
/// taken for a leader only where the register has him as one when the article was written and when it was.
pub(super) fn dated<'a>(
    claims: impl Iterator<Item = &'a Claim>,
    (facts, window): (&'a ArticleFacts, DayRange),
    world: &'a World,
) -> Vec<Dated<'a>> {
    let doubts = doubted(facts, window, world);
    let ministers = ministers(facts);
    let solved = claims.filter_map(|claim| {
        let mut dated = dated::dated(claim, facts, window, world)?;
        let surely_leads =
            |name: &str| [window, dated.days].into_iter().all(|days| people::leads_through(name, days, world));
        let is_leader = |name: &str| !ministers.contains(name) || surely_leads(name);
        if !people_of(claim).all(is_leader) {
            return None;
        }
        let own = |step: &&Step| {
            matches!(step, Step::TitleDoubted { leader, .. } if people_of(claim).any(|name| name == leader))
        };
        dated.steps.extend(doubts.iter().filter(own).cloned());
        Some(dated)
    });
    solved.collect()
}

/// The titles of an article, written within `window`, that the register knows to be otherwise; in order.
pub fn doubted(facts: &ArticleFacts, window: DayRange, world: &World) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for constraint in &facts.constraints {
        let step = doubt(constraint, (facts, window), world);
        steps.extend(step.filter(|step| !steps.contains(step)));
    }
    steps
}

/// Whom the article calls ministers.
fn ministers(facts: &ArticleFacts) -> BTreeSet<&str> {
    let minister = |constraint| match constraint {
        &WindowConstraint::Office { ref leader, minister: true, .. } => Some(leader.as_str()),
        _ => None,
    };
    facts.constraints.iter().filter_map(minister).collect()
}

/// The people whom a claim names.
fn people_of(claim: &Claim) -> impl Iterator<Item = &str> {
    let others = claim.counterparts.iter().filter_map(|other| match other {
        Counterpart::Named(name) => Some(name.as_str()),
        Counterpart::Office { .. } => None,
    });
    others.chain(std::iter::once(claim.leader.as_str()))
}

/// The doubt about a title, if the register bears one.
fn doubt(
    constraint: &WindowConstraint,
    (facts, window): (&ArticleFacts, DayRange),
    world: &World,
) -> Option<Step> {
    let WindowConstraint::Office { leader, country, office, minister, tense, quote } = constraint else {
        return None;
    };
    let key = office.as_deref()?;
    let told = Told { sort: world.register().sort_of(key), country: country.as_deref(), minister: *minister };
    let leader = world.register().by_name(leader)?;
    let title = |held: &Office, why| Step::TitleDoubted {
        leader: leader.name.clone(),
        quote: quote.clone(),
        why,
        held: held.title.clone(),
        country: held.country.clone(),
        term: held.term,
    };
    let here = |held: &&Office| country.is_none() || held.country == *country;
    let of_that_kind = |held: &&Office| allowed::is_office(held, key, *minister);
    let same: Vec<&Office> = leader.offices.iter().filter(here).filter(of_that_kind).collect();
    let Some(first) = same.first() else {
        let held = through(leader, window)?;
        return told.contradicts(held, world).then(|| title(held, "other_office"));
    };
    let near = window.widened(GRACE_DAYS);
    // Where the article states no day, its days may themselves be told from titles.
    if facts.published.is_none()
        || told.sort.is_none()
        || same.iter().any(|held| held.term.meet(near).is_some())
    {
        return None;
    }
    if window.end()? < first.term.first() {
        return Some(title(first, "not_yet"));
    }
    // `In those years President Obama said …`: what is told as past may have the titles of the past.
    let present = matches!(tense, Tense::Present | Tense::Future);
    let begins = window.start().filter(|_| present)?;
    let last = same.iter().rev().find(|held| held.term.last() < begins)?;
    Some(title(last, "no_longer"))
}

/// The one office that somebody held through all of the days, and no other.
fn through(leader: &Leader, days: DayRange) -> Option<&Office> {
    let mut then = leader.offices.iter().filter(|held| held.term.meet(days).is_some());
    let held = then.next().filter(|held| days.is_bounded() && held.term.contains(days))?;
    then.next().is_none().then_some(held)
}

/// A title as it is told.
struct Told<'a> {
    sort: Option<OfficeSort>,
    country: Option<&'a str>,
    minister: bool,
}

impl Told<'_> {
    /// Whether who holds an office cannot also have the title.
    fn contradicts(&self, held: &Office, world: &World) -> bool {
        let sort = held.key.as_deref().and_then(|key| world.register().sort_of(key));
        let elsewhere = self.country.zip(held.country.as_deref()).is_some_and(|(told, held)| told != held);
        match (self.sort, sort) {
            (_, None) => false,
            (Some(_), Some(_)) if elsewhere => true,
            (None, Some(held)) => self.minister && held == OfficeSort::State,
            (Some(told), Some(held)) => told != held && !(self.minister && held == OfficeSort::Government),
        }
    }
}
