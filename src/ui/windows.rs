//! The pages that lie over the window: keys, messages, settings, and about the program.

use super::{actions::Actions, commands::Command, settings, style};
use crate::project::{NoticeKind, State};
use eframe::egui;

/// Which page is open.
#[derive(Debug, Default)]
pub(super) struct Windows {
    open: Option<Command>,
}

/// What the mouse does on the timeline.
const MOUSE: [(&str, &str); 7] = [
    ("Wheel", "Zooms at the pointer"),
    ("Shift+Wheel", "Moves through time"),
    ("Drag", "Moves through time"),
    ("Drag with the right button", "Zooms to the range"),
    ("Double-click on nothing", "Shows all events"),
    ("Click on a mark", "Shows its evidence"),
    ("Click on a count", "Zooms in until its events part"),
];

impl Windows {
    /// Whether a page is open.
    pub(super) fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Opens a page.
    pub(super) fn show(&mut self, page: Command) {
        self.open = Some(page);
    }

    /// Draws the page that is open.
    pub(super) fn ui(&mut self, ctx: &egui::Context, state: &State, actions: &Actions) {
        let Some(page) = self.open else { return };
        let response = style::dialog(ctx, "page").show(ctx, |ui| {
            ui.set_width(style::dialog_width(ctx, if page == Command::About { 420.0 } else { 600.0 }));
            ui.label(egui::RichText::new(page.text().trim_end_matches('…')).font(style::bold(18.0)));
            ui.add_space(8.0);
            let height = style::dialog_height(ctx, 460.0);
            egui::ScrollArea::vertical().id_salt(page.text()).max_height(height).show(ui, |ui| match page {
                Command::Keys => keys(ui),
                Command::Messages => messages(ui, state),
                Command::Settings => settings::ui(ui, state, actions),
                _ => about(ui),
            });
            ui.add_space(10.0);
            ui.button("Close").clicked()
        });
        if response.inner || response.should_close() {
            self.open = None;
        }
    }
}

fn keys(ui: &mut egui::Ui) {
    egui::Grid::new("keys").num_columns(2).spacing([24.0, 6.0]).show(ui, |ui| {
        for command in Command::all().filter(|command| !command.keys().is_empty()) {
            let keys: Vec<_> = command.keys().iter().map(|key| ui.ctx().format_shortcut(key)).collect();
            line(ui, &keys.join(" or "), command.tip());
        }
        for (gesture, does) in MOUSE {
            line(ui, gesture, does);
        }
    });
}

fn line(ui: &mut egui::Ui, keys: &str, does: &str) {
    ui.label(egui::RichText::new(keys).font(style::bold(13.0)));
    ui.add(egui::Label::new(does).wrap());
    ui.end_row();
}

/// Everything that was told in passing, the latest first.
fn messages(ui: &mut egui::Ui, state: &State) {
    if state.notices.all().is_empty() {
        ui.label(egui::RichText::new("Nothing was told since the start").weak());
    }
    for notice in state.notices.all().iter().rev() {
        let palette = style::palette(ui.ctx());
        let (word, ink) = match notice.kind {
            NoticeKind::Done => ("Done", palette.confirmed),
            NoticeKind::Trouble => ("Trouble", palette.error),
        };
        ui.horizontal_top(|ui| {
            let word = egui::RichText::new(word).color(style::colour(ink)).small();
            ui.add_sized([52.0, 18.0], egui::Label::new(word).halign(egui::Align::Min));
            ui.vertical(|ui| {
                ui.add(egui::Label::new(&notice.text).wrap());
                if !notice.detail.is_empty() {
                    ui.add(egui::Label::new(egui::RichText::new(&notice.detail).weak()).wrap());
                }
            });
        });
    }
}

fn about(ui: &mut egui::Ui) {
    let lines = [
        concat!("Summitline ", env!("CARGO_PKG_VERSION")),
        "Reads saved news articles and draws who met whom, and when. It works offline, and the same folder \
         always gives the same timeline.",
        "What it shows is what the articles say: no mark does not mean that nothing happened.",
        concat!("Licence: ", env!("CARGO_PKG_LICENSE"), ". Fonts: Noto Sans, SIL Open Font License 1.1."),
    ];
    for line in lines {
        ui.add(egui::Label::new(line).wrap());
        ui.add_space(4.0);
    }
}
