//! Time expressions in running text, as unresolved trees.
//!
//! The words come from the language pack's `times.toml`; what an expression means on the day it was written is
//! left to `resolve`. Three passes over the sentence's words: calendar dates, then what is counted from the
//! present, then what is put together from both.

mod build;
mod find;
mod leaning;
mod listed;
mod tokens;

pub(super) use leaning::Leaning;
pub use listed::under_years;

use std::ops::Range;

use crate::{
    model::{Span, Tense, TimeMention, Timex},
    world::packs::times::{Grammar, pack},
};

/// Finds the time expressions of one sentence, in order; spans point into `text`.
///
/// The tense is left unknown: it is the clause's, not the expression's.
pub fn times(text: &str, sentence: Span, language: &str) -> Vec<TimeMention> {
    pack(language).map(|pack| mentions(text, sentence, &pack.plain)).unwrap_or_default()
}

/// The same for machine-spun text, whose synonyms nobody would choose: read so only where the document is known
/// to be of that kind.
pub fn times_spun(text: &str, sentence: Span, language: &str) -> Vec<TimeMention> {
    pack(language).map(|pack| mentions(text, sentence, &pack.spun)).unwrap_or_default()
}

/// Which of an article's mentions, in order, begin in a stretch of its text.
pub fn mentioned_in(mentions: &[TimeMention], stretch: Span) -> Range<usize> {
    let before = |at: usize| mentions.partition_point(|mention| mention.span.start() < at);
    before(stretch.start())..before(stretch.end())
}

/// A range as its two ends and a `since` as its start, each with its own words; any other expression as it is.
pub fn apart(text: &str, mention: &TimeMention, language: &str) -> Vec<TimeMention> {
    if !matches!(mention.timex, Timex::Range(..) | Timex::Since(_)) {
        return vec![mention.clone()];
    }
    let grammars = pack(language).map(|pack| [&pack.plain, &pack.spun]);
    let ends = grammars.iter().flatten().find_map(|grammar| {
        find::times(text, mention.span, grammar)
            .into_iter()
            .find(|found| found.timex == mention.timex && !found.ends.is_empty())
    });
    ends.map_or_else(
        || vec![mention.clone()],
        |found| {
            let end = |(span, timex)| TimeMention { span, timex, tense: mention.tense };
            found.ends.into_iter().map(end).collect()
        },
    )
}

fn mentions(text: &str, sentence: Span, grammar: &Grammar) -> Vec<TimeMention> {
    let mention =
        |found: find::Found| TimeMention { span: found.span, timex: found.timex, tense: Tense::Unknown };
    find::times(text, sentence, grammar).into_iter().map(mention).collect()
}

#[cfg(test)]
#[expect(clippy::indexing_slicing, reason = "a test that indexes wrongly fails")]
mod tests {
    use super::*;
    use crate::{model::tag, world::packs::times};

    fn tags(text: &str, language: &str, spun: bool) -> Vec<String> {
        let whole = Span::new(0, text.len());
        let found = if spun { times_spun(text, whole, language) } else { times(text, whole, language) };
        found.iter().map(|mention| tag(&mention.timex)).collect()
    }

    #[test]
    fn every_pack_keeps_its_own_promises() {
        let mut broken = Vec::new();
        for language in times::languages() {
            assert_eq!(times::fault(language), None, "{language} loads");
            let pack = pack(language).unwrap();
            assert!(pack.examples.len() >= 12, "{language} shows what it can");
            for example in &pack.examples {
                let found = tags(&example.text, language, example.spun);
                if found != example.gives {
                    broken.push(format!("{language}: {}\n  {found:?}\n  {:?}", example.text, example.gives));
                }
            }
        }
        assert!(broken.is_empty(), "a pack does not keep its promise:\n{}", broken.join("\n"));
    }

    #[test]
    fn a_range_can_be_taken_apart() {
        let text = "They meet on September 9 and 10 in the capital";
        let found = times(text, Span::new(0, text.len()), "en");
        let ends = apart(text, &found[0], "en");
        let words: Vec<&str> = ends.iter().map(|end| end.span.of(text)).collect();
        assert_eq!(words, ["September 9", "10"], "each end has its own words");
        assert_eq!(tag(&ends[1].timex), "XXXX-09-10", "and its own date");
    }

    #[test]
    fn an_unknown_language_has_no_times() {
        assert!(times("on May 9", Span::new(0, 8), "xx").is_empty(), "nothing is guessed");
    }
}
