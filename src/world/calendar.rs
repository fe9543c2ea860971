//! The calendar: when and where each edition of a series was held, never who came.

use std::collections::BTreeMap;

use super::table::{self, BadRow, Table};
use crate::model::{DayRange, Edition, EditionFormat};

const COLUMNS: [&str; 10] =
    ["id", "series", "ordinal", "name", "start", "end", "city", "country", "format", "source"];

/// Every edition that is known.
#[derive(Debug, Default)]
pub struct Calendar {
    /// By first day, then id.
    editions: Vec<Edition>,
    by_id: BTreeMap<String, usize>,
    by_series: BTreeMap<String, Vec<usize>>,
}

impl Calendar {
    pub(super) fn read(bad: &mut Vec<BadRow>) -> Self {
        let text = include_str!("../../assets/editions.tsv");
        Self::new(Table::read("editions.tsv", COLUMNS, text, bad).map(bad, edition))
    }

    /// The editions that were held on screens for everybody.
    pub fn on_screens(&self) -> impl Iterator<Item = &Edition> {
        self.editions().iter().filter(|edition| edition.format == EditionFormat::Virtual)
    }

    /// A calendar of these editions, in whatever order.
    pub fn new(mut editions: Vec<Edition>) -> Self {
        editions.sort_by(|a, b| (a.days, &a.id).cmp(&(b.days, &b.id)));
        let mut calendar = Self::default();
        for (index, edition) in editions.iter().enumerate() {
            calendar.by_id.insert(edition.id.clone(), index);
            calendar.by_series.entry(edition.series.clone()).or_default().push(index);
        }
        calendar.editions = editions;
        calendar
    }

    /// All editions, by first day, then id.
    pub fn editions(&self) -> &[Edition] {
        &self.editions
    }

    /// The editions of one series, by first day.
    pub fn of_series(&self, code: &str) -> impl DoubleEndedIterator<Item = &Edition> {
        self.by_series.get(code).into_iter().flatten().filter_map(|index| self.editions.get(*index))
    }

    /// The edition of this id, e.g. `G20/2022`.
    pub fn by_id(&self, id: &str) -> Option<&Edition> {
        let index = self.by_id.get(id)?;
        self.editions.get(*index)
    }

    /// The editions that share a day with `days`, by first day.
    pub fn overlapping(&self, days: DayRange) -> impl DoubleEndedIterator<Item = &Edition> {
        self.editions.iter().filter(move |edition| edition.days.meet(days).is_some())
    }
}

fn edition(cells: [&str; COLUMNS.len()]) -> Result<Edition, String> {
    let [id, series, ordinal, name, start, end, city, country, format, source] = cells;
    let (days, precision) = table::span(start, end)?;
    let ordinal = match table::optional(ordinal) {
        Some(number) => Some(number.parse().map_err(|error| format!("`{number}`: {error}"))?),
        None => None,
    };
    Ok(Edition {
        id: table::required(id, "id")?,
        series: table::required(series, "series")?,
        ordinal,
        name: table::required(name, "name")?,
        days,
        precision,
        city: table::optional(city),
        country: table::optional(country),
        format: format_from_word(format)?,
        source: table::required(source, "source")?,
    })
}

fn format_from_word(word: &str) -> Result<EditionFormat, String> {
    match word {
        "in_person" => Ok(EditionFormat::InPerson),
        "virtual" => Ok(EditionFormat::Virtual),
        "hybrid" => Ok(EditionFormat::Hybrid),
        "cancelled" => Ok(EditionFormat::Cancelled),
        "bilateral" => Ok(EditionFormat::Bilateral),
        _ => Err(format!("`{word}` is no format")),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::{model::Day, world::World};

    #[test]
    fn the_bali_summit_is_found_by_id_series_and_day() {
        let calendar = World::builtin().calendar();
        let bali = calendar.by_id("G20/2022").unwrap();
        assert_eq!(bali.name, "G20 summit, Bali");
        assert_eq!(format!("{:?}", bali.days), "2022-11-15..2022-11-16");
        assert_eq!((bali.city.as_deref(), bali.country.as_deref()), (Some("Bali"), Some("ID")));
        assert!(calendar.of_series("G20").any(|edition| edition == bali), "it is a G20 summit");
        let day = DayRange::day(Day::parse("2022-11-16").unwrap());
        assert!(calendar.overlapping(day).any(|edition| edition == bali), "the second day counts");
        assert_eq!(calendar.by_id("G20/1999"), None);
    }

    #[test]
    fn ids_are_unique_and_made_of_series_year_and_letter() {
        let calendar = World::builtin().calendar();
        let ids: BTreeSet<&str> = calendar.editions().iter().map(|edition| edition.id.as_str()).collect();
        assert_eq!(ids.len(), calendar.editions().len(), "an id stands twice");
        for edition in calendar.editions() {
            let year = edition.days.first().year();
            let rest = edition.id.strip_prefix(&format!("{}/{year}", edition.series));
            let rest = rest.expect("an id begins with series and year");
            assert!(rest.is_empty() || ("b"..="z").contains(&rest), "{}", edition.id);
        }
    }

    /// A decision of a user hangs on these ids: a row may be added, never renamed.
    #[test]
    fn ids_are_stable() {
        let calendar = World::builtin().calendar();
        for (id, start) in [
            ("BRICS/2023", "2023-08-22"),
            ("BRICS/2023b", "2023-11-21"),
            ("G20/2020", "2020-11-21"),
            ("G20/2020b", "2020-03-26"),
            ("SCO/2022", "2022-09-15"),
            ("APEC/2021", "2021-11-12"),
            ("CIS/2022c", "2022-12-26"),
            ("EAEU/2019b", "2019-10-01"),
            ("Russia-US/2021", "2021-06-16"),
        ] {
            let edition = calendar.by_id(id).expect(id);
            assert_eq!(edition.days.first().to_string(), start, "{id}");
        }
    }

    #[test]
    fn every_edition_is_of_a_known_series_in_a_known_country_and_city() {
        let world = World::builtin();
        for edition in world.calendar().editions() {
            assert!(world.series().by_code(&edition.series).is_some(), "{}: series", edition.id);
            if let Some(country) = &edition.country {
                assert!(world.countries().by_code(country).is_some(), "{}: {country}", edition.id);
            }
            if let Some(city) = &edition.city {
                let known = world
                    .cities()
                    .by_name(city)
                    .any(|known| Some(&known.country) == edition.country.as_ref());
                assert!(known, "{}: {city}", edition.id);
            }
        }
    }

    /// Who came is said by articles alone: neither a column nor a name may tell it.
    #[test]
    fn no_edition_says_who_came() {
        let world = World::builtin();
        for edition in world.calendar().editions() {
            for leader in world.register().leaders() {
                assert!(!edition.name.contains(&leader.name), "{} names {}", edition.id, leader.name);
            }
        }
        let text = include_str!("../../assets/editions.tsv");
        let header = text.lines().find(|line| !line.starts_with('#')).unwrap();
        for word in ["leader", "attend", "participa", "delegat", "guest", "present", "absent"] {
            assert!(!header.contains(word), "a column {word}");
        }
    }

    #[test]
    fn an_edition_in_a_room_has_a_place_and_is_not_long() {
        for edition in World::builtin().calendar().editions() {
            let on_screens = edition.format == EditionFormat::Virtual;
            assert!(
                on_screens || edition.city.is_some() || edition.format == EditionFormat::Bilateral,
                "{}",
                edition.id
            );
            let known = edition.precision == crate::model::Precision::Day;
            assert!(
                !known || edition.days.n_days() <= 18,
                "{} lasts {} days",
                edition.id,
                edition.days.n_days()
            );
        }
    }
}
