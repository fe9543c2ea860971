//! How far an event is believed: a sum of reasons, each with its points from one fixed table.

use std::collections::BTreeSet;

use super::{cluster::Cluster, dated::Dated, sources::Sources};
use crate::model::{ConfidenceReason, Conflict, Form, Grade, Precision, Status, Step};

/// Whole points of confidence below which an event is held for review and not drawn as fact.
pub const THRESHOLD: i32 = 50;

/// The most points that an event can have: what a program has read is never certain.
const MOST: i32 = 97;

/// The points of each reason, by its key; `export` has the words. They are set so that of the events of a band as
/// many are right, on labelled articles and on the sample articles together, as the band says: those with a day were
/// right nearly always (113 of 115), those with a month in 15 of 21, those without any date in 13 of 22.
const POINTS: [(&str, i32); 21] = [
    // What an event starts with, by the best block that tells it.
    ("body", 62),
    ("title", 58),
    ("caption", 62),
    ("related", 35),
    // What supports it.
    ("edition", 15),
    ("day_known", 20),
    ("month_known", 6),
    ("several_sources", 12),
    ("many_sources", 5),
    ("speaker", 2),
    // What speaks against it.
    ("inferred", -4),
    ("visit_only", -4),
    ("nobody_named", -3),
    ("rumour", -8),
    ("perhaps_same", -20),
    ("editions_fit", -8),
    ("no_date", -8),
    ("copied", -2),
    ("conflict", -8),
    ("title_doubted", -4),
    ("contradiction", -30),
];

/// The reasons for and against an event, in the order of the table, and their sum within 0 and the most.
pub(super) fn weigh(
    cluster: &Cluster<'_>,
    status: Status,
    precision: Precision,
    (sources, conflicts): (&Sources, &[Conflict]),
) -> (Vec<ConfidenceReason>, i32) {
    let members = &cluster.members;
    let any = |test: fn(&Dated<'_>) -> bool| members.iter().any(test);
    let all = |test: fn(&Dated<'_>) -> bool| members.iter().all(test);
    let narrow: BTreeSet<&str> =
        members.iter().filter(|dated| !dated.is_wide()).map(|dated| sources.key(&dated.facts.hash)).collect();
    let articles: BTreeSet<&str> = members.iter().map(|dated| dated.facts.hash.as_str()).collect();
    let sources: BTreeSet<&str> = articles.iter().map(|article| sources.key(article)).collect();
    let on_day = precision == Precision::Day;
    let within_month = matches!(precision, Precision::Week | Precision::Month);
    let holds = |why: &str| match why {
        "body" => best_grade(members) == Grade::Body,
        "title" => best_grade(members) == Grade::Title,
        "caption" => best_grade(members) == Grade::Caption,
        "related" => best_grade(members) == Grade::Related,
        "edition" => any(|dated| dated.edition.is_some() || dated.margins.is_some()),
        "day_known" => on_day,
        "month_known" => within_month,
        "several_sources" => narrow.len() >= 2,
        "many_sources" => narrow.len() >= 3,
        "speaker" => any(|dated| dated.claim.speaker.is_some()),
        "inferred" => all(|dated| dated.claim.inferred.iter().any(|field| field == "participation")),
        "visit_only" => all(|dated| dated.claim.form == Form::Visit),
        "nobody_named" => all(|dated| dated.claim.series.is_none() && dated.counterparts.is_empty()),
        "rumour" => matches!(status, Status::Speculated | Status::Alleged),
        "perhaps_same" => !cluster.maybe.is_empty(),
        "editions_fit" => all(|dated| dated.ambiguous),
        "no_date" => precision == Precision::Unknown,
        "copied" => articles.len() > 1 && sources.len() == 1,
        "conflict" => !conflicts.is_empty(),
        "title_doubted" => {
            any(|dated| dated.steps.iter().any(|step| matches!(step, Step::TitleDoubted { .. })))
        }
        "contradiction" => all(|dated| dated.contradiction),
        _ => false,
    };
    let reasons: Vec<ConfidenceReason> = POINTS
        .iter()
        .filter(|(why, _)| holds(why))
        .map(|(why, points)| ConfidenceReason { why, points: *points })
        .collect();
    let sum: i32 = reasons.iter().map(|reason| reason.points).sum();
    (reasons, sum.clamp(0, MOST))
}

fn best_grade(members: &[Dated<'_>]) -> Grade {
    members.iter().map(|dated| dated.claim.grade).min().unwrap_or(Grade::Related)
}
