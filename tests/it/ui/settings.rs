//! Settings are chosen, kept and seen at once.

use eframe::egui::{self, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use summitline::{project::Memory, ui::Initial};

use super::{BALI, KAZAN, demo};
use crate::stage::{Stage, window_on};

#[test]
fn settings_are_seen_at_once_and_kept() {
    let mut harness = demo();
    harness.get_by_label(BALI).click();
    harness.run();
    harness.get_by_label("Skipped, 15 to 16 November 2022");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Comma);
    harness.run();
    harness.get_by_label("Dates: 2022-11-15").click();
    harness.run();
    harness.get_by_label("Theme: Dark").click();
    harness.run();
    harness.get_by_label("Week starts on: Sunday").click();
    harness.run();
    harness.get_by_label("Less motion").click();
    harness.run();
    harness.get_by_label("Skipped, 2022-11-15 to 2022-11-16");
    assert_eq!(harness.ctx.theme(), egui::Theme::Dark);
    let memory = harness.state().memory.clone();
    let kept = Memory::from_bytes(&memory).settings;
    assert_eq!(kept, harness.state().state().memory.settings);
    assert!(kept.less_motion, "it is kept");

    let mut stage = Stage::new(Initial::Demo);
    stage.memory = memory;
    let mut harness = window_on(stage, [1280.0, 800.0], 1.0).0;
    assert_eq!(harness.ctx.theme(), egui::Theme::Dark);
    harness.get_by_label_contains("BRICS summit, Kazan, 2024-10-22").click();
    harness.run();
    harness.get_by_label("Attended as host, 2024-10-22 to 2024-10-24");
}

#[test]
fn with_less_motion_the_view_is_there_at_once() {
    let mut stage = Stage::new(Initial::Demo);
    stage.memory = br#"{"less_motion": true}"#.to_vec();
    let mut harness = window_on(stage, [1280.0, 800.0], 1.0).0;
    let before = harness.get_by_label(KAZAN).rect().center().x;
    harness.key_press(Key::Minus);
    harness.step();
    harness.step();
    let after = harness.get_by_label(KAZAN).rect().center().x;
    harness.run();
    let at_last = harness.get_by_label(KAZAN).rect().center().x;
    assert!((before - after).abs() > 5.0, "the view has moved: {before} {after}");
    assert!((after - at_last).abs() < 0.5, "and moves no more: {after} {at_last}");
}

#[test]
fn an_edge_that_was_dragged_stays_where_it_was_put() {
    let mut harness = demo();
    harness.get_by_label(BALI).click();
    harness.run();
    let left = harness.get_by_label("Confirm").rect().left();
    let edge = egui::pos2(left - 16.0, 500.0);
    harness.hover_at(edge);
    harness.run();
    harness.drag_at(edge);
    harness.run();
    harness.hover_at(edge - egui::vec2(100.0, 0.0));
    harness.run();
    harness.drop_at(edge - egui::vec2(100.0, 0.0));
    harness.run();
    let moved = harness.get_by_label("Confirm").rect().left();
    assert!((left - moved - 100.0).abs() < 6.0, "it follows the hand: {left} {moved}");

    let mut stage = Stage::new(Initial::Demo);
    stage.memory = harness.state().memory.clone();
    let mut harness = window_on(stage, [1280.0, 800.0], 1.0).0;
    harness.get_by_label(BALI).click();
    harness.run();
    let again = harness.get_by_label("Confirm").rect().left();
    assert!((moved - again).abs() < 2.0, "the next run begins there: {moved} {again}");
}
