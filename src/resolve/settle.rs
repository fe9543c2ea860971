//! What the claims of one occasion come to: its status, its participation, its days, and where articles disagree.

use std::collections::{BTreeMap, BTreeSet};

use super::{cluster::Cluster, dated::Dated, sources::Sources};
use crate::model::{Conflict, DayRange, Form, Grade, Participation, Place, Status};

/// The fields of the contract that articles can disagree on.
const PARTICIPATION: &str = "participation";
const STATUS: &str = "status";
const DAYS: &str = "start";

/// What the claims come to.
#[derive(Clone, Debug)]
pub(super) struct Settled {
    pub(super) status: Status,
    pub(super) participation: Participation,
    pub(super) days: DayRange,
    pub(super) conflicts: Vec<Conflict>,
}

/// Settles a cluster.
pub(super) fn settle(cluster: &Cluster<'_>, sources: &Sources) -> Settled {
    let status = status(cluster);
    let telling: Vec<&Dated<'_>> =
        cluster.members.iter().filter(|dated| tells(dated.status, status)).collect();
    let (participation, part_conflict) = participation(&telling, sources);
    let (days, days_conflict) = days(cluster, &telling);
    let conflicts = [status_conflict(cluster, status), part_conflict, days_conflict];
    Settled { status, participation, days, conflicts: conflicts.into_iter().flatten().collect() }
}

/// Whether a claim of one status tells of an occasion that settled as another.
fn tells(status: Status, settled: Status) -> bool {
    status == settled
}

/// How strong a word a status is, within what was written at the same time.
fn strength(status: Status) -> u8 {
    match status {
        Status::Speculated => 0,
        Status::Alleged => 1,
        Status::Planned => 2,
        Status::Denied => 3,
        Status::Cancelled => 4,
        Status::Happened => 5,
    }
}

/// What happened has happened; else the newest article has the say, and within one the strongest word.
fn status(cluster: &Cluster<'_>) -> Status {
    let of = |dated: &Dated<'_>| dated.status;
    if cluster.members.iter().any(|dated| of(dated) == Status::Happened && !is_arrival(dated, cluster)) {
        return Status::Happened;
    }
    let newest = cluster.members.iter().map(|dated| dated.window.first()).max();
    let latest = cluster
        .members
        .iter()
        .filter(|dated| newest.is_none_or(|newest| dated.window.last() >= newest))
        .filter(|dated| !is_weak(dated) && !is_arrival(dated, cluster));
    let all = || cluster.members.iter().map(of).max_by_key(|status| strength(*status));
    latest.map(of).max_by_key(|status| strength(*status)).or_else(all).unwrap_or(Status::Happened)
}

/// Whether a claim tells only that he came, where the same article has the talks still before him.
fn is_arrival(dated: &Dated<'_>, cluster: &Cluster<'_>) -> bool {
    let is_visit = |dated: &Dated<'_>| dated.claim.form == Form::Visit;
    let same = cluster.members.iter().filter(|other| other.claim.article == dated.claim.article);
    let mut talks = same.filter(|other| !is_visit(other)).peekable();
    is_visit(dated) && talks.peek().is_some() && talks.all(|other| other.status == Status::Planned)
}

/// A related headline settles nothing.
fn is_weak(dated: &Dated<'_>) -> bool {
    dated.claim.grade == Grade::Related
}

/// Articles that say that it was, beside articles that deny it or call it off.
fn status_conflict(cluster: &Cluster<'_>, settled: Status) -> Option<Conflict> {
    let against = |dated: &Dated<'_>| match settled {
        Status::Happened => matches!(dated.status, Status::Denied),
        Status::Denied => matches!(dated.status, Status::Alleged),
        Status::Planned | Status::Speculated | Status::Alleged | Status::Cancelled => false,
    };
    let value = |dated: &Dated<'_>| {
        (dated.status == settled || against(dated)).then(|| word(dated.status).to_owned())
    };
    conflict(STATUS, &cluster.members.iter().collect::<Vec<_>>(), value)
}

/// How he took part: absent in person and present by video is one thing, not a contradiction.
fn participation(telling: &[&Dated<'_>], sources: &Sources) -> (Participation, Option<Conflict>) {
    let mut votes: BTreeMap<Participation, BTreeSet<&str>> = BTreeMap::new();
    let explicit: Vec<&Dated<'_>> = telling.iter().copied().filter(|dated| !is_inferred(dated)).collect();
    let said = if explicit.is_empty() { telling } else { &explicit };
    for dated in said {
        votes.entry(dated.claim.participation).or_default().insert(sources.key(&dated.facts.hash));
    }
    if votes.contains_key(&Participation::Virtual) {
        return (Participation::Virtual, None);
    }
    let value = |dated: &Dated<'_>| Some(participation_word(dated.claim.participation).to_owned());
    let n_votes = |part| votes.get(&part).map_or(0, BTreeSet::len);
    let (attended, skipped) = (n_votes(Participation::Attended), n_votes(Participation::Skipped));
    let best = said.iter().min_by_key(|dated| (dated.claim.grade, dated.told_at()));
    let chosen = match attended.cmp(&skipped) {
        std::cmp::Ordering::Greater => Participation::Attended,
        std::cmp::Ordering::Less => Participation::Skipped,
        // The same article says both: to say that somebody stayed away is the more pointed word.
        std::cmp::Ordering::Equal if one_article(said) => Participation::Skipped,
        std::cmp::Ordering::Equal => best.map_or(Participation::Attended, |dated| dated.claim.participation),
    };
    (chosen, conflict(PARTICIPATION, said, value))
}

fn one_article(said: &[&Dated<'_>]) -> bool {
    said.iter().map(|dated| &dated.claim.article).collect::<BTreeSet<_>>().len() == 1
}

fn is_inferred(dated: &Dated<'_>) -> bool {
    dated.claim.inferred.iter().any(|field| field == PARTICIPATION)
}

/// The days that all who tell it allow; a plan's days are not carried over to what happened.
fn days(cluster: &Cluster<'_>, telling: &[&Dated<'_>]) -> (DayRange, Option<Conflict>) {
    if let Some(edition) = cluster.edition() {
        return (edition.days, None);
    }
    let mut narrow: Vec<&Dated<'_>> = telling.to_vec();
    narrow.sort_by_key(|dated| (!dated.days.is_bounded(), dated.days.n_days(), dated.told_at()));
    let mut met = DayRange::ANY;
    let mut clash = false;
    for dated in &narrow {
        match met.meet(dated.days) {
            Some(both) => met = both,
            None => clash = true,
        }
    }
    let value = |dated: &Dated<'_>| Some(format!("{:?}", dated.days));
    (met, if clash { conflict(DAYS, &narrow, value) } else { None })
}

/// The values that different articles give, if they give several.
fn conflict(
    field: &'static str,
    members: &[&Dated<'_>],
    value: impl Fn(&Dated<'_>) -> Option<String>,
) -> Option<Conflict> {
    let told: BTreeSet<(String, String)> =
        members.iter().filter_map(|dated| Some((value(dated)?, dated.facts.file.clone()))).collect();
    let values: BTreeSet<&str> = told.iter().map(|(value, _)| value.as_str()).collect();
    let files: BTreeSet<&str> = told.iter().map(|(_, file)| file.as_str()).collect();
    (values.len() > 1 && files.len() > 1).then(|| Conflict { field, values: told.into_iter().collect() })
}

/// The contract's word for a status.
fn word(status: Status) -> &'static str {
    match status {
        Status::Happened => "happened",
        Status::Planned => "planned",
        Status::Speculated => "speculated",
        Status::Alleged => "alleged",
        Status::Denied => "denied",
        Status::Cancelled => "cancelled",
    }
}

/// The contract's word for a participation.
fn participation_word(participation: Participation) -> &'static str {
    match participation {
        Participation::Attended => "attended",
        Participation::Virtual => "virtual",
        Participation::Skipped => "skipped",
    }
}

/// The place that those who tell it know: a city before a country alone.
pub(super) fn place(cluster: &Cluster<'_>, settled: &Settled) -> Place {
    let telling = || cluster.members.iter().filter(|dated| tells(dated.status, settled.status));
    let in_city = telling().find(|dated| dated.place.city.is_some());
    let in_country = || telling().find(|dated| dated.place.country.is_some());
    in_city.or_else(in_country).map(|dated| dated.place.clone()).unwrap_or_default()
}
