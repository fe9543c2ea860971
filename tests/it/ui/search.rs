//! Search: over events and the full text of articles, walked through by key, and to the place by a click.

use eframe::egui::{Key, Modifiers};
use egui_kittest::{Harness, kittest::Queryable as _};

use super::{demo, selected};
use crate::stage::Stage;

const FIELD: &str = "Search events and articles";

/// The window with `text` typed into the search.
fn sought(text: &str) -> Harness<'static, Stage> {
    let mut harness = demo();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    harness.run();
    harness.get_by_label(FIELD).type_text(text);
    harness.run();
    harness
}

fn press(harness: &mut Harness<'_, Stage>, key: Key) {
    harness.key_press(key);
    harness.run();
}

fn passage(harness: &Harness<'_, Stage>) -> Option<String> {
    let state = harness.state().state();
    let passage = state.passage.as_ref()?;
    let text = &state.readings.get(&passage.file)?.article.text;
    Some(text.chars().skip(passage.start).take(passage.end - passage.start).collect())
}

#[test]
fn a_slash_opens_the_search_and_types_none() {
    let mut harness = demo();
    press(&mut harness, Key::Slash);
    harness.get_by_label(FIELD).type_text("bali");
    harness.run();
    assert_eq!(harness.state().state().search.text(), "bali");
    harness.get_by_label("1 event, 1 article");
}

#[test]
fn events_are_found_by_name_counterpart_place_and_quote() {
    for (words, name) in [
        ("delhi g20", "G20 summit, New Delhi"),
        ("jinping", "Meeting with Xi Jinping"),
        ("bali indonesia", "G20 summit, Bali"),
        ("about grain", "Call with Emmanuel Macron"),
    ] {
        let mut harness = sought(words);
        press(&mut harness, Key::Enter);
        assert_eq!(selected(&harness).as_deref(), Some(name), "{words}");
    }
}

#[test]
fn case_and_accents_do_not_matter() {
    let mut harness = sought("NIINISTO");
    harness.get_by_label("Event found: Meeting with Sauli Niinistö").click();
    harness.run();
    assert_eq!(selected(&harness).as_deref(), Some("Meeting with Sauli Niinistö"));
}

#[test]
fn a_click_on_a_place_opens_the_article_there() {
    let mut harness = sought("foreign minister flew");
    harness.get_by_label_contains("Found in 2022/bali.txt").click();
    harness.run();
    harness.get_by_label("Text of An empty chair in Bali");
    assert_eq!(passage(&harness).as_deref(), Some("foreign minister flew"));
    harness.get_by_label("Close").click();
    harness.run();
    assert_eq!(passage(&harness), None);
}

#[test]
fn enter_and_the_arrows_walk_through_the_hits() {
    let mut harness = sought("macron");
    press(&mut harness, Key::Enter);
    assert_eq!(selected(&harness).as_deref(), Some("Call with Emmanuel Macron"));
    press(&mut harness, Key::ArrowDown);
    assert_eq!(passage(&harness).as_deref(), Some("Macron"));
    press(&mut harness, Key::ArrowUp);
    assert_eq!(passage(&harness), None, "back at the event");
    press(&mut harness, Key::ArrowUp);
    assert_eq!(passage(&harness).as_deref(), Some("Macron"), "around at the ends");
}

#[test]
fn escape_ends_the_search_and_shows_the_facets_again() {
    let mut harness = sought("macron");
    press(&mut harness, Key::Escape);
    assert!(!harness.state().state().search.is_on(), "the search is over");
    harness.get_by_label("Facet Series");
}

#[test]
fn nothing_found_says_so() {
    let harness = sought("zeppelin");
    harness.get_by_label("0 events, 0 articles");
    harness.get_by_label("No event and no article has these words");
}
