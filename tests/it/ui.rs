//! The window's user stories, told through the names that a screen reader says; and a few pictures of it.

use std::path::PathBuf;

use eframe::egui::{self, Key, Modifiers};
use egui_kittest::{Harness, kittest::Queryable as _};
use summitline::{
    model::Review,
    project::{Effect, Input},
    ui::Initial,
};

use crate::{
    render::assert_snapshot,
    stage::{Stage, window},
};

const BALI: &str = "G20 summit, Bali, 15 to 16 November 2022, skipped, 1 source";
const KAZAN: &str = "BRICS summit, Kazan, 22 to 24 October 2024, attended, 1 source";
const QUOTE: &str = "Quote: Vladimir Putin stayed away from the G20 summit in Bali, the Kremlin said.";

fn demo() -> Harness<'static, Stage> {
    window(Initial::Demo, [1280.0, 800.0], 1.0).0
}

fn review_of(harness: &Harness<'_, Stage>, name: &str) -> Review {
    harness.state().state().events().iter().find(|event| event.name == name).unwrap().review
}

fn selected(harness: &Harness<'_, Stage>) -> Option<String> {
    harness.state().state().selected_event().map(|event| event.name.clone())
}

#[test]
fn from_the_first_page_to_a_quote_and_back() {
    let (mut harness, _) = window(Initial::Last, [1280.0, 800.0], 1.0);
    harness.get_by_label("Open sample articles").click();
    harness.run();
    harness.get_by_label(KAZAN);
    harness.get_by_label(BALI).click();
    harness.run();
    harness.get_by_label(QUOTE);
    harness.get_by_label("Text of An empty chair in Bali");
    harness.get_by_label("Reject").click();
    harness.run();
    assert_eq!(review_of(&harness, "G20 summit, Bali"), Review::Rejected);
    assert!(harness.query_by_label(BALI).is_none(), "a rejected event leaves the timeline");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    harness.get_by_label(BALI);
    assert_eq!(review_of(&harness, "G20 summit, Bali"), Review::Unreviewed);
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    harness.run();
    assert_eq!(review_of(&harness, "G20 summit, Bali"), Review::Rejected);
}

#[test]
fn hovering_shows_the_quote_with_its_date_and_file() {
    let mut harness = demo();
    harness.get_by_label(BALI).hover();
    harness.run_steps(8);
    harness.get_by_label("“Vladimir Putin stayed away from the G20 summit in Bali, the Kremlin said.”");
    harness.get_by_label("2022/bali.txt, no date stated");
}

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
fn nothing_unsaved_is_lost_in_silence() {
    let mut harness = demo();
    harness.key_press(Key::ArrowRight);
    harness.run();
    harness.key_press(Key::A);
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::W);
    harness.run();
    harness.get_by_label("Save your decisions?");
    assert!(harness.state().state().input.is_some(), "nothing is closed before the answer");
    harness.get_by_label("Do not save").click();
    harness.run();
    assert_eq!(harness.state().state().input, None);
}

#[test]
fn repaired_places_are_shown_on_request() {
    let mut harness = demo();
    harness.get_by_label(BALI).click();
    harness.run();
    harness.get_by_label("Repairs").click();
    harness.run();
    harness.get_by_label("Text of An empty chair in Bali");
}

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

#[test]
fn arrows_step_through_the_events_and_keys_decide() {
    let mut harness = demo();
    let n_shown = harness.state().state().counts().shown;
    let mut seen = Vec::new();
    for _ in 0..n_shown {
        harness.key_press(Key::ArrowRight);
        harness.run();
        seen.extend(selected(&harness));
    }
    let expected: Vec<String> = harness.state().state().shown().map(|event| event.name.clone()).collect();
    assert_eq!(seen, expected);
    let last = expected.last().unwrap();
    harness.key_press(Key::A);
    harness.run();
    assert_eq!(review_of(&harness, last), Review::Confirmed);
    harness.key_press(Key::R);
    harness.run();
    assert_eq!(review_of(&harness, last), Review::Rejected);
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(selected(&harness), None);
}

#[test]
fn no_key_steals_from_a_text_field() {
    let (mut harness, _) = window(Initial::Last, [1280.0, 800.0], 1.0);
    let field = "Or type the path of a folder, an article or a .summitline project";
    harness.get_by_role_and_label(egui::accesskit::Role::TextInput, field).focus();
    harness.run();
    for (key, text) in [(Key::A, "a"), (Key::R, "r"), (Key::Num0, "0"), (Key::Minus, "-")] {
        harness.key_press(key);
        harness.event(egui::Event::Text(text.to_owned()));
    }
    harness.run();
    let typed = harness.get_by_role_and_label(egui::accesskit::Role::TextInput, field).value();
    assert_eq!(typed.as_deref(), Some("ar0-"));
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().state().input, Some(Input::Path(PathBuf::from("ar0-"))));
}

#[test]
fn a_desktop_without_dialogs_says_so() {
    let (mut harness, _) = window(Initial::Last, [1280.0, 800.0], 1.0);
    harness.state_mut().no_dialog = true;
    harness.key_press_modifiers(Modifiers::COMMAND, Key::O);
    harness.run();
    harness.get_by_label_contains("no portal and no zenity), so type the path here");
}

#[test]
fn without_dialogs_a_path_can_be_typed_while_a_folder_is_open() {
    let mut harness = demo();
    harness.state_mut().no_dialog = true;
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    harness.run();
    let field =
        harness.get_by_role_and_label(egui::accesskit::Role::TextInput, "Path of the .summitline file");
    assert_eq!(field.value().as_deref(), Some("summitline.summitline"));
    harness.get_by_label("Save").click();
    harness.run();
    let saved = |effect: &Effect| matches!(effect, Effect::SaveProject { .. });
    assert!(harness.state().asked.iter().any(saved), "it is saved to the typed path");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::O);
    harness.run();
    let label = "Path of a folder, an article or a .summitline project";
    harness.get_by_role_and_label(egui::accesskit::Role::TextInput, label).focus();
    harness.run();
    harness.event(egui::Event::Text("/other".to_owned()));
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().state().input, Some(Input::Path(PathBuf::from("/other"))));
}

#[test]
fn a_folder_is_opened_through_the_dialog() {
    let (mut harness, _) = window(Initial::Last, [1280.0, 800.0], 1.0);
    harness.state_mut().picked = Some(PathBuf::from("/articles"));
    harness.get_by_label("Open folder…").click();
    harness.run();
    harness.get_by_label(BALI);
    assert_eq!(harness.state().state().memory.recent, [PathBuf::from("/articles")]);
}

#[test]
fn a_folder_without_articles_says_so() {
    let harness = window(Initial::Path(PathBuf::from("/empty")), [1280.0, 800.0], 1.0).0;
    harness.get_by_label("There is no article in this folder");
}

#[test]
fn a_chart_is_exported_to_the_path_that_was_picked() {
    let mut harness = demo();
    harness.state_mut().picked = Some(PathBuf::from("/tmp/chart.png"));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::E);
    harness.run();
    harness.get_by_label("Choose…").click();
    harness.run();
    harness.get_by_label("Export").click();
    harness.run();
    let stage = harness.state_mut();
    let asked = stage.asked.drain(..).find_map(|effect| match effect {
        Effect::WriteExport { path, work } => Some((path, work)),
        _ => None,
    });
    let (path, work) = asked.expect("an export is asked for");
    assert_eq!(path, PathBuf::from("/tmp/chart.png"));
    let bytes = work.run().unwrap();
    let picture = image::load_from_memory(&bytes).unwrap();
    assert_eq!((picture.width(), picture.height()), (3840, 2160));
}

#[test]
fn saving_asks_for_a_path_once_and_writes_the_decisions() {
    let mut harness = demo();
    harness.state_mut().picked = Some(PathBuf::from("/tmp/mine.summitline"));
    harness.get_by_label(BALI).click();
    harness.run();
    harness.key_press(Key::A);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    harness.run();
    let saved = harness.state().asked.iter().find_map(|effect| match effect {
        Effect::SaveProject { path, bytes } => Some((path.clone(), bytes.clone())),
        _ => None,
    });
    let (path, bytes) = saved.expect("the project is saved");
    assert_eq!(path, PathBuf::from("/tmp/mine.summitline"));
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.contains("\"confirm\"") && text.contains("stayed away"), "{text}");
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
fn unreadable_files_are_listed_with_their_reason() {
    let mut harness = demo();
    harness.get_by_label("1 unreadable").click();
    harness.run();
    harness.get_by_label("It is a picture, not text");
    harness.get_by_label("Save the article as text or HTML");
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
fn pictures_of_the_window_stay_as_they_are() {
    for (name, size, scale, dark) in [
        ("light", [1280.0, 800.0], 1.0, false),
        ("dark", [1280.0, 800.0], 1.0, true),
        ("double", [900.0, 640.0], 2.0, false),
    ] {
        let (mut harness, textures) = window(Initial::Demo, size, scale);
        if dark {
            harness.get_by_label("Dark").click();
            harness.run();
        }
        harness.get_by_label(BALI).click();
        harness.run();
        harness.remove_cursor();
        harness.run();
        assert_snapshot(name, &textures.picture(&harness));
    }
}

#[test]
fn a_picture_of_the_first_page_stays_as_it_is() {
    let (harness, textures) = window(Initial::Last, [1280.0, 800.0], 1.0);
    assert_snapshot("welcome", &textures.picture(&harness));
}
