//! Claims and article records keep everything that merging needs: written and read back, they are the same.

use proptest::{collection::vec, option, prelude::*};
use summitline::{
    model::{
        Anchor, ArticleFacts, Claim, Counterpart, Day, Direction, Form, Grade, Kind, MonthPart,
        Participation, Place, Reason, ReasonKind, Sidelines, Speaker, Status, Tense, Timex, Unit, Weekday,
        When, WindowConstraint,
    },
    wire::{ArticleRecord, ClaimRecord, Record, json_line, record_from_line},
};

fn any_unit() -> impl Strategy<Value = Unit> {
    prop::sample::select(vec![Unit::Day, Unit::Week, Unit::Month, Unit::Quarter, Unit::Year])
}

fn any_tense() -> impl Strategy<Value = Tense> {
    prop::sample::select(vec![Tense::Past, Tense::Present, Tense::Future, Tense::Unknown])
}

fn any_anchor() -> impl Strategy<Value = Anchor> {
    prop_oneof![Just(Anchor::Publication), Just(Anchor::Text), ".{0,9}".prop_map(Anchor::Moment)]
}

fn any_date() -> impl Strategy<Value = Timex> {
    let part = prop::sample::select(vec![MonthPart::Early, MonthPart::Mid, MonthPart::Late]);
    (option::of(1..9999), option::of(1_u32..13), option::of(1_u32..32), option::of(part))
        .prop_map(|(year, month, day, part)| Timex::Date { year, month, day, part })
}

fn any_timex() -> impl Strategy<Value = Timex> {
    let leaf = prop_oneof![
        any_date(),
        (prop::sample::select(Weekday::ALL.to_vec()), -2..3)
            .prop_map(|(weekday, offset)| Timex::Weekday { weekday, offset }),
        (any_unit(), -9..9).prop_map(|(unit, offset)| Timex::Relative { unit, offset }),
        (1_u32..13, -1..2).prop_map(|(month, offset)| Timex::NamedMonth { month, offset }),
        (0..99, any_unit(), any::<bool>(), any_anchor()).prop_map(|(amount, unit, is_before, anchor)| {
            let direction = if is_before { Direction::Before } else { Direction::After };
            Timex::Offset { amount, unit, direction, anchor }
        }),
        (0..99, any_unit()).prop_map(|(amount, unit)| Timex::Past { amount, unit }),
        (0..99, any_unit()).prop_map(|(amount, unit)| Timex::Coming { amount, unit }),
        (0..99, any_unit()).prop_map(|(amount, unit)| Timex::Duration { amount, unit }),
        ".{0,9}".prop_map(Timex::Moment),
    ];
    leaf.prop_recursive(3, 8, 2, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(from, to)| Timex::Range(Box::new(from), Box::new(to))),
            inner.prop_map(|from| Timex::Since(Box::new(from))),
        ]
    })
}

fn any_place() -> impl Strategy<Value = Place> {
    (option::of(".{1,9}"), option::of("[A-Z]{2}")).prop_map(|(city, country)| Place { city, country })
}

fn any_counterpart() -> impl Strategy<Value = Counterpart> {
    prop_oneof![
        ".{1,9}".prop_map(Counterpart::Named),
        ("[A-Z]{2}", option::of("[a-z_]{1,9}"))
            .prop_map(|(country, office)| Counterpart::Office { country, office }),
    ]
}

fn any_when() -> impl Strategy<Value = When> {
    let sidelines = (".{1,5}", any_place()).prop_map(|(series, place)| Sidelines { series, place });
    (
        vec(any_timex(), 0..3),
        any_tense(),
        option::of(sidelines),
        vec(any_timex(), 0..2),
        option::of(1..99_u32),
    )
        .prop_map(|(times, tense, sidelines, scope, ordinal)| When {
            times,
            tense,
            sidelines,
            scope,
            ordinal,
        })
}

fn any_claim() -> impl Strategy<Value = Claim> {
    use prop::sample::select;
    let kinds = (
        select(vec![Kind::Summit, Kind::Meeting, Kind::Call]),
        select(vec![Form::Summit, Form::Trilateral, Form::Visit, Form::Phone]),
        select(vec![Participation::Attended, Participation::Virtual, Participation::Skipped]),
        select(vec![Status::Happened, Status::Planned, Status::Speculated, Status::Alleged, Status::Denied]),
        select(vec![Grade::Body, Grade::Title, Grade::Caption, Grade::Related]),
    );
    let reason = (select(vec![ReasonKind::NotInvited, ReasonKind::Prevented]), ".{0,20}")
        .prop_map(|(kind, quote)| Reason { kind, quote });
    let parts = (
        vec(any_counterpart(), 0..4),
        option::of(reason),
        any_when(),
        any_place(),
        (any::<bool>(), any::<bool>(), 0..9999_usize),
        vec(".{0,30}", 9),
        option::of(".{1,9}"),
    );
    (kinds, parts).prop_map(|((kind, form, participation, status, grade), parts)| {
        let (counterparts, reason, when, place, (left_early, host, start), words, name) = parts;
        let word = |index: usize| words[index].clone();
        Claim {
            id: word(0),
            article: word(1),
            leader: word(2),
            kind,
            form,
            series: name.clone(),
            counterparts,
            participation,
            left_early,
            host,
            delegate: name.clone(),
            reason,
            status,
            when,
            place,
            quote: word(3),
            prefix: word(4),
            suffix: word(5),
            start,
            end: start + 7,
            language: word(6),
            grade,
            speaker: name.map(|name| Speaker { name }),
            trigger: word(7),
            rule: word(8),
            inferred: words,
        }
    })
}

fn any_constraint() -> impl Strategy<Value = WindowConstraint> {
    prop_oneof![
        (any_timex(), any_tense(), ".{0,9}").prop_map(|(timex, tense, quote)| WindowConstraint::Timed {
            timex,
            tense,
            quote
        }),
        (".{1,5}", any_place(), vec(any_timex(), 0..2), any_tense(), ".{0,9}").prop_map(
            |(series, place, times, tense, quote)| WindowConstraint::Edition {
                series,
                ordinal: Some(7),
                place,
                times,
                tense,
                quote
            }
        ),
        (".{1,9}", option::of("[A-Z]{2}"), option::of(".{1,9}"), any_tense(), ".{0,9}").prop_map(
            |(leader, country, office, tense, quote)| WindowConstraint::Office {
                leader,
                country,
                office,
                minister: tense == Tense::Past,
                tense,
                quote
            }
        ),
        (".{1,9}", 0..120, ".{0,9}").prop_map(|(leader, years, quote)| WindowConstraint::Age {
            leader,
            years,
            quote
        }),
    ]
}

fn any_facts() -> impl Strategy<Value = ArticleFacts> {
    let published = option::of((-9999..40_000).prop_map(Day::from_epoch_days));
    (vec(".{0,20}", 5), option::of(".{0,20}"), published, vec(any_constraint(), 0..4)).prop_map(
        |(words, title, published, constraints)| ArticleFacts {
            hash: words[0].clone(),
            file: words[1].clone(),
            title: title.clone(),
            published,
            url: title,
            language: words[2].clone(),
            constraints,
            copy_key: words[3].clone(),
            bulletin: published.is_some(),
            doubts: words,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    #[test]
    fn a_claim_is_the_same_after_writing_and_reading(claim in any_claim()) {
        let line = json_line(&Record::Claim(Box::new(ClaimRecord::from(&claim))));
        prop_assert!(!line.contains('\n'));
        let Ok(Record::Claim(record)) = record_from_line(&line) else { panic!("no claim: {line}") };
        prop_assert_eq!(Claim::from(*record), claim);
    }

    #[test]
    fn an_article_record_is_the_same_after_writing_and_reading(facts in any_facts()) {
        let line = json_line(&Record::Article(ArticleRecord::from(&facts)));
        let Ok(Record::Article(record)) = record_from_line(&line) else { panic!("no article: {line}") };
        prop_assert_eq!(ArticleFacts::from(record), facts);
    }
}

#[test]
fn fields_stand_in_the_order_of_the_contract() {
    let claim = ClaimRecord::from(&Claim {
        id: "c".to_owned(),
        article: "a".to_owned(),
        leader: "Vladimir Putin".to_owned(),
        kind: Kind::Meeting,
        form: Form::Talks,
        series: None,
        counterparts: vec![Counterpart::Office { country: "IN".to_owned(), office: None }],
        participation: Participation::Attended,
        left_early: false,
        host: false,
        delegate: None,
        reason: None,
        status: Status::Happened,
        when: When::default(),
        place: Place::default(),
        quote: "q".to_owned(),
        prefix: String::new(),
        suffix: String::new(),
        start: 0,
        end: 1,
        language: "en".to_owned(),
        grade: Grade::Body,
        speaker: None,
        trigger: "met".to_owned(),
        rule: "r".to_owned(),
        inferred: Vec::new(),
    });
    assert_eq!(
        json_line(&Record::Claim(Box::new(claim))),
        r#"{"record":"claim","id":"c","article":"a","leader":"Vladimir Putin","kind":"meeting","form":"talks","series":null,"counterpart":{"country":"IN","office":null},"participation":"attended","left_early":false,"host":false,"delegate":null,"reason":null,"status":"happened","when":{"times":[],"tense":"unknown","sidelines":null,"scope":[]},"place":null,"quote":"q","prefix":"","suffix":"","start":0,"end":1,"language":"en","grade":"body","rule":"r","inferred":[],"trigger":"met"}"#
    );
}
