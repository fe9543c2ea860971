//! The facets by which events can be filtered: a table of names, and of what each reads off an event.

use super::hole::Hole;
use crate::{model::Event, timeline::Lane, wire::words};

/// The widest range of days, in years, whose years are all named; a wider one tells no year.
const MOST_YEARS: i32 = 3;
/// The key of what has no year, country or series.
pub const NONE: &str = "-";

/// One way of telling events apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// Attended, by video, skipped, meetings, calls.
    Kind,
    /// `G20`, `BRICS`, …
    Series,
    /// The years in which its days lie.
    Year,
    /// The other leaders.
    Counterpart,
    /// The counterparts' countries; for a summit, the host's.
    Country,
    /// Summit, forum, visit, phone call, …
    Form,
    /// What became of it.
    Status,
    /// What a person decided.
    Review,
    /// How far it can be believed, in bands.
    Confidence,
    /// What is missing or contradictory.
    Hole,
    /// The languages of its articles.
    Language,
    /// Its articles, by path.
    Article,
}

/// How the values of a facet are put in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueOrder {
    /// As they stand in this list.
    Listed(&'static [&'static str]),
    /// By name, as years are.
    Named,
    /// The most frequent first.
    Counted,
}

/// The bands of confidence: the least of each, in whole points.
const BANDS: [(i32, &str); 4] = [(85, "85"), (70, "70"), (50, "50"), (i32::MIN, "0")];
const KINDS: [&str; Lane::ALL.len()] = ["attended", "virtual", "skipped", "meetings", "calls"];

impl Facet {
    /// All of them, in the order of the panel.
    pub const ALL: [Self; 12] = [
        Self::Kind,
        Self::Series,
        Self::Year,
        Self::Counterpart,
        Self::Country,
        Self::Form,
        Self::Status,
        Self::Review,
        Self::Confidence,
        Self::Hole,
        Self::Language,
        Self::Article,
    ];

    /// Its name on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kind => "Kind",
            Self::Form => "Form",
            Self::Series => "Series",
            Self::Counterpart => "Counterpart",
            Self::Country => "Country",
            Self::Year => "Year",
            Self::Status => "Status",
            Self::Confidence => "Confidence",
            Self::Review => "Review",
            Self::Hole => "Holes",
            Self::Language => "Language",
            Self::Article => "Article",
        }
    }

    /// Its word in a project file.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Form => "form",
            Self::Series => "series",
            Self::Counterpart => "counterpart",
            Self::Country => "country",
            Self::Year => "year",
            Self::Status => "status",
            Self::Confidence => "confidence",
            Self::Review => "review",
            Self::Hole => "hole",
            Self::Language => "language",
            Self::Article => "article",
        }
    }

    /// The facet of this word, or `None` if a newer version knows more.
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.key() == key)
    }

    /// How its values are put in order.
    pub const fn order(self) -> ValueOrder {
        match self {
            Self::Kind => ValueOrder::Listed(&KINDS),
            Self::Form => ValueOrder::Listed(words::form::ALL),
            Self::Status => ValueOrder::Listed(words::status::ALL),
            Self::Confidence => ValueOrder::Listed(&["85", "70", "50", "0"]),
            Self::Review => ValueOrder::Listed(words::review::ALL),
            Self::Hole => ValueOrder::Listed(&Hole::KEYS),
            Self::Year => ValueOrder::Named,
            Self::Series | Self::Counterpart | Self::Country | Self::Language | Self::Article => {
                ValueOrder::Counted
            }
        }
    }

    /// Tells `hear` each value of `event`; one can come twice.
    pub fn values(self, event: &Event, hear: &mut dyn FnMut(&str)) {
        match self {
            Self::Kind => hear(Lane::of(event).key()),
            Self::Form => hear(words::form::word(event.form)),
            Self::Series => hear(event.series.as_deref().unwrap_or(NONE)),
            Self::Counterpart => each(&event.counterparts, hear),
            Self::Country => each(&event.countries, hear),
            Self::Year => years(event, hear),
            Self::Status => hear(words::status::word(event.status)),
            Self::Confidence => hear(band(event.confidence)),
            Self::Review => hear(words::review::word(event.review)),
            Self::Hole => Hole::of(event).for_each(|hole| hear(hole.key())),
            Self::Language => event.evidence.iter().for_each(|evidence| hear(&evidence.language)),
            Self::Article => event.evidence.iter().for_each(|evidence| hear(&evidence.file)),
        }
    }

    /// Whether one of the event's values is among `chosen`.
    pub fn is_among(self, event: &Event, chosen: &dyn Fn(&str) -> bool) -> bool {
        let mut found = false;
        self.values(event, &mut |value| found = found || chosen(value));
        found
    }
}

fn each(values: &[String], hear: &mut dyn FnMut(&str)) {
    if values.is_empty() {
        hear(NONE);
    }
    for value in values {
        hear(value);
    }
}

/// The years in which the days lie; a range that is open or wide tells none.
fn years(event: &Event, hear: &mut dyn FnMut(&str)) {
    match years_of(event) {
        Some((first, last)) => (first..=last).for_each(|year| hear(&format!("{year:04}"))),
        None => hear(NONE),
    }
}

/// The first and the last year in which an event can have been, if that is known well enough to name them.
pub fn years_of(event: &Event) -> Option<(i32, i32)> {
    let (first, last) = (event.days.start()?.year(), event.days.end()?.year());
    (last - first < MOST_YEARS).then_some((first, last))
}

fn band(confidence: i32) -> &'static str {
    BANDS.iter().find(|(least, _)| confidence >= *least).map_or("0", |(_, key)| key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::made;

    fn values(facet: Facet, event: &Event) -> Vec<String> {
        let mut values = Vec::new();
        facet.values(event, &mut |value| values.push(value.to_owned()));
        values
    }

    #[test]
    fn every_facet_has_a_word_of_its_own() {
        for (number, facet) in Facet::ALL.into_iter().enumerate() {
            assert_eq!(Facet::parse(facet.key()), Some(facet));
            assert_eq!(facet as usize, number, "columns are found by number");
        }
        assert_eq!(Facet::parse("colour"), None);
    }

    #[test]
    fn the_kinds_are_the_lanes() {
        assert_eq!(Lane::ALL.map(Lane::key), KINDS);
    }

    #[test]
    fn a_range_over_new_year_stands_in_both_years_and_a_wide_one_in_none() {
        let mut event = made::summit("G20/2022", "2022-12-20", "2023-01-05");
        assert_eq!(values(Facet::Year, &event), ["2022", "2023"]);
        event.days = made::days("2010-01-01", "2022-12-31");
        assert_eq!(values(Facet::Year, &event), [NONE]);
    }

    #[test]
    fn bands_of_confidence_begin_where_they_say() {
        for (points, key) in [(100, "85"), (85, "85"), (84, "70"), (50, "50"), (49, "0"), (-3, "0")] {
            assert_eq!(band(points), key, "{points}");
        }
    }

    #[test]
    fn what_has_no_series_can_still_be_chosen() {
        let event = made::meeting("Xi Jinping", "2022-09-15", "2022-09-15");
        assert_eq!(values(Facet::Series, &event), [NONE]);
        assert_eq!(values(Facet::Counterpart, &event), ["Xi Jinping"]);
        assert!(Facet::Counterpart.is_among(&event, &|value| value == "Xi Jinping"), "it is he");
    }
}
