//! Every rule proves itself on its own examples.

use super::extract;
use crate::{
    model::{Article, Block, BlockRole, Sentence, Span},
    world::{Pack, World},
};

/// A rule that does not do what its examples say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The rule.
    pub rule: String,
    /// The sentence.
    pub sentence: String,
    /// Whether it should have fired.
    pub should_fire: bool,
}

/// Runs each rule of a pack on its own examples; a rule fires where a claim or a detail names it.
pub fn rehearse(pack: &Pack, world: &World) -> Vec<Failure> {
    let mut failures = Vec::new();
    for rule in pack.rules.iter().filter(|rule| rule.gives.what == crate::world::WhatToFind::Claim) {
        for (sentences, should_fire) in [(&rule.yes, true), (&rule.no, false)] {
            for sentence in sentences {
                let claims = extract(&alone(sentence, &pack.language), world).claims;
                let fires = claims.iter().any(|claim| claim.rule.trim_end_matches("+spun") == rule.id);
                if fires != should_fire {
                    failures.push(Failure { rule: rule.id.clone(), sentence: sentence.clone(), should_fire });
                }
            }
        }
    }
    failures
}

/// An article of these sentences alone, one a line.
fn alone(text: &str, language: &str) -> Article {
    let mut at = 0;
    let mut sentences = Vec::new();
    for line in text.split_inclusive('\n') {
        let span = Span::new(at, at + line.trim_end().len());
        sentences.push(Sentence { span, block_index: 0 });
        at += line.len();
    }
    Article {
        file: String::new(),
        hash: String::new(),
        title: None,
        published: None,
        url: None,
        language: language.to_owned(),
        encoding: "UTF-8",
        text: text.to_owned(),
        edits: Vec::new(),
        blocks: vec![Block { role: BlockRole::Body, span: Span::new(0, text.len()) }],
        sentences,
        doubts: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::{
        extract::{
            actors::Cast,
            items::{Item, ItemKind, items},
            reading::Words,
            tokens,
        },
        world::Folded,
    };

    #[test]
    fn sentences_that_are_passed_over_speak_of_nobody() {
        let world = World::builtin();
        let mut n_passed_over = 0;
        for pack in world.packs() {
            let words = Words::new(pack);
            let cast = Cast { world, named: BTreeSet::new() };
            let automaton = &world.language(&pack.language).unwrap().automaton;
            for sentence in pack.rules.iter().flat_map(|rule| rule.yes.iter().chain(&rule.no)) {
                // Half a sentence often names nobody.
                let half = sentence.char_indices().nth(sentence.chars().count() / 2).map_or(0, |(at, _)| at);
                for part in [sentence.get(..half).unwrap(), sentence.get(half..).unwrap()] {
                    let folded = Folded::new(part, 0);
                    if automaton.may_matter(&folded.text) {
                        continue;
                    }
                    n_passed_over += 1;
                    let row = tokens::read(part, &folded, automaton, (true, &[]));
                    let items = items(&row, &words.items, &cast);
                    let speaks = |item: &Item| matches!(item.kind, ItemKind::Actors(_) | ItemKind::Summit(_));
                    assert!(!items.iter().any(speaks), "{}: {part}", pack.language);
                }
            }
        }
        assert!(n_passed_over > 100, "only {n_passed_over}");
    }

    #[test]
    fn every_rule_does_what_its_examples_say() {
        let world = World::builtin();
        let failures: Vec<Failure> = world.packs().flat_map(|pack| rehearse(pack, world)).collect();
        assert_eq!(failures, Vec::new());
    }
}
