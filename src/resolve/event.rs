//! From a cluster of claims to the event that is drawn.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    cluster::Cluster,
    confidence::{self, THRESHOLD},
    dated::Dated,
    names::{self, Named},
    people,
    settle::{self, Settled},
    sources::Sources,
};
use crate::{
    model::{
        DayRange, Event, Evidence, Form, Kind, Participation, Precision, Reason, ReasonKind, Review,
        SeriesClass, Status, Step, Window,
    },
    world::World,
};

/// The articles' windows by content hash.
pub(super) type Windows = BTreeMap<String, Window>;

/// When the articles were written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Written<'a> {
    pub(super) windows: &'a Windows,
    /// The newest day on which one of them was surely written already.
    pub(super) newest: Option<DayRange>,
}

/// Makes the event of a cluster.
pub(super) fn event(
    cluster: &Cluster<'_>,
    subject: &str,
    written: Written<'_>,
    world: &World,
) -> Option<Event> {
    let sources = Sources::of(&cluster.members);
    let settled = settle::settle(cluster, &sources);
    let telling = telling(cluster, &settled);
    let lead = telling.first()?;
    let edition = cluster.edition();
    let place = settle::place(cluster, &settled);
    let home = people::country_of(subject, settled.days, world);
    let host = telling.iter().any(|dated| dated.claim.host)
        || edition.is_some_and(|edition| edition.country.is_some() && edition.country == home);
    let precision = precision(cluster, &settled);
    let (reasons, points) =
        confidence::weigh(cluster, settled.status, precision, (&sources, &settled.conflicts));
    let counterparts = longest(&telling, |dated| &dated.counterparts);
    let countries = match (lead.claim.kind, &lead.claim.series) {
        (Kind::Summit, Some(_)) => place.country.iter().cloned().collect(),
        _ => longest(&telling, |dated| &dated.countries),
    };
    let form = form(&telling, world);
    let named = Named {
        kind: lead.claim.kind,
        form,
        edition,
        series: lead.claim.series.as_deref(),
        counterparts: &counterparts,
        countries: &countries,
        place: &place,
        home: home.as_deref(),
    };
    let absent = settled.participation != Participation::Attended;
    Some(Event {
        id: id(cluster, subject)?,
        kind: lead.claim.kind,
        form,
        held: points < THRESHOLD,
        subject: subject.to_owned(),
        series: lead.claim.series.clone(),
        edition: edition.map(|edition| edition.id.clone()),
        name: names::name(named, world),
        counterparts,
        countries,
        participation: settled.participation,
        left_early: !absent && telling.iter().any(|dated| dated.claim.left_early),
        host,
        delegate: absent.then(|| telling.iter().find_map(|dated| dated.claim.delegate.clone())).flatten(),
        reason: reason(&telling, settled.participation),
        status: settled.status,
        days: settled.days,
        precision,
        derivation: derivation(&telling, written.windows)
            .into_iter()
            .chain(untold(&settled, written))
            .collect(),
        inferred: inferred(&telling),
        place,
        sidelines_of: margins(cluster, subject),
        maybe_same_as: cluster.maybe.clone(),
        confidence: points,
        reasons,
        conflicts: settled.conflicts,
        review: Review::Unreviewed,
        evidence: evidence(cluster, &telling, &sources),
    })
}

/// The claims that tell the event as it settled, the best first.
fn telling<'c, 'a>(cluster: &'c Cluster<'a>, settled: &Settled) -> Vec<&'c Dated<'a>> {
    let mut telling: Vec<&Dated<'_>> =
        cluster.members.iter().filter(|dated| dated.status == settled.status).collect();
    telling.sort_by_key(|dated| {
        let claim = dated.claim;
        let other = claim.participation != settled.participation;
        (other, claim.grade, claim.inferred.len(), &dated.facts.file, claim.start, &claim.id)
    });
    telling
}

/// Subject and edition where there is one, else the first claim's id.
fn id(cluster: &Cluster<'_>, subject: &str) -> Option<String> {
    match cluster.edition() {
        Some(edition) => Some(edition_id(subject, &edition.id)),
        None => cluster.members.iter().map(|dated| dated.claim.id.clone()).min(),
    }
}

/// The id of the event of an edition, the same in every folder.
pub(super) fn edition_id(subject: &str, edition: &str) -> String {
    let words: Vec<String> = subject
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    format!("{}/{edition}", words.join("-"))
}

fn margins(cluster: &Cluster<'_>, subject: &str) -> Option<String> {
    let edition = cluster.members.iter().find_map(|dated| dated.margins)?;
    Some(edition_id(subject, &edition.id))
}

/// An edition's days count as known; so do those of a meeting on its margins.
fn precision(cluster: &Cluster<'_>, settled: &Settled) -> Precision {
    let held = cluster.members.iter().filter_map(|dated| dated.edition.or(dated.margins));
    held.filter(|edition| edition.days.contains(settled.days))
        .map(|edition| edition.precision)
        .min()
        .map_or_else(|| settled.days.precision(), |known| known.min(settled.days.precision()))
}

/// The form of the strongest word: talks before a visit, a series' own class before all.
fn form(telling: &[&Dated<'_>], world: &World) -> Form {
    let series = telling.iter().find_map(|dated| dated.claim.series.as_deref());
    if let Some(series) = series.and_then(|series| world.series().by_code(series)) {
        return match series.class {
            SeriesClass::Forum => Form::Forum,
            SeriesClass::Ceremony => Form::Ceremony,
            SeriesClass::Summit | SeriesClass::Bilateral => Form::Summit,
        };
    }
    let rank = |form: &Form| match form {
        Form::Handshake => 1,
        Form::Visit => 2,
        Form::Phone => 3,
        Form::Summit | Form::Forum | Form::Ceremony | Form::Trilateral | Form::Talks | Form::Video => 0,
    };
    telling.iter().map(|dated| dated.claim.form).min_by_key(rank).unwrap_or(Form::Talks)
}

fn longest<'d>(telling: &[&'d Dated<'_>], of: impl Fn(&'d Dated<'_>) -> &'d Vec<String>) -> Vec<String> {
    telling.iter().map(|dated| of(dated)).rev().max_by_key(|names| names.len()).cloned().unwrap_or_default()
}

fn reason(telling: &[&Dated<'_>], participation: Participation) -> Option<Reason> {
    if participation == Participation::Attended {
        return None;
    }
    let reasons = || telling.iter().filter_map(|dated| dated.claim.reason.as_ref());
    reasons().find(|reason| reason.kind != ReasonKind::Unstated).or_else(|| reasons().next()).cloned()
}

fn inferred(telling: &[&Dated<'_>]) -> Vec<String> {
    let of_all = |field: &&String| telling.iter().all(|dated| dated.inferred.contains(field));
    let mut fields: Vec<String> = telling
        .first()
        .map(|lead| lead.inferred.iter().filter(of_all).cloned().collect())
        .unwrap_or_default();
    fields.sort_unstable();
    fields.dedup();
    fields
}

/// How the days were found: when the first article was written, then what each claim's words mean.
fn derivation(telling: &[&Dated<'_>], windows: &Windows) -> Vec<Step> {
    let written = telling.first().and_then(|lead| windows.get(&lead.claim.article));
    let mut steps: Vec<Step> = Vec::new();
    let own = telling.iter().flat_map(|dated| &dated.steps);
    for step in written.iter().flat_map(|window| &window.steps).chain(own) {
        if !steps.contains(step) {
            steps.push(step.clone());
        }
    }
    steps
}

/// That nobody tells what came of a plan whose days are over.
fn untold(settled: &Settled, written: Written<'_>) -> Option<Step> {
    let plan = matches!(settled.status, Status::Planned | Status::Speculated);
    let (newest, end) = (written.newest?.first(), settled.days.end()?);
    (plan && end < newest).then_some(Step::OutcomeNotTold { newest })
}

/// The quotes: those that tell the event as it settled first, the others after them.
fn evidence(cluster: &Cluster<'_>, telling: &[&Dated<'_>], sources: &Sources) -> Vec<Evidence> {
    let ids: BTreeSet<&str> = telling.iter().map(|known| known.claim.id.as_str()).collect();
    let told = |dated: &&Dated<'_>| ids.contains(dated.claim.id.as_str());
    let mut others: Vec<&Dated<'_>> = cluster.members.iter().filter(|dated| !told(dated)).collect();
    others.sort_by_key(|dated| (dated.claim.grade, &dated.facts.file, dated.claim.start, &dated.claim.id));
    let first = telling.iter().min_by_key(|dated| (dated.is_wide(), dated.told_at()));
    let mut quotes: Vec<Evidence> = Vec::new();
    for dated in telling.iter().copied().chain(others) {
        let mut quote = quote(dated, sources);
        // What is too wide to tell two occasions apart lends no second source.
        let wide = dated.edition.is_none() && dated.is_wide();
        if let Some(first) = first.filter(|first| wide && !first.is_wide()) {
            sources.key(&first.facts.hash).clone_into(&mut quote.source);
        }
        let same = |known: &Evidence| {
            (&known.article, known.start, known.end, known.participation, known.status)
                == (&quote.article, quote.start, quote.end, quote.participation, quote.status)
        };
        if !quotes.iter().any(same) {
            quotes.push(quote);
        }
    }
    quotes
}

fn quote(dated: &Dated<'_>, sources: &Sources) -> Evidence {
    let (claim, facts) = (dated.claim, dated.facts);
    Evidence {
        claim: claim.id.clone(),
        article: claim.article.clone(),
        source: sources.key(&facts.hash).to_owned(),
        file: facts.file.clone(),
        title: facts.title.clone(),
        published: facts.published,
        url: facts.url.clone(),
        quote: claim.quote.clone(),
        prefix: claim.prefix.clone(),
        suffix: claim.suffix.clone(),
        start: claim.start,
        end: claim.end,
        language: claim.language.clone(),
        participation: claim.participation,
        status: dated.status,
        grade: claim.grade,
        speaker: claim.speaker.clone(),
        trigger: claim.trigger.clone(),
        rule: claim.rule.clone(),
    }
}

/// Sorts events by start, the undated last, then id, and puts ids of events where claims stood.
pub(super) fn in_order(mut events: Vec<Event>) -> Vec<Event> {
    let by_claim: BTreeMap<String, String> = events
        .iter()
        .flat_map(|event| event.evidence.iter().map(|quote| (quote.claim.clone(), event.id.clone())))
        .collect();
    let summits: Vec<String> =
        events.iter().filter(|event| event.kind == Kind::Summit).map(|e| e.id.clone()).collect();
    for event in &mut events {
        let mut maybe: Vec<String> =
            event.maybe_same_as.iter().filter_map(|claim| by_claim.get(claim).cloned()).collect();
        maybe.sort_unstable();
        maybe.dedup();
        event.maybe_same_as = maybe;
        event.sidelines_of = event.sidelines_of.take().filter(|summit| summits.contains(summit));
    }
    events.sort_by(|a, b| place_in_time(a).cmp(&place_in_time(b)));
    events
}

fn place_in_time(event: &Event) -> (bool, Option<crate::model::Day>, &str) {
    let start = event.days.start();
    (start.is_none(), start, &event.id)
}
