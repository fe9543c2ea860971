//! Which edition of the calendar a claim means: what the claim says, met with what the calendar knows.

use super::{allowed, meaning::days, meaning::distance_days};
use crate::{
    model::{DayRange, Edition, EditionFormat, Participation, Place, Status, Tense, Timex},
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
            let fitting: Vec<&Edition> = left.iter().filter(near).copied().collect();
            let names_year = matches!(timex, Timex::Date { year: Some(_), .. });
            if !fitting.is_empty() || (names_year && self.times.contains(timex)) {
                left = fitting;
            }
        }
        left
    }

    /// Where a place is named or he came in person, a summit on screens is not meant.
    fn in_a_room<'w>(&self, editions: Vec<&'w Edition>) -> Vec<&'w Edition> {
        let says_room = *self.place != Place::default() || self.participation == Participation::Attended;
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

    fn by_tense<'w>(&self, editions: &[&'w Edition]) -> Fit<'w> {
        let several = || Fit::Several(editions.to_vec());
        if self.window.start().is_none() || self.window.end().is_none() {
            return several();
        }
        let ahead = editions
            .iter()
            .copied()
            .filter(|edition| edition.days.last() >= self.window.first())
            .filter(|edition| edition.days.first() <= self.window.last().plus(NEXT_DAYS));
        let behind = editions
            .iter()
            .copied()
            .filter(|edition| edition.days.first() <= self.window.last())
            .filter(|edition| edition.days.last() >= self.window.first().plus(-LATEST_DAYS));
        let absence = self.participation == Participation::Skipped;
        let found = if self.is_past() {
            let decided = ahead
                .filter(|edition| absence && edition.days.first() <= self.window.last().plus(DECIDED_DAYS))
                .min_by_key(|edition| edition.days);
            let latest = behind.max_by_key(|edition| edition.days);
            match (latest, decided) {
                (Some(latest), Some(decided)) => {
                    Some(std::cmp::min_by_key(latest, decided, |edition| gap_days(edition.days, self.window)))
                }
                (latest, decided) => latest.or(decided),
            }
        } else {
            let coming: Vec<&Edition> = ahead.collect();
            match coming.as_slice() {
                [only] => Some(*only),
                [next, second, ..] => {
                    let (next_gap, second_gap) =
                        (gap_days(next.days, self.window), gap_days(second.days, self.window));
                    (next_gap <= NEAR_DAYS && second_gap > next_gap.max(1) * 2).then_some(*next)
                }
                [] => None,
            }
        };
        found.map_or_else(several, Fit::One)
    }
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
