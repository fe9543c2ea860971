//! What a chart rests on, in sentences that cannot be switched off.

use std::collections::BTreeSet;

use super::dates;
use crate::model::{DayRange, Event, Review};

/// What stood behind a chart: articles, decisions, versions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// How many articles were read.
    pub n_articles: usize,
    /// How many of them do not say when they were written.
    pub n_undated: usize,
    /// How many files could not be read.
    pub n_unread: usize,
    /// When each article can have been written: a day where it says so, else its publication window.
    pub written: Vec<DayRange>,
    /// How many of the events that are drawn a person confirmed or edited.
    pub n_confirmed: usize,
    /// How many of them nobody has looked at.
    pub n_unreviewed: usize,
    /// How many events are below the threshold and wait for review.
    pub n_held: usize,
    /// How many events are left out by rejection, filters or the chosen dates.
    pub n_hidden: usize,
    /// Ids of the editions that were held on screens for everybody.
    pub on_screens: BTreeSet<String>,
    /// What else a reader must know, as sentences with their full stops.
    pub notes: Vec<String>,
    /// Name and version of the program, e.g. `Summitline 0.1.0`.
    pub program: String,
    /// Version of its data.
    pub data: String,
    /// A fingerprint of the folder and the ledger.
    pub fingerprint: String,
}

/// Whether an event is drawn as a matter of course: found with confidence or confirmed, and not rejected.
pub fn is_drawn(event: &Event) -> bool {
    let confirmed = matches!(event.review, Review::Confirmed | Review::Edited);
    event.review != Review::Rejected && (confirmed || !event.held)
}

impl Coverage {
    /// The same with its events counted anew; `shown` says which of them are drawn.
    #[must_use]
    pub fn with_events(mut self, events: &[Event], shown: &dyn Fn(&Event) -> bool) -> Self {
        (self.n_confirmed, self.n_unreviewed, self.n_held, self.n_hidden) = (0, 0, 0, 0);
        for event in events {
            let count = match (shown(event), event.review) {
                (true, Review::Confirmed | Review::Edited) => &mut self.n_confirmed,
                (true, Review::Unreviewed | Review::Rejected) => &mut self.n_unreviewed,
                (false, Review::Unreviewed) if event.held => &mut self.n_held,
                (false, _) => &mut self.n_hidden,
            };
            *count += 1;
        }
        self
    }

    /// The days in which the articles can have been written, or `None` if that is known of none.
    pub fn written_days(&self) -> Option<DayRange> {
        self.written.iter().copied().filter(|days| days.is_bounded()).reduce(DayRange::hull)
    }

    /// The line that stands under every chart, a sentence an entry.
    pub fn sentences(&self) -> Vec<String> {
        let mut articles = format!("Drawn from {}", counted(self.n_articles, "article", "articles"));
        if let Some(days) = self.written_days() {
            articles += " written ";
            articles += &spoken(days);
        }
        let unread = counted(self.n_unread, "file", "files");
        let articles = format!("{articles} ({} without a stated date), {unread} not read.", self.n_undated);
        let events = format!(
            "Events: {} confirmed, {} unreviewed, {} held back, {} hidden.",
            self.n_confirmed, self.n_unreviewed, self.n_held, self.n_hidden
        );
        let versions: Vec<String> = [
            self.program.clone(),
            prefixed("data ", &self.data),
            prefixed("fingerprint ", &self.fingerprint),
        ]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
        let silence = "No mark does not mean that nothing happened: only that no article here says so.";
        let mut sentences = vec![silence.to_owned(), articles, events];
        sentences.extend(self.notes.iter().cloned());
        if !versions.is_empty() {
            sentences.push(format!("{}.", versions.join(", ")));
        }
        sentences
    }
}

fn prefixed(prefix: &str, text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{prefix}{text}") }
}

fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

fn spoken(days: DayRange) -> String {
    let first = dates::long_day(days.first());
    if days.n_days() == 1 {
        format!("on {first}")
    } else {
        format!("between {first} and {}", dates::long_day(days.last()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Day;

    #[test]
    fn silence_is_never_absence() {
        let sentences = Coverage::default().sentences();
        assert!(
            sentences.iter().any(|sentence| sentence.starts_with("No mark does not mean")),
            "{sentences:?}"
        );
    }

    #[test]
    fn articles_are_counted_with_their_dates() {
        let day = |iso| DayRange::day(Day::parse(iso).unwrap());
        let coverage = Coverage {
            n_articles: 5,
            n_undated: 3,
            n_unread: 1,
            written: vec![day("2023-07-20"), day("2022-11-16"), DayRange::ANY],
            ..Coverage::default()
        };
        let sentences = coverage.sentences().join(" ");
        let expected = "Drawn from 5 articles written between 16 November 2022 and 20 July 2023 \
                        (3 without a stated date), 1 file not read.";
        assert!(sentences.contains(expected), "{sentences}");
    }
}
