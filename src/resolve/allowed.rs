//! The days of writing that one constraint allows by itself.

use super::{
    calendar_days::{between, moment_key, month, moved, offset, slack_days, week, year},
    dayset::DaySet,
    meaning::fixed,
};
use crate::{
    model::{
        Anchor, Day, DayRange, Direction, Edition, EditionFormat, Office, Place, Tense, Timex, Unit,
        WindowConstraint,
    },
    world::World,
};

/// Nobody announces a summit much longer ahead.
const AHEAD_DAYS: i32 = 400;
/// A summit is spoken of without any look ahead from this long before it.
const NEAR_AHEAD_DAYS: i32 = 60;
/// A day that is named without its year lies less than eleven months away.
const WITHOUT_YEAR_DAYS: i32 = 335;
/// The years that articles are of.
const YEARS: std::ops::RangeInclusive<i32> = 1995..=2040;

/// How far a kind of constraint is trusted; stronger first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// A full date, or a summit with its time or place.
    Dated,
    /// A term of office, an age.
    Biography,
    /// A distance from a moment.
    Moment,
    /// A month or a year.
    Coarse,
    /// A day without its year.
    WithoutYear,
}

/// The days of writing that a constraint allows.
#[derive(Clone, Debug)]
pub(super) struct Allowed {
    pub(super) days: DaySet,
    pub(super) strength: Strength,
    pub(super) why: &'static str,
    pub(super) quote: String,
}

/// What a constraint allows, or `None` if it allows every day or needs to know more.
pub(super) fn by(constraint: &WindowConstraint, world: &World) -> Option<Allowed> {
    match constraint {
        WindowConstraint::Timed { timex, tense, quote } => {
            let (days, strength, why) = timed(timex, *tense, world)?;
            Some(Allowed { days, strength, why, quote: quote.clone() })
        }
        WindowConstraint::Edition { series, ordinal, place, times, tense, quote } => {
            let (days, strength, why) = edition((series, *ordinal), place, times, *tense, world)?;
            Some(Allowed { days, strength, why, quote: quote.clone() })
        }
        WindowConstraint::Office { leader, country, office, minister, quote, .. } => {
            let days = terms((leader, *minister), country.as_deref(), office.as_deref(), world)?;
            Some(Allowed { days, strength: Strength::Biography, why: "office", quote: quote.clone() })
        }
        WindowConstraint::Age { leader, years, quote } => {
            let born = world.register().by_name(leader)?.born?;
            let birthday = |years| offset(born, years, Unit::Year, Direction::After);
            let days = DaySet::of([between(birthday(*years), birthday(years + 1).plus(-1))]);
            Some(Allowed { days, strength: Strength::Biography, why: "age", quote: quote.clone() })
        }
    }
}

fn timed(timex: &Timex, tense: Tense, world: &World) -> Option<(DaySet, Strength, &'static str)> {
    if let Some(days) = fixed(timex) {
        let strength = if days.n_days() <= 2 { Strength::Dated } else { Strength::Coarse };
        return match tense {
            Tense::Past => Some((DaySet::of([DayRange::from(days.first())]), strength, "past_days")),
            Tense::Future => Some((DaySet::of([DayRange::until(days.last())]), strength, "coming_days")),
            Tense::Present => Some((DaySet::of([days.widened(1)]), Strength::Coarse, "present_days"))
                .filter(|_| days.n_days() > 27),
            Tense::Unknown => None,
        };
    }
    match timex {
        Timex::Date { year: None, month: Some(_), .. } => without_year(timex, tense),
        Timex::Range(first, last) => match (&**first, &**last) {
            (Timex::Moment(_), Timex::Offset { amount, unit, direction, anchor }) => {
                elapsed((*amount, *unit, *direction), anchor, world)
            }
            (Timex::Date { year: None, .. }, Timex::Date { .. }) if tense == Tense::Future => {
                without_year(last, tense)
            }
            (Timex::Date { year: None, .. }, Timex::Date { .. }) => without_year(first, tense),
            _ => None,
        },
        Timex::Offset { amount, unit, direction, anchor } if tense == Tense::Past => {
            let first = world.moments().of_key(moment_key(anchor)?).next()?.day;
            let from = offset(first, *amount, *unit, *direction).plus(-slack_days(*unit));
            Some((DaySet::of([DayRange::from(from)]), Strength::Moment, "past_days"))
        }
        Timex::Since(from) => match &**from {
            Timex::Moment(key) => {
                let first = world.moments().of_key(key).next()?.day;
                Some((DaySet::of([DayRange::from(first)]), Strength::Moment, "past_days"))
            }
            from => fixed(from)
                .map(|days| (DaySet::of([DayRange::from(days.first())]), Strength::Coarse, "past_days")),
        },
        _ => None,
    }
}

/// `in the two months since the inauguration`: the article was written about two months after one.
fn elapsed(
    (amount, unit, direction): (i32, Unit, Direction),
    anchor: &Anchor,
    world: &World,
) -> Option<(DaySet, Strength, &'static str)> {
    let moments = world.moments().of_key(moment_key(anchor)?);
    let near = moments
        .map(|moment| DayRange::day(offset(moment.day, amount, unit, direction)).widened(slack_days(unit)));
    let days = DaySet::of(near);
    (!days.is_empty()).then_some((days, Strength::Moment, "since_moment"))
}

/// A month or day of no year: it lies within eleven months, in the direction of the tense.
fn without_year(timex: &Timex, tense: Tense) -> Option<(DaySet, Strength, &'static str)> {
    let Timex::Date { year: None, month, day, part } = *timex else { return None };
    let yearly = YEARS.filter_map(|year| fixed(&Timex::Date { year: Some(year), month, day, part }));
    let days = match tense {
        Tense::Past => {
            DaySet::of(yearly.map(|days| between(days.first(), days.last().plus(WITHOUT_YEAR_DAYS))))
        }
        Tense::Future => {
            DaySet::of(yearly.map(|days| between(days.first().plus(-WITHOUT_YEAR_DAYS), days.last())))
        }
        Tense::Present | Tense::Unknown => return None,
    };
    let hull = days.hull()?;
    let outside = [
        DayRange::until(hull.first().plus(WITHOUT_YEAR_DAYS)),
        DayRange::from(hull.last().plus(-WITHOUT_YEAR_DAYS)),
    ];
    let why = if tense == Tense::Past { "past_days" } else { "coming_days" };
    Some((DaySet::of(days.ranges().chain(outside)), Strength::WithoutYear, why))
}

/// The terms of an office; of what ministers hold only those that the register has under this very key.
fn terms(
    (leader, minister): (&str, bool),
    country: Option<&str>,
    office: Option<&str>,
    world: &World,
) -> Option<DaySet> {
    let offices = &world.register().by_name(leader)?.offices;
    let fits = |held: &Office| office.is_none_or(|office| is_office(held, office, minister));
    let terms: Vec<DayRange> = offices
        .iter()
        .filter(|held| country.is_none_or(|country| held.country.as_deref() == Some(country)))
        .filter(|held| fits(held))
        .map(|held| held.term.widened(3))
        .collect();
    (!terms.is_empty()).then(|| DaySet::of(terms))
}

/// Whether an office of the register is that of a key; a minister's only by the very key.
pub(super) fn is_office(held: &Office, key: &str, minister: bool) -> bool {
    held.key.as_deref() == Some(key) || (!minister && office_fits(&held.title, key))
}

/// Whether a title of the register is the office of a key: `Acting President` is a `president`.
pub(super) fn office_fits(title: &str, key: &str) -> bool {
    let plain = |text: &str| text.to_lowercase().replace(['_', '-'], " ");
    let (title, key) = (plain(title), plain(key));
    title == key || title.ends_with(&format!(" {key}")) || title.starts_with(&format!("{key} "))
}

/// The days of writing on which some edition can be spoken of in these words.
fn edition(
    (series, ordinal): (&str, Option<u32>),
    place: &Place,
    times: &[Timex],
    tense: Tense,
    world: &World,
) -> Option<(DaySet, Strength, &'static str)> {
    let here: Vec<&Edition> = world
        .calendar()
        .of_series(series)
        .filter(|edition| edition.format != EditionFormat::Cancelled && fits_place(edition, place))
        .collect();
    let here = numbered(here, ordinal);
    let pinned = place.country.is_some() || place.city.is_some() || (ordinal.is_some() && here.len() == 1);
    let with_times = |edition: &&Edition| days_for(edition, times, tense, pinned).hull().is_some();
    let dated: Vec<&Edition> = here.iter().copied().filter(with_times).collect();
    let (editions, times) = if dated.is_empty() { (here, &[][..]) } else { (dated, times) };
    let days = DaySet::of(
        editions
            .iter()
            .flat_map(|edition| days_for(edition, times, tense, pinned).ranges().collect::<Vec<_>>()),
    );
    if days.is_empty() || days == DaySet::any() {
        return None;
    }
    let near = times.iter().any(|timex| matches!(timex, Timex::Relative { .. } | Timex::Weekday { .. }));
    let why = match tense {
        _ if near => "edition",
        Tense::Past => "past_edition",
        Tense::Future => "coming_edition",
        Tense::Present => "ongoing_edition",
        Tense::Unknown => "edition",
    };
    let strength = if tense == Tense::Unknown && !near { Strength::Coarse } else { Strength::Dated };
    Some((days, strength, why))
}

/// The edition of that number, if the calendar knows it; else all of them.
pub(super) fn numbered(editions: Vec<&Edition>, ordinal: Option<u32>) -> Vec<&Edition> {
    let of_number = |edition: &&Edition| ordinal.is_some() && edition.ordinal == ordinal;
    match editions.iter().copied().find(of_number) {
        Some(edition) => vec![edition],
        None => editions,
    }
}

/// Whether an edition was held, and is one of several countries.
pub(super) fn is_held(edition: &Edition) -> bool {
    !matches!(edition.format, EditionFormat::Cancelled | EditionFormat::Bilateral)
}

/// Whether an edition was where the words say; one on screens was in its chair's country at most.
pub(super) fn fits_place(edition: &Edition, place: &Place) -> bool {
    let country = place.country.is_none() || edition.country.is_none() || place.country == edition.country;
    let near = |city: &String| {
        edition
            .city
            .as_ref()
            .is_none_or(|known| known.contains(city.as_str()) || city.contains(known.as_str()))
    };
    let on_screens = edition.format == EditionFormat::Virtual;
    country && (place.city.as_ref().is_none_or(near) || (on_screens && place.country.is_some()))
}

/// The days of writing on which these words can speak of one edition.
pub(super) fn days_for(edition: &Edition, times: &[Timex], tense: Tense, pinned: bool) -> DaySet {
    let mut days = DaySet::of([by_tense(edition, tense, pinned || !times.is_empty())]);
    // Beside another time `recently` may speak of something else.
    let several = times.len() > 1;
    for timex in times.iter().filter(|timex| !several || !matches!(timex, Timex::Past { .. })) {
        if let Some(allowed) = by_time(edition.days, timex, tense) {
            days = days.meet(&allowed);
        }
    }
    days
}

fn by_tense(edition: &Edition, tense: Tense, pinned: bool) -> DayRange {
    let held = edition.days;
    match tense {
        Tense::Past if pinned => DayRange::from(held.first()),
        // The talks of two can still be ahead on the last morning.
        Tense::Future if edition.format == EditionFormat::Bilateral => {
            between(held.first().plus(-AHEAD_DAYS), held.last())
        }
        Tense::Future => before_end(held),
        // Without a tense it may be near ahead, but hardly a long way.
        Tense::Present | Tense::Unknown if pinned => DayRange::from(held.first().plus(-NEAR_AHEAD_DAYS)),
        Tense::Past | Tense::Present | Tense::Unknown => DayRange::ANY,
    }
}

/// The days on which an edition can be spoken of as still to come.
pub(super) fn before_end(held: DayRange) -> DayRange {
    between(held.first().plus(-AHEAD_DAYS), held.last().plus(-1).max(held.first()))
}

/// The days of writing on which an expression can mean a day of `held`; `None` if it says nothing of that.
pub(super) fn by_time(held: DayRange, timex: &Timex, tense: Tense) -> Option<DaySet> {
    if let Some(days) = fixed(timex) {
        let near = days.widened(1).meet(held).is_some();
        return Some(if near { DaySet::any() } else { DaySet::of([]) });
    }
    match timex {
        Timex::Date { year: None, month: Some(month), day, part } => {
            let years = held.first().year()..=held.last().year();
            let yearly =
                |year| fixed(&Timex::Date { year: Some(year), month: Some(*month), day: *day, part: *part });
            let fits = years.filter_map(yearly).any(|days| days.widened(1).meet(held).is_some());
            if !fits {
                return Some(DaySet::of([]));
            }
            let ahead = between(held.first().plus(-WITHOUT_YEAR_DAYS), held.last());
            let behind = between(held.first(), held.last().plus(WITHOUT_YEAR_DAYS));
            Some(DaySet::of(match tense {
                Tense::Past => [behind, behind],
                Tense::Future => [ahead, ahead],
                Tense::Present | Tense::Unknown => [ahead, behind],
            }))
        }
        Timex::Range(first, _) => by_time(held, first, tense),
        Timex::Relative { unit, offset } => Some(around(held, *unit, *offset)),
        Timex::Past { amount, unit } if tense == Tense::Past => {
            Some(DaySet::of([between(held.first(), moved(held.last(), *amount, *unit))]))
        }
        Timex::Weekday { weekday, offset: 0 } => {
            let days = (0..held.n_days().min(7)).map(|offset| held.first().plus(offset));
            let on = days.filter(|day| day.weekday() == *weekday);
            Some(DaySet::of(on.map(|day| match tense {
                Tense::Past => between(day, day.plus(6)),
                Tense::Future => between(day.plus(-6), day),
                Tense::Present | Tense::Unknown => between(day.plus(-6), day.plus(6)),
            })))
        }
        Timex::NamedMonth { month: number, offset } => {
            let whole = month(held.first(), 0);
            if held.first().ymd().1 != *number {
                return Some(DaySet::of([]));
            }
            let after = between(month(whole.first(), 1).first(), month(whole.first(), 12).last());
            let before = between(month(whole.first(), -12).first(), month(whole.first(), -1).last());
            Some(DaySet::of([if *offset < 0 { after } else { before }]))
        }
        _ => None,
    }
}

/// The days from which a unit, counted from theirs, holds a day of `held`; for weeks by either convention.
fn around(held: DayRange, unit: Unit, by: i32) -> DaySet {
    let back = |days: DayRange, by: i32| between(days.first().plus(-by), days.last().plus(-by));
    let whole = |of: fn(Day, i32) -> DayRange| of(held.first(), -by).hull(of(held.last(), -by));
    match unit {
        Unit::Day => DaySet::of([back(held, by)]),
        Unit::Week => {
            let monday_first = week(held.first()).hull(week(held.last()));
            let sunday_first = back(week(held.first().plus(1)).hull(week(held.last().plus(1))), 1);
            DaySet::of([back(monday_first, by * 7), back(sunday_first, by * 7)])
        }
        Unit::Month => DaySet::of([whole(month)]),
        Unit::Quarter => DaySet::of([whole(super::calendar_days::quarter)]),
        Unit::Year => DaySet::of([whole(year)]),
    }
}
