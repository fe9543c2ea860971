//! One sentence through all rules of its language.

use std::collections::BTreeSet;

use super::{
    claims::{claims, delegate_of},
    context::AxisWords,
    items::{Item, ItemKind, ItemWords},
    matching::{Match, Present, Walls, matches},
    scene::{DetailWords, Scene},
    tokens::Token,
    window::WindowWords,
};
use crate::{
    model::{Article, Claim, Kind, LeftOutReason, Participation, Place, Status, When},
    world::{ClassSet, Language, Lexicon, Pack, WhatToFind, packs::fold::fold},
};

/// The classes that reading asks for, looked up once an article.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// For items.
    pub items: ItemWords,
    /// For the axes.
    pub axes: AxisWords,
    /// For details.
    pub details: DetailWords,
    /// For the publication window.
    pub window: WindowWords,
    /// For the limits of patterns.
    pub walls: Walls,
    /// For what is told further of a meeting.
    pub further: FurtherWords,
}

impl Words {
    /// Looks the classes up.
    pub fn new(pack: &Pack) -> Self {
        let lexicon = &pack.lexicon;
        Self {
            items: ItemWords::new(lexicon),
            axes: AxisWords::new(pack),
            details: DetailWords::new(lexicon),
            window: WindowWords::new(lexicon),
            walls: Walls::new(lexicon),
            further: FurtherWords::new(lexicon),
        }
    }
}

/// The classes by which a sentence points to an occasion that was told before.
#[derive(Clone, Copy, Debug)]
pub struct FurtherWords {
    /// `the`, `this`.
    pub definite: ClassSet,
    /// Words for a meeting.
    pub occasion: ClassSet,
    /// Words for calling it off.
    pub cancel: ClassSet,
}

impl FurtherWords {
    /// Looks the classes up.
    pub fn new(lexicon: &Lexicon) -> Self {
        let class = |name| lexicon.class_or_none(name);
        let occasion = ["meeting_noun", "gathering_noun", "summit_noun"].into_iter();
        Self {
            definite: class("definite"),
            cancel: class("cancel"),
            occasion: occasion.fold(ClassSet::default(), |set, name| set.with(class(name))),
        }
    }
}

/// A detail that completes a claim of the same or an earlier sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Somebody went for an absent leader of this country.
    Delegate {
        /// ISO 3166-1 alpha-2.
        country: String,
        /// The delegate's name.
        name: String,
    },
    /// This leader left before the end.
    LeftEarly(String),
}

/// What one sentence gives.
#[derive(Debug, Default)]
pub struct Reading {
    /// Claims.
    pub claims: Vec<Claim>,
    /// Details of claims.
    pub details: Vec<Detail>,
    /// Why it gives none, where something was recognised.
    pub left_out: Option<LeftOutReason>,
}

/// Reads one sentence. Rules are tried in the order of the pack; of two that say the same, the first counts.
pub fn sentence(scene: &Scene<'_>, pack: &Pack, words: &Words) -> Reading {
    let mut reading = Reading::default();
    let worth = scene
        .items
        .iter()
        .any(|item| matches!(item.kind, ItemKind::Actors(_) | ItemKind::Summit(_)) || item.country.is_some());
    if !worth {
        return reading;
    }
    let present = Present::of(scene.items);
    for rule in &pack.rules {
        for pattern in rule.patterns.iter().filter(|pattern| present.allows(pattern)) {
            let mut told: BTreeSet<Option<usize>> = BTreeSet::new();
            for found in matches(pattern, scene.items, words.walls) {
                if told.contains(&found.trigger) {
                    continue;
                }
                match rule.gives.what {
                    WhatToFind::Claim => {
                        let given = claims(scene, rule, &found);
                        reading.left_out = reading.left_out.or(given.left_out);
                        // Only where the nearest reading names nobody is the next one asked.
                        if given.left_out != Some(LeftOutReason::Unresolved) {
                            told.insert(found.trigger);
                        }
                        let new: Vec<Claim> =
                            given.claims.into_iter().filter(|claim| !said(&reading.claims, claim)).collect();
                        reading.claims.extend(new);
                    }
                    WhatToFind::Delegate => reading.details.extend(delegate(scene, &found)),
                    WhatToFind::LeftEarly => reading.details.extend(left_early(scene, &found)),
                    WhatToFind::Nothing(reason) => reading.left_out = reading.left_out.or(Some(reason)),
                }
            }
        }
    }
    let aside = beside_summits(scene, &reading.claims);
    reading.claims.extend(aside);
    reading
}

/// Whether a sentence's claims already speak of this occasion.
fn said(claims: &[Claim], new: &Claim) -> bool {
    claims.iter().any(|claim| {
        claim.leader == new.leader
            && match (claim.kind, new.kind) {
                (Kind::Summit, Kind::Summit) => {
                    claim.series == new.series
                        && claim.counterparts == new.counterparts
                        && (claim.place == new.place
                            || claim.when.times == new.when.times
                            || claim.participation != Participation::Attended)
                        // Absent in person and present by video are two words on one occasion.
                        && (new.participation != Participation::Virtual
                            || claim.participation == Participation::Virtual)
                }
                (Kind::Meeting | Kind::Call, Kind::Meeting | Kind::Call) => {
                    claim.counterparts == new.counterparts
                }
                _ => false,
            }
    })
}

/// Who met somebody on the margins of a summit was there: an inference, and told as one.
fn beside_summits(scene: &Scene<'_>, claims: &[Claim]) -> Vec<Claim> {
    let mut found: Vec<Claim> = Vec::new();
    // A meeting that was called off leaves open who came.
    let stands = |claim: &&Claim| !matches!(claim.status, Status::Cancelled | Status::Denied);
    for claim in claims.iter().filter(|claim| claim.kind == Kind::Meeting).filter(stands) {
        let Some(aside) = claim.when.sidelines.as_ref().filter(|aside| !aside.series.is_empty()) else {
            continue;
        };
        let summit = Claim {
            kind: Kind::Summit,
            form: scene.cast.world.series().form(&aside.series),
            series: Some(aside.series.clone()),
            counterparts: Vec::new(),
            place: aside.place.clone(),
            when: When { sidelines: None, ..claim.when.clone() },
            rule: format!("{}/aside", claim.rule),
            inferred: vec!["participation".to_owned()],
            ..claim.clone()
        };
        let known = claims.iter().chain(&found).any(|other| {
            other.kind == Kind::Summit && other.leader == summit.leader && other.series == summit.series
        });
        if !known {
            found.push(summit);
        }
    }
    found
}

fn delegate(scene: &Scene<'_>, found: &Match) -> Option<Detail> {
    let (country, _) = scene.items.get(found.government?)?.country?;
    Some(Detail::Delegate {
        country: scene.cast.world.countries().at(country)?.code.clone(),
        name: delegate_of(scene, found)?,
    })
}

fn left_early(scene: &Scene<'_>, found: &Match) -> Option<Detail> {
    let item = scene.items.get(found.leader?)?;
    let ItemKind::Actors(actor) = &item.kind else { return None };
    let leader = scene.discourse.one(actor.who.first()?, scene.items, item, scene.cast)?;
    Some(Detail::LeftEarly(scene.cast.world.register().leaders().get(leader)?.name.clone()))
}

/// The place that a sentence says was left: `From Pyongyang …`.
pub fn left_place(items: &[Item], words: &Words) -> Option<Place> {
    let at = items.iter().position(|item| {
        item.kind == ItemKind::Word
            && item.classes.meets(words.details.from_place)
            && !item.classes.meets(words.details.in_place)
    })?;
    match &items.get(at + 1)?.kind {
        ItemKind::Places(places) => places.first().cloned(),
        _ => None,
    }
}

/// Whether a sentence starts with a name that no register knows: then `he` is not the leader spoken of before.
pub fn unknown_subject(row: &[Token]) -> bool {
    let mut words = row.iter().filter(|token| token.mark.is_none());
    words.next().is_some_and(Token::is_plain)
        && words.next().is_some_and(|token| token.capital && token.is_plain())
}

/// Whether an article is of the machine-spun kind: by the density of forms that only such texts have.
pub fn spun_density(article: &Article, language: &Language) -> bool {
    const SAMPLE: usize = 20_000;
    const DISTINCT: usize = 4;
    const WORDS_A_FORM: usize = 120;
    if language.pack.spun_markers.is_empty() {
        return false;
    }
    let mut end = article.text.len().min(SAMPLE);
    while !article.text.is_char_boundary(end) {
        end -= 1;
    }
    let sample = article.text.get(..end).unwrap_or_default();
    let folded = fold(sample);
    let (n_distinct, n_forms) = language.pack.spun_markers.count(&folded);
    n_distinct >= DISTINCT && n_forms * WORDS_A_FORM >= sample.split_whitespace().count()
}
