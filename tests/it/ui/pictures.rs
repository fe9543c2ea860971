//! A few pictures of the window.

use egui_kittest::kittest::Queryable as _;
use summitline::ui::Initial;

use super::BALI;
use crate::{render::assert_snapshot, stage::window};

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
