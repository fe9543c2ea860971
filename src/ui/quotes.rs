//! The quotes of an event as cards; a click chooses one and shows it in its article.

use eframe::egui::{self, RichText, Sense, Ui};

use super::{actions::Actions, bidi, facts::section, say, style};
use crate::{
    model::{DayRange, Event, Evidence, Grade, Kind, Participation},
    project::{Action, State},
    timeline::dates::Format,
};

/// Draws the quotes of `event`, the newest article's first; `wants_focus` gives the chosen one the keyboard.
pub(super) fn ui(ui: &mut Ui, event: &Event, state: &State, (actions, wants_focus): (&Actions, bool)) {
    let n_files = files(event);
    let n_quotes = say::count(event.evidence.len(), "quote", "quotes");
    let title =
        format!("{} from {}", say::capitalised(&n_quotes), say::count(n_files, "article", "articles"));
    section(ui, &title, true, |ui| {
        for (index, evidence) in state.quotes() {
            ui.push_id((&evidence.claim, index), |ui| {
                let chosen = index == state.quote_index;
                let origin = origin(event, evidence, state, style::dates(ui.ctx()));
                let response = card(ui, evidence, &origin, chosen);
                if chosen && wants_focus {
                    response.request_focus();
                    response.scroll_to_me(None);
                }
                if !chosen && (response.clicked() || response.gained_focus()) {
                    actions.push(Action::ChooseQuote(index));
                }
                if response.has_focus() {
                    // Left and right step through events; they do not move the focus.
                    let filter = egui::EventFilter { horizontal_arrows: true, ..Default::default() };
                    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
                }
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

fn card(ui: &mut Ui, evidence: &Evidence, origin: &str, chosen: bool) -> egui::Response {
    let palette = style::palette(ui.ctx());
    let fill = if chosen { palette.background } else { palette.surface };
    let frame = egui::Frame::new()
        .fill(style::colour(fill))
        .stroke(egui::Stroke::new(1.0, style::colour(if chosen { palette.accent } else { palette.grid })))
        .corner_radius(6)
        .inner_margin(egui::Margin { left: 14, right: 10, top: 8, bottom: 8 });
    let inner = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 3.0;
        let job = bidi::reordered(ui.ctx(), quote_job(ui, evidence), ui.available_width());
        let side = if bidi::is_rtl(&evidence.quote) { egui::Align::Max } else { egui::Align::Min };
        ui.add(egui::Label::new(job).wrap().halign(side));
        let muted = style::colour(palette.text_muted);
        if let Some(title) = &evidence.title {
            ui.add(egui::Label::new(RichText::new(title).small().color(muted)).truncate());
        }
        ui.add(egui::Label::new(RichText::new(origin).small().color(muted)).wrap());
    });
    let response = ui.interact(inner.response.rect, ui.scope_id().with("card"), Sense::click());
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::Role::Button, true, chosen, format!("Quote: {}", evidence.quote))
    });
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(origin.to_owned()));
    edge(ui, &response, chosen);
    ui.add_space(2.0);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// The chosen card has a bar at its left, the one with the keyboard a strong edge.
fn edge(ui: &Ui, response: &egui::Response, chosen: bool) {
    let palette = style::palette(ui.ctx());
    let rect = response.rect;
    if chosen {
        let bar = egui::Rect::from_min_max(
            rect.min + egui::vec2(1.0, 5.0),
            egui::pos2(rect.left() + 4.0, rect.bottom() - 5.0),
        );
        ui.painter().rect_filled(bar, 2, style::colour(palette.accent));
    }
    let (width, ink) = match (response.has_focus(), response.hovered() && !chosen) {
        (true, _) => (2.0, palette.accent),
        (false, true) => (1.0, palette.grid_strong),
        (false, false) => return,
    };
    let stroke = egui::Stroke::new(width, style::colour(ink));
    ui.painter().rect_stroke(rect, 6, stroke, egui::StrokeKind::Inside);
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
fn origin(event: &Event, evidence: &Evidence, state: &State, dates: Format) -> String {
    let window = state.written(&evidence.file).map(|window| window.days);
    let date = match (evidence.published, window) {
        (None, Some(days)) if days != DayRange::ANY => {
            format!("written {}, by what it says", dates.long(days))
        }
        _ => say::published(evidence, dates),
    };
    let mut parts = vec![evidence.file.clone(), date];
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
