//! What an event says in a table, why it is dated so, how far it is believed, and where articles disagree.

use eframe::egui::{self, RichText, Ui};

use super::{actions::Actions, say, style};
use crate::{
    export::words,
    model::{Conflict, Event, ReasonKind},
    project::{Action, State},
    world::World,
};

/// What is inferred, by the field's name in the records, in words.
const INFERRED: [(&str, &str); 9] = [
    ("participation", "that he took part so"),
    ("start", "the days"),
    ("end", "the days"),
    ("city", "the city"),
    ("place", "the place"),
    ("country", "the country"),
    ("counterparts", "who the other leader is"),
    ("countries", "the other country"),
    ("series", "which series it belongs to"),
];

/// Draws the facts of `event`.
pub(super) fn ui(ui: &mut Ui, event: &Event, state: &State, actions: &Actions) {
    egui::Grid::new(("facts", &event.id)).num_columns(2).spacing([14.0, 3.0]).min_row_height(20.0).show(
        ui,
        |ui| {
            ui.spacing_mut().interact_size.y = 18.0;
            for (name, value) in rows(event, state, style::dates(ui.ctx())) {
                row(ui, name, &value);
            }
        },
    );
    ui.add_space(4.0);
    for conflict in &event.conflicts {
        disagreement(ui, conflict, event, actions);
    }
}

/// The table's rows: a name and a value each.
fn rows(event: &Event, state: &State, dates: crate::timeline::dates::Format) -> Vec<(&'static str, String)> {
    let world = World::builtin();
    let mut rows = vec![("Status", say::capitalised(say::status(event.status)))];
    if !event.counterparts.is_empty() {
        rows.push(("With", event.counterparts.join(", ")));
    } else if event.series.is_none() && !event.countries.is_empty() {
        let countries: Vec<_> = event.countries.iter().map(|code| say::country(code, world)).collect();
        rows.push(("With", countries.join(", ")));
    }
    rows.extend(say::place(event, world).map(|place| ("Where", place)));
    rows.extend(event.delegate.clone().map(|delegate| ("Delegate", delegate)));
    if let Some(reason) = event.reason.as_ref().filter(|reason| reason.kind != ReasonKind::Unstated) {
        let kind = say::capitalised(say::reason(reason.kind));
        let quote = reason.quote.trim();
        rows.push(("Reason", if quote.is_empty() { kind } else { format!("{kind}: “{quote}”") }));
    }
    if let Some(summit) = event.sidelines_of.as_deref().and_then(|id| state.event(id)) {
        rows.push(("On the margins of", summit.name.clone()));
    }
    for same in event.maybe_same_as.iter().filter_map(|id| state.event(id)) {
        rows.push(("Perhaps the same as", format!("{}, {}", same.name, say::when(same, dates))));
    }
    rows.extend(inferred(event).map(|inferred| ("Inferred", inferred)));
    rows
}

/// What no sentence says, as a sentence.
fn inferred(event: &Event) -> Option<String> {
    let mut words: Vec<String> = event
        .inferred
        .iter()
        .map(|field| {
            let known = INFERRED.iter().find(|(name, _)| name == field);
            known.map_or_else(|| field.replace('_', " "), |(_, words)| (*words).to_owned())
        })
        .collect();
    words.dedup();
    let list = words.join(", ");
    (!words.is_empty())
        .then(|| format!("{}: no sentence says so, it follows from what is known", say::capitalised(&list)))
}

fn row(ui: &mut Ui, name: &str, value: &str) {
    let muted = style::colour(style::palette(ui.ctx()).text_muted);
    ui.label(RichText::new(name).color(muted));
    ui.add(egui::Label::new(value).wrap());
    ui.end_row();
}

/// What the articles say against each other, a column for each value.
fn disagreement(ui: &mut Ui, conflict: &Conflict, event: &Event, actions: &Actions) {
    let palette = style::palette(ui.ctx());
    let title = format!("The articles disagree: {}", conflict.field);
    ui.label(RichText::new(title).font(style::bold(14.0)).color(style::colour(palette.warning)));
    let mut values: Vec<(&str, Vec<&str>)> = Vec::new();
    for (value, file) in &conflict.values {
        match values.iter_mut().find(|(known, _)| known == value) {
            Some((_, files)) => files.push(file),
            None => values.push((value, vec![file])),
        }
    }
    let n_columns = if ui.available_width() < 120.0 * values.len() as f32 { 1 } else { values.len().max(1) };
    for line in values.chunks(n_columns) {
        ui.columns(n_columns, |columns| {
            for (ui, (value, files)) in columns.iter_mut().zip(line) {
                side(ui, value, files, event, actions);
            }
        });
    }
    ui.add_space(6.0);
}

/// One side of a disagreement, with the files that take it; a click goes to the quote.
fn side(ui: &mut Ui, value: &str, files: &[&str], event: &Event, actions: &Actions) {
    let palette = style::palette(ui.ctx());
    egui::Frame::new()
        .stroke(egui::Stroke::new(1.0, style::colour(palette.grid_strong)))
        .corner_radius(6)
        .inner_margin(egui::Margin::symmetric(10, 6))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.label(RichText::new(say::capitalised(value)).font(style::bold(14.0)));
            for file in files {
                let text = RichText::new(*file).small();
                let link = ui.add(egui::Button::new(text).truncate().frame_when_inactive(false));
                link.widget_info(|| {
                    egui::WidgetInfo::labeled(egui::Role::Button, true, format!("{value}, says {file}"))
                });
                let at = event.evidence.iter().position(|evidence| evidence.file == *file);
                if let (true, Some(at)) = (link.on_hover_text("Goes to its quote").clicked(), at) {
                    actions.push(Action::ChooseQuote(at));
                }
            }
        });
}

/// Draws why `event` is dated so, and how far it is believed.
pub(super) fn reasons(ui: &mut Ui, event: &Event) {
    derivation(ui, event);
    confidence(ui, event);
}

fn derivation(ui: &mut Ui, event: &Event) {
    if event.derivation.is_empty() {
        return;
    }
    section(ui, "Why this date", true, |ui| {
        let dates = style::dates(ui.ctx());
        for (index, step) in event.derivation.iter().enumerate() {
            numbered(ui, index + 1, &words::step_dated(step, dates));
        }
    });
}

/// The points for and against, which sum up to the confidence.
fn confidence(ui: &mut Ui, event: &Event) {
    let title = format!("Confidence {} %", event.confidence);
    section(ui, &title, false, |ui| {
        egui::Grid::new("confidence").num_columns(2).spacing([10.0, 3.0]).show(ui, |ui| {
            for reason in &event.reasons {
                let palette = style::palette(ui.ctx());
                let ink = if reason.points < 0 { palette.warning } else { palette.text };
                let points = RichText::new(format!("{:+}", reason.points)).color(style::colour(ink));
                ui.with_layout(egui::Layout::right_to_left(egui::Align::TOP), |ui| ui.label(points));
                ui.add(egui::Label::new(say::capitalised(&words::believed(reason.why))).wrap());
                ui.end_row();
            }
        });
        let sum: i32 = event.reasons.iter().map(|reason| reason.points).sum();
        if sum != event.confidence {
            let text = format!("Points from a fixed table; their sum, {sum}, is kept within bounds");
            ui.add(egui::Label::new(RichText::new(text).weak().small()).wrap());
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
