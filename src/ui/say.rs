//! The words for kinds, statuses and dates on the screen and for screen readers.

use crate::{
    model::{Event, Evidence, Form, Kind, Participation, ReasonKind, Review},
    timeline::dates::Format,
};

pub(super) use crate::timeline::names::status;

/// How he took part: `attended`, `left early`, `phone call`, …
pub(super) fn participation(event: &Event) -> &'static str {
    match (event.kind, event.participation) {
        (Kind::Summit, Participation::Attended) if event.left_early => "attended, left early",
        (Kind::Summit, Participation::Attended) if event.host => "attended as host",
        (Kind::Summit, Participation::Attended) => "attended",
        (Kind::Summit, Participation::Virtual) => "joined by video",
        (Kind::Summit, Participation::Skipped) if event.host => "skipped as host",
        (Kind::Summit, Participation::Skipped) => "skipped",
        (Kind::Meeting | Kind::Call, _) => form(event.form),
    }
}

/// The form in a word.
pub(super) fn form(form: Form) -> &'static str {
    match form {
        Form::Summit => "summit",
        Form::Forum => "forum",
        Form::Ceremony => "ceremony",
        Form::Trilateral => "trilateral summit",
        Form::Talks => "meeting",
        Form::Visit => "visit",
        Form::Handshake => "handshake",
        Form::Phone => "phone call",
        Form::Video => "video call",
    }
}

/// Why he was absent.
pub(super) fn reason(kind: ReasonKind) -> &'static str {
    match kind {
        ReasonKind::Declined => "declined",
        ReasonKind::Withdrew => "withdrew",
        ReasonKind::NotInvited => "not invited",
        ReasonKind::Prevented => "prevented",
        ReasonKind::Unstated => "not stated",
    }
}

/// What a person decided.
pub(super) fn review(review: Review) -> &'static str {
    match review {
        Review::Unreviewed => "not reviewed",
        Review::Confirmed => "confirmed",
        Review::Rejected => "rejected",
        Review::Edited => "edited",
    }
}

/// When it was, as exactly as it is known.
pub(super) fn when(event: &Event, dates: Format) -> String {
    dates.long_with_precision(event.days, event.precision)
}

/// Where it was: `Bali, ID`.
pub(super) fn place(event: &Event, world: &crate::world::World) -> Option<String> {
    let country = event.place.country.as_deref().map(|code| country(code, world));
    match (&event.place.city, country) {
        (Some(city), Some(country)) => Some(format!("{city}, {country}")),
        (Some(city), None) => Some(city.clone()),
        (None, country) => country,
    }
}

/// A country's English name, or its code where it is not known.
pub(super) fn country(code: &str, world: &crate::world::World) -> String {
    world.countries().by_code(code).map_or_else(|| code.to_owned(), |country| country.name.clone())
}

/// How many there are of something: `1 source`, `3 sources`.
pub(super) fn count(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(n), if n == 1 { one } else { many })
}

/// A number with thin groups of three: `12 345`.
pub(super) fn grouped(n: usize) -> String {
    let digits = n.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('\u{a0}');
        }
        text.push(digit);
    }
    text
}

/// The days on which an article can have been written, or its date.
pub(super) fn published(evidence: &Evidence, dates: Format) -> String {
    evidence.published.map_or_else(|| "no date stated".to_owned(), |day| dates.long_day(day))
}

/// A sentence with a capital.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped() {
        assert_eq!(grouped(7), "7");
        assert_eq!(grouped(1_234), "1\u{a0}234");
        assert_eq!(grouped(1_234_567), "1\u{a0}234\u{a0}567");
    }

    #[test]
    fn one_and_many_are_told_apart() {
        assert_eq!(count(1, "source", "sources"), "1 source");
        assert_eq!(count(0, "source", "sources"), "0 sources");
    }

    #[test]
    fn sentences_begin_with_a_capital() {
        assert_eq!(capitalised("äther"), "Äther");
        assert_eq!(capitalised(""), "");
    }
}
