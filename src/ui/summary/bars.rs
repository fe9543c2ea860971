//! Attended against skipped by year, meetings by country, and articles by month, as plain bars.

use eframe::egui::{self, FontId, Rect, RichText, Sense, Ui, pos2, vec2};

use super::{cells, heading};
use crate::{
    model::{Day, DayRange},
    project::{
        Action, Facet, Filter,
        summary::{Standing, Summary, Tally},
    },
    timeline::{Lane, MarkKind, Rgba, Theme, dates},
    ui::{actions::Actions, filter::one_line, say, style},
    world::World,
};

const BAR_PX: f32 = 22.0;
const NAME_PX: f32 = 150.0;
const YEAR_PX: f32 = 48.0;
const NUMBER_PX: f32 = 112.0;
/// The room that one mark takes.
const UNIT_PX: f32 = 15.0;
/// How many countries are listed.
const N_COUNTRIES: usize = 12;
/// Height of the strip of articles.
const STRIP_PX: f32 = 76.0;

/// A bar with its name before it and a number behind it.
struct Bar<'a> {
    name: &'a str,
    /// How wide the names are.
    name_px: f32,
    number: String,
    /// Parts from the left, each with its colour, as shares of the whole width.
    parts: Vec<(f32, Rgba)>,
    /// One mark for each thing that is counted, drawn instead of the parts where there is room for them.
    units: Vec<Standing>,
    /// How many units the longest bar has.
    most: f32,
    label: String,
}

impl Bar<'_> {
    fn ui(&self, ui: &mut Ui) -> egui::Response {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), BAR_PX), Sense::click());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &self.label));
        let palette = style::palette(ui.ctx());
        if response.hovered() || response.has_focus() {
            ui.painter().rect_filled(rect, 3.0, style::colour(palette.raised));
        }
        let ink = style::colour(palette.text);
        let name = one_line(ui, self.name, FontId::proportional(13.0), ink, self.name_px - 10.0);
        ui.painter().galley(pos2(rect.left() + 2.0, rect.center().y - name.size().y / 2.0), name, ink);
        let room = rect.width() - self.name_px - NUMBER_PX;
        let left = rect.left() + self.name_px;
        let left = if !self.units.is_empty() && self.most * UNIT_PX <= room {
            self.units(ui, pos2(left, rect.center().y))
        } else {
            self.parts(ui, rect, (left, room))
        };
        let muted = style::colour(palette.text_muted);
        let at = pos2(left + 6.0, rect.center().y);
        ui.painter().text(at, egui::Align2::LEFT_CENTER, &self.number, FontId::proportional(12.5), muted);
        response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text(&self.label)
    }

    /// Draws a mark for each unit from `from` on; gives where they end.
    fn units(&self, ui: &Ui, from: egui::Pos2) -> f32 {
        let mut left = from.x;
        for unit in &self.units {
            cells::standing(ui, pos2(left + UNIT_PX / 2.0, from.y), *unit);
            left += UNIT_PX;
        }
        left
    }

    /// Draws the parts side by side in `room` from `left` on; gives where they end.
    fn parts(&self, ui: &Ui, row: Rect, (mut left, room): (f32, f32)) -> f32 {
        for (share, colour) in self.parts.iter().filter(|(share, _)| *share > 0.0) {
            let width = room * share;
            let part = Rect::from_min_max(
                pos2(left, row.top() + 5.0),
                pos2(left + (width - 1.0).max(1.0), row.bottom() - 5.0),
            );
            ui.painter().rect_filled(part, 1.0, style::colour(*colour));
            left += width;
        }
        left
    }
}

fn parts_of(tally: Tally, most: f32, palette: &Theme) -> Vec<(f32, Rgba)> {
    [
        (tally.attended, palette.mark(MarkKind::Attended)),
        (tally.by_video, palette.mark(MarkKind::Virtual)),
        (tally.skipped, palette.mark(MarkKind::Skipped)),
        (tally.disagree + tally.open, palette.grid_strong),
    ]
    .map(|(n, colour)| (n as f32 / most, colour))
    .into()
}

fn units_of(tally: Tally) -> Vec<Standing> {
    let counts = [
        (tally.attended, Standing::Attended),
        (tally.by_video, Standing::Virtual),
        (tally.skipped, Standing::Skipped),
        (tally.disagree, Standing::Disagree),
        (tally.open, Standing::Open),
    ];
    counts.into_iter().flat_map(|(n, standing)| std::iter::repeat_n(standing, n)).collect()
}

/// Attended, by video and skipped, year by year.
pub(super) fn by_year(ui: &mut Ui, summary: &Summary, actions: &Actions) {
    let years: Vec<(i32, Tally)> =
        summary.matrix.by_year().into_iter().filter(|(_, tally)| tally.n_spoken_of() > 0).collect();
    heading(
        ui,
        "Attended and skipped by year",
        "Summits that these articles speak of, in the marks of the matrix. Papers report the summit that was skipped \
         and pass over those that were attended.",
    );
    let most = years.iter().map(|(_, tally)| tally.n_spoken_of()).max().unwrap_or(1) as f32;
    let palette = style::palette(ui.ctx());
    ui.spacing_mut().item_spacing.y = 0.0;
    for (year, tally) in years {
        let name = format!("{year:04}");
        let label = format!(
            "{year}: skipped {} of {} that these articles speak of, attended {}, by video {}",
            tally.skipped,
            tally.n_spoken_of(),
            tally.attended,
            tally.by_video
        );
        let bar = Bar {
            name: &name,
            name_px: YEAR_PX,
            number: format!("skipped {} of {}", tally.skipped, tally.n_spoken_of()),
            parts: parts_of(tally, most, palette),
            units: units_of(tally),
            most,
            label,
        };
        if ui.push_id(year, |ui| bar.ui(ui)).inner.clicked() {
            let mut filter = Filter::default().with(Facet::Year, &name);
            filter.show_lane(Lane::Meetings, false);
            filter.show_lane(Lane::Calls, false);
            actions.push(Action::FilterBy(filter));
        }
    }
}

/// Meetings that took place by country.
pub(super) fn meetings(ui: &mut Ui, summary: &Summary, actions: &Actions) {
    let of = format!(
        "{} in person that took place, as these articles tell; one with two countries counts for both",
        say::count(summary.n_meetings, "meeting", "meetings")
    );
    heading(ui, "Meetings by country", &of);
    if summary.meetings.is_empty() {
        ui.label(RichText::new("None told of here").weak());
    }
    let most = summary.meetings.first().map_or(1, |(_, n)| *n) as f32;
    let palette = style::palette(ui.ctx());
    ui.spacing_mut().item_spacing.y = 0.0;
    for (code, n) in summary.meetings.iter().take(N_COUNTRIES) {
        let name = say::country(code, World::builtin());
        let label = format!("{name}: {}", say::count(*n, "meeting", "meetings"));
        let parts = vec![(*n as f32 / most, palette.mark(MarkKind::Meeting))];
        let bar = Bar {
            name: &name,
            name_px: NAME_PX,
            number: say::grouped(*n),
            parts,
            units: Vec::new(),
            most,
            label,
        };
        if ui.push_id(code, |ui| bar.ui(ui)).inner.clicked() {
            let filter = Filter::default().with(Facet::Country, code).with(Facet::Kind, Lane::Meetings.key());
            actions.push(Action::FilterBy(filter.with(Facet::Status, "happened")));
        }
    }
    if summary.meetings.len() > N_COUNTRIES {
        let n_more = summary.meetings.len() - N_COUNTRIES;
        let text = format!("and {}", say::count(n_more, "more country", "more countries"));
        ui.label(RichText::new(text).size(12.5).weak());
    }
}

/// How many articles there are of each month: a folder is a selection.
pub(super) fn articles(ui: &mut Ui, summary: &Summary) {
    let n_dated: usize = summary.articles.values().sum();
    let of = format!(
        "{} with a stated date, {} without; a folder is a selection, and what it lacks is not told here",
        say::count(n_dated, "article", "articles"),
        say::grouped(summary.n_undated_articles)
    );
    heading(ui, "Articles by month", &of);
    let months = || summary.articles.keys();
    let Some((first, last)) = months().next().zip(months().next_back()) else {
        ui.label(RichText::new("No article states its date").weak());
        return;
    };
    let days = first.hull(*last);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), STRIP_PX), Sense::hover());
    let label = format!("Articles by month, {} to {}", dates::short(*first), dates::short(*last));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &label));
    let palette = style::palette(ui.ctx());
    let ground = Rect::from_min_max(rect.min, pos2(rect.right(), rect.bottom() - 18.0));
    let most = summary.articles.values().copied().max().unwrap_or(1);
    let x_of =
        |day: Day| ground.left() + ground.width() * day.since(days.first()) as f32 / days.n_days() as f32;
    for (month, n) in &summary.articles {
        let left = x_of(month.first());
        let right = (x_of(month.last().plus(1)) - 1.0).max(left + 1.5);
        let top = ground.bottom() - (ground.height() - 14.0) * *n as f32 / most as f32;
        let bar = Rect::from_min_max(pos2(left, top), pos2(right, ground.bottom()));
        ui.painter().rect_filled(bar, 0.0, style::colour(palette.articles));
    }
    ui.painter().hline(ground.x_range(), ground.bottom(), (1.0, style::colour(palette.grid_strong)));
    let muted = style::colour(palette.text_muted);
    let font = FontId::proportional(12.0);
    let words = |month: &DayRange| dates::short(*month);
    ui.painter().text(rect.left_bottom(), egui::Align2::LEFT_BOTTOM, words(first), font.clone(), muted);
    if first != last {
        ui.painter().text(rect.right_bottom(), egui::Align2::RIGHT_BOTTOM, words(last), font.clone(), muted);
    }
    let text = format!("at most {} in a month", say::grouped(most));
    ui.painter().text(rect.left_top(), egui::Align2::LEFT_TOP, text, font, muted);
}
