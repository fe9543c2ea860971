//! The table: sorted by its heads, one selection with the timeline, walked through by key, copied as CSV.

use eframe::egui::{self, Key, OutputCommand};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use summitline::ui::Initial;

use super::{BALI, click, selected};
use crate::stage::{Stage, window};

const ROW_BALI: &str = "Row: G20 summit, Bali, 15 to 16 November 2022, skipped, 1 source";
const ROW_KAZAN: &str = "Row: BRICS summit, Kazan, 22 to 24 October 2024, attended, 1 source";

/// The window with the table open.
fn table() -> Harness<'static, Stage> {
    // High enough for all rows: those that are out of sight are not drawn.
    let mut harness = window(Initial::Demo, [1280.0, 1400.0], 1.0).0;
    harness.key_press(Key::T);
    harness.run();
    harness
}

fn top_of(harness: &Harness<'_, Stage>, label: &str) -> f32 {
    harness.get_by_label(label).rect().top()
}

#[test]
fn a_row_selects_on_the_timeline_and_a_mark_in_the_table() {
    let mut harness = table();
    click(&mut harness, ROW_KAZAN);
    assert_eq!(selected(&harness).as_deref(), Some("BRICS summit, Kazan"));
    click(&mut harness, BALI);
    let row = harness.get_by_label(ROW_BALI);
    assert_eq!(row.accesskit_node().toggled(), Some(egui::accesskit::Toggled::True), "its row is selected");
}

#[test]
fn heads_sort_and_sort_the_other_way_round() {
    let mut harness = table();
    assert!(top_of(&harness, ROW_BALI) < top_of(&harness, ROW_KAZAN), "by date at first");
    click(&mut harness, "Sort by date, sorted");
    assert!(top_of(&harness, ROW_BALI) > top_of(&harness, ROW_KAZAN), "the latest first");
    click(&mut harness, "Sort by kind");
    assert!(top_of(&harness, ROW_KAZAN) < top_of(&harness, ROW_BALI), "attended before skipped");
    harness.get_by_label("Sort by kind, sorted");
}

#[test]
fn the_arrow_keys_walk_through_the_rows_as_they_stand() {
    let mut harness = table();
    click(&mut harness, "Sort by name");
    click(&mut harness, ROW_KAZAN);
    harness.key_press(Key::ArrowDown);
    harness.run();
    assert_eq!(selected(&harness).as_deref(), Some("Call with Emmanuel Macron"));
    harness.key_press(Key::ArrowDown);
    harness.run();
    assert_eq!(selected(&harness).as_deref(), Some("G20 summit, Bali"));
    harness.key_press(Key::End);
    harness.run();
    assert_eq!(selected(&harness).as_deref(), Some("Visit to Mongolia"));
    harness.key_press(Key::Home);
    harness.run();
    assert_eq!(selected(&harness).as_deref(), Some("BRICS summit, Johannesburg"));
}

#[test]
fn the_table_shows_what_the_filter_lets_through() {
    let mut harness = table();
    harness.get_by_label("Events 9");
    click(&mut harness, "Skipped 2");
    harness.get_by_label("Events 7");
    assert!(harness.query_by_label(ROW_BALI).is_none(), "skipped summits are hidden");
}

#[test]
fn rows_are_copied_as_csv_in_their_order() {
    let mut harness = table();
    click(&mut harness, "Sort by name");
    harness.get_by_label("Copy as CSV").click();
    harness.step();
    let commands = &harness.output().platform_output.commands;
    let csv = commands.iter().find_map(|command| match command {
        OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    let csv = csv.unwrap();
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(lines.len(), 10, "{csv}");
    assert!(lines[1].contains("BRICS summit, Johannesburg") && lines[1].contains("2023-08-22"), "{csv}");
}

#[test]
fn an_empty_table_says_why() {
    let mut harness = table();
    for lane in ["Attended 1", "By video 1", "Skipped 2", "Meetings 4", "Calls 1"] {
        click(&mut harness, lane);
    }
    harness.get_by_label("10 events are hidden");
}
