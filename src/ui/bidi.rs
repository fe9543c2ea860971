//! Puts the words of Arabic and Hebrew lines into the order in which they are read.
//!
//! The toolkit shapes each word rightly but sets words from left to right. So a text is broken into lines first,
//! and then each line's words are reordered as Unicode's bidirectional algorithm has it.

use std::ops::Range;

use eframe::egui::{
    Context,
    text::{LayoutJob, LayoutSection},
};
use unicode_bidi::{BidiClass, BidiInfo, Direction, Level, bidi_class, get_base_direction};

/// Room for the rounding of widths, so that no line is broken twice.
pub(super) const SLACK_PX: f32 = 2.0;

/// Characters that are turned round where the text runs from right to left.
const MIRRORED: [(char, char); 6] = [('(', ')'), ('[', ']'), ('{', '}'), ('<', '>'), ('«', '»'), ('‹', '›')];

/// Whether a text as a whole runs from right to left.
pub(super) fn is_rtl(text: &str) -> bool {
    get_base_direction(text) == Direction::Rtl
}

/// Whether any word of a text runs from right to left.
pub(super) fn has_rtl(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(is_strong)
}

/// The same text with its lines broken for `width` and their words in the order of reading.
///
/// A text without words that run from right to left is given back as it was.
pub(super) fn reordered(ctx: &Context, mut job: LayoutJob, width: f32) -> LayoutJob {
    if !has_rtl(&job.text) {
        return job;
    }
    job.wrap.max_width = width - SLACK_PX;
    let galley = ctx.fonts_mut(|fonts| fonts.layout_job(job.clone()));
    let level = if is_rtl(&job.text) { Level::rtl() } else { Level::ltr() };
    let mut out = LayoutJob { wrap: job.wrap.clone(), ..LayoutJob::default() };
    out.wrap.max_width = width;
    let mut start = 0;
    for row in &galley.rows {
        let n_chars = row.char_count_excluding_newline().0;
        let rest = job.text.get(start..).unwrap_or_default();
        let length = rest.char_indices().nth(n_chars).map_or(rest.len(), |(at, _)| at);
        let line = rest.get(..length).unwrap_or_default();
        for piece in in_order(line, level) {
            append(&mut out, &job, line, (start, piece));
        }
        start += length + usize::from(row.ends_with_newline);
        if start < job.text.len() {
            out.append("\n", 0.0, format_at(&job, start.saturating_sub(1)));
        }
    }
    out
}

/// A stretch of a line, and whether its one character is turned round.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Piece {
    range: Range<usize>,
    is_mirrored: bool,
}

/// The stretches of a line from left to right.
fn in_order(line: &str, level: Level) -> Vec<Piece> {
    let info = BidiInfo::new(line, Some(level));
    let Some(paragraph) = info.paragraphs.first() else { return Vec::new() };
    let (levels, runs) = info.visual_runs(paragraph, paragraph.range.clone());
    let mut pieces = Vec::new();
    for run in runs {
        if levels.get(run.start).is_some_and(Level::is_rtl) {
            pieces.extend(words(line, &run).into_iter().rev());
        } else {
            pieces.push(Piece { range: run, is_mirrored: false });
        }
    }
    pieces
}

/// The words of a run that goes from right to left, and what stands between them letter by letter.
fn words(line: &str, run: &Range<usize>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut in_word = false;
    for (at, char) in line.get(run.clone()).unwrap_or_default().char_indices() {
        let range = run.start + at..run.start + at + char.len_utf8();
        match pieces.last_mut() {
            Some(word) if in_word && is_strong(char) => word.range.end = range.end,
            _ => pieces.push(Piece { range, is_mirrored: mirrored(char).is_some() }),
        }
        in_word = is_strong(char);
    }
    pieces
}

fn is_strong(char: char) -> bool {
    matches!(bidi_class(char), BidiClass::R | BidiClass::AL | BidiClass::NSM)
}

fn mirrored(char: char) -> Option<char> {
    let other = |(left, right): &(char, char)| match char {
        _ if char == *left => Some(*right),
        _ if char == *right => Some(*left),
        _ => None,
    };
    MIRRORED.iter().find_map(other)
}

/// Appends a piece of `line`, which begins at `start` of the job's text, in the formats that it had.
fn append(out: &mut LayoutJob, job: &LayoutJob, line: &str, (start, piece): (usize, Piece)) {
    let text = line.get(piece.range.clone()).unwrap_or_default();
    if piece.is_mirrored
        && let Some(turned) = text.chars().next().and_then(mirrored)
    {
        out.append(&turned.to_string(), 0.0, format_at(job, start + piece.range.start));
        return;
    }
    let (from, to) = (start + piece.range.start, start + piece.range.end);
    for section in &job.sections {
        let range = bytes(section);
        let (from, to) = (from.max(range.start), to.min(range.end));
        if from < to {
            out.append(job.text.get(from..to).unwrap_or_default(), 0.0, section.format.clone());
        }
    }
}

fn bytes(section: &LayoutSection) -> Range<usize> {
    section.byte_range.start.0..section.byte_range.end.0
}

fn format_at(job: &LayoutJob, at: usize) -> eframe::egui::TextFormat {
    let section = job.sections.iter().find(|section| bytes(section).contains(&at));
    section.or_else(|| job.sections.first()).map(|section| section.format.clone()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands on a line from left to right, each word still in its own order.
    fn line(text: &str) -> String {
        let level = if is_rtl(text) { Level::rtl() } else { Level::ltr() };
        let told = |piece: Piece| {
            let part = text.get(piece.range).unwrap();
            let turned = part.chars().next().and_then(mirrored).filter(|_| piece.is_mirrored);
            turned.map_or_else(|| part.to_owned(), |char| char.to_string())
        };
        in_order(text, level).into_iter().map(told).collect()
    }

    #[test]
    fn words_run_from_right_to_left_and_numbers_do_not() {
        assert_eq!(line("שלום (עולם) 15 יום."), ".יום 15 (עולם) שלום");
        assert_eq!(line("قمة العشرين 2022"), "2022 العشرين قمة");
    }

    #[test]
    fn a_name_in_another_script_keeps_its_place() {
        assert_eq!(line("The word שלום עולם means peace"), "The word עולם שלום means peace");
        assert_eq!(line("G20 summit, Bali"), "G20 summit, Bali");
        assert!(!has_rtl("Саммит «Большой двадцатки»"), "Cyrillic runs from left to right");
    }
}
