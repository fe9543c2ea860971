//! Where a rule's pattern fits a row of items.

use super::{
    actors::Who,
    items::{Item, ItemKind},
};
use crate::world::{ClassSet, Element, Lexicon, Pattern, Slot, WordTense};

/// A pattern that fits: which item each of its elements holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Match {
    /// The leaders' item.
    pub leader: Option<usize>,
    /// The counterparts' item.
    pub counterpart: Option<usize>,
    /// The item of several leaders named together.
    pub together: Option<usize>,
    /// Somebody who is no leader.
    pub other: Option<usize>,
    /// A country as a government.
    pub government: Option<usize>,
    /// The summit.
    pub summit: Option<usize>,
    /// The place.
    pub place: Option<usize>,
    /// The first word that the rule is about.
    pub trigger: Option<usize>,
    /// The last word that the rule is about.
    pub head: Option<usize>,
    /// First and last item.
    pub first: usize,
    /// The last item.
    pub last: usize,
    /// Words passed over.
    pub passed: usize,
}

/// What stops a pattern.
#[derive(Clone, Copy, Debug)]
pub struct Walls {
    wall: ClassSet,
    filler: ClassSet,
    other_time: ClassSet,
    oblique: ClassSet,
    oblique_after: ClassSet,
    possessive: ClassSet,
    /// Whatever leads away from a verb's own object.
    link: ClassSet,
    /// Nouns for a meeting or a call: who owns one took part in it.
    nominal: ClassSet,
    /// Verbs of meeting and calling: who stands right behind one is met.
    meeting: ClassSet,
    /// Before whom somebody meets.
    with: ClassSet,
}

impl Walls {
    /// Looks the classes up.
    pub fn new(lexicon: &Lexicon) -> Self {
        let class = |name| lexicon.class_or_none(name);
        Self {
            wall: class("wall"),
            filler: class("filler"),
            other_time: class("other_time"),
            oblique: class("oblique"),
            oblique_after: class("oblique_after"),
            possessive: class("possessive"),
            nominal: class("meeting_noun").with(class("call")).with(class("handshake")),
            meeting: ["meet", "met_end", "receive", "call", "call_end"]
                .into_iter()
                .fold(ClassSet::default(), |set, name| set.with(class(name))),
            with: class("with"),
            link: ["of", "and", "in_place", "preposition"]
                .into_iter()
                .fold(ClassSet::default(), |set, name| set.with(class(name))),
        }
    }
}

/// What a sentence has, to pass over patterns that ask for more.
#[derive(Clone, Copy, Debug, Default)]
pub struct Present {
    classes: ClassSet,
    actors: bool,
    summits: bool,
}

impl Present {
    /// Looks a sentence over once.
    pub fn of(items: &[Item]) -> Self {
        items.iter().fold(Self::default(), |present, item| Self {
            classes: present.classes.with(item.classes),
            actors: present.actors || matches!(item.kind, ItemKind::Actors(_)),
            summits: present.summits || matches!(item.kind, ItemKind::Summit(_)),
        })
    }

    /// Whether the sentence has all that a pattern cannot do without.
    pub fn allows(self, pattern: &Pattern) -> bool {
        pattern.0.iter().filter(|element| !element.optional).all(|element| match element.slot {
            Slot::Leader | Slot::Counterpart | Slot::Together | Slot::Other => self.actors,
            Slot::Summit(_) => self.summits,
            Slot::Word(classes) => classes.meets(self.classes),
            Slot::Government | Slot::Place | Slot::Time => true,
        })
    }
}

/// All ways in which a pattern fits, by trigger; those that pass over the fewest words first.
pub fn matches(pattern: &Pattern, items: &[Item], walls: Walls) -> Vec<Match> {
    let mut all = Vec::new();
    for first in 0..items.len() {
        let start = Match { first, ..Match::default() };
        search(&pattern.0, items, walls, (first, None), &start, &mut all);
    }
    all.sort_by_key(|found| (found.trigger, found.passed, found.first, found.last));
    all
}

fn search(
    rest: &[Element],
    items: &[Item],
    walls: Walls,
    (from, last_word): (usize, Option<usize>),
    so_far: &Match,
    found: &mut Vec<Match>,
) {
    const ENOUGH: usize = 64;
    let Some((element, tail)) = rest.split_first() else {
        if !meets_another(items, so_far, walls) {
            found.push(so_far.clone());
        }
        return;
    };
    if found.len() >= ENOUGH {
        return;
    }
    if element.optional {
        search(tail, items, walls, (from, last_word), so_far, found);
    }
    for (index, item) in items.iter().enumerate().skip(from) {
        let gap = last_word.map_or(0, |last| item.first_word.saturating_sub(last + 1));
        if gap > element.gap || (last_word.is_none() && index > from) {
            break;
        }
        let stolen = element.crosses && index != so_far.last + 1 && has_own_subject(items, index);
        let barred = is_barred(items, index, rest, (last_word.is_none(), walls));
        let taken = last_word.is_none() && calls_a_subject(rest, item) && has_own_subject(items, index);
        if holds(element.slot, item) && !stolen && !barred && !taken {
            let mut next = so_far.clone();
            next.passed += gap;
            next.last = index;
            put(&mut next, element.slot, index);
            search(tail, items, walls, (index + 1, Some(item.last_word)), &next, found);
        }
        if last_word.is_some() && (!passable(item, element, walls) || ends_an_aside(items, index, walls)) {
            break;
        }
    }
}

fn put(found: &mut Match, slot: Slot, index: usize) {
    let place = match slot {
        Slot::Leader => &mut found.leader,
        Slot::Counterpart => &mut found.counterpart,
        Slot::Together => &mut found.together,
        Slot::Other => &mut found.other,
        Slot::Government => &mut found.government,
        Slot::Summit(_) => &mut found.summit,
        Slot::Place => &mut found.place,
        Slot::Word(_) => {
            found.trigger = found.trigger.or(Some(index));
            &mut found.head
        }
        Slot::Time => return,
    };
    *place = Some(index);
}

fn holds(slot: Slot, item: &Item) -> bool {
    match (slot, &item.kind) {
        (Slot::Leader | Slot::Counterpart, ItemKind::Actors(actor)) => {
            actor.who.iter().any(|who| !matches!(who, Who::Other(_) | Who::Former(_) | Who::Leaders))
        }
        (Slot::Together, ItemKind::Actors(actor)) => {
            actor.who.len() > 1 || matches!(actor.who.as_slice(), [Who::They | Who::Leaders])
        }
        (Slot::Other, ItemKind::Actors(actor)) => {
            actor.who.iter().all(|who| matches!(who, Who::Other(_) | Who::Former(_) | Who::Leader(_)))
        }
        (Slot::Government, _) => item.country.is_some(),
        (Slot::Summit(bare), ItemKind::Summit(mention)) => (bare || !mention.bare) && !mention.lesser,
        // A seat of government is a place to go to, too.
        (Slot::Place, ItemKind::Word) => item.country.is_some_and(|(_, is_adjective)| !is_adjective),
        (Slot::Place, ItemKind::Places(_)) => item.country.is_none_or(|(_, is_adjective)| !is_adjective),
        (Slot::Time, ItemKind::Time(_)) => true,
        (Slot::Word(classes), ItemKind::Word | ItemKind::Places(_)) => item.classes.meets(classes),
        (Slot::Word(classes), ItemKind::Summit(mention)) => {
            mention.series.is_none() && item.classes.meets(classes)
        }
        _ => false,
    }
}

/// Whether somebody owns what follows, and it is no meeting, which would be his own.
fn owns_other(items: &[Item], index: usize, walls: Walls) -> bool {
    let owned = items.get(index + 1).filter(|next| next.classes.meets(walls.possessive));
    owned.is_some() && items.get(index + 2).is_none_or(|thing| !thing.classes.meets(walls.nominal))
}

/// Whether somebody cannot be who the pattern means: a subject after a preposition, an object that only owns what
/// follows (`met Merkel's successor`).
fn is_barred(items: &[Item], index: usize, rest: &[Element], (is_first, walls): (bool, Walls)) -> bool {
    let slot = rest.first().map(|element| element.slot);
    let owns = owns_other(items, index, walls);
    match slot {
        Some(Slot::Leader | Slot::Together) if is_first => is_oblique(items, index, rest, walls),
        Some(Slot::Leader | Slot::Together | Slot::Counterpart) => owns && rest.len() == 1,
        _ => false,
    }
}

/// Whether somebody stands after a preposition or as the object of a verb, and so is no subject of the word
/// that follows in the pattern.
fn is_oblique(items: &[Item], index: usize, pattern: &[Element], walls: Walls) -> bool {
    // The verb may come after the summit or whom he meets: `A … am Gipfel … teilnehmen`.
    let is_verb =
        |next: &Element| matches!(next.slot, Slot::Word(classes) if !classes.meets(walls.possessive));
    let behind =
        |skip: fn(Slot) -> bool| pattern.iter().skip(1).find(|next| !skip(next.slot)).is_some_and(is_verb);
    let needs_subject = behind(|slot| matches!(slot, Slot::Summit(_)));
    let has_verb = needs_subject || behind(|slot| slot == Slot::Counterpart);
    let before = items.get(..index).unwrap_or_default();
    let before = before.iter().rev().find(|item| item.kind != ItemKind::Mark('"'));
    // `Putin's plane`: what is his acts, not he.
    let alone = pattern.first().is_some_and(|first| first.slot == Slot::Leader);
    let owner = alone && owns_other(items, index, walls);
    // `… ile görüştü`: the word that makes somebody an object may stand behind him.
    let object = items.get(index + 1).is_some_and(|next| next.classes.meets(walls.oblique_after));
    if (needs_subject && (owner || object)) || (has_verb && is_met(items, index, walls)) {
        return true;
    }
    let own = items.get(index).is_some_and(|item| item.classes.meets(walls.filler));
    has_verb
        && !own
        && before.is_some_and(|item| item.kind == ItemKind::Word && item.classes.meets(walls.oblique))
}

/// Whether somebody stands where a verb of meeting has whom another met: `Xi, who met Putin in Samarkand, will …`,
/// and where verbs come first, `met Xi Putin in Samarkand`.
fn is_met(items: &[Item], index: usize, walls: Walls) -> bool {
    let before = items.get(..index).unwrap_or_default();
    let is_verb = |item: &Item| item.kind == ItemKind::Word && item.classes.meets(walls.meeting);
    let is_actor = |item: &Item| matches!(item.kind, ItemKind::Actors(_));
    match before {
        [.., verb, actor] if is_verb(verb) && is_actor(actor) => true,
        [earlier @ .., verb] => is_verb(verb) && earlier.iter().any(is_actor),
        [] => false,
    }
}

/// Whether a pattern starts with a verb, here `item`, whose subject it looks for right behind it.
fn calls_a_subject(pattern: &[Element], item: &Item) -> bool {
    let behind = pattern
        .get(1)
        .is_some_and(|next| next.gap <= 1 && matches!(next.slot, Slot::Leader | Slot::Together));
    behind && item.tense.is_some_and(|tense| tense != WordTense::Open)
}

/// Whether the word at `index` follows somebody at once, who is its subject then.
fn has_own_subject(items: &[Item], index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|before| items.get(before));
    matches!(items.get(index).map(|item| &item.kind), Some(ItemKind::Word))
        && before.is_some_and(|item| matches!(item.kind, ItemKind::Actors(_)))
}

/// Whether those named together met somebody else, and not each other: `both leaders met there with Zelensky`.
fn meets_another(items: &[Item], found: &Match, walls: Walls) -> bool {
    const REACH: usize = 5;
    let shows_tense = |item: &Item| item.tense.is_some_and(|tense| tense != WordTense::Open);
    let is_verb = |at: usize| items.get(at).is_some_and(|item| item.tense.is_some());
    let (Some(_), Some(head)) =
        (found.together, found.head.filter(|&head| head == found.last && is_verb(head)))
    else {
        return false;
    };
    let after = items.get(head + 1..).unwrap_or_default();
    let reached = items.get(head).map_or(0, |item| item.last_word) + REACH;
    let near = after.iter().take_while(|item| {
        let is_part =
            matches!(item.kind, ItemKind::Plain | ItemKind::Word | ItemKind::Time(_) | ItemKind::Places(_));
        is_part && item.first_word <= reached && !item.classes.meets(walls.wall) && !shows_tense(item)
    });
    let n_near = near.count();
    let with = after.iter().take(n_near).rposition(|item| item.classes.meets(walls.with));
    let others = after.get(n_near).is_some_and(|item| matches!(item.kind, ItemKind::Actors(_)));
    with.is_some_and(|with| n_near - with <= 2) && others
}

/// Whether a meeting told in passing ends here: `Xi, der Putin in Samarkand traf, nahm …`.
fn ends_an_aside(items: &[Item], index: usize, walls: Walls) -> bool {
    let verb =
        items.get(index).is_some_and(|item| item.kind == ItemKind::Word && item.classes.meets(walls.meeting));
    verb && items.get(index + 1).is_some_and(|next| next.kind == ItemKind::Mark(','))
}

/// Whether a mark parts a verb from what follows it.
fn is_divider(item: &Item) -> bool {
    matches!(item.kind, ItemKind::Mark(mark) if !matches!(mark, '"' | '\'' | '-' | '.'))
}

/// Whether a pattern may look past this item.
fn passable(item: &Item, element: &Element, walls: Walls) -> bool {
    let leads_elsewhere = matches!(element.slot, Slot::Summit(_)) && item.classes.meets(walls.other_time);
    if item.classes.meets(walls.wall) || leads_elsewhere {
        return false;
    }
    if element.close && (item.classes.meets(walls.link) || is_divider(item)) {
        return false;
    }
    match &item.kind {
        ItemKind::Actors(actor) if matches!(actor.who.as_slice(), [Who::He]) => {
            element.crosses || item.classes.meets(walls.filler)
        }
        ItemKind::Actors(_) | ItemKind::Summit(_) => element.crosses,
        ItemKind::Mark(mark) => !matches!(mark, ';' | ':' | '?' | '!' | '。' | '|'),
        ItemKind::Places(_) | ItemKind::Word | ItemKind::Time(_) | ItemKind::Plain => true,
    }
}
