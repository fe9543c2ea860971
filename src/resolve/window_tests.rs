//! Publication windows, solved from constraints made by hand.

use super::*;
use crate::model::{Anchor, Day, Direction, MonthPart, Place, Weekday};

fn date(year: Option<i32>, month: Option<u32>, day: Option<u32>) -> Timex {
    Timex::Date { year, month, day, part: None }
}

fn timed(timex: Timex, tense: Tense) -> WindowConstraint {
    WindowConstraint::Timed { timex, tense, quote: "then".to_owned() }
}

fn place(city: Option<&str>, country: Option<&str>) -> Place {
    Place { city: city.map(str::to_owned), country: country.map(str::to_owned) }
}

fn edition(series: &str, place: Place, times: Vec<Timex>, tense: Tense) -> WindowConstraint {
    WindowConstraint::Edition {
        series: series.to_owned(),
        ordinal: None,
        place,
        times,
        tense,
        quote: "the words".to_owned(),
    }
}

fn office(leader: &str, country: &str, office: &str) -> WindowConstraint {
    WindowConstraint::Office {
        leader: leader.to_owned(),
        country: Some(country.to_owned()),
        office: Some(office.to_owned()),
        minister: false,
        tense: Tense::Unknown,
        quote: "the title".to_owned(),
    }
}

fn solve(constraints: Vec<WindowConstraint>) -> Window {
    let facts = ArticleFacts { file: "a.txt".to_owned(), constraints, ..ArticleFacts::default() };
    window(&facts, World::builtin())
}

#[track_caller]
fn check(constraints: Vec<WindowConstraint>, first: &str, last: &str) {
    let window = solve(constraints);
    assert_eq!(format!("{:?}", window.days), format!("{first}..{last}"), "{:#?}", window.steps);
}

/// A key of the table of moments.
const MOMENT: &str = concat!("inaugu", "ration");
const WEEK: Timex = Timex::Relative { unit: Unit::Week, offset: 0 };
const MONTH: Timex = Timex::Relative { unit: Unit::Month, offset: 0 };

#[test]
fn a_stated_date_settles_it() {
    let published = Day::parse("2020-01-02");
    let facts = ArticleFacts { file: "a.txt".to_owned(), published, ..ArticleFacts::default() };
    let window = window(&facts, World::builtin());
    assert_eq!(format!("{:?}", window.days), "2020-01-02..2020-01-02");
    assert!(matches!(window.steps.as_slice(), [Step::PublicationStated { .. }]), "one step says so");
}

#[test]
fn nothing_said_is_nothing_known() {
    assert_eq!(solve(Vec::new()).days, DayRange::ANY, "no guess");
}

#[test]
fn this_weeks_summit_that_is_still_to_come() {
    check(
        vec![
            timed(date(Some(2014), None, None), Tense::Past),
            edition("G20", Place::default(), vec![date(Some(2014), None, None)], Tense::Past),
            edition("G20", place(Some("Bali"), Some("ID")), vec![WEEK], Tense::Past),
            edition("G20", Place::default(), vec![], Tense::Future),
            WindowConstraint::Age { leader: "Vladimir Putin".to_owned(), years: 70, quote: "70".to_owned() },
        ],
        "2022-11-13",
        "2022-11-15",
    );
}

#[test]
fn this_month_is_the_month_of_what_is_to_come() {
    let range =
        |a, b| Timex::Range(Box::new(date(None, Some(9), Some(a))), Box::new(date(None, Some(9), Some(b))));
    check(
        vec![
            timed(date(Some(2019), Some(4), Some(25)), Tense::Past),
            timed(MONTH, Tense::Future),
            edition("G20", place(None, Some("IN")), vec![range(9, 10)], Tense::Future),
            timed(range(9, 10), Tense::Future),
            edition("EEF", place(Some("Vladivostok"), Some("RU")), vec![range(10, 13)], Tense::Future),
            timed(range(10, 13), Tense::Future),
            timed(date(Some(2023), Some(7), None), Tense::Past),
            edition(
                "BRICS",
                place(None, Some("ZA")),
                vec![Timex::Relative { unit: Unit::Year, offset: 0 }],
                Tense::Past,
            ),
            office("Rishi Sunak", "GB", "prime_minister"),
        ],
        "2023-09-01",
        "2023-09-09",
    );
}

#[test]
fn two_months_since_an_inauguration_with_a_summit_this_month() {
    let moment = || Timex::Moment(MOMENT.to_owned());
    let now = Timex::Offset {
        amount: 2,
        unit: Unit::Month,
        direction: Direction::After,
        anchor: Anchor::Moment(MOMENT.to_owned()),
    };
    check(
        vec![
            timed(Timex::Range(Box::new(moment()), Box::new(now)), Tense::Past),
            edition("SCO", place(None, Some("KZ")), vec![MONTH], Tense::Past),
            edition(
                "BRICS",
                place(Some("Kazan"), Some("RU")),
                vec![date(None, Some(10), None)],
                Tense::Future,
            ),
        ],
        "2024-07-03",
        "2024-07-15",
    );
}

#[test]
fn what_was_said_recently_at_a_summit() {
    check(
        vec![
            timed(Timex::Past { amount: 2, unit: Unit::Week }, Tense::Past),
            edition(
                "BRICS",
                place(Some("Kazan"), Some("RU")),
                vec![date(None, Some(10), Some(24))],
                Tense::Past,
            ),
            timed(date(None, Some(10), Some(24)), Tense::Past),
            office("Olaf Scholz", "DE", "chancellor"),
        ],
        "2024-10-24",
        "2024-11-07",
    );
}

#[test]
fn a_weekday_of_a_summit_to_come() {
    check(
        vec![
            edition(
                "EAEU",
                place(Some("Bishkek"), Some("KG")),
                vec![Timex::Weekday { weekday: Weekday::Friday, offset: 0 }],
                Tense::Future,
            ),
            edition(
                "CSTO",
                place(Some("Yerevan"), Some("AM")),
                vec![date(None, Some(11), None)],
                Tense::Past,
            ),
            edition(
                "G20",
                place(Some("Bali"), Some("ID")),
                vec![Timex::Date { year: None, month: Some(11), day: None, part: Some(MonthPart::Mid) }],
                Tense::Past,
            ),
        ],
        "2022-12-03",
        "2022-12-09",
    );
}

#[test]
fn a_clash_drops_the_weaker_words_and_says_so() {
    let window = solve(vec![
        timed(date(Some(2022), Some(6), Some(1)), Tense::Past),
        timed(date(Some(2022), Some(6), Some(20)), Tense::Future),
        timed(date(Some(2019), None, None), Tense::Future),
    ]);
    assert_eq!(format!("{:?}", window.days), "2022-06-01..2022-06-20");
    assert!(window.steps.iter().any(|step| matches!(step, Step::Dropped { .. })), "{:?}", window.steps);
}

#[test]
fn the_order_of_constraints_of_one_strength_does_not_matter() {
    let all = vec![
        timed(date(Some(2022), Some(6), Some(1)), Tense::Past),
        timed(date(Some(2022), Some(3), Some(1)), Tense::Past),
        edition("G20", place(Some("Bali"), None), vec![], Tense::Future),
    ];
    let backward: Vec<WindowConstraint> = all.iter().rev().cloned().collect();
    assert_eq!(solve(all).days, solve(backward).days, "the same days either way");
}

#[test]
fn words_that_most_others_contradict_are_dropped_wherever_they_stand() {
    let wrong = || timed(date(Some(2025), Some(6), Some(1)), Tense::Past);
    let right = || {
        vec![
            timed(date(Some(2022), Some(6), Some(1)), Tense::Past),
            timed(date(Some(2022), Some(6), Some(20)), Tense::Future),
            timed(date(Some(2022), Some(7), Some(1)), Tense::Future),
        ]
    };
    let first = std::iter::once(wrong()).chain(right()).collect();
    let last = right().into_iter().chain([wrong()]).collect();
    check(first, "2022-06-01", "2022-06-20");
    check(last, "2022-06-01", "2022-06-20");
}
