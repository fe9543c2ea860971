//! What is shown while the pointer rests on a mark: what, when, and the best quote with its source.

use super::{bidi, say, style};
use crate::{
    model::{Event, Status},
    timeline::Mark,
};
use eframe::egui;

/// How many events of a count are named.
const N_NAMED: usize = 8;
/// How wide it is at most.
const WIDTH_PX: f32 = 380.0;
/// How much of a quote is shown, in characters.
const QUOTE_CHARS: usize = 360;

/// Fills the tooltip of `mark`.
pub(super) fn ui(ui: &mut egui::Ui, mark: &Mark, events: &[&Event]) {
    ui.set_max_width(WIDTH_PX);
    if mark.n_events > 1 {
        count(ui, mark, events);
    } else if let Some(event) = events.first() {
        one(ui, event);
    }
}

fn one(ui: &mut egui::Ui, event: &Event) {
    let dates = style::dates(ui.ctx());
    let muted = style::colour(style::palette(ui.ctx()).text_muted);
    ui.add(egui::Label::new(egui::RichText::new(&event.name).font(style::bold(14.0))).wrap());
    let mut line = format!("{}, {}", say::capitalised(say::participation(event)), say::when(event, dates));
    if event.status != Status::Happened {
        line = format!("{line}, {}", say::status(event.status));
    }
    ui.add(egui::Label::new(line).wrap());
    let Some(evidence) = event.evidence.first() else { return };
    ui.add_space(4.0);
    let quote = shortened(&evidence.quote);
    let ink = style::colour(style::palette(ui.ctx()).text);
    let font = egui::FontId::proportional(14.0);
    let job = egui::text::LayoutJob::simple(format!("“{quote}”"), font, ink, WIDTH_PX);
    let side = if bidi::is_rtl(&quote) { egui::Align::Max } else { egui::Align::Min };
    ui.add(egui::Label::new(bidi::reordered(ui.ctx(), job, WIDTH_PX)).wrap().halign(side));
    let source = format!("{}, {}", evidence.file, say::published(evidence, dates));
    ui.add(egui::Label::new(egui::RichText::new(source).color(muted).small()).wrap());
    if event.evidence.len() > 1 {
        let more = say::count(event.evidence.len() - 1, "more quote", "more quotes");
        ui.label(egui::RichText::new(more).color(muted).small());
    }
}

fn count(ui: &mut egui::Ui, mark: &Mark, events: &[&Event]) {
    let muted = style::colour(style::palette(ui.ctx()).text_muted);
    let n = say::count(mark.n_events, "event", "events");
    ui.label(egui::RichText::new(format!("{n}, click to zoom in")).font(style::bold(14.0)));
    for event in events.iter().take(N_NAMED) {
        let line = format!("{}, {}", event.name, say::when(event, style::dates(ui.ctx())));
        ui.add(egui::Label::new(line).truncate());
    }
    if mark.n_events > N_NAMED {
        ui.label(egui::RichText::new(format!("and {} more", mark.n_events - N_NAMED)).color(muted));
    }
}

fn shortened(quote: &str) -> String {
    if quote.chars().count() <= QUOTE_CHARS {
        return quote.to_owned();
    }
    let cut: String = quote.chars().take(QUOTE_CHARS).collect();
    format!("{}…", cut.trim_end())
}
