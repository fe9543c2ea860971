//! Made-up events for the tests of this module.

pub(super) use crate::model::made::days;
use crate::model::{Day, DayRange, Event, Kind, Participation, made};

/// An event that one article tells.
pub(super) fn event(kind: Kind, participation: Participation, days: DayRange) -> Event {
    Event { participation, ..made::event(kind, days) }
}

/// So many attended summits, a day apart from 2000 on by a fixed scramble.
pub(super) fn crowd(n: usize) -> Vec<Event> {
    let first = Day::parse("2000-01-01").unwrap();
    let day = |index: usize| first.plus(i32::try_from(index * 7919 % 9000).unwrap());
    (0..n).map(|index| event(Kind::Summit, Participation::Attended, DayRange::day(day(index)))).collect()
}
