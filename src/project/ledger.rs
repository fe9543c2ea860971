//! The ledger: what a person decided, with undo and redo as data.

use crate::model::{Decision, DecisionKey, Event, Evidence, Kind, Review, Verdict};

/// The decisions, and how they came about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    decisions: Vec<Decision>,
    done: Vec<Change>,
    undone: Vec<Change>,
}

/// One step that can be taken back: these decisions went, this one came.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Change {
    /// What it was about, for a person.
    about: String,
    /// What was replaced, with the places where it stood, in rising order.
    removed: Vec<(usize, Decision)>,
    /// What was put at the end.
    added: Option<Decision>,
}

impl Ledger {
    /// A ledger that holds decisions loaded from a file, with nothing to undo.
    pub fn from_decisions(decisions: Vec<Decision>) -> Self {
        Self { decisions, done: Vec::new(), undone: Vec::new() }
    }

    /// The decisions, oldest first.
    pub fn decisions(&self) -> &[Decision] {
        &self.decisions
    }

    /// Decides about `event`; `None` revokes what was decided. Returns whether anything changed.
    pub fn decide(&mut self, event: &Event, verdict: Option<Verdict>) -> bool {
        let keys = keys_of(event);
        let removed: Vec<_> = self
            .decisions
            .iter()
            .enumerate()
            .filter(|(_, decision)| decision.keys.iter().any(|key| keys.contains(key)))
            .map(|(index, decision)| (index, decision.clone()))
            .collect();
        let added = verdict.map(|verdict| Decision { keys, verdict });
        let same = removed.iter().map(|(_, decision)| decision).eq(added.as_ref());
        if !same {
            let change = Change { about: event.name.clone(), removed, added };
            self.carry_out(&change);
            self.done.push(change);
            self.undone.clear();
        }
        !same
    }

    /// Takes the last decision back; says what it was about.
    pub fn undo(&mut self) -> Option<String> {
        let change = self.done.pop()?;
        if change.added.is_some() {
            self.decisions.pop();
        }
        for (index, decision) in &change.removed {
            self.decisions.insert((*index).min(self.decisions.len()), decision.clone());
        }
        let about = change.about.clone();
        self.undone.push(change);
        Some(about)
    }

    /// Takes the last undo back; says what it was about.
    pub fn redo(&mut self) -> Option<String> {
        let change = self.undone.pop()?;
        self.carry_out(&change);
        let about = change.about.clone();
        self.done.push(change);
        Some(about)
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    fn carry_out(&mut self, change: &Change) {
        for (index, _) in change.removed.iter().rev() {
            if *index < self.decisions.len() {
                self.decisions.remove(*index);
            }
        }
        self.decisions.extend(change.added.clone());
    }
}

/// What a decision about `event` hangs on: one key for each of its quotes.
pub fn keys_of(event: &Event) -> Vec<DecisionKey> {
    let object = object_of(event);
    event.evidence.iter().map(|evidence| key_of(event, evidence, &object)).collect()
}

fn key_of(event: &Event, evidence: &Evidence, object: &str) -> DecisionKey {
    DecisionKey {
        article: evidence.article.clone(),
        quote: evidence.quote.clone(),
        prefix: evidence.prefix.clone(),
        suffix: evidence.suffix.clone(),
        kind: event.kind,
        subject: event.subject.clone(),
        object: object.to_owned(),
    }
}

/// The edition's id, or the counterparts' names or countries; empty if none is known.
fn object_of(event: &Event) -> String {
    match event.kind {
        Kind::Summit => event
            .edition
            .clone()
            .or_else(|| event.series.clone())
            .unwrap_or_else(|| event.counterparts.join(", ")),
        Kind::Meeting | Kind::Call if event.counterparts.is_empty() => event.countries.join(", "),
        Kind::Meeting | Kind::Call => event.counterparts.join(", "),
    }
}

/// Writes the decisions into the events' `review`, and says how many of them match no event.
///
/// A decision matches an event if one of its keys is one of the event's; the latest that matches wins.
/// Decisions that match nothing are kept in the ledger: the folder or the extractor may change back.
pub fn review(events: &mut [Event], decisions: &[Decision]) -> usize {
    let by_key: std::collections::BTreeMap<&DecisionKey, usize> = decisions
        .iter()
        .enumerate()
        .flat_map(|(index, decision)| decision.keys.iter().map(move |key| (key, index)))
        .collect();
    let mut matched = vec![false; decisions.len()];
    for event in events {
        let mut found = None;
        if !by_key.is_empty() {
            for index in keys_of(event).iter().filter_map(|key| by_key.get(key).copied()) {
                found = found.max(Some(index));
                if let Some(seen) = matched.get_mut(index) {
                    *seen = true;
                }
            }
        }
        let verdict = found.and_then(|index| decisions.get(index)).map(|decision| decision.verdict);
        event.review = match verdict {
            Some(Verdict::Confirm) => Review::Confirmed,
            Some(Verdict::Reject) => Review::Rejected,
            None => Review::Unreviewed,
        };
    }
    matched.iter().filter(|matched| !**matched).count()
}
