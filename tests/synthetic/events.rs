//! Made-up events of Vladimir Putin's years in office, in the mixture that news folders give.

use summitline::{
    model::{
        ConfidenceReason, Conflict, Day, DayRange, Edition, EditionFormat, Event, Evidence, Form, Grade,
        Kind, Leader, OfficeRole, Participation, Place, Precision, Review, SeriesClass, Status,
    },
    world::World,
};

use super::chance::Chance;

const SUBJECT: &str = "Vladimir Putin";

/// `n` events of `seed`, by first day and id.
pub(crate) fn events(seed: u64, n: usize) -> Vec<Event> {
    let mut events: Vec<Event> = (0..n).map(|index| event(seed, index)).collect();
    events.sort_by(|a, b| (a.days, &a.id).cmp(&(b.days, &b.id)));
    events
}

fn event(seed: u64, index: usize) -> Event {
    let mut chance = Chance::new(seed, index);
    if chance.percent(35) { summit(&mut chance, index) } else { encounter(&mut chance, index) }
}

fn summit(chance: &mut Chance, index: usize) -> Event {
    let world = World::builtin();
    let edition: &Edition = chance.pick(world.calendar().editions());
    let class = world.series().by_code(&edition.series).map_or(SeriesClass::Summit, |series| series.class);
    let form = match class {
        SeriesClass::Summit | SeriesClass::Bilateral => Form::Summit,
        SeriesClass::Forum => Form::Forum,
        SeriesClass::Ceremony => Form::Ceremony,
    };
    let participation = match (edition.format, chance.below(10)) {
        (EditionFormat::Virtual, _) | (_, 0..=1) => Participation::Virtual,
        (_, 2..=4) => Participation::Skipped,
        _ => Participation::Attended,
    };
    let mut event = blank(chance, index, Kind::Summit, form, participation);
    event.name.clone_from(&edition.name);
    event.series = Some(edition.series.clone());
    event.edition = Some(edition.id.clone());
    event.days = edition.days;
    event.precision = edition.precision;
    event.countries = edition.country.iter().cloned().collect();
    event.place = Place { city: edition.city.clone(), country: edition.country.clone() };
    event.host = edition.country.as_deref() == Some("RU");
    event.inferred = vec!["place".to_owned()];
    event
}

fn encounter(chance: &mut Chance, index: usize) -> Event {
    let is_call = chance.percent(40);
    let (kind, form, participation) = if is_call {
        (Kind::Call, Form::Phone, Participation::Virtual)
    } else {
        (Kind::Meeting, *chance.pick(&[Form::Talks, Form::Talks, Form::Visit]), Participation::Attended)
    };
    let mut event = blank(chance, index, kind, form, participation);
    let other: &Leader = loop {
        let leader = chance.pick(World::builtin().register().leaders());
        if leader.name != SUBJECT && leader.offices[0].role == OfficeRole::Leader {
            break leader;
        }
    };
    event.name = format!("{} {}", if is_call { "Call with" } else { "Meeting with" }, other.name);
    event.counterparts = vec![other.name.clone()];
    event.countries = other.offices[0].country.iter().cloned().collect();
    let n_days = [1, 1, 1, 1, 2, 7, 31][chance.below(7)];
    let first = Day::from_ymd(2000, 1, 1).expect("a day").plus(offset(chance, 27 * 365));
    event.days = DayRange::new(first, first.plus(n_days - 1)).expect("not negative");
    event.precision = if n_days == 1 { Precision::Day } else { event.days.precision() };
    event
}

fn offset(chance: &mut Chance, bound: usize) -> i32 {
    i32::try_from(chance.below(bound)).expect("some thousands of days")
}

/// Everything that does not depend on the kind.
fn blank(chance: &mut Chance, index: usize, kind: Kind, form: Form, participation: Participation) -> Event {
    let status = match chance.below(20) {
        0 => Status::Denied,
        1 => Status::Speculated,
        2 => Status::Cancelled,
        3..=5 => Status::Planned,
        _ => Status::Happened,
    };
    let n_quotes = 1 + chance.below(3);
    let confidence = 40 + i32::try_from(chance.below(60)).expect("below 60");
    let conflict = Conflict { field: "participation", values: Vec::new() };
    Event {
        id: format!("synthetic/{index}"),
        kind,
        form,
        held: confidence < 50,
        subject: SUBJECT.to_owned(),
        series: None,
        edition: None,
        name: String::new(),
        counterparts: Vec::new(),
        countries: Vec::new(),
        participation,
        left_early: chance.percent(2),
        host: false,
        delegate: None,
        reason: None,
        status,
        days: DayRange::ANY,
        precision: Precision::Unknown,
        derivation: Vec::new(),
        inferred: Vec::new(),
        place: Place::default(),
        sidelines_of: None,
        maybe_same_as: Vec::new(),
        confidence,
        reasons: vec![ConfidenceReason { why: "synthetic", points: confidence }],
        conflicts: if chance.percent(3) { vec![conflict] } else { Vec::new() },
        review: *chance.pick(&[
            Review::Unreviewed,
            Review::Unreviewed,
            Review::Unreviewed,
            Review::Confirmed,
        ]),
        evidence: (0..n_quotes).map(|_| evidence(chance, participation, status)).collect(),
    }
}

fn evidence(chance: &mut Chance, participation: Participation, status: Status) -> Evidence {
    let article = chance.below(5000);
    let quote = "He went there, as the report of that day has it.";
    Evidence {
        claim: format!("claim-{article}"),
        article: format!("{article:064x}"),
        source: format!("{article:064x}"),
        file: format!("synthetic/{article:05}.txt"),
        title: Some(format!("Report {article}")),
        published: None,
        url: None,
        quote: quote.to_owned(),
        prefix: String::new(),
        suffix: String::new(),
        start: 0,
        end: quote.chars().count(),
        language: "en".to_owned(),
        participation,
        status,
        grade: Grade::Body,
        speaker: None,
        trigger: "went".to_owned(),
        rule: "synthetic".to_owned(),
    }
}
