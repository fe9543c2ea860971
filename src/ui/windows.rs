//! The page of keys and the page about the program.

use super::{commands::Command, style};
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
    pub(super) fn ui(&mut self, ctx: &egui::Context) {
        let Some(page) = self.open else { return };
        let response = style::dialog(ctx, "page").show(ctx, |ui| {
            ui.set_width(if page == Command::Keys { 560.0 } else { 420.0 });
            ui.label(egui::RichText::new(page.text()).font(style::bold(18.0)));
            ui.add_space(8.0);
            if page == Command::Keys {
                keys(ui);
            } else {
                about(ui);
            }
            ui.add_space(10.0);
            ui.button("Close").clicked()
        });
        if response.inner || response.should_close() {
            self.open = None;
        }
    }
}

fn keys(ui: &mut egui::Ui) {
    egui::ScrollArea::vertical().id_salt("keys").max_height(420.0).show(ui, |ui| {
        egui::Grid::new("keys").num_columns(2).spacing([24.0, 6.0]).show(ui, |ui| {
            for command in Command::all() {
                let Some(shortcut) = command.shortcut() else { continue };
                ui.label(egui::RichText::new(ui.ctx().format_shortcut(&shortcut)).font(style::bold(13.0)));
                ui.label(command.tip());
                ui.end_row();
            }
            for (gesture, does) in MOUSE {
                ui.label(egui::RichText::new(gesture).font(style::bold(13.0)));
                ui.label(does);
                ui.end_row();
            }
        });
    });
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
