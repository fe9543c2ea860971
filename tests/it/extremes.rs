//! The timeline at the ends of time and of size: nothing panics, nothing is not a number, no axis is crowded.

use std::collections::BTreeSet;

use summitline::{
    model::{Day, DayRange, Event, Weekday},
    timeline::{
        AXIS_PX, Folds, Heights, LaneIndex, LanesBy, MOST_TICKS, Plot, PlotInput, Scale, ThemeName, View,
        Weight, axis, dates::Format, lanes, lay_out_lanes, names::SourceNumbers, rect, ticks,
    },
};

use crate::synthetic;

/// Lays lanes and axis out at this view, and checks what must hold of each.
fn check(events: &[Event], lanes: &[LaneIndex], view: View, folds: &Folds) -> Plot {
    let area = rect(150.0, 60.0, 1100.0, 540.0);
    let scale = Scale::new(view, folds, area);
    let theme = ThemeName::Light.theme();
    let measure = |text: &str, size_px: f32, _: Weight| text.chars().count() as f32 * size_px * 0.5;
    let plot = lay_out_lanes(&PlotInput {
        events,
        lanes,
        scale,
        rect: area,
        clip: area,
        heights: Heights::Equal,
        theme,
        measure: &measure,
        numbers: &SourceNumbers::new(),
        dates: Format::default(),
        on_screens: &BTreeSet::new(),
    });
    for mark in &plot.marks {
        assert!(mark.rect.x.is_finite() && mark.rect.y.is_finite() && mark.rect.width > 0.0, "{view:?}");
    }
    let ticks = ticks(scale, Weekday::Monday);
    assert!(ticks.ticks.len() <= MOST_TICKS, "{view:?}: {} ticks", ticks.ticks.len());
    assert!(ticks.bands.len() <= MOST_TICKS, "{view:?}: {} bands", ticks.bands.len());
    let axis = axis(&ticks, scale, rect(150.0, 14.0, 1100.0, AXIS_PX), 600.0, (theme, &measure));
    for label in &axis.labels {
        assert!(label.rect.x.is_finite() && label.rect.width.is_finite(), "{view:?}: {label:?}");
        assert!(label.span.0 < label.span.1, "{view:?}: {label:?}");
    }
    for label in &plot.labels {
        assert!(label.rect.x.is_finite() && label.rect.right() <= area.right() + 0.5, "{view:?}");
    }
    plot
}

/// From a minute to all years, at year 1, in 2022, and at year 9999.
fn views() -> Vec<View> {
    let mut views = vec![View::everything()];
    for iso in ["0001-01-01", "2022-11-15", "9999-12-31"] {
        let pivot = f64::from(Day::parse(iso).unwrap().epoch_days()) + 0.5;
        let mut view = View::everything();
        while view.n_days() > 1.0 / 1440.0 + 1e-6 {
            view = view.zoomed_at(pivot, 2.6);
            views.push(view);
        }
    }
    views
}

fn indexed(events: &[Event]) -> Vec<LaneIndex> {
    lanes(events, LanesBy::Kind, &|_| true).into_iter().map(|lane| LaneIndex::new(events, lane)).collect()
}

#[test]
fn no_zoom_breaks_it_with_none_one_and_a_hundred_thousand_events() {
    for n_events in [0, 1, 100_000] {
        let events = synthetic::events::events(7, n_events);
        let lanes = indexed(&events);
        let known = events.iter().map(|event| event.days).filter(|days| days.is_bounded());
        let folds = Folds::between(known);
        for view in views() {
            check(&events, &lanes, view, &Folds::NONE);
            check(&events, &lanes, view, &folds);
        }
    }
}

#[test]
fn a_million_events_in_one_view_are_counted_to_the_last() {
    let event = synthetic::events::events(7, 1).swap_remove(0);
    let first = Day::parse("1990-01-01").unwrap();
    let events: Vec<Event> = (0..1_000_000)
        .map(|n| {
            let mut event = event.clone();
            event.evidence.clear();
            event.days = DayRange::day(first.plus(n % 12_000));
            event
        })
        .collect();
    let lanes = indexed(&events);
    let days = DayRange::new(first, first.plus(12_000)).unwrap();
    let plot = check(&events, &lanes, View::fit(Some(days)), &Folds::NONE);
    assert_eq!(plot.marks.iter().map(|mark| mark.n_events).sum::<usize>(), 1_000_000);
    for view in views() {
        check(&events, &lanes, view, &Folds::NONE);
    }
}

#[test]
fn a_minute_still_says_which_day_it_is() {
    let noon = f64::from(Day::parse("2022-11-15").unwrap().epoch_days()) + 0.5;
    let view = View::new(noon, noon + 1.0 / 1440.0);
    let ticks = ticks(Scale::plain(view, rect(0.0, 0.0, 800.0, AXIS_PX)), Weekday::Monday);
    assert_eq!(ticks.lead.map(|lead| lead.label).as_deref(), Some("Tue 15"));
    assert_eq!(ticks.bands.first().map(|band| band.label.as_str()), Some("November 2022"));
}

#[test]
fn labels_of_the_axis_name_whole_months_and_years() {
    let view = View::of_days(DayRange::year(2024).unwrap());
    let strip = rect(0.0, 0.0, 1000.0, AXIS_PX);
    let scale = Scale::plain(view, strip);
    let measure = |text: &str, _: f32, _: Weight| text.chars().count() as f32 * 6.0;
    let style = (ThemeName::Light.theme(), &measure as &dyn Fn(&str, f32, Weight) -> f32);
    let axis = axis(&ticks(scale, Weekday::Monday), scale, strip, 100.0, style);
    let february = axis.labels.iter().find(|label| label.name == "February 2024").unwrap();
    assert!((february.span.1 - february.span.0 - 29.0).abs() < 1e-9, "a leap year");
    let year = axis.labels.iter().find(|label| label.name == "2024").unwrap();
    assert!((year.span.1 - year.span.0 - 366.0).abs() < 1e-9, "and its length");
}
