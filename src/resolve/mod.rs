//! Claims to events: editions linked, publication windows, dates solved, merged, conflicts, confidence.

use crate::{
    model::{ArticleFacts, Claim, DayRange, Event, Tense, Timex, Window},
    world::World,
};

/// Whole points of confidence below which an event is held for review and not drawn as fact.
pub const THRESHOLD: i32 = 50;

/// Merges the claims of one subject into events, sorted by start (undated last), then id.
pub fn events(_articles: &[ArticleFacts], _claims: &[Claim], _subject: &str, _world: &World) -> Vec<Event> {
    Vec::new()
}

/// The days on which an article can have been written, from its own words alone.
pub fn window(_facts: &ArticleFacts, _world: &World) -> Window {
    Window { days: DayRange::ANY, steps: Vec::new() }
}

/// The days that a time expression means, written on some day of `window`; `None` for durations and ages.
pub fn days(_timex: &Timex, _tense: Tense, _window: DayRange, _world: &World) -> Option<DayRange> {
    None
}
