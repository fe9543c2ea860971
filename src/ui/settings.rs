//! The page of settings: theme, text size, motion, week start and how dates are written.

use eframe::egui::{self, RichText};

use super::{actions::Actions, style};
use crate::{
    model::Day,
    project::{Action, Setting, Settings, State, ThemeChoice, WeekStart},
    timeline::dates::Format,
};

/// The text sizes that are offered, in per cent.
const TEXT_SIZES: [u32; 7] = [80, 90, 100, 110, 125, 150, 200];

/// Draws the page.
pub(super) fn ui(ui: &mut egui::Ui, state: &State, actions: &Actions) {
    let settings = &state.memory.settings;
    egui::Grid::new("settings").num_columns(2).spacing([20.0, 10.0]).show(ui, |ui| {
        choice(ui, "Theme", &ThemeChoice::ALL, settings.theme, ThemeChoice::name, |theme| {
            actions.push(Action::Set(Setting::Theme(theme)));
        });
        choice(
            ui,
            "Text size",
            &TEXT_SIZES,
            settings.text_size,
            |size| format!("{size} %"),
            |size| {
                actions.push(Action::Set(Setting::TextSize(size)));
            },
        );
        motion(ui, settings, actions);
        choice(ui, "Week starts on", &WeekStart::ALL, settings.week_start, WeekStart::name, |start| {
            actions.push(Action::Set(Setting::WeekStart(start)));
        });
        choice(ui, "Dates", &Format::ALL, settings.dates, example, |dates| {
            actions.push(Action::Set(Setting::Dates(dates)));
        });
    });
    ui.add_space(6.0);
    for note in [
        "The desktop's own wish for less motion is not told to programs like this one: choose it here",
        "Exports write dates in one way, so that the same events always give the same file",
    ] {
        ui.add(egui::Label::new(RichText::new(note).weak().small()).wrap());
    }
}

/// A row of alternatives, of which one is chosen.
fn choice<T: Copy + PartialEq, N: Into<egui::WidgetText>>(
    ui: &mut egui::Ui,
    name: &str,
    all: &[T],
    chosen: T,
    words: impl Fn(T) -> N,
    choose: impl Fn(T),
) {
    ui.label(name);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for one in all {
            let text: egui::WidgetText = words(*one).into();
            let said = format!("{name}: {}", text.text());
            let response = ui.selectable_label(*one == chosen, text);
            response.widget_info(|| {
                egui::WidgetInfo::selected(egui::Role::RadioButton, true, *one == chosen, &said)
            });
            if response.clicked() {
                choose(*one);
            }
        }
    });
    ui.end_row();
}

fn motion(ui: &mut egui::Ui, settings: &Settings, actions: &Actions) {
    ui.label("Motion");
    let mut less = settings.less_motion;
    let response = style::ticked(ui, |ui| ui.checkbox(&mut less, "Less motion"));
    if response.on_hover_text("The view jumps instead of gliding").clicked() {
        actions.push(Action::Set(Setting::LessMotion(less)));
    }
    ui.end_row();
}

/// A day as the format writes it.
fn example(format: Format) -> String {
    Day::from_ymd(2022, 11, 15).map_or_else(String::new, |day| format.long_day(day))
}
