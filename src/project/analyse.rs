//! The whole pipe over files' bytes, pure: no threads, no disk.

use crate::{
    extract::{self, Extraction},
    model::{Article, Decision, Event},
    resolve, text,
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

/// Reads one article.
pub fn read(file: &str, bytes: &[u8], world: &World) -> Reading {
    let article = text::article(file, bytes, world);
    let extraction = extract::extract(&article, world);
    Reading { article, extraction }
}

/// Merges what the articles say of one leader into events.
pub fn merge(readings: &[&Reading], subject: &str, _decisions: &[Decision], world: &World) -> Vec<Event> {
    let facts: Vec<_> = readings.iter().map(|reading| reading.extraction.facts.clone()).collect();
    let claims: Vec<_> =
        readings.iter().flat_map(|reading| reading.extraction.claims.iter().cloned()).collect();
    resolve::events(&facts, &claims, subject, world)
}
