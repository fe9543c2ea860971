//! Which edition of the calendar a claim means: what the claim says, met with what the calendar knows.

use std::collections::BTreeSet;

use super::{allowed, meaning::days, meaning::distance_days};
use crate::{
    model::{Day, DayRange, Edition, EditionFormat, Participation, Place, Status, Tense, Timex},
    world::World,
};

/// A plan without a date means the next edition, if that comes within this time.
const NEXT_DAYS: i32 = 366;
/// A past summit without a date is the latest, if that is no older than this.
const LATEST_DAYS: i32 = 183;
/// An edition this near is meant, whatever comes after it.
const NEAR_DAYS: i32 = 60;
/// An absence can be told this long before the edition begins, as a decision.
const DECIDED_DAYS: i32 = 60;

/// What is said of a summit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sought<'a> {
    pub(super) series: &'a str,
    pub(super) ordinal: Option<u32>,
    pub(super) place: &'a Place,
    pub(super) times: &'a [Timex],
    pub(super) scope: &'a [Timex],
    pub(super) tense: Tense,
    pub(super) status: Status,
    pub(super) participation: Participation,
    pub(super) window: DayRange,
    /// The words give no name but the place's.
    pub(super) by_place: bool,
}

/// Which editions fit.
#[derive(Clone, Debug)]
pub(super) enum Fit<'a> {
    /// Just one.
    One(&'a Edition),
    /// Several; by id.
    Several(Vec<&'a Edition>),
    /// One that was called off.
    Cancelled(&'a Edition),
    /// None, though the calendar knows the series: the words contradict it.
    Contradiction,
    /// The calendar does not know the series.
    Unknown,
}

impl Sought<'_> {
    /// Whether it is told as past.
    pub(super) fn is_past(&self) -> bool {
        match self.status {
            Status::Happened | Status::Alleged => true,
            Status::Planned | Status::Speculated => false,
            Status::Denied | Status::Cancelled => self.tense == Tense::Past,
        }
    }

    /// Finds the editions that fit.
    pub(super) fn fit<'w>(&self, world: &'w World) -> Fit<'w> {
        let (all, off): (Vec<&Edition>, Vec<&Edition>) = world
            .calendar()
            .of_series(self.series)
            .filter(|edition| edition.format != EditionFormat::Bilateral)
            .partition(|edition| allowed::is_held(edition));
        if all.is_empty() && off.is_empty() {
            return Fit::Unknown;
        }
        let placed: Vec<&Edition> =
            all.into_iter().filter(|edition| allowed::fits_place(edition, self.place)).collect();
        let mut placed = allowed::numbered(placed, self.ordinal);
        if self.by_place {
            placed.retain(|edition| self.is_in_view(edition));
        }
        let fitting = self.in_a_room(self.timed(placed, world));
        match fitting.as_slice() {
            [] => self.called_off(off, world).map_or(Fit::Contradiction, Fit::Cancelled),
            [edition] if self.is_near_enough(edition) => Fit::One(edition),
            _ => self.by_tense(&fitting),
        }
    }

    /// The edition that fits, of those that were called off.
    fn called_off<'w>(&self, off: Vec<&'w Edition>, world: &World) -> Option<&'w Edition> {
        let placed = off.into_iter().filter(|edition| allowed::fits_place(edition, self.place)).collect();
        match self.timed(placed, world).as_slice() {
            [edition] => Some(edition),
            _ => None,
        }
    }

    /// Those that fit the times that are told. An expression that no edition fits tells of something else, unless
    /// it names a year.
    fn timed<'w>(&self, editions: Vec<&'w Edition>, world: &World) -> Vec<&'w Edition> {
        let mut left = editions;
        for timex in self.times.iter().chain(self.scope) {
            let Some(days) = days(timex, self.tense, self.window, world) else { continue };
            let near = |edition: &&&Edition| days.widened(1).meet(edition.days).is_some();
            let mut fitting: Vec<&Edition> = left.iter().filter(near).copied().collect();
            let names_year = matches!(timex, Timex::Date { year: Some(_), .. });
            if fitting.is_empty() && names_year && !self.is_past() {
                // What is planned is told before its day: `said on 2 July 2025 that he will skip the summit`.
                let is_soon_after =
                    |edition: &&&Edition| (0..=NEAR_DAYS).contains(&edition.days.first().since(days.last()));
                fitting = left.iter().filter(is_soon_after).copied().collect();
            }
            if !fitting.is_empty() || (names_year && self.times.contains(timex)) {
                left = fitting;
            }
        }
        left
    }

    /// Where a place is named or he came in person, a summit on screens is not meant; who was on a screen at a summit
    /// of a country may have been at either.
    fn in_a_room<'w>(&self, editions: Vec<&'w Edition>) -> Vec<&'w Edition> {
        let says_room = match self.participation {
            Participation::Attended => true,
            Participation::Virtual => self.place.city.is_some(),
            Participation::Skipped => *self.place != Place::default(),
        };
        let rooms: Vec<&Edition> =
            editions.iter().filter(|edition| edition.format != EditionFormat::Virtual).copied().collect();
        if says_room && !rooms.is_empty() { rooms } else { editions }
    }

    /// Whether the only edition that fits is meant: it is pinned by words, or it is not far from the window.
    fn is_near_enough(&self, edition: &Edition) -> bool {
        let pinned = *self.place != Place::default()
            || self.ordinal.is_some() && self.ordinal == edition.ordinal
            || self.times.iter().any(timex_is_of_year);
        pinned || !self.window.is_bounded() || gap_days(edition.days, self.window) <= NEXT_DAYS
    }

    /// Whether the article, when it was written, could speak of an edition by its place alone.
    fn is_in_view(&self, edition: &Edition) -> bool {
        let known = edition.days.first() <= self.window.last().plus(NEXT_DAYS);
        known && (self.is_past() || edition.days.last() >= self.window.first())
    }

    /// The edition that is meant on whichever day of the window the article was written; several where that differs.
    fn by_tense<'w>(&self, editions: &[&'w Edition]) -> Fit<'w> {
        let several = || Fit::Several(editions.to_vec());
        if !self.window.is_bounded() {
            return several();
        }
        let mut meant: Option<&Edition> = None;
        for day in self.turning_days(editions) {
            match (self.meant_on(day, editions), meant) {
                (On::Nothing, _) => {}
                (On::One(edition), None) => meant = Some(edition),
                (On::One(edition), Some(known)) if known.id == edition.id => {}
                (On::One(_) | On::Several, _) => return several(),
            }
        }
        meant.map_or_else(several, Fit::One)
    }

    /// The days of the window on which another edition may come to be meant: its ends, and those about each edition.
    fn turning_days(&self, editions: &[&Edition]) -> BTreeSet<Day> {
        let about = |edition: &&Edition| {
            let (first, last) = (edition.days.first(), edition.days.last());
            let before = [-NEXT_DAYS, -NEAR_DAYS, -NEAR_DAYS / 2, -1, 0].map(|days| first.plus(days));
            let after = [1, NEAR_DAYS / 2, NEAR_DAYS, LATEST_DAYS].map(|days| last.plus(days));
            before.into_iter().chain(after)
        };
        let ends = [self.window.first(), self.window.last()];
        let days = editions.iter().flat_map(about).chain(ends);
        days.filter(|day| self.window.contains(DayRange::day(*day))).collect()
    }

    /// The edition that is meant by what was written on one day.
    fn meant_on<'w>(&self, day: Day, editions: &[&'w Edition]) -> On<'w> {
        let written = DayRange::day(day);
        let ahead = editions
            .iter()
            .copied()
            .filter(|edition| edition.days.last() >= day && edition.days.first() <= day.plus(NEXT_DAYS));
        if self.is_past() {
            let absence = self.participation == Participation::Skipped;
            let behind = editions.iter().copied().filter(|edition| {
                edition.days.first() <= day && edition.days.last() >= day.plus(-LATEST_DAYS)
            });
            let decided = ahead
                .filter(|edition| absence && edition.days.first() <= day.plus(DECIDED_DAYS))
                .min_by_key(|edition| edition.days);
            let latest = behind.max_by_key(|edition| edition.days);
            let nearest =
                latest.into_iter().chain(decided).min_by_key(|edition| gap_days(edition.days, written));
            return nearest.map_or(On::Nothing, On::One);
        }
        let coming: Vec<&Edition> = ahead.collect();
        match coming.as_slice() {
            [] => On::Nothing,
            [only] => On::One(only),
            [next, second, ..] => {
                let (next_gap, second_gap) = (gap_days(next.days, written), gap_days(second.days, written));
                let is_near = next_gap <= NEAR_DAYS && second_gap > next_gap.max(1) * 2;
                if is_near { On::One(next) } else { On::Several }
            }
        }
    }
}

/// What words mean that were written on one day.
enum On<'w> {
    Nothing,
    One(&'w Edition),
    Several,
}

fn timex_is_of_year(timex: &Timex) -> bool {
    match timex {
        Timex::Date { year, .. } => year.is_some(),
        Timex::Range(first, _) => timex_is_of_year(first),
        _ => false,
    }
}

/// How many days lie between an edition and the window.
fn gap_days(edition: DayRange, window: DayRange) -> i32 {
    distance_days(edition, window.first()).min(distance_days(edition, window.last()))
        * i32::from(edition.meet(window).is_none())
}
