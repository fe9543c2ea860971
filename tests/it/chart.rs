//! Charts: the right marks in the right lanes, the same bytes twice, and what must always stand under them.

use summitline::{
    export::{self, Fonts, Picture},
    model::{
        Day, DayRange, Event, Evidence, Form, Grade, Kind, Participation, Place, Precision, Review, Status,
    },
    timeline::{ChartInput, Coverage, LanesBy, Rect, Scene, ThemeName},
};

/// A made-up event; the files are those of its evidence.
struct Made<'a> {
    name: &'a str,
    days: (&'a str, &'a str),
    kind: Kind,
    participation: Participation,
    status: Status,
    files: &'a [&'a str],
}

fn day(iso: &str) -> Day {
    Day::parse(iso).unwrap()
}

fn event(made: &Made<'_>) -> Event {
    let Made { name, days, kind, participation, status, files } = made;
    let days = DayRange::new(day(days.0), day(days.1)).unwrap();
    let (form, counterparts) = match kind {
        Kind::Summit => (Form::Summit, Vec::new()),
        Kind::Meeting => (Form::Talks, vec![(*name).to_owned()]),
        Kind::Call => (Form::Phone, vec![(*name).to_owned()]),
    };
    Event {
        id: (*name).to_owned(),
        kind: *kind,
        form,
        held: false,
        subject: "Vladimir Putin".to_owned(),
        series: None,
        edition: None,
        name: (*name).to_owned(),
        counterparts,
        countries: Vec::new(),
        participation: *participation,
        left_early: false,
        host: false,
        delegate: None,
        reason: None,
        status: *status,
        days,
        precision: if days.n_days() <= 4 { Precision::Day } else { days.precision() },
        derivation: Vec::new(),
        inferred: Vec::new(),
        place: Place::default(),
        sidelines_of: None,
        maybe_same_as: Vec::new(),
        confidence: 80,
        reasons: Vec::new(),
        conflicts: Vec::new(),
        review: Review::Unreviewed,
        evidence: files.iter().map(|file| evidence(file, *participation, *status)).collect(),
    }
}

fn evidence(file: &str, participation: Participation, status: Status) -> Evidence {
    Evidence {
        claim: String::new(),
        article: file.to_owned(),
        source: file.to_owned(),
        file: file.to_owned(),
        title: Some(format!("What {file} reports of the week")),
        published: None,
        url: None,
        quote: String::new(),
        prefix: String::new(),
        suffix: String::new(),
        start: 0,
        end: 0,
        language: "en".to_owned(),
        participation,
        status,
        grade: Grade::Body,
        speaker: None,
        trigger: String::new(),
        rule: String::new(),
    }
}

#[rustfmt::skip]
const MADE: &[Made<'_>] = &[
    Made { name: "G20 summit, Brisbane", days: ("2014-11-15", "2014-11-16"), kind: Kind::Summit, participation: Participation::Attended, status: Status::Happened, files: &["a.txt", "b.txt"] },
    Made { name: "SCO summit, Samarkand", days: ("2022-09-15", "2022-09-16"), kind: Kind::Summit, participation: Participation::Attended, status: Status::Happened, files: &["a.txt"] },
    Made { name: "G20 summit, Bali", days: ("2022-11-15", "2022-11-16"), kind: Kind::Summit, participation: Participation::Skipped, status: Status::Happened, files: &["a.txt", "b.txt", "c.txt"] },
    Made { name: "BRICS summit, Johannesburg", days: ("2023-08-22", "2023-08-24"), kind: Kind::Summit, participation: Participation::Virtual, status: Status::Happened, files: &["b.txt"] },
    Made { name: "G20 summit, New Delhi", days: ("2023-09-09", "2023-09-10"), kind: Kind::Summit, participation: Participation::Skipped, status: Status::Happened, files: &["b.txt"] },
    Made { name: "APEC summit, Bangkok", days: ("2022-11-18", "2022-11-19"), kind: Kind::Summit, participation: Participation::Skipped, status: Status::Planned, files: &["c.txt"] },
    Made { name: "SCO summit, Astana", days: ("2024-07-03", "2024-07-04"), kind: Kind::Summit, participation: Participation::Attended, status: Status::Planned, files: &["d.txt"] },
    Made { name: "Xi Jinping", days: ("2022-09-15", "2022-09-15"), kind: Kind::Meeting, participation: Participation::Attended, status: Status::Happened, files: &["a.txt", "d.txt"] },
    Made { name: "Narendra Modi", days: ("2022-09-16", "2022-09-16"), kind: Kind::Meeting, participation: Participation::Attended, status: Status::Happened, files: &["a.txt"] },
    Made { name: "Recep Tayyip Erdoğan", days: ("2022-09-16", "2022-09-16"), kind: Kind::Meeting, participation: Participation::Attended, status: Status::Happened, files: &["a.txt"] },
    Made { name: "Ilham Aliyev", days: ("2022-09-15", "2022-09-16"), kind: Kind::Meeting, participation: Participation::Attended, status: Status::Happened, files: &["a.txt"] },
    Made { name: "Kim Jong Un", days: ("2023-09-01", "2023-09-30"), kind: Kind::Meeting, participation: Participation::Attended, status: Status::Speculated, files: &["e.txt"] },
    Made { name: "Sauli Niinistö", days: ("2016-01-01", "2016-12-31"), kind: Kind::Meeting, participation: Participation::Attended, status: Status::Happened, files: &["e.txt"] },
    Made { name: "Joko Widodo", days: ("2022-11-02", "2022-11-02"), kind: Kind::Call, participation: Participation::Virtual, status: Status::Happened, files: &["c.txt"] },
    Made { name: "Emmanuel Macron", days: ("2022-08-10", "2022-08-25"), kind: Kind::Call, participation: Participation::Virtual, status: Status::Denied, files: &["c.txt"] },
];

pub(crate) fn events() -> Vec<Event> {
    let mut events: Vec<Event> = MADE.iter().map(event).collect();
    events[0].left_early = true;
    events[1].review = Review::Confirmed;
    events[7].conflicts = vec![summitline::model::Conflict { field: "start", values: Vec::new() }];
    events[6].form = Form::Forum;
    events
}

fn coverage() -> Coverage {
    Coverage {
        n_articles: 5,
        n_undated: 3,
        written: vec![DayRange::day(day("2022-11-16")), DayRange::day(day("2023-07-20"))],
        program: "Summitline 0.1.0".to_owned(),
        data: "2026.11".to_owned(),
        fingerprint: "4f0c21d9".to_owned(),
        ..Coverage::default()
    }
}

fn scene(events: &[Event], theme: ThemeName, size_px: (f32, f32)) -> Scene {
    let fonts = Fonts::builtin();
    let input = ChartInput {
        subject: "Vladimir Putin",
        events,
        coverage: &coverage(),
        from: None,
        to: None,
        lanes_by: LanesBy::Kind,
        size_px,
        theme: theme.theme(),
        measure: &|_, _, _| 0.0,
    };
    export::lay_out_with(&input, &fonts)
}

fn full_hd(events: &[Event]) -> Scene {
    scene(events, ThemeName::Light, (1920.0, 1080.0))
}

#[test]
fn every_mark_has_its_shape_and_its_lane() {
    let svg = export::svg(&full_hd(&events()), &Fonts::builtin());
    for (kind, lane, element, name) in [
        (
            "left-early",
            "attended",
            "<polygon",
            "G20 summit, Brisbane, 15 to 16 November 2014, attended, left early, 2 sources",
        ),
        (
            "attended",
            "attended",
            "<circle",
            "SCO summit, Samarkand, 15 to 16 September 2022, attended, 1 source, confirmed",
        ),
        ("skipped", "skipped", "<polygon", "G20 summit, Bali, 15 to 16 November 2022, skipped, 3 sources"),
        (
            "virtual",
            "virtual",
            "<circle",
            "BRICS summit, Johannesburg, 22 to 24 August 2023, by video, 1 source",
        ),
        ("meeting", "meetings", "<polygon", "Narendra Modi, 16 September 2022, meeting, 1 source"),
        ("call", "calls", "<rect", "Joko Widodo, 2 November 2022, call, 1 source"),
    ] {
        let head =
            format!("<g class=\"mark {kind}\" data-lane=\"{lane}\" role=\"img\" aria-label=\"{name}\">");
        let group = svg.split_once(&head).unwrap_or_else(|| panic!("no {head}")).1;
        let group = group.split_once("</g>").unwrap().0;
        assert!(group.contains(element), "{name}: {group}");
    }
}

#[test]
fn marks_stand_inside_their_lanes_from_above() {
    let scene = full_hd(&events());
    let mut by_lane: Vec<(usize, f32)> =
        scene.marks.iter().map(|mark| (mark.lane_index, mark.rect.centre().y)).collect();
    by_lane.sort_by(|a, b| a.partial_cmp(b).unwrap());
    for pair in by_lane.windows(2) {
        assert!(pair[0].0 == pair[1].0 || pair[0].1 < pair[1].1, "{pair:?}");
    }
    assert_eq!(scene.marks.iter().map(|mark| mark.n_events).sum::<usize>(), MADE.len());
}

#[test]
fn no_label_overlaps_another_or_leaves_the_picture() {
    for size in [(1920.0, 1080.0), (1280.0, 720.0), (800.0, 600.0)] {
        let scene = scene(&events(), ThemeName::Light, size);
        let page = Rect { x: 0.0, y: 0.0, width: size.0, height: size.1 };
        for (index, a) in scene.labels.iter().enumerate() {
            assert!(page.contains(a.rect), "{size:?} {a:?}");
            for b in scene.labels.iter().skip(index + 1) {
                assert!(!a.rect.overlaps(b.rect), "{size:?} {a:?} {b:?}");
            }
            for mark in &scene.marks {
                assert!(!a.rect.overlaps(mark.rect), "{size:?} {a:?} {mark:?}");
            }
        }
    }
    assert!(full_hd(&events()).labels.len() >= 12, "room enough for most labels");
}

#[test]
fn the_coverage_line_is_always_there() {
    for events in [events(), Vec::new()] {
        let words: Vec<_> = full_hd(&events).texts().map(|text| text.text.clone()).collect();
        let words = words.join(" ");
        for part in
            ["No mark does not mean that nothing happened", "Drawn from 5 articles", "fingerprint 4f0c21d9"]
        {
            assert!(words.contains(part), "{part}: {words}");
        }
    }
}

#[test]
fn what_is_held_back_is_counted_and_not_drawn() {
    let mut events = events();
    events[2].held = true;
    let scene = full_hd(&events);
    assert_eq!(scene.marks.iter().map(|mark| mark.n_events).sum::<usize>(), MADE.len() - 1);
    let words: Vec<_> = scene.texts().map(|text| text.text.clone()).collect();
    assert!(words.join(" ").contains("1 held back"), "{words:?}");
}

#[test]
fn a_picture_is_the_same_twice_and_as_big_as_asked() {
    let (fonts, scene) = (Fonts::builtin(), full_hd(&events()));
    let draw = |scale| export::picture(&scene, Picture::Png, scale, &fonts).unwrap();
    let image = image::load_from_memory(&draw(2.0)).unwrap();
    assert_eq!((image.width(), image.height()), (3840, 2160));
    assert_eq!(draw(0.5), draw(0.5));
    assert_eq!(export::svg(&full_hd(&events()), &fonts), export::svg(&scene, &fonts));
}

#[test]
fn colours_of_all_marks_are_in_the_picture() {
    let image = {
        let png = export::picture(&full_hd(&events()), Picture::Png, 1.0, &Fonts::builtin()).unwrap();
        image::load_from_memory(&png).unwrap().to_rgba8()
    };
    for colour in ThemeName::Light.theme().marks {
        let n = image.pixels().filter(|pixel| pixel.0 == colour.0).count();
        assert!(n > 20, "{colour:?}: {n} pixels");
    }
}

#[test]
fn a_pdf_is_one_page_and_the_same_twice() {
    let write = || export::picture(&full_hd(&[]), Picture::Pdf, 1.0, &Fonts::builtin()).unwrap();
    let bytes = write();
    assert!(bytes.starts_with(b"%PDF-"), "a PDF begins so");
    assert_eq!(bytes, write(), "the same bytes twice");
}
