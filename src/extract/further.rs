//! What one sentence tells further of the meeting that another one told: `The talks took place on Friday in Sochi`.

use super::{
    circumstances::{own_times, place, sidelines},
    items::{Item, ItemKind},
    matching::Match,
    reading::Words,
    scene::Scene,
};
use crate::model::{Claim, Kind, Place, Span, Tense, Timex};

/// How far before it the meeting may have been told.
const REACH_BYTES: usize = 700;

/// A sentence about an occasion that was told before it: its time, place and margins.
#[derive(Clone, Debug, Default)]
pub struct Told {
    sentence_index: usize,
    times: Vec<Timex>,
    place: Place,
}

/// What the sentence tells of an occasion that it only points to, if it begins with one: `the meeting`, `the last
/// summit`.
pub fn told(scene: &Scene<'_>, words: &Words) -> Option<(Told, Match)> {
    let opening = scene.items.get(..3.min(scene.items.len())).unwrap_or_default();
    let points = |item: &Item| item.classes.meets(words.further.definite);
    let occasion = |item: &Item| item.classes.meets(words.further.occasion);
    let at = opening.iter().position(occasion)?;
    let first = opening.get(..=at)?;
    let clean = first.iter().all(|item| !matches!(item.kind, ItemKind::Actors(_) | ItemKind::Places(_)));
    // When it was called off is not when it was.
    let called_off = scene.items.iter().any(|item| item.classes.meets(words.further.cancel));
    (clean && !called_off && first.iter().any(points)).then_some(())?;
    let found = Match { trigger: Some(at), first: at, last: at, ..Match::default() };
    let told = Told {
        sentence_index: scene.sentence_index,
        times: own_times(scene, &found),
        place: place(scene, &found),
    };
    Some((told, found))
}

/// Completes the meetings told just before with what this sentence tells of them.
pub fn complete(claims: &mut [Claim], spans: &[Span], scene: &Scene<'_>, (told, found): &(Told, Match)) {
    let is_near = |span: &Span| {
        span.end() <= scene.sentence.start() && span.end() + REACH_BYTES > scene.sentence.start()
    };
    let meets = |claim: &Claim| matches!(claim.kind, Kind::Meeting | Kind::Call);
    let mut near = claims.iter().zip(spans).rev().take_while(|(_, span)| is_near(span));
    let Some((_, &last)) = near.find(|(claim, _)| meets(claim)) else { return };
    let aside = sidelines(scene, found);
    let first = spans.partition_point(|span| *span < last);
    let of_last = claims.iter_mut().zip(spans).skip(first).take_while(|(_, span)| **span == last);
    for (claim, _) in of_last.filter(|(claim, _)| meets(claim)) {
        if claim.when.times.is_empty() {
            claim.when.times.clone_from(&told.times);
        }
        if claim.kind != Kind::Meeting {
            continue;
        }
        if claim.place == Place::default() {
            claim.place.clone_from(&told.place);
        }
        if claim.when.sidelines.is_none() {
            claim.when.sidelines.clone_from(&aside);
        }
    }
}

/// A trip to the country where the sentence before told an occasion, without a time of its own, was for that:
/// `The last summit was held in Delhi on 6 December 2021. He came to India to take part in it.`
pub fn follow(new: &mut [Claim], before: Option<&Told>, scene: &Scene<'_>) {
    let Some(told) = before.filter(|told| told.sentence_index + 1 == scene.sentence_index) else { return };
    for claim in new.iter_mut().filter(|claim| claim.kind == Kind::Meeting && claim.when.times.is_empty()) {
        let there = told.place.country.is_some() && claim.place.country == told.place.country;
        if there && matches!(claim.when.tense, Tense::Past | Tense::Unknown) && !told.times.is_empty() {
            claim.when.times.clone_from(&told.times);
            claim.inferred.push("start".to_owned());
        }
    }
}
