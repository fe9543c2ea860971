//! A folder that is opened again shows its last view, and offers the decisions that nobody saved.

use eframe::egui::Key;
use egui_kittest::{Harness, kittest::Queryable as _};
use summitline::{
    model::Review,
    project::{Input, saved::Saved},
    ui::Initial,
};

use super::{BALI, KAZAN, demo, review_of, selected};
use crate::stage::{Stage, window_on};

const OFFER: &str = "Your last visit to this folder made 1 decision that no project holds";

/// Leaves the window and opens the same articles in another one.
fn again(mut harness: Harness<'static, Stage>) -> Harness<'static, Stage> {
    let stage = harness.state_mut();
    stage.leave();
    let mut next = Stage::new(Initial::Demo);
    next.visits.clone_from(&stage.visits);
    next.memory.clone_from(&stage.memory);
    window_on(next, [1280.0, 800.0], 1.0).0
}

#[test]
fn the_last_view_comes_back() {
    let mut harness = demo();
    harness.get_by_label("Calls 1").click();
    harness.run();
    harness.get_by_label(KAZAN).click();
    harness.run();
    harness.key_press(Key::F);
    harness.run();
    for _ in 0..3 {
        harness.key_press(Key::Plus);
        harness.run();
    }
    let kazan = harness.get_by_label(KAZAN).rect().center();
    assert!(harness.query_by_label(BALI).is_none(), "Bali is out of view");

    let harness = again(harness);
    assert_eq!(selected(&harness).as_deref(), Some("BRICS summit, Kazan"));
    assert_eq!(harness.state().state().counts().filtered, 1, "calls are still switched off");
    let there = harness.get_by_label(KAZAN).rect().center();
    assert!((kazan.x - there.x).abs() < 4.0, "it is where it was: {kazan} {there}");
    assert!(harness.query_by_label(BALI).is_none(), "Bali is still out of view");
}

#[test]
fn what_was_open_is_open_again() {
    let mut harness = demo();
    harness.key_press(Key::L);
    harness.key_press(Key::T);
    harness.run();
    harness.get_by_label("Facet Series");
    harness.get_by_label("Copy as CSV");
    let mut harness = again(harness);
    harness.get_by_label("Facet Series");
    harness.get_by_label("Copy as CSV");
    for key in [Key::L, Key::T, Key::U] {
        harness.key_press(key);
        harness.run();
    }
    let harness = again(harness);
    assert!(harness.query_by_label("Facet Series").is_none(), "the filter was put away");
    assert!(harness.query_by_label("Copy as CSV").is_none(), "the table was put away");
    harness.get_by_label("Summits by series and year");
}

#[test]
fn decisions_that_nobody_saved_are_offered() {
    let mut harness = demo();
    harness.get_by_label(BALI).click();
    harness.run();
    harness.get_by_label("Confirm").click();
    harness.run();

    let mut harness = again(harness);
    assert_eq!(review_of(&harness, "G20 summit, Bali"), Review::Unreviewed, "they are offered, not made");
    harness.get_by_label(OFFER);
    harness.get_by_label("Take over").click();
    harness.run();
    assert_eq!(review_of(&harness, "G20 summit, Bali"), Review::Confirmed);
    assert!(harness.state().state().unsaved, "they can be saved now");
    assert!(harness.query_by_label(OFFER).is_none(), "the offer is answered");
}

#[test]
fn an_offer_stands_until_it_is_answered() {
    let mut harness = demo();
    harness.get_by_label(BALI).click();
    harness.run();
    harness.get_by_label("Reject").click();
    harness.run();
    let mut harness = again(again(harness));
    harness.get_by_label("Forget").click();
    harness.run();
    let harness = again(harness);
    assert!(harness.query_by_label(OFFER).is_none(), "it was forgotten for good");
}

#[test]
fn a_decision_is_remembered_before_the_window_is_left() {
    let mut harness = demo();
    harness.get_by_label(BALI).click();
    harness.run();
    harness.get_by_label("Confirm").click();
    harness.run();
    let (input, bytes) = harness.state().visits.last().unwrap();
    assert_eq!(*input, Input::Demo);
    assert_eq!(Saved::from_bytes(bytes).unwrap().decisions.len(), 1);
}
