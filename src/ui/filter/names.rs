//! What the values of a facet are called on the screen.

use crate::{
    project::{Facet, Hole, NONE},
    timeline::Lane,
    ui::say,
    wire::words,
    world::World,
};

/// Languages by their BCP 47 tag; others are shown by their tag.
const LANGUAGES: [(&str, &str); 13] = [
    ("ar", "Arabic"),
    ("de", "German"),
    ("en", "English"),
    ("es", "Spanish"),
    ("fr", "French"),
    ("id", "Indonesian"),
    ("it", "Italian"),
    ("pl", "Polish"),
    ("pt", "Portuguese"),
    ("ru", "Russian"),
    ("tr", "Turkish"),
    ("uk", "Ukrainian"),
    ("zh", "Chinese"),
];
const BANDS: [(&str, &str); 4] =
    [("85", "85 and more"), ("70", "70 to 84"), ("50", "50 to 69"), ("0", "below 50")];

/// A value's name.
pub(super) fn value(facet: Facet, value: &str, world: &World) -> String {
    if value == NONE {
        return nothing(facet).to_owned();
    }
    match facet {
        Facet::Kind => {
            let lane = Lane::ALL.into_iter().find(|lane| lane.key() == value);
            lane.map_or_else(|| value.to_owned(), |lane| lane.name().to_owned())
        }
        Facet::Form => {
            words::form::parse(value).map_or_else(|| value.to_owned(), |form| capital(say::form(form)))
        }
        Facet::Status => words::status::parse(value)
            .map_or_else(|| value.to_owned(), |status| capital(say::status(status))),
        Facet::Review => words::review::parse(value)
            .map_or_else(|| value.to_owned(), |review| capital(say::review(review))),
        Facet::Hole => {
            let hole = Hole::ALL.into_iter().find(|hole| hole.key() == value);
            hole.map_or_else(|| value.to_owned(), |hole| capital(hole.name()))
        }
        Facet::Country => say::country(value, world),
        Facet::Confidence => of_table(&BANDS, value),
        Facet::Language => of_table(&LANGUAGES, value),
        Facet::Series | Facet::Counterpart | Facet::Year | Facet::Article => value.to_owned(),
    }
}

fn nothing(facet: Facet) -> &'static str {
    match facet {
        Facet::Series => "No series",
        Facet::Counterpart => "Nobody named",
        Facet::Country => "No country named",
        Facet::Year => "Year not known",
        _ => "None",
    }
}

fn capital(word: &str) -> String {
    say::capitalised(word)
}

fn of_table(table: &[(&str, &str)], value: &str) -> String {
    table
        .iter()
        .find(|(key, _)| *key == value)
        .map_or_else(|| value.to_owned(), |(_, name)| (*name).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_have_names_that_people_use() {
        for (facet, key, name) in [
            (Facet::Kind, "virtual", "By video"),
            (Facet::Country, "CN", "China"),
            (Facet::Country, NONE, "No country named"),
            (Facet::Confidence, "0", "below 50"),
            (Facet::Language, "id", "Indonesian"),
            (Facet::Language, "sw", "sw"),
            (Facet::Status, "speculated", "Speculated"),
            (Facet::Hole, "single_source", "One source only"),
        ] {
            assert_eq!(value(facet, key, World::builtin()), name, "{facet:?} {key}");
        }
    }
}
