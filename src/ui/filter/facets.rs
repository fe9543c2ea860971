//! The facets with their values and counts; what is chosen of each is let through.

use std::collections::BTreeSet;

use eframe::egui::{self, RichText, Ui};

use super::{
    names,
    row::{self, Line},
};
use crate::{
    project::{Action, Facet, State, ValueCount},
    timeline::{Lane, MarkKind},
    ui::{actions::Actions, say, style},
    world::{World, fold},
};

/// How many values of a facet are shown before it is opened wide.
const N_FIRST: usize = 8;
/// How many lines are seen at once of one that is opened wide.
const N_WIDE: usize = 14;

/// The list of facets.
#[derive(Debug)]
pub(super) struct Facets {
    open: BTreeSet<Facet>,
    wide: BTreeSet<Facet>,
    /// What is sought among the values of a facet that is opened wide.
    sought: String,
}

impl Default for Facets {
    fn default() -> Self {
        let open = [Facet::Kind, Facet::Series, Facet::Year, Facet::Counterpart].into();
        Self { open, wide: BTreeSet::new(), sought: String::new() }
    }
}

impl Facets {
    /// Draws the list.
    pub(super) fn ui(&mut self, ui: &mut Ui, state: &State, actions: &Actions) {
        egui::ScrollArea::vertical().id_salt("facets").auto_shrink([false, false]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            switches(ui, state, actions);
            for facet in Facet::ALL {
                ui.push_id(facet.key(), |ui| self.facet(ui, facet, state, actions));
            }
            ui.add_space(12.0);
        });
    }

    fn facet(&mut self, ui: &mut Ui, facet: Facet, state: &State, actions: &Actions) {
        let n_chosen = state.filter.chosen(facet).len();
        self.head(ui, facet, n_chosen, actions);
        if !self.open.contains(&facet) {
            return;
        }
        let values = state.facet_values(facet);
        if values.is_empty() {
            ui.horizontal(|ui| {
                ui.add_space(16.0);
                ui.label(RichText::new("Nothing to choose").weak().size(13.0));
            });
        }
        if self.wide.contains(&facet) {
            self.wide(ui, facet, &values, (state, actions));
        } else {
            let n_first = if values.len() <= N_FIRST + 2 { values.len() } else { N_FIRST };
            for value in values.iter().take(n_first) {
                line(ui, facet, value, state, actions);
            }
            // What is chosen is never out of sight.
            for value in values.iter().skip(n_first).filter(|count| state.filter.chooses(facet, count.value))
            {
                line(ui, facet, value, state, actions);
            }
            if values.len() > n_first {
                let text = format!("{} more…", say::grouped(values.len() - n_first));
                if link(ui, &text, &format!("{text} {}", facet.name())).clicked() {
                    self.sought.clear();
                    self.wide = [facet].into();
                }
            }
        }
        ui.add_space(6.0);
    }

    /// All values of a facet, in a list of its own that can be scrolled and searched.
    fn wide(
        &mut self,
        ui: &mut Ui,
        facet: Facet,
        values: &[ValueCount<'_>],
        (state, actions): (&State, &Actions),
    ) {
        let world = World::builtin();
        super::padded(ui, |ui| {
            let name = format!("Find in {}", facet.name().to_lowercase());
            let field = egui::TextEdit::singleline(&mut self.sought)
                .hint_text(&name)
                .desired_width(ui.available_width());
            let response = ui.add(field);
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, &name));
        });
        ui.add_space(4.0);
        let sought = fold(&self.sought);
        let found: Vec<&ValueCount<'_>> = values
            .iter()
            .filter(|count| {
                sought.is_empty() || fold(&names::value(facet, count.value, world)).contains(&sought)
            })
            .collect();
        egui::ScrollArea::vertical()
            .id_salt("wide")
            .max_height(N_WIDE as f32 * row::HEIGHT_PX)
            .auto_shrink([false, true])
            .show_rows(ui, row::HEIGHT_PX, found.len(), |ui, range| {
                for value in found.iter().skip(range.start).take(range.len()) {
                    line(ui, facet, value, state, actions);
                }
            });
        if link(ui, "Fewer", &format!("Fewer {}", facet.name())).clicked() {
            self.wide.remove(&facet);
        }
    }

    /// The name of a facet: a click opens or closes it.
    fn head(&mut self, ui: &mut Ui, facet: Facet, n_chosen: usize, actions: &Actions) {
        let is_open = self.open.contains(&facet);
        let palette = style::palette(ui.ctx());
        let size = egui::vec2(ui.available_width(), 28.0);
        let (rect, response) = ui.allocate_exact_size(size, egui::Sense::click());
        response.widget_info(|| {
            egui::WidgetInfo::selected(egui::Role::Button, true, is_open, format!("Facet {}", facet.name()))
        });
        row::ground(ui, rect, &response);
        let ink = style::colour(palette.text);
        arrow(ui, egui::pos2(rect.left() + 18.0, rect.center().y), is_open);
        let name = ui.painter().layout_no_wrap(facet.name().to_owned(), style::bold(13.5), ink);
        ui.painter().galley(egui::pos2(rect.left() + 30.0, rect.center().y - name.size().y / 2.0), name, ink);
        if n_chosen > 0 {
            let text = format!("{n_chosen} chosen");
            let button = egui::Button::new(RichText::new(&text).size(12.5)).min_size(egui::vec2(0.0, 22.0));
            let at = egui::Rect::from_min_max(
                egui::pos2(rect.right() - 92.0, rect.top() + 3.0),
                egui::pos2(rect.right() - 14.0, rect.bottom() - 3.0),
            );
            let clear = ui.put(at, button).on_hover_text("Click to let everything through again");
            clear.widget_info(|| {
                egui::WidgetInfo::labeled(
                    egui::Role::Button,
                    true,
                    format!("{}: {text}, clear", facet.name()),
                )
            });
            if clear.clicked() {
                actions.push(Action::Widen(facet));
            }
        }
        if response.clicked() && !self.open.remove(&facet) {
            self.open.insert(facet);
        }
    }
}

/// Held back and rejected events, which are shown on request.
fn switches(ui: &mut Ui, state: &State, actions: &Actions) {
    let counts = state.counts();
    let mut any = false;
    for (n_events, on, name, action) in [
        (counts.all_held, state.filter.held, "Held back", Action::ShowHeld(!state.filter.held)),
        (
            counts.all_rejected,
            state.filter.rejected,
            "Rejected",
            Action::ShowRejected(!state.filter.rejected),
        ),
    ] {
        if n_events == 0 {
            continue;
        }
        let line = Line { name, group: "Also show", n_events, on, mark: None };
        any = true;
        if line.ui(ui).on_hover_text("Shows events that are not on the timeline by themselves").clicked() {
            actions.push(action);
        }
    }
    if any {
        ui.add_space(8.0);
    }
}

fn line(ui: &mut Ui, facet: Facet, count: &ValueCount<'_>, state: &State, actions: &Actions) {
    let on = state.filter.chooses(facet, count.value);
    let name = names::value(facet, count.value, World::builtin());
    let mark = (facet == Facet::Kind).then(|| mark_of(count.value)).flatten();
    ui.push_id(count.value, |ui| {
        let line = Line { name: &name, group: facet.name(), n_events: count.n_events, on, mark };
        let response = line.ui(ui);
        if response.clicked() {
            let value = count.value.to_owned();
            actions.push(Action::Choose { facet, value, on: !on });
        }
        if facet == Facet::Article {
            response.on_hover_text(count.value);
        }
    });
}

fn mark_of(key: &str) -> Option<MarkKind> {
    let lane = Lane::ALL.into_iter().find(|lane| lane.key() == key)?;
    Some(match lane {
        Lane::Attended => MarkKind::Attended,
        Lane::Virtual => MarkKind::Virtual,
        Lane::Skipped => MarkKind::Skipped,
        Lane::Meetings => MarkKind::Meeting,
        Lane::Calls => MarkKind::Call,
    })
}

/// A quiet line that does something; `label` is what a screen reader says.
fn link(ui: &mut Ui, text: &str, label: &str) -> egui::Response {
    ui.horizontal(|ui| {
        ui.add_space(26.0);
        let accent = style::colour(style::palette(ui.ctx()).accent);
        let button = egui::Button::new(RichText::new(text).size(13.0).color(accent)).frame(false);
        let response = ui.add(button);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, label));
        response
    })
    .inner
}

/// A small triangle: to the right closed, down open.
fn arrow(ui: &Ui, at: egui::Pos2, is_open: bool) {
    let ink = style::colour(style::palette(ui.ctx()).text_muted);
    let points = if is_open {
        [egui::vec2(-4.0, -2.0), egui::vec2(4.0, -2.0), egui::vec2(0.0, 3.0)]
    } else {
        [egui::vec2(-2.0, -4.0), egui::vec2(3.0, 0.0), egui::vec2(-2.0, 4.0)]
    };
    let points = points.map(|offset| at + offset).to_vec();
    ui.painter().add(egui::Shape::convex_polygon(points, ink, egui::Stroke::NONE));
}
