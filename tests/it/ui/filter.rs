//! What is shown and what is not, and whose timeline it is.

use egui_kittest::kittest::Queryable as _;

use super::{BALI, KAZAN, demo};

#[test]
fn another_leader_can_be_chosen_where_the_articles_speak_of_him() {
    let mut harness = demo();
    harness.get_by_label("Timeline of Vladimir Putin").click();
    harness.run();
    harness.get_by_label("Search leaders");
    // The stage's articles make no claims, so that nobody can be chosen, and it says so.
    harness.get_by_label("No leader of that name in these articles");
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
