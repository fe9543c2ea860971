//! What the program knows before it reads anything: `assets/` as tables and automata.

mod calendar;
mod cities;
mod countries;
mod fold;
mod languages;
mod members;
mod moments;
pub mod packs;
mod register;
mod series;
mod table;

pub use calendar::Calendar;
pub use cities::Cities;
pub use countries::Countries;
pub use fold::{fold, plain_letter};
pub use languages::{Language, Languages};
pub use members::Members;
pub use moments::Moments;
pub use packs::{
    Automaton, ClassSet, Element, Folded, Gives, Lexicon, Meaning, Name, Named, OfficeWord, Pack, PackFiles,
    Pattern, Rule, Slot, WhatToFind, WordTense,
};
pub use register::{Holder, LeaderName, NameForm, Register};
pub use series::SeriesTable;
pub use table::BadRow;

/// The registers and language packs.
#[derive(Debug, Default)]
pub struct World {
    calendar: Calendar,
    series: SeriesTable,
    register: Register,
    countries: Countries,
    cities: Cities,
    moments: Moments,
    members: Members,
    languages: Languages,
    bad_rows: Vec<BadRow>,
}

impl World {
    /// The world that is built in.
    pub fn builtin() -> &'static Self {
        static BUILTIN: std::sync::LazyLock<World> = std::sync::LazyLock::new(World::read);
        &BUILTIN
    }

    fn read() -> Self {
        let mut bad_rows = Vec::new();
        Self {
            calendar: Calendar::read(&mut bad_rows),
            series: SeriesTable::read(&mut bad_rows),
            register: Register::read(&mut bad_rows),
            countries: Countries::read(&mut bad_rows),
            cities: Cities::read(&mut bad_rows),
            moments: Moments::read(&mut bad_rows),
            members: Members::read(&mut bad_rows),
            languages: Languages::default(),
            bad_rows,
        }
    }

    /// When and where each edition was.
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// The closed list of series.
    pub fn series(&self) -> &SeriesTable {
        &self.series
    }

    /// The leaders.
    pub fn register(&self) -> &Register {
        &self.register
    }

    /// The countries.
    pub fn countries(&self) -> &Countries {
        &self.countries
    }

    /// The cities and venues.
    pub fn cities(&self) -> &Cities {
        &self.cities
    }

    /// The dates that articles count from.
    pub fn moments(&self) -> &Moments {
        &self.moments
    }

    /// Who belongs to the organisations whose membership is fixed.
    pub fn members(&self) -> &Members {
        &self.members
    }

    /// The rows of the tables that could not be used; none in a release, as a test asserts.
    pub fn bad_rows(&self) -> &[BadRow] {
        &self.bad_rows
    }
}

#[cfg(test)]
mod tests {
    use super::World;

    #[test]
    fn every_row_of_every_table_is_sound() {
        let told: Vec<String> = World::builtin().bad_rows().iter().map(ToString::to_string).collect();
        assert!(told.is_empty(), "{}", told.join("\n"));
    }

    /// `assets/README.md` is for people: it names every table, and its numbers are right.
    #[test]
    fn every_table_is_described() {
        let readme = include_str!("../../assets/README.md");
        let world = World::builtin();
        for name in [
            "cities.tsv",
            "city_names.tsv",
            "countries.tsv",
            "country_names.tsv",
            "editions.tsv",
            "leader_names.tsv",
            "leaders.tsv",
            "members.tsv",
            "moments.tsv",
            "offices.tsv",
            "people.tsv",
            "series.tsv",
            "series_names.tsv",
        ] {
            assert!(readme.contains(&format!("`{name}`")), "{name}");
        }
        let n_editions = world.calendar().editions().len();
        assert!(
            readme.contains(&format!("{n_editions} summits, forums and ceremonies")),
            "{n_editions} editions"
        );
        let n_series = world.series().all().count();
        assert!(readme.contains(&format!("closed list of {n_series} series")), "{n_series} series");
        let n_leaders = world.register().leaders().len();
        assert!(readme.contains(&format!("{n_leaders} persons")), "{n_leaders} persons");
    }
}
