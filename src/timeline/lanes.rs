//! The lanes of the timeline: by kind, or by what the reader wants to compare.

use std::collections::BTreeMap;

use crate::model::{Event, Form, Kind, Participation};

/// The lanes by kind, from above.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lane {
    /// Summits that he came to.
    Attended,
    /// Summits that he joined from a distance.
    Virtual,
    /// Summits that he stayed away from.
    Skipped,
    /// Meetings in person.
    Meetings,
    /// Phone and video calls.
    Calls,
}

impl Lane {
    /// All of them, from above.
    pub const ALL: [Self; 5] = [Self::Attended, Self::Virtual, Self::Skipped, Self::Meetings, Self::Calls];

    /// The lane that an event belongs in.
    pub const fn of(event: &Event) -> Self {
        match (event.kind, event.participation) {
            (Kind::Summit, Participation::Attended) => Self::Attended,
            (Kind::Summit, Participation::Virtual) => Self::Virtual,
            (Kind::Summit, Participation::Skipped) => Self::Skipped,
            (Kind::Meeting, _) => Self::Meetings,
            (Kind::Call, _) => Self::Calls,
        }
    }

    /// Its name on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Attended => "Attended",
            Self::Virtual => "By video",
            Self::Skipped => "Skipped",
            Self::Meetings => "Meetings",
            Self::Calls => "Calls",
        }
    }

    /// What is counted in it, one and many.
    pub const fn nouns(self) -> (&'static str, &'static str) {
        match self {
            Self::Attended | Self::Virtual | Self::Skipped => ("summit", "summits"),
            Self::Meetings => ("meeting", "meetings"),
            Self::Calls => ("call", "calls"),
        }
    }

    /// A word for file formats and tests.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Attended => "attended",
            Self::Virtual => "virtual",
            Self::Skipped => "skipped",
            Self::Meetings => "meetings",
            Self::Calls => "calls",
        }
    }
}

/// What the lanes stand for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LanesBy {
    /// Attended, by video, skipped, meetings, calls; all five are there even if empty.
    #[default]
    Kind,
    /// A lane a series.
    Series,
    /// A lane a counterpart.
    Counterpart,
    /// A lane a country.
    Country,
    /// A lane an article.
    Article,
}

impl LanesBy {
    /// All of them, in the order of a menu.
    pub const ALL: [Self; 5] = [Self::Kind, Self::Series, Self::Counterpart, Self::Country, Self::Article];

    /// Its name on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kind => "Kind",
            Self::Series => "Series",
            Self::Counterpart => "Counterpart",
            Self::Country => "Country",
            Self::Article => "Article",
        }
    }

    /// A word for file formats.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Series => "series",
            Self::Counterpart => "counterpart",
            Self::Country => "country",
            Self::Article => "article",
        }
    }

    /// What is meant by a word in a file, or `None` if it is no such word.
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|by| by.key() == key)
    }
}

/// The lane of events that have no series, counterpart or country.
const NONE: &str = "None named";
/// Most lanes; the emptiest of more share the last.
const MOST_LANES: usize = 80;

/// A lane with the events that are drawn in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaneEvents {
    /// Its name.
    pub name: String,
    /// What is in it: `4 summits, 2 forums`.
    pub caption: String,
    /// Which lane it is, where lanes are by kind.
    pub lane: Option<Lane>,
    /// Indices of its events in the input, in the order of the input.
    pub events: Vec<usize>,
}

/// Puts the events that `shown` lets through into lanes, the fullest first unless by kind.
pub fn lanes(events: &[Event], by: LanesBy, shown: &dyn Fn(&Event) -> bool) -> Vec<LaneEvents> {
    let shown = events.iter().enumerate().filter(|(_, event)| shown(event));
    lanes_of(events, by, shown.map(|(index, _)| index))
}

/// Puts these events into lanes, the fullest first unless by kind; what has none comes last.
pub fn lanes_of(events: &[Event], by: LanesBy, shown: impl Iterator<Item = usize>) -> Vec<LaneEvents> {
    if by == LanesBy::Kind {
        return lanes_by_kind(events, shown);
    }
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for index in shown {
        let Some(event) = events.get(index) else { continue };
        for name in names(event, by) {
            groups.entry(name).or_default().push(index);
        }
    }
    let mut lanes: Vec<_> = groups
        .into_iter()
        .map(|(name, indices)| LaneEvents {
            name,
            caption: caption(events, &indices),
            lane: None,
            events: indices,
        })
        .collect();
    lanes.sort_by_key(|lane| (lane.name == NONE, std::cmp::Reverse(lane.events.len())));
    if lanes.len() > MOST_LANES {
        let rest = lanes.split_off(MOST_LANES - 1);
        lanes.push(gathered(events, &rest));
    }
    lanes
}

/// The lanes that find no room of their own, as one.
fn gathered(events: &[Event], rest: &[LaneEvents]) -> LaneEvents {
    let mut indices: Vec<usize> = rest.iter().flat_map(|lane| lane.events.iter().copied()).collect();
    indices.sort_unstable();
    indices.dedup();
    LaneEvents {
        name: format!("{} more", rest.len()),
        caption: caption(events, &indices),
        lane: None,
        events: indices,
    }
}

fn lanes_by_kind(events: &[Event], shown: impl Iterator<Item = usize>) -> Vec<LaneEvents> {
    let mut groups: BTreeMap<Lane, Vec<usize>> = BTreeMap::new();
    for index in shown {
        if let Some(event) = events.get(index) {
            groups.entry(Lane::of(event)).or_default().push(index);
        }
    }
    Lane::ALL
        .into_iter()
        .map(|lane| {
            let indices = groups.remove(&lane).unwrap_or_default();
            LaneEvents {
                name: lane.name().to_owned(),
                caption: caption(events, &indices),
                lane: Some(lane),
                events: indices,
            }
        })
        .collect()
}

/// The lanes that an event stands in; one with several counterparts stands in several.
fn names(event: &Event, by: LanesBy) -> Vec<String> {
    let mut names = match by {
        LanesBy::Kind => vec![Lane::of(event).name().to_owned()],
        LanesBy::Series => event.series.iter().cloned().collect(),
        LanesBy::Counterpart => event.counterparts.clone(),
        LanesBy::Country => event.countries.clone(),
        LanesBy::Article => event.evidence.iter().map(|evidence| evidence.file.clone()).collect(),
    };
    names.sort();
    names.dedup();
    if names.is_empty() {
        names.push(NONE.to_owned());
    }
    names
}

/// Counts summits, forums, ceremonies, meetings and calls apart: the former two are no summits.
fn caption(events: &[Event], indices: &[usize]) -> String {
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for event in indices.iter().filter_map(|&index| events.get(index)) {
        *counts.entry(nouns(event)).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|&((one, _), _)| NOUN_ORDER.iter().position(|noun| *noun == one));
    let parts: Vec<_> = counts
        .into_iter()
        .map(|((one, many), n)| format!("{n} {}", if n == 1 { one } else { many }))
        .collect();
    parts.join(", ")
}

const NOUN_ORDER: [&str; 5] = ["summit", "meeting", "call", "forum", "ceremony"];

/// What an event is counted as, one and many.
pub const fn nouns(event: &Event) -> (&'static str, &'static str) {
    match (event.kind, event.form) {
        (Kind::Summit, Form::Forum) => ("forum", "forums"),
        (Kind::Summit, Form::Ceremony) => ("ceremony", "ceremonies"),
        (Kind::Summit, _) => ("summit", "summits"),
        (Kind::Meeting, _) => ("meeting", "meetings"),
        (Kind::Call, _) => ("call", "calls"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::made;

    #[test]
    fn every_event_has_its_lane() {
        let days = made::days("2022-11-15", "2022-11-16");
        for (kind, participation, lane) in [
            (Kind::Summit, Participation::Attended, Lane::Attended),
            (Kind::Summit, Participation::Virtual, Lane::Virtual),
            (Kind::Summit, Participation::Skipped, Lane::Skipped),
            (Kind::Meeting, Participation::Attended, Lane::Meetings),
            (Kind::Call, Participation::Virtual, Lane::Calls),
        ] {
            assert_eq!(Lane::of(&made::event(kind, participation, days)), lane);
        }
    }

    #[test]
    fn forums_are_never_counted_as_summits() {
        let mut events = made::crowd(3);
        events.iter_mut().take(1).for_each(|event| event.form = Form::Forum);
        let lanes = lanes(&events, LanesBy::Kind, &|_| true);
        assert_eq!(lanes.len(), 5);
        assert_eq!(lanes.first().map(|lane| lane.caption.as_str()), Some("2 summits, 1 forum"));
    }

    #[test]
    fn a_meeting_of_three_stands_in_both_counterparts_lanes() {
        let mut events = made::crowd(2);
        for (event, names) in events.iter_mut().zip([&["B", "A"][..], &["B"]]) {
            event.counterparts = names.iter().map(|&name| name.to_owned()).collect();
        }
        let names: Vec<_> = lanes(&events, LanesBy::Counterpart, &|_| true)
            .into_iter()
            .map(|lane| (lane.name, lane.events))
            .collect();
        assert_eq!(names, [("B".to_owned(), vec![0, 1]), ("A".to_owned(), vec![0])]);
    }
}
