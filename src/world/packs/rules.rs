//! Rules of a language: patterns over mentions, what they give, and their own examples.
//!
//! A pattern is a line of slots: `A <skip> ..6 S`. `A` is the leader whose claim it is, `B` the counterpart,
//! `AB` two or more of them named together, `O` somebody who is no leader, `C` a country as a government,
//! `S` a summit (`S!` not the bare name of a bloc), `P` a place, `T` a time, `<a|b>` a word of these classes.
//! `..6` lets up to six words stand before the next slot (else three), `~6` even where leaders or summits stand
//! among them, `=6` only where no preposition, conjunction or mark does, so that what follows is a verb's own object;
//! `?` after a slot makes it optional.

use serde::Deserialize;

use super::lexicon::{ClassSet, Lexicon};
use crate::model::{Form, Kind, Participation, ReasonKind};

/// What a slot can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// Leaders whose claim it is.
    Leader,
    /// Their counterparts.
    Counterpart,
    /// Two or more leaders named together.
    Together,
    /// Somebody who is no leader.
    Other,
    /// A country as a government.
    Government,
    /// A summit; `true` where the bare name of a bloc will do.
    Summit(bool),
    /// A place.
    Place,
    /// A time expression.
    Time,
    /// A word of one of these classes.
    Word(ClassSet),
}

/// One element of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Element {
    /// What it holds.
    pub slot: Slot,
    /// How many words may stand before it.
    pub gap: usize,
    /// Whether leaders and summits may stand among them.
    pub crosses: bool,
    /// Whether no preposition, conjunction or mark may.
    pub close: bool,
    /// Whether it may be missing.
    pub optional: bool,
}

/// A line of slots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern(pub Vec<Element>);

/// What a rule finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhatToFind {
    /// A claim.
    Claim,
    /// Who went instead of an absent leader.
    Delegate,
    /// He left before the end.
    LeftEarly,
    /// Something recognised and left out on purpose.
    Nothing(crate::model::LeftOutReason),
}

/// What a rule gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gives {
    /// A claim, or a detail of one.
    pub what: WhatToFind,
    /// The kind of occasion.
    pub kind: Kind,
    /// The form, `None` for the kind's or series' own.
    pub form: Option<Form>,
    /// How the leader took part.
    pub participation: Participation,
    /// He left before the end.
    pub left_early: bool,
    /// His country hosts.
    pub host: bool,
    /// Why he is absent.
    pub reason: Option<ReasonKind>,
    /// Less sure than others: attendance from a mere `at the summit`.
    pub weak: bool,
    /// The status that the pattern itself settles.
    pub status: Option<crate::model::Status>,
}

/// A pattern with its meaning and its examples.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its name, with the language: `en.skip`.
    pub id: String,
    /// Any of these finds it.
    pub patterns: Vec<Pattern>,
    /// What it gives.
    pub gives: Gives,
    /// Sentences in which it fires.
    pub yes: Vec<String>,
    /// Sentences in which it must not.
    pub no: Vec<String>,
}

/// Why a rule does not load.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PatternError {
    /// A class that the lexicon lacks, with the rule.
    UnknownClass(String, String),
    /// A slot that is none, with the rule.
    UnknownSlot(String, String),
    /// A word of `gives` that is none, with the rule.
    UnknownMeaning(String, String),
    /// It has no example on one side.
    NoExample(String),
}

/// A rule as a pack file has it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleText {
    id: String,
    find: Vec<String>,
    gives: String,
    yes: Vec<String>,
    no: Vec<String>,
}

impl RuleText {
    /// Reads the rule.
    pub fn read(self, lexicon: &Lexicon) -> Result<Rule, PatternError> {
        if self.yes.is_empty() || self.no.is_empty() {
            return Err(PatternError::NoExample(self.id));
        }
        let patterns =
            self.find.iter().map(|line| pattern(line, &self.id, lexicon)).collect::<Result<Vec<_>, _>>()?;
        let gives = gives(&self.gives, &self.id)?;
        Ok(Rule { id: self.id, patterns, gives, yes: self.yes, no: self.no })
    }
}

fn pattern(line: &str, rule: &str, lexicon: &Lexicon) -> Result<Pattern, PatternError> {
    const USUAL_GAP: usize = 3;
    let mut elements = Vec::new();
    let (mut gap, mut crosses, mut close) = (USUAL_GAP, false, false);
    for word in line.split_whitespace() {
        let bad = || PatternError::UnknownSlot(rule.to_owned(), word.to_owned());
        let sign = ["..", "~", "="].into_iter().find_map(|sign| word.strip_prefix(sign));
        if let Some(number) = sign {
            gap = number.parse().map_err(|_not_a_number| bad())?;
            (crosses, close) = (word.starts_with('~'), word.starts_with('='));
            continue;
        }
        let (name, optional) = word.strip_suffix('?').map_or((word, false), |name| (name, true));
        let slot = match name {
            "A" => Slot::Leader,
            "B" => Slot::Counterpart,
            "AB" => Slot::Together,
            "O" => Slot::Other,
            "C" => Slot::Government,
            "S" => Slot::Summit(true),
            "S!" => Slot::Summit(false),
            "P" => Slot::Place,
            "T" => Slot::Time,
            _ => {
                let classes =
                    name.strip_prefix('<').and_then(|name| name.strip_suffix('>')).ok_or_else(bad)?;
                Slot::Word(class_set(classes, rule, lexicon)?)
            }
        };
        elements.push(Element { slot, gap, crosses, close, optional });
        (gap, crosses, close) = (USUAL_GAP, false, false);
    }
    Ok(Pattern(elements))
}

fn class_set(classes: &str, rule: &str, lexicon: &Lexicon) -> Result<ClassSet, PatternError> {
    classes.split('|').try_fold(ClassSet::default(), |set, name| {
        let class = lexicon.class(name);
        class
            .map(|class| set.with(class))
            .ok_or_else(|| PatternError::UnknownClass(rule.to_owned(), name.to_owned()))
    })
}

/// Reads what a rule gives: `skipped summit`, `attended meeting visit`, `left out: total`.
fn gives(words: &str, rule: &str) -> Result<Gives, PatternError> {
    use crate::model::{LeftOutReason as Out, Status};
    let mut gives = Gives {
        what: WhatToFind::Claim,
        kind: Kind::Meeting,
        form: None,
        participation: Participation::Attended,
        left_early: false,
        host: false,
        reason: None,
        weak: false,
        status: None,
    };
    for word in words.split_whitespace() {
        match word {
            "summit" => gives.kind = Kind::Summit,
            "meeting" => gives.kind = Kind::Meeting,
            "call" => (gives.kind, gives.participation) = (Kind::Call, Participation::Virtual),
            "attended" => gives.participation = Participation::Attended,
            "virtual" => gives.participation = Participation::Virtual,
            "skipped" => gives.participation = Participation::Skipped,
            "talks" => gives.form = Some(Form::Talks),
            "visit" => gives.form = Some(Form::Visit),
            "handshake" => gives.form = Some(Form::Handshake),
            "phone" => gives.form = Some(Form::Phone),
            "video" => gives.form = Some(Form::Video),
            "trilateral" => gives.form = Some(Form::Trilateral),
            "left-early" => gives.left_early = true,
            "host" => gives.host = true,
            "weak" => gives.weak = true,
            "planned" => gives.status = Some(Status::Planned),
            "cancelled" => gives.status = Some(Status::Cancelled),
            "denied" => gives.status = Some(Status::Denied),
            "speculated" => gives.status = Some(Status::Speculated),
            "alleged" => gives.status = Some(Status::Alleged),
            "declined" => gives.reason = Some(ReasonKind::Declined),
            "withdrew" => gives.reason = Some(ReasonKind::Withdrew),
            "prevented" => gives.reason = Some(ReasonKind::Prevented),
            "not-invited" => gives.reason = Some(ReasonKind::NotInvited),
            "delegate" => gives.what = WhatToFind::Delegate,
            "leaving" => gives.what = WhatToFind::LeftEarly,
            "total" => gives.what = WhatToFind::Nothing(Out::Total),
            "message" => gives.what = WhatToFind::Nothing(Out::Message),
            "invitation" => gives.what = WhatToFind::Nothing(Out::Invitation),
            "minister" => gives.what = WhatToFind::Nothing(Out::Minister),
            other => return Err(PatternError::UnknownMeaning(rule.to_owned(), other.to_owned())),
        }
    }
    Ok(gives)
}
