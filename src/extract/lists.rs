//! Lists of people and places, put together: `Xi, Modi and Erdogan`, `Trump-Putin`, `Kazan, Russia`.

use super::{
    actors::{Actor, Cast, Who},
    items::{Item, ItemKind},
};
use crate::world::{ClassSet, Lexicon};

/// The classes of words that stand between the members of a list.
#[derive(Clone, Copy, Debug)]
pub struct LinkWords {
    and: ClassSet,
    filler: ClassSet,
    /// What opens a list anew after its `and`: `as well as`.
    also: ClassSet,
    /// Verbs before which a headline lists its subjects by a comma alone: `Putin, Xi meet`.
    jointly: ClassSet,
}

impl LinkWords {
    /// Looks the classes up.
    pub fn new(lexicon: &Lexicon) -> Self {
        let class = |name| lexicon.class_or_none(name);
        Self {
            and: class("and"),
            filler: class("filler"),
            also: class("also_and"),
            jointly: class("jointly"),
        }
    }
}

/// Puts people and places together that are listed: `Xi, Modi and Erdogan`, `Uzbekistan and Belarus`.
pub(super) fn together(items: &[Item], words: LinkWords, cast: &Cast<'_>) -> Vec<Item> {
    const LONGEST_LINK: usize = 5;
    let mut done: Vec<Item> = Vec::with_capacity(items.len());
    let mut at = 0;
    while let Some(first) = items.get(at) {
        at += 1;
        let may_list = matches!(first.kind, ItemKind::Actors(_) | ItemKind::Places(_));
        if !may_list || !items.get(at).is_some_and(|next| is_link(next, words)) {
            done.push(first.clone());
            continue;
        }
        let mut item = first.clone();
        // A list is one where `and` closes it; what only commas join may be a list or not, and is kept apart.
        let mut sure = (item.clone(), at);
        let mut closed = false;
        while !closed {
            let rest = items.get(at..).unwrap_or_default();
            let n_links = rest.iter().take(LONGEST_LINK).take_while(|next| is_link(next, words)).count();
            let (links, rest) = rest.split_at(n_links);
            let Some(next) = rest.first().filter(|_| n_links > 0) else { break };
            let Some(sort) = join(&mut item, next, links, words, cast) else { break };
            at += n_links + 1;
            let rest = items.get(at..).unwrap_or_default();
            closed = sort == Joined::ByAnd && !goes_on(rest, words);
            let headed = done.is_empty() && heads_headline(rest, words);
            if sort != Joined::ByComma || headed {
                sure = (item.clone(), at);
            }
        }
        (item, at) = sure;
        done.push(item);
    }
    done
}

/// Whether a list goes on after its `and`: `as well as with the chancellor`.
fn goes_on(rest: &[Item], words: LinkWords) -> bool {
    rest.iter().take_while(|next| is_link(next, words)).any(|next| next.classes.meets(words.also))
}

/// Whether what a sentence begins with stands before a verb of doing something together.
fn heads_headline(rest: &[Item], words: LinkWords) -> bool {
    rest.first().is_some_and(|next| next.kind == ItemKind::Word && next.classes.meets(words.jointly))
}

/// How two items came together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joined {
    /// They are one: `Kazan, Russia`, `Xi Jinping, China's president`.
    AsOne,
    /// By a comma: whether it is a list at all, what follows must tell.
    ByComma,
    /// By a mark that only lists: it is one, and may go on.
    Listed,
    /// The list ends here.
    ByAnd,
}

fn is_link(item: &Item, words: LinkWords) -> bool {
    item.classes.meets(words.and)
        || (item.kind == ItemKind::Word && item.classes.meets(words.filler))
        || matches!(item.kind, ItemKind::Mark(',' | '、' | '-' | '/'))
}

/// Whether two are joined by a hyphen or a slash alone: `Trump-Putin`.
fn is_hyphenated(item: &Item, links: &[Item], next: &Item) -> bool {
    match links {
        [link] => {
            matches!(link.kind, ItemKind::Mark('-' | '/'))
                && item.span.end() == link.span.start()
                && link.span.end() == next.span.start()
        }
        _ => false,
    }
}

/// Adds `next` to the list that `item` is, if the two are of one sort.
fn join(item: &mut Item, next: &Item, links: &[Item], words: LinkWords, cast: &Cast<'_>) -> Option<Joined> {
    let has_and = links.iter().any(|link| link.classes.meets(words.and));
    let also = links.iter().any(|link| link.classes.meets(words.also));
    let lists =
        links.iter().any(|link| link.kind == ItemKind::Mark('、')) || is_hyphenated(item, links, next);
    let mut joined = match (has_and && !also, lists || also) {
        (true, _) => Joined::ByAnd,
        (false, true) => Joined::Listed,
        (false, false) => Joined::ByComma,
    };
    match (&mut item.kind, &next.kind) {
        (ItemKind::Actors(actor), ItemKind::Actors(other)) => {
            if !has_and && is_apposition(actor, other, cast) {
                apposed(actor, other);
                joined = Joined::AsOne;
            } else if actor.who.iter().chain(&other.who).any(points_back) {
                return None;
            } else {
                actor.who.extend(other.who.iter().cloned());
                actor.titles.extend(other.titles.iter().cloned());
                actor.span = actor.span.hull(other.span);
            }
        }
        (ItemKind::Places(places), ItemKind::Places(other)) => {
            let within = !has_and
                && places.last().zip(other.first()).is_some_and(|(place, wider)| {
                    place.city.is_some() && wider.city.is_none() && place.country == wider.country
                });
            if within {
                joined = Joined::AsOne;
            } else {
                places.extend(other.iter().cloned());
            }
        }
        _ => return None,
    }
    item.span = item.span.hull(next.span);
    item.last_word = next.last_word;
    item.classes = item.classes.with(next.classes);
    item.country = None;
    Some(joined)
}

/// Whether somebody is meant by what was said before, and so belongs to no list.
fn points_back(who: &Who) -> bool {
    matches!(who, Who::They | Who::First | Who::Last | Who::Titled(_))
}

/// Whether two phrases name one person: `Xi Jinping, China's president`.
fn is_apposition(actor: &Actor, other: &Actor, cast: &Cast<'_>) -> bool {
    let pair = match (actor.who.as_slice(), other.who.as_slice()) {
        ([Who::Leader(leader)], [Who::Titled(office)]) => return cast.holds(*leader, None, office),
        // `Modi, the leader of the largest democracy`: a description, not somebody else.
        ([Who::Leader(_)], [Who::Other(None)]) => return false,
        ([Who::Leader(leader)], [Who::Office { country, .. }])
        | ([Who::Office { country, .. }], [Who::Leader(leader)]) => (*leader, *country),
        ([Who::Leader(a)], [Who::Leader(b)]) => return a == b,
        _ => return false,
    };
    let code = cast.world.countries().at(pair.1).map(|country| country.code.as_str());
    cast.world
        .register()
        .leaders()
        .get(pair.0)
        .is_some_and(|leader| leader.offices.iter().any(|office| office.country.as_deref() == code))
}

fn apposed(actor: &mut Actor, other: &Actor) {
    if matches!(other.who.as_slice(), [Who::Leader(_)]) {
        actor.who.clone_from(&other.who);
        if !other.titles.is_empty() {
            actor.titles.clone_from(&other.titles);
        }
    }
    actor.span = actor.span.hull(other.span);
}
