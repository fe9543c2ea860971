//! Who: leaders named, titled, described or meant by a pronoun, and those who are none.

use std::collections::BTreeSet;

use super::tokens::Token;
use crate::{
    model::{OfficeRole, Span},
    world::World,
};

/// Somebody in a sentence.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// A leader of the register, by index.
    Leader(usize),
    /// Whoever held this office: a country's index, and the office's key (empty: any leader).
    Office {
        /// Index of the country.
        country: usize,
        /// The office's key.
        office: String,
    },
    /// A leader's office without a country: `the president`.
    Titled(String),
    /// A minister, an aide, a former leader: an index of the register where known.
    Other(Option<usize>),
    /// Somebody who held the office once.
    Former(Option<usize>),
    /// `he`, `his`.
    He,
    /// `the former`: the first of the two last spoken of.
    First,
    /// `the latter`.
    Last,
    /// `they`, `the two leaders`.
    They,
    /// `the leaders`: two whom the sentence has named, or nobody.
    Leaders,
}

/// One or more people named together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// Who.
    pub who: Vec<Who>,
    /// Where.
    pub span: Span,
    /// The offices that the words give people of the register now.
    pub titles: Vec<Title>,
}

/// An office that words give somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// Whom they give it, by index in the register.
    pub holder: usize,
    /// Where name and title stand.
    pub span: Span,
    /// Index of the country, where they say it.
    pub country: Option<usize>,
    /// The office's key.
    pub office: String,
    /// It is a minister's.
    pub minister: bool,
}

/// What is known while an article is read.
#[derive(Debug)]
pub struct Cast<'w> {
    /// The registers.
    pub world: &'w World,
    /// Leaders that the article names in full.
    pub named: BTreeSet<usize>,
}

impl Cast<'_> {
    /// The leader that a token names: the only one, or the only one named in full in the article.
    pub fn leader(&self, token: &Token) -> Option<usize> {
        match token.leaders.as_slice() {
            [] => {
                let mut known = token.weak_leaders.iter().filter(|index| self.named.contains(index));
                let first = known.next().copied();
                if known.next().is_some() { None } else { first }
            }
            [one] => Some(*one),
            many => {
                let known: Vec<usize> =
                    many.iter().copied().filter(|index| self.named.contains(index)).collect();
                match known.as_slice() {
                    [one] => Some(*one),
                    _ => None,
                }
            }
        }
    }

    /// Whether a person of the register ever held such an office (empty: any leader's) in a country.
    pub fn holds(&self, index: usize, country: Option<usize>, office: &str) -> bool {
        let code = country.and_then(|country| self.world.countries().at(country));
        self.world.register().leaders().get(index).is_some_and(|leader| {
            leader.offices.iter().any(|held| {
                held.role == OfficeRole::Leader
                    && (country.is_none() || held.country.as_ref() == code.map(|country| &country.code))
                    && (office.is_empty()
                        || office_key(&held.title).contains(office)
                        || held.key.as_deref() == Some(office))
            })
        })
    }

    /// Whether a person of the register ever was a leader or headed an organisation.
    pub fn leads(&self, index: usize) -> bool {
        self.world
            .register()
            .leaders()
            .get(index)
            .is_some_and(|leader| leader.offices.iter().any(|office| office.role != OfficeRole::Other))
    }
}

/// An office's title as a key: `Prime Minister` is `prime_minister`.
pub fn office_key(title: &str) -> String {
    title.trim().to_lowercase().replace([' ', '-'], "_")
}
