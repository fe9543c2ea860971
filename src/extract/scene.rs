//! A sentence under way: all that its claims are made from.

use std::cell::OnceCell;

use super::{actors::Cast, context::AxisWords, discourse::Discourse, items::Item, speaker::Heard};
use crate::{
    model::{Claim, Grade, LeftOutReason, Span, TimeMention, Timex},
    world::{ClassSet, Lexicon, packs::Attribution},
};

/// Classes that details of claims are told by.
#[derive(Clone, Copy, Debug)]
pub struct DetailWords {
    /// `on the sidelines of`.
    pub sidelines: ClassSet,
    /// The same where it stands behind the summit, or is its case: `G20 Zirvesi kapsamında`.
    pub sidelines_after: ClassSet,
    /// The same where it stands alone: `met on the sidelines`.
    pub sidelines_alone: ClassSet,
    /// `in`, `at`, before a place.
    pub in_place: ClassSet,
    /// `at`, before a summit.
    pub at: ClassSet,
    /// `from`, before a place that is left.
    pub from_place: ClassSet,
    /// Verbs of travelling and meeting: what follows belongs to them.
    pub verb: ClassSet,
    /// Verbs of attending: the summit after one is theirs.
    pub attends: ClassSet,
    /// Visits to a country for its own sake: `a working visit`.
    pub formal_visit: ClassSet,
    /// Nouns for attending: whose presence is spoken of is the one who is there.
    pub attendance: ClassSet,
    /// `since`, `ahead of`: a time or summit after it is not the occasion's own.
    pub other_time: ClassSet,
    /// `agreement on`, `preparations for`: what is arranged has not its times.
    pub arranged: ClassSet,
    /// Things that happen and are no meeting: what stands right behind them is their time.
    pub other_event: ClassSet,
    /// What makes an owner of the word before it.
    pub own: ClassSet,
}

impl DetailWords {
    /// Looks the classes up.
    pub fn new(lexicon: &Lexicon) -> Self {
        let class = |name| lexicon.class_or_none(name);
        Self {
            sidelines: class("sidelines"),
            sidelines_after: class("sidelines_after"),
            sidelines_alone: class("sidelines_alone"),
            in_place: class("in_place"),
            at: class("at"),
            from_place: class("from_place"),
            verb: class("travel").with(class("attend")).with(class("arrive")).with(class("call")),
            attends: class("attend").with(class("skip")),
            formal_visit: class("formal_visit"),
            attendance: class("attendance"),
            other_time: class("other_time"),
            arranged: class("arranged"),
            other_event: class("other_event"),
            own: class("possessive"),
        }
    }
}

/// A sentence under way.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The article's text.
    pub text: &'a str,
    /// The article's content hash.
    pub article: &'a str,
    /// The sentence.
    pub sentence: Span,
    /// Its index.
    pub sentence_index: usize,
    /// Its items.
    pub items: &'a [Item],
    /// The article's time expressions.
    pub times: &'a [TimeMention],
    /// Expressions that govern the passage.
    pub scope: &'a [Timex],
    /// How good a witness the block is.
    pub grade: Grade,
    /// BCP 47.
    pub language: &'a str,
    /// Read with the spun senses.
    pub spun: bool,
    /// Who is known.
    pub cast: &'a Cast<'a>,
    /// What came before.
    pub discourse: &'a Discourse,
    /// The words of the axes.
    pub axes: &'a AxisWords,
    /// The words of the details.
    pub details: &'a DetailWords,
    /// The words by which a text says who says it.
    pub attribution: &'a Attribution,
    /// What it says of who says it, made when first asked for.
    pub heard: &'a OnceCell<Heard>,
}

/// What a match gives.
#[derive(Debug, Default)]
pub struct Given {
    /// Claims; places of quotes are filled in by the caller.
    pub claims: Vec<Claim>,
    /// Why it gives none, where it was recognised.
    pub left_out: Option<LeftOutReason>,
}
