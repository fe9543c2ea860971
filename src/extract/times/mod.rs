//! Time expressions in running text, as unresolved trees.
//!
//! The words come from the language pack's `times.toml`; what an expression means on the day it was written is
//! left to `resolve`. Three passes over the sentence's words: calendar dates, then what is counted from the
//! present, then what is put together from both.

mod build;
mod find;
mod listed;
mod tokens;

pub use listed::under_years;

use crate::{
    model::{Anchor, Direction, Span, Tense, TimeMention, Timex, Unit},
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

/// Gives the offsets that lean on the text (`eight years later`) the year or day that the text named before them.
///
/// Takes the mentions of a whole article in order.
pub fn anchored(mentions: &mut [TimeMention]) {
    let mut last: Option<Timex> = None;
    for mention in mentions {
        if let Some(date) = last.as_ref().and_then(|date| leaning(&mention.timex, date)) {
            mention.timex = date;
        }
        if let Timex::Date { year: Some(_), .. } = mention.timex {
            last = Some(mention.timex.clone());
        }
    }
}

fn leaning(timex: &Timex, date: &Timex) -> Option<Timex> {
    let Timex::Offset { amount, unit, direction, anchor: Anchor::Text } = timex else { return None };
    let Timex::Date { year: Some(year), month, day, .. } = *date else { return None };
    let signed = match direction {
        Direction::After => *amount,
        Direction::Before => -*amount,
    };
    let moved = |year, month, day| Some(Timex::Date { year: Some(year), month, day, part: None });
    match unit {
        Unit::Year => moved(year + signed, None, None),
        Unit::Month => {
            let months = year * 12 + i32::try_from(month?).ok()? - 1 + signed;
            moved(months.div_euclid(12), u32::try_from(months.rem_euclid(12) + 1).ok(), None)
        }
        Unit::Day | Unit::Week => {
            let days = if *unit == Unit::Week { signed * 7 } else { signed };
            let (year, month, day) = crate::model::Day::from_ymd(year, month?, day?)?.plus(days).ymd();
            moved(year, Some(month), Some(day))
        }
        Unit::Quarter => None,
    }
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
    fn offsets_lean_on_the_date_before_them() {
        let text = "He left early in 2014. Eight years later he stayed at home.";
        let mut found = times(text, Span::new(0, text.len()), "en");
        anchored(&mut found);
        assert_eq!(tag(&found[1].timex), "2022", "counted from the year before it");
    }

    #[test]
    fn an_unknown_language_has_no_times() {
        assert!(times("on May 9", Span::new(0, 8), "xx").is_empty(), "nothing is guessed");
    }
}
