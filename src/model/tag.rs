//! Writes a time expression's tree in one line, in the manner of EDTF: for tests, logs and packs' examples.

use super::{Anchor, Direction, MonthPart, Timex, Unit};

/// The tree in one line: `2022-10-27`, `XXXX-09-09/XXXX-09-10`, `week-1`, `+8year@text`, `since XXXX-05`.
pub fn tag(timex: &Timex) -> String {
    match timex {
        Timex::Date { year, month, day, part } => date(*year, *month, *day, *part),
        Timex::Range(first, last) => format!("{}/{}", tag(first), tag(last)),
        Timex::Weekday { weekday, offset } => format!("weekday{}{}", weekday.index() + 1, signed(*offset)),
        Timex::Relative { unit, offset } => format!("{}{}", unit_tag(*unit), signed(*offset)),
        Timex::NamedMonth { month, offset } => format!("XXXX-{month:02}{}", signed(*offset)),
        Timex::Offset { amount, unit, direction, anchor } => {
            format!("{}{amount}{}@{}", sign(*direction), unit_tag(*unit), anchor_tag(anchor))
        }
        Timex::Within { amount, unit, direction, anchor } => {
            format!("within {}{amount}{}@{}", sign(*direction), unit_tag(*unit), anchor_tag(anchor))
        }
        Timex::Past { amount, unit } => format!("past {amount}{}", unit_tag(*unit)),
        Timex::Coming { amount, unit } => format!("coming {amount}{}", unit_tag(*unit)),
        Timex::Since(from) => format!("since {}", tag(from)),
        Timex::Moment(key) => key.clone(),
        Timex::Duration { amount, unit } => format!("long {amount}{}", unit_tag(*unit)),
    }
}

fn date(year: Option<i32>, month: Option<u32>, day: Option<u32>, part: Option<MonthPart>) -> String {
    let mut tag = year.map_or_else(|| "XXXX".to_owned(), |year| format!("{year:04}"));
    if let Some(month) = month {
        tag = format!("{tag}-{month:02}");
    }
    if let Some(day) = day {
        tag = format!("{tag}-{day:02}");
    }
    match part {
        Some(MonthPart::Early) => format!("{tag} early"),
        Some(MonthPart::Mid) => format!("{tag} mid"),
        Some(MonthPart::Late) => format!("{tag} late"),
        None => tag,
    }
}

fn unit_tag(unit: Unit) -> &'static str {
    match unit {
        Unit::Day => "day",
        Unit::Week => "week",
        Unit::Month => "month",
        Unit::Quarter => "quarter",
        Unit::Year => "year",
    }
}

fn sign(direction: Direction) -> char {
    match direction {
        Direction::Before => '-',
        Direction::After => '+',
    }
}

fn anchor_tag(anchor: &Anchor) -> String {
    match anchor {
        Anchor::Publication => "now".to_owned(),
        Anchor::Text => "text".to_owned(),
        Anchor::Told(told) => format!("({})", tag(&told.timex)),
        Anchor::Moment(key) => key.clone(),
    }
}

fn signed(offset: i32) -> String {
    if offset == 0 { String::new() } else { format!("{offset:+}") }
}
