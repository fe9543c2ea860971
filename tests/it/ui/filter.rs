//! What is shown and what is not, and whose timeline it is.

use eframe::egui;
use egui_kittest::kittest::Queryable as _;

use super::{BALI, KAZAN, demo};

#[test]
fn any_leader_can_be_chosen() {
    let mut harness = demo();
    harness.get_by_label("Timeline of Vladimir Putin").click();
    harness.run();
    // The stage's articles make no claims; whoever is chosen, nothing is read again.
    harness.event(egui::Event::Text("modi".to_owned()));
    harness.run();
    harness.get_by_label("Narendra Modi, not in these articles").click();
    harness.run();
    harness.get_by_label("Timeline of Narendra Modi");
    assert_eq!(harness.state().state().subject, "Narendra Modi");
}

#[test]
fn the_legend_is_a_filter() {
    let mut harness = demo();
    harness.get_by_label("Skipped 2").click();
    harness.run();
    assert!(harness.query_by_label(BALI).is_none(), "skipped summits are hidden");
    harness.get_by_label(KAZAN);
    assert_eq!(harness.state().state().counts().filtered, 2);
    harness.get_by_label("Skipped 2").click();
    harness.run();
    harness.get_by_label(BALI);
}

#[test]
fn what_is_held_back_is_shown_on_request() {
    let mut harness = demo();
    assert_eq!(harness.state().state().counts().held, 1);
    harness.get_by_label("Held back 1").click();
    harness.run();
    let state = harness.state().state();
    assert!(state.shown().any(|event| event.name == "Meeting with Kim Jong Un"));
}
