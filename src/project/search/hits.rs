//! One hit after the other: what it is, the words around it, and where it leads.

use std::ops::Range;

use super::{
    Search, Snippet,
    fold::{folded, unfolded},
};
use crate::{
    model::{Article, Event},
    project::{State, analyse},
};

/// How much of a quote is shown where what was sought is not in it.
const QUOTE_CHARS: usize = 160;

/// A place in an article that is shown apart from any event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The article's path.
    pub file: String,
    /// The first character, in the repaired text.
    pub start: usize,
    /// The character after the last.
    pub end: usize,
}

/// A hit, ready to be shown.
#[derive(Clone, Debug)]
pub enum Hit<'a> {
    /// An event, its name, and the first of its quotes that has what was sought, else the best.
    Event {
        /// The event.
        event: &'a Event,
        /// Its name, marked.
        name: Snippet,
        /// The words of the quote.
        quote: Snippet,
    },
    /// A place in an article.
    Article {
        /// The article.
        article: &'a Article,
        /// The words around the place.
        words: Snippet,
    },
}

impl State {
    /// The hit of this number, from 0, events first.
    pub fn hit(&self, number: usize) -> Option<Hit<'_>> {
        let query = self.search.query.as_ref()?;
        if let Some(event) = self.search.found.events.get(number) {
            let event = self.events().get(*event)?;
            let name = Snippet::whole(&event.name, query);
            let mut quotes = event.evidence.iter().map(|evidence| evidence.quote.as_str());
            let quote = quotes
                .find_map(|quote| {
                    let place = query.places(&folded(quote), 1).into_iter().next()?;
                    let place = unfolded(quote, &[place]).into_iter().next()?;
                    Some(Snippet::around(quote, &place, query))
                })
                .unwrap_or_else(|| best_quote(event));
            return Some(Hit::Event { event, name, quote });
        }
        let (article, place) = self.search.place(number)?;
        Some(Hit::Article { article, words: Snippet::around(&article.text, &place, query) })
    }

    /// Folds and looks through as much as a frame has time for.
    pub(in crate::project) fn search_on(&mut self) {
        self.search.go_on(&self.events, &self.readings, analyse::world());
    }

    /// Goes to a hit: selects its event, or shows its article there.
    pub(in crate::project) fn go_to_hit(&mut self, number: usize) {
        if let Some(event) = self.search.found.events.get(number) {
            let id = self.events().get(*event).map(|event| event.id.clone());
            self.select(id);
        } else if let Some(passage) = self.search.passage(number) {
            self.passage = Some(passage);
        } else {
            return;
        }
        self.search.set_at(Some(number));
    }

    /// Goes to the next or the previous hit, around at the ends.
    pub(in crate::project) fn step_hit(&mut self, forward: bool) {
        let Some(last) = self.search.n_hits().checked_sub(1) else { return };
        let next = match (self.search.at(), forward) {
            (None, true) => 0,
            (None | Some(0), false) => last,
            (Some(at), false) => at - 1,
            (Some(at), true) if at >= last => 0,
            (Some(at), true) => at + 1,
        };
        self.go_to_hit(next);
    }
}

/// The beginning of the event's best quote, with nothing marked.
fn best_quote(event: &Event) -> Snippet {
    let quote = event.evidence.first().map_or("", |evidence| evidence.quote.as_str());
    let text: String = quote.chars().take(QUOTE_CHARS).collect();
    Snippet { text, marks: Vec::new() }
}

impl Search {
    /// The article and the bytes of its text where a hit stands.
    fn place(&self, number: usize) -> Option<(&Article, Range<usize>)> {
        let number = number.checked_sub(self.found.events.len())?;
        let (article, place) = self.found.places.get(number)?;
        let article = &self.articles.get(*article)?.reading.article;
        let place = unfolded(&article.text, std::slice::from_ref(place)).into_iter().next()?;
        Some((article, place))
    }

    fn passage(&self, number: usize) -> Option<Passage> {
        let (article, place) = self.place(number)?;
        let n_chars = |to: usize| article.text.get(..to).map_or(0, |before| before.chars().count());
        let (start, end) = (n_chars(place.start), n_chars(place.end));
        Some(Passage { file: article.file.clone(), start, end })
    }
}
