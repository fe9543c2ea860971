//! Moving through time by mouse and keyboard.

use eframe::egui::{self, Key, Modifiers};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};

use super::{BALI, KAZAN, demo, selected};
use crate::stage::Stage;

const DELHI: &str = "G20 summit, New Delhi, 9 to 10 September 2023, skipped, 1 source";

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

#[test]
fn views_are_gone_back_and_forward_through() {
    let mut harness = demo();
    let x = |harness: &Harness<'_, Stage>| harness.get_by_label(KAZAN).rect().center().x;
    let first = x(&harness);
    harness.key_press(Key::D);
    harness.run();
    let second = x(&harness);
    assert!(second < first - 5.0, "D moves to later days: {first} {second}");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::OpenBracket);
    harness.run();
    assert!((x(&harness) - first).abs() < 1.0, "back");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::CloseBracket);
    harness.run();
    assert!((x(&harness) - second).abs() < 1.0, "forward");
    harness.key_press(Key::A);
    harness.run();
    assert!((x(&harness) - first).abs() < 1.0, "A moves back while nothing is selected");
}

#[test]
fn w_and_s_zoom() {
    let mut harness = demo();
    let distance = |harness: &Harness<'_, Stage>| {
        let x = |name| harness.get_by_label(name).rect().center().x;
        x("Meeting with Narendra Modi, 22 October 2024, meeting, 1 source") - x(DELHI)
    };
    let far = distance(&harness);
    harness.key_press(Key::W);
    harness.run();
    let near = distance(&harness);
    assert!(near > far * 1.2, "{far} {near}");
    harness.key_press(Key::S);
    harness.run();
    assert!((distance(&harness) - far).abs() < 1.0, "S goes away again");
}

#[test]
fn home_end_and_the_lanes_are_reached_by_key() {
    let mut harness = demo();
    harness.key_press(Key::End);
    harness.run();
    assert_eq!(selected(&harness).as_deref(), Some("Meeting with Sauli Niinistö"), "the undated come last");
    harness.key_press(Key::Home);
    harness.run();
    assert_eq!(selected(&harness).as_deref(), Some("Meeting with Xi Jinping"));
    harness.key_press(Key::ArrowUp);
    harness.run();
    assert_eq!(selected(&harness).as_deref(), Some("G20 summit, Bali"), "the nearest of the lane above");
    harness.key_press(Key::ArrowUp);
    harness.run();
    assert_eq!(selected(&harness).as_deref(), Some("BRICS summit, Johannesburg"));
    harness.key_press(Key::ArrowDown);
    harness.run();
    assert_eq!(selected(&harness).as_deref(), Some("G20 summit, New Delhi"));
}

#[test]
fn f_centres_the_selection_and_then_goes_near() {
    let mut harness = demo();
    harness.get_by_label(KAZAN).click();
    harness.run();
    harness.key_press(Key::F);
    harness.run();
    let centred = harness.get_by_label(KAZAN).rect().center().x;
    assert!(harness.query_by_label(DELHI).is_some(), "it is only centred");
    harness.key_press(Key::F);
    harness.run();
    assert!((harness.get_by_label(KAZAN).rect().center().x - centred).abs() < 3.0, "it stays in the middle");
    assert!(harness.query_by_label(DELHI).is_none(), "and the view is near");
}

#[test]
fn a_click_on_a_year_zooms_to_it() {
    let mut harness = demo();
    harness.get_by_label("Zoom to 2023").click();
    harness.run();
    harness.get_by_label(DELHI);
    assert!(harness.query_by_label(KAZAN).is_none() && harness.query_by_label(BALI).is_none(), "other years");
    harness.get_by_label("Zoom to September 2023").click();
    harness.run();
    let visible = harness.get_by_label_contains("Visible time, ").accesskit_node().label();
    assert_eq!(visible.as_deref(), Some("Visible time, 1 September 2023 to 30 September 2023"));
}

#[test]
fn a_double_click_on_an_event_zooms_to_it_and_on_nothing_shows_all() {
    let mut harness = demo();
    let kazan = harness.get_by_label(KAZAN).rect().center();
    double_click(&mut harness, kazan);
    assert!(harness.query_by_label(DELHI).is_none(), "it is near");
    let kazan = harness.get_by_label(KAZAN).rect().center();
    double_click(&mut harness, kazan + egui::vec2(-90.0, 30.0));
    harness.get_by_label(BALI);
}

fn double_click(harness: &mut Harness<'_, Stage>, at: egui::Pos2) {
    harness.hover_at(at);
    harness.run();
    for _ in 0..2 {
        for pressed in [true, false] {
            let button = egui::PointerButton::Primary;
            let modifiers = Modifiers::NONE;
            // Into one frame: queued events have a frame each, and the clicks would be too far apart.
            harness.input_mut().events.push(egui::Event::PointerButton {
                pos: at,
                button,
                pressed,
                modifiers,
            });
        }
        harness.step();
    }
    harness.run();
}
