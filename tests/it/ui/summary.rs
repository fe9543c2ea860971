//! The summary: the matrix of series and years, in which silence is never a skip, and the holes.

use eframe::egui::Key;
use egui_kittest::{Harness, kittest::Queryable as _};

use super::{BALI, KAZAN, click, demo, selected};
use crate::stage::Stage;

/// The window with the summary in its middle.
fn summary() -> Harness<'static, Stage> {
    let mut harness = demo();
    harness.key_press(Key::U);
    harness.run();
    harness
}

#[test]
fn a_cell_says_what_the_articles_say_and_silence_is_no_skip() {
    let harness = summary();
    harness.get_by_label("G20 2022: skipped");
    harness.get_by_label("BRICS 2024: attended");
    harness.get_by_label("BRICS 2022: no article here speaks of it");
    harness.get_by_label("G20 2024: no article here speaks of it");
    // The articles disagree about Johannesburg, and nobody speaks of the meeting on screens in November.
    harness.get_by_label("BRICS 2023: articles disagree; no article here speaks of it");
}

#[test]
fn shares_carry_what_they_are_of() {
    let harness = summary();
    harness.get_by_label("Skipped 2 of the 4 editions that these articles speak of; attended 1, by video 0");
}

#[test]
fn a_cell_shows_its_events_alone_and_a_second_click_all_again() {
    let mut harness = summary();
    click(&mut harness, "G20 2022: skipped");
    assert_eq!(selected(&harness).as_deref(), Some("G20 summit, Bali"));
    assert_eq!(harness.state().state().counts().shown, 1);
    harness.key_press(Key::U);
    harness.run();
    harness.get_by_label(BALI);
    assert!(harness.query_by_label(KAZAN).is_none(), "the timeline shows the cell's events");
    harness.key_press(Key::U);
    harness.run();
    click(&mut harness, "G20 2022: skipped");
    assert_eq!(harness.state().state().counts().shown, 9);
}

#[test]
fn holes_lead_to_their_events_and_lists() {
    let mut harness = summary();
    harness.get_by_label("Undated: 1").scroll_to_me();
    harness.run();
    click(&mut harness, "Undated: 1");
    let state = harness.state().state();
    let shown: Vec<_> = state.shown().map(|event| event.name.as_str()).collect();
    assert_eq!(shown, ["Meeting with Sauli Niinistö"]);
    harness.get_by_label("It is a picture, not text: 1").scroll_to_me();
    harness.run();
    click(&mut harness, "It is a picture, not text: 1");
    harness.get_by_label("Save the article as text or HTML");
}

#[test]
fn a_year_shows_its_summits() {
    let mut harness = summary();
    let label = "2023: skipped 1 of 2 that these articles speak of, attended 0, by video 0";
    harness.get_by_label(label).scroll_to_me();
    harness.run();
    click(&mut harness, label);
    assert_eq!(harness.state().state().counts().shown, 2);
}
