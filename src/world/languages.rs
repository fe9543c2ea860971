//! The languages that can be read: each pack with the automaton over its words and all names, made when first
//! asked for.

use std::sync::OnceLock;

use super::{Automaton, Name, NameForm, Named, Pack, PackFiles, World, packs::BUILTIN};

/// A language, ready to read.
#[derive(Debug)]
pub struct Language {
    /// Its words and rules.
    pub pack: Pack,
    /// One pass over a text finds all names and words.
    pub automaton: Automaton,
}

/// All languages, each made when first asked for.
#[derive(Debug)]
pub struct Languages(Vec<(PackFiles, OnceLock<Option<Language>>)>);

impl Default for Languages {
    fn default() -> Self {
        Self(BUILTIN.iter().map(|files| (*files, OnceLock::new())).collect())
    }
}

impl World {
    /// The language of this BCP 47 tag (`zh-Hant` is read as `zh`), or `None` if there is no pack for it.
    pub fn language(&self, tag: &str) -> Option<&Language> {
        let primary = tag.split('-').next().unwrap_or(tag);
        let (files, slot) = self.languages.0.iter().find(|(files, _)| files.language == primary)?;
        slot.get_or_init(|| self.read_language(*files)).as_ref()
    }

    /// The packs that are built in, in a fixed order.
    pub fn packs(&self) -> impl Iterator<Item = &Pack> {
        BUILTIN.iter().filter_map(|files| self.language(files.language)).map(|language| &language.pack)
    }

    fn read_language(&self, files: PackFiles) -> Option<Language> {
        let pack = Pack::read(files).ok()?;
        let automaton = Automaton::new(&pack, &self.names());
        Some(Language { pack, automaton })
    }

    /// All names of the registers, in every language: articles quote each other's.
    fn names(&self) -> Vec<Name> {
        let mut names = Vec::new();
        let mut add = |text: &str, named: Named, weak: bool| {
            names.push(Name { text: text.to_owned(), named, weak });
        };
        for name in self.register().names() {
            let index = self.register().leaders().binary_search_by(|known| known.name.cmp(&name.leader.name));
            if let Ok(index) = index {
                add(name.text, Named::Leader(index), name.form == NameForm::Later);
            }
        }
        for (index, country) in self.countries().all().enumerate() {
            add(&country.name, Named::Country(index), false);
            country.names.iter().for_each(|name| add(&name.text, Named::Country(index), false));
            country.adjectives.iter().for_each(|name| add(&name.text, Named::Adjective(index), false));
            country.metonyms.iter().for_each(|name| add(&name.text, Named::Metonym(index), false));
        }
        for (index, city) in self.cities().all().iter().enumerate() {
            add(&city.name, Named::City(index), false);
            city.names.iter().for_each(|name| add(&name.text, Named::City(index), false));
        }
        for (index, series) in self.series().all().enumerate() {
            add(&series.code, Named::Series(index), false);
            series.names.iter().for_each(|name| add(&name.text, Named::Series(index), false));
        }
        names
    }
}
