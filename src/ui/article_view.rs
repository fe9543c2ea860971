//! An article's text with its quotes marked, scrolled to the chosen one, and its repairs on demand.

use std::sync::Arc;

use eframe::egui::{
    self, Color32, FontId, Galley, Stroke, TextFormat, Ui,
    text::{CCursor, LayoutJob},
};

use super::{bidi, style};
use crate::{
    model::{Article, BlockRole, Evidence},
    timeline::Theme,
};

/// How much text is laid out around the chosen quote, in bytes: a book would hold the window up.
const MOST_BYTES: usize = 60_000;

/// What the text view shows.
#[derive(Debug)]
pub(super) struct Shown<'a> {
    /// The article.
    pub(super) article: &'a Article,
    /// All its quotes for the selected event, the chosen one first.
    pub(super) chosen: &'a Evidence,
    /// The other quotes.
    pub(super) others: &'a [Marked],
    /// Whether repaired places are underlined.
    pub(super) repairs: bool,
}

/// A quote that is marked in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Marked {
    /// Where it stands, in characters.
    pub(super) range: (usize, usize),
    /// Whose evidence it is, by the event's id.
    pub(super) event: String,
    /// Its place in the event.
    pub(super) quote_index: usize,
}

/// The text view.
#[derive(Debug, Default)]
pub(super) struct ArticleView {
    key: Option<Key>,
    galley: Option<Arc<Galley>>,
    /// The same with the words of Arabic and Hebrew lines in the order of reading, where there are any.
    reordered: Option<Arc<Galley>>,
    /// Where the chosen quote begins in the laid-out text, in characters.
    quote_at: usize,
    /// How many characters stand before what is laid out.
    n_chars_before: usize,
    /// The text is longer than what is laid out.
    is_cut: bool,
    scroll_to_quote: bool,
}

/// What a laid-out text depends on.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    article: String,
    quote: (usize, usize),
    n_others: usize,
    repairs: bool,
    dark: bool,
    width: f32,
    zoom: f32,
}

impl ArticleView {
    /// Draws the text, scrolled to the chosen quote when that has changed; gives the marked quote that was clicked.
    pub(super) fn ui<'a>(&mut self, ui: &mut Ui, shown: &Shown<'a>) -> Option<&'a Marked> {
        let width = (ui.available_width() - 18.0).max(80.0);
        self.lay_out(ui, shown, width);
        let galley = self.galley.clone()?;
        let mut area = egui::ScrollArea::vertical().id_salt("article text").auto_shrink([false, false]);
        if std::mem::take(&mut self.scroll_to_quote) {
            let quote = galley.pos_from_cursor(CCursor::new(self.quote_at));
            let context = ui.available_height() * 0.3;
            area = area.vertical_scroll_offset((quote.min.y - context).max(0.0));
        }
        let shown_text = area.show(ui, |ui| {
            if self.is_cut {
                ui.label(egui::RichText::new("Only the part around the quote is shown").weak().small());
            }
            // What is reordered for the eye would be copied in the wrong order.
            let is_as_written = self.reordered.is_none();
            let drawn = Arc::clone(self.reordered.as_ref().unwrap_or(&galley));
            let label = egui::Label::new(drawn).selectable(is_as_written).sense(egui::Sense::CLICK);
            let response = ui.add(label);
            let text = shown.article.title.clone().unwrap_or_else(|| shown.article.file.clone());
            response.widget_info(|| {
                egui::WidgetInfo::labeled(egui::Role::Label, true, format!("Text of {text}"))
            });
            // The name stays short; the words themselves are the description.
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(galley.text()));
            response
        });
        let response = shown_text.inner;
        let pointer = response.interact_pointer_pos().filter(|_| response.clicked())?;
        let at = galley.cursor_from_pos(pointer - response.rect.min).index.0 + self.n_chars_before;
        shown.others.iter().find(|marked| (marked.range.0..marked.range.1).contains(&at))
    }

    fn lay_out(&mut self, ui: &Ui, shown: &Shown<'_>, width: f32) {
        let key = Key {
            article: shown.article.hash.clone(),
            quote: (shown.chosen.start, shown.chosen.end),
            n_others: shown.others.len(),
            repairs: shown.repairs,
            dark: ui.visuals().dark_mode,
            width,
            zoom: ui.ctx().pixels_per_point(),
        };
        if self.key.as_ref() == Some(&key) {
            return;
        }
        let other_quote =
            self.key.as_ref().is_none_or(|old| (&old.article, old.quote) != (&key.article, key.quote));
        self.scroll_to_quote |= other_quote;
        let window = Window::around(&shown.article.text, shown.chosen.start);
        self.is_cut = window.is_cut;
        self.n_chars_before = window.n_chars_before;
        self.quote_at = shown.chosen.start.saturating_sub(window.n_chars_before);
        let mut job = job(shown, &window, style::palette(ui.ctx()));
        job.wrap.max_width = width - bidi::SLACK_PX;
        self.galley = Some(ui.ctx().fonts_mut(|fonts| fonts.layout_job(job.clone())));
        self.reordered = bidi::has_rtl(&job.text).then(|| {
            let is_rtl = bidi::is_rtl(&job.text);
            let mut job = bidi::reordered(ui.ctx(), job, width);
            job.halign = if is_rtl { egui::Align::Max } else { egui::Align::Min };
            ui.ctx().fonts_mut(|fonts| fonts.layout_job(job))
        });
        self.key = Some(key);
    }
}

/// The part of a text that is laid out, in bytes.
struct Window {
    start: usize,
    end: usize,
    n_chars_before: usize,
    is_cut: bool,
}

impl Window {
    fn around(text: &str, char_at: usize) -> Self {
        if text.len() <= MOST_BYTES {
            return Self { start: 0, end: text.len(), n_chars_before: 0, is_cut: false };
        }
        let at = byte_of_char(text, char_at);
        let start = text.floor_char_boundary(at.saturating_sub(MOST_BYTES / 2));
        let end = text.ceil_char_boundary((at + MOST_BYTES / 2).min(text.len()));
        let n_chars_before = text.get(..start).map_or(0, |before| before.chars().count());
        Self { start, end, n_chars_before, is_cut: true }
    }
}

/// The byte at which a character begins; the text's end where there is none.
fn byte_of_char(text: &str, char_at: usize) -> usize {
    text.char_indices().nth(char_at).map_or(text.len(), |(byte, _)| byte)
}

/// How a stretch of text is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "a place can be all of these at once")]
struct Look {
    role: Option<BlockRole>,
    other: bool,
    chosen: bool,
    trigger: bool,
    repaired: bool,
}

fn job(shown: &Shown<'_>, window: &Window, theme: &Theme) -> LayoutJob {
    let text = &shown.article.text;
    let bytes = |(start, end): (usize, usize)| (byte_of_char(text, start), byte_of_char(text, end));
    let chosen = bytes((shown.chosen.start, shown.chosen.end));
    let trigger = trigger(text, chosen, &shown.chosen.trigger);
    let others: Vec<_> = shown.others.iter().map(|marked| bytes(marked.range)).collect();
    let repairs: Vec<_> = if shown.repairs {
        shown.article.edits.iter().map(|edit| (edit.span.start(), edit.span.end())).collect()
    } else {
        Vec::new()
    };
    let mut cuts = vec![window.start, window.end];
    let blocks = shown.article.blocks.iter().map(|block| (block.span.start(), block.span.end()));
    for (start, end) in
        blocks.chain([chosen]).chain(trigger).chain(others.iter().copied()).chain(repairs.iter().copied())
    {
        cuts.extend(
            std::iter::once(start).chain([end]).filter(|cut| (window.start..window.end).contains(cut)),
        );
    }
    cuts.sort_unstable();
    cuts.dedup();
    let mut job = LayoutJob::default();
    for (start, end) in cuts.iter().copied().zip(cuts.iter().copied().skip(1)) {
        let inside = |(first, last): (usize, usize)| first <= start && end <= last;
        let block = shown.article.blocks.partition_point(|block| block.span.end() <= start);
        let look = Look {
            role: shown
                .article
                .blocks
                .get(block)
                .filter(|block| block.span.start() <= start)
                .map(|block| block.role),
            other: others.iter().copied().any(inside),
            chosen: inside(chosen),
            trigger: trigger.is_some_and(inside),
            repaired: repairs.iter().copied().any(inside),
        };
        job.append(text.get(start..end).unwrap_or_default(), 0.0, format(look, theme));
    }
    job
}

/// Where the words that gave the claim stand in its quote, in bytes.
fn trigger(text: &str, (start, end): (usize, usize), words: &str) -> Option<(usize, usize)> {
    let at = start + text.get(start..end)?.find(words).filter(|_| !words.is_empty())?;
    Some((at, at + words.len()))
}

fn format(look: Look, theme: &Theme) -> TextFormat {
    let (font_id, ink) = match look.role {
        Some(BlockRole::Title) => (style::bold(17.0), theme.text),
        Some(BlockRole::Deck) => (style::bold(14.0), theme.text),
        Some(BlockRole::Body | BlockRole::ListItem) | None => (FontId::proportional(14.5), theme.text),
        Some(
            BlockRole::Byline
            | BlockRole::Dateline
            | BlockRole::Caption
            | BlockRole::RelatedLink
            | BlockRole::Boilerplate
            | BlockRole::Duplicate,
        ) => (FontId::proportional(13.0), theme.text_muted),
    };
    let ground = if look.chosen {
        style::colour(theme.quote_strong)
    } else if look.other {
        style::colour(theme.quote)
    } else if look.repaired {
        style::colour(theme.repaired)
    } else {
        Color32::TRANSPARENT
    };
    let ink = if look.chosen { theme.text } else { ink };
    let underline = match (look.trigger, look.repaired) {
        (true, _) => Stroke::new(2.0, style::colour(theme.accent)),
        (false, true) => Stroke::new(1.0, style::colour(theme.accent)),
        (false, false) => Stroke::NONE,
    };
    TextFormat {
        font_id,
        color: style::colour(ink),
        background: ground,
        underline,
        line_height: Some(21.0),
        // A gap between lines, or the next line's ground would cover the underline.
        expand_bg: -1.0,
        ..TextFormat::default()
    }
}
