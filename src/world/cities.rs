//! Cities and other places where leaders meet, with former names and well-known venues.

use super::{
    series,
    table::{self, BadRow, Table},
};
use crate::model::{Alias, City};

/// Every place that is known.
#[derive(Debug, Default)]
pub struct Cities {
    /// By name, then country.
    all: Vec<City>,
}

impl Cities {
    pub(super) fn read(bad: &mut Vec<BadRow>) -> Self {
        let text = include_str!("../../assets/cities.tsv");
        let mut cities =
            Self { all: Table::read("cities.tsv", ["city", "country", "source"], text, bad).map(bad, city) };
        cities.all.sort_by(|a, b| (&a.name, &a.country).cmp(&(&b.name, &b.country)));
        let text = include_str!("../../assets/city_names.tsv");
        let columns = ["city", "country", "language", "name", "source"];
        Table::read("city_names.tsv", columns, text, bad)
            .map(bad, |[city, country, language, name, _]| cities.add_name(city, country, language, name));
        cities
    }

    fn add_name(&mut self, city: &str, country: &str, language: &str, name: &str) -> Result<(), String> {
        let key = (city, country);
        let found =
            self.all.binary_search_by(|known| (known.name.as_str(), known.country.as_str()).cmp(&key));
        let city = found.ok().and_then(|index| self.all.get_mut(index));
        let city = city.ok_or_else(|| format!("`{}` in {} is no city", key.0, key.1))?;
        city.names.push(series::alias(language, name)?);
        Ok(())
    }

    /// All places, by English name, then country.
    pub fn all(&self) -> &[City] {
        &self.all
    }

    /// The places of this English name: two where two countries have one.
    pub fn by_name(&self, name: &str) -> impl Iterator<Item = &City> {
        let start = self.all.partition_point(|city| city.name.as_str() < name);
        self.all.iter().skip(start).take_while(move |city| city.name == name)
    }
}

fn city([name, country, source]: [&str; 3]) -> Result<City, String> {
    table::required(source, "source")?;
    let name = table::required(name, "city")?;
    let names = vec![Alias { language: "en".to_owned(), text: name.clone() }];
    Ok(City { name, country: table::required(country, "country")?, names })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use crate::world::World;

    #[test]
    fn a_place_is_found_with_its_other_names() {
        let bali = World::builtin().cities().by_name("Bali").next().unwrap();
        assert_eq!(bali.country, "ID");
        assert_eq!(bali.names.first().unwrap().text, "Bali");
        assert!(bali.names.iter().any(|name| name.text == "Nusa Dua"), "the venue");
        assert!(bali.names.iter().any(|name| name.language == "zh"), "Chinese");
        assert_eq!(World::builtin().cities().by_name("Atlantis").next(), None);
    }

    #[test]
    fn every_place_lies_in_a_known_country() {
        let world = World::builtin();
        for city in world.cities().all() {
            assert!(world.countries().by_code(&city.country).is_some(), "{} in {}", city.name, city.country);
        }
    }

    #[test]
    fn no_name_stands_for_two_places_of_one_country() {
        let mut owners: BTreeMap<(&str, &str, &str), &str> = BTreeMap::new();
        for city in World::builtin().cities().all() {
            for name in &city.names {
                let before = owners.insert((&city.country, &name.language, &name.text), &city.name);
                assert_eq!(before, None, "{} names {} too", name.text, city.name);
            }
        }
    }
}
