//! The filter at the left: facets with counts, what they hide, and filters kept under a name.

use eframe::egui::Key;
use egui_kittest::{Harness, kittest::Queryable as _};
use summitline::project::{Effect, Facet, saved::Saved};

use super::{BALI, KAZAN, click, demo};
use crate::stage::Stage;

/// The window with the filter open.
fn filter() -> Harness<'static, Stage> {
    let mut harness = demo();
    harness.key_press(Key::L);
    harness.run();
    harness
}

#[test]
fn the_filter_is_opened_and_put_away_by_button_and_key() {
    let mut harness = demo();
    assert!(harness.query_by_label("Facet Series").is_none(), "a narrow window begins without it");
    click(&mut harness, "Filter");
    harness.get_by_label("Facet Series");
    harness.key_press(Key::L);
    harness.run();
    assert!(harness.query_by_label("Facet Series").is_none(), "it is put away");
}

#[test]
fn a_value_lets_only_its_events_through_and_says_how_many_there_are() {
    let mut harness = filter();
    harness.get_by_label("Series: BRICS, 2 events");
    click(&mut harness, "Series: G20, 2 events");
    harness.get_by_label(BALI);
    assert!(harness.query_by_label(KAZAN).is_none(), "BRICS is hidden");
    harness.get_by_label("7 events hidden by this filter");
    assert_eq!(harness.state().state().counts().filtered, 7);
}

#[test]
fn values_of_one_facet_add_up_and_facets_narrow_each_other() {
    let mut harness = filter();
    click(&mut harness, "Series: G20, 2 events");
    click(&mut harness, "Series: BRICS, 2 events");
    assert_eq!(harness.state().state().counts().shown, 4, "either");
    click(&mut harness, "Year: 2023, 2 events");
    assert_eq!(harness.state().state().counts().shown, 2, "and of that year");
    harness.get_by_label("Series: G20, 1 event");
    harness.get_by_label("Year: 2022, 1 event");
}

#[test]
fn kinds_are_the_same_filter_as_the_legend() {
    let mut harness = filter();
    click(&mut harness, "Kind: Skipped, 2 events");
    assert_eq!(harness.state().state().counts().shown, 2);
    assert!(harness.query_by_label(KAZAN).is_none(), "attended summits are hidden");
    click(&mut harness, "Kind: Skipped, 2 events");
    harness.get_by_label(KAZAN);
}

#[test]
fn what_is_hidden_is_counted_and_shown_again_at_once() {
    let mut harness = filter();
    click(&mut harness, "Series: G20, 2 events");
    harness.get_by_label("2 events shown, 1 held back, 7 filtered out");
    click(&mut harness, "Clear filter");
    harness.get_by_label(KAZAN);
    click(&mut harness, "Filter back");
    assert!(harness.query_by_label(KAZAN).is_none(), "the filter is back");
}

#[test]
fn one_facet_is_let_through_again_by_its_head() {
    let mut harness = filter();
    click(&mut harness, "Series: G20, 2 events");
    click(&mut harness, "Year: 2023, 1 event");
    click(&mut harness, "Series: 1 chosen, clear");
    let state = harness.state().state();
    assert_eq!(state.filter.narrowing().collect::<Vec<_>>(), [Facet::Year]);
}

#[test]
fn held_back_events_are_shown_on_request() {
    let mut harness = filter();
    click(&mut harness, "Also show: Held back, 1 event");
    assert_eq!(harness.state().state().counts().shown, 10);
}

#[test]
fn holes_can_be_filtered_by() {
    let mut harness = filter();
    // Far down in a long panel: opened through the heads above it.
    for head in ["Facet Kind", "Facet Series", "Facet Year", "Facet Counterpart", "Facet Holes"] {
        click(&mut harness, head);
    }
    click(&mut harness, "Holes: Articles disagree, 1 event");
    let state = harness.state().state();
    let shown: Vec<_> = state.shown().map(|event| event.name.as_str()).collect();
    assert_eq!(shown, ["BRICS summit, Johannesburg"]);
}

#[test]
fn a_filter_is_kept_under_a_name_and_saved_with_the_project() {
    let mut harness = filter();
    click(&mut harness, "Series: G20, 2 events");
    click(&mut harness, "Keep filter…");
    harness.get_by_label("Name of the filter").type_text("Only the G20");
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    click(&mut harness, "Clear all facets");
    click(&mut harness, "Kept filter Only the G20");
    assert!(harness.query_by_label(KAZAN).is_none(), "BRICS is hidden");
    harness.state_mut().picked = Some("/tmp/test.summitline".into());
    harness.key_press_modifiers(eframe::egui::Modifiers::COMMAND, Key::S);
    harness.run();
    let saved = harness.state().asked.iter().find_map(|effect| match effect {
        Effect::SaveProject { bytes, .. } => Saved::from_bytes(bytes).ok(),
        _ => None,
    });
    let kept = saved.unwrap().kept_filters;
    assert_eq!(kept.iter().map(|kept| kept.name.as_str()).collect::<Vec<_>>(), ["Only the G20"]);
    assert!(kept[0].filter.chooses(Facet::Series, "G20"), "with what it lets through");
    click(&mut harness, "Forget filter Only the G20");
    assert!(harness.state().state().kept_filters.is_empty(), "it is forgotten");
}
