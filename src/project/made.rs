//! Events made by hand for the unit tests of this folder.

pub(super) use crate::model::made::{days, evidence};
use crate::model::{Event, Kind, made::event};

/// A summit that he attended, of the edition `SERIES/YEAR`.
pub(super) fn summit(edition: &str, first: &str, last: &str) -> Event {
    let series = edition.split('/').next().unwrap();
    Event {
        id: edition.to_owned(),
        series: Some(series.to_owned()),
        edition: Some(edition.to_owned()),
        name: format!("{series} summit"),
        ..event(Kind::Summit, days(first, last))
    }
}

/// A meeting with one counterpart.
pub(super) fn meeting(counterpart: &str, first: &str, last: &str) -> Event {
    Event {
        id: format!("{counterpart}/{first}"),
        name: format!("Meeting with {counterpart}"),
        counterparts: vec![counterpart.to_owned()],
        ..event(Kind::Meeting, days(first, last))
    }
}
