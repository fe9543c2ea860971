//! The window's user stories, told through the names that a screen reader says; a file a topic.

mod arrangement;
mod commands;
mod evidence;
mod evidence_parts;
mod facets;
mod filter;
mod opening;
mod pictures;
mod reach;
mod saving;
mod search;
mod settings;
mod summary;
mod table;
mod timeline;
mod view_commands;
mod visits;

use egui_kittest::{Harness, kittest::Queryable as _};
use summitline::{model::Review, ui::Initial};

use crate::stage::{Stage, window};

const BALI: &str = "G20 summit, Bali, 15 to 16 November 2022, skipped, 1 source";
const KAZAN: &str = "BRICS summit, Kazan, 22 to 24 October 2024, attended, 1 source";
const QUOTE: &str = "Quote: Vladimir Putin stayed away from the G20 summit in Bali, the Kremlin said.";

/// The window with the stage's articles.
fn demo() -> Harness<'static, Stage> {
    window(Initial::Demo, [1280.0, 800.0], 1.0).0
}

/// Clicks what a screen reader calls so.
fn click(harness: &mut Harness<'_, Stage>, label: &str) {
    harness.get_by_label(label).click();
    harness.run();
}

fn review_of(harness: &Harness<'_, Stage>, name: &str) -> Review {
    harness.state().state().events().iter().find(|event| event.name == name).unwrap().review
}

fn selected(harness: &Harness<'_, Stage>) -> Option<String> {
    harness.state().state().selected_event().map(|event| event.name.clone())
}
