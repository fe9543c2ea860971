//! Saving the project and exporting the chart.

use std::path::PathBuf;

use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use summitline::project::Effect;

use super::{BALI, demo};

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
fn a_chart_is_exported_as_pdf_too() {
    let mut harness = demo();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::E);
    harness.run();
    harness.get_by_label("PDF").click();
    harness.run();
    harness.get_by_label("Export").click();
    harness.run();
    let asked = std::mem::take(&mut harness.state_mut().asked);
    let export = asked.into_iter().find_map(|effect| match effect {
        Effect::WriteExport { path, work } => Some((path, work)),
        _ => None,
    });
    let (path, work) = export.expect("the chart is drawn");
    assert_eq!(path.extension().and_then(|ending| ending.to_str()), Some("pdf"), "{path:?}");
    assert!(work.run().unwrap().starts_with(b"%PDF"), "it is a PDF");
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
