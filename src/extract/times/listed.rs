//! Dates of a list that stands under a year: `2022`, and below it `Nov. 23, Armenia`, `Dec. 19, Belarus`.

use super::mentioned_in;
use crate::model::{Article, TimeMention, Timex};

/// How long a line over a list can be: a year with its mark or a word.
const HEADING_CHARS: usize = 12;
/// A line begins with what ends within so many bytes of it: a bullet may stand before.
const LEAD_BYTES: usize = 6;

/// Gives the dates of a list the year that stands over it alone. The list is the lines right below that begin with
/// a day or month of no year; the first other line ends it.
///
/// Takes the mentions of a whole article in order.
pub fn under_years(article: &Article, mentions: &mut [TimeMention]) {
    let mut over: Option<i32> = None;
    for block in &article.blocks {
        let Some(own) = mentions.get_mut(mentioned_in(mentions, block.span)) else { continue };
        if let [TimeMention { timex: Timex::Date { year: Some(year), month: None, .. }, .. }] = &*own
            && block.span.of(&article.text).trim().chars().count() <= HEADING_CHARS
        {
            over = Some(*year);
            continue;
        }
        let leads = own.first().is_some_and(|mention| {
            mention.span.start() <= block.span.start() + LEAD_BYTES && in_year(&mention.timex, 0).is_some()
        });
        match over.filter(|_| leads) {
            Some(year) => {
                for mention in own {
                    if let Some(timex) = in_year(&mention.timex, year) {
                        mention.timex = timex;
                    }
                }
            }
            None if block.span.of(&article.text).trim().is_empty() => {}
            None => over = None,
        }
    }
}

/// A date without a year, in that year.
fn in_year(timex: &Timex, year: i32) -> Option<Timex> {
    match timex {
        Timex::Date { year: None, month: month @ Some(_), day, part } => {
            Some(Timex::Date { year: Some(year), month: *month, day: *day, part: *part })
        }
        Timex::Range(first, last) => {
            let last = in_year(last, year).unwrap_or_else(|| (**last).clone());
            Some(Timex::Range(Box::new(in_year(first, year)?), Box::new(last)))
        }
        _ => None,
    }
}
