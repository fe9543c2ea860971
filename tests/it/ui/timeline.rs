//! Moving through time by mouse and keyboard.

use eframe::egui::{self, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use super::{BALI, KAZAN, demo};

#[test]
fn the_right_button_zooms_to_a_range() {
    let mut harness = demo();
    let bali = harness.get_by_label(BALI).rect().center();
    let kazan = harness.get_by_label(KAZAN).rect().center();
    let right = |pos, pressed| egui::Event::PointerButton {
        pos,
        button: egui::PointerButton::Secondary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    let (from, to) = (egui::pos2(bali.x - 20.0, kazan.y + 30.0), egui::pos2(bali.x + 60.0, kazan.y + 30.0));
    harness.hover_at(from);
    harness.event(right(from, true));
    harness.run();
    harness.hover_at(to);
    harness.run();
    harness.event(right(to, false));
    harness.run();
    harness.get_by_label(BALI);
    assert!(harness.query_by_label(KAZAN).is_none(), "Kazan lies outside the range");
}

#[test]
fn the_wheel_zooms_at_the_pointer_and_zero_fits_all() {
    let mut harness = demo();
    let before = harness.get_by_label(KAZAN).rect().center();
    harness.hover_at(before);
    harness.run();
    for _ in 0..3 {
        harness.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Line,
            delta: egui::vec2(0.0, 1.0),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        });
        harness.run();
    }
    let after = harness.get_by_label(KAZAN).rect().center();
    assert!((before.x - after.x).abs() < 2.0, "the day under the pointer stays: {before} {after}");
    assert!(harness.query_by_label(BALI).is_none(), "what was far left is out of view");
    harness.key_press(Key::Num0);
    harness.run();
    harness.get_by_label(BALI);
}

#[test]
fn dragging_and_the_wheel_with_shift_move_through_time() {
    let mut harness = demo();
    let before = harness.get_by_label(KAZAN).rect().center();
    let from = egui::pos2(before.x - 60.0, before.y + 40.0);
    harness.drag_at(from);
    harness.run();
    harness.hover_at(egui::pos2(from.x - 80.0, from.y));
    harness.run();
    harness.drop_at(egui::pos2(from.x - 80.0, from.y));
    harness.run();
    let dragged = harness.get_by_label(KAZAN).rect().center();
    assert!((before.x - dragged.x - 80.0).abs() < 12.0, "it follows the hand: {before} {dragged}");
    harness.hover_at(from);
    harness.run();
    harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Line,
        delta: egui::vec2(0.0, -1.0),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
        modifiers: Modifiers::SHIFT,
    });
    harness.run();
    let wheeled = harness.get_by_label(KAZAN).rect().center();
    assert!(wheeled.x < dragged.x - 20.0, "the wheel goes on to later days: {dragged} {wheeled}");
}

#[test]
fn an_idle_window_draws_nothing() {
    let mut harness = demo();
    // Settled: one more step asks for no repaint within the next minute.
    harness.step();
    let delay =
        harness.output().viewport_output.values().map(|viewport| viewport.repaint_delay).min().unwrap();
    assert!(delay.as_secs() > 60, "{delay:?}");
}
