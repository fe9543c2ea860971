//! From a rule that fits to claims: one for each leader and counterpart, with time, place and status.

use sha2::{Digest as _, Sha256};

use super::{
    actors::Who,
    circumstances::{own_times, place, places_of, summit_times},
    context::{Context, context, status},
    items::{Called, Item, ItemKind, SummitMention},
    joined::joined,
    matching::Match,
    meetings::{leaders, meeting_claims},
    scene::{Given, Scene},
    speaker::speaker,
};
use crate::{
    model::{
        Claim, Form, Grade, Kind, LeftOutReason, Participation, Place, Reason, ReasonKind, Span, Tense,
        Timex, When,
    },
    world::{Gives, Rule},
};

/// Turns a match of `rule` into claims.
pub fn claims(scene: &Scene<'_>, rule: &Rule, found: &Match) -> Given {
    let absence = rule.gives.participation == Participation::Skipped;
    let about = (scene.grade == Grade::Title, absence, rule.gives.weak);
    let mut context = context(scene.items, found, scene.axes, about);
    if matches!(context.tense, Tense::Present | Tense::Unknown) && looks_ahead(scene, found) {
        context.tense = Tense::Future;
    }
    if let Some(reason) = context.left_out {
        return Given { claims: Vec::new(), left_out: Some(reason) };
    }
    match rule.gives.kind {
        Kind::Summit if rule.gives.form != Some(Form::Trilateral) => {
            summit_claims(scene, rule, found, &context)
        }
        Kind::Summit | Kind::Meeting | Kind::Call => meeting_claims(scene, rule, found, &context),
    }
}

/// Whether a clause without a past names a time to come: `are meeting next week`.
fn looks_ahead(scene: &Scene<'_>, found: &Match) -> bool {
    own_times(scene, found).first().is_some_and(|timex| {
        matches!(
            timex,
            Timex::Coming { .. }
                | Timex::Relative { offset: 1.., .. }
                | Timex::Weekday { offset: 1.., .. }
                | Timex::NamedMonth { offset: 1.., .. }
        )
    })
}

/// The claims of the summit that a match names, and of those that are joined to it: `the BRICS summit in August and
/// the G20 summit in September`.
fn summit_claims(scene: &Scene<'_>, rule: &Rule, found: &Match, context: &Context) -> Given {
    let mut given = one_summit(scene, rule, found, context);
    if !given.claims.is_empty() {
        for summit in found.summit.map(|at| joined(scene, at)).unwrap_or_default() {
            let next = Match { summit: Some(summit), ..found.clone() };
            given.claims.extend(one_summit(scene, rule, &next, context).claims);
        }
    }
    given
}

fn one_summit(scene: &Scene<'_>, rule: &Rule, found: &Match, context: &Context) -> Given {
    if rule.gives.weak && speaks_of_anothers(scene, found) {
        return Given { claims: Vec::new(), left_out: Some(LeftOutReason::Generic) };
    }
    // A pattern that names no summit speaks of the one that the sentence named before, or of the last one.
    let at = found.summit.or_else(|| {
        let before = scene.items.get(..found.first)?;
        before.iter().rposition(|item| matches!(item.kind, ItemKind::Summit(_)))
    });
    let named = at.and_then(|at| scene.items.get(at));
    let (mention, span) = match named {
        Some(Item { kind: ItemKind::Summit(mention), span, .. }) => (mention.clone(), *span),
        _ => (SummitMention { called: Called::Anaphor, ..SummitMention::default() }, Span::default()),
    };
    if named.is_some_and(|summit| scene.discourse.is_indefinite(scene.items, summit)) {
        // `has attended every summit since then` tells of none of them.
        return Given { claims: Vec::new(), left_out: Some(LeftOutReason::Generic) };
    }
    let own_place = mention.place.clone();
    let mention = scene.discourse.summit(&mention, scene.sentence_index, scene.cast);
    let Some(series) = mention.series.clone() else {
        return Given { claims: Vec::new(), left_out: Some(LeftOutReason::Unresolved) };
    };
    let Some(participation) = participation(&rule.gives, context) else {
        return Given { claims: Vec::new(), left_out: Some(LeftOutReason::Generic) };
    };
    let mut leaders = leaders(scene, found.leader.or(found.together));
    if leaders.is_empty() {
        leaders = found
            .government
            .and_then(|index| scene.items.get(index)?.country)
            .and_then(|(country, _)| scene.discourse.office_holder(country, "", scene.cast))
            .into_iter()
            .collect();
    }
    if found.leader.or(found.together).or(found.government).is_none() {
        leaders.extend(named_before(scene, found.first));
    }
    let form = scene.cast.world.series().form(&series);
    let claims = leaders
        .into_iter()
        .map(|leader| {
            let mut claim = blank(scene, rule, found, context, leader);
            claim.form = form;
            claim.series = Some(series.clone());
            if mention.called == Called::Place {
                claim.inferred.push("series".to_owned());
            }
            claim.participation = participation;
            claim.place = summit_place(scene, found, (&own_place, &mention), participation);
            claim.when.times = summit_times(scene, span, found);
            claim.when.ordinal = mention.ordinal;
            if participation == Participation::Skipped {
                claim.reason = Some(reason(scene, &rule.gives));
                claim.delegate = delegate_of(scene, found).filter(|name| *name != claim.leader);
            }
            claim
        })
        .collect();
    Given { claims, left_out: None }
}

/// Whom the words name as having gone in a leader's stead.
pub fn delegate_of(scene: &Scene<'_>, found: &Match) -> Option<String> {
    let ItemKind::Actors(actor) = &scene.items.get(found.other?)?.kind else { return None };
    let index = actor.who.iter().find_map(|who| match who {
        Who::Other(Some(index)) | Who::Leader(index) => Some(*index),
        _ => None,
    })?;
    Some(scene.cast.world.register().leaders().get(index)?.name.clone())
}

/// Whether somebody else's presence at the summit is what he spoke of: `Lula stressed the presence of China at the
/// COP`.
fn speaks_of_anothers(scene: &Scene<'_>, found: &Match) -> bool {
    let (from, to) = (found.trigger.unwrap_or(found.first), found.summit.unwrap_or(found.first));
    let between = scene.items.get(from..to).unwrap_or_default();
    let mut after = between.iter().skip_while(|item| !item.classes.meets(scene.details.attendance));
    after.any(|item| item.country.is_some() || matches!(item.kind, ItemKind::Actors(_)))
}

/// Whom a pattern that names nobody speaks of: the last person named before it in the sentence.
fn named_before(scene: &Scene<'_>, first: usize) -> Option<usize> {
    let mut before = scene.items.get(..first)?.iter().rev();
    let (item, actor) = before.find_map(|item| match &item.kind {
        ItemKind::Actors(actor) => Some((item, actor)),
        _ => None,
    })?;
    let [who] = actor.who.as_slice() else { return None };
    scene.discourse.one(who, scene.items, item, scene.cast)
}

/// Where a summit was: by its own words, else where the sentence says that he went, else where the article has said,
/// else where he was; a place of the sentence only if the calendar knows an edition of the series there.
fn summit_place(
    scene: &Scene<'_>,
    found: &Match,
    (own, mention): (&Place, &SummitMention),
    participation: Participation,
) -> Place {
    if *own != Place::default() {
        return own.clone();
    }
    let series = mention.series.as_deref().unwrap_or_default();
    let known = |place: &Place| {
        scene.cast.world.calendar().of_series(series).any(|edition| {
            place.country.is_some()
                && edition.country == place.country
                && (place.city.is_none() || edition.city == place.city)
        })
    };
    let gone_to = found.place.and_then(|index| scene.items.get(index)).map(|item| places_of(scene, item));
    let gone_to = gone_to.and_then(|places| places.first().cloned()).filter(known);
    let told = || Some(mention.place.clone()).filter(|place| *place != Place::default());
    let there = || Some(place(scene, found)).filter(|_| participation == Participation::Attended);
    gone_to.or_else(told).or_else(|| there().filter(known)).unwrap_or_default()
}

/// How the leader took part, after negation; `None` where the negation says nothing of it.
fn participation(gives: &Gives, context: &Context) -> Option<Participation> {
    match (gives.participation, context.negated, context.by_video) {
        (Participation::Skipped, false, _) => Some(Participation::Skipped),
        (Participation::Skipped, true, _) => Some(Participation::Attended),
        (_, true, _) if gives.weak => None,
        // Who does not speak by video may yet come himself.
        (Participation::Virtual, true, _) => None,
        (_, true, _) => Some(Participation::Skipped),
        (Participation::Virtual, false, _) | (_, false, true) => Some(Participation::Virtual),
        (Participation::Attended, false, false) => Some(Participation::Attended),
    }
}

fn reason(scene: &Scene<'_>, gives: &Gives) -> Reason {
    let kind = gives.reason.unwrap_or(ReasonKind::Unstated);
    let quote = if kind == ReasonKind::Unstated { "" } else { scene.sentence.of(scene.text) };
    Reason { kind, quote: quote.to_owned() }
}

/// A claim with everything but who else, which summit, when and where.
pub fn blank(scene: &Scene<'_>, rule: &Rule, found: &Match, context: &Context, leader: usize) -> Claim {
    let trigger = found.trigger.and_then(|index| scene.items.get(index)).map(|item| item.span.of(scene.text));
    let mut inferred = Vec::new();
    if rule.gives.weak {
        inferred.push("participation".to_owned());
    }
    Claim {
        id: String::new(),
        article: scene.article.to_owned(),
        leader: scene
            .cast
            .world
            .register()
            .leaders()
            .get(leader)
            .map(|leader| leader.name.clone())
            .unwrap_or_default(),
        kind: rule.gives.kind,
        form: Form::Summit,
        series: None,
        counterparts: Vec::new(),
        participation: Participation::Attended,
        left_early: rule.gives.left_early,
        host: rule.gives.host,
        delegate: None,
        reason: None,
        status: rule.gives.status.unwrap_or_else(|| status(context)),
        when: When {
            times: Vec::new(),
            tense: context.tense,
            sidelines: None,
            scope: scene.scope.to_vec(),
            ordinal: None,
        },
        place: Place::default(),
        quote: scene.sentence.of(scene.text).to_owned(),
        prefix: String::new(),
        suffix: String::new(),
        start: 0,
        end: 0,
        language: scene.language.to_owned(),
        grade: scene.grade,
        speaker: speaker(scene, found),
        trigger: trigger.unwrap_or_default().to_owned(),
        rule: if scene.spun { format!("{}+spun", rule.id) } else { rule.id.clone() },
        inferred,
    }
}

/// A claim's id: made of article, span, kind, leader and counterpart or series.
pub fn id(claim: &Claim) -> String {
    let mut hash = Sha256::new();
    let others: Vec<String> = claim.counterparts.iter().map(|other| format!("{other:?}")).collect();
    let series = claim.series.as_deref().unwrap_or_default();
    let parts = format!(
        "{}|{}|{}|{:?}|{}|{}|{series}",
        claim.article,
        claim.start,
        claim.end,
        claim.kind,
        claim.leader,
        others.join(",")
    );
    hash.update(parts.as_bytes());
    let digest = hash.finalize();
    let number = digest.iter().take(8).fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
    format!("{number:016x}")
}
