//! The dialog that saves the timeline as a picture: format, size, colours, range and path.

use std::path::{Path, PathBuf};

use eframe::egui::{self, RichText, Ui};

use super::{actions::Actions, style};
use crate::{
    export::{Fonts, Picture, lay_out_with, picture},
    model::{Day, Event, Review},
    project::{Action, Hidden, SavePurpose, State, Work, analyse, analyse::Reading},
    timeline::{ChartInput, Coverage, LanesBy, ThemeName, View},
    world::World,
};

/// Widths and heights to choose from.
const SIZES: [(&str, u32, u32); 4] = [
    ("Screen, 1920 × 1080", 1920, 1080),
    ("Square, 1600 × 1600", 1600, 1600),
    ("Wide, 2400 × 1000", 2400, 1000),
    ("A4 across, 1684 × 1190", 1684, 1190),
];

/// What a chart shows of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Range {
    All,
    View,
}

/// The dialog.
#[derive(Debug)]
pub(super) struct ExportDialog {
    open: bool,
    kind: Picture,
    width: u32,
    height: u32,
    scale: u32,
    theme: ThemeName,
    range: Range,
    path: String,
}

impl Default for ExportDialog {
    fn default() -> Self {
        Self {
            open: false,
            kind: Picture::Png,
            width: 1920,
            height: 1080,
            scale: 2,
            theme: ThemeName::Light,
            range: Range::All,
            path: String::new(),
        }
    }
}

impl ExportDialog {
    /// Whether it is open.
    pub(super) fn is_open(&self) -> bool {
        self.open
    }

    /// Opens it, with a path beside the folder that is shown.
    pub(super) fn open(&mut self, state: &State) {
        self.open = true;
        if self.path.is_empty() {
            let name = state.suggested_name(self.ending());
            let folder = state.input_path().and_then(Path::parent);
            self.path = folder
                .map_or_else(|| PathBuf::from(&name), |folder| folder.join(&name))
                .display()
                .to_string();
        }
    }

    /// Takes the path that was picked in the desktop's dialog.
    pub(super) fn path_picked(&mut self, path: &Path) {
        self.path = path.display().to_string();
    }

    /// Draws the dialog, if it is open.
    pub(super) fn ui(&mut self, ctx: &egui::Context, state: &State, view: Option<View>, actions: &Actions) {
        if !self.open {
            return;
        }
        let response = style::dialog(ctx, "export").show(ctx, |ui| {
            ui.set_width(460.0);
            ui.label(RichText::new("Export chart").font(style::bold(18.0)));
            ui.add_space(8.0);
            egui::Grid::new("export").num_columns(2).spacing([16.0, 10.0]).show(ui, |ui| {
                self.format(ui);
                self.size(ui);
                self.looks(ui);
            });
            ui.add_space(6.0);
            self.path(ui, state, actions);
            ui.add_space(12.0);
            self.buttons(ui, state, view, actions);
        });
        if response.should_close() {
            self.open = false;
        }
    }

    fn ending(&self) -> &'static str {
        match self.kind {
            Picture::Png => "png",
            Picture::Svg => "svg",
            Picture::Pdf => "pdf",
        }
    }

    fn format(&mut self, ui: &mut Ui) {
        ui.label("Format");
        ui.horizontal(|ui| {
            let before = self.kind;
            style::ticked(ui, |ui| ui.radio_value(&mut self.kind, Picture::Png, "PNG"));
            style::ticked(ui, |ui| ui.radio_value(&mut self.kind, Picture::Svg, "SVG"));
            style::ticked(ui, |ui| ui.radio_value(&mut self.kind, Picture::Pdf, "PDF"));
            if self.kind != before && !self.path.is_empty() {
                self.path = Path::new(&self.path).with_extension(self.ending()).display().to_string();
            }
        });
        ui.end_row();
    }

    fn size(&mut self, ui: &mut Ui) {
        ui.label("Size");
        ui.horizontal(|ui| {
            let known =
                SIZES.iter().find(|(_, width, height)| (*width, *height) == (self.width, self.height));
            let combo = egui::ComboBox::from_id_salt("size")
                .width(190.0)
                .selected_text(known.map_or("Another size", |(name, ..)| name))
                .show_ui(ui, |ui| self.sizes(ui));
            combo.response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ComboBox, true, "Size"));
        });
        ui.end_row();
        ui.label("Pixels");
        ui.horizontal(|ui| {
            number(ui, &mut self.width, 320..=8000, "Width");
            ui.label("×");
            number(ui, &mut self.height, 240..=8000, "Height");
            if self.kind == Picture::Png {
                ui.label("times");
                number(ui, &mut self.scale, 1..=4, "Scale");
                let (width, height) = (self.width * self.scale, self.height * self.scale);
                ui.label(RichText::new(format!("= {width} × {height}")).weak());
            }
        });
        ui.end_row();
    }

    fn sizes(&mut self, ui: &mut Ui) {
        for (name, width, height) in SIZES {
            if ui.selectable_label((self.width, self.height) == (width, height), name).clicked() {
                (self.width, self.height) = (width, height);
            }
        }
    }

    fn looks(&mut self, ui: &mut Ui) {
        ui.label("Colours");
        ui.horizontal(|ui| {
            style::ticked(ui, |ui| ui.radio_value(&mut self.theme, ThemeName::Light, "Light"));
            style::ticked(ui, |ui| ui.radio_value(&mut self.theme, ThemeName::Dark, "Dark"));
        });
        ui.end_row();
        ui.label("Time");
        ui.horizontal(|ui| {
            style::ticked(ui, |ui| ui.radio_value(&mut self.range, Range::All, "All events"));
            style::ticked(ui, |ui| ui.radio_value(&mut self.range, Range::View, "What is seen now"));
        });
        ui.end_row();
    }

    fn path(&mut self, ui: &mut Ui, state: &State, actions: &Actions) {
        let label = ui.label("File");
        ui.horizontal(|ui| {
            let width = (ui.available_width() - 96.0).max(120.0);
            let field = egui::TextEdit::singleline(&mut self.path)
                .desired_width(width)
                .margin(egui::Margin::symmetric(8, 5));
            ui.add(field).labelled_by(label.id);
            if ui.button("Choose…").on_hover_text("Picks the file in a dialog").clicked() {
                let purpose = match self.kind {
                    Picture::Png => SavePurpose::Png,
                    Picture::Svg => SavePurpose::Svg,
                    Picture::Pdf => SavePurpose::Pdf,
                };
                let suggested = state.suggested_name(self.ending());
                actions.push(Action::AskForSavePath { purpose, suggested });
            }
        });
        if let Some(reason) = &state.no_dialog {
            let warning = style::colour(style::palette(ui.ctx()).warning);
            let text = format!("This desktop offers no file dialog ({reason}), so type the path here");
            ui.add(egui::Label::new(RichText::new(text).color(warning)).wrap());
        }
    }

    fn buttons(&mut self, ui: &mut Ui, state: &State, view: Option<View>, actions: &Actions) {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let palette = style::palette(ui.ctx());
            let text = RichText::new("Export").color(style::colour(palette.on_accent));
            let button = egui::Button::new(text).fill(style::colour(palette.accent));
            let can = !self.path.trim().is_empty();
            if ui.add_enabled(can, button.min_size(egui::vec2(90.0, 28.0))).clicked() {
                let path = PathBuf::from(self.path.trim());
                actions.push(Action::Export { path, work: self.work(state, view) });
                self.open = false;
            }
            if ui.add(egui::Button::new("Cancel").min_size(egui::vec2(80.0, 28.0))).clicked() {
                self.open = false;
            }
        });
    }

    /// What draws the picture; it holds all that it needs, so that it can run on another thread.
    fn work(&self, state: &State, view: Option<View>) -> Work {
        let job = Job {
            kind: self.kind,
            size_px: (self.width as f32, self.height as f32),
            scale: self.scale as f32,
            theme: self.theme,
            days: if self.range == Range::View {
                view.map(|view| (view.days().first(), view.days().last()))
            } else {
                None
            },
            subject: state.subject.clone(),
            events: as_seen(state),
            readings: state.readings.values().cloned().collect(),
            n_unread: state.failures.len(),
            decisions: state.ledger.decisions().to_vec(),
        };
        Work::new(move || job.draw())
    }
}

struct Job {
    kind: Picture,
    size_px: (f32, f32),
    scale: f32,
    theme: ThemeName,
    days: Option<(Day, Day)>,
    subject: String,
    events: Vec<Event>,
    readings: Vec<std::sync::Arc<Reading>>,
    n_unread: usize,
    decisions: Vec<crate::model::Decision>,
}

impl Job {
    fn draw(&self) -> Result<Vec<u8>, String> {
        let fonts = Fonts::builtin();
        let coverage = self.coverage();
        let input = ChartInput {
            subject: &self.subject,
            events: &self.events,
            coverage: &coverage,
            from: self.days.map(|(from, _)| from),
            to: self.days.map(|(_, to)| to),
            lanes_by: LanesBy::Kind,
            size_px: self.size_px,
            theme: self.theme.theme(),
            measure: &|_, _, _| 0.0,
        };
        let scene = lay_out_with(&input, &fonts);
        picture(&scene, self.kind, self.scale, &fonts).map_err(|error| error.to_string())
    }

    fn coverage(&self) -> Coverage {
        let facts: Vec<_> = self.readings.iter().map(|reading| reading.extraction.facts.clone()).collect();
        analyse::coverage(&facts, self.n_unread, &self.decisions, World::builtin())
    }
}

/// All events; the chart neither draws nor forgets those that are switched off: it counts them as hidden.
fn as_seen(state: &State) -> Vec<Event> {
    let mut events = state.events().to_vec();
    for event in &mut events {
        if state.filter.hides(event) == Some(Hidden::Filtered) {
            event.review = Review::Rejected;
        }
    }
    events
}

fn number(ui: &mut Ui, value: &mut u32, range: std::ops::RangeInclusive<u32>, name: &str) {
    let response = ui.add(egui::DragValue::new(value).range(range).speed(1.0));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::SpinButton, true, name));
    response.on_hover_text(name);
}
