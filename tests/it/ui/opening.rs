//! Opening folders, projects and samples, by dialog, by typed path, and closing without loss.

use std::path::PathBuf;

use eframe::egui::{self, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use summitline::{
    project::{Effect, Input},
    ui::Initial,
};

use super::{BALI, demo};
use crate::stage::window;

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
fn unreadable_files_are_listed_with_their_reason() {
    let mut harness = demo();
    harness.get_by_label("1 unreadable").click();
    harness.run();
    harness.get_by_label("It is a picture, not text");
    harness.get_by_label("Save the article as text or HTML");
}
