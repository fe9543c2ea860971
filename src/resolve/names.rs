//! What a person would call an event, from a small table of words.

use std::{collections::BTreeMap, sync::LazyLock};

use crate::{
    model::{Edition, Form, Kind, Place, SeriesClass},
    world::World,
};

/// The table: a key and its words in each row.
static WORDS: LazyLock<BTreeMap<&'static str, &'static str>> = LazyLock::new(|| {
    let rows = include_str!("../../assets/event_names.tsv").lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|row| row.split_once('\t')).collect()
});

/// What is known of an event when it is named.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named<'a> {
    pub(super) kind: Kind,
    pub(super) form: Form,
    pub(super) edition: Option<&'a Edition>,
    pub(super) series: Option<&'a str>,
    pub(super) counterparts: &'a [String],
    pub(super) countries: &'a [String],
    pub(super) place: &'a Place,
    /// The subject's own country on that day.
    pub(super) home: Option<&'a str>,
}

/// The event's name.
pub(super) fn name(event: Named<'_>, world: &World) -> String {
    if let Some(edition) = event.edition {
        return edition.name.clone();
    }
    if let Some(series) = event.series {
        let class = world.series().by_code(series).map(|series| series.class);
        let key = match class {
            Some(SeriesClass::Forum | SeriesClass::Ceremony) => "occasion",
            Some(SeriesClass::Summit | SeriesClass::Bilateral) | None => "series",
        };
        return words(key, "{what}", series);
    }
    let who = who(event, world);
    let country = event.place.country.as_deref().filter(|country| Some(*country) != event.home);
    match (event.kind, event.form, country) {
        (Kind::Meeting, Form::Visit, Some(country)) => {
            words("visit", "{where}", &country_name(country, world))
        }
        (Kind::Meeting, Form::Visit, None) => words("guest", "{who}", &who),
        (Kind::Meeting, Form::Handshake, _) => words("handshake", "{who}", &who),
        (Kind::Meeting, _, _) => words("meeting", "{who}", &who),
        (Kind::Call, Form::Video, _) => words("video", "{who}", &who),
        (Kind::Call, _, _) => words("call", "{who}", &who),
        (Kind::Summit, _, _) => words("trilateral", "{who}", &who),
    }
}

fn who(event: Named<'_>, world: &World) -> String {
    let names: Vec<String> = if event.counterparts.is_empty() {
        let leader_of = |country: &String| words("leader_of", "{where}", &country_name(country, world));
        event.countries.iter().map(leader_of).collect()
    } else {
        event.counterparts.to_vec()
    };
    match names.as_slice() {
        [] => words("nobody", "", ""),
        [only] => only.clone(),
        [most @ .., last] => words("and", "{who}", &most.join(", ")).replace("{where}", last),
    }
}

fn words(key: &str, slot: &str, value: &str) -> String {
    let words = WORDS.get(key).copied().unwrap_or(slot);
    if slot.is_empty() { words.to_owned() } else { words.replace(slot, value) }
}

fn country_name(code: &str, world: &World) -> String {
    world.countries().by_code(code).map_or_else(|| code.to_owned(), |country| country.name.clone())
}
