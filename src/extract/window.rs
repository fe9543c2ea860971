//! What an article says about the days on which it can have been written.

use super::{
    actors::{Cast, Title},
    discourse::Discourse,
    items::{Item, ItemKind},
    signs::is_of_picture,
    times::mentioned_in,
};
use crate::{
    model::{Block, BlockRole, Place, Span, Tense, TimeMention, WindowConstraint},
    world::{ClassSet, Lexicon, WordTense},
};

/// The classes that constraints are told by.
#[derive(Clone, Copy, Debug)]
pub struct WindowWords {
    years_old: ClassSet,
    will: ClassSet,
    past: ClassSet,
    wall: ClassSet,
    invite: ClassSet,
    schedule: ClassSet,
}

impl WindowWords {
    /// Looks the classes up.
    pub fn new(lexicon: &Lexicon) -> Self {
        let class = |name| lexicon.class_or_none(name);
        Self {
            years_old: class("years_old"),
            will: class("will"),
            past: class("past_aux"),
            wall: class("wall"),
            invite: class("invite"),
            schedule: class("schedule"),
        }
    }
}

/// The tense of the clause around an item: the nearest word that shows one, before it first.
pub fn tense_around(items: &[Item], at: usize, words: &WindowWords) -> Tense {
    let to_summit = items.get(at).is_some_and(|item| matches!(item.kind, ItemKind::Summit(_)));
    let of = |item: &Item| {
        // Whoever is invited to a summit has it before him; what a timetable says is to come.
        let ahead = item.classes.meets(words.schedule) || (to_summit && item.classes.meets(words.invite));
        if ahead || item.classes.meets(words.will) {
            return Some(Tense::Future);
        }
        if item.classes.meets(words.past) {
            return Some(Tense::Past);
        }
        match item.tense? {
            WordTense::Past => Some(Tense::Past),
            WordTense::Future => Some(Tense::Future),
            WordTense::Present | WordTense::Open => None,
        }
    };
    let is_wall =
        |item: &&Item| item.classes.meets(words.wall) || matches!(item.kind, ItemKind::Mark(';' | ':'));
    let before =
        items.get(..at).unwrap_or_default().iter().rev().take_while(|item| !is_wall(item)).find_map(of);
    let after =
        || items.get(at + 1..).unwrap_or_default().iter().take_while(|item| !is_wall(item)).find_map(of);
    before.or_else(after).unwrap_or_default()
}

/// Gives the times of a sentence their tenses, and tells of each whether it is told only in passing: between two
/// commas, with words of its own (`Xi, who had come on May 9, said …`).
pub fn tenses(items: &[Item], times: &mut [TimeMention], words: &WindowWords) -> Vec<bool> {
    const OWN_WORDS: usize = 3;
    let is_comma = |item: &Item| item.kind == ItemKind::Mark(',');
    let mut in_passing = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let ItemKind::Time(index) = item.kind else { continue };
        let Some(time) = times.get_mut(index) else { continue };
        time.tense = tense_around(items, at, words);
        let (before, after) = (items.get(..at).unwrap_or_default(), items.get(at + 1..).unwrap_or_default());
        let opens = before.iter().rposition(is_comma).map(|comma| at - comma - 1);
        let closes = after.iter().position(is_comma);
        in_passing.push(opens.zip(closes).is_some_and(|(before, after)| before + after > OWN_WORDS));
    }
    in_passing
}

/// The constraints that one sentence gives.
pub fn constraints(
    text: &str,
    (sentence_index, items): (usize, &[Item]),
    times: &[TimeMention],
    (discourse, cast): (&Discourse, &Cast<'_>),
    (words, block): (&WindowWords, &Block),
) -> Vec<WindowConstraint> {
    let mut found = Vec::new();
    let quote = |span: Span| span.of(text).to_owned();
    let own = times.get(mentioned_in(times, block.span)).unwrap_or_default();
    for (at, item) in items.iter().enumerate() {
        match &item.kind {
            ItemKind::Time(index) => {
                if let Some(time) = times.get(*index) {
                    let (timex, mut tense) = (time.timex.clone(), tense_around(items, at, words));
                    // What a picture shows is past when it is printed, whatever its caption's tense.
                    if block.role == BlockRole::Caption || is_of_picture(text, time.span) {
                        tense = Tense::Past;
                    }
                    found.push(WindowConstraint::Timed { timex, tense, quote: quote(item.span) });
                }
            }
            ItemKind::Summit(mention)
                if !mention.lesser && (!mention.bare || mention.place != Place::default()) =>
            {
                let mention = discourse.summit(mention, sentence_index, cast);
                let Some(series) = mention.series else { continue };
                // A day of it that is still to come leaves open what else the clause tells as past; a weekday of
                // it is near, so the summit itself is still to come.
                let its_own = |time: &&TimeMention| {
                    let there = items.iter().position(|other| other.span == time.span);
                    !there.is_some_and(|there| is_others(items, (at, there)))
                };
                let ahead = near(text, own, item.span).filter(its_own).find(|time| {
                    let there = items.iter().position(|other| other.span == time.span);
                    there.is_some_and(|there| tense_around(items, there, words) == Tense::Future)
                });
                let tense = match (ahead.map(|time| &time.timex), tense_around(items, at, words)) {
                    (Some(crate::model::Timex::Weekday { .. }), Tense::Past) => Tense::Future,
                    (Some(_), Tense::Past) => Tense::Unknown,
                    (_, tense) => tense,
                };
                let times = near(text, own, item.span).filter(its_own);
                let times = times.map(|time| time.timex.clone()).collect();
                let quote = quote(item.span);
                let (place, ordinal) = (mention.place, mention.ordinal);
                found.push(WindowConstraint::Edition { series, ordinal, place, times, tense, quote });
            }
            ItemKind::Actors(actor) => {
                let tense = tense_around(items, at, words);
                found.extend(actor.titles.iter().filter_map(|title| office(title, tense, text, cast)));
            }
            _ => {}
        }
        if item.classes.meets(words.years_old) {
            found.extend(age(text, (items, at), (discourse, cast)));
        }
    }
    found
}

/// Whether a time near a summit is that of another clause: `the summit, the Kremlin said on Friday`.
fn is_others(items: &[Item], (summit, time): (usize, usize)) -> bool {
    let between = items.get(summit.min(time) + 1..summit.max(time)).unwrap_or_default();
    let comma = between.iter().position(|item| item.kind == ItemKind::Mark(','));
    let behind = comma.and_then(|comma| between.get(comma..)).unwrap_or_default();
    let is_subject = |item: &Item| matches!(item.kind, ItemKind::Actors(_)) || item.country.is_some();
    let subject = behind.iter().position(is_subject);
    let is_verb = |item: &Item| item.tense.is_some_and(|tense| tense != WordTense::Open);
    subject.and_then(|subject| behind.get(subject + 1..)).unwrap_or_default().iter().any(is_verb)
}

/// That somebody is named with an office.
fn office(title: &Title, tense: Tense, text: &str, cast: &Cast<'_>) -> Option<WindowConstraint> {
    let country = title.country.and_then(|country| cast.world.countries().at(country));
    Some(WindowConstraint::Office {
        leader: cast.world.register().leaders().get(title.holder)?.name.clone(),
        country: country.map(|country| country.code.clone()),
        office: (!title.office.is_empty()).then(|| title.office.clone()),
        minister: title.minister,
        tense,
        quote: title.span.of(text).to_owned(),
    })
}

/// The time expressions close before and after a summit's name; `times` are its paragraph's, in order.
///
/// Distances are in bytes, a blank of any kind as one: none takes more than three, so three times the reach bounds
/// what is looked at.
fn near<'t>(text: &'t str, times: &'t [TimeMention], summit: Span) -> impl Iterator<Item = &'t TimeMention> {
    const BEFORE: usize = 40;
    const AFTER: usize = 60;
    let length = |from: usize, to: usize| {
        let between = text.get(from..to).unwrap_or_default();
        between.chars().map(weight).sum::<usize>()
    };
    let is_far_before = |time: &TimeMention| {
        let end = time.span.end();
        end + BEFORE * 3 <= summit.start() || (end <= summit.start() && length(end, summit.start()) >= BEFORE)
    };
    let first = times.partition_point(is_far_before);
    times.iter().skip(first).take_while(move |time| {
        let start = time.span.start();
        start < summit.end() || (start < summit.end() + AFTER * 3 && length(summit.end(), start) < AFTER)
    })
}

/// How much of the way a letter is: an ideograph says what takes about three letters of an alphabet.
fn weight(letter: char) -> usize {
    const LETTERS: usize = 3;
    if matches!(letter, '\u{3000}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}') { LETTERS } else { 1 }
}

/// `the 70-year-old Russian leader`: a number before, somebody after.
fn age(
    text: &str,
    (items, at): (&[Item], usize),
    (discourse, cast): (&Discourse, &Cast<'_>),
) -> Option<WindowConstraint> {
    let number = items.get(..at)?.iter().rev().take(3).find_map(|item| item.number)?;
    let mut near = items.get(at + 1..)?.iter().take(4);
    let (item, actor) = near.find_map(|item| match &item.kind {
        ItemKind::Actors(actor) => Some((item, actor)),
        _ => None,
    })?;
    let leader = discourse.one(actor.who.first()?, items, item, cast)?;
    let span = items.get(at)?.span.hull(item.span);
    Some(WindowConstraint::Age {
        leader: cast.world.register().leaders().get(leader)?.name.clone(),
        years: i32::try_from(number).ok().filter(|years| (20..110).contains(years))?,
        quote: span.of(text).to_owned(),
    })
}
