//! The matrix of series and years; a cell shows its events on the timeline and in the table.

use std::collections::BTreeSet;

use eframe::egui::{self, FontId, Rect, RichText, Sense, Ui, pos2, vec2};

use super::{cells, heading, share};
use crate::{
    project::{
        Action, Facet, Filter, State,
        summary::{Entry, Row, Standing, Summary, Tally},
    },
    timeline::{Lane, dates},
    ui::{actions::Actions, filter::one_line, say, style},
};

const ROW_PX: f32 = 28.0;
const HEAD_PX: f32 = 24.0;
/// Height of the line that parts summits from forums and ceremonies.
const OTHERS_PX: f32 = 34.0;
/// The least room for the names of the series, and the most.
const NAME_PX: (f32, f32) = (96.0, 200.0);
/// The narrowest column of a year.
const YEAR_PX: f32 = 34.0;
/// The widest.
const MOST_YEAR_PX: f32 = 64.0;
const TALLY_PX: f32 = 132.0;
/// The room of a mark in the legend.
const KEY_PX: f32 = 22.0;
/// The room that one mark takes.
const MARK_PX: f32 = 14.0;

/// Draws the matrix with its heading and legend.
pub(super) fn ui(ui: &mut Ui, summary: &Summary, state: &State, actions: &Actions) {
    let tally = summary.matrix.tally();
    let of = "One mark an edition. What no article speaks of is an open dot: that is silence, not absence. \
              The summary counts all events that are neither rejected nor held back, whatever the filter.";
    heading(ui, "Summits by series and year", of);
    if summary.matrix.years.is_empty() {
        ui.label(RichText::new("These articles speak of no summit whose series and year are known").weak());
        return;
    }
    if tally.n_spoken_of() > 0 {
        let line = share("Skipped", tally.skipped, tally.n_spoken_of());
        let more = format!("attended {}, by video {}", tally.attended, tally.by_video);
        ui.label(RichText::new(format!("{line}; {more}")).font(style::bold(13.5)));
        ui.add_space(4.0);
    }
    grid(ui, summary, state, actions);
    ui.add_space(6.0);
    unplaced(ui, summary);
    legend(ui, summary);
}

fn unplaced(ui: &mut Ui, summary: &Summary) {
    let n = summary.matrix.unplaced.len();
    if n > 0 {
        let text = format!(
            "{} without a known series or year {} no cell",
            say::count(n, "summit", "summits"),
            if n == 1 { "has" } else { "have" }
        );
        ui.label(RichText::new(text).size(12.5).weak());
    }
}

/// What each mark means; only those that occur.
fn legend(ui: &mut Ui, summary: &Summary) {
    let rows = summary.matrix.summits.iter().chain(&summary.matrix.others);
    let occurring: BTreeSet<Standing> =
        rows.flat_map(|row| row.cells.iter().flatten()).map(|entry| entry.standing).collect();
    ui.add_space(2.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let muted = style::colour(style::palette(ui.ctx()).text_muted);
        for standing in Standing::ALL.into_iter().filter(|standing| occurring.contains(standing)) {
            let words = standing.name().to_owned();
            let words = ui.painter().layout_no_wrap(words, FontId::proportional(12.5), muted);
            // One piece with its words, so that a line breaks between entries.
            let size = vec2(KEY_PX + words.size().x + 12.0, 20.0);
            let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, standing.name()));
            cells::standing(ui, rect.left_center() + vec2(KEY_PX / 2.0 - 2.0, 0.0), standing);
            let at = pos2(rect.left() + KEY_PX, rect.center().y - words.size().y / 2.0);
            ui.painter().galley(at, words, muted);
        }
    });
}

/// The grid: the series at the left and what they come to at the right stay, while the years between them scroll.
fn grid(ui: &mut Ui, summary: &Summary, state: &State, actions: &Actions) {
    let years = &summary.matrix.years;
    let lines = lines(summary);
    let name_px = name_px(ui, &lines);
    let room = (ui.available_width() - name_px - TALLY_PX).max(YEAR_PX * 2.0);
    let year_px = (room / years.len().max(1) as f32).clamp(YEAR_PX, MOST_YEAR_PX);
    // Whole columns: half a year at the edge cannot be read.
    let room = (room / year_px).floor() * year_px;
    let left = ui.cursor().left();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        column(ui, name_px, &lines, name);
        let years_ui = |ui: &mut Ui| {
            column(ui, year_px * years.len() as f32, &lines, |ui, rect, line| match line {
                Line::Years => heads(ui, rect, years, year_px),
                Line::Others => {}
                Line::Series(row) => {
                    for (index, (year, cell)) in years.iter().zip(&row.cells).enumerate() {
                        let area = year_rect(rect, index, year_px);
                        ui.push_id((&row.series, year), |ui| {
                            one_cell(ui, area, (&row.series, *year, cell), state, actions);
                        });
                    }
                }
            });
        };
        // The newest years are seen first.
        let scroll = egui::ScrollArea::horizontal().id_salt("matrix").stick_to_right(true);
        scroll.max_width(room).auto_shrink([true, true]).show(ui, years_ui);
        column(ui, TALLY_PX, &lines, |ui, rect, line| match line {
            Line::Years => {
                let muted = style::colour(style::palette(ui.ctx()).text_muted);
                let at = pos2(rect.right() - 8.0, rect.center().y);
                let font = FontId::proportional(12.0);
                ui.painter().text(at, egui::Align2::RIGHT_CENTER, "of those spoken of", font, muted);
            }
            // Drawn last, for it reaches over the years.
            Line::Others => others(ui, Rect::from_min_max(pos2(left, rect.top()), rect.max)),
            Line::Series(row) => tally(ui, rect, (&row.series, row.tally)),
        });
    });
}

/// How wide the column of names is: as the longest of them wants.
fn name_px(ui: &Ui, lines: &[Line<'_>]) -> f32 {
    let wanted = lines.iter().filter_map(|line| match line {
        Line::Years | Line::Others => None,
        Line::Series(row) => {
            Some(one_line(ui, &row.series, style::bold(13.0), egui::Color32::PLACEHOLDER, NAME_PX.1).size().x)
        }
    });
    (wanted.fold(0.0, f32::max) + 14.0).clamp(NAME_PX.0, NAME_PX.1)
}

/// A line of the grid.
#[derive(Clone, Copy)]
enum Line<'a> {
    /// The years.
    Years,
    /// What parts summits from what is none.
    Others,
    /// A series.
    Series(&'a Row),
}

impl Line<'_> {
    const fn height_px(self) -> f32 {
        match self {
            Self::Years => HEAD_PX,
            Self::Others => OTHERS_PX,
            Self::Series(_) => ROW_PX,
        }
    }
}

fn lines(summary: &Summary) -> Vec<Line<'_>> {
    let matrix = &summary.matrix;
    let mut lines = vec![Line::Years];
    lines.extend(matrix.summits.iter().map(Line::Series));
    if !matrix.others.is_empty() {
        // The years again: those above may be out of sight.
        lines.extend([Line::Others, Line::Years]);
        lines.extend(matrix.others.iter().map(Line::Series));
    }
    lines
}

/// Draws one part of every line below each other, and the rules between them.
fn column(ui: &mut Ui, width: f32, lines: &[Line<'_>], mut draw: impl FnMut(&mut Ui, Rect, Line<'_>)) {
    let palette = style::palette(ui.ctx());
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for line in lines {
            let (rect, _) = ui.allocate_exact_size(vec2(width, line.height_px()), Sense::empty());
            let rule = match line {
                Line::Years => palette.grid_strong,
                Line::Series(_) => palette.grid,
                Line::Others => palette.grid.with_alpha(0),
            };
            ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, style::colour(rule)));
            draw(ui, rect, *line);
        }
    });
}

fn year_rect(row: Rect, index: usize, year_px: f32) -> Rect {
    Rect::from_min_size(pos2(row.left() + year_px * index as f32, row.top()), vec2(year_px, row.height()))
}

fn heads(ui: &Ui, rect: Rect, years: &[i32], year_px: f32) {
    let muted = style::colour(style::palette(ui.ctx()).text_muted);
    for (index, year) in years.iter().enumerate() {
        let at = year_rect(rect, index, year_px).center();
        ui.painter().text(at, egui::Align2::CENTER_CENTER, year, FontId::proportional(12.0), muted);
    }
}

/// What a line is called.
fn name(ui: &mut Ui, rect: Rect, line: Line<'_>) {
    let Line::Series(row) = line else { return };
    let ink = style::colour(style::palette(ui.ctx()).text);
    let name = one_line(ui, &row.series, style::bold(13.0), ink, rect.width() - 10.0);
    ui.painter().galley(pos2(rect.left(), rect.center().y - name.size().y / 2.0), name, ink);
}

/// What parts summits from what is none.
fn others(ui: &Ui, rect: Rect) {
    let muted = style::colour(style::palette(ui.ctx()).text_muted);
    let words = "Forums and ceremonies, which are no summits";
    let words = one_line(ui, words, FontId::proportional(12.5), muted, rect.width());
    ui.painter().galley(pos2(rect.left(), rect.bottom() - words.size().y - 4.0), words, muted);
}

/// 'skipped of spoken of', as two numbers; a longer sentence on hover.
fn tally(ui: &Ui, area: Rect, (series, tally): (&str, Tally)) {
    let palette = style::palette(ui.ctx());
    let text = format!("skipped {} of {}", tally.skipped, tally.n_spoken_of());
    let ink = if tally.skipped > 0 { palette.text } else { palette.text_muted };
    let at = pos2(area.right() - 8.0, area.center().y);
    ui.painter().text(at, egui::Align2::RIGHT_CENTER, text, FontId::proportional(13.0), style::colour(ink));
    let response = ui.interact(area, ui.scope_id().with(("tally", series)), Sense::hover());
    response.on_hover_text(share("Skipped", tally.skipped, tally.n_spoken_of()));
}

fn one_cell(
    ui: &Ui,
    area: Rect,
    (series, year, cell): (&str, i32, &[Entry]),
    state: &State,
    actions: &Actions,
) {
    if cell.is_empty() {
        return;
    }
    let events: Vec<usize> = cell.iter().flat_map(|entry| entry.events.iter().copied()).collect();
    let inner = area.shrink(2.0);
    let is_told = !events.is_empty();
    let sense = if is_told { Sense::click() } else { Sense::hover() };
    let response = ui.interact(inner, ui.scope_id().with("cell"), sense);
    let label = format!("{series} {year}: {}", standings(cell));
    let wanted = cell_filter(series, year);
    let is_chosen = state.filter == wanted;
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, is_told, is_chosen, &label));
    let palette = style::palette(ui.ctx());
    if is_chosen {
        ui.painter().rect_filled(inner, 4.0, style::colour(palette.accent.with_alpha(60)));
    } else if is_told && (response.hovered() || response.has_focus()) {
        ui.painter().rect_filled(inner, 4.0, style::colour(palette.raised));
    }
    if response.has_focus() {
        let stroke = egui::Stroke::new(1.5, style::colour(palette.accent));
        ui.painter().rect_stroke(inner, 4.0, stroke, egui::StrokeKind::Inside);
    }
    marks(ui, area, cell);
    if is_told && response.clicked() {
        let first = events.first().and_then(|index| state.events().get(*index));
        actions.push(Action::FilterBy(if is_chosen { Filter::default() } else { wanted }));
        actions.push(Action::Select(first.filter(|_| !is_chosen).map(|event| event.id.clone())));
    }
    response.on_hover_ui(|ui| tooltip(ui, cell));
}

/// What a cell lets through: the summits of its series in its year.
fn cell_filter(series: &str, year: i32) -> Filter {
    let mut filter = Filter::default().with(Facet::Series, series).with(Facet::Year, &format!("{year:04}"));
    for lane in [Lane::Meetings, Lane::Calls] {
        filter.show_lane(lane, false);
    }
    filter
}

/// The editions side by side; what is spoken of before what is not, and a number where there is no room.
fn marks(ui: &Ui, area: Rect, cell: &[Entry]) {
    let mut shown: Vec<Standing> = cell.iter().map(|entry| entry.standing).collect();
    let n_fits = n_fitting(area.width());
    let n_more = shown.len().saturating_sub(n_fits);
    if n_more > 0 {
        shown.sort_by_key(|standing| !standing.is_spoken_of());
        shown.truncate(n_fits.saturating_sub(1).max(1));
    }
    let n_slots = shown.len() + usize::from(n_more > 0);
    let slot = |index: usize| {
        let offset = (index as f32 - (n_slots as f32 - 1.0) / 2.0) * MARK_PX;
        pos2(area.center().x + offset, area.center().y)
    };
    for (index, standing) in shown.iter().enumerate() {
        cells::standing(ui, slot(index), *standing);
    }
    if n_more > 0 {
        let muted = style::colour(style::palette(ui.ctx()).text_muted);
        let text = format!("+{}", cell.len() - shown.len());
        ui.painter().text(
            slot(shown.len()),
            egui::Align2::CENTER_CENTER,
            text,
            FontId::proportional(11.0),
            muted,
        );
    }
}

/// How many marks stand side by side in a cell of this width.
fn n_fitting(width_px: f32) -> usize {
    (1..=8).take_while(|n| *n as f32 * MARK_PX <= width_px - 3.0).count().max(2)
}

fn standings(cell: &[Entry]) -> String {
    cell.iter().map(|entry| entry.standing.name()).collect::<Vec<_>>().join("; ")
}

fn tooltip(ui: &mut Ui, cell: &[Entry]) {
    ui.set_max_width(340.0);
    let muted = style::colour(style::palette(ui.ctx()).text_muted);
    for entry in cell {
        ui.add(egui::Label::new(RichText::new(&entry.name).font(style::bold(13.0))).wrap());
        let when = entry.days.map_or_else(|| "which edition is not known".to_owned(), dates::long);
        ui.add(egui::Label::new(format!("{}, {when}", say::capitalised(entry.standing.name()))).wrap());
    }
    if cell.iter().any(|entry| !entry.events.is_empty()) {
        ui.label(RichText::new("Click to see only these events").size(12.5).color(muted));
    }
}
