//! Every command, found in the palette by its name, does what it says; one that cannot act says why.

use std::path::PathBuf;

use eframe::egui::{self, Key, Modifiers};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use summitline::{
    model::Review,
    project::{Effect, Input, Outside},
    ui::Initial,
};

use super::{BALI, KAZAN, demo, review_of, selected};
use crate::stage::{Stage, window, window_on};

pub(super) type Window = Harness<'static, Stage>;

const BALI_NAME: &str = "G20 summit, Bali";
const JOHANNESBURG: &str =
    "BRICS summit, Johannesburg, 22 to 24 August 2023, by video, 1 source, articles disagree";

/// Types a command's name into the palette and presses Enter.
pub(super) fn run(harness: &mut Window, name: &str) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run();
    harness.event(egui::Event::Text(name.to_owned()));
    harness.run();
    assert!(harness.query_all_by_label(name).next().is_some(), "the palette does not find {name}");
    harness.key_press(Key::Enter);
    harness.run();
}

/// The window with Bali selected.
fn at_bali() -> Window {
    let mut harness = demo();
    harness.get_by_label(BALI).click();
    harness.run();
    harness
}

fn asked(harness: &Window, wanted: impl Fn(&Effect) -> bool) -> bool {
    harness.state().asked.iter().any(wanted)
}

fn quote_index(harness: &Window) -> usize {
    harness.state().state().quote_index
}

fn far_apart(harness: &Window) -> f32 {
    let x = |name: &str| harness.query_by_label(name).map(|node| node.rect().center().x);
    match (x(BALI), x(KAZAN)) {
        (Some(bali), Some(kazan)) => kazan - bali,
        _ => f32::INFINITY,
    }
}

/// A command's name and a test of it on a window of its own.
pub(super) type Case = (&'static str, fn(&mut Window));

const CASES: &[Case] = &[
    ("Open folder…", |harness| {
        harness.state_mut().picked = Some(PathBuf::from("/articles"));
        run(harness, "Open folder…");
        assert_eq!(harness.state().state().input, Some(Input::Path(PathBuf::from("/articles"))));
    }),
    ("Open project…", |harness| {
        run(harness, "Open project…");
        assert!(asked(harness, |effect| matches!(effect, Effect::PickFile)), "a file is asked for");
    }),
    ("Open sample articles", |harness| {
        run(harness, "Open sample articles");
        assert_eq!(harness.state().n_readings, 2, "they are read anew");
    }),
    ("Read again", |harness| {
        run(harness, "Read again");
        assert_eq!(harness.state().n_readings, 2);
        assert_eq!(selected(harness).as_deref(), Some(BALI_NAME), "what was selected stays so");
    }),
    ("Cancel reading", |harness| {
        harness.state_mut().reads_on = true;
        run(harness, "Read again");
        run(harness, "Cancel reading");
        assert!(asked(harness, |effect| matches!(effect, Effect::CancelReading)), "it is cancelled");
    }),
    ("Save project", |harness| {
        harness.state_mut().picked = Some(PathBuf::from("/mine.summitline"));
        run(harness, "Save project");
        assert!(asked(harness, |effect| matches!(effect, Effect::SaveProject { .. })), "it is saved");
    }),
    ("Save project as…", |harness| {
        harness.state_mut().picked = Some(PathBuf::from("/mine.summitline"));
        run(harness, "Save project as…");
        assert!(asked(harness, |effect| matches!(effect, Effect::SaveProject { .. })), "it is saved");
    }),
    ("Export chart…", |harness| {
        run(harness, "Export chart…");
        harness.get_by_label("Export");
    }),
    ("Forget recent folders", |harness| {
        harness.state_mut().picked = Some(PathBuf::from("/articles"));
        run(harness, "Open folder…");
        run(harness, "Forget recent folders");
        assert!(harness.state().state().memory.recent.is_empty(), "nothing is left in the list");
    }),
    ("Close", |harness| {
        run(harness, "Close");
        harness.get_by_label("Open folder…");
        assert_eq!(harness.state().state().input, None);
    }),
    ("Quit", |harness| {
        // That the window goes is seen on the virtual display; here, that it remembers what was open.
        run(harness, "Quit");
        harness.state_mut().leave();
        assert!(!harness.state().visits.is_empty(), "the visit is remembered");
    }),
    ("Undo", |harness| {
        run(harness, "Reject event");
        run(harness, "Undo");
        assert_eq!(review_of(harness, BALI_NAME), Review::Unreviewed);
    }),
    ("Redo", |harness| {
        run(harness, "Reject event");
        run(harness, "Undo");
        run(harness, "Redo");
        assert_eq!(review_of(harness, BALI_NAME), Review::Rejected);
    }),
    ("Confirm event", |harness| {
        run(harness, "Confirm event");
        assert_eq!(review_of(harness, BALI_NAME), Review::Confirmed);
    }),
    ("Reject event", |harness| {
        run(harness, "Reject event");
        assert_eq!(review_of(harness, BALI_NAME), Review::Rejected);
    }),
    ("Revoke decision", |harness| {
        run(harness, "Confirm event");
        run(harness, "Revoke decision");
        assert_eq!(review_of(harness, BALI_NAME), Review::Unreviewed);
    }),
    ("Next event", |harness| {
        run(harness, "Next event");
        assert_eq!(selected(harness).as_deref(), Some("BRICS summit, Johannesburg"));
    }),
    ("Previous event", |harness| {
        run(harness, "Previous event");
        assert_eq!(selected(harness).as_deref(), Some("Call with Emmanuel Macron"));
    }),
    ("Select nothing", |harness| {
        run(harness, "Select nothing");
        assert_eq!(selected(harness), None);
    }),
    ("Open at the quote", |harness| {
        run(harness, "Open at the quote");
        assert!(harness.get_by_label(super::QUOTE).is_focused(), "its card has the keyboard");
    }),
    ("Next quote", |harness| {
        harness.get_by_label(JOHANNESBURG).click();
        harness.run();
        let first = quote_index(harness);
        run(harness, "Next quote");
        assert_ne!(quote_index(harness), first);
        run(harness, "Next quote");
        assert_eq!(quote_index(harness), first, "after the last comes the first");
    }),
    ("Previous quote", |harness| {
        harness.get_by_label(JOHANNESBURG).click();
        harness.run();
        let first = quote_index(harness);
        run(harness, "Previous quote");
        assert_ne!(quote_index(harness), first);
    }),
    ("Show repairs", |harness| {
        run(harness, "Show repairs");
        harness.get_by_label_contains("“Kremlin” was “Kreml");
    }),
    ("Show the file as saved", |harness| {
        run(harness, "Show the file as saved");
        harness.get_by_label_contains("Kreml?n said");
    }),
    ("Open file outside", |harness| {
        run(harness, "Open file outside");
        let opened = |effect: &Effect| matches!(effect, Effect::OpenOutside(Outside::Article { file, .. }) if file == "2022/bali.txt");
        assert!(asked(harness, opened), "its own file is opened");
    }),
    ("Open address in browser", |harness| {
        harness.get_by_label("Meeting with Narendra Modi, 22 October 2024, meeting, 1 source").click();
        harness.run();
        harness.get_by_label("Saved from https://example.org/kazan");
        run(harness, "Open address in browser");
        let opened = |effect: &Effect| matches!(effect, Effect::OpenOutside(Outside::Address(url)) if url == "https://example.org/kazan");
        assert!(asked(harness, opened), "the browser is asked");
    }),
    ("Copy as citation", |harness| {
        harness.key_press_modifiers(Modifiers::COMMAND, Key::C);
        harness.run();
        let copied = harness.state().copied.iter().any(|text| text.contains("stayed away"));
        assert!(copied, "the quote is in the clipboard");
        run(harness, "Copy as citation");
        assert!(harness.query_all_by_label_contains("Copied as a citation").count() > 0, "and it says so");
    }),
    ("Zoom in", |harness| {
        let before = far_apart(harness);
        run(harness, "Zoom in");
        assert!(far_apart(harness) > before * 1.1);
    }),
    ("Zoom out", |harness| {
        let before = far_apart(harness);
        run(harness, "Zoom out");
        assert!(far_apart(harness) < before * 0.95);
    }),
    ("Fit all", |harness| {
        let before = far_apart(harness);
        run(harness, "Zoom in");
        run(harness, "Fit all");
        assert!((far_apart(harness) - before).abs() < 2.0);
    }),
    ("Centre selection", |harness| {
        let before = harness.get_by_label(BALI).rect().center().x;
        run(harness, "Centre selection");
        assert!(harness.get_by_label(BALI).rect().center().x > before + 100.0, "it was at the left edge");
    }),
    ("Choose leader…", |harness| {
        run(harness, "Choose leader…");
        harness.get_by_label("Search leaders");
    }),
    ("Articles and what gave nothing", |harness| {
        run(harness, "Articles and what gave nothing");
        harness.get_by_label("Left out on purpose 0");
    }),
    ("Switch light and dark", |harness| {
        run(harness, "Switch light and dark");
        assert_eq!(harness.ctx.theme(), egui::Theme::Dark);
        run(harness, "Switch light and dark");
        assert_eq!(harness.ctx.theme(), egui::Theme::Light);
    }),
    ("Larger", |harness| {
        run(harness, "Larger");
        assert_eq!(harness.state().state().memory.settings.text_size, 110);
    }),
    ("Smaller", |harness| {
        run(harness, "Smaller");
        assert_eq!(harness.state().state().memory.settings.text_size, 90);
    }),
    ("Normal size", |harness| {
        run(harness, "Larger");
        run(harness, "Normal size");
        assert_eq!(harness.state().state().memory.settings.text_size, 100);
    }),
    ("Settings…", |harness| {
        run(harness, "Settings…");
        harness.get_by_label("Theme: Dark");
    }),
    ("All commands…", |harness| {
        harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
        harness.run();
        harness.get_by_label("Find a command");
        harness.key_press(Key::Escape);
        harness.run();
        assert!(harness.query_by_label("Find a command").is_none(), "Escape closes it");
        assert_eq!(selected(harness).as_deref(), Some(BALI_NAME), "and nothing else");
    }),
    ("Keys and mouse", |harness| {
        run(harness, "Keys and mouse");
        harness.get_by_label("Drag with the right button");
        harness.get_by_label("Copies the event with its quotes, articles and dates");
    }),
    ("Messages", |harness| {
        run(harness, "Confirm event");
        run(harness, "Messages");
        assert!(harness.query_all_by_label("Confirmed: G20 summit, Bali").count() > 1, "toast and log");
    }),
    ("About Summitline", |harness| {
        run(harness, "About Summitline");
        harness.get_by_label_contains("Licence");
    }),
];

#[test]
fn every_command_does_what_it_says() {
    try_all(CASES);
}

/// Tries each on a window of its own; what failed is the name that was told last.
pub(super) fn try_all(cases: &[Case]) {
    for (name, case) in cases {
        println!("{name}");
        case(&mut at_bali());
    }
}

#[test]
fn no_command_is_without_its_test() {
    let source = include_str!("../../../src/ui/commands.rs");
    let row = regex::Regex::new(r#"(?m)^    \w+: "([^"]+)", ""#).unwrap();
    let names: Vec<&str> =
        row.captures_iter(source).map(|captures| captures.get(1).unwrap().as_str()).collect();
    assert!(names.len() > 30, "the list of commands is written otherwise: {names:?}");
    for name in names {
        let mut cases = CASES.iter().chain(super::view_commands::CASES);
        assert!(cases.any(|(tested, _)| *tested == name), "{name} has no test here or in view_commands");
    }
}

#[test]
fn what_cannot_act_now_says_why() {
    let (mut harness, _) = window(Initial::Last, [1280.0, 800.0], 1.0);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run();
    harness.event(egui::Event::Text("reject".to_owned()));
    harness.run();
    let node = harness.get_by_label("Reject event");
    assert!(node.accesskit_node().is_disabled(), "nothing is selected");
    assert_eq!(node.accesskit_node().data().description(), Some("No event is selected"));
    harness.key_press(Key::Enter);
    harness.run();
    harness.get_by_label("Find a command");
}

#[test]
fn tab_goes_from_quote_to_quote_and_out_of_them() {
    let mut harness = demo();
    harness.get_by_label(JOHANNESBURG).click();
    harness.run();
    let rumour = "Quote: Some papers had written that Putin would fly to South Africa after all.";
    let video = "Quote: Vladimir Putin joined the BRICS summit in Johannesburg by video.";
    harness.key_press(Key::N);
    harness.run();
    assert!(harness.get_by_label(rumour).is_focused(), "the next quote's card has the keyboard");
    assert_eq!(quote_index(&harness), 1);
    harness.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
    harness.run();
    assert!(harness.get_by_label(video).is_focused(), "Shift+Tab goes back");
    assert_eq!(quote_index(&harness), 0, "and the card that has the keyboard is the chosen one");
    harness.key_press(Key::Tab);
    harness.run();
    assert_eq!(quote_index(&harness), 1);
    harness.key_press(Key::Tab);
    harness.run();
    assert!(!harness.get_by_label(rumour).is_focused(), "and after the last the keyboard goes on");
}

#[test]
fn the_rate_of_a_long_reading_is_told_and_it_can_be_cancelled() {
    let mut stage = Stage::new(Initial::Demo);
    stage.reads_on = true;
    let mut harness = window_on(stage, [1280.0, 800.0], 1.0).0;
    assert!(
        harness.query_all_by_label_contains("Reading 1 of 4, 1 a second").count() > 0,
        "rate and time left"
    );
    harness.get_by_label(KAZAN);
    harness.get_by_label("Cancel").click();
    harness.run();
    assert!(asked(&harness, |effect| matches!(effect, Effect::CancelReading)), "it is cancelled");
}
