//! What other articles tell to the day narrows the window of an article that tells the same by a weekday.
//!
//! Only days from absolute expressions and from the calendar count, so no window leans on another.

use super::{allowed, dated::Dated, dayset::DaySet, meaning::fixed};
use crate::model::{ArticleFacts, Claim, Counterpart, DayRange, Kind, Step, Tense, Timex, Unit, Window};

/// An occasion of more days than this dates nothing.
const MOST_DAYS: i32 = 4;
/// A window that is no wider than this needs no help.
const WIDE_DAYS: i32 = 31;

/// The window of an article, narrowed by what others tell; `None` where they tell nothing that helps.
pub(super) fn narrowed(
    (facts, window): (&ArticleFacts, &Window),
    claims: &[&Claim],
    known: &[Dated<'_>],
) -> Option<Window> {
    let is_wide = !window.days.is_bounded() || window.days.n_days() > WIDE_DAYS;
    if facts.published.is_some() || !is_wide {
        return None;
    }
    let left = DaySet::of([window.days]);
    let (days, claim) = claims.iter().find_map(|claim| {
        let time = claim.when.times.iter().find(|time| is_near(time))?;
        let others = known.iter().filter(|dated| dated.claim.article != facts.hash);
        let mut sets: Vec<DaySet> = others
            .filter(|dated| is_told_to_the_day(dated) && is_same(claim, dated))
            .filter_map(|dated| allowed::by_time(dated.days, time, Tense::Past))
            .map(|days| days.meet(&left))
            .filter(|days| !days.is_empty())
            .collect();
        sets.dedup();
        match sets.as_slice() {
            [only] => Some((only.hull()?, *claim)),
            _ => None,
        }
    })?;
    let step = Step::WindowNarrowed {
        file: facts.file.clone(),
        quote: claim.quote.clone(),
        why: "told_elsewhere",
        window: days,
    };
    let steps = window.steps.iter().cloned().chain([step]).collect();
    Some(Window { days, steps })
}

/// Whether an expression is counted from the day of writing, by a week at most.
fn is_near(timex: &Timex) -> bool {
    matches!(
        timex,
        Timex::Weekday { offset: 0, .. } | Timex::Relative { unit: Unit::Day | Unit::Week, offset: -1..=0 }
    )
}

/// Whether the days rest on an absolute expression or on the calendar, and are few.
fn is_told_to_the_day(dated: &Dated<'_>) -> bool {
    let absolute = dated.claim.when.times.iter().any(|time| fixed(time).is_some());
    let firm = absolute || dated.edition.is_some() || dated.margins.is_some();
    firm && dated.days.is_bounded() && dated.days.n_days() <= MOST_DAYS
}

/// Whether a claim tells of the same two at the same place, as past.
fn is_same(claim: &Claim, dated: &Dated<'_>) -> bool {
    let others = claim.counterparts.iter().all(|other| match other {
        Counterpart::Named(name) => dated.counterparts.contains(name),
        Counterpart::Office { country, .. } => dated.countries.contains(country),
    });
    let place = claim.place.country.is_some() && claim.place.country == dated.place.country;
    claim.kind == Kind::Meeting
        && dated.claim.kind == Kind::Meeting
        && claim.when.tense == Tense::Past
        && claim.counterparts.len() == 1
        && others
        && place
}

/// The newest day on which one of the articles was surely written already.
pub(super) fn newest<'w, I: Iterator<Item = &'w Window>>(windows: I) -> Option<DayRange> {
    windows.filter_map(|window| window.days.start()).max().map(DayRange::day)
}
