//! The quotes of an event as cards; a click chooses one and shows it in its article.

use eframe::egui::{self, RichText, Sense, Ui};

use super::{actions::Actions, facts::section, say, style};
use crate::{
    model::{Event, Evidence, Grade, Kind, Participation},
    project::{Action, State},
};

/// Draws the quotes of `event`.
pub(super) fn ui(ui: &mut Ui, event: &Event, state: &State, actions: &Actions) {
    let n_files = files(event);
    let n_quotes = say::count(event.evidence.len(), "quote", "quotes");
    let title =
        format!("{} from {}", say::capitalised(&n_quotes), say::count(n_files, "article", "articles"));
    section(ui, &title, true, |ui| {
        for (index, evidence) in event.evidence.iter().enumerate() {
            ui.push_id((&evidence.claim, index), |ui| {
                let chosen = index == state.quote_index.min(event.evidence.len() - 1);
                card(ui, event, (index, evidence, chosen), actions);
            });
        }
    });
}

fn files(event: &Event) -> usize {
    let mut files: Vec<&str> = event.evidence.iter().map(|evidence| evidence.file.as_str()).collect();
    files.sort_unstable();
    files.dedup();
    files.len()
}

fn card(ui: &mut Ui, event: &Event, (index, evidence, chosen): (usize, &Evidence, bool), actions: &Actions) {
    let palette = style::palette(ui.ctx());
    let (fill, line) =
        if chosen { (palette.background, palette.accent) } else { (palette.surface, palette.grid) };
    let frame = egui::Frame::new()
        .fill(style::colour(fill))
        .stroke(egui::Stroke::new(1.0, style::colour(line)))
        .corner_radius(6)
        .inner_margin(egui::Margin { left: 12, right: 10, top: 8, bottom: 8 });
    let inner = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 3.0;
        ui.add(egui::Label::new(quote_job(ui, evidence)).wrap());
        let muted = style::colour(palette.text_muted);
        let source = evidence.title.as_deref().unwrap_or(&evidence.file);
        ui.add(egui::Label::new(RichText::new(source).small().color(muted)).truncate());
        ui.add(egui::Label::new(RichText::new(origin(event, evidence)).small().color(muted)).wrap());
    });
    let response = ui.interact(inner.response.rect, ui.scope_id().with("card"), Sense::click());
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::Role::Button, true, chosen, format!("Quote: {}", evidence.quote))
    });
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    if response.hovered() && !chosen {
        let stroke = egui::Stroke::new(1.0, style::colour(palette.grid_strong));
        ui.painter().rect_stroke(response.rect, 6, stroke, egui::StrokeKind::Inside);
    }
    if response.clicked() {
        actions.push(Action::ChooseQuote(index));
    }
    ui.add_space(2.0);
}

/// The quote with its trigger underlined: a reader may not know the language.
fn quote_job(ui: &Ui, evidence: &Evidence) -> egui::text::LayoutJob {
    let palette = style::palette(ui.ctx());
    let plain = egui::TextFormat {
        font_id: egui::FontId::proportional(14.0),
        color: style::colour(palette.text),
        ..egui::TextFormat::default()
    };
    let underlined = egui::TextFormat {
        underline: egui::Stroke::new(1.5, style::colour(palette.accent)),
        ..plain.clone()
    };
    let mut job = egui::text::LayoutJob::default();
    let quote = &evidence.quote;
    let found = (!evidence.trigger.is_empty()).then(|| quote.find(&evidence.trigger)).flatten();
    match found {
        Some(at) => {
            let end = at + evidence.trigger.len();
            job.append(quote.get(..at).unwrap_or_default(), 0.0, plain.clone());
            job.append(quote.get(at..end).unwrap_or_default(), 0.0, underlined);
            job.append(quote.get(end..).unwrap_or_default(), 0.0, plain);
        }
        None => job.append(quote, 0.0, plain),
    }
    job
}

/// File, date, speaker, and in what the quote differs from the event.
fn origin(event: &Event, evidence: &Evidence) -> String {
    let mut parts = vec![evidence.file.clone(), say::published(evidence)];
    match evidence.grade {
        Grade::Body => {}
        Grade::Title => parts.push("headline".to_owned()),
        Grade::Caption => parts.push("caption".to_owned()),
        Grade::Related => parts.push("related link".to_owned()),
    }
    if let Some(speaker) = &evidence.speaker {
        parts.push(format!("according to {}", speaker.name));
    }
    if event.kind == Kind::Summit && evidence.participation != event.participation {
        parts.push(
            match evidence.participation {
                Participation::Attended => "says attended",
                Participation::Virtual => "says by video",
                Participation::Skipped => "says skipped",
            }
            .to_owned(),
        );
    }
    if evidence.status != event.status {
        parts.push(format!("says {}", say::status(evidence.status)));
    }
    parts.join(", ")
}

/// Where the other quotes of the chosen quote's article stand, of all events, as ranges of characters.
pub(super) fn others(state: &State, chosen: &Evidence) -> Vec<(usize, usize)> {
    let mut ranges: Vec<_> = state
        .shown()
        .flat_map(|event| &event.evidence)
        .filter(|evidence| evidence.file == chosen.file && evidence.start != chosen.start)
        .map(|evidence| (evidence.start, evidence.end))
        .collect();
    ranges.sort_unstable();
    ranges.dedup();
    ranges
}
