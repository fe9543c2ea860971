//! The words in which derivations, reasons and exclusions are told to a person.

use crate::{
    model::{ConfidenceReason, DayRange, DoubtKind, LeftOutReason, Precision, ReasonKind, Step, Window},
    timeline::dates::Format,
};

/// Why a window was narrowed, by the key that `resolve` gives: completes 'because …'.
const NARROWED: &[(&str, &str)] = &[
    ("age", "somebody was of that age only then"),
    ("coming_days", "it speaks of these days as still to come"),
    ("coming_edition", "it speaks of a summit as still to come"),
    ("edition", "it speaks of a summit whose days are known"),
    ("meeting_of_two", "a meeting of these two countries is in the calendar just then"),
    ("office", "somebody named with an office held it only then"),
    ("ongoing_edition", "it speaks of a summit as going on"),
    ("past_days", "it speaks of these days as past"),
    ("past_edition", "it speaks of a summit as past"),
    ("present_days", "it speaks of these days as present"),
    ("shortly_after", "it tells of something recent, and nothing later"),
    ("since_moment", "it counts the time since a day that is known"),
    ("told_elsewhere", "another article tells the day of the same meeting"),
    ("this_month", "all that it names of the days to come lies in one month"),
];

/// Reasons for and against believing an event, by the key that `resolve` gives.
const BELIEVED: &[(&str, &str)] = &[
    ("body", "told in the body of an article"),
    ("caption", "told in a caption only"),
    ("conflict", "articles disagree"),
    ("contradiction", "the text contradicts what is known of that time"),
    ("copied", "the articles are copies of one text"),
    ("day_known", "the day is known"),
    ("edition", "the calendar knows the occasion"),
    ("editions_fit", "several editions of the calendar fit"),
    ("inferred", "the presence is inferred, no sentence says it"),
    ("many_sources", "three or more independent articles"),
    ("month_known", "the month is known"),
    ("no_date", "nothing tells the date"),
    ("nobody_named", "the other leader is not named"),
    ("perhaps_same", "it is perhaps one of several others"),
    ("related", "told in a related headline only"),
    ("rumour", "told as a rumour"),
    ("several_sources", "two independent articles say so"),
    ("speaker", "the text names who says so"),
    ("title", "told in a title only"),
    ("title_doubted", "the text gives somebody a title that the register knows to be otherwise"),
    ("visit_only", "a visit is told, but no meeting"),
];

/// A step of a derivation as a sentence without a full stop.
pub fn step(step: &Step) -> String {
    step_dated(step, Format::default())
}

/// The same with dates written in a format.
pub fn step_dated(step: &Step, dates: Format) -> String {
    match step {
        Step::PublicationStated { file, day } => {
            format!("{file} says that it was published on {}", dates.long_day(*day))
        }
        Step::WindowNarrowed { file, quote, why, window } => {
            let because = narrowed(why);
            format!("{file} was written {}, because {because}: “{quote}”", when(*window, dates))
        }
        Step::Dropped { file, quote, why } => {
            format!(
                "Set aside in {file}, because it contradicts stronger words ({}): “{quote}”",
                narrowed(why)
            )
        }
        Step::TimeResolved { quote, days, window } if window.is_bounded() => {
            format!("“{quote}”, written {}, means {}", when(*window, dates), dates.long(*days))
        }
        Step::TimeResolved { quote, days, .. } => format!("“{quote}” means {}", dates.long(*days)),
        Step::Counted { from, days } => {
            format!("It is counted from {}, which the text tells before it: “{from}”", span(*days, dates))
        }
        Step::EditionFound { name, days, source, .. } => {
            let known = if source.is_empty() { String::new() } else { format!(" ({source})") };
            format!("The calendar knows one edition that fits: {name}, {}{known}", dates.long(*days))
        }
        Step::EditionsFit { editions } => {
            format!("Several editions of the calendar fit, so the date is left open: {}", editions.join(", "))
        }
        Step::Sidelines { edition, days } => {
            format!("It took place on the sidelines of {edition}, so on a day from {}", dates.long(*days))
        }
        Step::Scope { days } => format!("The passage speaks of the days {}", span(*days, dates)),
        Step::News { days } => {
            format!(
                "A short report under its own date tells it first, without another date, so as the news of that \
                 day or the day before: {}",
                span(*days, dates)
            )
        }
        Step::Tense { days } => format!("Only the tense bounds it: {}", span(*days, dates)),
        Step::OfficeHeld { leader, country, days } => {
            format!("{leader} held the office ({country}) {}", span(*days, dates))
        }
        Step::TitleDoubted { leader, quote, why, held, country, term } => {
            let office = country.as_ref().map_or_else(|| held.clone(), |code| format!("{held} ({code})"));
            title(leader, quote, (why, &office), &span(*term, dates))
        }
        Step::OutcomeNotTold { newest } => format!(
            "Its days were over on {}, when the newest of these articles was written at the earliest: outcome not in \
             these articles",
            dates.long_day(*newest)
        ),
        Step::NothingKnown => "Nothing in the articles tells the date".to_owned(),
    }
}

/// That the text gives somebody a title which the register knows to be otherwise.
fn title(leader: &str, quote: &str, (why, office): (&str, &str), term: &str) -> String {
    match why {
        "not_yet" => format!("“{quote}”: by the register {leader} became {office} only later, {term}"),
        "no_longer" => format!("“{quote}”: by the register {leader} was {office} only before, {term}"),
        _ => format!(
            "“{quote}”: by the register {leader} was {office} then ({term}), so the name is taken and the title doubted"
        ),
    }
}

/// A derivation as sentences, in order.
pub fn steps(steps: &[Step]) -> Vec<String> {
    steps.iter().map(step).collect()
}

/// When an article can have been written, in words: the days, then what narrowed them.
pub fn window(window: &Window) -> Vec<String> {
    window_dated(window, Format::default())
}

/// The same with dates written in a format.
pub fn window_dated(window: &Window, dates: Format) -> Vec<String> {
    let head = if window.days == DayRange::ANY {
        "Nothing tells when it was written".to_owned()
    } else {
        format!("Written {}", when(window.days, dates))
    };
    std::iter::once(head).chain(window.steps.iter().map(|step| step_dated(step, dates))).collect()
}

/// A reason for or against an event, e.g. `+12: two independent articles say so`.
pub fn confidence_reason(reason: &ConfidenceReason) -> String {
    format!("{:+}: {}", reason.points, believed(reason.why))
}

/// Why an event is believed, or is not, by the key that `resolve` gives.
pub fn believed(why: &str) -> String {
    words_of(BELIEVED, why)
}

/// Why something that was recognised gives no event.
pub const fn left_out(reason: LeftOutReason) -> &'static str {
    match reason {
        LeftOutReason::Minister => "a minister, an aide or an envoy, not a leader",
        LeftOutReason::Former => "a former leader, or one not in office yet",
        LeftOutReason::Message => "a greeting, a letter or a message",
        LeftOutReason::Invitation => "an invitation that nobody accepted yet",
        LeftOutReason::Total => "a total, not a single occasion",
        LeftOutReason::Counterfactual => "something that did not come to pass",
        LeftOutReason::Generic => "a question, a general truth or a list of members",
        LeftOutReason::OtherFormat => "an occasion of another format",
        LeftOutReason::Boilerplate => "it stands in boilerplate or a related link",
        LeftOutReason::Unresolved => "nobody could say who or which summit is meant",
    }
}

/// What kind of thing stayed open.
pub const fn doubt(kind: DoubtKind) -> &'static str {
    match kind {
        DoubtKind::Encoding => "encoding",
        DoubtKind::Markup => "page layout",
        DoubtKind::Language => "language",
        DoubtKind::NothingFound => "nothing found",
        DoubtKind::Ambiguous => "ambiguous",
        DoubtKind::Contradiction => "contradiction",
        DoubtKind::Total => "a total, to be checked",
        DoubtKind::Limit => "limit reached",
    }
}

/// Why somebody was absent.
pub const fn absence(kind: ReasonKind) -> &'static str {
    match kind {
        ReasonKind::Declined => "declined to come",
        ReasonKind::Withdrew => "withdrew after accepting",
        ReasonKind::NotInvited => "was not invited",
        ReasonKind::Prevented => "was prevented",
        ReasonKind::Unstated => "no reason is given",
    }
}

/// How exactly a date is known.
pub const fn precision(precision: Precision) -> &'static str {
    match precision {
        Precision::Day => "to the day",
        Precision::Week => "to about a week",
        Precision::Month => "to a month",
        Precision::Quarter => "to about three months",
        Precision::Year => "to a year",
        Precision::Unknown => "not known",
    }
}

/// `on 3 May 2023`, `between 3 and 9 May 2023`, `after 3 May 2023`.
fn when(days: DayRange, dates: Format) -> String {
    match (days.start(), days.end()) {
        (Some(first), Some(last)) if first == last => format!("on {}", dates.long_day(first)),
        (Some(first), Some(last)) => {
            format!("between {} and {}", dates.long_day(first), dates.long_day(last))
        }
        (None, None) => "on an unknown day".to_owned(),
        _ => dates.long(days),
    }
}

fn span(days: DayRange, dates: Format) -> String {
    match (days.start(), days.end()) {
        (Some(first), None) => format!("from {} on", dates.long_day(first)),
        (None, Some(last)) => format!("until {}", dates.long_day(last)),
        _ => dates.long(days),
    }
}

fn narrowed(why: &str) -> String {
    words_of(NARROWED, why)
}

/// The words for a key; one that is not in the table is read aloud, which is better than silence.
fn words_of(table: &[(&str, &str)], key: &str) -> String {
    let found = table.iter().find(|(known, _)| *known == key);
    found.map_or_else(|| key.replace('_', " "), |(_, words)| (*words).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Day;

    fn range(first: &str, last: &str) -> DayRange {
        DayRange::new(Day::parse(first).unwrap(), Day::parse(last).unwrap()).unwrap()
    }

    #[test]
    fn a_window_is_told_with_its_quote() {
        let told = step(&Step::WindowNarrowed {
            file: "a.txt".to_owned(),
            quote: "will host the summit".to_owned(),
            why: "coming_edition",
            window: range("2023-08-14", "2023-08-21"),
        });
        assert_eq!(
            told,
            "a.txt was written between 14 August 2023 and 21 August 2023, \
             because it speaks of a summit as still to come: “will host the summit”"
        );
    }

    #[test]
    fn open_windows_are_told_too() {
        let told = step(&Step::TimeResolved {
            quote: "last year".to_owned(),
            days: DayRange::year(2022).unwrap(),
            window: DayRange::ANY,
        });
        assert_eq!(told, "“last year” means 2022");
        assert_eq!(
            window(&Window { days: DayRange::ANY, steps: Vec::new() }),
            ["Nothing tells when it was written"]
        );
    }

    #[test]
    fn points_carry_their_sign() {
        let reason = |points, why| confidence_reason(&ConfidenceReason { why, points });
        assert_eq!(reason(20, "several_sources"), "+20: two independent articles say so");
        assert_eq!(reason(-15, "conflict"), "-15: articles disagree");
    }
}
