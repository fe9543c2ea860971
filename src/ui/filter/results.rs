//! What a search found: events first, then places in articles; a click goes there.

use eframe::egui::{self, FontId, Rect, RichText, Sense, Ui, pos2, text::LayoutJob, vec2};

use super::row;
use crate::{
    project::{Action, Hit, Snippet, State},
    ui::{actions::Actions, say, style},
};

const ROW_PX: f32 = 62.0;
const SIDE_PX: f32 = 14.0;

/// The list.
#[derive(Debug, Default)]
pub(super) struct Results {
    /// The hit that was last brought into sight.
    seen: Option<usize>,
}

impl Results {
    /// Draws the list.
    pub(super) fn ui(&mut self, ui: &mut Ui, state: &State, actions: &Actions) {
        let search = &state.search;
        super::padded(ui, |ui| head(ui, state));
        ui.separator();
        if search.is_unfinished() {
            actions.push(Action::SearchOn);
        }
        if search.n_hits() == 0 {
            if !search.is_unfinished() {
                super::padded(ui, nothing);
            }
            return;
        }
        let mut area = egui::ScrollArea::vertical().id_salt("hits").auto_shrink([false, false]);
        if self.seen != search.at() {
            self.seen = search.at();
            if let Some(at) = search.at() {
                let room = ui.available_height();
                area = area.vertical_scroll_offset((at as f32 * ROW_PX - room * 0.4).max(0.0));
            }
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        area.show_rows(ui, ROW_PX, search.n_hits(), |ui, range| {
            for number in range {
                ui.push_id(number, |ui| one(ui, number, state, actions));
            }
        });
    }
}

fn head(ui: &mut Ui, state: &State) {
    let (n_events, n_articles) = state.search.n_found();
    let found = format!(
        "{}, {}",
        say::count(n_events, "event", "events"),
        say::count(n_articles, "article", "articles")
    );
    let text = if state.search.is_unfinished() { format!("{found} so far…") } else { found };
    let muted = style::colour(style::palette(ui.ctx()).text_muted);
    ui.label(RichText::new(text).size(13.0).color(muted));
}

fn nothing(ui: &mut Ui) {
    ui.add_space(8.0);
    ui.label("No event and no article has these words");
    ui.add_space(4.0);
    let hint = "All words must be there, in any order. Case and accents do not matter.";
    ui.add(egui::Label::new(RichText::new(hint).weak()).wrap());
}

fn one(ui: &mut Ui, number: usize, state: &State, actions: &Actions) {
    let Some(hit) = state.hit(number) else { return };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW_PX), Sense::click());
    let is_here = state.search.at() == Some(number);
    let label = match &hit {
        Hit::Event { event, .. } => format!("Event found: {}", event.name),
        Hit::Article { article, words } => format!("Found in {}: {}", article.file, words.text),
    };
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, is_here, &label));
    if response.clicked() {
        actions.push(Action::GoToHit(number));
    }
    let palette = style::palette(ui.ctx());
    if is_here {
        ui.painter().rect_filled(rect, 0.0, style::colour(palette.accent.with_alpha(40)));
    }
    row::ground(ui, rect, &response);
    ui.painter().hline(rect.x_range(), rect.bottom(), (1.0, style::colour(palette.grid)));
    match hit {
        Hit::Event { event, name, quote } => {
            let is_hidden = state.filter.hides(event).is_some();
            let when = say::when(event, state.memory.settings.dates);
            let when = if is_hidden { format!("{when}, hidden by the filter") } else { when };
            paint(ui, rect, &[(name, Face::Name), (plain(&when), Face::Small), (quote, Face::Words)]);
        }
        Hit::Article { article, words } => {
            let title = article.title.as_deref().unwrap_or(&article.file);
            paint(ui, rect, &[(plain(title), Face::Small), (words, Face::Words)]);
        }
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand);
}

fn plain(text: &str) -> Snippet {
    Snippet { text: text.to_owned(), marks: Vec::new() }
}

/// How a line of a hit is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Face {
    Name,
    Small,
    Words,
}

/// The lines of a hit from above; the last one has what room is left.
fn paint(ui: &Ui, rect: Rect, lines: &[(Snippet, Face)]) {
    let mut top = rect.top() + 6.0;
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    for (line, face) in lines.iter().filter(|(line, _)| !line.text.is_empty()) {
        let n_rows = if *face == Face::Words && lines.len() == 2 { 2 } else { 1 };
        let galley = galley(ui, line, *face, rect.width() - 2.0 * SIDE_PX, n_rows);
        let height = galley.size().y;
        painter.galley(
            pos2(rect.left() + SIDE_PX, top),
            galley,
            style::colour(style::palette(ui.ctx()).text),
        );
        top += height + 1.0;
    }
}

fn galley(ui: &Ui, line: &Snippet, face: Face, width_px: f32, n_rows: usize) -> std::sync::Arc<egui::Galley> {
    let palette = style::palette(ui.ctx());
    let (font, ink) = match face {
        Face::Name => (style::bold(13.5), palette.text),
        Face::Small => (FontId::proportional(12.0), palette.text_muted),
        Face::Words => (FontId::proportional(13.0), palette.text),
    };
    let format = egui::TextFormat { font_id: font, color: style::colour(ink), ..Default::default() };
    let marked = egui::TextFormat {
        background: style::colour(palette.quote_strong),
        color: style::colour(palette.text),
        ..format.clone()
    };
    let mut job = LayoutJob::default();
    let mut at = 0;
    for mark in &line.marks {
        job.append(line.text.get(at..mark.start).unwrap_or_default(), 0.0, format.clone());
        job.append(line.text.get(mark.clone()).unwrap_or_default(), 0.0, marked.clone());
        at = mark.end;
    }
    job.append(line.text.get(at..).unwrap_or_default(), 0.0, format);
    job.wrap = egui::text::TextWrapping { max_width: width_px, max_rows: n_rows, ..Default::default() };
    ui.ctx().fonts_mut(|fonts| fonts.layout_job(job))
}
