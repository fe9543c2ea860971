//! Arithmetic of days: weeks, months and years around a day.

use crate::model::{Anchor, Day, DayRange, Direction, MonthPart, Unit};

/// The range from `first` to `last`, whichever way round they are.
pub(super) fn between(first: Day, last: Day) -> DayRange {
    DayRange::day(first).hull(DayRange::day(last))
}

/// The week of a day, Monday first.
pub(super) fn week(day: Day) -> DayRange {
    let monday = day.plus(-day.weekday().index());
    between(monday, monday.plus(6))
}

/// The month of a day, moved by whole months.
pub(super) fn month(day: Day, offset: i32) -> DayRange {
    let (year, month, _) = day.ymd();
    let months = year * 12 + i32::try_from(month).unwrap_or(1) - 1 + offset;
    let month = u32::try_from(months.rem_euclid(12) + 1).unwrap_or(1);
    DayRange::month(months.div_euclid(12), month).unwrap_or_else(|| DayRange::day(day))
}

/// The quarter of a day, moved by whole quarters.
pub(super) fn quarter(day: Day, offset: i32) -> DayRange {
    let (_, number, _) = day.ymd();
    let back = i32::try_from((number.max(1) - 1) % 3).unwrap_or(0);
    month(day, offset * 3 - back).hull(month(day, offset * 3 - back + 2))
}

/// The year of a day, moved by whole years.
pub(super) fn year(day: Day, offset: i32) -> DayRange {
    DayRange::year(day.year() + offset).unwrap_or_else(|| DayRange::day(day))
}

/// The day that lies `amount` units after another, or before it where negative.
pub(super) fn moved(day: Day, amount: i32, unit: Unit) -> Day {
    let months = |amount: i32| {
        let target = month(day, amount);
        let (_, _, day_of_month) = day.ymd();
        target.first().plus(i32::try_from(day_of_month).unwrap_or(1) - 1).min(target.last())
    };
    match unit {
        Unit::Day => day.plus(amount),
        Unit::Week => day.plus(amount.saturating_mul(7)),
        Unit::Month => months(amount.clamp(-12_000, 12_000)),
        Unit::Quarter => months(amount.clamp(-4_000, 4_000) * 3),
        Unit::Year => months(amount.clamp(-1_000, 1_000) * 12),
    }
}

/// The same, by direction.
pub(super) fn offset(day: Day, amount: i32, unit: Unit, direction: Direction) -> Day {
    match direction {
        Direction::After => moved(day, amount, unit),
        Direction::Before => moved(day, -amount, unit),
    }
}

/// How far off people are who count in a unit: about a quarter of it.
pub(super) fn slack_days(unit: Unit) -> i32 {
    match unit {
        Unit::Day => 0,
        Unit::Week => 2,
        Unit::Month => 8,
        Unit::Quarter => 23,
        Unit::Year => 91,
    }
}

/// The days of a month or year, or of a part of it; the parts overlap a little, as people's do.
pub(super) fn part(whole: DayRange, part: Option<MonthPart>) -> DayRange {
    let first = whole.first();
    if whole.n_days() > 31 {
        return match part {
            Some(MonthPart::Early) => between(first, month(first, 3).last()),
            Some(MonthPart::Mid) => between(month(first, 4).first(), month(first, 7).last()),
            Some(MonthPart::Late) => between(month(first, 8).first(), whole.last()),
            None => whole,
        };
    }
    match part {
        Some(MonthPart::Early) => between(first, first.plus(10)),
        Some(MonthPart::Mid) => between(first.plus(9), first.plus(20)),
        Some(MonthPart::Late) => between(first.plus(19), whole.last()),
        None => whole,
    }
}

/// The key of a moment that an anchor names.
pub(super) fn moment_key(anchor: &Anchor) -> Option<&str> {
    match anchor {
        Anchor::Moment(key) => Some(key),
        Anchor::Publication | Anchor::Text | Anchor::Told(_) => None,
    }
}
