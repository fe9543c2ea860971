//! Lanes by what the reader compares, folded stretches, silent editions, and the overview of the whole span.

use eframe::egui::{self, Key, Modifiers, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use summitline::{project::Effect, timeline::LanesBy};

use super::{BALI, KAZAN, demo};
use crate::stage::Stage;

fn choose_lanes(harness: &mut Harness<'_, Stage>, from: &str, to: &str) {
    harness.get_by_role_and_label(Role::ComboBox, from).click();
    harness.run();
    harness.get_by_label(to).click();
    harness.run();
}

/// What a screen reader says of the visible time.
fn visible_time(harness: &Harness<'_, Stage>) -> String {
    let node = harness.get_by_label_contains("Visible time, ");
    let label = node.accesskit_node().label();
    label.unwrap_or_default()
}

#[test]
fn lanes_can_stand_for_counterparts_and_the_project_keeps_it() {
    let mut harness = demo();
    harness.get_by_label("Attended, 1 summit");
    choose_lanes(&mut harness, "Lanes by kind", "By counterpart");
    assert_eq!(harness.state().state().arrangement.lanes_by, LanesBy::Counterpart);
    harness.get_by_label("Narendra Modi, 1 meeting");
    harness.get_by_label("None named, 4 summits, 1 meeting");
    harness.get_by_label(BALI);
    harness.state_mut().picked = Some("/tmp/mine.summitline".into());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    harness.run();
    let saved = harness.state().asked.iter().find_map(|effect| match effect {
        Effect::SaveProject { bytes, .. } => Some(String::from_utf8(bytes.clone()).unwrap()),
        _ => None,
    });
    assert!(saved.expect("it is saved").contains("\"lanes\": \"counterpart\""), "the lanes are kept");
}

#[test]
fn countries_are_called_by_their_names() {
    let mut harness = demo();
    choose_lanes(&mut harness, "Lanes by kind", "By country");
    harness.get_by_label("Mongolia, 1 meeting");
}

#[test]
fn empty_stretches_are_folded_on_request_and_the_marks_stay_where_they_are_said_to_be() {
    let mut harness = demo();
    let span = |harness: &Harness<'_, Stage>| {
        let x = |name| harness.get_by_label(name).rect().center().x;
        x(KAZAN) - x(BALI)
    };
    let before = span(&harness);
    harness.key_press(Key::G);
    harness.run();
    assert!(harness.state().state().arrangement.folded, "G folds");
    assert!((span(&harness) - before).abs() > 10.0, "the marks moved: {before} {}", span(&harness));
    harness.get_by_label(KAZAN).click();
    harness.run();
    let selected = harness.state().state().selected_event().map(|event| event.name.clone());
    assert_eq!(selected.as_deref(), Some("BRICS summit, Kazan"), "a mark is hit where it is drawn");
    harness.key_press(Key::G);
    harness.run();
    assert!((span(&harness) - before).abs() < 1.0, "unfolded, all is as before");
}

#[test]
fn the_overview_is_dragged_stretched_and_moved_by_keys() {
    let mut harness = demo();
    harness.key_press(Key::Plus);
    harness.run();
    let near = visible_time(&harness);
    harness.get_by_label_contains("Visible time, ").focus();
    harness.run();
    harness.key_press(Key::ArrowRight);
    harness.run();
    let moved = visible_time(&harness);
    assert_ne!(near, moved, "an arrow moves the window");
    assert_eq!(harness.state().state().selected, None, "and selects no event");
    let edge = harness.get_by_label_contains("Start of the visible time, ").rect().center();
    harness.drag_at(edge);
    harness.run();
    harness.hover_at(edge - egui::vec2(40.0, 0.0));
    harness.run();
    harness.drop_at(edge - egui::vec2(40.0, 0.0));
    harness.run();
    let stretched = visible_time(&harness);
    let end = |words: &str| words.split(" to ").last().map(ToOwned::to_owned);
    assert_ne!(moved, stretched, "an edge stretches it");
    assert_eq!(end(&moved), end(&stretched), "and the other edge stays");
}

#[test]
fn editions_that_no_article_speaks_of_are_shown_only_on_request() {
    let mut harness = demo();
    assert!(harness.query_all_by_label_contains("no article here speaks of it").next().is_none());
    choose_lanes(&mut harness, "Lanes by kind", "Show editions no article speaks of");
    assert!(harness.state().state().arrangement.silent, "it is chosen");
}
