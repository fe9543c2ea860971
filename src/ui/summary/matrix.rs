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
const NAME_PX: f32 = 132.0;
/// The narrowest column of a year.
const YEAR_PX: f32 = 34.0;
/// The widest.
const MOST_YEAR_PX: f32 = 64.0;
const TALLY_PX: f32 = 132.0;
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
    let others = !summary.matrix.others.is_empty();
    egui::ScrollArea::horizontal().id_salt("matrix").show(ui, |ui| {
        let grid = Grid::new(ui, &summary.matrix.years);
        ui.spacing_mut().item_spacing.y = 0.0;
        grid.head(ui);
        for row in &summary.matrix.summits {
            grid.row(ui, row, state, actions);
        }
        if others {
            ui.add_space(10.0);
            let muted = style::colour(style::palette(ui.ctx()).text_muted);
            ui.label(RichText::new("Forums and ceremonies, which are no summits").size(12.5).color(muted));
            for row in &summary.matrix.others {
                grid.row(ui, row, state, actions);
            }
        }
        ui.add_space(6.0);
    });
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
            let text = RichText::new(standing.name()).size(12.5).color(muted);
            ui.horizontal(|ui| {
                let (spot, _) = ui.allocate_exact_size(vec2(18.0, 20.0), Sense::empty());
                cells::standing(ui, spot.center(), standing);
                ui.label(text);
                ui.add_space(10.0);
            });
        }
    });
}

/// Where the columns stand.
struct Grid<'a> {
    years: &'a [i32],
    year_px: f32,
}

impl<'a> Grid<'a> {
    fn new(ui: &Ui, years: &'a [i32]) -> Self {
        let room = ui.available_width() - NAME_PX - TALLY_PX;
        Self { years, year_px: (room / years.len().max(1) as f32).clamp(YEAR_PX, MOST_YEAR_PX) }
    }

    fn width(&self) -> f32 {
        NAME_PX + self.year_px * self.years.len() as f32 + TALLY_PX
    }

    fn column(&self, row: Rect, index: usize) -> Rect {
        let left = row.left() + NAME_PX + self.year_px * index as f32;
        Rect::from_min_size(pos2(left, row.top()), vec2(self.year_px, row.height()))
    }

    fn head(&self, ui: &mut Ui) {
        let (rect, _) = ui.allocate_exact_size(vec2(self.width(), HEAD_PX), Sense::empty());
        let palette = style::palette(ui.ctx());
        let muted = style::colour(palette.text_muted);
        for (index, year) in self.years.iter().enumerate() {
            let at = self.column(rect, index).center();
            ui.painter().text(at, egui::Align2::CENTER_CENTER, year, FontId::proportional(12.0), muted);
        }
        let at = pos2(rect.right() - 8.0, rect.center().y);
        ui.painter().text(
            at,
            egui::Align2::RIGHT_CENTER,
            "of those spoken of",
            FontId::proportional(12.0),
            muted,
        );
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, style::colour(palette.grid_strong)));
    }

    fn row(&self, ui: &mut Ui, row: &Row, state: &State, actions: &Actions) {
        let (rect, _) = ui.allocate_exact_size(vec2(self.width(), ROW_PX), Sense::empty());
        let palette = style::palette(ui.ctx());
        let ink = style::colour(palette.text);
        let name = one_line(ui, &row.series, style::bold(13.0), ink, NAME_PX - 10.0);
        ui.painter().galley(pos2(rect.left(), rect.center().y - name.size().y / 2.0), name, ink);
        for (index, (year, cell)) in self.years.iter().zip(&row.cells).enumerate() {
            ui.push_id((&row.series, year), |ui| {
                one_cell(ui, self.column(rect, index), (&row.series, *year, cell), state, actions);
            });
        }
        tally(ui, rect, (&row.series, row.tally));
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, style::colour(palette.grid)));
    }
}

/// 'skipped of spoken of', as two numbers; a longer sentence on hover.
fn tally(ui: &Ui, row: Rect, (series, tally): (&str, Tally)) {
    let palette = style::palette(ui.ctx());
    let area = Rect::from_min_max(pos2(row.right() - TALLY_PX, row.top()), row.max);
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
