//! Nothing is out of reach: at twice the size in a small window, by keyboard, and without colours.

use eframe::egui::{Key, Rect, pos2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use summitline::ui::Initial;

use super::{BALI, demo, selected};
use crate::stage::window;

#[test]
fn at_twice_the_size_nothing_is_cut_off_or_covered() {
    // 1280 by 800 pixels at 200 %.
    let (mut harness, _) = window(Initial::Demo, [640.0, 400.0], 2.0);
    let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(640.0, 400.0));
    let reached = |harness: &egui_kittest::Harness<'_, crate::stage::Stage>, names: &[&str]| {
        let rects: Vec<Rect> = names.iter().map(|name| harness.get_by_label(name).rect()).collect();
        for (index, (name, rect)) in names.iter().zip(&rects).enumerate() {
            assert!(whole.expand(1.0).contains_rect(*rect), "{name} is cut off: {rect}");
            for (other, covered) in names.iter().zip(&rects).skip(index + 1) {
                assert!(!rect.shrink(1.0).intersects(covered.shrink(1.0)), "{name} lies on {other}");
            }
        }
    };
    reached(&harness, &["Timeline of Vladimir Putin", "Zoom in", "Zoom out", "Fit all", "File", "Help"]);
    // Its lane is out of sight, and the keyboard brings it there.
    while selected(&harness).as_deref() != Some("G20 summit, Bali") {
        harness.key_press(Key::ArrowRight);
        harness.run();
    }
    harness.get_by_label(BALI);
    reached(&harness, &["Timeline of Vladimir Putin", "Fit all", "Confirm", "Reject", "Copy citation"]);
    harness.get_by_label("Text of An empty chair in Bali");
}

#[test]
fn every_shown_event_is_reached_by_the_keyboard_alone() {
    let mut harness = demo();
    let n_shown = harness.state().state().counts().shown;
    let mut seen = std::collections::BTreeSet::new();
    // Tab goes through the menus and the legend first, then from mark to mark; Enter selects.
    for _ in 0..80 {
        harness.key_press(Key::Tab);
        harness.run();
        let on_a_mark = harness
            .query_all_by(|node| node.is_focused())
            .any(|node| node.accesskit_node().label().is_some_and(|label| label.contains(" source")));
        if on_a_mark {
            harness.key_press(Key::Enter);
            harness.run();
            seen.extend(selected(&harness));
        }
    }
    assert_eq!(seen.len(), n_shown, "{seen:?}");
}
