//! Claims made by hand, merged into events.

use super::*;
use crate::model::{
    Conflict, Counterpart, Day, Form, Grade, Place, Precision, Sidelines, Tense, Timex, Unit, When,
};

const PUTIN: &str = "Vladimir Putin";

fn article(hash: &str, published: &str) -> ArticleFacts {
    ArticleFacts {
        hash: hash.to_owned(),
        file: format!("{hash}.txt"),
        published: Day::parse(published),
        copy_key: hash.to_owned(),
        ..ArticleFacts::default()
    }
}

fn claim(id: &str, article: &str) -> Claim {
    Claim {
        id: id.to_owned(),
        article: article.to_owned(),
        leader: PUTIN.to_owned(),
        kind: Kind::Summit,
        form: Form::Summit,
        series: None,
        counterparts: Vec::new(),
        participation: Participation::Attended,
        left_early: false,
        host: false,
        delegate: None,
        reason: None,
        status: Status::Happened,
        when: When::default(),
        place: Place::default(),
        quote: format!("the sentence of {id}"),
        prefix: String::new(),
        suffix: String::new(),
        start: 0,
        end: id.len(),
        language: "en".to_owned(),
        grade: Grade::Body,
        speaker: None,
        trigger: String::new(),
        rule: "test".to_owned(),
        inferred: Vec::new(),
    }
}

fn summit(id: &str, article: &str, series: &str, participation: Participation, status: Status) -> Claim {
    Claim { series: Some(series.to_owned()), participation, status, ..claim(id, article) }
}

fn meeting(id: &str, article: &str, with: &str) -> Claim {
    Claim {
        kind: Kind::Meeting,
        form: Form::Talks,
        counterparts: vec![Counterpart::Named(with.to_owned())],
        ..claim(id, article)
    }
}

fn at(mut claim: Claim, timex: Timex, tense: Tense) -> Claim {
    claim.when.times.push(timex);
    claim.when.tense = tense;
    claim
}

fn in_country(mut claim: Claim, country: &str) -> Claim {
    claim.place.country = Some(country.to_owned());
    claim
}

fn on(year: i32, month: u32, day: Option<u32>) -> Timex {
    Timex::Date { year: Some(year), month: Some(month), day, part: None }
}

fn merged(articles: &[ArticleFacts], claims: &[Claim]) -> Vec<Event> {
    events(articles, claims, PUTIN, World::builtin())
}

fn days(event: &Event) -> String {
    format!("{:?}", event.days)
}

#[test]
fn this_years_summit_in_a_country_is_one_edition() {
    let told = at(
        in_country(summit("c", "a", "BRICS", Participation::Virtual, Status::Happened), "ZA"),
        Timex::Relative { unit: Unit::Year, offset: 0 },
        Tense::Past,
    );
    let events = merged(&[article("a", "2023-09-05")], &[told]);
    assert_eq!(events[0].id, "vladimir-putin/BRICS/2023");
    assert_eq!(days(&events[0]), "2023-08-22..2023-08-24");
    assert_eq!((events[0].precision, events[0].held), (Precision::Day, false), "{:?}", events[0].reasons);
    assert_eq!(events[0].place.city.as_deref(), Some("Johannesburg"), "the calendar knows the city");
    assert!(events[0].inferred.contains(&"city".to_owned()), "and says that it is from there");
}

#[test]
fn the_summit_that_he_decides_to_skip_is_the_next_one() {
    let told = summit("c", "a", "G20", Participation::Skipped, Status::Happened);
    let events = merged(&[article("a", "2022-11-14")], &[told]);
    assert_eq!(events[0].edition.as_deref(), Some("G20/2022"));
    assert_eq!(events[0].participation, Participation::Skipped);
}

#[test]
fn a_summit_in_the_wrong_place_is_no_edition() {
    let told = in_country(summit("c", "a", "G20", Participation::Attended, Status::Happened), "IS");
    let events = merged(&[article("a", "2022-12-01")], &[told]);
    assert_eq!(events[0].edition, None, "Iceland never had one");
    assert!(events[0].held, "it waits for a person: {:?}", events[0].reasons);
}

#[test]
fn a_plan_that_came_about_is_one_event_with_both_quotes() {
    let plan = summit("p", "a", "SCO", Participation::Attended, Status::Planned);
    let fact = summit("f", "b", "SCO", Participation::Skipped, Status::Happened);
    let events = merged(&[article("a", "2022-09-10"), article("b", "2022-09-17")], &[plan, fact]);
    assert_eq!(events.len(), 1, "{events:#?}");
    assert_eq!((events[0].status, events[0].participation), (Status::Happened, Participation::Skipped));
    assert_eq!(events[0].evidence.len(), 2, "the plan's quote stays");
    assert_eq!(events[0].evidence[0].claim, "f", "the settling one comes first");
    assert!(events[0].conflicts.is_empty(), "a plan that changed is no contradiction");
}

#[test]
fn a_plans_day_is_not_carried_over() {
    let plan = at(meeting("p", "a", "Kim Jong Un"), on(2023, 9, Some(12)), Tense::Future);
    let plan = Claim { status: Status::Planned, ..in_country(plan, "RU") };
    let fact = at(meeting("f", "b", "Kim Jong Un"), on(2023, 9, Some(13)), Tense::Past);
    let events = merged(&[article("a", "2023-09-05"), article("b", "2023-09-14")], &[plan, fact]);
    assert_eq!(events.len(), 1, "{events:#?}");
    assert_eq!((days(&events[0]).as_str(), events[0].status), ("2023-09-13..2023-09-13", Status::Happened));
    assert_eq!(events[0].place, Place::default(), "nor is its place");
}

#[test]
fn absent_in_person_and_present_by_video_is_one_virtual_event() {
    let away = summit("s", "a", "BRICS", Participation::Skipped, Status::Happened);
    let video = summit("v", "a", "BRICS", Participation::Virtual, Status::Happened);
    let events = merged(&[article("a", "2023-08-25")], &[away, video]);
    assert_eq!(events.len(), 1, "{events:#?}");
    assert_eq!((events[0].participation, events[0].conflicts.len()), (Participation::Virtual, 0));
}

#[test]
fn articles_that_contradict_each_other_are_shown_side_by_side() {
    let came = summit("c", "a", "G20", Participation::Attended, Status::Happened);
    let away = summit("d", "b", "G20", Participation::Skipped, Status::Happened);
    let events = merged(&[article("a", "2019-07-02"), article("b", "2019-07-03")], &[came, away]);
    let values =
        |conflict: &Conflict| conflict.values.iter().map(|(_, file)| file.clone()).collect::<Vec<_>>();
    assert_eq!(events[0].conflicts.iter().map(values).collect::<Vec<_>>(), [["a.txt", "b.txt"]]);
}

#[test]
fn who_met_on_the_sidelines_was_there() {
    let mut talk = meeting("m", "a", "Xi Jinping");
    talk.when.sidelines = Some(Sidelines {
        series: "SCO".to_owned(),
        place: Place { city: None, country: Some("KZ".to_owned()) },
    });
    let talk = at(talk, Timex::Relative { unit: Unit::Month, offset: 0 }, Tense::Past);
    let events = merged(&[article("a", "2024-07-10")], &[talk]);
    let ids: Vec<&str> = events.iter().map(|event| event.id.as_str()).collect();
    assert_eq!(ids, ["m", "vladimir-putin/SCO/2024"]);
    assert_eq!(events[0].sidelines_of.as_deref(), Some("vladimir-putin/SCO/2024"));
    assert_eq!((days(&events[0]).as_str(), events[0].precision), ("2024-07-03..2024-07-04", Precision::Day));
    assert!(events[1].inferred.contains(&"participation".to_owned()), "attendance is inferred");
}

#[test]
fn a_country_becomes_its_leader_on_that_day() {
    let mut talk = at(meeting("m", "a", ""), on(2024, 7, Some(3)), Tense::Past);
    talk.counterparts = vec![Counterpart::Office { country: "AZ".to_owned(), office: None }];
    let events = merged(&[article("a", "2024-07-10")], &[talk]);
    assert_eq!(events[0].counterparts, ["Ilham Aliyev"]);
    assert_eq!(
        (events[0].countries.as_slice(), events[0].name.as_str()),
        (&["AZ".to_owned()][..], "Meeting with Ilham Aliyev")
    );
    assert!(events[0].derivation.iter().any(|step| matches!(step, crate::model::Step::OfficeHeld { .. })));
}

#[test]
fn who_led_nobody_then_is_no_counterpart() {
    let call = at(meeting("m", "a", "Donald Trump"), on(2023, 5, None), Tense::Past);
    assert!(
        merged(&[article("a", "2023-06-10")], &[call]).is_empty(),
        "a former president is a private person"
    );
}

#[test]
fn the_same_meeting_told_by_three_articles_is_one_event() {
    let narrow = at(meeting("n", "a", "Xi Jinping"), on(2023, 3, Some(21)), Tense::Past);
    let month = at(meeting("m", "b", "Xi Jinping"), on(2023, 3, None), Tense::Past);
    let other = at(meeting("o", "c", "Xi Jinping"), on(2023, 10, Some(18)), Tense::Past);
    let articles = [article("a", "2023-03-25"), article("b", "2023-04-01"), article("c", "2023-11-01")];
    let events = merged(&articles, &[month, other, narrow]);
    assert_eq!(events.iter().map(|event| event.evidence.len()).collect::<Vec<_>>(), [2, 1]);
    assert_eq!(days(&events[0]), "2023-03-21..2023-03-21", "the narrowest days hold");
}

#[test]
fn a_claim_that_could_be_two_meetings_is_perhaps_either() {
    let first = at(meeting("f", "a", "Xi Jinping"), on(2023, 3, Some(21)), Tense::Past);
    let second = at(meeting("s", "a", "Xi Jinping"), on(2023, 10, Some(18)), Tense::Past);
    let year = Timex::Date { year: Some(2023), month: None, day: None, part: None };
    let wide = at(meeting("w", "b", "Xi Jinping"), year, Tense::Past);
    let events = merged(&[article("a", "2023-11-25"), article("b", "2024-01-10")], &[wide, second, first]);
    assert_eq!(events.len(), 3, "{events:#?}");
    let year = events.iter().find(|event| event.id == "w").unwrap();
    assert_eq!(year.maybe_same_as, ["f", "s"]);
}

#[test]
fn the_host_is_told_from_the_guests() {
    let plan = in_country(summit("c", "a", "BRICS", Participation::Attended, Status::Planned), "RU");
    let events = merged(&[article("a", "2024-07-10")], &[plan]);
    assert_eq!((events[0].edition.as_deref(), events[0].host), (Some("BRICS/2024"), true));
    assert_eq!(days(&events[0]), "2024-10-22..2024-10-24");
}

#[test]
fn a_past_meeting_without_a_date_is_open_at_its_start() {
    let mut talk = meeting("m", "a", "Viktor Orbán");
    talk.when.tense = Tense::Past;
    let name = World::builtin().register().find("Orban").map(|leader| leader.name.clone()).unwrap();
    talk.counterparts = vec![Counterpart::Named(name)];
    let events = merged(&[article("a", "2024-07-10")], &[talk]);
    assert_eq!(
        (events[0].days, events[0].precision),
        (DayRange::until(Day::parse("2024-07-10").unwrap()), Precision::Unknown)
    );
}

#[test]
fn order_and_repetition_change_nothing() {
    let articles = [article("a", "2022-11-14"), article("b", "2022-11-17"), article("c", "2023-04-01")];
    let claims = [
        summit("1", "a", "G20", Participation::Skipped, Status::Planned),
        summit("2", "b", "G20", Participation::Skipped, Status::Happened),
        at(meeting("3", "c", "Xi Jinping"), on(2023, 3, Some(21)), Tense::Past),
        at(meeting("4", "c", "Xi Jinping"), on(2023, 3, None), Tense::Past),
        at(meeting("5", "b", "Xi Jinping"), on(2022, 9, None), Tense::Past),
    ];
    let once = merged(&articles, &claims);
    let backward: Vec<Claim> = claims.iter().rev().cloned().collect();
    let articles_backward: Vec<ArticleFacts> = articles.iter().rev().cloned().collect();
    assert_eq!(merged(&articles_backward, &backward), once, "the order of articles and claims");
    let twice: Vec<Claim> = claims.iter().chain(&claims).cloned().collect();
    let articles_twice: Vec<ArticleFacts> = articles.iter().chain(&articles).cloned().collect();
    assert_eq!(merged(&articles_twice, &twice), once, "each counts once");
}

#[test]
fn copies_of_one_text_are_one_source() {
    let copy = |hash: &str| ArticleFacts { copy_key: "key 1".to_owned(), ..article(hash, "2022-11-17") };
    let claims = [
        summit("1", "a", "G20", Participation::Skipped, Status::Happened),
        summit("2", "b", "G20", Participation::Skipped, Status::Happened),
    ];
    let copied = merged(&[copy("a"), copy("b")], &claims);
    let apart = merged(&[article("a", "2022-11-17"), article("b", "2022-11-17")], &claims);
    let has = |events: &[Event], why: &str| events[0].reasons.iter().any(|reason| reason.why == why);
    assert!(has(&copied, "copied") && !has(&copied, "several_sources"), "{:?}", copied[0].reasons);
    assert!(has(&apart, "several_sources"), "{:?}", apart[0].reasons);
}

#[test]
fn a_summit_that_was_called_off_is_nobodys_absence() {
    let year = Timex::Date { year: Some(2025), month: Some(10), day: None, part: None };
    let told = |participation, status| {
        at(summit("c", "a", "Russia-Arab", participation, status), year.clone(), Tense::Past)
    };
    let articles = [article("a", "2025-11-10")];
    let away = told(Participation::Skipped, Status::Happened);
    assert!(merged(&articles, &[away]).is_empty(), "nobody stayed away from what was not held");
    let plan = told(Participation::Attended, Status::Planned);
    assert_eq!(merged(&articles, &[plan])[0].status, Status::Cancelled);
}

#[test]
fn an_article_that_tells_a_meeting_plans_another() {
    let fact = at(meeting("f", "a", "Xi Jinping"), on(2024, 7, Some(3)), Tense::Past);
    let mut plan = Claim { status: Status::Planned, ..meeting("p", "a", "Xi Jinping") };
    plan.when.tense = Tense::Future;
    let events = merged(&[article("a", "2024-07-03")], &[fact, plan]);
    assert_eq!(events.len(), 2, "{events:#?}");
}
