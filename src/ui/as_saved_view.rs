//! A file as it was saved, in fixed-width lines of which only those in sight are laid out.

use eframe::egui::{self, RichText, Ui};

use super::style;
use crate::{model::Evidence, project::AsSaved};

/// How many letters of a quote must stand in the file in a row to find its place.
const SOUGHT_CHARS: usize = 24;

/// The view.
#[derive(Debug, Default)]
pub(super) struct AsSavedView {
    rows: Vec<String>,
    /// What the rows were broken for: the file, and how many letters fit.
    broken_for: Option<(String, usize)>,
    /// The quote that the view was last brought to.
    shown_quote: Option<(String, usize)>,
}

impl AsSavedView {
    /// Draws `file`, at the place of `chosen` where that can be found.
    pub(super) fn ui(&mut self, ui: &mut Ui, file: &AsSaved, chosen: &Evidence) {
        let font = egui::FontId::monospace(12.5);
        let letter = ui.fonts_mut(|fonts| fonts.glyph_width(&font, 'm')).max(1.0);
        self.break_lines(file, columns(ui.available_width() - 24.0, letter));
        let height = ui.fonts_mut(|fonts| fonts.row_height(&font)) + 2.0;
        let mut area = egui::ScrollArea::vertical().id_salt("as saved").auto_shrink([false, false]);
        let quote = (chosen.file.clone(), chosen.start);
        if self.shown_quote.as_ref() != Some(&quote) {
            self.shown_quote = Some(quote);
            let row = place_of(&self.rows, &chosen.quote).unwrap_or(0);
            let above = ui.available_height() * 0.3;
            area = area.vertical_scroll_offset((row as f32 * height - above).max(0.0));
        }
        ui.spacing_mut().item_spacing.y = 2.0;
        area.show_rows(ui, height - 2.0, self.rows.len(), |ui, range| {
            let ink = style::colour(style::palette(ui.ctx()).text);
            for row in self.rows.iter().skip(range.start).take(range.len()) {
                let text = RichText::new(row).font(font.clone()).color(ink);
                ui.add(egui::Label::new(text).extend().selectable(true));
            }
            if range.end >= self.rows.len() && file.is_cut {
                ui.label(RichText::new("The file goes on; open it outside to see the rest").weak());
            }
        });
    }

    fn break_lines(&mut self, file: &AsSaved, columns: usize) {
        let key = (file.file.clone(), columns);
        if self.broken_for.as_ref() == Some(&key) {
            return;
        }
        self.rows = file.lines.iter().flat_map(|line| broken(line, columns)).collect();
        self.broken_for = Some(key);
        self.shown_quote = None;
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what a screen has")]
fn columns(width: f32, letter: f32) -> usize {
    (width / letter).clamp(20.0, 1_000.0) as usize
}

/// A line in pieces of at most `columns` letters, broken between words where there is one.
fn broken(line: &str, columns: usize) -> Vec<String> {
    let mut rows = Vec::new();
    let mut row = String::new();
    let mut n_chars = 0;
    for word in line.split_inclusive(' ') {
        let length = word.chars().count();
        if n_chars > 0 && n_chars + length > columns {
            rows.push(std::mem::take(&mut row));
            n_chars = 0;
        }
        for char in word.chars() {
            if n_chars == columns {
                rows.push(std::mem::take(&mut row));
                n_chars = 0;
            }
            row.push(char);
            n_chars += 1;
        }
    }
    rows.push(row);
    rows
}

/// The row in which a quote begins; the file may be damaged or hold markup, so a few letters are enough.
fn place_of(rows: &[String], quote: &str) -> Option<usize> {
    let letters: Vec<char> = quote.chars().collect();
    letters.windows(SOUGHT_CHARS.min(letters.len()).max(1)).step_by(8).find_map(|few| {
        let sought: String = few.iter().collect();
        rows.iter().position(|row| row.contains(&sought))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_broken_between_words_and_nothing_is_lost() {
        let line = "The summit in Bali ended on Wednesday with a declaration, reported-by-everybody-at-once.";
        let rows = broken(line, 20);
        assert!(rows.iter().all(|row| row.chars().count() <= 20), "{rows:?}");
        assert_eq!(rows.concat(), line);
        assert_eq!(broken("", 20), [""]);
    }

    #[test]
    fn a_quote_is_found_although_its_beginning_is_damaged() {
        let rows = ["<p>".to_owned(), "Itxx was Putin who stayed away from the summit".to_owned()];
        assert_eq!(place_of(&rows, "It’s was Putin who stayed away from the summit"), Some(1));
        assert_eq!(place_of(&rows, "Nobody ever wrote anything of this kind here"), None);
    }
}
