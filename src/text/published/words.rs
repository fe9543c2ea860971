//! Names of months and weekdays in all languages, from the time packs.

use std::{
    collections::BTreeMap,
    sync::{LazyLock, OnceLock},
};

use crate::world::packs::times::{self, Capture, TimePack, What};

/// Months by name, 1 to 12, and weekdays.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub(super) months: BTreeMap<String, u32>,
    pub(super) weekdays: BTreeMap<String, u32>,
}

/// The names of a language, empty for one without a pack.
pub(super) fn names(language: &str) -> &'static Names {
    static NAMES: LazyLock<BTreeMap<&'static str, OnceLock<Names>>> =
        LazyLock::new(|| times::languages().map(|tag| (tag, OnceLock::new())).collect());
    static NONE: Names = Names { months: BTreeMap::new(), weekdays: BTreeMap::new() };
    let primary = language.split('-').next().unwrap_or(language);
    NAMES
        .get(primary)
        .map_or(&NONE, |names| names.get_or_init(|| times::pack(primary).map(Names::of).unwrap_or_default()))
}

impl Names {
    fn of(pack: &TimePack) -> Self {
        Self { months: values(pack, Capture::Month), weekdays: values(pack, Capture::Weekday) }
    }
}

/// The single words of the classes whose value is kept as `wanted`.
fn values(pack: &TimePack, wanted: Capture) -> BTreeMap<String, u32> {
    let spelled: BTreeMap<_, _> = pack.plain.lexicon.iter().map(|(word, id)| (*id, word)).collect();
    let elements = pack.plain.stages.iter().flat_map(|stage| &stage.forms).flat_map(|form| &form.elements);
    let classes = elements.filter_map(|element| match element.what {
        What::Class { class, keep } if keep == wanted => pack.plain.class(class),
        _ => None,
    });
    let hits = classes.flat_map(|class| class.hits.values().flatten());
    hits.filter_map(|hit| {
        let [(word, _)] = hit.words.as_slice() else { return None };
        Some(((*spelled.get(word)?).clone(), u32::try_from(hit.value).ok()?))
    })
    .collect()
}
