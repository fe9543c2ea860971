//! The legend, which is the filter: what each shape and each fill means, how many there are, and whether they are shown.

use eframe::egui::{self, RichText};

use super::{actions::Actions, paint, say, style};
use crate::{
    project::{Action, Facet, State, ValueCount},
    timeline::{self, Lane, MarkFill, MarkKind, Theme},
    wire::words,
};

/// Radius of a mark in a pill.
const MARK_PX: f32 = 5.5;

/// What stands in a pill before its words.
#[derive(Clone, Copy)]
enum Sign {
    /// Nothing.
    None,
    /// A shape in its colour.
    Shape(MarkKind),
    /// A fill, in no colour of its own.
    Fill(MarkFill),
}

/// Draws the legend.
pub(super) fn ui(ui: &mut egui::Ui, state: &State, actions: &Actions) {
    let counts = state.counts();
    ui.spacing_mut().item_spacing.x = 5.0;
    ui.spacing_mut().button_padding.x = 9.0;
    for (lane, number) in Lane::ALL.into_iter().zip(counts.by_lane) {
        lane_toggle(ui, state, (lane, number), actions);
    }
    fills(ui, state, actions);
    if counts.all_held > 0 {
        let text = format!("Held back {}", say::grouped(counts.all_held));
        let tip = "Shows events whose evidence is too weak to be drawn as fact";
        if toggle(ui, state.filter.held, &text, Sign::None).on_hover_text(tip).clicked() {
            actions.push(Action::ShowHeld(!state.filter.held));
        }
    }
    if counts.all_rejected > 0 {
        let text = format!("Rejected {}", say::grouped(counts.all_rejected));
        let tip = "Shows events that you rejected";
        if toggle(ui, state.filter.rejected, &text, Sign::None).on_hover_text(tip).clicked() {
            actions.push(Action::ShowRejected(!state.filter.rejected));
        }
    }
}

fn lane_toggle(ui: &mut egui::Ui, state: &State, (lane, number): (Lane, usize), actions: &Actions) {
    let shown = state.filter.shows_lane(lane);
    let text = format!("{} {}", lane.name(), say::grouped(number));
    let response = toggle(ui, shown, &text, Sign::Shape(mark_of(lane)));
    if response.on_hover_text(tip(shown)).clicked() {
        actions.push(Action::ShowLane(lane, !shown));
    }
}

/// The fills, where not everything happened: an outline alone says nothing to who does not know its key.
fn fills(ui: &mut egui::Ui, state: &State, actions: &Actions) {
    let values = state.facet_values(Facet::Status);
    let counts = by_fill(state, &values);
    if counts.iter().all(|(fill, _)| *fill == MarkFill::Filled) && !state.filter.narrows(Facet::Status) {
        return;
    }
    ui.add_space(6.0);
    for (fill, number) in counts {
        let shown = statuses(fill).any(|status| state.filter.lets_through(Facet::Status, status));
        let text = format!("{} {}", say::capitalised(name(&values, fill)), say::grouped(number));
        if toggle(ui, shown, &text, Sign::Fill(fill)).on_hover_text(tip(shown)).clicked() {
            let mut filter = state.filter.clone();
            for status in statuses(fill) {
                filter.switch(Facet::Status, status, (!shown, words::status::ALL));
            }
            actions.push(Action::FilterBy(filter));
        }
    }
    ui.add_space(6.0);
}

/// The fills that occur under all other filters, each with the number of its events.
fn by_fill(state: &State, values: &[ValueCount<'_>]) -> Vec<(MarkFill, usize)> {
    let number = |fill| {
        let of_fill = values.iter().filter(|count| statuses(fill).any(|status| status == count.value));
        of_fill.map(|count| count.n_events).sum::<usize>()
    };
    let narrows = state.filter.narrows(Facet::Status);
    let all = MarkFill::ALL.into_iter().map(|fill| (fill, number(fill)));
    // One that was switched off stays, so that it can be switched on again.
    all.filter(|(fill, n)| {
        *n > 0 || (narrows && statuses(*fill).any(|status| !state.filter.lets_through(Facet::Status, status)))
    })
    .collect()
}

/// What a fill stands for here: the one status that has it, or all that could.
fn name(occurring: &[ValueCount<'_>], fill: MarkFill) -> &'static str {
    let mut names = statuses(fill).filter(|status| occurring.iter().any(|count| count.value == *status));
    match (names.next(), names.next()) {
        (Some(only), None) => only,
        _ => fill.name(),
    }
}

/// The words of the statuses that are drawn with a fill.
fn statuses(fill: MarkFill) -> impl Iterator<Item = &'static str> {
    let is_drawn_so = move |word: &&&str| words::status::parse(word).map(MarkFill::of) == Some(fill);
    words::status::ALL.iter().filter(is_drawn_so).copied()
}

const fn tip(shown: bool) -> &'static str {
    if shown { "Click to hide these events" } else { "Click to show these events" }
}

/// A pill with a sign that can be switched on and off.
fn toggle(ui: &mut egui::Ui, on: bool, text: &str, sign: Sign) -> egui::Response {
    let palette = style::palette(ui.ctx());
    let text_colour = style::colour(if on { palette.text } else { palette.text_muted });
    let rich = RichText::new(text).size(12.5).color(text_colour);
    let indent = match sign {
        Sign::None => "",
        // Its stroke reaches beyond the mark.
        Sign::Fill(MarkFill::Struck) => "       ",
        Sign::Shape(_) | Sign::Fill(_) => "     ",
    };
    let mut job = egui::text::LayoutJob::default();
    job.append(
        indent,
        0.0,
        egui::TextFormat { font_id: egui::FontId::proportional(13.0), ..Default::default() },
    );
    rich.append_to(&mut job, ui.style(), egui::FontSelection::Default, egui::Align::Center);
    let fill = if on { style::colour(palette.raised) } else { egui::Color32::TRANSPARENT };
    let button = egui::Button::new(job)
        .fill(fill)
        .stroke(egui::Stroke::new(1.0, style::colour(palette.grid)))
        .corner_radius(13)
        .min_size(egui::vec2(0.0, 26.0));
    let response = ui.add(button);
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, true, on, text));
    let at = response.rect.left_center() + egui::vec2(16.0, 0.0);
    draw(ui, sign, on, timeline::point(at.x, at.y), palette);
    response
}

fn draw(ui: &egui::Ui, sign: Sign, on: bool, at: timeline::Point, palette: &Theme) {
    let glyph = match sign {
        Sign::None => return,
        Sign::Shape(kind) => {
            let fill = if on { MarkFill::Filled } else { MarkFill::Hollow };
            timeline::glyph(kind, fill, at, MARK_PX, palette)
        }
        Sign::Fill(fill) => {
            // Its fill is what it tells, so one that is off stands back instead.
            let ink = if on { palette.text_muted } else { palette.grid_strong };
            let plain = Theme { marks: [ink; 5], text: ink, ..*palette };
            timeline::glyph(MarkKind::Attended, fill, at, MARK_PX, &plain)
        }
    };
    // Without the halo, which is for the timeline's ground.
    paint::shapes(ui.painter(), &mut glyph.iter().skip(1));
}

fn mark_of(lane: Lane) -> MarkKind {
    match lane {
        Lane::Attended => MarkKind::Attended,
        Lane::Virtual => MarkKind::Virtual,
        Lane::Skipped => MarkKind::Skipped,
        Lane::Meetings => MarkKind::Meeting,
        Lane::Calls => MarkKind::Call,
    }
}
