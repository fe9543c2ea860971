//! What narrows a window only once it is roughly known: bare names of summits, `this month`, `recently`, and
//! numbered meetings of two countries.

use super::{
    allowed::{self, Allowed, Strength},
    dayset::DaySet,
    people,
};
use crate::{
    model::{
        Claim, Day, DayRange, Edition, EditionFormat, Form, Kind, Place, Tense, Timex, Unit, WindowConstraint,
    },
    world::World,
};

/// A pinned edition this long past is not the one that a bare name means.
const LONG_PAST_DAYS: i32 = 60;
/// `Recently` reaches back this far.
const RECENT_DAYS: i32 = 14;
/// `Recently` is asked only where nothing better bounds the window.
const WIDE_DAYS: i32 = 31;
/// A visit that is going on is asked in a window of at most this many days.
const YEAR_DAYS: i32 = 366;
/// Hints about months and meetings need a window of this many days.
const NARROW_DAYS: i32 = 92;

/// All hints that hold in the window that is left.
pub(super) fn all(
    constraints: &[WindowConstraint],
    claims: &[&Claim],
    left: &DaySet,
    world: &World,
) -> Vec<Allowed> {
    let Some(hull) = left.hull() else { return Vec::new() };
    let mut hints = bare_names(constraints, left, world);
    hints.extend(this_month(constraints, left, hull, world));
    hints.extend(meetings(claims, left, hull, world));
    hints.extend(recently(constraints, hull, world));
    hints
}

/// The edition that other words of the article pin is the one that a bare `the G20 summit` means.
fn bare_names(constraints: &[WindowConstraint], left: &DaySet, world: &World) -> Vec<Allowed> {
    let mut hints = Vec::new();
    for constraint in constraints {
        let WindowConstraint::Edition { series, place, times, tense, quote, .. } = constraint else {
            continue;
        };
        if *tense != Tense::Future || *place != Place::default() || !times.is_empty() {
            continue;
        }
        if let [edition] = pinned(constraints, series, left, world).as_slice() {
            let days = DaySet::of([allowed::before_end(edition.days)]);
            let quote = quote.clone();
            hints.push(Allowed { days, strength: Strength::Dated, why: "coming_edition", quote });
        }
    }
    hints
}

/// The editions of a series that the article names with time or place, and that are not long past.
fn pinned<'a>(
    constraints: &[WindowConstraint],
    of_series: &str,
    left: &DaySet,
    world: &'a World,
) -> Vec<&'a Edition> {
    let Some(hull) = left.hull() else { return Vec::new() };
    let recent = |edition: &&Edition| {
        allowed::is_held(edition) && edition.days.last() >= hull.first().plus(-LONG_PAST_DAYS)
    };
    let named = |edition: &&Edition| {
        constraints.iter().any(|constraint| match constraint {
            WindowConstraint::Edition { series, place, times, tense, .. } => {
                let says = *place != Place::default() || !times.is_empty();
                series == of_series
                    && says
                    && allowed::fits_place(edition, place)
                    && !allowed::days_for(edition, times, *tense, true).meet(left).is_empty()
            }
            _ => false,
        })
    };
    world.calendar().of_series(of_series).filter(recent).filter(named).collect()
}

/// `this month` of something to come, where all days to come that the article names lie in one month.
fn this_month(
    constraints: &[WindowConstraint],
    left: &DaySet,
    hull: DayRange,
    world: &World,
) -> Option<Allowed> {
    if !hull.is_bounded() || hull.n_days() > NARROW_DAYS {
        return None;
    }
    let quote = constraints.iter().find_map(|constraint| match constraint {
        WindowConstraint::Timed {
            timex: Timex::Relative { unit: Unit::Month, offset: 0 },
            tense: Tense::Future,
            quote,
        } => Some(quote.clone()),
        _ => None,
    })?;
    let mut months: Vec<DayRange> = constraints
        .iter()
        .filter_map(|constraint| to_come(constraint, constraints, left, world))
        .flat_map(|days| [days.first(), days.last()])
        .map(|day| super::calendar_days::month(day, 0))
        .collect();
    months.sort_unstable();
    months.dedup();
    let [month] = months.as_slice() else { return None };
    let days = DaySet::of([*month]);
    Some(Allowed { days, strength: Strength::WithoutYear, why: "this_month", quote })
}

/// The days that a constraint tells to come, if it tells days.
fn to_come(
    constraint: &WindowConstraint,
    all: &[WindowConstraint],
    left: &DaySet,
    world: &World,
) -> Option<DayRange> {
    match constraint {
        WindowConstraint::Timed { timex, tense: Tense::Future, .. } => {
            let told = matches!(timex, Timex::Date { day: Some(_), .. } | Timex::Range(..));
            let first = left.hull()?.first();
            told.then(|| super::meaning::on(timex, Tense::Future, first, world)).flatten()
        }
        WindowConstraint::Edition { series, tense: Tense::Future, .. } => {
            match pinned(all, series, left, world).as_slice() {
                [edition] => Some(edition.days),
                _ => None,
            }
        }
        _ => None,
    }
}

/// `recently`, where the window begins with something that is told as past and nothing else ends it soon.
fn recently(constraints: &[WindowConstraint], hull: DayRange, world: &World) -> Option<Allowed> {
    let first = hull.start()?;
    if hull.n_days() <= WIDE_DAYS {
        return None;
    }
    let quote = constraints.iter().find_map(|constraint| match constraint {
        WindowConstraint::Timed { timex, tense, quote } if *tense != Tense::Future => {
            is_recent(timex).then(|| quote.clone())
        }
        _ => None,
    })?;
    constraints.iter().any(|constraint| begins(constraint, first, world)).then(|| Allowed {
        days: DaySet::of([super::calendar_days::between(first, first.plus(RECENT_DAYS))]),
        strength: Strength::WithoutYear,
        why: "shortly_after",
        quote,
    })
}

/// Whether an expression names a month or year of long ago as well as of late; who means this month does not name it.
fn is_coarse(timex: &Timex) -> bool {
    matches!(timex, Timex::Date { year: None, day: None, .. })
        || super::meaning::fixed(timex).is_some_and(|days| days.n_days() > RECENT_DAYS)
}

/// Whether an expression is used of the last few days only: `recently`, `on Friday`, `yesterday`.
fn is_recent(timex: &Timex) -> bool {
    matches!(
        timex,
        Timex::Past { amount: ..=2, unit: Unit::Week }
            | Timex::Past { amount: ..=14, unit: Unit::Day }
            | Timex::Weekday { .. }
            | Timex::Relative { unit: Unit::Day | Unit::Week, offset: -1..=0 }
    )
}

/// Whether a constraint tells something as past that began on this day.
fn begins(constraint: &WindowConstraint, first: Day, world: &World) -> bool {
    let past = match constraint {
        // A date with its year, a month and a year may be told long afterwards.
        WindowConstraint::Timed { timex, tense, .. } => {
            let of_day = matches!(timex, Timex::Date { day: Some(_), .. } | Timex::Range(..));
            of_day && super::meaning::fixed(timex).is_none() && *tense == Tense::Past
        }
        WindowConstraint::Edition { series, ordinal, place, times, tense, .. } => {
            // The first of several that the words fit is no more likely than the last.
            let fitting = world.calendar().of_series(series);
            let fitting = fitting
                .filter(|edition| allowed::is_held(edition) && allowed::fits_place(edition, place))
                .collect();
            let is_sole = !times.is_empty() || allowed::numbered(fitting, *ordinal).len() == 1;
            is_sole && !times.iter().any(is_coarse) && *tense == Tense::Past
        }
        WindowConstraint::Office { .. } | WindowConstraint::Age { .. } => false,
    };
    past && allowed::by(constraint, world)
        .is_some_and(|allowed| allowed.days.ranges().any(|range| range.first() == first))
}

/// A meeting of two countries that is told as of this week, or a visit that is going on, where the calendar knows
/// just one of their numbered meetings in those weeks.
fn meetings(claims: &[&Claim], left: &DaySet, hull: DayRange, world: &World) -> Vec<Allowed> {
    if !hull.is_bounded() {
        return Vec::new();
    }
    let of_two = claims.iter().filter(|claim| claim.kind == Kind::Meeting && claim.counterparts.len() == 1);
    of_two.filter_map(|claim| meeting(claim, left, hull, world)).collect()
}

fn meeting(claim: &Claim, left: &DaySet, hull: DayRange, world: &World) -> Option<Allowed> {
    let time = claim.when.times.iter().find(|time| {
        matches!(time, Timex::Relative { unit: Unit::Day | Unit::Week, .. } | Timex::Weekday { .. })
    });
    let going_on = claim.form == Form::Visit
        && claim.when.tense == Tense::Present
        && claim.when.times.is_empty()
        && claim.place.country.is_some();
    let widest_days = if going_on { YEAR_DAYS } else { NARROW_DAYS };
    if (time.is_none() && !going_on) || hull.n_days() > widest_days {
        return None;
    }
    let own = people::country_of(&claim.leader, hull, world)?;
    let other = people::counterpart_country(claim.counterparts.first()?, hull, world)?;
    let rows = world
        .calendar()
        .overlapping(hull.widened(WIDE_DAYS))
        .filter(|edition| {
            edition.format == EditionFormat::Bilateral && people::is_of(edition, &own, &other, world)
        })
        .filter(|edition| claim.place.country.is_none() || claim.place.country == edition.country);
    let mut sets = rows.filter_map(|edition| {
        let days = match time {
            Some(time) => allowed::days_for(edition, std::slice::from_ref(time), Tense::Unknown, true),
            None => DaySet::of([edition.days.widened(1)]),
        };
        (!days.meet(left).is_empty()).then_some(days)
    });
    let days = sets.next()?;
    sets.next().is_none().then(|| Allowed {
        days,
        strength: Strength::WithoutYear,
        why: "meeting_of_two",
        quote: claim.quote.clone(),
    })
}
