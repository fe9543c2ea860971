//! A claim with its days solved: which edition, which days, who the others were.

use super::{
    allowed,
    calendar_days::between,
    editions::{Fit, Sought},
    meaning, people,
};
use crate::{
    model::{
        Anchor, ArticleFacts, Claim, DayRange, Edition, EditionFormat, Grade, Kind, Participation, Place,
        Sidelines, Status, Step, Tense, Timex, tag,
    },
    world::World,
};

/// Where an edition is only one of several, their hull is told if it is no wider than this.
const HULL_DAYS: i32 = 366;
/// A summit that only its city names was not longer ago than this when it was told.
const UNNAMED_DAYS: i32 = 14;
/// Only within so many days a yearly meeting of two countries is taken to be the one that is told.
const NUMBERED_DAYS: i32 = 21;

/// A claim, solved as far as its article and the calendar allow.
#[derive(Clone, Debug)]
pub(super) struct Dated<'a> {
    pub(super) claim: &'a Claim,
    pub(super) facts: &'a ArticleFacts,
    pub(super) window: DayRange,
    /// What became of it: what lies after the window can only be planned, whatever the sentence's tense.
    pub(super) status: Status,
    /// The edition of a summit.
    pub(super) edition: Option<&'a Edition>,
    /// The edition on whose margins a meeting was.
    pub(super) margins: Option<&'a Edition>,
    pub(super) days: DayRange,
    pub(super) steps: Vec<Step>,
    /// Canonical names.
    pub(super) counterparts: Vec<String>,
    /// ISO 3166-1 alpha-2, as told or found.
    pub(super) countries: Vec<String>,
    pub(super) place: Place,
    pub(super) inferred: Vec<String>,
    /// The words contradict the calendar.
    pub(super) contradiction: bool,
    /// Several editions fit.
    pub(super) ambiguous: bool,
}

impl Dated<'_> {
    /// Whether the days are too wide to tell two occasions apart.
    pub(super) fn is_wide(&self) -> bool {
        !self.days.is_bounded() || self.days.n_days() > 31
    }
}

/// Solves one claim; `None` where it does not apply: nobody was in office then.
pub(super) fn dated<'a>(
    claim: &'a Claim,
    facts: &'a ArticleFacts,
    window: DayRange,
    world: &'a World,
) -> Option<Dated<'a>> {
    let mut dated = Dated {
        claim,
        facts,
        window,
        status: claim.status,
        edition: None,
        margins: None,
        days: DayRange::ANY,
        steps: Vec::new(),
        counterparts: Vec::new(),
        countries: Vec::new(),
        place: claim.place.clone(),
        inferred: claim.inferred.clone(),
        contradiction: false,
        ambiguous: false,
    };
    match (claim.kind, &claim.series) {
        (Kind::Summit, Some(series)) => dated.solve_summit(series, world),
        (Kind::Summit, None) | (Kind::Meeting | Kind::Call, _) => dated.solve_meeting(world),
    }
    if dated.is_by_place() && dated.edition.is_none() && !dated.ambiguous {
        // No summit that the calendar knows there can be meant: the words name none.
        return None;
    }
    let called_off = dated.edition.is_some_and(|edition| edition.format == EditionFormat::Cancelled);
    if called_off && claim.participation == Participation::Skipped {
        // An edition that was called off is nobody's absence.
        return None;
    }
    if claim.participation == Participation::Skipped && dated.is_outsider(world) {
        // Who does not belong to it stays away from nothing.
        return None;
    }
    if dated.status == Status::Happened && dated.is_ahead() {
        dated.status = Status::Planned;
    }
    dated.name_people(world)?;
    people::is_leader(&claim.leader, dated.days, world).then_some(dated)
}

impl<'a> Dated<'a> {
    /// Whether the place alone says which summit is meant.
    fn is_by_place(&self) -> bool {
        self.claim.inferred.iter().any(|field| field == "series")
    }

    /// Whether the leader's country was no member of the series then.
    fn is_outsider(&self, world: &World) -> bool {
        let country = people::country_of(&self.claim.leader, self.days, world);
        let member = self
            .claim
            .series
            .as_deref()
            .zip(country)
            .and_then(|(series, country)| world.members().is_member(series, &country, self.days));
        member == Some(false)
    }

    /// Whether it begins after the article was written: at the window's last day only where that is but a bound.
    fn is_ahead(&self) -> bool {
        let (begins, written) = (self.days.first(), self.window.last());
        begins > written || (begins == written && self.window.first() < written && self.edition.is_some())
    }

    fn solve_summit(&mut self, series: &str, world: &'a World) {
        let sought = self.sought(series, &self.claim.place);
        match sought.fit(world) {
            Fit::One(edition) => {
                self.edition = Some(edition);
                self.days = edition.days;
                self.steps.push(found(edition));
                self.take_place(edition);
            }
            Fit::Several(editions) => {
                self.ambiguous = true;
                let hull = editions.iter().map(|edition| edition.days).reduce(DayRange::hull);
                self.steps.push(Step::EditionsFit {
                    editions: editions.iter().map(|edition| edition.id.clone()).collect(),
                });
                match hull.filter(|hull| hull.n_days() <= HULL_DAYS) {
                    Some(hull) => self.days = hull,
                    None => self.solve_by_words(world),
                }
            }
            Fit::Cancelled(edition) => {
                self.edition = Some(edition);
                self.days = edition.days;
                self.status = Status::Cancelled;
                self.steps.push(found(edition));
                self.take_place(edition);
            }
            Fit::Contradiction => {
                self.contradiction = true;
                self.solve_by_words(world);
            }
            Fit::Unknown => self.solve_by_words(world),
        }
    }

    /// A summit that the words give no name, only a city: the one of the calendar that was there about the window.
    fn unnamed(&self, place: &Place, world: &'a World) -> Option<&'a Edition> {
        self.window.is_bounded().then_some(())?;
        let about = DayRange::new(self.window.first().plus(-UNNAMED_DAYS), self.window.last())?;
        let mut there = world.calendar().overlapping(about).filter(|edition| {
            allowed::is_held(edition) && edition.city.is_some() && edition.city == place.city
        });
        let first = there.next()?;
        there.next().is_none().then_some(first)
    }

    /// The summit on whose margins a meeting was.
    fn edition_beside(&self, sidelines: &Sidelines, world: &'a World) -> Option<&'a Edition> {
        let Sidelines { series, place } = sidelines;
        if series.is_empty() {
            return self.unnamed(place, world);
        }
        match self.sought(series, place).fit(world) {
            Fit::One(edition) => Some(edition),
            Fit::Several(_) | Fit::Cancelled(_) | Fit::Contradiction | Fit::Unknown => None,
        }
    }

    fn sought<'s>(&'s self, series: &'s str, place: &'s Place) -> Sought<'s> {
        let claim = self.claim;
        Sought {
            series,
            ordinal: claim.when.ordinal,
            place,
            times: &claim.when.times,
            scope: &claim.when.scope,
            tense: self.tense(),
            status: claim.status,
            participation: claim.participation,
            window: self.window,
            by_place: claim.kind == Kind::Summit && self.is_by_place(),
        }
    }

    fn solve_meeting(&mut self, world: &'a World) {
        let claim = self.claim;
        let beside = claim.when.sidelines.as_ref().and_then(|aside| self.edition_beside(aside, world));
        if let Some(edition) = beside {
            self.margins = Some(edition);
            self.days = edition.days;
            self.steps.push(found(edition));
            self.steps.push(Step::Sidelines { edition: edition.id.clone(), days: edition.days });
            let own = self.by_times(&claim.when.times, world).and_then(|days| days.meet(edition.days));
            self.days = own.unwrap_or(edition.days);
            if self.place.country.is_none() || self.place.country == edition.country {
                self.take_place(edition);
            }
            return;
        }
        self.solve_by_words(world);
        self.solve_by_numbered(world);
    }

    /// A meeting that is bounded to a few weeks, where the calendar has just one of the yearly meetings of these two
    /// countries in those days and that place: it was that.
    fn solve_by_numbered(&mut self, world: &'a World) {
        let ([other], days) = (self.claim.counterparts.as_slice(), self.days) else { return };
        let narrow = days.is_bounded() && (2..=NUMBERED_DAYS).contains(&days.n_days());
        // What the words say themselves is not made finer.
        if !narrow || !self.claim.when.times.is_empty() {
            return;
        }
        let own = people::country_of(&self.claim.leader, days, world);
        let Some((own, other)) = own.zip(people::counterpart_country(other, days, world)) else { return };
        let place = &self.claim.place;
        let mut rows = world.calendar().overlapping(days).filter(|row| {
            row.format == EditionFormat::Bilateral
                && (row.city.is_none() == (self.claim.kind == Kind::Call))
                && (place.country.is_none() || place.country == row.country)
                && (place.city.is_none() || place.city == row.city)
                && people::is_of(row, &own, &other, world)
        });
        let (Some(row), None) = (rows.next(), rows.next()) else { return };
        if days.contains(row.days) {
            self.days = row.days;
            self.inferred.push("start".to_owned());
            self.steps.push(found(row));
        }
    }

    /// The days that the claim's own words tell, then those that govern its passage, then what the tense leaves.
    fn solve_by_words(&mut self, world: &World) {
        let claim = self.claim;
        if let Some(days) = self.by_times(&claim.when.times, world) {
            self.days = days;
            let counted = claim.when.times.iter().flat_map(|timex| self.counted(timex, world));
            self.steps.extend(counted.collect::<Vec<_>>());
            self.steps.push(self.resolved(&claim.when.times, days));
            return;
        }
        if let Some(days) = self.by_times(&claim.when.scope, world) {
            self.days = days;
            self.steps.push(Step::Scope { days });
            return;
        }
        if let Some(days) = self.by_news() {
            self.days = days;
            self.inferred.push("start".to_owned());
            self.steps.push(Step::News { days });
            return;
        }
        self.days = self.by_tense();
        self.steps.push(if self.days == DayRange::ANY {
            Step::NothingKnown
        } else {
            Step::Tense { days: self.days }
        });
    }

    /// What the expressions mean together; one that contradicts those before it is left out.
    fn by_times(&self, times: &[Timex], world: &World) -> Option<DayRange> {
        let tense = self.tense();
        // `Within two weeks` bounds a plan; of what was it only says how close together it was.
        let bounds =
            |timex: &&Timex| tense == Tense::Future || !matches!(timex, Timex::Within { amount: 1.., .. });
        let counted = times.iter().filter(bounds);
        let meant = counted.filter_map(|timex| meaning::days(timex, tense, self.window, world));
        let together = meant.reduce(|all, next| all.meet(next).unwrap_or(all))?;
        let side = self.by_tense();
        Some(together.meet(side).unwrap_or(together))
    }

    /// Which article tells it, and where: by this, claims that are alike otherwise keep one order.
    pub(super) fn told_at(&self) -> (&str, usize, &str) {
        (&self.claim.article, self.claim.start, &self.claim.id)
    }

    /// What a short report under a date tells in its title or its first sentences, without another time and as
    /// past, is the news of that day or of the day before: an inference, and told as one.
    fn by_news(&self) -> Option<DayRange> {
        let (claim, day) = (self.claim, self.facts.published.filter(|_| self.facts.bulletin)?);
        let told_first = claim.grade <= Grade::Title;
        // A number may be a day of its own that belongs to something else, so the news would be of another day too.
        let has_number = claim.quote.chars().any(char::is_numeric);
        let timeless = claim.when.times.is_empty() && claim.when.scope.is_empty() && !has_number;
        let past = matches!(claim.when.tense, Tense::Past | Tense::Unknown);
        let news = claim.kind != Kind::Summit && claim.status == Status::Happened;
        (told_first && timeless && past && news).then(|| between(day.plus(-1), day))
    }

    /// The days on the side of the window that the tense looks to.
    fn by_tense(&self) -> DayRange {
        // To start a plan at the edge of a window of years would look like a date.
        let known = self.window.is_bounded() && self.window.n_days() <= HULL_DAYS;
        match self.tense() {
            Tense::Past => DayRange::until(self.window.last()),
            Tense::Future if known => DayRange::from(self.window.first()),
            // What a picture shows `is`, however old the picture.
            Tense::Present if self.claim.grade == Grade::Caption => DayRange::until(self.window.last()),
            Tense::Present if known => self.window.widened(1),
            Tense::Present if self.claim.status == Status::Happened => DayRange::until(self.window.last()),
            Tense::Future | Tense::Present | Tense::Unknown => DayRange::ANY,
        }
    }

    /// The tense of the clause, or the side that the status looks to where it shows none.
    fn tense(&self) -> Tense {
        match (self.claim.when.tense, self.claim.status) {
            (Tense::Unknown, Status::Happened | Status::Alleged) => Tense::Past,
            (Tense::Unknown | Tense::Present | Tense::Past, Status::Planned | Status::Speculated) => {
                Tense::Future
            }
            (tense, _) => tense,
        }
    }

    /// From which days of the text an expression is counted, and from which those are, the first of them first.
    fn counted(&self, timex: &Timex, world: &World) -> Vec<Step> {
        let (Timex::Offset { anchor: Anchor::Told(told), .. }
        | Timex::Within { anchor: Anchor::Told(told), .. }) = timex
        else {
            return Vec::new();
        };
        let mut steps = self.counted(&told.timex, world);
        steps.extend(
            meaning::days(&told.timex, told.tense, self.window, world)
                .map(|days| Step::Counted { from: told.quote.clone(), days }),
        );
        steps
    }

    fn resolved(&self, times: &[Timex], days: DayRange) -> Step {
        let quote = times.iter().map(tag).collect::<Vec<_>>().join(", ");
        Step::TimeResolved { quote, days, window: self.window }
    }

    fn take_place(&mut self, edition: &Edition) {
        if self.place.city.is_none() && edition.city.is_some() {
            self.place.city.clone_from(&edition.city);
            self.inferred.push("city".to_owned());
        }
        if edition.country.is_some() {
            self.place.country.clone_from(&edition.country);
        }
    }

    /// Names the others by the solved days; `None` if one of them led nobody then.
    fn name_people(&mut self, world: &World) -> Option<()> {
        for counterpart in &self.claim.counterparts {
            let person = people::person(counterpart, self.days, world);
            if let Some(name) = &person.name
                && !people::is_leader(name, self.days, world)
            {
                return None;
            }
            self.counterparts.extend(person.name);
            self.countries.extend(person.country);
            self.steps.extend(person.step);
        }
        self.counterparts.sort_unstable();
        self.countries.sort_unstable();
        self.countries.dedup();
        Some(())
    }
}

fn found(edition: &Edition) -> Step {
    Step::EditionFound {
        edition: edition.id.clone(),
        name: edition.name.clone(),
        days: edition.days,
        source: edition.source.clone(),
    }
}
