//! Article to claims: mentions, time expressions, coreference, triggers, context, rules. Never fails.

pub mod times;

use crate::{
    model::{Article, ArticleFacts, Claim, Doubt, LeftOut, TimeMention},
    world::World,
};

/// Everything that was made of one article.
#[derive(Clone, Debug, Default)]
pub struct Extraction {
    /// What merging needs to know of it.
    pub facts: ArticleFacts,
    /// What its sentences say, for every leader in the register.
    pub claims: Vec<Claim>,
    /// Its time expressions, unresolved, in order.
    pub times: Vec<TimeMention>,
    /// What was recognised and left out on purpose.
    pub left_out: Vec<LeftOut>,
    /// What could not be settled.
    pub doubts: Vec<Doubt>,
}

/// Finds every claim in `article`; what could not be settled is a doubt, with its span.
pub fn extract(_article: &Article, _world: &World) -> Extraction {
    Extraction::default()
}
