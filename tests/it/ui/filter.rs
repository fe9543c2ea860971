//! What is shown and what is not, and whose timeline it is.

use eframe::egui;
use egui_kittest::{Harness, kittest::Queryable as _};
use summitline::{model::Status, project::Facet};

use super::{BALI, KAZAN, demo};
use crate::stage::Stage;

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
fn the_legend_tells_fills_and_hides_what_they_stand_for() {
    let mut harness = demo();
    let mongolia = |harness: &Harness<'_, Stage>| {
        harness.state().state().shown().any(|event| event.status == Status::Planned)
    };
    assert!(mongolia(&harness), "a plan is shown");
    let n_shown = harness.state().state().counts().shown;
    harness.get_by_label("Planned 1").click();
    harness.run();
    assert!(!mongolia(&harness), "plans are hidden");
    assert_eq!(harness.state().state().counts().shown, n_shown - 1, "and nothing else is");
    harness.get_by_label("Planned 1").click();
    harness.run();
    assert!(!harness.state().state().filter.narrows(Facet::Status), "with all fills on there is no filter");
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
