//! What the words around a trigger make of it: polarity, tense, modality, source.
//!
//! The axes are those of ConText and NegEx: each is told by words of a class that stand in the same clause.

use super::{
    items::{Item, ItemKind},
    matching::Match,
};
use crate::{
    model::{LeftOutReason, Status, Tense},
    world::{ClassSet, Pack, WordTense},
};

/// The classes of the axes.
#[derive(Clone, Copy, Debug)]
pub struct AxisWords {
    not: ClassSet,
    will: ClassSet,
    perhaps: ClassSet,
    past: ClassSet,
    present: ClassSet,
    cancel: ClassSet,
    deny: ClassSet,
    allege: ClassSet,
    suppose: ClassSet,
    wish: ClassSet,
    invite: ClassSet,
    why: ClassSet,
    by_video: ClassSet,
    wall: ClassSet,
    whether: ClassSet,
    would: ClassSet,
    nominal: ClassSet,
    /// Several negations are one.
    concord: bool,
    that: ClassSet,
    purpose: ClassSet,
    /// What a journey is for stands behind it: `flew to Moscow for talks`.
    aim: ClassSet,
    article: ClassSet,
    /// What joins another verb.
    and: ClassSet,
    /// Verbs that open a condition when they stand before their subject: `had he gone`.
    inverted: ClassSet,
}

impl AxisWords {
    /// Looks the classes up.
    pub fn new(pack: &Pack) -> Self {
        let class = |name| pack.lexicon.class_or_none(name);
        Self {
            not: class("not"),
            will: class("will"),
            perhaps: class("perhaps"),
            past: class("past_aux"),
            present: class("present_aux"),
            cancel: class("cancel"),
            deny: class("deny"),
            allege: class("allege"),
            suppose: class("suppose"),
            wish: class("wish"),
            invite: class("invite"),
            why: class("why"),
            by_video: class("by_video"),
            wall: class("wall"),
            whether: class("whether"),
            would: class("would"),
            article: class("filler").with(class("definite")),
            nominal: ["meeting_noun", "visit_noun", "visit_bare", "attendance"]
                .into_iter()
                .fold(ClassSet::default(), |set, name| set.with(class(name))),
            concord: pack.script.negative_concord,
            that: class("that"),
            purpose: class("purpose"),
            aim: class("aim"),
            and: class("and"),
            inverted: class("inverted"),
        }
    }
}

impl AxisWords {
    /// Whether an item shows a verb, by its own tense or as its auxiliary.
    pub fn is_verb(&self, item: &Item) -> bool {
        let tensed = matches!(item.tense, Some(WordTense::Past | WordTense::Present | WordTense::Future));
        tensed
            || [self.will, self.past, self.present, self.would]
                .into_iter()
                .any(|class| item.classes.meets(class))
    }

    /// Whether an item joins one thing to another.
    pub fn joins(&self, item: &Item) -> bool {
        item.classes.meets(self.and)
    }
}

/// What the words around a trigger say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Context {
    /// It is said not to be so.
    pub negated: bool,
    /// Which way the clause looks.
    pub tense: Tense,
    /// It took place from a distance.
    pub by_video: bool,
    /// The status that a word of the clause settles, before tense is asked.
    pub status: Option<Status>,
    /// It is no event at all, and why.
    pub left_out: Option<LeftOutReason>,
    /// Rumoured or hedged.
    pub hedged: bool,
}

/// Whether a clause ends here, and not because what is said begins.
pub fn parts(item: &Item, words: &AxisWords) -> bool {
    (item.classes.meets(words.wall) && !item.classes.meets(words.that)) || item.kind == ItemKind::Mark(';')
}

/// The clause around a match: from the wall before it to the wall after it, as indexes of items.
pub fn clause(items: &[Item], found: &Match, words: &AxisWords) -> (usize, usize) {
    let is_wall = |item: &Item| {
        item.classes.meets(words.wall) || matches!(item.kind, ItemKind::Mark(';' | ':' | '?' | '!'))
    };
    let before = items.get(..found.first).unwrap_or_default();
    let start = before.iter().rposition(is_wall).map_or(0, |index| index + 1);
    let after = items.get(found.last + 1..).unwrap_or_default();
    let end = after.iter().position(is_wall).map_or(items.len(), |index| found.last + 1 + index);
    (start, end)
}

/// Reads the axes around a match; what is wished, offered or refused is no event unless it is an absence.
pub fn context(
    items: &[Item],
    found: &Match,
    words: &AxisWords,
    (is_title, speaks_of_absence, is_weak): (bool, bool, bool),
) -> Context {
    let trigger = found.trigger.unwrap_or(found.first);
    let (start, end) = clause(items, found, words);
    let whole = items.get(start..end).unwrap_or_default();
    // A wall in front governs what follows it: `if`, `whether`.
    let governing = start.checked_sub(1).and_then(|index| items.get(index));
    let before = items.get(start..trigger).unwrap_or_default();
    let subject = found.leader.or(found.together).filter(|&leader| leader < trigger).unwrap_or(start);
    let near = items.get(subject..trigger).unwrap_or_default();
    // `A meeting would help`, `a summit has never taken place`: the verb of a noun comes after it.
    let noun = items.get(trigger).is_some_and(|item| item.classes.meets(words.nominal));
    let after = items.get(trigger + 1..end).unwrap_or_default();
    let led = subject.checked_sub(1).filter(|&index| index >= start).and_then(|index| items.get(index));
    // `had not planned a meeting`: what is said not to be may stand between two words of the trigger.
    let within = items.get(trigger + 1..found.head.unwrap_or(trigger)).unwrap_or_default();
    // `will attend neither`: it can stand behind its verb, where no other negation does so too.
    let of_verb = !noun && !is_weak && !words.concord && found.head.is_none_or(|head| head == trigger);
    let behind = after.first().filter(|_| of_verb);
    let n_not = near
        .iter()
        .chain(behind)
        .chain(within.iter().filter(|_| !noun && !is_weak))
        .chain(after.iter().filter(|_| noun))
        .chain(led.filter(|_| subject < trigger))
        .filter(|item| item.classes.meets(words.not))
        .count();
    let has = |part: &[Item], class: ClassSet| part.iter().any(|item| item.classes.meets(class));
    let told = tense(items, (start, subject, trigger, found.last, end), words, is_title);
    // Who went somewhere to meet somebody had not met him then; that he went is told for itself.
    let aim = is_aim(items, trigger, words);
    let (went, tense) = (aim && told == Tense::Past, if aim { Tense::Future } else { told });
    let question = items.iter().rev().take(2).any(|item| item.kind == ItemKind::Mark('?'));
    let asks = question && !has(items, words.why);
    // `They denied that …`: what is said of the sentence that follows governs it.
    let main = main_clause(items, start, words);
    let supposed = has(before, words.suppose)
        || has(main, words.suppose)
        || governing.is_some_and(|item| item.classes.meets(words.suppose))
        || (subject == start + 1 && led.is_some_and(|item| item.classes.meets(words.inverted)));
    let left_out = if supposed || asks {
        Some(LeftOutReason::Counterfactual)
    } else if has(before, words.invite) {
        Some(LeftOutReason::Invitation)
    } else if went || ((has(near, words.wish) || has(main, words.wish)) && !speaks_of_absence) {
        Some(LeftOutReason::Generic)
    } else {
        None
    };
    let open_question =
        has(before, words.whether) || governing.is_some_and(|item| item.classes.meets(words.whether));
    let offered = noun && has(after, words.would) && !has(after, words.past);
    let status = if has(whole, words.cancel) {
        Some(Status::Cancelled)
    } else if has(before, words.deny) || has(main, words.deny) {
        Some(Status::Denied)
    } else if has(before, words.allege) || has(main, words.allege) {
        Some(if tense == Tense::Future { Status::Speculated } else { Status::Alleged })
    } else if has(near, words.perhaps) || open_question || offered {
        Some(Status::Speculated)
    } else {
        None
    };
    Context {
        negated: if words.concord { n_not > 0 } else { n_not % 2 == 1 },
        tense,
        by_video: has(whole, words.by_video),
        status,
        left_out,
        hedged: status.is_some(),
    }
}

/// Whether a verb or noun says only what somebody does something else for: `pour rencontrer`, `for a first summit`.
fn is_aim(items: &[Item], trigger: usize, words: &AxisWords) -> bool {
    const MODIFIERS: usize = 3;
    let noun = items.get(trigger).is_some_and(|item| item.classes.meets(words.nominal));
    let led = items.get(..trigger).unwrap_or_default().iter().rev().take(MODIFIERS);
    if noun && led.take_while(|item| item.kind == ItemKind::Word).any(|item| item.classes.meets(words.aim)) {
        return true;
    }
    let before = trigger.checked_sub(1).and_then(|before| items.get(before));
    before.is_some_and(|before| before.kind == ItemKind::Word && before.classes.meets(words.purpose))
}

/// The clause whose object the clause from `start` on is: what stands before its `that`.
fn main_clause<'a>(items: &'a [Item], start: usize, words: &AxisWords) -> &'a [Item] {
    let Some(that) = start.checked_sub(1) else { return &[] };
    if !items.get(that).is_some_and(|item| item.classes.meets(words.that)) {
        return &[];
    }
    // In many languages a comma stands before it.
    let before = items.get(..that).unwrap_or_default();
    let end = before.iter().rposition(|item| item.kind != ItemKind::Mark(',')).map_or(0, |last| last + 1);
    let before = before.get(..end).unwrap_or_default();
    let wall = before.iter().rposition(|item| {
        item.classes.meets(words.wall) || matches!(item.kind, ItemKind::Mark(',' | ';' | ':' | '?' | '!'))
    });
    before.get(wall.map_or(0, |wall| wall + 1)..).unwrap_or_default()
}

/// Which way a clause looks: by what stands before its verb, by the verb, by what else there is.
fn tense(
    items: &[Item],
    (start, subject, trigger, last, end): (usize, usize, usize, usize, usize),
    words: &AxisWords,
    is_title: bool,
) -> Tense {
    let of = |item: &Item| {
        if item.classes.meets(words.will) {
            return Some(Tense::Future);
        }
        if item.classes.meets(words.past) {
            return Some(Tense::Past);
        }
        if item.classes.meets(words.present) {
            return Some(Tense::Present);
        }
        match item.tense? {
            WordTense::Past => Some(Tense::Past),
            WordTense::Present => Some(Tense::Present),
            WordTense::Future => Some(Tense::Future),
            WordTense::Open => None,
        }
    };
    let marked = |part: &[Item]| part.iter().rev().find_map(of);
    // Behind an article it is a noun, whatever verb is written the same.
    let article = trigger.checked_sub(1).and_then(|before| items.get(before));
    let is_noun = article.is_some_and(|before| before.classes.meets(words.article))
        && items.get(trigger).is_some_and(|item| item.classes.meets(words.nominal));
    let own = items.get(trigger).filter(|_| !is_noun).and_then(of);
    let near = items.get(subject..trigger).unwrap_or_default();
    // `will have met`, `was to meet`: what is ahead wins over what is behind within one verb group.
    let ahead = words.will.with(words.perhaps);
    let close = near.last().is_some_and(|item| item.classes.meets(words.will));
    if close || (near.iter().any(|item| item.classes.meets(ahead)) && own != Some(Tense::Past)) {
        return Tense::Future;
    }
    let told = own.or_else(|| marked(near)).or_else(|| {
        let before = items.get(start..subject).unwrap_or_default();
        let after = items.get(trigger + 1..end).unwrap_or_default();
        let noun = items.get(trigger).is_some_and(|item| item.classes.meets(words.nominal));
        // The verb of a noun may come after a comma; another verb's own tense is not this verb's.
        let joins = |index: usize, item: &Item| trigger + 1 + index > last && item.classes.meets(words.and);
        let parts = |index: usize, item: &Item| item.kind == ItemKind::Mark(',') || joins(index, item);
        let own = after.iter().enumerate().take_while(|&(index, item)| noun || !parts(index, item));
        let near = || own.clone().filter_map(|(_, item)| of(item));
        // `is scheduled`: the auxiliary alone says less than the word after it.
        let told = near().find(|tense| *tense != Tense::Present);
        told.or_else(|| marked(before)).or_else(|| near().next())
    });
    match told {
        // `Putin meets Xi` above an article is a report; `Putin is meeting Xi` need not be.
        Some(Tense::Present) if is_title && own == Some(Tense::Present) => Tense::Past,
        Some(tense) => tense,
        None => Tense::Unknown,
    }
}

/// The status that follows from the context.
pub fn status(context: &Context) -> Status {
    context.status.unwrap_or(match context.tense {
        Tense::Future => Status::Planned,
        Tense::Past | Tense::Present | Tense::Unknown => Status::Happened,
    })
}
