//! Search over events and the full text of articles: folded once, then scanned at every letter.
//!
//! Folding a folder's text takes longer than a frame may, so it is done bit by bit; what was folded is kept.

mod fold;
mod hits;
mod query;
mod snippet;

use std::{collections::BTreeMap, ops::Range, sync::Arc};

use self::{fold::folded, query::Query};
use super::analyse::Reading;
use crate::{model::Event, world::World};

pub use hits::{Hit, Passage};
pub use snippet::Snippet;

/// How much is folded at a time, in bytes: some ten milliseconds' worth.
const MOST_BYTES: usize = 4_000_000;
/// Most places that are listed of one article.
const MOST_PLACES: usize = 5;
/// Most places that are listed of all articles; those beyond are counted.
const MOST_LISTED: usize = 2_000;
/// Parts the fields of an event, so that no phrase runs from one into the next.
const FIELD: char = '\u{1}';

/// What is sought, and what was found.
#[derive(Clone, Debug, Default)]
pub struct Search {
    text: String,
    query: Option<Query>,
    /// The folded events, as far as they are folded.
    events: Vec<String>,
    /// The articles by path; the first of them are folded.
    articles: Vec<Folded>,
    n_folded: usize,
    /// How many of each were looked through.
    seen: (usize, usize),
    found: Found,
    at: Option<usize>,
    /// Events or articles have changed since they were listed.
    stale: bool,
}

/// An article, and its text once it is folded.
#[derive(Clone, Debug)]
struct Folded {
    reading: Arc<Reading>,
    text: String,
}

/// What was found.
#[derive(Clone, Debug, Default)]
struct Found {
    /// Numbers of events.
    events: Vec<usize>,
    /// Numbers of articles.
    articles: Vec<usize>,
    /// Places in articles: the article's number, and bytes of its folded text.
    places: Vec<(usize, Range<usize>)>,
}

impl Search {
    /// What is sought.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether something is sought.
    pub fn is_on(&self) -> bool {
        self.query.is_some()
    }

    /// How many events and how many articles were found.
    pub fn n_found(&self) -> (usize, usize) {
        (self.found.events.len(), self.found.articles.len())
    }

    /// How many hits are listed.
    pub fn n_hits(&self) -> usize {
        self.found.events.len() + self.found.places.len()
    }

    /// Which hit was gone to last, from 0.
    pub fn at(&self) -> Option<usize> {
        self.at
    }

    /// Whether there is something left to look through.
    pub fn is_unfinished(&self) -> bool {
        self.is_on() && (self.stale || self.n_folded < self.articles.len())
    }

    pub(super) fn set_at(&mut self, at: Option<usize>) {
        self.at = at;
    }

    /// The events are others than before.
    pub(super) fn forget_events(&mut self) {
        self.events.clear();
        self.stale = true;
    }

    /// Articles came or went.
    pub(super) fn expect_articles(&mut self) {
        self.stale = true;
    }

    /// Seeks `text`: among what was found before, where it can only be there.
    pub(super) fn ask(&mut self, text: String) {
        let query = Query::new(&text);
        let narrows = match (&query, &self.query) {
            (Some(new), Some(old)) => !self.is_unfinished() && new.refines(old),
            _ => false,
        };
        self.text = text;
        self.query = query;
        self.at = None;
        if narrows {
            self.narrow();
        } else {
            self.start_over();
        }
    }

    /// Folds and looks through as much as a frame has time for.
    pub(super) fn go_on(
        &mut self,
        events: &[Event],
        readings: &BTreeMap<String, Arc<Reading>>,
        world: &World,
    ) {
        if !self.is_on() {
            return;
        }
        if self.stale || self.events.len() != events.len() {
            self.list(events, readings, world);
        }
        let mut room = MOST_BYTES;
        for article in self.articles.iter_mut().skip(self.n_folded) {
            article.text = folded(&article.reading.article.text);
            self.n_folded += 1;
            room = room.saturating_sub(article.text.len());
            if room == 0 {
                break;
            }
        }
        self.look();
    }

    /// Lists what there is to look through, keeping what is folded already.
    fn list(&mut self, events: &[Event], readings: &BTreeMap<String, Arc<Reading>>, world: &World) {
        self.events.truncate(events.len());
        let rest = events.iter().skip(self.events.len());
        self.events.extend(rest.map(|event| haystack(event, world)));
        let mut known: BTreeMap<String, Folded> = std::mem::take(&mut self.articles)
            .into_iter()
            .take(self.n_folded)
            .map(|article| (article.reading.article.file.clone(), article))
            .collect();
        let of_reading = |(file, reading): (&String, &Arc<Reading>)| {
            let kept = known.remove(file).filter(|kept| Arc::ptr_eq(&kept.reading, reading));
            kept.unwrap_or_else(|| Folded { reading: Arc::clone(reading), text: String::new() })
        };
        self.articles = readings.iter().map(of_reading).collect();
        let is_folded =
            |article: &Folded| !article.text.is_empty() || article.reading.article.text.is_empty();
        self.n_folded = self.articles.iter().take_while(|article| is_folded(article)).count();
        self.stale = false;
        self.start_over();
    }

    fn start_over(&mut self) {
        self.found = Found::default();
        self.seen = (0, 0);
    }

    /// Looks through what is folded and was not looked through yet.
    fn look(&mut self) {
        let Some(query) = &self.query else { return };
        for (number, text) in self.events.iter().enumerate().skip(self.seen.0) {
            if query.is_in(text) {
                self.found.events.push(number);
            }
        }
        for (number, article) in self.articles.iter().enumerate().take(self.n_folded).skip(self.seen.1) {
            if query.is_in(&article.text) {
                self.found.articles.push(number);
                self.found.list_places(query, number, &article.text);
            }
        }
        self.seen = (self.events.len(), self.n_folded);
    }

    /// Looks again through what was found.
    fn narrow(&mut self) {
        let Some(query) = &self.query else { return };
        let Found { mut events, mut articles, .. } = std::mem::take(&mut self.found);
        let text_of = |number: usize| self.articles.get(number).map_or("", |article| article.text.as_str());
        events.retain(|number| self.events.get(*number).is_some_and(|text| query.is_in(text)));
        articles.retain(|number| query.is_in(text_of(*number)));
        for number in &articles {
            self.found.list_places(query, *number, text_of(*number));
        }
        (self.found.events, self.found.articles) = (events, articles);
    }
}

impl Found {
    fn list_places(&mut self, query: &Query, number: usize, text: &str) {
        let room = MOST_LISTED.saturating_sub(self.places.len()).min(MOST_PLACES);
        if room > 0 {
            self.places.extend(query.places(text, room).into_iter().map(|place| (number, place)));
        }
    }
}

/// All that can be sought of an event: its name, who, where, which series, and its quotes.
fn haystack(event: &Event, world: &World) -> String {
    let codes = event.countries.iter().chain(&event.place.country);
    let countries =
        codes.filter_map(|code| world.countries().by_code(code)).map(|country| country.name.as_str());
    let mut fields: Vec<&str> = vec![&event.name];
    fields.extend(event.counterparts.iter().map(String::as_str));
    fields.extend(event.place.city.as_deref());
    fields.extend(countries);
    fields.extend(event.series.as_deref());
    fields.extend(event.evidence.iter().map(|evidence| evidence.quote.as_str()));
    folded(&fields.join(&FIELD.to_string()))
}
