//! The evidence panel's parts: disagreement, inference, points, repairs, the file as saved, marked quotes.

use eframe::egui::Key;
use egui_kittest::kittest::Queryable as _;

use super::{BALI, KAZAN, QUOTE, demo, selected};

const JOHANNESBURG: &str =
    "BRICS summit, Johannesburg, 22 to 24 August 2023, by video, 1 source, articles disagree";

#[test]
fn those_who_disagree_stand_side_by_side() {
    let mut harness = demo();
    harness.get_by_label(JOHANNESBURG).click();
    harness.run();
    harness.get_by_label("The articles disagree: participation");
    let virtually = harness.get_by_label("virtual, says 2023/johannesburg.txt").rect();
    let attended = harness.get_by_label("attended, says 2023/johannesburg.txt").rect();
    assert!((virtually.top() - attended.top()).abs() < 1.0, "at the same height: {virtually} {attended}");
    assert!(virtually.right() < attended.left(), "one beside the other");
}

#[test]
fn what_no_sentence_says_is_told_apart() {
    let mut harness = demo();
    harness.get_by_label(BALI).click();
    harness.run();
    harness.get_by_label_contains("The place: no sentence says so");
}

#[test]
fn confidence_is_told_with_its_points() {
    let mut harness = demo();
    harness.get_by_label(BALI).click();
    harness.run();
    harness.get_by_label("Confidence 80 %").click_accesskit();
    harness.run();
    harness.get_by_label("+30");
    harness.get_by_label("The calendar knows the occasion");
    harness.get_by_label_contains("their sum, 30, is kept within bounds");
}

#[test]
fn the_file_as_saved_is_shown_at_the_quote() {
    let mut harness = demo();
    harness.get_by_label(BALI).click();
    harness.run();
    harness.get_by_label("As saved").click();
    harness.run();
    harness.get_by_label_contains("Kreml?n said");
    harness.get_by_label("Text").click();
    harness.run();
    harness.get_by_label("Text of An empty chair in Bali");
}

#[test]
fn enter_goes_to_the_quote_and_the_arrows_still_step_through_events() {
    let mut harness = demo();
    harness.key_press(Key::ArrowRight);
    harness.run();
    harness.key_press(Key::ArrowRight);
    harness.run();
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert_eq!(selected(&harness).as_deref(), Some("G20 summit, Bali"));
    harness.key_press(Key::Enter);
    harness.run();
    assert!(harness.get_by_label(QUOTE).is_focused(), "its card has the keyboard");
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert_eq!(selected(&harness).as_deref(), Some("BRICS summit, Johannesburg"));
}

#[test]
fn dates_of_quotes_and_articles_are_told() {
    let mut harness = demo();
    harness.get_by_label(KAZAN).click();
    harness.run();
    harness.get_by_label("Not dated, and nothing in it tells when it was written");
}
