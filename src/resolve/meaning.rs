//! What a time expression means on the day it was written, and on any day of a window.

use super::calendar_days::{between, month, moved, offset, part, quarter, slack_days, week, year};
use crate::{
    model::{Anchor, Day, DayRange, Direction, MonthPart, Tense, Timex, Unit, Weekday},
    world::World,
};

/// Windows longer than this tell nothing of what is counted from the day of writing.
const WIDEST_WINDOW_DAYS: i32 = 400;

/// What is to come and named without its year lies ahead by no more than this.
const LONGEST_AHEAD_DAYS: i32 = 270;

/// The days that a time expression means, written on some day of `window`: the hull of what it means on each.
///
/// `None` for durations, and where the hull would be uselessly wide.
pub fn days(timex: &Timex, tense: Tense, window: DayRange, world: &World) -> Option<DayRange> {
    if let Some(fixed) = fixed(timex) {
        return Some(fixed);
    }
    let window =
        window.is_bounded().then_some(window).filter(|window| window.n_days() <= WIDEST_WINDOW_DAYS)?;
    let mut hull: Option<DayRange> = None;
    let mut widest_days = 0;
    for day in written_on(timex, window) {
        let meant = on(timex, tense, day, world)?;
        widest_days = widest_days.max(meant.n_days());
        hull = Some(hull.map_or(meant, |hull| hull.hull(meant)));
    }
    hull.filter(|hull| hull.n_days() <= widest_days.saturating_mul(3).saturating_add(31))
}

/// The days of the window that count: a week of which it has only one day tells little of `this week`.
fn written_on(timex: &Timex, window: DayRange) -> impl Iterator<Item = Day> {
    let by_week = matches!(timex, Timex::Relative { unit: Unit::Week, .. }) && window.n_days() > 2;
    let lone = move |day: Day| {
        let shared = week(day).meet(window).map_or(0, DayRange::n_days);
        by_week && shared == 1
    };
    (0..window.n_days()).map(move |offset| window.first().plus(offset)).filter(move |day| !lone(*day))
}

/// The days of an expression that needs no day of writing.
pub(super) fn fixed(timex: &Timex) -> Option<DayRange> {
    match timex {
        Timex::Date { year: Some(year), month, day, part } => date(*year, *month, *day, *part),
        Timex::Offset { amount, unit, direction, anchor: Anchor::Told(told) } => {
            Some(from_told((*amount, *unit, *direction), fixed(&told.timex)?))
        }
        Timex::Within { amount, unit, direction, anchor: Anchor::Told(told) } => {
            Some(within((*amount, *unit, *direction), fixed(&told.timex)?))
        }
        Timex::Range(first, last) => {
            let (first, last) = (fixed(first)?, fixed(last)?);
            DayRange::new(first.first(), last.last())
        }
        _ => None,
    }
}

/// The days that an expression means, written on one day.
pub(super) fn on(timex: &Timex, tense: Tense, day: Day, world: &World) -> Option<DayRange> {
    match timex {
        Timex::Date { year: Some(year), month, day, part } => date(*year, *month, *day, *part),
        Timex::Date { year: None, month: Some(month), day: of_month, part } => {
            let yearly = |year: i32| date(year, Some(*month), *of_month, *part);
            nearest(day, tense, yearly)
        }
        Timex::Date { .. } | Timex::Duration { .. } => None,
        Timex::Range(first, last) => range(first, last, tense, day, world),
        Timex::Weekday { weekday, offset } => {
            Some(DayRange::day(weekday_near(*weekday, *offset, tense, day)))
        }
        Timex::Relative { unit, offset } => Some(relative(*unit, *offset, tense, day)),
        Timex::NamedMonth { month, offset } => named_month(*month, *offset, day),
        Timex::Offset { amount, unit, direction, anchor } => {
            from_anchor((*amount, *unit, *direction), anchor, day, world)
        }
        Timex::Within { amount, unit, direction, anchor: Anchor::Told(told) } => {
            let told = on(&told.timex, told.tense, day, world)?;
            Some(within((*amount, *unit, *direction), told))
        }
        Timex::Within { .. } => None,
        Timex::Past { amount, unit } => Some(between(moved(day, -*amount, *unit), day)),
        Timex::Coming { amount, unit } => Some(between(day, moved(day, *amount, *unit))),
        Timex::Since(from) => {
            let from = on(from, Tense::Past, day, world)?;
            DayRange::new(from.first(), day)
        }
        Timex::Moment(key) => world.moments().last_before(key, day).map(|moment| DayRange::day(moment.day)),
    }
}

fn date(year: i32, month: Option<u32>, day: Option<u32>, of: Option<MonthPart>) -> Option<DayRange> {
    match (month, day) {
        (Some(month), Some(day)) => Day::from_ymd(year, month, day).map(DayRange::day),
        (Some(month), None) => Some(part(DayRange::month(year, month)?, of)),
        (None, _) => Some(part(DayRange::year(year)?, of)),
    }
}

/// What recurs every year, in the year that the tense points to.
fn nearest(day: Day, tense: Tense, yearly: impl Fn(i32) -> Option<DayRange>) -> Option<DayRange> {
    let years = (day.year() - 1)..=(day.year() + 1);
    let mut all = years.filter_map(yearly);
    match tense {
        Tense::Past => all.rfind(|range| range.first() <= day),
        Tense::Future => {
            let all: Vec<DayRange> = all.collect();
            let ahead = all.iter().copied().find(|range| range.last() >= day)?;
            let behind = all.into_iter().rfind(|range| range.last() < day);
            // Nobody leaves out the year of a plan that is so far ahead: it is one that is told back.
            Some(behind.filter(|_| ahead.first().since(day) > LONGEST_AHEAD_DAYS).unwrap_or(ahead))
        }
        Tense::Present | Tense::Unknown => all.min_by_key(|range| distance_days(*range, day)),
    }
}

/// How many days lie between a range and a day.
pub(super) fn distance_days(range: DayRange, day: Day) -> i32 {
    range.first().since(day).max(day.since(range.last())).max(0)
}

fn range(first: &Timex, last: &Timex, tense: Tense, day: Day, world: &World) -> Option<DayRange> {
    let from = on(first, tense, day, world)?;
    if let Timex::Date { year: None, month: Some(month), day: of_month, part } = last {
        let yearly = |year| date(year, Some(*month), *of_month, *part).filter(|to| to.last() >= from.first());
        let to = (from.first().year()..=from.first().year() + 1).find_map(yearly)?;
        return DayRange::new(from.first(), to.last());
    }
    let to = on(last, tense, day, world)?;
    DayRange::new(from.first(), to.last())
}

/// The weekday that a clause means: the nearest in the direction of its tense, the day of writing among them.
fn weekday_near(weekday: Weekday, offset: i32, tense: Tense, day: Day) -> Day {
    let back = (day.weekday().index() - weekday.index()).rem_euclid(7);
    let ahead = (7 - back) % 7;
    match (offset, tense) {
        (..=-1, _) => day.plus(if back == 0 { -7 } else { -back }),
        (1.., _) => day.plus(if ahead == 0 { 7 } else { ahead }),
        (0, Tense::Future) => day.plus(ahead),
        (0, Tense::Past | Tense::Present | Tense::Unknown) => day.plus(-back),
    }
}

fn relative(unit: Unit, by: i32, tense: Tense, day: Day) -> DayRange {
    match unit {
        Unit::Day => DayRange::day(day.plus(by)),
        Unit::Week => {
            // On a Sunday the week to come may already be meant, unless the clause looks back.
            let ahead = day.weekday() == Weekday::Sunday && tense == Tense::Future && by == 0;
            week(day.plus(if ahead { 1 } else { by * 7 }))
        }
        Unit::Month => month(day, by),
        Unit::Quarter => quarter(day, by),
        Unit::Year => year(day, by),
    }
}

/// `last September`: the latest that is over; `next May`: the first that has not begun.
fn named_month(number: u32, by: i32, day: Day) -> Option<DayRange> {
    let mut all = (day.year() - 2..=day.year() + 2).filter_map(|year| DayRange::month(year, number));
    if by < 0 { all.rfind(|range| range.last() < day) } else { all.find(|range| range.first() > day) }
}

fn from_anchor(
    (amount, unit, direction): (i32, Unit, Direction),
    anchor: &Anchor,
    day: Day,
    world: &World,
) -> Option<DayRange> {
    match anchor {
        Anchor::Publication => {
            let exact = offset(day, amount, unit, direction);
            Some(match unit {
                Unit::Year if amount > 1 => year(exact, 0),
                Unit::Day | Unit::Week | Unit::Month | Unit::Quarter | Unit::Year => {
                    DayRange::day(exact).widened(slack_days(unit) * 2)
                }
            })
        }
        Anchor::Moment(key) => {
            let moment = world.moments().last_before(key, day)?;
            Some(about(offset(moment.day, amount, unit, direction), unit))
        }
        Anchor::Told(told) => {
            let told = on(&told.timex, told.tense, day, world)?;
            Some(from_told((amount, unit, direction), told))
        }
        Anchor::Text => None,
    }
}

/// The days that lie so far from those that the text told; of no distance, the very unit: `that month`.
fn from_told((amount, unit, direction): (i32, Unit, Direction), told: DayRange) -> DayRange {
    let moved =
        between(offset(told.first(), amount, unit, direction), offset(told.last(), amount, unit, direction));
    let whole = |of: fn(Day, i32) -> DayRange| of(moved.first(), 0).hull(of(moved.last(), 0));
    match unit {
        Unit::Day => moved,
        Unit::Week if amount == 0 => week(moved.first()).hull(week(moved.last())),
        Unit::Week => about(moved.first(), unit).hull(about(moved.last(), unit)),
        // Who counts from a day means about a day; who counts from a month, a month.
        Unit::Month if amount > 0 && told.n_days() <= 7 => {
            about(moved.first(), unit).hull(about(moved.last(), unit))
        }
        Unit::Month => whole(month),
        Unit::Quarter => whole(quarter),
        Unit::Year => whole(year),
    }
}

/// The days up to so far from those that the text told; of no distance, what is left of the unit.
fn within((amount, unit, direction): (i32, Unit, Direction), told: DayRange) -> DayRange {
    let units = from_told((0, unit, direction), told);
    match (amount, direction) {
        (0, Direction::After) => between(told.first(), units.last()),
        (0, Direction::Before) => between(units.first(), told.last()),
        (_, Direction::After) => between(told.first(), moved(told.last(), amount, unit)),
        (_, Direction::Before) => between(moved(told.first(), -amount, unit), told.last()),
    }
}

/// The days that somebody means who counts in whole units to `day`: rather a little later than earlier.
fn about(day: Day, unit: Unit) -> DayRange {
    between(day.plus(-slack_days(unit)), day.plus(slack_days(unit) * 2))
}
