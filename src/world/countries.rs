//! Countries: names, adjectives and the words that stand for their governments, by language.

use super::{
    series,
    table::{self, BadRow, Table},
};
use crate::model::Country;

/// Every country that is known.
#[derive(Debug, Default)]
pub struct Countries {
    /// By code.
    all: Vec<Country>,
}

impl Countries {
    pub(super) fn read(bad: &mut Vec<BadRow>) -> Self {
        let text = include_str!("../../assets/countries.tsv");
        let rows = Table::read("countries.tsv", ["country", "name", "source"], text, bad).map(bad, country);
        let mut all = Self { all: rows };
        all.all.sort_by(|a, b| a.code.cmp(&b.code));
        let text = include_str!("../../assets/country_names.tsv");
        let columns = ["country", "kind", "language", "name", "source"];
        Table::read("country_names.tsv", columns, text, bad)
            .map(bad, |[code, kind, language, name, _]| all.add_name(code, kind, language, name));
        all
    }

    fn add_name(&mut self, code: &str, kind: &str, language: &str, name: &str) -> Result<(), String> {
        let country = self.index_of(code).and_then(|index| self.all.get_mut(index));
        let country = country.ok_or_else(|| format!("`{code}` is no country"))?;
        let names = match kind {
            "name" => &mut country.names,
            "adjective" => &mut country.adjectives,
            "metonym" => &mut country.metonyms,
            _ => return Err(format!("`{kind}` is no kind of name")),
        };
        names.push(series::alias(language, name)?);
        Ok(())
    }

    /// All countries, by code.
    pub fn all(&self) -> impl Iterator<Item = &Country> {
        self.all.iter()
    }

    /// The country of this index among all.
    pub fn at(&self, index: usize) -> Option<&Country> {
        self.all.get(index)
    }

    /// The index of the country of this code among all.
    pub fn index_of(&self, code: &str) -> Option<usize> {
        self.all.binary_search_by(|country| country.code.as_str().cmp(code)).ok()
    }

    /// The country of this ISO 3166-1 alpha-2 code.
    pub fn by_code(&self, code: &str) -> Option<&Country> {
        self.at(self.index_of(code)?)
    }
}

fn country([code, name, source]: [&str; 3]) -> Result<Country, String> {
    table::required(source, "source")?;
    Ok(Country {
        code: table::required(code, "country")?,
        name: table::required(name, "name")?,
        names: Vec::new(),
        adjectives: Vec::new(),
        metonyms: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use crate::{model::Alias, world::World};

    fn has(names: &[Alias], language: &str, text: &str) -> bool {
        names.iter().any(|name| name.language == language && name.text == text)
    }

    #[test]
    fn russia_has_names_adjectives_and_metonyms() {
        let russia = World::builtin().countries().by_code("RU").unwrap();
        assert_eq!(russia.name, "Russia");
        assert!(has(&russia.names, "zh", "俄罗斯"), "Chinese name");
        assert!(has(&russia.names, "id", "Rusia"), "Indonesian name");
        assert!(has(&russia.adjectives, "en", "Russian"), "adjective");
        assert!(has(&russia.metonyms, "en", "Kremlin"), "metonym");
        assert!(!has(&russia.adjectives, "en", "Kremlin"), "a metonym is no adjective");
    }

    #[test]
    fn codes_are_two_capital_letters_and_every_country_is_named_in_the_main_languages() {
        for country in World::builtin().countries().all() {
            let two_capitals =
                country.code.len() == 2 && country.code.bytes().all(|byte| byte.is_ascii_uppercase());
            assert!(two_capitals, "{}", country.code);
            for language in ["en", "id", "ru", "zh"] {
                let named = country.names.iter().any(|name| name.language == language);
                assert!(named, "{} in {language}", country.code);
            }
            assert!(country.adjectives.iter().any(|name| name.language == "en"), "{}", country.code);
        }
    }

    /// The two Congos share their bare name; readers of an article are told so.
    const NAMESAKES: [&str; 2] = ["CD", "CG"];

    #[test]
    fn no_name_or_metonym_stands_for_two_countries_but_for_namesakes() {
        let mut owners: BTreeMap<(&str, &str), &str> = BTreeMap::new();
        for country in World::builtin().countries().all() {
            for name in country.names.iter().chain(&country.metonyms) {
                let before = owners.insert((&name.language, &name.text), &country.code);
                let are_namesakes = |code: &str| NAMESAKES.contains(&code);
                let same = before.is_none_or(|before| {
                    before == country.code || (are_namesakes(before) && are_namesakes(&country.code))
                });
                assert!(same, "{} is {} and {before:?}", name.text, country.code);
            }
        }
    }
}
