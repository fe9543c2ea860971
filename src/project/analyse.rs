//! The whole pipe over files' bytes, pure: no threads, no disk.

use sha2::{Digest as _, Sha256};

use super::ledger;
use crate::{
    extract::{self, Extraction},
    model::{Article, ArticleFacts, Claim, DayRange, Decision, Doubt, DoubtKind, Event, Verdict},
    resolve, text,
    timeline::Coverage,
    world::World,
};

/// One article, read and understood.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The article.
    pub article: Article,
    /// What was made of it.
    pub extraction: Extraction,
}

/// The world that articles are read against: the one that is built in.
pub fn world() -> &'static World {
    World::builtin()
}

/// Reads one article; `file` is its path relative to the input, with `/`.
pub fn read(file: &str, bytes: &[u8], world: &World) -> Reading {
    let mut article = text::undivided(file, bytes, world);
    if extract::may_tell(&article, world) {
        text::divide(&mut article);
    }
    understand(article, world)
}

/// Makes what can be made of an article whose text is known; one that gives nothing says why.
pub fn understand(article: Article, world: &World) -> Reading {
    let mut extraction = extract::extract(&article, world);
    let mut doubts = article.doubts.clone();
    doubts.extend(extraction.doubts.into_iter().filter(|doubt| !article.doubts.contains(doubt)));
    if extraction.claims.is_empty() && !doubts.iter().any(|doubt| doubt.kind == DoubtKind::NothingFound) {
        let message = why_nothing(&article, &extraction.facts, extraction.left_out.len(), world);
        doubts.push(Doubt { kind: DoubtKind::NothingFound, span: None, message });
    }
    extraction.facts.copy_key = text::copy_key(&article);
    extraction.facts.doubts = doubts.iter().map(|doubt| doubt.message.clone()).collect();
    extraction.doubts = doubts;
    Reading { article, extraction }
}

/// Merges what the articles say of one leader into events, reviewed as the decisions have it.
pub fn merge(readings: &[&Reading], subject: &str, decisions: &[Decision], world: &World) -> Vec<Event> {
    let facts = readings.iter().map(|reading| reading.extraction.facts.clone()).collect();
    let claims = readings.iter().flat_map(|reading| reading.extraction.claims.iter().cloned()).collect();
    let mut events = merge_claims(facts, claims, subject, world);
    ledger::review(&mut events, decisions);
    events
}

/// Merges claims into events, sorted by start (undated last), then id.
///
/// The order of the arguments does not matter, nor whether something is given twice: the files of a folder
/// and the partitions of a cluster come in any order.
pub fn merge_claims(
    mut facts: Vec<ArticleFacts>,
    mut claims: Vec<Claim>,
    subject: &str,
    world: &World,
) -> Vec<Event> {
    facts.sort_by(|a, b| (&a.file, &a.hash).cmp(&(&b.file, &b.hash)));
    facts.dedup();
    claims.sort_by(|a, b| order_of(a).cmp(&order_of(b)));
    claims.dedup();
    let mut events = resolve::events(&facts, &claims, subject, world);
    events.sort_by(|a, b| {
        let start_of = |event: &Event| (event.days.start().is_none(), event.days.start());
        (start_of(a), &a.id).cmp(&(start_of(b), &b.id))
    });
    events
}

/// A fingerprint of a folder and its ledger: what a chart says that it was drawn from.
///
/// Twelve hexadecimal digits of a SHA-256 over the articles' hashes, sorted, and the decisions in their order.
pub fn fingerprint(hashes: &[&str], decisions: &[Decision]) -> String {
    let mut hashes = hashes.to_vec();
    hashes.sort_unstable();
    hashes.dedup();
    let mut digest = Sha256::new();
    for hash in hashes {
        digest.update(hash);
        digest.update(b"\n");
    }
    for decision in decisions {
        digest.update(match decision.verdict {
            Verdict::Confirm => b"\0confirm".as_slice(),
            Verdict::Reject => b"\0reject".as_slice(),
        });
        for key in &decision.keys {
            for part in [&key.article, &key.quote, &key.subject, &key.object] {
                digest.update(b"\0");
                digest.update(part);
            }
        }
    }
    first_digits(digest)
}

/// The version of the registers: eight hexadecimal digits that change when an edition or a term of office does.
fn data_version(world: &World) -> String {
    let mut digest = Sha256::new();
    for edition in world.calendar().editions() {
        digest.update(format!("{} {:?}\n", edition.id, edition.days));
    }
    for leader in world.register().leaders() {
        digest.update(format!("{}\n", leader.name));
        for office in &leader.offices {
            digest.update(format!("{} {:?} {:?}\n", office.title, office.country, office.term));
        }
    }
    let mut digits = first_digits(digest);
    digits.truncate(8);
    digits
}

/// The first twelve hexadecimal digits of a SHA-256.
fn first_digits(digest: Sha256) -> String {
    let digest = digest.finalize();
    let number = digest.iter().take(6).fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
    format!("{number:012x}")
}

/// What a chart rests on, but for its events, which the chart counts itself.
pub fn coverage(facts: &[ArticleFacts], n_unread: usize, decisions: &[Decision], world: &World) -> Coverage {
    let written = |facts: &ArticleFacts| {
        facts.published.map_or_else(|| resolve::window(facts, world).days, DayRange::day)
    };
    let hashes: Vec<&str> = facts.iter().map(|facts| facts.hash.as_str()).collect();
    Coverage {
        n_articles: facts.len(),
        n_undated: facts.iter().filter(|facts| facts.published.is_none()).count(),
        n_unread,
        written: facts.iter().map(written).collect(),
        on_screens: world.calendar().on_screens().map(|edition| edition.id.clone()).collect(),
        program: concat!("Summitline ", env!("CARGO_PKG_VERSION")).to_owned(),
        data: data_version(world),
        fingerprint: fingerprint(&hashes, decisions),
        ..Coverage::default()
    }
}

/// A claim's place in the order of merging.
fn order_of(claim: &Claim) -> (&str, usize, usize, [&str; 4], Option<&str>) {
    let words = [claim.id.as_str(), &claim.leader, &claim.rule, &claim.trigger];
    (&claim.article, claim.start, claim.end, words, claim.series.as_deref())
}

/// Why an article gives nothing, as a short sentence.
fn why_nothing(article: &Article, _facts: &ArticleFacts, n_left_out: usize, world: &World) -> String {
    let language = article.language.as_str();
    if article.text.trim().is_empty() {
        "it holds no text".to_owned()
    } else if n_left_out > 0 {
        "all that was recognised was left out on purpose".to_owned()
    } else if world.language(language).is_none() {
        format!("its language ({language}) has no language pack")
    } else {
        "it names no leader at a meeting, a call or a summit".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fingerprint_does_not_hang_on_the_order_of_files() {
        let one = fingerprint(&["a", "b"], &[]);
        assert_eq!(one, fingerprint(&["b", "a", "a"], &[]));
        assert_ne!(one, fingerprint(&["ab"], &[]));
        assert_eq!(one.len(), 12);
    }

    #[test]
    fn a_chart_says_which_data_it_was_drawn_with() {
        let coverage = coverage(&[], 2, &[], World::builtin());
        assert_eq!(coverage.data.len(), 8);
        assert!(coverage.program.starts_with("Summitline "));
        assert_eq!((coverage.n_articles, coverage.n_unread), (0, 2));
    }

    #[test]
    fn an_article_that_gives_nothing_says_why() {
        let reading = read("note.txt", b" \n", World::builtin());
        assert!(reading.extraction.doubts.iter().any(|doubt| doubt.kind == DoubtKind::NothingFound));
    }
}
