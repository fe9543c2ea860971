//! A sentence as a row of items: actors, summits, places, words of the lexicon.

use super::{
    actors::{Actor, Cast, Who},
    lists::{LinkWords, together},
    phrase::{PhraseWords, phrase},
    tokens::{CountryForm, Token},
};
use crate::{
    model::{Place, SeriesClass, Span},
    world::{ClassSet, Lexicon, WordTense},
};

/// A summit in a sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SummitMention {
    /// The series' code; `None` for `the summit` or `the Brisbane summit`.
    pub series: Option<String>,
    /// Only the bloc's name, with no word for a meeting.
    pub bare: bool,
    /// A ministers' meeting or another lesser format.
    pub lesser: bool,
    /// Its place, as the words around it have it.
    pub place: Place,
    /// Which of its series it is, where the words number it.
    pub ordinal: Option<u32>,
    /// By what it is called.
    pub called: Called,
}

/// By what a summit is called.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Called {
    /// Its series' name.
    #[default]
    Series,
    /// The place alone: `the Brisbane summit`.
    Place,
    /// It points back: `the summit`, `the conclave`.
    Anaphor,
    /// A name that no register knows: `a summit of the Council of Europe`.
    Foreign,
}

/// What an item is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemKind {
    /// One or more people.
    Actors(Actor),
    /// A summit.
    Summit(SummitMention),
    /// Places: a city or country, several where listed.
    Places(Vec<Place>),
    /// Words of the lexicon.
    Word,
    /// A time expression, by index.
    Time(usize),
    /// A mark of punctuation.
    Mark(char),
    /// An unknown word.
    Plain,
}

/// One item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub kind: ItemKind,
    /// Where it stands.
    pub span: Span,
    /// Index of its first word.
    pub first_word: usize,
    /// Index of its last word.
    pub last_word: usize,
    /// Classes of the words that it is made of.
    pub classes: ClassSet,
    /// Which way a verb looks.
    pub tense: Option<WordTense>,
    /// The country, if it is one: by index, and how it is spoken of.
    pub country: Option<(usize, bool)>,
    /// A number in digits.
    pub number: Option<u32>,
}

/// The classes that summits and lists are made of.
#[derive(Clone, Copy, Debug)]
pub struct ItemWords {
    phrase: PhraseWords,
    links: LinkWords,
    filler: ClassSet,
    of: ClassSet,
    own: ClassSet,
    at: ClassSet,
    summit: ClassSet,
    gathering: ClassSet,
    lesser: ClassSet,
    definite: ClassSet,
    member: ClassSet,
    purpose: ClassSet,
    held: ClassSet,
    journey: ClassSet,
}

impl ItemWords {
    /// Looks the classes up.
    pub fn new(lexicon: &Lexicon) -> Self {
        let class = |name| lexicon.class_or_none(name);
        Self {
            phrase: PhraseWords::new(lexicon),
            links: LinkWords::new(lexicon),
            filler: class("filler"),
            of: class("of"),
            own: class("possessive"),
            at: class("in_place"),
            summit: class("summit_noun"),
            gathering: class("gathering_noun"),
            lesser: class("lesser_format"),
            definite: class("definite"),
            member: class("member_noun"),
            purpose: class("for_summit"),
            held: class("held"),
            journey: ["in_place", "travel", "attend", "arrive", "go", "leaves"]
                .into_iter()
                .fold(ClassSet::default(), |set, name| set.with(class(name))),
        }
    }
}

/// Puts the tokens of a sentence together.
pub fn items(row: &[Token], words: &ItemWords, cast: &Cast<'_>) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::with_capacity(row.len());
    let mut at = 0;
    while let Some(token) = row.get(at) {
        let (kind, end) = summit(row, at, words, cast)
            .or_else(|| {
                phrase(row, at, &words.phrase, cast).map(|(actor, end)| (ItemKind::Actors(actor), end))
            })
            .unwrap_or_else(|| (single(token, cast), at + 1));
        items.push(item(row, (at, end), kind));
        at = end;
    }
    place_summits(&mut items, words);
    together(&items, words.links, cast)
}

fn item(row: &[Token], (from, end): (usize, usize), kind: ItemKind) -> Item {
    let part = row.get(from..end).unwrap_or_default();
    let (first, last) = (part.first(), part.last());
    Item {
        kind,
        span: first.zip(last).map(|(first, last)| first.span.hull(last.span)).unwrap_or_default(),
        first_word: first.map_or(0, |token| token.first_word),
        last_word: last.map_or(0, |token| token.last_word),
        classes: part.iter().fold(ClassSet::default(), |set, token| set.with(token.classes)),
        tense: part
            .iter()
            .find_map(|token| token.tense)
            .or_else(|| first.filter(|token| token.past_ending).map(|_| WordTense::Past)),
        country: first
            .filter(|_| part.len() == 1)
            .and_then(|token| token.country)
            .map(|(index, form)| (index, form == CountryForm::Adjective)),
        number: first.and_then(|token| token.number),
    }
}

fn single(token: &Token, cast: &Cast<'_>) -> ItemKind {
    if let Some(index) = token.time {
        return ItemKind::Time(index);
    }
    if let Some(mark) = token.mark {
        return ItemKind::Mark(mark);
    }
    if token.city.is_some() || token.country.is_some_and(|(_, form)| form != CountryForm::Metonym) {
        return ItemKind::Places(vec![place_of(token, cast)]);
    }
    if token.country.is_some() || !token.classes.is_empty() { ItemKind::Word } else { ItemKind::Plain }
}

/// The place that a token names.
fn place_of(token: &Token, cast: &Cast<'_>) -> Place {
    let city = token.city.and_then(|index| cast.world.cities().all().get(index));
    let country = token.country.and_then(|(index, _)| cast.world.countries().at(index));
    Place {
        city: city.map(|city| city.name.clone()),
        country: city
            .map(|city| city.country.clone())
            .or_else(|| country.map(|country| country.code.clone())),
    }
}

/// A summit that starts here: a series or a word for a meeting, with what belongs to the name.
fn summit(row: &[Token], from: usize, words: &ItemWords, cast: &Cast<'_>) -> Option<(ItemKind, usize)> {
    const LONGEST: usize = 14;
    let part = row.get(from..)?;
    let belongs = |token: &&Token| {
        let inner =
            [words.filler, words.of, words.own, words.definite, words.summit, words.gathering, words.lesser];
        token.series.is_some()
            || token.city.is_some()
            || token.country.is_some()
            || token.time.is_some()
            || token.number.is_some()
            || token.ordinal.is_some()
            || token.classes.meets(words.member)
            || token.office.as_ref().is_some_and(|office| office.plural && office.leader)
            || inner.into_iter().any(|class| token.classes.meets(class))
            || matches!(token.mark, Some('\'' | '-' | '(' | ')' | '"'))
    };
    let is_head = |token: &Token| {
        token.series.is_some()
            || [words.summit, words.gathering, words.lesser]
                .into_iter()
                .any(|class| token.classes.meets(class))
    };
    let n_inside = part.iter().take(LONGEST).take_while(|token| belongs(token)).count();
    let end = part.get(..n_inside)?.iter().rposition(is_head)? + 1;
    let name = part.get(..end)?;
    let first = name.first()?;
    let has = |class: ClassSet| name.iter().any(|token| token.classes.meets(class));
    let series: Vec<usize> = name.iter().filter_map(|token| token.series).collect();
    let starts_well = is_head(first)
        || first.classes.meets(words.definite)
        || first.city.is_some()
        || first.country.is_some()
        || first.time.is_some();
    let known = !series.is_empty() || has(words.summit) || (has(words.gathering) && has(words.definite));
    if !starts_well || !known {
        return None;
    }
    let place = name.iter().rev().find(|token| token.city.is_some() || token.country.is_some());
    let place = place.map(|token| place_of(token, cast)).unwrap_or_default();
    let member = part.get(end).is_some_and(|token| token.classes.meets(words.member));
    let named = series.first().and_then(|&index| cast.world.series().at(index));
    let ordinal = name.iter().find_map(|token| token.ordinal).filter(|_| named.is_some());
    // Two countries' names together, a forum's, or a number, mean their meeting and no bloc.
    let stands_for_it = named.is_some_and(|series| series.class != SeriesClass::Summit);
    let noun = has(words.summit) || has(words.gathering) || ordinal.is_some() || stands_for_it;
    // `a meeting of the BRICS leaders`: the noun before the name says that it is a meeting.
    let named_at = name.iter().position(|token| token.series.is_some()).unwrap_or(0);
    let meets = name.iter().take(named_at).any(|token| token.classes.meets(words.gathering));
    let called = match (series.is_empty(), &place) {
        (false, _) => Called::Series,
        (true, _) if names_otherwise(row, (from, from + end), words) => Called::Foreign,
        (true, place) if *place == Place::default() => Called::Anaphor,
        (true, _) => Called::Place,
    };
    let mention = SummitMention {
        series: named.map(|series| series.code.clone()),
        bare: !noun || (member && !has(words.summit) && !meets),
        lesser: has(words.lesser) || part.get(end).is_some_and(|token| token.classes.meets(words.lesser)),
        called,
        ordinal,
        place,
    };
    Some((ItemKind::Summit(mention), from + end))
}

/// Whether an unknown name says whose summit it is: `a summit of the Council of Europe`, `the Visegrad summit`.
fn names_otherwise(row: &[Token], (from, end): (usize, usize), words: &ItemWords) -> bool {
    let unknown = |token: &Token| token.capital && token.is_plain();
    let filler = |token: &&Token| token.classes.meets(words.filler) || token.classes.meets(words.definite);
    let before = from.checked_sub(1).and_then(|index| row.get(index)).is_some_and(unknown);
    let follows = row.get(end).is_some_and(|next| next.classes.meets(words.of));
    let after = row.iter().skip(end + 1).find(|token| !filler(token)).is_some_and(unknown);
    before || (follows && after)
}

/// Gives each summit the place that follows it: `the G20 summit on the island of Bali`.
fn place_summits(items: &mut [Item], words: &ItemWords) {
    const REACH: usize = 7;
    for at in 0..items.len() {
        let Some(Item { kind: ItemKind::Summit(mention), last_word, .. }) = items.get(at) else { continue };
        if mention.place.city.is_some() {
            continue;
        }
        let last_word = *last_word;
        // `KTT Samarkand`: a city that follows at once needs no preposition.
        let mut after_preposition = items.get(at + 1).is_some_and(is_city);
        // `vertice di Samarcanda`: so does a city that the summit is said to be of.
        after_preposition |= items.get(at + 1).is_some_and(|next| next.classes.meets(words.of))
            && items.get(at + 2).is_some_and(is_city);
        let mut found: Option<Place> = None;
        for item in items.get(at + 1..).unwrap_or_default() {
            if item.first_word > last_word + REACH {
                break;
            }
            match &item.kind {
                // `the Russian embassy`: the adjective of a country is no place.
                ItemKind::Places(_) if item.country.is_some_and(|(_, is_adjective)| is_adjective) => {}
                ItemKind::Places(places) => {
                    let Some(place) = places.first().filter(|_| after_preposition) else { break };
                    match &mut found {
                        None => found = Some(place.clone()),
                        Some(found) if found.city.is_none() && found.country == place.country => {
                            found.city.clone_from(&place.city);
                        }
                        Some(_) => break,
                    }
                }
                ItemKind::Word | ItemKind::Plain | ItemKind::Time(_) => {
                    after_preposition |= item.classes.meets(words.at);
                }
                ItemKind::Mark(',' | '\'' | '(' | '-') => {}
                // `the G20 heads of state meeting in India`: these are the summit's own.
                ItemKind::Actors(actor) if actor.who.as_slice() == [Who::Leaders] => {}
                ItemKind::Mark(_) | ItemKind::Actors(_) | ItemKind::Summit(_) => break,
            }
        }
        let found = found.or_else(|| place_before(items, at, words));
        if let (Some(found), Some(Item { kind: ItemKind::Summit(mention), .. })) = (found, items.get_mut(at))
        {
            if mention.place == Place::default() || mention.place.country == found.country {
                mention.place = found;
            }
            if mention.called == Called::Anaphor {
                mention.called = Called::Place;
            }
        }
    }
}

/// Whether an item names a city.
fn is_city(item: &Item) -> bool {
    matches!(&item.kind, ItemKind::Places(places) if places.iter().any(|place| place.city.is_some()))
}

/// The place before a summit: where a journey to it leads (`travel to Indonesia for the summit`), or where a
/// participle says that it is held, before the place or after it.
fn place_before(items: &[Item], at: usize, words: &ItemWords) -> Option<Place> {
    let before = items.get(..at)?;
    let [.., place, link] = before else { return None };
    let first = before.len().checked_sub(3).and_then(|first| before.get(first));
    let city_or_country = |item: &Item| match &item.kind {
        ItemKind::Places(places) => places.first().cloned(),
        _ => None,
    };
    let journey = first.is_some_and(|first| first.classes.meets(words.journey));
    if (journey && link.classes.meets(words.purpose)) || link.classes.meets(words.held) {
        return city_or_country(place);
    }
    first?.classes.meets(words.held).then(|| city_or_country(link)).flatten()
}
