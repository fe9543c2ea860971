//! Claims to events: editions linked, publication windows, dates solved, merged, conflicts, confidence.
//!
//! A pure function of what the articles say and what the registers know. The order of articles and claims does not
//! matter, and one that comes twice counts once.

mod allowed;
mod calendar_days;
mod cluster;
mod confidence;
mod dated;
mod dayset;
mod editions;
mod elsewhere;
mod event;
mod hints;
mod meaning;
mod names;
mod people;
mod settle;
mod sources;
mod titles;
mod window;

#[cfg(test)]
#[expect(clippy::indexing_slicing, reason = "a test that indexes wrongly fails")]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

pub use confidence::THRESHOLD;
pub use meaning::days;
pub use titles::doubted as doubted_titles;
pub use window::{window, window_with};

use crate::{
    model::{ArticleFacts, Claim, DayRange, Event, Kind, Participation, Status},
    world::World,
};
use dated::Dated;

/// Merges the claims of one subject into events, sorted by start (undated last), then id.
pub fn events(articles: &[ArticleFacts], claims: &[Claim], subject: &str, world: &World) -> Vec<Event> {
    let mut facts_by_hash: BTreeMap<&str, &ArticleFacts> = BTreeMap::new();
    for facts in articles {
        let known = facts_by_hash.entry(&facts.hash).or_insert(facts);
        if facts.file < known.file {
            *known = facts;
        }
    }
    let mut claims_by_article: BTreeMap<&str, Vec<&Claim>> = BTreeMap::new();
    for claim in claims {
        claims_by_article.entry(&claim.article).or_default().push(claim);
    }
    let mut windows = event::Windows::new();
    let mut dated: Vec<Dated<'_>> = Vec::new();
    for (hash, claims) in &claims_by_article {
        let Some(facts) = facts_by_hash.get(hash) else { continue };
        if !claims.iter().any(|claim| claim.leader == subject) {
            continue;
        }
        let window = window::of_claims(facts, claims, world);
        let own = claims.iter().copied().filter(|claim| claim.leader == subject);
        dated.extend(titles::dated(own, (facts, window.days), world));
        windows.insert((*hash).to_owned(), window);
    }
    // All narrowings are found before any is used, so that no window leans on another.
    let mut narrowed = BTreeMap::new();
    for (hash, claims) in &claims_by_article {
        let (Some(facts), Some(window)) = (facts_by_hash.get(hash), windows.get(*hash)) else { continue };
        let own: Vec<&Claim> = claims.iter().copied().filter(|claim| claim.leader == subject).collect();
        if let Some(window) = elsewhere::narrowed((facts, window), &own, &dated) {
            narrowed.insert(*hash, (*facts, own, window));
        }
    }
    dated.retain(|known| !narrowed.contains_key(known.claim.article.as_str()));
    for (hash, (facts, own, window)) in narrowed {
        dated.extend(titles::dated(own.iter().copied(), (facts, window.days), world));
        windows.insert(hash.to_owned(), window);
    }
    let implied = attended_margins(&dated, world);
    dated.extend(
        implied.iter().filter_map(|(claim, facts, window)| dated::dated(claim, facts, *window, world)),
    );
    let clusters = cluster::clusters(dated);
    let written = event::Written { windows: &windows, newest: elsewhere::newest(windows.values()) };
    let made = clusters.iter().filter_map(|cluster| event::event(cluster, subject, written, world));
    event::in_order(made.collect())
}

/// Who met somebody on the margins of a summit was there: the claims that this implies, one for each article and
/// edition, where the article does not tell it itself.
fn attended_margins<'a>(dated: &[Dated<'a>], world: &World) -> Vec<(Claim, &'a ArticleFacts, DayRange)> {
    let edition_told = |other: &Dated<'a>| Some((other.claim.article.as_str(), other.edition?.id.as_str()));
    let told: BTreeSet<(&str, &str)> = dated.iter().filter_map(edition_told).collect();
    let mut implied: BTreeMap<(&str, &str), (Claim, &ArticleFacts, DayRange)> = BTreeMap::new();
    for meeting in dated {
        let (Some(edition), Some(margins)) = (meeting.margins, &meeting.claim.when.sidelines) else {
            continue;
        };
        let article = meeting.claim.article.as_str();
        let counts = matches!(meeting.status, Status::Happened | Status::Planned);
        if told.contains(&(article, edition.id.as_str())) || !counts || meeting.claim.kind != Kind::Meeting {
            continue;
        }
        let mut claim = meeting.claim.clone();
        claim.kind = Kind::Summit;
        claim.form = world.series().form(&edition.series);
        claim.series = Some(edition.series.clone());
        claim.participation = Participation::Attended;
        claim.counterparts.clear();
        claim.place = margins.place.clone();
        claim.when.sidelines = None;
        claim.inferred.push("participation".to_owned());
        claim.id = format!("{}-margins", claim.id);
        let first = implied
            .entry((article, &edition.id))
            .or_insert_with(|| (claim.clone(), meeting.facts, meeting.window));
        if claim.id < first.0.id {
            *first = (claim, meeting.facts, meeting.window);
        }
    }
    implied.into_values().collect()
}
