//! What is counted from a day that the text told before: `the next day`, `eight years later`, `within two weeks`.
//!
//! Only a time that is as fine as what is counted from it is an anchor, and only the last one: where something
//! coarser was told in between, or nothing near, the expression says nothing.

use crate::model::{Anchor, Tense, TimeMention, Timex, Told, Unit};

/// So many sentences back a day may stand that another is counted from.
const REACH: usize = 3;
/// Chains of days counted from each other end here.
const LONGEST_CHAIN: usize = 6;

/// The times that later ones may be counted from, as far as a text was read.
#[derive(Clone, Debug, Default)]
pub struct Leaning {
    /// The last one of any grain, and the sentence that it stands in.
    last: Option<(usize, Told)>,
    /// The last one of a known year.
    year: Option<Told>,
}

impl Leaning {
    /// Takes the times of the next sentence, in order, each with whether it is told only in passing, and gives those
    /// that lean on the text what they lean on.
    pub fn sentence(&mut self, index: usize, quote: &str, times: &mut [TimeMention], in_passing: &[bool]) {
        for (at, mention) in times.iter_mut().enumerate() {
            if let Some(anchor) = self.anchor(index, &mention.timex) {
                lean(&mut mention.timex, anchor);
            }
            if in_passing.get(at) != Some(&true) {
                self.note(index, quote, mention);
            }
        }
    }

    /// The time that an expression is counted from, if it is counted from the text's.
    fn anchor(&self, index: usize, timex: &Timex) -> Option<&Told> {
        let (Timex::Offset { unit, anchor: Anchor::Text, .. }
        | Timex::Within { unit, anchor: Anchor::Text, .. }) = timex
        else {
            return None;
        };
        // What must come within some time is told with the day from which it must.
        let reach = if matches!(timex, Timex::Within { amount: 1.., .. }) { 1 } else { REACH };
        let near = || {
            let (told_in, told) = self.last.as_ref()?;
            (index <= told_in + reach && grain(&told.timex)? <= *unit).then_some(told)
        };
        near().or_else(|| self.year.as_ref().filter(|_| *unit == Unit::Year))
    }

    fn note(&mut self, index: usize, quote: &str, mention: &TimeMention) {
        let Some(grain) = grain(&mention.timex) else { return };
        if links(&mention.timex) >= LONGEST_CHAIN {
            return;
        }
        let told = Told { timex: mention.timex.clone(), tense: mention.tense, quote: quote.to_owned() };
        if matches!(mention.timex, Timex::Date { year: Some(_), .. }) || grain == Unit::Year {
            self.year = Some(told.clone());
        }
        self.last = Some((index, told));
    }
}

fn lean(timex: &mut Timex, told: &Told) {
    if let Timex::Offset { anchor, .. } | Timex::Within { anchor, .. } = timex {
        let mut told = told.clone();
        if told.tense == Tense::Unknown {
            // What is told without a tense, and something counted from it, was.
            told.tense = Tense::Past;
        }
        *anchor = Anchor::Told(Box::new(told));
    }
}

/// How fine a time is that can be an anchor; `None` for lengths and stretches, which are none.
fn grain(timex: &Timex) -> Option<Unit> {
    match timex {
        Timex::Date { day: Some(_), .. } | Timex::Weekday { .. } => Some(Unit::Day),
        Timex::Date { month: Some(_), .. } | Timex::NamedMonth { .. } => Some(Unit::Month),
        Timex::Date { .. } => Some(Unit::Year),
        Timex::Range(first, last) => Some(grain(first)?.max(grain(last)?)),
        Timex::Relative { unit, .. } => Some(*unit),
        Timex::Offset { anchor: Anchor::Told(told), unit, .. } => Some(grain(&told.timex)?.max(*unit)),
        // What is counted from a day that is not known leaves open what follows it.
        Timex::Offset { anchor: Anchor::Text, .. } => Some(Unit::Year),
        Timex::Offset { unit, .. } => Some(*unit),
        Timex::Within { .. }
        | Timex::Past { .. }
        | Timex::Coming { .. }
        | Timex::Since(_)
        | Timex::Moment(_)
        | Timex::Duration { .. } => None,
    }
}

/// From how many others, one after the other, a time is counted.
fn links(timex: &Timex) -> usize {
    match timex {
        Timex::Offset { anchor: Anchor::Told(told), .. } => 1 + links(&told.timex),
        _ => 0,
    }
}

#[cfg(test)]
#[expect(clippy::indexing_slicing, reason = "a test that indexes wrongly fails")]
mod tests {
    use super::*;
    use crate::{
        extract::times::times,
        model::{Span, tag},
    };

    /// The tags of all times of these sentences.
    fn told(sentences: &[&str]) -> Vec<String> {
        let mut leaning = Leaning::default();
        let mut tags = Vec::new();
        for (index, sentence) in sentences.iter().enumerate() {
            let mut found = times(sentence, Span::new(0, sentence.len()), "en");
            leaning.sentence(index, sentence, &mut found, &[]);
            tags.extend(found.iter().map(|mention| tag(&mention.timex)));
        }
        tags
    }

    #[test]
    fn a_day_is_counted_from_the_day_before_it_and_a_year_from_the_year() {
        let tags = told(&["On May 9 he came.", "The next day he left.", "Two days later he was back."]);
        assert_eq!(tags[1], "+1day@(XXXX-05-09)", "from the day told");
        assert_eq!(tags[2], "+2day@(+1day@(XXXX-05-09))", "and on from there");
        let tags = told(&[
            "He left early in 2014.",
            "He was angry.",
            "So they say.",
            "It was so.",
            "Eight years later he stayed.",
        ]);
        assert_eq!(tags[1], "+8year@(2014)", "years are counted over many sentences");
    }

    #[test]
    fn what_has_no_anchor_stays_open() {
        assert_eq!(told(&["The next day he left."]), ["+1day@text"], "nothing was told");
        let tags = told(&["On May 9 he came.", "It was like 2014.", "The next day he left."]);
        assert_eq!(tags[2], "+1day@text", "a year is no day, and stands between");
        let tags = told(&["On May 9 he came.", "One.", "Two.", "Three.", "The next day he left."]);
        assert_eq!(tags[1], "+1day@text", "the day is too far back");
    }
}
