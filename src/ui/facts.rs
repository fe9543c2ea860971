//! What an event says in a table, why it is dated so, how far it is believed, and where articles disagree.

use eframe::egui::{self, RichText, Ui};

use super::{say, style};
use crate::{
    export::words,
    model::{Event, ReasonKind},
    project::State,
    world::World,
};

/// Draws the facts of `event`.
pub(super) fn ui(ui: &mut Ui, event: &Event, state: &State) {
    let world = World::builtin();
    egui::Grid::new(("facts", &event.id)).num_columns(2).spacing([14.0, 3.0]).min_row_height(20.0).show(
        ui,
        |ui| {
            ui.spacing_mut().interact_size.y = 18.0;
            row(ui, "Status", say::capitalised(say::status(event.status)), event, "status");
            if !event.counterparts.is_empty() {
                row(ui, "With", event.counterparts.join(", "), event, "counterparts");
            } else if event.series.is_none() && !event.countries.is_empty() {
                let countries: Vec<_> =
                    event.countries.iter().map(|code| say::country(code, world)).collect();
                row(ui, "With", countries.join(", "), event, "countries");
            }
            if let Some(place) = say::place(event, world) {
                row(ui, "Where", place, event, "place");
            }
            if let Some(delegate) = &event.delegate {
                row(ui, "Delegate", delegate.clone(), event, "delegate");
            }
            if let Some(reason) = event.reason.as_ref().filter(|reason| reason.kind != ReasonKind::Unstated) {
                let kind = say::capitalised(say::reason(reason.kind));
                let quote = reason.quote.trim();
                let text = if quote.is_empty() { kind } else { format!("{kind}: “{quote}”") };
                row(ui, "Reason", text, event, "reason");
            }
            if let Some(summit) = event.sidelines_of.as_deref().and_then(|id| state.event(id)) {
                row(ui, "On the margins of", summit.name.clone(), event, "sidelines_of");
            }
            for same in event.maybe_same_as.iter().filter_map(|id| state.event(id)) {
                row(ui, "Perhaps the same as", format!("{}, {}", same.name, say::when(same)), event, "");
            }
        },
    );
    ui.add_space(4.0);
    conflicts(ui, event);
}

/// Draws why `event` is dated so, and how far it is believed.
pub(super) fn reasons(ui: &mut Ui, event: &Event) {
    derivation(ui, event);
    confidence(ui, event);
}

fn row(ui: &mut Ui, name: &str, value: String, event: &Event, field: &str) {
    let muted = style::colour(style::palette(ui.ctx()).text_muted);
    ui.label(RichText::new(name).color(muted));
    let is_inferred = event.inferred.iter().any(|inferred| inferred == field);
    let value = if is_inferred { format!("{value} (inferred)") } else { value };
    let response = ui.add(egui::Label::new(value).wrap());
    if is_inferred {
        response.on_hover_text("No sentence says so: it follows from the calendar or another inference");
    }
    ui.end_row();
}

fn conflicts(ui: &mut Ui, event: &Event) {
    if event.conflicts.is_empty() {
        return;
    }
    let palette = style::palette(ui.ctx());
    ui.label(
        RichText::new("The articles disagree").font(style::bold(14.0)).color(style::colour(palette.warning)),
    );
    for conflict in &event.conflicts {
        for (value, file) in &conflict.values {
            ui.horizontal_wrapped(|ui| {
                ui.label(format!("{}: {value}", say::capitalised(conflict.field)));
                ui.label(RichText::new(file).color(style::colour(palette.text_muted)).small());
            });
        }
    }
    ui.add_space(6.0);
}

fn derivation(ui: &mut Ui, event: &Event) {
    if event.derivation.is_empty() {
        return;
    }
    section(ui, "Why this date", true, |ui| {
        for (index, step) in event.derivation.iter().enumerate() {
            numbered(ui, index + 1, &words::step(step));
        }
    });
}

fn confidence(ui: &mut Ui, event: &Event) {
    let title = format!("Confidence {} %", event.confidence);
    section(ui, &title, false, |ui| {
        for reason in &event.reasons {
            ui.add(egui::Label::new(words::confidence_reason(reason)).wrap());
        }
    });
}

/// A part that can be folded.
pub(super) fn section(ui: &mut Ui, title: &str, open: bool, add: impl FnOnce(&mut Ui)) {
    // The title can carry a number; the state hangs on its words.
    let salt: String = title.chars().filter(|letter| letter.is_alphabetic()).collect();
    egui::CollapsingHeader::new(RichText::new(title).font(style::bold(14.0)))
        .id_salt(salt)
        .default_open(open)
        .show_unindented(ui, |ui| {
            add(ui);
            ui.add_space(4.0);
        });
}

fn numbered(ui: &mut Ui, number: usize, text: &str) {
    ui.horizontal_top(|ui| {
        gutter(ui, &format!("{number}."), 20.0);
        ui.add(egui::Label::new(text).wrap());
    });
}

/// A narrow column at the left, aligned to the right.
fn gutter(ui: &mut Ui, text: &str, width: f32) {
    let muted = style::colour(style::palette(ui.ctx()).text_muted);
    let height = ui.text_style_height(&egui::TextStyle::Body);
    ui.allocate_ui_with_layout(
        egui::vec2(width, height),
        egui::Layout::right_to_left(egui::Align::TOP),
        |ui| {
            ui.set_min_width(width);
            ui.label(RichText::new(text).color(muted));
        },
    );
}
