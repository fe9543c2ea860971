//! A matrix of series and years: for each edition what the articles say of it.

use std::collections::BTreeMap;

use super::standing::{EditionFacts, Standing, Word, standing};
use crate::{
    model::{DayRange, Edition, EditionFormat, Event, Kind, Leader, OfficeRole, SeriesClass},
    project::years_of,
    timeline::is_drawn,
    world::World,
};

/// Series by year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// The years from the first to the last.
    pub years: Vec<i32>,
    /// Summits, the series that is most spoken of first.
    pub summits: Vec<Row>,
    /// Forums and ceremonies, which are no summits.
    pub others: Vec<Row>,
    /// Summits whose year or series is not known.
    pub unplaced: Vec<usize>,
}

/// One series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its code.
    pub series: String,
    /// A cell for each year of the matrix; editions by day.
    pub cells: Vec<Vec<Entry>>,
    /// All its editions.
    pub tally: Tally,
}

/// One edition in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What a person would call it.
    pub name: String,
    /// Its days, if the edition is known.
    pub days: Option<DayRange>,
    /// What the articles say of it.
    pub standing: Standing,
    /// The numbers of the events that speak of it.
    pub events: Vec<usize>,
}

/// How many editions have which standing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// He was there.
    pub attended: usize,
    /// He joined from a distance, alone or as everybody.
    pub by_video: usize,
    /// He stayed away.
    pub skipped: usize,
    /// Articles disagree.
    pub disagree: usize,
    /// No article says what came of it.
    pub open: usize,
    /// The calendar knows them and no article speaks of them.
    pub silent: usize,
}

impl Tally {
    /// How many editions these articles speak of: what every share is of.
    pub fn n_spoken_of(self) -> usize {
        self.attended + self.by_video + self.skipped + self.disagree + self.open
    }

    fn count(&mut self, standing: Standing) {
        match standing {
            Standing::Attended => self.attended += 1,
            Standing::Virtual | Standing::VirtualForAll => self.by_video += 1,
            Standing::Skipped => self.skipped += 1,
            Standing::Disagree => self.disagree += 1,
            Standing::Open => self.open += 1,
            Standing::Silent => self.silent += 1,
            Standing::NotApplicable(_) => {}
        }
    }

    fn of(entries: &mut dyn Iterator<Item = &Entry>) -> Self {
        let mut tally = Self::default();
        entries.for_each(|entry| tally.count(entry.standing));
        tally
    }
}

impl Matrix {
    /// The matrix of one leader's events.
    pub fn new(events: &[Event], subject: &str, world: &World) -> Self {
        let mut matrix = Self::default();
        let mut placed: BTreeMap<&str, BTreeMap<Place<'_>, Vec<usize>>> = BTreeMap::new();
        for (index, event) in events.iter().enumerate() {
            if event.kind != Kind::Summit || !is_drawn(event) {
                continue;
            }
            match event.series.as_deref().and_then(|series| Some((series, place(event, series, world)?))) {
                Some((series, place)) => {
                    placed.entry(series).or_default().entry(place).or_default().push(index);
                }
                None => matrix.unplaced.push(index),
            }
        }
        let years = || placed.values().flat_map(BTreeMap::keys).map(|place| place.year);
        let Some((first, last)) = years().min().zip(years().max()) else { return matrix };
        matrix.years = (first..=last).collect();
        let leader = world.register().by_name(subject);
        for (series, of_place) in placed {
            let row = Row::new(series, &matrix.years, (of_place, events), (leader, world));
            match world.series().by_code(series).map(|series| series.class) {
                Some(SeriesClass::Forum | SeriesClass::Ceremony) => matrix.others.push(row),
                Some(SeriesClass::Summit | SeriesClass::Bilateral) | None => matrix.summits.push(row),
            }
        }
        let most_spoken_of_first = |row: &Row| std::cmp::Reverse(row.tally.n_spoken_of());
        matrix.summits.sort_by_key(most_spoken_of_first);
        matrix.others.sort_by_key(most_spoken_of_first);
        matrix
    }

    /// All summits of all series; forums and ceremonies are no summits.
    pub fn tally(&self) -> Tally {
        Tally::of(&mut self.summits.iter().flat_map(|row| row.cells.iter().flatten()))
    }

    /// The summits of each year.
    pub fn by_year(&self) -> Vec<(i32, Tally)> {
        let of_year =
            |index: usize| self.summits.iter().filter_map(move |row| row.cells.get(index)).flatten();
        self.years.iter().enumerate().map(|(index, year)| (*year, Tally::of(&mut of_year(index)))).collect()
    }
}

/// Where an event stands in its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Place<'a> {
    year: i32,
    /// The edition's id, if it is known.
    edition: Option<&'a str>,
}

/// The edition that an event speaks of, and its year; `None` where its year is not known.
fn place<'a>(event: &'a Event, series: &str, world: &'a World) -> Option<Place<'a>> {
    if let Some(edition) = event.edition.as_deref().and_then(|id| world.calendar().by_id(id)) {
        return Some(Place { year: edition.days.first().year(), edition: Some(&edition.id) });
    }
    let (year, _) = years_of(event).filter(|(first, last)| first == last)?;
    let mut editions =
        world.calendar().of_series(series).filter(|edition| edition.days.first().year() == year);
    // The only edition of that year is the one that is meant; of several, none is taken for it.
    let only = editions.next().filter(|_| editions.next().is_none());
    Some(Place { year, edition: only.map(|edition| edition.id.as_str()) })
}

impl Row {
    fn new(
        series: &str,
        years: &[i32],
        (mut told, events): (BTreeMap<Place<'_>, Vec<usize>>, &[Event]),
        (leader, world): (Option<&Leader>, &World),
    ) -> Self {
        let mut cells: Vec<Vec<Entry>> = vec![Vec::new(); years.len()];
        let column = |year: i32| years.iter().position(|known| *known == year);
        for edition in world.calendar().of_series(series) {
            let year = edition.days.first().year();
            let Some(cell) = column(year).and_then(|column| cells.get_mut(column)) else { continue };
            let indices = told.remove(&Place { year, edition: Some(&edition.id) }).unwrap_or_default();
            let standing = standing(facts(edition, leader), &words(&indices, events));
            cell.push(Entry {
                name: edition.name.clone(),
                days: Some(edition.days),
                standing,
                events: indices,
            });
        }
        for (place, indices) in told {
            let Some(cell) = column(place.year).and_then(|column| cells.get_mut(column)) else { continue };
            let standing = standing(EditionFacts::default(), &words(&indices, events));
            let first = indices.first().and_then(|index| events.get(*index));
            let name = first.map_or_else(|| series.to_owned(), |event| event.name.clone());
            cell.push(Entry { name, days: None, standing, events: indices });
        }
        let tally = Tally::of(&mut cells.iter().flatten());
        Self { series: series.to_owned(), cells, tally }
    }
}

fn facts(edition: &Edition, leader: Option<&Leader>) -> EditionFacts {
    let leads = |leader: &Leader| {
        let mut offices = leader.offices.iter().filter(|office| office.role != OfficeRole::Other);
        offices.any(|office| office.term.meet(edition.days).is_some())
    };
    EditionFacts {
        cancelled: edition.format == EditionFormat::Cancelled,
        on_screens: edition.format == EditionFormat::Virtual,
        in_office: leader.map(leads),
        member: None,
    }
}

fn words(indices: &[usize], events: &[Event]) -> Vec<Word> {
    let events = indices.iter().filter_map(|index| events.get(*index));
    let is_about_presence = |field: &str| matches!(field, "participation" | "status");
    events
        .map(|event| Word {
            participation: event.participation,
            status: event.status,
            disputed: event.conflicts.iter().any(|conflict| is_about_presence(conflict.field)),
        })
        .collect()
}

#[cfg(test)]
#[expect(clippy::indexing_slicing, reason = "a test may panic")]
mod tests {
    use super::*;
    use crate::{
        model::{Participation, Review, Status},
        project::{made, summary::Why},
    };

    const PUTIN: &str = "Vladimir Putin";

    fn summit(edition: &str, participation: Participation) -> Event {
        let days = World::builtin().calendar().by_id(edition).unwrap().days;
        let mut event = made::summit(edition, &days.first().to_string(), &days.last().to_string());
        event.participation = participation;
        event
    }

    fn matrix(events: &[Event]) -> Matrix {
        Matrix::new(events, PUTIN, World::builtin())
    }

    fn standings(matrix: &Matrix, row: usize) -> Vec<(i32, Vec<Standing>)> {
        let cells = matrix.summits[row].cells.iter();
        let of_cell = |cell: &Vec<Entry>| cell.iter().map(|entry| entry.standing).collect();
        matrix.years.iter().copied().zip(cells.map(of_cell)).collect()
    }

    #[test]
    fn editions_that_nobody_speaks_of_are_silent_and_not_skipped() {
        let events = [summit("G20/2017", Participation::Virtual), summit("G20/2019", Participation::Skipped)];
        let matrix = matrix(&events);
        let expected = [
            (2017, vec![Standing::Virtual]),
            (2018, vec![Standing::Silent]),
            (2019, vec![Standing::Skipped]),
        ];
        assert_eq!(standings(&matrix, 0), expected);
        let tally = matrix.tally();
        assert_eq!((tally.skipped, tally.n_spoken_of(), tally.silent), (1, 2, 1), "skipped 1 of the 2");
    }

    #[test]
    fn a_year_with_two_editions_has_both_in_its_cell() {
        let matrix = matrix(&[summit("BRICS/2023", Participation::Virtual)]);
        assert_eq!(standings(&matrix, 0), [(2023, vec![Standing::Virtual, Standing::Silent])]);
        assert_eq!(matrix.summits[0].cells[0][0].events, [0]);
    }

    #[test]
    fn forums_and_ceremonies_are_counted_apart() {
        let mut parade = summit("EEF/2023", Participation::Attended);
        parade.form = crate::model::Form::Forum;
        let matrix = matrix(&[parade, summit("G20/2023", Participation::Skipped)]);
        assert_eq!(matrix.summits.len(), 1);
        assert_eq!(matrix.others[0].series, "EEF");
        assert_eq!(matrix.tally().attended, 0, "a forum is no summit");
    }

    #[test]
    fn what_is_rejected_or_held_back_is_not_counted() {
        let mut rejected = summit("G20/2022", Participation::Skipped);
        rejected.review = Review::Rejected;
        let mut held = summit("G20/2023", Participation::Skipped);
        held.held = true;
        let matrix = matrix(&[rejected, held, summit("G20/2021", Participation::Virtual)]);
        assert_eq!(matrix.years, [2021]);
        assert_eq!(matrix.tally().skipped, 0);
    }

    #[test]
    fn a_summit_of_a_known_year_is_the_only_edition_of_that_year() {
        let mut event = made::summit("G20", "2022-01-01", "2022-12-31");
        event.edition = None;
        event.participation = Participation::Skipped;
        let matrix = matrix(&[event]);
        assert_eq!(standings(&matrix, 0), [(2022, vec![Standing::Skipped])], "Bali, and no other");
    }

    #[test]
    fn of_several_editions_of_a_year_none_is_taken_for_the_one_that_is_meant() {
        let mut event = made::summit("BRICS", "2023-01-01", "2023-12-31");
        event.edition = None;
        let matrix = matrix(&[event]);
        let expected = vec![Standing::Silent, Standing::Silent, Standing::Attended];
        assert_eq!(standings(&matrix, 0), [(2023, expected)]);
    }

    #[test]
    fn a_summit_without_a_year_has_no_cell_and_is_not_lost() {
        let mut event = made::summit("G20", "2010-01-01", "2019-12-31");
        event.edition = None;
        assert_eq!(matrix(&[event]).unplaced, [0]);
    }

    #[test]
    fn before_his_office_an_edition_does_not_apply() {
        let events =
            [summit("G20/2016", Participation::Attended), summit("G20/2022", Participation::Attended)];
        let matrix = Matrix::new(&events, "Rishi Sunak", World::builtin());
        let not_in_office = vec![Standing::NotApplicable(Why::NotInOffice)];
        assert_eq!(standings(&matrix, 0)[1], (2017, not_in_office));
        assert_eq!(standings(&matrix, 0)[0], (2016, vec![Standing::Attended]), "words come first");
    }

    #[test]
    fn plans_are_open_and_counted_as_spoken_of() {
        let mut event = summit("G20/2023", Participation::Attended);
        event.status = Status::Planned;
        let tally = matrix(&[event]).tally();
        assert_eq!((tally.open, tally.attended, tally.n_spoken_of()), (1, 0, 1));
    }

    #[test]
    fn years_are_counted_apart() {
        let events =
            [summit("G20/2022", Participation::Skipped), summit("SCO/2022", Participation::Attended)];
        let by_year = matrix(&events).by_year();
        assert_eq!(by_year.len(), 1);
        assert_eq!((by_year[0].0, by_year[0].1.attended, by_year[0].1.skipped), (2022, 1, 1));
    }
}
