//! Which claims speak of one occasion.

use std::collections::{BTreeMap, BTreeSet};

use super::dated::Dated;
use crate::model::{DayRange, Edition, Kind, Place, Status};

/// A plan that came about up to this many days off is still the same occasion.
const PLAN_OFF_DAYS: i32 = 10;
/// A claim of another article that is wider than this is no second word on an occasion.
const WIDE_DAYS: i32 = 366;

/// An occasion is perhaps the same as up to so many others: a longer list tells a reader nothing, and a claim that
/// fits two joins neither, so that no more need be looked for.
const MOST_MAYBE: usize = 8;

/// Claims that speak of one occasion; never empty.
#[derive(Clone, Debug)]
pub(super) struct Cluster<'a> {
    /// The narrowest first.
    pub(super) members: Vec<Dated<'a>>,
    /// Days outside of which none of them lies.
    hull: DayRange,
    /// Ids of the first claims of clusters that it is perhaps the same as.
    pub(super) maybe: Vec<String>,
}

/// Gathers claims into clusters: the narrowest first, ties by id.
pub(super) fn clusters<'a>(mut dated: Vec<Dated<'a>>) -> Vec<Cluster<'a>> {
    dated.sort_by(|a, b| order(a).cmp(&order(b)));
    dated.dedup_by(|a, b| a.claim.id == b.claim.id);
    let mut clusters: Vec<Cluster<'a>> = Vec::new();
    // Which clusters are of the same people or series: a folder has thousands, of which a handful can fit.
    let mut alike: BTreeMap<Alike, BTreeSet<usize>> = BTreeMap::new();
    for next in dated {
        let keys = Alike::of(&next);
        let near: BTreeSet<usize> = keys.iter().filter_map(|key| alike.get(key)).flatten().copied().collect();
        let fitting: Vec<usize> = near
            .into_iter()
            .filter(|index| clusters.get(*index).is_some_and(|known| known.fits(&next)))
            .take(MOST_MAYBE)
            .collect();
        let n_clusters = clusters.len();
        let joins = match fitting.as_slice() {
            [only] => clusters.get_mut(*only).filter(|known| known.may_take(&next)),
            _ => None,
        };
        let index = fitting.first().copied().filter(|_| joins.is_some()).unwrap_or(n_clusters);
        for key in keys {
            alike.entry(key).or_default().insert(index);
        }
        if let Some(known) = joins {
            known.hull = known.hull.hull(next.days);
            known.members.push(next);
            continue;
        }
        let maybe = fitting.iter().filter_map(|index| clusters.get(*index)?.first_id()).collect();
        clusters.push(Cluster { hull: next.days, members: vec![next], maybe });
    }
    clusters
}

/// What claims of one occasion share, see [`same_occasion`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Alike {
    Series(String),
    Counterparts(Kind, Option<String>, Vec<String>),
    Countries(Kind, Option<String>, Vec<String>),
}

impl Alike {
    fn of(dated: &Dated<'_>) -> Vec<Self> {
        let (kind, series) = (dated.claim.kind, dated.claim.series.clone());
        if let (Kind::Summit, Some(series)) = (kind, &series) {
            return vec![Self::Series(series.clone())];
        }
        let people = Self::Counterparts(kind, series.clone(), dated.counterparts.clone());
        let countries = Self::Countries(kind, series, dated.countries.clone());
        let known = [(people, dated.counterparts.is_empty()), (countries, dated.countries.is_empty())];
        known.into_iter().filter(|(_, is_empty)| !is_empty).map(|(alike, _)| alike).collect()
    }
}

/// Narrow before wide, dated before open, then as its article tells them: whatever the order of articles and claims.
fn order<'d>(dated: &'d Dated<'_>) -> (bool, i32, DayRange, (&'d str, usize, &'d str)) {
    let plan = matches!(dated.status, Status::Planned | Status::Speculated);
    let width = if dated.days.is_bounded() { dated.days.n_days() } else { i32::MAX };
    (plan && dated.edition.is_none(), width, dated.days, dated.told_at())
}

impl<'a> Cluster<'a> {
    fn first_id(&self) -> Option<String> {
        self.members.first().map(|first| first.claim.id.clone())
    }

    /// The edition, if its claims speak of one.
    pub(super) fn edition(&self) -> Option<&'a Edition> {
        self.members.iter().find_map(|dated| dated.edition)
    }

    /// Whether a claim can speak of this occasion.
    fn fits(&self, next: &Dated<'_>) -> bool {
        let may_be_near = || self.hull.widened(PLAN_OFF_DAYS).meet(next.days).is_some();
        let same_edition = || self.edition().zip(next.edition).is_some_and(|(a, b)| is_same(a, b));
        (may_be_near() || same_edition())
            && self.members.iter().any(|known| same_occasion(known, next))
            && self.members.iter().all(|known| compatible(known, next))
    }

    /// Whether a claim that fits is near enough to be another word on it.
    fn may_take(&self, next: &Dated<'_>) -> bool {
        let same_article = self.members.iter().any(|known| known.claim.article == next.claim.article);
        let narrow = next.days.is_bounded() && next.days.n_days() <= WIDE_DAYS;
        next.edition.is_some() || narrow || same_article
    }
}

/// Whether two are one edition of the calendar, where each stands once.
fn is_same(a: &Edition, b: &Edition) -> bool {
    std::ptr::eq(a, b) || a.id == b.id
}

fn same_occasion(known: &Dated<'_>, next: &Dated<'_>) -> bool {
    if known.claim.kind != next.claim.kind || known.claim.series != next.claim.series {
        return false;
    }
    if let (Some(a), Some(b)) = (known.edition, next.edition) {
        return is_same(a, b);
    }
    let same_people =
        known.claim.kind == Kind::Summit && known.claim.series.is_some() || meet_same(known, next);
    same_people && near(known, next)
}

/// Whether the days overlap; a plan may have come about a little off its days.
fn near(known: &Dated<'_>, next: &Dated<'_>) -> bool {
    if known.days.meet(next.days).is_some() {
        return true;
    }
    let plan = |dated: &Dated<'_>| matches!(dated.status, Status::Planned | Status::Speculated);
    plan(known) != plan(next) && known.days.widened(PLAN_OFF_DAYS).meet(next.days).is_some()
}

/// Whether the others are the same people, or one of a country whose leader is not named.
fn meet_same(known: &Dated<'_>, next: &Dated<'_>) -> bool {
    let (a, b) = (&known.counterparts, &next.counterparts);
    if !a.is_empty() && !b.is_empty() {
        return a == b;
    }
    !known.countries.is_empty() && known.countries == next.countries
}

/// Whether nothing that is known of one occasion excludes the other.
fn compatible(known: &Dated<'_>, next: &Dated<'_>) -> bool {
    let people = known.counterparts.is_empty()
        || next.counterparts.is_empty()
        || known.counterparts == next.counterparts;
    let editions = match (known.edition.or(known.margins), next.edition.or(next.margins)) {
        (Some(a), Some(b)) => is_same(a, b),
        (None, _) | (_, None) => true,
    };
    let plan = |dated: &Dated<'_>| matches!(dated.status, Status::Planned | Status::Speculated);
    // An article that tells what happened does not also plan it for some later day.
    let planned_anew = known.edition.is_none()
        && plan(known) != plan(next)
        && [known, next].into_iter().any(|dated| plan(dated) && !dated.days.is_bounded())
        && known.claim.article == next.claim.article;
    // A plan's place is not carried over: it may have come about elsewhere.
    let places =
        plan(known) != plan(next) || known.edition.is_some() || places_agree(&known.place, &next.place);
    editions && people && places && !planned_anew
}

fn places_agree(a: &Place, b: &Place) -> bool {
    let agree = |a: &Option<String>, b: &Option<String>| a.is_none() || b.is_none() || a == b;
    agree(&a.country, &b.country) && agree(&a.city, &b.city)
}
