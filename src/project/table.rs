//! The table of events: its columns, and the order of its rows by any of them.

use std::cmp::Ordering;

use crate::{
    model::{Day, Event, Form, Review, Status},
    timeline::{Lane, names},
    world::fold,
};

/// A column of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// The days.
    #[default]
    Date,
    /// Attended, by video, skipped, meeting, call.
    Kind,
    /// What a person would call it.
    Name,
    /// The other leaders.
    Counterparts,
    /// Where.
    Place,
    /// What became of it.
    Status,
    /// How many independent articles speak of it.
    Sources,
    /// Whole points, 0 to 100.
    Confidence,
    /// What a person decided.
    Review,
}

impl Column {
    /// All of them, from the left.
    pub const ALL: [Self; 9] = [
        Self::Date,
        Self::Kind,
        Self::Name,
        Self::Counterparts,
        Self::Place,
        Self::Status,
        Self::Sources,
        Self::Confidence,
        Self::Review,
    ];

    /// Its head.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Date => "Date",
            Self::Kind => "Kind",
            Self::Name => "Name",
            Self::Counterparts => "Counterparts",
            Self::Place => "Place",
            Self::Status => "Status",
            Self::Sources => "Sources",
            Self::Confidence => "Confidence",
            Self::Review => "Review",
        }
    }
}

/// What a row is sorted by. Numbers are negated where the highest is wanted first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum SortKey {
    Number(i64),
    /// What is empty comes last.
    Text(bool, String),
    Kind(Lane, Form),
    Status(Status),
    Review(Review),
    Days(bool, i32, i32),
}

/// How the rows are put in order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sort {
    /// By which column.
    pub column: Column,
    /// The other way round.
    pub reversed: bool,
}

impl Sort {
    /// The order after a click on the head of `column`.
    #[must_use]
    pub fn clicked(self, column: Column) -> Self {
        Self { column, reversed: self.column == column && !self.reversed }
    }

    /// The numbers `rows` of events in this order; equals keep the order that they came in.
    pub fn sorted(self, events: &[Event], rows: &[usize]) -> Vec<usize> {
        let keyed = rows.iter().filter_map(|row| Some((sort_key(events.get(*row)?, self.column), *row)));
        let mut keyed: Vec<_> = keyed.collect();
        keyed.sort_by(|(a, _), (b, _)| self.compare(a, b));
        keyed.into_iter().map(|(_, row)| row).collect()
    }

    /// What is not known comes last either way.
    fn compare(self, a: &SortKey, b: &SortKey) -> Ordering {
        let order = match (a, b) {
            (SortKey::Text(a_empty, _), SortKey::Text(b_empty, _))
            | (SortKey::Days(a_empty, ..), SortKey::Days(b_empty, ..))
                if a_empty != b_empty =>
            {
                return a_empty.cmp(b_empty);
            }
            _ => a.cmp(b),
        };
        if self.reversed { order.reverse() } else { order }
    }
}

fn sort_key(event: &Event, column: Column) -> SortKey {
    let text = |text: &str| SortKey::Text(text.is_empty(), fold(text));
    match column {
        Column::Date => {
            let known = event.days.start().or_else(|| event.days.end());
            let (first, last) = (event.days.first().epoch_days(), event.days.last().epoch_days());
            SortKey::Days(known.is_none(), known.map_or(first, Day::epoch_days), last)
        }
        Column::Kind => SortKey::Kind(Lane::of(event), event.form),
        Column::Name => text(&event.name),
        Column::Counterparts => text(&event.counterparts.join(", ")),
        Column::Place => text(
            &[&event.place.country, &event.place.city].map(|part| part.as_deref().unwrap_or("")).join(" "),
        ),
        Column::Status => SortKey::Status(event.status),
        Column::Sources => SortKey::Number(-i64::try_from(names::n_sources(event)).unwrap_or(i64::MAX)),
        Column::Confidence => SortKey::Number(-i64::from(event.confidence)),
        Column::Review => SortKey::Review(event.review),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::{DayRange, Kind},
        project::made,
    };

    fn events() -> Vec<Event> {
        let mut undated = made::meeting("Ólafur Ragnar Grímsson", "2010-09-23", "2010-09-23");
        undated.days = DayRange::ANY;
        let mut call = made::meeting("Xi Jinping", "2022-12-30", "2022-12-30");
        call.kind = Kind::Call;
        call.evidence.push(made::evidence("b.txt", "They spoke."));
        vec![undated, call, made::meeting("Narendra Modi", "2022-09-16", "2022-09-16")]
    }

    fn order(column: Column, reversed: bool) -> Vec<usize> {
        Sort { column, reversed }.sorted(&events(), &[0, 1, 2])
    }

    #[test]
    fn each_column_has_its_order() {
        for (column, expected) in [
            (Column::Date, [2, 1, 0]),
            (Column::Kind, [0, 2, 1]),
            (Column::Counterparts, [2, 0, 1]),
            (Column::Sources, [1, 0, 2]),
            (Column::Status, [0, 1, 2]),
        ] {
            assert_eq!(order(column, false), expected, "{column:?}");
        }
    }

    #[test]
    fn what_is_not_known_comes_last_either_way() {
        assert_eq!(order(Column::Date, true), [1, 2, 0]);
        assert_eq!(order(Column::Date, false), [2, 1, 0]);
    }

    #[test]
    fn a_second_click_turns_the_order_round_and_another_column_begins_anew() {
        let sort = Sort::default().clicked(Column::Name);
        assert_eq!(sort, Sort { column: Column::Name, reversed: false });
        assert_eq!(sort.clicked(Column::Name), Sort { column: Column::Name, reversed: true });
        assert_eq!(sort.clicked(Column::Name).clicked(Column::Date), Sort::default());
    }
}
