//! When and where: the times, places and margins that a clause gives its occasion.

use super::{
    context::clause,
    items::{Called, Item, ItemKind, SummitMention},
    matching::Match,
    scene::Scene,
    signs::is_of_picture,
};
use crate::model::{Grade, Place, Sidelines, Span, Timex};

/// The places that an item names; a seat of government stands for its country.
pub fn places_of(scene: &Scene<'_>, item: &Item) -> Vec<Place> {
    let country = || {
        let (index, _) = item.country?;
        scene.cast.world.countries().at(index)
    };
    match &item.kind {
        ItemKind::Places(places) => places.clone(),
        _ => country()
            .map(|country| Place { city: None, country: Some(country.code.clone()) })
            .into_iter()
            .collect(),
    }
}

/// The time expressions of a summit: those in its name or close after it, else those of the clause.
pub fn summit_times(scene: &Scene<'_>, summit: Span, found: &Match) -> Vec<Timex> {
    let near = scene.items.iter().filter_map(|item| match item.kind {
        ItemKind::Time(index) => Some((item, scene.times.get(index)?)),
        _ => None,
    });
    let index = found.summit.unwrap_or(found.last);
    let last_word = scene.items.get(index).map_or(0, |item| item.last_word);
    // What follows the next summit is that one's.
    let is_next = |item: &&Item| item.first_word > last_word && matches!(item.kind, ItemKind::Summit(_));
    let reach = scene.items.iter().find(is_next).map_or(usize::MAX, |item| item.first_word);
    let after: Vec<Timex> = near
        .filter(|(item, _)| item.first_word > last_word && item.first_word <= reach.min(last_word + 8))
        .map(|(_, time)| time.timex.clone())
        .collect();
    let first = scene.times.partition_point(|time| time.span.start() < summit.start());
    let inside = scene.times.iter().skip(first).take_while(|time| time.span.start() < summit.end());
    let inside = inside.filter(|time| summit.contains(time.span)).map(|time| time.timex.clone());
    let own: Vec<Timex> = inside.chain(after).filter(is_point).collect();
    if own.is_empty() { own_times(scene, found) } else { own }
}

/// The time expressions of the clause, nearest to the trigger first.
///
/// Where the meeting is only what something else was about, just those that follow it before the next verb: `the
/// agreement on a meeting was reached last year` does not date the meeting, `plans for a meeting in May` do.
pub fn own_times(scene: &Scene<'_>, found: &Match) -> Vec<Timex> {
    let trigger = found.trigger.unwrap_or(found.first);
    let (start, end) = match clause(scene.items, found, scene.axes) {
        (_, end) if is_arranged(scene, trigger) => (trigger, next_verb(scene, trigger + 1).min(end)),
        whole => whole,
    };
    let mut near: Vec<(usize, Timex)> = Vec::new();
    let mut foreign = Foreign::default();
    // What parts the clauses may itself open a stretch that ends before the trigger.
    if let Some((before, item)) = start.checked_sub(1).and_then(|at| Some((at, scene.items.get(at)?))) {
        foreign.pass(before, item, scene);
    }
    for (index, item) in scene.items.iter().enumerate().take(end).skip(start) {
        foreign.pass(index, item, scene);
        if let ItemKind::Time(time) = item.kind {
            let timex = scene.times.get(time).map(|time| time.timex.clone());
            let held =
                foreign.holds(item) && !foreign.governs(scene.items, trigger) && !is_pictures(scene, index);
            let theirs = held || is_others(scene, index);
            let own = timex.filter(|timex| !theirs && is_point(timex));
            near.extend(own.map(|timex| (index.abs_diff(trigger), timex)));
        }
    }
    near.sort_by_key(|(distance, _)| *distance);
    near.into_iter().map(|(_, timex)| timex).collect()
}

/// Whether the time at `at` stands right behind something else that happened: `the attack last week`, `the election in
/// July`.
fn is_others(scene: &Scene<'_>, at: usize) -> bool {
    let before = scene.items.get(..at).unwrap_or_default().iter().rev();
    let mut before = before.skip_while(|item| item.classes.meets(scene.details.in_place));
    before.next().is_some_and(|item| item.classes.meets(scene.details.other_event))
}

/// Whether the time at `at` is a picture's: it ends the caption, behind a comma or before a credit.
fn is_pictures(scene: &Scene<'_>, at: usize) -> bool {
    let Some(item) = scene.items.get(at) else { return false };
    if is_of_picture(scene.text, item.span) {
        return true;
    }
    let before = scene.items.get(..at).unwrap_or_default().iter().rev();
    let mut before = before.skip_while(|item| item.classes.meets(scene.details.in_place));
    let mut after = scene.items.get(at + 1..).unwrap_or_default().iter();
    scene.grade == Grade::Caption
        && before.next().is_some_and(|item| item.kind == ItemKind::Mark(','))
        && after.all(|item| matches!(item.kind, ItemKind::Mark(_)))
}

/// A stretch that speaks of another time: from `since` or its like to the next comma, and a few words at least.
#[derive(Clone, Copy, Debug, Default)]
struct Foreign {
    /// What opens it: its index, and its last word.
    since: Option<(usize, usize)>,
    /// The index of the comma that closed it.
    closed: Option<usize>,
}

impl Foreign {
    const LEAST_WORDS: usize = 9;

    fn pass(&mut self, index: usize, item: &Item, scene: &Scene<'_>) {
        if item.classes.meets(scene.details.other_time) {
            *self = Self { since: Some((index, item.last_word)), closed: None };
        } else if item.kind == ItemKind::Mark(',') {
            self.closed = self.closed.or(Some(index));
        }
    }

    fn holds(self, item: &Item) -> bool {
        self.since
            .is_some_and(|(_, word)| self.closed.is_none() || item.first_word <= word + Self::LEAST_WORDS)
    }

    /// Whether the trigger stands in it, so that its times are the trigger's own: `after meeting Xi on Friday`.
    fn governs(self, items: &[Item], trigger: usize) -> bool {
        let between = self.since.and_then(|(index, _)| items.get(index..=trigger));
        between.is_some_and(|between| between.iter().all(|item| item.kind != ItemKind::Mark(',')))
    }
}

/// The first item from `from` on that shows a tense.
fn next_verb(scene: &Scene<'_>, from: usize) -> usize {
    let rest = scene.items.get(from..).unwrap_or_default();
    rest.iter().position(|item| item.tense.is_some()).map_or(scene.items.len(), |offset| from + offset)
}

/// Whether a word for an arrangement governs the trigger: `the agreement on a meeting`.
fn is_arranged(scene: &Scene<'_>, trigger: usize) -> bool {
    const REACH: usize = 3;
    let before = scene.items.get(trigger.saturating_sub(REACH)..trigger).unwrap_or_default();
    before.iter().any(|item| item.classes.meets(scene.details.arranged))
}

/// Whether an expression can tell when something was, and not how long or since when.
fn is_point(timex: &Timex) -> bool {
    !matches!(timex, Timex::Duration { .. } | Timex::Since(_))
}

/// So many words nobody knows may stand between `at` and a summit: `at a regional summit`.
const ADJECTIVES: usize = 2;

/// The summit on whose margins a meeting was.
pub fn sidelines(scene: &Scene<'_>, found: &Match) -> Option<Sidelines> {
    let (start, end) = clause(scene.items, found, scene.axes);
    let part = scene.items.get(start..end)?;
    let mut aside = false;
    for (index, item) in part.iter().enumerate() {
        aside |= item.classes.meets(scene.details.sidelines);
        if item.classes.meets(scene.details.other_time) {
            aside = false;
        }
        // `who met Putin in Samarkand, will attend the summit`: it is that verb's.
        let attends = item.tense.is_some() && item.classes.meets(scene.details.attends);
        if !aside && start + index > found.last && attends {
            return None;
        }
        // `met at the summit`: the preposition stands right before it.
        let mut before = part.get(..index).unwrap_or_default().iter().rev().take(ADJECTIVES + 1);
        let is_word = |item: &&Item| matches!(item.kind, ItemKind::Plain | ItemKind::Word);
        let at = start + index > found.first
            && before.by_ref().take_while(is_word).any(|item| item.classes.meets(scene.details.at));
        let after = [Some(item), part.get(index + 1)]
            .into_iter()
            .flatten()
            .any(|item| item.classes.meets(scene.details.sidelines_after));
        if let ItemKind::Summit(mention) = &item.kind
            && (aside || at || after)
            && !mention.lesser
        {
            return side(scene, mention);
        }
        let ends = part.get(index + 1).is_none_or(|next| {
            matches!(next.kind, ItemKind::Mark(_) | ItemKind::Time(_))
                || next.classes.meets(scene.details.in_place)
        });
        if ends && item.classes.meets(scene.details.sidelines_alone) {
            let it = SummitMention { called: Called::Anaphor, ..SummitMention::default() };
            return side(scene, &it);
        }
    }
    None
}

fn side(scene: &Scene<'_>, mention: &SummitMention) -> Option<Sidelines> {
    let mention = scene.discourse.summit(mention, scene.sentence_index, scene.cast);
    let named = mention.place.city.is_some() && !mention.bare;
    let series = mention.series.or_else(|| named.then(String::new))?;
    Some(Sidelines { series, place: mention.place })
}

/// Where a meeting was: the place in the pattern, else the one that the clause names with `in`.
pub fn place(scene: &Scene<'_>, found: &Match) -> Place {
    let of = |item: &Item| match &item.kind {
        ItemKind::Places(places) => places.first().cloned(),
        _ => None,
    };
    if let Some(place) = found.place.and_then(|index| scene.items.get(index)).and_then(of) {
        return place;
    }
    let (start, end) = clause(scene.items, found, scene.axes);
    let after = found.trigger.map_or(found.first, |trigger| trigger + 1);
    let ahead = scene.items.get(after..end).unwrap_or_default();
    let behind = scene.items.get(start..found.first).unwrap_or_default();
    place_in(scene, ahead, &of).or_else(|| place_in(scene, behind, &of)).unwrap_or_default()
}

/// The first place of a stretch that `in` or its like leads to, before the next verb.
///
/// A place that owns something (`Tehran's attack`) is none, nor one where something else took place before, after
/// or meanwhile (`after talks in Singapore`, `talks on the war in Ukraine`).
fn place_in(scene: &Scene<'_>, part: &[Item], of: &dyn Fn(&Item) -> Option<Place>) -> Option<Place> {
    const REACH: usize = 5;
    let (mut inside, mut reach, mut elsewhere) = (false, 0, false);
    for (index, item) in part.iter().enumerate() {
        let is_adjective = item.country.is_some_and(|(_, is_adjective)| is_adjective);
        let owns = part.get(index + 1).is_some_and(|next| next.classes.meets(scene.details.own));
        if let Some(place) = of(item).filter(|_| inside && item.first_word <= reach && !is_adjective && !owns)
        {
            return Some(place);
        }
        if item.kind == ItemKind::Mark(',') {
            elsewhere = false;
        } else if item.classes.meets(scene.details.other_time) && !item.classes.meets(scene.details.in_place)
        {
            (inside, elsewhere) = (false, true);
        } else if item.classes.meets(scene.details.in_place) {
            let before = index.checked_sub(1).and_then(|before| part.get(before));
            let theirs = before.is_some_and(|before| before.classes.meets(scene.details.other_event));
            (inside, reach) = (!elsewhere && !theirs, item.last_word + REACH);
        } else if item.classes.meets(scene.details.verb) {
            return None;
        } else if item.classes.meets(scene.details.from_place)
            || matches!(item.kind, ItemKind::Actors(_) | ItemKind::Summit(_))
        {
            inside = false;
        }
    }
    None
}
