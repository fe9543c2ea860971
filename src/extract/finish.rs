//! The last touches on claims: details, places of quotes, ids.

use std::collections::BTreeSet;

use super::{claims::id, reading::Detail};
use crate::{
    model::{Claim, Kind, Participation, Place, Span, Status, Tense, Timex, Unit},
    world::World,
};

const CONTEXT: usize = 32;

/// Puts details of a sentence into the claims that they complete.
pub fn details(claims: &mut [Claim], details: &[Detail], (sentence, spans): (Span, &[Span]), world: &World) {
    for detail in details {
        match detail {
            Detail::Delegate { country, name } => {
                for claim in
                    claims.iter_mut().rev().filter(|claim| claim.participation == Participation::Skipped)
                {
                    if claim.delegate.is_none() && claim.leader != *name && governs(claim, country, world) {
                        claim.delegate = Some(name.clone());
                    }
                }
            }
            Detail::LeftEarly(leader) => {
                let near = claims.iter_mut().zip(spans).rev();
                let mut near = near.take_while(|(_, span)| span.end() + 400 > sentence.start());
                let here = near.find(|(claim, _)| claim.leader == *leader && claim.kind == Kind::Summit);
                if let Some((claim, _)) = here {
                    claim.left_early = true;
                }
            }
        }
    }
}

/// Words that show no tense follow what the same article says of the same occasion with one: a headline above
/// a plan is no report.
pub fn unmarked(claims: &mut [Claim]) {
    let key = |claim: &Claim| {
        let family = claim.kind == Kind::Summit;
        (claim.leader.clone(), family, claim.series.clone(), claim.counterparts.clone())
    };
    let told = |tense: Tense, status: Status| -> BTreeSet<_> {
        claims.iter().filter(|claim| claim.when.tense == tense && claim.status == status).map(key).collect()
    };
    let ahead = told(Tense::Future, Status::Planned);
    let behind = told(Tense::Past, Status::Happened);
    for claim in claims.iter_mut() {
        let open =
            matches!(claim.when.tense, Tense::Unknown | Tense::Present) && claim.status == Status::Happened;
        let this = key(claim);
        if open && claim.when.times.is_empty() && ahead.contains(&this) && !behind.contains(&this) {
            (claim.status, claim.when.tense) = (Status::Planned, Tense::Future);
        }
    }
}

/// Attendance that is only inferred follows what the same article says of it: who spoke by video was not there.
pub fn on_a_screen(claims: &mut [Claim]) {
    let key = |claim: &Claim| (claim.leader.clone(), claim.series.clone());
    let virtual_ones: BTreeSet<_> = claims
        .iter()
        .filter(|claim| claim.kind == Kind::Summit && claim.participation == Participation::Virtual)
        .map(key)
        .collect();
    for claim in claims.iter_mut().filter(|claim| claim.kind == Kind::Summit) {
        let inferred = claim.inferred.iter().any(|field| field == "participation");
        if inferred && claim.participation == Participation::Attended && virtual_ones.contains(&key(claim)) {
            claim.participation = Participation::Virtual;
        }
    }
}

/// Who travels on from a place where he was just told to be is there in the same month or year: a trip told
/// without a time takes the coarse time of the one before.
pub fn onward(new: &mut [Claim], told: &[Claim], left: Option<Place>) {
    let Some(left) = left else { return };
    for claim in new.iter_mut().filter(|claim| claim.kind == Kind::Meeting && claim.when.times.is_empty()) {
        let before = told.iter().rev().take(12).find(|before| {
            before.kind == Kind::Meeting
                && before.leader == claim.leader
                && before.place.country == left.country
        });
        let coarse = before.and_then(|before| before.when.times.first()).filter(|timex| is_coarse(timex));
        if let Some(timex) = coarse {
            claim.when.times.push(timex.clone());
            claim.inferred.push("start".to_owned());
        }
    }
}

/// Whether an expression leaves the day open, so that the next stop of a journey lies within it.
fn is_coarse(timex: &Timex) -> bool {
    matches!(timex, Timex::Date { day: None, .. } | Timex::NamedMonth { .. })
        || matches!(timex, Timex::Relative { unit, .. } if *unit != Unit::Day)
}

fn governs(claim: &Claim, country: &str, world: &World) -> bool {
    world
        .register()
        .by_name(&claim.leader)
        .is_some_and(|leader| leader.offices.iter().any(|office| office.country.as_deref() == Some(country)))
}

/// Fills in where each quote stands in characters, what stands around it, and the claim's id.
pub fn places(claims: &mut [Claim], text: &str, spans: &[Span]) {
    let (mut byte, mut n_chars) = (0, 0);
    for (claim, span) in claims.iter_mut().zip(spans) {
        if span.start() < byte {
            (byte, n_chars) = (0, 0);
        }
        n_chars += text.get(byte..span.start()).map_or(0, |part| part.chars().count());
        byte = span.start();
        claim.start = n_chars;
        claim.end = n_chars + span.of(text).chars().count();
        let before: Vec<char> =
            text.get(..span.start()).unwrap_or_default().chars().rev().take(CONTEXT).collect();
        claim.prefix = before.into_iter().rev().collect();
        claim.suffix = text.get(span.end()..).unwrap_or_default().chars().take(CONTEXT).collect();
        claim.id = id(claim);
    }
}

/// Keeps one claim of each id; who is absent in person and there by video is there by video.
pub fn once(claims: &mut Vec<Claim>) {
    let by_video = claims.iter().filter(|claim| claim.participation == Participation::Virtual);
    let by_video: BTreeSet<String> = by_video.map(|claim| claim.id.clone()).collect();
    claims.retain(|claim| claim.participation == Participation::Virtual || !by_video.contains(&claim.id));
    let mut known = BTreeSet::new();
    claims.retain(|claim| known.insert(claim.id.clone()));
}
