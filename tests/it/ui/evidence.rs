//! From a mark to its quote, and what is decided there.

use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use summitline::{model::Review, ui::Initial};

use super::{BALI, KAZAN, QUOTE, demo, review_of, selected};
use crate::stage::window;

#[test]
fn from_the_first_page_to_a_quote_and_back() {
    let (mut harness, _) = window(Initial::Last, [1280.0, 800.0], 1.0);
    harness.get_by_label("Open sample articles").click();
    harness.run();
    harness.get_by_label(KAZAN);
    harness.get_by_label(BALI).click();
    harness.run();
    harness.get_by_label(QUOTE);
    harness.get_by_label("Text of An empty chair in Bali");
    harness.get_by_label("Reject").click();
    harness.run();
    assert_eq!(review_of(&harness, "G20 summit, Bali"), Review::Rejected);
    assert!(harness.query_by_label(BALI).is_none(), "a rejected event leaves the timeline");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    harness.get_by_label(BALI);
    assert_eq!(review_of(&harness, "G20 summit, Bali"), Review::Unreviewed);
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    harness.run();
    assert_eq!(review_of(&harness, "G20 summit, Bali"), Review::Rejected);
}

#[test]
fn hovering_shows_the_quote_with_its_date_and_file() {
    let mut harness = demo();
    harness.get_by_label(BALI).hover();
    harness.run_steps(8);
    harness.get_by_label("“Vladimir Putin stayed away from the G20 summit in Bali, the Kremlin said.”");
    harness.get_by_label("2022/bali.txt, no date stated");
}

#[test]
fn repaired_places_are_shown_on_request() {
    let mut harness = demo();
    harness.get_by_label(BALI).click();
    harness.run();
    harness.get_by_label("Repairs").click();
    harness.run();
    harness.get_by_label("Text of An empty chair in Bali");
}

#[test]
fn arrows_step_through_the_events_and_keys_decide() {
    let mut harness = demo();
    let n_shown = harness.state().state().counts().shown;
    let mut seen = Vec::new();
    for _ in 0..n_shown {
        harness.key_press(Key::ArrowRight);
        harness.run();
        seen.extend(selected(&harness));
    }
    let expected: Vec<String> = harness.state().state().shown().map(|event| event.name.clone()).collect();
    assert_eq!(seen, expected);
    let last = expected.last().unwrap();
    harness.key_press(Key::A);
    harness.run();
    assert_eq!(review_of(&harness, last), Review::Confirmed);
    harness.key_press(Key::R);
    harness.run();
    assert_eq!(review_of(&harness, last), Review::Rejected);
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(selected(&harness), None);
}
