//! The numbered articles under a chart.

use std::collections::BTreeMap;

use super::{
    dates,
    names::SourceNumbers,
    scene::{Measure, Rect, Shape, Weight, point},
    text,
    theme::{self, Theme},
};
use crate::model::{Day, Event};

/// An article that drawn events rest on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its number under the chart, from 1.
    pub number: usize,
    /// Path relative to the input.
    pub file: String,
    /// Its title.
    pub title: Option<String>,
    /// The publication date that it states.
    pub published: Option<Day>,
}

/// The articles that these events rest on, numbered in the order of their paths.
pub fn sources(events: &[&Event]) -> Vec<Source> {
    let mut files = BTreeMap::new();
    for evidence in events.iter().flat_map(|event| &event.evidence) {
        files.entry(evidence.file.as_str()).or_insert_with(|| (evidence.title.clone(), evidence.published));
    }
    let numbered = files.into_iter().zip(1..);
    numbered
        .map(|((file, (title, published)), number)| Source {
            number,
            file: file.to_owned(),
            title,
            published,
        })
        .collect()
}

/// Their numbers by file.
pub(super) fn numbers(sources: &[Source]) -> SourceNumbers {
    sources.iter().map(|source| (source.file.clone(), source.number)).collect()
}

const ROW_PX: f32 = 20.0;
const HEAD_PX: f32 = 26.0;
const GUTTER_PX: f32 = 36.0;

/// How many columns a list has in that width.
fn n_columns(n: usize, width_px: f32) -> usize {
    let most = if width_px >= 1500.0 {
        3
    } else if width_px >= 900.0 {
        2
    } else {
        1
    };
    n.clamp(1, most)
}

/// The height that a whole list wants.
pub(super) fn wanted_px(n: usize, width_px: f32) -> f32 {
    if n == 0 { 0.0 } else { HEAD_PX + n.div_ceil(n_columns(n, width_px)) as f32 * ROW_PX }
}

/// Draws as much of the list as fits, and says how many are left out.
pub(super) fn list(sources: &[Source], area: Rect, (theme, measure): (&Theme, Measure<'_>)) -> Vec<Shape> {
    if sources.is_empty() {
        return Vec::new();
    }
    let head = text::start(point(area.x, area.y + 13.0), "Sources", theme::SMALL_PX, theme.text).bold();
    let mut shapes = vec![head.into()];
    let n_columns = n_columns(sources.len(), area.width);
    let column_px = (area.width - GUTTER_PX * (n_columns as f32 - 1.0)) / n_columns as f32;
    let n_rows = rows_in(area.height - HEAD_PX).min(sources.len().div_ceil(n_columns)).max(1);
    let n_cells = n_rows * n_columns;
    let n_listed = if sources.len() <= n_cells { sources.len() } else { n_cells - 1 };
    let number_px = measure(&sources.len().to_string(), theme::NOTE_PX, Weight::Bold) + 8.0;
    for (cell, source) in sources.iter().take(n_listed).enumerate() {
        let (x, y) = place(cell, n_rows, column_px, area);
        let number = text::start(point(x, y), source.number.to_string(), theme::NOTE_PX, theme.text).bold();
        let words = described(source, column_px - number_px, measure);
        shapes.push(number.into());
        shapes.push(text::start(point(x + number_px, y), words, theme::NOTE_PX, theme.text_muted).into());
    }
    let n_left = sources.len() - n_listed;
    if n_left > 0 {
        let (x, y) = place(n_listed, n_rows, column_px, area);
        let words = format!("… and {n_left} more: see the full list");
        shapes.push(text::start(point(x, y), words, theme::NOTE_PX, theme.text_muted).into());
    }
    shapes
}

fn place(cell: usize, n_rows: usize, column_px: f32, area: Rect) -> (f32, f32) {
    let (column, row) = (cell / n_rows, cell % n_rows);
    (area.x + column as f32 * (column_px + GUTTER_PX), area.y + HEAD_PX + 13.0 + row as f32 * ROW_PX)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to a picture's rows")]
fn rows_in(height_px: f32) -> usize {
    (height_px / ROW_PX).clamp(0.0, 1000.0) as usize
}

/// Title, file and date; the title gives way first.
fn described(source: &Source, width_px: f32, measure: Measure<'_>) -> String {
    let date = source
        .published
        .map_or_else(|| "undated".to_owned(), |day| dates::short(crate::model::DayRange::day(day)));
    let Some(title) = source.title.as_ref().filter(|title| !title.trim().is_empty()) else {
        return text::fitted(
            &format!("{} ({date})", source.file),
            theme::NOTE_PX,
            Weight::Regular,
            width_px,
            measure,
        );
    };
    let tail = format!(" – {} ({date})", source.file);
    let tail_px = measure(&tail, theme::NOTE_PX, Weight::Regular);
    let tail = if tail_px > width_px * 0.6 { format!(" ({date})") } else { tail };
    let room = width_px - measure(&tail, theme::NOTE_PX, Weight::Regular);
    format!("{}{tail}", text::fitted(title.trim(), theme::NOTE_PX, Weight::Regular, room, measure))
}
