//! The closed list of series, and their names as articles write them.

use super::table::{self, BadRow, Table};
use crate::model::{Alias, Form, Series, SeriesClass};

/// Every series that is known.
#[derive(Debug, Default)]
pub struct SeriesTable {
    /// By code.
    all: Vec<Series>,
}

impl SeriesTable {
    pub(super) fn read(bad: &mut Vec<BadRow>) -> Self {
        let text = include_str!("../../assets/series.tsv");
        let mut all =
            Self { all: Table::read("series.tsv", ["series", "class"], text, bad).map(bad, series) };
        all.all.sort_by(|a, b| a.code.cmp(&b.code));
        let text = include_str!("../../assets/series_names.tsv");
        let names = Table::read("series_names.tsv", ["series", "language", "name"], text, bad);
        names.map(bad, |[code, language, name]| all.add_name(code, language, name));
        all
    }

    fn add_name(&mut self, code: &str, language: &str, name: &str) -> Result<(), String> {
        let series = self.index_of(code).and_then(|index| self.all.get_mut(index));
        let series = series.ok_or_else(|| format!("`{code}` is no series"))?;
        series.names.push(alias(language, name)?);
        Ok(())
    }

    /// All series, by code.
    pub fn all(&self) -> impl Iterator<Item = &Series> {
        self.all.iter()
    }

    /// The series of this index among all.
    pub fn at(&self, index: usize) -> Option<&Series> {
        self.all.get(index)
    }

    /// The series of this code, e.g. `G20`.
    pub fn by_code(&self, code: &str) -> Option<&Series> {
        self.at(self.index_of(code)?)
    }

    /// What an occasion of this series is. One that is not known is a summit, as its name says.
    pub fn form(&self, code: &str) -> Form {
        match self.by_code(code).map(|series| series.class) {
            Some(SeriesClass::Forum) => Form::Forum,
            Some(SeriesClass::Ceremony) => Form::Ceremony,
            Some(SeriesClass::Summit | SeriesClass::Bilateral) | None => Form::Summit,
        }
    }

    fn index_of(&self, code: &str) -> Option<usize> {
        self.all.binary_search_by(|series| series.code.as_str().cmp(code)).ok()
    }
}

/// A name in a language, from the cells of a table of names.
pub(super) fn alias(language: &str, name: &str) -> Result<Alias, String> {
    Ok(Alias { language: table::required(language, "language")?, text: table::required(name, "name")? })
}

fn series([code, class]: [&str; 2]) -> Result<Series, String> {
    let class = match class {
        "summit" => SeriesClass::Summit,
        "forum" => SeriesClass::Forum,
        "ceremony" => SeriesClass::Ceremony,
        "bilateral" => SeriesClass::Bilateral,
        _ => return Err(format!("`{class}` is no class")),
    };
    Ok(Series { code: table::required(code, "series")?, class, names: Vec::new() })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::world::World;

    #[test]
    fn forums_are_no_summits() {
        let series = World::builtin().series();
        assert_eq!(series.by_code("G20").unwrap().class, SeriesClass::Summit);
        assert_eq!(series.by_code("SPIEF").unwrap().class, SeriesClass::Forum);
        assert_eq!(series.by_code("Victory Day").unwrap().class, SeriesClass::Ceremony);
        assert_eq!(series.by_code("G21"), None);
    }

    #[test]
    fn no_name_stands_for_two_series() {
        let mut owners = BTreeMap::new();
        for series in World::builtin().series().all() {
            for name in &series.names {
                let before = owners.insert((name.language.clone(), name.text.clone()), &series.code);
                assert_eq!(before, None, "{} is {} too", name.text, series.code);
            }
        }
        assert!(owners.len() > 200, "only {} names", owners.len());
    }

    #[test]
    fn a_series_of_many_is_named_in_many_languages() {
        for code in ["G20", "BRICS", "SCO", "APEC", "UNGA", "CIS"] {
            let series = World::builtin().series().by_code(code).unwrap();
            for language in ["en", "ru", "id", "zh"] {
                assert!(series.names.iter().any(|name| name.language == language), "{code} in {language}");
            }
        }
    }
}
