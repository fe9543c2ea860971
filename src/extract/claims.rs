//! From a rule that fits to claims: one for each leader and counterpart, with time, place and status.

use sha2::{Digest as _, Sha256};

use super::{
    actors::{Cast, Who},
    context::{AxisWords, Context, clause, context, status},
    discourse::Discourse,
    items::{Item, ItemKind, SummitMention},
    matching::Match,
};
use crate::{
    model::{
        Claim, Counterpart, Form, Grade, Kind, LeftOutReason, Participation, Place, Reason, ReasonKind,
        SeriesClass, Sidelines, Span, TimeMention, Timex, When,
    },
    world::{ClassSet, Gives, Lexicon, Rule},
};

/// Classes that details of claims are told by.
#[derive(Clone, Copy, Debug)]
pub struct DetailWords {
    /// `on the sidelines of`.
    pub sidelines: ClassSet,
    /// `in`, `at`, before a place.
    pub in_place: ClassSet,
    /// `at`, before a summit.
    pub at: ClassSet,
    /// `from`, before a place that is left.
    pub from_place: ClassSet,
    /// Verbs of travelling and meeting: what follows belongs to them.
    pub verb: ClassSet,
    /// `since`, `ahead of`: a time or summit after it is not the occasion's own.
    pub other_time: ClassSet,
}

impl DetailWords {
    /// Looks the classes up.
    pub fn new(lexicon: &Lexicon) -> Self {
        let class = |name| lexicon.class_or_none(name);
        Self {
            sidelines: class("sidelines"),
            in_place: class("in_place"),
            at: class("at"),
            from_place: class("from_place"),
            verb: class("travel").with(class("attend")).with(class("arrive")).with(class("call")),
            other_time: class("other_time"),
        }
    }
}

/// A sentence under way.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The article's text.
    pub text: &'a str,
    /// The article's content hash.
    pub article: &'a str,
    /// The sentence.
    pub sentence: Span,
    /// Its index.
    pub sentence_index: usize,
    /// Its items.
    pub items: &'a [Item],
    /// The article's time expressions.
    pub times: &'a [TimeMention],
    /// Expressions that govern the passage.
    pub scope: &'a [Timex],
    /// How good a witness the block is.
    pub grade: Grade,
    /// BCP 47.
    pub language: &'a str,
    /// Read with the spun senses.
    pub spun: bool,
    /// Who is known.
    pub cast: &'a Cast<'a>,
    /// What came before.
    pub discourse: &'a Discourse,
    /// The words of the axes.
    pub axes: &'a AxisWords,
    /// The words of the details.
    pub details: &'a DetailWords,
}

/// What a match gives.
#[derive(Debug, Default)]
pub struct Given {
    /// Claims; places of quotes are filled in by the caller.
    pub claims: Vec<Claim>,
    /// Why it gives none, where it was recognised.
    pub left_out: Option<LeftOutReason>,
}

/// Turns a match of `rule` into claims.
pub fn claims(scene: &Scene<'_>, rule: &Rule, found: &Match) -> Given {
    let context = context(
        scene.items,
        found,
        scene.axes,
        (scene.grade == Grade::Title, rule.gives.participation == Participation::Skipped),
    );
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

fn summit_claims(scene: &Scene<'_>, rule: &Rule, found: &Match, context: &Context) -> Given {
    // A pattern that names no summit speaks of the one that the sentence named before, or of the last one.
    let at = found.summit.or_else(|| {
        let before = scene.items.get(..found.first)?;
        before.iter().rposition(|item| matches!(item.kind, ItemKind::Summit(_)))
    });
    let (mention, span) = match at.and_then(|at| scene.items.get(at)) {
        Some(Item { kind: ItemKind::Summit(mention), span, .. }) => (mention.clone(), *span),
        _ => (SummitMention { anaphor: true, ..SummitMention::default() }, Span::default()),
    };
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
    let nobody_named = found.leader.or(found.together).or(found.government).is_none();
    if let Some(first) = scene.items.get(found.first).filter(|_| nobody_named) {
        leaders.extend(scene.discourse.one(&Who::He, scene.items, first, scene.cast));
    }
    let form = form_of(&series, scene);
    let claims = leaders
        .into_iter()
        .map(|leader| {
            let mut claim = blank(scene, rule, found, context, leader);
            claim.form = form;
            claim.series = Some(series.clone());
            claim.participation = participation;
            claim.place = summit_place(scene, found, &mention, participation);
            claim.when.times = summit_times(scene, span, found);
            if participation == Participation::Skipped {
                claim.reason = Some(reason(scene, &rule.gives));
            }
            claim
        })
        .collect();
    Given { claims, left_out: None }
}

/// Where a summit was: by its own words, else where the sentence says that he went or was, if the calendar knows
/// an edition of the series there.
fn summit_place(
    scene: &Scene<'_>,
    found: &Match,
    mention: &SummitMention,
    participation: Participation,
) -> Place {
    if mention.place != Place::default() {
        return mention.place.clone();
    }
    let series = mention.series.as_deref().unwrap_or_default();
    let known = |place: &Place| {
        scene.cast.world.calendar().of_series(series).any(|edition| {
            place.country.is_some()
                && edition.country == place.country
                && (place.city.is_none() || edition.city == place.city)
        })
    };
    let there = || Some(place(scene, found)).filter(|_| participation == Participation::Attended);
    let gone_to = found.place.and_then(|index| scene.items.get(index)).map(|item| places_of(scene, item));
    let gone_to = gone_to.and_then(|places| places.first().cloned());
    gone_to.or_else(there).filter(known).unwrap_or_default()
}

/// The form that a series has of itself.
pub fn form_of(series: &str, scene: &Scene<'_>) -> Form {
    match scene.cast.world.series().by_code(series).map(|series| series.class) {
        Some(SeriesClass::Forum) => Form::Forum,
        Some(SeriesClass::Ceremony) => Form::Ceremony,
        Some(SeriesClass::Summit | SeriesClass::Bilateral) | None => Form::Summit,
    }
}

/// How the leader took part, after negation; `None` where the negation says nothing of it.
fn participation(gives: &Gives, context: &Context) -> Option<Participation> {
    match (gives.participation, context.negated, context.by_video) {
        (Participation::Skipped, false, _) => Some(Participation::Skipped),
        (Participation::Skipped, true, _) => Some(Participation::Attended),
        (_, true, _) if gives.weak => None,
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

fn meeting_claims(scene: &Scene<'_>, rule: &Rule, found: &Match, context: &Context) -> Given {
    let left_out = |reason| Given { claims: Vec::new(), left_out: Some(reason) };
    if context.negated {
        return left_out(LeftOutReason::Generic);
    }
    let mut people = leaders(scene, found.leader.or(found.together));
    let mut others = counterparts(scene, found.counterpart);
    if found.together.is_some() {
        if people.len() < 2 {
            return left_out(LeftOutReason::Unresolved);
        }
        others.clear();
    }
    let visit = rule.gives.form == Some(Form::Visit);
    let place = place(scene, found);
    if visit && others.is_empty() {
        let places = found.place.and_then(|index| scene.items.get(index)).map(|item| places_of(scene, item));
        let places = places.unwrap_or_default();
        if to_a_summit(scene, found, &places) {
            return left_out(LeftOutReason::OtherFormat);
        }
        others = hosts(scene, &places);
        people.retain(|&leader| !places.iter().any(|place| governs(scene, leader, place)));
    }
    let by_video = context.by_video && rule.gives.kind == Kind::Meeting && !visit;
    let trilateral =
        rule.gives.form == Some(Form::Trilateral) || (found.together.is_some() && people.len() > 2);
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
            let rest: Vec<usize> = people.iter().copied().filter(|&other| other != leader).collect();
            if trilateral {
                claims.push(make(leader, rest.iter().map(|&other| named(scene, other)).collect(), &place));
            } else {
                claims.extend(rest.iter().map(|&other| make(leader, vec![named(scene, other)], &place)));
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

/// The places that an item names; a seat of government stands for its country.
fn places_of(scene: &Scene<'_>, item: &Item) -> Vec<Place> {
    let country = || {
        let (index, _) = item.country?;
        scene.cast.world.countries().all().nth(index)
    };
    match &item.kind {
        ItemKind::Places(places) => places.clone(),
        _ => country()
            .map(|country| Place { city: None, country: Some(country.code.clone()) })
            .into_iter()
            .collect(),
    }
}

/// Whether a trip leads to a summit: then it is no visit to the country.
fn to_a_summit(scene: &Scene<'_>, found: &Match, places: &[Place]) -> bool {
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
            let index = scene.cast.world.countries().all().position(|known| known.code == country)?;
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
        Counterpart::Named(name) => scene
            .cast
            .world
            .register()
            .leaders()
            .binary_search_by(|leader| leader.name.as_str().cmp(name))
            .ok(),
        Counterpart::Office { .. } => None,
    }
}

/// The leaders of the register that an item names, for whom claims are made.
fn leaders(scene: &Scene<'_>, item: Option<usize>) -> Vec<usize> {
    let Some(item) = item.and_then(|index| scene.items.get(index)) else { return Vec::new() };
    let ItemKind::Actors(actor) = &item.kind else { return Vec::new() };
    let mut found = Vec::new();
    for who in &actor.who {
        let people = match who {
            Who::They => scene.discourse.pair(scene.items, item),
            Who::Leaders => Discourse::named_pair(scene.items, item),
            _ => scene.discourse.one(who, scene.items, item, scene.cast).into_iter().collect(),
        };
        found.extend(people.into_iter().filter(|leader| scene.cast.leads(*leader)));
    }
    found.sort_unstable();
    found.dedup();
    found
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
                let code =
                    scene.cast.world.countries().all().nth(*country).map(|country| country.code.clone());
                found.extend(leader.map(|leader| named(scene, leader)).or_else(|| {
                    let office = (!office.is_empty()).then(|| office.clone());
                    code.map(|country| Counterpart::Office { country, office })
                }));
            }
            Who::They => found.extend(
                scene.discourse.pair(scene.items, item).into_iter().map(|leader| named(scene, leader)),
            ),
            Who::Leader(_) | Who::He | Who::Titled(_) => {
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

/// A claim with everything but who else, which summit, when and where.
fn blank(scene: &Scene<'_>, rule: &Rule, found: &Match, context: &Context, leader: usize) -> Claim {
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
        when: When { times: Vec::new(), tense: context.tense, sidelines: None, scope: scene.scope.to_vec() },
        place: Place::default(),
        quote: scene.sentence.of(scene.text).to_owned(),
        prefix: String::new(),
        suffix: String::new(),
        start: 0,
        end: 0,
        language: scene.language.to_owned(),
        grade: scene.grade,
        speaker: None,
        trigger: trigger.unwrap_or_default().to_owned(),
        rule: if scene.spun { format!("{}+spun", rule.id) } else { rule.id.clone() },
        inferred,
    }
}

/// The time expressions of a summit: those in its name or close after it, else those of the clause.
fn summit_times(scene: &Scene<'_>, summit: Span, found: &Match) -> Vec<Timex> {
    let near = scene.items.iter().filter_map(|item| match item.kind {
        ItemKind::Time(index) => Some((item, scene.times.get(index)?)),
        _ => None,
    });
    let index = found.summit.unwrap_or(found.last);
    let last_word = scene.items.get(index).map_or(0, |item| item.last_word);
    let after: Vec<Timex> = near
        .filter(|(item, _)| item.first_word > last_word && item.first_word <= last_word + 8)
        .map(|(_, time)| time.timex.clone())
        .collect();
    let inside = scene.times.iter().filter(|time| summit.contains(time.span)).map(|time| time.timex.clone());
    let own: Vec<Timex> = inside.chain(after).filter(is_point).collect();
    if own.is_empty() { own_times(scene, found) } else { own }
}

/// The time expressions of the clause, nearest to the trigger first.
fn own_times(scene: &Scene<'_>, found: &Match) -> Vec<Timex> {
    let (start, end) = clause(scene.items, found, scene.axes);
    let trigger = found.trigger.unwrap_or(found.first);
    let mut near: Vec<(usize, Timex)> = Vec::new();
    let mut other = false;
    let mut since_words = 0;
    for (index, item) in scene.items.iter().enumerate().take(end).skip(start) {
        if item.classes.meets(scene.details.other_time) {
            (other, since_words) = (true, item.last_word);
        }
        if let ItemKind::Time(time) = item.kind {
            let foreign = other && item.first_word <= since_words + 3;
            let timex = scene.times.get(time).map(|time| time.timex.clone());
            near.extend(
                timex
                    .filter(|timex| !foreign && is_point(timex))
                    .map(|timex| (index.abs_diff(trigger), timex)),
            );
        }
    }
    near.sort_by_key(|(distance, _)| *distance);
    near.into_iter().map(|(_, timex)| timex).collect()
}

/// Whether an expression can tell when something was, and not how long or since when.
fn is_point(timex: &Timex) -> bool {
    !matches!(timex, Timex::Duration { .. } | Timex::Since(_))
}

/// The summit on whose margins a meeting was.
fn sidelines(scene: &Scene<'_>, found: &Match) -> Option<Sidelines> {
    let (start, end) = clause(scene.items, found, scene.axes);
    let part = scene.items.get(start..end)?;
    let mut aside = false;
    for (index, item) in part.iter().enumerate() {
        aside |= item.classes.meets(scene.details.sidelines);
        if item.classes.meets(scene.details.other_time) {
            aside = false;
        }
        // `met at the summit`: the preposition stands right before it.
        let before = index.checked_sub(1).and_then(|before| part.get(before));
        let at = start + index > found.first
            && before.is_some_and(|before| before.classes.meets(scene.details.at));
        if let ItemKind::Summit(mention) = &item.kind
            && (aside || at)
            && !mention.lesser
        {
            return side(scene, mention);
        }
    }
    None
}

fn side(scene: &Scene<'_>, mention: &SummitMention) -> Option<Sidelines> {
    let mention = scene.discourse.summit(mention, scene.sentence_index, scene.cast);
    Some(Sidelines { series: mention.series?, place: mention.place })
}

/// Where a meeting was: the place in the pattern, else the one that the clause names with `in`.
fn place(scene: &Scene<'_>, found: &Match) -> Place {
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
fn place_in(scene: &Scene<'_>, part: &[Item], of: &dyn Fn(&Item) -> Option<Place>) -> Option<Place> {
    const REACH: usize = 5;
    let (mut inside, mut reach) = (false, 0);
    for item in part {
        let is_adjective = item.country.is_some_and(|(_, is_adjective)| is_adjective);
        if let Some(place) = of(item).filter(|_| inside && item.first_word <= reach && !is_adjective) {
            return Some(place);
        }
        if item.classes.meets(scene.details.in_place) {
            (inside, reach) = (true, item.last_word + REACH);
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
    hash.finalize().iter().take(8).fold(String::new(), |id, byte| format!("{id}{byte:02x}"))
}
