//! Claims of meetings, visits and calls: one for each of the two.

use super::{
    actors::Who,
    circumstances::{own_times, place, places_of, sidelines},
    claims::blank,
    context::{Context, clause},
    discourse::Discourse,
    items::ItemKind,
    matching::Match,
    scene::{Given, Scene},
};
use crate::{
    model::{Counterpart, Form, Kind, LeftOutReason, Participation, Place},
    world::Rule,
};

pub fn meeting_claims(scene: &Scene<'_>, rule: &Rule, found: &Match, context: &Context) -> Given {
    let left_out = |reason| Given { claims: Vec::new(), left_out: Some(reason) };
    if context.negated {
        return left_out(LeftOutReason::Generic);
    }
    let mut people = leaders(scene, found.leader.or(found.together));
    let mut others = counterparts(scene, found.counterpart);
    let everybody = all_together(scene, found.together, &people);
    if found.together.is_some() {
        if people.is_empty() || everybody.len() < 2 {
            return left_out(LeftOutReason::Unresolved);
        }
        others.clear();
    }
    let visit = rule.gives.form == Some(Form::Visit);
    let place = place(scene, found);
    if visit && others.is_empty() {
        // A verb can hold its place: `访华`. The place of `the Ukraine war` is nowhere that he went to.
        let is_of_event = |index: usize| {
            scene.items.get(index + 1).is_some_and(|next| next.classes.meets(scene.details.other_event))
        };
        if found.place.is_some_and(is_of_event) {
            return left_out(LeftOutReason::Generic);
        }
        let place = found.place.or(found.trigger).and_then(|index| scene.items.get(index));
        let places = place.map(|item| places_of(scene, item)).unwrap_or_default();
        if to_a_summit(scene, found, &places) {
            return left_out(LeftOutReason::OtherFormat);
        }
        others = hosts(scene, &places);
        people.retain(|&leader| !places.iter().any(|place| governs(scene, leader, place)));
    }
    let by_video = context.by_video && rule.gives.kind == Kind::Meeting && !visit;
    let trilateral =
        rule.gives.form == Some(Form::Trilateral) || (found.together.is_some() && everybody.len() > 2);
    let make = |leader: usize, counterparts: Vec<Counterpart>, place: &Place| {
        let mut claim = blank(scene, rule, found, context, leader);
        claim.form = rule.gives.form.unwrap_or(Form::Talks);
        if by_video {
            (claim.kind, claim.form, claim.participation) = (Kind::Call, Form::Video, Participation::Virtual);
        } else if claim.kind == Kind::Call {
            claim.form = rule.gives.form.unwrap_or(if context.by_video { Form::Video } else { Form::Phone });
            claim.participation = Participation::Virtual;
        }
        if trilateral {
            (claim.kind, claim.form) = (Kind::Summit, Form::Trilateral);
        }
        claim.counterparts = counterparts;
        claim.place = if claim.kind == Kind::Call { Place::default() } else { place.clone() };
        claim.when.times = own_times(scene, found);
        claim.when.sidelines = sidelines(scene, found);
        if let Some(aside) = claim.when.sidelines.as_mut().filter(|aside| aside.place == Place::default()) {
            aside.place.clone_from(&claim.place);
        }
        claim
    };
    let mut claims = Vec::new();
    if found.together.is_some() {
        for &leader in &people {
            let own = named(scene, leader);
            let rest: Vec<Counterpart> = everybody.iter().filter(|&other| *other != own).cloned().collect();
            if trilateral {
                claims.push(make(leader, rest, &place));
            } else {
                claims.extend(rest.into_iter().map(|other| make(leader, vec![other], &place)));
            }
        }
    } else {
        for &leader in &people {
            for (other, where_) in &others {
                if same_person(scene, leader, other) {
                    continue;
                }
                let place = if *where_ == Place::default() { &place } else { where_ };
                claims.push(make(leader, vec![other.clone()], place));
                if let Some(back) = leader_of(scene, other) {
                    claims.push(make(back, vec![named(scene, leader)], place));
                }
            }
        }
    }
    if claims.is_empty() { left_out(LeftOutReason::Unresolved) } else { Given { claims, left_out: None } }
}

/// Whether a trip leads to a summit: then it is no visit to the country.
fn to_a_summit(scene: &Scene<'_>, found: &Match, places: &[Place]) -> bool {
    let told = scene.items.get(found.first..=found.last).unwrap_or_default();
    if told.iter().any(|item| item.classes.meets(scene.details.formal_visit)) {
        return false;
    }
    if places
        .iter()
        .filter_map(|place| place.country.as_deref())
        .any(|country| scene.discourse.knows_summit_in(country))
    {
        return true;
    }
    let (start, end) = clause(scene.items, found, scene.axes);
    scene.items.get(start..end).unwrap_or_default().iter().any(|item| match &item.kind {
        ItemKind::Summit(mention) => {
            let mention = scene.discourse.summit(mention, scene.sentence_index, scene.cast);
            mention.series.is_some()
                && (mention.place.country.is_none()
                    || places.iter().any(|place| place.country == mention.place.country))
        }
        _ => false,
    })
}

/// Whoever receives a visitor in these places.
fn hosts(scene: &Scene<'_>, places: &[Place]) -> Vec<(Counterpart, Place)> {
    places
        .iter()
        .filter_map(|place| {
            let country = place.country.clone()?;
            let index = scene.cast.world.countries().index_of(&country)?;
            let host = scene
                .discourse
                .office_holder(index, "", scene.cast)
                .filter(|&leader| principal(scene, leader, &country));
            let host =
                host.map_or(Counterpart::Office { country, office: None }, |leader| named(scene, leader));
            Some((host, place.clone()))
        })
        .collect()
}

fn principal(scene: &Scene<'_>, leader: usize, country: &str) -> bool {
    scene.cast.world.register().leaders().get(leader).is_some_and(|leader| {
        leader.offices.iter().any(|office| office.principal && office.country.as_deref() == Some(country))
    })
}

fn governs(scene: &Scene<'_>, leader: usize, place: &Place) -> bool {
    scene.cast.world.register().leaders().get(leader).is_some_and(|leader| {
        leader.offices.iter().any(|office| office.country.is_some() && office.country == place.country)
    })
}

fn same_person(scene: &Scene<'_>, leader: usize, other: &Counterpart) -> bool {
    match other {
        Counterpart::Named(name) => {
            scene.cast.world.register().leaders().get(leader).is_some_and(|known| known.name == *name)
        }
        Counterpart::Office { country, .. } => {
            governs(scene, leader, &Place { city: None, country: Some(country.clone()) })
        }
    }
}

fn named(scene: &Scene<'_>, leader: usize) -> Counterpart {
    let name = scene.cast.world.register().leaders().get(leader).map(|leader| leader.name.clone());
    Counterpart::Named(name.unwrap_or_default())
}

fn leader_of(scene: &Scene<'_>, other: &Counterpart) -> Option<usize> {
    match other {
        Counterpart::Named(name) => scene.cast.world.register().position(name),
        Counterpart::Office { .. } => None,
    }
}

/// The leaders of the register that an item names, for whom claims are made.
pub fn leaders(scene: &Scene<'_>, item: Option<usize>) -> Vec<usize> {
    let Some(item) = item.and_then(|index| scene.items.get(index)) else { return Vec::new() };
    let ItemKind::Actors(actor) = &item.kind else { return Vec::new() };
    let mut found = Vec::new();
    for who in &actor.who {
        let people = match who {
            Who::They => scene.discourse.they(scene.items, item),
            Who::Leaders => Discourse::named_pair(scene.items, item),
            _ => scene.discourse.one(who, scene.items, item, scene.cast).into_iter().collect(),
        };
        found.extend(people.into_iter().filter(|leader| scene.cast.leads(*leader)));
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Everybody of several named together: the leaders, and of two also the one whose office alone is named. Of more,
/// the offices alone rather tell a bloc.
fn all_together(scene: &Scene<'_>, item: Option<usize>, people: &[usize]) -> Vec<Counterpart> {
    let offices = counterparts(scene, item).into_iter().map(|(other, _)| other);
    let offices: Vec<_> = offices.filter(|other| matches!(other, Counterpart::Office { .. })).collect();
    let pair = people.len() + offices.len() == 2;
    let offices = offices.into_iter().filter(|_| pair);
    people.iter().map(|&leader| named(scene, leader)).chain(offices).collect()
}

/// The counterparts that an item names: by name, or by country and office.
fn counterparts(scene: &Scene<'_>, item: Option<usize>) -> Vec<(Counterpart, Place)> {
    let Some(item) = item.and_then(|index| scene.items.get(index)) else { return Vec::new() };
    let ItemKind::Actors(actor) = &item.kind else { return Vec::new() };
    let mut found: Vec<Counterpart> = Vec::new();
    for who in &actor.who {
        match who {
            Who::Office { country, office } => {
                let leader = scene.discourse.office_holder(*country, office, scene.cast);
                let code = scene.cast.world.countries().at(*country).map(|country| country.code.clone());
                found.extend(leader.map(|leader| named(scene, leader)).or_else(|| {
                    let office = (!office.is_empty()).then(|| office.clone());
                    code.map(|country| Counterpart::Office { country, office })
                }));
            }
            Who::They => found.extend(
                scene.discourse.they(scene.items, item).into_iter().map(|leader| named(scene, leader)),
            ),
            Who::Leader(_) | Who::He | Who::Titled(_) | Who::First | Who::Last => {
                let leader = scene.discourse.one(who, scene.items, item, scene.cast);
                found.extend(
                    leader.filter(|&leader| scene.cast.leads(leader)).map(|leader| named(scene, leader)),
                );
            }
            Who::Other(_) | Who::Former(_) | Who::Leaders => {}
        }
    }
    found.sort();
    found.dedup();
    found.into_iter().map(|other| (other, Place::default())).collect()
}
