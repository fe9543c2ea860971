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
        let automaton = Automaton::new(&pack, &self.names(files.language));
        Some(Language { pack, automaton })
    }

    /// The names of the registers that a text in `language` may write.
    ///
    /// Articles quote other languages, but a short form or an adjective of another language is too often a word
    /// of this one: `AS` is a country in Indonesian, and a word of any English headline in capitals.
    fn names(&self, language: &str) -> Vec<Name> {
        let mut names = Vec::new();
        let mut add = |of: &str, text: &str, named: Named, weak: bool| {
            if of == language || of == ENGLISH || is_telling(text) {
                names.push(Name { text: text.to_owned(), named, weak });
            }
        };
        for name in self.register().names() {
            if let Some(index) = self.register().position(&name.leader.name) {
                add(name.language, name.text, Named::Leader(index), name.form == NameForm::Later);
            }
        }
        for (index, country) in self.countries().all().enumerate() {
            add(ENGLISH, &country.name, Named::Country(index), false);
            country
                .names
                .iter()
                .for_each(|name| add(&name.language, &name.text, Named::Country(index), false));
            country
                .adjectives
                .iter()
                .for_each(|name| add(&name.language, &name.text, Named::Adjective(index), false));
            country
                .metonyms
                .iter()
                .for_each(|name| add(&name.language, &name.text, Named::Metonym(index), false));
        }
        for (index, city) in self.cities().all().iter().enumerate() {
            add(ENGLISH, &city.name, Named::City(index), false);
            city.names.iter().for_each(|name| add(&name.language, &name.text, Named::City(index), false));
        }
        for (index, series) in self.series().all().enumerate() {
            series.names.iter().for_each(|name| add(&name.language, &name.text, Named::Series(index), false));
        }
        names
    }
}

/// The language whose names every language borrows.
const ENGLISH: &str = "en";

/// Whether a name is long and large enough to be known for a name in a text of another language.
fn is_telling(name: &str) -> bool {
    let has_case = |letter: char| letter.is_lowercase() || letter.is_uppercase();
    let begins_small = name.chars().next().is_some_and(char::is_lowercase);
    !begins_small && (name.chars().count() > 3 || !name.chars().any(has_case))
}

#[cfg(test)]
mod tests {
    use super::{Named, World};
    use crate::world::packs::fold::fold;

    #[test]
    fn short_forms_and_adjectives_stay_in_their_language() {
        let has = |language: &str, text: &str| {
            World::builtin().names(language).iter().any(|name| name.text == text)
        };
        for (text, language, expected) in [
            ("AS", "id", true),
            ("AS", "en", false),
            ("russe", "fr", true),
            ("russe", "id", false),
            ("Moskow", "en", true),
            ("普京", "en", true),
            ("США", "en", false),
            ("Putin", "zh", true),
            ("US", "fr", true),
        ] {
            assert_eq!(has(language, text), expected, "{text} in {language}");
        }
    }

    #[test]
    fn names_that_begin_in_ascii_have_no_mark_that_a_plain_text_loses() {
        for (files, _) in &World::builtin().languages.0 {
            for name in World::builtin().names(files.language) {
                let folded = fold(&name.text);
                let is_sound = |letter: char| letter.is_ascii() || letter.is_alphanumeric();
                let begins_plain = folded.starts_with(|letter: char| letter.is_ascii());
                assert!(!begins_plain || folded.chars().all(is_sound), "{}", name.text);
            }
        }
    }

    #[test]
    fn the_code_of_a_series_is_no_name_where_the_word_means_something_else() {
        let names = World::builtin().names("en");
        let is_series =
            |text: &str| names.iter().any(|name| name.text == text && matches!(name.named, Named::Series(_)));
        for name in ["G20", "BRICS", "SCO", "NATO summit", "Normandy Four"] {
            assert!(is_series(name), "{name}");
        }
        for word in ["Libya", "EU", "NATO", "Climate", "Munich", "Normandy", "Caspian"] {
            assert!(!is_series(word), "{word}");
        }
    }
}
