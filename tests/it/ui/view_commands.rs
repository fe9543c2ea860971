//! The commands that move through time, filter, seek and open parts of the window.

use eframe::egui::Key;
use egui_kittest::kittest::Queryable as _;
use summitline::timeline::Lane;

use super::{
    BALI, KAZAN,
    commands::{Case, Window, run},
    selected,
};

fn x_of_kazan(harness: &Window) -> f32 {
    harness.get_by_label(KAZAN).rect().center().x
}

fn hide_calls(harness: &mut Window) {
    harness.get_by_label("Calls 1").click();
    harness.run();
}

fn shows_calls(harness: &Window) -> bool {
    harness.state().state().filter.shows_lane(Lane::Calls)
}

pub(super) const CASES: &[Case] = &[
    ("First event", |harness| {
        run(harness, "First event");
        let first = harness.state().state().shown().next().unwrap().name.clone();
        assert_eq!(selected(harness), Some(first));
    }),
    ("Last event", |harness| {
        run(harness, "Last event");
        let last = harness.state().state().shown().next_back().unwrap().name.clone();
        assert_eq!(selected(harness), Some(last));
    }),
    ("Event in the lane above", |harness| {
        run(harness, "Event in the lane above");
        assert_eq!(selected(harness).as_deref(), Some("BRICS summit, Johannesburg"));
    }),
    ("Event in the lane below", |harness| {
        run(harness, "Event in the lane below");
        assert_eq!(selected(harness).as_deref(), Some("Meeting with Xi Jinping"));
    }),
    ("Move to earlier days", |harness| {
        let before = x_of_kazan(harness);
        run(harness, "Move to earlier days");
        assert!(harness.query_by_label(KAZAN).is_none_or(|node| node.rect().center().x > before + 10.0));
    }),
    ("Move to later days", |harness| {
        let before = x_of_kazan(harness);
        run(harness, "Move to later days");
        assert!(x_of_kazan(harness) < before - 10.0);
    }),
    ("Back to the last view", |harness| {
        let before = x_of_kazan(harness);
        run(harness, "Move to later days");
        run(harness, "Back to the last view");
        assert!((x_of_kazan(harness) - before).abs() < 2.0);
    }),
    ("Forward to the next view", |harness| {
        run(harness, "Move to later days");
        let moved = x_of_kazan(harness);
        run(harness, "Back to the last view");
        run(harness, "Forward to the next view");
        assert!((x_of_kazan(harness) - moved).abs() < 2.0);
    }),
    ("Fold empty stretches", |harness| {
        let apart = |harness: &Window| x_of_kazan(harness) - harness.get_by_label(BALI).rect().center().x;
        let before = apart(harness);
        run(harness, "Fold empty stretches");
        assert!((apart(harness) - before).abs() > 5.0, "stretches without events are narrow");
    }),
    ("Show editions no article speaks of", |harness| {
        run(harness, "Show editions no article speaks of");
        assert!(
            harness.query_all_by_label_contains("no article here speaks of it").count() > 0,
            "faint dots"
        );
    }),
    ("Search…", |harness| {
        run(harness, "Search…");
        assert!(harness.get_by_label("Search events and articles").is_focused(), "one can type at once");
    }),
    ("Filter", |harness| {
        run(harness, "Filter");
        harness.get_by_label("Search events and articles");
        run(harness, "Filter");
        assert!(harness.query_by_label("Search events and articles").is_none(), "it is put away");
    }),
    ("Clear filter", |harness| {
        hide_calls(harness);
        run(harness, "Clear filter");
        assert!(shows_calls(harness), "everything is let through");
    }),
    ("Filter before", |harness| {
        hide_calls(harness);
        run(harness, "Filter before");
        assert!(shows_calls(harness), "as it was before");
    }),
    ("Summary", |harness| {
        run(harness, "Summary");
        harness.get_by_label("G20 2022: skipped");
        harness.key_press(Key::U);
        harness.run();
        harness.get_by_label(BALI);
    }),
    ("Table of events", |harness| {
        run(harness, "Table of events");
        let n_named = harness.query_all_by_label_contains("G20 summit, New Delhi").count();
        assert!(n_named > 1, "once on the timeline, once in the table");
    }),
];

#[test]
fn every_command_of_the_view_does_what_it_says() {
    super::commands::try_all(CASES);
}
